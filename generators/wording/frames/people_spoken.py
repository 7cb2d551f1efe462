"""Frames of people: prose, mails, chats, mixed forms and calls."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

_PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "prose": (
        ("Here is what I know about the {subject}.", "Please give it to me as JSON."),
        (
            "I am cleaning up our records and came across the following.",
            "Could you write the {subject} as a JSON object? I would like to load it into the new system.",
        ),
        (
            "We spoke on the phone earlier and I promised to send the {subject} in writing.",
            "Please put all of that into JSON for us.",
        ),
        ("Please read this paragraph and return the {subject} as JSON.", "That is all I was told."),
        (
            "A colleague left a handwritten note before leaving for lunch, and it says the following.",
            "Turn the note into JSON so that the {subject} does not get lost.",
        ),
        (
            "These sentences come from our newsletter archive.",
            "For the archive's index, extract the {subject} as JSON.",
        ),
        (
            "The receptionist summed up the {subject} in her own words.",
            "We need the same facts as a JSON object; please do not add any of your own.",
        ),
        (
            "I am writing this from memory, but I compared it with the file.",
            "Turn it into a JSON object, please; the intern will import the {subject} later.",
        ),
        (
            "This is how the {subject} was described to me across the counter.",
            "JSON would be perfect, since the rest of our list is already in that form.",
        ),
        (
            "Answer with JSON only. The text describes the {subject} as our office manager dictated it.",
            "End of dictation.",
        ),
        (
            "While tidying up the shared drive I found a page with these facts.",
            "What is the {subject} as JSON? I would rather not retype it by hand.",
        ),
        (
            "For the church council's register, somebody wrote this down for us.",
            "The register is kept in JSON now. Please convert the {subject}.",
        ),
        (
            (
                "My grandmother keeps her records in a notebook, in full sentences, and this page "
                "is about the {subject}."
            ),
            "I am teaching her to use a computer. Show us the page as JSON.",
        ),
        (
            (
                "An exercise for the data course: the passage below hides the {subject} among "
                "ordinary sentences."
            ),
            "Solution, please, as a JSON object.",
        ),
        (
            "Somebody read the following aloud at the end of the meeting and the room agreed with it.",
            "For the files, we would like the {subject} in JSON before everybody forgets.",
        ),
    ),
    "email": (
        (
            "Subject: {heading}\n\nHello,\n\nhere is the {subject} you asked for.",
            "Could you return it as JSON?\n\nBest regards,\nthe front desk",
        ),
        (
            (
                "Subject: {heading} for the import\n\nHello team,\n\nthe import tool refuses my "
                "spreadsheet, so I am writing the {subject} out here."
            ),
            (
                "Would you please turn it into a JSON object and run the import for me?\n\nMany "
                "thanks,\nthe office manager"
            ),
        ),
        (
            (
                "Subject: Please convert: {heading}\n\nDear data desk,\n\nI would like the "
                "{subject} below back as JSON."
            ),
            "There is no hurry, the end of the week will do.\n\nKind regards,\nreception",
        ),
        (
            "Subject: Fwd: {heading}\n\nHi,\n\nforwarding what I received, in my own words.",
            "Can you turn the {subject} into JSON and put it in the shared folder?\n\nThanks,\nthe assistant",
        ),
        (
            "Subject: Update of our records\n\nGood day,\n\nplease take the following into our records.",
            (
                "Our system reads JSON, so a JSON object of the {subject} would save me "
                "a lot of time.\n\nYours sincerely,\nthe registry"
            ),
        ),
        (
            (
                "Subject: {heading}, as discussed\n\nHello again,\n\nafter our call I looked "
                "everything up, and this is what I found."
            ),
            (
                "Please send the {subject} back to me in JSON so that I can check "
                "it.\n\nRegards,\nthe secretary's office"
            ),
        ),
        (
            (
                "Subject: Missing entry\n\nDear colleagues,\n\nthe directory lacks this {subject}, "
                "so I am sending you what we have on paper."
            ),
            "Please enter it; the directory takes JSON objects, as you know.\n\nWith thanks,\nthe archive",
        ),
        (
            (
                "Subject: Request from the help desk\n\nHello,\n\na caller gave us the {subject} "
                "and I wrote everything down."
            ),
            "We need it as JSON before we can close the call. Could you do that?\n\nCheers,\nthe help desk",
        ),
        (
            (
                "Subject: {heading} to be digitised\n\nDear all,\n\nas part of the move to "
                "paperless files, please write the following as JSON."
            ),
            "Thank you for your help.\n\nWarm regards,\nthe records room",
        ),
        (
            (
                "Subject: Re: Re: {heading}\n\nHi there,\n\nsorry for the back and forth, here is "
                "everything in a proper message."
            ),
            "If you could reply with the {subject} in JSON, we are done.\n\nThank you,\nthe club secretary",
        ),
        (
            (
                "Subject: Before I leave\n\nHello,\n\nmy desk has to be empty soon, and this "
                "{subject} is still waiting to be entered."
            ),
            "Please keep it as a JSON object in the usual folder.\n\nSo long,\nyour predecessor",
        ),
        (
            (
                "Subject: Data for the app\n\nHi developers,\n\nyou wanted real-looking material "
                "to try the app with."
            ),
            (
                "Write it as JSON and you have a test case for the {subject} screen.\n\nGreetings "
                "from\nthe shop floor"
            ),
        ),
        (
            (
                "Subject: {heading} from the village hall\n\nDear webmaster,\n\nour notice board "
                "has the following pinned to it, and I copied it for you."
            ),
            "Your site needs JSON, I was told, so please convert the {subject}.\n\nYours,\nthe caretaker",
        ),
        (
            (
                "Subject: Correction from the print shop\n\nGood afternoon,\n\nbefore we print the "
                "booklet we would like to be sure that we understood the {subject}."
            ),
            (
                "Send us what you read here as JSON and our machine will compare it with the "
                "proof.\n\nKind regards,\nthe print shop"
            ),
        ),
        (
            (
                "Subject: Question about a letter\n\nDear librarian,\n\na letter in our collection "
                "tells us this."
            ),
            (
                "For the catalogue we would like the {subject} as JSON.\n\nRespectfully,\nthe "
                "local history society"
            ),
        ),
    ),
    "chat": (
        ("desk: hi, got a moment?\noffice: sure, here is the {subject}", "desk: as JSON please"),
        (
            "ops: the import is waiting for the {subject}\nhr: ok, typing it out now",
            "ops: great\nops: bot, turn that into a JSON object",
        ),
        (
            "bot: Send me the {subject} and I will answer with JSON.\nuser: alright, here it comes",
            "user: that is all",
        ),
        (
            "volunteer: I have the {subject} here on a crumpled sheet",
            "volunteer: can somebody please turn it into JSON?",
        ),
        (
            "office: who has the {subject}?\nreception: me\nreception: here you are",
            "office: thanks, converting it to JSON",
        ),
        (
            "frontdesk: quick data entry job\nfrontdesk: need JSON for the {subject}\nfrontdesk: facts below",
            "backoffice: on it",
        ),
        (
            "dev: which {subject} should I load into the demo?\nshop: take this",
            "dev: nice, please reformat that as JSON, bot",
        ),
        (
            "clerk: the scanner is down so I read the {subject} out loud here",
            "clerk: please reply in JSON\nrecords: will do",
        ),
        (
            (
                "caller: hello, somebody told me to write to you about the {subject}\nhelpdesk: "
                "yes, tell me everything\ncaller: ok"
            ),
            "helpdesk: thank you, I will store it as JSON",
        ),
        (
            "assistant: Hi! Paste anything and I will structure it.\nmember: good, I have the {subject}",
            "member: make it JSON so I can copy it over",
        ),
        (
            "office: dictating while I walk, so excuse the short lines",
            "office: there, now as a JSON object please\ndesk: coming",
        ),
        (
            "tester: need some input for the {subject} screen\noffice: how about this",
            "tester: perfect, JSON of that please",
        ),
        (
            (
                "neighbour: you are good with computers, right?\nneighbour: the association wants "
                "the {subject} in JSON, whatever that is\nneighbour: I only know this"
            ),
            "me: that is enough, JSON is coming",
        ),
        (
            "curator: reading from the old card catalogue now",
            "curator: that was the card\ncurator: JSON for the database, please, just the {subject}",
        ),
        (
            "radio: control, ready to copy the {subject}?\ncontrol: ready\nradio: copy as follows",
            "control: copied, relaying it as JSON",
        ),
    ),
    "mixed": (
        ("The {subject} follows.", "Please turn all of it into JSON."),
        (
            "I have put the important part in words and the rest underneath.",
            "Return the whole {subject} as a JSON object.",
        ),
        (
            "{heading}\n\nSummary from the office:",
            "JSON for the {subject}, please, summary and details together.",
        ),
        (
            "Write a JSON object for this {subject}. Part of it is in sentences, part of it is not.",
            "That is everything we have on file.",
        ),
        (
            "From our onboarding notes:",
            "The onboarding tool takes JSON, so please give me the {subject} in that form.",
        ),
        (
            "Somebody began to write this up and then just pasted the remainder.",
            "Please make the {subject} whole again, as JSON.",
        ),
        ("A page from the staff portal, copied by hand:", "Extract the {subject}, JSON only."),
        ("{heading}: what we know so far", "Could you store what we know as JSON?"),
        (
            "Please find the {subject} below, partly described, partly listed.",
            "I would be glad to have it as a JSON object by the time I am back.",
        ),
        (
            "The inspector's notebook contains this entry.",
            "Enter the {subject} as JSON into the inspection database.",
        ),
        (
            "Here are the words of the organiser, followed by what was attached.",
            "Words and attachment belong to the same {subject}. Please merge them into JSON.",
        ),
        (
            "What the form could not hold was written on its back, and I typed up all of it.",
            "Give me the {subject} as JSON, both sides included.",
        ),
        (
            "The guide for new residents describes it as follows.",
            "Our app for residents needs the {subject} as JSON.",
        ),
        (
            "A screenshot with a caption, turned into text:",
            "Caption and screenshot show the same {subject}. What is it in JSON?",
        ),
        (
            "Taken from a grant application, slightly shortened:",
            "The reviewing portal accepts JSON uploads. Please prepare the {subject}.",
        ),
    ),
    "transcript": (
        (
            "Agent: How can I help?\nCaller: I would like to give you the {subject}.",
            "Agent: Thank you, I will write the {subject} down as JSON.",
        ),
        (
            "Clerk: Records office, good morning.\nVisitor: Good morning, I am here about the {subject}.",
            "Clerk: That is all I need.\nVisitor: And please store it as JSON.",
        ),
        (
            "Desk: Welcome desk, what can I do for you?\nGuest: Could you take down the {subject}?",
            "Desk: I have it. Our system keeps it as a JSON object.",
        ),
        (
            (
                "Interviewer: Shall we fill in the {subject} together?\nApplicant: Yes please, I "
                "have everything with me."
            ),
            "Interviewer: Good. I am saving this as JSON now.",
        ),
        (
            (
                "Operator: You are through to data entry.\nBranch: Hello, the branch here, we have "
                "the {subject} for you."
            ),
            "Operator: Received. I will return it to you as JSON.\nBranch: Wonderful, goodbye.",
        ),
        (
            "Helper: Let us enter the {subject} step by step.\nNewcomer: I am ready.",
            "Helper: Well done. The page turns your answers into JSON.",
        ),
        (
            "Office: Before we hang up I need the {subject} for our files.\nMember: Of course, ask away.",
            "Office: Thanks. Please, assistant, write what was said as JSON.",
        ),
        (
            (
                "Librarian: I am updating our card. Do you have time?\nReader: For you, always. It "
                "is about the {subject}, I suppose."
            ),
            "Librarian: Good, the card is full. It becomes a JSON object.",
        ),
        (
            "Dispatcher: Control room, recording. What do you have?\nDriver: The {subject}, as agreed.",
            "Dispatcher: Recording stopped. Transcribe the {subject} as JSON.",
        ),
        (
            "Assistant: I can fill in the {subject} for you if you answer some questions.\nUser: Fine.",
            "Assistant: Here is what I will send as JSON. Thank you.",
        ),
        (
            (
                "Registrar: We lost your form, I am afraid. May we do the {subject} "
                "again?\nAttendant: No problem, I kept a copy."
            ),
            "Registrar: You saved my day. Into JSON it goes.",
        ),
        (
            "Surveyor: This conversation is written down. Ready?\nRespondent: Ready when you are.",
            "Surveyor: We are done. Extract the {subject} from this conversation as JSON.",
        ),
        (
            (
                "Host: On the show we try to collect the {subject} live.\nListener: I love the "
                "idea, let us do it."
            ),
            "Host: Could the studio please give us that as JSON?",
        ),
        (
            (
                "Teacher: Let us practise a call at an office. You give me the {subject}.\nPupil: "
                "I have it on this sheet."
            ),
            "Teacher: Excellent. And now, class, write the {subject} as JSON.",
        ),
        (
            "Notary: For the record, I will ask about the {subject}.\nClient: I understand.",
            "Notary: So noted. The record is to be kept as JSON.",
        ),
    ),
}

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    style: tuple(Frame(before=before, after=after) for before, after in pairs)
    for style, pairs in _PAIRS.items()
}
"""The words before and after the facts, by style."""
