"""How well each claim stands: outlets, distinct texts, independent origins and unsourced texts, side by side."""

from collections.abc import Mapping, Sequence

from dateline.origins.counting import fewest_origins
from dateline.origins.inheriting import cites
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


def rest_on_official_word(
    claims: Sequence[Claim],
    sourcings: Mapping[str, Sourcing],
    statements: Mapping[str, Statement],
    articles: Mapping[str, Article],
    official: frozenset[str],
) -> dict[str, Sourcing]:
    """The sourcings where what an outlet states on nobody's word may rest on an official word that was out by then.

    It holds for a claim only, and not where the outlet has another figure; `official` are ids of origins. An outlet that repeats
    what the police said on that day or before need not have found it out: so much would be corroborated that is not.
    """
    shared = dict(sourcings)
    for claim in claims:
        told = [statements[identity] for identity in claim.statements]
        words = [one for one in told if cites(sourcings[one.id]) and not official.isdisjoint(sourcings[one.id].origins)]
        for one in told:
            if cites(sourcings[one.id]) or articles[one.article].credits:
                continue
            out = (word for word in words if _was_out(articles[word.article], articles[one.article]) and _same_figures(word, one))
            more = {origin for word in out for origin in sourcings[word.id].origins}
            if more:
                origins = tuple(sorted(more.union(sourcings[one.id].origins)))
                shared[one.id] = Sourcing(one.id, sourcings[one.id].chain, origins)
    return shared


def _was_out(word: Article, other: Article) -> bool:
    """Whether one of two articles may have been there before the other was written."""
    return word.id != other.id and (word.published.earliest or "") <= (other.published.earliest or "9999")


def _same_figures(left: Statement, right: Statement) -> bool:
    """Whether two statements give a figure alike, or not both give any."""
    values = [{(figure.low, figure.high) for figure in one.figures} for one in (left, right)]
    return not all(values) or not values[0].isdisjoint(values[1])
