"""Articles made of benchmark rows, and of the invented storylines of our own gold."""

from collections.abc import Mapping
from typing import Any

from dateline.errors import BadInput
from dateline.extract import extract
from dateline.ids import content_id
from dateline.newsitems import MEDIA_TYPE, encode_item
from dateline.settings import Settings
from dateline.types import Article, NewsItem, Page, Published, Rejected


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


def told_article(storyline: str, row: Mapping[str, str]) -> Article:
    """The article of a row of an invented storyline, as a dump would tell it and taken apart as in any run.

    Its file is `storyline/file`; the first line of `text` is the title. `BadInput` for one that cannot be used.
    """
    title, _, text = row["text"].strip().partition("\n")
    credits = tuple(filter(None, (row.get("credits"),)))
    published = row.get("published", row.get("date"))
    item = NewsItem(None, title, published=published, outlet=row.get("outlet"), credits=credits, text=text.strip())
    page = Page(f"{storyline}/{row['file']}", None, None, MEDIA_TYPE, "", (), encode_item(item))
    article = extract(page, Settings())
    if isinstance(article, Rejected):
        raise BadInput(f"{page.name}: {article.reason}")
    return article
