"""Who is named in one article: the cast that sources of reported speech are looked up in."""

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from spacy.tokens import Doc, Token

from dateline.analyze.cues import SUBJECTS
from dateline.analyze.genders import genders_of
from dateline.data import lines
from dateline.quotation_marks import Quotation, find_quotations
from dateline.types import Mention, Span

_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved source: the fullest name the article gives it, and where that name stands; `joint` where it names several."""

    name: str
    span: Span | None
    person: bool = False
    joint: bool = False


@dataclass(slots=True)
class Cast:
    """Who has been named in one article; `last` are the speakers of earlier attributions with their offsets.

    `acting` has for each sentence the nouns outside quotations that are subjects or agents, in order; `labels` who the short
    labels of an interview stand for.
    """

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
    acting: list[list[Token]] = field(default_factory=list)
    labels: dict[str, Speaker] = field(default_factory=dict)


def cast_of(doc: Doc, article: str, mentions: tuple[Mention, ...]) -> Cast:
    """The named persons and bodies of an article, by surname and by the role words beside them."""
    cast = Cast(doc, doc.text, article, mentions, find_quotations(doc.text), [one.span.start for one in mentions])
    for mention in mentions:
        words = mention.name.split()
        if mention.kind == "person":
            cast.surnames.setdefault(_surname(words), {}).setdefault(mention.name, []).append(mention)
            for role in _role_words(doc, mention):
                cast.roles.setdefault(role, []).append(mention)
        elif mention.kind == "body":
            beside = _role_words(doc, mention) if words[0][:1].isupper() else set()
            for word in {*map(str.lower, words), *beside}:
                cast.roles.setdefault(word, []).append(mention)
    for sentence in doc.sents:
        cast.acting.append([token for token in sentence if _acts(token) and not in_quotation(cast, token.idx)])
    persons = [mention for mention in mentions if mention.kind == "person"]
    cast.genders = genders_of(doc, persons, lambda one: fullest_name(cast, one).name, lambda one: _role_words(doc, one))
    return cast


def _acts(token: Token) -> bool:
    """Whether a noun is a subject or the agent of a passive."""
    agent = token.dep_ == "pobj" and token.head.dep_ == "agent"
    return (agent or token.dep_ in SUBJECTS) and token.pos_ in ("NOUN", "PROPN")


def mention_at(cast: Cast, token: Token) -> Mention | None:
    """The mention that covers a token, if any."""
    index = bisect_right(cast.starts, token.idx) - 1
    if index >= 0 and cast.mentions[index].span.end > token.idx:
        return cast.mentions[index]
    return None


def without_article(text: str) -> str:
    """A phrase without "the" before it."""
    return text[4:] if text[:4].lower() == "the " else text


@cache
def titles() -> frozenset[str]:
    """Words of address and office, lower-case, without full stops."""
    return frozenset(lines("titles.txt"))


def fullest_name(cast: Cast, mention: Mention) -> Mention:
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
    """The nouns, in lower case, that name the office of a person or say what a body is: before the name or in apposition."""
    piece = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
    if piece is None:
        return set()
    root = piece.root
    beside = [child for child in root.children if child.i < piece.start and child.dep_ in ("compound", "amod", "nmod")]
    beside += [child for child in root.children if child.dep_ == "appos"]
    if root.dep_ == "appos":
        place = root.head.dep_ == "pobj" and root.head.ent_type_ in ("GPE", "LOC", "FAC")
        beside.append(root.head.head.head if place else root.head)  # "a judge in Oslo, Leo Brandt," hung on the town
    return {token.lower_ for token in beside if token.pos_ in ("NOUN", "PROPN") and token.ent_type_ != "GPE"}


def in_quotation(cast: Cast, at: int) -> bool:
    """Whether an offset lies in quoted words."""
    index = bisect_right(cast.quotations, at, key=lambda one: one.start) - 1
    return index >= 0 and at < cast.quotations[index].end
