"""Pull quotes: lines that say again, in large letters, what someone is quoted with in a paragraph of the article."""

import re
from collections.abc import Sequence, Set

from lxml.html import HtmlElement

from dateline.extract.lines import plain
from dateline.extract.tree import blocks_of

# Tried too: lines that repeat whatever words of a paragraph, which took lists, headings and slogans from 34 of 431 pages, and
# lines that repeat a quotation but are not set off, which took a sentence that was quoted later.
QUOTED = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"“”»]")
QUOTE = re.compile(r"(?:^|[\s_-])(?:pull-?)?quote(?:$|[\s_-])", re.IGNORECASE)
SET_OFF = ("blockquote", "aside", "q")
RUN = 6  # words by which the paragraph is found; a refrain or a slogan is shorter
LONGEST = 60  # words of a pull quote
SPEAKER = 8  # words of the line below that names who said it


def pulled(paragraphs: Sequence[str], set_off: Set[str] = frozenset()) -> frozenset[int]:
    """Which paragraphs are pull quotes, or name the speaker below one: all their words stand in a quotation of a longer one.

    A pull quote is in quotation marks as a whole, or is among the texts that the page sets off.
    """
    words = [_words(paragraph) for paragraph in paragraphs]
    short = {tuple(own[:RUN]) for own in words if RUN <= len(own) <= LONGEST}
    places: dict[tuple[str, ...], list[tuple[int, list[str]]]] = {}
    for index, paragraph in enumerate(paragraphs):
        for passage in QUOTED.findall(paragraph):
            said = _words(passage)
            for start in range(len(said) - RUN + 1):
                if (run := tuple(said[start : start + RUN])) in short:
                    places.setdefault(run, []).append((index, said[start : start + LONGEST]))
    found: set[int] = set()
    for index, own in enumerate(words):
        marked = paragraphs[index] in set_off or QUOTED.fullmatch(paragraphs[index])
        likely = places.get(tuple(own[:RUN]), ()) if marked and RUN <= len(own) <= LONGEST else ()
        holder = next((at for at, said in likely if len(words[at]) > len(own) and said[: len(own)] == own), None)
        if holder is None:
            continue
        found.add(index)
        if index + 1 < len(paragraphs) and _is_speaker(paragraphs[index + 1], paragraphs[holder]):
            found.add(index + 1)
    return frozenset(found)


def set_off(tree: HtmlElement) -> frozenset[str]:
    """The texts of the blocks that a page sets off as quotations."""
    found: set[str] = set()
    taken: set[HtmlElement] = set()
    for element in tree.iter():
        if element.getparent() in taken:
            taken.add(element)
        elif isinstance(element.tag, str) and (element.tag in SET_OFF or QUOTE.search(element.get("class") or "")):
            taken.add(element)
            found.update(plain(block.text) for block in blocks_of(element))
    return frozenset(found)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def _is_speaker(line: str, holder: str) -> bool:
    """Whether a line is a name that stands in a paragraph, with a dash before it or a role behind it."""
    name, comma, _ = line.partition(",")
    bare = name.lstrip("—–- ")
    marked = bool(comma) or bare != name
    return marked and len(line.split()) <= SPEAKER and not line.endswith((".", "!", "?")) and len(bare) > 2 and bare in holder
