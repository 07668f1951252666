"""Whose voice a quotation is: how the words name the speaker, and whether two of them can be one."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.data import lines
from dateline.types import Attribution, Entity, Span
from dateline.words import is_beside

WORD = re.compile(r"[^\W\d_]+")
HEAD_END = re.compile(r"[,;(]| who\b| which\b| of\b| in\b| at\b| from\b| for\b| on\b| with\b")
PRONOUNS = frozenset({"he", "she", "they", "it", "him", "her", "them", "who", "his", "i", "we"})
ADDRESS = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "sir", "don", "father", "judge", "the"})
# "Rosa Delmonte of the Greens": a full name that no mention holds, before the body that one does.
NAME = re.compile(r"(?:[Tt]he )?(?:[a-z]+ ){0,3}([A-Z][a-z]+ [A-Z][a-z]+)(?= of\b|,)")
# Code points around a name in which a text introduces its bearer.
BEFORE, BEHIND = 60, 80
STOP = re.compile(r"[.!?]\s|[“”\"\n]")
TELLS = re.compile(r"\b(?:told|tells|asked|asks)\b")
PLAIN = frozenset(lines("function_words.txt")) | {"said", "told", "says"}

# Who speaks for a body speaks as nobody who is named elsewhere without that body.
BODIES = frozenset(lines("body_nouns.txt")) | frozenset(lines("institutions.txt")) | frozenset(lines("firms.txt"))
SPOKES = "spokes"

# How two voices relate: two speakers; perhaps, against what was read of one; perhaps; one speaker.
OTHER, DOUBTED, OPEN, SAME = 0, 1, 2, 3


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as one text has it: the words of a name where the source names somebody, else the head of its words.

    `entity` is who that is, or whom the pronoun or role was taken for, and `known` the words of the full name.
    """

    shown: str | None
    words: frozenset[str] = frozenset()
    person: bool = False
    head: str = ""
    entity: str | None = None
    known: frozenset[str] = frozenset()


NOBODY = Voice(None)


@dataclass(frozen=True, slots=True)
class Cast:
    """The people and bodies of a storyline: where they are named, and the words that stand beside their names."""

    mentions: Mapping[str, Sequence[tuple[Span, Entity]]]
    beside: Mapping[str, frozenset[str]]
    texts: Mapping[str, str]


def cast_of(entities: Sequence[Entity], texts: Mapping[str, str]) -> Cast:
    """The index of all who are named in the texts."""
    mentions: dict[str, list[tuple[Span, Entity]]] = {}
    beside: dict[str, set[str]] = {}
    for entity in entities:
        for span in entity.mentions:
            if span.part == "text" and span.article in texts:
                mentions.setdefault(span.article, []).append((span, entity))
                if entity.kind == "person":
                    beside.setdefault(entity.id, set()).update(_introduction(texts[span.article], span))
    ordered = {article: sorted(found, key=lambda one: (one[0], one[1].id)) for article, found in mentions.items()}
    return Cast(ordered, {name: frozenset(words) for name, words in beside.items()}, texts)


def _introduction(text: str, span: Span) -> list[str]:
    """The words of the sentence around a name, up to one that reports: behind it stands who was spoken to."""
    before = STOP.split(text[max(0, span.start - BEFORE) : span.start])[-1]
    behind = TELLS.split(STOP.split(text[span.end : span.end + BEHIND])[0])[0]
    return [word for word in WORD.findall(f"{before} {behind}".lower()) if word not in PLAIN]


def voice_of(attribution: Attribution, cast: Cast) -> Voice:
    """The voice of an attribution; that of several is shown by their words and compared by the first one's name."""
    voice = _voice_of(attribution, cast)
    return replace(voice, shown=attribution.speaker, entity=None) if attribution.joint else voice


