"""Frames and asides: people."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    "listing": (
        Frame(before="{heading}", after="Please extract the {subject} as JSON."),
        Frame(
            before="{heading}, typed up from the paper form at the counter",
            after="We keep our records in JSON these days, so please rewrite the {subject} that way.",
        ),
        Frame(
            before=(
                "Return a JSON object for the {subject} below. Keep every value exactly as it was entered."
            ),
            after="End of the entry.",
        ),
        Frame(
            before="The old database prints its records like this:",
            after=("The new database only takes JSON. Convert the {subject} so that the import accepts it."),
        ),
        Frame(
            before="I copied the following from the intranet page we are about to retire.",
            after="Could you give me the {subject} as a JSON object before the page disappears?",
        ),
        Frame(
            before="### {heading}",
            after="Task: read the {subject} above and answer with JSON and nothing else.",
        ),
        Frame(
            before=("Volunteers filled this in at our open house; the handwriting has been typed up below."),
            after="Turn the {subject} into JSON for the sign-up sheet, please.",
        ),
        Frame(
            before=(
                "You are a data entry clerk. Write the {subject} that follows as JSON, leaving out "
                "nothing and inventing nothing."
            ),
            after="Thank you.",
        ),
        Frame(
            before='Export from the address book, "{heading}":',
            after="JSON, please, so that my script can pick it up.",
        ),
        Frame(
            before="For the handover I need the {subject} in machine-readable form.",
            after="A JSON object with those fields will do nicely.",
        ),
        Frame(
            before="{heading}\n(copied from the screen because the export button is broken)",
            after="Make a JSON object of it; the {subject} has to be in the queue before we close.",
        ),
        Frame(
            before=(
                "Below is what the scanner made of the {subject}. I checked it against the paper "
                "and it is right."
            ),
            after="Now I need the same thing as JSON.",
        ),
        Frame(
            before='Pasted from a shared document, section "{heading}":',
            after="Our chatbot can read JSON only. What would the {subject} look like?",
        ),
        Frame(
            before=(
                "Answer in JSON. The {subject} comes from a printed directory that a library is digitising."
            ),
            after="That is where the entry ends.",
        ),
        Frame(
            before="The clerk dictated the {subject} and I typed along.",
            after="Please hand it back as JSON, with the fields in the same order.",
        ),
    ),
    "form": (
        Frame(before="{heading}", after="Return the {subject} as a JSON object."),
        Frame(
            before="{heading} (to be filled in by the office)",
            after="The form above has been filled in. Please write the {subject} as JSON.",
        ),
        Frame(
            before="This form came through the letterbox. Please give me its {subject} as JSON.",
            after="Please file the paper afterwards.",
        ),
        Frame(
            before='Scan of a form, "{heading}":',
            after="Extract the {subject} from the scan and answer with a JSON object.",
        ),
        Frame(
            before="The visitor filled this in at the reception desk:",
            after="For the visitor system we need the {subject} in JSON.",
        ),
        Frame(
            before="{heading}\nPlease write clearly.",
            after="Data entry: transfer the {subject} to JSON, field by field.",
        ),
        Frame(
            before="Returned by fax, hence the odd spacing.",
            after="Could the {subject} be turned into JSON, so that nobody has to type it again?",
        ),
        Frame(
            before="Output JSON for the {subject} on the form that follows.",
            after="Signed and received by the office.",
        ),
        Frame(
            before="Form from the membership binder: {heading}",
            after=("We are emptying the binder. Each form becomes a JSON object; please do this {subject}."),
        ),
        Frame(
            before="From the kiosk in the lobby, this is what somebody entered:",
            after="What JSON should the kiosk send for this {subject}?",
        ),
        Frame(
            before="Application software shows the {subject} like this on my screen:",
            after="Please copy it into a JSON object, exactly as shown.",
        ),
        Frame(
            before="{heading}, carbon copy",
            after="The original has been posted. Keep the {subject} as JSON for our own records.",
        ),
        Frame(
            before=("The town archive holds this form in a grey box. Transcribe the {subject} into JSON."),
            after="The paper is fragile, so please work from this copy.",
        ),
        Frame(
            before='Found in the inbox tray, form "{heading}":',
            after="Nobody has entered it yet. JSON is what the entry tool expects for the {subject}.",
        ),
        Frame(
            before="A neighbour filled in the form for me on the tablet:",
            after=("Would you save the {subject} as JSON? The tablet forgets everything when it shuts down."),
        ),
    ),
    "prose": (
        Frame(before="Here is what I know about the {subject}.", after="Please give it to me as JSON."),
        Frame(
            before="I am cleaning up our records and came across the following.",
            after=(
                "Could you write the {subject} as a JSON object? I would like to load it into the new system."
            ),
        ),
        Frame(
            before="We spoke on the phone earlier and I promised to send the {subject} in writing.",
            after="Please put all of that into JSON for us.",
        ),
        Frame(
            before="Please read this paragraph and return the {subject} as JSON.",
            after="That is all I was told.",
        ),
        Frame(
            before=(
                "A colleague left a handwritten note before leaving for lunch, and it says the following."
            ),
            after="Turn the note into JSON so that the {subject} does not get lost.",
        ),
        Frame(
            before="These sentences come from our newsletter archive.",
            after="For the archive's index, extract the {subject} as JSON.",
        ),
        Frame(
            before="The receptionist summed up the {subject} in her own words.",
            after="We need the same facts as a JSON object; please do not add any of your own.",
        ),
        Frame(
            before="I am writing this from memory, but I compared it with the file.",
            after="Make it a JSON object, please; the intern will import the {subject} later.",
        ),
        Frame(
            before="This is how the {subject} was described to me across the counter.",
            after="JSON would be perfect, since the rest of our list is already in that form.",
        ),
        Frame(
            before=(
                "Answer with JSON only. The text describes the {subject} as our office manager dictated it."
            ),
            after="End of dictation.",
        ),
        Frame(
            before="While tidying up the shared drive I found a page with these facts.",
            after="What is the {subject} as JSON? I would rather not retype it by hand.",
        ),
        Frame(
            before="For the church council's register, somebody wrote this down for us.",
            after="The register is kept in JSON now. Please convert the {subject}.",
        ),
        Frame(
            before=(
                "My grandmother keeps her records in a notebook, in full sentences, and this page "
                "is about the {subject}."
            ),
            after="I am teaching her to use a computer. Show us the page as JSON.",
        ),
        Frame(
            before=(
                "An exercise for the data course: the passage below hides the {subject} among "
                "ordinary sentences."
            ),
            after="Solution, please, as a JSON object.",
        ),
        Frame(
            before=(
                "Somebody read the following aloud at the end of the meeting and the room agreed with it."
            ),
            after="For the files, we would like the {subject} in JSON before everybody forgets.",
        ),
    ),
    "email": (
        Frame(
            before="Subject: {heading}\n\nHello,\n\nhere is the {subject} you asked for.",
            after="Could you return it as JSON?\n\nBest regards,\nthe front desk",
        ),
        Frame(
            before=(
                "Subject: {heading} for the import\n\nHello team,\n\nthe import tool refuses my "
                "spreadsheet, so I am writing the {subject} out here."
            ),
            after=(
                "Would you please make a JSON object of it and run the import for me?\n\nMany "
                "thanks,\nthe office manager"
            ),
        ),
        Frame(
            before=(
                "Subject: Please convert: {heading}\n\nDear data desk,\n\nI would like the "
                "{subject} below back as JSON."
            ),
            after="There is no hurry, the end of the week will do.\n\nKind regards,\nreception",
        ),
        Frame(
            before="Subject: Fwd: {heading}\n\nHi,\n\nforwarding what I received, in my own words.",
            after=(
                "Can you turn the {subject} into JSON and put it in the shared "
                "folder?\n\nThanks,\nthe assistant"
            ),
        ),
        Frame(
            before=(
                "Subject: Update of our records\n\nGood day,\n\nplease take the following into our records."
            ),
            after=(
                "Our system reads JSON, so a JSON object of the {subject} would save me an "
                "hour.\n\nYours sincerely,\nthe registry"
            ),
        ),
        Frame(
            before=(
                "Subject: {heading}, as discussed\n\nHello again,\n\nafter our call I looked "
                "everything up, and this is what I found."
            ),
            after=(
                "Please send the {subject} back to me in JSON so that I can check "
                "it.\n\nRegards,\nthe secretary's office"
            ),
        ),
        Frame(
            before=(
                "Subject: Missing entry\n\nDear colleagues,\n\nthe directory lacks this {subject}, "
                "so I am sending you what we have on paper."
            ),
            after=(
                "Please enter it; the directory takes JSON objects, as you know.\n\nWith thanks,\nthe archive"
            ),
        ),
        Frame(
            before=(
                "Subject: Request from the help desk\n\nHello,\n\na caller gave us the {subject} "
                "and I wrote everything down."
            ),
            after=(
                "We need it as JSON before we can close the call. Could you do "
                "that?\n\nCheers,\nthe help desk"
            ),
        ),
        Frame(
            before=(
                "Subject: {heading} to be digitised\n\nDear all,\n\nas part of the move to "
                "paperless files, please write the following as JSON."
            ),
            after="Please leave every spelling as it is.\n\nWarm regards,\nthe records room",
        ),
        Frame(
            before=(
                "Subject: Re: Re: {heading}\n\nHi there,\n\nsorry for the back and forth, here is "
                "everything in a proper message."
            ),
            after=(
                "If you could reply with the {subject} in JSON, we are done.\n\nThank you,\nthe "
                "club secretary"
            ),
        ),
        Frame(
            before=(
                "Subject: Before I leave\n\nHello,\n\nmy desk has to be empty soon, and this "
                "{subject} is still waiting to be entered."
            ),
            after="Please keep it as a JSON object in the usual folder.\n\nSo long,\nyour predecessor",
        ),
        Frame(
            before=(
                "Subject: Data for the app\n\nHi developers,\n\nyou wanted real-looking material "
                "to try the app with."
            ),
            after=(
                "Write it as JSON and you have a test case for the {subject} screen.\n\nGreetings "
                "from\nthe shop floor"
            ),
        ),
        Frame(
            before=(
                "Subject: {heading} from the village hall\n\nDear webmaster,\n\nour notice board "
                "has the following pinned to it, and I copied it for you."
            ),
            after=(
                "Your site needs JSON, I was told, so please convert the {subject}.\n\nYours,\nthe caretaker"
            ),
        ),
        Frame(
            before=(
                "Subject: Correction from the print shop\n\nGood afternoon,\n\nbefore we print the "
                "booklet we would like to be sure that we understood the {subject}."
            ),
            after=(
                "Send us what you read here as JSON and our machine will compare it with the "
                "proof.\n\nKind regards,\nthe print shop"
            ),
        ),
        Frame(
            before=(
                "Subject: Question about a letter\n\nDear librarian,\n\na letter in our collection "
                "tells us this."
            ),
            after=(
                "For the catalogue we would like the {subject} as JSON.\n\nRespectfully,\nthe "
                "local history society"
            ),
        ),
    ),
    "chat": (
        Frame(
            before="desk: hi, got a moment?\noffice: sure, here is the {subject}",
            after="desk: as JSON please",
        ),
        Frame(
            before="ops: the import is waiting for the {subject}\nhr: ok, typing it out now",
            after="ops: great\nops: bot, make that a JSON object",
        ),
        Frame(
            before=("bot: Send me the {subject} and I will answer with JSON.\nuser: alright, here it comes"),
            after="user: that is all",
        ),
        Frame(
            before="volunteer: I have the {subject} here on a crumpled sheet",
            after="volunteer: can somebody please turn it into JSON?",
        ),
        Frame(
            before="office: who has the {subject}?\nreception: me\nreception: here you are",
            after="office: thanks, converting it to JSON",
        ),
        Frame(
            before=(
                "frontdesk: quick data entry job\nfrontdesk: need JSON for the "
                "{subject}\nfrontdesk: facts below"
            ),
            after="backoffice: on it",
        ),
        Frame(
            before="dev: which {subject} should I load into the demo?\nshop: take this",
            after="dev: nice, please reformat that as JSON, bot",
        ),
        Frame(
            before="clerk: the scanner is down so I read the {subject} out loud here",
            after="clerk: please reply in JSON\nrecords: will do",
        ),
        Frame(
            before=(
                "caller: hello, somebody told me to write to you about the {subject}\nhelpdesk: "
                "yes, tell me everything\ncaller: ok"
            ),
            after="helpdesk: thank you, I will store it as JSON",
        ),
        Frame(
            before=(
                "assistant: Hi! Paste anything and I will structure it.\nmember: good, I have the {subject}"
            ),
            after="member: make it JSON so I can copy it over",
        ),
        Frame(
            before="office: dictating while I walk, so excuse the short lines",
            after="office: there, now as a JSON object please\ndesk: coming",
        ),
        Frame(
            before="tester: need some input for the {subject} screen\noffice: how about this",
            after="tester: perfect, JSON of that please",
        ),
        Frame(
            before=(
                "neighbour: you are good with computers, right?\nneighbour: the association wants "
                "the {subject} in JSON, whatever that is\nneighbour: I only know this"
            ),
            after="me: that is enough, JSON is coming",
        ),
        Frame(
            before="curator: reading from the old card catalogue now",
            after=("curator: that was the card\ncurator: JSON for the database, please, just the {subject}"),
        ),
        Frame(
            before=("radio: control, ready to copy the {subject}?\ncontrol: ready\nradio: copy as follows"),
            after="control: copied, relaying it as JSON",
        ),
    ),
    "slip": (
        Frame(before="Read this {subject}:", after="Answer in JSON."),
        Frame(
            before="The badge printer produced this slip.",
            after="Please read the slip and write the {subject} as JSON.",
        ),
        Frame(
            before="Stapled to the file we found this printout:",
            after="We are throwing the paper away, so keep the {subject} as a JSON object.",
        ),
        Frame(before="JSON wanted: copy the {subject} from the slip.", after="The slip ends here."),
        Frame(
            before="A photo of the slip was sent in; this is its text.",
            after="Extract the {subject} as JSON, please.",
        ),
        Frame(
            before="From the receipt printer at the welcome desk:",
            after="The desk would like the {subject} in JSON too.",
        ),
        Frame(
            before="This came out of the machine when I pressed the print button.",
            after="Convert the printout to JSON for the {subject} list.",
        ),
        Frame(
            before="The card in the display case reads as follows.",
            after="Make a JSON object from the card, please.",
        ),
        Frame(
            before="We test our label printer with this {subject}:",
            after="Does the reader understand it? Show the JSON that it should report.",
        ),
        Frame(
            before="Kiosk printout, found on the floor of the lobby.",
            after="Before I shred it, please store the {subject} as JSON.",
        ),
        Frame(
            before="Please type the following slip into the system; the system takes JSON.",
            after="Many thanks from the evening shift.",
        ),
        Frame(
            before="What the courier handed over looks like this:",
            after="Give me the {subject} as JSON so I can match it with our list.",
        ),
        Frame(
            before="Text recognition returned this from a crumpled till roll:",
            after="Judge for yourself, it is quite readable. I need JSON of the {subject}.",
        ),
        Frame(
            before="Pinned to the cork board in the staff room:",
            after="I would like to have the {subject} on my laptop, as JSON.",
        ),
        Frame(
            before="The museum's ticket machine keeps a paper trail, and this is a piece of it.",
            after="For the inventory, write this {subject} as a JSON object.",
        ),
    ),
    "log": (
        Frame(before="These lines state the {subject}:", after="Write it as a JSON object."),
        Frame(
            before="The web form wrote this to its log before it crashed:",
            after="Recover the {subject} as JSON, please.",
        ),
        Frame(
            before="From the console, after pressing submit:",
            after="What JSON body should the form have sent for the {subject}?",
        ),
        Frame(
            before="Rebuild the {subject} from this trace and return JSON only.",
            after="Nothing further was logged.",
        ),
        Frame(
            before="Import log, cut to the relevant part:",
            after="Please turn the {subject} in it into a JSON object.",
        ),
        Frame(
            before="The old program cannot export, but it logs everything it shows.",
            after="So the {subject} has to be read from the log. JSON, please.",
        ),
        Frame(
            before="Our intern switched on verbose logging while saving the {subject}.",
            after="Good for us: please convert what was logged to JSON.",
        ),
        Frame(
            before="grep found these lines for us:",
            after="Put them together as a JSON object for the {subject}.",
        ),
        Frame(
            before="An excerpt from last night's synchronisation, as key and value pairs:",
            after="We need the {subject} as nested JSON instead.",
        ),
        Frame(
            before="Debug output of the sign-up page:",
            after=("The page will be rewritten to send JSON. Show what it would send for this {subject}."),
        ),
        Frame(
            before="Give me JSON. The {subject} was traced like this by the directory service:",
            after="The service has been restarted since.",
        ),
        Frame(
            before="Here is what the directory's audit trail has kept:",
            after="For the report, restate the {subject} as JSON.",
        ),
        Frame(
            before="A customer pasted this into a ticket, straight from the terminal:",
            after="Please answer with the {subject} as JSON, so that the customer can load it again.",
        ),
        Frame(
            before="The message queue stopped, and these entries were still in it.",
            after="I would like to send the {subject} again by hand, so I need it as JSON.",
        ),
        Frame(
            before="Dump of a handheld device that is kept at the gate:",
            after="The back end speaks JSON. Translate the {subject} for it.",
        ),
    ),
    "table": (
        Frame(before="# {heading}", after="Convert the {subject} to JSON."),
        Frame(
            before="# {heading}\n\nCopied from the wiki.",
            after="Please return the {subject} on this page as a JSON object.",
        ),
        Frame(before="The spreadsheet for the {subject} looks like this:", after="Save it as JSON, please."),
        Frame(
            before="I need JSON, but my colleague sent me tables. This is the {subject}.",
            after="Thanks for sparing me the typing.",
        ),
        Frame(
            before="## {heading} (draft)",
            after=(
                "When the draft is approved, the {subject} is stored as JSON. Please prepare that object."
            ),
        ),
        Frame(
            before="The site's admin page shows the following.", after="Give me the same {subject} as JSON."
        ),
        Frame(
            before="# Handbook page: {heading}",
            after="The handbook is moving to structured data. Write this {subject} as JSON.",
        ),
        Frame(
            before="Below you find the {subject} the way the office software exports it.",
            after="Our parser fails at tables. Could you produce JSON?",
        ),
        Frame(
            before="Notes for the migration, {heading}",
            after="Migrate this {subject}: output JSON with everything that the tables state.",
        ),
        Frame(before="Markdown in, JSON out. The {subject} stands here:", after="That was the Markdown."),
        Frame(
            before="# {heading}\n\nPlease do not edit this page, it is generated.",
            after="Regenerate the {subject} as JSON for the API.",
        ),
        Frame(
            before=(
                "Our volunteer coordinates everything in tables, so here is the {subject} in her layout."
            ),
            after="The website wants a JSON object. Would you convert it?",
        ),
        Frame(
            before="# Annex: {heading}",
            after="The annex must be attached in JSON. Please transcribe the {subject}.",
        ),
        Frame(
            before="The contents of a slide, pasted as text:",
            after="My talk needs a JSON example. Use exactly this {subject}.",
        ),
        Frame(
            before="From the appendix of a thesis on local clubs:",
            after="I would like to reuse the {subject} as data. JSON, please.",
        ),
    ),
    "mixed": (
        Frame(before="The {subject} follows.", after="Please turn all of it into JSON."),
        Frame(
            before="I have put the important part in words and the rest underneath.",
            after="Return the whole {subject} as a JSON object.",
        ),
        Frame(
            before="{heading}\n\nSummary from the office:",
            after="JSON for the {subject}, please, summary and details together.",
        ),
        Frame(
            before=("Write a JSON object for this {subject}. Part of it is in sentences, part of it is not."),
            after="That is everything we have on file.",
        ),
        Frame(
            before="From our onboarding notes:",
            after="The onboarding tool takes JSON, so please give me the {subject} in that form.",
        ),
        Frame(
            before="Somebody began to write this up and then just pasted the remainder.",
            after="Please make the {subject} whole again, as JSON.",
        ),
        Frame(
            before="A page from the staff portal, copied by hand:", after="Extract the {subject}, JSON only."
        ),
        Frame(before="{heading}: what we know so far", after="Could you store what we know as JSON?"),
        Frame(
            before="Please find the {subject} below, partly described, partly listed.",
            after="I would be glad to have it as a JSON object by the time I am back.",
        ),
        Frame(
            before="The inspector's notebook contains this entry.",
            after="Enter the {subject} as JSON into the inspection database.",
        ),
        Frame(
            before="Here are the words of the organiser, followed by what was attached.",
            after="Words and attachment belong to the same {subject}. Please merge them into JSON.",
        ),
        Frame(
            before="What the form could not hold was written on its back, and I typed up all of it.",
            after="Give me the {subject} as JSON, both sides included.",
        ),
        Frame(
            before="The guide for new residents describes it as follows.",
            after="Our app for residents needs the {subject} as JSON.",
        ),
        Frame(
            before="A screenshot with a caption, turned into text:",
            after="Caption and screenshot show the same {subject}. What is it in JSON?",
        ),
        Frame(
            before="Taken from a grant application, slightly shortened:",
            after="The reviewing portal accepts JSON uploads. Please prepare the {subject}.",
        ),
    ),
    "transcript": (
        Frame(
            before="Agent: How can I help?\nCaller: I would like to give you the {subject}.",
            after="Agent: Thank you, I will write the {subject} down as JSON.",
        ),
        Frame(
            before=(
                "Clerk: Records office, good morning.\nVisitor: Good morning, I am here about the {subject}."
            ),
            after="Clerk: That is all I need.\nVisitor: And please store it as JSON.",
        ),
        Frame(
            before=("Desk: Welcome desk, what can I do for you?\nGuest: Could you take down the {subject}?"),
            after="Desk: I have it. Our system keeps it as a JSON object.",
        ),
        Frame(
            before=(
                "Interviewer: Shall we fill in the {subject} together?\nApplicant: Yes please, I "
                "have everything with me."
            ),
            after="Interviewer: Good. I am saving this as JSON now.",
        ),
        Frame(
            before=(
                "Operator: You are through to data entry.\nBranch: Hello, the branch here, we have "
                "the {subject} for you."
            ),
            after="Operator: Received. I will return it to you as JSON.\nBranch: Wonderful, goodbye.",
        ),
        Frame(
            before="Helper: Let us enter the {subject} step by step.\nNewcomer: I am ready.",
            after="Helper: Well done. The page turns your answers into JSON.",
        ),
        Frame(
            before=(
                "Office: Before we hang up I need the {subject} for our files.\nMember: Of course, ask away."
            ),
            after="Office: Thanks. Please, assistant, write what was said as JSON.",
        ),
        Frame(
            before=(
                "Librarian: I am updating our card. Do you have time?\nReader: For you, always. It "
                "is about the {subject}, I suppose."
            ),
            after="Librarian: It is. The card becomes a JSON object.",
        ),
        Frame(
            before=(
                "Dispatcher: Control room, recording. What do you have?\nDriver: The {subject}, as agreed."
            ),
            after="Dispatcher: Recording stopped. Transcribe the {subject} as JSON.",
        ),
        Frame(
            before=(
                "Assistant: I can fill in the {subject} for you if you answer some questions.\nUser: Fine."
            ),
            after="Assistant: Here is what I will send as JSON. Thank you.",
        ),
        Frame(
            before=(
                "Registrar: We lost your form, I am afraid. May we do the {subject} "
                "again?\nAttendant: No problem, I kept a copy."
            ),
            after="Registrar: You saved my day. Into JSON it goes.",
        ),
        Frame(
            before=("Surveyor: This conversation is written down. Ready?\nRespondent: Ready when you are."),
            after="Surveyor: We are done. Extract the {subject} from this conversation as JSON.",
        ),
        Frame(
            before=(
                "Host: On the show we try to collect the {subject} live.\nListener: I love the "
                "idea, let us do it."
            ),
            after="Host: Could the studio please bring that as JSON?",
        ),
        Frame(
            before=(
                "Teacher: Let us practise a call at an office. You give me the {subject}.\nPupil: "
                "I have it on this sheet."
            ),
            after="Teacher: Excellent. And now, class, write the {subject} as JSON.",
        ),
        Frame(
            before="Notary: For the record, I will ask about the {subject}.\nClient: I understand.",
            after="Notary: So noted. The record is to be kept as JSON.",
        ),
    ),
}

ASIDES: tuple[str, ...] = (
    "The coffee machine is being repaired again, so forgive me for being brief.",
    "Sorry for the delay, the lift was stuck and so was I.",
    "It has been raining all week and everybody is in a bad mood.",
    "Do say hello to the rest of the office from me.",
    "I hope you had a restful break.",
    "By the way, the plants by the window need water.",
    "My keyboard has lost a key or so, which is rather annoying.",
    "We really should have lunch together some time.",
    "The printer jams whenever somebody looks at it.",
    "Somebody left an umbrella at the counter, in case you miss it.",
    "I am between meetings and standing in the corridor.",
    "The heating in our building has a mind of its own.",
    "If anything looks odd, blame my glasses.",
    "There is cake in the kitchen, but it will not last.",
    "The builders next door are drilling, so I can hardly think.",
    "Parking was dreadful again, as you can imagine.",
    "I was asked to pass this along and I am glad to do it.",
    "The dog is barking at the postman again.",
    "We are short of hands here at the moment.",
    "It is much quieter here now that the holidays are over.",
    "I will be away from my desk for a while afterwards.",
    "The new chairs have arrived and they squeak.",
    "Please excuse the tone, I have been at it for hours.",
    "Thanks for the patience, I know that this took long.",
    "The wall clock stopped again, nobody knows why.",
    "I promised myself to clear my desk, and this is a part of it.",
    "My handwriting is hard to read, even for me.",
    "The window cleaners are waving at me through the glass.",
)
