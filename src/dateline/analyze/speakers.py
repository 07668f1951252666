"""Who the source of reported speech is: names, pronouns, roles and relative words resolved within one article."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Stretch

from dateline.analyze.cues import SUBJECTS, source_span
from dateline.analyze.genders import genders_of
from dateline.analyze.quotation_marks import Quotation
from dateline.data import lines
from dateline.types import Mention, Span

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "we", "both", "themselves"})
_THING = frozenset({"it", "its"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_OWNERS = frozenset({"his", "her"})
_BESIDE = frozenset({"appos", "flat", "compound"})
_NAMES = 40
"""Names "he" and "she" look back over: a bound on work; 100 resolves the same on 350 PolNeAR training articles."""
_WINDOW = 6
"""Sentences "they" and "it" look back over: by judgement, no set that we measure on says whom they mean."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source: the fullest name the article gives it, and where that name stands."""

    name: str
    span: Span | None
    person: bool = False


@dataclass(slots=True)
class Cast:
    """Who has been named in one article; `last` are the speakers of earlier attributions with their offsets."""

    doc: Doc
    text: str
    article: str
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]
    starts: list[int] = field(default_factory=list)
    surnames: dict[str, dict[str, list[Mention]]] = field(default_factory=dict)
    roles: dict[str, list[Mention]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    last: list[tuple[int, Speaker]] = field(default_factory=list)


def cast_of(doc: Doc, article: str, mentions: tuple[Mention, ...], quotations: tuple[Quotation, ...] = ()) -> Cast:
    """The named persons and bodies of an article, by surname and by the role words beside them."""
    cast = Cast(doc, doc.text, article, mentions, quotations, [one.span.start for one in mentions])
    for mention in mentions:
        words = mention.name.split()
        if mention.kind == "person":
            cast.surnames.setdefault(_surname(words), {}).setdefault(mention.name, []).append(mention)
            for role in _role_words(doc, mention):
                cast.roles.setdefault(role, []).append(mention)
        elif mention.kind == "body":
            for word in words:
                cast.roles.setdefault(word.lower(), []).append(mention)
    persons = [mention for mention in mentions if mention.kind == "person"]
    cast.genders = genders_of(doc, persons, lambda one: _fullest(cast, one).name, lambda one: _role_words(doc, one))
    return cast


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
        found = _pronoun(cast, head)
        return found or Speaker(piece.text, None)
    if any(child.dep_ == "poss" and child.lower_ in _OWNERS for child in head.children) and head.lower_ in _institutions():
        owned = _owned(cast, head)
        if owned is not None:
            return owned
    return _last_named(cast, piece) or _named(cast, head) or _role(cast, head) or _institution(cast, head) or Speaker(_plain(piece.text), None)


def _owned(cast: Cast, head: Token) -> Speaker | None:
    """A body by whose it is, where a pronoun says so: "her campaign" as "Keller's campaign"."""
    owner = next(child for child in head.children if child.dep_ == "poss")
    person = _pronoun(cast, owner)
    if person is None or not person.person:
        return None
    return Speaker(f"{person.name}'s {cast.doc[owner.i + 1 : head.i + 1].text}", None)


def _last_named(cast: Cast, piece: Stretch) -> Speaker | None:
    """The person whose name closes the phrase behind a comma ("the club's president, Anna Keller"), whatever the parse."""
    mention = mention_at(cast, piece[-1])
    if mention is None or mention.kind != "person" or mention.span.start <= piece.start_char + 1:
        return None
    before = cast.text[piece.start_char : mention.span.start].split()
    while len(before) > 1 and before[-1].lower().rstrip(".") in _titles():
        before.pop()
    titled = piece.root.text[:1].isupper() and piece.root.lower_ in _titles()
    if not (titled or before[-1].endswith(",")) or any(child.dep_ == "conj" for child in piece.root.children):
        return None
    full = _fullest(cast, mention)
    return Speaker(full.name, full.span, person=True)


def _named(cast: Cast, head: Token) -> Speaker | None:
    for token in (head, *(child for child in head.children if child.dep_ in ("appos", "flat"))):
        mention = mention_at(cast, token)
        if mention is None:
            continue
        if mention.kind == "person":
            full = _fullest(cast, mention)
            return Speaker(full.name, full.span, person=True)
        if token == head:
            return _body(cast, head, mention)
    return None


def _body(cast: Cast, head: Token, mention: Mention) -> Speaker:
    """A body by the whole phrase that names it ("South Korea's Defence Ministry")."""
    first = next((child.left_edge for child in head.children if child.dep_ == "poss"), None)
    start = min(mention.span.start, first.idx) if first is not None else mention.span.start
    name = cast.text[start : mention.span.end]
    plain = _plain(name)
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
    plain = _plain(name)
    return Speaker(plain, Span(cast.article, end - len(plain), end))


@cache
def _titles() -> frozenset[str]:
    return frozenset(lines("titles.txt"))


@cache
def _institutions() -> frozenset[str]:
    return frozenset(lines("institutions.txt"))


def _plain(text: str) -> str:
    return text[4:] if text[:4].lower() == "the " else text


def mention_at(cast: Cast, token: Token) -> Mention | None:
    """The mention that covers a token, if any."""
    index = bisect_right(cast.starts, token.idx) - 1
    if index >= 0 and cast.mentions[index].span.end > token.idx:
        return cast.mentions[index]
    return None


def _fullest(cast: Cast, mention: Mention) -> Mention:
    """The first use of the longest name with the same surname: that of the nearest full name before, else of the first."""
    words = set(mention.name.split())
    names = cast.surnames.get(_surname(mention.name.split()), {})
    fitting = [name for name in names if words <= set(name.split()) and " " in name]
    if not fitting:
        return names[mention.name][0] if mention.name in names else mention
    at = mention.span.start
    nearest = max(fitting, key=lambda name: (_before(names[name], at), -names[name][0].span.start))
    same = [name for name in fitting if set(nearest.split()) <= set(name.split())]
    return names[max(same, key=lambda name: (len(name.split()), -names[name][0].span.start))][0]


def _before(uses: list[Mention], at: int) -> int:
    """Where the last of some uses up to an offset starts; -1 where all come after it."""
    index = bisect_right(uses, at, key=lambda one: one.span.start) - 1
    return uses[index].span.start if index >= 0 else -1


def _surname(words: list[str]) -> str:
    kept = [word for word in words if word.lower().rstrip(",") not in _SUFFIXES]
    return (kept or words)[-1].lower().rstrip(",")


def _role_words(doc: Doc, mention: Mention) -> set[str]:
    """Lower-case lemmas of the nouns that name an office beside a person: before the name or in apposition."""
    piece = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if piece is None:
        return set()
    root = piece.root
    beside = [child for child in root.children if child.i < piece.start and child.dep_ in ("compound", "amod", "nmod")]
    beside += [child for child in root.children if child.dep_ == "appos"]
    if root.dep_ == "appos":
        beside.append(root.head)
    return {token.lower_ for token in beside if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ != "GPE"}


def _role(cast: Cast, head: Token) -> Speaker | None:
    """A definite role ("the minister", "the ministry") as the last named holder of it before."""
    marks = ("the", "this", "that")
    definite = any(child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in marks) for child in head.children)
    if head.pos_ not in ("NOUN", "PROPN") or head.tag_ in ("NNS", "NNPS") or not definite:
        return None
    named = (one for one in reversed(cast.roles.get(head.lower_, [])) if one.span.start < head.idx)
    held = next((one for one in named if _agrees(cast.text, head, one)), None)
    if held is None:
        return None
    if held.kind == "person":
        full = _fullest(cast, held)
        return Speaker(full.name, full.span, person=True)
    piece = cast.doc.char_span(held.span.start, held.span.end, alignment_mode="expand")
    return _body(cast, piece.root, held) if piece is not None else None


