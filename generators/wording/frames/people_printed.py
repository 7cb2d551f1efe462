"""Frames of people: listings, forms, slips, log lines and tables."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

_PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "listing": (
        ("{heading}", "Please extract the {subject} as JSON."),
        (
            "{heading}, typed up from the paper form at the counter",
            "We keep our records in JSON these days, so please rewrite the {subject} that way.",
        ),
        (
            "Return a JSON object for the {subject} below. Leave nothing out.",
            "End of the entry.",
        ),
        (
            "The old database prints its records like this:",
            "The new database only takes JSON. Convert the {subject} so that the import accepts it.",
        ),
        (
            "I copied the following from the intranet page we are about to retire.",
            "Could you give me the {subject} as a JSON object before the page disappears?",
        ),
        ("### {heading}", "Task: read the {subject} above and answer with JSON and nothing else."),
        (
            "A volunteer wrote this down at our open house; the handwriting has been typed up below.",
            "Turn the {subject} into JSON for our register, please.",
        ),
        (
            (
                "You are a data entry clerk. Write the {subject} that follows as JSON, leaving out "
                "nothing and inventing nothing."
            ),
            "Thank you.",
        ),
        ('Export from the address book, "{heading}":', "JSON, please, so that my script can pick it up."),
        (
            "For the handover I need the {subject} in machine-readable form.",
            "A JSON object with those fields will do nicely.",
        ),
        (
            "{heading}\n(copied from the screen because the export button is broken)",
            "Turn it into a JSON object; the {subject} has to be in the queue before we close.",
        ),
        (
            (
                "Below is what the scanner made of the {subject}. I checked it against the paper "
                "and it is right."
            ),
            "Now I need the same thing as JSON.",
        ),
        (
            'Pasted from a shared document, section "{heading}":',
            "Our chatbot can read JSON only. What would the {subject} look like?",
        ),
        (
            "Answer in JSON. The {subject} comes from a printed directory that a library is digitising.",
            "That is where the entry ends.",
        ),
        (
            "The clerk dictated the {subject} and I typed along.",
            "Please hand it back as JSON, with the fields in the same order.",
        ),
    ),
    "form": (
        ("{heading}", "Return the {subject} as a JSON object."),
        (
            "{heading} (to be filled in by the office)",
            "The form above has been filled in. Please write the {subject} as JSON.",
        ),
        (
            "This form came through the letterbox. Please give me its {subject} as JSON.",
            "Please file the paper afterwards.",
        ),
        (
            'Scan of a form, "{heading}":',
            "Extract the {subject} from the scan and answer with a JSON object.",
        ),
        (
            "The visitor filled this in at the reception desk:",
            "For the visitor system we need the {subject} in JSON.",
        ),
        ("{heading}\nPlease write clearly.", "Data entry: transfer the {subject} to JSON, field by field."),
        (
            "Returned by fax, hence the odd spacing.",
            "Could the {subject} be turned into JSON, so that nobody has to type it again?",
        ),
        ("Output JSON for the {subject} on the form that follows.", "Signed and received by the office."),
        (
            "Form from the membership binder: {heading}",
            "We are emptying the binder. Each form becomes a JSON object; please do this {subject}.",
        ),
        (
            "From the kiosk in the lobby, this is what somebody entered:",
            "What JSON should the kiosk send for this {subject}?",
        ),
        (
            "Application software shows the {subject} like this on my screen:",
            "Please copy all of it into a JSON object.",
        ),
        (
            "{heading}, carbon copy",
            "The original has been posted. Keep the {subject} as JSON for our own records.",
        ),
        (
            "The town archive holds this form in a grey box. Transcribe the {subject} into JSON.",
            "The paper is fragile, so please work from this copy.",
        ),
        (
            'Found in the inbox tray, form "{heading}":',
            "Nobody has entered it yet. JSON is what the entry tool expects for the {subject}.",
        ),
        (
            "A neighbour filled in the form for me on the tablet:",
            "Would you save the {subject} as JSON? The tablet forgets everything when it shuts down.",
        ),
    ),
    "slip": (
        ("Read this {subject}:", "Answer in JSON."),
        ("The office printer produced this slip.", "Please read the slip and write the {subject} as JSON."),
        (
            "Stapled to the file we found this printout:",
            "We are throwing the paper away, so keep the {subject} as a JSON object.",
        ),
        ("JSON wanted: copy the {subject} from the slip.", "The slip ends here."),
        ("A photo of the slip was sent in; this is its text.", "Extract the {subject} as JSON, please."),
        ("From the printer at the welcome desk:", "The desk would like the {subject} in JSON too."),
        (
            "This came out of the machine when I pressed the print button.",
            "Convert the printout to JSON for the {subject} list.",
        ),
        ("The card at the front desk reads as follows.", "Make a JSON object from the card, please."),
        (
            "We test our label printer with this {subject}:",
            "Does the reader understand it? Show the JSON that it should report.",
        ),
        (
            "Kiosk printout, found on the floor of the lobby.",
            "Before I shred it, please store the {subject} as JSON.",
        ),
        (
            "Please type the following slip into the system; the system takes JSON.",
            "Many thanks from the evening shift.",
        ),
        (
            "What the courier handed over looks like this:",
            "Give me the {subject} as JSON so I can match it with our list.",
        ),
        (
            "Text recognition returned this from a crumpled till roll:",
            "Judge for yourself, it is quite readable. I need JSON of the {subject}.",
        ),
        (
            "Pinned to the cork board in the staff room:",
            "I would like to have the {subject} on my laptop, as JSON.",
        ),
        (
            "The museum's front desk keeps a paper trail, and this is a piece of it.",
            "For the inventory, write this {subject} as a JSON object.",
        ),
    ),
    "log": (
        ("These lines state the {subject}:", "Write it as a JSON object."),
        ("The web form wrote this to its log before it crashed:", "Recover the {subject} as JSON, please."),
        (
            "From the console, after pressing submit:",
            "What JSON body should the form have sent for the {subject}?",
        ),
        ("Rebuild the {subject} from this trace and return JSON only.", "Nothing further was logged."),
        ("Import log, cut to the relevant part:", "Please turn the {subject} in it into a JSON object."),
        (
            "The old program cannot export, but it logs everything it shows.",
            "So the {subject} has to be read from the log. JSON, please.",
        ),
        (
            "Our intern used verbose logging while saving the {subject}.",
            "Good for us: please convert what was logged to JSON.",
        ),
        ("grep found these lines for us:", "Put them together as a JSON object for the {subject}."),
        (
            "An excerpt from last night's synchronisation, as key and value pairs:",
            "We need the {subject} as nested JSON instead.",
        ),
        (
            "Debug output of the entry page:",
            "The page will be rewritten to send JSON. Show what it would send for this {subject}.",
        ),
        (
            "Give me JSON. This is what the directory service logged for the {subject}:",
            "The service has been restarted since.",
        ),
        (
            "Here is what the directory's audit trail has kept:",
            "For the report, restate the {subject} as JSON.",
        ),
        (
            "A customer pasted this into a ticket, straight from the terminal:",
            "Please answer with the {subject} as JSON, so that the customer can load it again.",
        ),
        (
            "The message queue stopped, and these entries were still in it.",
            "I would like to send the {subject} again by hand, so I need it as JSON.",
        ),
        (
            "Dump of a handheld device that is kept at the gate:",
            "The back end speaks JSON. Please write the {subject} as JSON for it.",
        ),
    ),
    "table": (
        ("# {heading}", "Convert the {subject} to JSON."),
        (
            "# {heading}\n\nCopied from the wiki.",
            "Please return the {subject} on this page as a JSON object.",
        ),
        ("The spreadsheet for the {subject} looks like this:", "Save it as JSON, please."),
        (
            "I need JSON, but my colleague sent me tables. This is the {subject}.",
            "Thanks for sparing me the typing.",
        ),
        (
            "## {heading} (draft)",
            "When the draft is approved, the {subject} is stored as JSON. Please prepare that object.",
        ),
        ("The site's admin page shows the following.", "Give me the same {subject} as JSON."),
        (
            "# Handbook page: {heading}",
            "The handbook is moving to structured data. Write this {subject} as JSON.",
        ),
        (
            "Below you find the {subject} the way the office software exports it.",
            "Our parser fails at tables. Could you produce JSON?",
        ),
        (
            "Notes for the migration, {heading}",
            "Migrate this {subject}: output JSON with everything that the tables state.",
        ),
        ("Markdown in, JSON out. Here is the {subject}:", "That was the Markdown."),
        (
            "# {heading}\n\nPlease do not edit this page, it is generated.",
            "Regenerate the {subject} as JSON for the API.",
        ),
        (
            "Our volunteer coordinates everything in tables, so here is the {subject} in her layout.",
            "The website wants a JSON object. Would you convert it?",
        ),
        ("# Annex: {heading}", "The annex must be attached in JSON. Please transcribe the {subject}."),
        (
            "The contents of a slide, pasted as text:",
            "My talk needs a JSON example. Please use this {subject}.",
        ),
        (
            "From the appendix of a thesis on local clubs:",
            "I would like to reuse the {subject} as data. JSON, please.",
        ),
    ),
}

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    style: tuple(Frame(before=before, after=after) for before, after in pairs)
    for style, pairs in _PAIRS.items()
}
"""The words before and after the facts, by style."""
