"""Frames and asides: medical."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    "listing": (
        Frame(before="{heading}", after="Please extract the {subject} as JSON."),
        Frame(
            before="{heading}, copied from the chart",
            after="Write the {subject} as a JSON object so that it can be uploaded.",
        ),
        Frame(
            before="Return JSON for the {subject} below. Take over every figure exactly as charted.",
            after="Nothing else is on the sheet.",
        ),
        Frame(
            before="The ward's old program can only print, and this is what it printed:",
            after="The hospital's new system reads JSON. Please convert the {subject}.",
        ),
        Frame(
            before="I am a medical scribe and typed this while the clinician spoke.",
            after="Please give me the {subject} as JSON, with the fields in this order.",
        ),
        Frame(
            before="### {heading}",
            after=(
                "Instruction: turn the {subject} above into JSON. Make no clinical judgement and "
                "add no remarks."
            ),
        ),
        Frame(
            before="For the case conference's folder somebody pasted this:",
            after="The folder takes JSON files. Could you prepare the {subject}?",
        ),
        Frame(
            before="You transcribe clinical paperwork. Answer with a JSON object for this {subject}.",
            after="Thank you, the ward appreciates it.",
        ),
        Frame(
            before='Export from the practice software, "{heading}":',
            after="JSON, please; my script checks the figures afterwards.",
        ),
        Frame(
            before="The paper chart is being archived, so I list here what it says.",
            after="What would the {subject} be as a JSON object?",
        ),
        Frame(
            before="{heading}\n(anonymised for teaching, values as in the file)",
            after="Students get this as JSON. Please convert the {subject}.",
        ),
        Frame(
            before="I read the {subject} to the typist, who produced the following list.",
            after="Please produce the JSON that our registry asks for.",
        ),
        Frame(
            before="A ship's medic radioed this ashore, and the radio officer took it down:",
            after="Ashore we file everything as JSON. Please do so with the {subject}.",
        ),
        Frame(
            before='JSON is required. From the prison clinic\'s card index, "{heading}":',
            after="That is the whole card.",
        ),
        Frame(
            before="The sports club's doctor keeps her files as plain lists, and this is an entry.",
            after="The league wants the {subject} in JSON before the season begins.",
        ),
    ),
    "form": (
        Frame(before="{heading}", after="Return the {subject} as a JSON object."),
        Frame(
            before="{heading} (for clinic use)",
            after="Please key the form above into JSON; the {subject} is missing in the system.",
        ),
        Frame(
            before="The form came down with the porter. Give me its {subject} as JSON.",
            after="The paper then belongs in the blue tray.",
        ),
        Frame(
            before='Scanned page, "{heading}":', after="Extract the {subject} from the scan. Answer in JSON."
        ),
        Frame(
            before="Filled in by the nurse on the tablet:",
            after="The tablet could not send it. Which JSON should it have sent for the {subject}?",
        ),
        Frame(
            before="{heading}\nUse block letters. Leave blank what does not apply.",
            after="Records department: please enter the {subject} as JSON.",
        ),
        Frame(
            before="Arrived by fax from a practice across town.",
            after=("Could somebody turn the {subject} into JSON, so that we can attach it to the chart?"),
        ),
        Frame(
            before="Write JSON for the {subject} on the form that follows; blank lines were left out.",
            after="Checked and signed at the desk.",
        ),
        Frame(
            before="From the binder at the nurses' station: {heading}",
            after=(
                "The binder is being digitised. Each form, this {subject} included, turns into a JSON object."
            ),
        ),
        Frame(
            before="My screen shows the {subject} in this layout:",
            after="Please copy what you see into JSON.",
        ),
        Frame(
            before="{heading}, copy for our files",
            after="The billing desk asked for the {subject} as JSON, not as paper.",
        ),
        Frame(
            before=(
                "Transcribe this form into JSON. The {subject} was written down during the "
                "downtime of the system."
            ),
            after="The system is back, so we can catch up.",
        ),
        Frame(
            before="From the mobile clinic's clipboard:",
            after="There was no network on the road. Please store the {subject} as JSON now.",
        ),
        Frame(
            before='The school nurse sends us this form, "{heading}":',
            after="We would like to keep the {subject} as a JSON object.",
        ),
        Frame(
            before="Found behind the filing cabinet when the practice moved:",
            after="Better late than never: JSON for this {subject}, please.",
        ),
    ),
    "prose": (
        Frame(before="Here is what we have on the {subject}.", after="Please give it to me as JSON."),
        Frame(
            before="I dictated the following right after I had finished, so it is all in sentences.",
            after="Could the {subject} be written as a JSON object for the chart?",
        ),
        Frame(
            before="The nurse gave this report at handover.",
            after=(
                "Please turn the report into JSON, so that nothing of the {subject} is lost between shifts."
            ),
        ),
        Frame(
            before="Read this passage and return the {subject} as JSON.",
            after="There is nothing more in the file.",
        ),
        Frame(
            before="A letter from the practice puts it like this.",
            after="For our records we need the same facts as JSON.",
        ),
        Frame(
            before="Our registry receives narratives, and this is the latest.",
            after=(
                "Extract the {subject} as a JSON object. What the narrative does not say must not be in it."
            ),
        ),
        Frame(
            before="I called the clinic and wrote down what I was told.",
            after="My notes should become JSON, please, as the study database cannot read English.",
        ),
        Frame(
            before="This is my summary of the {subject}, checked against the chart.",
            after="Our integration engine expects JSON. Would you convert the summary?",
        ),
        Frame(
            before="The intern was asked to present the {subject} in plain words, and did rather well.",
            after="Now show the intern what it looks like as JSON.",
        ),
        Frame(
            before="Output JSON only. What follows is the {subject} as the voice recorder caught it.",
            after="The recording ends here.",
        ),
        Frame(
            before="For the audit we picked a file at random, and it contains this account.",
            after="The auditors compare JSON with the account. Please supply the {subject}.",
        ),
        Frame(
            before="When the server was down, I kept the {subject} in my notebook.",
            after="The server is up again. Please make a JSON object of my notes.",
        ),
        Frame(
            before="A relative who is also a retired nurse wrote this summary for us.",
            after="We would like to load the {subject} into a health app that takes JSON.",
        ),
        Frame(
            before="From the casebook of a rural practice, printed with permission.",
            after="As an exercise in coding, write the {subject} in the passage as JSON.",
        ),
        Frame(
            before="The interpreter translated the account of the {subject} as follows.",
            after="Please store the translation as JSON for the embassy's doctor.",
        ),
    ),
    "email": (
        Frame(
            before="Subject: {heading}\n\nHello,\n\nhere is the {subject} for your files.",
            after="Could you return it as JSON?\n\nBest regards,\nthe ward office",
        ),
        Frame(
            before=(
                "Subject: {heading} for upload\n\nDear colleagues,\n\nour upload failed, so I am "
                "sending the {subject} in plain text."
            ),
            after=(
                "Please make a JSON object of it and load it on your side.\n\nMany thanks,\nthe "
                "practice manager"
            ),
        ),
        Frame(
            before=("Subject: Please code: {heading}\n\nHello coders,\n\nthe following is ready for you."),
            after=("I need the {subject} as JSON for the billing run.\n\nKind regards,\nthe billing desk"),
        ),
        Frame(
            before=(
                "Subject: Fwd: {heading}\n\nHi,\n\nforwarded from the clinic, with the greeting "
                "and the signature cut away."
            ),
            after=(
                "Can you put the {subject} into JSON before the next ward round?\n\nThanks,\nthe "
                "house officer"
            ),
        ),
        Frame(
            before=(
                "Subject: Your request to the records department\n\nGood day,\n\nas requested I "
                "looked into the chart, and it says this."
            ),
            after=(
                "If your system needs JSON, please convert the {subject} on your side and keep it "
                "confidential.\n\nSincerely,\nmedical records"
            ),
        ),
        Frame(
            before=(
                "Subject: {heading}, as promised\n\nDear doctor,\n\nthank you for waiting; this is "
                "all there is."
            ),
            after=(
                "My assistant tells me that you would like the {subject} in JSON. Please let the "
                "tool do that.\n\nWith best wishes,\nthe clinic"
            ),
        ),
        Frame(
            before="Subject: Data for the study\n\nHello study team,\n\nplease include the following.",
            after=(
                "As agreed, the {subject} is stored as a JSON object, without "
                "comments.\n\nRegards,\nthe study nurse"
            ),
        ),
        Frame(
            before=(
                "Subject: Interface trouble\n\nHello help desk,\n\nthe interface dropped a message "
                "again, and I had to read the {subject} off the screen."
            ),
            after=(
                "Please build the JSON message by hand so that the chart is up to date.\n\nThanks "
                "in advance,\nthe nurses' station"
            ),
        ),
        Frame(
            before=(
                "Subject: {heading} (corrected version)\n\nDear all,\n\nplease disregard my "
                "earlier message and use this."
            ),
            after=(
                "I would be grateful for a JSON object of the {subject} in reply.\n\nYours,\nthe registrar"
            ),
        ),
        Frame(
            before=(
                "Subject: Handover of files\n\nHello,\n\nI leave the practice at the end of the "
                "month and pass on what is on my desk."
            ),
            after=(
                "The successor system takes JSON, so please convert this {subject}.\n\nAll the "
                "best,\nthe locum"
            ),
        ),
        Frame(
            before=(
                "Subject: For the quality circle\n\nDear circle,\n\nI brought the following case "
                "along, with the facts only."
            ),
            after="For the slides I need the {subject} as JSON.\n\nWarm regards,\nthe moderator",
        ),
        Frame(
            before=(
                "Subject: Test message for the new interface\n\nHello developers,\n\nyou asked for "
                "something that looks like the real thing."
            ),
            after=(
                "Produce the JSON that your interface would send for this {subject}, and I will "
                "compare.\n\nGreetings,\nclinical informatics"
            ),
        ),
        Frame(
            before=(
                "Subject: {heading} from the mountain hut\n\nHello valley,\n\nthe helicopter is on "
                "its way and I have a little time to write."
            ),
            after=(
                "Whoever receives this, please file the {subject} as JSON for the "
                "hospital.\n\nThank you,\nthe hut warden"
            ),
        ),
        Frame(
            before=(
                "Subject: Translation of a foreign document\n\nDear agency,\n\nthe traveller "
                "brought a document from abroad, and I have translated it."
            ),
            after=(
                "Our travel clinic stores documents as JSON; may I ask you for the {subject} in "
                "that form?\n\nWith kind regards,\nthe travel clinic"
            ),
        ),
        Frame(
            before=(
                "Subject: Question from the occupational health service\n\nDear practice,\n\nto be "
                "sure that we understood you, I repeat what you sent us."
            ),
            after=(
                "Please confirm with a JSON object of the {subject}; our system compares it with "
                "ours.\n\nYours faithfully,\noccupational health"
            ),
        ),
    ),
    "chat": (
        Frame(before="nurse: got the {subject} here", after="nurse: as JSON please"),
        Frame(
            before="clerk: the chart is empty, who has the {subject}?\nward: me, typing it in now",
            after="clerk: thanks\nclerk: bot, please make JSON of it",
        ),
        Frame(
            before="bot: Ready. Dictate the {subject} and I will reply with JSON.\ndoctor: here we are",
            after="doctor: end of dictation",
        ),
        Frame(
            before="scribe: I could not save the {subject}, pasting it here instead",
            after="scribe: can somebody convert that to JSON?\nrecords: sure",
        ),
        Frame(
            before=(
                "reception: the billing people want JSON of the {subject}\nreception: could you "
                "read it to me?\nbackoffice: of course"
            ),
            after="reception: got everything, thank you",
        ),
        Frame(
            before="intern: please check my write-up of the {subject}\nintern: reading from my sheet",
            after="doctor: looks right to me, now save it as JSON",
        ),
        Frame(
            before=(
                "informatics: interface is down, we enter the {subject} by hand\ninformatics: send "
                "me the facts, I make the JSON\nward: sure, please write this down"
            ),
            after="informatics: done writing",
        ),
        Frame(
            before=(
                "frontdesk: hi records, I need the {subject} in our exchange format\nrecords: "
                "plain text from me, you do the JSON\nfrontdesk: deal\nrecords: so"
            ),
            after="frontdesk: JSON is on its way",
        ),
        Frame(
            before="coder: working on the {subject}, keeping my list here",
            after="coder: that should be all of it\ncoder: JSON for the database, please",
        ),
        Frame(
            before=(
                "assistant: Paste the chart and tell me the format.\npractice: JSON, for the "
                "{subject}\npractice: pasting"
            ),
            after="assistant: thank you, converting",
        ),
        Frame(
            before="night shift: leaving the {subject} here for you",
            after=(
                "night shift: please put it into the system as JSON, I am off to bed\nday shift: "
                "will do, sleep well"
            ),
        ),
        Frame(
            before=("study: we still lack the {subject} for our database\nnurse: I have it in front of me"),
            after="study: wonderful, our importer takes JSON, please send that",
        ),
        Frame(
            before="paramedic: base, take down the {subject} please\nbase: ready\nparamedic: listen",
            after="base: received, filing it as JSON",
        ),
        Frame(
            before="pharmacist: doing a review and need the {subject}\npractice: from the chart",
            after="pharmacist: thank you, and could the bot give me JSON of this",
        ),
        Frame(
            before=(
                "teacher: example for the documentation class, read along\nteacher: it is about the {subject}"
            ),
            after="pupil: and how would a computer write it?\nteacher: as JSON, your turn",
        ),
    ),
    "slip": (
        Frame(before="Read this {subject}:", after="Answer in JSON."),
        Frame(
            before="The machine on the counter printed this.",
            after="Please write the {subject} on the printout as JSON.",
        ),
        Frame(
            before="Stapled into the chart:",
            after="The chart is going digital. Keep the {subject} as a JSON object.",
        ),
        Frame(before="JSON wanted: this printout is the {subject}.", after="End of the printout."),
        Frame(
            before="A photo of a printout, turned into text by the phone:",
            after="Extract the {subject} as JSON, please.",
        ),
        Frame(
            before="Handed out at the clinic's exit desk:",
            after="Our health app needs the {subject} in JSON.",
        ),
        Frame(
            before="The label printer in the treatment room gave us this:",
            after="What JSON did the printer get? Reconstruct it for the {subject}.",
        ),
        Frame(
            before="Sent by pneumatic tube, slightly creased:",
            after="Please enter the {subject} as JSON before the tube rattles again.",
        ),
        Frame(
            before="Printed for the file, not for handing out.",
            after="Convert the {subject} to JSON for our archive.",
        ),
        Frame(
            before="The thermal paper is fading, so here is its text.",
            after="Save the {subject} as JSON while it can still be read.",
        ),
        Frame(
            before="Please turn what the ward printer produced into JSON.", after="The ward says thank you."
        ),
        Frame(
            before="From the envelope that the courier brought:",
            after="The envelope is logged. Now the {subject} is needed as JSON.",
        ),
        Frame(
            before="Carried in a wallet for years and now typed up:",
            after="My new practice would like the {subject} as JSON.",
        ),
        Frame(
            before="Printout from the blood donor bus:",
            after="The bus has no network. Please prepare the {subject} as JSON for later.",
        ),
        Frame(
            before="The vending-machine-sized terminal in the lobby hands out this:",
            after="Show the JSON behind it, for the {subject} only.",
        ),
    ),
    "log": (
        Frame(before="These lines state the {subject}:", after="Write it as a JSON object."),
        Frame(
            before="The interface engine logged this before the message was rejected:",
            after="Please restate the {subject} as JSON so that I can send it again.",
        ),
        Frame(
            before="From the console of the records server:",
            after="Which JSON document do these lines describe? They belong to the {subject}.",
        ),
        Frame(
            before="Rebuild the {subject} from this trace and answer with JSON.",
            after="The trace stops here.",
        ),
        Frame(
            before="Import log of the clinic system, cut to what matters:",
            after="Turn the {subject} in it into a JSON object, please.",
        ),
        Frame(
            before="The device at the bedside keeps key and value pairs:",
            after="The chart takes JSON. Please convert the {subject}.",
        ),
        Frame(
            before="Our gateway writes flat lines, but the archive wants nested data.",
            after="Please nest the {subject} properly, as JSON.",
        ),
        Frame(
            before="Somebody filtered the message log for us:",
            after="Put the lines together and give me the {subject} as JSON.",
        ),
        Frame(
            before="Debug output while saving the {subject}:",
            after="The save failed. What should the JSON body have looked like?",
        ),
        Frame(
            before="An audit trail entry, exported as text:",
            after="For the audit, the {subject} has to be attached as JSON.",
        ),
        Frame(
            before="Give me JSON. The practice server traced the {subject} like this:",
            after="Afterwards the server went to sleep.",
        ),
        Frame(
            before="Lines from the nightly transfer:",
            after="The receiving hospital asks for the {subject} in JSON. Please convert it.",
        ),
        Frame(
            before="Memory dump of an ambulance tablet, made readable:",
            after="We would like to restore the {subject}. JSON is what the tablet loads.",
        ),
        Frame(
            before="The simulator in the training hospital prints this when a scenario ends:",
            after="The trainers want the {subject} as JSON for their debriefing.",
        ),
        Frame(
            before="Recovered from a broken disk in the practice basement:",
            after="Please help us to get the {subject} back in shape, as JSON.",
        ),
    ),
    "table": (
        Frame(before="# {heading}", after="Convert the {subject} to JSON."),
        Frame(
            before="# {heading}\n\nFrom the electronic chart.",
            after="Please return the {subject} on this page as a JSON object.",
        ),
        Frame(
            before="The spreadsheet in the practice shows the {subject} like this:",
            after="Save it as JSON, please.",
        ),
        Frame(
            before="I asked for JSON and received tables. Here is the {subject}.",
            after="Thanks for sorting this out.",
        ),
        Frame(
            before="## {heading}, for the ward round",
            after="The tablet for the ward round loads JSON. Prepare the {subject} for it.",
        ),
        Frame(
            before="The portal displays this:",
            after="Give me the {subject} as JSON, since the portal's download does not work.",
        ),
        Frame(
            before="# Appendix: {heading}",
            after="The appendix is submitted in JSON. Please transcribe the {subject}.",
        ),
        Frame(
            before="Below you find the {subject} as the office software exports it.",
            after="Our reader fails at tables. Could you produce JSON?",
        ),
        Frame(
            before="Migration of the archive, {heading}",
            after=("Migrate this {subject}: JSON with everything that the tables state, and nothing else."),
        ),
        Frame(before="Markdown in, JSON out. This is the {subject}:", after="That was the page."),
        Frame(
            before="# {heading}\n\nGenerated page, please do not edit.",
            after="We need the same {subject} as JSON for the interface.",
        ),
        Frame(
            before="The study protocol wants case data in tables, so that is what I have.",
            after="The statistician wants the {subject} in JSON. Please help.",
        ),
        Frame(
            before="# Poster draft: {heading}",
            after=(
                "The poster will have a code to scan, leading to JSON. What goes in there for the {subject}?"
            ),
        ),
        Frame(
            before="Copied from a textbook for nursing schools:",
            after="As homework, write the {subject} in the tables as JSON.",
        ),
        Frame(
            before="The field hospital keeps its files in a shared document.",
            after="Headquarters asks for JSON. Please turn the {subject} into it.",
        ),
    ),
    "mixed": (
        Frame(before="The {subject} follows.", after="Please turn all of it into JSON."),
        Frame(
            before="I wrote the main facts in sentences and pasted the rest from the chart.",
            after="Return the whole {subject} as a JSON object.",
        ),
        Frame(
            before="{heading}\n\nIn brief:",
            after="JSON for the {subject}, please, the brief part and the details.",
        ),
        Frame(
            before="Write a JSON object for this {subject}. It is partly dictated, partly copied.",
            after="That is all the chart has.",
        ),
        Frame(
            before="The nurse began to write and then attached the sheet.",
            after="Both belong to the same {subject}. Please merge them into JSON.",
        ),
        Frame(
            before="From the discharge folder:",
            after="Could the {subject} be stored as JSON? The folder goes to the archive.",
        ),
        Frame(
            before="Page from the clinic's portal, copied by hand:", after="Extract the {subject}, JSON only."
        ),
        Frame(before="{heading}: what is on file", after="Please give me what is on file as JSON."),
        Frame(
            before="The letter comes with an enclosure, and I typed up letter and enclosure.",
            after="I need the {subject} as a JSON object for the referral office.",
        ),
        Frame(
            before="The visiting nurse's tablet holds this entry.",
            after="Enter the {subject} as JSON into our database, please.",
        ),
        Frame(
            before="A narrative with the charted details below it:",
            after="Please code the {subject} as JSON. Narrative and details agree.",
        ),
        Frame(
            before=(
                "Somebody in the practice started a summary, and I finished it with what the system shows."
            ),
            after="The system itself wants JSON. What would the {subject} be?",
        ),
        Frame(
            before="From the logbook of an expedition doctor:",
            after="Back home the {subject} is filed as JSON. Please prepare that.",
        ),
        Frame(
            before="A caption and a photographed sheet, turned into text:",
            after="They show the same {subject}. What is it in JSON?",
        ),
        Frame(
            before="The court asked for the file, and our expert put it together like this.",
            after="The court's system accepts JSON. Please convert the {subject}.",
        ),
    ),
    "transcript": (
        Frame(
            before=(
                "Nurse: Records, good morning. What do you need?\nClerk: Nothing, I am bringing "
                "you the {subject}."
            ),
            after="Nurse: Thank you. I will save the {subject} as JSON.",
        ),
        Frame(
            before=(
                "Agent: Medical records line, how can I help?\nPractice: I would like to pass on "
                "the {subject}."
            ),
            after="Agent: That was all. It is stored as JSON.\nPractice: Thank you, goodbye.",
        ),
        Frame(
            before=(
                "Registry: We are calling about a gap in our files.\nClinic: You mean the "
                "{subject}. I have it in front of me."
            ),
            after="Registry: The gap is closed. We keep it as JSON.",
        ),
        Frame(
            before="Scribe: I am ready to write.\nDoctor: Then let us do the {subject}.",
            after="Scribe: I have everything. JSON, as always?\nDoctor: Yes, JSON please.",
        ),
        Frame(
            before=(
                "Desk: Do you have the chart with you?\nWard: I do. Ask me anything about the {subject}."
            ),
            after="Desk: Thanks, the rest is up to the system. Please make JSON of this call.",
        ),
        Frame(
            before=(
                "Assistant: I will ask for each entry of the {subject} in turn.\nNurse: All right, start."
            ),
            after="Assistant: Finished. I am sending the {subject} as JSON.",
        ),
        Frame(
            before=(
                "Coder: Your scan was unreadable, so I have to ask.\nOffice: Sorry about that. Let "
                "us do the {subject} by phone."
            ),
            after="Coder: Now I can file it as JSON.",
        ),
        Frame(
            before=(
                "Auditor: We are checking a sample of your files.\nManager: You picked the "
                "{subject}. I will read it out."
            ),
            after="Auditor: Thank you. Please turn our conversation into JSON for the audit file.",
        ),
        Frame(
            before=(
                "Hotline: The upload failed on our side. Could you repeat the "
                "{subject}?\nPractice: Yes, I have the screen open."
            ),
            after="Hotline: Received. We write it as JSON and load it by hand.",
        ),
        Frame(
            before=(
                "Trainer: In this exercise you report the {subject} to me.\nTrainee: I have the "
                "case sheet here."
            ),
            after="Trainer: Good work. Write down what you reported as JSON.",
        ),
        Frame(
            before=(
                "Receiver: Transfer desk, please begin the handover.\nSender: Handing over the {subject}."
            ),
            after="Receiver: Handover accepted. Convert it to JSON, please.",
        ),
        Frame(
            before=(
                "Researcher: May I take down the {subject} for our study?\nCoordinator: You may, "
                "everybody has agreed."
            ),
            after="Researcher: Perfect. The study keeps each case as a JSON object.",
        ),
        Frame(
            before=(
                "Base: Mountain rescue base, we record this. Over.\nDoctor: Copy the {subject} please. Over."
            ),
            after="Base: All copied, we pass it on as JSON. Over and out.",
        ),
        Frame(
            before=(
                "Interpreter: The doctor here would like to hear about the {subject}.\nTraveller: "
                "I brought the papers, let me read."
            ),
            after="Interpreter: The doctor thanks you and would like it as JSON.",
        ),
        Frame(
            before=(
                "Lawyer: For the file I have a few questions about the {subject}.\nWitness: I kept "
                "the books, so I can answer."
            ),
            after="Lawyer: No further questions. The file takes JSON.",
        ),
    ),
}

ASIDES: tuple[str, ...] = (
    "The coffee in the staff room is cold again.",
    "Sorry for being so late with this, it was a long shift.",
    "The lift is out of order, so the porters are in a bad mood.",
    "I have hardly had time to sit down.",
    "Please excuse the haste, there is a queue at the desk.",
    "The corridor is full and I am doing this between calls.",
    "Thanks for keeping an eye on our tray.",
    "My pager will not stop beeping.",
    "Somebody has borrowed my pen and not brought it back.",
    "The new curtains in the waiting room look nice, by the way.",
    "I owe you lunch for your help with the rota.",
    "The printer at the station needs toner.",
    "It is raining so hard that the ambulance bay is a lake.",
    "Everybody here is looking forward to the holidays.",
    "If you see the house keys that I lost, let me know.",
    "We have trainees with us, so things take longer.",
    "The canteen had soup again and nobody was pleased.",
    "Please greet the team upstairs.",
    "I will be hard to reach for the rest of the shift.",
    "The waiting room is noisy, so forgive me if I lose the thread.",
    "The chairs in the waiting room were replaced at last.",
    "There are flowers at the desk from a grateful family.",
    "The computers were slow all week, as you may have noticed.",
    "I have been standing up all shift.",
    "The cleaning crew has just mopped, so mind the floor.",
    "Thank you for being so quick to respond.",
    "The fire drill interrupted us, but we are back.",
    "My shift ends soon, so I will be brief.",
)
