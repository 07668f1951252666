"""Who does what to whom: the act of a clause with the places of the one who does it and the one it is done to."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.analyze.acts import Known, Reading, read, will_be
from dateline.analyze.actsyntax import VERBS, antecedent, is_infinitive, keys_of, purposes
from dateline.analyze.actwords import SAY, act_words
from dateline.analyze.parties import TIMED, names_actor, parties, place_of
from dateline.types import Act, Span

# Prepositions behind which stands whom an act is done to, and those that a passive has its doer behind.
TOWARD = frozenset(
    {"against", "with", "on", "to", "from", "into", "at", "for", "of", "between", "over", "towards", "toward", "upon", "in"}
)
WHERE = frozenset({"in", "at", "near", "outside"})
# Of these the subject is the one that it is done to, but of guests.
RECEIVING = frozenset({"receive", "get", "undergo", "suffer", "obtain"})
# Harm that accidents do as well, unless an attack is told with it.
HARM = frozenset({"kill"})
# Those that one sends; they are acted on only where nobody else is.
SENT = frozenset({"@troops", "@helper", "@peacekeeper", "@envoy"})
OBJECTS = frozenset({"dobj", "dative", "nsubjpass"})
LEAVING = frozenset({"walk", "go", "leave"})
# What two do together, whichever of them is named first.
MUTUAL = frozenset({"CONSULT", "AGREE", "SUPPORT", "COOPERATE", "ASSAULT"})
# How many words are looked at for the one an act is done to.
FAR = 40


def act_of(verb: Token, known: Known, article: str, *, planned: bool = False) -> Act | None:
    """The act that a clause tells at its verb; None where it tells none, or only that somebody said something.

    Of what is `planned` the act is the word given or the threat.
    """
    cleft = _cleft(verb)
    if cleft is not None:
        return act_of(cleft, known, article, planned=planned)
    found = read(verb, known)
    says = act_words().verb_operators.get(verb.lemma_.lower()) == SAY
    if found is None or (found.kind.said != says if found.token.i != verb.i and says else found.kind.said):
        return None
    if found.token.dep_ == "ccomp" and found.token.head == verb:
        return None  # a clause with a subject of its own tells it for itself
    if verb.dep_ == "ccomp" and is_infinitive(verb) and _asks(verb.head, known):
        return None  # what another is asked to do is not done
    found = (will_be(found) if planned else found) or found
    source, target = _parts(verb, found, known)
    return Act(
        type=found.kind.type,
        mode=found.kind.mode,
        cameo=found.kind.cameo,
        about=None if found.below is None else found.below.type,
        verb=Span(article, verb.idx, verb.idx + len(verb)),
        source=None if source is None else place_of(source, article),
        target=None if target is None else place_of(target, article),
    )


def _parts(verb: Token, found: Reading, known: Known) -> tuple[Token | None, Token | None]:
    """Who acts and who is acted on."""
    deed = _expected(verb) or _caused(verb, found.token) or verb
    source, target = _doer(deed), _done_to(deed, found, known)
    if source is not None and source.i not in (found.token.i, verb.i) and _is_deed(source, known):
        source = next(filter(None, parties(source, "")), source)  # "her visit saw", "by order of the court"
    if _receives(verb, found):
        return _giver(verb, found.token), source
    if source == found.token and source != verb:  # "talks between the two began": their noun is no actor
        return parties(source, found.kind.type)
    if source is None and found.kind.mode in HARM:
        return _cause(verb, known), target
    return source, target


def _receives(verb: Token, found: Reading) -> bool:
    """Whether the subject of a verb is the one that it is done to ("come under fire", "be in custody", "walk free")."""
    if _is_passive(verb) or "CONSULT" in (found.kind.type, found.below and found.below.type):
        return False
    if verb.lemma_ == "come":
        return any(child.lower_ == "under" for child in verb.children)
    if verb.lemma_ == "be":
        return found.token.dep_ == "pobj" and found.kind.type in ("COERCE", "ASSAULT")
    return verb.lemma_ in RECEIVING or (found.kind.mode == "release" and verb.lemma_ in LEAVING)


def _asks(verb: Token, known: Known) -> bool:
    found = read(verb, known)
    return found is not None and found.token == verb and found.kind.type == "REQUEST"


def _cleft(verb: Token) -> Token | None:
    """The verb of what a sentence sets off: of "it was the mayor who ordered it" the ordering."""
    first = next((child.lower_ for child in verb.children if child.dep_ == "nsubj"), "")
    if verb.lemma_ != "be" or first not in ("it", "this", "that"):
        return None
    above = (verb, *(child for child in verb.children if child.dep_ == "attr"))
    deeds = (deed for word in above for deed in word.children if deed.dep_ in ("relcl", "ccomp"))
    return next((deed for deed in deeds if any(child.tag_ in ("WP", "WDT") for child in deed.children)), None)


def _caused(verb: Token, deed: Token) -> Token | None:
    """What somebody is led to do ("led Norway to expel them"): told below a verb that tells no act itself."""
    words = act_words()
    known = any(key in words.verb_operators or key in words.verbs for key in keys_of(verb))
    led = deed.dep_ == "xcomp" and deed.head == verb and any(child.dep_ == "dobj" for child in verb.children)
    return deed if led and not known else None


def _is_deed(noun: Token, known: Known) -> bool:
    """Whether a noun tells an act, and none of those who act."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() not in act_words().actors and read(noun, known) is not None


