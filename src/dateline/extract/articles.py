"""The step `extract`: from a page to the article in it."""

from functools import cache
from typing import TYPE_CHECKING

from dateline.addresses import plain_address
from dateline.extract.decode import decode
from dateline.extract.draft import MAX_TEXT, Draft, too_long
from dateline.extract.finish import finish
from dateline.extract.language import language_of
from dateline.extract.newsitem import read_item
from dateline.extract.pasted import read_pasted
from dateline.extract.published import published_of
from dateline.extract.told import note_told, told_by_mail
from dateline.newsitems import MEDIA_TYPE, decode_item
from dateline.settings import Settings
from dateline.types import Article, Page, Published, Rejected

if TYPE_CHECKING:
    from dateline.extract.body import Extractor


def extract(page: Page, settings: Settings) -> Article | Rejected:
    """The article in a page, or `Rejected` with the reason; runs in this process, without the time limit of `extract_pages`."""
    draft, problem = _draft(page)
    return Rejected(page.name, "extract", problem) if problem else finish(draft, page)


def find_published(page: Page, settings: Settings) -> Published:
    """When a page says it was published, whether or not it has an article in it."""
    draft, _ = _draft(page)
    return published_of(draft, draft.url, page.fetched)


def _draft(page: Page) -> tuple[Draft, str | None]:
    """A page taken apart, and the reason where it cannot be."""
    if page.media_type == MEDIA_TYPE:
        item, told = decode_item(page.body), Draft("", url=_address(page))
        return told, read_item(told, item, _extractor) if item else "this is not the JSON of an article"
    if page.media_type == "application/pdf":
        return _pdf(page)
    draft = Draft(decode(page), url=_address(page))
    if page.media_type != "text/html" and len(draft.page) > MAX_TEXT:
        return draft, too_long(len(draft.page))
    if page.media_type == "text/html":
        from dateline.extract.markup import read_markup  # brings trafilatura, which text has no need to wait for

        problem = read_markup(draft, _extractor())
    else:
        problem = None
        read_pasted(draft, markdown=page.media_type == "text/markdown")
    note_told(draft, told_by_mail(page))
    return draft, problem


def _address(page: Page) -> str | None:
    return plain_address(page.url) if page.url else None


def _pdf(page: Page) -> tuple[Draft, str | None]:
    from dateline.extract.pdf import read_pdf  # brings pypdf

    draft = Draft("", url=_address(page))
    return draft, read_pdf(draft, page.body)


def may_hang(page: Page) -> bool:
    """Whether a page holds HTML or PDF, which takes libraries to read that may hang or crash."""
    item = decode_item(page.body) if page.media_type == MEDIA_TYPE else None
    return page.media_type in ("text/html", "application/pdf") or (item is not None and item.html is not None)


def warm_up() -> None:
    """Loads what the first HTML page would otherwise wait for: trafilatura and the language identifier."""
    _extractor()
    language_of("Loading takes a second or two.")


@cache
def _extractor() -> "Extractor":
    from dateline.extract.body import Extractor

    return Extractor()
