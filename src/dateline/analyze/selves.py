"""Whether a speaker tells of itself: of its own doings, or of a body that it speaks for."""

import re
from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Token

from dateline.analyze.cast import Cast, Speaker, mention_at
from dateline.analyze.cues import SUBJECTS, lemma_of, source_span
from dateline.analyze.quoted import Draft
from dateline.analyze.reporting import lexicon
from dateline.analyze.sides import content_head, first_piece, says_not, side_of
from dateline.analyze.speakers import resolve
from dateline.types import Polarity, Span

_FIRST = frozenset({"i", "we", "my", "our", "us", "me"})
_THIRD = frozenset({"he", "she", "they", "you", "who"})
_PERSONS = frozenset({"he", "she"})
_OWN = frozenset({"its", "his", "her", "their"})
_OTHERS = frozenset({"he", "she", "they", "you", "these", "those", "who", "there"})
_POINTING = frozenset({"it", "this", "that"})
_WORDS = 40
"""Words of what is said among which the first person is looked for: a bound on work."""
_PART = re.compile(r"[,.;:\n]")
_SENTENCE = re.compile(r"[.;:\n]")
_WORD = re.compile(r"\w+")
_BESIDE = 60
"""Characters around a name in which its introduction stands: a bound on work."""
_USES = 20
"""Uses of a name at which its introduction is looked for: a bound on work."""
_HEADS = frozenset({"VERB", "AUX"})


def speaks_of_itself(draft: Draft, stance: Polarity, speaker: Speaker, cast: Cast) -> bool:
    """Whether the subject of what is said is who says it, or a body that he or she speaks for."""
    head, words = content_head(draft), lexicon().stances
    if _in_first_person(draft, head):
        return True
    if stance == "confirmed" or (stance == "refused" and side_of(draft, stance) == "against"):
        return True  # who admits or confirms a thing has a part in it: 8 of 9 on half A
    if head is None or draft.frame == "silence":
        return False
    if stance == "denied" and lemma_of(head) in words["self charges"]:
        return True
    clause = _clause_of(head) if head.pos_ == "NOUN" or (stance == "refused" and _subject_of(head) is None) else head
    if clause is None and stance == "refused":
        return False
    if clause is None or clause.pos_ not in _HEADS:
        return any(child.lower_ in _OWN for child in head.children) or lemma_of(draft.cue.token) in lexicon().phrasal
    subject = _subject_of(clause)
    if any(child.dep_ == "expl" for child in clause.children):
        return says_not(clause)  # "there is nothing on the table" tells of one's own, "there were people on the stairs" does not
    if stance == "promised" and any(child.tag_ == "MD" for child in clause.children):
        return True
    if subject is None:
        return stance not in ("asked", "claimed") and draft.frame in ("infinitive", "object", "clause", "preposition")
    if subject.lower_ in _PERSONS and draft.frame == "clause" and subject.i > draft.cue.token.i:
        return _may_be_person(speaker)  # "the guard, Tom Rell, denied that he …": whoever was named before, the speaker is nearer
    if subject.lower_ in _PERSONS and _is_quoted(draft):
        return False
    if _is_speaker(subject, speaker, cast):
        return not (subject.lower_ == "it" and _stands_for_nothing(clause))
    if stance == "denied":
        return mention_at(cast, subject) is None and _leads(speaker, cast)
    return stance in ("said", "claimed") and _answers_for(speaker, subject, cast, clause)


def _subject_of(verb: Token) -> Token | None:
    return next((child for child in verb.children if child.dep_ in SUBJECTS), None)


def _in_first_person(draft: Draft, head: Token | None) -> bool:
    """Whether quoted words are of "us" or "me", and not of what a third person does ("he sat at my bar")."""
    piece, subject = first_piece(draft), None if head is None else _subject_of(head)
    if piece is None or (subject is not None and subject.lower_ in _THIRD):
        return False
    return any(token.lower_ in _FIRST for token in piece[:_WORDS])


