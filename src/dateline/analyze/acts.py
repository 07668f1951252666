"""Acts: what the predicates of a parsed sentence say that one actor did to another, in the types of PLOVER.

A predicate tells an act by itself ("arrested"), with what it is done to ("withdrew troops"), or as an operator on the act
below it ("refused to lift the ban"): it is read from the top down, and the tables say what an operator makes of an act.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from dateline.analyze.actsyntax import (
    MODIFIERS,
    VERBS,
    behind,
    bids,
    complements,
    is_ahead,
    is_conditional,
    is_infinitive,
    is_negated,
    is_owed,
    keys_of,
    noun_complements,
    noun_keys,
    purposes,
    things_of,
    told_to,
    wishes,
)
from dateline.analyze.actwords import LIGHT, SAY, Kind, act_words, compose, first_known

# What one wishes another to do one asks of him.
WISHING = frozenset({"want", "need", "like", "wish"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What a predicate tells: the kind of act, and the kind below an operator."""

    kind: Kind
    token: Token
    below: Kind | None = None


Known = dict[int, Reading | None]


def read(token: Token, known: Known) -> Reading | None:
    """The act that a verb or noun tells with all that hangs from it; None where it tells none. `known` holds what was read."""
    if token.i not in known:
        if token.pos_ in VERBS or (token.pos_ == "ADJ" and token.dep_ == "ROOT"):
            known[token.i] = _read_verb(token, known)
        else:
            known[token.i] = _read_noun(token, known) if token.pos_ in ("NOUN", "PROPN", "ADJ") else None
    return known[token.i]


def will_be(found: Reading) -> Reading | None:
    """What an act is while it is planned: a word given, or a threat."""
    return _made("will", found, found.token)


def _first(tokens: Iterable[Token], known: Known) -> Reading | None:
    return next((found for token in tokens for found in [read(token, known)] if found is not None), None)


def _read_verb(verb: Token, known: Known) -> Reading | None:
    if is_owed(verb):
        return None  # a duty is a request of who says it, and is read from there
    named = _phrase(verb)
    found = _by_word(verb, known) if named is None else _by_phrase(named, verb, known)
    if not is_ahead(verb):
        return found
    if is_negated(verb):
        return _made("not", found, verb)
    return _made("threaten" if is_conditional(verb) else "will", found, verb)


def _phrase(verb: Token) -> str | None:
    """The name of what a verb tells with what it is done to."""
    phrases, things = act_words().phrases, things_of(verb)
    return next((phrases[key, thing] for key in keys_of(verb) for thing in things if (key, thing) in phrases), None)


def _by_phrase(named: str, verb: Token, known: Known) -> Reading | None:
    """The act of a phrase; a means gives way to what it is used for ("sent experts to investigate")."""
    found = _plain(named, verb)
    if found is None or not found.kind.purpose:
        return found
    ends = (child for child in verb.children if child.dep_ == "xcomp" and is_infinitive(child))
    return _first((*ends, *purposes(verb)), known) or found


def _by_word(verb: Token, known: Known) -> Reading | None:
    words = act_words()
    for key in keys_of(verb):
        operator, plain = words.verb_operators.get(key), words.verbs.get(key)
        bidding = (operator == SAY and bids(verb)) or (verb.lemma_ in WISHING and wishes(verb))
        operator = "demand" if bidding else "intend" if verb.lemma_ == "seek" and bids(verb) else operator
        below = None if operator is None else _below(verb, operator, known)
        if bidding and below is None and verb.lemma_ in WISHING and not told_to(verb):
            return None  # a mere wish
        if operator == LIGHT and below is None and verb.dep_ == "relcl":
            named = first_known(noun_keys(verb.head), words.nouns)  # "the loan it made", "talks they held"
            below = None if named is None else _plain(named, verb)
        if operator is not None and (below is not None or plain is None or (operator == "demand" and bids(verb))):
            made = _made(operator, below, verb)
            if made is not None:
                return made
        if plain is not None:
            return _plain(plain, verb)
    if verb.lemma_ == "be":
        return _of_state(verb, known)
    return _first((child for child in verb.children if child.dep_ == "xcomp"), known)


def _below(verb: Token, operator: str, known: Known) -> Reading | None:
    """The act that an operator is said of."""
    for child in complements(verb, operator):
        if child.dep_ == "ccomp" and is_owed(child):
            return Reading(act_words().kinds["request"], verb)
        found = read(child, known)
        if found is not None:
            return found
    return None


def _of_state(verb: Token, known: Known) -> Reading | None:
    """What "is to meet", "is ready to meet", "is under arrest", "is the biggest donor" tell."""
    for child in verb.children:
        operator = act_words().adjectives.get(child.lemma_.lower())
        if operator is not None:
            return _made(operator, _first((deed for deed in child.children if deed.dep_ in ("xcomp", "ccomp")), known), verb)
        if child.dep_ == "xcomp" and is_infinitive(child):
            return _made("will", read(child, known), verb)
        named = (child,) if child.dep_ in ("attr", "xcomp") else tuple(behind(child)) if child.dep_ == "prep" else ()
        found = _first(named, known)
        if found is not None:
            return found
    return None


def _read_noun(noun: Token, known: Known) -> Reading | None:
    found = None if noun.ent_type_ in ("DATE", "TIME") else _by_noun(noun, known)
    return _made("not", found, noun) if any(child.lower_ == "no" for child in noun.children) else found


def _by_noun(noun: Token, known: Known) -> Reading | None:
    """The act that a noun tells: with the word before it, as an operator, alone, or only by what stands before it."""
    words, keys = act_words(), noun_keys(noun)
    named = first_known(keys[:-2], words.nouns)
    if named is not None:
        return _plain(named, noun)
    operator, plain = first_known(keys, words.noun_operators), first_known(keys, words.nouns)
    below = None if operator is None else _first(noun_complements(noun), known)
    if operator is not None and below is not None:
        return _made(operator, below, noun)
    if plain is not None:
        return _plain(plain, noun)
    if operator is not None:
        return _made(operator, None, noun)
    return _first((child for child in noun.children if child.dep_ in MODIFIERS and child.pos_ not in VERBS), known)


def _plain(name: str, token: Token) -> Reading | None:
    kind = act_words().kinds[name]
    return Reading(kind, token) if kind.type else None


def _made(operator: str, below: Reading | None, token: Token) -> Reading | None:
    """What an operator makes of what stands below it."""
    name = compose(operator, None if below is None else below.kind)
    if name is None or below is None:
        return None if name is None else Reading(act_words().kinds[name], token)
    return below if name == below.kind.name else Reading(act_words().kinds[name], token, below.kind)
