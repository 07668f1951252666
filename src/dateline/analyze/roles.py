"""Who does what to whom: the act of a clause with the places of the one who does it and the one it is done to."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.analyze.acts import Known, Reading, read, will_be
from dateline.analyze.actsyntax import VERBS
from dateline.analyze.actwords import SAY, act_words
from dateline.types import Act, Span

# How a noun says which one is meant, without what is added to it.
NAMING = frozenset({"det", "compound", "amod", "poss", "nmod", "case", "punct"})
TIMED = frozenset({"DATE", "TIME"})
ACTING = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
# Prepositions behind which stands whom an act is done to, and those that a passive has its doer behind.
TOWARD = frozenset(
    {"against", "with", "on", "to", "from", "into", "at", "for", "of", "between", "over", "towards", "toward", "upon", "in", "by"}
)
WHERE = frozenset({"in", "at", "near", "outside"})
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
# Of these the subject is the one that it is done to, but of guests.
RECEIVING = frozenset({"receive", "get", "undergo", "suffer", "obtain"})
# Those that one sends; they are acted on only where nobody else is.
SENT = frozenset({"@troops", "@helper", "@peacekeeper", "@envoy"})
OBJECTS = frozenset({"dobj", "dative", "nsubjpass"})
# What two do together, whichever of them is named first.
MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ASSAULT"})
# How many words are looked at for the one an act is done to.
FAR = 40


def act_of(verb: Token, known: Known, article: str, *, planned: bool = False) -> Act | None:
    """The act that a clause tells at its verb; None where it tells none, or only that somebody said something.

    Of what is `planned` the act is the word given or the threat.
    """
    found = read(verb, known)
    says = act_words().verb_operators.get(verb.lemma_.lower()) == SAY
    if found is None or (found.kind.said != says if found.token.i != verb.i and says else found.kind.said):
        return None
    if found.token.dep_ == "ccomp" and found.token.head == verb:
        return None  # a clause with a subject of its own tells it for itself
    found = (will_be(found) if planned else found) or found
    source, target = _doer(verb), _done_to(verb, found, known)
    guests = "CONSULT" in (found.kind.type, found.below and found.below.type)
    receives = verb.lemma_ in RECEIVING or (verb.lemma_ == "come" and any(child.lower_ == "under" for child in verb.children))
    if receives and not guests and not _is_passive(verb):
        source, target = target, source
    return Act(
        type=found.kind.type,
        mode=found.kind.mode,
        cameo=found.kind.cameo,
        about=None if found.below is None else found.below.type,
        verb=Span(article, verb.idx, verb.idx + len(verb)),
        source=None if source is None else place_of(source, article),
        target=None if target is None else place_of(target, article),
    )


def acts_in(doc: Doc, article: str) -> Iterator[Act]:
    """The acts that a text tells, one for each verb that is not told by a verb above it."""
    known: Known = {}
    found = ((token, act_of(token, known, article)) for token in doc if token.pos_ in ("VERB", "AUX") and token.dep_ != "xcomp")
    yield from (act for _, act in found if act is not None)


def _doer(verb: Token) -> Token | None:
    """Who acts: the agent of a passive, else the subject, which a verb may share with the one above it."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            named = next((thing for thing in child.children if thing.dep_ == "pobj"), None)
            if named is not None and _is_passive(verb):
                return named
    if _is_passive(verb):
        return None
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in VERBS:  # "accused Chad of helping them"
        blamed = next((child for child in verb.head.head.children if child.dep_ in ("dobj", "nsubjpass")), None)
        if blamed is not None:
            return blamed
    seen = verb
    for _ in range(4):
        own = next((child for child in seen.children if child.dep_ == "nsubj"), None)
        if own is not None:
            return seen.head if own.tag_ in ("WP", "WDT") and seen.dep_ == "relcl" else _meant(own, seen)
        if seen.dep_ in ("acl", "relcl"):
            return seen.head
        if seen.dep_ not in ("conj", "advcl", "xcomp", "pcomp", "prep") or seen.head.i == seen.i:
            return None
        seen = seen.head
    return None


def _meant(subject: Token, verb: Token) -> Token:
    """The one that a pronoun stands for who says of himself what he does ("Iran said it will")."""
    if subject.pos_ == "PRON" and verb.dep_ == "ccomp":
        said = next((child for child in verb.head.children if child.dep_ == "nsubj"), subject)
        return said if _agree(subject, said) else subject
    return subject


