"""Clauses: the predicate-argument units of a parsed text, from which statements are made.

A clause is a verb with what depends on it, less the clauses that hang from it; a counted noun phrase that is no argument of
its verb ("the presence of nearly 28,500 troops") is a clause of its own, because it asserts a figure of its own. So are an
age beside a name, and words without a finite verb that say something ("Port at standstill").
"""

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Tokens

from dateline.analyze.acts import Known
from dateline.analyze.antecedents import told_of
from dateline.analyze.cast import Cast, in_quotation
from dateline.analyze.negations import is_negation
from dateline.analyze.roles import act_of
from dateline.analyze.verbless import parts_of, told_by, topmost, with_age
from dateline.data import lines
from dateline.types import Clause, Modality, Span

# Labels of Universal-style dependencies in the model's scheme (ClearNLP), by what they make of a verb.
OPENS_CLAUSE = frozenset({"ROOT", "conj", "relcl", "advcl", "ccomp", "acl", "pcomp", "parataxis", "csubj", "csubjpass", "dep"})
JOINS_HEAD = frozenset({"xcomp", "auxpass", "aux", "neg", "prt"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
ARGUMENTS = frozenset({"dobj", "attr", "oprd", "dative", "agent", "prep", "acomp", "npadvmod", "obj", "nmod"})
CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
# Verbs that say little of themselves: their object says what was done ("made a visit", "had no annex").
LIGHT = frozenset({"have", "make", "take", "give", "hold", "do", "pay"})
# Verbs of perception: of "was seen leaking" it is the seeing that is told.
PERCEIVED = frozenset({"see", "hear", "observe", "watch", "find", "notice", "spot"})
# Verbs whose own "not" is meant for what is believed.
BELIEVING = frozenset({"believe", "think", "accept", "suppose", "expect"})
# Of what one refuses or fails to do it is said that it is not done.
UNDOING = frozenset({"refuse", "fail", "decline", "neglect", "omit"})
# What is not ruled out may be so: such a "not" leaves it open and denies nothing.
EXCLUDING = frozenset({"exclude", "preclude"})
# Verbs that only say that it happened: what happened is their subject ("the failure occurred at dawn").
HAPPENING = frozenset({"occur", "happen"})
IDIOMS = {(verb, other): (plain, *no) for verb, other, plain, *no in (row.split() for row in lines("idioms.txt"))}
# Verbs of whoever is to carry out the plan that is their object; who blocks or criticises it is not.
MAKING = frozenset(
    {"announce", "make", "have", "unveil", "present", "adopt", "set", "reveal", "outline", "prepare", "submit", "send", "deny"}
)
# Words without a verb say something from this many content words on.
LEAST_WORDS = 3
LONG_NAME = 4  # an apposition of more words than this is a description
PLANNED = frozenset(lines("planned.txt"))
POSSIBLE = frozenset(lines("possible.txt"))
FALSE = frozenset(lines("false.txt"))
# Bounds on work, which no sentence that somebody wrote comes near: tokens of a sentence whose acts are read, which takes a stack
# as deep as the sentence, and tokens above one that may say what is still to be done.
LONGEST = 250
DEEPEST = 50


def find_clauses(doc: Doc, cast: Cast) -> tuple[Clause, ...]:
    """The clauses of a parsed article in order of their first character; offsets are code points into the text."""
    known: Known = {}
    found = [clause for index, sentence in enumerate(doc.sents) for clause in _in_sentence(sentence, index, cast, known)]
    return tuple(sorted(found, key=lambda clause: (clause.span, clause.verb)))


def _in_sentence(sentence: Tokens, index: int, cast: Cast, known: Known) -> Iterator[Clause]:
    if sentence.text.rstrip().endswith("?"):
        return
    verbs = [token for token in sentence if _opens(token) and not _restricts(token) and not _only_a_verdict(token)]
    for token in verbs:
        clause = _clause(token, _own_tokens(token), index, cast)
        brief = len(sentence) <= LONGEST
        act = act_of(token, known, cast.article, planned=clause.modality == "planned") if brief else None
        yield replace(clause, act=act)
    places = {verb.i for verb in verbs}
    for part in parts_of(sentence):
        if places.isdisjoint(token.i for token in part):
            yield from _fragment(part, index, cast)
    for token in sentence:
        aged = with_age(token)
        if aged:
            bearer = _trim([word for word in aged if word.i < token.i]) if token.dep_ == "appos" else aged
            clause = _clause(token, aged, index, cast)
            yield replace(clause, nominal=True, predicate="old", subject=_span(bearer, cast.article))
        elif _counted_apart(token):
            yield replace(_clause(token, _noun_phrase(token), index, cast), nominal=True)


def _fragment(part: Sequence[Token], index: int, cast: Cast) -> Iterator[Clause]:
    """The clause that words without a finite verb make: "Port at standstill", "Ballot box left alone", "three dead"."""
    top, head = topmost(part), told_by(topmost(part))
    tokens = _trim(_own_tokens(top, {token.i for token in part}))
    words = [token for token in tokens if token.pos_ in CONTENT and not _empty(token)]
    told = head != top or any(token.pos_ == "NUM" or token.dep_ == "prep" for token in tokens)  # else it only names something
    common = any(token.pos_ not in ("PROPN", "NUM") and not token.ent_type_ for token in words)
    if told and common and len(words) >= LEAST_WORDS:
        clause = _clause(head, tokens, index, cast)
        yield clause if head == top else replace(clause, subject=_span(_noun_phrase_before(top, head), cast.article))


def _noun_phrase_before(noun: Token, head: Token) -> list[Token]:
    """The words of a noun before what is said of it."""
    return _trim([token for token in _noun_phrase(noun) if token.i < head.left_edge.i]) or [noun]


def _opens(token: Token) -> bool:
    if token.pos_ not in ("VERB", "AUX"):
        return token.dep_ == "ROOT" and any(child.dep_ in SUBJECTS for child in token.children)
    if token.dep_ == "conj" and token.head.dep_ == "xcomp":
        return False
    return token.dep_ in OPENS_CLAUSE


def _counted_apart(token: Token) -> bool:
    """Whether a noun carries a number of its own and is no direct argument of a verb, which would tell the figure itself."""
    if token.pos_ not in ("NOUN", "PROPN") or not _is_word(token) or token.ent_type_ in ("DATE", "TIME", "ORDINAL"):
        return False
    counted = any(child.dep_ == "nummod" and child.ent_type_ not in ("DATE", "TIME") for child in token.children)
    return counted and token.dep_ not in ("nsubj", "nsubjpass", "dobj", "attr", "ROOT")


def _own_tokens(head: Token, inside: Container[int] | None = None) -> list[Token]:
    """The tokens of a clause in order: the subtree of its head without the subtrees of the clauses that hang from it.

    Where places are given that it lies `inside`, only what hangs together there.
    """
    kept, stack = [], [head]
    while stack:
        token = stack.pop()
        kept.append(token)
        stack.extend(child for child in token.children if _belongs(child) and (inside is None or child.i in inside))
    return _trim(sorted(kept, key=lambda token: token.i))


def _is_word(token: Token) -> bool:
    """Whether a token is more than a mark; the model takes one for a noun where a line is no sentence."""
    return any(sign.isalnum() for sign in token.text)


def _belongs(token: Token) -> bool:
    """Whether a dependent is part of its clause: no clause of its own, and not "according to" somebody, who is its source."""
    return token.lower_ != "according" and (not _opens(token) or _restricts(token))


def _restricts(token: Token) -> bool:
    """Whether a clause says which thing is meant, so that the clause above is not whole without it.

    These are a participle behind its noun ("troops stationed in Korea"), what somebody else's plan is to do ("blocked a plan to
    close the mill"), and what follows "this is the first time that".
    """
    if _called_false(token):
        return False
    if token.dep_ == "acl":
        return _to_be_done(token) or (token.tag_ in ("VBN", "VBG") and token.i == token.head.i + 1)
    above = token.head
    while above.dep_ in ("attr", "pobj", "prep", "nmod") and above.head is not above:
        above = above.head
    subject = next((child for child in above.children if child.dep_ == "nsubj"), None)
    return (
        token.dep_ in ("ccomp", "relcl")
        and above.lemma_ == "be"
        and subject is not None
        and subject.lower_ in ("this", "it", "that")
        and token.i > above.i
    )


def _to_be_done(token: Token) -> bool:
    """Whether a clause is what a plan, right or request is for, of which nobody says here that it is or will be so."""
    return _is_infinitive(token) and not _carried_out(token)


def _is_infinitive(token: Token) -> bool:
    """Whether a clause says what a noun is for ("plans to close it")."""
    return token.dep_ == "acl" and any(child.tag_ == "TO" for child in token.children)


def _carried_out(infinitive: Token) -> bool:
    """Whether it is told who is to do what a noun is for, or is not ("has no plans to", "there are no plans to").

    That is whoever makes the plan that is the object; who did not announce one may have it all the same.
    """
    plan = infinitive.head
    verb = plan.head
    if plan.dep_ == "attr":
        return verb.lemma_ == "be" and any(child.dep_ == "expl" for child in verb.children)
    return plan.dep_ == "dobj" and verb.lemma_ in MAKING and (verb.lemma_ == "have" or not _says_not(verb))


def _noun_phrase(head: Token) -> list[Token]:
    kept, stack = [], [head]
    while stack:
        token = stack.pop()
        kept.append(token)
        stack.extend(
            child for child in token.children if child.dep_ not in ("relcl", "conj", "cc", "punct") and not _aside(child)
        )
    return _trim(sorted(kept, key=lambda token: token.i))


def _aside(token: Token) -> bool:
    """Whether an apposition says more than another name of the thing ("a second dam, Basin 5")."""
    return token.dep_ == "appos" and token.right_edge.i - token.left_edge.i >= LONG_NAME


def _trim(tokens: list[Token]) -> list[Token]:
    """The tokens without white space, conjunctions and punctuation at either end."""
    start, end = 0, len(tokens)
    while start < end and (tokens[start].is_space or tokens[start].is_punct or tokens[start].dep_ in ("cc", "mark")):
        start += 1
    while end > start and _dangles(tokens[end - 1]):
        end -= 1
    return _close_bracket(tokens[start:end]) if start < end else tokens


def _dangles(token: Token) -> bool:
    """Whether a token at the end of a clause says nothing there: a mark, or a preposition whose object is another clause."""
    return token.is_space or token.is_punct or token.dep_ in ("cc", "prep", "mark")


def _close_bracket(tokens: list[Token]) -> list[Token]:
    """The tokens with the bracket behind them where they open one that they do not close."""
    opened = sum(token.text == "(" for token in tokens) - sum(token.text == ")" for token in tokens)
    after = tokens[-1].i + 1
    doc = tokens[-1].doc
    return [*tokens, doc[after]] if opened == 1 and after < len(doc) and doc[after].text == ")" else tokens


def _clause(head: Token, tokens: Sequence[Token], index: int, cast: Cast) -> Clause:
    article, subject = cast.article, _subject(head)
    meant = None if subject is None else _meant(cast, subject)
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in head.children) or (
        head.dep_ == "acl" and head.tag_ == "VBN"
    )
    return Clause(
        span=_span(tokens, article),
        sentence=index,
        predicate=_predicate(head),
        verb=Span(article, head.idx, head.idx + len(head)),
        subject=None if subject is None else _span(_noun_phrase(subject), article),
        arguments=tuple(_span(_noun_phrase(child), article) for child in _arguments(head)),
        lemmas=_lemmas(tokens, head),
        negated=_negated(head),
        modality=_modality(head),
        passive=passive,
        aside=_set_apart(head),
        meant=None if meant is None else _span(meant, article),
    )


def _meant(cast: Cast, subject: Token) -> list[Token] | None:
    """The words of what a pronoun or relative word stands for; None where it is none or nobody knows."""
    if subject.tag_ in ("WP", "WDT") and subject.head.dep_ == "relcl":
        return _noun_phrase(subject.head.head)
    if subject.pos_ != "PRON" or in_quotation(cast, subject.idx):
        return None
    found = told_of(cast, subject)
    if found is None or found.span is None:
        return None
    words = cast.doc.char_span(found.span.start, found.span.end, alignment_mode="expand")
    return None if words is None else list(words)


def _set_apart(head: Token) -> bool:
    """Whether a comma parts a clause from what it is added to: a relative one, or what happened as somebody spoke.

    "As the toll climbed to 21" is told of the time of speaking; what had happened or will is part of what is said.
    """
    first = head.left_edge
    now = head.tag_ != "VB" and not any(child.dep_ in ("aux", "auxpass") for child in head.children)
    added = head.dep_ == "relcl" or (head.dep_ == "advcl" and first.lower_ == "as" and now)
    return added and first.i > 0 and first.nbor(-1).text == ","


def _span(tokens: Sequence[Token], article: str) -> Span:
    return Span(article, tokens[0].idx, tokens[-1].idx + len(tokens[-1]))


def _subject(head: Token) -> Token | None:
    """The clause's own subject, or the one it shares with the clause it is joined to ("toured the post before going on").

    Of "named her to chair it" the one who chairs is the object.
    """
    if any(child.dep_ == "xcomp" and child.pos_ == "VERB" for child in head.children):
        controlled = next((child for child in head.children if child.dep_ == "dobj"), None)
        if controlled is not None:
            return controlled
    seen = head
    for _ in range(4):
        subjects = (child for child in seen.children if child.dep_ in SUBJECTS and child.dep_ != "expl")
        own = next(filter(_is_word, subjects), None)
        if own is not None:
            return own
        if _is_infinitive(seen):
            seen = seen.head.head  # of "announced a plan to close it" the one who closes is who announced
            continue
        if seen.dep_ in ("acl", "relcl"):
            return seen.head
        if seen.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "prep") or seen.head is seen:
            return None
        seen = seen.head
    return None


