"""The head of a page that was kept without its address: whether the address that it tells can be its own."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from dateline.addresses import host_of, same_site, site_of
from dateline.extract.agencies import Agencies
from dateline.extract.metadata import Metadata
from dateline.extract.outlets import PARTED, is_outlet, outlet_of_address, outlet_of_name
from dateline.extract.sites import bears_out, words_in

SITES = ("og:site_name", "application-name", "apple-mobile-web-app-title")
AGENCIES = Agencies("")  # those of the table


def as_kept(tree: HtmlElement, meta: Metadata) -> Metadata:
    """The metadata of a page whose address only it itself tells, without an address of another outlet, and its publisher.

    Who prints another's text gives that one's address as canonical, but a name of one's own and links to one's own pages. The
    address that a page gives to be shared by goes before a canonical one of another site.
    """
    url = meta.canonical
    if url is None:
        return meta
    if meta.shared and not same_site(url, meta.shared):
        return replace(meta, canonical=meta.shared)
    if _is_home(tree, url) or not _names_other(meta, url):
        return meta
    theirs = _is_of(url, meta.about.publisher)
    return replace(meta, canonical=None, about=replace(meta.about, publisher="") if theirs else meta.about)


def _names_other(meta: Metadata, url: str) -> bool:
    """Whether the page calls itself by the name of an outlet whose address that is not."""
    sites = [name for key in SITES for name in meta.meta.get(key, ())]
    beside = [name for name in (meta.about.publisher, *PARTED.split(meta.page_title)[1:][-1:]) if name]
    if any(_is_of(url, name) for name in sites):
        return False
    borne_out = any(_is_of(url, name) for name in beside)
    outlets = [name for name in sites or beside if is_outlet(name) and AGENCIES.name_of(name) is None]
    if borne_out and not (sites and outlets):
        return False
    if outlet_of_address(url):
        return bool(sites or outlets)
    return bool(outlets) and not borne_out and not any(words_in(name, url) for name in outlets)


def _is_of(url: str, name: str) -> bool:
    """Whether an address is that of the outlet with a name: by the table of domains, or by the letters of the host."""
    return bool(name) and (outlet_of_address(url) == outlet_of_name(name) or bears_out(url, name))


def _is_home(tree: HtmlElement, url: str) -> bool:
    """Whether the page links to the site of an address more than to any other."""
    links: Sequence[str] = [link.get("href") or "" for link in tree.iter("a")]
    hosts = Counter(site_of(host) for link in links if link.startswith("http") and (host := host_of(link)))
    most = max(hosts.values(), default=0)
    return most > 0 and sum(count for host, count in hosts.items() if same_site(f"https://{host}/", url)) >= most
