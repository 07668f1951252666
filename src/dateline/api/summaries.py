"""Stories as a list shows them, what they can be filtered by, and the filter."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.api.shapes import DayCount, Facet, Facets, LabelCounts, StoryEntry
from dateline.types import Label
from dateline.views.document import Record, RecordArticle, RecordStory

MOST_FACETS = 60  # more are no help to choose from; each can still be asked for by name
OPEN = ("contradiction", "denial")
Kept = Mapping[tuple[str, str], tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A story as it is listed, with what it can be found by: values, each with what it is called."""

    entry: StoryEntry
    outlets: Mapping[str, str]
    actors: Mapping[str, str]
    places: Mapping[str, str]
    events: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Filter:
    """Which stories are asked for: those with an article from `first` to `last`, and with each value that is given.

    A value is an id or code, or words of a name, in capitals or not; `words` are words of the title.
    """

    first: str | None = None
    last: str | None = None
    outlet: str | None = None
    actor: str | None = None
    place: str | None = None
    event: str | None = None
    words: str | None = None


def list_stories(record: Record, kept: Kept) -> tuple[Listed, ...]:
    """All stories of the record, those first in which something is new, then those told last."""
    articles = {article.id: article for article in record.articles}
    root = _texts(record)
    came = {one: since for (kind, one), (_, since) in kept.items() if kind in ("article", "claim")}
    listed = [_list(story, [articles[one] for one in story.articles], root, came) for story in record.stories]
    ordered = sorted(listed, key=lambda one: (one.entry.first or "", one.entry.id))
    return tuple(sorted(ordered, key=lambda one: (one.entry.changed, one.entry.last or ""), reverse=True))


def choose(listed: Iterable[Listed], wanted: Filter) -> tuple[Listed, ...]:
    """The stories that a filter leaves."""
    return tuple(one for one in listed if _is_wanted(one, wanted))


def facets_of(listed: Sequence[Listed]) -> Facets:
    """What these stories can be filtered by."""
    days = sorted(day.day for one in listed for day in one.entry.days)
    return Facets(
        outlets=_facets(listed, lambda one: one.outlets),
        actors=_facets(listed, lambda one: one.actors),
        places=_facets(listed, lambda one: one.places),
        events=_facets(listed, lambda one: one.events),
        first=days[0] if days else None,
        last=days[-1] if days else None,
    )


def _facets(listed: Iterable[Listed], values: Callable[[Listed], Mapping[str, str]]) -> tuple[Facet, ...]:
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for one in listed:
        counts.update(values(one).keys())
        names |= values(one)
    ordered = sorted(counts, key=lambda value: (-counts[value], names[value], value))
    return tuple(Facet(value, names[value], counts[value]) for value in ordered[:MOST_FACETS])


def _is_wanted(one: Listed, wanted: Filter) -> bool:
    sides = ((wanted.outlet, one.outlets), (wanted.actor, one.actors), (wanted.place, one.places), (wanted.event, one.events))
    if wanted.words is not None and not all(word in one.entry.title.casefold() for word in wanted.words.casefold().split()):
        return False
    return _is_in_time(one.entry, wanted) and all(value is None or _has(values, value) for value, values in sides)


def _has(values: Mapping[str, str], wanted: str) -> bool:
    return wanted in values or any(wanted.casefold() in name.casefold() for name in values.values())


def _is_in_time(entry: StoryEntry, wanted: Filter) -> bool:
    if wanted.first is None and wanted.last is None:
        return True
    return any((wanted.first or "") <= day.day <= (wanted.last or "9999") for day in entry.days)


def _list(story: RecordStory, articles: Sequence[RecordArticle], root: Mapping[str, str], came: Mapping[str, int]) -> Listed:
    arrived = [came.get(article.id, 0) for article in articles]
    changed = max([*arrived, *(came.get(claim.id, 0) for claim in story.claims)], default=0)
    days = Counter(day for article in articles if (day := _day(article)) is not None)
    entry = StoryEntry(
        id=story.id,
        title=story.title,
        lead=story.lead,
        first=story.first,
        last=story.last,
        storyline=story.storyline,
        articles=len(articles),
        outlets=len({article.outlet for article in articles if article.outlet}),
        texts=len({root.get(article.id, article.id) for article in articles}),
        origins=len({origin for claim in story.claims for one in claim.statements for origin in one.origins}),
        claims=_labels(story),
        disputed=sum(one.relation in OPEN for one in story.disagreements),
        quotes=len(story.quotes),
        days=tuple(DayCount(day, days[day]) for day in sorted(days)),
        changed=changed,
        fresh=sum(one == changed for one in arrived),
    )
    return Listed(
        entry,
        outlets={article.outlet: article.outlet for article in articles if article.outlet},
        actors={actor.entity: actor.name for actor in story.actors},
        places={place.entity or place.name: place.name for place in story.places},
        events={event.type: event.type for event in story.events},
    )


def _labels(story: RecordStory) -> LabelCounts:
    labels: Counter[Label] = Counter(claim.label for claim in story.claims)
    return LabelCounts(labels["corroborated"], labels["single origin"], labels["single outlet"], labels["unsourced"])


def _day(article: RecordArticle) -> str | None:
    """The day that an article came out by its page, else the first of those it is thought to be from."""
    return article.published.earliest or (article.dating.earliest if article.dating else None)


def _texts(record: Record) -> dict[str, str]:
    """For each article that shares its text with others, the first of them."""
    root: dict[str, str] = {}
    for copy in record.copies:
        first = min(root.get(article, article) for article in copy.articles)
        joined = {root.get(article, article) for article in copy.articles}
        root |= {article: first for article, known in root.items() if known in joined}
        root |= dict.fromkeys(copy.articles, first)
    return root
