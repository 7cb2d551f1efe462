"""Phrase books: mail and meetings."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book

BOOKS: Mapping[str, Book] = {
    "email_metadata": Book(
        group="correspondence",
        sentences={
            "": (
                "The message ID is {message_id}.",
                "The message ID in the header is {message_id}.",
                "The sender is {from}.",
                "The mail was sent by {from}.",
                "The mail is addressed to {to}.",
                "The mail went to {to}.",
                "A copy (cc) went to {cc}.",
                "The cc line reads {cc}.",
                'The subject line reads "{subject}".',
                'The subject of the mail is "{subject}".',
                "The date of the message is {date}.",
                "The mail was sent on {date}.",
                "Marked as read: {is_read}.",
                "Already read: {is_read}.",
                "The message {message_id} was sent by {from}.",
                "The message with the ID {message_id} went from {from} to {to}.",
                "{from} wrote to {to}.",
                "{from} sent the mail to {to}, with a copy (cc) to {cc}.",
                "On {date}, {from} wrote to {to}.",
                "The mail went to {to}, and a copy (cc) to {cc}.",
                '{from} wrote with the subject line "{subject}".',
                'The mail was sent on {date} with the subject line "{subject}".',
                'The mail from {from} to {to} has the subject line "{subject}".',
                "The mail was sent on {date}; marked as read: {is_read}.",
            ),
            "attachments": (
                "the file {filename}",
                "file name {filename}",
                "size {size} bytes",
                "it has {size} bytes",
                "content type {content_type}",
                "it is of content type {content_type}",
                "{filename} ({size} bytes)",
                "{filename} with {size} bytes",
                "{filename} ({size} bytes, content type {content_type})",
                "{filename} of content type {content_type}, {size} bytes",
                "the file {filename} has a size of {size} bytes and the content type {content_type}",
            ),
        },
        leads={
            "attachments": (
                "These files were attached:",
                "The attachments are:",
                "Attached to it:",
            ),
        },
        nouns={"attachments": "attachment"},
        questions={
            "message_id": (
                "Which message is it?",
                "How is the message identified in its header?",
            ),
            "from": (
                "Who sent it?",
                "Which address did it come from?",
            ),
            "to": (
                "Who was it addressed to?",
                "Who did it go to?",
            ),
            "cc": (
                "Did anybody get a copy?",
                "Who is in the cc line?",
            ),
            "subject": (
                "What is the subject line?",
                "What does the subject say?",
            ),
            "date": (
                "When was it sent?",
                "What is the date of the message?",
            ),
            "is_read": (
                "Has it been read?",
                "Is it marked as read?",
            ),
            "attachments.filename": (
                "What is the file called?",
                "Which file is it?",
            ),
            "attachments.size": (
                "How big is the file?",
                "How many bytes is that?",
            ),
            "attachments.content_type": (
                "What type of file is it?",
                "Which content type does it have?",
            ),
        },
        slips={
            "attachments": (
                "{filename}  {size} bytes  {content_type}",
                "{filename}  {size} bytes",
                "{filename}",
                "{size} bytes",
                "{content_type}",
            ),
        },
    ),
    "meeting_notes": Book(
        group="correspondence",
        sentences={
            "": (
                'The title of the meeting is "{meeting_title}".',
                'The meeting was called "{meeting_title}".',
                'The calendar has the meeting as "{meeting_title}".',
                "The meeting was held on {date}.",
                "The date of the meeting is {date}.",
                "The meeting took {duration_minutes} minutes.",
                "The meeting lasted {duration_minutes} minutes.",
                "We noted a duration of {duration_minutes} minutes.",
                'The location was "{location}".',
                'As the location, the invitation says "{location}".',
                'The notes say "{notes}".',
                'Under notes it says "{notes}".',
                'Somebody took these notes: "{notes}".',
                'We met for "{meeting_title}" on {date}.',
                '"{meeting_title}" was held on {date} and took {duration_minutes} minutes.',
                '"{meeting_title}" took {duration_minutes} minutes.',
                "The meeting began on {date} and lasted {duration_minutes} minutes.",
                'We met on {date}; the location was "{location}".',
                '"{meeting_title}" was held at the location "{location}".',
                'The location was "{location}", and the notes say "{notes}".',
            ),
            "attendees": (
                "present: {name}",
                "attendee {name}",
                "e-mail {email}",
                "reachable at {email}",
                "role {role}",
                "in the role of {role}",
                "{name} ({email})",
                "{name}, e-mail {email}",
                "{name} as {role}",
                "{name} ({role}, {email})",
                "{name}, {role}, reachable at {email}",
                "{name} ({email}) in the role of {role}",
            ),
            "action_items": (
                'the task is "{task}"',
                'to do: "{task}"',
                "assigned to {assigned_to}",
                "{assigned_to} takes care of it",
                "due {due_date}",
                "it is due on {due_date}",
                '"{task}" is assigned to {assigned_to}',
                '{assigned_to} takes on "{task}"',
                '"{task}" is due on {due_date}',
                '"{task}" (assigned to {assigned_to}, due {due_date})',
                '{assigned_to} takes on "{task}", due {due_date}',
                "assigned to {assigned_to} and due on {due_date}",
            ),
        },
        leads={
            "attendees": (
                "These people attended:",
                "The attendees were:",
                "Around the table:",
            ),
            "action_items": (
                "These action items were agreed:",
                "The action items are:",
                "To be done after the meeting:",
            ),
        },
        nouns={"attendees": "attendee", "action_items": "action item"},
        questions={
            "meeting_title": (
                "What was the meeting called?",
                "What title should I put down for the meeting?",
            ),
            "date": (
                "When was it held?",
                "What is the date of the meeting?",
            ),
            "duration_minutes": (
                "How long did it take?",
                "How many minutes did it last?",
            ),
            "location": (
                "Where did you meet?",
                "What should I put down as the location?",
            ),
            "notes": (
                "What do the notes say?",
                "What was noted?",
            ),
            "attendees.name": (
                "Who attended?",
                "What is the name of the attendee?",
            ),
            "attendees.email": (
                "What is the e-mail address?",
                "How can that person be reached?",
            ),
            "attendees.role": (
                "In which role?",
                "What is the role of that person?",
            ),
            "action_items.task": (
                "What has to be done?",
                "What is the task?",
            ),
            "action_items.assigned_to": (
                "Who does it?",
                "Who is it assigned to?",
            ),
            "action_items.due_date": (
                "When is it due?",
                "By when should it be done?",
            ),
        },
        slips={
            "attendees": (
                "{name} <{email}> {role}",
                "{name} <{email}>",
                "{name}",
                "{email}",
                "{role}",
            ),
            "action_items": (
                '"{task}" / {assigned_to} / due {due_date}',
                '"{task}" / {assigned_to}',
                '"{task}" / due {due_date}',
                '"{task}"',
                "{assigned_to}",
                "due {due_date}",
            ),
        },
    ),
}
