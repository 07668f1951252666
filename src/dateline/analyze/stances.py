"""What a cue makes of its content, which side is taken on it, and whether a speaker tells of itself."""

import re
from itertools import islice

from spacy.tokens import Token

from dateline.analyze.cast import Cast, Speaker
from dateline.analyze.cues import SUBJECTS, lemma_of, source_span
from dateline.analyze.negations import is_negation
from dateline.analyze.quoted import Draft
from dateline.analyze.reporting import lexicon
from dateline.analyze.speakers import resolve
from dateline.types import Polarity, Side, Span

_NEGATED: dict[Polarity, Polarity] = {"said": "refused", "confirmed": "refused", "claimed": "denied", "denied": "said"}
_NEITHER = frozenset({"neither", "nor"})
_NOTHING = frozenset({"nobody", "nothing", "none", "nowhere", "never"})
_NO = frozenset({"no", "neither"})
_FIRST = frozenset({"i", "we", "my", "our"})
_PERSONS = frozenset({"he", "she"})
_OWN = frozenset({"its", "his", "her", "their"})
_WHETHER = frozenset({"whether", "if", "who", "what", "why", "how", "where", "when"})
_PART = re.compile(r"[,.;:\n]")
_SENTENCE = re.compile(r"[.;:\n]")
_WORD = re.compile(r"\w+")
_BESIDE = 60
"""Characters around a name in which its introduction stands: a bound on work."""
_USES = 20
"""Uses of a name at which its introduction is looked for: a bound on work."""
_HEADS = frozenset({"VERB", "AUX"})


def stance_of(draft: Draft) -> Polarity:
    """What the cue makes of its content: "did not say" refuses it, "called him" states while "called for" asks."""
    words, cue = lexicon(), draft.cue
    if draft.frame == "silence":
        return "refused"
    lemma = lemma_of(cue.token)
    told = words.polarity.get(lemma, "said")
    if lemma == "call" and draft.frame not in ("preposition", "infinitive"):
        told = "said"
    if told in ("denied", "refused") and lemma in words.stances["wanted verbs"] and _is_wanted(draft):
        return "refused"
    if not (cue.negated or _neither(cue.token)):
        return told
    return "refused" if lemma in words.stances["silence saying"] else _NEGATED.get(told, told)


def side_of(draft: Draft, stance: Polarity) -> Side:
    """The side taken on what the content says without its negations."""
    words, lemma, head = lexicon(), lemma_of(draft.cue.token), content_head(draft)
    if stance == "refused":
        return "no comment" if _is_silent(draft, head) else "against"
    if stance == "asked" and (head is None or lemma in ("wonder", "question", "inquire") or _opens_question(draft)):
        return "other"
    if head is not None and _is_too_early(head):
        return "other"
    against = head is not None and _says_not(head)
    against ^= stance == "denied" or lemma in words.stances["sides against"]
    if draft.cue.negated and stance == "thought":
        against = not against
    return "against" if against else "for"


