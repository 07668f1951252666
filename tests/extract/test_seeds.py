"""The three seed pages beside the checkout: what EXPECTED.md says of the articles themselves."""

from pathlib import Path

import pytest

from dateline.extract import extract_pages
from dateline.read import read_pages
from dateline.settings import Settings
from dateline.types import Article

from .conftest import noted

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
pytestmark = [pytest.mark.seeds, pytest.mark.skipif(not SEEDS.is_dir(), reason=f"the seed pages are not at {SEEDS.name}")]


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    settings = Settings()
    found = list(extract_pages(read_pages(sorted(SEEDS.glob("*.txt")), settings), settings))
    assert all(isinstance(one, Article) for one in found)
    return [one for one in found if isinstance(one, Article)]


def test_the_first_page_without_its_furniture(articles: list[Article]) -> None:
    first = articles[0]
    assert first.title is not None
    assert first.title.startswith("Hegseth at DMZ before")
    assert (first.outlet, first.byline, first.credits) == ("DW", ("Dmytro Hubenko",), ("AFP", "Reuters"))
    assert (first.published.earliest, first.published.latest, first.published.basis) == ("2025-11-03", "2025-11-03", "stated")
    assert len(noted(first, "caption")) == 2
    assert len(noted(first, "video")) == 4
    assert noted(first, "editor") == ["Rana Taha"]
    for furniture in ("Skip", "browser", "Image:", "03:02", "Edited by", "newsroom"):
        assert furniture not in first.text


def test_the_second_page_states_nothing_of_itself(articles: list[Article]) -> None:
    second = articles[1]
    assert (second.title, second.outlet, second.byline, second.credits) == (None, None, (), ())
    assert second.published.basis == "unknown"
    assert len(second.text.split("\n\n")) == 4


def test_the_third_page_is_dated_by_what_it_states(articles: list[Article]) -> None:
    third = articles[2]
    assert third.title is not None
    assert third.title.startswith("U.S. Defense Chief Backs")
    assert (third.published.earliest, third.published.basis) == ("2025-10-29", "stated")
    assert len(noted(third, "viewed")) == 1
    assert (third.outlet, third.credits) == (None, ())
