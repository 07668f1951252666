"""Passages as judgements name them, by article and characters, and where the same words stand in another version of it."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.judgements import follow
from dateline.types import Judgement, Span, Statement

NAME = re.compile(r"(.+):(\d{1,9})-(\d{1,9})")
# Characters on either side of a passage that are compared where its words stand more than once.
AROUND = 80
# Words, and what is the same on either side of them, that are fewer characters than this may be another passage.
TELLING = 24
# Two passages of one text are one, told with other bounds, when they share this part of all their characters.
SHARED = 0.5


def passage_name(span: Span) -> str:
    """The name of a passage of a text: `ARTICLE:START-END`."""
    return f"{span.article}:{span.start}-{span.end}"


def passage_named(name: str) -> Span | None:
    """The passage of that name; None for what is no name of one."""
    found = NAME.fullmatch(name)
    return None if found is None else Span(found[1], int(found[2]), int(found[3]))


def article_of(name: str) -> str:
    """The article that a passage named so is in; any other name stands for itself."""
    place = passage_named(name)
    return name if place is None else place.article


def stated_at(statement: Statement) -> Span:
    """The passage that tells a statement from all others: its clause, or the figure it is about."""
    return statement.span if statement.figure is None else statement.figure.span


def find_stated(names: Iterable[str], places: Mapping[str, Span]) -> dict[str, str]:
    """For each name of a passage the id of the statement that stands there, of those whose `places` are given by id.

    One whose bounds are told a little otherwise now is the same.
    """
    by_article: dict[str, list[tuple[Span, str]]] = {}
    for identity, place in places.items():
        by_article.setdefault(place.article, []).append((place, identity))
    found = {}
    for name in sorted(set(names)):
        wanted = passage_named(name)
        near = [] if wanted is None else [(_shared(wanted, one), one, at) for one, at in by_article.get(wanted.article, ())]
        share, _, identity = max(near, default=(0.0, None, ""), key=lambda one: (one[0], one[2]))
        if share >= SHARED:
            found[name] = identity
    return found


def _shared(one: Span, other: Span) -> float:
    """The part of the characters of two passages that both have."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return max(0, both) / max(1, max(one.end, other.end) - min(one.start, other.start))


def moved(place: Span, old: str, new: str, article: str) -> Span | None:
    """Where the words of a passage of the text `old` stand in the text `new` of another article; None where they do not.

    Of several places it is the one with the most like characters around it; words that are few must have some of them.
    """
    words = old[place.start : place.end]
    if not words:
        return None
    before, after = old[max(0, place.start - AROUND) : place.start][::-1], old[place.end : place.end + AROUND]
    like = [
        (_alike(before, new[max(0, at - AROUND) : at][::-1]) + _alike(after, new[at + len(words) : at + len(words) + AROUND]), at)
        for at in _places(words, new)
    ]
    best = sorted(like, reverse=True)[:2]
    if not best or best[0][0] + len(words) < min(TELLING, len(old)) or (len(best) > 1 and best[0][0] == best[1][0]):
        return None
    return Span(article, best[0][1], best[0][1] + len(words))


def _places(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + len(words))


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def follow_passages(
    judgements: Sequence[Judgement], texts: Mapping[str, str], newest: Mapping[str, str]
) -> tuple[Judgement, ...]:
    """The judgements on the newest versions of the articles that they name, and on the same words there; each keeps its id.

    `texts` are those of all versions that are here, `newest` has the newest version of each that is not itself.
    """
    names = {name for one in judgements for name in (one.left, one.right) if name is not None}
    here = {name for name in names if article_of(name) in texts}
    return follow(judgements, here, {name: _newest(name, texts, newest) for name in here})


def _newest(name: str, texts: Mapping[str, str], newest: Mapping[str, str]) -> str:
    place = passage_named(name)
    last = newest.get(article_of(name), article_of(name))
    if place is None or last == place.article or last not in texts:
        return name if place is not None else last
    now = moved(place, texts[place.article], texts[last], last)
    return name if now is None else passage_name(now)