def _agrees(text: str, head: Token, mention: Mention) -> bool:
    """Whether the names beside a role fit a holder: "the South Korean ministry" is no "US Defense Ministry"."""
    before = [child for child in head.children if child.i < head.i]
    beside = [child for child in before if child.pos_ == "PROPN" or child.ent_type_ in ("NORP", "GPE")]
    if not beside or mention.kind != "body":
        return True
    named = text[max(0, mention.span.start - 30) : mention.span.end]
    return any(child.text[:4] in named for child in beside)


def _pronoun(cast: Cast, head: Token) -> Speaker | None:
    word = head.lower_
    if word in ("he", "him", "his", "himself"):
        return _person(cast, head, "he")
    if word in ("she", "her", "herself"):
        return _person(cast, head, "she")
    if word in ("i", "me", "my"):
        return None
    if word in _PLURAL and word != "we":
        return _subject(cast, head, plural=True)
    return _subject(cast, head, plural=False) if word in _THING else None


def _person(cast: Cast, head: Token, gender: str) -> Speaker | None:
    """The person a pronoun stands for: a subject before it in its paragraph, else who spoke last, else the nearest name."""
    floor = cast.text.rfind("\n", 0, head.idx) + 1
    index = bisect_left(cast.starts, head.idx)
    near = [one for one in reversed(cast.mentions[max(0, index - _NAMES) : index]) if one.kind == "person"]
    near = [one for one in near if _fits(cast, _fullest(cast, one).name, gender) and not _within(cast, one.span.start)]
    subjects = [one for one in near if _is_subject(cast.doc, one)]
    chosen = next((one for one in subjects if one.span.start >= min(floor, _back(head, 2))), None)
    earlier = (one for at, one in reversed(cast.last[-_NAMES:]) if at < head.idx and one.person)
    spoken = next((one for one in earlier if _fits(cast, one.name, gender)), None)
    if chosen is None and spoken is not None:
        return spoken
    known = [one for one in near if cast.genders.get(_fullest(cast, one).name) == gender]
    chosen = chosen or next(iter(subjects or known or near), None)
    if chosen is None:
        return None
    full = _fullest(cast, chosen)
    cast.genders.setdefault(full.name, gender)
    return Speaker(full.name, full.span, person=True)


