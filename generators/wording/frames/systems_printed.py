"""Frames of systems: listings, forms, slips, log lines and tables."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    "listing": (
        Frame(before="{heading}", after="Please extract the {subject} as JSON."),
        Frame(before="Copied from the admin screen:", after="Give me the {subject} as a JSON object."),
        Frame(
            before="What the monitoring page shows for the {subject}:",
            after="We feed this into a script, so answer with JSON and nothing around it.",
        ),
        Frame(
            before="{heading}, as exported by our old tool",
            after="The new tool wants JSON. Please convert the {subject} for it.",
        ),
        Frame(
            before="Return the {subject} below as JSON, with nothing left out.",
            after="End of the listing.",
        ),
        Frame(before="# {heading}", after="Turn the fields above into JSON for the {subject}."),
        Frame(
            before="The team before us left this {subject}:",
            after="I need it in JSON for the dashboard.",
        ),
        Frame(
            before='Wiki page, section "{heading}"',
            after="Rewrite the {subject} so that a machine can read it: JSON, please.",
        ),
        Frame(
            before="From the change request, field by field:",
            after="Fill a JSON object with the {subject}. Leave out what is not listed.",
        ),
        Frame(
            before="For our regression tests I need this {subject} as JSON.",
            after="That was all, thank you.",
        ),
        Frame(before="~~~ {heading} ~~~", after="Serialize the {subject} to JSON."),
        Frame(
            before="The vendor portal cannot export, so I copied the {subject} by hand:",
            after="Could you turn it into JSON?",
        ),
        Frame(
            before="An auditor asked us to show the {subject}. We have it like this:",
            after="Write JSON that the auditor's program can load.",
        ),
        Frame(
            before="Transcribed from a photograph of a screen:",
            after="Store the {subject} as JSON; do not guess at what cannot be seen.",
        ),
        Frame(
            before="Exercise for new colleagues: put the {subject} below into JSON.",
            after="Compare your answer with your neighbour's.",
        ),
    ),
    "form": (
        Frame(before="{heading}", after="Return the {subject} as a JSON object."),
        Frame(before="FORM: {heading}", after="(filled in by the office; please key it in as JSON)"),
        Frame(before="A colleague handed in this form.", after="Type the {subject} up as JSON, please."),
        Frame(
            before='Project sheet, part "{heading}"',
            after="Our importer takes JSON. What would this {subject} look like?",
        ),
        Frame(
            before="Please digitise the form below: JSON with the fields of the {subject}.",
            after="Form ends here.",
        ),
        Frame(
            before="{heading}: to be kept with the project papers",
            after="Give the JSON version of the {subject} for the files.",
        ),
        Frame(
            before="This is how the old console prints the {subject}:",
            after="Parse it and answer with JSON.",
        ),
        Frame(
            before="Sheet from the operations binder",
            after="Carry the {subject} over into JSON.",
        ),
        Frame(
            before="We ask every team to fill this in for the {subject}.",
            after="Make JSON of the answers; blank fields simply do not appear.",
        ),
        Frame(before="[ {heading} ]", after="Needed: the {subject} in JSON, to be posted to the registry."),
        Frame(
            before="Screen of the configuration terminal, written down by hand:",
            after="I would like the {subject} as JSON before the terminal is scrapped.",
        ),
        Frame(
            before='Project record, page "{heading}"',
            after="Turn the page into a JSON object for the {subject}.",
        ),
        Frame(
            before="The auditors want our {subject} in electronic form. The paper says:",
            after="Produce the JSON that goes to them.",
        ),
        Frame(
            before="Found taped to the inside of the cabinet door:",
            after="Before the tape gives way, save the {subject} as JSON.",
        ),
        Frame(
            before='Training course, worksheet "{heading}"',
            after="Task: write down the {subject} as JSON from the worksheet above.",
        ),
    ),
    "slip": (
        Frame(before="Read this {subject}:", after="Answer in JSON."),
        Frame(
            before="The printer in the server room gave us this:",
            after="Please return the {subject} as JSON.",
        ),
        Frame(before="Label from the office printer:", after="What does the label say, as JSON?"),
        Frame(before="{heading}, printed copy", after="Scan result needed as JSON for the {subject}."),
        Frame(before="Make JSON of the printout below.", after="(end of printout)"),
        Frame(
            before="This slip came out of the terminal when I asked for the {subject}.",
            after="Key it into JSON, please.",
        ),
        Frame(
            before="Thermal paper fades, so I copied the slip:",
            after="I would rather keep the {subject} as JSON.",
        ),
        Frame(before="Status sheet, torn from the roll", after="Convert the sheet to a JSON object."),
        Frame(
            before="Please check in this {subject}; the print says:",
            after="The check-in form accepts JSON.",
        ),
        Frame(
            before="Printed note from the platform team:",
            after="The {subject} goes into the register as JSON.",
        ),
        Frame(
            before="Output of the service console:",
            after="Parse the output and give the {subject} as JSON.",
        ),
        Frame(
            before="From the line printer, with thanks to whoever still feeds it paper:",
            after="JSON for the {subject}, please, and the printer may rest.",
        ),
        Frame(before="Evidence bag, printed strip inside:", after="The report needs the strip as JSON."),
        Frame(
            before="Display board in the entrance hall, copied by a visitor:",
            after="Could the {subject} on the board be had as JSON?",
        ),
        Frame(
            before="Lost and found: a printed strip with a {subject}.",
            after="Before we throw it out, save its content as JSON.",
        ),
    ),
    "log": (
        Frame(before="These lines belong to the {subject}:", after="Write it as a JSON object."),
        Frame(before="Output of the collector:", after="Parse the lines into JSON for the {subject}."),
        Frame(
            before="I ran the dump command and got this {subject}:",
            after="Could you turn the dump into JSON?",
        ),
        Frame(before="From the console, {heading}:", after="Please give the {subject} as JSON."),
        Frame(
            before="The exporter writes pairs of names and values. Return JSON for them, please.",
            after="End of the output.",
        ),
        Frame(
            before="grep brought up the following lines about the {subject}.",
            after="I need them merged into JSON.",
        ),
        Frame(before="Trace of the bridge service", after="What {subject} was sent? Answer with JSON."),
        Frame(
            before="The agent prints the {subject} like this at start-up:",
            after="Reformat the print as JSON, please.",
        ),
        Frame(
            before="Copied from the terminal, prompt removed:",
            after="Structured output, please: JSON of the {subject}.",
        ),
        Frame(before="Our tool can print but not export. The print:", after="Export it for me, as JSON."),
        Frame(
            before="A colleague pasted this into the incident channel.",
            after="Make the {subject} readable for the dashboard: JSON.",
        ),
        Frame(
            before="Dump of the {subject} before the migration",
            after="The migration wants JSON. Please write it.",
        ),
        Frame(
            before="Recovered from the buffer after the crash:",
            after="Save what the buffer held as JSON for the {subject}.",
        ),
        Frame(
            before="Captured from a serial line:",
            after="Translate it into JSON.",
        ),
        Frame(
            before="A reader sent these lines to our column and asked what they mean.",
            after="Show the reader the {subject} as JSON.",
        ),
    ),
    "table": (
        Frame(before="# {heading}", after="Convert the {subject} to JSON."),
        Frame(before="The wiki has this table:", after="Please give the {subject} as JSON."),
        Frame(
            before="Pasted from the spreadsheet of the operations team.",
            after="We need JSON in place of the spreadsheet.",
        ),
        Frame(
            before="## {heading}, overview",
            after="Return a JSON object with what the table says about the {subject}.",
        ),
        Frame(before="Extract the {subject} from the table and answer with JSON.", after="Thank you."),
        Frame(
            before="From the README of the deployment repository:",
            after="Write the JSON file that this part of the README describes.",
        ),
        Frame(before="The dashboard widget shows:", after="Which JSON is behind the {subject}?"),
        Frame(
            before="Comparison sheet, our side ({heading})",
            after="For the comparison I need the {subject} as JSON.",
        ),
        Frame(before="Table from the planning document", after="Make it a JSON fixture, please."),
        Frame(
            before="I asked for the {subject} and they sent me a table.",
            after="I would have preferred JSON. Can you help?",
        ),
        Frame(
            before="The import wizard shows a preview of the {subject}:",
            after="What JSON should the wizard send?",
        ),
        Frame(
            before='Merge request, description, "{heading}":',
            after="Add the JSON of the {subject} for the reviewers.",
        ),
        Frame(
            before="Appendix to the service contract",
            after="The lawyers have finished; now we need the appendix as JSON.",
        ),
        Frame(
            before='Slide from the training, "{heading}"',
            after="Participants should write the JSON themselves. What is the solution?",
        ),
        Frame(
            before="The inventory clerk rebuilt the {subject} as a table from memory.",
            after="Store the clerk's table as JSON.",
        ),
    ),
}