def _voice_of(attribution: Attribution, cast: Cast) -> Voice:
    source = attribution.source
    resolved = _first(_named(attribution.resolved, cast)) if attribution.resolved else None
    taken = None if resolved is None else resolved.id
    if source is None:
        return Voice(attribution.speaker, entity=taken)
    text = cast.texts[source.article]
    inside = [(span, entity) for span, entity in _named(source, cast) if not _owns(text, span)]
    named = [one for one in inside if not is_beside(text[source.start : one[0].start], person=one[1].kind == "person")]
    best = _first(named)
    if best is not None:
        span = next(span for span, entity in named if entity == best)
        missed = None if best.kind == "person" else NAME.match(text, source.start, span.start)
        if missed is not None:
            return Voice(missed[1], _name_words(missed[1]), person=True)
        words, known = _name_words(text[span.start : span.end]), _name_words(best.name)
        return Voice(best.name, words, best.kind == "person", entity=best.id, known=known)
    head = _head(text[source.start : source.end])
    known = frozenset() if resolved is None else _name_words(resolved.name)
    shown = attribution.speaker if resolved is None else resolved.name
    if head and resolved is None and f" {head.capitalize()}" in f" {text[source.start : source.end]}" and head not in PRONOUNS:
        return Voice(shown, frozenset({head}))  # a name that the model missed
    return Voice(shown, head="" if head in PRONOUNS else head, entity=taken, known=known)


def _named(span: Span, cast: Cast) -> list[tuple[Span, Entity]]:
    found = cast.mentions.get(span.article, ())
    first = bisect_left(found, span.start, key=lambda one: one[0].start)
    inside = []
    for place, entity in found[first:]:
        if place.start >= span.end:
            break
        if place.end <= span.end:
            inside.append((place, entity))
    return inside


def named_at(span: Span, cast: Cast) -> list[Entity]:
    """Who is named where a span lies."""
    found = cast.mentions.get(span.article, ())
    at = bisect_left(found, span.end, key=lambda one: one[0].start)
    return [entity for place, entity in found[max(0, at - 2) : at] if place.meets(span)]


def _first(named: Sequence[tuple[Span, Entity]]) -> Entity | None:
    """Of what a source names the first person, else the first body or other thing; a place does not speak."""
    rank = {"person": 0, "body": 1}
    speaking = [one for one in named if one[1].kind != "place"]
    return min(speaking, key=lambda one: (rank.get(one[1].kind, 2), one[0]))[1] if speaking else None


def _owns(text: str, span: Span) -> bool:
    return text[span.end : span.end + 2] in ("'s", "’s")


def _name_words(name: str) -> frozenset[str]:
    words = frozenset(WORD.findall(name.lower().replace("’s", "").replace("'s", "")))
    return (words - ADDRESS) or words


def _head(source: str) -> str:
    words = WORD.findall(HEAD_END.split(source.lower())[0])
    return words[-1] if words else ""


def relate(left: Voice, right: Voice, cast: Cast) -> int:
    """How two voices relate: `OTHER`, `DOUBTED`, `OPEN` or `SAME`."""
    if left.entity is not None and left.entity == right.entity:
        return SAME
    if left.words and right.words:
        return _names(left, right, cast)
    names = left.words or left.known, right.words or right.known
    if all(names) and (names[0] <= names[1] or names[1] <= names[0]):
        return SAME
    if (left.head and _is_role_of(left.head, right, cast)) or (right.head and _is_role_of(right.head, left, cast)):
        return SAME
    if left.head and left.head == right.head:
        return OPEN if left.head.startswith(SPOKES) else SAME
    if any(_is_body(one.head) and (other.person or _is_body(other.head)) for one, other in ((left, right), (right, left))):
        return OPEN if not left.person and not right.person and (_spokes(left) or _spokes(right)) else OTHER
    known = [bool(one.words or one.head or one.entity) for one in (left, right)]
    return DOUBTED if all(known) else OPEN


def _spokes(voice: Voice) -> bool:
    return voice.head.startswith(SPOKES)


def _is_body(head: str) -> bool:
    return head in BODIES or head.startswith(SPOKES)


def _is_role_of(head: str, voice: Voice, cast: Cast) -> bool:
    """Whether a role stands beside the name that a voice goes by, or is part of it ("the council")."""
    return (
        head in (cast.beside.get(voice.entity, frozenset()) if voice.entity else frozenset()) or head in voice.words | voice.known
    )


def _names(left: Voice, right: Voice, cast: Cast) -> int:
    if left.words <= right.words or right.words <= left.words:
        full = left.known or left.words, right.known or right.words
        return SAME if full[0] <= full[1] or full[1] <= full[0] else DOUBTED  # two who bear one surname
    if left.person == right.person:
        return OTHER
    person, body = (left, right) if left.person else (right, left)
    beside = cast.beside.get(person.entity or "", frozenset())
    return OPEN if body.words & beside else OTHER
