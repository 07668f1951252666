"""Slots: who and what fills the roles of a clause, so that two clauses can be compared role by role."""

import re
from collections.abc import Sequence
from dataclasses import replace

from dateline.data import lines
from dateline.types import Clause, MentionKind, Slot, Span
from dateline.words import normal_form

PREPOSITIONS = frozenset(lines("prepositions.txt"))
FUNCTION_WORDS = frozenset(lines("function_words.txt"))
# Who did what to whom, whichever way it is told.
ACTIVE = {"subject": "object", "by": "subject"}
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")

Named = tuple[Span, str, MentionKind]  # a mention, the id of its entity, its kind


def find_slots(clause: Clause, text: str, mentions: Sequence[Named], times: Sequence[Span]) -> tuple[Slot, ...]:
    """The filled roles of a clause: its subject, its objects, and its prepositional phrases under their preposition.

    A phrase that only tells a time ("on Thursday, 7 March") fills no role; times are compared as times.
    """
    timeless = [span for span in clause.arguments if not any(_tells(span, time) for time in times)]
    subject = clause.meant or clause.subject
    spans = ([] if subject is None else [("subject", subject)]) + [("", span) for span in timeless]
    slots = (_slot(role, span, text, mentions) for role, span in spans)
    return tuple(replace(slot, role=ACTIVE.get(slot.role, slot.role)) for slot in slots) if clause.passive else tuple(slots)


def _tells(span: Span, time: Span) -> bool:
    """Whether a time makes up most of a phrase; the preposition before it is short."""
    return span.meets(time) and 3 * (min(span.end, time.end) - max(span.start, time.start)) >= span.end - span.start


def _slot(role: str, span: Span, text: str, mentions: Sequence[Named]) -> Slot:
    words = [match.group() for match in WORD.finditer(text, span.start, span.end)]
    first = words[0].lower() if words else ""
    if not role:
        role = first if first in PREPOSITIONS else "object"
    named = _named(span, mentions)
    kept = {plain_term(word) for word in words[role == first :] if word.lower() not in FUNCTION_WORDS}
    return Slot(role, span, tuple(sorted(kept - {""})), named[1] if named else None, named[2] if named else None)


def find_names(text: str, mentions: Sequence[Named]) -> tuple[str, ...]:
    """The comparable words of the names in a clause, sorted."""
    words = (match.group() for span, _, _ in mentions for match in WORD.finditer(text, span.start, span.end))
    return tuple(sorted({plain_term(word) for word in words if word.lower() not in FUNCTION_WORDS} - {""}))


def plain_term(word: str) -> str:
    """The form of a word as it stands: no possessive, no plural ending, then as a lemma."""
    bare = re.sub(r"['’]s?$", "", word.lower())
    singular = bare[:-1] if len(bare) > 3 and bare.endswith("s") and not bare.endswith("ss") else bare
    return normal_form(singular)


def _named(span: Span, mentions: Sequence[Named]) -> Named | None:
    """What a filler is about: the person it names, else the longest name in it, the first of equals."""
    inside = [mention for mention in mentions if span.holds(mention[0])]
    return min(inside, key=lambda one: (one[2] != "person", one[0].start - one[0].end, one[0]), default=None)
