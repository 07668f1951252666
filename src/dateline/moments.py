"""When a page came out or was changed, to the minute, where it gives a time with its offset from UTC."""

import re
from datetime import datetime, timedelta

from dateline.types import Article

_INSTANT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)")


def moment_of(article: Article) -> str | None:
    """The moment of publication in UTC (ISO, to the minute), the first that the page gives."""
    return next(iter(_moments(article, "published")), None)


def last_moment_of(article: Article) -> str | None:
    """The last moment, in UTC, at which the page says that it was published or changed."""
    return max((*_moments(article, "published"), *_moments(article, "updated")), default=None)


def _moments(article: Article, field: str) -> list[str]:
    notes = (note for note in article.notes if note.field == field and note.part == "matter")
    told = (_INSTANT.search(article.matter, note.start, note.end) for note in notes)
    found = (_in_utc(*one.groups()) for one in told if one is not None)
    return [moment for moment in found if moment is not None]


def _in_utc(day: str, time: str, offset: str) -> str | None:
    try:
        local = datetime.fromisoformat(f"{day}T{time}+00:00")
        ahead = datetime.fromisoformat(f"{day}T{time}{offset.replace('Z', '+00:00')}").utcoffset() or timedelta()
        return (local - ahead).strftime("%Y-%m-%dT%H:%M")
    except (ValueError, OverflowError):
        return None
