"""Fronts of sections: headlines with teasers are no article."""

import pytest

from dateline.extract.fronts import FRONT
from dateline.types import Article, Rejected

from .conftest import result_of
from .test_markup import PARAGRAPHS, page

TOPICS = (
    "ferry aground off Tarn",
    "harbour dues rise again",
    "bakery closes in Skelby",
    "choir sings for the fleet",
    "fog over the coast",
)
TEASER = "The council of {} has let it be known that it will look into the matter on Monday."


def card(at: int, form: str) -> str:
    return form.format(at=at, title=f"What the {TOPICS[at % 5]}, part {at}, means", text=TEASER.format(TOPICS[at % 5]))


@pytest.mark.parametrize(
    "form",
    [
        "<div><h3><a href='/news/{at}'>{title}</a></h3><p>{text}</p></div>",
        "<div><h2><a href='/news/{at}'>{title}</a></h2><span>By Mara Lind</span><p>{text}</p></div>",
        "<article><a href='/news/{at}'><h3>{title}</h3><p>{text}</p></a></article>",
    ],
)
def test_a_front_is_no_article(form: str) -> None:
    cards = "".join(card(at, form) for at in range(8))
    result = result_of(f"<html><head><title>Coast news</title></head><body><h1>Coast</h1><main>{cards}</main></body></html>")
    assert isinstance(result, Rejected)
    assert result.reason == FRONT or "no article" in result.reason


@pytest.mark.parametrize("own", [PARAGRAPHS, PARAGRAPHS[:3]])
def test_an_article_above_cards_stays_one(own: list[str]) -> None:
    cards = "".join(card(at, "<div><h3><a href='/news/{at}'>{title}</a></h3><p>{text}</p></div>") for at in range(8))
    result = result_of(page(paragraphs=own).replace("</body>", f"<section>{cards}</section></body>"))
    assert isinstance(result, Article)
    assert own[0] in result.text


def test_a_page_that_is_described_as_an_article_is_one() -> None:
    cards = "".join(card(at, "<div><h3><a href='/news/{at}'>{title}</a></h3><p>{text}</p></div>") for at in range(8))
    head = "<meta property='article:published_time' content='2025-11-09T09:00:00Z'>"
    assert isinstance(result_of(page(head=head, paragraphs=PARAGRAPHS[:1]).replace("</body>", f"{cards}</body>")), Article)