def _is_quoted(draft: Draft) -> bool:
    piece = first_piece(draft)
    return piece is not None and piece[0].is_quote


def _stands_for_nothing(clause: Token) -> bool:
    """Whether "it" only stands before what is meant ("it was too early to say")."""
    states = [child for child in clause.children if child.dep_ in ("acomp", "attr")]
    return clause.lemma_ == "be" and any(
        c.dep_ in ("xcomp", "ccomp") for one in (clause, *states) for c in one.children if c.i > clause.i
    )


def _may_be_person(speaker: Speaker) -> bool:
    return speaker.person or speaker.span is None


def _answers_for(speaker: Speaker, subject: Token, cast: Cast, clause: Token) -> bool:
    """Whether who leads a body, or a body, tells what will be or is not, and no name or pronoun says that it is another's affair.

    "It" of a leader is the affair that was spoken of before.
    """
    if subject.lower_ in _OTHERS or mention_at(cast, subject) is not None:
        return False
    pointing = subject.lower_ in _POINTING
    if not pointing and not says_not(clause) and not any(child.tag_ == "MD" for child in clause.children):
        return False
    return (not speaker.person and not pointing) or _leads(speaker, cast)


def _leads(speaker: Speaker, cast: Cast) -> bool:
    """Whether somebody is called, or introduced as, the leader or voice of a body."""
    leaders = lexicon().stances["self leaders"]
    told = (_introduction(cast.text, use) for use in _uses(speaker, cast)) if speaker.person else ()
    return any(not leaders.isdisjoint(map(str.lower, words)) for words in (_WORD.findall(speaker.name), *told))


def _clause_of(head: Token) -> Token | None:
    """The clause behind a word that says nothing of its own ("reports that …", "to say whether …")."""
    return next((child for child in head.children if child.dep_ in ("acl", "ccomp") and child.i > head.i), None)


def _is_speaker(subject: Token, speaker: Speaker, cast: Cast) -> bool:
    words = {token.lower_ for token in subject.subtree}
    if words & _FIRST or (words & _OWN and len(words) > 1) or subject.lower_ == speaker.name.lower():
        return True
    if (
        speaker.person
        and subject.lower_ in lexicon().stances["self bodies"]
        and any(child.lower_ == "the" for child in subject.children)
    ):
        return True
    span = source_span(subject)
    if span is None:
        return False
    told = resolve(cast, span)
    if subject.lower_ in ("it", "they") and told.span is None:
        return not speaker.person
    return _shares_name(told, speaker) or _speaks_for(speaker, told, cast)


def _shares_name(left: Speaker, right: Speaker) -> bool:
    """Whether two speakers have a capitalised word of their names, or all words, in common."""
    a, b = ({word for word in _WORD.findall(one.name) if word[:1].isupper()} for one in (left, right))
    return bool(a & b) or left.name.lower() == right.name.lower()


def _speaks_for(speaker: Speaker, body: Speaker, cast: Cast) -> bool:
    """Whether a person is introduced by the name of a body ("Rovers chairwoman Petra Lindqvist")."""
    if body.person or body.span is None or not speaker.person:
        return False
    names = {word for word in body.name.split() if word[:1].isupper()}
    return any(names & _introduction(cast.text, use) for use in _uses(speaker, cast))


def _uses(speaker: Speaker, cast: Cast) -> Iterator[Span]:
    """Where somebody is named, first the first."""
    named = cast.surnames.get(speaker.name.split()[-1].lower(), {}).values()
    return islice((one.span for uses in named for one in uses), _USES)


def _introduction(text: str, use: Span) -> set[str]:
    """The words right before a name, and those between the commas behind it."""
    before = _PART.split(text[max(0, use.start - _BESIDE) : use.start])[-1]
    after = _SENTENCE.split(text[use.end : use.end + _BESIDE])[0]
    return set(_WORD.findall(f"{before} {after.split(',')[1] if after.startswith(',') else ''}"))
