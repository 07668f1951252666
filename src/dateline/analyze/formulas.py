"""Whose word a sentence is where no verb of the table reports it.

"By the union's count", "if one believes the union", "…, wails the union.", "the union puts it at 400", "so says the union": what
is reported, and by whom, is told by the construction and not by the word.
"""

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Token

from dateline.analyze.anaphors import institutions
from dateline.analyze.bounds import Stretch, host_clause, stretches, whole_before
from dateline.analyze.cast import titles
from dateline.analyze.counted import is_person
from dateline.analyze.cues import SUBJECTS, Cue, is_finite, lemma_of, source_span, subject_of, verb_cue
from dateline.analyze.quoted import Draft
from dateline.analyze.reporting import lexicon
from dateline.analyze.sentences import sentence_of
from dateline.data import lines, table

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ANYBODY = frozenset({"one", "you", "we"})
_OURS = frozenset({"our", "my", "your"})
_THIS = frozenset({"this", "that"})
_PHRASE = 8
"""Words between the last comma and a verb that a tagger took for a noun. By judgement."""
_STOPS = frozenset({".", "!", "…", "..."})


def with_formulas(doc: Doc, drafts: list[Draft]) -> list[Draft]:
    """The drafts and those that formulas show, in order of their cues; "so says Keller" has what stands before it as content."""
    for draft in drafts:
        if _says_so(draft.cue.token) or _tells_this(draft.cue.token):
            draft.cue = draft.cue if draft.cue.source else draft.cue.with_source(_behind(draft.cue))
            draft.frame, draft.content = "clause", list(stretches(doc, _sentence_before(draft.cue.token)))
    known = {draft.cue.token.i for draft in drafts if draft.content}
    found = [one for token in doc if token.i not in known for one in _formula(doc, token)]
    told = {draft.cue.token.i for draft in found}
    return sorted([*(one for one in drafts if one.cue.token.i not in told), *found], key=lambda one: one.cue.token.i)


def _formula(doc: Doc, token: Token) -> Iterator[Draft]:
    if token.dep_ == "prep" and token.lower_ in _accounts():
        yield from _draft(doc, _account(token), host_clause(token))
    elif token.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ == "if" for child in token.children):
        yield from _draft(doc, _believed(token), host_clause(token))
    elif token.tag_ in ("NNS", "NN") and token.lower_.endswith("s") and _is_misread(token):
        cue = _misread(token)
        yield from _draft(doc, cue, [(sentence_of(token).start, cue.source[0] - 1)] if cue is not None and cue.source else [])
    elif token.pos_ == "VERB":
        turned = _turned(token)
        if turned is not None:
            yield from _draft(doc, turned, whole_before(turned))
        else:
            yield from _draft(doc, _giving(token), _given(token) or _has_it(token))


def _draft(doc: Doc, cue: Cue | None, parts: list[Stretch] | tuple[Stretch, ...]) -> Iterator[Draft]:
    content = [] if cue is None or cue.source is None else list(stretches(doc, tuple(parts)))
    if cue is not None and content:
        yield Draft(cue, "host" if cue.kind == "according" or cue.kind == "turned" else "clause", content)


def _account(link: Token) -> Cue | None:
    """ "By the union's count": whose it is, or the subject of the sentence that such a phrase opens ("by its own count")."""
    noun = next((child for child in link.children if child.dep_ == "pobj"), None)
    if noun is None or noun.lemma_.lower() not in _accounts()[link.lower_]:
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None:
        inner = (grand for child in noun.children if child.lower_ == "of" for grand in child.children if grand.dep_ == "pobj")
        owner = next(inner, None)
    if owner is not None and owner.lower_ in _OURS:
        return None
    if owner is not None and owner.pos_ == "PRON" and link.i < link.head.i:
        owner = subject_of(link.head)
    return None if owner is None else Cue(link, "according", link.i, noun.i + 1, _bare(source_span(owner, whole=True), link.doc))


def _bare(place: tuple[int, int] | None, doc: Doc) -> tuple[int, int] | None:
    """A source without the ending of its possessive."""
    return (place[0], place[1] - 1) if place is not None and doc[place[1] - 1].tag_ == "POS" else place


def _believed(verb: Token) -> Cue | None:
    """ "If one believes the union", "if the union is to be believed"."""
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None:
        return None
    if subject.lower_ in _ANYBODY and verb.lemma_ in _words("believing", "active"):
        source = next((child for child in verb.children if child.dep_ == "dobj"), None)
    else:
        passive = (one for one in (verb, *verb.children) if one.tag_ == "VBN" and one.lemma_ in _words("believing", "passive"))
        source = subject if verb.lemma_ == "be" or verb.tag_ == "VBN" else None
        source = source if next(passive, None) is not None else None
    if source is None or not can_speak(source):
        return None
    return Cue(verb, "according", verb.left_edge.i, verb.i + 1, source_span(source, whole=True))


def _turned(verb: Token) -> Cue | None:
    """A verb behind a comma with who speaks behind it at the end of the sentence ("…, wails the chamber.")."""
    if verb.tag_ not in _FINITE or verb.i == 0 or verb.nbor(-1).text != "," or lemma_of(verb) in lexicon().clause:
        return None
    behind = [child for child in verb.children if child.dep_ in ("dobj", "nsubj") and child.left_edge.i == verb.i + 1]
    sentence = sentence_of(verb)
    if len(behind) != 1 or verb.doc[sentence.end - 1].text not in _STOPS or not can_speak(behind[0]):
        return None
    if any(child.dep_ in SUBJECTS and child.i < verb.i for child in verb.children):
        return None
    return Cue(verb, "turned", verb.i, verb.i + 1, source_span(behind[0], whole=True))


