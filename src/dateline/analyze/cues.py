"""The words of a text that report speech or thought, and who they say it is."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token

from dateline.analyze.negations import is_negation
from dateline.analyze.reporting import Lexicon, lexicon
from dateline.analyze.sentences import sentence_of

CueKind = Literal["verb", "noun", "adjective", "according", "colon", "turned"]
SUBJECTS = frozenset({"nsubj", "csubj", "nsubjpass", "csubjpass"})
CITING = frozenset({"cite", "quote"})
_BREAKS = frozenset({",", ";", ":", "(", ")", "“", "”", '"', "—", "–", "--", ".", "!", "?"})
_PHRASE = 8
"""Words of a source between the last comma and a verb that ends its sentence. By judgement."""
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_NAMES = frozenset({"will", "may"})
"""Auxiliaries that are given names, which never stand before a verb in the past."""
_VERB_GROUP = frozenset({"aux", "auxpass", "neg", "advmod"})
_OBJECT_CONTROL = frozenset({"urge", "tell", "ask", "order", "force", "allow", "encourage", "invite", "help", "persuade", "want"})
_CONTROLLED = frozenset({"xcomp", "advcl", "conj", "acl", "ccomp", "pcomp", "prep", "dobj", "pobj", "acomp", "nsubj"})


@dataclass(frozen=True, slots=True)
class Cue:
    """One reporting word: `token` governs the content, `start` and `end` are token indices of the whole cue, end exclusive."""

    token: Token
    kind: CueKind
    start: int
    end: int
    source: tuple[int, int] | None
    negated: bool = False

    def with_source(self, source: tuple[int, int] | None) -> "Cue":
        """This cue with another source."""
        return replace(self, source=source)


def find_cues(doc: Doc) -> tuple[Cue, ...]:
    """Every cue of a parsed text, in order, whether or not it turns out to have content."""
    words = lexicon()
    return tuple(cue for token in doc for cue in _cues_at(token, words))


def lemma_of(token: Token) -> str:
    """The lower-case lemma, with its particle where that makes another cue, and with the model's error for "hope" set right."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and token.i + 1 < len(token.doc):
        particle = token.nbor(1)
        if particle.head == token and f"{lemma} {particle.lower_}" in lexicon().phrasal:
            return f"{lemma} {particle.lower_}"
    return "hope" if lemma == "hop" and token.lower_.startswith(("hope", "hoping")) else lemma


def _cues_at(token: Token, words: Lexicon) -> Iterator[Cue]:
    lemma = lemma_of(token)
    if token.pos_ == "VERB" and words.verb(lemma):
        yield verb_cue(token)
    elif lemma == "accord" or token.lower_ == "according":
        source = _according(token)
        if source is not None:
            yield source
    elif token.pos_ == "NOUN" and lemma in words.nouns:
        yield _noun_cue(token)
    elif token.pos_ == "ADJ" and lemma in words.adjectives and token.head.lemma_ in ("be", "feel", "remain", "seem"):
        yield Cue(token, "adjective", token.i, token.i + 1, source_span(subject_of(token.head), whole=True), _negated(token.head))


def verb_cue(verb: Token) -> Cue:
    """A verb as a cue, with its auxiliaries, adverbs and particle, and with its subject as source."""
    start, name = verb.i, _name_before(verb)
    while start > sentence_of(verb).start and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in _VERB_GROUP:
        if name is not None and start == verb.i:
            break
        start -= 1
    end = verb.i + 1
    if end < len(verb.doc) and verb.doc[end].head == verb and (verb.doc[end].dep_ == "prt" or " " in lemma_of(verb)):
        end += 1
    source = source_span(speaker_of(verb) or _turned_object(verb), whole=True) if name is None else (name.i, verb.i)
    if _closes(verb, end) or _overlong(verb, source):
        source = _last_phrase(verb, start, source)
    return Cue(verb, "verb", start, end, source, _negated(verb))


def _name_before(verb: Token) -> Token | None:
    """The name before a verb in the past that a parser takes for an auxiliary ("Will said it would rain"), if any."""
    before = verb.nbor(-1) if verb.i else verb
    known = before.dep_ == "aux" and before.head == verb and before.text.istitle() and before.lower_ in _NAMES
    return before if known and verb.tag_ == "VBD" else None


def _turned_object(verb: Token) -> Token | None:
    """Who closes a sentence behind a comma and a verb, which a parser takes for its object ("On Friday, replied Keller.")."""
    things = [child for child in verb.children if child.dep_ == "dobj"]
    parted = (
        verb.i > 0 and verb.nbor(-1).text == "," and verb.tag_ == "VBD" and not any(c.dep_ in SUBJECTS for c in verb.children)
    )
    if not parted or len(things) != 1 or things[0].left_edge.i != verb.i + 1 or things[0].pos_ != "PROPN":
        return None
    rest = verb.doc[things[0].right_edge.i + 1 : sentence_of(verb).end]
    return things[0] if all(token.is_punct or token.is_space for token in rest) else None


