"""Stories as articles come and go: what the rows hold in the end is what a fresh look at the same articles finds."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stories.test_corrections import parted, tied
from stories.test_stream import invented

from dateline.ids import content_id
from dateline.ledger import Ledger, Scratch
from dateline.stores import SqliteStore
from dateline.stories import Grouping, find_stories, postings
from dateline.types import Article, Copy, Judgement, Published

Articles = dict[str, Article]


@pytest.fixture
def small_crowds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(postings, "CROWD", 4)
    yield


def copy_of(members: Sequence[str]) -> Copy:
    return Copy(content_id("copy", *members), tuple(members), "edited", None, ())


def copies_of(here: Articles, families: Sequence[Sequence[str]]) -> list[Copy]:
    """The copies among the articles that are there."""
    groups = [[one for one in family if one in here] for family in families]
    return [copy_of(group) for group in groups if len(group) > 1]


class Changing:
    """A set of articles that comes and goes, with families of copies and decisions that are made and withdrawn."""

    def __init__(self, seed: int, count: int, languages: Sequence[str]) -> None:
        self.draw = random.Random(seed)
        self.pages = {one.id: self._spoken(one, self.draw.choice(languages)) for one in invented(seed, count)}
        names = sorted(self.pages)
        shuffled = self.draw.sample(names, count)
        self.families = [shuffled[n : n + 3] for n in range(0, count // 2, 3)]
        self.here: Articles = {}
        self.judgements: list[Judgement] = []

    def _spoken(self, article: Article, language: str) -> Article:
        """The article in a language, its first words written as names."""
        words = article.text.split()
        return replace(article, language=language, text=" ".join([*(word.capitalize() for word in words[:9]), *words[9:]]))

    def step(self) -> tuple[list[Article], list[str], list[Copy]]:
        """Some articles that come, some that go, and the copies now."""
        away = sorted(self.pages.keys() - self.here.keys())
        arrived = [self.pages[one] for one in away if self.draw.random() < 0.4]
        gone = [one for one in sorted(self.here) if self.draw.random() < 0.15]
        for one in gone:
            del self.here[one]
        self.here.update((one.id, one) for one in arrived)
        names = sorted(self.pages)
        match self.draw.randrange(4):
            case 0:
                self.judgements = [*self.judgements, *tied(self.draw.sample(names, 2), self.draw.randrange(1, 28))]
            case 1:
                left, right = self.draw.sample(names, 2)
                self.judgements = [*self.judgements, *parted([left], [right], self.draw.randrange(1, 28))]
            case 2:
                self.judgements = []
        return arrived, gone, copies_of(self.here, self.families)


def follow(grouping: Grouping, changing: Changing, before: dict[str, Copy]) -> dict[str, Copy]:
    """Takes one step; the copies now by id."""
    arrived, gone, copies = changing.step()
    now = {copy.id: copy for copy in copies}
    other = [copy for key, copy in (*now.items(), *before.items()) if (key in now) != (key in before)]
    copied = {article for copy in other for article in copy.articles}
    grouping.update(
        arrived, gone, {}, copied, [copy for copy in copies if not copied.isdisjoint(copy.articles)], changing.judgements
    )
    return now


def same(grouping: Grouping, changing: Changing) -> None:
    expected = find_stories(list(changing.here.values()), (), copies_of(changing.here, changing.families), changing.judgements)
    assert (grouping.stories(), grouping.storylines()) == expected


@given(st.integers(0, 10_000), st.integers(2, 40), st.sampled_from([("en",), ("en", "en", "de", "fr")]))
@settings(max_examples=40, deadline=None)
def test_what_came_and_went_leaves_no_trace(seed: int, count: int, languages: Sequence[str]) -> None:
    changing = Changing(seed, count, languages)
    grouping = Grouping(Scratch(), lambda ids: {one: changing.pages[one] for one in ids})
    copies: dict[str, Copy] = {}
    for _ in range(6):
        copies = follow(grouping, changing, copies)
        same(grouping, changing)


@pytest.mark.usefixtures("small_crowds")
@pytest.mark.parametrize("seed", range(20))
def test_crowds_that_gather_and_part_leave_no_trace(seed: int) -> None:
    changing = Changing(seed, 40, ("en",))
    grouping = Grouping(Scratch(), lambda ids: {one: changing.pages[one] for one in ids})
    copies: dict[str, Copy] = {}
    for _ in range(8):
        copies = follow(grouping, changing, copies)
    same(grouping, changing)


@pytest.mark.parametrize("seed", range(4))
def test_rows_in_a_store_that_is_closed_between_say_the_same(seed: int, tmp_path: Path) -> None:
    changing = Changing(seed, 30, ("en", "en", "fr"))
    copies: dict[str, Copy] = {}
    for _ in range(5):
        store = SqliteStore(tmp_path / "store.db")
        with store.ledger("one") as ledger:
            grouping = Grouping(ledger, lambda ids: {one: changing.pages[one] for one in ids})
            copies = follow(grouping, changing, copies)
            grouping.write_back()
        with store.ledger("one") as ledger:
            same(Grouping(ledger, lambda ids: {}), changing)
        store.close()


class Counting:
    """A ledger that counts the rows that are asked for."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self.fetched = 0

    def fetch(self, shelf: str, keys: Any) -> Any:
        found = self._ledger.fetch(shelf, keys)
        self.fetched += len(found)
        return found

    def keys(self, shelf: str) -> Any:
        raise AssertionError("all rows were asked for")

    def write(self, shelf: str, rows: Any) -> None:
        self._ledger.write(shelf, rows)


def test_one_more_article_reads_as_many_rows_in_a_large_store_as_in_a_small_one(tmp_path: Path) -> None:
    seasons = [season(number) for number in range(40)]
    pages = {one.id: one for articles in seasons for one in articles}
    read: list[int] = []
    store = SqliteStore(tmp_path / "store.db")
    for first, last in ((0, 4), (4, 40)):
        *before, latest = (one for articles in seasons[first:last] for one in articles)
        with store.ledger("one") as ledger:
            grouping = Grouping(ledger, lambda ids: {one: pages[one] for one in ids})
            grouping.update(before, (), {}, (), (), ())
            grouping.write_back()
        with store.ledger("one") as ledger:
            counting = Counting(ledger)
            grouping = Grouping(counting, lambda ids: {one: pages[one] for one in ids})
            grouping.update([latest], (), {}, (), (), ())
            grouping.write_back()
        read.append(counting.fetched)
    store.close()
    assert read[1] < 1.5 * read[0]


def season(number: int) -> list[Article]:
    """Forty articles of 90 days, after those of the seasons before, on topics that come back."""
    return [replace(one, id=f"{number:02}{one.id}", published=_later(one.published, 90 * number)) for one in invented(1, 40)]


def _later(published: Published, days: int) -> Published:
    if published.earliest is None:
        return published
    day = (date.fromisoformat(published.earliest) + timedelta(days)).isoformat()
    return Published(day, day, "stated")
