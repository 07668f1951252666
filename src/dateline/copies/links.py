"""What makes one text the copy of another: the decision on one pair."""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.copies.facts import Facts
from dateline.copies.order import Common, aligned_sentences, common_facts, longest_chain
from dateline.copies.passages import Passage, like_passages
from dateline.copies.sources import release_line
from dateline.copies.words import Words
from dateline.languages import UNSPACED
from dateline.types import Article, CopyKind

# The shares of words were read off the development pairs of the copies task: independent reports of one event reach .28, texts
# from one wire begin at .38.
VERBATIM_SHARE = 0.9  # of the longer text's own words
COPY_SHARE = 0.5  # of the longer text's own words
EXCERPT_SHARE = 0.5  # of the shorter text's own words
LIKE_SHARE = 0.35  # of the shorter text's own words: a reworked copy
LEAST_OWN = 12  # words: below it a shared title or formula is enough to reach a share
# What a rewrite keeps in order of the facts of both texts (of the geometric mean of what they count), of the facts that they
# share, and at all. On half A of the gold 27 of 29 rewrites reach .33, .55 and 57, and independent texts .28. Of 1,752 articles
# of a stream, where many reports of one event share most of their facts, two pairs that are none reach all three; at .28 four do.
ORDER_KEPT = 0.34
ORDER_SHARED = 0.55
LEAST_CHAIN = 57
# Where the pages say that one of two texts is made to be rewritten, less will do: it credits an agency, is a press release, or
# the other text names its outlet. On the sample coverage rewrites of credited texts reach .29, independent reports .26 with so
# much of it in order.
ORDER_KEPT_OF_WIRE = 0.28
LONG = 8  # words: the facts in a passage that long were taken over with it, and do not show that it was told in other words
# Of the figures of the text that has fewer. Forms filled in on two days (weather, markets) keep the words and change the figures:
# they share up to .41, texts from one wire .57 and more, rewrites .71 and more.
SAME_FIGURES = 0.5
FORM_SHARE = 0.6  # of the shorter text's own words: where two outlets share so much, fewer figures will do
FORM_FIGURES = 0.3  # copies whose pages bring figures of their own share .40, forms .19
FIGURES_TOLD = 0.6
LEAST_FIGURES = 4
LEAST_CHARACTERS = 10  # where each counts as a word: five are no more than a name or a formula
QUOTED_SHARE = 0.4  # of all words, for a text that names the other's outlet as the one it quotes
# Background stands below the news: a passage that ends both texts, while the rest of neither is much shared.
TAIL = 3  # words that may follow it
LEAST_NEWS = 40  # own words above it
NEWS_SHARED = 0.2  # of them
LETTERS = re.compile(r"[^a-z0-9]+")
HOST = re.compile(r"^(?:https?://)?(?:www\d?\.|edition\.|m\.)?([a-z0-9-]{4,})\.")
Range = tuple[int, int]
Match = tuple[Range, Range]


