"""How the quotations of one act of speech differ, word by word, from the fullest of them, and what kind of variation that is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise, zip_longest

from rapidfuzz.distance import Indel, LCSseq, Opcode

from dateline.claims.quotations import Quote
from dateline.claims.spoken import Word
from dateline.claims.voices import ADDRESS, PRONOUNS, Cast, named_at
from dateline.data import lines, table
from dateline.types import Difference, DifferenceKind, Mark, Span, Variation

# A change of more words than this on a side is another way to put it, in which no single word stands for another.
SHORT = 4
# Below this share of words in order two wordings are put differently throughout.
THROUGHOUT = 0.75
GAP = 8  # code points between two words of one stretch: marks and spaces, no words
PLAIN = frozenset(lines("function_words.txt")) | frozenset(table("speech.toml")["endings"].values())
NEGATIONS = frozenset(table("speech.toml")["negations"]["words"].split())
AMOUNTS = frozenset(table("speech.toml")["amounts"]["words"].split())
BEGINNINGS = tuple(table("speech.toml")["turning"]["beginnings"].split())
TURNED = frozenset(table("speech.toml")["turning"]["others"].split())
BASE = 4  # letters of a word that such a beginning may stand before: "until" turns nothing
BESIDE = 2  # words that agree on either side of a negation that is lost


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a quotation, and of the reference in their place; `firm` where words that agree stand on both sides."""

    here: Sequence[Word]
    there: Sequence[Word]
    firm: bool


def fullest(quotes: Sequence[Quote]) -> Quote:
    """The quotation that the others are held against: in quotation marks before not, then the longest, then the first."""
    return max(quotes, key=lambda one: (one.kind != "indirect", not one.loose, len(one.said)))


def variation_of(quotes: Sequence[Quote], reference: Quote, differences: Sequence[Difference], *, foreign: bool) -> Variation:
    """What kind of variation the differences are; `foreign` says that the words may have been translated."""
    if not differences:
        return "verbatim"
    if any(one.mark for one in differences):
        return "altered"
    if foreign and any(_throughout(quote, reference) for quote in quotes):
        return "translated"
    return "shortened" if all(one.kind == "missing" or _is_end(one, quotes, reference) for one in differences) else "altered"


def _is_end(difference: Difference, quotes: Sequence[Quote], reference: Quote) -> bool:
    """Whether what is added is a further part of the speech, at an end of the quotation: a cut elsewhere is no alteration."""
    if difference.kind != "added" or difference.here is None:
        return False
    said = next(quote.said for quote in quotes if quote.span == difference.quote)
    added = [word.form for word in said if difference.here.holds(word.span)]
    if len(added) < SHORT or _moved(added, reference):
        return False
    return difference.here.start <= said[0].span.start or said[-1].span.end <= difference.here.end


def _moved(added: Sequence[str], reference: Quote) -> bool:
    """Whether words that stand where the reference has none stand in it elsewhere, at least `SHORT` of them in a row."""
    there = f" {' '.join(word.form for word in reference.said)} "
    return any(f" {' '.join(added[at : at + SHORT])} " in there for at in range(len(added) - SHORT + 1))


def differ(quote: Quote, reference: Quote, cast: Cast) -> tuple[Difference, ...]:
    """The runs of words in which a quotation departs from the reference, in their order."""
    return tuple(_differences(quote, reference, cast))


def _differences(quote: Quote, reference: Quote, cast: Cast) -> Iterator[Difference]:
    loosely = _throughout(quote, reference)
    for run in _runs(quote.said, reference.said):
        mark = _mark(run, quote, cast, loosely=loosely) or (_recounted(run, quote, reference) if loosely else None)
        for evidence, source in zip_longest(_spans(run.here), _spans(run.there)):
            kind: DifferenceKind = "missing" if evidence is None else "added" if source is None else "changed"
            yield Difference(quote.span, kind, mark, evidence, source)


def _throughout(quote: Quote, reference: Quote) -> bool:
    """Whether the words of the shorter are others than those of the longer, or stand in another order, throughout."""
    ours, theirs = ([word.form for word in one.said] for one in (quote, reference))
    return LCSseq.similarity(ours, theirs) < THROUGHOUT * min(len(ours), len(theirs))


