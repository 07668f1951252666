"""What a page's head says of its article: meta elements, links and JSON-LD, each value with the name it stands under."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import unescape

from lxml.html import HtmlElement

from dateline.extract.jsonld import Described, described

# Names under which pages give a value, the most trustworthy first.
PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time", "parsely-pub-date",
    "sailthru.date", "article.published", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "citation_publication_date", "publish-date", "publish_date", "published-date", "publication_date", "publishdate", "pubdate",
    "cxenseparse:recs:publishtime", "article_date_original", "rnews:datepublished", "date.created", "date_published", "dc.date",
    "dcterms.date", "date",
)  # fmt: skip
UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "last-modified", "lastmod")
AUTHORS = (
    "author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "article:author", "citation_author",
    "cxenseparse:author",
)  # fmt: skip
TITLES = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "title", "headline")
SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "copyright")
URLS = ("og:url", "parsely-link", "twitter:url")


@dataclass(frozen=True, slots=True)
class Metadata:
    """The head of a page: `first(names)` looks up meta elements, `about` is its JSON-LD.

    `canonical` is the address that the page gives, `shared` the one that it gives to be shared by, which may be another.
    """

    meta: dict[str, tuple[str, ...]]
    about: Described
    canonical: str | None
    shared: str | None
    page_title: str

    def first(self, names: tuple[str, ...]) -> str:
        """The first value given under any of the names, in their order; empty when there is none."""
        return next((value for name in names for value in self.meta.get(name, ()) if value), "")

    def all(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """All values under the first of the names that has any."""
        return next((self.meta[name] for name in names if any(self.meta.get(name, ()))), ())


def read_metadata(tree: HtmlElement) -> Metadata:
    """The metadata of a page; a canonical address counts only when it is whole (http or https)."""
    meta: dict[str, tuple[str, ...]] = {}
    for element in tree.iter("meta"):
        value = " ".join(unescape(element.get("content") or "").split())
        for key in ("name", "property", "itemprop", "http-equiv"):
            if (name := element.get(key)) and value and len(value) <= 2_000:
                meta[name.lower()] = (*meta.get(name.lower(), ()), value)
    head = tree.find("head")
    title = head.find("title") if head is not None else tree.find(".//title")
    about = described(tree)
    links = [link.get("href") or "" for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    shared = _whole([*(value for name in URLS for value in meta.get(name, ())), about.url])
    page_title = " ".join(title.text_content().split()) if title is not None else ""
    return Metadata(meta, about, _whole(links) or shared, shared, page_title)


def _whole(addresses: Iterable[str]) -> str | None:
    """The first address that is whole."""
    return next((url.strip() for url in addresses if re.match(r"https?://[^\s/]+\.[^\s/]+/\S", url.strip())), None)
