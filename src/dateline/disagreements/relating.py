"""The relation of two statements that answer one question: by their values, by when each was told, and by who says it.

Whether they do answer one question is not asked here. `agree` is the answer where nothing tells them apart, so it covers
`framing`: other words for the same are never a disagreement.
"""

import re
from collections.abc import Callable, Sequence
from itertools import product

from dateline.data import lines
from dateline.disagreements.counts import judge_counts, values_agree
from dateline.disagreements.finding import Finding, Pair
from dateline.disagreements.readings import HALF_DAY, clocks, quantities
from dateline.disagreements.sides import Side, against, boundary, by_day, finds, in_order, own_word, side_of, sources, stage
from dateline.predicates import opposite, same_predicate
from dateline.types import About, Relation, Slot, Span, TimeRef
from dateline.words import normal_form

MOVED = frozenset(lines("change_words.txt"))
REVERSIBLE = frozenset(frozenset(map(normal_form, line.split())) for line in lines("reversible.txt"))
EMPTY = frozenset(lines("empty_verbs.txt"))
PLAIN = frozenset(lines("prepositions.txt"))
DIRECTIONS = frozenset(lines("directions.txt"))
PUT_OFF = re.compile(rf"\b(?:{'|'.join(lines('postponed.txt'))})\b", re.IGNORECASE)
DENIED = re.compile(r"\bn(?:ot|ever)\b|n['’]t\b|\bden(?:y|ies|ied)\b", re.IGNORECASE)
CLOCK = re.compile(r"T\d\d:\d\d")
YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
NUMBERED = re.compile(r"\b([A-Z][a-z]+) (\d{1,4})\b")
WORD = re.compile(r"\w+")
UNVOUCHED = "one side negates what the other asserts"
# What had not been until then ("had not won since 1908", "have never met before") is not told of what happens now.
NOT_SINCE = re.compile(r"\b(?:ha[ds]|have)(?: not| never|n['’]t)\b.{1,120}\b(?:since|until|before)\b", re.IGNORECASE)
# Two clocks that differ by more than this many minutes tell two moments.
MOMENT = 10


def relate(pair: Pair) -> Finding:
    """What two statements on one question are to one another, with the rule that says so."""
    left, right = side_of(pair, pair.left), side_of(pair, pair.right)
    found = (rule(pair, left, right) for rule in RULES)
    return next((one for one in found if one is not None), _found(pair, "negation", "agree", "nothing tells them apart"))


def _found(pair: Pair, about: About, relation: Relation, reason: str) -> Finding:
    """A finding on the statements as a whole."""
    left, right = ((pair.text(one.span), one.modality) for one in (pair.left, pair.right))
    return pair.found(about, relation, reason, left, right)


def judge_years(pair: Pair, left: Side, right: Side) -> Finding | None:
    """The same year told as a length of time ("for twelve years", "since 2019"; "the 35-year-old ship", "launched in 1994")."""
    for one, other in ((left, right), (right, left)):
        spans = [figure.high for figure in quantities(one, whole=True) if figure.unit in ("year", "year-old")]
        years = [int(year) for year in YEAR.findall(other.words)]
        if one.day and any(abs(int(one.day[:4]) - span - year) <= 1 for span in spans for year in years):
            return _found(pair, "date", "agree", "one length of time")
    return None


def judge_clocks(pair: Pair, left: Side, right: Side) -> Finding | None:
    """Two times of day that are not one moment told roughly."""
    both = list(product(clocks(left.words), clocks(right.words)))
    if not both or any(min((a - b) % HALF_DAY, (b - a) % HALF_DAY) <= MOMENT for a, b in both):
        return None
    return _found(pair, "date", "contradiction", "one event at two times")


def judge_days(pair: Pair, left: Side, right: Side) -> Finding | None:
    """Two days of one event: an update where it was put off or came on another day than planned, else a contradiction."""
    a, b = left.statement.time, right.statement.time
    if a is None or b is None or CLOCK.search(a.value + b.value) or not _apart(a, b):
        return None
    values = (pair.text(a.span), _days(a)), (pair.text(b.span), _days(b))
    earlier, later = by_day(left, right)
    order = earlier.statement.modality, later.statement.modality
    ordered = in_order(left, right)
    if ordered and order == ("planned", "happened"):
        return pair.found("date", "update", "a plan that became an event", *values)
    if ordered and PUT_OFF.search(later.sentence):
        return pair.found("date", "update", "a day that was moved", *values)
    if "possible" in order or len(set(order)) > 1 or boundary(left, a) != boundary(right, b) or _newer(left, right):
        return None
    if ordered and order == ("planned", "planned") and sources(left) & sources(right):
        return pair.found("date", "update", "a day that was moved by the one who plans it", *values)
    return pair.found("date", "contradiction", "one event at two times", *values)