def _runs(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Run]:
    """The stretches of both sides that do not agree, each from one word that does to the next; other ends are no change."""
    steps = Indel.opcodes([word.form for word in theirs], [word.form for word in ours])
    blocks = [(equal, list(group)) for equal, group in groupby(steps, key=lambda step: step.tag == "equal")]
    for at, (equal, run) in enumerate(blocks):
        there, here = theirs[run[0].src_start : run[-1].src_end], ours[run[0].dest_start : run[-1].dest_end]
        if equal or _joined(here) == _joined(there):  # "co-operate" and "cooperate"
            continue
        at_end = at in (0, len(blocks) - 1)
        if at_end and len(here) >= SHORT <= len(there):
            yield Run((), there, firm=False)
            yield Run(here, (), firm=False)
        else:
            firm = all(_is_firm(blocks[other][1][0], ours, theirs) for other in (at - 1, at + 1) if 0 <= other < len(blocks))
            yield Run(here, there, firm)


def _is_firm(equal: Opcode, ours: Sequence[Word], theirs: Sequence[Word]) -> bool:
    """Whether words that agree are enough, or all that there is at an end of one side."""
    at_end = 0 in (equal.src_start, equal.dest_start) or equal.src_end == len(theirs) or equal.dest_end == len(ours)
    return at_end or equal.src_end - equal.src_start >= BESIDE


def _joined(words: Sequence[Word]) -> str:
    return "".join(word.form for word in words)


def _spans(words: Sequence[Word]) -> list[Span]:
    """The stretches of text that words make up; words with others between stand in two."""
    found: list[Span] = []
    for span in (word.span for word in words):
        if found and span.start - found[-1].end <= GAP:
            found[-1] = Span(span.article, found[-1].start, max(found[-1].end, span.end), span.part)
        else:
            found.append(span)
    return found


def _mark(run: Run, quote: Quote, cast: Cast, *, loosely: bool) -> Mark | None:
    """The fact that a change turns round; of wordings put differently throughout only one word for another tells."""
    if max(len(run.here), len(run.there)) > (1 if loosely else SHORT):
        return None
    numbers = [{word.form for word in side if word.number or word.form in AMOUNTS} for side in (run.here, run.there)]
    if all(numbers) and numbers[0] != numbers[1]:
        return "number"
    if run.here and run.there and _renamed(run, quote, cast):
        return "name"
    if not quote.turned and _opposite(run.here, run.there):
        return "negation"
    return "negation" if run.firm and not loosely and not quote.turned and _turned(run) else None


def _opposite(here: Sequence[Word], there: Sequence[Word]) -> bool:
    """Whether one word became the other with a beginning that turns it round ("likely", "unlikely")."""
    if len(here) != 1 or len(there) != 1:
        return False
    base, whole = sorted((here[0].form, there[0].form), key=len)
    beginning = whole.removesuffix(base)
    if beginning == whole or len(base) < BASE:
        return False
    doubled = beginning not in ("il", "ir") or base[0] == beginning[-1]
    return (beginning in BEGINNINGS and doubled and base not in PLAIN) or whole in TURNED


def _recounted(run: Run, quote: Quote, reference: Quote) -> Mark | None:
    """A number, where the reference counts the same thing and has another: "five years" in other words than "fifteen years"."""
    ours, theirs = (_counted(one.said) for one in (quote, reference))
    numbers = {number for number, _ in theirs}
    things = {thing for _, thing in theirs}
    spans = {word.span for word in run.here if word.number}
    found = (thing in things and number not in numbers for (number, thing), span in ours.items() if span in spans)
    return "number" if any(found) else None


def _counted(words: Sequence[Word]) -> dict[tuple[str, str], Span]:
    """Each number with the word behind it, and where it stands."""
    behind = ((one, other) for one, other in pairwise(words) if one.number and other.form not in PLAIN)
    return {(one.form, other.form): one.span for one, other in behind}


def _renamed(run: Run, quote: Quote, cast: Cast) -> bool:
    """Whether a name became another, or words became a name; a name for a pronoun is what a reporter explains."""
    sides = (run.here, run.there)
    names = [{word.form for word in side if word.name} - ADDRESS for side in sides]
    if names[0] == names[1] or (quote.kind == "indirect" and not all(names)):
        return False
    known = [{entity.id for word in side if word.name for entity in named_at(word.span, cast)} for side in sides]
    if not known[0].isdisjoint(known[1]):
        return False  # one name spelt in two ways
    return all(name or _is_description(side) for name, side in zip(names, sides, strict=True))


def _is_description(words: Sequence[Word]) -> bool:
    """Whether words may stand for a name ("the health service"): some of sense, no pronoun."""
    forms = {word.form for word in words}
    return forms.isdisjoint(PRONOUNS) and not forms <= PLAIN


def _turned(run: Run) -> bool:
    """Whether one side alone negates; what is cut with its negation turns nothing."""
    negated = [sum(word.form in NEGATIONS for word in side) for side in (run.here, run.there)]
    if bool(negated[0]) == bool(negated[1]):
        return False
    return bool(run.here and run.there) or all(word.form in NEGATIONS | PLAIN for word in (*run.here, *run.there))
