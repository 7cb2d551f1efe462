"""Phrase books: tickets, notifications and ratings."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book

BOOKS: Mapping[str, Book] = {
    "support_ticket": Book(
        group="correspondence",
        sentences={
            "": (
                "The ticket ID is {ticket_id}.",
                "The ticket has the ID {ticket_id}.",
                "The customer is {customer_name}.",
                "The ticket came from the customer {customer_name}.",
                "The e-mail address of the customer is {customer_email}.",
                "The customer can be reached at {customer_email}.",
                'The subject is "{subject}".',
                'The subject of the ticket reads "{subject}".',
                'The description says "{description}".',
                'In the words of the customer: "{description}".',
                "The category is {category}.",
                "The ticket was filed under the category {category}.",
                "The priority is {priority}.",
                "The ticket was given the priority {priority}.",
                "The status is {status}.",
                "The current status is {status}.",
                "The ticket is assigned to {assigned_to}.",
                "{assigned_to} has been assigned to the ticket.",
                "The ticket was created on {created_at}.",
                "The ticket dates from {created_at}.",
                "The ticket was last updated on {updated_at}.",
                "The last update of the ticket is from {updated_at}.",
                "Ticket {ticket_id} was raised by {customer_name} ({customer_email}).",
                "Ticket {ticket_id} comes from the customer {customer_name}.",
                'Ticket {ticket_id} has the subject "{subject}".',
                "The customer is {customer_name}, e-mail {customer_email}.",
                '{customer_name} ({customer_email}) wrote under the subject "{subject}".',
                'The subject is "{subject}" and the description says "{description}".',
                "The category is {category} and the priority is {priority}.",
                "The ticket is in the category {category}, with {priority} priority and the status {status}.",
                "The priority is {priority} and the status is {status}.",
                "The status is {status}, and the ticket is assigned to {assigned_to}.",
                "The ticket was created on {created_at} and last updated on {updated_at}.",
                "The ticket was created on {created_at} and is now assigned to {assigned_to}.",
            ),
        },
        questions={
            "ticket_id": (
                "Which ticket is it?",
                "Which ticket are we talking about?",
            ),
            "customer_name": (
                "Who is the customer?",
                "What is the name of the customer?",
            ),
            "customer_email": (
                "What is the e-mail address of the customer?",
                "How can we reach the customer?",
            ),
            "subject": (
                "What is the subject?",
                "What is it about?",
            ),
            "description": (
                "How does the customer describe it?",
                "What does the description say?",
            ),
            "category": (
                "Which category does it belong to?",
                "How should I file it, which category?",
            ),
            "priority": (
                "What priority does it have?",
                "Which priority should I set?",
            ),
            "status": (
                "What is the status?",
                "How far along is the ticket?",
            ),
            "assigned_to": (
                "Who is it assigned to?",
                "Who is working on it?",
            ),
            "created_at": (
                "When was it created?",
                "When did the ticket come in?",
            ),
            "updated_at": (
                "When was it last updated?",
                "When did somebody last touch it?",
            ),
        },
    ),
    "notification": Book(
        group="correspondence",
        sentences={
            "": (
                'The title is "{title}".',
                'The title reads "{title}".',
                'At the top it has the title "{title}".',
                'The body says "{body}".',
                'Below the title it says "{body}".',
                'The text of the body is "{body}".',
                "The notification was sent on {timestamp}.",
                "The timestamp is {timestamp}.",
                "The priority is {priority}.",
                "The notification has the priority {priority}.",
                "The notification goes out with {priority} priority.",
                'The title is "{title}" and the body says "{body}".',
                'Under the title "{title}" is the text "{body}".',
                'The notification "{title}" was sent on {timestamp}.',
                '"{title}" goes out with {priority} priority.',
                "The notification was sent on {timestamp} with {priority} priority.",
                "The timestamp is {timestamp} and the priority is {priority}.",
                'The body says "{body}", and the priority is {priority}.',
            ),
        },
        questions={
            "title": (
                "What is the title?",
                "What does it say at the top?",
            ),
            "body": (
                "What does the body say?",
                "Could you read me the text below the title?",
            ),
            "timestamp": (
                "When was it sent?",
                "What is the timestamp?",
            ),
            "priority": (
                "Which priority does it have?",
                "What is the priority?",
            ),
        },
    ),
    "rating": Book(
        group="correspondence",
        sentences={
            "": (
                "The rating is {rating}.",
                "The article was given a rating of {rating}.",
                "The star rating is {rating}.",
                'The review says "{review_text}".',
                'The text of the review is "{review_text}".',
                "The reviewer is {reviewer_name}.",
                "The review was written by the reviewer {reviewer_name}.",
                "The date is {date}.",
                "The review was posted on {date}.",
                "{reviewer_name} gave a rating of {rating}.",
                '{reviewer_name} gave a rating of {rating} and wrote "{review_text}".',
                "A rating of {rating} came in on {date}.",
                "On {date}, {reviewer_name} left a rating of {rating}.",
                'The rating is {rating}, and the review says "{review_text}".',
                '{reviewer_name} wrote "{review_text}" in the review.',
                "The reviewer {reviewer_name} posted the review on {date}.",
            ),
        },
        questions={
            "rating": (
                "How many stars is it?",
                "What was the rating?",
            ),
            "review_text": (
                "What does the review say?",
                "What did they write?",
            ),
            "reviewer_name": (
                "Who wrote the review?",
                "What is the name of the reviewer?",
            ),
            "date": (
                "When was the review posted?",
                "What is the date of the review?",
            ),
        },
    ),
}
