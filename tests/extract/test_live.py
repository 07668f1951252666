"""Live blogs: the times of entries."""

import pytest

from dateline.types import Article

from .conftest import Make, noted
from .test_walls import BODY, page

TITLE = "Ferry aground at Tarn Point: what happens now"
TIMES = ["14:32", "1.05 pm GMT", "11:40 am"]


def blog(times: list[str], tag: str = "time") -> str:
    entries = zip(times, ["Divers reach the hull", "All are home", "What we know"], BODY[:3], strict=True)
    return page(TITLE, "".join(f"<div><{tag}>{time}</{tag}><h2>{head}</h2><p>{text}</p></div>" for time, head, text in entries))


def entries(article: Article) -> list[str]:
    return [note.value for note in article.notes if note.field == "entry"]


@pytest.mark.parametrize("tag", ["time", "p", "h3"])
def test_the_times_of_entries_are_noted_in_the_order_of_the_page(marked_up: Make, tag: str) -> None:
    article = marked_up(blog(TIMES, tag))
    assert entries(article) == ["14:32", "13:05Z", "11:40"]
    assert noted(article, "entry") == TIMES
    lines = article.text.split("\n\n")
    assert [line for line in lines if line in BODY] == BODY[:3]
    assert not set(TIMES) & set(lines)


@pytest.mark.parametrize(
    "times", [["02:41", "04:10", "01:15"], ["02:41 min", "04:10 min", "05:15 min"], ["09:00", "09:00", "09:00"]]
)
def test_lengths_of_videos_are_no_entries(marked_up: Make, times: list[str]) -> None:
    assert entries(marked_up(blog(times))) == []
