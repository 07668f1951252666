"""The outlet: by its web address through a table, by what the page calls itself, or by the signs its furniture gives."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from dateline.addresses import host_of
from dateline.data import table

NAME = r"(?-i:[A-ZÀ-Þ][\w'’&.-]*(?: (?:of|the|and|de|&) (?=[A-Z])| [A-ZÀ-Þ][\w'’&.-]*){0,4})"
SIGNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<name>{NAME})['’]s (?:top stor(?:y|ies)|newsroom|newsletters?|app\b|editorial|weekly|daily|podcast|coverage)",
        rf"\bmore (?:stories|news|articles|coverage)? ?from (?:the )?(?P<name>{NAME})\s*$",
        rf"\b(?:skip to )?more (?P<name>{NAME}) (?:sites|stories|news)",
        rf"(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:\d{{4}}(?:\s?[-–]\s?\d{{4}})?\s*)?(?:by )?(?P<name>{NAME})",
        rf"\b(?:follow|subscribe to|download|join|support|about) (?P<name>{NAME})(?: on [A-Z]\w+| app\b| today\b|$)",
        rf"\b(?:my|front page of) (?P<name>{NAME})$",
    )
)
NOT_NAMES = {"us", "our", "this", "the", "all", "today", "facebook", "twitter", "x", "instagram", "the author", "world"}
NOT_NAMES |= {"regions", "politics", "more"}
PARTED = re.compile(r"\s+[|–—·•«»:-]+\s+|\s*\|\s*")


def outlet_of_address(url: str | None) -> str | None:
    """The outlet that publishes under the address, through the table of domains; None when it is not in it."""
    labels = host_of(url).split(".")
    for first in range(len(labels) - 1):
        if name := _domains().get(".".join(labels[first:])):
            return name
    return None


def outlet_of_name(name: str) -> str:
    """The name the table gives an outlet that calls itself `name`; `name` itself when it is not in the table."""
    name = re.sub(r"\s*(?:\(\w+\)|\bOnline)$", "", name.strip()) or name
    return _names().get(name.lower(), re.sub(r"^(?:https?://)?www\.", "", name))


def named_outlet(told: str) -> str:
    """The outlet that a record or a feed names: by its domain, or by the part of a feed's title that is an outlet's name."""
    if "." in told and " " not in told:
        return outlet_of_address(f"https://{told}") or outlet_of_name(told)
    parts = [part for part in PARTED.split(told) if part]
    known = next((part for part in parts if part.lower() in _names()), None)
    return outlet_of_name(known or next(filter(_own, parts), None) or told)


def _own(name: str) -> bool:
    """Whether a name is an outlet's and not a section's: it has a word that neither sections nor outlets are called by."""
    words = name.lower().split()
    return is_outlet(name) and any(word not in _words() and word not in _common() for word in words)


def is_house(name: str, outlet: str | None) -> bool:
    """Whether a name is what an outlet calls a desk or a part of itself: the outlet's with more behind it, or its first words."""
    ours, theirs = _letters(outlet or ""), _letters(name)
    return min(len(ours), len(theirs)) >= 4 and ours != theirs and (ours.startswith(theirs) or theirs.startswith(ours))


def is_outlet(name: str) -> bool:
    """Whether the table knows an outlet by that name, or a word in it is one that outlets are called by."""
    words = re.findall(r"\w+", name.lower())
    return name.lower() in _names() or (len(words) <= 5 and any(word in _words() for word in words))


def outlet_of_signs(lines: Sequence[str]) -> tuple[str, int, int, int] | None:
    """The name that the page's furniture gives its owner most often, with the line (index, start, end) that says so first."""
    seen: list[tuple[str, int, int, int]] = []
    for index, line in enumerate(lines):
        if len(line) <= 300:
            seen += [(match["name"], index, *match.span("name")) for sign in SIGNS for match in sign.finditer(line)]
    seen = [(_whole(name), index, start, start + len(_whole(name))) for name, index, start, _ in seen]
    seen = [one for one in seen if one[0] and one[0].lower() not in NOT_NAMES]
    if not seen:
        return None
    counts = Counter(outlet_of_name(name) for name, *_ in seen)
    best = min(counts, key=lambda name: (-counts[name], name))
    first = min((one for one in seen if outlet_of_name(one[0]) == best), key=lambda one: one[1:])
    return best, *first[1:]


def _whole(name: str) -> str:
    """A name without the capitalised words of the next sentence at its end."""
    return re.sub(r"(?:\s+(?:An?|The|All|This|Our|Your|We|Invented|Ltd\.?|Inc\.?|LLC|\.))+$|\.$", "", name)


def spelled_like(url: str | None, lines: Sequence[str]) -> tuple[str, int, int, int] | None:
    """The first name in the lines whose letters are those of the site's address (`theislander.example`: "The Islander")."""
    label = re.sub(r"^(?:www|m|amp|edition|news)\.", "", host_of(url)).split(".")[0].replace("-", "")
    if len(label) < 3:
        return None
    loose = re.compile(r"(?<!\w)(?:the\s+)?" + r"[\s.'’&-]*".join(map(re.escape, label)) + r"(?!\w)", re.IGNORECASE)
    if len(label) == 3:  # as a word it may be any other
        loose = re.compile(rf"(?<!\w){re.escape(label.upper())}(?!\w)")
    for index, line in enumerate(lines):
        for match in loose.finditer(line[:300]):
            if match[0][0].isupper() and "." not in match[0]:
                return outlet_of_name(match[0]), index, *match.span()
    return None


def masthead(line: str, page: str) -> str | None:
    """The outlet's name in a line above the title: a short one that the page repeats, or with a word outlets are called by."""
    name = PARTED.split(line)[0].strip()
    words = name.split()
    if not 1 <= len(words) <= 5 or not name[0].isupper() or re.search(r"[.!?:\d]$", name):
        return None
    again = [match[0] for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", page, re.IGNORECASE) if match[0] != name]
    if len(words) >= 2 and page.lower().count(name.lower()) >= 2:
        return next((found for found in again if not found.isupper() and found[0].isupper()), name)
    return name if name.lower() in _names() or (len(words) >= 2 and _own(name)) else None


def split_title(title: str, outlet: str | None) -> tuple[str, str | None]:
    """A page's title without the outlet's name at either end, and that name if it was there."""
    pieces = list(PARTED.finditer(title))
    if not pieces:
        return title, None
    head, tail = title[: pieces[0].start()], title[pieces[0].end() :]
    body, last = title[: pieces[-1].start()], title[pieces[-1].end() :]
    if last and (_same(last, outlet) or (is_outlet(last) and len(body.split()) > len(last.split()))):
        return split_title(body, outlet)[0], last
    if head and _same(head, outlet):
        return tail, head
    return title, None


def _same(name: str, outlet: str | None) -> bool:
    return outlet is not None and _letters(outlet_of_name(name)) == _letters(outlet)


def _letters(name: str) -> str:
    return re.sub(r"^the|[\W_]", "", name.lower().replace("&", "and"))


@cache
def _domains() -> dict[str, str]:
    return {domain: outlet["name"] for outlet in table("outlets.toml")["outlet"] for domain in outlet["domains"]}


@cache
def _names() -> dict[str, str]:
    rows = table("outlets.toml")["outlet"]
    return {name.lower(): outlet["name"] for outlet in rows for name in (*outlet["spellings"], outlet["name"])}


@cache
def _words() -> frozenset[str]:
    return frozenset(table("bylines.toml")["outlet_words"])


@cache
def _common() -> frozenset[str]:
    return frozenset(table("bylines.toml")["never"])
