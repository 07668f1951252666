"""What makes one text the copy of another: the decision on one pair."""

import re
from dataclasses import dataclass

from dateline.copies.facts import Facts, order_kept
from dateline.copies.passages import Passage, like_passages
from dateline.copies.words import Words
from dateline.languages import UNSPACED
from dateline.types import Article, CopyKind

# All numbers were read off the development pairs of the copies task: independent reports of one event reach a share of .28 and
# an order of .49 (most under .1 and .3), texts from one wire begin at .38 and .45.
COPY_SHARE = 0.5  # of the longer text's own words
EXCERPT_SHARE = 0.5  # of the shorter text's own words
LIKE_SHARE = 0.35  # of the shorter text's own words: a reworked copy
LEAST_OWN = 12  # words: below it a shared title or formula is enough to reach a share
ORDER_KEPT = 0.5
# An agency's text is made to be rewritten, so less will do where one side credits an agency; on the sample coverage independent
# reports of one event keep the order up to .28, rewrites of credited texts from .43.
ORDER_OF_WIRE = 0.42
LEAST_SENTENCES = 5
LEAST_CHARACTERS = 10  # where each counts as a word: five are no more than a name or a formula
QUOTED_SHARE = 0.4  # of all words, for a text that names the other's outlet as the one it quotes
LETTERS = re.compile(r"[^a-z0-9]+")
HOST = re.compile(r"^(?:https?://)?(?:www\d?\.|edition\.|m\.)?([a-z0-9-]{4,})\.")


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as the copy finder reads it: its words and the facts of its sentences."""

    article: Article
    words: Words
    facts: Facts


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles whose texts derive from one another."""

    left: str
    right: str
    kind: CopyKind
    passages: tuple[Passage, ...]


def link(left: Reading, right: Reading) -> Link | None:
    """The link between two articles, or None where they share no more than quotations, standing lines and the event."""
    passages = like_passages(left.words.words, right.words.words)
    if left.article.language in UNSPACED:
        passages = tuple(passage for passage in passages if passage.size >= LEAST_CHARACTERS)
    kind = _kind(left, right, passages)
    return Link(left.article.id, right.article.id, kind, passages) if kind else None


def _kind(left: Reading, right: Reading, passages: tuple[Passage, ...]) -> CopyKind | None:
    own = _shared_own(left.words, right.words, passages)
    short, long = sorted((left.words.count_own(), right.words.count_own()))
    if own >= LEAST_OWN and own >= LIKE_SHARE * short:
        if own >= COPY_SHARE * long:
            return "copy"
        return "excerpt" if own >= EXCERPT_SHARE * short else "rewrite"
    if _quotes_from(left, right, passages):
        return "excerpt"
    if left.article.language != right.article.language:
        return None  # a translation is no copy, and would keep the order of names
    enough = min(len(left.facts), len(right.facts)) >= LEAST_SENTENCES
    least = ORDER_OF_WIRE if left.article.credits or right.article.credits else ORDER_KEPT
    return "rewrite" if enough and order_kept(left.facts, right.facts) >= least else None


def _shared_own(left: Words, right: Words, passages: tuple[Passage, ...]) -> int:
    """How many shared words are own words on both sides: what one side quotes is a quotation on both."""
    return sum(left.own[p.left + k] and right.own[p.right + k] for p in passages for k in range(p.size))


def _quotes_from(left: Reading, right: Reading, passages: tuple[Passage, ...]) -> bool:
    """Whether the shorter text takes much of its words from the other and names its outlet."""
    shared = sum(passage.size for passage in passages)
    taker, giver = sorted((left, right), key=lambda reading: (len(reading.words.words), reading.article.id))
    if shared < QUOTED_SHARE * len(taker.words.words) or taker.article.outlet == giver.article.outlet:
        return False
    return _names_outlet(taker.article.text, giver.article.outlet)


def _names_outlet(text: str, outlet: str | None) -> bool:
    """Whether a text names an outlet, written as a name ("Daily Mail") or as a host ("www.dailymail.co.uk")."""
    low = (outlet or "").lower()
    host = HOST.match(low)
    name = LETTERS.sub("", host.group(1) if host else low)
    return len(name) >= 4 and name in LETTERS.sub("", text.lower())
