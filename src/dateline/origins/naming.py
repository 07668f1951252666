"""Who a cited source is: one id for one source, however the articles name it."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from dateline.data import lines, table
from dateline.ids import content_id
from dateline.origins.affiliations import find_affiliations, find_posts
from dateline.origins.described import find_holders, holder_of, is_description
from dateline.origins.documents import author_of
from dateline.types import Article, Attribution, Entity, Origin, OriginKind, Span
from dateline.words import normal_form

DOCUMENTS = frozenset(lines("documents.txt"))
WORD = re.compile(r"\w+")
# A source of more code points than this describes its person ("the director of the hospital, Miriam Sable, who …").
LONG = 40
TOLD = 70  # code points behind a cue in which the outlet stands that was told
AGENCY = frozenset({"agency", "press", "wire", "newswire", "news", "bureau"})
BRACKET = re.compile(r"\s*\([^)]*\)?$")
BODIES = frozenset(lines("body_nouns.txt"))
TEAMS = frozenset({"group", "team", "lab", "laboratory", "colleagues"})
OWNED = re.compile(r"(his|her|its|their) (\w+)$", re.IGNORECASE)
PREPOSITIONS = frozenset({"of", "to", "with", "from", "against", "at", "in", "near", "by", "for"})
# Words that do not tell one source from another: the spokesman of a ministry, its officials and the ministry are one source.
GENERIC = frozenset(lines("source_words.txt"))
# Who speaks for the body named behind them.
VOICES = frozenset(
    {title.split()[-1] for title in lines("titles.txt")} | {"official", "officials", "representative", "representatives"}
)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who is cited: by the name that the articles give them, and the origin that their word is."""

    name: str
    origin: Origin


def origin_named(name: str, kind: OriginKind) -> Origin:
    """The origin of that name; its id leaves out articles, roles, case, order and spelling, so that one source has one id."""
    return Origin(content_id("origin", *sorted(name_forms(name))), kind, name)


def name_forms(name: str) -> frozenset[str]:
    """The words that tell a source from others, in one spelling."""
    words = WORD.findall(re.sub(r"['’]s\b", "", name.lower()))
    # "the Sorvian ministry" is "Sorvia's ministry".
    forms = {normal_form(word.removesuffix("n") if word.endswith("ian") else word) for word in words}
    return frozenset(forms - GENERIC or forms)