def is_finite(verb: Token) -> bool:
    """Whether a verb is one that a subject takes, alone or in the perfect ("says", "has said"); a passive is none."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    perfect = verb.tag_ == "VBN" and any(one.lemma_ == "have" and one.tag_ in _FINITE for one in helpers)
    return verb.tag_ in _FINITE or (perfect and all(one.dep_ == "aux" for one in helpers))


def _closes(verb: Token, end: int) -> bool:
    """Whether a finite verb ends its sentence, so that what it reports stands before it."""
    rest = verb.doc[end : sentence_of(verb).end]
    return is_finite(verb) and all(token.is_punct or token.is_space or token.is_quote for token in rest)


def _overlong(verb: Token, source: tuple[int, int] | None) -> bool:
    """Whether a source before its verb begins with a clause of its own ("three more than the police counted, the mayor")."""
    if source is None or source[1] > verb.i:
        return False
    return any(token.tag_ in ("VBD", "VBZ", "VBP", "VBN") and token.dep_ == "advcl" for token in verb.doc[source[0] : source[1]])


def _last_phrase(verb: Token, start: int, source: tuple[int, int] | None) -> tuple[int, int] | None:
    """The source before a verb that ends its sentence: not the phrase before a comma that nothing closes.

    A parser takes "the guard, Tom Rell, the club said." for one long subject; one that the club were beside would end in a comma.
    """
    doc, opening, first = verb.doc, sentence_of(verb).start, start
    while first > max(opening, start - _PHRASE) and doc[first - 1].text not in _BREAKS and not doc[first - 1].is_space:
        first -= 1
    words = doc[first:start]
    if first in (start, opening) or doc[first - 1].text != "," or words[-1].pos_ not in ("NOUN", "PROPN"):
        return source
    if any(token.pos_ in ("VERB", "AUX", "CCONJ", "SCONJ") or token.tag_ in ("WP", "WDT") for token in words):
        return source
    return (first, start) if source is None or (source[0] < first and source[1] == start) else source


def _noun_cue(noun: Token) -> Cue:
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    if owner is None:
        agents = (child for child in noun.children if child.dep_ == "prep" and child.lower_ in ("by", "from"))
        owner = next((grand for child in agents for grand in child.children if grand.dep_ == "pobj"), None)
    if owner is None and is_light(noun.head, noun):
        verb = verb_cue(noun.head)
        return Cue(noun, "noun", verb.start, noun.i + 1, verb.source, verb.negated)
    return Cue(noun, "noun", noun.i, noun.i + 1, source_span(owner, whole=True))


def is_light(verb: Token, noun: Token) -> bool:
    """Whether a verb only carries the noun that is its object ("voiced fears that …", "made a promise to …")."""
    bare = not any(child.dep_ == "prt" for child in verb.children)  # who "gave up hope" has none
    return bare and noun.dep_ == "dobj" and noun.head == verb and verb.i < noun.i and lemma_of(verb) in lexicon().light


def _according(token: Token) -> Cue | None:
    to = next((child for child in token.children if child.lower_ == "to"), None)
    if to is None:
        return None
    source = next((child for child in to.children if child.dep_ == "pobj"), None)
    return Cue(token, "according", token.i, to.i + 1, source_span(source, whole=True)) if source is not None else None


def _negated(verb: Token) -> bool:
    """Whether a verb is negated, by a word of its own or by "has yet to"."""
    yet = verb.dep_ == "xcomp" and any(child.lower_ == "yet" for child in verb.head.children)
    return yet or any(is_negation(child) for child in verb.children)


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, its own or the one it shares with the clause that governs it."""
    if verb.dep_ == "advcl" and verb.lemma_ in CITING and verb.head.dep_ == "ccomp" and _parted(verb):
        verb = verb.head.head  # "the agency said the port was safe, quoting the mayor": not the port quotes
    for _ in range(8):
        own = [child for child in verb.children if child.dep_ in SUBJECTS]
        turned = [child for child in own if _is_turned(child)]
        if turned:
            return turned[0]
        if own:
            return max((child for child in own if child.i < verb.i), key=lambda child: child.i, default=own[0])
        head = verb.head
        if verb.dep_ == "pcomp" and head.lower_ == "as" and head.head.lemma_ in CITING:
            quoted = next((child for child in head.head.children if child.dep_ == "dobj"), None)
            if quoted is not None:
                return quoted  # "the paper quoted Keller as saying": not the paper says it
        if verb.dep_ == "acl" and not _parted(verb) and not any(child.tag_ == "TO" for child in verb.children):
            holder = subject_of(head.head) if head.dep_ == "dobj" and head.head.pos_ == "VERB" else None
            return holder or head
        if verb.dep_ == "xcomp" and head.lemma_.lower() in _OBJECT_CONTROL:
            patient = next((child for child in head.children if child.dep_ in ("dobj", "dative")), None)
            if patient is not None:
                return patient
        if head == verb or (verb.dep_ not in _CONTROLLED and head.pos_ not in ("NOUN", "ADP", "SCONJ", "ADJ")):
            return None
        verb = head
    return None


