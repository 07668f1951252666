"""Names folded against labelled groups in invented coverage, one file of the folder for each storyline.

Names are marked in the text as `[name|group]`, nouns that stand for a body as `[ministry|~group]`, which are not scored: entities
hold names only. An entity stands for a marked name when it has a mention that shares half of the shorter of the two. Pairs of
marked names of one part of the gold are scored: they belong together when they are of one group, in one storyline or several.
Where a storyline says which groups are `persons`, `bodies` or `places`, the kinds are scored too. Figures of the parts begin with
the first letter of their files.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline.analyze.articles import analyze_articles, load_model
from dateline.entities import fold_entities, split_namesakes
from dateline.evaluate.articles import article_of
from dateline.evaluate.scores import prf
from dateline.settings import Settings
from dateline.types import Analysis, Article, Entity, Span
from dateline.views.entities import join_entities

KINDS = {"person": "persons", "body": "bodies", "place": "places"}
MARK = re.compile(r"\[([^\[\]|]+)\|(~?)([a-z0-9-]+)\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked name or noun: where it stands, whose it is, and whether it is a noun that stands for a name."""

    span: Span
    group: str
    noun: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """The articles of one storyline with the names marked in them, the pairs of groups that bear like names, and their kinds."""

    articles: tuple[Article, ...]
    marked: tuple[Marked, ...]
    namesakes: tuple[tuple[str, str], ...]
    kinds: Mapping[str, str]


def evaluate(data: Path) -> dict[str, float]:
    """The figures of all parts together and of each."""
    paths = sorted(data.glob("*.toml"))
    if not paths:
        raise FileNotFoundError(2, "no storyline", str(data / "*.toml"))
    parts: dict[str, list[Coverage]] = {}
    for path in paths:
        parts.setdefault(path.name[0], []).append(read_coverage(path.read_text(encoding="utf-8")))
    counts = {part: count(told, find_all(told)) for part, told in sorted(parts.items())}
    figures = figures_of(sum(counts.values(), Counter()))
    for part, one in counts.items():
        figures |= {f"{part}_{name}": value for name, value in figures_of(one).items()}
    return figures


def read_coverage(content: str) -> Coverage:
    """The articles of one storyline without their marks."""
    told = tomllib.loads(content)
    articles: list[Article] = []
    marked: list[Marked] = []
    for row in told["articles"]:
        text, found = unmarked(row["file"], row["text"].strip())
        articles.append(article_of({**row, "id": row["file"], "text": text, "title": text.split("\n", 1)[0]}))
        marked += found
    kinds = {group: kind for kind, row in KINDS.items() for group in told.get(row, ())}
    return Coverage(tuple(articles), tuple(marked), tuple((a, b) for a, b in told.get("namesakes", ())), kinds)


def unmarked(article: str, text: str) -> tuple[str, list[Marked]]:
    """A text without its marks, and what was marked in it."""
    pieces: list[str] = []
    marked: list[Marked] = []
    at = length = 0
    for match in MARK.finditer(text):
        pieces += (text[at : match.start()], match[1])
        start = length + match.start() - at
        length, at = start + len(match[1]), match.end()
        marked.append(Marked(Span(article, start, length), match[3], bool(match[2])))
    return "".join((*pieces, text[at:])), marked


def find_all(told: Sequence[Coverage]) -> tuple[Entity, ...]:
    """The entities of several storylines, each folded by itself, then joined as a record joins them."""
    settings = Settings()
    articles = [article for one in told for article in one.articles]
    analyses = {one.article: one for one in analyze_articles(articles, load_model(settings.model), settings)}
    return fold_all(told, analyses)


def fold_all(told: Sequence[Coverage], analyses: Mapping[str, Analysis]) -> tuple[Entity, ...]:
    """The entities of several storylines whose articles are analysed."""
    folded = {one.articles[0].id: fold_entities(one.articles, [analyses[article.id] for article in one.articles]) for one in told}
    own = split_namesakes(folded)
    return join_entities(
        replace(entity, id=own[line].get(entity.id, entity.id)) for line, entities in folded.items() for entity in entities
    )


