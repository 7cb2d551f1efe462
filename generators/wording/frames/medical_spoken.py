"""Frames of medical: prose, mails, chats, mixed forms and calls."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

_PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "prose": (
        ("Here is what we have on the {subject}.", "Please give it to me as JSON."),
        (
            "I dictated the following right after I had finished, so it is all in sentences.",
            "Could the {subject} be written as a JSON object for the chart?",
        ),
        (
            "The nurse gave this report at handover.",
            "Please turn the report into JSON, so that nothing of the {subject} is lost between shifts.",
        ),
        ("Read this passage and return the {subject} as JSON.", "There is nothing more in the file."),
        ("A letter from the practice puts it like this.", "For our records we need the same facts as JSON."),
        (
            "Our registry receives narratives, and this is the latest.",
            "Extract the {subject} as a JSON object. What the narrative does not say must not be in it.",
        ),
        (
            "I called the clinic and wrote down what I was told.",
            "My notes should become JSON, please, as the study database cannot read English.",
        ),
        (
            "This is my summary of the {subject}, checked against the chart.",
            "Our integration engine expects JSON. Would you convert the summary?",
        ),
        (
            "The intern was asked to present the {subject} in plain words, and did rather well.",
            "Now show the intern what it looks like as JSON.",
        ),
        (
            "Output JSON only. What follows is the {subject} as the voice recorder caught it.",
            "The recording ends here.",
        ),
        (
            "For the audit we picked a file at random, and it contains this account.",
            "The auditors compare JSON with the account. Please supply the {subject}.",
        ),
        (
            "When the server was down, I kept the {subject} in my notebook.",
            "The server is up again. Please make a JSON object of my notes.",
        ),
        (
            "A relative who is also a retired nurse wrote this summary for us.",
            "We would like to load the {subject} into a health app that takes JSON.",
        ),
        (
            "From the casebook of a rural practice, printed with permission.",
            "As an exercise in coding, write the {subject} in the passage as JSON.",
        ),
        (
            "The interpreter translated the account of the {subject} as follows.",
            "Please store the translation as JSON for the embassy's doctor.",
        ),
    ),
    "email": (
        (
            "Subject: {heading}\n\nHello,\n\nhere is the {subject} for your files.",
            "Could you return it as JSON?\n\nBest regards,\nthe ward office",
        ),
        (
            (
                "Subject: {heading} for upload\n\nDear colleagues,\n\nour upload failed, so I am "
                "sending the {subject} in plain text."
            ),
            "Please turn it into a JSON object and load that for us.\n\nMany thanks,\nthe practice manager",
        ),
        (
            "Subject: Please code: {heading}\n\nHello coders,\n\nthe following is ready for you.",
            "I need the {subject} as JSON for the billing run.\n\nKind regards,\nthe billing desk",
        ),
        (
            (
                "Subject: Fwd: {heading}\n\nHi,\n\nforwarded from the clinic, with the greeting "
                "and the signature cut away."
            ),
            "Can you put the {subject} into JSON before the next ward round?\n\nThanks,\nthe house officer",
        ),
        (
            (
                "Subject: Your request to the records department\n\nGood day,\n\nas requested I "
                "looked into the chart, and it says this."
            ),
            (
                "If your system needs JSON, please convert the {subject} on your side and keep it "
                "confidential.\n\nSincerely,\nmedical records"
            ),
        ),
        (
            "Subject: {heading}, as promised\n\nDear doctor,\n\nthank you for waiting; this is all there is.",
            (
                "My assistant tells me that you would like the {subject} in JSON. Please let the "
                "tool do that.\n\nWith best wishes,\nthe clinic"
            ),
        ),
        (
            "Subject: Data for the study\n\nHello study team,\n\nplease include the following.",
            (
                "As agreed, the {subject} is stored as a JSON object, without "
                "comments.\n\nRegards,\nthe study nurse"
            ),
        ),
        (
            (
                "Subject: Interface trouble\n\nHello help desk,\n\nthe interface dropped a message "
                "again, and I had to read the {subject} off the screen."
            ),
            (
                "Please build the JSON message by hand so that the chart is up to date.\n\nThanks "
                "in advance,\nthe nurses' station"
            ),
        ),
        (
            (
                "Subject: {heading} (corrected version)\n\nDear all,\n\nplease disregard my "
                "earlier message and use this."
            ),
            "I would be grateful for a JSON object of the {subject} in reply.\n\nYours,\nthe registrar",
        ),
        (
            (
                "Subject: Handover of files\n\nHello,\n\nI am leaving the practice "
                "soon and pass on what is on my desk."
            ),
            "The successor system takes JSON, so please convert this {subject}.\n\nAll the best,\nthe locum",
        ),
        (
            (
                "Subject: For the quality circle\n\nDear circle,\n\nI brought the following case "
                "along, with the facts only."
            ),
            "For the slides I need the {subject} as JSON.\n\nWarm regards,\nthe moderator",
        ),
        (
            (
                "Subject: Test message for the new interface\n\nHello developers,\n\nyou asked for "
                "something that looks like the real thing."
            ),
            (
                "Produce the JSON that your interface would send for this {subject}, and I will "
                "compare.\n\nGreetings,\nclinical informatics"
            ),
        ),
        (
            (
                "Subject: {heading} from the mountain hut\n\nHello valley,\n\nthe helicopter is on "
                "its way and I have a little time to write."
            ),
            (
                "Whoever receives this, please file the {subject} as JSON for the "
                "hospital.\n\nThank you,\nthe hut warden"
            ),
        ),
        (
            (
                "Subject: Translation of a foreign document\n\nDear agency,\n\nthe traveller "
                "brought a document from abroad, and I have translated it."
            ),
            (
                "Our travel clinic stores documents as JSON; may I ask you for the {subject} in "
                "that form?\n\nWith kind regards,\nthe travel clinic"
            ),
        ),
        (
            (
                "Subject: Question from the occupational health service\n\nDear practice,\n\nto be "
                "sure that we understood you, I repeat what you sent us."
            ),
            (
                "Please confirm with a JSON object of the {subject}; our system compares it with "
                "ours.\n\nYours faithfully,\noccupational health"
            ),
        ),
    ),
    "chat": (
        ("nurse: got the {subject} here", "nurse: as JSON please"),
        (
            "clerk: the chart is empty, who has the {subject}?\nward: me, typing it in now",
            "clerk: thanks\nclerk: bot, please turn it into JSON",
        ),
        (
            "bot: Ready. Dictate the {subject} and I will reply with JSON.\ndoctor: here we are",
            "doctor: end of dictation",
        ),
        (
            "scribe: I could not save the {subject}, pasting it here instead",
            "scribe: can somebody convert that to JSON?\nrecords: sure",
        ),
        (
            (
                "reception: the billing people want JSON of the {subject}\nreception: could you "
                "read it to me?\nbackoffice: of course"
            ),
            "reception: got everything, thank you",
        ),
        (
            "intern: please check my write-up of the {subject}\nintern: reading from my sheet",
            "doctor: looks right to me, now save it as JSON",
        ),
        (
            (
                "informatics: interface is down, we enter the {subject} by hand\ninformatics: send "
                "me the facts, I make the JSON\nward: sure, please write this down"
            ),
            "informatics: done writing",
        ),
        (
            (
                "frontdesk: hi records, I need the {subject} in our exchange format\nrecords: "
                "plain text from me, you do the JSON\nfrontdesk: deal\nrecords: so"
            ),
            "frontdesk: JSON is on its way",
        ),
        (
            "coder: working on the {subject}, keeping my list here",
            "coder: that should be all of it\ncoder: JSON for the database, please",
        ),
        (
            (
                "assistant: Paste the chart and tell me the format.\npractice: JSON, for the "
                "{subject}\npractice: pasting"
            ),
            "assistant: thank you, converting",
        ),
        (
            "night shift: leaving the {subject} here for you",
            (
                "night shift: please put it into the system as JSON, I am off to bed\nday shift: "
                "will do, sleep well"
            ),
        ),
        (
            "study: we still lack the {subject} for our database\nnurse: I have it in front of me",
            "study: wonderful, our importer takes JSON, please send that",
        ),
        (
            "paramedic: base, take down the {subject} please\nbase: ready\nparamedic: listen",
            "base: received, filing it as JSON",
        ),
        (
            "pharmacist: doing a review and need the {subject}\npractice: from the chart",
            "pharmacist: thank you, and could the bot give me JSON of this",
        ),
        (
            "teacher: example for the documentation class, read along\nteacher: it is about the {subject}",
            "pupil: and how would a computer write it?\nteacher: as JSON, your turn",
        ),
    ),
    "mixed": (
        ("The {subject} follows.", "Please turn all of it into JSON."),
        (
            "I wrote the main facts in sentences and pasted the rest from the chart.",
            "Return the whole {subject} as a JSON object.",
        ),
        ("{heading}\n\nIn brief:", "JSON for the {subject}, please, the brief part and the details."),
        (
            "Write a JSON object for this {subject}. It is partly dictated, partly copied.",
            "That is all the chart has.",
        ),
        (
            "The nurse began to write and then attached the sheet.",
            "Both belong to the same {subject}. Please merge them into JSON.",
        ),
        (
            "From the discharge folder:",
            "Could the {subject} be stored as JSON? The folder goes to the archive.",
        ),
        ("Page from the clinic's portal, copied by hand:", "Extract the {subject}, JSON only."),
        ("{heading}: what is on file", "Please give me what is on file as JSON."),
        (
            "The letter comes with an enclosure, and I typed up letter and enclosure.",
            "I need the {subject} as a JSON object for the referral office.",
        ),
        (
            "The visiting nurse's tablet holds this entry.",
            "Enter the {subject} as JSON into our database, please.",
        ),
        (
            "A narrative with the charted details below it:",
            "Please code the {subject} as JSON. Narrative and details agree.",
        ),
        (
            "Somebody in the practice started a summary, and I finished it with what the system shows.",
            "The system itself wants JSON. What would the {subject} be?",
        ),
        (
            "From the logbook of an expedition doctor:",
            "Back home the {subject} is filed as JSON. Please prepare that.",
        ),
        (
            "A caption and a photographed sheet, turned into text:",
            "They show the same {subject}. What is it in JSON?",
        ),
        (
            "The court asked for the file, and our expert put it together like this.",
            "The court's system accepts JSON. Please convert the {subject}.",
        ),
    ),
    "transcript": (
        (
            (
                "Nurse: Records, good morning. What do you need?\nClerk: Nothing, I am bringing "
                "you the {subject}."
            ),
            "Nurse: Thank you. I will save the {subject} as JSON.",
        ),
        (
            "Agent: Medical records line, how can I help?\nPractice: I would like to pass on the {subject}.",
            "Agent: That was all. It is stored as JSON.\nPractice: Thank you, goodbye.",
        ),
        (
            (
                "Registry: We are calling about a gap in our files.\nClinic: You mean the "
                "{subject}. I have it in front of me."
            ),
            "Registry: The gap is closed. We keep it as JSON.",
        ),
        (
            "Scribe: I am ready to write.\nDoctor: Then let us do the {subject}.",
            "Scribe: I have everything. JSON, as always?\nDoctor: Yes, JSON please.",
        ),
        (
            "Desk: Do you have the chart with you?\nWard: I do. Ask me anything about the {subject}.",
            "Desk: Thanks, the rest is up to the system. Please make JSON of this call.",
        ),
        (
            "Assistant: I will ask for each entry of the {subject} in turn.\nNurse: All right, start.",
            "Assistant: Finished. I am sending the {subject} as JSON.",
        ),
        (
            (
                "Coder: Your scan was unreadable, so I have to ask.\nOffice: Sorry about that. Let "
                "us do the {subject} by phone."
            ),
            "Coder: Now I can file it as JSON.",
        ),
        (
            (
                "Auditor: We are checking a sample of your files.\nManager: You picked the "
                "{subject}. I will read it out."
            ),
            "Auditor: Thank you. Please turn our conversation into JSON for the audit file.",
        ),
        (
            (
                "Hotline: The upload failed on our side. Could you repeat the "
                "{subject}?\nPractice: Yes, I have the screen open."
            ),
            "Hotline: Received. We write it as JSON and load it by hand.",
        ),
        (
            "Trainer: In this exercise you report the {subject} to me.\nTrainee: I have the case sheet here.",
            "Trainer: Good work. Write down what you reported as JSON.",
        ),
        (
            "Receiver: Transfer desk, please begin the handover.\nSender: Handing over the {subject}.",
            "Receiver: Handover accepted. Convert it to JSON, please.",
        ),
        (
            (
                "Researcher: May I take down the {subject} for our study?\nCoordinator: You may, "
                "everybody has agreed."
            ),
            "Researcher: Perfect. The study keeps each case as a JSON object.",
        ),
        (
            "Base: Mountain rescue base, we record this. Over.\nDoctor: Copy the {subject} please. Over.",
            "Base: All copied, we pass it on as JSON. Over and out.",
        ),
        (
            (
                "Interpreter: The doctor here would like to hear about the {subject}.\nTraveller: "
                "I brought the papers, let me read."
            ),
            "Interpreter: The doctor thanks you and would like it as JSON.",
        ),
        (
            (
                "Lawyer: For the file I have a few questions about the {subject}.\nWitness: I kept "
                "the books, so I can answer."
            ),
            "Lawyer: No further questions. The file takes JSON.",
        ),
    ),
}

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    style: tuple(Frame(before=before, after=after) for before, after in pairs)
    for style, pairs in _PAIRS.items()
}
"""The words before and after the facts, by style."""