def _within(cast: Cast, at: int) -> bool:
    index = bisect_right(cast.quotations, at, key=lambda one: one.start) - 1
    return index >= 0 and at < cast.quotations[index].end


def _back(head: Token, sentences: int) -> int:
    start = head.sent.start
    for _ in range(sentences - 1):
        if start == 0:
            break
        start = head.doc[start - 1].sent.start
    return head.doc[start].idx


def _fits(cast: Cast, name: str, gender: str) -> bool:
    return cast.genders.get(name, gender) == gender


def _is_subject(doc: Doc, mention: Mention) -> bool:
    """Whether a name is the subject of its clause, itself or beside the noun that is ("the inspector, Emil Strand, said")."""
    piece = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if piece is None:
        return False
    head, linked = piece.root, _BESIDE
    for _ in range(5):
        if head.dep_ not in linked and not _in_title(head):
            break
        # A parser hangs "the mayor of Ostend, Anna Keller," on the town, so that the way leads over the preposition.
        linked = linked | {"pobj", "prep"} if head.dep_ == "appos" else linked
        head = head.head
    return head.dep_ in SUBJECTS or head.dep_ == "ROOT"


def _in_title(token: Token) -> bool:
    """Whether a name hangs on the title before it, as in "Minister of Mines Anna Keller"."""
    link = token.head if token.dep_ == "pobj" else token
    return link.dep_ == "prep" and link.lower_ == "of" and link.head.text[:1].isupper() and link.head.lower_ in _titles()


def _subject(cast: Cast, head: Token, *, plural: bool) -> Speaker | None:
    """The nearest subject before of the same number, within a few sentences; where "it" speaks, a body before a thing."""
    before = [token for token in _earlier_subjects(cast, head) if _number(token) == plural]
    if plural:
        return _as_antecedent(cast, before[0]) if before else None
    things = [token for token in before if not _is_person(cast, token)]
    chosen = next((token for token in things if _speaks(cast, token)), None) or next(iter(things), None)
    return _as_antecedent(cast, chosen) if chosen is not None else None


def _earlier_subjects(cast: Cast, head: Token) -> Iterator[Token]:
    """Subjects and agents outside quotations, sentence by sentence backwards; those of earlier sentences in order."""
    sentence = head.sent
    for back in range(_WINDOW):
        words = [token for token in sentence if token.i < head.i and _acts(token) and not _within(cast, token.idx)]
        yield from reversed(words) if back == 0 else words
        if sentence.start == 0:
            return
        sentence = head.doc[sentence.start - 1].sent


def _acts(token: Token) -> bool:
    """Whether a noun is a subject or the agent of a passive."""
    agent = token.dep_ == "pobj" and token.head.dep_ == "agent"
    return (agent or token.dep_ in SUBJECTS) and token.pos_ in ("NOUN", "PROPN")


def _speaks(cast: Cast, token: Token) -> bool:
    """Whether a noun can be the one that speaks where no person does: a named body, or a word for a body or a document."""
    mention = mention_at(cast, token)
    return token.pos_ == "PROPN" or (mention is not None and mention.kind == "body") or token.lemma_.lower() in _talkers()


@cache
def _talkers() -> frozenset[str]:
    return frozenset((*lines("institutions.txt"), *lines("body_nouns.txt"), *lines("documents.txt")))


def _number(token: Token) -> bool:
    return token.tag_ in ("NNS", "NNPS") or any(child.dep_ == "conj" for child in token.children)


def _is_person(cast: Cast, token: Token) -> bool:
    mention = mention_at(cast, token)
    return mention is not None and mention.kind == "person"


def _as_antecedent(cast: Cast, token: Token) -> Speaker | None:
    outer = source_span(token)
    if outer is None:
        return None
    piece = cast.doc[outer[0] : outer[1]]
    plain = _plain(piece.text)
    start = piece.start_char + len(piece.text) - len(plain)
    return Speaker(plain, Span(cast.article, start, piece.end_char))