def _is_turned(subject: Token) -> bool:
    """Whether a subject stands behind a verb that a comma parts from what is said ("It would, said Keller")."""
    verb, first = subject.head, subject.left_edge.i
    parted = verb.i > 0 and verb.nbor(-1).text == ","
    return parted and first == verb.i + 1 and verb.tag_ in ("VBD", "VBZ", "VBP")


def _parted(verb: Token) -> bool:
    """Whether a comma parts a participle from the noun before it, so that it belongs to the sentence's subject."""
    edge = verb.left_edge.i
    return verb.tag_ == "VBG" and edge > 0 and verb.doc[edge - 1].text == ","


def speaker_of(verb: Token) -> Token | None:
    """Who speaks: the agent of a passive, else the subject; None for a passive without agent."""
    if _is_questioned(verb):
        return None
    told = any(child.dep_ in ("dobj", "ccomp") for child in verb.children)
    agents = [child for child in verb.children if child.dep_ == "agent"]
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and told and not agents and verb.doc[verb.left_edge.i - 1].text == ",":
        return verb.head  # "Keller, speaking on the radio, called the plan vague" misread
    passive = [child for child in verb.children if child.dep_ == "auxpass"]
    if told and passive and all(child.lower_ in ("'s", "’s") for child in passive):
        passive = []  # "he's predicted a frost"
    if passive or (verb.dep_ == "acl" and verb.tag_ == "VBN"):
        agent = next((grand for child in agents for grand in child.children if grand.dep_ == "pobj"), None)
        quoted = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        return quoted if verb.lemma_ == "quote" and quoted is not None else agent
    return subject_of(verb)


def _is_questioned(verb: Token) -> bool:
    """Whether a participle tells what a speaker was asked: "Asked whether it would rain, he shrugged"."""
    bare = not any(child.dep_ in SUBJECTS or child.dep_.startswith("aux") for child in verb.children)
    return verb.dep_ == "advcl" and verb.tag_ in ("VBN", "VBD") and verb.lemma_ in ("ask", "tell") and bare


def source_span(head: Token | None, *, whole: bool = False) -> tuple[int, int] | None:
    """Token indices of the noun phrase of `head`, without closing punctuation; ages and "who …" behind a comma if `whole`."""
    if head is None or head.pos_ in ("VERB", "AUX", "SPACE", "PUNCT"):
        return None
    start, end = head.left_edge.i, head.i + 1
    for child in head.children:
        if child.i < head.i:
            continue
        parted = head.doc[child.left_edge.i - 1].is_punct
        added = child.dep_ == "relcl" or (child.dep_ == "appos" and child.pos_ in ("NUM", "PRON"))
        if parted and (child.dep_ in ("acl", "advcl") or (added and not whole)):
            break
        if child.dep_ not in ("punct", "cc"):
            end = child.right_edge.i + 1
    end = _before_speech(head, end)
    while end > head.i + 1 and (head.doc[end - 1].is_punct or head.doc[end - 1].is_space):
        end -= 1
    while start < head.i and _is_fringe(head.doc[start]) and not _in_name(head.doc[start], head):
        start += 1
    return start, end


def _before_speech(head: Token, end: int) -> int:
    """Where a source ends that goes on with a clause that quotes ("Ms Hall, a teacher, who added: '…'"): before that clause."""
    colon = next((token for token in head.doc[head.i + 1 : end] if token.text == ":"), None)
    if colon is None:
        return end
    clause = colon.head
    while clause.dep_ != "relcl" and clause.head != clause and clause != head:
        clause = clause.head
    return clause.left_edge.i if clause.dep_ == "relcl" and head.i < clause.left_edge.i < colon.i else end


def _in_name(token: Token, head: Token) -> bool:
    """Whether a word that the name model took for a day is of one name with the noun ("May Sunday")."""
    return token.ent_type_ == head.ent_type_ != "" and token.dep_ == "compound" and token.head == head


def _is_fringe(token: Token) -> bool:
    """Whether a token before a noun phrase is none of it: punctuation, or a day that the parser took for a part of the name."""
    owns = token.i + 1 < len(token.doc) and token.nbor(1).tag_ == "POS"
    return token.is_punct or token.is_space or (token.ent_type_ in ("DATE", "TIME") and token.tag_ != "POS" and not owns)
