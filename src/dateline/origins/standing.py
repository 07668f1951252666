"""How well each claim stands: outlets, distinct texts, independent origins and unsourced texts, side by side."""

from collections.abc import Mapping, Sequence

from dateline.origins.counting import fewest_origins
from dateline.origins.sourcing import Descent
from dateline.types import Article, Claim, Label, Sourcing, Standing, Statement


def stand(
    claim: Claim,
    statements: Mapping[str, Statement],
    articles: Mapping[str, Article],
    descents: Mapping[str, tuple[Descent, ...]],
    sourcings: Mapping[str, Sourcing],
) -> Standing:
    """The standing of one claim; unnamed outlets never count, and an unsourced text adds no origin."""
    told_by = {identity: statements[identity].article for identity in claim.statements}
    outlets = {articles[article].outlet for article in told_by.values()} - {None}
    text_of = {article: _text(article, descents) for article in told_by.values()}
    sourced = {text_of[article] for identity, article in told_by.items() if sourcings[identity].origins}
    texts = set(text_of.values())
    origins = fewest_origins([sourcings[identity].origins for identity in claim.statements])
    return Standing(
        claim=claim.id,
        outlets=len(outlets),
        texts=len(texts),
        origins=len(origins),
        unsourced=len(texts - sourced),
        label=_label(len(outlets), len(origins)),
    )


def _text(article: str, descents: Mapping[str, tuple[Descent, ...]]) -> str:
    """The text an article prints: copies and excerpts of one text are one, a rewrite is a text of its own."""
    return next((one.text for one in descents.get(article, ())), article)


def _label(outlets: int, origins: int) -> Label:
    if origins == 0:
        return "unsourced"
    if origins > 1:
        return "corroborated"
    return "single origin" if outlets > 1 else "single outlet"


def share_sources(
    claims: Sequence[Claim],
    sourcings: Mapping[str, Sourcing],
    copied: Mapping[str, str],
    owner: Mapping[str, str],
    cited: frozenset[str],
) -> dict[str, Sourcing]:
    """The sourcings where what one text says twice rests on the source it names once, and all copies on what any of them cites.

    `copied` gives the copied text of a statement, for copied ones, `owner` the article of each; `cited` holds the statements
    that cite a source. A copy that names no source has cut it; an article that has named its source need not name it again.
    """
    shared = dict(sourcings)
    for claim in claims:
        known: dict[str, set[str]] = {}
        for identity in claim.statements:
            if identity in cited:
                known.setdefault(copied.get(identity, owner[identity]), set()).update(sourcings[identity].origins)
        for identity in claim.statements:
            origins = known.get(copied.get(identity, owner[identity]))
            if origins and identity not in cited:
                shared[identity] = Sourcing(identity, sourcings[identity].chain, tuple(sorted(origins)))
    return shared


def follow_outlets(
    claims: Sequence[Claim], sourcings: Mapping[str, Sourcing], outlets: Mapping[str, frozenset[str]], owner: Mapping[str, str]
) -> dict[str, Sourcing]:
    """The sourcings with each outlet that another outlet cites replaced by what that outlet itself rests on for the claim.

    `outlets` gives the origin ids that stand for an outlet by article, `owner` the article of each statement.
    """
    followed = dict(sourcings)
    for claim in claims:
        own: dict[str, set[str]] = {}
        for identity in claim.statements:
            for outlet in outlets.get(owner[identity], frozenset()):
                own.setdefault(outlet, set()).update(sourcings[identity].origins)
        for identity in claim.statements:
            mine = outlets.get(owner[identity], frozenset())
            origins: set[str] = set()
            for origin in sourcings[identity].origins:
                origins |= {origin} if origin in mine else own.get(origin, {origin})
            followed[identity] = Sourcing(identity, sourcings[identity].chain, tuple(sorted(origins)))
    return followed
