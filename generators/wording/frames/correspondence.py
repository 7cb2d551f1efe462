"""Frames and asides: correspondence.

Mail has no line of its own for a subject here: mail and tickets have fields of that name.
"""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    "listing": (
        Frame(before="{heading}", after="Please extract the {subject} as JSON."),
        Frame(before="Copied from the shared mailbox:", after="Make a JSON object of the {subject}, please."),
        Frame(
            before="What our tool shows for the {subject}:",
            after="The interface to the archive takes JSON. Could you convert it?",
        ),
        Frame(before="{heading}, field by field", after="Give me the {subject} in JSON and nothing else."),
        Frame(
            before="Return the {subject} below as JSON. Values stay as they stand.",
            after="That was the whole listing.",
        ),
        Frame(before="# {heading}", after="Write the JSON for the {subject} above."),
        Frame(
            before="The secretary keeps everything like this:",
            after="We are going to keep the {subject} as JSON instead. Please start with this.",
        ),
        Frame(
            before="Before the meeting of the service team I copied the {subject} from the screen.",
            after="For the statistics I need JSON.",
        ),
        Frame(
            before='Export of the old system, page "{heading}"',
            after="The new system imports JSON. Please bring the page into that form.",
        ),
        Frame(
            before="For the filing cabinet:",
            after="And now the same {subject} for the computer, as JSON.",
        ),
        Frame(before="Dear assistant, I list the {subject} here:", after="Kindly reply with JSON."),
        Frame(before="-- {heading} --", after="Serialize it to JSON; leave out what is not listed."),
        Frame(
            before="The data protection officer asked what we store, and this is the {subject} we found:",
            after="The officer would like JSON. Please write it.",
        ),
        Frame(
            before="Seen in a screenshot that somebody printed:",
            after="Type the {subject} off the print, as JSON.",
        ),
        Frame(
            before="Question for applicants: which JSON describes the {subject} below?",
            after="Write your answer in the box.",
        ),
    ),
    "form": (
        Frame(before="{heading}", after="Return the {subject} as a JSON object."),
        Frame(before='Form of the front desk, "{heading}"', after="Please key it in as JSON."),
        Frame(
            before="The temp filled in this form for the {subject}.",
            after="Our database reads JSON, so please convert the form.",
        ),
        Frame(before="Sheet from the secretariat", after="Take the sheet over into JSON, unchanged."),
        Frame(before="Convert the form below to JSON, please.", after="End of the form."),
        Frame(
            before="{heading} (file copy)",
            after="The file copy should exist as JSON too. Please write it.",
        ),
        Frame(
            before="Our template for the {subject}, filled in by the service desk:",
            after="Give back JSON with the fields that are filled in.",
        ),
        Frame(before="[ {heading} ]", after="JSON of the {subject} for the handover, please."),
        Frame(before="Printed mask of the office program:", after="Enter the {subject} as JSON."),
        Frame(
            before="Someone still fills in paper forms here. See for yourself:",
            after="I would like to have it as JSON before the paper gets lost.",
        ),
        Frame(
            before="Intake sheet of the communications office",
            after="Please answer with the {subject} as a JSON object.",
        ),
        Frame(before="The form for the {subject} came back by fax.", after="Read the fax and give me JSON."),
        Frame(
            before='Works council request, annex "{heading}"',
            after="The works council accepts JSON. Please prepare the annex.",
        ),
        Frame(
            before="From the estate of a very tidy office manager:",
            after="Bring the {subject} into JSON for the family archive.",
        ),
        Frame(before="Worksheet for the typing class", after="Everybody types the {subject} as JSON."),
    ),
    "prose": (
        Frame(
            before="Here are the details of the {subject}, as far as I have them.",
            after="Please give them to me as JSON.",
        ),
        Frame(
            before="I will just tell you what I see for the {subject}.",
            after="Could you write it down as JSON?",
        ),
        Frame(
            before="Our archive wants the {subject}, but I can only describe it.",
            after="The archive takes JSON, so please write some.",
        ),
        Frame(
            before="While sorting the mailbox I made notes about the {subject} for you.",
            after="Turn my notes into JSON, please.",
        ),
        Frame(before="Return JSON for the {subject} described below.", after="I have nothing to add."),
        Frame(
            before="You asked about the {subject}; this is what I remember and have checked since.",
            after="If you need it in JSON, please convert it yourself, I never learnt it.",
        ),
        Frame(
            before="The office manager passed me the {subject} over the partition wall.",
            after="I promised JSON by lunchtime. Please help.",
        ),
        Frame(
            before="I am covering for a colleague and found the {subject} among the papers.",
            after="Please file it as JSON.",
        ),
        Frame(
            before="For the quality report somebody has to write up the {subject}, and it was my turn.",
            after="The report tool reads JSON. What do I paste?",
        ),
        Frame(
            before="Below I retell the {subject} in my own words, values left alone.",
            after="Extract JSON from it.",
        ),
        Frame(
            before="A reader of our intranet could not find the {subject}, so I am repeating it here.",
            after="The search index takes JSON; please produce it.",
        ),
        Frame(
            before=(
                "We are testing how well a program understands people, and the {subject} will be the test."
            ),
            after="The program should answer with JSON. So, please answer.",
        ),
        Frame(
            before=(
                "The parish newsletter is put together by volunteers, who sent us the {subject} as a "
                "paragraph."
            ),
            after="For the website we need it as JSON.",
        ),
        Frame(
            before="As a witness I was asked to state what I know about the {subject}.",
            after="The clerk keeps statements as JSON. Please assist the clerk.",
        ),
        Frame(
            before=(
                "I am writing this from the train with bad reception, so the {subject} comes without any "
                "layout."
            ),
            after="Please lay it out as JSON.",
        ),
    ),
    "email": (
        Frame(
            before="{heading}\n\nHello,\n\nhere you have the {subject} from our side.",
            after="Could you return it as JSON?\n\nBest regards\nThe office",
        ),
        Frame(
            before=(
                "For the archive: {heading}\n\nHi,\n\n"
                "the archive asked for the {subject}, and you know the format they like."
            ),
            after="JSON, please.\n\nThanks\nThe front desk",
        ),
        Frame(
            before=(
                "Dear colleagues,\n\n"
                "our old program has printed the {subject}, and I am retyping the print for you."
            ),
            after="Please bring it into JSON.\n\nKind regards\nCorrespondence department",
        ),
        Frame(
            before=(
                "(forwarded) {heading}\n\nHi there,\n\n"
                "may I leave the {subject} with you? It has to go into the new system."
            ),
            after="The new system takes JSON.\n\nMany thanks\nService desk",
        ),
        Frame(
            before="Please convert: {heading}\n\nGood morning,\n\nI need JSON for the {subject} below.",
            after="Have a nice day\n\nThe back office",
        ),
        Frame(
            before=(
                "Hello team,\n\n"
                "as agreed in the kitchen, I am sending the {subject} in the body of this mail."
            ),
            after="Please post the JSON in the channel when you have it.\n\nSee you\nThe coordinator",
        ),
        Frame(
            before=(
                "{heading}, for your statistics\n\nDear analysts,\n\n"
                "you said that every example helps, so have the {subject}."
            ),
            after=(
                "You will want JSON, I suppose, so please convert it before use.\n\nGreetings\nCustomer care"
            ),
        ),
        Frame(
            before=(
                "Good afternoon,\n\nthe export button does nothing, so I am writing the {subject} by hand."
            ),
            after=(
                "Please make a JSON object of it, as the export would have done.\n\nRegards\nA patient user"
            ),
        ),
        Frame(
            before="Handover: {heading}\n\nHello,\n\nI am going on leave and hand over the {subject} to you.",
            after="Please keep it as JSON with the rest.\n\nUntil then\nYour deskmate",
        ),
        Frame(
            before="Dear sir or madam,\n\nin reply to your letter we are pleased to send the {subject}.",
            after=(
                "Should you need it in JSON, your own staff will surely convert it.\n\nYours faithfully\n"
                "The registry"
            ),
        ),
        Frame(
            before=(
                "Hi bot,\n\nI was told you read mail and answer in JSON. Let us try it with the {subject}."
            ),
            after="Go ahead.\n\nThe tester",
        ),
        Frame(
            before=(
                "{heading}: entry for the logbook\n\nHello both,\n\nplease add the {subject} to the logbook."
            ),
            after="The logbook is a JSON file now, remember?\n\nBest\nTeam assistance",
        ),
        Frame(
            before=(
                "To the records office\n\nDear records office,\n\n"
                "following your reminder I am submitting the {subject}."
            ),
            after="I understand that you store it as JSON.\n\nWith kind regards\nThe branch office",
        ),
        Frame(
            before="Hello dear neighbours,\n\nthe residents' committee asked me to pass on the {subject}.",
            after=(
                "For the committee's page we need JSON. Can any of you do that?\n\nWarm wishes\nThe caretaker"
            ),
        ),
        Frame(
            before="Dear jury,\n\nfor the data contest we are handing in the {subject}.",
            after=(
                "Our solution in JSON follows as soon as you have written yours.\n\nGood luck\nThe organisers"
            ),
        ),
    ),
    "chat": (
        Frame(before="desk: here comes the {subject}", after="desk: as JSON please"),
        Frame(
            before="lead: somebody should post the {subject} here\nassistant: typing already",
            after="lead: thanks\nlead: bot, JSON please",
        ),
        Frame(
            before="office: I need to file the {subject}\nbot: tell me what it says\noffice: okay",
            after="office: that was all, now JSON",
        ),
        Frame(
            before="editor: please send me the {subject}\nwriter: sure",
            after="editor: got it, I will put it into JSON",
        ),
        Frame(
            before="agent: shift is over soon, leaving you the {subject}",
            after="agent: please store it as JSON",
        ),
        Frame(
            before="analyst: any new data for the report?\nclerk: indeed, see below",
            after="analyst: I will load it as JSON",
        ),
        Frame(
            before="tester: next case, the {subject}",
            after="tester: expected result is JSON of the above",
        ),
        Frame(
            before=(
                "coordinator: the form is broken again, so I dictate\ncoordinator: it is about the {subject}"
            ),
            after="coordinator: now it is your turn, JSON please",
        ),
        Frame(
            before=(
                "intern: I do not know how to enter the {subject}\n"
                "mentor: tell me what you have and I show you\nintern: this"
            ),
            after="mentor: and now we write it as JSON",
        ),
        Frame(
            before="manager: before I forget, the {subject}",
            after="manager: remind me to file it\nmanager: or better, make JSON of it",
        ),
        Frame(
            before="dev: our parser fails for the {subject}\nhelpdesk: wait, I have the original",
            after="dev: thanks, writing the JSON by hand then",
        ),
        Frame(
            before="secretary: dictating the {subject}",
            after="secretary: end of dictation\ntypist: JSON as usual?\nsecretary: as usual",
        ),
        Frame(
            before="volunteer: the helpline left us the {subject}",
            after="volunteer: can someone with a computer make JSON of it?",
        ),
        Frame(
            before="librarian: scanned the {subject}, reading it out to you",
            after="librarian: catalogue wants JSON, please",
        ),
        Frame(
            before="juror: we still lack the {subject} in the list\norganiser: it goes like this",
            after="juror: all right, added as JSON",
        ),
    ),
    "slip": (
        Frame(before="Read this {subject}:", after="Answer in JSON."),
        Frame(
            before="The office printer produced the following:",
            after="Please return the {subject} as JSON.",
        ),
        Frame(before="Print preview of the {subject}", after="Do not print it, give me JSON."),
        Frame(before="{heading}, paper copy", after="Scan result wanted as JSON."),
        Frame(before="Turn the printout below into JSON.", after="(end of printout)"),
        Frame(before="Pinned to the notice board:", after="Save what the board says as JSON."),
        Frame(
            before="My desk printer spat this out when I asked for the {subject}.",
            after="Could you key it into JSON?",
        ),
        Frame(
            before="Strip from the ticket printer at the counter",
            after="The counter system needs the {subject} as JSON.",
        ),
        Frame(before="Copy for the binder:", after="And JSON for the server, please."),
        Frame(
            before="The kiosk prints the {subject} like this.",
            after="Convert the print to a JSON object.",
        ),
        Frame(before="Carbon copy, still readable:", after="Write the {subject} as JSON before it fades."),
        Frame(
            before="Cover sheet of a circular",
            after="We circulate JSON from now on. Please convert the sheet.",
        ),
        Frame(
            before="Found in the paper tray after the late shift:",
            after="Whoever it belongs to gets the {subject} back as JSON.",
        ),
        Frame(
            before="Receipt of the parcel shop's message terminal",
            after="The claim needs the content of the receipt in JSON.",
        ),
        Frame(
            before="Time capsule, printed strip:",
            after="For those who come after us, keep the {subject} as JSON too.",
        ),
    ),
    "log": (
        Frame(before="These lines belong to the {subject}:", after="Write it as a JSON object."),
        Frame(before="Trace of the mail relay:", after="Parse the {subject} out of the trace, as JSON."),
        Frame(
            before="The ticket tool prints its records like this.",
            after="Please convert the print to JSON.",
        ),
        Frame(before="Console output of our office bot:", after="What JSON should the bot have stored?"),
        Frame(before="From the journal of the messaging service", after="Give me the {subject} in JSON."),
        Frame(before="Answer with JSON for the lines below.", after="That is where the lines end."),
        Frame(before="The importer stopped here:", after="Finish its work: the {subject} as JSON."),
        Frame(
            before="I dumped the record and got the {subject} as pairs.",
            after="Pairs are fine, JSON would be better.",
        ),
        Frame(
            before="Console of the scheduler, copied this morning:",
            after="Make the {subject} readable for our web page, in JSON.",
        ),
        Frame(before="Raw record:", after="Cooked, please. JSON will do."),
        Frame(
            before="Our plugin writes the {subject} to the console.",
            after="Reformat what it writes as JSON.",
        ),
        Frame(before="Backup tape, readable part:", after="Restore the {subject} as JSON."),
        Frame(
            before="The forensic tool extracted these lines from the telephone.",
            after="For the report they have to be JSON.",
        ),
        Frame(
            before="Output of a script that nobody here dares to touch:",
            after="Wrap the {subject} in JSON so that nobody has to.",
        ),
        Frame(
            before="From the teletype collection of the museum",
            after="Visitors will see JSON next to it. Please write it.",
        ),
    ),
    "table": (
        Frame(before="# {heading}", after="Convert the {subject} to JSON."),
        Frame(before="The intranet page has this table:", after="Please give the {subject} as JSON."),
        Frame(
            before="Copied from the shared spreadsheet:",
            after="Write a JSON object with what the cells say.",
        ),
        Frame(before="## {heading} (overview)", after="For the interface I need JSON."),
        Frame(before="Make JSON of the table below.", after="Thank you for the help."),
        Frame(
            before="The team board shows the {subject} like this.",
            after="Which JSON would the board's interface return?",
        ),
        Frame(
            before="Table from the weekly report",
            after="The next report will be built from JSON, so please convert it.",
        ),
        Frame(
            before="I turned the {subject} into a table for the presentation.",
            after="Now the developers ask for JSON. Can you help?",
        ),
        Frame(before='Minutes, annex with the table "{heading}"', after="File the annex as JSON."),
        Frame(before="Wiki markup, please ignore the colours:", after="JSON of the {subject}, please."),
        Frame(before="The review page lists:", after="Take the {subject} over as JSON."),
        Frame(
            before="Sheet shared by the partner agency",
            after="Our side works with JSON. Please convert their sheet.",
        ),
        Frame(
            before='From the study\'s codebook, "{heading}"',
            after="The study publishes JSON. Please write the record.",
        ),
        Frame(
            before="Chalked up in the staff room:",
            after="Wipe the board, but keep the {subject} as JSON.",
        ),
        Frame(before='Exhibit list of the tribunal, "{heading}"', after="The court's system takes JSON."),
    ),
    "mixed": (
        Frame(
            before="You will find the {subject} here, partly in sentences.",
            after="Please turn all of it into JSON.",
        ),
        Frame(
            before="Part of the {subject} in words, the rest copied from the tool.",
            after="Bring both parts together as JSON.",
        ),
        Frame(
            before="{heading}",
            after="Return JSON with the content of the text and of what stands below it.",
        ),
        Frame(before="JSON, please, for the {subject} that follows.", after="This is where it ends."),
        Frame(
            before="I sum up what matters and paste the remainder.",
            after="Everything belongs into a JSON object.",
        ),
        Frame(before="From the team's notebook:", after="Extract the {subject} as JSON."),
        Frame(before="The circular has a paragraph and an annex.", after="Make JSON of the circular."),
        Frame(
            before='Our weekly digest, section "{heading}":',
            after="The digest is stored as JSON. Please add the section.",
        ),
        Frame(
            before="I wrote the {subject} down in a hurry, so the layout changes half-way.",
            after="JSON has a proper layout. Please use that.",
        ),
        Frame(before="Note for the file, details appended", after="Please store the note as JSON."),
        Frame(
            before="The web page tells the story and shows the data underneath.",
            after="I am interested in the {subject} as JSON.",
        ),
        Frame(
            before="Text of the announcement, followed by what the system knows:",
            after="Give me the {subject} as JSON, from both.",
        ),
        Frame(before='Grant report, box "{heading}"', after="The funder wants the box as JSON."),
        Frame(
            before="A page from the class diary, glued-in part included",
            after="Type the {subject} up as JSON for the school server.",
        ),
        Frame(
            before="Postcard from the field office, with a printed strip stapled to it",
            after="Preserve the {subject} as JSON.",
        ),
    ),
    "transcript": (
        Frame(
            before="Agent: How can I help?\nCaller: I would like to pass on the {subject}.",
            after="Agent: Thank you, I will write the {subject} down as JSON.",
        ),
        Frame(
            before=(
                "Front desk: Hello, what can I do for you?\n"
                "Colleague: I need the {subject} in the system, and my screen is frozen."
            ),
            after="Front desk: Fine, JSON is on its way.",
        ),
        Frame(
            before="Archivist: I am recording. Please describe the {subject}.\nSecretary: With pleasure.",
            after="Archivist: Thank you. The archive keeps JSON of it.",
        ),
        Frame(
            before="Editor: Let us go through the {subject}.\nReporter: I have it before me.",
            after="Editor: Good. Please render it as JSON.",
        ),
        Frame(
            before="Assistant: I can take down the {subject} for you.\nUser: That would be great.",
            after="Assistant: I will return it as JSON now.",
        ),
        Frame(
            before="Analyst: For my figures I need the {subject}.\nClerk: Then please ask.",
            after="Analyst: Thanks. I will enter it as JSON.",
        ),
        Frame(
            before=(
                "Helpdesk: You are through to the helpdesk.\n"
                "Employee: Your upload page is down, so I would tell you the {subject}."
            ),
            after="Helpdesk: Got it all. JSON will be filed for you.",
        ),
        Frame(
            before=(
                "Team lead: Let us collect what we know about the {subject} now.\n"
                "Team member: Gladly, I have the page in front of me."
            ),
            after="Team lead: Great. Somebody please make JSON of this talk.",
        ),
        Frame(
            before="Typist: Ready for dictation.\nOffice manager: Then let us do the {subject}.",
            after="Typist: Done, saved as JSON.",
        ),
        Frame(
            before="Tester: I ask, you answer about the {subject}, all right?\nDeveloper: All right.",
            after="Tester: And the expected output is JSON.",
        ),
        Frame(
            before="Trainee: My task is to ask you about the {subject}.\nTrainer: Then start, please.",
            after="Trainee: Thank you, next I have to write JSON.",
        ),
        Frame(
            before="Registrar: Registry, hello.\nMessenger: I am to report the {subject}.",
            after="Registrar: It is in. Please produce the JSON for our records.",
        ),
        Frame(
            before=(
                "Moderator: Our listener wants to tell us about the {subject}.\n"
                "Listener: Thank you for having me."
            ),
            after="Moderator: What a story. Our web team puts it up as JSON.",
        ),
        Frame(
            before=(
                "Interpreter: I translate for the delegation. They ask about the {subject}.\n"
                "Host: I am glad to answer."
            ),
            after="Interpreter: The delegation thanks you and would like JSON of it.",
        ),
        Frame(
            before="Notary: For the deed I have to ask about the {subject}.\nClient: Please do.",
            after="Notary: Then we have it. The deed's annex will be JSON.",
        ),
    ),
}

ASIDES: tuple[str, ...] = (
    "The coffee machine is being repaired again, so forgive the short note.",
    "It has been raining all morning here.",
    "The printer is out of toner, hence this format.",
    "I am typing this between phone calls.",
    "Thank you for the cake in the kitchen, by the way.",
    "My chair squeaks, but otherwise all is well at the desk.",
    "The heating is being serviced, so we are wearing scarves.",
    "I hope you had a pleasant journey.",
    "Please bear with me, the keyboard is new.",
    "Our plants survived the holidays, in case you wondered.",
    "The window cleaners are waving at us as I write.",
    "I have checked the spelling as carefully as I could.",
    "Somebody has taken the good stapler again.",
    "Do come by for a cup of tea.",
    "The canteen does a decent stew, if you are hungry.",
    "I am glad we could help.",
    "The new carpet in the corridor looks lovely.",
    "Say hello to the others from me.",
    "I will be at my desk until the evening.",
    "It was quite a busy morning at the front desk.",
    "The choir practice upstairs makes it hard to think.",
    "Forgive me if I repeat myself.",
    "We are all looking forward to the office party.",
    "The archive smells of old paper, which I rather like.",
)