def _arguments(head: Token) -> list[Token]:
    chain = [head, *(child for child in head.children if child.dep_ == "xcomp")]
    found = (child for verb in chain for child in verb.children if child.dep_ in ARGUMENTS)
    return [child for child in found if child.lower_ != "according" and _is_word(child)]


def _predicate(head: Token) -> str:
    """The lemma of the verb that carries the meaning: of "began to fall" it is "fall", of "is ready" it is "ready"."""
    links = [head, *(child for child in head.children if child.dep_ == "acomp")]
    deep = next((child for link in links for child in link.children if child.dep_ == "xcomp" and child.pos_ == "VERB"), None)
    if deep is not None and head.lemma_ not in PERCEIVED:
        return deep.lemma_.lower()
    undone = _denied_deed(head)
    if undone is not None:
        return _predicate(undone)
    idiom = _idiom(head)
    if idiom is not None and idiom[0] not in HAPPENING:
        return idiom[0]
    if idiom is not None or head.lemma_ in HAPPENING:
        event = next((child for child in head.children if child.dep_ == "nsubj" and child.pos_ == "NOUN"), head)
        return event.lemma_.lower()
    if head.lemma_ == "be":
        attribute = next((child for child in head.children if child.dep_ in ("attr", "acomp") and not _counted(child)), None)
        return "be" if attribute is None else attribute.lemma_.lower()
    if head.lemma_ in LIGHT:
        nouns = (child for child in head.children if child.dep_ in ("dobj", "nsubjpass") and child.pos_ == "NOUN")
        done = next(nouns, head)
        return done.lemma_.lower()
    return head.lemma_.lower()


