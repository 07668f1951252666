"""Articles that tell an agency's report again without saying so: what they state on nobody's word may rest on the agency."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import permutations

from dateline.origins.inheriting import cites
from dateline.origins.resting import was_out
from dateline.types import Article, Claim, Sourcing, Statement

# A text tells a report again that has so many claims in common with it and names no more sources of its own. From three to five
# claims the figures of half A of the gold and of the sample are the same to a hundredth; without the bound on sources, and for
# texts under a reporter's name, right counts of the sample are lost.
CLAIMS = 3
OWN_SOURCES = 1


def rest_on_retold(
    claims: Sequence[Claim],
    sourcings: Mapping[str, Sourcing],
    statements: Mapping[str, Statement],
    articles: Mapping[str, Article],
) -> dict[str, Sourcing]:
    """The sourcings where what an article states on nobody's word may rest on an agency whose report it tells again."""
    retold = _retold(claims, sourcings, statements, articles)
    rested = dict(sourcings)
    for claim in claims:
        for identity in claim.statements:
            given = retold.get(statements[identity].article)
            if given is None or cites(sourcings[identity]) or not sourcings[identity].origins:
                continue
            theirs = (sourcings[other].origins for other in claim.statements if statements[other].article in given)
            taken = {*sourcings[identity].origins, *(origin for origins in theirs for origin in origins)}
            rested[identity] = Sourcing(identity, sourcings[identity].chain, tuple(sorted(taken)))
    return rested


def _retold(
    claims: Sequence[Claim],
    sourcings: Mapping[str, Sourcing],
    statements: Mapping[str, Statement],
    articles: Mapping[str, Article],
) -> dict[str, frozenset[str]]:
    """The agency reports that an article may be made from, by its id: those out by then whose claims it tells."""
    common: dict[tuple[str, str], int] = defaultdict(int)
    for claim in claims:
        tellers = {statements[identity].article for identity in claim.statements}
        for pair in permutations(sorted(tellers), 2):
            common[pair] += 1
    named: dict[str, set[str]] = defaultdict(set)
    for identity, sourcing in sourcings.items():
        if cites(sourcing):
            named[statements[identity].article].update(sourcing.origins)
    found: dict[str, set[str]] = defaultdict(set)
    for (later, report), shared in common.items():
        made = shared >= CLAIMS and articles[report].credits and was_out(articles[report], articles[later])
        if made and not _signed(articles[later]) and len(named[later] - named[report]) <= OWN_SOURCES:
            found[later].add(report)
    return {article: frozenset(reports) for article, reports in found.items()}


def _signed(article: Article) -> bool:
    """Whether a text says who made it: a reporter, or an agency."""
    return bool(article.byline or article.credits)
