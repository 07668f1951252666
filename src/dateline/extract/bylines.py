"""Bylines: the names of writers without role words, and the agencies that stand beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.data import table
from dateline.extract.agencies import Agencies, Credit, is_unnamed

SPLIT = re.compile(r"\s*(?:[,;|/•·–—()]|\s-\s|&|\band\b|\bund\b|\bet\b|\bwith\b|\bfor\b|\bof\b|\bvia\b|\bat\b)\s*", re.IGNORECASE)
PLACE = re.compile(r"\s+(?:(?:in|reporting from|from|aboard|at)\s+[A-ZÀ-Þ].*|[Ii]n)$")
MAILS = re.compile(r"\S+@\S+|https?://\S+|(?<!\w)@\w+")
# What goes on behind a byline in the same line: the body that the writer speaks for, the sections the article is filed under.
BEYOND = re.compile(r"\b(?:on behalf of\b|(?:posted in|filed (?:under|in)|in|tags?|categor(?:y|ies))\s*:)", re.IGNORECASE)
IN_PLACE = re.compile(r"(?:in|from)\s+[A-ZÀ-Þ]")
JOINED = re.compile(r"(?:by\s|\band\s|\bwith\s|&\s?|/\s?|\()$", re.IGNORECASE)
ACRONYM = re.compile(r"[A-Z]{3,5}")
GLUED = re.compile(r"(?<!\bMc)(?<!\bMac)(?<!\bDe)(?<!\bDi)(?<!\bLe)(?<!\bLa)(?<!\bVan)(?<!\bFitz)(?<=[a-zß-ÿ])[A-ZÀ-Þ]")
MAX_CHARACTERS = 300
MAX_WORDS = 24  # a byline with three writers, their roles and an agency has about twenty words
WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|['’.-])*")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who wrote: names with their places in the line, the agencies beside them; `said` if the line calls itself a byline."""

    people: tuple[tuple[str, int, int], ...]
    agencies: tuple[Credit, ...]
    said: bool

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the people, each once, in order."""
        return tuple(dict.fromkeys(name for name, _, _ in self.people))


def read_byline(line: str, agencies: Agencies) -> Byline | None:
    """The byline in a line, or None when it does not read like one: every piece must be a name, a role or an agency."""
    prefix = _before().match(line) if len(line) <= MAX_CHARACTERS else None
    begin = prefix.end() if prefix else 0
    if len(line) > MAX_CHARACTERS or len(line[begin:].split()) > MAX_WORDS:
        return None
    if beyond := BEYOND.search(line, begin):
        line = line[: beyond.start()]
    people: list[tuple[str, int, int]] = []
    credits: list[Credit] = []
    for start, end in _pieces(line, begin):
        piece = line[start:end]
        named = agencies.name_of(piece) or (piece if _is_wire(line, start, piece) else None)
        if named:
            credits.append(Credit(named, start, end))
        elif _is_role(piece):  # "Reuters Staff", "political correspondent"
            ends = [one for one in agencies.find(piece) if one.start == 0 or one.end == len(piece)]  # not "Get author RSS feed"
            credits += [Credit(one.name, start + one.start, start + one.end) for one in ends]
        elif signed := _signed(piece, agencies):  # "Tom Lind Associated Press": two elements of one line
            writer, credit = signed
            people.append((tidy(writer), start, start + len(writer)))
            credits.append(Credit(credit.name, start + credit.start, start + credit.end))
        elif name := person(piece, lone=prefix is not None):
            shown = line.index(name.split()[0], start)
            people.append((tidy(name), shown, shown + len(name)))
        elif not (is_unnamed(piece) or prefix or IN_PLACE.match(piece)):
            return None
    return Byline(tuple(people), tuple(credits), prefix is not None) if people or credits else None


def _signed(piece: str, agencies: Agencies) -> tuple[str, Credit] | None:
    """The person and the agency in a piece that is a person's name and right behind it an agency's."""
    last = next((one for one in agencies.find(piece) if one.end == len(piece)), None)
    name = piece[: last.start].rstrip() if last else ""
    return (name, last) if last and person(name) == name else None


def _is_wire(line: str, start: int, piece: str) -> bool:
    """Whether a piece in capitals is an agency: joined to a name by a word or a stroke. Behind a comma it is a degree."""
    return ACRONYM.fullmatch(piece) is not None and JOINED.search(line[:start]) is not None


def person(piece: str, *, lone: bool = False) -> str | None:
    """The name in a piece of a byline when it reads like a person's, else None; one word is enough when `lone`."""
    piece = PLACE.sub("", MAILS.sub("", piece)).strip(" .,:;|-–—")
    words = piece.split()
    while words and words[0].lower().strip(".") in {"mr", "mrs", "ms", "sir", "by"}:
        words = words[1:]
    if not (1 if lone else 2) <= len(words) <= 5 or _is_role(piece) or GLUED.search(piece):
        return None
    if any(word.lower() in _words("never") for word in words):
        return None
    named = [word for word in words if word.lower() not in _words("particles")]
    if not named or not all(WORD.fullmatch(word) and word[0].isupper() for word in named):
        return None
    return " ".join(words)


def tidy(name: str) -> str:
    """The name in mixed case where it stands in capitals only."""
    return name.title() if name.isupper() and len(name) > 3 else name


def _is_role(piece: str) -> bool:
    words = WORD.findall(re.sub(r"^Md\b", "", piece).lower())  # a given name in Bangladesh, as "MD" is not
    return any(word in _words("roles") for word in words)


def _pieces(line: str, begin: int) -> Iterator[tuple[int, int]]:
    """The pieces between separators, without white space at their ends."""
    start = begin
    for match in SPLIT.finditer(line, begin):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(line):
        yield start, len(line.rstrip())


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(table("bylines.toml")[key])


@cache
def _before() -> re.Pattern[str]:
    words = sorted(_words("before"), key=lambda word: (-len(word), word))
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)
    return re.compile(rf"\W{{0,3}}(?:{joined})(?:\s*:\s*|\s+)(?:by\s+)?", re.IGNORECASE)
