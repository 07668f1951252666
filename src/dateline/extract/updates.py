"""The entries of a live blog as a page describes them to machines: `liveBlogUpdate` in JSON-LD or in microdata."""

from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring

from dateline.extract.draft import Told
from dateline.extract.jsonld import live_updates
from dateline.extract.lines import is_prose, kind_of, plain
from dateline.extract.moments import read_stamp
from dateline.extract.tree import MAX_TAGS, blocks_of

NAME = "liveBlogUpdate"
MOST = 2_000  # entries; a blog of a week has some hundreds


@dataclass(frozen=True, slots=True)
class Described:
    """One entry: when it appeared, its heading (empty where it has none) and its paragraphs."""

    told: Told
    headline: str
    body: tuple[str, ...]


def described_entries(tree: HtmlElement, page: str) -> list[Described]:
    """The entries that a page describes, in its order, each once; `page` is its source."""
    if NAME not in page:
        return []
    updates = live_updates(tree)[:MOST]
    if sum(one.body.count("<") for one in updates) > MAX_TAGS:  # more than a page may have
        return []
    found = [
        Described(told, plain(unescape(one.headline)), _paragraphs(one.body))
        for one in updates
        if (told := read_stamp(one.published))
    ]
    return list(dict.fromkeys(found or list(_marked(tree))[:MOST]))


def _paragraphs(body: str) -> tuple[str, ...]:
    """The paragraphs of a body, which may be HTML or text with line breaks, without what is no part of an article."""
    lines = body.split("\n")
    if "<" in body:
        try:
            lines = [block.text for block in blocks_of(fragment_fromstring(body, create_parent="div"))]
        except (etree.ParserError, etree.XMLSyntaxError, ValueError):
            lines = body.split("\n")
    return tuple(line for one in lines if (line := plain(unescape(one))) and kind_of(line) is None)


def _marked(tree: HtmlElement) -> Iterator[Described]:
    """The entries in microdata."""
    for element in tree.iter():
        if NAME in (element.get("itemprop") or "").split():
            told = read_stamp(_value(element, "datePublished"))
            body = _paragraphs(_value(element, "articleBody"))
            if told:
                prose = tuple(block.text for block in blocks_of(element) if is_prose(block.text))
                yield Described(told, plain(unescape(_value(element, "headline"))), body or prose)


def _value(element: HtmlElement, name: str) -> str:
    """The first value of a property inside an element: an attribute, else its blocks, a line each; empty where it has none."""
    found = next((one for one in element.iter() if name in (one.get("itemprop") or "").split()), None)
    if found is None:
        return ""
    told = found.get("content") or found.get("datetime")
    return told or "\n".join(block.text for block in blocks_of(found))
