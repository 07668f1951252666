"""Whose word a document is: "a University of Orrin study" and "figures published by the commission" are their authors' word."""

import re

from dateline.data import lines

_NOUN = rf"(?:{'|'.join(sorted(lines('documents.txt')))})"
_WORDS = r"[A-Z][\w’'.&-]*(?: (?:of |for |the |and |de )?[\w’'.&-]+){0,6}?"
_NAME = rf"(?:the |The )?(?P<author>{_WORDS})"
_BODIES = "|".join(sorted(lines("body_nouns.txt")))
_BODY = rf"(?:the |The |a |an )?(?P<author>(?:[\w’'.&-]+ ){{0,4}}?(?:{_BODIES}|{_WORDS}))"
_MADE = r"(?:published|issued|released|kept|written|compiled|prepared|made|drawn up|carried out|sent|conducted|produced)"
# In the order in which they are tried: whose it is, who made it, who sent it, what body it is of, whose name stands before it.
_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:the |The )?(?P<author>[^,]+?)['’]s (?:[\w-]+ ){{0,3}}?{_NOUN}$",
        rf"(?:.* )?{_NOUN} {_MADE} by {_BODY}(?: \w+)?$",
        rf"(?:.* )?{_NOUN} (?:which|that) {_NAME} [a-z]",
        rf"(?:.* )?{_NOUN} (?:of|from|by) {_BODY}$",
        rf"(?:[a-z]+ )+{_NAME} {_NOUN}$",
    )
)


def author_of(source: str) -> str | None:
    """The one who made the document that a source names; None where it is no document or nobody is told."""
    found = (pattern.match(source) for pattern in _PATTERNS)
    return next((match["author"] for match in found if match is not None), None)
