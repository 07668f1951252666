"""Acts that nouns tell beside the verb of their clause: "after the expulsion of three envoys", "talks between the ministers"."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.analyze.acts import Known, read
from dateline.analyze.actsyntax import keys_of
from dateline.analyze.actwords import act_words
from dateline.analyze.parties import TIMED, parties, place_of
from dateline.types import Act, Span

# Prepositions behind which stands what was so when something else happened.
BACKGROUND = frozenset({"after", "during", "amid", "following", "despite", "since", "because", "over", "in"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Of these a noun tells an occasion; "support", "threats" and "demands" tell how things stand.
OCCASIONS = frozenset({"CONSULT", "PROTEST", "COERCE", "ASSAULT", "SANCTION", "RETREAT", "AID", "MOBILIZE"})
PARTS = frozenset({"det", "amod", "compound", "poss", "nmod", "nummod", "prep", "case", "pobj", "advmod", "conj", "cc", "pcomp"})


def noun_acts(tokens: Sequence[Token], told: Token | None, known: Known, article: str) -> Iterator[Act]:
    """The acts of the nouns of a clause that name a party to them, other than the noun that is `told` by its verb."""
    for noun in tokens:
        if noun.pos_ != "NOUN" or noun == told or not _stands_alone(noun):
            continue
        found = read(noun, known)
        if found is None or found.token.i != noun.i or found.kind.type not in OCCASIONS or found.below is not None:
            continue
        source, target = parties(noun, found.kind.type)
        if source is not None or target is not None:
            yield Act(
                type=found.kind.type,
                mode=found.kind.mode,
                cameo=found.kind.cameo,
                about=None,
                verb=Span(article, noun.idx, noun.idx + len(noun)),
                source=None if source is None else place_of(source, article),
                target=None if target is None else place_of(target, article),
                phrase=_phrase(noun, article),
            )


def _stands_alone(noun: Token) -> bool:
    """Whether a noun tells what happened, and not what somebody plans, wants or does with the verb of the clause."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "of" and (noun.head.head.ent_type_ in TIMED or noun.head.head.like_num):
        noun = noun.head.head  # "two hours of talks"
    if noun.dep_ == "dobj":
        return not any(key in act_words().verb_operators for key in keys_of(noun.head))
    return noun.dep_ in SUBJECTS or (noun.dep_ == "pobj" and noun.head.lower_ in BACKGROUND)


def _phrase(noun: Token, article: str) -> Span:
    """A noun with what belongs to its phrase, without clauses that hang from it."""
    kept, stack = [noun], [noun]
    while stack:
        stack_from = stack.pop()
        more = [child for child in stack_from.children if child.dep_ in PARTS]
        kept += more
        stack += more
    first, last = min(kept, key=lambda token: token.i), max(kept, key=lambda token: token.i)
    while first.dep_ == "det" and first.i < noun.i:
        first = first.nbor(1)
    return Span(article, first.idx, last.idx + len(last))
