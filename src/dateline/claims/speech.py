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
class Words:
    """Words of a quotation as they are compared: in order, as one text, and the stems of the telling ones with their weight."""

    forms: tuple[str, ...]
    text: str
    stems: frozenset[str]
    weight: float


@dataclass(frozen=True, slots=True)
class Wording:
    """The compared side of quotations that are equal in words, voice and occasion.

    `told` are all words, `reported` those without what reporting changes, `said` the speaker's own ones.
    """

    quote: Quote
    members: tuple[Quote, ...]
    told: Words
    reported: Words
    said: Words

    @property
    def forms(self) -> tuple[str, ...]:
        """The speaker's own words in order."""
        return self.said.forms

    @property
    def stems(self) -> frozenset[str]:
        """The stems of all telling words."""
        return self.told.stems

    @property
    def own(self) -> frozenset[str]:
        """The stems of the speaker's own telling words."""
        return self.said.stems

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
    reported = "indirect" in (left.quote.kind, right.quote.kind)
    whole = _compare(left.reported, right.reported, weights) if reported else _compare(left.told, right.told, weights)
    if (left.quote.kind != "mixed" and right.quote.kind != "mixed") or 1 in (len(left.forms), len(right.forms)):
        return whole
    said = _compare(left.said, right.said, weights)
    return max(whole, said, key=lambda one: (one.inside, one.whole))


def _reported(forms: Sequence[str]) -> tuple[str, ...]:
    """Words without what reported speech changes: "I will go" is retold as "she would go"."""
    return tuple(SHIFTED.get(form) or VERBS.get(form, form) for form in forms)


def _forms(words: Sequence[Word]) -> tuple[str, ...]:
    return tuple(word.form for word in words)


def _compare(left: Words, right: Words, weights: Mapping[str, float]) -> Likeness:
    least, most = sorted((left.weight, right.weight))
    common = left.stems & right.stems
    shared = _weight(common, weights)
    short, long = sorted((left, right), key=lambda words: len(words.forms))
    order = LCSseq.similarity(short.forms, long.forms) / len(short.forms) if short.forms else 0.0
    inside = len(short.forms) > 1 and short.text in long.text
    return Likeness(shared / least if least else 0.0, order, shared / most if most else 0.0, len(common), inside)


def _weight(stems: Iterable[str], weights: Mapping[str, float]) -> float:
    return sum(weights[one] for one in sorted(stems))  # in one order: the last bits of a sum depend on it


def wordings_of(quotes: Sequence[Quote], weights: Mapping[str, float]) -> list[Wording]:
    """The quotations by wording, in order of the first of each."""
    members: dict[object, list[Quote]] = {}
    for quote in quotes:
        key = (quote.voice, quote.occasion, quote.kind == "indirect", quote.loose, _forms(quote.said), _forms(quote.told))
        members.setdefault(key, []).append(quote)
    return [_wording(found, weights) for found in members.values()]


def _wording(found: Sequence[Quote], weights: Mapping[str, float]) -> Wording:
    first = found[0]
    told, stems, own = _forms(first.told), telling(first.told), telling(first.said)
    return Wording(
        quote=first,
        members=tuple(found),
        told=_words(told, stems, weights),
        reported=_words(_reported(told), stems, weights),
        said=_words(_forms(first.said), own, weights),
    )


def _words(forms: tuple[str, ...], stems: frozenset[str], weights: Mapping[str, float]) -> Words:
    return Words(forms, f" {' '.join(forms)} ", stems, _weight(stems, weights))
