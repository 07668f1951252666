"""Pages that lead to articles and hold none: the fronts of sections, of headlines with a teaser each."""

import re
from collections.abc import Sequence

from dateline.extract.lines import is_prose
from dateline.extract.missed import start_of
from dateline.extract.tree import Block

CARDS = 5  # headlines that are links; an article has some of other stories below it, a page of offers as headings
WORDS = 4  # of a headline; shorter ones are names of sections
REACH = 3  # blocks below its headline in which a teaser begins: section, writer and day may stand between
RUN = 3  # paragraphs that belong together
SHARE = 0.75  # of the paragraphs are teasers
HEADING = re.compile(r"h[1-6]")
FRONT = "the page is a list of articles and holds none itself; save the articles"


def front_of(blocks: Sequence[Block], body: Sequence[str]) -> str | None:
    """Why a page is no article, where most paragraphs taken for one stand singly below headlines that are links."""
    heads = [_is_headline(block) for block in blocks]
    if len({block.text for block, head in zip(blocks, heads, strict=True) if head}) < CARDS:
        return None
    lines = {start_of(line) for line in body if is_prose(line)}
    teasers = run = others = 0
    for at, block in enumerate(blocks):
        if start_of(block.text) not in lines:
            run = 0 if heads[at] else run
        elif _is_teaser(blocks, heads, at):
            teasers, run = teasers + 1, 1
        else:
            others, run = others + 1, run + 1
            if run >= RUN:
                return None
    return FRONT if teasers and teasers >= SHARE * (teasers + others) else None


def _is_headline(block: Block) -> bool:
    return block.linked and HEADING.fullmatch(block.tag) is not None and len(block.text.split()) >= WORDS


def _is_teaser(blocks: Sequence[Block], heads: Sequence[bool], at: int) -> bool:
    """Whether a paragraph is a link, or stands below a headline that is one with no other paragraph between them."""
    for above in range(at - 1, max(at - 1 - REACH, -1), -1):
        if heads[above]:
            return True
        if is_prose(blocks[above].text):
            break
    return blocks[at].linked
