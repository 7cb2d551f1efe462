"""Frames and asides: general, for schemas whose group is not known."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    "listing": (
        Frame(before="{heading}", after="Please extract the {subject} as JSON."),
        Frame(before="# {heading}", after="Convert the fields above to JSON."),
        Frame(before="These are the fields of the {subject}:", after="Give me a JSON object with them."),
        Frame(before="Return the {subject} below as JSON.", after="That is the whole listing."),
        Frame(before="Copied from our system:", after="Write the {subject} as JSON."),
        Frame(
            before="What we have about the {subject}:",
            after="A program will read your answer, so JSON and nothing else.",
        ),
        Frame(before="{heading} (export)", after="The importer takes JSON. Please convert the export."),
        Frame(
            before="From the records:",
            after="Turn the {subject} into JSON and leave out what is not listed.",
        ),
        Frame(before="I copied the {subject} by hand:", after="Could you turn it into JSON?"),
        Frame(before="Found in an old folder:", after="Please keep the {subject} as JSON."),
        Frame(before="For the examiners, {heading}", after="Show the examiners the JSON."),
        Frame(
            before="Read out to me over the intercom, so I list what I heard:",
            after="File the {subject} as JSON.",
        ),
    ),
    "form": (
        Frame(before="{heading}", after="Return the {subject} as a JSON object."),
        Frame(before='Form "{heading}"', after="Please key the form in as JSON."),
        Frame(before="Somebody filled in this form.", after="Type it up as JSON, please."),
        Frame(before="Convert the form below to JSON.", after="End of the form."),
        Frame(before="Sheet from the binder:", after="Carry the sheet over into JSON."),
        Frame(before="[ {heading} ]", after="The {subject} is needed as JSON."),
        Frame(
            before="Our template for the {subject}, filled in:",
            after="Answer with JSON; blank fields do not appear.",
        ),
        Frame(before="Screen of the old program, copied by hand", after="Give the {subject} as JSON."),
        Frame(before="The paper version of the {subject}:", after="Now the electronic version, as JSON."),
        Frame(before="The form came back by fax.", after="Read the fax and return JSON."),
        Frame(before="Worksheet for the class", after="Everybody writes the {subject} as JSON."),
        Frame(before="From the drawer of a former colleague:", after="Save the form as JSON."),
    ),
    "prose": (
        Frame(before="Here is what I know about the {subject}.", after="Please give it to me as JSON."),
        Frame(
            before="Let me describe the {subject} in plain words.",
            after="Could you write it down as JSON?",
        ),
        Frame(before="Please return JSON for the {subject} described below.", after="I have nothing to add."),
        Frame(before="I made some notes about the {subject}.", after="Turn my notes into JSON, please."),
        Frame(
            before="We keep the {subject} as text, and our program cannot read it.",
            after="Turn it into JSON.",
        ),
        Frame(
            before="You asked about the {subject}, so here you are.",
            after="If you need it as JSON, please convert it.",
        ),
        Frame(
            before="This paragraph is all that we have about the {subject}.",
            after="Extract the facts as JSON.",
        ),
        Frame(
            before="I am covering for a colleague and was told to record the {subject}.",
            after="Our records are JSON. Please help.",
        ),
        Frame(
            before="Below somebody retells the {subject} in sentences.",
            after="Put it into JSON, with nothing left out.",
        ),
        Frame(before="A short description of the {subject} follows.", after="JSON, please."),
        Frame(
            before="I am dictating this while walking, so bear with me about the {subject}.",
            after="Lay it out as JSON for me.",
        ),
        Frame(
            before="The exhibition wants a text about the {subject} and its JSON side by side. The text:",
            after="The JSON is for you to write.",
        ),
    ),
    "email": (
        Frame(
            before="Mail about the {subject}\n\nHello,\n\nhere you have what we know.",
            after="Could you return it as JSON?\n\nBest regards\nThe office",
        ),
        Frame(
            before="{heading}\n\nHi,\n\nplease put the {subject} below into JSON.",
            after="Thanks\n\nThe data desk",
        ),
        Frame(
            before="Dear colleagues,\n\nas promised I am sending the {subject}.",
            after="Please store it as JSON.\n\nKind regards\nThe coordinator",
        ),
        Frame(
            before=(
                "For the import: {heading}\n\nGood morning,\n\n"
                "I could not attach a file, so the {subject} comes in the body of this mail."
            ),
            after="JSON, please.\n\nMany thanks\nThe back office",
        ),
        Frame(
            before="Hello team,\n\nthe export does not work, so I am writing the {subject} by hand.",
            after="Please make the JSON that the export would have made.\n\nRegards\nA user",
        ),
        Frame(
            before=(
                "(forwarded) {heading}\n\nHi,\n\n"
                "could you look at the message below? It describes the {subject}."
            ),
            after="We need it as JSON.\n\nBest\nThe desk",
        ),
        Frame(
            before="Handover: {heading}\n\nHello,\n\nbefore I leave, the {subject} for your files.",
            after="Please keep it as JSON.\n\nAll the best\nYour deskmate",
        ),
        Frame(
            before="Good afternoon,\n\nyou wanted an example of the {subject}.",
            after="You probably need JSON, so please convert it.\n\nGreetings\nThe partner office",
        ),
        Frame(
            before="Dear sir or madam,\n\nin reply to your letter we are sending the {subject}.",
            after="Kindly record it as JSON.\n\nYours faithfully\nThe registry",
        ),
        Frame(
            before="Hi bot,\n\nlet us see whether you can read mail. This is the {subject}.",
            after="Now answer with JSON.\n\nThe tester",
        ),
        Frame(
            before=(
                "To the organisers: {heading}\n\nDear organisers,\n\n"
                "we are handing in the {subject} for the contest."
            ),
            after="The rules ask for JSON, which we leave to you.\n\nGood luck\nThe participants",
        ),
        Frame(
            before="Hello from the road,\n\nI have only mail here, so this is the {subject} as text.",
            after="Please have JSON ready when I am back.\n\nThank you\nField staff",
        ),
    ),
    "chat": (
        Frame(before="desk: here is the {subject}", after="desk: as JSON please"),
        Frame(
            before="lead: somebody should post the {subject} here\nassistant: typing already",
            after="lead: thanks, bot please turn it into JSON",
        ),
        Frame(
            before="office: I want to file the {subject}\nbot: tell me about it\noffice: okay",
            after="office: done, now JSON",
        ),
        Frame(before="tester: next case, the {subject}", after="tester: expected output is JSON"),
        Frame(
            before="analyst: we still lack the {subject}\nclerk: coming",
            after="analyst: I will load it as JSON",
        ),
        Frame(
            before="dev: please paste the {subject}, anyone\nhelper: sure",
            after="dev: thanks, converting to JSON",
        ),
        Frame(before="coordinator: the form is broken, so I type it here", after="coordinator: JSON please"),
        Frame(
            before=(
                "intern: I do not know how to enter the {subject}\nmentor: tell me what you have\n"
                "intern: this"
            ),
            after="mentor: and now as JSON",
        ),
        Frame(before="manager: before I forget, the {subject}", after="manager: please store it as JSON"),
        Frame(
            before="editor: please send me the {subject}\nwriter: sure, see here",
            after="editor: great, JSON of it goes into the file",
        ),
        Frame(
            before="archivist: reading out an old page about the {subject}",
            after="archivist: end of page, JSON please",
        ),
        Frame(
            before="juror: the {subject} is missing\norganiser: it goes like this",
            after="juror: thanks, I will add it as JSON",
        ),
    ),
    "slip": (
        Frame(before="Read this {subject}:", after="Answer in JSON."),
        Frame(before="The printer gave us this:", after="Please return the {subject} as JSON."),
        Frame(before="{heading}, printed copy", after="Scan result wanted as JSON."),
        Frame(before="Convert the printout below to JSON.", after="(end of printout)"),
        Frame(before="Copied from a slip of paper:", after="Keep the {subject} as JSON."),
        Frame(before="Output of the terminal at the counter", after="Parse it and give JSON."),
        Frame(before="Print preview of the {subject}", after="JSON instead of paper, please."),
        Frame(before="Pinned to the board:", after="Save what the board says as JSON."),
        Frame(before="Carbon copy, still readable:", after="Write the {subject} as JSON before it fades."),
        Frame(before="The kiosk printed the {subject} for me.", after="Key it into JSON."),
        Frame(
            before="Found between the pages of a book:",
            after="Please give the {subject} back to its owner as JSON.",
        ),
        Frame(before="Strip from the time capsule", after="Preserve it as JSON."),
    ),
    "log": (
        Frame(before="These lines belong to the {subject}:", after="Write it as a JSON object."),
        Frame(before="Output of the exporter:", after="Parse it into JSON."),
        Frame(before="Answer with JSON for the lines below.", after="End of the lines."),
        Frame(before="I dumped the {subject} and got this:", after="Turn the dump into JSON."),
        Frame(before="From the console, {heading}", after="Please give the {subject} as JSON."),
        Frame(before="Our tool can print but not export. The print:", after="Export it as JSON for me."),
        Frame(before="Trace of the service", after="Which JSON belongs to it?"),
        Frame(before="Raw record of the {subject}", after="Reformat it as JSON, please."),
        Frame(before="The importer stopped here:", after="Finish its work, as JSON."),
        Frame(before="Copied from the terminal:", after="Structured output, please: JSON."),
        Frame(before="Readable part of the backup tape", after="Restore the {subject} as JSON."),
        Frame(before="Recovered from the buffer after the crash:", after="Save what it held as JSON."),
    ),
    "table": (
        Frame(before="# {heading}", after="Convert the {subject} to JSON."),
        Frame(before="The wiki has this table:", after="Please give the {subject} as JSON."),
        Frame(before="Copied from the spreadsheet:", after="Write a JSON object with what the cells say."),
        Frame(before="## {heading}, overview", after="For the interface we need JSON."),
        Frame(before="Make JSON of the table below.", after="Thank you."),
        Frame(
            before="I asked for the {subject} and got a table.",
            after="JSON would have been better. Can you help?",
        ),
        Frame(before="Table from the report", after="Please convert it to JSON."),
        Frame(before="Preview of the {subject}:", after="What JSON belongs to the preview?"),
        Frame(before="Appendix, {heading}", after="We need the appendix as JSON."),
        Frame(before="Sheet shared by our partners", after="We work with JSON. Please convert their sheet."),
        Frame(
            before="Chalked up in the staff room:",
            after="Wipe the board, but keep the {subject} as JSON.",
        ),
        Frame(before='Slide "{heading}"', after="Participants write the JSON. What is the solution?"),
    ),
    "mixed": (
        Frame(before="The {subject} follows.", after="Please turn all of it into JSON."),
        Frame(
            before="Some of it in words, the rest as a listing.",
            after="Put both parts of the {subject} together as JSON.",
        ),
        Frame(before="{heading}", after="Return JSON with what the text says and what is below it."),
        Frame(before="JSON wanted for the {subject}, text and table alike.", after="This is where it ends."),
        Frame(before="From the notebook:", after="Extract the {subject} as JSON."),
        Frame(before="I sum up and paste the remainder.", after="Everything goes into a JSON object."),
        Frame(before="Note for the file, details appended", after="Please store the note as JSON."),
        Frame(
            before="The page describes the {subject} and shows data underneath.",
            after="Convert the page to JSON.",
        ),
        Frame(
            before="Here are my notes about the {subject}, the tidy part at the end.",
            after="JSON, please, for both parts.",
        ),
        Frame(before='Report, section "{heading}"', after="Add the section to our JSON."),
        Frame(
            before="Letter about the {subject}, with a list enclosed",
            after="Transfer letter and list to JSON.",
        ),
        Frame(before="Page from a diary, glued-in part included", after="Type the {subject} up as JSON."),
    ),
    "transcript": (
        Frame(
            before="Agent: How can I help?\nCaller: I would like to give you the {subject}.",
            after="Agent: Thank you, I will write the {subject} down as JSON.",
        ),
        Frame(
            before="Assistant: I can take down the {subject} for you.\nUser: Then please do.",
            after="Assistant: I will return it as JSON now.",
        ),
        Frame(
            before="Archivist: I am recording. Please describe the {subject}.\nVisitor: With pleasure.",
            after="Archivist: Thank you. We keep it as JSON.",
        ),
        Frame(
            before="Editor: Let us go through the {subject}.\nWriter: I have it before me.",
            after="Editor: Good. Please render it as JSON.",
        ),
        Frame(
            before="Clerk: Registry, hello.\nCaller: I am calling about the {subject}.",
            after="Clerk: Filed. Please make JSON of this conversation.",
        ),
        Frame(
            before="Analyst: I need the {subject} for my report.\nColleague: Then please ask.",
            after="Analyst: Thanks. I will enter it as JSON.",
        ),
        Frame(
            before="Tester: I ask, you answer about the {subject}.\nDeveloper: Fine.",
            after="Tester: The expected output is JSON.",
        ),
        Frame(
            before=(
                "Helpdesk: You are through to the helpdesk.\n"
                "Caller: Your form does not load, so I will tell you the {subject}."
            ),
            after="Helpdesk: Got it all. JSON will be filed for you.",
        ),
        Frame(
            before="Typist: Ready for dictation.\nManager: Then let us do the {subject}.",
            after="Typist: Done, saved as JSON.",
        ),
        Frame(
            before="Trainer: We practise asking about the {subject}.\nTrainee: Ready when you are.",
            after="Trainer: Well done. Now the group writes the JSON.",
        ),
        Frame(
            before=(
                "Interpreter: I translate for our guests. They ask about the {subject}.\n"
                "Host: I am glad to answer."
            ),
            after="Interpreter: They thank you and would like JSON of it.",
        ),
        Frame(
            before="Examiner: Please explain the {subject} on your sheet.\nCandidate: I will try.",
            after="Examiner: That will do. Write the JSON that belongs to it.",
        ),
    ),
}

ASIDES: tuple[str, ...] = (
    "Thanks for the patience.",
    "The coffee machine is being repaired again, so forgive me for being brief.",
    "The heating has broken down again.",
    "Feel free to ask if anything is unclear.",
    "I have checked it as carefully as I could.",
    "Please forgive the plain words.",
    "I have meetings before and after this.",
    "The rest can wait.",
    "It has been a busy morning.",
    "Somebody has taken my pen again.",
    "The keyboard is new, so bear with me.",
    "I wish it were always this tidy.",
    "The printer is out of toner again.",
    "It is rather noisy in here.",
    "Say hello to the others from me.",
    "I am glad that we could help.",
    "The window is stuck again, by the way.",
    "My colleague sends greetings.",
    "Forgive me if I repeat myself.",
    "This is my last task before lunch.",
    "It is raining here.",
)
