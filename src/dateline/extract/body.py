"""The body of an HTML page: what is not the article is set apart, trafilatura finds the rest."""

import re
from collections import Counter
from collections.abc import Sequence
from copy import deepcopy

import trafilatura
from lxml.html import HtmlElement
from trafilatura.meta import reset_caches
from trafilatura.metadata import extract_metadata

from dateline.extract.captions import LONGEST, image_credit
from dateline.extract.corrected import BOX, may_correct
from dateline.extract.dates import is_date_line
from dateline.extract.draft import Draft, Value
from dateline.extract.lines import is_prose
from dateline.extract.tree import blocks_of, drop, text_of

# The newest day a page may be dated: a clock here would let the same page give other dates on other days.
DATES = {"original_date": True, "extensive_search": True, "max_date": "2099-12-31"}
CAPTIONS = re.compile(
    r"(?:^|[\s_-])(?:wp-)?(?:fig)?captions?(?:$|[\s_-])|image-(?:credit|caption)|photo-?credit|(?:^|\s)cap(?:$|\s)", re.IGNORECASE
)
RELATED = (
    r"(?:^|[\s_-])(?:related|read-?more|recirc\w*|more-?(?:on|from|stories)|also-?read|see-?also|most-?read|recommended|trending)"
    r"(?:$|[\s_-])"
)
APART = (
    ("newsletter", re.compile(r"newsletter|sign-?up-?(?:box|form)|subscribe-?(?:box|form|widget)", re.IGNORECASE)),
    ("related", re.compile(RELATED, re.IGNORECASE)),
    ("video", re.compile(r"video-?teaser|teaser-?video", re.IGNORECASE)),
    ("correction", BOX),
)
CELLS = ("thead", "tbody", "tfoot", "tr", "td", "th")
AS_IT_STANDS = ("pre", "textarea")
PARAGRAPHS = 3  # a cell with that many is a column of the page
LARGEST_SHARE = 4  # a part with more than a quarter of the page's text is not beside the article, whatever it is called
LEAD = 3  # paragraphs: three of the first five come again where an article begins anew; a refrain or a slogan is one
PAGES_BETWEEN_RESETS = 50  # trafilatura keeps caches that grow; resetting them costs a garbage collection


class Extractor:
    """Calls trafilatura and lets go of its caches every so many pages; one for each process."""

    def __init__(self) -> None:
        """Starts with what trafilatura has just loaded."""
        self._pages = 0

    def body(self, tree: HtmlElement, url: str | None, *, generous: bool = False) -> tuple[str, ...]:
        """The lines of the article in a tree, which trafilatura changes; none when it finds no article.

        When `generous`, it takes in what it would otherwise doubt.
        """
        self._pages += 1
        if self._pages % PAGES_BETWEEN_RESETS == 0:
            reset_caches()
        found = trafilatura.bare_extraction(
            tree,
            url=url,
            include_comments=False,
            deduplicate=False,
            favor_recall=generous,
            date_extraction_params=dict(DATES),
        )
        if found is None or isinstance(found, dict):
            return ()
        return tuple(line.strip() for line in (found.text or "").split("\n") if line.strip())

    def day_and_authors(self, page: str, url: str | None) -> tuple[str | None, tuple[str, ...]]:
        """The day of publication as htmldate makes it out of the whole page, and the authors as trafilatura does."""
        found = extract_metadata(page, default_url=url, date_config=dict(DATES))
        return found.date, tuple(author for author in (found.author or "").split("; ") if author)


def once(lines: Sequence[str]) -> list[str]:
    """The lines without a second copy of the article, as some pages have one for each size of screen."""
    prose = [line for line in lines if is_prose(line)]
    for lead in (prose[start : start + LEAD] for start in range(min(LEAD, len(prose) - LEAD))):
        if len(set(lead)) == LEAD and all(lines.count(line) > 1 for line in lead):
            again = [index for index, line in enumerate(lines) if line == lead[0]][1]
            seen = set(lines[:again])
            return [*lines[:again], *(line for line in lines[again:] if line not in seen)]
    return list(lines)


def copy_of(tree: HtmlElement) -> HtmlElement:
    """A copy that trafilatura may change; tables that lay out the page, which it would read as data, are plain boxes in it."""
    copy = deepcopy(tree)
    for table in _layouts(copy):
        own = [element for element in table.iter(*CELLS) if next(element.iterancestors("table")) is table]
        for element in (table, *own):
            element.tag = "div"
    _unwrap(copy)
    return copy


def _unwrap(tree: HtmlElement) -> None:
    """Makes the line breaks in the source of a paragraph the white space that they are; trafilatura may end paragraphs there."""
    for paragraph in tree.iter("p"):
        for element in paragraph.iter():
            if element.text and isinstance(element.tag, str) and element.tag not in AS_IT_STANDS:
                element.text = element.text.replace("\n", " ")
            if element.tail and element is not paragraph:
                element.tail = element.tail.replace("\n", " ")


def _layouts(tree: HtmlElement) -> list[HtmlElement]:
    """The tables that hold the page's heading, or a cell with several paragraphs, innermost first."""
    paragraphs: Counter[HtmlElement] = Counter()
    for paragraph in tree.iter("p"):
        cell = next(paragraph.iterancestors("td"), None)
        if cell is not None and is_prose(text_of(paragraph)):
            paragraphs[cell] += 1
    inner = [*tree.iter("h1"), *(cell for cell, count in paragraphs.items() if count >= PARAGRAPHS)]
    found = {table for element in inner for table in element.iterancestors("table")}
    return [table for table in reversed(list(tree.iter("table"))) if table in found]


def set_apart(tree: HtmlElement, draft: Draft, whole: int) -> None:
    """Takes captions, corrections, newsletter boxes, related links and video teasers out; all but newsletters are noted.

    `whole` is the number of characters in the blocks of the tree.
    """
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.tag in ("html", "body", "article", "main", "head", "meta", "script"):
            continue
        name = _part(element)
        if name is None:
            continue
        text = text_of(element)
        if name == "caption" and is_date_line(text):  # a small line above the article
            continue
        if len(text) * LARGEST_SHARE <= whole and not _holds_article(element, name):
            _note(draft, name, element)
            drop(element)


def _part(element: HtmlElement) -> str | None:
    """What an element is beside the article, by its tag and classes."""
    if element.tag == "figcaption":
        return "caption"
    hint = f"{element.get('class') or ''} {element.get('id') or ''}"
    if not hint.strip():
        return None
    if CAPTIONS.search(hint):
        return "caption"
    return next((name for name, pattern in APART if pattern.search(hint)), None)


def _holds_article(element: HtmlElement, name: str) -> bool:
    """Whether a part has paragraphs of its own, as when the whole article stands in a box called `read-more`."""
    if name == "caption":
        return len(text_of(element).split()) > LONGEST
    return sum(is_prose(text_of(paragraph)) for paragraph in element.iter("p")) >= 2


def _note(draft: Draft, name: str, element: HtmlElement) -> None:
    """Notes a caption as one line, other parts a line for each block; newsletters say nothing of the article."""
    lines = [block.text for block in blocks_of(element)]
    if name == "caption" and lines:
        text = " ".join(lines)
        credit = image_credit(text)
        draft.whole(name, text)
        if credit:
            draft.add(text, Value("image credit", text[credit[0] : credit[1]], *credit))
    elif name != "newsletter":
        for line in lines:
            if name != "correction" or may_correct(line):
                draft.whole(name, line)
