"""Addresses of articles: put into the form they are known by, and compared."""

import re
from functools import cache
from urllib.parse import SplitResult, unquote, urlsplit, urlunsplit

from dateline.data import lines

# An address inside another: the Wayback Machine's copies, and those that two caches keep of AMP pages.
WRAPPED = (
    re.compile(r"https?://web\.archive\.org/web/\d{4,14}[a-z_]{0,4}/(?P<whole>https?://.+)"),
    re.compile(r"https://(?:www\.)?google\.[a-z.]{2,6}/amp/(?P<safe>s/)?(?P<rest>[^/]+\..+)"),
    re.compile(r"https://[a-z0-9-]+\.cdn\.ampproject\.org/[cv]/(?P<safe>s/)?(?P<rest>[^/]+\..+)"),
)
PORTS = {"http": ":80", "https": ":443"}
DOORS = frozenset({"www", "m", "mobile", "mobil", "amp", "touch"})  # hosts that show what the host behind them has
AMP = re.compile(r"^/amp(?=/.)|/amp/?$|\.amp(?=\.html$|$)", re.IGNORECASE)
VERSIONS = frozenset({"amp", "amp=1", "amp=true", "outputtype=amp", "m=1", "view=amp", "print=1", "print=true"})
TELLING = re.compile(r"\d{5}|-\w+-")  # a path that names an article: a number, or words of its headline


def plain_address(address: str) -> str:
    """The address of the article itself: out of an archive or cache, without trackers, fragment and default port.

    Scheme and host are in lower case. What is no address of the web stays as it is.
    """
    match = next((match for pattern in WRAPPED if (match := pattern.match(address))), None)
    if match:
        found = match.groupdict()
        address = found.get("whole") or f"{'https' if found['safe'] else 'http'}://{found['rest']}"
    parts = _split(address)
    if parts.scheme not in PORTS or not parts.netloc:
        return address
    query = "&".join(field for field in parts.query.split("&") if not _tracks(field))
    return urlunsplit((parts.scheme, parts.netloc.lower().removesuffix(PORTS[parts.scheme]), parts.path or "/", query, ""))


def own_address(address: str | None, told: str | None) -> str | None:
    """The address that a page tells as its own where it can be believed, else the (plain) one that it was found at.

    Believed is an address of the same site that names an article: a page printed for another site tells that one's address,
    and many a site tells its front page, or every article's address without the number in its query.
    """
    if told is None:
        return address
    told = plain_address(told)
    if address is None:
        return told
    here, there = _split(address), _split(told)
    if not same_site(address, told) or there.path in ("", "/"):
        return address
    stripped = there.path == here.path and here.query and not TELLING.search(there.path)
    return address if stripped else told


def place_of(address: str) -> str:
    """What all addresses of one article have in common: those for telephones, AMP pages and print, with and without `www`."""
    parts = _split(plain_address(address))
    fields = sorted(field for field in parts.query.split("&") if field and field.lower() not in VERSIONS)
    return f"{site_of(parts.netloc)}{unquote(AMP.sub('', parts.path)).rstrip('/')}?{'&'.join(fields)}"


def host_of(address: str | None) -> str:
    """The host of an address in lower case, empty where it has none; of an archived page, the host it was taken from."""
    return (_split(plain_address(address)).hostname or "").lower() if address else ""


def _split(address: str) -> SplitResult:
    """The parts of an address; all of it as the path, where it is none."""
    try:
        return urlsplit(address)
    except ValueError:  # "http://["
        return SplitResult("", "", address, "", "")


def same_site(one: str, other: str) -> bool:
    """Whether two addresses are of one site: of one host, or of one and a part of it, by whatever door."""
    here, there = site_of(_split(one).netloc), site_of(_split(other).netloc)
    return here == there or f".{here}".endswith(f".{there}") or f".{there}".endswith(f".{here}")


def site_of(host: str) -> str:
    """The host without the labels that only say by which door one comes in."""
    labels = host.lower().split(".")
    while len(labels) > 2 and labels[0] in DOORS:
        labels = labels[1:]
    return ".".join(labels)


def _tracks(field: str) -> bool:
    name = field.partition("=")[0].lower()
    names, beginnings = _trackers()
    return not name or name in names or name.startswith(beginnings)


@cache
def _trackers() -> tuple[frozenset[str], tuple[str, ...]]:
    words = [word for line in lines("trackers.txt") for word in line.split()]
    whole = frozenset(word for word in words if not word.endswith("*"))
    return whole, tuple(sorted(word.removesuffix("*") for word in words if word.endswith("*")))
