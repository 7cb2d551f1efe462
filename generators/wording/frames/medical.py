"""Frames and asides: medical."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame
from edgejson.generators.wording.frames import medical_printed, medical_spoken

FRAMES: Mapping[str, tuple[Frame, ...]] = {**medical_printed.FRAMES, **medical_spoken.FRAMES}

ASIDES: tuple[str, ...] = (
    "The coffee in the staff room is cold again.",
    "Sorry for being so late with this, it was a long shift.",
    "The lift is out of order, so the porters are in a bad mood.",
    "I have hardly had time to sit down.",
    "Please excuse the haste, there is a queue at the desk.",
    "The corridor is full and I am doing this between calls.",
    "Thanks for keeping an eye on our tray.",
    "My pager will not stop beeping.",
    "Somebody has borrowed my pen and not brought it back.",
    "The new curtains in the waiting room look nice, by the way.",
    "I owe you lunch for your help with the rota.",
    "The printer at the station needs toner.",
    "It is raining so hard that the ambulance bay is a lake.",
    "Everybody here is looking forward to the holidays.",
    "If you see the house keys that I lost, let me know.",
    "We have trainees with us, so things take longer.",
    "The canteen had soup again and nobody was pleased.",
    "Please greet the team upstairs.",
    "I will be hard to reach for the rest of the shift.",
    "The waiting room is noisy, so forgive me if I lose the thread.",
    "The chairs in the waiting room were replaced at last.",
    "There are flowers at the desk from a grateful family.",
    "The computers were slow all week, as you may have noticed.",
    "I have been standing up all shift.",
    "The cleaning crew has just mopped, so mind the floor.",
    "Thank you for being so quick to respond.",
    "The fire drill interrupted us, but we are back.",
    "My shift ends soon, so I will be brief.",
)