class Sources:
    """Looks up the origin behind a name: agencies and outlets under one name each, sources as the entities they are."""

    def __init__(self, entities: Sequence[Entity], articles: Sequence[Article], speakers: Iterable[str]) -> None:
        self._mentions: dict[str, list[tuple[Span, Entity]]] = {}
        for entity in entities:
            for mention in entity.mentions:
                self._mentions.setdefault(mention.article, []).append((mention, entity))
        for near in self._mentions.values():
            near.sort(key=lambda one: one[0])
        told = [entity for entity in entities if entity.kind in ("person", "body")]
        self._by_name = {name.lower(): entity for entity in told for name in (*entity.variants, entity.name)}
        self._texts = {article.id: article.text for article in articles}
        self._outlets = {origin_named(page.outlet, "outlet").id: page.outlet for page in articles if page.outlet}
        self._media = _named_media(page.outlet for page in articles)
        self._acronyms = {credit for page in articles for credit in page.credits if credit.isupper() and len(credit) > 1}
        self._agencies = _agency_names(sorted({page.credits for page in articles}))
        names = {entity.name for entity in entities if entity.kind in ("person", "body")}
        known = names | {credit for page in articles for credit in page.credits}
        self._fuller = _fuller_names({name for name in known if origin_named(name, "outlet").id not in self._outlets})
        self._bodies_by_noun = _bodies_by_noun(known | set(speakers))
        people = sorted(entity.name for entity in entities if entity.kind == "person" and " " in entity.name)
        self._people_by_surname: dict[str, list[str]] = {}
        for name in people:
            self._people_by_surname.setdefault(name.rsplit(" ", 1)[-1], []).append(name)
        self._surnames = _surnames(people)
        self._bodies = find_affiliations(entities, self._texts)
        self._posts = find_posts(entities, self._texts)
        self._holders = find_holders(speakers, self._texts)

    def words(self, span: Span) -> str:
        """The words of a span in the text of its article."""
        return self._texts[span.article][span.start : span.end]

    def cited(self, attribution: Attribution) -> Voice | None:
        """Whom an attribution names, or None when it names nobody."""
        span = attribution.resolved or attribution.source
        if span is None or attribution.speaker is None:
            return None
        author = author_of(attribution.speaker)
        if author is not None:
            entity = self._by_name.get(author.lower())
            return _plain(self.named(author, "official")) if entity is None else self._of_entity(entity)
        medium = self.named(attribution.speaker, "official")
        if medium.kind in ("agency", "outlet"):
            return _plain(medium)
        near = self._mentions.get(span.article, [])
        entity = _best(span, self.words(span), near)
        owner = OWNED.match(attribution.speaker)
        if owner is not None and entity is None:
            return _plain(self._owned(attribution.speaker, owner, span, near))
        if entity is None and is_description(attribution.speaker, self.words(span)):
            holder = holder_of(attribution.speaker, span.article, self._holders)
            if holder is not None:
                entity = self._by_name.get(holder.lower())
                return _plain(self.named(holder, "official")) if entity is None else self._of_entity(entity)
        if entity is None:
            people = self._people_by_surname.get(attribution.speaker.rsplit(" ", 1)[-1], ())
            person = next((name for name in people if attribution.speaker.endswith(f" {name}")), None)
            kind = "person" if person else _kind(attribution.speaker, None)
            return _plain(self.named(person or attribution.speaker, kind))
        return self._of_entity(entity)

    def _owned(self, speaker: str, owner: re.Match[str], span: Span, near: Sequence[tuple[Span, Entity]]) -> Origin:
        """Those who are named by whose they are ("her team"): the body that she works at, else "her" by name."""
        whose = _last(near, span.start, ("person",) if owner[1].lower() in ("his", "her") else ("body", "place"))
        if whose is not None and owner[2].lower() in TEAMS and whose.id in self._posts:
            return self.named(self._posts[whose.id], "official")
        return self.named(speaker if whose is None else f"{whose.name} {owner[2]}", "official")

    def each_cited(self, attribution: Attribution) -> tuple[Voice, ...]:
        """Those whom an attribution names, several where several speak: what they say may rest on any one of them."""
        if attribution.joint and attribution.source is not None:
            near = self._mentions.get(attribution.source.article, [])
            inside = sorted(((span, entity) for span, entity in near if attribution.source.holds(span)), key=lambda one: one[0])
            named = [self._of_entity(entity) for _, entity in inside if entity.kind in ("person", "body")]
            if named:
                return tuple(dict.fromkeys(named))
        cited = self.cited(attribution)
        return () if cited is None else (cited,)

    def told_to(self, attribution: Attribution) -> Span | None:
        """Where the outlet stands that was told something, by the name of one that is read here ("told the Tarn Packet")."""
        if attribution.cue is None or self._media is None:
            return None
        after = attribution.cue.end
        text = self._texts[attribution.cue.article]
        found = self._media.match(text, after, after + TOLD)
        return None if found is None else Span(attribution.cue.article, *found.span("name"))

    def _of_entity(self, entity: Entity) -> Voice:
        """An entity by its name; its origin is the body that a person speaks for, else itself."""
        body = self._bodies.get(entity.id)
        if body is None:
            return _plain(self.named(entity.name, _kind(entity.name, entity)))
        return Voice(entity.name, self.named(body, "official"))

    def decided(self, name: str, kind: OriginKind | None) -> Origin:
        """The origin that a person named, of the kind that they or the articles give it."""
        return self.named(name, kind or _kind(name, self._by_name.get(name.lower())))

    def named(self, name: str, kind: OriginKind) -> Origin:
        """The origin of a name; known agencies and outlets come under their usual name, whatever `kind` says."""
        name = BRACKET.sub("", name).removeprefix("agency ")
        owner, _, noun = name.rpartition(" ")
        full = self._surnames.get(re.sub(r"['’]s$", "", owner))
        name = f"{full} {noun}" if full is not None and noun.lower() in BODIES else name
        forms = name_forms(name)
        origin = origin_named(self._fuller.get(forms) or self._bodies_by_noun.get(forms, name), kind)
        if origin.id not in self._agencies and _initials(name) in self._acronyms:
            origin = origin_named(_initials(name), kind)
        if origin.id in self._agencies:
            usual = self._agencies[origin.id]
            return origin_named(usual, "agency" if _is_agency(usual) else "official")
        if origin.id in self._outlets:
            return Origin(origin.id, "outlet", self._outlets[origin.id])
        return origin


def _named_media(outlets: Iterable[str | None]) -> re.Pattern[str] | None:
    """What finds the name of an outlet that nothing but words parts from what is before it."""
    names = {re.escape(outlet.removeprefix("The ")) for outlet in outlets if outlet}
    ordered = "|".join(sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"[ \w'’-]*?\b(?P<name>{ordered})\b") if names else None


def _plain(origin: Origin) -> Voice:
    return Voice(origin.name, origin)


def _fuller_names(names: Iterable[str]) -> dict[frozenset[str], str]:
    """The longer name that a single word stands for, by that word ("Norvane" is Norvane Minerals, if no other name begins so)."""
    full: dict[frozenset[str], str] = {}
    for name in sorted(names):
        full.setdefault(name_forms(name), name)
    holders: dict[str, list[frozenset[str]]] = defaultdict(list)
    for forms in sorted(full, key=sorted):
        for form in forms:
            holders[form].append(forms)
    short = ({form} for form in holders)
    candidates = {frozenset(forms): [one for one in holders[next(iter(forms))] if len(one) > 1] for forms in short}
    least = {forms: min(longer, key=lambda one: (len(one), sorted(one))) for forms, longer in candidates.items() if longer}
    return {forms: full[one] for forms, one in least.items() if all(one <= other for other in candidates[forms])}


