"""On which side of the day of publication the verb puts a time expression."""

from typing import Literal

from spacy.tokens import Token

from dateline.analyze.timechecks import Syntax, word_before
from dateline.data import table

Direction = Literal["", "past", "future"]
NOUNS = frozenset({"NOUN", "PROPN", "PRON"})
DATED = frozenset({"DATE", "TIME"})
# Words that set a limit, which lies ahead unless the verb is in the past.
LIMITS = frozenset({"until", "till", "by", "through"})
# How far up the tree a verb is looked for; longer chains are faults of the parse.
STEPS = 12


def direction(syntax: Syntax, start: int, end: int) -> Direction:
    """Which side of the day of publication the verb puts an expression on; empty where no verb tells."""
    tokens = syntax.between(start, end)
    inside = {token.i for token in tokens}
    top = next((token for token in tokens if token.head.i not in inside), tokens[0])
    before = word_before(tokens[0])
    chain = _up_to_verb(top)
    if before == "since":
        return "past"
    if any(token.lower_ == "ahead" for token in chain):
        return "future"
    verb = chain[-1]
    if _is_moved(verb, before):
        return "future"
    found = _of_verb(verb) if _governs(verb) else ""
    between = (token for token in chain[:-1] if token.i not in inside and token.ent_type_ not in DATED)
    if found == "future" and not _is_told(verb) and any(token.pos_ in NOUNS for token in between):
        found = ""
    return "future" if before in LIMITS and (not found or verb.tag_ == "VB") else found


def has_happened(syntax: Syntax, start: int, end: int) -> bool:
    """Whether a verb in the past says of itself, not of a noun or a plan, that something was on the day of an expression."""
    tokens = syntax.between(start, end)
    inside = {token.i for token in tokens}
    chain = _up_to_verb(next((token for token in tokens if token.head.i not in inside), tokens[0]))
    between = [token for token in chain[:-1] if token.i not in inside]
    if word_before(tokens[0]) in LIMITS or any(token.pos_ != "ADP" for token in between) or not _governs(chain[-1]):
        return False
    helpers = any(child.dep_ in {"aux", "auxpass"} for child in chain[-1].children)
    return (chain[-1].tag_ == "VBD" or helpers) and _of_form(chain[-1]) == "past"


def was_planned(syntax: Syntax, start: int, end: int) -> bool:
    """Whether what an expression is told of was to come when somebody planned it, and may be over ("was set for October")."""
    tokens = syntax.between(start, end)
    inside = {token.i for token in tokens}
    verb = _up_to_verb(next((token for token in tokens if token.head.i not in inside), tokens[0]))[-1]
    if _is_infinitive(verb) and verb.head.lemma_ == "be":
        return verb.head.tag_ == "VBD"
    is_plan = verb.lemma_ in table("times.toml")["tense"]["planned"] or _is_moved(verb, word_before(tokens[0]))
    return is_plan and (verb.tag_ == "VBD" or _is_put_back(verb))


def _is_put_back(verb: Token) -> bool:
    """Whether a helper puts a verb in the past ("had been planned", "was due")."""
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    above = [verb.head] if verb.dep_ == "acomp" else []
    return any(helper.tag_ == "VBD" for helper in (*helpers, *above))


def _is_moved(verb: Token, before: str) -> bool:
    """Whether an expression is the day that something was moved to ("put off until Friday", "brought forward to 12 March")."""
    return before in {"to", "until", "till"} and verb.lemma_ in table("times.toml")["tense"]["moved"]


def _is_told(verb: Token) -> bool:
    """Whether words, not only the present tense, put what a verb says in the future; only they reach the day of a noun."""
    words = table("times.toml")["tense"]
    has_modal = any(child.lower_ in words["modal"] for child in verb.children)
    return has_modal or verb.lemma_ in words["planned"] or _is_infinitive(verb)


def _governs(token: Token) -> bool:
    return token.pos_ in {"VERB", "AUX"} or token.lemma_ in table("times.toml")["tense"]["planned"]


def _up_to_verb(token: Token) -> list[Token]:
    """The tokens from one up to the first verb above it; the last is no verb where there is none."""
    chain = [token]
    while not _governs(chain[-1]) and chain[-1].head.i != chain[-1].i and len(chain) < STEPS:
        chain.append(chain[-1].head)
    return chain


def _of_verb(verb: Token) -> Direction:
    """What a verb says, or where it says nothing by itself, what the verb above it says."""
    for _ in range(STEPS):
        found = _of_form(verb)
        if found is not None or verb.head.i == verb.i:
            return found or ""
        above = _up_to_verb(verb.head)[-1]
        if not _governs(above):
            return "future" if _is_infinitive(verb) else ""
        verb = above
    return ""


def _is_infinitive(verb: Token) -> bool:
    return any(child.lower_ == "to" and child.dep_ == "aux" for child in verb.children)


def _of_form(verb: Token) -> Direction | None:
    """What the form of a verb and its helpers says; None when the verb above has to tell."""
    words = table("times.toml")["tense"]
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    is_perfect = any(helper.lemma_ == "have" for helper in helpers)
    if verb.lemma_ in words["planned"] or (not is_perfect and any(helper.lower_ in words["modal"] for helper in helpers)):
        return "future"
    if verb.tag_ == "VBD" or is_perfect or any(helper.tag_ == "VBD" for helper in helpers):
        return "past"
    if verb.tag_ == "VBG" and any(helper.lemma_ == "be" for helper in helpers):
        return "future"
    if verb.tag_ == "VBN":
        return "" if helpers else "past"
    if verb.tag_ in {"VBZ", "VBP"}:
        return "future" if verb.lemma_ in words["timetable"] else ""
    if _is_infinitive(verb) and verb.head.lemma_ == "be":
        return "future"
    if _is_infinitive(verb) and verb.dep_ == "xcomp":
        return "future" if verb.head.lemma_ in words["intended"] else "" if verb.head.lemma_ in words["agreed"] else None
    if _is_infinitive(verb) and verb.head.i == verb.i:
        return "future"
    return None
