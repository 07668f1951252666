"""Who said what: quotations with their speakers, and the acts of speech they report."""

from collections.abc import Mapping, Sequence
from itertools import chain

from dateline.ids import content_id
from dateline.types import Analysis, Article, Attribution, Span, Utterance
from dateline.views.cite import cite_all, cite_in
from dateline.views.document import RecordDifference, RecordQuote, RecordUtterance, Speaker
from dateline.views.evidence import SourcingLink
from dateline.views.names import Names


def quote_id(first: Span) -> str:
    """The id of the quotation whose content begins with `first`."""
    return content_id("quote", first.article, first.part, str(first.start), str(first.end))


def tell_quotes(
    analyses: Sequence[Analysis], utterances: Sequence[Utterance], names: Names, articles: Mapping[str, Article]
) -> tuple[RecordQuote, ...]:
    """The quotations in the articles of `analyses`, direct and indirect, in order of article and place.

    What nobody is said to have said there is among them where its words are those of an act of speech.
    """
    acts = {span: utterance for utterance in utterances for span in utterance.quotes}
    told: dict[str, RecordQuote] = {}
    for analysis in analyses:
        for attribution in analysis.attributions:
            if attribution.content:
                quote = _tell_quote(attribution, acts, names, articles)
                told.setdefault(quote.id, quote)
    shown = {analysis.article for analysis in analyses}
    for span, utterance in acts.items():
        if span.article in shown and quote_id(span) not in told:
            told[quote_id(span)] = _tell_loose(span, utterance, names, articles)
    return tuple(sorted(told.values(), key=lambda quote: quote.evidence))


def tell_utterances(
    utterances: Sequence[Utterance], shown: frozenset[str], articles: Mapping[str, Article]
) -> tuple[RecordUtterance, ...]:
    """The acts of speech that a story's articles report, in order of id; `shown` holds the ids of those articles."""
    told = (_tell_utterance(one, articles) for one in utterances if any(span.article in shown for span in one.quotes))
    return tuple(sorted(told, key=lambda one: one.id))


def _tell_utterance(one: Utterance, articles: Mapping[str, Article]) -> RecordUtterance:
    return RecordUtterance(
        id=one.id,
        speaker=one.speaker,
        quotes=tuple(dict.fromkeys(map(quote_id, one.quotes))),
        variation=one.variation,
        reference=quote_id(one.reference),
        differences=tuple(
            RecordDifference(
                quote=quote_id(difference.quote),
                kind=difference.kind,
                mark=difference.mark,
                evidence=None if difference.here is None else cite_in(articles, difference.here),
                reference=None if difference.there is None else cite_in(articles, difference.there),
            )
            for difference in one.differences
        ),
    )


def tell_speaker(attribution: Attribution, names: Names, articles: Mapping[str, Article]) -> Speaker | None:
    """Who speaks, with the words that name the speaker; None where nobody is named."""
    source = attribution.source or attribution.resolved
    if source is None and attribution.speaker is None:
        return None
    spans = [span for span in (attribution.resolved, attribution.source) if span is not None]
    called = (names.called(span, attribution.speaker) for span in spans if attribution.speaker is not None)
    speaking = (names.speaking(span, cite_in(articles, span).exact) for span in spans)
    found = next((entity for entity in chain(called, speaking) if entity is not None), None)
    entity = None if attribution.joint else found  # the word of two is not that of either
    evidence = None if source is None else cite_in(articles, source)
    told = attribution.speaker or ("" if evidence is None else evidence.exact)
    return Speaker(None if entity is None else entity.id, told if entity is None else entity.name, evidence)


def tell_via(attribution: Attribution, articles: Mapping[str, Article]) -> tuple[SourcingLink, ...]:
    """What stands between outlet and speaker, from the outlet inwards."""
    return tuple(SourcingLink(via.kind, via.name, cite_in(articles, via.span)) for via in attribution.via)


def _tell_quote(
    attribution: Attribution, acts: Mapping[Span, Utterance], names: Names, articles: Mapping[str, Article]
) -> RecordQuote:
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
        utterance=acts[first].id if first in acts else None,
    )


def _tell_loose(span: Span, utterance: Utterance, names: Names, articles: Mapping[str, Article]) -> RecordQuote:
    """A quoted stretch without a word on who said it, as headlines have; its speaker is that of the act, so no words name one."""
    entity = next((entity for entity in names.of(span.article) if entity.name == utterance.speaker), None)
    return RecordQuote(
        id=quote_id(span),
        article=span.article,
        evidence=cite_in(articles, span),
        rest=(),
        speaker=Speaker(None if entity is None else entity.id, utterance.speaker, None),
        cue=None,
        kind="direct",
        polarity="said",
        via=(),
        utterance=utterance.id,
    )
