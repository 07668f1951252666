"""What a page says of itself in schema.org JSON-LD."""

import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml.html import HtmlElement

ARTICLES = re.compile(r"(?:\w*Article|\w*BlogPosting|Report|\w*Posting)$")
PAGES = ("WebPage", "ItemPage")
NOISE = re.compile(r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$")
MAX_NODES = 5_000  # a page with more has a catalogue in it, not an article


@dataclass(frozen=True, slots=True)
class Described:
    """The values of the node that describes the article; empty where it says nothing.

    `closed` are the CSS selectors of those of its parts that are not free to read.
    """

    headline: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    updated: str = ""
    dateline: str = ""
    based_on: tuple[str, ...] = ()
    url: str = ""
    language: str = ""
    closed: tuple[str, ...] = ()


def described(tree: HtmlElement) -> Described:
    """What the page's JSON-LD says of its article: the first node of an article's type with a date or headline, else a page's."""
    nodes = list(_nodes(tree))
    entries = {id(entry) for node in nodes for entry in _updates(node)}
    named = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if id(node) not in entries and any(ARTICLES.fullmatch(kind) for kind in _kinds(node))]
    pages = [node for node in nodes if any(kind in PAGES for kind in _kinds(node))]
    dated = [node for node in articles if node.get("datePublished")]
    headed = [node for node in articles if node.get("headline")]
    chosen = next(iter(dated or headed or pages), None)
    if chosen is None:
        return Described()
    return Described(
        headline=_text(chosen.get("headline")) if chosen in articles else "",
        authors=tuple(_names(chosen.get("author") or chosen.get("creator"), named)),
        publisher=next(iter(_names(chosen.get("publisher"), named)), ""),
        published=_text(chosen.get("datePublished"))
        or min(filter(None, (one.published for one in _entries(chosen))), default=""),
        updated=_text(chosen.get("dateModified")),
        dateline=_text(chosen.get("dateline")),
        based_on=tuple(_names([chosen.get("isBasedOn"), chosen.get("sourceOrganization"), chosen.get("creditText")], named)),
        url=_text(chosen.get("url")),
        language=_language(chosen.get("inLanguage")),
        closed=tuple(_closed(chosen.get("hasPart"))) if _is_closed(chosen) else (),
    )


@dataclass(frozen=True, slots=True)
class Update:
    """One entry of a live blog as its page describes it to machines; the body is as told, with line breaks and tags."""

    published: str
    headline: str
    body: str


def live_updates(tree: HtmlElement) -> list[Update]:
    """The entries of the live blog (`liveBlogUpdate`) that the page's JSON-LD describes, in its order."""
    return [update for node in _nodes(tree) for update in _entries(node)]


def _entries(node: dict[str, Any]) -> Iterator[Update]:
    for one in _updates(node):
        body = one.get("articleBody") or one.get("text")
        yield Update(
            _text(one.get("datePublished") or one.get("dateCreated")),
            _text(one.get("headline") or one.get("name")),
            body if isinstance(body, str) else "",
        )


def _updates(node: dict[str, Any]) -> list[dict[str, Any]]:
    value = node.get("liveBlogUpdate")
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, dict)]


def _language(value: Any) -> str:
    """The tag of a language, told as such or as an object of its own."""
    node = value[0] if isinstance(value, list) and value else value
    return _text(node.get("alternateName")) if isinstance(node, dict) else _text(node)


def _closed(parts: Any) -> Iterator[str]:
    for part in (parts if isinstance(parts, list) else [parts])[:50]:
        if isinstance(part, dict) and _is_closed(part):
            selectors = part.get("cssSelector")
            yield from (_text(one) for one in (selectors if isinstance(selectors, list) else [selectors]))


def _is_closed(node: dict[str, Any]) -> bool:
    return str(node.get("isAccessibleForFree")).lower() == "false"


def _nodes(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    """All objects in the page's JSON-LD, outer ones first, in the order of the page."""
    seen = 0
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        waiting = deque([_load(script.text_content())])
        while waiting and seen < MAX_NODES:
            value = waiting.popleft()
            seen += 1
            if isinstance(value, list):
                waiting += value
            elif isinstance(value, dict):
                yield value
                waiting += [inner for inner in value.values() if isinstance(inner, dict | list)]


def _load(text: str) -> Any:
    """The JSON in a script, control characters in strings allowed; None where it is not JSON or nested without end."""
    text = NOISE.sub("", NOISE.sub("", text)).strip()
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _kinds(node: dict[str, Any]) -> list[str]:
    kinds = node.get("@type")
    return [str(kind).rsplit("/", 1)[-1] for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind]


def _names(value: Any, named: dict[str, dict[str, Any]]) -> list[str]:
    """The names in a value that may be a string, an object, a reference to one, or a list of these."""
    if isinstance(value, list):
        return [name for one in value[:50] for name in _names(one, named)]
    if isinstance(value, dict):
        whole = value if value.get("name") else named.get(str(value.get("@id")), value)
        name = whole.get("name")
        return [text for one in (name if isinstance(name, list) else [name]) if (text := _text(one))]
    text = _text(value)
    return [text] if text and not text.startswith(("http:", "https:", "/", "#")) else []


def _text(value: Any) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(value.split()) if isinstance(value, str) else ""