def _counted(noun: Token) -> bool:
    return any(child.dep_ == "nummod" for child in noun.children)


def _idiom(head: Token) -> tuple[str, Token] | None:
    """The verb that says what a verb says with its object or particle, and that word; None where they are no phrase."""
    after = head.nbor(1) if head.i + 1 < len(head.doc) else head  # whatever a parser makes of "gave way above it"
    for other in (after, *(child for child in head.children if child.i > head.i)):
        plain, *no = IDIOMS.get((head.lemma_.lower(), other.lemma_.lower()), ("",))
        if plain:
            objects = other.dep_ != "prt" and any(child.dep_ == "dobj" and child.i > other.i for child in head.children)
            behind = {child.lower_ for child in (*head.children, *other.children) if child.dep_ == "prep"}
            return None if objects or not behind.isdisjoint(no) else (plain, other)
    return None


def _lemmas(tokens: Sequence[Token], head: Token) -> tuple[str, ...]:
    told = (t for t in tokens if not any(_to_be_done(above) for above in (t, *islice(t.ancestors, DEEPEST)) if above.i > head.i))
    content = [t for t in told if t.pos_ in CONTENT and t.ent_type_ not in ("DATE", "TIME") and not _empty(t)]
    idiom = _idiom(head)
    if idiom is not None:
        content = [t for t in content if t not in (head, idiom[1])]
    found = {_lemma(t) for t in content} | ({idiom[0]} if idiom else set())
    return tuple(sorted(found - {""}))


