"""News agencies in credit positions: known ones by a table, unknown ones by the form of their names."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.data import table

CAPITALS = re.compile(r"[A-Z]{2,6}")
# "Harbour Press Agency (HPA)", and "the agency South Coast Press (SCP)"
LINKED = re.compile(r"(?<![\w'’-])((?:[A-ZÀ-Þ][\w'’-]*\s+(?:(?:of|the|and|de|for)\s+)?){1,6})\(([A-Z]{2,6})\)")


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency where it stands in a text; `name` is its canonical name."""

    name: str
    start: int
    end: int


class Agencies:
    """The agencies a page may credit: the table's, and those whose short and long names the page itself links."""

    def __init__(self, page: str) -> None:
        """Links the names that the characters of a page (body and lines around it) give in both forms."""
        self._linked = _links(page)

    def find(self, line: str, *, images: bool = False) -> tuple[Credit, ...]:
        """The agencies named in a credit line, in order; those that only trade in images are left out unless `images`."""
        found = [Credit(self._canonical(match[0]), *match.span()) for match in _pattern().finditer(line)]
        found += [Credit(self._canonical(match[0]), *match.span()) for match in _forms().finditer(line)]
        found += [Credit(short, *match.span()) for long, short in self._linked.items() for match in _whole(long, line)]
        found += [Credit(short, *match.span()) for short in sorted(set(self._linked.values())) for match in _whole(short, line)]
        kept: list[Credit] = []
        for credit in sorted(found, key=lambda one: (one.start, -one.end, one.name)):
            if not kept or credit.start >= kept[-1].end:
                kept.append(credit)
        return tuple(credit for credit in kept if images or credit.name not in _image_traders())

    def name_of(self, text: str) -> str | None:
        """The canonical name when `text` as a whole is the name of an agency, else None."""
        text = text.strip(" .,;:()[]—–-")
        whole = [credit for credit in self.find(text) if len(credit_text(text, credit)) >= len(text) - 4]
        return whole[0].name if whole else None

    def _canonical(self, spelled: str) -> str:
        if spelled in self._linked.values():  # the page's own word goes before the table's
            return spelled
        known = _canonical().get(spelled) or _canonical().get(spelled.lower())
        plain = re.sub(r"^[Tt]he\s+", "", re.sub(r"\s+", " ", spelled))
        return known or self._linked.get(plain, plain)


def credit_text(line: str, credit: Credit) -> str:
    """The characters of a credit."""
    return line[credit.start : credit.end]


def is_unnamed(text: str) -> bool:
    """Whether the text credits agencies without naming one ("Agencies", "wire reports")."""
    return text.strip(" .()").lower() in table("agencies.toml")["forms"]["unnamed"]


def _links(page: str) -> dict[str, str]:
    """Long name to short name, for agencies that the page gives in both forms and that are not in the table."""
    links: dict[str, str] = {}
    for match in LINKED.finditer(page):
        words = match[1].split()
        for first in range(len(words)):
            long = " ".join(words[first:])
            if _initials(words[first:]) == match[2] and long not in _canonical():
                links[long] = match[2]
                break
    shorts = set(CAPITALS.findall(" ".join(re.findall(r"\([A-Z]{2,6}\)", page))))
    for match in _forms().finditer(page):
        name = re.sub(r"^[Tt]he\s+", "", re.sub(r"\s+", " ", match[0]))
        short = _initials(name.split())
        if short in shorts and name not in _canonical():
            links[name] = short
    return links


def _initials(words: list[str]) -> str:
    return "".join(word[0] for word in words if word[0].isupper())


def _whole(name: str, line: str) -> list[re.Match[str]]:
    return list(re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", line))


@cache
def _canonical() -> dict[str, str]:
    names: dict[str, str] = {}
    for agency in table("agencies.toml")["agency"]:
        for spelling in (agency["name"], *agency["spellings"]):
            names[spelling] = agency["name"]
            if not CAPITALS.fullmatch(spelling):
                names.setdefault(spelling.lower(), agency["name"])
    return names


@cache
def _image_traders() -> frozenset[str]:
    return frozenset(agency["name"] for agency in table("agencies.toml")["agency"] if agency.get("images_only"))


@cache
def _pattern() -> re.Pattern[str]:
    """All spellings, longest first; short all-capital ones must be capitals, the rest may be in any case."""
    rows = table("agencies.toml")["agency"]
    spellings = {spelling for agency in rows for spelling in (agency["name"], *agency["spellings"])}
    longest = sorted(spellings, key=lambda spelling: (-len(spelling), spelling))
    parts = [re.escape(one) if len(one) <= 6 else f"(?i:{re.escape(one)})" for one in longest]
    return re.compile(r"(?<![\w./@-])(?:" + "|".join(parts) + r")(?![\w@]|\.\w)")


@cache
def _forms() -> re.Pattern[str]:
    forms = table("agencies.toml")["forms"]
    last = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(forms["last"], key=lambda word: (-len(word), word)))
    word = r"[A-ZÀ-Þ][\w'’-]*"
    return re.compile(rf"(?<![\w'’-]){word}(?:\s+(?:of\s+|and\s+)?{word}){{0,3}}?\s+(?:{last})(?!\w)(?:\s+of\s+{word})?")
