"""Who did not speak English: speakers of whom a text says in which language they spoke, or that their words were translated."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.claims.quotations import Quote
from dateline.data import lines, table
from dateline.types import Analysis, Span

# Code points before and behind a quotation in which a text tells its language.
BEFORE, BEHIND = 100, 120
# "said in Italian.", "told the council, speaking in Portuguese,"; a place that is known by such a name is none.
NEXT = "|".join((*lines("prepositions.txt"), "and", "but", "when", "while", "as"))
TONGUE = re.compile(rf"\bin (?P<name>[A-Z][a-z]+(?:an|ese|ish|ic|i|ch))(?=[.,;:)]| (?:{NEXT})\b|$)")
ENGLISH = "English"


@dataclass(frozen=True, slots=True)
class Foreign:
    """The entities that spoke another language, and the articles that quote anybody who did."""

    entities: frozenset[str]
    articles: frozenset[str]


def find_foreign(quotes: Sequence[Quote], analyses: Sequence[Analysis], texts: Mapping[str, str]) -> Foreign:
    """Whose words the texts say were not English."""
    places = {
        one.article: sorted(place.span for place in one.places if place.lat is not None and not place.derived) for one in analyses
    }
    found = [quote for quote in quotes if _told(quote, texts[quote.span.article], places.get(quote.span.article, []))]
    entities = frozenset(quote.voice.entity for quote in found if quote.voice.entity is not None)
    return Foreign(entities, frozenset(quote.span.article for quote in found))


def _told(quote: Quote, text: str, places: Sequence[Span]) -> bool:
    """Whether the words around a quotation, up to the ends of its paragraph, tell of a language or a translation."""
    first, last = quote.pieces[0], quote.pieces[-1]
    start = max(first.start - BEFORE, text.rfind("\n", 0, first.start) + 1)
    end = text.find("\n", last.end)
    around = [(start, first.start), (last.end, min(last.end + BEHIND, len(text) if end < 0 else end))]
    around += [(one.end, other.start) for one, other in zip(quote.pieces, quote.pieces[1:], strict=False)]
    return any(_tells(text, start, end, places) for start, end in around)


def _tells(text: str, start: int, end: int, places: Sequence[Span]) -> bool:
    if any(word in _translated() for word in re.findall(r"[a-z]+", text[start:end])):
        return True
    return any(
        match["name"] != ENGLISH and not _known(match.start("name"), places) for match in TONGUE.finditer(text, start, end)
    )


def _known(at: int, places: Sequence[Span]) -> bool:
    index = bisect_left(places, at, key=lambda place: place.end)
    return index < len(places) and places[index].start <= at


@cache
def _translated() -> frozenset[str]:
    return frozenset(table("speech.toml")["translated"]["words"].split())
