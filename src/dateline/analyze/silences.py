"""Who says nothing ("has yet to comment", "did not return calls"), in words that are the content, or stops short of a thing."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from dateline.analyze.cues import Cue, lemma_of, source_span, subject_of
from dateline.analyze.negations import is_negation
from dateline.analyze.quoted import Draft
from dateline.analyze.reporting import lexicon
from dateline.quotation_marks import Quotation

_GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})


def find_silences(doc: Doc, known: Sequence[Draft], quotations: Sequence[Quotation]) -> list[Draft]:
    """The drafts of silences outside quotations whose word reports nothing else."""
    taken = [place for one in known for place in (*one.content, _place(one.cue))]
    taken += [(quotation.start, quotation.end) for quotation in quotations]
    found = (_silence(token) for token in doc)
    return [one for one in found if one is not None and not any(_meets(place, one.content[0]) for place in taken)]


def _place(cue: Cue) -> tuple[int, int]:
    token = cue.token
    return token.idx, token.idx + len(token)


def _meets(left: tuple[int, int], right: tuple[int, int]) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _silence(token: Token) -> Draft | None:
    """The silence that a word tells of, with its subject as source; None where it tells of none."""
    words, lemma = lexicon().stances, lemma_of(token)
    if lemma in ("stop", "fall") and token.pos_ == "VERB":
        return _short(token)
    if token.lower_ == "comment" and any(child.lower_ == "no" for child in token.children):
        return _noun(token)
    if token.pos_ == "ADJ" and lemma in words["silence states"] and token.head.lemma_ in ("remain", "stay", "keep"):
        return _draft(token.head, token)
    if token.lower_ in ("available", "unavailable") and _for_comment(token) and _denies(token) != (token.lower_ == "unavailable"):
        return _draft(token.head, token)
    if token.pos_ != "VERB" or not _denies(token):
        return None
    if lemma == "reach" and any(child.dep_ == "auxpass" for child in token.children):
        return _draft(token, token)
    things = [child for child in token.children if child.dep_ == "dobj"]
    asked = bool(things) and lemma in words["silence asked"] and lemma_of(things[0]) in words["silence nouns"]
    return _draft(token, token) if asked or (lemma in words["silence verbs"] and not things) else None


def _denies(token: Token) -> bool:
    """Whether a word is negated, or has "yet to" before it."""
    near = [token, *([token.head] if token.dep_ in ("acomp", "xcomp", "attr") else [])]
    if any(is_negation(child) for one in near for child in one.children):
        return True
    return token.dep_ == "xcomp" and any(child.lower_ == "yet" for child in token.head.children)


def _for_comment(token: Token) -> bool:
    prepositions = (child for child in token.children if child.lower_ == "for")
    return any(grand.lower_ in ("comment", "interview", "interviews") for child in prepositions for grand in child.children)


def _short(verb: Token) -> Draft | None:
    """ "Stopped short of closing it": what was not said or done."""
    doc, at = verb.doc, verb.i
    source = source_span(subject_of(verb))
    if source is None or at + 3 >= len(doc) or (doc[at + 1].lower_, doc[at + 2].lower_) != ("short", "of"):
        return None
    thing = next((child for child in doc[at + 2].children if child.dep_ in ("pobj", "pcomp")), None)
    wanted = ("VERB",) if lemma_of(verb) == "fall" else ("VERB", "NOUN")  # results fall short of a forecast
    if thing is None or thing.pos_ not in wanted:
        return None
    return Draft(Cue(verb, "verb", at, at + 3, source), "short", [_offsets(verb, at + 3, thing.right_edge.i + 1)])


def _noun(noun: Token) -> Draft | None:
    """ "No comment from the firm"."""
    links = (child for child in noun.children if child.lower_ in ("from", "by"))
    source = next((grand for child in links for grand in child.children if grand.dep_ == "pobj"), None)
    if source is None:
        return None
    start, end = noun.left_edge.i, noun.i + 1
    return Draft(Cue(noun, "noun", start, end, source_span(source)), "silence", [_offsets(noun, start, end)])


def _draft(verb: Token, word: Token) -> Draft | None:
    subject = subject_of(verb)
    source = source_span(subject)
    if subject is None or source is None or subject.i > verb.i:
        return None
    governor = verb.head if verb.dep_ == "xcomp" else verb
    start = min([governor.i, *(child.i for child in governor.children if child.dep_ in _GROUP and subject.i < child.i)])
    end = max([word.i + 1, *(child.right_edge.i + 1 for child in word.children if child.dep_ in ("prep", "dobj"))])
    start = max(start, source[1])
    return Draft(Cue(word, "verb", start, word.i + 1, source), "silence", [_offsets(word, start, end)])


def _offsets(token: Token, start: int, end: int) -> tuple[int, int]:
    return token.doc[start].idx, token.doc[end - 1].idx + len(token.doc[end - 1])
