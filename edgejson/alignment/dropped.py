"""What the prompt states by name and the label leaves out: optional fields, and items of lists of objects."""

from collections.abc import Iterator

from edgejson.alignment.binding import Binding
from edgejson.alignment.choices import truths_told
from edgejson.alignment.cues import shape_of
from edgejson.alignment.fields import LABEL, Field
from edgejson.alignment.flaw import Flaw
from edgejson.alignment.mention import Mention
from edgejson.alignment.vocabulary import words_for

NAMED = {"number": 6, "moment": 3, "text": 5, "phone": 5, "email": 4, "choice": 4}
CONTAINER = 10
TELLING = ("zone", "tag", "link", "type", "version", "phone")
"""Shapes that hardly any other text has."""
_NOTHING = words_for("nothing")


def dropped(binding: Binding, label: object, known: int) -> Iterator[Flaw]:
    """Yield the flaws of fields that the label leaves out though a mention is named for them."""
    present = {leaf.field.index for leaf in binding.leaves}
    fields = binding.cues.fields.all[:known]
    absent = {}
    for one in fields:
        if one.index not in present and "*" not in one.path[:-1]:
            there = _owner_is_there(label, one)
            if not one.required or (len(one.path) > 1 and not there):
                absent[one.index] = one
    if not absent:
        return
    document = binding.document
    quotes = set(document.layout.quotes)
    best: dict[int, tuple[int, Mention]] = {}
    for mention in _free(binding):
        scores = binding.cues.scores(document, mention)
        for number, score in scores.items():
            if (
                number in absent
                and absent[number].kind != mention.kind
                and absent[number].kind in ("choice", "truth")
            ):
                continue
            if mention.kind == "text" and number in absent:
                told = score - binding.cues.shape(document, mention, number)
                quoted = (mention.start, mention.end) in quotes and mention.end - mention.start > 12
                spelled = document.text[mention.start : mention.end]
                if (
                    told < (1 if quoted else 6 if len(spelled) > 24 else 4)
                    and shape_of(spelled) not in TELLING
                ):
                    continue
                score += 2 if quoted else 0
            if number not in absent or score < NAMED[mention.kind] or score <= best.get(number, (0,))[0]:
                continue
            if all(other < score or other_number == number for other_number, other in scores.items()):
                best[number] = (score, mention)
    for one in absent.values():
        if one.kind == "choice" and one.index not in best:
            for found in binding.choices_of(one).values():
                for mention in found:
                    if (
                        mention.unit != "not"
                        and not mention.leaves
                        and not binding.is_taken(mention.start, mention.end)
                        and binding.score(one, mention) >= NAMED["choice"]
                    ):
                        best.setdefault(one.index, (0, mention))
        elif one.kind == "truth":
            answers = truths_told(document, one.words, sure=True) if len(one.path) < 3 else []
            if answers and document.is_english:
                best.setdefault(one.index, (0, Mention("truth", answers[0][1], answers[0][2], frozenset())))
    for number, (_, mention) in sorted(best.items()):
        one = absent[number]
        if (one.path[-1] == "*" or not _owner_is_there(label, one)) and binding.cues.scores(
            document, mention
        ).get(number, 0) < CONTAINER:
            continue
        text = document.text[mention.start : mention.end]
        if text.strip().lower().strip(".") in _NOTHING:
            continue
        yield Flaw(truth="dropped", pointer=_pointer(one), expected=text, actual=None)


def _free(binding: Binding) -> Iterator[Mention]:
    """Yield the mentions, and the cells as mentions of texts, that no leaf is bound to."""
    document = binding.document
    for mention in (*document.numbers, *document.moment_mentions, *document.emails):
        if not binding.is_taken(mention.start, mention.end) and not document.is_name(mention):
            if (
                mention.kind == "number"
                and not any(c.isdigit() for c in document.text[mention.start : mention.end])
                and max(mention.readings) < 3
            ):
                continue
            yield mention
    for mention in (*document.texts(), *document.phones()):
        if not binding.is_taken(mention.start, mention.end) and not document.is_name(mention):
            yield mention


def _owner_is_there(label: object, one: Field) -> bool:
    for key in one.container if one.path[-1] != "*" else one.container[:-1]:
        if not isinstance(label, dict) or key not in label:
            return len(one.container) == 0
        label = label[key]
    return True


def _pointer(one: Field) -> str:
    return "/".join(
        (LABEL, *("0" if key == "*" else key.replace("~", "~0").replace("/", "~1") for key in one.path))
    )