def _lemma(token: Token) -> str:
    """The lemma of a word, lower case; of a name too ("Norvane Minerals" is told by the word of "a mineral")."""
    lemma = token.lemma_.lower().strip("'’-")
    return lemma[:-1] if token.tag_ == "NNPS" and lemma.endswith("s") and len(lemma) > 3 else lemma


def _empty(token: Token) -> bool:
    """Whether a word says nothing of its own; a noun does, though it may look like a pronoun ("the mine")."""
    return token.is_stop and token.pos_ != "NOUN"


def _left_open(head: Token) -> bool:
    """Whether the clause says that something is not ruled out."""
    excludes = head.lemma_ in EXCLUDING or (head.lemma_ == "rule" and any(child.lower_ == "out" for child in head.children))
    return excludes and _says_not(head)


def _negated(head: Token) -> bool:
    """Whether the clause says that something is not so, or is what somebody does not believe."""
    if _left_open(head):
        return False
    raised = head.dep_ == "ccomp" and head.head.lemma_ in BELIEVING and _says_not(head.head)
    without = _is_infinitive(head) and _carried_out(head) and _says_not(head.head.head)
    return _says_not(head) != (raised or without)


def _says_not(head: Token) -> bool:
    chain = [head, *(child for child in head.children if child.dep_ in ("xcomp", "acomp", "attr"))]
    words = [child for verb in chain for child in verb.children]
    direct = any(is_negation(child) or child.lower_ in ("never", "neither", "nor", "hardly", "scarcely") for child in words)
    nothing = any(
        child.dep_ in SUBJECTS | {"dobj", "attr"}
        and (
            child.lower_ in ("nobody", "none", "nothing", "few")
            or any(part.lower_ in ("no", "none", "neither", "hardly", "few") for part in child.children)
        )
        for child in words
    )
    undone = head.lemma_ == "have" and any(child.lower_ in ("yet", "still") for child in head.children)
    undone = undone or head.lemma_ in UNDOING
    return direct or nothing or (undone and any(child.dep_ == "xcomp" for child in head.children))


