"""A stream of articles: what it holds in the end does not depend on the order of arrival, and one more article touches little."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ledger import Scratch
from dateline.stories import postings
from dateline.stories.rarity import RAREST, rarity
from dateline.stories.rows import Rows, pack, spread
from dateline.stories.stream import Stream
from dateline.types import Article, Published

FIRST = date(2031, 1, 1)


def article(key: str, text: str, day: int | None) -> Article:
    stated = None if day is None else (FIRST + timedelta(day)).isoformat()
    published = Published(stated, stated, "stated" if stated else "unknown")
    return Article(key, key, None, key, None, None, (), published, None, (), "en", text, "")


def invented(seed: int, count: int) -> list[Article]:
    """Articles of events that share names: each draws words from its event and from a topic of several events."""
    draw = random.Random(seed)
    found = []
    for n in range(count):
        event = draw.randrange(1 + count // 4)
        words = [f"event{event}word{draw.randrange(30)}" for _ in range(20)]
        words += [f"topic{event % 3}word{draw.randrange(12)}" for _ in range(12)]
        day = None if draw.random() < 0.1 else (event * 5 + draw.randrange(4)) % 90
        found.append(article(f"a{n:03}", " ".join(words) + ".", day))
    return found


def grouped(articles: Sequence[Article], *, pauses: set[int] | None = None) -> set[frozenset[str]]:
    """The groups that a stream holds in the end, asked for them after each article in `pauses` too."""
    stream = Stream(Scratch(), nothing)
    for n, one in enumerate(articles):
        stream.add(one)
        if pauses and n in pauses:
            stream.settle()
    stream.settle()
    return held(stream)


def held(stream: Stream) -> set[frozenset[str]]:
    """The groups of a stream by the ids of their articles."""
    return {frozenset(stream.cards[at].article for at in group) for group in stream.groups(stream.homes)}


def nothing(_: Sequence[str]) -> dict[str, Article]:
    """A library that is never asked: all articles are in one language."""
    raise AssertionError


@pytest.fixture
def small_crowds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(postings, "CROWD", 4)
    yield


@given(st.integers(0, 10_000), st.integers(2, 40), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_order_of_arrival_and_pauses_do_not_count(seed: int, count: int, shuffle: random.Random) -> None:
    articles = invented(seed, count)
    shuffled = list(articles)
    shuffle.shuffle(shuffled)
    pauses = {n for n in range(count) if shuffle.random() < 0.5}
    assert grouped(shuffled, pauses=pauses) == grouped(articles)


@pytest.mark.usefixtures("small_crowds")
@pytest.mark.parametrize("seed", range(20))
def test_terms_that_become_a_crowds_are_dropped_for_those_who_came_before(seed: int) -> None:
    articles = invented(seed, 40)
    shuffled = list(articles)
    random.Random(seed).shuffle(shuffled)
    assert grouped(shuffled, pauses={5, 11, 30}) == grouped(articles)


def test_groups_hold_every_article_once_and_an_event_is_found() -> None:
    stream = Stream(Scratch(), nothing)
    articles = invented(1, 30)
    for one in articles:
        stream.add(one)
    assert stream.settle() == set(range(1, 31))
    groups = stream.groups(stream.homes)
    assert sorted(at for group in groups for at in group) == list(range(1, 31))
    assert max(len(group) for group in groups) > 2
    assert stream.settle() == set()
    assert stream.groups(stream.homes) == groups


def test_only_rare_terms_bring_articles_together_that_lie_far_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postings, "CROWD", 2)
    index = postings.Postings(Scratch(), "words")
    terms = dict.fromkeys("pqrs", 8000)
    crowds = [index.add(at, day, terms) for at, day in enumerate((0, 400, 401))]
    assert crowds == [[], [], [[0, 1, 2]] * 4]
    assert index.near(401, terms).tolist() == [1, 2]
    assert index.near(401, {"p": 1}).tolist() == []
    assert index.far("pqr") == {}
    assert index.near(None, terms).tolist() == []
    assert index.drop(1, 400, terms) == [[0, 2]] * 4
    assert index.far("pqr") == {0: 3, 2: 3}
    assert index.near(401, terms).tolist() == [2]


def test_cosines_are_those_of_the_rows_and_grow_with_them() -> None:
    rows = Rows(spread())
    for n in range(3000):
        rows.append(pack({f"a{n % 7}": 768, f"b{n % 5}": 1024}))
    rows.append(pack({}))
    assert rows.cosines(0, np.array([0, 35, 1, 3000])).tolist() == [1_000_000, 1_000_000, 0, 0]
    told = rows.matrix(np.array([0, 1, 3000])).toarray()
    assert [sorted(row) for row in told.tolist()] == [[0, 0, 768, 1024], [0, 0, 768, 1024], [0, 0, 0, 0]]
    assert (told[0] @ told[1], rows.cosines(0, np.array([5, 7])).tolist()) == (0, [640_000, 360_000])


def test_rarity_is_fixed_and_knows_names_numbers_and_common_words() -> None:
    assert rarity("norvane") == rarity("1987") == RAREST
    assert 0 < rarity("government") < rarity("ferry") < RAREST
    assert rarity("fr:gouver") < rarity("fr:norvan") == RAREST
    assert rarity("xx:word") < RAREST
