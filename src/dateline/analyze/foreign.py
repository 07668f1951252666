"""What is had of an article in a language that is not read: its sentences and the days written with their year, no more.

Names, figures, speech and statements need a parser of that language; none are better than wrong ones.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from dateline.data import table
from dateline.types import Analysis, Article, Span, TimeRef

LINE = re.compile(r"[^\n]+")
CLOSERS = r"[\"'”’»“‘)\]」』）]*"
# Marks of East Asian scripts end a sentence by themselves, others before white space. A lower-case letter behind it tells of an
# abbreviation, and so do one letter or a number before a full stop ("M. Duval", "3. November").
STOPS = ".!?…؟۔।॥։።"
END = re.compile(rf"[。！？]+[”’」』）]*|(?<![{STOPS}])[{STOPS}]+{CLOSERS}(?=\s|$)")
SHORTENED = re.compile(r"(?:\b[^\W\d_]|\b\d{1,3}|\b(?:St|Dr|Mr|Mrs|Sr|Sra|Mme|Mlle|Prof|Nr|bzw|ca|Dott|Sig|Exmo|zw|ul))\.$")
ISO = re.compile(r"(?<![\d-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?![\d-])")
EAST = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
POINTS = re.compile(r"(?<![\d.])(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\.\s?(?P<year>(?:19|20)\d\d)(?!\d)")


def analyze_foreign(article: Article) -> Analysis:
    """The sentences of a text in any language and its days in digits or with the month's name, each with its year."""
    return Analysis(
        article=article.id,
        sentences=tuple(Span(article.id, start, end) for start, end in sentences_of(article.text)),
        mentions=(),
        times=tuple(sorted(_days(article), key=lambda time: time.span)),
        figures=(),
        places=(),
        attributions=(),
        clauses=(),
    )


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences of each line begin and end, without the white space around them."""
    for line in LINE.finditer(text):
        start = line.start()
        for match in END.finditer(text, line.start(), line.end()):
            if _ends(text, start, match):
                yield from _trimmed(text, start, match.end())
                start = match.end()
        yield from _trimmed(text, start, line.end())


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether a mark ends a sentence."""
    behind = text[mark.end() : mark.end() + 2].lstrip()[:1]
    shortened = mark.group() == "." and SHORTENED.search(text, max(start, mark.end() - 8), mark.end())
    return not behind.islower() and not shortened


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inner = text[start:end]
    if inner.strip():
        yield start + len(inner) - len(inner.lstrip()), end - len(inner) + len(inner.rstrip())


def _days(article: Article) -> Iterator[TimeRef]:
    """The days of the text; what several forms read alike counts once."""
    taken: set[int] = set()
    for pattern in (ISO, EAST, POINTS, _worded()):
        for match in pattern.finditer(article.text):
            day = _iso(match)
            if day and taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                span = Span(article.id, *match.span())
                yield TimeRef(span, "DATE", day, "day", day, day, None)


def _iso(match: re.Match[str]) -> str | None:
    month = match["month"]
    number = int(month) if month.isdigit() else _months()[month.lower()]
    try:
        return date(int(match["year"]), number, int(match["day"])).isoformat()
    except ValueError:
        return None


@cache
def _months() -> dict[str, int]:
    return {word: int(number) for number, words in table("months.toml")["names"].items() for word in words.split()}


@cache
def _worded() -> re.Pattern[str]:
    """A day, a month's name and a year: "3 novembre 2025", "3. November 2025", "3 de noviembre de 2025"."""
    months = "|".join(sorted(map(re.escape, _months()), key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:\.|º|er)?\s(?:de\s)?(?P<month>{months})\b\.?\s(?:de\s|del\s)?(?P<year>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )
