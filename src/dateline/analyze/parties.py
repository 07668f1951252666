"""Those who act, as nouns name them, and the parties that the phrase of a noun names ("the shelling of Halden by Norway")."""

from spacy.tokens import Token

from dateline.analyze.actwords import act_words
from dateline.types import Span

# How a noun says which one is meant, without what is added to it.
NAMING = frozenset({"det", "compound", "amod", "poss", "nmod", "case", "punct"})
TIMED = frozenset({"DATE", "TIME"})
ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
QUANTITIES = frozenset(
    {
        "thousand",
        "ten",
        "hundred",
        "dozen",
        "group",
        "number",
        "score",
        "million",
        "crowd",
        "handful",
        "leader",
        "majority",
        "member",
    }
)
# Of these the one behind an "of" is who acts, of others whom it is done to.
OWN = frozenset({"PROTEST", "CONSULT", "COOPERATE", "AGREE"})
AGAINST = frozenset({"against", "on", "with", "to", "for", "at"})


def names_actor(noun: Token) -> bool:
    """Whether a noun names an actor, or those of one ("Turkish police", "the president of Chad")."""
    if noun.ent_type_ in ACTING:
        return True
    return any(child.ent_type_ in ACTING for child in noun.children if child.dep_ in ("compound", "amod", "poss", "nmod"))


def parties(noun: Token, kind: str) -> tuple[Token | None, Token | None]:
    """Who did it and whom it was done to, as far as the phrase of a noun names them."""
    source: Token | None = None
    target: Token | None = None
    for child in noun.children:
        if child.dep_ == "poss" or (child.dep_ in ("amod", "compound", "nmod") and _is_party(child)):
            source = source or (child if _is_party(child) else None)
        elif child.dep_ == "prep":
            named = next((thing for thing in map(counted, child.children) if thing.dep_ == "pobj" and _is_party(thing)), None)
            if named is None:
                continue
            if child.lower_ in ("by", "from", "between") or (child.lower_ == "of" and kind in OWN):
                source = source or named
                other = next((part for part in named.children if part.dep_ == "conj"), None)
                target = target or (other if child.lower_ == "between" else None)
            elif child.lower_ == "of" or child.lower_ in AGAINST:
                target = target or named
    return source, target


def _is_party(noun: Token) -> bool:
    return noun.lemma_.lower() in act_words().actors or names_actor(noun)


def counted(noun: Token) -> Token:
    """What a noun or number counts: of "thousands of students" the students."""
    counts = noun.lemma_.lower() in QUANTITIES or noun.pos_ == "NUM"
    of = next((child for child in noun.children if counts and child.dep_ == "prep" and child.lower_ == "of"), None)
    return noun if of is None else next((thing for thing in of.children if thing.dep_ == "pobj"), noun)


def _named(noun: Token) -> Token:
    """The name of a person that stands beside a noun ("the mayor, Ada Lund")."""
    if noun.ent_type_ == "PERSON" or noun.tag_ != "NN":
        return noun
    beside = (child for child in noun.children if child.dep_ == "appos" and child.ent_type_ == "PERSON" and child.pos_ == "PROPN")
    return next(beside, noun)


def place_of(noun: Token, article: str) -> Span:
    """Where a noun stands with the words that name it: no article at its front, and nothing that is added behind it."""
    noun = _named(counted(noun))
    first = noun
    for child in noun.lefts:
        if child.dep_ in NAMING and child.ent_type_ not in TIMED:
            first = min(first, child.left_edge, key=lambda token: token.i)
    while first.i < noun.i and (first.dep_ in ("det", "punct") or first.is_punct):
        first = first.nbor(1)
    last = next((prep.right_edge for prep in noun.rights if prep.dep_ == "prep" and _says_whose(prep)), noun)
    return Span(article, first.idx, last.idx + len(last))


def _says_whose(preposition: Token) -> bool:
    """Whether a name and no more stands behind a preposition ("students of Halden", "rebels in the north of Chad")."""
    names = [child for child in preposition.children if child.dep_ == "pobj" and child.ent_type_]
    return preposition.lower_ == "of" and any(not list(name.rights) for name in names)
