"""Phrase books: people, where they are and what they sign up for."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Book
from edgejson.generators.wording.books.people_organization import ORGANIZATION

_CONTACT_INFO = Book(
    group="people",
    sentences={
        "": (
            "You can reach {name} by e-mail at {email} or by phone on {phone}.",
            "The contact is {name}, with the e-mail address {email} and the phone number {phone}.",
            "{name} left a card with the e-mail address {email} and the phone number {phone}.",
            "{name} answers e-mail at {email} and takes calls on {phone}.",
            "Please save {name} in the address book, phone {phone}, e-mail {email}.",
            "{name}, phone {phone}, prefers to be written to at {email}.",
            "I was given {phone} as phone number and {email} as e-mail address for {name}.",
            "{name} writes from {email}.",
            "The new contact is {name} ({email}).",
            "{name} can be written to at {email}.",
            "{name} left the phone number {phone}.",
            "{name} is best called on {phone}.",
            "The contact goes by the name {name}.",
            "Please file this under the name {name}.",
            "{name} would like to be in our address book.",
            "The e-mail address is {email}.",
            "Messages should go by e-mail to {email}.",
            "The address for e-mail is {email}.",
            "The phone number is {phone}.",
            "Calls go to {phone}.",
            "The number to dial is {phone}.",
            "Write to {email} or call {phone}.",
            "E-mail goes to {email}, phone calls to {phone}.",
        ),
    },
    questions={
        "name": (
            "Whose contact details are these?",
            "What name should I file this under?",
            "Who is the contact?",
        ),
        "email": (
            "Which e-mail address do you have?",
            "Where can we send e-mail?",
            "And by e-mail?",
        ),
        "phone": (
            "What is the phone number?",
            "Which number should we call?",
            "And by phone?",
        ),
    },
)

_USER_PROFILE = Book(
    group="people",
    sentences={
        "": (
            "{username} is {age} years old and lives in {city}.",
            "The member signs in as {username}, is {age} years old and comes from {city}.",
            "The username is {username}, the age {age}, the home city {city}.",
            "A member aged {age} from {city} picked the username {username}.",
            "Somebody from {city} joined as {username}, aged {age}.",
            "The account belongs to {username}, who is {age} years old.",
            "When signing up, {username} gave an age of {age}.",
            "{username} has {city} down as the city.",
            "The profile of {username} names {city} as the city.",
            "The username is {username}.",
            "The member signs in as {username}.",
            "The person behind the account chose {username} as username.",
            "The member is {age} years old.",
            "The age on the profile is {age}.",
            "Age at sign-up was {age}.",
            "Aged {age}, the member lives in {city}.",
            "The member is {age} years old and at home in {city}.",
            "The home city is {city}.",
            "The member lives in {city}.",
            "The city on the profile is {city}.",
            "Ticked as preferences at sign-up: {preferences}.",
            "Under preferences the profile lists {preferences}.",
            "The preferences on the profile read: {preferences}.",
            "Asked for preferences, the member entered {preferences}.",
        ),
    },
    questions={
        "username": (
            "What username did the member choose?",
            "Which account is it?",
            "How does the member sign in?",
        ),
        "age": (
            "How old is the member?",
            "What age is on the profile?",
        ),
        "city": (
            "Which city does the member live in?",
            "Where is the member at home?",
        ),
        "preferences": (
            "Are any preferences filled in?",
            "What does the profile say under preferences?",
            "Which preferences were ticked?",
        ),
    },
)

_LOCATION = Book(
    group="people",
    sentences={
        "": (
            "The spot lies at latitude {latitude} and longitude {longitude}.",
            "The pin is at latitude {latitude}, longitude {longitude}.",
            "The receiver showed {latitude} degrees latitude and {longitude} degrees longitude.",
            "The coordinates are {latitude} (latitude) and {longitude} (longitude), in decimal degrees.",
            "On the map the place is at {latitude} latitude and {longitude} longitude.",
            'We found "{address}" at latitude {latitude}, longitude {longitude}.',
            'The map puts "{address}" at latitude {latitude} and longitude {longitude}.',
            'Latitude {latitude}, longitude {longitude} resolves to the address "{address}".',
            "The clocks at latitude {latitude}, longitude {longitude} follow the time zone {timezone}.",
            "The latitude is {latitude} degrees.",
            "For the latitude we have {latitude}.",
            "The longitude is {longitude} degrees.",
            "For the longitude we have {longitude}.",
            'The address of the place is "{address}".',
            'A postcard would go to the address "{address}".',
            'The address on the door reads "{address}".',
            'The address is "{address}", and the time zone there is {timezone}.',
            'The place is in the time zone {timezone}, at the address "{address}".',
            "The time zone is {timezone}.",
            "Clocks at this place run on the time zone {timezone}.",
            "Times at this place are given in the {timezone} time zone.",
        ),
    },
    questions={
        "latitude": (
            "What are the coordinates?",
            "Where exactly is it?",
            "Where on the globe is it?",
        ),
        "longitude": (
            "And the longitude?",
            "Which longitude goes with that?",
        ),
        "address": (
            "Is there an address for it?",
            "What is the address?",
        ),
        "timezone": (
            "Which time zone is that?",
            "What time zone applies there?",
        ),
    },
)

_EVENT_REGISTRATION = Book(
    group="people",
    sentences={
        "": (
            "{attendee_name} has registered for the {event_name}.",
            "{attendee_name} signed up for the {event_name} with a {ticket_type} ticket.",
            "{attendee_name} ({attendee_email}) would like to attend the {event_name}.",
            "The {event_name} begins on {event_date}.",
            "The {event_name}, which begins on {event_date}, has a new attendee, {attendee_name}.",
            "Please put {attendee_name} on the list for the {event_name} on {event_date}.",
            "Please book {attendee_name} in for the {event_name}; it is a {ticket_type} ticket.",
            "For the {event_name} we have {attendee_name} ({attendee_email}) with a {ticket_type} ticket.",
            "The event is the {event_name}.",
            "The registration is for the {event_name}.",
            "{attendee_name} gave {emergency_contact.name}, {emergency_contact.phone}, as emergency contact.",
            "Registered on {registration_date}, {attendee_name} holds a {ticket_type} ticket.",
            "The event begins on {event_date}.",
            "Doors for the event open on {event_date}.",
            "On the programme the event is set for {event_date}.",
            "The event begins on {event_date}, and the attendee is {attendee_name}.",
            "The attendee is {attendee_name}.",
            "The badge should carry the attendee's name, {attendee_name}.",
            "The attendee is {attendee_name}, e-mail {attendee_email}.",
            "{attendee_name} attends with a {ticket_type} ticket; mail goes to {attendee_email}.",
            "{attendee_name} booked a {ticket_type} ticket and left the address {attendee_email}.",
            "The confirmation goes to the attendee at {attendee_email}.",
            "The attendee's e-mail address is {attendee_email}.",
            "The ticket goes by e-mail to {attendee_email} and is a {ticket_type} ticket.",
            "{attendee_name}, who booked on {registration_date}, can be written to at {attendee_email}.",
            "The ticket is a {ticket_type} ticket.",
            "The ticket type is {ticket_type}.",
            "The attendee holds a {ticket_type} ticket.",
            "The ticket is a {ticket_type} ticket, registered on {registration_date}.",
            "As dietary requirements, the attendee gave {dietary_requirements}.",
            "For the kitchen, the note on dietary requirements says {dietary_requirements}.",
            "Under dietary requirements the form lists {dietary_requirements}.",
            "The caterer should know these dietary requirements: {dietary_requirements}.",
            "The registration came in on {registration_date}.",
            "The form was filled in on {registration_date}, which counts as the registration date.",
            "The registration is dated {registration_date}.",
        ),
        "emergency_contact": (
            "The emergency contact is {name}, phone {phone}.",
            "In an emergency please call {name} on {phone}.",
            "If something happens, {name} is the emergency contact and answers on {phone}.",
            "{name}, phone {phone}, was given as emergency contact.",
            "The emergency contact is {name}.",
            "{name} should be told in an emergency.",
            "The emergency contact can be called on {phone}.",
            "The phone number for emergencies is {phone}.",
        ),
    },
    questions={
        "event_name": (
            "Which event is the registration for?",
            "What event should I book this under?",
        ),
        "event_date": (
            "When does the event begin?",
            "What date and time does the event have?",
        ),
        "attendee_name": (
            "Who will attend?",
            "Whose name goes on the badge?",
        ),
        "attendee_email": (
            "Where should we send the confirmation?",
            "What is the attendee's e-mail address?",
        ),
        "ticket_type": (
            "What kind of ticket is it?",
            "Which ticket type was booked?",
        ),
        "dietary_requirements": (
            "Anything the kitchen should know?",
            "Are there dietary requirements?",
        ),
        "emergency_contact.name": (
            "Who is the emergency contact?",
            "Whom do we call in an emergency?",
        ),
        "emergency_contact.phone": (
            "On what number can the emergency contact be called?",
            "And the phone number for emergencies?",
        ),
        "registration_date": (
            "When was the registration made?",
            "What is the date of the registration?",
        ),
    },
)

BOOKS: Mapping[str, Book] = {
    "contact_info": _CONTACT_INFO,
    "user_profile": _USER_PROFILE,
    "location": _LOCATION,
    "event_registration": _EVENT_REGISTRATION,
    "nested_organization": ORGANIZATION,
}
