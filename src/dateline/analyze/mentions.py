"""Names where they stand, cleaned of titles, possessives and articles."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from dateline.analyze.cues import SUBJECTS
from dateline.analyze.gazetteer import gazetteer
from dateline.analyze.genders import is_given_name
from dateline.analyze.media import known_media, outlet_name
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
_NAMED_MONTHS = frozenset({"april", "may", "june", "august"})
_TAIL = re.compile(r"(?:['’‘]s|['’‘]|[\s,.;:–—-])+$")
_HEAD = re.compile(r"^(?:[\s,;:(\"'“”‘’–—-])+")
_LOCATED = re.compile(r"\b(?:[Ii]n|[Nn]ear|[Oo]utside) $")
_OWNED = re.compile(r"['’‘]s\s")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_UNION = re.compile(r"s['’] (?:Union|Association|Federation|League|Guild)$")
_INITIALS = re.compile(r"(?:\b[A-Z]\.|\b(?:Jr|Sr|Inc|Co|Corp|Ltd|St|Bros)\.)$")


def find_mentions(doc: Doc, article: str) -> tuple[Mention, ...]:
    """The names of a parsed article in order; a span holds the name alone, without title words, possessive or article."""
    found: list[Mention] = []
    text = doc.text
    for entity in doc.ents:
        kind = "person" if _is_named_day(entity) else _KINDS.get(entity.label_)
        if kind is None:
            continue
        for start, end in _lines(text, entity.start_char, entity.end_char):
            start, end = _trimmed(text, start, end, person=kind == "person")
            if any(character.isalpha() for character in text[start:end]) and not (kind in _PROPER and text[start:end].islower()):
                found.append(Mention(Span(article, start, end), _name(text[start:end]), kind))
    found = _joined(text, found)
    found = sorted(found + _overlooked(doc, article, found), key=lambda one: one.span.start)
    return _settled(found, {one.name for one in found if _LOCATED.search(text, max(0, one.span.start - 12), one.span.start)})


def _is_named_day(entity: Tokens) -> bool:
    """Whether what the model took for a day is somebody: a month that is a given name, and a capitalised word ("May Sunday")."""
    if entity.label_ != "DATE" or len(entity) != 2 or not all(token.is_title and token.is_alpha for token in entity):
        return False
    speaks = entity.root.dep_ in SUBJECTS or entity.root.dep_ == "appos"
    return speaks and entity[0].lower_ in _NAMED_MONTHS and entity[0].head == entity[1]


def _joined(text: str, found: list[Mention]) -> list[Mention]:
    """The mentions with the two halves of a union's name made one: "the Furnace and Allied Workers' Union"."""
    kept: list[Mention] = []
    for one in found:
        last = kept[-1] if kept else None
        if last is not None and last.kind == one.kind == "body" and _UNION.search(one.name):
            opened = text[max(0, last.span.start - 4) : last.span.start].lower() == "the "
            if opened and " " not in last.name and text[last.span.end : one.span.start] in (" and ", " & "):
                span = replace(last.span, end=one.span.end)
                kept[-1] = Mention(span, _name(text[span.start : span.end]), "body")
                continue
        kept.append(one)
    return kept


def _overlooked(doc: Doc, article: str, found: list[Mention]) -> list[Mention]:
    """Names the model passed over: behind a title ("Ms Pike"), surnames and names of bodies that stand elsewhere."""
    text = doc.text
    covered = {at for one in found for at in range(one.span.start, one.span.end)}
    bodies = {one.name for one in found if one.kind == "body"} - {one.name for one in found if one.kind == "place"}
    surnames = {one.name.rsplit(" ", 1)[1] for one in found if one.kind == "person" and " " in one.name}
    new: list[Mention] = []
    for start, end in _proper_runs(doc, covered):
        at = _behind_title(doc, start, end)
        dated = doc[start].ent_type_ == "DATE" and doc[start].dep_ not in SUBJECTS
        if at is None and end == start + 1 and doc[start].text in surnames and not dated:
            at = start
        if at is not None:
            span = Span(article, doc[at].idx, doc[end - 1].idx + len(doc[end - 1]))
            new.append(Mention(span, _name(text[span.start : span.end]), "person"))
        elif doc[start:end].text in bodies:
            new.append(Mention(Span(article, doc[start].idx, doc[end - 1].idx + len(doc[end - 1])), doc[start:end].text, "body"))
    return new


