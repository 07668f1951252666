"""What a cue reports: the stretches of text that its syntax makes its content."""

from dataclasses import dataclass, replace

from spacy.tokens import Token

from dateline.analyze.bounds import Stretch, completed, host_clause, joined, whole_before, without_aside
from dateline.analyze.counted import is_person
from dateline.analyze.cues import CITING, SUBJECTS, Cue, is_finite, is_light, lemma_of, source_span
from dateline.analyze.reporting import Lexicon, lexicon

_PREDICATIVE = frozenset({"as", "of", "for"})
_PEOPLE = frozenset({"him", "her", "them", "me", "us", "you"})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_ANSWERING = frozenset({"say", "answer", "reply"})
_TOLD = frozenset({"acl", "relcl", "ccomp"})


@dataclass(frozen=True, slots=True)
class Found:
    """A cue with its content: `frame` says which construction showed it, `parts` are token stretches (perhaps none)."""

    cue: Cue
    frame: str
    parts: tuple[Stretch, ...]


def contents_of(cue: Cue) -> Found:
    """What syntax makes the content of a cue, which may have grown by a preposition."""
    words = lexicon()
    if cue.kind == "verb":
        return _of_verb(cue, words)
    if cue.kind == "noun":
        return _of_noun(cue)
    if cue.kind == "adjective":
        return _of_adjective(cue)
    return Found(cue, "host", tuple(host_clause(cue.token)))


def _of_verb(cue: Cue, words: Lexicon) -> Found:
    verb, lemma = cue.token, lemma_of(cue.token)
    if lemma in words.raising:
        return _of_raising(cue)
    clauses = [] if _compares(verb) else [child for child in verb.children if _is_clause(child, lemma, words)]
    if any(child.i < verb.i for child in clauses):
        clauses = [child for child in clauses if not _reports_on(child, words)]
    things = [] if _is_source(cue, clauses) else _things(verb, lemma, words, clauses)
    if things and words.polarity.get(lemma) == "denied" and _is_somebody(things[0]):
        things = []  # who "dismissed her" denied nothing
    if clauses:
        frame = "clause" if clauses[0].dep_ == "ccomp" else "infinitive"
        subject = [child for child in _passive_subject(verb, lemma) if child.lower_ != "it"]
        return Found(cue, frame, joined([*clauses, *things, *subject], verb))
    if things and _carries(verb, things[0], words):
        return Found(cue, "none", ())
    if things:
        return Found(cue, "object", completed(without_aside(things[-1], joined(things, verb)), verb))
    answer = _answer(verb, lemma)
    if answer is not None:
        return Found(cue, "clause", joined([answer], verb))
    return _behind_preposition(cue, lemma, words) or _turned_round(cue, lemma, words) or _around(cue, lemma, words)


def _answer(verb: Token, lemma: str) -> Token | None:
    """The "yes" or "no" that somebody says."""
    after = verb.nbor(1) if verb.i + 1 < len(verb.doc) else verb
    said = after.lower_ in ("yes", "no") and after.head == verb and after.dep_ == "intj"
    return after if said and lemma in _ANSWERING else None


def _behind_preposition(cue: Cue, lemma: str, words: Lexicon) -> Found | None:
    """Content behind a preposition that belongs to the verb: "called for an inquiry", "called for him to go"."""
    verb = cue.token
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in words.prepositions.get(lemma, ()) and verb.i < child.i <= cue.end + 2:
            inner = [grand for grand in child.children if grand.dep_ in ("pobj", "pcomp")]
            if inner:
                return Found(replace(cue, end=child.i + 1), "preposition", without_aside(inner[-1], joined(inner, verb)))
        if child.dep_ in ("advcl", "ccomp") and _called_for(child, lemma, words):
            first = child.left_edge.i + 1
            return Found(replace(cue, end=first), "preposition", ((first, child.right_edge.i + 1),))
    return None


def _turned_round(cue: Cue, lemma: str, words: Lexicon) -> Found | None:
    """Content that stands before its verb: the subject of a passive with an agent, or what a relative clause leaves out."""
    verb = cue.token
    if lemma not in words.object:
        return None
    if any(child.dep_ == "agent" for child in verb.children):
        if verb.dep_ == "acl":
            return Found(cue, "passive", _antecedent(verb))
        return Found(cue, "passive", joined([*_passive_subject(verb, lemma), *_predicates(verb)], verb))
    if verb.dep_ == "relcl" and _lacks_object(verb):
        return Found(cue, "gap", (*_antecedent(verb), *joined(_predicates(verb), verb)))
    return None


def _around(cue: Cue, lemma: str, words: Lexicon) -> Found:
    """What stands around a verb that takes a clause: a sentence it is set off in, relays or closes."""
    verb = cue.token
    if lemma not in words.clause:
        return Found(cue, "none", ())
    if _set_off(verb):
        return Found(cue, "host", tuple(host_clause(verb)))
    relayed = _relayed(verb)
    if relayed is not None:
        return Found(cue, "clause", joined([relayed], verb))
    return Found(cue, "none", ()) if lemma in words.weak else Found(cue, "host", whole_before(cue))


