"""Utterances: one act of speech, however many outlets quote it, and how the quotations of it differ."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from dateline.ids import content_id
from dateline.types import Analysis, Article, Attribution, Entity, Span, Utterance, Variation
from dateline.words import spoken_words

# Two quotations by one speaker are one act of speech when one holds the other, or when this share of their words agrees in order.
SAME_WORDS = 0.7
LEAST_WORDS = 3  # fewer words may agree by chance
QUOTED = re.compile(r"[“\"«]([^“”\"«»]+)[”\"»]")


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: who speaks, its first content span, and the words inside its quotation marks."""

    speaker: str
    span: Span
    words: tuple[str, ...]


def find_utterances(
    articles: Sequence[Article], analyses: Sequence[Analysis], entities: Sequence[Entity]
) -> tuple[Utterance, ...]:
    """The acts of speech quoted in the articles, in order of id; `quotes` holds the first content span of each quotation."""
    order = {article.id: (article.published.earliest or "9999", article.id) for article in articles}
    texts = {article.id: article.text for article in articles}
    by_speaker: dict[str, list[Quote]] = {}
    for quote in sorted(_quotes(analyses, entities, texts), key=lambda quote: (order[quote.span.article], quote.span)):
        by_speaker.setdefault(quote.speaker, []).append(quote)
    groups = (group for speaker in sorted(by_speaker) for group in _group(by_speaker[speaker]))
    return tuple(sorted((_utterance(group) for group in groups), key=lambda utterance: utterance.id))


def _quotes(analyses: Sequence[Analysis], entities: Sequence[Entity], texts: dict[str, str]) -> list[Quote]:
    names: dict[str, list[tuple[Span, str]]] = {}
    for entity in entities:
        for mention in entity.mentions:
            names.setdefault(mention.article, []).append((mention, entity.name))
    return [
        Quote(speaker, attribution.content[0], _said(attribution, texts))
        for analysis in analyses
        for attribution in analysis.attributions
        if attribution.kind != "indirect" and attribution.content
        if (speaker := _speaker(attribution, names.get(analysis.article, [])))
    ]


def _said(attribution: Attribution, texts: dict[str, str]) -> tuple[str, ...]:
    """The words of a quotation; of one that mixes quoted and reported words only the quoted ones are the speaker's."""
    told = " ".join(texts[piece.article][piece.start : piece.end] for piece in attribution.content)
    quoted = QUOTED.findall(told) if attribution.kind == "mixed" else []
    return spoken_words(" ".join(quoted) or told)


def _speaker(attribution: Attribution, names: Sequence[tuple[Span, str]]) -> str | None:
    """The name of the entity that the source names, the longest mention inside it first; else the name as told."""
    source = attribution.resolved or attribution.source
    inside = [(name.start - name.end, name, entity) for name, entity in names if source is not None and source.holds(name)]
    return min(inside)[2] if inside else attribution.speaker


def _group(quotes: Sequence[Quote]) -> list[list[Quote]]:
    """The quotations of one speaker by act of speech; a single word goes with the nearest quotation that holds it."""
    groups: list[list[Quote]] = []
    for quote in (one for one in quotes if len(one.words) > 1):
        home = next((group for group in groups if any(_same(quote, other) for other in group)), None)
        if home is None:
            groups.append([quote])
        else:
            home.append(quote)
    for quote in (one for one in quotes if len(one.words) == 1):
        near = [
            (abs(other.span.start - quote.span.start), at)
            for at, group in enumerate(groups)
            for other in group
            if _near(quote, other)
        ]
        if near:
            groups[min(near)[1]].append(quote)
        else:
            groups.append([quote])
    return groups


def _near(word: Quote, other: Quote) -> bool:
    return word.span.article == other.span.article and _inside(word.words, other.words)


def _same(left: Quote, right: Quote) -> bool:
    short, long = sorted((left.words, right.words), key=len)
    return _inside(short, long) or (len(short) >= LEAST_WORDS and Indel.normalized_similarity(short, long) >= SAME_WORDS)


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _utterance(group: Sequence[Quote]) -> Utterance:
    first = group[0].span
    identity = content_id("utterance", first.article, str(first.start), str(first.end))
    spans = tuple(quote.span for quote in group)
    return Utterance(identity, group[0].speaker, spans, _variation([quote.words for quote in group]))


def _variation(said: Sequence[tuple[str, ...]]) -> Variation:
    if len(set(said)) == 1:
        return "verbatim"
    longest = max(said, key=lambda one: (len(one), one))
    return "shortened" if all(_inside(one, longest) for one in said) else "altered"