def _is_misread(noun: Token) -> bool:
    """Whether a noun that ends its sentence looks like a verb that reports ("…, the election office states.")."""
    rest = noun.doc[noun.i + 1 : sentence_of(noun).end]
    forms = {noun.lemma_.lower(), noun.lower_[:-1]}
    return bool(forms & lexicon().clause) and all(token.is_punct or token.is_space for token in rest)


def _misread(noun: Token) -> Cue | None:
    """Such a verb with who speaks between it and the last comma, behind a clause."""
    doc, first = noun.doc, noun.i
    opening = sentence_of(noun).start
    while first > max(opening, noun.i - _PHRASE) and not doc[first - 1].is_punct and not doc[first - 1].is_space:
        first -= 1
    words = doc[first : noun.i]
    verbs = any(token.pos_ in ("VERB", "AUX", "ADP") for token in words)
    told = any(is_finite(token) or token.tag_ == "MD" for token in doc[opening:first])
    if first in (noun.i, opening) or doc[first - 1].text != "," or verbs or not told or not can_speak(words[-1]):
        return None
    return Cue(noun, "turned", noun.i, noun.i + 1, (first, noun.i))


def _giving(verb: Token) -> Cue | None:
    """ "The union puts the number at 400", "the union has it that …"."""
    if verb.lemma_.lower() not in _words("giving", "verbs"):
        return None
    cue = verb_cue(verb)
    speaker = None if cue.source is None else verb.doc[cue.source[0] : cue.source[1]].root
    return cue if speaker is not None and can_speak(speaker) else None


def _given(verb: Token) -> tuple[Stretch, ...]:
    """What a verb gives and the number that it is put at."""
    thing = next((child for child in verb.children if child.dep_ == "dobj"), None)
    if thing is None:
        return ()
    if verb.lemma_ in _words("giving", "counting"):
        counted = any(child.dep_ == "nummod" for child in thing.children)
        return ((thing.left_edge.i, thing.right_edge.i + 1),) if counted else ()
    links = (token for one in (verb, *thing.subtree) for token in one.children if token.lower_ == "at" and token.i > thing.i)
    at = next(links, None)
    number = at is not None and any(token.like_num or token.pos_ == "NUM" for token in at.subtree)
    return ((thing.left_edge.i, at.right_edge.i + 1),) if at is not None and number else ()


def _has_it(verb: Token) -> tuple[Stretch, ...]:
    """What somebody "has it that"."""
    it = any(child.dep_ == "dobj" and child.lower_ == "it" for child in verb.children)
    told = next((child for child in verb.children if child.dep_ == "ccomp" and child.left_edge.lower_ == "that"), None)
    return () if told is None or not it else ((told.left_edge.i, told.right_edge.i + 1),)


def _says_so(verb: Token) -> bool:
    """Whether a verb reports what stands before its sentence: "so says Keller"."""
    words = [token for token in verb.doc[sentence_of(verb).start : verb.i] if not token.is_space]
    return len(words) == 1 and words[0].lower_ == "so" and is_finite(verb) and lemma_of(verb) in lexicon().clause


def _behind(cue: Cue) -> tuple[int, int] | None:
    """The noun phrase right behind a cue, whatever the parse."""
    if cue.end >= len(cue.token.doc):
        return None
    head = cue.token.doc[cue.end]
    while head.dep_ in ("det", "compound", "amod", "nummod", "poss", "nmod") and head.head.i > head.i:
        head = head.head
    return source_span(head, whole=True)


def _tells_this(verb: Token) -> bool:
    """Whether a verb reports what a "this" means that stands before it: "this is what the police say"."""
    first = sentence_of(verb).start
    what = lemma_of(verb) in lexicon().clause and any(child.lower_ == "what" and child.i < verb.i for child in verb.children)
    said = verb.head.lemma_ == "be" and any(child.dep_ in SUBJECTS and child.lower_ in _THIS for child in verb.head.children)
    return what and said and verb.doc[first].lower_ in _THIS


def _sentence_before(verb: Token) -> tuple[Stretch, ...]:
    """The sentence before that of a verb, in its paragraph; that before the paragraph for one that begins with "so"."""
    start = sentence_of(verb).start
    while start and verb.doc[start - 1].is_space and _says_so(verb):
        start -= 1
    before = sentence_of(verb.doc[start - 1]) if start else None
    inside = before is not None and "\n" not in verb.doc[before.start : start].text
    return ((before.start, start),) if before is not None and inside else ()


def can_speak(noun: Token) -> bool:
    """Whether a noun is a name, or a word for people, bodies or documents."""
    if noun.pos_ == "PROPN" or noun.lower_ in ("he", "she", "they", "it", "who"):
        return True
    word = noun.lemma_.lower()
    return is_person(noun.lower_) or word in titles() or noun.lower_ in institutions() or word in _speaking()


@cache
def _speaking() -> frozenset[str]:
    files = ("institutions.txt", "body_nouns.txt", "firms.txt", "documents.txt")
    return frozenset(line for name in files for line in lines(name)) | _words("giving", "speakers")


@cache
def _accounts() -> dict[str, frozenset[str]]:
    return {link: frozenset(str(nouns).split()) for link, nouns in table("reporting.toml")["accounts"].items()}


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(str(table("reporting.toml")[section][key]).split())
