"""Frames of commerce: listings, forms, slips, log lines and tables."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

_PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "listing": (
        ("{heading}", "Please extract the {subject} as JSON."),
        (
            "A colleague copied this {subject} from paper. It has to go into the shop software as JSON.",
            "Thank you.",
        ),
        (
            "{heading}, as shown on the screen of the till",
            "Turn what is listed above into a JSON object and add nothing of your own.",
        ),
        (
            "The accountant wants to have this {subject} in machine-readable form. Here is what we keep on "
            "file:",
            "Reply with the JSON and nothing around it.",
        ),
        (
            "Copied from the screen in the back office:",
            "What does this {subject} look like as JSON? Just the object, please.",
        ),
        (
            "Your task is to read the {subject} below and to answer with JSON that holds the same facts.",
            "This is where the {subject} ends.",
        ),
        (
            "We are moving to new software, and our old records have to be carried over by hand.",
            "Could you write this {subject} as JSON, so that I can load it there?",
        ),
        (
            "Sample input for the import script",
            "The script expects the {subject} in JSON, with keys in snake case.",
        ),
        (
            "{heading} (reprint for the files)",
            "Hand me the JSON of this {subject} when you can; the folder goes back to the archive "
            "afterwards.",
        ),
        (
            "My supervisor asked me to check this {subject}.",
            "Give me the facts as JSON so that I can compare them with the ledger.",
        ),
        (
            "Below is the {subject} that the clerk keyed in. Convert it to JSON, please.",
            "That is everything the clerk wrote.",
        ),
        ("## {heading}", "JSON, please, without comments around it."),
        (
            "The search index of the shop needs the {subject} in structured form. This is what it has so "
            "far:",
            "Answer with a JSON object and nothing around it.",
        ),
        (
            "Found in the shared folder, left there by whoever had the late shift",
            "I need this {subject} as JSON for the handover.",
        ),
        (
            "For the auditors, who collect samples of our records",
            "They take samples as JSON, so please convert this {subject} for them.",
        ),
    ),
    "form": (
        ("{heading}", "Return the {subject} as a JSON object."),
        (
            "This form came back from the counter, filled in by hand. Please type it up as JSON.",
            "The paper original stays in the tray.",
        ),
        ("{heading}\n(office copy)", "Write the content of this form as JSON."),
        (
            "Scanned form, text recognition has already run over it",
            "Read the {subject} out of the scan and return it as JSON.",
        ),
        (
            "The trainee filled in the form for this {subject}, and I would like to have it in the database.",
            "The database takes JSON, so that is what I need from you.",
        ),
        (
            "{heading}\nTo be filled in by the clerk",
            "To be returned as JSON, with all of the entries that the clerk made.",
        ),
        (
            "Our form designer shows this {subject} as below:",
            "The designer can also load JSON. Please give me the JSON that yields this form.",
        ),
        (
            "Please capture this form. I am after a JSON object with an entry for each box that is filled.",
            "Boxes that are missing were left blank and should stay out.",
        ),
        ("{heading}, sheet for the binder", "As JSON, please, so that the binder can finally go."),
        (
            "The counter still works with forms like this, the warehouse with JSON.",
            "Please write the {subject} as JSON, so that the warehouse can read it.",
        ),
        (
            "A form without its JSON twin turned up while we were tidying the cabinet:",
            "Please make the JSON for this {subject}.",
        ),
        (
            "Form view of the {subject}",
            "I would like to see the raw view, that is, the JSON behind it.",
        ),
        (
            "The insurer sent our form back and asks for it in digital form, meaning JSON.",
            "Nothing in the form was changed since.",
        ),
        (
            "{heading}\nRetyped from a faded carbon copy",
            "Build the JSON from the retyped text, please; the carbon copy is hardly legible.",
        ),
        (
            "Exercise for new staff: a filled form, from which the JSON of the {subject} has to be made",
            "Show what the JSON should look like.",
        ),
    ),
    "slip": (
        ("Read this {subject}:", "Answer in JSON."),
        ("Here is a printout from the till.", "Please turn the {subject} on it into JSON."),
        (
            "The scanner app took a picture of this slip and read the following. I need it as JSON.",
            "The picture itself is stored elsewhere.",
        ),
        (
            "This was stapled to the folder:",
            "Could you enter it? The tool accepts JSON, so the {subject} as JSON would do.",
        ),
        (
            "Receipt printer, raw text",
            "Parse the {subject} and print it as a JSON object.",
        ),
        (
            "I found this slip in my coat and want to file it properly.",
            "My filing script reads JSON. What would the {subject} be?",
        ),
        (
            "The bookkeeper gets a shoebox full of these, and types them in.",
            "Please save the bookkeeper the typing and give the {subject} as JSON.",
        ),
        (
            "Extract the printed {subject} as JSON. Ignore rulers and headings, which carry nothing.",
            "That was the whole printout.",
        ),
        (
            "The thermal paper fades, so we keep the content as JSON.",
            "Please make the JSON for this {subject}.",
        ),
        (
            "Copy of the printout for the shop, the other copy went out with the goods",
            "For the archive: the same {subject} as JSON, please.",
        ),
        (
            "Kiosk terminal, print preview",
            "The terminal can pass the {subject} on as JSON. Write the JSON that it would pass on.",
        ),
        (
            "What follows is plain text from the printer queue.",
            "Convert the {subject} in it to JSON, with nothing left out.",
        ),
        (
            "We lost the data behind this printout when the disk broke, so it has to be rebuilt from paper.",
            "Rebuild the JSON of the {subject}, please.",
        ),
        (
            "Slip from the folder of odd cases, which the new parser must be able to read",
            "Write down the JSON that the parser ought to give.",
        ),
        (
            "My neighbour runs the corner shop and asked me what the printout says.",
            "Can you help and turn the {subject} into JSON? We will load that into a spreadsheet.",
        ),
    ),
    "log": (
        ("These lines state the {subject}:", "Write it as a JSON object."),
        (
            "The service logged this before it was restarted.",
            "Restore the {subject} from the lines, as JSON.",
        ),
        (
            "Grep found these lines for the {subject}:",
            "Put them together into the JSON document that they came from.",
        ),
        (
            "Turn the log lines below into JSON. A position in brackets, where there is any, says which "
            "list item a line is about.",
            "End of the log.",
        ),
        (
            "Debug trace of the shop backend",
            "Developers ask for the {subject} in JSON to replay it on their machines.",
        ),
        (
            "The queue swallowed the message, but the log still has its content:",
            "I want to put the {subject} back into the queue. Give me the JSON for it.",
        ),
        (
            "Tail of the audit log, only the lines that matter",
            "As JSON, please: the {subject} with all that is logged of it.",
        ),
        (
            "Our log collector flattens everything. Undo that for this {subject} and give me the nested "
            "JSON.",
            "The lines are in the sequence in which they were written.",
        ),
        (
            "Here is what the importer printed in verbose mode.",
            "Which JSON did the importer read? I lost the input file.",
        ),
        (
            "Key and value pairs from the cash desk daemon:",
            "Collect the pairs into JSON that describes the {subject}.",
        ),
        (
            "Support bundle, excerpt",
            "For the ticket I need the {subject} from this excerpt as JSON.",
        ),
        (
            "The dashboard lists this {subject} but does not open it, so I took the log lines instead.",
            "Please read them and answer with the JSON.",
        ),
        (
            "The retention job is about to delete these lines, and the {subject} has to be saved from it.",
            "Save it as JSON.",
        ),
        (
            "Fixture for the regression suite, written by the logger of the old backend",
            "State the JSON that the new backend must produce from it.",
        ),
        (
            "The lawyer asked what our servers recorded about this {subject}. I have nothing but this:",
            "Put it into JSON so that the tool of the law firm can show it.",
        ),
    ),
    "table": (
        ("# {heading}", "Convert the {subject} to JSON."),
        (
            "From our wiki, where the {subject} is kept as tables:",
            "The wiki is being retired. Move this page to JSON, please.",
        ),
        (
            "{heading}, pasted from a spreadsheet",
            "Please give me the same as JSON; an empty cell means that there is nothing to state.",
        ),
        (
            "I need the JSON of what is in the tables below.",
            "Many thanks from accounting.",
        ),
        (
            "The controller made these tables for a slide.",
            "For the data team the slide is useless, they want the {subject} as JSON.",
        ),
        (
            "# {heading}\n\nState of the page when it was last saved.",
            "Rewrite the page as a JSON object.",
        ),
        (
            "Tables are nice to read, but the shop connector wants JSON.",
            "So please write the {subject} as JSON for the connector.",
        ),
        (
            "Review comment: documentation must show the {subject} as a table and as JSON. The table exists "
            "already.",
            "Supply the JSON.",
        ),
        (
            "Somebody turned our JSON into markdown for the newsletter and then lost the JSON.",
            "Turn it back into JSON, please.",
        ),
        (
            "## {heading}\n\nMaintained by the back office.",
            "Extract the {subject} for the nightly job, which reads JSON.",
        ),
        (
            "Read the rows and return JSON, rows of a list in the sequence of the table.",
            "There are further tables on the page, but they are about something else.",
        ),
        (
            "Meeting handout about the {subject}",
            "After the meeting we agreed to store it as JSON. Could you write that?",
        ),
        (
            "The pull request below changes how the page renders the {subject}:",
            "As a check, give the JSON from which the page is rendered.",
        ),
        (
            "A student of ours compares shops for a thesis and collected this {subject} in tables.",
            "Her statistics tool reads JSON, so please convert them.",
        ),
        (
            "### {heading}\n\nPlease find the details for the adviser in this sheet.",
            "Her software imports JSON. Give me the JSON file, nothing else.",
        ),
    ),
}

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    style: tuple(Frame(before=before, after=after) for before, after in pairs)
    for style, pairs in _PAIRS.items()
}
