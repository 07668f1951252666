"""What a cue makes of its content: said, claimed, denied, confirmed, refused, warned, promised, asked or thought."""

from spacy.tokens import Token

from dateline.analyze.cues import lemma_of
from dateline.analyze.quoted import Draft
from dateline.analyze.reporting import lexicon
from dateline.analyze.sides import content_head, is_silent_clause
from dateline.types import Polarity

_NEGATED: dict[Polarity, Polarity] = {"said": "refused", "confirmed": "refused", "claimed": "denied", "denied": "said"}
_NEITHER = frozenset({"neither", "nor"})


def stance_of(draft: Draft) -> Polarity:
    """What the cue makes of its content: "did not say" refuses it, "called him" states while "called for" asks."""
    words, cue = lexicon(), draft.cue
    if draft.frame in ("silence", "short") or is_silent_clause(draft):
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
