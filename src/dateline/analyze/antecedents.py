"""Whom a pronoun stands for: he and she for persons, they and it for the subjects before."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc, Token

from dateline.analyze.cast import Cast, Speaker, fullest_name, in_quotation, mention_at, titles, without_article
from dateline.analyze.counted import is_person
from dateline.analyze.cues import SUBJECTS, lemma_of, source_span
from dateline.analyze.gazetteer import gazetteer
from dateline.analyze.media import known_media
from dateline.analyze.reporting import lexicon
from dateline.analyze.sentences import sentence_number, sentence_of
from dateline.data import lines
from dateline.types import Mention, Span

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "herself"})
_PLURAL = frozenset({"they", "them", "their", "we", "both", "themselves"})
_THING = frozenset({"it", "its"})
_OTHER = {
    "he": frozenset({"woman", "mother", "sister", "daughter", "wife"}),
    "she": frozenset({"man", "father", "brother", "son"}),
}
"""Words for persons whom the pronoun cannot mean."""
_LINK = re.compile(r" (?:of|for|from|in|at|with|to) |,")
"""What links a description to more words; where "a spokesman for the clinic" goes on, more utterances are paired wrongly."""
_BESIDE = frozenset({"appos", "flat", "compound"})
_NAMES = 40
"""Names "he" and "she" look back over: a bound on work; 100 resolves the same on 350 PolNeAR training articles."""
_WINDOW = 6
"""Sentences "they" and "it" look back over: by judgement, no set that we measure on says whom they mean."""


def antecedent(cast: Cast, head: Token) -> Speaker | None:
    """The speaker a pronoun stands for; None for "I" and where nobody fits."""
    word = head.lower_
    if word in _HE or word in _SHE:
        return _person(cast, head, "he" if word in _HE else "she")
    if word in ("i", "me", "my"):
        return None
    if word in _PLURAL and word != "we":
        return plural_subject(cast, head)
    return _subject(cast, head) if word in _THING else None


def told_of(cast: Cast, head: Token) -> Speaker | None:
    """Whom or what a pronoun that is the subject of a clause stands for; None where more than one thing fits.

    Where "it" speaks it is a body. In "the board said it had met" it is who says so; else it is what the sentence itself tells
    of, or the one before it, not who tells it: in "the coastguard said a ferry had sunk. It was full" it is the ferry.
    """
    word = head.lower_
    if word in _HE or word in _SHE:
        return _person(cast, head, "he" if word in _HE else "she")
    if word not in _THING or _points_on(head):
        return None
    if lemma_of(head.head) in lexicon().clause:
        return antecedent(cast, head)
    near = [token for token in _earlier_subjects(cast, head, sentences=1) if not _number(token) and not _is_person(cast, token)]
    teller = next((token for token in near if _tells(token) and token.head.is_ancestor(head) and _speaks(cast, token)), None)
    if teller is not None or near:
        return _as_antecedent(cast, teller or near[0])
    before = [token for token in _earlier_subjects(cast, head, sentences=2) if not _number(token) and not _is_person(cast, token)]
    told = [token for token in before if not _tells(token)] or before
    return _as_antecedent(cast, told[0]) if len({token.lemma_ for token in told}) == 1 else None


def _points_on(pronoun: Token) -> bool:
    """Whether "it" stands for nothing told before, as in "it was the mayor who came"."""
    attributes = (child for child in pronoun.head.children if child.dep_ in ("attr", "acomp"))
    return any(child.dep_ in ("relcl", "ccomp", "xcomp") for one in (pronoun.head, *attributes) for child in one.children)


def _tells(subject: Token) -> bool:
    """Whether a noun is the subject of a word that reports something."""
    reports = any(child.dep_ in ("ccomp", "xcomp") for child in subject.head.children)
    return reports and lemma_of(subject.head) in lexicon().clause


def _person(cast: Cast, head: Token, gender: str) -> Speaker | None:
    """The person a pronoun stands for: a subject before it in its paragraph, else who spoke last, else the nearest name."""
    floor = cast.text.rfind("\n", 0, head.idx) + 1
    index = bisect_left(cast.starts, head.idx)
    near = [one for one in reversed(cast.mentions[max(0, index - _NAMES) : index]) if one.kind == "person"]
    near = [one for one in near if _fits(cast, fullest_name(cast, one).name, gender) and not in_quotation(cast, one.span.start)]
    subjects = [one for one in near if _is_subject(cast.doc, one)]
    chosen = next((one for one in subjects if one.span.start >= min(floor, _back(head, 2))), None)
    speaking = lemma_of(head.head) in lexicon().clause
    goes_on = _goes_on(cast, max(floor, _back(head, 2)), head, chosen, gender) if speaking else None
    if goes_on is not None:
        return goes_on
    reports = chosen is None and speaking
    surname = _bare_surname(cast, floor, head) if reports else None
    if surname is not None:
        return surname
    earlier = (one for at, one in reversed(cast.last[-_NAMES:]) if at < head.idx and one.person)
    spoken = next((one for one in earlier if _fits(cast, one.name, gender)), None)
    if chosen is None and spoken is not None:
        return spoken
    known = [one for one in near if cast.genders.get(fullest_name(cast, one).name) == gender]
    chosen = chosen or next(iter(subjects or known or near), None)
    if chosen is None:
        return None
    full = fullest_name(cast, chosen)
    cast.genders.setdefault(full.name, gender)
    return Speaker(full.name, full.span, person=True)


def _goes_on(cast: Cast, floor: int, head: Token, chosen: Mention | None, gender: str) -> Speaker | None:
    """Who spoke last in the paragraph, where nobody who fits is the subject of anything since: "she added" is that one again."""
    at, last = next(((at, one) for at, one in reversed(cast.last[-_NAMES:]) if at < head.idx), (-1, None))
    if last is None or last.joint or at < max(floor, chosen.span.start if chosen is not None else 0):
        return None
    if last.person:
        return last if _fits(cast, last.name, gender) else None
    role = last.name.split() if last.span is None and _LINK.search(last.name) is None else []
    noun = role[-1].lower() if role else ""
    known = noun in titles() or is_person(noun)
    other = noun in _OTHER[gender] or (noun.endswith("man") and noun.endswith("woman") != (gender == "she"))
    return Speaker(last.name, None) if known and not other else None


def _bare_surname(cast: Cast, floor: int, head: Token) -> Speaker | None:
    """Who spoke last in the paragraph, where the name model took a bare surname for a body's: "she" can be nobody else."""
    at, last = next(((at, one) for at, one in reversed(cast.last[-_NAMES:]) if at < head.idx), (-1, None))
    if last is None or last.person or last.span is None or at < max(floor, _back(head, 2)):
        return None
    if not (last.name.isalpha() and last.name.istitle()):
        return None
    article = cast.text[max(0, last.span.start - 4) : last.span.start].lower() == "the "
    known = last.name in known_media() or last.name.lower() in _talkers() or gazetteer().holds(last.name)
    return None if article or known else Speaker(last.name, last.span, person=True)


