"""Frames of correspondence: prose, mail, chats, mixed forms and transcripts.

Mail has no line of its own for a subject here: mail and tickets have fields of that name.
"""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

FRAMES: Mapping[str, tuple[Frame, ...]] = {
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
            before="Below I retell the {subject} in my own words.",
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
            after="Please put it into JSON.\n\nKind regards\nCorrespondence department",
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
                "Please turn it into a JSON object, as the export would have done.\n\nRegards\nA patient user"
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
            after="manager: remind me to file it\nmanager: or better, turn it into JSON",
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
            after="volunteer: can someone with a computer turn it into JSON?",
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
    "mixed": (
        Frame(
            before="You will find the {subject} here, partly in sentences.",
            after="Please turn all of it into JSON.",
        ),
        Frame(
            before="Part of the {subject} in words, the rest copied from the tool.",
            after="Put both parts together as JSON.",
        ),
        Frame(
            before="{heading}",
            after="Return JSON with the content of the text and of what is below it.",
        ),
        Frame(before="JSON, please, for the {subject} that follows.", after="This is where it ends."),
        Frame(
            before="I sum up what matters and paste the remainder.",
            after="Everything goes into a JSON object.",
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
