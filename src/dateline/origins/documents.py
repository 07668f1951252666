"""Whose word a document is: "a University of Halden study" and "figures published by the commission" are their authors' word."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.data import lines
from dateline.types import Analysis, Article, Attribution

_NOUN = rf"(?:{'|'.join(sorted(lines('documents.txt')))})"
_NAMES = r"[A-Z][\w’'&-]*(?: (?:(?:of|for|and) (?:the )?)?[A-Z][\w’'&-]*){0,6}"
_BODIES = "|".join(sorted(lines("body_nouns.txt")))
_NAME = rf"(?:the |The )?(?P<author>{_NAMES})"
_BODY = rf"(?:the |The |a |an )?(?P<author>{_NAMES}|(?:[\w’'&-]+ ){{0,3}}?(?:{_BODIES}))"
_MADE = r"(?:published|issued|released|kept|written|compiled|prepared|drawn up|carried out|sent|conducted|produced|commissioned)"
TIMES = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month", "year"))
# What may stand behind a document: nothing, or what it is about and to whom it goes.
_ENDS = r"(?:$|,| (?:to|on|about|into|for|in|at|from)\b)"
# In the order in which they are tried: whose it is, by whom it was made, who made it, whose records, what name is before it.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:the |The )?(?P<author>[\w&’'-]+?(?: [\w&’'-]+?){{0,5}}?)['’]s (?:[\w-]+ ){{0,3}}?{_NOUN}{_ENDS}",
        rf"(?:[\w-]+ ){{0,6}}?{_NOUN} {_MADE} by {_BODY}(?: [a-z]+)?{_ENDS}",
        rf"(?:[\w-]+ ){{0,6}}?{_NOUN} (?:which|that) {_NAME} (?:had |has )?{_MADE}\b",
        rf"(?:[\w-]+ ){{0,6}}?(?:minutes|records|figures|data|lists?) of {_BODY}{_ENDS}",
        rf"(?:[a-z]+ ){{1,4}}?{_NAME} {_NOUN}{_ENDS}",
    )
)

# "The statement", said once before whose ("the bank said in a statement"): code points behind the cue in which that stands.
_BARE = re.compile(rf"(?:the |that |this |its |their |his |her )?(?:same )?(?P<noun>{_NOUN})", re.IGNORECASE)
_IN_ONE = re.compile(rf"[^.!?\n]*?\bin an? (?:[\w-]+ ){{0,2}}?(?P<noun>{_NOUN})\b")
_REACH = 70


def find_authors(analyses: Sequence[Analysis], articles: Mapping[str, Article]) -> dict[Attribution, Attribution]:
    """The attributions to a document without a name, each as one to whoever spoke in it before in its article."""
    found: dict[Attribution, Attribution] = {}
    for analysis in analyses:
        text = articles[analysis.article].text
        spoke: dict[str, Attribution] = {}
        told = ((one.cue, one.speaker, one) for one in analysis.attributions if one.cue is not None and one.speaker is not None)
        for cue, speaker, one in sorted(told, key=lambda each: each[:2]):
            bare = _BARE.fullmatch(speaker)
            if bare is not None:
                author = spoke.get(bare["noun"].lower())
                if author is not None:
                    found[one] = replace(one, speaker=author.speaker, resolved=author.resolved or author.source)
                continue
            inside = _IN_ONE.match(text, cue.end, cue.end + _REACH)
            if inside is not None:
                spoke[inside["noun"].lower()] = one
    return found


def author_of(source: str) -> str | None:
    """The one who made the document that a source names; None where it is no document or nobody is told."""
    found = (pattern.match(source) for pattern in _PATTERNS)
    author = next((match["author"] for match in found if match is not None), None)
    return None if author is None or author.rsplit(" ", 1)[-1].lower() in TIMES else author