def _back(head: Token, sentences: int) -> int:
    start = sentence_of(head).start
    for _ in range(sentences - 1):
        if start == 0:
            break
        start = sentence_of(head.doc[start - 1]).start
    return head.doc[start].idx


def _fits(cast: Cast, name: str, gender: str) -> bool:
    return cast.genders.get(name, gender) == gender


def _is_subject(doc: Doc, mention: Mention) -> bool:
    """Whether a name is the subject of its clause, itself or beside the noun that is ("the inspector, Emil Strand, said")."""
    piece = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if piece is None:
        return False
    head, linked = piece.root, _BESIDE
    for _ in range(5):
        if head.dep_ not in linked and not _in_title(head):
            break
        # A parser hangs "the mayor of Ostend, Anna Keller," on the town, so that the way leads over the preposition.
        linked = linked | {"pobj", "prep"} if head.dep_ == "appos" else linked
        head = head.head
    return head.dep_ in SUBJECTS or head.dep_ == "ROOT"


def _in_title(token: Token) -> bool:
    """Whether a name hangs on the title before it, as in "Minister of Mines Anna Keller"."""
    link = token.head if token.dep_ == "pobj" else token
    return link.dep_ == "prep" and link.lower_ == "of" and link.head.text[:1].isupper() and link.head.lower_ in titles()