def _expected(verb: Token) -> Token | None:
    """What somebody "is expected to" or "was due to" do, who is the subject of a passive and yet acts."""
    intends = act_words().verb_operators.get(verb.lemma_.lower()) == "intend" and _is_passive(verb)
    return next((child for child in verb.children if intends and child.dep_ == "xcomp"), None)


def _giver(verb: Token, gift: Token) -> Token | None:
    """From whom something is received: whose it is, else who stands behind a "from"."""
    source = parties(gift, "")[0]
    behind = (
        thing for child in verb.children if child.lower_ in ("from", "by") for thing in child.children if thing.dep_ == "pobj"
    )
    return source or next(behind, None)


def _cause(verb: Token, known: Known) -> Token | None:
    """Who did harm that is told with an attack: "were killed when Norway shelled the port", "died in the shelling"."""
    for child in verb.children:
        if child.dep_ == "advcl" or child.dep_ == "prep":
            attack = child if child.dep_ == "advcl" else next((thing for thing in child.children if thing.dep_ == "pobj"), child)
            found = read(attack, known)
            if found is not None and found.kind.type == "ASSAULT":
                return (_doer(attack) if child.dep_ == "advcl" else parties(attack, "")[0]) or attack
    return None


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
    if verb.dep_ == "xcomp" and _expected(verb.head) == verb:
        return next((child for child in verb.head.children if child.dep_ == "nsubjpass"), None)
    if verb.dep_ == "xcomp" and _caused(verb.head, verb) == verb:
        return next((child for child in verb.head.children if child.dep_ == "dobj"), None)
    if verb.dep_ == "pcomp" and verb.head.head.pos_ in VERBS:  # "accused Chad of helping them"
        blamed = next((child for child in verb.head.head.children if child.dep_ in ("dobj", "nsubjpass")), None)
        if blamed is not None:
            return blamed
    seen = verb
    for _ in range(4):
        own = next((child for child in seen.children if child.dep_ == "nsubj"), None)
        if own is not None:
            if own.tag_ in ("WP", "WDT") and seen.dep_ in ("relcl", "ccomp"):
                return next((child for child in seen.head.children if child.dep_ == "attr"), seen.head)
            return _meant(own, seen)
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
            return antecedent(below)
    if verb.dep_ == "relcl" and any(child.dep_ == "dobj" and child.tag_ in ("WP", "WDT") for child in verb.children):
        return verb.head
    nouns = [noun for noun in _below(verb) if noun.pos_ in ("NOUN", "PROPN") and noun.ent_type_ not in TIMED]
    away = [noun for noun in nouns if not _is_place(noun)]  # where it was done comes last
    aims = (noun for aim in purposes(verb) for noun in _below(aim) if names_actor(noun))  # "opened fire to disperse the crowd"
    known_to_act = (filter(names_actor, away), _joined(verb, found), aims, filter(_is_target, away), filter(names_actor, nouns))
    for some in known_to_act:
        named = next(iter(some), None)
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
        return child.lower_ in TOWARD or (child.lower_ == "by" and above.pos_ not in VERBS)
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
