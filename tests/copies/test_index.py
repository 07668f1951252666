"""The index of copies: what it holds depends on the set of articles alone, and one more article touches little of it."""

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from itertools import combinations
from pathlib import Path

import pytest
from wires import OTHER_REPORT, REWRITE, WIRE, article

from dateline.copies import CopyIndex, find_copies, holders, reading
from dateline.copies.holders import Holders, Shifts
from dateline.ledger import Ledger, Name, Scratch
from dateline.stores import SqliteStore
from dateline.types import Article, Copy

LEXICON = [
    a + b + c for a in ("bra", "ko", "len", "mar", "sut") for b in ("do", "fi", "ga", "lun") for c in ("k", "nt", "rel", "so")
]
NAMES = [a + b for a in ("Orv", "Selb", "Hald", "Tarn", "Gann", "Merr") for b in ("en", "ik", "osta", "ume", "aly")]
Text = list[list[str]]  # sentences of words


class Counting:
    """A ledger in memory that counts the rows asked for and written."""

    def __init__(self) -> None:
        self.rows: dict[tuple[str, Name], bytes] = {}
        self.touched = 0

    def fetch(self, shelf: str, keys: Iterable[Name]) -> Mapping[Name, bytes]:
        wanted = list(keys)
        self.touched += len(wanted)
        return {key: self.rows[shelf, key] for key in wanted if (shelf, key) in self.rows}

    def keys(self, shelf: str) -> Iterable[Name]:
        return sorted(key for known, key in self.rows if known == shelf)  # type: ignore[type-var]

    def write(self, shelf: str, rows: Mapping[Name, bytes | None]) -> None:
        self.touched += len(rows)
        for key, row in rows.items():
            if row is None:
                self.rows.pop((shelf, key), None)
            else:
                self.rows[shelf, key] = row


