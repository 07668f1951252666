"""What hangs from a predicate: how it is looked up, what it is done to, and where the act below an operator stands."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.analyze.actwords import LIGHT, SAY, act_words
from dateline.analyze.negations import is_negation

VERBS = frozenset({"VERB", "AUX"})
FUTURE = frozenset({"will", "shall", "would", "'ll", "’ll", "'d", "’d", "wo"})
DUTY = frozenset({"must", "should", "ought"})
OBJECTS = ("dobj", "attr", "oprd", "nsubjpass", "dative")
# Prepositions of what else was so at the time.
CIRCUMSTANCE = frozenset(
    {
        "after",
        "before",
        "during",
        "amid",
        "following",
        "despite",
        "since",
        "until",
        "at",
        "because",
        "over",
        "ahead",
        "by",
        "under",
    }
)
PLACES = frozenset({"GPE", "LOC", "FAC", "NORP", "DATE", "TIME"})
# What ends "with" something does not end that.
ENDING = frozenset({"end", "lift", "suspend"})
DONE = frozenset({"dobj", "nsubjpass"})
PERSONS = frozenset({"he", "him", "she", "her", "they", "them", "who", "whom", "us", "we", "me", "i"})
# What happens "takes" these: they are no objects that anything is done to.
TAKEN = frozenset({"place", "effect", "shape", "hold", "force"})
MODIFIERS = frozenset({"compound", "amod", "nmod"})


def keys_of(verb: Token) -> list[str]:
    """What a verb is looked up by: with its particles and prepositions, then alone unless a particle makes another verb of it."""
    lemma = verb.lemma_.lower()
    particles = [child.lower_ for child in verb.children if child.dep_ == "prt"]
    others = [child.lower_ for child in verb.children if child.dep_ in ("prep", "advmod", "agent") and not _dates(child)]
    clauses = (child for child in verb.children if child.dep_ in ("ccomp", "advcl", "xcomp"))
    others += [part.lower_ for child in clauses for part in child.children if part.dep_ == "mark" and part.lower_ == "for"]
    both = [f"{part}_{other}" for part in particles for other in others]
    return [*(f"{lemma}_{part}" for part in (*both, *particles, *others)), *([] if particles else [lemma])]


def _dates(preposition: Token) -> bool:
    """Whether a preposition only says when."""
    return any(child.ent_type_ in ("DATE", "TIME") for child in preposition.children if child.dep_ == "pobj")


def noun_keys(noun: Token) -> list[str]:
    """What a noun is looked up by: with a word before it, then alone."""
    lemma = noun.lemma_.lower()
    before = [form for child in noun.children if child.dep_ in MODIFIERS for form in (child.lemma_.lower(), child.lower_)]
    return [*(f"{word}_{lemma}" for word in before), lemma, noun.lower_]


def things_of(verb: Token) -> list[str]:
    """What a verb is done to, nearest first: nouns as they are looked up, and the classes of each."""
    classes = act_words().classes
    found: list[str] = []
    naming = any(child.dep_ in DONE for child in verb.children)
    nouns = [antecedent(noun) for noun in nouns_of(verb)]
    found += [] if any(True for noun in nouns_of(verb) if noun.dep_ in DONE) else ["@nothing"]
    for noun in nouns:
        keys = noun_keys(noun)
        found += keys
        before = [child.lemma_.lower() for child in noun.children if child.dep_ in MODIFIERS]
        named = [name for key in (*before, *keys) for name in classes.get(key, ())]
        found += named
        found += (f"^{name[1:]}" for name in named if noun.dep_ in DONE)
        found += ["@naming"] if noun.dep_ == "oprd" and naming else []
        found += ["@money"] if noun.ent_type_ == "MONEY" else []
        found += (child.lemma_.lower() for child in noun.children if child.dep_ == "amod" and child.i > noun.i)
        if noun.pos_ == "PROPN" and noun.ent_type_ not in PLACES and noun.dep_ != "pobj":
            found.append("@person")
        if noun.pos_ == "PROPN" and noun.ent_type_ not in ("PERSON", "DATE", "TIME") and noun.dep_ == "pobj":
            found.append("@place")
    if any(child.dep_ in ("dobj", "nsubjpass") and child.lower_ in PERSONS for child in verb.children):
        found += ("@person", "@people")
    called = [
        child.lemma_.lower() for child in verb.children if child.dep_ in ("acomp", "ccomp") and child.pos_ in ("ADJ", "NOUN")
    ]
    found += (key for word in called for key in (word, *classes.get(word, ())))
    doers = (child.lemma_.lower() for child in verb.children if child.dep_ == "nsubj")
    return [*found, *(f"<{name[1:]}" for doer in doers for name in classes.get(doer, ()))]


def nouns_of(verb: Token) -> Iterator[Token]:
    """The nouns that a verb is done to: objects and subjects of a passive, then what stands behind prepositions."""
    children = list(verb.children)
    for role in OBJECTS:
        yield from (noun for child in children if child.dep_ == role for noun in _joined(child))
    for child in children:
        bound = f"{verb.lemma_.lower()}_{child.lower_}" in act_words().bound
        if child.dep_ in ("prep", "dative") and (bound or child.lower_ not in CIRCUMSTANCE):
            yield from (noun for thing in behind(child) for noun in _joined(thing))


def antecedent(word: Token) -> Token:
    """What a relative pronoun stands for; any other word itself."""
    return word.head.head if word.tag_ in ("WP", "WDT") and word.head.dep_ == "relcl" else word


def behind(preposition: Token) -> Iterator[Token]:
    """What stands behind a preposition, or behind two ("out of the pact")."""
    for child in preposition.children:
        if child.dep_ == "prep":
            yield from behind(child)
        elif child.dep_ == "pobj":
            yield child


def _joined(noun: Token) -> Iterator[Token]:
    """A noun, what it counts ("dozens of prisoners") and those joined to it."""
    yield noun
    for child in noun.children:
        if child.dep_ == "conj":
            yield from _joined(child)
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from behind(child)


def complements(verb: Token, operator: str) -> Iterator[Token]:
    """Where the act stands that an operator is said of, in the order it is looked for."""
    children = list(verb.children)
    clausal = [child for child in children if child.dep_ in ("xcomp", "ccomp")]
    if operator == SAY:
        yield from clausal
        return
    nouns = [noun for noun in nouns_of(verb) if operator not in ENDING or noun.head.lower_ != "with"]
    yield from (*nouns, *clausal) if operator == LIGHT else (*clausal, *nouns)
    yield from (child for prep in children if prep.dep_ == "prep" for child in prep.children if child.dep_ == "pcomp")
    yield from purposes(verb)
    if not any(child.dep_ in OBJECTS and child.lemma_ not in TAKEN for child in children):
        yield from (child for child in children if child.dep_ == "nsubj")


def noun_complements(noun: Token) -> Iterator[Token]:
    """Where the act stands that an operator told by a noun is said of ("plans to withdraw", "calls for talks")."""
    for child in noun.children:
        if child.dep_ in ("acl", "ccomp", "relcl", "xcomp", "compound"):
            yield child
        elif child.dep_ == "prep" and child.lower_ in ("of", "for", "to", "on", "against"):
            yield from (thing for thing in child.children if thing.dep_ in ("pobj", "pcomp"))


def purposes(verb: Token) -> Iterator[Token]:
    """What something is done for."""
    return (child for child in verb.children if child.dep_ == "advcl" and is_infinitive(child))


def is_infinitive(verb: Token) -> bool:
    """Whether a verb has "to" before it."""
    return any(child.tag_ == "TO" for child in verb.children)


def bids(verb: Token) -> bool:
    """Whether somebody is told to do something."""
    return any(child.dep_ == "xcomp" and is_infinitive(child) for child in verb.children)


def wishes(verb: Token) -> bool:
    """Whether it is another who is to do it ("wants Iran to stop", "wants an apology")."""
    return any(
        child.dep_ == "dobj" or (child.dep_ == "ccomp" and any(part.dep_.startswith("nsubj") for part in child.children))
        for child in verb.children
    )


def told_to(verb: Token) -> bool:
    """Whether a clause with a subject of its own says what another is to do."""
    return any(child.dep_ == "ccomp" and any(part.dep_.startswith("nsubj") for part in child.children) for child in verb.children)


def is_owed(verb: Token) -> bool:
    """Whether it is told what somebody must do."""
    return any(child.dep_ == "aux" and child.lower_ in DUTY for child in verb.children)


def is_ahead(verb: Token) -> bool:
    """Whether the helpers of a verb put it in the future."""
    helpers = {child.lower_ for child in verb.children if child.dep_ == "aux"}
    return bool(helpers & FUTURE) or (bool(helpers) and verb.lemma_ == "go" and verb.tag_ == "VBG")


def is_conditional(verb: Token) -> bool:
    """Whether it is held out for the case that somebody does not give way."""
    return any(part.lower_ == "unless" for child in verb.children if child.dep_ == "advcl" for part in child.children)


def is_negated(verb: Token) -> bool:
    """Whether a verb has a "not", or one of those at its side a "no"."""
    if any(is_negation(child) or child.lower_ == "never" for child in verb.children):
        return True
    return any(
        part.lower_ == "no" for child in verb.children if child.dep_ in ("dobj", "attr", "nsubj") for part in child.children
    )