def _relayed(verb: Token) -> Token | None:
    """The reported clause hung on what stands before it ("said in a letter that …", "reported, citing her, that …")."""
    if any(child.dep_ in ("ccomp", "dobj") for child in verb.children):
        return None
    for child in verb.children:
        if child.dep_ == "prep" and child.i > verb.i and child.lower_ in ("in", "on", "at", "during"):
            nouns = [noun for noun in child.children if noun.dep_ == "pobj"]
            told = (clause for noun in nouns for clause in noun.children if clause.i > noun.i and clause.dep_ in _TOLD)
            found = next((clause for clause in told if clause.left_edge.lower_ == "that" and _introduced(clause)), None)
        elif child.dep_ == "advcl" and child.i > verb.i and child.lemma_ in CITING:
            found = next((clause for clause in child.children if clause.dep_ == "ccomp" and _that_apart(clause)), None)
        else:
            found = None
        if found is not None:
            return found
    return None


def _is_medium(noun: Token) -> bool:
    """Whether a noun only names in what somebody said something ("said in a statement that …")."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or verb.pos_ != "VERB" or lemma_of(verb) not in lexicon().clause:
        return False
    relayed = _relayed(verb)
    return relayed is not None and relayed.head == noun


def _that_apart(clause: Token) -> bool:
    """Whether a comma and "that" open a clause."""
    first = clause.left_edge
    return first.lower_ == "that" and first.i > 0 and first.nbor(-1).text == ","


def _carries(verb: Token, thing: Token, words: Lexicon) -> bool:
    """Whether the object of a verb is itself the word that reports ("voiced fears that …")."""
    if not is_light(verb, thing) or lemma_of(thing) not in words.nouns:
        return False
    return bool(_of_noun(Cue(thing, "noun", verb.i, thing.i + 1, (verb.i, verb.i + 1))).parts)


def _called_for(clause: Token, lemma: str, words: Lexicon) -> bool:
    """Whether a clause is the object of a preposition, as in "called for him to go"."""
    first = clause.left_edge
    return first.lower_ == "for" and first.i == clause.head.i + 1 and "for" in words.prepositions.get(lemma, ())


def _of_raising(cue: Cue) -> Found:
    """ "Seems" and "appears" name nobody: the content is the subject with what it seems to be, the source is open."""
    verb = cue.token
    subject = [child for child in verb.children if child.dep_ in SUBJECTS]
    rest = [child for child in verb.children if child.dep_ in ("xcomp", "oprd", "acomp", "ccomp") and child.i > verb.i]
    return Found(replace(cue, source=None), "raising", joined(subject + rest, verb) if subject and rest else ())


def _is_somebody(thing: Token) -> bool:
    """Whether an object is a person, by a pronoun, a name or a name beside it ("the head of the port, Olga Brandt")."""
    named = (thing, *(child for child in thing.children if child.dep_ == "appos"))
    return thing.lower_ in _PEOPLE or any(token.ent_type_ == "PERSON" for token in named)


def _reports_on(clause: Token, words: Lexicon) -> bool:
    """Whether a clause behind a reporting verb tells through whom all of it came ("…, the board said, the agency reported")."""
    return clause.i > clause.head.i and lemma_of(clause) in words.clause and _set_off(clause)


def _compares(verb: Token) -> bool:
    """Whether a verb only tells what something is compared with ("twice what the owner has stated")."""
    return any(child.dep_ == "dobj" and child.lower_ == "what" and child.i < verb.i for child in verb.children)


def _is_clause(child: Token, lemma: str, words: Lexicon) -> bool:
    if child.dep_ == "ccomp" or (child.dep_ == "dep" and child.left_edge.lower_ == "that"):
        return (lemma in words.clause or lemma in words.infinitive) and not _misread(child)
    if child.dep_ == "xcomp":
        if any(grand.tag_ == "TO" for grand in child.children):
            return lemma in words.infinitive
        return lemma in words.clause and child.pos_ in ("VERB", "AUX")
    return False


def _misread(clause: Token) -> bool:
    """Whether a clause behind a verb lacks a subject: then it is the sentence's own ("the price agreed with them is high")."""
    if clause.head.lemma_ in CITING and _that_apart(clause):
        return True  # "reported, citing two officials, that …": what was reported
    finite = clause.tag_ in ("VBZ", "VBP", "VBD") and clause.i > clause.head.i
    return finite and clause.lemma_ == "be" and not any(child.dep_ in (*SUBJECTS, "expl") for child in clause.children)


def _is_source(cue: Cue, clauses: list[Token]) -> bool:
    """Whether the object of a verb is who speaks ("On Friday, replied Keller.")."""
    objects = [child for child in cue.token.children if child.dep_ == "dobj"]
    return not clauses and cue.source is not None and any(cue.source[0] <= one.i < cue.source[1] for one in objects)


