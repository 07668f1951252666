"""The tree of an HTML page, and its text as blocks in reading order."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

# The largest of 581 article pages we measured has 10,305 tags. Up to this limit the slowest pages we could make take three
# seconds, so that it, and never the clock of a busy machine, decides which pages are read.
MAX_TAGS = 25_000
BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li",
        "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
        "ul",
    )
)  # fmt: skip
UNSEEN = ("script", "style", "noscript", "template", "svg", "iframe", "object", "head", "select", "textarea", "math")
APART = ("time", "img", "button")  # what pages set beside a text without a space
WITHIN = ("ul", "ol", "li", "dl", "blockquote")
CLOSED = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)  # browsers go on behind it; the parser, where more follows, does not
SPACES = re.compile(r"\s+")
HINTS = ("class", "id", "itemprop", "rel", "data-testid", "role")
# Characters of a hint. It is read again for each block in its element, so that megabytes of classes would take minutes.
LONGEST_HINT = 2_000
LONG_HINTS = etree.XPath(f"//@*[string-length() > {LONGEST_HINT}][{' or '.join(f'name() = {name!r}' for name in HINTS)}]")


@dataclass(frozen=True, slots=True)
class Block:
    """The text of one block element; `hint` holds the classes on it, around and inside it; `linked` if it is all links.

    `home` is a number for the element that holds the block, which is the same for a paragraph and a list beside it. `time` is the
    `datetime` of the first `<time>` in the block.
    """

    text: str
    tag: str
    hint: str
    linked: bool = False
    home: int = 0
    time: str = ""


def parse_page(text: str) -> HtmlElement | str:
    """The tree of a page, or the reason why there is none: no tags, too many, or nested beyond what the parser allows."""
    if text.count("<") > MAX_TAGS:
        return f"the page has more than {MAX_TAGS:,} tags"
    text = CLOSED.sub("", text)
    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False, no_network=True)
    try:
        tree = document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError, AssertionError):
        return "the page is not HTML that can be parsed"
    if parser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT) and not text_of(tree):
        return "the page is nested deeper than the parser goes, 255 tags, before any text"
    for hint in cast(list[Any], LONG_HINTS(tree)):
        hint.getparent().set(hint.attrname, hint[:LONGEST_HINT])
    return tree


def drop(element: HtmlElement) -> None:
    """Takes an element out of its tree, leaving the text behind it."""
    if element.getparent() is not None:
        element.drop_tree()


def text_of(element: HtmlElement) -> str:
    """The text inside an element, white space squeezed."""
    return " ".join("".join(str(piece) for piece in element.itertext()).replace("\u200b", "").split())


def blocks_of(tree: HtmlElement) -> list[Block]:
    """The blocks of a page or an element in reading order, without empty ones; scripts, styles and frames have no text."""
    blocks: list[Block] = []
    homes: dict[HtmlElement | None, int] = {}
    opened = _Open(None)
    links = 0
    for event, element in _walk(tree):
        name = element.tag if isinstance(element.tag, str) else ""
        start = event == "start"
        if name in BLOCKS:
            blocks += opened.closed(homes)
            opened = _Open(element if start else element.getparent())
        elif start:
            opened.inside.append(element)
        links += (1 if start else -1) if name == "a" else 0
        space = " " if name in APART else ""
        opened.add(space + ((("" if name in UNSEEN else element.text) if start else element.tail) or ""), linked=links > 0)
    return blocks + opened.closed(homes)


class _Open:
    """A block while it is being read: the element that it is the text of, and those inside it that are no blocks."""

    def __init__(self, element: HtmlElement | None) -> None:
        self.element = element
        self.inside: list[HtmlElement] = []
        self._pieces: list[str] = []
        self._linked = 0

    def add(self, text: str, *, linked: bool) -> None:
        self._pieces.append(text)
        self._linked += len(text.strip()) if linked else 0

    def closed(self, homes: dict[HtmlElement | None, int]) -> list[Block]:
        """The block, if it has any text; an element is numbered when the first block is found in it."""
        text = " ".join("".join(self._pieces).replace("\u200b", "").split())
        if not text:
            return []
        linked = self._linked * 10 >= len(text) * 9  # a mark or a number may stand beside the link
        hints = _hints(self.element, levels=3) + [hint for element in self.inside for hint in _hints(element, levels=1)]
        home = homes.setdefault(_home(self.element), len(homes))
        time = next((told for element in self.inside if element.tag == "time" and (told := element.get("datetime"))), "")
        return [Block(text, _tag(self.element), " ".join(hints).lower(), linked, home, time)]


def _walk(tree: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Starts and ends of the elements of the body, without the insides of what is never shown."""
    body = tree.find("body") if tree.tag == "html" else tree
    walker = etree.iterwalk(tree if body is None else body, events=("start", "end"))
    for event, element in walker:
        if event == "start" and element.tag in UNSEEN:
            walker.skip_subtree()
        yield event, element


def _tag(element: HtmlElement | None) -> str:
    return element.tag if element is not None and isinstance(element.tag, str) else "body"


def _home(element: HtmlElement | None) -> HtmlElement | None:
    """The element around a block, and around the list or quotation that the block is in."""
    parent = element.getparent() if element is not None else None
    while parent is not None and parent.tag in WITHIN:
        parent = parent.getparent()
    return parent


def _hints(element: HtmlElement | None, *, levels: int) -> list[str]:
    found: list[str] = []
    while element is not None and levels and element.tag not in ("body", "html"):
        if own := element.attrib:
            found += [SPACES.sub(" ", hint) for name in HINTS if (hint := own.get(name))]
        element, levels = element.getparent(), levels - 1
    return found
