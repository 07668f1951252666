"""Pages and articles made of strings."""

from collections.abc import Callable
from hashlib import sha256

import pytest

from dateline.extract import extract
from dateline.settings import Settings
from dateline.types import Article, Page, Rejected

Make = Callable[..., Article]


def page_of(text: str | bytes, *, kind: str = "text/html", name: str = "page.html", url: str | None = None) -> Page:
    body = text.encode() if isinstance(text, str) else text
    return Page(name, url, None, kind, sha256(body).hexdigest(), (), body)


def result_of(text: str | bytes, *, kind: str = "text/html", url: str | None = None) -> Article | Rejected:
    return extract(page_of(text, kind=kind, url=url), Settings())


@pytest.fixture
def pasted() -> Make:
    def make(text: str, kind: str = "text/plain") -> Article:
        article = result_of(text, kind=kind)
        assert isinstance(article, Article), article
        return article

    return make


@pytest.fixture
def marked_up() -> Make:
    def make(text: str, url: str | None = None) -> Article:
        article = result_of(text, url=url)
        assert isinstance(article, Article), article
        return article

    return make


def noted(article: Article, field: str) -> list[str]:
    """The characters at which the values of a field stand."""
    texts = {"text": article.text, "matter": article.matter}
    return [texts[note.part][note.start : note.end] for note in article.notes if note.field == field]
