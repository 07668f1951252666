"""Who said what: quotations with their speakers, and the acts of speech they report."""

from collections.abc import Mapping, Sequence
from itertools import chain

from dateline.ids import content_id
from dateline.types import Analysis, Article, Attribution, Span, Utterance
from dateline.views.cite import cite_all, cite_in
from dateline.views.document import RecordQuote, RecordUtterance, Speaker
from dateline.views.evidence import SourcingLink
from dateline.views.names import Names


def quote_id(first: Span) -> str:
    """The id of the quotation whose content begins with `first`."""
    return content_id("quote", first.article, first.part, str(first.start), str(first.end))


def tell_quotes(
    analyses: Sequence[Analysis], utterances: Sequence[Utterance], names: Names, articles: Mapping[str, Article]
) -> tuple[RecordQuote, ...]:
    """The quotations in the articles of `analyses`, direct and indirect, in order of article and place."""
    acts = {span: utterance.id for utterance in utterances for span in utterance.quotes}
    told: dict[str, RecordQuote] = {}
    for analysis in analyses:
        for attribution in analysis.attributions:
            if attribution.content:
                quote = _tell_quote(attribution, acts, names, articles)
                told.setdefault(quote.id, quote)
    return tuple(sorted(told.values(), key=lambda quote: quote.evidence))


def tell_utterances(utterances: Sequence[Utterance], shown: frozenset[str]) -> tuple[RecordUtterance, ...]:
    """The acts of speech that a story's articles report, in order of id; `shown` holds the ids of those articles."""
    told = (
        RecordUtterance(one.id, one.speaker, tuple(dict.fromkeys(map(quote_id, one.quotes))), one.variation)
        for one in utterances
        if any(span.article in shown for span in one.quotes)
    )
    return tuple(sorted(told, key=lambda one: one.id))


def tell_speaker(attribution: Attribution, names: Names, articles: Mapping[str, Article]) -> Speaker | None:
    """Who speaks, with the words that name the speaker; None where nobody is named."""
    source = attribution.source or attribution.resolved
    if source is None and attribution.speaker is None:
        return None
    spans = [span for span in (attribution.resolved, attribution.source) if span is not None]
    called = (names.called(span, attribution.speaker) for span in spans if attribution.speaker is not None)
    speaking = (names.speaking(span, cite_in(articles, span).exact) for span in spans)
    entity = next((entity for entity in chain(called, speaking) if entity is not None), None)
    evidence = None if source is None else cite_in(articles, source)
    told = attribution.speaker or ("" if evidence is None else evidence.exact)
    return Speaker(None if entity is None else entity.id, told if entity is None else entity.name, evidence)


def tell_via(attribution: Attribution, articles: Mapping[str, Article]) -> tuple[SourcingLink, ...]:
    """What stands between outlet and speaker, from the outlet inwards."""
    return tuple(SourcingLink(via.kind, via.name, cite_in(articles, via.span)) for via in attribution.via)


def _tell_quote(attribution: Attribution, acts: Mapping[Span, str], names: Names, articles: Mapping[str, Article]) -> RecordQuote:
    first, *rest = attribution.content
    return RecordQuote(
        id=quote_id(first),
        article=first.article,
        evidence=cite_in(articles, first),
        rest=cite_all(articles, tuple(rest)),
        speaker=tell_speaker(attribution, names, articles),
        cue=None if attribution.cue is None else cite_in(articles, attribution.cue),
        kind=attribution.kind,
        polarity=attribution.polarity,
        via=tell_via(attribution, articles),
        utterance=acts.get(first),
    )