@dataclass(frozen=True, slots=True)
class Reading:
    """One article as the copy finder reads it: its words and its facts."""

    article: Article
    words: Words
    facts: Facts


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles whose texts derive from one another; `matches` are like stretches of words (first, end) of each."""

    left: str
    right: str
    kind: CopyKind
    matches: tuple[Match, ...]


def link(left: Reading, right: Reading, *, prints: bool) -> Link | None:
    """The link between two articles, or None where they share no more than quotations, standing lines and the event.

    `prints` says whether they share fingerprints; two that do not share no long passage either.
    """
    if not prints and not _may_be_rewrite(left, right):
        return None
    passages = like_passages(left.words.words, right.words.words)
    if left.article.language in UNSPACED:
        passages = tuple(passage for passage in passages if passage.size >= LEAST_CHARACTERS)
    kind = _kind_by_words(left, right, passages)
    matches = tuple(((p.left, p.left + p.size), (p.right, p.right + p.size)) for p in passages)
    if kind is None:
        chain = _chain(left, right, passages)
        if chain is None:
            return None
        kind, matches = "rewrite", _told_again(chain, left.facts, right.facts, matches)
    return Link(left.article.id, right.article.id, kind, matches)


def _kind_by_words(left: Reading, right: Reading, passages: Sequence[Passage]) -> CopyKind | None:
    """The kind of a copy that shares passages word for word, if it is one."""
    own = _shared_own(left.words, right.words, passages)
    short, long = sorted((left.words.count_own(), right.words.count_own()))
    least = EXCERPT_SHARE if _repeats(left.article, right.article) else LIKE_SHARE
    if own >= LEAST_OWN and own >= least * short and not _is_formula(left, right, passages, own):
        if own >= COPY_SHARE * long:
            return "verbatim" if own >= VERBATIM_SHARE * long else "edited"
        return "excerpt" if own >= EXCERPT_SHARE * short else "rewrite"
    return "excerpt" if _quotes_from(left, right, passages) else None


def _repeats(left: Article, right: Article) -> bool:
    """Whether an outlet may repeat itself: what went before, and the forms it fills in each day."""
    days = left.published.latest, right.published.latest
    return left.outlet is not None and left.outlet == right.outlet and None not in days and days[0] != days[1]


def _is_formula(left: Reading, right: Reading, passages: Sequence[Passage], own: int) -> bool:
    """Whether two texts share background below news of their own, or a form with other figures in it."""
    short, long = sorted((left.words.count_own(), right.words.count_own()))
    if own >= VERBATIM_SHARE * long:
        return False
    repeats = _repeats(left.article, right.article)
    least = FIGURES_TOLD if repeats else SAME_FIGURES if own < FORM_SHARE * short else FORM_FIGURES
    if not _same_figures(left.facts, right.facts, least):
        return True
    ends = len(left.words.words) - TAIL, len(right.words.words) - TAIL
    tail = [p for p in passages if p.left + p.size >= ends[0] and p.right + p.size >= ends[1]]
    below = _shared_own(left.words, right.words, tail)
    news = short - below
    return below > 0 and news >= LEAST_NEWS and own - below < NEWS_SHARED * news


def _same_figures(left: Facts, right: Facts, share: float) -> bool:
    """Whether that share of the figures of one text are in the other, or there are too few to tell."""
    figures = left.figures(), right.figures()
    fewer = min(map(len, figures))
    return fewer < LEAST_FIGURES or len(figures[0] & figures[1]) >= share * fewer


def _may_be_rewrite(left: Reading, right: Reading) -> bool:
    """Whether the facts that two texts share would do if all stood in order; a translation is no copy, and would keep names."""
    if left.article.language != right.article.language:
        return False
    shared = sum(fact.weight for fact in common_facts(left.facts, right.facts, (frozenset(), frozenset())))
    return shared >= max(LEAST_CHAIN, ORDER_KEPT_OF_WIRE * math.sqrt(left.facts.mass() * right.facts.mass()))


def _chain(left: Reading, right: Reading, passages: Sequence[Passage]) -> list[Common] | None:
    """The facts that a rewrite tells in the order of the other text; None where it is none."""
    if left.article.language != right.article.language:
        return None
    skip = (
        _inside(left.facts, [(p.left, p.left + p.size) for p in passages if p.size >= LONG]),
        _inside(right.facts, [(p.right, p.right + p.size) for p in passages if p.size >= LONG]),
    )
    shared = common_facts(left.facts, right.facts, skip)
    mass = math.sqrt(_mass(left.facts, skip[0]) * _mass(right.facts, skip[1]))
    told = sum(fact.weight for fact in shared)
    if told < max(LEAST_CHAIN, ORDER_KEPT_OF_WIRE * mass) or not _same_figures(left.facts, right.facts, FIGURES_TOLD):
        return None
    chain = longest_chain(shared)
    kept = sum(fact.weight for fact in chain)
    if kept < max(LEAST_CHAIN, ORDER_KEPT_OF_WIRE * mass, ORDER_SHARED * told):
        return None
    return chain if kept >= ORDER_KEPT * mass or _made_to_rewrite(left.article, right.article) else None


def _made_to_rewrite(left: Article, right: Article) -> bool:
    """Whether one of two texts credits an agency, is a press release, or has its outlet named by the other."""
    if left.credits or right.credits or release_line(left) is not None or release_line(right) is not None:
        return True
    return left.outlet != right.outlet and (names_outlet(left.text, right.outlet) or names_outlet(right.text, left.outlet))


def _mass(facts: Facts, skip: frozenset[int]) -> int:
    return sum(weight for at, weight in enumerate(facts.weights) if at not in skip)


def _inside(facts: Facts, ranges: Sequence[Range]) -> frozenset[int]:
    """The facts that stand in ranges of words."""
    return frozenset(at for at, word in enumerate(facts.words) if any(start <= word < end for start, end in ranges))


def _told_again(chain: Sequence[Common], left: Facts, right: Facts, passages: Iterable[Match]) -> tuple[Match, ...]:
    """The sentences that tell the same, and the like passages outside of them."""
    pairs = [(left.sentences[i], right.sentences[j]) for i, j in aligned_sentences(chain, left, right)]
    rest = [
        (one, other)
        for one, other in passages
        if not any(_within(one, first) or _within(other, second) for first, second in pairs)
    ]
    return (*pairs, *rest)


def _within(inner: Range, outer: Range) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _shared_own(left: Words, right: Words, passages: Iterable[Passage]) -> int:
    """How many shared words are own words on both sides: what one side quotes is a quotation on both."""
    return sum(left.own[p.left + k] and right.own[p.right + k] for p in passages for k in range(p.size))


def _quotes_from(left: Reading, right: Reading, passages: Iterable[Passage]) -> bool:
    """Whether the shorter text takes much of its words from the other and names its outlet."""
    shared = sum(passage.size for passage in passages)
    taker, giver = sorted((left, right), key=lambda reading: (len(reading.words.words), reading.article.id))
    if shared < QUOTED_SHARE * len(taker.words.words) or taker.article.outlet == giver.article.outlet:
        return False
    return names_outlet(taker.article.text, giver.article.outlet)


def names_outlet(text: str, outlet: str | None) -> bool:
    """Whether a text names an outlet, written as a name ("Daily Mail") or as a host ("www.dailymail.co.uk")."""
    low = (outlet or "").lower()
    host = HOST.match(low)
    name = LETTERS.sub("", host.group(1) if host else low)
    return len(name) >= 4 and name in LETTERS.sub("", text.lower())