def _modality(head: Token) -> Modality:
    helpers = {child.lower_ for child in head.children if child.dep_ in ("aux", "auxpass")}
    words = {head.lemma_.lower()} | {child.lemma_.lower() for child in head.children if child.dep_ in ("acomp", "attr")}
    above = {head.head.lemma_.lower()} if head.dep_ in ("xcomp", "ccomp") else set()
    deeds = [child for child in head.children if child.dep_ == "xcomp"]
    if _called_false(head) or _denied_deed(head) is not None:
        return "denied"
    if any(child.dep_ == "mark" and child.lower_ in ("whether", "if") for child in head.children):
        return "possible"
    if helpers & {"may", "might", "could", "can"} or words & POSSIBLE or _left_open(head):
        return "possible"
    # "would" in a report is the "will" of the one who is reported; "is to open" and "was to open" are plans.
    to_do = head.lemma_ in ("be", "set") and bool(deeds)
    to_do = to_do or (_is_infinitive(head) and not _ranked(head.head))
    if to_do or helpers & {"will", "shall", "would", "'ll", "’ll", "'d", "’d"} or (words | above) & PLANNED:
        return "planned"
    purpose = head.dep_ == "advcl" and head.tag_ == "VB" and head.head is not head and _opens(head.head)
    return _modality(head.head) if purpose and any(child.tag_ == "TO" for child in head.children) else "happened"


def _denied_deed(head: Token) -> Token | None:
    """What somebody denies to do or to have done ("denied hiding it", "denied planning to close it")."""
    forms = ("xcomp", "dobj")
    deeds = (child for child in head.children if child.dep_ in forms and child.pos_ == "VERB" and child.tag_ == "VBG")
    return next(deeds, None) if head.lemma_ == "deny" else None


def _ranked(noun: Token) -> bool:
    """Whether what follows a noun tells what it did, as of "the first woman to lead the party"."""
    return any(child.ent_type_ == "ORDINAL" or child.lower_ in ("first", "last", "only", "next") for child in noun.children)


def _called_false(head: Token) -> bool:
    """Whether a clause is what is called false ("rumours that the dam is cracking are untrue", "it is not true that …")."""
    if head.dep_ == "ccomp" and head.head.pos_ in ("AUX", "VERB"):
        return head.i > head.head.i and _is_false(head.head)
    if head.dep_ not in ("acl", "ccomp", "relcl") or head.head.pos_ != "NOUN":
        return False
    return _is_false(head.head.head)


def _is_false(verdict: Token) -> bool:
    """Whether a clause calls something false, or not true."""
    called = {child.lemma_.lower() for child in verdict.children if child.dep_ in ("acomp", "attr")}
    return verdict.lemma_ == "be" and bool(called & ({"true"} if _says_not(verdict) else FALSE))


def _only_a_verdict(verb: Token) -> bool:
    """Whether a clause tells nothing but that the one behind it is false ("it is untrue that …")."""
    return any(child.dep_ == "ccomp" and _called_false(child) for child in verb.children)