def count(told: Sequence[Coverage], entities: Sequence[Entity]) -> Counter[str]:
    """What the figures of one part are made of."""
    at = _by_article(entities)
    names = [(one, _entity_at(one.span, at)) for coverage in told for one in coverage.marked if not one.noun]
    kinded = list(_kinds_right(told, names, {entity.id: entity.kind for entity in entities}))
    groups = Counter(one.group for one, _ in names)
    found = Counter(one.group for one, entity in names if entity)
    together = Counter((one.group, entity) for one, entity in names if entity)
    given = Counter(entity for _, entity in names if entity)
    held = {group: {entity for own, entity in together if own == group} for group in groups}
    namesakes = [(a, b) for coverage in told for a, b in coverage.namesakes if a in groups and b in groups]
    best = {group: max(sorted(held[group]), key=lambda entity: together[group, entity], default="") for group in groups}
    return Counter(
        right=sum(map(_pairs, together.values())),
        given=sum(map(_pairs, given.values())),
        wanted=sum(map(_pairs, found.values())),
        wanted_of_all=sum(map(_pairs, groups.values())),
        names=len(names),
        names_found=sum(found.values()),
        groups=len(groups),
        groups_whole=sum(len(held[group]) == 1 and given[best[group]] == groups[group] for group in groups),
        namesakes=len(namesakes),
        namesakes_apart=sum(held[a].isdisjoint(held[b]) for a, b in namesakes),
        kinds=len(kinded),
        kinds_right=sum(kinded),
    )


def _kinds_right(
    told: Sequence[Coverage], names: Iterable[tuple[Marked, str | None]], kinds: Mapping[str, str]
) -> Iterator[bool]:
    """Whether each name whose kind the gold tells has an entity of that kind; names that were not found are left out."""
    wanted = {group: kind for coverage in told for group, kind in coverage.kinds.items()}
    yield from (kinds[entity] == wanted[one.group] for one, entity in names if entity and one.group in wanted)


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def _by_article(entities: Iterable[Entity]) -> dict[str, list[tuple[Span, str]]]:
    found: dict[str, list[tuple[Span, str]]] = {}
    for entity in entities:
        for span in entity.mentions:
            found.setdefault(span.article, []).append((span, entity.id))
    return {article: sorted(spans) for article, spans in found.items()}


def _entity_at(place: Span, at: Mapping[str, Sequence[tuple[Span, str]]]) -> str | None:
    """The entity whose mention shares most with a marked place, and half of the shorter one; ties by id."""
    fits = sorted(_shares(place, at.get(place.article, ())))
    return fits[0][1] if fits else None


def _shares(place: Span, spans: Sequence[tuple[Span, str]]) -> Iterator[tuple[int, str]]:
    for span, entity in spans:
        shared = min(place.end, span.end) - max(place.start, span.start)
        if 2 * shared >= min(place.end - place.start, span.end - span.start):
            yield -shared, entity


def figures_of(counts: Mapping[str, Any]) -> dict[str, float]:
    """Precision, recall and F of pairs of names found and of all names, and how much of the gold was found and kept apart.

    A part without namesakes or kinds has no figures of them.
    """
    right, given, wanted, of_all = (counts.get(name, 0) for name in ("right", "given", "wanted", "wanted_of_all"))
    precision, recall, f = prf(right, given - right, wanted - right)
    _, recall_of_all, f_of_all = prf(right, given - right, of_all - right)
    figures = {"pairs_precision": precision, "pairs_recall": recall, "pairs_f": f}
    figures |= {"pairs_recall_of_all": recall_of_all, "pairs_f_of_all": f_of_all}
    for name, whole in (("names_found", "names"), ("namesakes_apart", "namesakes"), ("kinds_right", "kinds")):
        if counts.get(whole):
            figures |= {name: counts.get(name, 0) / counts[whole], f"{whole}_gold": counts[whole]}
    figures["namesakes_merged"] = counts.get("namesakes", 0) - counts.get("namesakes_apart", 0)
    return figures | {"groups_whole": counts.get("groups_whole", 0), "groups_gold": counts.get("groups", 0)}
