"""Pages kept without their address: which of the addresses that they tell is believed."""

import pytest

from .conftest import Make
from .test_markup import page

REUTERS = "https://www.reuters.com/world/ferry-2025-11-09/"
TARNBLICK = "https://www.tarnblick.example/ferry-aground"
OTHER = f"<link rel='canonical' href='{REUTERS}'>"
UNKNOWN = f"<link rel='canonical' href='{TARNBLICK}'>"
COURIER = "<meta property='og:site_name' content='Skelby Courier'>"
SHARED = "<meta property='og:url' content='https://www.skelbycourier.example/ferry'>"


SKPOST = "https://www.skpost.example/a-ferry"


@pytest.mark.parametrize(
    ("head", "url", "outlet"),
    [
        (OTHER, REUTERS, "Reuters"),
        (OTHER + COURIER, None, "Skelby Courier"),
        (OTHER + COURIER + SHARED, "https://www.skelbycourier.example/ferry", "Skelby Courier"),
        (UNKNOWN + COURIER, None, "Skelby Courier"),
        # what an outlet calls itself need not be its address
        (OTHER + "<title>Ferry aground | Reuters</title><meta name='application-name' content='U.K.'>", REUTERS, "Reuters"),
        (f"<link rel='canonical' href='{SKPOST}'><meta name='og:site_name' content='Skelby Post'>", SKPOST, "Skelby Post"),
        (UNKNOWN + "<meta property='og:site_name' content='Coast and Sea'>", TARNBLICK, "Coast and Sea"),
    ],
)
def test_anothers_address_is_not_the_pages(marked_up: Make, head: str, url: str | None, outlet: str) -> None:
    article = marked_up(page(head=head))
    assert (article.url, article.outlet) == (url, outlet)


def test_the_end_of_the_title_names_the_outlet_too(marked_up: Make) -> None:
    article = marked_up(page(head=OTHER + "<title>Ferry aground off Skelby - Skelby Courier</title>"))
    assert article.url is None
    assert article.outlet != "Reuters"


def test_a_page_that_links_to_a_site_is_of_it(marked_up: Make) -> None:
    links = "".join(f"<li><a href='https://www.tarnblick.example/{name}'>{name}</a></li>" for name in ("news", "sport", "coast"))
    article = marked_up(page(head=UNKNOWN + COURIER, above=f"<nav><ul>{links}</ul></nav>"))
    assert article.url == TARNBLICK


def test_the_publisher_of_a_foreign_address_is_not_the_outlet(marked_up: Make) -> None:
    about = '{"@type": "NewsArticle", "headline": "Ferry aground", "publisher": {"name": "The Guardian"}}'
    head = "<link rel='canonical' href='https://www.theguardian.com/world/ferry'>" + COURIER
    article = marked_up(page(head=f"{head}<script type='application/ld+json'>{about}</script>"))
    assert (article.url, article.outlet) == (None, "Skelby Courier")
