"""Whose word a document is: "a University of Halden study" and "figures published by the commission" are their authors' word."""

import re

from dateline.data import lines

_NOUN = rf"(?:{'|'.join(sorted(lines('documents.txt')))})"
_NAMES = r"[A-Z][\w’'&-]*(?: (?:(?:of|for|and) (?:the )?)?[A-Z][\w’'&-]*){0,6}"
_BODIES = "|".join(sorted(lines("body_nouns.txt")))
_NAME = rf"(?:the |The )?(?P<author>{_NAMES})"
_BODY = rf"(?:the |The |a |an )?(?P<author>{_NAMES}|(?:[\w’'&-]+ ){{0,3}}?(?:{_BODIES}))"
_MADE = r"(?:published|issued|released|kept|written|compiled|prepared|drawn up|carried out|sent|conducted|produced|commissioned)"
_TIMES = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "week", "month", "year"))
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


def author_of(source: str) -> str | None:
    """The one who made the document that a source names; None where it is no document or nobody is told."""
    found = (pattern.match(source) for pattern in _PATTERNS)
    author = next((match["author"] for match in found if match is not None), None)
    return None if author is None or author.rsplit(" ", 1)[-1].lower() in _TIMES else author
