"""Frames of correspondence: listings, forms, slips, log lines and tables."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    "listing": (
        Frame(before="{heading}", after="Please extract the {subject} as JSON."),
        Frame(before="Copied from the shared mailbox:", after="Make a JSON object of the {subject}, please."),
        Frame(
            before="What our tool shows for the {subject}:",
            after="The interface to the archive takes JSON. Could you convert it?",
        ),
        Frame(before="{heading}, field by field", after="Give me the {subject} in JSON and nothing else."),
        Frame(
            before="Return the {subject} below as JSON.",
            after="That was the whole listing.",
        ),
        Frame(before="# {heading}", after="Write the JSON for the {subject} above."),
        Frame(
            before="The secretary keeps everything like this:",
            after="We are going to keep the {subject} as JSON instead. Please start with this.",
        ),
        Frame(
            before="Before the meeting of the service team I copied the {subject} from the screen.",
            after="For the statistics I need JSON.",
        ),
        Frame(
            before='Export of the old system, page "{heading}"',
            after="The new system imports JSON. Please convert the page.",
        ),
        Frame(
            before="For the filing cabinet:",
            after="And now the same {subject} for the computer, as JSON.",
        ),
        Frame(before="Dear assistant, I list the {subject} here:", after="Kindly reply with JSON."),
        Frame(before="-- {heading} --", after="Serialize it to JSON; leave out what is not listed."),
        Frame(
            before="The data protection officer asked what we store, and this is the {subject} we found:",
            after="The officer would like JSON. Please write it.",
        ),
        Frame(
            before="Seen in a screenshot that somebody printed:",
            after="Copy the {subject} from the printout, as JSON.",
        ),
        Frame(
            before="Question for applicants: which JSON describes the {subject} below?",
            after="Write your answer in the box.",
        ),
    ),
    "form": (
        Frame(before="{heading}", after="Return the {subject} as a JSON object."),
        Frame(before='Form of the front desk, "{heading}"', after="Please key it in as JSON."),
        Frame(
            before="The temp filled in this form for the {subject}.",
            after="Our database reads JSON, so please convert the form.",
        ),
        Frame(before="Sheet from the secretariat", after="Carry the sheet over into JSON."),
        Frame(before="Convert the form below to JSON, please.", after="End of the form."),
        Frame(
            before="{heading} (file copy)",
            after="The file copy should exist as JSON too. Please write it.",
        ),
        Frame(
            before="Our template for the {subject}, filled in by the service desk:",
            after="Give back JSON with the fields that are filled in.",
        ),
        Frame(before="[ {heading} ]", after="JSON of the {subject} for the handover, please."),
        Frame(before="Printout of a screen of the office program:", after="Enter the {subject} as JSON."),
        Frame(
            before="Someone still fills in paper forms here. See for yourself:",
            after="I would like to have it as JSON before the paper gets lost.",
        ),
        Frame(
            before="Intake sheet of the communications office",
            after="Please answer with the {subject} as a JSON object.",
        ),
        Frame(before="The form for the {subject} came back by fax.", after="Read the fax and give me JSON."),
        Frame(
            before='Works council request, annex "{heading}"',
            after="The works council accepts JSON. Please prepare the annex.",
        ),
        Frame(
            before="From the estate of a very tidy office manager:",
            after="Put the {subject} into JSON for the family archive.",
        ),
        Frame(before="Worksheet for the typing class", after="Everybody types the {subject} as JSON."),
    ),
    "slip": (
        Frame(before="Read this {subject}:", after="Answer in JSON."),
        Frame(
            before="The office printer produced the following:",
            after="Please return the {subject} as JSON.",
        ),
        Frame(before="Print preview of the {subject}", after="Do not print it, give me JSON."),
        Frame(before="{heading}, paper copy", after="Scan result wanted as JSON."),
        Frame(before="Turn the printout below into JSON.", after="(end of printout)"),
        Frame(before="Pinned to the notice board:", after="Save what the board says as JSON."),
        Frame(
            before="My desk printer spat this out when I asked for the {subject}.",
            after="Could you key it into JSON?",
        ),
        Frame(
            before="Strip from the ticket printer at the counter",
            after="The counter system needs the {subject} as JSON.",
        ),
        Frame(before="Copy for the binder:", after="And JSON for the server, please."),
        Frame(
            before="The kiosk prints the {subject} like this.",
            after="Convert the print to a JSON object.",
        ),
        Frame(before="Carbon copy, still readable:", after="Write the {subject} as JSON before it fades."),
        Frame(
            before="Cover sheet of a circular",
            after="We circulate JSON from now on. Please convert the sheet.",
        ),
        Frame(
            before="Found in the paper tray after the late shift:",
            after="Whoever it belongs to gets the {subject} back as JSON.",
        ),
        Frame(
            before="Printout of the terminal in the lobby",
            after="The archive needs the content of the printout in JSON.",
        ),
        Frame(
            before="Time capsule, printed strip:",
            after="For those who come after us, keep the {subject} as JSON too.",
        ),
    ),
    "log": (
        Frame(before="These lines belong to the {subject}:", after="Write it as a JSON object."),
        Frame(before="Trace of the office server:", after="Parse the {subject} out of the trace, as JSON."),
        Frame(
            before="The office tool prints its records like this.",
            after="Please convert the print to JSON.",
        ),
        Frame(before="Console output of our office bot:", after="What JSON should the bot have stored?"),
        Frame(before="From the journal of the messaging service", after="Give me the {subject} in JSON."),
        Frame(before="Answer with JSON for the lines below.", after="That is where the lines end."),
        Frame(before="The importer stopped here:", after="Finish its work: the {subject} as JSON."),
        Frame(
            before="I dumped the record and got the {subject} as pairs.",
            after="Pairs are fine, JSON would be better.",
        ),
        Frame(
            before="Console of the scheduler, copied this morning:",
            after="Make the {subject} readable for our web page, in JSON.",
        ),
        Frame(before="Raw record:", after="Please cook it: JSON, that is."),
        Frame(
            before="Our plugin writes the {subject} to the console.",
            after="Reformat what it writes as JSON.",
        ),
        Frame(before="Backup tape, readable part:", after="Restore the {subject} as JSON."),
        Frame(
            before="The forensic tool extracted these lines from the telephone.",
            after="For the report they have to be JSON.",
        ),
        Frame(
            before="Output of a script that nobody here dares to touch:",
            after="Wrap the {subject} in JSON so that nobody has to.",
        ),
        Frame(
            before="From the teletype collection of the museum",
            after="Visitors will see JSON next to it. Please write it.",
        ),
    ),
    "table": (
        Frame(before="# {heading}", after="Convert the {subject} to JSON."),
        Frame(before="The intranet page has this table:", after="Please give the {subject} as JSON."),
        Frame(
            before="Copied from the shared spreadsheet:",
            after="Write a JSON object with what the cells say.",
        ),
        Frame(before="## {heading} (overview)", after="For the interface I need JSON."),
        Frame(before="Make JSON of the table below.", after="Thank you for the help."),
        Frame(
            before="The team board shows the {subject} like this.",
            after="Which JSON would the board's interface return?",
        ),
        Frame(
            before="Table from the weekly report",
            after="The next report will be built from JSON, so please convert it.",
        ),
        Frame(
            before="I turned the {subject} into a table for the presentation.",
            after="Now the developers ask for JSON. Can you help?",
        ),
        Frame(before='Minutes, annex with the table "{heading}"', after="File the annex as JSON."),
        Frame(before="Wiki markup, please ignore the colours:", after="JSON of the {subject}, please."),
        Frame(before="The review page lists:", after="Carry the {subject} over as JSON."),
        Frame(
            before="Sheet shared by the partner agency",
            after="Our side works with JSON. Please convert their sheet.",
        ),
        Frame(
            before='From the study\'s codebook, "{heading}"',
            after="The study publishes JSON. Please write the record.",
        ),
        Frame(
            before="Chalked up in the staff room:",
            after="Wipe the board, but keep the {subject} as JSON.",
        ),
        Frame(before='Exhibit list of the tribunal, "{heading}"', after="The court's system takes JSON."),
    ),
}
