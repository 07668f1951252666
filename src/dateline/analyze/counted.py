"""What a number counts: the noun phrase, the state that is said of it, and what restricts it, read from the parse."""

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Token

from dateline.data import table

_INSIDE = frozenset(("ADJ", "NOUN", "PROPN", "VERB", "NUM", "PUNCT", "PART", "SYM", "ADV", "X"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_NUMERAL_TIES = frozenset(("nummod", "quantmod", "compound", "advmod", "amod", "nmod"))
_NUMERAL_WORDS = frozenset(("NUM", "ADV", "ADJ", "SYM"))
_CLAUSES = frozenset(("acl", "relcl", "amod", "advcl", "acomp"))
_COMPLEMENTS = frozenset(("acomp", "oprd", "conj", "ccomp", "xcomp", "dobj"))
_BREAKS = frozenset((",", ";", ":", "(", ")"))
_UNTOLD = frozenset(("DET", "PUNCT", "SPACE", "NUM", "SYM", "PRON", "ADP"))
_STEPS = 6  # longest way from a number up to the verb that says its state; longer ones were other clauses


@cache
def _states() -> dict[str, str]:
    return {word: state for state, words in table("counts.toml")["states"].items() for word in str(words).split()}


@cache
def words(section: str, key: str) -> frozenset[str]:
    """A set of words of the table `counts.toml`."""
    return frozenset(str(table("counts.toml")[section][key]).split())


def is_person(noun: str) -> bool:
    """Whether a noun (lower case) names people."""
    return noun in words("people", "nouns") or noun.endswith(tuple(table("counts.toml")["people"]["suffixes"]))


def plain(token: Token) -> str:
    """A word in lower case without full stops ("U.S." is "us")."""
    return token.text.lower().replace(".", "").replace("’", "'")


def head_noun(last: Token) -> Token | None:
    """The noun that a number ending in `last` counts, or None where the number stands alone ("wounding 90")."""
    head = last
    while head.dep_ in _NUMERAL_TIES and head.pos_ in _NUMERAL_WORDS and head.head != head:
        head = head.head
    if head.i > last.i and head.pos_ in _NOUNS and _connected(last, head) and head.lower_ not in words("idle", "nouns"):
        return _possessor(last, _phrase_head(head))
    return _next_noun(last)


def _possessor(last: Token, head: Token) -> Token:
    """The first noun with a possessive ending between number and head ("400,000 people's data" counts people), else the head."""
    for token in last.doc[last.i + 1 : head.i]:
        if token.pos_ in _NOUNS and token.nbor(1).tag_ == "POS":
            return token
    return head


def _connected(last: Token, head: Token) -> bool:
    """Whether all between number and noun can stand inside one noun phrase."""
    between = last.doc[last.i + 1 : head.i]
    return head.i - last.i <= 8 and all(token.pos_ in _INSIDE and token.text not in _BREAKS for token in between)


def _phrase_head(head: Token) -> Token:
    """The last noun of the phrase that `head` stands in ("missile" of "missile tests" gives "tests")."""
    while head.dep_ == "compound" and head.head.i > head.i and head.head.pos_ in _NOUNS:
        head = head.head
    return head


def _next_noun(last: Token) -> Token | None:
    """The last noun of the run of adjectives and nouns right behind the number, for where the parse went astray."""
    doc, found, i = last.doc, None, last.i + 1
    while i < len(doc) and i <= last.i + 6:
        token = doc[i]
        if token.is_sent_start or token.ent_type_ in ("DATE", "TIME") or token.lower_ in words("idle", "nouns"):
            break
        if token.pos_ not in ("ADJ", "NOUN", "PROPN") and token.text != "-":
            break
        if token.pos_ in _NOUNS and plain(token) not in _states():
            found = token
        elif found is not None:
            break
        i += 1
    return found


def of_noun(last: Token) -> Token | None:
    """The noun behind "of" ("two of the pilots", "20 tons of rice"), or None."""
    for child in last.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            for noun in child.children:
                if noun.dep_ == "pobj":
                    return noun
    return None


def own_state(noun: Token) -> str:
    """The state that a noun says by itself ("arrests"), or ""."""
    return _states().get(plain(noun), "")


def put_at(last: Token) -> Token | None:
    """What a number is given for: the object of "put the crowd at 8,000", "raised the offer to 12 percent", or None."""
    token = last
    while token.dep_ in ("nummod", "quantmod", "compound", "npadvmod") and token.head.i > token.i:
        token = token.head
    if token.dep_ != "pobj" or token.head.lower_ not in ("at", "to") or token.head.head.pos_ != "VERB":
        return None
    objects = (child for child in token.head.head.children if child.dep_ == "dobj" and child.pos_ in _NOUNS)
    return next(objects, None)


def phrase(first: int, head: Token) -> str:
    """The words from token index `first` to the head noun: lower case, without determiners, punctuation and state words."""
    told = (token for token in head.doc[first : head.i + 1] if token.pos_ not in _UNTOLD and token.tag_ != "POS")
    return " ".join(plain(token) for token in told if token == head or plain(token) not in _states())


def _verb_words(verb: Token) -> Iterator[Token]:
    """A verb with what completes it ("left 12 dead", "claimed the lives", "are missing", "were taken to hospital")."""
    yield verb
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ == "to":
            yield from (grand for grand in child.children if grand.dep_ == "pobj" and not grand.n_lefts)
        if child.dep_ in ("acomp", "oprd", "xcomp", "attr", "ccomp") and child.pos_ in ("ADJ", "VERB", "NOUN"):
            yield child
            yield from (grand for grand in child.children if grand.dep_ == "conj")
        elif child.dep_ in ("dobj", "nsubj", "nsubjpass"):
            yield from _noun_words(child)


def _noun_words(noun: Token) -> Iterator[Token]:
    """A noun with its modifiers ("death toll", "number of dead")."""
    yield noun
    for child in noun.children:
        if child.dep_ == "compound":
            yield child
        elif child.dep_ == "prep" and child.lower_ == "of":
            yield from (grand for grand in child.children if grand.dep_ == "pobj")


def _own_words(first: int, last: Token, head: Token | None) -> Iterator[Token]:
    """The words in which the phrase itself says a state: between number and noun, the noun, and what hangs on it."""
    base = head if head is not None else last
    yield from last.doc[first : base.i + 1]
    for child in base.children:
        if child.i > base.i and (child.dep_ in _CLAUSES or (child.dep_ == "appos" and child.pos_ == "ADJ")):
            yield child
            yield from _completed(child)
    following = base.nbor(1) if base.i + 1 < len(base.doc) else None
    if following is not None and not following.is_sent_start and following.tag_ in ("VBN", "JJ", "NN", "NNS"):
        yield following


def _completed(verb: Token) -> Iterator[Token]:
    """What completes a verb behind a noun, and what is said of its object ("who had their data stolen")."""
    for child in verb.children:
        if child.dep_ in _COMPLEMENTS:
            yield child
            if child.dep_ in ("dobj", "ccomp"):
                yield from (grand for grand in child.children if grand.dep_ in ("acl", "acomp", "conj"))


def _governors(token: Token, *, lone: bool) -> Iterator[Token]:
    """The words above a token up to the verb of its clause; what a preposition ties loosely to it has no part in its state."""
    tight = ("of", "to", "at") if lone else ("of",)
    for _ in range(_STEPS):
        if token.head == token or (token.dep_ == "prep" and token.lower_ not in tight):
            return
        acts = token.dep_ == "nsubj" and any(child.dep_ == "dobj" and child.lower_ != "part" for child in token.head.children)
        if acts and token.head.lower_ not in words("undergoing", "verbs"):
            return  # whoever does it to others is not the one it is done to
        token = token.head
        yield token
        if token.pos_ in ("VERB", "AUX"):
            return


def state_of(first: int, last: Token, head: Token | None) -> str:
    """The state said of what is counted, by the words of the phrase, else by the verb that governs it; "" where none is."""
    own = _first_state(_own_words(first, last, head))
    if own:
        return own
    start = head if head is not None else last
    for governor in _governors(start, lone=head is None):
        found = _first_state(_verb_words(governor) if governor.pos_ in ("VERB", "AUX") else _noun_words(governor))
        if found:
            return found
    return ""


def _first_state(tokens: Iterable[Token]) -> str:
    """The state of the first word that says one; "toll" alone means deaths."""
    for token in tokens:
        if token.lower_ == "toll":
            return "killed"
        found = _states().get(plain(token))
        if found and not (token.lower_ == "lives" and token.pos_ == "VERB"):
            return found
    return ""
