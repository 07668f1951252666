"""Articles made of benchmark rows."""

from collections.abc import Mapping
from typing import Any

from dateline.ids import content_id
from dateline.types import Article, Published


def article_of(row: Mapping[str, Any]) -> Article:
    """The article of a row with id, text and, where known, title, outlet, url and date; its id is the row's."""
    title, body = row.get("title") or None, str(row["text"])
    text = f"{title}\n\n{body}" if title and not body.startswith(title) else body
    day = str(row.get("date") or "")[:10] or None
    published = Published(day, day, "metadata" if day else "unknown")
    return Article(
        id=str(row["id"]), revision=content_id(text, ""), url=row.get("url"), file=str(row["id"]), outlet=row.get("outlet"),
        title=title, byline=(), published=published, place=None, credits=(), language="en", text=text, matter="",
    )  # fmt: skip
