"""What makes one text the rewrite of another: the same facts in the same order, in other words."""

import math
from collections.abc import Iterable, Sequence

from dateline.copies.facts import Facts
from dateline.copies.order import Common, aligned_sentences, common_facts, longest_chain
from dateline.copies.passages import Passage
from dateline.copies.reading import Reading
from dateline.copies.sources import names_outlet, release_line
from dateline.types import Article

# What a rewrite keeps in order of the facts of both texts (of the geometric mean of what they count), of the facts that they
# share, and at all. On half A of the gold 29 of 37 rewrites reach .33, .55 and 57, and independent texts .28. Of 1,752 articles
# of a stream, where many reports of one event share most of their facts, three pairs reach all three that share few words; at .28
# eight do.
ORDER_KEPT = 0.34
ORDER_SHARED = 0.55
LEAST_CHAIN = 57
# Where the pages say that one of two texts is made to be rewritten, less will do: it credits an agency, is a press release, or
# the other text names its outlet. On the sample coverage rewrites of credited texts reach .29, independent reports .26 with so
# much of it in order.
ORDER_KEPT_OF_WIRE = 0.28
# A brief holds little, and much of it in order: of its own facts the half. On half A it adds two rewrites; in the stream, none.
ORDER_KEPT_OF_BRIEF = 0.51
ORDER_SHARED_OF_BRIEF = 0.65
LEAST_CHAIN_OF_BRIEF = 50
LONG = 8  # words: the facts in a passage that long were taken over with it, and do not show that it was told in other words
FIGURES_TOLD = 0.6  # of the text that has fewer; rewrites have .71 and more
LEAST_FIGURES = 4
Range = tuple[int, int]
Match = tuple[Range, Range]


def may_be_rewrite(left: Reading, right: Reading) -> bool:
    """Whether the facts that two texts share would do if all stood in order; a translation is no copy, and would keep names."""
    if left.article.language != right.article.language:
        return False
    shared = sum(fact.weight for fact in common_facts(left.facts, right.facts, (frozenset(), frozenset())))
    return shared >= _least(left.facts.mass(), right.facts.mass())


def _least(left: int, right: int) -> float:
    """What the facts in order of two texts must count, of all that theirs do, for any rewrite."""
    return max(LEAST_CHAIN_OF_BRIEF, min(ORDER_KEPT_OF_WIRE * math.sqrt(left * right), ORDER_KEPT_OF_BRIEF * min(left, right)))


def chain_of(left: Reading, right: Reading, passages: Sequence[Passage]) -> list[Common] | None:
    """The facts that a rewrite tells in the order of the other text; None where it is none."""
    if left.article.language != right.article.language:
        return None
    skip = (
        _inside(left.facts, [(p.left, p.left + p.size) for p in passages if p.size >= LONG]),
        _inside(right.facts, [(p.right, p.right + p.size) for p in passages if p.size >= LONG]),
    )
    shared = common_facts(left.facts, right.facts, skip)
    masses = _mass(left.facts, skip[0]), _mass(right.facts, skip[1])
    told = sum(fact.weight for fact in shared)
    if told < _least(*masses) or not same_figures(left.facts, right.facts, FIGURES_TOLD):
        return None
    chain = longest_chain(shared)
    kept = sum(fact.weight for fact in chain)
    if kept < ORDER_SHARED * told:
        return None
    if kept >= max(LEAST_CHAIN_OF_BRIEF, ORDER_KEPT_OF_BRIEF * min(masses), ORDER_SHARED_OF_BRIEF * told):
        return chain
    least = ORDER_KEPT_OF_WIRE if _made_to_rewrite(left.article, right.article) else ORDER_KEPT
    return chain if kept >= max(LEAST_CHAIN, least * math.sqrt(masses[0] * masses[1])) else None


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


def told_again(chain: Sequence[Common], left: Facts, right: Facts, passages: Iterable[Match]) -> tuple[Match, ...]:
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


def same_figures(left: Facts, right: Facts, share: float) -> bool:
    """Whether that share of the figures of one text are in the other, or there are too few to tell."""
    figures = left.figures(), right.figures()
    fewer = min(map(len, figures))
    return fewer < LEAST_FIGURES or len(figures[0] & figures[1]) >= share * fewer
