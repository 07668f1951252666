"""What makes one text the copy of another: the decision on one pair."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.copies.passages import Passage, like_passages
from dateline.copies.reading import Reading
from dateline.copies.retold import FIGURES_TOLD, Match, chain_of, may_be_rewrite, same_figures, told_again
from dateline.copies.sources import names_outlet
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
# Of the figures of the text that has fewer. Forms filled in on two days (weather, markets) keep the words and change the figures:
# they share up to .41, texts from one wire .57 and more, rewrites .71 and more.
SAME_FIGURES = 0.5
FORM_SHARE = 0.6  # of the shorter text's own words: where two outlets share so much, fewer figures will do
FORM_FIGURES = 0.3  # copies whose pages bring figures of their own share .40, forms .19
LEAST_CHARACTERS = 10  # where each counts as a word: five are no more than a name or a formula
QUOTED_SHARE = 0.4  # of all words, for a text that names the other's outlet as the one it quotes
# Background stands below the news: a passage that ends both texts, while the rest of neither is much shared.
TAIL = 3  # words that may follow it
LEAST_NEWS = 40  # own words above it
NEWS_SHARED = 0.2  # of them


@dataclass(frozen=True, slots=True)
class Link:
    """Two articles whose texts derive from one another; `matches` are like stretches of words (first, end) of each."""

    left: str
    right: str
    kind: CopyKind
    matches: tuple[Match, ...]


def link(left: Reading, right: Reading) -> Link | None:
    """The link between two articles, or None where they share no more than quotations, standing lines and the event."""
    # Two that share no fingerprint share no long passage either.
    if left.prints.isdisjoint(right.prints) and not may_be_rewrite(left, right):
        return None
    passages = like_passages(left.words.words, right.words.words)
    if left.article.language in UNSPACED:
        passages = tuple(passage for passage in passages if passage.size >= LEAST_CHARACTERS)
    kind = _kind_by_words(left, right, passages)
    matches = tuple(((p.left, p.left + p.size), (p.right, p.right + p.size)) for p in passages)
    if kind is None:
        chain = chain_of(left, right, passages)
        if chain is None:
            return None
        kind, matches = "rewrite", told_again(chain, left.facts, right.facts, matches)
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
    if not same_figures(left.facts, right.facts, least):
        return True
    ends = len(left.words.words) - TAIL, len(right.words.words) - TAIL
    tail = [p for p in passages if p.left + p.size >= ends[0] and p.right + p.size >= ends[1]]
    below = _shared_own(left.words, right.words, tail)
    news = short - below
    return below > 0 and news >= LEAST_NEWS and own - below < NEWS_SHARED * news


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
