"""How alike two quotations are: the words that carry a sense, and the order they stand in."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz.distance import LCSseq

from dateline.claims.quotations import Quote
from dateline.claims.spoken import Word
from dateline.data import lines, table
from dateline.words import FAMILIES

PLAIN = frozenset(lines("function_words.txt")) | {"said", "say", "says", "told", "according"}
VERBS = {form: told.split()[0] for told in lines("irregular.txt") for form in told.split()}
SHIFTED = {form: row[0] for row in (told.split() for told in table("speech.toml")["reported"]["words"]) for form in row}
ENDINGS = ("ing", "ed", "es", "s", "ly", "e")
STEM = 3  # letters that an ending must leave


@dataclass(frozen=True, slots=True)
class Wording:
    """The compared side of quotations that are equal in words, voice and occasion.

    `stems` are those of its telling words, `own` of the speaker's own ones.
    """

    quote: Quote
    members: tuple[Quote, ...]
    forms: tuple[str, ...]
    stems: frozenset[str]
    own: frozenset[str]

    @property
    def keys(self) -> tuple[str, ...]:
        """The stems, by which wordings are brought together."""
        return tuple(sorted(self.stems))


@dataclass(frozen=True, slots=True)
class Likeness:
    """Shares of the shorter quotation that the longer has: of its telling words by weight, of all its words in order.

    `mutual` is the first as a share of the longer one.
    """

    share: float
    order: float
    mutual: float
    common: int
    inside: bool

    @property
    def whole(self) -> float:
        """Both shares together, 0 to 2."""
        return self.share + self.order


def stem(word: Word) -> str:
    """What the forms of a word have in common; numbers stay as they are."""
    if word.number:
        return word.form
    form = FAMILIES.get(word.form, word.form)
    form = VERBS.get(form, form)
    ending = next((one for one in ENDINGS if form.endswith(one) and len(form) - len(one) >= STEM), "")
    return form.removesuffix(ending)


def telling(words: Iterable[Word]) -> frozenset[str]:
    """The stems of the words that carry a sense."""
    return frozenset(stem(word) for word in words if word.form not in PLAIN and (len(word.form) > 1 or word.number))


def weigh(quotes: Sequence[Quote]) -> dict[str, float]:
    """The weight of each stem: one plus the log of the number of quotations over those that have it."""
    count = Counter(one for quote in quotes for one in telling(quote.told))
    return {one: 1.0 + log(len(quotes) / number) for one, number in count.items()}


def compare(left: Wording, right: Wording, weights: Mapping[str, float]) -> Likeness:
    """How alike two wordings are; of one that mixes quoted and reported words the quoted ones alone may be like."""
    told = _forms(left.quote.told), _forms(right.quote.told)
    if "indirect" in (left.quote.kind, right.quote.kind):
        told = _reported(told[0]), _reported(told[1])
    whole = _compare(told[0], left.stems, told[1], right.stems, weights)
    if (left.quote.kind != "mixed" and right.quote.kind != "mixed") or 1 in (len(left.forms), len(right.forms)):
        return whole
    said = _compare(left.forms, left.own, right.forms, right.own, weights)
    return max(whole, said, key=lambda one: (one.inside, one.whole))


def _reported(forms: Sequence[str]) -> tuple[str, ...]:
    """Words without what reported speech changes: "I will go" is retold as "she would go"."""
    return tuple(SHIFTED.get(form) or VERBS.get(form, form) for form in forms)


def _forms(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.form for word in words)


def _compare(
    left: Sequence[str],
    left_stems: frozenset[str],
    right: Sequence[str],
    right_stems: frozenset[str],
    weights: Mapping[str, float],
) -> Likeness:
    least, most = sorted((_weight(left_stems, weights), _weight(right_stems, weights)))
    common = left_stems & right_stems
    shared = _weight(common, weights)
    short, long = sorted((left, right), key=len)
    order = LCSseq.similarity(short, long) / len(short) if short else 0.0
    inside = len(short) > 1 and f" {' '.join(short)} " in f" {' '.join(long)} "
    return Likeness(shared / least if least else 0.0, order, shared / most if most else 0.0, len(common), inside)


def _weight(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[one] for one in sorted(stems))  # in one order: the last bits of a sum depend on it


def wordings_of(quotes: Sequence[Quote]) -> list[Wording]:
    """The quotations by wording, in order of the first of each."""
    members: dict[object, list[Quote]] = {}
    for quote in quotes:
        key = (quote.voice, quote.occasion, quote.kind == "indirect", quote.loose, _forms(quote.said), _forms(quote.told))
        members.setdefault(key, []).append(quote)
    return [_wording(found) for found in members.values()]


def _wording(found: Sequence[Quote]) -> Wording:
    first = found[0]
    return Wording(first, tuple(found), _forms(first.said), telling(first.told), telling(first.said))