def _apart(a: TimeRef, b: TimeRef) -> bool:
    """Whether two times exclude one another; of two years ("eleven years ago") neighbours do not."""
    if not (a.earliest and a.latest and b.earliest and b.latest) or (a.earliest <= b.latest and b.earliest <= a.latest):
        return False
    years = a.granularity == b.granularity == "year"
    return not years or abs(int(a.earliest[:4]) - int(b.earliest[:4])) > 1


def _days(time: TimeRef) -> str:
    return f"{time.earliest}" if time.earliest == time.latest else f"{time.earliest} to {time.latest}"


def judge_course(pair: Pair, left: Side, right: Side) -> Finding | None:
    """What went on between two reports: something happened since, was decided, carried out or put off."""
    earlier, later = by_day(left, right)
    if not in_order(left, right):
        return None
    if _newer(left, right):
        return _found(pair, "date", "update", "happened since")
    if stage(earlier) > stage(later) and not against(later) and not _one_forecast(earlier, later):
        return _found(pair, "date", "update", "a plan that became an event")
    if PUT_OFF.search(later.sentence) and not PUT_OFF.search(earlier.sentence):
        return _found(pair, "date", "update", "a day that was moved")
    return None


def _newer(left: Side, right: Side) -> bool:
    """Whether the later side tells of what happened after the earlier was told; a clock time alone has no sure day."""
    earlier, later = by_day(left, right)
    time = later.statement.time
    if time is None or not time.earliest or CLOCK.search(time.value) or later.statement.modality != "happened":
        return False
    return in_order(left, right) and earlier.day < time.earliest <= later.day


def _one_forecast(earlier: Side, later: Side) -> bool:
    """Whether both tell what may come, or one value and no deed ("could face up to 12 years", "as many as 12 years")."""
    unsure = earlier.statement.modality == "possible"
    phrase = earlier.statement.figure is not None or later.statement.figure is not None
    return (unsure and later.statement.modality != "happened") or ((unsure or phrase) and values_agree(earlier, later))


def judge_polarity(pair: Pair, left: Side, right: Side) -> Finding | None:
    """One side says that something is so, the other that it is not, or the opposite."""
    contrary = opposite(pair.left, pair.right)
    denier = left if against(left) else right
    denied = denier.statement.modality == "denied"  # then it is not told in other words ("not one of the 40 was lost")
    if (against(left) != against(right)) == contrary or (values_agree(left, right) and not denied):
        return None
    if NOT_SINCE.search(denier.sentence) is not None or _told_alike(left, right) or _of_long_ago(left, right):
        return None
    relation, reason = _opposed(denier, left if denier is right else right, contrary)
    if reason == UNVOUCHED and not contrary and not same_predicate(pair.left, pair.right):
        return None  # other words for the same may hold a "not" as well ("nobody could find the key", "it was mislaid")
    senses = ["denied" if side is denier else "asserted" for side in (left, right)]
    return pair.found("negation", relation, reason, (left.words, senses[0]), (right.words, senses[1]))


def _told_alike(left: Side, right: Side) -> bool:
    """Whether one source is cited for both: nobody denies himself."""
    cited = [sources(side) for side in (left, right) if side.statement.attribution is not None]
    return len(cited) == 2 and bool(cited[0] & cited[1])


def _of_long_ago(left: Side, right: Side) -> bool:
    """Whether only one side tells when, and that was in an earlier year than the other is told in."""
    for one, other in ((left, right), (right, left)):
        time = one.statement.time
        if time is not None and time.latest and other.statement.time is None and time.latest[:4] < other.day[:4]:
            return True
    return False


def _opposed(denier: Side, asserter: Side, contrary: bool) -> tuple[Relation, str]:
    """The relation of a side to one that says the opposite: it may have changed, been found otherwise, or be denied."""
    ordered = in_order(denier, asserter)
    _, later = by_day(denier, asserter)
    verbs = frozenset(normal_form(side.statement.predicate) for side in (denier, asserter))
    if ordered and ((contrary and verbs in REVERSIBLE) or (later is asserter and asserter.statement.predicate in MOVED)):
        return "update", "changed since"
    if ordered and finds(later):
        return "contradiction", "a finding against it"
    cited = denier.statement.attribution is not None or own_word(denier)
    spoken = DENIED.search(denier.sentence + " " + asserter.sentence) is not None if contrary else cited
    if spoken or denier.statement.modality == "denied":
        return "denial", "denied by the one who is cited"
    return "contradiction", UNVOUCHED


