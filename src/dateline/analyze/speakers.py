"""Who the source of reported speech is: names, pronouns, roles and relative words resolved within one article."""

from functools import cache

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from dateline.analyze.anaphors import institution, institution_before, institutions, stands_for
from dateline.analyze.antecedents import antecedent, firm_before
from dateline.analyze.cast import Cast, Speaker, fullest_name, mention_at, titles, without_article
from dateline.analyze.counted import is_person
from dateline.analyze.cues import source_span
from dateline.data import lines
from dateline.types import Mention, Span

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_OWNERS = frozenset({"his", "her"})
_WHERE = frozenset({"GPE", "LOC", "FAC"})
_STEPS = 4
"""Nouns from a place up to who is there ("a clerk of the court in Varn, who …"): a bound on work."""
_NOWHERE = Span("", 0, 0)


def resolve(cast: Cast, source: tuple[int, int]) -> Speaker:
    """The speaker behind a source phrase (token indices); an unnamed source keeps its own words and has no span."""
    piece = cast.doc[source[0] : source[1]]
    labelled = cast.labels.get(piece.text) or _in_capitals(cast, piece)
    if labelled is not None:
        return labelled
    head = piece.root
    for _ in range(3):
        if head.tag_ not in _RELATIVE or head.head.dep_ != "relcl":
            break
        head = _told_of(cast, head.head.head, who=head.lower_ != "which")
        outer = source_span(head)
        piece = cast.doc[outer[0] : outer[1]] if outer else piece
    if head.pos_ == "PRON" or head.lower_ in _SINGULAR:
        found = stands_for(cast, head) or antecedent(cast, head)
        return found or Speaker(piece.text, None)
    if any(child.dep_ == "poss" and child.lower_ in _OWNERS for child in head.children) and head.lower_ in institutions():
        owned = _owned(cast, head)
        if owned is not None:
            return owned
    return (
        (_last_named(cast, piece) if _is_thing(cast, head) else None)
        or _several(cast, piece, head)
        or _last_named(cast, piece)
        or _named(cast, head)
        or _beside_its_noun(cast, piece)
        or stands_for(cast, head)
        or _nearer(_role(cast, head), institution_before(cast, head))
        or institution(cast, head)
        or _firm(cast, head)
        or Speaker(without_article(bare_phrase(piece).text), None)
    )


def _is_thing(cast: Cast, head: Token) -> bool:
    """Whether a noun is neither a name nor a word for people or bodies, so that it cannot speak beside others."""
    word = head.lower_
    return mention_at(cast, head) is None and not (is_person(word) or word in titles() or head.lemma_.lower() in institutions())


def _told_of(cast: Cast, noun: Token, *, who: bool) -> Token:
    """Whom a relative clause tells of: not the town behind somebody, and who is named before what is added of him."""
    mention = mention_at(cast, noun)
    if who and noun.dep_ == "pobj" and (noun.ent_type_ in _WHERE or (mention is not None and mention.kind == "place")):
        above = noun
        for _ in range(_STEPS):
            above = above.head.head if above.dep_ == "pobj" else above.head
            if above.pos_ not in ("NOUN", "PROPN"):
                break
            if is_person(above.lower_) or above.lower_ in titles() or above.dep_ not in ("pobj", "appos"):
                return _told_of(cast, above, who=False)
    edge = noun.left_edge.i
    before = cast.doc[edge - 2] if edge > 1 and cast.doc[edge - 1].text == "," else None
    if before is None or mention is not None or before not in (noun.head, *noun.head.children):
        return noun
    named = mention_at(cast, before)  # "Keller, a teacher, who …"
    return before if named is not None and named.kind == "person" else noun


def _in_capitals(cast: Cast, piece: Stretch) -> Speaker | None:
    """The one person of a surname that stands in capitals, as in transcripts ("KELLER: We hope so")."""
    names = cast.surnames.get(piece[-1].lower_, {}) if piece.text.isupper() else {}
    full = {fullest_name(cast, uses[0]) for uses in names.values()}
    if len(full) != 1:
        return None
    one = next(iter(full))
    return Speaker(one.name, one.span, person=True)


def _several(cast: Cast, piece: Stretch, head: Token) -> Speaker | None:
    """Several who speak at once, by their words: "Lindqvist and his counterpart" is neither of the two."""
    joined = [token for token in head.conjuncts if piece.start <= token.i < piece.end and token.i > head.i]
    linked = any(child.lower_ == "and" for token in (head, *joined) for child in token.children if child.dep_ == "cc")
    if not linked or not joined or not all(_stands_alone(cast, head, token) for token in joined):
        return None
    bare = bare_phrase(piece)
    words = (bare if joined[-1].i < bare.end else piece).text
    return Speaker(without_article(words.removeprefix("Both ").removeprefix("both ")), None, joint=True)


def _stands_alone(cast: Cast, head: Token, other: Token) -> bool:
    """Whether a noun behind "and" is somebody else than the one before ("the president and chief executive" is one)."""
    mention = mention_at(cast, other)
    if other.pos_ not in ("NOUN", "PROPN", "PRON") or (mention is not None and mention == mention_at(cast, head)):
        return False
    own = any(child.dep_ in ("det", "poss", "nummod") for child in other.children)
    return own or other.pos_ != "NOUN" or other.tag_ == "NNS"


def _nearer(left: Speaker | None, right: Speaker | None) -> Speaker | None:
    """Of two antecedents the one that stands later."""
    known = [one for one in (left, right) if one is not None and one.span is not None]
    return max(known, key=lambda one: one.span or _NOWHERE, default=None)


