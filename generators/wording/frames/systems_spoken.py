"""Frames of systems: prose, mail, chats, mixed forms and transcripts."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    "prose": (
        Frame(
            before="I am cleaning up our records and came across this {subject}.",
            after="Please give it to me as JSON.",
        ),
        Frame(
            before="Here is what I know about the {subject}, in plain words.",
            after="Could you put that into JSON for our importer?",
        ),
        Frame(
            before="Let me describe the {subject} that we talked about after lunch.",
            after="Write this as a JSON object, please, with nothing added.",
        ),
        Frame(
            before=(
                "Our handbook still tells the {subject} in sentences, and the scripts cannot read sentences."
            ),
            after="Turn it into JSON, so that the scripts can.",
        ),
        Frame(
            before="Please return JSON for the {subject} that follows.",
            after="That is everything I have in my notes.",
        ),
        Frame(
            before=(
                "While preparing the handover I wrote down the {subject} the way I would tell it to a "
                "colleague."
            ),
            after="Convert my notes to JSON.",
        ),
        Frame(
            before=(
                "The person who looked after this has left the team, and all that remains of the {subject} "
                "is a paragraph."
            ),
            after="Rescue it for us: JSON with every value from the paragraph.",
        ),
        Frame(
            before="For the incident review somebody has to sum up the {subject}, so here goes.",
            after="The review tool reads JSON; please provide it.",
        ),
        Frame(
            before="You will find the {subject} below, as our engineer told it.",
            after="Extract the facts as JSON.",
        ),
        Frame(
            before="I typed this {subject} while looking at the console, so excuse the style.",
            after="JSON, please, of all that I typed.",
        ),
        Frame(
            before="A partner company sends us its data as letters. This {subject} is an example.",
            after="Show me the JSON that we would have liked to get instead.",
        ),
        Frame(
            before=(
                "We are drafting the manual for a new tool, and this {subject} is meant as a worked example."
            ),
            after="What JSON belongs to it?",
        ),
        Frame(
            before="My successor asked for a written description of the {subject}. This is it.",
            after="Before I leave, I would like to have it as JSON too.",
        ),
        Frame(
            before="The museum of computing wants to show how people described a {subject} in the old days.",
            after="Next to the text they would like to show JSON; please write it.",
        ),
        Frame(
            before=(
                "I dictated the {subject} into my telephone in the corridor, and this is what it understood."
            ),
            after="It seems to have got everything. Turn it into JSON for me.",
        ),
    ),
    "email": (
        Frame(
            before="Subject: {heading}\n\nHello,\n\nbelow is the {subject} you asked for.",
            after="Could you return it as JSON?\n\nBest regards\nOperations",
        ),
        Frame(
            before=(
                "Subject: {heading} for the import\n\nHi team,\n\n"
                "I could not attach a file, so here is the {subject} in the body of the mail."
            ),
            after="Please answer with JSON that we can load.\n\nThanks\nThe platform team",
        ),
        Frame(
            before=(
                "Subject: please convert: {heading}\n\nGood morning,\n\n"
                "our script trips over free text. This is the {subject} it should have read."
            ),
            after="Please write the JSON for it.\n\nKind regards\nEngineering",
        ),
        Frame(
            before=(
                "Subject: {heading}, as discussed in the corridor\n\nHello everybody,\n\n"
                "as promised, the details of the {subject}."
            ),
            after="Whoever has time, please send it back in JSON.\n\nCheers\nThe data desk",
        ),
        Frame(
            before=(
                "Subject: JSON wanted: {heading}\n\nDear colleagues,\n\nplease return the {subject} as JSON."
            ),
            after="Many thanks in advance\n\nThe office",
        ),
        Frame(
            before=(
                "Subject: Fwd: {heading}\n\nHi,\n\n"
                "the message below came from a partner. It describes the {subject}."
            ),
            after=("Can you turn it into a JSON object for the ticket system?\n\nRegards\nCoordination"),
        ),
        Frame(
            before=(
                "Subject: {heading} is missing in the dashboard\n\nHello,\n\n"
                "the dashboard does not show the {subject}, but I have it in front of me."
            ),
            after="If you turn it into JSON, I will load it by hand.\n\nBest\nThe engineer in charge",
        ),
        Frame(
            before=(
                "Subject: Your question about the {subject}\n\nDear integration team,\n\n"
                "you wanted to know what our {subject} looks like."
            ),
            after=(
                "I believe you need it as JSON, so please convert it at your end.\n\nSincerely\n"
                "The vendor desk"
            ),
        ),
        Frame(
            before=(
                "Subject: Test data ({heading})\n\nHi testers,\n\n"
                "a new case for the suite: the {subject}, told as a user would tell it."
            ),
            after="The expected answer is JSON. Please write it.\n\nGreetings\nQuality assurance",
        ),
        Frame(
            before=(
                "Subject: Handover notes, {heading}\n\nHello,\n\n"
                "I am leaving the project, and these are my notes about the {subject}."
            ),
            after="Please store them as JSON, not as prose.\n\nAll the best\nThe outgoing maintainer",
        ),
        Frame(
            before=(
                "Subject: {heading}\n\nTo whom it may concern,\n\n"
                "our system still sends mail instead of calling your interface. The {subject} follows."
            ),
            after="Kindly book it as JSON.\n\nThe legacy bridge",
        ),
        Frame(
            before=(
                "Subject: A favour with a {subject}\n\nHi,\n\n"
                "I am away from the office and only have mail here."
            ),
            after=(
                "Would you make JSON of that for me? I will fetch it in the office.\n\nThank you\n"
                "A colleague on the road"
            ),
        ),
        Frame(
            before=(
                "Subject: Audit request: {heading}\n\nDear all,\n\n"
                "the auditors ask for the {subject} in a machine-readable form. This is what we have."
            ),
            after="Please provide JSON for their file.\n\nWith kind regards\nCompliance office",
        ),
        Frame(
            before=(
                'Subject: Newsletter draft, box "{heading}"\n\nHello editors,\n\n'
                "for the box in the newsletter we explain a {subject} to our readers."
            ),
            after=(
                "The box should end with JSON. Please write it for us.\n\nWarm regards\nDeveloper relations"
            ),
        ),
        Frame(
            before=(
                'Subject: Homework, part "{heading}"\n\nDear course team,\n\n'
                "this is the {subject} I chose for the homework."
            ),
            after="I have to hand in JSON as well; what should it be?\n\nBest wishes\nA participant",
        ),
    ),
    "chat": (
        Frame(before="ops: here is the {subject}", after="ops: as JSON please"),
        Frame(
            before="dev: anything left for the import?\nops: yep, the {subject}, coming now",
            after="dev: thanks, now as JSON",
        ),
        Frame(
            before="lead: can somebody paste the {subject}?\nengineer: typing it from the screen",
            after="engineer: that is it\nlead: great, bot please turn it into JSON",
        ),
        Frame(
            before="oncall: need the {subject} in JSON for the incident page",
            after="oncall: that is all I can see from here",
        ),
        Frame(
            before="platform: who knows the {subject}?\nops: I do, give me a moment",
            after="platform: perfect\nplatform: @bot JSON of what ops wrote, please",
        ),
        Frame(
            before="tester: new case for the suite\ntester: the {subject} goes like this",
            after="tester: expected output is JSON",
        ),
        Frame(
            before="user: hi bot, can you write JSON?\nbot: sure, tell me about the {subject}\nuser: okay",
            after="user: that is all, your turn",
        ),
        Frame(
            before="admin: moving the {subject} to the new tool\nadmin: old screen says",
            after="admin: make that a JSON object for the new tool",
        ),
        Frame(
            before="backend: frontend wants the {subject}\nfrontend: do we? well, JSON then\nbackend: here",
            after="frontend: got it, converting to JSON",
        ),
        Frame(
            before="integrator: we get this {subject} as chat messages, do not ask",
            after="integrator: could you extract it as JSON?",
        ),
        Frame(
            before="lead: before you go home, the {subject} please\nengineer: will do",
            after="lead: thanks, have a good evening\nlead: bot, store it as JSON",
        ),
        Frame(
            before=(
                "intern: is it all right if I tell you the {subject} and you write JSON?\nmentor: go ahead\n"
                "intern: cool"
            ),
            after="intern: that was everything in the notebook",
        ),
        Frame(
            before="helpdesk: the line is bad, typing instead\ndev: fine, this is the {subject}",
            after="helpdesk: got it, will file it as JSON",
        ),
        Frame(
            before="teacher: describe your {subject} to the group\nhelper: all right",
            after="teacher: now everybody writes it as JSON",
        ),
        Frame(
            before="archivist: I am reading out an old printout of the {subject}",
            after="archivist: the printout ends here\narchivist: please keep it as JSON",
        ),
    ),
    "mixed": (
        Frame(before="The {subject} follows.", after="Please turn all of it into JSON."),
        Frame(
            before="I wrote some of the {subject} in sentences and copied the rest.",
            after="Everything goes into JSON.",
        ),
        Frame(
            before="I have written down part of the {subject} and pasted the rest.",
            after="Can you put both parts together in a JSON object?",
        ),
        Frame(
            before="{heading}",
            after="Return the {subject} as JSON, from the sentences as well as from the listing.",
        ),
        Frame(
            before="JSON wanted for the {subject}, text and table alike.",
            after="That is the end of the page.",
        ),
        Frame(before="From the runbook:", after="Extract the {subject} in JSON."),
        Frame(
            before="Our report has a summary and the details below it.",
            after="Please make JSON of the report.",
        ),
        Frame(
            before="Ticket text, with the details appended by the tool:",
            after="We are done with the ticket when we have the {subject} as JSON.",
        ),
        Frame(
            before="Let me sum up the {subject}; the details are underneath.",
            after="Give me JSON that holds the summary and the details.",
        ),
        Frame(
            before="The release notes describe the {subject} as follows.",
            after="We publish JSON next to the notes, so please write it.",
        ),
        Frame(before="Page from the operations handbook, {heading}", after="Convert the page to JSON."),
        Frame(
            before="Here are my notes about the {subject}, the tidy part at the end.",
            after="JSON, please, for the tidy and the untidy part.",
        ),
        Frame(
            before="A tender asks bidders to describe a {subject}. Ours reads:",
            after="They also want JSON. Please prepare it.",
        ),
        Frame(
            before="Letter from a partner, with a list enclosed",
            after="Turn what the partner writes about the {subject} into JSON.",
        ),
        Frame(
            before="Exhibit label and catalogue details, {heading}",
            after="The catalogue is kept as JSON. Please add this.",
        ),
    ),
    "transcript": (
        Frame(
            before="Agent: How can I help?\nCaller: I would like to give you the {subject}.",
            after="Agent: Thank you, I will write the {subject} down as JSON.",
        ),
        Frame(
            before=(
                "Operator: Service line, go ahead.\n"
                "Engineer: I have my screen in front of me and can read you the {subject}."
            ),
            after="Operator: Thank you, goodbye.\nOperator: Assistant, please file this call as JSON.",
        ),
        Frame(
            before=(
                "Engineer: Recording is running. Tell me about the {subject}.\nAdministrator: With pleasure."
            ),
            after="Engineer: That is all I need. JSON of this goes into the repository.",
        ),
        Frame(
            before=(
                "Helpdesk: What can I do for you?\n"
                "Caller: Your form does not load, so I have to tell you the {subject}."
            ),
            after="Helpdesk: Fine, I will send it as JSON for you.",
        ),
        Frame(
            before=(
                "Interviewer: For the handbook, please describe the {subject}.\n"
                "Developer: Sure, go ahead and ask."
            ),
            after="Interviewer: Thanks. Editors, please render the interview as JSON.",
        ),
        Frame(
            before=(
                "Clerk: The line is better now, you may speak.\n"
                "Colleague: I have the {subject} for the register."
            ),
            after="Clerk: Noted. The register takes JSON, so JSON it will be.",
        ),
        Frame(
            before="Shift lead: Before you leave, let us go through the {subject}.\nOperator: Gladly.",
            after="Shift lead: Thank you. I will have it stored as JSON.",
        ),
        Frame(
            before=(
                "Analyst: I need the {subject} for my report.\nPlatform engineer: I have it in front of me."
            ),
            after="Analyst: Great, now I can write the JSON.",
        ),
        Frame(
            before="Clerk: Registry, hello.\nCaller: I am calling about the {subject}.",
            after="Clerk: Filed. Please make JSON of this conversation.",
        ),
        Frame(
            before="Reviewer: Let us check the {subject} together.\nAuthor: Fine with me.",
            after="Reviewer: Good. Please put it into JSON.",
        ),
        Frame(
            before="Assistant: Hello, I can take down the {subject} for you.\nUser: Then please do.",
            after="Assistant: I will return it as JSON now.",
        ),
        Frame(
            before=(
                "Trainer: We practise taking calls. I ask, you answer about the {subject}.\n"
                "Trainee: Ready when you are."
            ),
            after="Trainer: Well done. The group now writes the JSON.",
        ),
        Frame(
            before=(
                "Journalist: We want to print how a {subject} looks in practice.\n"
                "Spokesperson: Ask me what you like."
            ),
            after="Journalist: Many thanks. The graphic will be drawn from JSON.",
        ),
        Frame(
            before="Examiner: Please explain the {subject} on your sheet.\nCandidate: I will try.",
            after="Examiner: That will do. Write the JSON that belongs to it.",
        ),
        Frame(
            before=(
                "Porter: Somebody left a note with a {subject} here.\n"
                "Colleague: I know what it says, just ask."
            ),
            after="Porter: Good, the owner will get it as JSON.",
        ),
    ),
}
