"""Who the source of reported speech is: names, pronouns, roles and relative words resolved within one article."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from dateline.analyze.cues import SUBJECTS, source_span
from dateline.types import Mention, Span

_SINGULAR = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_PLURAL = frozenset({"they", "them", "their", "we", "both", "themselves"})
_THING = frozenset({"it", "its"})
_RELATIVE = frozenset({"WP", "WDT", "WP$"})
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_WINDOW = 6
"""Sentences a pronoun looks back over; a longer window changed no resolved speaker of the development sample."""


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
    starts: list[int] = field(default_factory=list)
    surnames: dict[str, list[Mention]] = field(default_factory=dict)
    roles: dict[str, list[Mention]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    last: list[tuple[int, Speaker]] = field(default_factory=list)


def cast_of(doc: Doc, article: str, mentions: tuple[Mention, ...]) -> Cast:
    """The named persons and bodies of an article, by surname and by the role words beside them."""
    cast = Cast(doc, doc.text, article, mentions, [one.span.start for one in mentions])
    for mention in mentions:
        words = mention.name.split()
        if mention.kind == "person":
            cast.surnames.setdefault(_surname(words), []).append(mention)
            for role in _role_words(doc, mention):
                cast.roles.setdefault(role, []).append(mention)
            gender = _gender_of_title(cast.text, mention)
            if gender:
                cast.genders.setdefault(_surname(words), gender)
        elif mention.kind == "body":
            for word in words:
                cast.roles.setdefault(word.lower(), []).append(mention)
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
    return _named(cast, head) or _role(cast, head) or Speaker(_plain(piece.text), None)


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


def _plain(text: str) -> str:
    return text[4:] if text[:4].lower() == "the " else text


def mention_at(cast: Cast, token: Token) -> Mention | None:
    """The mention that covers a token, if any."""
    index = bisect_right(cast.starts, token.idx) - 1
    if index >= 0 and cast.mentions[index].span.end > token.idx:
        return cast.mentions[index]
    return None


def _fullest(cast: Cast, mention: Mention) -> Mention:
    """The longest name with the same surname: the nearest one before, else the first."""
    words = mention.name.split()
    alike = [one for one in cast.surnames.get(_surname(words), ()) if set(words) <= set(one.name.split())]
    if not alike:
        return mention
    longest = [one for one in alike if len(one.name.split()) > 1] or alike
    before = [one for one in longest if one.span.start <= mention.span.start]
    chosen = before[-1] if before else longest[0]
    same = [one for one in longest if set(chosen.name.split()) <= set(one.name.split())]
    return max(same, key=lambda one: (len(one.name.split()), -one.span.start))


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


def _gender_of_title(text: str, mention: Mention) -> str | None:
    before = text[max(0, mention.span.start - 5) : mention.span.start].split()
    title = before[-1].rstrip(".").lower() if before else ""
    return "he" if title == "mr" else "she" if title in ("mrs", "ms") else None


def _role(cast: Cast, head: Token) -> Speaker | None:
    """A definite role ("the minister", "the ministry") as the last named holder of it before."""
    definite = any(child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in ("the", "this", "that")) for child in head.children)
    if head.pos_ not in ("NOUN", "PROPN") or head.tag_ in ("NNS", "NNPS") or not definite:
        return None
    held = [one for one in cast.roles.get(head.lower_, ()) if one.span.start < head.idx]
    if not held:
        return None
    if held[-1].kind == "person":
        full = _fullest(cast, held[-1])
        return Speaker(full.name, full.span, person=True)
    token = next((one for one in cast.doc.char_span(held[-1].span.start, held[-1].span.end, alignment_mode="expand") or ()), head)
    root = cast.doc.char_span(held[-1].span.start, held[-1].span.end, alignment_mode="expand")
    return _body(cast, root.root if root is not None else token, held[-1])


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
    """The nearest fitting person before a pronoun: subjects of its own and the sentence before, then earlier speakers, then any name."""
    floor = head.sent.start_char
    spoken = [speaker for at, speaker in cast.last if at < head.idx and speaker.person and _fits(cast, speaker.name, gender)]
    index = bisect_left(cast.starts, head.idx)
    near: list[Mention] = []
    for mention in reversed(cast.mentions[max(0, index - 40) : index]):
        if mention.kind == "person" and _fits(cast, mention.name, gender):
            near.append(mention)
    subjects = [one for one in near if _is_subject(cast.doc, one)]
    recent = [one for one in subjects if one.span.start >= _back(head, 2)]
    own = [one for one in recent if one.span.start >= floor]
    chosen = (own or recent or [None])[0]
    if chosen is None and spoken:
        return spoken[-1]
    if chosen is None:
        chosen = (subjects or near or [None])[0]
    if chosen is None:
        return None
    full = _fullest(cast, chosen)
    cast.genders.setdefault(_surname(full.name.split()), gender)
    return Speaker(full.name, full.span, person=True)


def _back(head: Token, sentences: int) -> int:
    start = head.sent.start
    for _ in range(sentences - 1):
        if start == 0:
            break
        start = head.doc[start - 1].sent.start
    return head.doc[start].idx


def _fits(cast: Cast, name: str, gender: str) -> bool:
    return cast.genders.get(_surname(name.split()), gender) == gender


def _is_subject(doc: Doc, mention: Mention) -> bool:
    piece = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    return piece is not None and (piece.root.dep_ in SUBJECTS or piece.root.dep_ == "ROOT")


def _subject(cast: Cast, head: Token, *, plural: bool) -> Speaker | None:
    """The nearest subject before of the same number, within a few sentences."""
    sentence = head.sent
    for back in range(_WINDOW):
        words = [token for token in sentence if token.i < head.i and token.dep_ in SUBJECTS and token.pos_ in ("NOUN", "PROPN")]
        for token in reversed(words) if back == 0 else words:
            if _number(token) == plural and (plural or not _is_person(cast, token)):
                return _as_antecedent(cast, token)
        if sentence.start == 0:
            break
        sentence = head.doc[sentence.start - 1].sent
    return None


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