def firm_before(cast: Cast, head: Token) -> Speaker | None:
    """The named company that is the nearest subject before a noun, within a few sentences; a public body is none."""
    for token in _earlier_subjects(cast, head):
        mention = mention_at(cast, token)
        if token.lower_ == head.lower_ and any(child.lower_ in ("a", "an") for child in token.children):
            return None  # "a bank" told of before is the one that is meant
        if token.pos_ == "PROPN" and mention is not None and mention.kind == "body" and not _number(token):
            public = not _talkers().isdisjoint(mention.name.lower().split())
            if not public:
                return _as_antecedent(cast, token)
    return _only_body(cast, head)


def _only_body(cast: Cast, head: Token) -> Speaker | None:
    """The one named body before a noun, if it is neither a public one nor a medium; None where several are named."""
    bodies = [one for one in cast.mentions[: bisect_left(cast.starts, head.idx)] if one.kind == "body"]
    private = [one for one in bodies if _talkers().isdisjoint(one.name.lower().split()) and one.name not in known_media()]
    names = {one.name for one in private}
    return Speaker(private[0].name, private[0].span) if len(names) == 1 else None


def plural_subject(cast: Cast, head: Token) -> Speaker | None:
    """The nearest subject of several before, within a few sentences."""
    before = next((token for token in _earlier_subjects(cast, head) if _number(token)), None)
    found = None if before is None else _as_antecedent(cast, before)
    several = before is not None and any(child.dep_ == "conj" for child in before.children)
    return None if found is None else replace(found, joint=several)


def _subject(cast: Cast, head: Token) -> Speaker | None:
    """The nearest subject of one before, within a few sentences; where "it" speaks, a body before a thing."""
    things = [token for token in _earlier_subjects(cast, head) if not _number(token) and not _is_person(cast, token)]
    chosen = next((token for token in things if _speaks(cast, token)), None) or next(iter(things), None)
    return _as_antecedent(cast, chosen) if chosen is not None else None


def _earlier_subjects(cast: Cast, head: Token, sentences: int = _WINDOW) -> Iterator[Token]:
    """Subjects and agents outside quotations, sentence by sentence backwards; those of earlier sentences in order."""
    number = sentence_number(head)
    acting = cast.acting[number]
    yield from (acting[place] for place in range(bisect_left(acting, head.i, key=lambda token: token.i) - 1, -1, -1))
    for earlier in range(number - 1, max(-1, number - sentences), -1):
        yield from cast.acting[earlier]


def _speaks(cast: Cast, token: Token) -> bool:
    """Whether a noun can be the one that speaks where no person does: a named body, or a word for a body or a document."""
    mention = mention_at(cast, token)
    return token.pos_ == "PROPN" or (mention is not None and mention.kind == "body") or token.lemma_.lower() in _talkers()


@cache
def _talkers() -> frozenset[str]:
    return frozenset((*lines("institutions.txt"), *lines("body_nouns.txt"), *lines("documents.txt")))


def _number(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in token.children)


def _is_person(cast: Cast, token: Token) -> bool:
    mention = mention_at(cast, token)
    return mention is not None and mention.kind == "person"


def _as_antecedent(cast: Cast, token: Token) -> Speaker | None:
    outer = source_span(token)
    if outer is None:
        return None
    piece = cast.doc[outer[0] : outer[1]]
    plain = without_article(piece.text)
    start = piece.start_char + len(piece.text) - len(plain)
    return Speaker(plain, Span(cast.article, start, piece.end_char))
