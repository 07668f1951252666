"""Which side is taken on what a content says: for it or against it, without its negations."""

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from dateline.analyze.cues import SUBJECTS, lemma_of
from dateline.analyze.negations import is_negation
from dateline.analyze.quoted import Draft
from dateline.analyze.reporting import lexicon
from dateline.types import Polarity, Side

_NOTHING = frozenset({"nobody", "nothing", "none", "nowhere", "never"})
_NO = frozenset({"no", "neither"})
_WHETHER = frozenset({"whether", "if", "who", "what", "why", "how", "where", "when"})
_SAYING = frozenset({"say", "tell", "suggest", "claim", "state", "announce"})
_SILENT = frozenset({"comment", "elaborate", "speculate"})
_PREDICATES = frozenset({"attr", "acomp", "oprd"})
_DECIDE = frozenset({"decide", "take", "make", "reach"})
_WILL = frozenset({"will", "would", "'ll"})
_PENDING = frozenset({"yet", "still"})


def side_of(draft: Draft, stance: Polarity) -> Side:
    """The side taken on what the content says without its negations."""
    words, lemma, head = lexicon(), lemma_of(draft.cue.token), content_head(draft)
    if stance == "refused":
        return "no comment" if _is_silent(draft, head) else "against"
    if stance == "asked" and (head is None or lemma in ("wonder", "question", "inquire") or _opens_question(head)):
        return "other"
    if draft.cue.negated and (lemma == "rule out" or lemma in words.stances["sides open"]):
        return "other"
    if head is not None and (_ends_question(draft) or _is_open(head) or (stance == "denied" and _is_saying(head))):
        return "other"
    against = head is not None and says_not(_last_statement(head))
    against ^= stance == "denied" or lemma in words.stances["sides against"] or _names_wrong(draft, lemma)
    against |= lemma in words.stances["sides beside"] or _is_against(draft)
    if draft.cue.negated and stance == "thought":
        against = not against
    return "against" if against else "for"


def content_head(draft: Draft) -> Token | None:
    """The word that governs the first piece of the content, a verb before what it is asked of; None without content."""
    piece = first_piece(draft)
    if piece is None:
        return None
    asked = (token for token in piece if token.dep_ == "xcomp" and token.head == draft.cue.token)
    return next(asked, piece.root)


def first_piece(draft: Draft) -> Stretch | None:
    """The tokens of the first piece of the content; None without content."""
    start, end = min(draft.content, default=(0, 0))
    return draft.cue.token.doc.char_span(start, end, alignment_mode="expand") if end else None


def is_silent_clause(draft: Draft) -> bool:
    """Whether somebody says that nothing is said ("said she would not comment")."""
    head = content_head(draft) if draft.frame in ("clause", "host") else None
    return head is not None and lemma_of(head) in _SILENT and any(is_negation(child) for child in head.children)


def _is_silent(draft: Draft, head: Token | None) -> bool:
    saying = lexicon().stances["silence saying"]
    if draft.frame == "silence" or is_silent_clause(draft) or lemma_of(draft.cue.token) in saying or draft.cue.negated:
        return True
    return head is not None and (lemma_of(head) in saying or lemma_of(head) in lexicon().phrasal)


def _opens_question(head: Token) -> bool:
    return head.left_edge.lower_ in _WHETHER


def _ends_question(draft: Draft) -> bool:
    """Whether what is said is a question, quoted or not."""
    piece = first_piece(draft)
    ends = [token for token in piece[-2:] if token.text == "?"] if piece is not None else []
    return bool(ends)


def _is_open(head: Token) -> bool:
    """Whether it is said that a thing is not decided, cannot be said yet, is not excluded, or is so in general."""
    words, lemma = lexicon().stances, lemma_of(head)
    if _is_maxim(head):
        return True
    if lemma == "rule out" or lemma in words["sides open"]:
        return any(is_negation(child) for child in head.children)
    if lemma in words["sides weighing"]:
        return not any(is_negation(child) for child in head.children)
    if lemma in ("be", "remain") and any(child.dep_ == "acomp" and _is_unsettled(child, head) for child in head.children):
        return True
    return _is_too_early(head) or _is_undecided(head)


def _is_maxim(head: Token) -> bool:
    """Whether a saying of what one does, at any time, is told ("a harbour you sell, you sell once")."""
    yours = any(child.dep_ in SUBJECTS and child.lower_ in ("you", "one") for child in head.children)
    return yours and head.tag_ == "VBP" and not any(child.tag_ == "MD" for child in head.children)


def _is_unsettled(state: Token, verb: Token) -> bool:
    """Whether a thing is said not to be decided; a door or a shop that is open is none."""
    if state.lower_ != "open":
        return state.lower_ in ("undecided", "unclear")
    return any(child.dep_ in SUBJECTS and child.lower_ in lexicon().stances["sides unsettled"] for child in verb.children)


def _is_saying(head: Token) -> bool:
    """Whether it is only denied to have been said ("denied saying that it was closed")."""
    own = not any(child.dep_ in SUBJECTS for child in head.children)
    return own and lemma_of(head) in _SAYING and any(child.dep_ in ("ccomp", "dobj") for child in head.children)


def _is_too_early(head: Token) -> bool:
    """Whether it is said that one cannot say yet ("it was too early to link the deaths to the machine")."""
    early = [child for child in head.children if child.dep_ == "acomp"]
    too = any(grand.lower_ == "too" for child in early if child.lower_ in ("early", "soon") for grand in child.children)
    return too or any(child.lower_ == "premature" for child in early if any(True for _ in child.children))