def _things(verb: Token, lemma: str, words: Lexicon, clauses: list[Token]) -> list[Token]:
    """The object that is reported with its predicate ("called him a liar"), not the person who is spoken to."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "dative")]
    objects = objects or [child for child in verb.children if child.dep_ == "oprd"]
    if not objects or not (lemma in words.object or (clauses and lemma in words.infinitive)):
        return []
    if lemma in words.addressee and (clauses or _is_told(objects[0])):
        return []
    after = [child for child in verb.children if child.i > objects[-1].i]
    predicates = [child for child in after if child.dep_ in ("oprd", "xcomp") and child not in clauses]
    predicates += [child for child in after if child.dep_ == "prep" and child.lower_ in _PREDICATIVE and lemma != "ask"]
    return objects + predicates


def _is_told(thing: Token) -> bool:
    """Whether the object of a verb is somebody who is spoken to."""
    spoken_to = thing.pos_ in ("PROPN", "PRON") or thing.ent_type_ in _NAMED or is_person(thing.lower_)
    return spoken_to and lemma_of(thing.head) in lexicon().addressee


def _predicates(verb: Token) -> list[Token]:
    """What is said of the thing: "described as vague"."""
    after = [child for child in verb.children if child.i > verb.i]
    return [child for child in after if child.dep_ == "oprd" or (child.dep_ == "prep" and child.lower_ == "as")]


def _lacks_object(verb: Token) -> bool:
    """Whether a relative clause leaves its object out: "a fact he mentions"."""
    subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
    return subject is not None and subject.tag_ not in ("WP", "WDT") and not any(child.dep_ == "dobj" for child in verb.children)


def _antecedent(verb: Token) -> tuple[Stretch, ...]:
    span = source_span(verb.head)
    if span is None:
        return ()
    start, end = span[0], min(span[1], max(verb.left_edge.i, verb.head.i + 1))
    return ((start, end),)


def _passive_subject(verb: Token, lemma: str) -> list[Token]:
    if lemma in ("ask", "tell", "quote") or not any(child.dep_ == "auxpass" for child in verb.children):
        return []
    return [child for child in verb.children if child.dep_ in SUBJECTS][:1]


def _of_noun(cue: Cue) -> Found:
    noun = cue.token
    if _is_medium(noun):
        return Found(cue, "none", ())
    for child in noun.children:
        if child.dep_ not in ("acl", "relcl", "ccomp") or child.i < noun.i:
            continue
        if _introduced(child) or (cue.source is not None and _misread_that(child)):
            told = child.dep_ != "acl" or lemma_of(noun) == "denial"
            return Found(cue, "clause" if told else "infinitive", joined([child], noun))
    if cue.source is not None and noun.i + 1 < len(noun.doc):
        link = noun.doc[noun.i + 1]
        if link.head == noun and link.dep_ == "prep" and link.lower_ in ("of", "for", "about", "on", "to", "against"):
            inner = [grand for grand in link.children if grand.dep_ in ("pobj", "pcomp")]
            return Found(replace(cue, end=link.i + 1), "preposition", joined(inner, noun))
    return Found(cue, "none", ())


def _introduced(clause: Token) -> bool:
    """Whether "that" or "to" opens a clause and is none of its arguments."""
    first = clause.doc[clause.left_edge.i]
    return first.lower_ in ("that", "to") and first.dep_ in ("mark", "aux")


def _misread_that(clause: Token) -> bool:
    """Whether a parser took the "that" of "a warning by the board that the dam had given way" for what gave way."""
    first = clause.left_edge
    subject = any(child.dep_ in SUBJECTS and child != first for child in clause.children)
    return clause.dep_ == "acl" and first.lower_ == "that" and subject


def _of_adjective(cue: Cue) -> Found:
    word = cue.token
    for child in word.children:
        if child.dep_ == "ccomp" and child.i > word.i:
            return Found(cue, "clause", joined([child], word))
        if child.dep_ == "prep" and child.lower_ in ("of", "about", "to", "with"):
            inner = [grand for grand in child.children if grand.dep_ in ("pobj", "pcomp")]
            if inner:
                return Found(replace(cue, end=child.i + 1), "preposition", joined(inner, word))
    return Found(cue, "none", ())


def _set_off(verb: Token) -> bool:
    """Whether a verb with its own subject stands as a parenthesis, between commas or dashes or at the end."""
    if verb.dep_ == "parataxis":
        return True
    if verb.dep_ not in ("ccomp", "advcl", "conj") or not is_finite(verb):
        return False
    if not any(child.dep_ in SUBJECTS for child in verb.children):
        return False
    if any(child.dep_ in ("xcomp", "ccomp", "dobj") and not _is_told(child) for child in verb.children):
        return False
    if verb.left_edge.lower_ == "as":
        return True
    edge = min(verb.i, next(child.left_edge.i for child in verb.children if child.dep_ in SUBJECTS))
    return edge > 0 and verb.doc[edge - 1].is_punct and verb.doc[edge].pos_ not in ("SCONJ", "CCONJ", "ADV")
