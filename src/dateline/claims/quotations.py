"""The quotations of a storyline, each with its speaker, its occasion and its words."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from dateline.claims.occasions import Occasion, day_of, earlier, occasion_of
from dateline.claims.spoken import Word, read_words
from dateline.claims.voices import NOBODY, Cast, Voice, voice_of
from dateline.quotation_marks import find_quotations
from dateline.types import Analysis, Article, Attribution, Span, SpeechKind

# A quoted stretch that nobody is said to have said may be speech from this many words; fewer are a term, but for a headline.
FEWEST, IN_HEADLINE = 4, 2
# Days and months that are given names, with a name behind them.
GIVEN = re.compile(r"\b(?:Sunday|Friday|April|May|June|August)(?= [A-Z])")
# "has said", "had already told": what was said before. PERFECT is looked for this many code points before the cue.
PERFECT = re.compile(r"\b(?:has|have|had)(?: [a-z]+)? [a-z]+$")
PERFECT_BEFORE = 20
LONG = 4  # letters of a word that a title begins with a capital
AROUND = 1_000  # code points within which other quotations of a sentence stand


@dataclass(frozen=True, slots=True)
class Quote:
    """One quotation: `said` are the speaker's own words, `told` those with the reporter's words around them.

    One that is `loose` stands in quotation marks without a word on who said it, as headlines do.
    The reporter denies the words of one that is `turned` ("denied that"). One that is `marked` has words in quotation marks.
    One that is a `headline` stands in that of its article.
    """

    pieces: tuple[Span, ...]
    kind: SpeechKind
    voice: Voice
    occasion: Occasion
    said: tuple[Word, ...]
    told: tuple[Word, ...]
    loose: bool = False
    turned: bool = False
    marked: bool = True
    headline: bool = False

    @property
    def span(self) -> Span:
        """The first piece, by which records name a quotation."""
        return self.pieces[0]


def find_quotes(articles: Sequence[Article], analyses: Sequence[Analysis], cast: Cast) -> list[Quote]:
    """The quotations of the articles in order of article and place, the loose ones among them."""
    by_id = {analysis.article: analysis for analysis in analyses}
    return [
        quote
        for article in sorted(articles, key=lambda one: one.id)
        if article.id in by_id
        for quote in sorted(_of_article(article, by_id[article.id], cast), key=lambda one: (one.span, one.pieces))
    ]


def _of_article(article: Article, analysis: Analysis, cast: Cast) -> Iterator[Quote]:
    day = day_of(article, analysis)
    marked = [Span(article.id, one.start, one.end) for one in find_quotations(article.text)]
    relayed, taken = _relayed(analysis), list[Span]()
    for attribution in analysis.attributions:
        if attribution.content and (attribution.speaker is not None or attribution.kind != "indirect"):
            taken += attribution.content
            when = _occasion(attribution, article.text, marked, analysis, day)
            when = earlier(when) if _looks_back(attribution.cue, article.text) else when
            quote = _quote(attribution, article.text, marked, voice_of(attribution, cast), when)
            yield replace(_own(quote, _others(attribution, relayed)), headline=quote.pieces[-1].end <= len(article.title or ""))
    taken.sort()
    for span in marked:
        at = bisect_left(taken, span.end, key=lambda one: one.start)
        if not any(one.meets(span) for one in taken[max(0, at - 3) : at]):
            words = read_words(article.text, span)
            headline = span.end <= len(article.title or "")
            if len(words) >= IN_HEADLINE and (headline or (len(words) >= FEWEST and not _is_title(article, span))):
                yield Quote((span,), "direct", NOBODY, occasion_of(span, marked, analysis, day), words, words, loose=True)


def _looks_back(cue: Span | None, text: str) -> bool:
    return cue is not None and PERFECT.search(text, max(0, cue.start - PERFECT_BEFORE), cue.end) is not None


def _is_title(article: Article, span: Span) -> bool:
    """Whether a stretch is the name of a work: all its long words begin with a capital letter."""
    words = [word for word in article.text[span.start : span.end].strip("“”„‘’\"'«»‹›「」『』").split() if len(word) >= LONG]
    return all(word[0].isupper() for word in words)


def _occasion(attribution: Attribution, text: str, marked: Sequence[Span], analysis: Analysis, day: Occasion) -> Occasion:
    around = [span for span in marked if abs(span.start - attribution.content[0].start) < AROUND]
    cue = attribution.cue or attribution.content[0]
    return occasion_of(cue, (*attribution.content, *around, *_named_days(attribution, text)), analysis, day)


def _named_days(attribution: Attribution, text: str) -> Iterator[Span]:
    """Where a day or month that is a given name stands in the speaker's name: "Sunday Adams" was not heard on a Sunday."""
    source = attribution.source
    if source is not None:
        for match in GIVEN.finditer(text, source.start, source.end):
            yield Span(source.article, match.start(), match.end())


def _quote(attribution: Attribution, text: str, marked: Sequence[Span], voice: Voice, occasion: Occasion) -> Quote:
    told = tuple(word for piece in _once([read_words(text, piece) for piece in attribution.content]) for word in piece)
    inside = tuple(word for word in told if _inside(word.span, marked)) if attribution.kind != "indirect" else ()
    turned = attribution.kind == "indirect" and attribution.polarity in ("denied", "refused")
    said = inside or told
    return Quote(attribution.content, attribution.kind, voice, occasion, said, told, turned=turned, marked=bool(inside))


def _once(pieces: list[tuple[Word, ...]]) -> list[tuple[Word, ...]]:
    """The pieces of a quotation without those whose words another one has in a row, as crossheads and headlines repeat them."""
    forms = [f" {' '.join(word.form for word in piece)} " for piece in pieces]
    order = sorted(range(len(pieces)), key=lambda at: (-len(forms[at]), at))
    kept: list[int] = []
    for at in order:
        if len(pieces[at]) < FEWEST or not any(forms[at] in forms[other] for other in kept):
            kept.append(at)
    return [pieces[at] for at in sorted(kept)]


def _relayed(analysis: Analysis) -> list[tuple[Span, Attribution]]:
    """What somebody said through others, by where each of these is named, in order."""
    found = ((via.span, one) for one in analysis.attributions if one.speaker is not None for via in one.via)
    return sorted(found, key=lambda pair: pair[0])


def _others(outer: Attribution, relayed: Sequence[tuple[Span, Attribution]]) -> list[Span]:
    """What others say in what somebody reports: the content of those whose words came through its source; apart, in order."""
    source = outer.source
    if source is None:
        return []
    first = bisect_left(relayed, source.start, key=lambda pair: pair[0].start)
    inner = (one for _, one in takewhile(lambda pair: source.holds(pair[0]), relayed[first:]))
    apart: list[Span] = []
    for piece in sorted({piece for one in inner for piece in one.content if any(span.holds(piece) for span in outer.content)}):
        if not apart or not apart[-1].meets(piece):
            apart.append(piece)
    return apart


def _own(quote: Quote, others: Sequence[Span]) -> Quote:
    """A quotation without the words of others in it, which are quotations of theirs."""
    said = tuple(word for word in quote.said if not _inside(word.span, others))
    return replace(quote, said=said or quote.said, marked=quote.marked and bool(said)) if others else quote


def _inside(span: Span, marked: Sequence[Span]) -> bool:
    at = bisect_left(marked, span.end, key=lambda one: one.start)
    return at > 0 and marked[at - 1].meets(span)