def _is_undecided(head: Token) -> bool:
    """Whether no decision is taken yet: "had not decided whether", "has yet to decide", "no decision had been made"."""
    near = [head, *(child for child in head.children if child.dep_ == "xcomp")]
    decides = any(lemma_of(token) == "decide" for token in near)
    if decides:
        yet = any(child.lower_ == "yet" for child in head.children)
        return yet or any(is_negation(child) for token in near for child in token.children)
    things = (child for child in head.children if child.dep_ in SUBJECTS | {"dobj", "attr"} and child.lower_ == "decision")
    if any(child.tag_ == "MD" and child.lower_ in _WILL for child in head.children):
        return any(things)  # "a decision would fall within days"
    return head.lemma_ in _DECIDE | {"be"} and any(grand.lower_ == "no" for child in things for grand in child.children)


def _names_wrong(draft: Draft, lemma: str) -> bool:
    """Whether a thing is called wrong ("described the plan as reckless"), or told to be ("the plan was a mistake")."""
    words, piece, head = lexicon().stances, first_piece(draft), content_head(draft)
    if piece is None or head is None:
        return False
    if lemma in words["sides naming"] and lemma not in words["sides against"]:
        told = (token for token in piece if not (token.dep_ == "amod" and token.head.i > token.i))
        return lemma != "dismiss" and any(lemma_of(token) in words["sides wrong"] for token in told)
    if head.lemma_ != "be":
        return False
    return any(child.dep_ in _PREDICATES and lemma_of(child) in words["sides wrong"] for child in head.children)


def _is_against(draft: Draft) -> bool:
    """Whether "against" links a cue with its content ("warned against closing it", "spoke out against the closure")."""
    start, head = min(draft.content, default=(0, 0))[0], content_head(draft)
    before = draft.cue.token.doc[draft.cue.start : draft.cue.end]
    links = head is not None and head.dep_ in ("pobj", "pcomp") and head.head.lower_ == "against" and head.head.idx < start
    return links or any(token.lower_ == "against" for token in before)


def _last_statement(head: Token) -> Token:
    """The last of several clauses that could stand alone, which is what they come to ("he knows it, and we will not open")."""
    joined = (child for child in head.children if child.dep_ == "conj" and child.pos_ in ("VERB", "AUX"))
    whole = [child for child in joined if _has_own(child) or says_not(child)]
    return _last_statement(whole[-1]) if whole else head


def _has_own(verb: Token) -> bool:
    return any(child.dep_ in SUBJECTS or child.tag_ == "MD" for child in verb.children)


def says_not(head: Token) -> bool:
    """Whether a clause or phrase says that something is not so."""
    words = lexicon().stances
    deep = [child for child in head.children if child.dep_ in ("attr", "acomp", "xcomp")]
    near = [*head.children, *(grand for child in deep for grand in child.children)]
    phrases = (child for child in head.children if child.dep_ in SUBJECTS | {"dobj", "attr"})
    negated = any(_negates(child) for child in near) or any(_is_none(phrase) for phrase in phrases)
    negated |= _is_pending(head)
    return negated ^ (_is_undone(head) or any(child.lower_ in words["sides unlike"] for child in deep) or _is_out(head))


def _is_pending(head: Token) -> bool:
    """Whether a thing is still to be done ("has yet to be repaid", "has still to be repaid"), whatever the parse."""
    verbs = [head, *(child for child in head.children if child.dep_ == "xcomp")]
    words = [token for verb in verbs for token in (verb, *verb.children)]
    pending = (token for token in words if token.lower_ in _PENDING and token.i + 1 < len(token.doc))
    return any(token.nbor(1).lower_ == "to" for token in pending) and any(token.lemma_ == "have" for token in words)


def _negates(token: Token) -> bool:
    """Whether a word beside a verb says that it is not so; "not only" does not."""
    if is_negation(token):
        following = token.nbor(1) if token.i + 1 < len(token.doc) else token
        return following.lower_ not in ("only", "just", "merely")
    return token.lower_ in _NOTHING or (token.dep_ == "advmod" and token.lower_ in lexicon().stances["sides hardly"])


def _is_none(phrase: Token) -> bool:
    """Whether a phrase is of nothing or next to nothing: "no plan", "few voters"."""
    first = phrase.left_edge.lower_ != "a"
    hardly = lexicon().stances["sides hardly"]
    children = [child for child in phrase.children if child.i < phrase.i]
    none = any(child.lower_ in _NO or child.dep_ == "neg" for child in children)
    none &= phrase.lower_ not in lexicon().stances["sides sure"]  # "the figures leave no choice"
    return none or (first and any(token.lower_ in hardly and token.dep_ != "advmod" for token in (phrase, *children)))


def _is_undone(head: Token) -> bool:
    """Whether a verb says that what it is said of is not so or is not done ("the strike was called off", "refused to pay")."""
    words = lexicon().stances
    particle = next((child.lower_ for child in head.children if child.dep_ == "prt"), "")
    if f"{head.lemma_.lower()}_{particle}" in words["sides undone"]:
        return True
    return head.pos_ == "VERB" and lemma_of(head) in words["sides undoing"]


def _is_out(head: Token) -> bool:
    """Whether a thing is said to be out of the question, or somebody to be against it."""
    links = {child.lower_ for child in head.children if child.dep_ == "prep" and any(True for _ in child.children)}
    return head.lemma_ == "be" and ("against" in links or _out_of_question(head))


def _out_of_question(head: Token) -> bool:
    return any(child.lower_ == "out" and "question" in {token.lower_ for token in child.subtree} for child in head.children)
