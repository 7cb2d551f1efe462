"""Frames and asides: medical."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame

FRAMES: Mapping[str, tuple[Frame, ...]] = {
    "listing": (Frame(before="{heading}", after="Please extract the {subject} as JSON."),),
    "form": (Frame(before="{heading}", after="Return the {subject} as a JSON object."),),
    "prose": (Frame(before="Here is a {subject}.", after="Please give it to me as JSON."),),
    "email": (
        Frame(
            before="Subject: {heading}\n\nHello,\n\nhere is the {subject}.",
            after="Could you return it as JSON?\n\nBest regards",
        ),
    ),
    "chat": (Frame(before="ops: here is the {subject}", after="ops: as JSON please"),),
    "slip": (Frame(before="Read this {subject}:", after="Answer in JSON."),),
    "log": (Frame(before="These lines state one {subject}:", after="Write it as one JSON object."),),
    "table": (Frame(before="# {heading}", after="Convert the {subject} to JSON."),),
    "mixed": (Frame(before="The {subject} follows.", after="Please turn all of it into JSON."),),
    "transcript": (
        Frame(
            before="Agent: How can I help?\nCaller: I would like to give you the {subject}.",
            after="Agent: Thank you, I will write the {subject} down as JSON.",
        ),
    ),
}

ASIDES: tuple[str, ...] = ("Thanks for the patience.",)
