"""Sourcing chains: for each statement, the outlet that prints it, the text it copies, the agency credited, the source cited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.data import lines
from dateline.decisions import decided_origin
from dateline.origins.naming import Sources, Voice
from dateline.predicates import vouches
from dateline.types import Article, Attribution, Copy, Judgement, Link, Origin, Sourcing, Span, Statement

BELIEFS = frozenset(lines("belief_verbs.txt"))


@dataclass(frozen=True, slots=True)
class Descent:
    """Where the text of an article comes from: the copy it belongs to, its members earliest first, and its copied passages.

    `text` is the id of the text it prints, one for all that print it word for word; a rewrite is a text of its own.
    """

    copy: Copy
    members: tuple[Article, ...]
    passages: tuple[Span, ...]
    text: str
    rewritten: bool

    def covers(self, span: Span) -> bool:
        """Whether at least half of a span lies in the copied passages; all of a rewrite is copied, in other words."""
        if self.rewritten:
            return True
        shared = sum(max(0, min(span.end, one.end) - max(span.start, one.start)) for one in self.passages)
        return 2 * shared >= span.end - span.start


def find_descents(articles: Sequence[Article], copies: Sequence[Copy]) -> dict[str, tuple[Descent, ...]]:
    """The descents of every article that is part of a copy, by article id; word-for-word ones before rewrites."""
    by_id = {article.id: article for article in articles}
    descents: dict[str, tuple[Descent, ...]] = {}
    for copy in sorted(copies, key=lambda copy: (copy.kind == "rewrite", copy.id)):
        members = [by_id[member] for member in copy.articles if member in by_id]
        members.sort(key=lambda article: (article.published.earliest or "9999", article.id))
        texts = _texts(copy)
        alone = {article for article in copy.articles if list(texts.values()).count(texts[article]) == 1}
        for article in members:
            passages = {side for match in copy.matches for side in match if side.article == article.id}
            descent = Descent(copy, tuple(members), tuple(sorted(passages)), texts[article.id], article.id in alone)
            descents[article.id] = (*descents.get(article.id, ()), descent)
    return descents


def _texts(copy: Copy) -> dict[str, str]:
    """The text that each article of a copy prints, named after one that prints it: those joined by other pairs than rewrites."""
    if copy.kind != "rewrite":
        return dict.fromkeys(copy.articles, copy.articles[0])
    texts = {article: article for article in copy.articles}
    for pair in copy.pairs:
        if pair.kind != "rewrite" and texts[pair.left] != texts[pair.right]:
            kept, lost = sorted((texts[pair.left], texts[pair.right]))
            texts = {article: kept if text == lost else text for article, text in texts.items()}
    return texts


def trace_statement(
    statement: Statement, articles: Mapping[str, Article], descents: Mapping[str, tuple[Descent, ...]], sources: Sources
) -> tuple[Sourcing, tuple[Origin, ...]]:
    """The chain of one statement, outermost link first, and the origins it may rest on, any one of which accounts for it."""
    article = articles[statement.article]
    chain: list[Link] = []
    if article.outlet is not None:
        chain.append(Link("outlet", article.outlet, _note(article, "outlet")))
    descent = next((one for one in descents.get(article.id, ()) if one.covers(statement.span)), None)
    if descent is not None:
        first = descent.members[0]
        made = descent.copy.origin if descent.copy.origin is None else sources.named(descent.copy.origin, "agency").name
        chain.append(Link("copy", made or first.outlet or first.file, _passage(descent, statement.span)))
    chain.extend(_agency_links(article, descent, sources))
    cited = _cited(statement, sources)
    if statement.attribution is not None:
        known = {link.name for link in chain if link.kind == "agency"}
        chain.extend(link for link in _passed_on(statement.attribution, article, sources) if link.name not in known)
    chain.extend(Link("source", one.name, _source(statement, sources)) for one in cited)
    origins = tuple(dict.fromkeys(one.origin for one in cited)) or _unstated(article, descent, sources)
    ids = tuple(sorted(origin.id for origin in origins))
    return Sourcing(statement.id, tuple(chain), ids), origins


def trace_decision(found: Sourcing, judgement: Judgement, sources: Sources) -> tuple[Sourcing, tuple[Origin, ...]]:
    """The chain of a statement of whose origin a person decided: its outlet, that person, the source; no text names the two."""
    told = decided_origin(judgement)
    if told is None:
        return found, ()
    origin = sources.decided(*told)
    outlet = tuple(link for link in found.chain[:1] if link.kind == "outlet")
    chain = (*outlet, Link("correction", judgement.by, None), Link("source", origin.name, None))
    return Sourcing(found.statement, chain, (origin.id,)), (origin,)


def carry(sourcing: Sourcing, attribution: Attribution, sources: Sources) -> tuple[Sourcing, tuple[Origin, ...]]:
    """A sourcing with the source of another sentence, which goes on in its own, and the origins that this is."""
    voices = sources.each_cited(attribution)
    if not voices:
        return sourcing, ()
    links = tuple(Link("source", one.name, attribution.source, carried=True) for one in voices)
    origins = tuple(dict.fromkeys(one.origin for one in voices))
    ids = tuple(sorted(origin.id for origin in origins))
    return Sourcing(sourcing.statement, (*sourcing.chain, *links), ids), origins


def _agency_links(article: Article, descent: Descent | None, sources: Sources) -> list[Link]:
    """The agencies that an article credits, each once; for one that credits none, that of the text it derives from."""
    links: dict[str, Link] = {}
    for credit in article.credits:
        named = sources.named(credit, "agency")
        links.setdefault(named.id, Link("agency", named.name, _note(article, "credits", credit)))
    if not links and descent is not None and descent.copy.basis == "agency" and descent.copy.origin is not None:
        named = sources.named(descent.copy.origin, "agency")
        links[named.id] = Link("agency", named.name, descent.copy.told, carried=True)
    return list(links.values())


def _passed_on(attribution: Attribution, article: Article, sources: Sources) -> list[Link]:
    """The links between an outlet and a source: those that the text tells, and another outlet that was told."""
    links = [Link(via.kind, sources.named(via.name, "agency").name, via.span) for via in attribution.via]
    told = sources.told_to(attribution)
    if told is not None:
        medium = sources.named(sources.words(told), "outlet")
        own = article.outlet is not None and medium.id == sources.named(article.outlet, "outlet").id
        if not own and all(link.name != medium.name for link in links):
            links.append(Link("cited outlet", medium.name, told))
    return links


def _source(statement: Statement, sources: Sources) -> Span | None:
    """The words that name the cited source."""
    if statement.attribution is not None and _is_word_of(statement.attribution, sources):
        return statement.attribution.source
    return None if statement.figure is None else statement.figure.counter


def _cited(statement: Statement, sources: Sources) -> tuple[Voice, ...]:
    """The sources that vouch for a statement: those cited, else the one that is said to have counted its figure."""
    attribution = _attribution(statement, sources)
    return () if attribution is None else sources.each_cited(attribution)


def _is_word_of(attribution: Attribution, sources: Sources) -> bool:
    """Whether what is reported is on the word of who is named: it is said, or held to be so by one who need not be right."""
    if vouches(attribution):
        return True
    thought = attribution.polarity == "thought" and attribution.speaker is not None and not attribution.judges
    return thought and attribution.cue is not None and sources.words(attribution.cue).rsplit(" ", 1)[-1] in BELIEFS


def _attribution(statement: Statement, sources: Sources) -> Attribution | None:
    if statement.attribution is not None and _is_word_of(statement.attribution, sources):
        return statement.attribution
    counter = None if statement.figure is None else statement.figure.counter
    if counter is None or any(sign.isdigit() for sign in sources.words(counter)):
        return None
    return Attribution(counter, sources.words(counter), None, None, (), "indirect", "said")


def _unstated(article: Article, descent: Descent | None, sources: Sources) -> tuple[Origin, ...]:
    """The origins of a statement that cites none: the issuer of the release it copies, credited agencies, else those of the text
    it copies, else its own outlet.
    """
    if descent is not None and descent.copy.basis == "release" and descent.copy.origin is not None:
        return (sources.named(descent.copy.origin, "official"),)
    if article.credits:
        return _agencies(article.credits, sources)
    if descent is not None:
        if descent.copy.origin is not None and descent.copy.basis == "agency":
            return _agencies((descent.copy.origin,), sources)
        credited = sorted({credit for member in descent.members for credit in member.credits})
        if credited:
            return _agencies(credited, sources)
        article = next((member for member in descent.members if member.outlet), article)
    return () if article.outlet is None else (Origin(sources.named(article.outlet, "unstated").id, "unstated", article.outlet),)


def _agencies(names: Sequence[str], sources: Sources) -> tuple[Origin, ...]:
    return tuple(sources.named(name, "agency") for name in names)


def _note(article: Article, field: str, value: str | None = None) -> Span | None:
    """Where the page says a metadata value, or None when no text names it."""
    found = [note for note in article.notes if note.field == field and value in (None, note.value)]
    return Span(article.id, found[0].start, found[0].end, found[0].part) if found else None


def _passage(descent: Descent, span: Span) -> Span | None:
    meeting = [passage for passage in descent.passages if passage.meets(span)]
    return meeting[0] if meeting else None