def speaks_of_itself(draft: Draft, stance: Polarity, speaker: Speaker, cast: Cast) -> bool:
    """Whether the subject of what is said is who says it, or a body that he or she speaks for."""
    head = content_head(draft)
    if stance == "confirmed" or (stance == "refused" and side_of(draft, stance) == "against"):
        return True  # who admits or confirms a thing has a part in it: 8 of 9 on half A
    clause = _clause_of(head) if head is not None and (head.pos_ == "NOUN" or stance == "refused") else head
    if head is None or draft.frame == "silence" or (clause is None and stance == "refused"):
        return False
    if clause is None or clause.pos_ not in _HEADS:
        return any(child.lower_ in _OWN for child in head.children) or lemma_of(draft.cue.token) in lexicon().phrasal
    subject = next((child for child in clause.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return stance not in ("asked", "claimed") and draft.frame in ("infinitive", "object", "clause", "preposition")
    if subject.lower_ in _PERSONS and draft.frame == "clause" and subject.i > draft.cue.token.i:
        return True  # "the guard, Tom Rell, denied that he …": whoever was named before, the speaker is nearer
    return _is_speaker(subject, speaker, cast)


def _clause_of(head: Token) -> Token | None:
    """The clause behind a word that says nothing of its own ("reports that …", "to say whether …")."""
    return next((child for child in head.children if child.dep_ in ("acl", "ccomp") and child.i > head.i), None)


def _is_speaker(subject: Token, speaker: Speaker, cast: Cast) -> bool:
    words = {token.lower_ for token in subject.subtree}
    if words & _FIRST or (words & _OWN and len(words) > 1) or subject.lower_ == speaker.name.lower():
        return True
    if subject.lower_ in lexicon().stances["self bodies"] and any(child.lower_ == "the" for child in subject.children):
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
    uses = (one.span for named in cast.surnames.get(speaker.name.split()[-1].lower(), {}).values() for one in named)
    return any(names & _introduction(cast.text, use) for use in islice(uses, _USES))


def _introduction(text: str, use: Span) -> set[str]:
    """The words right before a name, and those between the commas behind it."""
    before = _PART.split(text[max(0, use.start - _BESIDE) : use.start])[-1]
    after = _SENTENCE.split(text[use.end : use.end + _BESIDE])[0]
    return set(_WORD.findall(f"{before} {after.split(',')[1] if after.startswith(',') else ''}"))


def content_head(draft: Draft) -> Token | None:
    """The word that governs the first piece of the content, a verb before what it is asked of; None without content."""
    doc = draft.cue.token.doc
    start, end = min(draft.content, default=(0, 0))
    piece = doc.char_span(start, end, alignment_mode="expand") if end else None
    if piece is None:
        return None
    asked = (token for token in piece if token.dep_ == "xcomp" and token.head == draft.cue.token)
    return next(asked, piece.root)


def _neither(verb: Token) -> bool:
    """Whether "neither … nor" negates a verb or the one it is joined to."""
    joined = (verb, verb.head) if verb.dep_ == "conj" else (verb,)
    return any(child.lower_ in _NEITHER for one in joined for child in one.children)


def _is_wanted(draft: Draft) -> bool:
    """Whether the content is a thing that somebody wants ("an offer to talk") and not one that is told ("the idea that …")."""
    head = content_head(draft)
    if head is None or head.pos_ != "NOUN" or lemma_of(head) not in lexicon().stances["wanted nouns"]:
        return False
    return not any(child.dep_ in ("acl", "relcl", "ccomp") and child.left_edge.lower_ == "that" for child in head.children)


def _is_silent(draft: Draft, head: Token | None) -> bool:
    saying = lexicon().stances["silence saying"]
    if draft.frame == "silence" or lemma_of(draft.cue.token) in saying or draft.cue.negated:
        return True
    return head is not None and (lemma_of(head) in saying or lemma_of(head) in lexicon().phrasal)


def _opens_question(draft: Draft) -> bool:
    head = content_head(draft)
    return head is not None and head.left_edge.lower_ in _WHETHER


def _is_too_early(head: Token) -> bool:
    """Whether it is said that one cannot say yet ("it was too early to link the deaths to the machine")."""
    early = (child for child in head.children if child.lower_ in ("early", "soon") and child.dep_ == "acomp")
    return any(grand.lower_ == "too" for child in early for grand in child.children)


def _says_not(head: Token) -> bool:
    """Whether a clause or phrase says that something is not so."""
    near = [
        *head.children,
        *(grand for child in head.children if child.dep_ in ("attr", "acomp", "xcomp") for grand in child.children),
    ]
    if any(is_negation(child) or child.lower_ in _NOTHING for child in near):
        return True
    if any(child.lower_ == "yet" for child in head.children) and head.lemma_ == "have":
        return True
    phrases = (child for child in head.children if child.dep_ in SUBJECTS | {"dobj", "attr"})
    return any(grand.lower_ in _NO or grand.dep_ == "neg" for child in phrases for grand in child.children)
