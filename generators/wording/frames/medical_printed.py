"""Frames of medical: listings, forms, slips, log lines and tables."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

_PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "listing": (
        ("{heading}", "Please extract the {subject} as JSON."),
        (
            "{heading}, copied from the chart",
            "Write the {subject} as a JSON object so that it can be uploaded.",
        ),
        (
            "Return JSON for the {subject} below. Leave no figure out.",
            "Nothing else is on the sheet.",
        ),
        (
            "The ward's old program can only print, and this is what it printed:",
            "The hospital's new system reads JSON. Please convert the {subject}.",
        ),
        (
            "I am a medical scribe and typed this while the clinician spoke.",
            "Please give me the {subject} as JSON, with the fields in this order.",
        ),
        (
            "### {heading}",
            "Instruction: turn the {subject} above into JSON. Make no clinical judgement and add no remarks.",
        ),
        (
            "For the case conference's folder somebody pasted this:",
            "The folder takes JSON files. Could you prepare the {subject}?",
        ),
        (
            "You transcribe clinical paperwork. Answer with a JSON object for this {subject}.",
            "Thank you, the ward appreciates it.",
        ),
        (
            'Export from the practice software, "{heading}":',
            "JSON, please; my script checks the figures afterwards.",
        ),
        (
            "The paper chart is being archived, so I list here what it says.",
            "What would the {subject} be as a JSON object?",
        ),
        (
            "{heading}\n(anonymised for teaching, values as in the file)",
            "Students get this as JSON. Please convert the {subject}.",
        ),
        (
            "I read the {subject} to the typist, who produced the following list.",
            "Please produce the JSON that our registry asks for.",
        ),
        (
            "A ship's medic radioed this ashore, and the radio officer took it down:",
            "Ashore we file everything as JSON. Please do so with the {subject}.",
        ),
        ('JSON is required. From the prison clinic\'s card index, "{heading}":', "That is the whole card."),
        (
            "The sports club's doctor keeps her files as plain lists, and this is an entry.",
            "The league wants the {subject} in JSON before the season begins.",
        ),
    ),
    "form": (
        ("{heading}", "Return the {subject} as a JSON object."),
        (
            "{heading} (for clinic use)",
            "Please key the form above into JSON; the {subject} is missing in the system.",
        ),
        (
            "The form came down with the porter. Give me its {subject} as JSON.",
            "The paper then belongs in the blue tray.",
        ),
        ('Scanned page, "{heading}":', "Extract the {subject} from the scan. Answer in JSON."),
        (
            "Filled in by the nurse on the tablet:",
            "The tablet could not send it. Which JSON should it have sent for the {subject}?",
        ),
        (
            "{heading}\nUse block letters. Leave blank what does not apply.",
            "Records department: please enter the {subject} as JSON.",
        ),
        (
            "Arrived by fax from a practice across town.",
            "Could somebody turn the {subject} into JSON, so that we can attach it to the chart?",
        ),
        (
            "Write JSON for the {subject} on the form that follows; blank lines were left out.",
            "Checked and signed at the desk.",
        ),
        (
            "From the binder at the nurses' station: {heading}",
            "The binder is being digitised. Each form, this {subject} included, turns into a JSON object.",
        ),
        ("My screen shows the {subject} in this layout:", "Please copy what you see into JSON."),
        ("{heading}, copy for our files", "The billing desk asked for the {subject} as JSON, not as paper."),
        (
            (
                "Transcribe this form into JSON. The {subject} was written down during the "
                "downtime of the system."
            ),
            "The system is back, so we can catch up.",
        ),
        (
            "From the mobile clinic's clipboard:",
            "There was no network on the road. Please store the {subject} as JSON now.",
        ),
        (
            'The school nurse sends us this form, "{heading}":',
            "We would like to keep the {subject} as a JSON object.",
        ),
        (
            "Found behind the filing cabinet when the practice moved:",
            "Better late than never: JSON for this {subject}, please.",
        ),
    ),
    "slip": (
        ("Read this {subject}:", "Answer in JSON."),
        ("The machine on the counter printed this.", "Please write the {subject} on the printout as JSON."),
        ("Stapled into the chart:", "The chart is going digital. Keep the {subject} as a JSON object."),
        ("JSON wanted: this printout is the {subject}.", "End of the printout."),
        ("A photo of a printout, turned into text by the phone:", "Extract the {subject} as JSON, please."),
        ("Handed out at the clinic's exit desk:", "Our health app needs the {subject} in JSON."),
        (
            "The label printer in the treatment room gave us this:",
            "What JSON did the printer get? Reconstruct it for the {subject}.",
        ),
        (
            "Sent by pneumatic tube, slightly creased:",
            "Please enter the {subject} as JSON before the tube rattles again.",
        ),
        ("Printed for the file, not for handing out.", "Convert the {subject} to JSON for our archive."),
        (
            "The thermal paper is fading, so here is its text.",
            "Save the {subject} as JSON while it can still be read.",
        ),
        ("Please turn what the ward printer produced into JSON.", "The ward says thank you."),
        (
            "From the envelope that the courier brought:",
            "The envelope is logged. Now the {subject} is needed as JSON.",
        ),
        (
            "Carried in a wallet for years and now typed up:",
            "My new practice would like the {subject} as JSON.",
        ),
        (
            "Printout from the blood donor bus:",
            "The bus has no network. Please prepare the {subject} as JSON for later.",
        ),
        (
            "The vending-machine-sized terminal in the lobby hands out this:",
            "Show the JSON behind it, for the {subject} only.",
        ),
    ),
    "log": (
        ("These lines state the {subject}:", "Write it as a JSON object."),
        (
            "The interface engine logged this before the message was rejected:",
            "Please restate the {subject} as JSON so that I can send it again.",
        ),
        (
            "From the console of the records server:",
            "Which JSON document do these lines describe? They belong to the {subject}.",
        ),
        ("Rebuild the {subject} from this trace and answer with JSON.", "The trace stops here."),
        (
            "Import log of the clinic system, cut to what matters:",
            "Turn the {subject} in it into a JSON object, please.",
        ),
        (
            "The device at the bedside keeps key and value pairs:",
            "The chart takes JSON. Please convert the {subject}.",
        ),
        (
            "Our gateway writes flat lines, but the archive wants nested data.",
            "Please nest the {subject} properly, as JSON.",
        ),
        (
            "Somebody filtered the message log for us:",
            "Put the lines together and give me the {subject} as JSON.",
        ),
        (
            "Debug output while saving the {subject}:",
            "The save failed. What should the JSON body have looked like?",
        ),
        (
            "An audit trail entry, exported as text:",
            "For the audit, the {subject} has to be attached as JSON.",
        ),
        (
            "Give me JSON. This is what the practice server logged for the {subject}:",
            "Afterwards the server went to sleep.",
        ),
        (
            "Lines from the nightly transfer:",
            "The receiving hospital asks for the {subject} in JSON. Please convert it.",
        ),
        (
            "Memory dump of an ambulance tablet, made readable:",
            "We would like to restore the {subject}. JSON is what the tablet loads.",
        ),
        (
            "The simulator in the training hospital prints this when a scenario ends:",
            "The trainers want the {subject} as JSON for their debriefing.",
        ),
        (
            "Recovered from a broken disk in the practice basement:",
            "Please help us to get the {subject} back in shape, as JSON.",
        ),
    ),
    "table": (
        ("# {heading}", "Convert the {subject} to JSON."),
        (
            "# {heading}\n\nFrom the electronic chart.",
            "Please return the {subject} on this page as a JSON object.",
        ),
        ("The spreadsheet in the practice shows the {subject} like this:", "Save it as JSON, please."),
        ("I asked for JSON and received tables. Here is the {subject}.", "Thanks for sorting this out."),
        (
            "## {heading}, for the ward round",
            "The tablet for the ward round loads JSON. Prepare the {subject} for it.",
        ),
        (
            "The portal displays this:",
            "Give me the {subject} as JSON, since the portal's download does not work.",
        ),
        ("# Appendix: {heading}", "The appendix is submitted in JSON. Please transcribe the {subject}."),
        (
            "Below you find the {subject} as the office software exports it.",
            "Our reader fails at tables. Could you produce JSON?",
        ),
        (
            "Migration of the archive, {heading}",
            "Migrate this {subject}: JSON with everything that the tables state, and nothing else.",
        ),
        ("Markdown in, JSON out. This is the {subject}:", "That was the page."),
        (
            "# {heading}\n\nGenerated page, please do not edit.",
            "We need the same {subject} as JSON for the interface.",
        ),
        (
            "The study protocol wants case data in tables, so that is what I have.",
            "The statistician wants the {subject} in JSON. Please help.",
        ),
        (
            "# Poster draft: {heading}",
            "The poster will have a code to scan, leading to JSON. What goes in there for the {subject}?",
        ),
        (
            "Copied from a textbook for nursing schools:",
            "As homework, write the {subject} in the tables as JSON.",
        ),
        (
            "The field hospital keeps its files in a shared document.",
            "Headquarters asks for JSON. Please turn the {subject} into it.",
        ),
    ),
}

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    style: tuple(Frame(before=before, after=after) for before, after in pairs)
    for style, pairs in _PAIRS.items()
}
"""The words before and after the facts, by style."""
