"""Frames and asides: correspondence."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame
from edgejson.generators.wording.frames import correspondence_printed, correspondence_spoken

FRAMES: Mapping[str, tuple[Frame, ...]] = {**correspondence_printed.FRAMES, **correspondence_spoken.FRAMES}

ASIDES: tuple[str, ...] = (
    "The coffee machine is being repaired again, so forgive me for being brief.",
    "It has been raining all morning here.",
    "The printer is out of toner again.",
    "The phone will not stop ringing.",
    "Thank you for the cake in the kitchen, by the way.",
    "My chair squeaks, but otherwise all is well at the desk.",
    "The heating is being serviced, so we are wearing scarves.",
    "I hope you had a pleasant journey.",
    "Please bear with me, the keyboard is new.",
    "Our plants survived the holidays, in case you wondered.",
    "The window cleaners are waving at us.",
    "I have checked it as carefully as I could.",
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
