"""Frames and asides: systems."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    "listing": (
        Frame(before="{heading}", after="Please extract the {subject} as JSON."),
        Frame(before="Copied from the admin screen:", after="Give me the {subject} as a JSON object."),
        Frame(
            before="What the monitoring page shows for the {subject}:",
            after="We feed this into a script, so answer with JSON and nothing around it.",
        ),
        Frame(
            before="{heading}, as exported by our old tool",
            after="The new tool wants JSON. Please convert the {subject} for it.",
        ),
        Frame(
            before="Return the {subject} below as JSON, with the values exactly as they stand.",
            after="End of the listing.",
        ),
        Frame(before="# {heading}", after="Turn the fields above into JSON for the {subject}."),
        Frame(
            before="The previous shift left us this {subject}:",
            after="I need it in JSON for the dashboard.",
        ),
        Frame(
            before='Wiki page, section "{heading}"',
            after="Rewrite the {subject} so that a machine can read it: JSON, please.",
        ),
        Frame(
            before="From the change request, field by field:",
            after="Fill a JSON object with the {subject}. Leave out what is not listed.",
        ),
        Frame(
            before="For our regression tests I need this {subject} as JSON.",
            after="That was all, thank you.",
        ),
        Frame(before="~~~ {heading} ~~~", after="Serialize the {subject} to JSON."),
        Frame(
            before="The vendor portal cannot export, so I copied the {subject} by hand:",
            after="Could you make JSON of it? Keep the spelling of every value.",
        ),
        Frame(
            before="An auditor asked us to show the {subject}. We have it like this:",
            after="Write JSON that the auditor's program can load.",
        ),
        Frame(
            before="Transcribed from a photograph of the screen in the plant:",
            after="Store the {subject} as JSON; do not guess at what cannot be seen.",
        ),
        Frame(
            before="Exercise for new colleagues: bring the {subject} below into JSON.",
            after="Compare your answer with your neighbour's.",
        ),
    ),
    "form": (
        Frame(before="{heading}", after="Return the {subject} as a JSON object."),
        Frame(before="FORM: {heading}", after="(filled in by the technician; please key it in as JSON)"),
        Frame(before="The technician handed in this form.", after="Type the {subject} up as JSON, please."),
        Frame(
            before='Commissioning sheet, part "{heading}"',
            after="Our importer takes JSON. What would this {subject} look like?",
        ),
        Frame(
            before="Please digitise the form below: JSON with the fields of the {subject}.",
            after="Form ends here.",
        ),
        Frame(
            before="{heading}: to be kept with the equipment papers",
            after="Give the JSON version of the {subject} for the files.",
        ),
        Frame(
            before="This is how the old console prints the {subject}:",
            after="Parse it and answer with JSON.",
        ),
        Frame(
            before="Sheet from the operations binder",
            after="Take the values of the {subject} over into JSON, unchanged.",
        ),
        Frame(
            before="We ask every team to fill this in for the {subject}.",
            after="Make JSON of the answers; blank fields simply do not appear.",
        ),
        Frame(before="[ {heading} ]", after="Needed: the {subject} in JSON, to be posted to the registry."),
        Frame(
            before="Screen of the configuration terminal, written down by hand:",
            after="I would like the {subject} as JSON before the terminal is scrapped.",
        ),
        Frame(
            before='Acceptance record, page "{heading}"',
            after="Turn the page into a JSON object for the {subject}.",
        ),
        Frame(
            before="The insurer wants our {subject} in electronic form. The paper says:",
            after="Produce the JSON that goes with the claim.",
        ),
        Frame(
            before="Found taped to the inside of the cabinet door:",
            after="Before the tape gives way, save the {subject} as JSON.",
        ),
        Frame(
            before='Training course, worksheet "{heading}"',
            after="Task: write down the {subject} as JSON from the worksheet above.",
        ),
    ),
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
            after="Make JSON of it, so that the scripts can.",
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
            before="You will find the {subject} below, as our plant engineer told it.",
            after="Extract the facts as JSON.",
        ),
        Frame(
            before="I typed this {subject} while looking at the console, so excuse the style.",
            after="JSON, please, and keep the values as I typed them.",
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
                "I dictated the {subject} into my telephone in the cellar, and this is what it understood."
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
            after="JSON would solve it.\n\nKind regards\nSite engineering",
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
                "Subject: JSON wanted: {heading}\n\nDear colleagues,\n\n"
                "please return the {subject} as JSON, with the values left as they are."
            ),
            after="Many thanks in advance\n\nFacility services",
        ),
        Frame(
            before=(
                "Subject: Fwd: {heading}\n\nHi,\n\n"
                "the message below came from the contractor. It describes the {subject}."
            ),
            after=(
                "Can you turn it into a JSON object for the ticket system?\n\nRegards\n"
                "Contractor coordination"
            ),
        ),
        Frame(
            before=(
                "Subject: {heading} is missing in the dashboard\n\nHello,\n\n"
                "the dashboard does not show the {subject}, but I have it in front of me."
            ),
            after="If you make JSON of it, I will load it by hand.\n\nBest\nThe engineer in charge",
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
                "I am at the customer's site and only have mail here."
            ),
            after=(
                "Would you make JSON of that for me? I will fetch it in the office.\n\nThank you\n"
                "Field service"
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
            after="engineer: that is it\nlead: great, bot please make JSON of it",
        ),
        Frame(
            before="oncall: need the {subject} in JSON for the incident page",
            after="oncall: that is all I can see from here",
        ),
        Frame(
            before="platform: who knows the {subject}?\nfacility: I do, give me a moment",
            after="platform: perfect\nplatform: @bot JSON of what facility wrote, please",
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
            before="shift lead: before you go home, the {subject} please\ntechnician: will do",
            after="shift lead: thanks, have a good evening\nshift lead: bot, store it as JSON",
        ),
        Frame(
            before=(
                "intern: is it all right if I tell you the {subject} and you write JSON?\nmentor: go ahead\n"
                "intern: cool"
            ),
            after="intern: that was everything in the notebook",
        ),
        Frame(
            before="dispatcher: radio is bad, typing instead\nfield tech: fine, this is the {subject}",
            after="dispatcher: copied, will file it as JSON",
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
    "slip": (
        Frame(before="Read this {subject}:", after="Answer in JSON."),
        Frame(
            before="The printer in the control room gave us this:",
            after="Please return the {subject} as JSON.",
        ),
        Frame(before="Label printed by the equipment:", after="What does the label say, as JSON?"),
        Frame(before="{heading}, printed copy", after="Scan result needed as JSON for the {subject}."),
        Frame(before="Make JSON of the printout below.", after="(end of printout)"),
        Frame(
            before="This slip came out of the terminal when I asked for the {subject}.",
            after="Key it into JSON, please.",
        ),
        Frame(
            before="Thermal paper fades, so I copied the slip:",
            after="I would rather keep the {subject} as JSON.",
        ),
        Frame(before="Status sheet, torn from the roll", after="Convert the sheet to a JSON object."),
        Frame(
            before="Please check in this {subject}; the print says:",
            after="The check-in form accepts JSON.",
        ),
        Frame(
            before="Packing note of the commissioning team:",
            after="The {subject} goes into the register as JSON.",
        ),
        Frame(
            before="Output of the service console:",
            after="Parse the output and give the {subject} as JSON.",
        ),
        Frame(
            before="From the line printer, with thanks to whoever still feeds it paper:",
            after="JSON for the {subject}, please, and the printer may rest.",
        ),
        Frame(before="Evidence bag, printed strip inside:", after="The report needs the strip as JSON."),
        Frame(
            before="Display board in the entrance hall, copied by a visitor:",
            after="Could the {subject} on the board be had as JSON?",
        ),
        Frame(
            before="Lost and found: a printed strip with a {subject}.",
            after="Before we throw it out, save its content as JSON.",
        ),
    ),
    "log": (
        Frame(before="These lines belong to the {subject}:", after="Write it as a JSON object."),
        Frame(before="Output of the collector:", after="Parse the lines into JSON for the {subject}."),
        Frame(
            before="I ran the dump command and got this {subject}:",
            after="Could you turn the dump into JSON?",
        ),
        Frame(before="From the console, {heading}:", after="Please give the {subject} as JSON."),
        Frame(
            before="The exporter writes pairs of names and values. Return JSON for them, please.",
            after="End of the output.",
        ),
        Frame(
            before="grep brought up the following lines about the {subject}.",
            after="I need them merged into JSON.",
        ),
        Frame(before="Trace of the bridge service", after="What {subject} was sent? Answer with JSON."),
        Frame(
            before="The agent prints the {subject} like this at start-up:",
            after="Reformat the print as JSON, please.",
        ),
        Frame(
            before="Copied from the terminal, prompt removed:",
            after="Structured output, please: JSON of the {subject}.",
        ),
        Frame(before="Our tool can print but not export. The print:", after="Export it for me, as JSON."),
        Frame(
            before="A colleague pasted this into the incident channel.",
            after="Make the {subject} readable for the dashboard: JSON.",
        ),
        Frame(
            before="Dump of the {subject} before the migration",
            after="The migration wants JSON. Please write it.",
        ),
        Frame(
            before="Recovered from the buffer after the crash:",
            after="Save what the buffer held as JSON for the {subject}.",
        ),
        Frame(
            before="The device speaks over the serial line, and this is what it said:",
            after="Translate it into JSON.",
        ),
        Frame(
            before="A reader sent these lines to our column and asked what they mean.",
            after="Show the reader the {subject} as JSON.",
        ),
    ),
    "table": (
        Frame(before="# {heading}", after="Convert the {subject} to JSON."),
        Frame(before="The wiki has this table:", after="Please give the {subject} as JSON."),
        Frame(
            before="Pasted from the spreadsheet of the operations team.",
            after="We need JSON in place of the spreadsheet.",
        ),
        Frame(
            before="## {heading}, overview",
            after="Return a JSON object with what the table says about the {subject}.",
        ),
        Frame(before="Extract the {subject} from the table and answer with JSON.", after="Thank you."),
        Frame(
            before="From the README of the deployment repository:",
            after="Write the JSON file that this part of the README describes.",
        ),
        Frame(before="The dashboard widget shows:", after="Which JSON is behind the {subject}?"),
        Frame(
            before="Comparison sheet, our side ({heading})",
            after="For the comparison I need the {subject} as JSON.",
        ),
        Frame(before="Table from the planning document", after="Make it a JSON fixture, please."),
        Frame(
            before="I asked for the {subject} and they sent me a table.",
            after="I would have preferred JSON. Can you help?",
        ),
        Frame(
            before="The import wizard shows a preview of the {subject}:",
            after="What JSON should the wizard send?",
        ),
        Frame(
            before='Merge request, description, "{heading}":',
            after="Add the JSON of the {subject} for the reviewers.",
        ),
        Frame(
            before="Appendix to the service contract",
            after="The lawyers have finished; now we need the appendix as JSON.",
        ),
        Frame(
            before='Slide from the training, "{heading}"',
            after="Participants should write the JSON themselves. What is the solution?",
        ),
        Frame(
            before="The inventory clerk rebuilt the {subject} as a table from memory.",
            after="Store the clerk's table as JSON.",
        ),
    ),
    "mixed": (
        Frame(before="The {subject} follows.", after="Please turn all of it into JSON."),
        Frame(before="Some words and some figures about the {subject}.", after="Everything goes into JSON."),
        Frame(
            before="I have written down part of the {subject} and pasted the rest.",
            after="Can you bring both parts together in a JSON object?",
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
            before="Our site report has a summary and the details below it.",
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
            before="Letter from the landlord's caretaker, with a list enclosed",
            after="Transfer what the caretaker writes about the {subject} to JSON.",
        ),
        Frame(
            before="Exhibit label and catalogue details, {heading}",
            after="The catalogue is kept as JSON. Please add this.",
        ),
    ),
    "transcript": (
        Frame(
            before="Agent: How can I help?\nCaller: I would like to report the {subject}.",
            after="Agent: Thank you, I will write the {subject} down as JSON.",
        ),
        Frame(
            before=(
                "Operator: Control room, go ahead.\n"
                "Technician: I am standing in front of it and can read you the {subject}."
            ),
            after="Operator: Thank you, out.\nOperator: Assistant, please file this call as JSON.",
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
                "Dispatcher: Line is clear, you may speak.\n"
                "Field engineer: I have the {subject} for the register."
            ),
            after="Dispatcher: Noted. The register takes JSON, so JSON it will be.",
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
            before="Clerk: Registry, hello.\nInstaller: I am calling about the {subject} from your reminder.",
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
                "Porter: Somebody left a note with a {subject} here.\nJanitor: I know what it says, just ask."
            ),
            after="Porter: Good, the owner will get it as JSON.",
        ),
    ),
}

ASIDES: tuple[str, ...] = (
    "The coffee machine is being repaired again, so forgive the short note.",
    "I have left everything else as it was.",
    "The rack is due for a good dusting, by the way.",
    "Somebody borrowed my screwdriver and has not brought it back.",
    "Sorry for the noise in the background, they are drilling next door.",
    "I hope the formatting survives the trip.",
    "The new keyboards have not come yet.",
    "The wiki page is out of date, so do not trust it.",
    "My colleague has promised to tidy up the cables.",
    "The rest can wait until after the holidays.",
    "I compared all of it with the screen.",
    "Please forgive my handwriting on the whiteboard.",
    "The lift is stuck again, so I took the stairs.",
    "Nobody has touched the cabinet since the move.",
    "Feel free to ask if anything is unclear.",
    "The caretaker knows where the key is.",
    "I wish our handbook were always this tidy.",
    "The release party was fun, thank you for organising it.",
    "This is my last task before lunch.",
    "The old tool would have needed ages for it.",
    "Ignore the sticker at the back, it is from the shop.",
    "I am typing this between meetings.",
    "The fan makes a funny noise, but that is another story.",
    "Whoever reads this, have a pleasant shift.",
)
