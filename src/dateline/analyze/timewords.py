"""The words of a text as letters of a small alphabet, so that the grammar of times is regular expressions over classes."""

import re
from dataclasses import dataclass
from functools import cache

from dateline.data import table

# Classes that a pattern rather than a list of words decides, and the two for everything else.
SHAPES = (
    "FEAST",
    "ISO",
    "SLASH",
    "CLOCK",
    "SHORTYEAR",
    "ORDINAL",
    "DECADE",
    "QUARTERNUMBER",
    "FISCALYEAR",
    "SMALL",
    "YEAR",
    "FOUR",
    "DIGITS",
)
MARKS = {
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "/": "STROKE",
    ",": "COMMA",
    ".": "DOT",
    **dict.fromkeys(';:)"”', "STOP"),
}
CAPITALISED = frozenset({"MONTH", "MON", "WKD", "WEEKDAY"})
MULTIPLIERS = frozenset({12, 100, 1000, 1_000_000, 1_000_000_000})
# Numbers of more characters count nothing that a calendar knows.
LONGEST = 10
WORD = re.compile(
    "|".join(
        (
            r"(?P<FEAST>(?:" + "|".join(re.escape(name).replace("'", "['’]") for name in table("times.toml")["feasts"]) + r")\b)",
            r"(?P<ISO>[0-9]{4}(?:-[0-9][0-9]-|/[0-9][0-9]/)[0-9][0-9](?![0-9/-]))",
            r"(?P<SLASH>[0-9]{1,2}(?:/[0-9]{1,2}/|\.[0-9]{1,2}\.|-[0-9]{1,2}-)[0-9]{4}(?![0-9]))",
            r"(?P<CLOCK>(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?![0-9:]))",
            r"(?P<ORDINAL>[0-9]{1,3}(?:st|nd|rd|th)\b)",
            r"(?P<DECADE>(?:[0-9]{3}0|['’][0-9]0)['’]?s\b)",
            r"(?P<SHORTYEAR>['’][0-9][0-9](?![\w'’]))",
            # 4C, 250km: no number of the grammar, but for 9am
            r"(?P<code>[0-9]+(?:[.,][0-9]+)*(?![AaPp]\.?[Mm]\b)[^\W\d_]\w*)",
            r"(?P<number>[0-9]+(?:[.,][0-9]+)*)",
            r"(?P<QUARTERNUMBER>Q[1-4]\b)",
            r"(?P<FISCALYEAR>FY ?(?:20)?[0-9][0-9]\b)",
            r"(?P<ampm>(?:[ap]\.m\b|[AP]\.M\b)\.?)",
            r"(?P<model>[^\W\d_]+[0-9]\w*)",
            r"(?P<POSS>['’]s\b)",
            r"(?P<word>o['’]clock\b|[^\W\d_]+)",
            r"(?P<BREAK>\n)",
            r"(?P<mark>\S)",
        )
    )
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark with its class; `text` is lower case, `start` and `end` are code points."""

    kind: str
    text: str
    start: int
    end: int


@cache
def alphabet() -> dict[str, str]:
    """One character of the private use area for each class."""
    kinds = (*table("times.toml")["words"], *SHAPES, *sorted(set(MARKS.values())), "POSS", "BREAK", "PRICE", "REST")
    return {kind: chr(0xE000 + place) for place, kind in enumerate(kinds)}


@cache
def lexicon() -> dict[str, str]:
    """The class of each word that has one."""
    return {word: kind for kind, words in table("times.toml")["words"].items() for word in words}


def words_of(text: str) -> tuple[list[Word], str]:
    """The words of a text in order, and their classes as one string with a character for each."""
    letters, words = alphabet(), []
    for match in WORD.finditer(text):
        raw = match.group()
        kind = _kind(match.lastgroup or "", raw)
        words.append(Word(kind, raw.lower(), match.start(), match.end()))
    return words, "".join(letters[word.kind] for word in words)


def _kind(group: str, raw: str) -> str:
    if group == "word":
        kind = lexicon().get(raw.lower().replace("’", "'"), "REST")
        return "REST" if kind in CAPITALISED and not raw[0].isupper() else kind
    if group == "number":
        return _number_kind(raw)
    if group == "mark":
        return MARKS.get(raw, "PRICE" if raw in "$€£¥₩₹%" else "REST")
    return {"ampm": "AMPM", "model": "REST", "code": "REST"}.get(group, group)


def _number_kind(raw: str) -> str:
    if not raw.isdecimal():
        return "DIGITS"
    if len(raw) == 4:
        return "FOUR" if raw[0] == "0" else "YEAR" if "1000" <= raw < "2200" else "FOUR" if raw < "2400" else "DIGITS"
    return "SMALL" if len(raw) <= 2 and 1 <= int(raw) <= 31 else "DIGITS"


def count_of(words: list[Word]) -> float | None:
    """The number that a run of number words or digits says (`two hundred`, `twenty-five`, `1.5`); None when there is none."""
    total: float | None = None
    counts = table("times.toml")["counts"]
    for word in words:
        if word.text[0].isdecimal():
            total = float(word.text.replace(",", "")) if word.text.count(".") < 2 and len(word.text) < LONGEST else None
        elif word.text in counts:
            number = counts[word.text]
            total = number if total is None else total * number if number in MULTIPLIERS else total + number
    return total
