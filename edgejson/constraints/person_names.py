"""Person names: whether a text has the form of one and is made of common given names and surnames.

The names are those of the US Census of 1990 (the package `names` ships them): given names that cover nine
tenths of the people, and surnames that cover half of them. "Rose Gold" and "Kelly Green" are made of names,
too: where both names are everyday words as well, there is no evidence without a title or a suffix.
"""

import re
from functools import cache
from importlib.resources import files

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "v", "md", "phd", "dds", "dvm", "esq"})
_SURNAME_SHARE = 50.0
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Given names and surnames of those lists that are also words of a shop: materials, plants, colours, foods,
# things, places, qualities.
_GIVEN_WORDS = _words(
    """
    amber america angel april art asia august aurora autumn basil bee bell berry bill birdie blossom
    bob booker branch brandy brook brooks buck bud bunny buster candy carol carolina chance charity
    chase cherry chester china chuck clay clementine cliff coral crystal dahlia daisy dakota dale
    dallas dawn dean dell desire destiny diamond dick dixie dolly dot drew duke dusty earl earnest
    easter ebony echo eden emerald fairy faith fawn fern flo flora florida forest foster france
    frank gale garland garnet gay gene georgia german ginger glen glory golden grace grant guy
    harley harmony hazel heath heather holly honey hope houston hunter india iris ivory ivy jack
    jade jasmine jay jean jewel jewell joy june kelly king kitty lace lacy lance lane lark latin
    laurel lavender lee lilac lily lincoln london love lucky mack madison magnolia major mango
    margarita marina mark marlin marshall mason max may melody mercedes mercy merry mickey miles
    mina mint misty montana myrtle noble nova ocean olive olympia opal oscar page paris parker pat
    patience paz pearl penny pepper porsche porter precious prince princess queen queenie rain randy
    raven ray red reed rich rick river rob robin rocky rod roman rose rosemary royal ruby russet
    rusty sage sandy savannah scarlet scarlett shade shell shelly sherry sierra silver sky skye
    sonny spring star starr sterling stone stormy sugar summer sun sunday sunny sunshine tawny teddy
    tennessee terra tiffany tiny topaz treasure trinity tulip una unique val valentine van velvet
    venus victor victory viola violet virgin virginia vista wade walker ward warren wendy will
    willow windy winter wood young
    """
)
_SURNAME_WORDS = _words(
    """
    archer armstrong ash bacon baker ball ballard banks barber bass beach beal bean beard bell
    bender berg berry best bird bishop black bland bloom blue bolden bond booker boone booth bower
    bowers bowling branch bridges bright brook brooks brown buck burns bush butcher butler butts
    camp cannon carpenter carter carver case cash castle chambers chance chandler chase cherry
    christian church clay coats colon cook cooper cope cotton couch counts craft crane crews cross
    crouch crow crump cruz curry dale day deal dean diamond dick dickens dodge downs drake draper
    drew duke dye eagle elder england english fair farmer field fields finch fink fish fisher fitch
    flower flowers ford foreman forest forrest foster fountain fox frank franks french frost fry
    fuller funk gamble gardner garland garner gates gay gentry glass gold golden good gore grace
    grant graves gray green greenwood grey grove groves guy hale hall ham hand hardy harper hatch
    hatcher head heard heath heller hill hills holder holland holly hood hook hooks hooper hopper
    horn house houser hull hunt hunter hurt hyde jewel jewell joiner jordan joy judge justice keen
    key keys king kirk knight lackey lake lamb land lane law lay leach light lilly link little lock
    locke long lord love low major mann marks marsh mason masters may mayo mead meadows mercer miles
    mills miner minor money moody moon morrow moss noble numbers pack page park parks parsons
    peacock peoples pepper person pike piper pitts platt polk pool pope porter post potter potts
    pound powder power powers price prince quick ray reed rice rich riddle ring rivers roach rock
    roper rose rouse rucker rush sadler savage sawyer seals sears self sellers shade sharp shepherd
    shields shoemaker shook short silver singer skinner slater slaughter small smart smiley snow
    song sparks spears spencer springer stack stallings stark starks starr steele sterling stern
    stokes stone story stout street strickland strong summers swan sweet swift tanner teague temple
    thorn thorne tripp trotter tuck tucker underwood valentine vine wade walker wall walls ward ware
    water waters way weaver webb weeks weir wells west wheeler white wilder winter winters wise wolf
    wood woods woody workman worth york young
    """
)


def is_person_name(text: str) -> bool:
    """Whether `text` is written and made like the full name of a person, and like nothing else.

    That is a given name, perhaps more of them or an initial, and a surname (or the surname, a comma and
    the rest), each capitalised, with or without a title before and a suffix behind.
    """
    words, marked = _bare(text)
    if not 2 <= len(words) <= 4 or not all(_capitalised(word) for word in words):
        return False
    *given, surname = (word.casefold().rstrip(".") for word in words)
    first, middle = given[0], given[1:]
    known = _given_names()
    if first not in known or any(name not in known and len(name) > 1 for name in middle):
        return False
    if not all(part in _surnames() for part in re.split("[-’]", surname)):
        return False
    return marked or not (first in _GIVEN_WORDS and surname in _SURNAME_WORDS)


def _bare(text: str) -> tuple[list[str], bool]:
    """Return the words of a name without title and suffix, surname last, and whether it had one of those."""
    before, comma, behind = text.partition(",")
    words = [*behind.split(), *before.split()] if comma and _reads_as_surname(before, behind) else []
    words = words or text.replace(",", " ").split()
    kept = list(words)
    while kept and kept[0].casefold().rstrip(".") in _TITLES:
        del kept[0]
    while kept and kept[-1].casefold().replace(".", "") in _SUFFIXES:
        del kept[-1]
    return kept, len(kept) < len(words)


def _reads_as_surname(before: str, behind: str) -> bool:
    return len(before.split()) == 1 and behind.strip().casefold().replace(".", "") not in _SUFFIXES


def _capitalised(word: str) -> bool:
    return (
        bool(_WORD.fullmatch(word))
        and word[0].isupper()
        and (len(word.rstrip(".")) == 1 or not word.isupper())
    )


@cache
def _given_names() -> frozenset[str]:
    return _names("dist.male.first") | _names("dist.female.first")


@cache
def _surnames() -> frozenset[str]:
    return _names("dist.all.last", up_to=_SURNAME_SHARE)


def _names(table: str, *, up_to: float = 100.0) -> frozenset[str]:
    """Return the names of a census table whose cumulative share of the people is at most `up_to` per cent."""
    rows = (line.split() for line in (files("names") / table).read_text("utf-8").splitlines())
    return frozenset(name.casefold() for name, _, cumulative, _ in rows if float(cumulative) <= up_to)
