"""Articles that tell a report or a release again without saying so: what they state on nobody's word may rest on it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from dateline.origins.inheriting import cites
from dateline.origins.naming import name_forms
from dateline.origins.resting import was_out
from dateline.types import Article, Claim, Entity, Link, Sourcing, Statement

# A text tells an agency report again that has so many claims in common with it, and fewer than half as many sources of its own.
# From 3 to 5 claims the figures of half A of the gold and of the sample are the same to a hundredth. With one own source at most
# .025 fewer counts of A's whole claims are right; without a bound, and for texts under a reporter's name, right ones of the
# sample are lost.
CLAIMS = 3
OWN_SOURCES = 2


@dataclass(frozen=True, slots=True)
class Cited:
    """Whom an article cites: their origins by id, and the words of their names but places, which papers have in theirs."""

    origins: frozenset[str]
    names: frozenset[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Retold:
    """What an article may be made from: `texts` by their ids, of which `reports` are those of agencies."""

    texts: frozenset[str]
    reports: frozenset[str]


def rest_on_retold(
    claims: Sequence[Claim],
    sourcings: Mapping[str, Sourcing],
    statements: Mapping[str, Statement],
    articles: Mapping[str, Article],
    entities: Sequence[Entity],
) -> dict[str, Sourcing]:
    """The sourcings where what an article states on nobody's word may rest on the report or release that it tells again.

    All of a text that tells an agency's report again may have come through the agency, but what it has from sources of its own.
    """
    places = frozenset(name_forms(entity.name) for entity in entities if entity.kind == "place")
    cited = _cited(sourcings, statements, places)
    retold = _retold(claims, cited, statements, articles)
    rested = dict(sourcings)
    for claim in claims:
        for identity in claim.statements:
            given = retold.get(statements[identity].article)
            if given is None or cites(sourcings[identity]) or not sourcings[identity].origins:
                continue
            theirs = [statements[other] for other in claim.statements if statements[other].article in given.texts]
            if theirs:
                rested[identity] = _resting(sourcings[identity], theirs, sourcings, articles)
    plain = _plain(sourcings, statements)
    for identity in sourcings:
        given = retold.get(statements[identity].article)
        reports = () if given is None else sorted(given.reports & plain.keys(), key=lambda one: came_out(articles[one]))
        if reports:
            known = frozenset(origin for report in reports for origin in cited[report].origins)
            rested[identity] = _through(rested[identity], plain[reports[0]], known)
    return rested


def came_out(article: Article) -> tuple[str, str]:
    """What articles are sorted by, the earliest first and undated ones last."""
    return article.published.earliest or "9999", article.id


def _plain(sourcings: Mapping[str, Sourcing], statements: Mapping[str, Statement]) -> dict[str, Sourcing]:
    """What each article with an agency's credit states on the agency's word alone."""
    found: dict[str, Sourcing] = {}
    for identity, sourcing in sourcings.items():
        if not cites(sourcing) and any(link.kind == "agency" for link in sourcing.chain):
            found.setdefault(statements[identity].article, sourcing)
    return found


def _through(own: Sourcing, agency: Sourcing, known: frozenset[str]) -> Sourcing:
    """A sourcing of a text that tells a report again, with the agency in its chain: what it states plainly, or on the word of
    those whom the report cites.
    """
    if any(link.kind == "agency" for link in own.chain) or not own.origins:
        return own
    source = cites(own)
    if source and known.isdisjoint(own.origins):
        return own
    outer = [link for link in own.chain if link.kind in ("outlet", "copy")]
    inner = [link for link in own.chain if link.kind not in ("outlet", "copy")]
    links = [replace(link, carried=True) for link in agency.chain if link.kind == "agency"]
    taken = own.origins if source else tuple(sorted({*own.origins, *agency.origins}))
    return Sourcing(own.statement, (*outer, *links, *inner), taken)


def _resting(
    own: Sourcing, theirs: Sequence[Statement], sourcings: Mapping[str, Sourcing], articles: Mapping[str, Article]
) -> Sourcing:
    """A sourcing that may as well be that of the statements told again; its chain goes on with that of the earliest of them."""
    first = min(theirs, key=lambda one: (came_out(articles[one.article]), one.id))
    # The paper that printed an agency's report is no link to it; who issued a release is its source.
    left_out = ("copy", "outlet") if articles[first.article].credits else ("copy",)
    known = {link.name for link in own.chain if link.kind == "agency"}
    links = [link for link in sourcings[first.id].chain if link.kind not in left_out and link.name not in known]
    told = [Link("source" if link.kind == "outlet" else link.kind, link.name, first.span, carried=True) for link in links]
    taken = {*own.origins, *(origin for one in theirs for origin in sourcings[one.id].origins)}
    return Sourcing(own.statement, (*own.chain, *told), tuple(sorted(taken)))


def _cited(
    sourcings: Mapping[str, Sourcing], statements: Mapping[str, Statement], places: frozenset[frozenset[str]]
) -> dict[str, Cited]:
    """Whom each article cites, by its id."""
    origins: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[frozenset[str]]] = defaultdict(set)
    for identity, sourcing in sourcings.items():
        article = statements[identity].article
        sources = [link for link in sourcing.chain if link.kind == "source"]
        names[article].update(name_forms(link.name) for link in sources)
        origins[article].update(sourcing.origins if sources else ())
    return {article: Cited(frozenset(origins[article]), frozenset(names[article] - places)) for article in names}


def _retold(
    claims: Sequence[Claim], cited: Mapping[str, Cited], statements: Mapping[str, Statement], articles: Mapping[str, Article]
) -> dict[str, Retold]:
    """The texts that an article which credits no agency may be made from, by its id: those out by then."""
    common: dict[tuple[str, str], int] = defaultdict(int)
    for claim in claims:
        for pair in permutations(sorted({statements[identity].article for identity in claim.statements}), 2):
            common[pair] += 1
    texts: dict[str, set[str]] = defaultdict(set)
    reports: dict[str, set[str]] = defaultdict(set)
    for (later, earlier), shared in common.items():
        told, given = articles[later], articles[earlier]
        if told.credits or not was_out(given, told):
            continue
        agency = given.credits and not told.byline and shared >= CLAIMS
        if agency and _adds_little(cited[later], cited[earlier], shared):
            reports[later].add(earlier)
        elif _issued(given, cited[later]):
            texts[later].add(earlier)
    return {one: Retold(frozenset(texts[one] | reports[one]), frozenset(reports[one])) for one in {*texts, *reports}}


def _issued(text: Article, cited: Cited) -> bool:
    """Whether somebody who is cited issued a text: a ministry's release stands under the ministry's name."""
    if text.credits or text.outlet is None:
        return False
    issuer = name_forms(text.outlet)
    return any(name <= issuer for name in cited.names)


def _adds_little(later: Cited, earlier: Cited, shared: int) -> bool:
    """Whether a text cites few whom an earlier one does not, for so many claims in common."""
    return OWN_SOURCES * len(later.origins - earlier.origins) < shared
