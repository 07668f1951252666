"""Names where they stand, cleaned of titles, possessives and articles."""

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from dateline.analyze.media import known_media
from dateline.data import lines
from dateline.types import Mention, MentionKind, Span

_KINDS: dict[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "body",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "group",
    "EVENT": "event",
    "WORK_OF_ART": "work",
    "LAW": "work",
    "PRODUCT": "work",
}
_PROPER = frozenset({"person", "body", "place"})
_TAIL = re.compile(r"(?:['’‘]s|['’‘]|[\s,.;:–—-])+$")
_HEAD = re.compile(r"^(?:[\s,;:(\"'“”‘’–—-])+")
_OWNED = re.compile(r"['’‘]s\s")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_INITIALS = re.compile(r"(?:\b[A-Z]\.|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|St|Bros)\.)$")


def find_mentions(doc: Doc, article: str) -> tuple[Mention, ...]:
    """The names of a parsed article in order; a span holds the name alone, without title words, possessive or article."""
    found: list[Mention] = []
    text = doc.text
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind is None:
            continue
        for start, end in _lines(text, entity.start_char, entity.end_char):
            start, end = _trimmed(text, start, end, person=kind == "person")
            if any(character.isalpha() for character in text[start:end]) and not (kind in _PROPER and text[start:end].islower()):
                found.append(Mention(Span(article, start, end), _name(text[start:end]), kind))
    return _settled(found)


def _settled(found: list[Mention]) -> tuple[Mention, ...]:
    """The mentions with kinds that agree: media are bodies, and a name alone is of the kind its full form or most uses have."""
    votes: dict[str, Counter[MentionKind]] = {}
    surnames: dict[str, Counter[MentionKind]] = {}
    for one in found:
        votes.setdefault(one.name, Counter())[one.kind] += 1
        if " " in one.name and one.kind == "person":
            surnames.setdefault(one.name.rsplit(" ", 1)[1], Counter())["person"] += 1
    settled = []
    for one in found:
        kind = max(sorted(votes[one.name]), key=lambda each: votes[one.name][each])
        if one.name in known_media():
            kind = "body"
        elif one.name in surnames:
            kind = "person"
        settled.append(replace(one, kind=kind))
    return tuple(settled)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The first line of a name that the model let run over a line break; what follows is another paragraph's."""
    broken = text.find("\n", start, end)
    return [(start, end if broken <= start else broken)]


def _trimmed(text: str, start: int, end: int, *, person: bool) -> tuple[int, int]:
    start += len(text[start:end]) - len(_HEAD.sub("", text[start:end]))
    tail = _TAIL.search(text, start, end)
    if tail is not None and not (tail.group() == "." and _INITIALS.search(text, start, end)):
        end = tail.start()
    if person:
        owned = _OWNED.search(text, start, end)
        end = owned.start() if owned is not None else end
    article = _ARTICLE.match(text[start:end])
    if article is not None:
        start += article.end()
    return (_after_title(text, start, end) if person else start), end


@cache
def _titles() -> frozenset[str]:
    return frozenset(lines("titles.txt"))


def _after_title(text: str, start: int, end: int) -> int:
    """Where the name begins behind the words of address and office; never behind its last word."""
    words = [(match.start() + start, match.group()) for match in re.finditer(r"\S+", text[start:end])]
    best = 0
    for count in range(1, min(4, len(words))):
        phrase = " ".join(word for _, word in words[best:count]).lower().replace(".", "")
        if phrase in _titles():
            best = count
    return words[best][0] if words else start


def _name(text: str) -> str:
    return re.sub(r"\s+", " ", text)
