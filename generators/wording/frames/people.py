"""Frames and asides: people."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame
from edgejson.generators.wording.frames import people_printed, people_spoken

FRAMES: Mapping[str, tuple[Frame, ...]] = {**people_printed.FRAMES, **people_spoken.FRAMES}

ASIDES: tuple[str, ...] = (
    "The coffee machine is being repaired again, so forgive me for being brief.",
    "Sorry for the delay, the lift was stuck and so was I.",
    "It has been raining all week and everybody is in a bad mood.",
    "Do say hello to the rest of the office from me.",
    "I hope you had a restful break.",
    "By the way, the plants by the window need water.",
    "My keyboard has lost a key or so, which is rather annoying.",
    "We really should have lunch together some time.",
    "The printer jams whenever somebody looks at it.",
    "Somebody left an umbrella at the counter, in case you miss it.",
    "I am between meetings and standing in the corridor.",
    "The heating in our building has a mind of its own.",
    "If anything looks odd, blame my glasses.",
    "There is cake in the kitchen, but it will not last.",
    "The builders next door are drilling, so I can hardly think.",
    "Parking was dreadful again, as you can imagine.",
    "I was asked to pass this along and I am glad to do it.",
    "The dog is barking at the postman again.",
    "We are short of hands here at the moment.",
    "It is much quieter here now that the holidays are over.",
    "I will be away from my desk for a while afterwards.",
    "The new chairs have arrived and they squeak.",
    "Please excuse the tone, I have been at it for hours.",
    "Thanks for the patience, I know that this took long.",
    "The wall clock stopped again, nobody knows why.",
    "I promised myself to clear my desk, and this is a part of it.",
    "My handwriting is hard to read, even for me.",
    "The window cleaners are waving at me through the glass.",
)
