"""Who the source of reported speech is: names, pronouns, roles and relative words resolved within one article."""

from functools import cache

from spacy.tokens import Span as Stretch
from spacy.tokens import Token

from dateline.analyze.antecedents import antecedent, firm_before
from dateline.analyze.cast import Cast, Speaker, fullest_name, mention_at, titles, without_article
from dateline.analyze.cues import source_span
from dateline.data import lines
from dateline.types import Mention, Span

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_OWNERS = frozenset({"his", "her"})


def resolve(cast: Cast, source: tuple[int, int]) -> Speaker:
    """The speaker behind a source phrase (token indices); an unnamed source keeps its own words and has no span."""
    piece = cast.doc[source[0] : source[1]]
    head = piece.root
    for _ in range(3):
        if head.tag_ not in _RELATIVE or head.head.dep_ != "relcl":
            break
        head = head.head.head
        outer = source_span(head)
        piece = cast.doc[outer[0] : outer[1]] if outer else piece
    if head.pos_ == "PRON" or head.lower_ in _SINGULAR:
        found = antecedent(cast, head)
        return found or Speaker(piece.text, None)
    if any(child.dep_ == "poss" and child.lower_ in _OWNERS for child in head.children) and head.lower_ in _institutions():
        owned = _owned(cast, head)
        if owned is not None:
            return owned
    return (
        _last_named(cast, piece)
        or _named(cast, head)
        or _role(cast, head)
        or _institution(cast, head)
        or _firm(cast, head)
        or Speaker(without_article(bare_phrase(piece).text), None)
    )


def bare_phrase(piece: Stretch) -> Stretch:
    """A source phrase without what a relative clause behind a comma tells of it."""
    bare = source_span(piece.root)
    cut = bare is not None and bare[0] <= piece.start and bare[1] < piece.end
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


def _institution(cast: Cast, head: Token) -> Speaker | None:
    """A body that is named by whose it is: "Seoul's defence ministry", "the Trump administration"."""
    if head.lemma_.lower() not in _institutions():
        return None
    owners = [child for child in head.children if child.dep_ in ("poss", "compound", "amod", "nmod") and child.i < head.i]
    if not any(mention_at(cast, child) for child in owners):
        return None
    start, end = min(child.left_edge.idx for child in owners), head.idx + len(head)
    name = cast.text[start:end]
    plain = without_article(name)
    return Speaker(plain, Span(cast.article, end - len(plain), end))


@cache
def _institutions() -> frozenset[str]:
    return frozenset(lines("institutions.txt"))


def _role(cast: Cast, head: Token) -> Speaker | None:
    """A definite role ("the minister", "the ministry") as the last named holder of it before."""
    marks = ("the", "this", "that")
    definite = any(child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in marks) for child in head.children)
    if head.pos_ not in ("NOUN", "PROPN") or head.tag_ in ("NNS", "NNPS") or not definite:
        return None
    named = (one for one in reversed(cast.roles.get(head.lower_, [])) if one.span.start < head.idx)
    own = mention_at(cast, head.head) if head.dep_ == "appos" else None
    held = next((one for one in named if one != own and _agrees(cast.text, head, one)), None)
    if held is None:
        return None
    if held.kind == "person":
        full = fullest_name(cast, held)
        return Speaker(full.name, full.span, person=True)
    piece = cast.doc.char_span(held.span.start, held.span.end, alignment_mode="expand")
    return _body(cast, piece.root, held) if piece is not None else None


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
