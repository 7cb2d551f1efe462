"""Frames and asides: systems."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame
from edgejson.generators.wording.frames import systems_printed, systems_spoken

FRAMES: Mapping[str, tuple[Frame, ...]] = {**systems_printed.FRAMES, **systems_spoken.FRAMES}

ASIDES: tuple[str, ...] = (
    "The coffee machine is being repaired again, so forgive me for being brief.",
    "The server room is freezing again.",
    "The rack is due for a good dusting, by the way.",
    "Somebody borrowed my screwdriver and has not brought it back.",
    "They are drilling next door, so forgive any slips.",
    "The desks are being moved around again.",
    "The new keyboards have not come yet.",
    "The wiki page is out of date, so do not trust it.",
    "My colleague has promised to tidy up the cables.",
    "The rest can wait until after the holidays.",
    "I compared all of it with the screen.",
    "My desk is covered in cables, as usual.",
    "The lift is stuck again, so I took the stairs.",
    "Nobody has touched the cabinet since the move.",
    "Feel free to ask if anything is unclear.",
    "The caretaker knows where the key is.",
    "I wish our handbook were always this tidy.",
    "The release party was fun, thank you for organising it.",
    "This is my last task before lunch.",
    "The old tool would have taken ages.",
    "Ignore the sticker at the back, it is from the shop.",
    "I have meetings before and after this.",
    "The fan makes a funny noise, but that is another story.",
    "Have a pleasant shift.",
)
