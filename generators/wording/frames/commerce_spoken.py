"""Frames of commerce: prose, e-mails, chats, mixed forms and transcripts of calls."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

_PAIRS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "prose": (
        (
            "Let me describe the {subject} in my own words.",
            "Please give it to me as JSON.",
        ),
        (
            "I run a little shop and keep my notes by hand. This is what I wrote down about the {subject}.",
            "I want to keep it as JSON from now on, so please convert my notes.",
        ),
        (
            "Read the following words about the {subject} and answer with a JSON object.",
            "These were all the words about it.",
        ),
        (
            "From the diary of the shop assistant:",
            "Make a JSON record of the {subject} out of this page.",
        ),
        (
            "While the network was down we wrote everything on paper, this {subject} among it.",
            "Now it has to be entered. What is the JSON for it?",
        ),
        (
            "The shop owner dictated the {subject} to me over the counter, and I typed along.",
            "She wants it filed as JSON.",
        ),
        (
            "Here is what I remember from the screen, and I checked it against the printout afterwards.",
            "Could you put the {subject} into JSON for me?",
        ),
        (
            "A few words about the {subject} for the colleague who takes over from me.",
            "He works with JSON files only, so please write the {subject} that way.",
        ),
        (
            "Extract the facts from this text as JSON. Leave out whatever is not about the {subject}.",
            "I hope that is all you need.",
        ),
        (
            "The interface between our shop and the accounting software stopped working, which is why this "
            "{subject} reaches you as plain text.",
            "The accounting software takes JSON by upload; please prepare it.",
        ),
        (
            "This is the story behind the {subject} in our files.",
            "Strip it down to JSON, please.",
        ),
        (
            "My eyes are bad, so I had the {subject} read to me, and a friend took it down.",
            "My screen reader handles JSON well, so that is how I would like to have it.",
        ),
        (
            "Our branch has been asked to report the {subject} to head office in plain English, and head "
            "office asks you to put it into shape.",
            "The shape is JSON, with nested objects and lists where the facts call for them.",
        ),
        (
            "An old merchant explains the {subject} to an apprentice.",
            "The apprentice is told to write it up in JSON. What does he write?",
        ),
        (
            "What follows was left on the answering machine of the shop and typed up by a temp.",
            "Listen to the facts, not to the chatter, and give the {subject} as JSON.",
        ),
    ),
    "email": (
        (
            "Subject: {heading}\n\nHello,\n\nplease find the {subject} in this message.",
            "Could you hand it back as JSON?\n\nBest regards\nThe back office",
        ),
        (
            "Subject: Re: {heading}\n\nHi team,\n\nsorry for the delay. Here is what I have on the "
            "{subject}.",
            "For the import we need JSON. Can you take care of it?\n\nThanks,\nShop support",
        ),
        (
            "Subject: Fwd: {heading}\n\nDear colleagues,\n\nI forward what the branch sent us.",
            "Please store the {subject} as JSON and let the branch know.\n\nKind regards\n"
            "Branch coordination",
        ),
        (
            "Subject: JSON wanted ({heading})\n\nHello,\n\n"
            "our developers ask for JSON of the following. I am not a technical person, so I just write "
            "what I see.",
            "Thank you for turning this into JSON that they can use.\n\nThe shop manager",
        ),
        (
            "Subject: Question about the {subject}\n\nGood morning,\n\n"
            "your hotline told me to write down everything that I know.",
            "What would this be in JSON? Your web form accepts nothing else.\n\nSincerely\n"
            "A puzzled shopkeeper",
        ),
        (
            "Subject: Handover\n\nHi,\n\nbefore I go on leave: the {subject} still has to be filed.",
            "It goes into the archive folder as JSON. I owe you a cake!\n\nCheers\nYour desk neighbour",
        ),
        (
            "Subject: {heading} for the ledger\n\nHello,\n\nwe went through it on the phone, now in writing.",
            "Please reply with the JSON that goes into the ledger.\n\nYours faithfully\nThe office",
        ),
        (
            "Subject: {heading}\n\nHello data team,\n\n"
            "the nightly load stumbled over this {subject}. I looked it up by hand.",
            "With clean JSON from you I can load it again.\n\nRegards\nOperations",
        ),
        (
            "Subject: Extract as JSON: {heading}\n\nHi,\n\n"
            "the text below goes straight to you, the extraction desk.",
            "Take your time with it.\n\nWarm regards\nThe front desk",
        ),
        (
            "Subject: Our records\n\nDear auditors,\n\nyou wished to see the {subject}. We can offer this:",
            "Shall we hand it in as JSON? If so, please draft it for us.\n\nRespectfully\nThe finance office",
        ),
        (
            "Subject: Checking {heading}\n\nHello,\n\n"
            "I compared the screen with the paper and everything agrees.",
            "Last step: the JSON for the warehouse robot. Would you?\n\nMany thanks\nWarehouse office",
        ),
        (
            "Subject: Short note\n\nHi there,\n\nI am on the road and can only type, so here is the "
            "{subject} as text.",
            "Turn it into JSON and put it in the shared folder, please.\n\nTalk soon\nA colleague on tour",
        ),
        (
            "Subject: Complaint\n\nDear Sir or Madam,\n\n"
            "your portal lost the {subject} that I had saved there. Luckily I keep notes.",
            "I expect you to restore it from these notes; your hotline says that JSON is what you need.\n\n"
            "Yours truly\nA long-standing client",
        ),
        (
            "Subject: {heading}, for the course\n\nDear students,\n\n"
            "for your exercise I wrote down a real-looking case.",
            "Your task is to hand in the {subject} as JSON.\n\nGood luck\nThe lecturer",
        ),
        (
            "Subject: Merger of our shops\n\nHello new colleagues,\n\n"
            "we promised to explain what our files say. Take this {subject} as an example.",
            "In your software this is JSON, we hear. Please show us what it comes to.\n\n"
            "Looking forward to working with you\nThe shop next door",
        ),
    ),
    "chat": (
        ("ops: here is the {subject}", "ops: as JSON please"),
        (
            "support: hi, how can I help?\nshop: I have got this {subject} on my desk",
            "shop: can you make JSON out of it?\nsupport: sure, give me a moment",
        ),
        (
            "backoffice: is the {subject} in yet?\nfrontdesk: the scanner is down. I type it here, you make "
            "JSON of it",
            "backoffice: got it, thanks",
        ),
        (
            "bot: Tell me what you know, and I will answer in JSON.\nuser: okay, it is about the {subject}",
            "user: that's it\nbot: Thank you. Converting now.",
        ),
        (
            "dev: the parser chokes on the {subject}, what is in there?\nqa: let me read it to you",
            "dev: ok, what JSON should come out then?",
        ),
        (
            "bookkeeper: who can look up the {subject}?\nclerk: I can. Here goes",
            "bookkeeper: great. In JSON it can go straight into the ledger\n"
            "clerk: then please convert what I wrote",
        ),
        (
            "manager: sitting in a meeting, please read me the {subject}\nassistant: with pleasure",
            "manager: and now everything as JSON, they want to import it",
        ),
        (
            "newbie: do I write the {subject} here?\nmentor: yep, plain sentences will do, the bot makes "
            "JSON\nnewbie: alright",
            "mentor: well done, let the bot run",
        ),
        (
            "till: terminal is frozen, so the {subject} comes by chat",
            "till: can somebody key it in\nbackoffice: post it as JSON and it loads by itself",
        ),
        (
            "finance: I am missing the {subject}\nsales: oh, that was me. I have it here",
            "finance: perfect. Please, bot, JSON for the thread above",
        ),
        (
            "warehouse: radio is broken so I write\nwarehouse: it is about the {subject}",
            "dispatch: thanks, anyone who can turn this into JSON?",
        ),
        (
            "analyst: need sample data, whatever you have\nshop: you can have this {subject}",
            "analyst: lovely, as JSON it fits into my notebook",
        ),
        (
            "mum: dear, the shop page shows all this and I don't know what it means\n"
            "son: just copy what it says\nmum: it says it is the {subject}",
            "son: I will ask for JSON and look at it tonight",
        ),
        (
            "auditor: please state the {subject} for the minutes\naccountant: gladly",
            "auditor: noted. The minutes get the JSON, not the chat",
        ),
        (
            "oncall: restoring from backup, some records are gone\n"
            "owner: I still have the {subject} open in my browser, I copy it",
            "oncall: lifesaver! JSON goes into the restore script, working on it",
        ),
    ),
    "mixed": (
        ("The {subject} follows.", "Please turn all of it into JSON."),
        (
            "Part of this is in sentences, part is copied from the screen. I need the whole {subject} as "
            "JSON.",
            "Sorry for the mixture.",
        ),
        (
            "Note on the {subject}, with the attachment pasted below:",
            "Note and attachment belong together; turn them into JSON.",
        ),
        (
            "I began to write down the {subject} in full and then got lazy and pasted the rest.",
            "As JSON it would look tidier. Could you?",
        ),
        (
            "Wiki entry on the {subject}. The intro is hand-written, the rest comes out of the database.",
            "The entry is to be replaced by JSON. Please write it.",
        ),
        (
            "Minutes of the stand-up: we looked at the {subject} and agreed that it is correct as stated "
            "here.",
            "Action for whoever reads this: put it into JSON.",
        ),
        (
            "Summary for management, details for everyone else.",
            "For the machine: the same {subject} as JSON, please.",
        ),
        (
            "Issue text, copied as it is:",
            "To reproduce the issue we need the {subject} from it in JSON.",
        ),
        (
            "This is the {subject} as the branch reported it by telephone, and as the computer lists it.",
            "Combine what was said and what is listed in a JSON object.",
        ),
        (
            "Convert to JSON what you read here about the {subject}, the text as well as what is below it.",
            "With thanks from the service desk.",
        ),
        (
            "Our partner always adds a covering letter to the data sheet. This is the newest:",
            "We file them as JSON. Please write the JSON for this letter and sheet.",
        ),
        (
            "The chatbot collected this {subject} from a client and then handed over to a human.",
            "Answer the chatbot's backend with JSON so that it can go on.",
        ),
        (
            "Page from our training manual. The example shows the {subject}.",
            "The manual prints the JSON as the solution. That page got lost, so please write the JSON again.",
        ),
        (
            "The translator has put the {subject} into English and kept the layout of the original.",
            "Next comes the JSON, which is your job.",
        ),
        (
            "Statement for the court file regarding the {subject}. What could be copied was copied.",
            "The registry of the court asks for a JSON attachment. Please draw it up.",
        ),
    ),
    "transcript": (
        (
            "Agent: Good morning, what can I do for you?\nCaller: I would like to give you the {subject}.",
            "Agent: Thank you, I will write the {subject} down as JSON.",
        ),
        (
            "Agent: Thanks for calling. I see that the form did not go through.\n"
            "Caller: Right, so let us do the {subject} by phone.",
            "Caller: Will I get it in writing?\nAgent: You will get it as JSON.",
        ),
        (
            "Bookkeeper: I have the ledger open and am missing the {subject}.\n"
            "Shop: Ask away, I have it before me.",
            "Bookkeeper: Great, that goes into the ledger as JSON.",
        ),
        (
            "Auditor: This call is recorded. Please answer from the file.\n"
            "Clerk: Understood, the file on the {subject} is here.",
            "Auditor: Have the recording turned into JSON, please.",
        ),
        (
            "Head office: Hello branch, the data line is dead again.\n"
            "Branch: Then I read the {subject} to you.",
            "Head office: Lovely. From this we make the JSON that the line should have carried.",
        ),
        (
            "Developer: I need a realistic example for my tests.\n"
            "Expert: Take this {subject}, I can read it out.",
            "Developer: I will type it as JSON. Thanks a lot.",
        ),
        (
            "Assistant: I am listening. What should I record?\nUser: Everything about the {subject}.",
            "Assistant: All right. Here comes the JSON.",
        ),
        (
            "Hotline: Shop hotline, hello!\nClient: Hello, I have a question, but let me tell you the "
            "{subject}, so that you find it.",
            "Hotline: I am making a note in JSON for my colleagues.\nClient: Fine by me.",
        ),
        (
            "Trainer: Let us practise. I play the desk, you play the client.\n"
            "Trainee: Okay, I have got the {subject} on my card.",
            "Trainer: Very good. Now write our talk down as JSON.",
        ),
        (
            "Warehouse: Your message is garbled, come again?\nOffice: I was talking about the {subject}.",
            "Warehouse: Clear now. I punch it in as JSON.",
        ),
        (
            "Lawyer: For the record, we go through the {subject} piece by piece.\nWitness: As you wish.",
            "Lawyer: That was my last question. The record will hold it as JSON.",
        ),
        (
            "Partner: My screen is blank, could you read to me?\n"
            "Shop: Of course. This is about the {subject}.",
            "Partner: My assistant makes JSON of what you said.\nShop: Nice, bye.",
        ),
        (
            "Interviewer: Tell me about a case from your shop.\n"
            "Owner: Let me pick the {subject} that lies here.",
            "Interviewer: For the article I print it as JSON, our readers like that.",
        ),
        (
            "Control room: You are through to the control room.\n"
            "Driver: I found papers in the van, it is the {subject}.",
            "Control room: Keep the papers. I enter it as JSON.\nDriver: Will do.",
        ),
        (
            "Night desk: The daytime team forgot to hand something over, I think.\n"
            "Daytime desk: You are right, sorry, the {subject}.",
            "Night desk: That makes a proper JSON record. Sleep well.",
        ),
    ),
}

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    style: tuple(Frame(before=before, after=after) for before, after in pairs)
    for style, pairs in _PAIRS.items()
}