def _agree(pronoun: Token, noun: Token) -> bool:
    """Whether a pronoun can stand for a noun by number and kind; a body may be "they"."""
    many = noun.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in noun.children)
    if pronoun.lower_ == "they":
        return many or (noun.ent_type_ not in ("PERSON", "") and noun.pos_ == "PROPN")
    if pronoun.lower_ == "it":
        return not many and noun.ent_type_ != "PERSON" and noun.pos_ in ("NOUN", "PROPN")
    return pronoun.lower_ in ("he", "she") and not many and noun.pos_ in ("NOUN", "PROPN")


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def _done_to(verb: Token, found: Reading, known: Known) -> Token | None:
    """Whom it is done to: the first actor that is named below the verb, else the first thing that tells no act itself."""
    if _is_passive(verb):
        below = next((child for child in verb.children if child.dep_ == "nsubjpass"), verb.head if verb.dep_ == "acl" else None)
        if below is not None:
            return below
    nouns = [noun for noun in _below(verb) if noun.pos_ in ("NOUN", "PROPN") and noun.ent_type_ not in TIMED]
    away = [noun for noun in nouns if not _is_place(noun)]  # where it was done comes last
    for known_to_act in (filter(_acts, away), _joined(verb, found), filter(_is_target, away), filter(_acts, nouns)):
        named = next(iter(known_to_act), None)
        if named is not None:
            return _whose(named)
    return next((noun for noun in nouns if read(noun, known) is None and noun.dep_ in ("dobj", "pobj", "nsubjpass")), None)


def _joined(verb: Token, found: Reading) -> Iterator[Token]:
    """Of what two do together, the second of them."""
    if found.kind.type in MUTUAL:
        subjects = (child for child in verb.children if child.dep_ == "nsubj")
        yield from (other for subject in subjects for other in subject.children if other.dep_ == "conj")


def _told(verb: Token) -> Token:
    """The verb that tells the act: of "told reporters that Chad must pay" the one below the word for saying."""
    said = next((child for child in verb.children if child.dep_ == "ccomp"), None)
    return said if said is not None and act_words().verb_operators.get(verb.lemma_.lower()) == SAY else verb


def _is_place(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.lower_ in WHERE


def _whose(named: Token) -> Token:
    """Who is named by what he is of ("the president of Chad")."""
    above = named.head.head if named.dep_ == "pobj" and named.head.lower_ == "of" else named
    return above if above.lemma_.lower() in act_words().actors else named


def _acts(noun: Token) -> bool:
    """Whether a noun names an actor, or those of one ("Turkish police", "the president of Chad")."""
    if noun.ent_type_ in ACTING:
        return True
    return any(child.ent_type_ in ACTING for child in noun.children if child.dep_ in ("compound", "amod", "poss", "nmod"))


def _is_target(noun: Token) -> bool:
    """Whether an object is a noun for those who act, and not for what is only sent."""
    return noun.dep_ in OBJECTS and noun.lemma_.lower() in act_words().actors and not _is_sent(noun)


def _is_sent(noun: Token) -> bool:
    """Whether those that a noun names are what is sent or called back: of "withdrew its troops from Chad" Chad is acted on."""
    if any(child.dep_ == "poss" and child.pos_ == "PRON" for child in noun.children):
        return True
    return not SENT.isdisjoint(act_words().classes.get(noun.lemma_.lower(), ()))


def _below(verb: Token) -> Iterator[Token]:
    """What hangs from a verb, level by level: objects first, then what stands behind prepositions and in infinitives."""
    level = [_told(verb)]
    seen = 0
    while level and seen < FAR:
        deeper: list[Token] = []
        for token in level:
            children = [child for child in token.children if _leads_on(child, token, verb)]
            children.sort(key=lambda child: (child.dep_ not in ("dative", "dobj", "nsubj", "nsubjpass"), child.i))
            yield from children
            seen += len(children)
            deeper += children
        level = deeper


def _leads_on(child: Token, above: Token, verb: Token) -> bool:
    if child.dep_ == "prep":
        return child.lower_ in TOWARD
    if child.dep_ in ("nsubj", "nsubjpass"):
        return above.i != verb.i
    return child.dep_ in (
        "dobj",
        "dative",
        "pobj",
        "xcomp",
        "ccomp",
        "pcomp",
        "oprd",
        "attr",
        "acomp",
        "prt",
        "acl",
        "conj",
        "appos",
        "poss",
    )


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
        if child.dep_ in NAMING:
            first = min(first, child.left_edge, key=lambda token: token.i)
    while first.i < noun.i and (first.dep_ in ("det", "punct") or first.is_punct):
        first = first.nbor(1)
    last = next((prep.right_edge for prep in noun.rights if prep.dep_ == "prep" and _says_whose(prep)), noun)
    return Span(article, first.idx, last.idx + len(last))


def _says_whose(preposition: Token) -> bool:
    """Whether a name and no more stands behind a preposition ("students of Halden", "rebels in the north of Chad")."""
    names = [child for child in preposition.children if child.dep_ == "pobj" and child.ent_type_]
    return preposition.lower_ == "of" and any(not list(name.rights) for name in names)
