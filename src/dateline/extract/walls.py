"""What stands in the place of an article, or cuts one off: paywalls, questions for consent, logins, refusals, missing pages."""

import re
from collections.abc import Sequence
from functools import cache

from lxml.html import HtmlElement

from dateline.data import table
from dateline.extract.tree import text_of

FEW = 3  # sentences: a page that shows such a notice and has fewer is no article; a news flash beside no notice stays one
ALONE = 2  # such lines around nothing: one alone ("Log in") stands in many a menu
LONGEST = 700  # characters of a notice
SELECTOR = re.compile(r"[.#](?P<name>[\w-]+)")  # "#story", ".paid": no more is used where search engines read it
SENTENCE = re.compile(r"[.!?…。！？।؟][\"'”’»“)\]]*(?:\s|$)")


def cuts(line: str) -> bool:
    """Whether a line is the notice of a paywall behind which the rest of an article is kept."""
    return _is("paywall", line)


def offers(line: str) -> bool:
    """Whether a line offers a subscription."""
    return _is("offer", line)


def wall_of(title: str | None, paragraphs: Sequence[str], page: Sequence[str]) -> str | None:
    """Why a page is no article, where it shows a notice and has fewer than three sentences beside it; None where it is one.

    `paragraphs` are what was taken for the text, `page` all lines of the page.
    """
    left = [line for line in paragraphs if _kind(line) is None]
    if sum(len(SENTENCE.findall(line)) for line in left) >= FEW and not _asks(title, paragraphs):
        return None
    shown = [*([title] if title else ()), *paragraphs]
    for name, rule in table("walls.toml").items():
        alone = not left and len({line for line in page if _is(name, line)}) >= ALONE
        if alone or any(_is(name, line) for line in (page if rule.get("anywhere") else shown)):
            return str(rule["reason"])
    return None


def is_kept_back(tree: HtmlElement, selectors: Sequence[str]) -> bool:
    """Whether the elements that are not free to read, by their class or id, are on the page, and none has a sentence in it."""
    names = {match["name"] for one in selectors if (match := SELECTOR.fullmatch(one.strip()))}
    held = [element for element in tree.iter() if names & {element.get("id"), *(element.get("class") or "").split()}]
    return bool(held) and not any(SENTENCE.search(text_of(element)) for element in held)


def _asks(title: str | None, paragraphs: Sequence[str]) -> bool:
    """Whether a page is a question for consent, which may be long: its title or first line is one, and most lines are."""
    asked = sum(_is("consent", line) for line in paragraphs)
    return asked * 2 > len(paragraphs) and any(_is("consent", line) for line in [title or "", *paragraphs[:1]])


def _kind(line: str) -> str | None:
    return next((name for name in table("walls.toml") if _is(name, line)), None)


def _is(name: str, line: str) -> bool:
    return len(line) <= LONGEST and _patterns()[name].fullmatch(line) is not None


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    rules = table("walls.toml").items()
    return {name: re.compile("|".join(f"(?:{line})" for line in rule["lines"]), re.IGNORECASE) for name, rule in rules}
