"""Sources that go on speaking: "The yard would close, the ministry said. It had lost money for years."

A sentence without a source rests on that of the sentence before, in the same paragraph, where it begins with a pronoun and
what was said before stands in indirect speech. Behind a sentence with a source one in two rests on it, and readers differ. Of the
marks that were tried (any sentence, past perfect or "would", a pronoun) this one alone has more right than wrong on the gold.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from dateline.origins.inheriting import cites
from dateline.predicates import vouches
from dateline.types import Analysis, Article, Attribution, Sourcing, Span, Statement

GOES_ON = re.compile(
    r"(?:(?:And|But|Also) )?(?:It|They|He|She|This|These|Those|One|Its|Their|His|Her|Some|Someone|Another|Two|Three)\b"
)
CARRYING = ("said", "confirmed", "claimed", "warned", "denied")


def find_carried(
    statements: Sequence[Statement],
    sourcings: Mapping[str, Sourcing],
    articles: Mapping[str, Article],
    analyses: Sequence[Analysis],
) -> dict[str, Attribution]:
    """The attribution that goes on in each statement without a source of its own, for those where one does."""
    told = {analysis.article: analysis for analysis in analyses}
    found = {}
    for one in statements:
        if one.article in told and not cites(sourcings[one.id]):
            before = _before(one.span, told[one.article], articles[one.article].text)
            if before is not None:
                found[one.id] = before
    return found


def _before(place: Span, analysis: Analysis, text: str) -> Attribution | None:
    """Who is said to say so in the sentence before that of a place, if that one goes on."""
    at = bisect_right(analysis.sentences, place.start, key=lambda sentence: sentence.start) - 1
    if at < 1:
        return None
    earlier, sentence = analysis.sentences[at - 1 : at + 1]
    if "\n" in text[earlier.end : sentence.start] or not GOES_ON.match(text, sentence.start):
        return None
    if _tellers(sentence, analysis):
        return None
    tellers = [one for one in _tellers(earlier, analysis) if one.polarity in CARRYING]
    alone = len({one.speaker for one in tellers}) == 1 and tellers[0].kind != "direct"
    return tellers[0] if alone else None


def _tellers(sentence: Span, analysis: Analysis) -> list[Attribution]:
    """The attributions of a sentence that name a source."""
    return [
        one
        for one in analysis.attributions
        if one.cue is not None and one.source is not None and sentence.holds(one.cue) and vouches(one)
    ]
