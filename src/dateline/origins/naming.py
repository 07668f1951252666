"""Who a cited source is: one id for one source, however the articles name it."""

import re
from collections.abc import Iterable, Sequence

from dateline.data import lines, table
from dateline.ids import content_id
from dateline.types import Article, Attribution, Entity, Origin, OriginKind, Span
from dateline.words import normal_form

DOCUMENTS = frozenset(lines("documents.txt"))
WORD = re.compile(r"\w+")
IGNORED = frozenset({"the", "a", "an", "s", "of", "its", "his", "her", "their"})


def origin_named(name: str, kind: OriginKind) -> Origin:
    """The origin of that name; its id leaves out articles, case, order and spelling, so that one source has one id."""
    forms = sorted({normal_form(word) for word in WORD.findall(name.lower())} - IGNORED)
    return Origin(content_id("origin", *forms), kind, name)


class Sources:
    """Looks up the origin behind a name: agencies and outlets under one name each, sources as the entities they are."""

    def __init__(self, entities: Iterable[Entity], articles: Iterable[Article]) -> None:
        self._mentions: dict[str, list[tuple[Span, Entity]]] = {}
        for entity in entities:
            for mention in entity.mentions:
                self._mentions.setdefault(mention.article, []).append((mention, entity))
        pages = list(articles)
        self._outlets = {origin_named(page.outlet, "outlet").id: page.outlet for page in pages if page.outlet}
        self._agencies = _agency_names(sorted({credit for page in pages for credit in page.credits}))

    def cited(self, attribution: Attribution) -> Origin | None:
        """The origin that an attribution names, or None when it names nobody."""
        span = attribution.resolved or attribution.source
        if span is None or attribution.speaker is None:
            return None
        known = self.named(attribution.speaker, "official")
        if known.kind in ("agency", "outlet"):
            return known
        entity = _best(span, self._mentions.get(span.article, []))
        name = attribution.speaker if entity is None else entity.name
        return self.named(name, _kind(name, entity))

    def named(self, name: str, kind: OriginKind) -> Origin:
        """The origin of a name; known agencies and outlets come under their usual name, whatever `kind` says."""
        origin = origin_named(name, kind)
        if origin.id in self._agencies:
            return origin_named(self._agencies[origin.id], "agency")
        if origin.id in self._outlets:
            return Origin(origin.id, "outlet", self._outlets[origin.id])
        return origin


def _agency_names(credited: Sequence[str]) -> dict[str, str]:
    """The usual name of each agency by the ids of its spellings: those of the table, those credited, and their initials."""
    usual: dict[str, str] = {}
    for row in table("agencies.toml")["agency"]:
        for spelling in (row["name"], *row.get("spellings", ())):
            usual[origin_named(spelling, "agency").id] = row["name"]
    for name in sorted(credited, key=lambda name: (-len(name), name)):
        usual.setdefault(origin_named(name, "agency").id, name)
        initials = "".join(word[0] for word in WORD.findall(name))
        if len(initials) > 1:
            usual.setdefault(origin_named(initials, "agency").id, usual[origin_named(name, "agency").id])
    return usual


def _best(span: Span, mentions: Sequence[tuple[Span, Entity]]) -> Entity | None:
    """The entity of the longest mention that makes up most of the span or closes it, as a name closes "Defence Minister Ahn"."""
    inside = [
        (mention.start - mention.end, mention, entity)
        for mention, entity in mentions
        if span.holds(mention) and (mention.end == span.end or 2 * (mention.end - mention.start) >= span.end - span.start)
    ]
    return min(inside, key=lambda item: item[:2])[2] if inside else None


def _kind(name: str, entity: Entity | None) -> OriginKind:
    if entity is not None and entity.kind == "person":
        return "person"
    if normal_form(WORD.findall(name.lower())[-1] if WORD.findall(name) else name) in DOCUMENTS:
        return "document"
    return "official" if entity is not None else "person"
