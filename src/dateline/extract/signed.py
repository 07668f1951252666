"""Who the markup of a page says wrote the article: links to an author's page, and elements called by an author's name."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from dateline.extract.bylines import person
from dateline.extract.tree import text_of

PAGE = re.compile(
    r"/(?:authors?|contributors?|writers?|reporters?|journalists?|columnists?|staff|team|people|by)/[^/]+/?$", re.IGNORECASE
)
NAME = re.compile(r"(?:^|[\s_-])(?:author|byline)[_-]{0,2}(?:name|author|link|title)(?:$|\s)", re.IGNORECASE)
LONGEST = 60  # characters of a name


def signed_by(tree: HtmlElement, url: str | None) -> tuple[str, ...]:
    """The names in the first author's link or element behind the title, and in those that stand right beside it."""
    found: list[str] = []
    parent: HtmlElement | None = None
    for element in _behind_title(tree):
        if parent is not None and parent not in element.iterancestors():
            break
        if (name := _name(element, url)) and name not in found:
            found.append(name)
            parent = parent if parent is not None else element.getparent()
    return tuple(found)


def _behind_title(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements from the first heading on; all, where there is none."""
    heading = tree.find(".//h1")
    seen = heading is None
    for element in tree.iter():
        seen = seen or element is heading
        if seen and isinstance(element.tag, str):
            yield element


def _name(element: HtmlElement, url: str | None) -> str | None:
    """The name in an element that is marked as an author's."""
    if element.tag == "a":
        sure = "author" in (element.get("rel") or "").lower().split()
        marked = sure or _is_page(element.get("href") or "", url)
    else:
        sure, marked = False, element.get("itemprop") == "author" or NAME.search(element.get("class") or "") is not None
    if not marked:
        return None
    text = re.sub(r"^(?:by|from)\s+", "", text_of(element), flags=re.IGNORECASE)
    return text if len(text) <= LONGEST and person(text, lone=sure or len(text.split()) > 1) == text else None


def _is_page(href: str, url: str | None) -> bool:
    """Whether a link leads to the page of an author on the same site."""
    try:
        parts, own = urlsplit(href), urlsplit(url or "")
        return parts.hostname in (None, own.hostname) and PAGE.search(parts.path) is not None
    except ValueError:  # "http://[": no address
        return False