def _surnames(people: Iterable[str]) -> dict[str, str]:
    """The full name of the one person of a surname, by surname."""
    named: dict[str, set[str]] = defaultdict(set)
    for name in people:
        named[name.split()[-1]].add(name)
    return {surname: next(iter(names)) for surname, names in named.items() if len(names) == 1}


def _bodies_by_noun(names: Iterable[str]) -> dict[frozenset[str], str]:
    """The one name that ends in a common noun, by that noun: "the ministry" is the business ministry where there is no other."""
    ends: dict[str, dict[frozenset[str], str]] = defaultdict(dict)
    for name in sorted(names, key=lambda name: (len(name), name)):
        words = WORD.findall(re.sub(r"['’]s\b", "", name.lower()))
        if len(words) > 1 and words[-1] in BODIES:
            ends[normal_form(words[-1])].setdefault(name_forms(name), name)
    return {frozenset({noun}): next(iter(found.values())) for noun, found in ends.items() if len(found) == 1}


def _agency_names(credited: Sequence[tuple[str, ...]]) -> dict[str, str]:
    """The usual name of each agency by the ids of its spellings: those of the table, those credited, and their initials.

    `credited` has the credits of each page.
    """
    usual: dict[str, str] = {}
    for row in table("agencies.toml")["agency"]:
        for spelling in (row["name"], *row.get("spellings", ())):
            usual[origin_named(spelling, "agency").id] = row["name"]
    names = {name for credits in credited for name in credits}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        usual.setdefault(origin_named(name, "agency").id, name)
        initials = _initials(name)
        if len(initials) > 1:
            usual.setdefault(origin_named(initials, "agency").id, usual[origin_named(name, "agency").id])
    for credits in credited:
        for short, long in ((one, other) for one in credits for other in credits if _shortens(one, other)):
            usual[origin_named(short, "agency").id] = usual[origin_named(long, "agency").id]
    return usual


def _shortens(short: str, long: str) -> bool:
    """Whether of two names on one page one is short for the other: its first words, or letters of it in their order."""
    if long.lower().startswith(f"{short.lower()} "):
        return True
    letters = iter(long.lower())
    ordered = short.isupper() and short[0] == long[0] and all(sign in letters for sign in short.lower())
    return ordered and " " in long and set(_initials(long)) <= set(short)


def _is_agency(name: str) -> bool:
    """Whether a credited name is that of a news agency, by the table or by its form; a company may be credited too."""
    listed = any(name == row["name"] for row in table("agencies.toml")["agency"])
    return listed or name.isupper() or not AGENCY.isdisjoint(name.lower().split())


def _initials(name: str) -> str:
    return "".join(word[0] for word in WORD.findall(name) if word[0].isupper())


def _best(span: Span, words: str, mentions: Sequence[tuple[Span, Entity]]) -> Entity | None:
    """The entity of the longest mention that closes the span or nearly fills it, or the only person named in a long one.

    A place that only closes it is where the source is ("a clerk of the court in Halden"), and a body behind a preposition is
    the source only where somebody speaks for it ("officials of the ministry", not "opponents of the ministry").
    """
    first = bisect_left(mentions, span, key=lambda one: one[0])
    behind = takewhile(lambda one: one[0].start < span.end, islice(mentions, first, None))
    inside = [(mention, entity) for mention, entity in behind if span.holds(mention)]
    closing = [
        (mention.start - mention.end, mention, entity)
        for mention, entity in inside
        if (mention.end == span.end and entity.kind != "place" and _speaks_for(words[: mention.start - span.start]))
        or 4 * (mention.end - mention.start) >= 3 * (span.end - span.start)
    ]
    if closing:
        return min(closing, key=lambda item: item[:2])[2]
    people = {entity.id: entity for _, entity in inside if entity.kind == "person"}
    return next(iter(people.values())) if len(people) == 1 and span.end - span.start > LONG else None


def _speaks_for(before: str) -> bool:
    """Whether the words before a name let it be the source: none of them a preposition, or one of them a voice of the name's."""
    told = WORD.findall(before.lower())
    return PREPOSITIONS.isdisjoint(told) or not VOICES.isdisjoint(told)


def _last(mentions: Sequence[tuple[Span, Entity]], offset: int, kinds: Sequence[str]) -> Entity | None:
    """The entity of one of the kinds that is named last before an offset."""
    before = [(mention.start, entity) for mention, entity in mentions if mention.end <= offset and entity.kind in kinds]
    return max(before, key=lambda item: item[0])[1] if before else None


def _kind(name: str, entity: Entity | None) -> OriginKind:
    if entity is not None and entity.kind == "person":
        return "person"
    words = WORD.findall(name.lower())
    if words and words[-1] in DOCUMENTS:
        return "document"
    body = bool(words) and words[-1] in BODIES
    return "official" if entity is not None or body else "person"
