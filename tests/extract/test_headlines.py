"""The title of a page, where its headings and its head say different things."""

import pytest

from dateline.extract.headlines import title_of
from dateline.extract.metadata import read_metadata
from dateline.extract.tree import parse_page

FERRY = "Ferry runs aground off Tarn Point"
LONG = "Ferry with 61 people on board runs aground off Tarn Point in the fog, and all are brought ashore"


def title(head: str, *heads: str, url: str = "https://coast.example/a/b", outlet: str | None = None) -> str | None:
    tree = parse_page(f"<html><head>{head}</head><body><p>x</p></body></html>")
    assert not isinstance(tree, str)
    return title_of(read_metadata(tree), heads, outlet=outlet, url=url)[0]


@pytest.mark.parametrize(
    ("head", "heads", "found"),
    [
        (f"<title>Coast Blog: {FERRY}</title><meta property='og:title' content='{FERRY}'>", ("Coast Blog", "Fog"), FERRY),
        (f"<title>coast.example {FERRY}</title>", ("coast.example",), FERRY),
        (f"<title>{FERRY} - coast.example</title>", (), FERRY),
        (f"<title>{FERRY}</title>", (f"Dec 9 2025 {FERRY}",), FERRY),
        (f"<title>{FERRY}</title>", (f"{FERRY} (skelby.example) 87",), FERRY),
        (f"<title>{FERRY}</title>", (f"{FERRY}, two hurt",), f"{FERRY}, two hurt"),
        (f"<title>{FERRY}</title>", (f"{FERRY} | Accidents | Coast News",), FERRY),
        (f"<title>{LONG} within hours</title><meta property='og:title' content='{LONG}'>", (), f"{LONG} within hours"),
        (f"<title>{LONG} · Coast</title><meta property='og:title' content='{LONG}'>", (), LONG),
    ],
)
def test_what_is_no_part_of_the_title(head: str, heads: tuple[str, ...], found: str) -> None:
    assert title(head, *heads) == found


def test_the_address_tells_a_title_from_an_advertisement() -> None:
    head = f"<meta property='og:title' content='{FERRY}'>"
    url = "https://coast.example/news/ferry-runs-aground-tarn-point"
    assert title(head, "Get your season ticket today", url=url) == FERRY
    assert title(head, "Get your season ticket today") == "Get your season ticket today"
    assert title(head, "Grounded ferry: what we know of Tarn Point", url=url) == "Grounded ferry: what we know of Tarn Point"
    told = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A night in the fog"}</script>'
    assert title(head + told, "How 61 people were saved", url=url) == "How 61 people were saved"