def _proper_runs(doc: Doc, covered: set[int]) -> Iterator[tuple[int, int]]:
    """Token stretches of capitalised proper nouns that no mention covers."""
    start: int | None = None
    for token in doc:
        free = token.pos_ == "PROPN" and token.text[:1].isupper() and token.text.isalpha() and token.idx not in covered
        if free and start is None:
            start = token.i
        elif not free and start is not None:
            yield start, token.i
            start = None
    if start is not None:
        yield start, len(doc)


def _behind_title(doc: Doc, start: int, end: int) -> int | None:
    """Where in a run of proper nouns a name begins behind a title or "minister of …"; None where no title stands there."""
    at = start
    while at < end and _is_title(doc[at].text):
        at += 1
    if at == start and start > 1 and doc[start - 1].lower_ == "of" and _is_title(doc[start - 2].text) and end - start > 2:
        at = end - 2
    titled = at > start or (start > 0 and _is_title(doc[start - 1].text))
    plain = 0 < end - at < 4 and not any(token.lower_ in _bodies() or _is_title(token.text) for token in doc[at:end])
    return at if titled and plain else None


def _is_title(word: str) -> bool:
    return word[:1].isupper() and word.lower().rstrip(".") in _titles()


@cache
def _bodies() -> frozenset[str]:
    return frozenset((*lines("institutions.txt"), *lines("body_nouns.txt")))


def _settled(found: list[Mention], located: set[str]) -> tuple[Mention, ...]:
    """The mentions with kinds that agree: media are bodies, and a name alone is of the kind its full form or most uses have.

    A single word that is no surname of the text and stands behind "in" or "near" is a place, whatever the model took it for.
    """
    votes: dict[str, Counter[MentionKind]] = {}
    surnames: dict[str, Counter[MentionKind]] = {}
    for one in found:
        votes.setdefault(one.name, Counter())[one.kind] += 1
        if " " in one.name and one.kind == "person":
            surnames.setdefault(one.name.rsplit(" ", 1)[1], Counter())["person"] += 1
    settled = []
    for one in found:
        kind = max(sorted(votes[one.name]), key=lambda each: votes[one.name][each])
        if one.name in known_media() or (" " in one.name and outlet_name(one.name) is not None):
            kind = "body"
        elif one.name in surnames or (kind in ("body", "work") and _personal(one.name)):
            kind = "person"
        elif kind == "person" and _called_by_first_word(one.name, votes):
            kind = "body"
        elif kind == "person" and one.name in located and one.name.isalpha() and not is_given_name(one.name):
            kind = "place"
        settled.append(replace(one, kind=kind))
    return tuple(settled)


def _personal(name: str) -> bool:
    """Whether a name that the model took for a body's is a given name and a surname."""
    words = name.split()
    return len(words) == 2 and is_given_name(words[0]) and words[1].istitle() and words[1].lower() not in _bodies()


def _called_by_first_word(name: str, votes: Mapping[str, Counter[MentionKind]]) -> bool:
    """Whether a name is told by its first word alone, and never as a person's: people are called by their last."""
    words = name.split()
    if len(words) != 2 or words[1] in votes or is_given_name(words[0]) or gazetteer().holds(words[0]):
        return False
    short = votes.get(words[0])
    return short is not None and {"body", "work"} >= set(short)


def _lines(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The first line of a name that the model let run over a line break; what follows is another paragraph's."""
    broken = text.find("\n", start, end)
    return [(start, end if broken <= start else broken)]


def _trimmed(text: str, start: int, end: int, *, person: bool) -> tuple[int, int]:
    start += len(text[start:end]) - len(_HEAD.sub("", text[start:end]))
    tail = _TAIL.search(text, start, end)
    if tail is not None and not (tail.group() == "." and _INITIALS.search(text, start, end)):
        end = tail.start()
    opened = text.find("(", start + 1, end)
    if opened > start and ")" not in text[opened:end]:
        end = len(text[start:opened].rstrip()) + start
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