def bare_phrase(piece: Stretch) -> Stretch:
    """A source phrase without what a relative clause behind a comma tells of it."""
    bare = source_span(piece.root)
    cut = bare is not None and bare[0] <= piece.start and bare[1] < piece.end and piece.root.pos_ != "DET"
    return piece.doc[piece.start : bare[1]] if bare is not None and cut else piece


def _owned(cast: Cast, head: Token) -> Speaker | None:
    """A body by whose it is, where a pronoun says so: "her campaign" as "Keller's campaign"."""
    owner = next(child for child in head.children if child.dep_ == "poss")
    known = frozenset(cast.genders)
    person = antecedent(cast, owner)
    if person is None or person.name not in known:
        return None
    return Speaker(f"{person.name}'s {cast.doc[owner.i + 1 : head.i + 1].text}", None)


def _last_named(cast: Cast, piece: Stretch) -> Speaker | None:
    """The person whose name closes the phrase behind a comma ("the club's president, Anna Keller"), whatever the parse."""
    relative = (token.i for token in piece if token.tag_ == "WP" and token.i > piece.start + 1 and token.nbor(-1).text == ",")
    last = cast.doc[next(relative, piece.end + 1) - 2]  # what is told of somebody behind the name does not matter
    mention = mention_at(cast, last)
    if mention is None or mention.kind != "person" or mention.span.start <= piece.start_char + 1:
        return None
    before = cast.text[piece.start_char : mention.span.start].split()
    addressed = len(before)
    while len(before) > 1 and before[-1].lower().rstrip(".") in titles():
        before.pop()
    addressed -= len(before)  # "a mill and a school, Col. Leo Brandt": nobody with a title is one more of what a parser lists
    titled = piece.root.text[:1].isupper() and piece.root.lower_ in titles()
    if not (titled or before[-1].endswith(",")) or (not addressed and any(child.dep_ == "conj" for child in piece.root.children)):
        return None
    full = fullest_name(cast, mention)
    return Speaker(full.name, full.span, person=True)


def _beside_its_noun(cast: Cast, piece: Stretch) -> Speaker | None:
    """A name that the name model missed, right behind the noun that says what it is ("the operator, Norvane")."""
    words = list(piece)
    while len(words) > 1 and words[-1].text[:1].isupper():
        words.pop()
    name = piece[len(words) :]
    before = words[-2] if words[-1].text == "," and len(words) > 1 else words[-1]
    if not len(name) or before.pos_ != "NOUN" or not before.is_lower or before.lemma_.lower() not in _firms() | institutions():
        return None
    return Speaker(name.text, Span(cast.article, name.start_char, name.end_char))


def _named(cast: Cast, head: Token) -> Speaker | None:
    for token in (head, *(child for child in head.children if child.dep_ in ("appos", "flat"))):
        mention = mention_at(cast, token)
        if mention is None:
            continue
        if mention.kind == "person":
            full = fullest_name(cast, mention)
            return Speaker(full.name, full.span, person=True)
        if token == head:
            return _body(cast, head, mention)
    return None


def _body(cast: Cast, head: Token, mention: Mention) -> Speaker:
    """A body by the whole phrase that names it ("South Korea's Defence Ministry")."""
    first = next((child.left_edge for child in head.children if child.dep_ == "poss"), None)
    start = min(mention.span.start, first.idx) if first is not None else mention.span.start
    name = cast.text[start : mention.span.end]
    plain = without_article(name)
    start += len(name) - len(plain)
    return Speaker(plain, Span(cast.article, start, mention.span.end))


def _role(cast: Cast, head: Token) -> Speaker | None:
    """A definite role ("the minister", "the ministry") as the last named holder of it before."""
    marks = ("the", "this", "that")
    definite = any(child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in marks) for child in head.children)
    if head.pos_ not in ("NOUN", "PROPN") or head.tag_ in ("NNS", "NNPS") or not definite:
        return None
    named = (one for one in reversed(cast.roles.get(head.lower_, [])) if one.span.start < head.idx)
    own = mention_at(cast, head.head) if head.dep_ == "appos" else None
    owner = _owner(cast, head)
    others = (one for one in named if one != own and not owner & set(fullest_name(cast, one).name.split()))
    held = next((one for one in others if _agrees(cast.text, head, one)), None)
    if held is None:
        return None
    if held.kind == "person":
        full = fullest_name(cast, held)
        return Speaker(full.name, full.span, person=True)
    piece = cast.doc.char_span(held.span.start, held.span.end, alignment_mode="expand")
    return _body(cast, piece.root, held) if piece is not None else None


def _owner(cast: Cast, head: Token) -> set[str]:
    """The name of whose counterpart somebody is, who is anybody else."""
    owner = next((child for child in head.children if child.dep_ == "poss"), None)
    if owner is None or owner.pos_ not in ("PROPN", "PRON"):
        return set()
    known = antecedent(cast, owner) if owner.pos_ == "PRON" else None
    return {owner.text} if known is None else set(known.name.split())


def _firm(cast: Cast, head: Token) -> Speaker | None:
    """ "The company" as the company that was the last subject before, if one was."""
    definite = any(child.dep_ == "det" and child.lower_ == "the" for child in head.children)
    return firm_before(cast, head) if definite and head.lower_ in _firms() else None


@cache
def _firms() -> frozenset[str]:
    return frozenset(lines("firms.txt"))


def _agrees(text: str, head: Token, mention: Mention) -> bool:
    """Whether the names beside a role fit a holder: "the South Korean ministry" is no "US Defense Ministry"."""
    before = [child for child in head.children if child.i < head.i]
    beside = [child for child in before if child.pos_ == "PROPN" or child.ent_type_ in ("NORP", "GPE")]
    if not beside or mention.kind != "body":
        return True
    named = text[max(0, mention.span.start - 30) : mention.span.end]
    return any(child.text[:4] in named for child in beside)