@pytest.fixture
def small_crowds(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(holders, "CROWD", 4)
    monkeypatch.setattr(holders, "PAGE", 8)
    monkeypatch.setattr(reading, "HELD", 5)
    yield


def report(draw: random.Random, sentences: int = 9) -> Text:
    """A text with a name or two and a figure in each sentence."""
    told = []
    for _ in range(sentences):
        words = draw.choices(LEXICON, k=7)
        words[2], words[4] = draw.choice(NAMES), str(draw.randrange(20, 900))
        told.append(words + draw.sample(NAMES, 1))
    return told


def reworked(draw: random.Random, text: Text) -> Text:
    """The same facts in order, in other words."""
    return [
        [word if word in NAMES or word.isdigit() or draw.random() < 0.6 else draw.choice(LEXICON) for word in s] for s in text
    ]


def written(text: Text) -> str:
    return " ".join(f"{' '.join(words).capitalize() if not set(words) & set(NAMES) else ' '.join(words)}." for words in text)


def invented(seed: int, count: int) -> list[Article]:
    """Reports, prints, excerpts and rewrites of them, and a passage that stands in many."""
    draw = random.Random(seed)
    reports = [report(draw) for _ in range(1 + count // 6)]
    standing = report(draw, 2)
    found = []
    for n in range(count):
        text = draw.choice(reports)
        kind = draw.choice(("print", "print", "excerpt", "rewrite", "other"))
        if kind == "excerpt":
            text = [*text[:4], *report(draw, 6)]
        elif kind == "rewrite":
            text = reworked(draw, text)
        elif kind == "other":
            text = report(draw)
        else:
            text = text[draw.randrange(2) : 9 - draw.randrange(2)]
        if draw.random() < 0.6:
            text = [*text, *standing]
        found.append(article(f"a{n:03}", written(text), day=f"2031-04-{draw.randrange(1, 29):02}"))
    return found


def by_article(copies: Iterable[Copy]) -> dict[str, Copy]:
    return {one: copy for copy in copies for one in copy.articles}


class Kept:
    """An index that is written back and begun anew for each update, over any ledger."""

    def __init__(self) -> None:
        self.present: dict[str, Article] = {}
        self.known: dict[str, Article] = {}
        self.before: dict[str, Copy] = {}

    def library(self, ids: Sequence[str]) -> Mapping[str, Article]:
        return {one: self.present[one] for one in ids}

    def update(self, opened: AbstractContextManager[Ledger], arrived: Sequence[Article], gone: Sequence[str]) -> None:
        """One update, compared with what a fresh index finds."""
        for one in gone:
            self.present.pop(one, None)
        self.present.update({one.id: one for one in arrived})
        with opened as ledger:
            index = CopyIndex(ledger, self.library)
            changed = index.update(arrived, gone)
            index.write_back()
            expected = find_copies(list(self.present.values()))
            assert CopyIndex(ledger, self.library).copies() == expected
            after = by_article(expected)
            both = {*self.before, *after}
            assert changed >= {one for one in both if self.before.get(one) != after.get(one)}
            assert changed <= both
            some = sorted(changed)[:2]
            assert set(index.copies(some)) == {after[one] for one in some if one in after}
        self.before = after


def comings_and_goings(seed: int, articles: Sequence[Article]) -> Iterator[tuple[list[Article], list[str]]]:
    """Batches of articles that come, some of which go again, some in the place of others."""
    draw = random.Random(seed)
    waiting = draw.sample(list(articles), len(articles))
    there: dict[str, Article] = {}
    while waiting:
        size = draw.choice((1, 1, 2, 7))
        come, waiting = waiting[:size], waiting[size:]
        leave = draw.sample(sorted(there), min(len(there), draw.choice((0, 0, 1, 3))))
        if leave and draw.random() < 0.5:
            waiting.append(there[leave[0]])
        if leave and draw.random() < 0.3:  # another text under the same id
            come.append(article(leave[0], written(report(draw))))
        for one in leave:
            del there[one]
        there.update({one.id: one for one in come})
        yield come, leave


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.usefixtures("small_crowds")
def test_any_batches_and_departures_give_what_a_fresh_index_gives(seed: int) -> None:
    kept, ledger = Kept(), Counting()
    for come, leave in comings_and_goings(seed, invented(seed, 36)):
        kept.update(nullcontext(ledger), come, leave)
    for one in random.Random(seed).sample(sorted(kept.present), len(kept.present)):
        kept.update(nullcontext(ledger), (), (one,))
    assert ledger.rows == {}


def test_a_store_that_is_closed_between_updates_holds_the_same(tmp_path: Path) -> None:
    kept = Kept()
    for come, leave in comings_and_goings(5, invented(5, 30)):
        store = SqliteStore(tmp_path / "news.db")
        kept.update(store.ledger("a pipeline"), come, leave)
        store.close()


def test_all_kinds_of_copies_are_among_those_that_are_compared() -> None:
    kinds = {pair.kind for seed in range(4) for copy in find_copies(invented(seed, 36)) for pair in copy.pairs}
    assert kinds == {"verbatim", "edited", "excerpt", "rewrite"}


def test_a_crowd_of_prints_is_one_copy_however_it_comes_and_goes() -> None:
    crowd = [article(f"p{n}", f"{WIRE}\n\nThis is print {n}.") for n in range(60)]
    others = [article("r", REWRITE), article("o", OTHER_REPORT)]
    kept, ledger = Kept(), Counting()
    for part in ([*crowd[:39], others[0]], crowd[39:42], [*crowd[42:], others[1]]):
        kept.update(nullcontext(ledger), part, ())
    (whole,) = set(kept.before.values())
    assert len(whole.articles) == 61 and len(whole.pairs) < 4 * 61
    kept.update(nullcontext(ledger), (), [one.id for one in crowd[10:35]])
    (few,) = set(kept.before.values())
    assert len(few.pairs) >= 35 * 34 // 2


def test_what_is_taken_in_twice_or_out_unknown_changes_nothing() -> None:
    pages = {"a": article("a", WIRE), "b": article("b", REWRITE)}
    index = CopyIndex(Scratch(), lambda ids: {one: pages[one] for one in ids})
    assert index.update([pages["a"], pages["a"]], ("nobody",)) == frozenset()
    assert index.update([pages["b"]], ()) == {"a", "b"}
    before = index.copies()
    assert index.update([pages["a"]], ("a",)) == {"a", "b"}  # it was taken out and in
    assert index.copies() == before == find_copies(list(pages.values()))


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.usefixtures("small_crowds")
def test_a_key_pairs_few_all_and_many_with_their_neighbours(seed: int) -> None:
    draw = random.Random(seed)
    kept = Holders(Scratch())
    held: list[int] = []
    for turn in range(400):
        before = paired(held)
        shifts = Shifts()
        if draw.random() < (0.65 if turn % 200 < 120 else 0.2) or not held:
            one = draw.randrange(1 << 60)
            kept.add(7, one, shifts)
            held = sorted([*held, one])
        else:
            one = draw.choice(held)
            kept.remove(7, one, shifts)
            held.remove(one)
        after = paired(held)
        assert {(m, mate) for m in held for mate in kept.mates(7, m) if m < mate} == after
        assert {pair for pair in before - after if one not in pair} <= within(shifts.lost)
        assert {pair for pair in after - before if one not in pair} <= within(shifts.gained)


def paired(held: Sequence[int]) -> set[tuple[int, int]]:
    """The pairs of a key, by the rule itself."""
    near = len(held) if len(held) <= holders.CROWD else holders.NEXT
    return {(one, other) for at, one in enumerate(held) for other in held[at + 1 : at + 1 + near]}


def within(groups: Iterable[tuple[int, ...]]) -> set[tuple[int, int]]:
    return {(min(pair), max(pair)) for group in groups for pair in combinations(group, 2)}


def test_one_more_article_touches_as_many_rows_in_a_large_set_as_in_a_small_one() -> None:
    draw = random.Random(3)
    standing = written(report(draw, 2))
    known = {
        f"u{n}": article(f"u{n}", f"{' '.join(f'w{draw.randrange(10**6)}' for _ in range(30))}. {standing}") for n in range(3000)
    }
    known |= {"a": article("a", f"{WIRE} {standing}"), "b": article("b", f"{WIRE} {standing}")}
    ledger = Counting()
    touched = []
    for few, many in ((0, 500), (500, 3000)):
        index = CopyIndex(ledger, lambda ids: {one: known[one] for one in ids})
        index.update([known[f"u{n}"] for n in range(few, many)] + ([known["a"]] if not few else []), ())
        index.write_back()
        ledger.touched = 0
        index = CopyIndex(ledger, lambda ids: {one: known[one] for one in ids})
        assert index.update([known["b"]], ()) == {"a", "b"}
        index.write_back()
        touched.append(ledger.touched)
        index.update((), ["b"])
        index.write_back()
    assert touched[1] <= 1.1 * touched[0]