def judge_parts(pair: Pair, left: Side, right: Side) -> Finding | None:
    """Two numbers behind one name ("Gate 3", "Gate 5")."""
    ones, others = _numbered(left), _numbered(right)
    for name in sorted(ones.keys() & others.keys()):
        if ones[name] != others[name]:
            values = (f"{name} {ones[name]}", ones[name]), (f"{name} {others[name]}", others[name])
            return pair.found("place", "contradiction", "two numbered parts", *values)
    return None


def _numbered(side: Side) -> dict[str, str]:
    """The number behind each name that is numbered; a result or a day behind a name ("beat Albion 2-0") numbers nothing."""
    statement, start = side.statement, side.statement.span.start
    told = [figure.span for figure in statement.figures] + ([] if statement.time is None else [statement.time.span])
    found = (
        (match, Span(statement.article, start + match.start(2), start + match.end(2))) for match in NUMBERED.finditer(side.words)
    )
    return {match[1]: match[2] for match, place in found if not any(place.meets(span) for span in told)}


def judge_fillers(pair: Pair, left: Side, right: Side) -> Finding | None:
    """Two names in one role: for who did it beside one verb, for where behind one preposition."""
    one_verb = same_predicate(pair.left, pair.right) and pair.left.predicate not in EMPTY
    for a, b in product(pair.left.slots, pair.right.slots):
        central = a.role in ("subject", "object")
        if a.role != b.role or (central and not one_verb):
            continue
        if _two_names(pair, a, b, central=central) or (not central and _two_ways(a, b)):
            about: About = "name" if a.kind == b.kind == "person" else "actor" if central else "place"
            values = (pair.text(a.span), " ".join(a.terms)), (pair.text(b.span), " ".join(b.terms))
            return pair.found(about, "contradiction", "two names in one role", *values)
    return None


def _two_names(pair: Pair, a: Slot, b: Slot, *, central: bool) -> bool:
    """Whether two fillers name two of a kind (two places where the role is not `central`), each told on one side alone."""
    if a.entity is None or b.entity is None or a.entity == b.entity or a.kind != b.kind or not (central or a.kind == "place"):
        return False
    if not central and (_behind(pair, a) != _behind(pair, b) or _two_nouns(pair, a, b)):
        return False  # "in the Marrow earthquake" is not where "in Marrow" is
    here, there = set(a.terms) & set(pair.left.names), set(b.terms) & set(pair.right.names)
    told_here, told_there = ({*one.names, *one.lemmas} for one in (pair.left, pair.right))
    return bool(here and there) and here.isdisjoint(told_there) and there.isdisjoint(told_here)


def _two_nouns(pair: Pair, a: Slot, b: Slot) -> bool:
    """Whether two places only say of which thing is told ("in the bottle from Bergen", "in the urine of a rider from Oslo")."""
    ones, others = ({*slot.terms}.difference(one.names, PLAIN) for slot, one in ((a, pair.left), (b, pair.right)))
    return bool(ones and others) and ones.isdisjoint(others)


def _behind(pair: Pair, slot: Slot) -> str:
    """The noun that a name is said of in a filler ("the Marrow earthquake"); "" where the name itself is its last word."""
    last = WORD.findall(pair.text(slot.span))[-1:]
    return "".join(normal_form(word) for word in last if word.islower())


def _two_ways(a: Slot, b: Slot) -> bool:
    """Whether two fillers tell two directions of one thing ("the western flank", "the eastern flank")."""
    ways = DIRECTIONS & set(a.terms), DIRECTIONS & set(b.terms)
    return bool(ways[0] and ways[1]) and ways[0].isdisjoint(ways[1]) and bool(set(a.terms) & set(b.terms) - DIRECTIONS)


# In this order; each was measured apart, and one that gained nothing is not among them.
RULES: Sequence[Callable[[Pair, Side, Side], Finding | None]] = (
    judge_years,
    judge_counts,
    judge_clocks,
    judge_days,
    judge_course,
    judge_polarity,
    judge_parts,
    judge_fillers,
)
