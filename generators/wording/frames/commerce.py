"""Frames and asides: commerce."""

from collections.abc import Mapping

from edgejson.generators.wording.book import Frame
from edgejson.generators.wording.frames import commerce_printed, commerce_spoken

FRAMES: Mapping[str, tuple[Frame, ...]] = {**commerce_printed.FRAMES, **commerce_spoken.FRAMES}

ASIDES: tuple[str, ...] = (
    "The coffee machine is being repaired again, so forgive me if I sound grumpy.",
    "Sorry if this comes in pieces, I am on a train.",
    "Bear with me, the phone keeps ringing.",
    "The radiator in here makes funny noises.",
    "I double-checked this against the screen.",
    "My notes are hard to read, but I think I got it right.",
    "It is raining cats and dogs out here.",
    "A colleague is waving at me, so this is in haste.",
    "The cat has just walked across my desk, I hope everything is still in place.",
    "I hope you had a pleasant holiday, by the way.",
    "Somebody should really water the plants by the window.",
    "Parking was a nightmare, as ever.",
    "The printer is jammed, otherwise you would have got a copy on paper.",
    "I am not sure whether you need all of it, but better safe than sorry.",
    "We are all a bit tired after the stocktaking.",
    "The new software takes some getting used to.",
    "Say hello to the team from me.",
    "The builders next door have started drilling.",
    "I was told you are the right person to ask.",
    "Forgive me if I have told you some of this before.",
    "The lights flickered just now, but nothing was lost.",
    "My glasses are somewhere, so I am squinting.",
    "A client has just come in, I have to keep this brief.",
    "Somebody has put cake next to the till, lucky me.",
    "The connection keeps dropping at my end.",
    "My chair squeaks, which drives me mad.",
    "We have had a new carpet put in, and everything smells of glue.",
    "I will be glad when this is off my list.",
    "The intern has sorted my papers, so it took me a while to find it.",
    "You always ask at the busiest time, but never mind.",
    "I am standing in for a colleague who is ill.",
    "There is a wasp in the room, which is distracting.",
    "I like the new logo, by the way.",
)
