"""Utterances: one act of speech, however many outlets quote it, and how the quotations of it differ."""

from collections.abc import Sequence

from rapidfuzz.distance import Indel

from dateline.ids import content_id
from dateline.types import Analysis, Article, Entity, Span, Utterance, Variation
from dateline.words import spoken_words

# Two quotations by one speaker are one act of speech when one holds the other, or when this share of their words agrees in order.
SAME_WORDS = 0.7
# A shorter quotation than this is one act with a longer one only word for word: "great" alone may be said twice.
LEAST_WORDS = 3


def find_utterances(
    articles: Sequence[Article], analyses: Sequence[Analysis], entities: Sequence[Entity]
) -> tuple[Utterance, ...]:
    """The acts of speech quoted in the articles, in order of id; `quotes` holds the first content span of each quotation."""
    texts = {article.id: article.text for article in articles}
    order = {article.id: (article.published.earliest or "9999", article.id) for article in articles}
    quotes = sorted(_quotes(analyses, entities, texts), key=lambda quote: (order[quote[1].article], quote[1]))
    groups: list[list[tuple[str, Span, tuple[str, ...]]]] = []
    for quote in quotes:
        home = next((group for group in groups if any(_same(quote, other) for other in group)), None)
        if home is None:
            groups.append([quote])
        else:
            home.append(quote)
    return tuple(sorted((_utterance(group) for group in groups), key=lambda utterance: utterance.id))


def _quotes(
    analyses: Sequence[Analysis], entities: Sequence[Entity], texts: dict[str, str]
) -> list[tuple[str, Span, tuple[str, ...]]]:
    names: dict[str, list[tuple[Span, str]]] = {}
    for entity in entities:
        for mention in entity.mentions:
            names.setdefault(mention.article, []).append((mention, entity.name))
    found = []
    for analysis in analyses:
        local = names.get(analysis.article, [])
        for attribution in analysis.attributions:
            if attribution.kind == "indirect" or attribution.speaker is None or not attribution.content:
                continue
            speaker = _speaker(attribution.resolved or attribution.source, local) or attribution.speaker
            said = " ".join(texts[piece.article][piece.start : piece.end] for piece in attribution.content)
            found.append((speaker, attribution.content[0], spoken_words(said)))
    return found


def _speaker(source: Span | None, names: Sequence[tuple[Span, str]]) -> str | None:
    """The name of the entity that the source names; the longest mention inside it decides."""
    if source is None:
        return None
    inside = [(mention.start - mention.end, mention, name) for mention, name in names if source.holds(mention)]
    return min(inside)[2] if inside else None


def _same(left: tuple[str, Span, tuple[str, ...]], right: tuple[str, Span, tuple[str, ...]]) -> bool:
    if left[0] != right[0]:
        return False
    short, long = sorted((left[2], right[2]), key=len)
    if not short:
        return False
    if _inside(short, long):
        return True
    alike = Indel.normalized_similarity(short, long)
    return len(short) >= LEAST_WORDS and alike >= SAME_WORDS


def _inside(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return f" {' '.join(short)} " in f" {' '.join(long)} "


def _utterance(group: Sequence[tuple[str, Span, tuple[str, ...]]]) -> Utterance:
    spans = tuple(span for _, span, _ in group)
    variation = _variation([said for _, _, said in group])
    identity = content_id("utterance", spans[0].article, str(spans[0].start), str(spans[0].end))
    return Utterance(identity, group[0][0], spans, variation)


def _variation(said: Sequence[tuple[str, ...]]) -> Variation:
    if len(set(said)) == 1:
        return "verbatim"
    longest = max(said, key=lambda one: (len(one), one))
    return "shortened" if all(_inside(one, longest) for one in said) else "altered"
