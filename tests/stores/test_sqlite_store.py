"""The SQLite store: what is put in comes out, whatever happens meanwhile."""

import hashlib
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from invented import article
from pytest import MonkeyPatch, fixture, mark, raises

from dateline.errors import BadInput, CitationBroken, StoreBusy, StoreVersion
from dateline.stores import SqliteStore, open_store
from dateline.stores.migrations import MIGRATIONS
from dateline.types import Analysis, Article, Judgement, Outcome, Page, Published, Rejected, Span

KEY = "pipeline"


def page(name: str, body: bytes = b"<p>Bridge shut</p>") -> Page:
    return Page(name, None, None, "text/html", hashlib.sha256(body).hexdigest(), (("server", "x"),), body)


def outcome(name: str, text: str = "Bridge shut\n\nThe bridge over the Tarne was shut.") -> Outcome:
    one = article(text, file=name)
    return Outcome(page(name, text.encode()), one, Analysis(one.id, (), (), (), (), (), (), ()))


@fixture
def store(tmp_path: Path) -> SqliteStore:
    return SqliteStore(tmp_path / "a.sqlite")


def test_what_is_added_is_there(store: SqliteStore) -> None:
    kept = outcome("a.html")
    store.add([kept, Outcome(page("b.html", b"x"), Rejected("b.html", "extract", "no article"))], KEY)
    shelf = store.shelf(KEY)
    assert shelf.articles == (kept.result,)
    assert store.analyses(KEY) == (kept.analysis,)
    assert shelf.rejected == (Rejected("b.html", "extract", "no article"),)
    assert store.result(kept.page, KEY) == kept.result
    assert store.shelf("another").articles == ()
    assert {one.name: one.body for one in store.unread("another")} == {"a.html": kept.page.body, "b.html": b"x"}


def test_adding_twice_changes_nothing(store: SqliteStore) -> None:
    store.add([outcome("a.html")], KEY)
    before = dump(store)
    store.add([outcome("a.html")], KEY)
    assert dump(store) == before


def dump(store: SqliteStore) -> list[str]:
    with sqlite3.connect(store.path) as connection:
        lines = list(connection.iterdump())
    connection.close()
    return lines


def test_an_article_in_two_files_is_one_under_the_first_name(store: SqliteStore) -> None:
    one = outcome("b.html")
    assert isinstance(one.result, Article)
    other = Article(**{**{name: getattr(one.result, name) for name in one.result.__slots__}, "file": "a.html"})
    store.add([one, Outcome(page("a.html"), other, one.analysis)], KEY)
    assert [found.file for found in store.shelf(KEY).articles] == ["a.html"]


def test_of_two_pages_of_one_name_with_one_article_the_same_stands_for_it_in_any_order(tmp_path: Path) -> None:
    first = outcome("a.html")
    assert isinstance(first.result, Article) and first.analysis is not None
    later = replace(first.result, published=Published("2031-04-09", "2031-04-09", "stated"))
    moved = replace(first.analysis, sentences=(Span(later.id, 0, 4),))
    second = Outcome(page("a.html", b"<p>fetched later</p>"), later, moved)
    found = []
    for order in ((first, second), (second, first)):
        with closing(SqliteStore(tmp_path / f"{len(found)}.sqlite")) as store:
            for one in order:
                store.add([one], KEY)
            (stands,) = store.shelf(KEY).articles
            assert store.articles(KEY, [later.id]) == {later.id: stands}
            assert store.analyses(KEY) == (moved if stands == later else first.analysis,)
            found.append(stands)
    assert found[0] == found[1]


def test_an_article_that_was_found_is_not_taken_back(store: SqliteStore) -> None:
    kept = outcome("a.html")
    store.add([kept], KEY)
    store.add([Outcome(kept.page, Rejected("a.html", "analyze", "a worker died"))], KEY)
    assert store.shelf(KEY).articles == (kept.result,)


def test_what_could_not_be_read_is_forgotten_when_it_can_be(store: SqliteStore) -> None:
    store.reject([Rejected("a.html", "read", "the file is empty")])
    store.reject([Rejected("a.html", "read", "the file is empty")])
    assert len(store.shelf(KEY).rejected) == 1
    store.add([outcome("a.html")], KEY)
    assert store.shelf(KEY).rejected == ()


def test_what_another_pipeline_made_can_be_dropped(store: SqliteStore) -> None:
    store.add([outcome("a.html"), outcome("b.html", "Old text\n\nIt was read by an old program.")], "old")
    store.add([outcome("a.html")], KEY)
    store.forget(KEY)
    assert store.pipelines() == (KEY,)
    assert [one.name for one in store.unread(KEY)] == ["b.html"]
    assert store.search("old program", 5) == []


def test_judgements_names_and_cache(store: SqliteStore) -> None:
    one = Judgement("j", "a", "b", "same", "someone", "2031-04-07")
    store.judge([one])
    store.judge([Judgement("j", "a", "b", "same", "someone", "2031-04-07", withdrawn=True)])
    assert [found.withdrawn for found in store.judgements()] == [True]
    store.remember_names({"story": "article"})
    assert (store.named_after("story"), store.named_after("other")) == ("article", None)
    store.note("model", "one")
    store.note("model", "other")
    assert (store.fact("model"), store.fact("nothing")) == ("other", None)
    store.keep({"k": b"1", "l": b"2"}, "shelf")
    store.keep({"l": b"2", "m": b"3"}, "shelf")
    assert [store.recall(key) for key in "klm"] == [None, b"2", b"3"]


@mark.parametrize(
    ("query", "words"),
    [
        ("bridges", "bridge"),
        ('"over the Tarne"', "over the Tarne"),
        ("shut bridge", "bridge over the Tarne was shut"),
        ("TARNE*", "Tarne"),
        ("NOT tarne", None),
        ("ferry", None),
    ],
)
def test_search_finds_all_words_of_a_passage(store: SqliteStore, query: str, words: str | None) -> None:
    one = outcome("a.html", "Harbour\n\n\U0001f309 The bridge over the Tarne was shut.")
    store.add([one], KEY)
    assert isinstance(one.result, Article)
    found = [one.result.text[hit.span.start : hit.span.end] for hit in store.search(query, 5)]
    assert found == ([] if words is None else [words])


@mark.parametrize("query", ["", "  ", '"', "***"])
def test_a_search_for_nothing_is_bad_input(store: SqliteStore, query: str) -> None:
    with raises(BadInput):
        store.search(query, 5)


def test_the_version_is_recorded_and_a_newer_one_refused(store: SqliteStore) -> None:
    connection = sqlite3.connect(store.path)
    assert connection.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    store.close()
    connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    connection.close()
    with raises(StoreVersion):
        SqliteStore(store.path)


def test_a_migration_that_fails_leaves_the_store_as_it_was(store: SqliteStore, monkeypatch: MonkeyPatch) -> None:
    store.add([outcome("a.html")], KEY)
    store.close()

    def broken(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE half (x)")
        connection.execute("no sql at all")

    monkeypatch.setattr("dateline.stores.sqlite.MIGRATIONS", (*MIGRATIONS, broken))
    with raises(BadInput):
        SqliteStore(store.path)
    monkeypatch.undo()
    again = SqliteStore(store.path)
    assert len(again.shelf(KEY).articles) == 1
    assert not any("half" in line for line in dump(again))


def test_other_files_are_no_stores(tmp_path: Path) -> None:
    text = tmp_path / "text.sqlite"
    text.write_text("no database at all, but long enough to look at " * 20)
    other = tmp_path / "other.sqlite"
    connection = sqlite3.connect(other)
    connection.execute("CREATE TABLE mine (x)")
    connection.commit()
    connection.close()
    for path in (text, other, tmp_path):
        with raises(BadInput):
            SqliteStore(path)
    with raises(BadInput, match="no store"):
        open_store(tmp_path / "none.sqlite")


def test_a_second_writer_is_told_to_wait_and_readers_are_not(store: SqliteStore) -> None:
    store.add([outcome("a.html")], KEY)
    other = SqliteStore(store.path, busy_seconds=0.05)
    with store._writing():
        with raises(StoreBusy):
            other.add([outcome("b.html")], KEY)
        assert len(other.shelf(KEY).articles) == 1
    other.add([outcome("b.html", "Second\n\nAnother page.")], KEY)
    assert len(store.shelf(KEY).articles) == 2


def test_damage_is_found(store: SqliteStore) -> None:
    store.add([outcome("a.html")], KEY)
    with store._writing() as connection:
        connection.execute("UPDATE pages SET body = x'00'")
    assert store.damaged() == ("a.html",)
    with store._writing() as connection:
        connection.execute("UPDATE readings SET result = x'00'")
    with raises(CitationBroken):
        store.shelf(KEY)


WRITER = """
    import sys
    sys.path[:0] = [{tests!r}]
    from test_sqlite_store import KEY, SqliteStore, outcome
    store = SqliteStore({path!r})
    for number in range(100_000):
        store.add([outcome(f"{{number}}.html", f"Page {{number}}\\n\\nThe bridge was shut.")], KEY)
        print(number, flush=True)
"""


def test_a_writer_killed_at_any_moment_leaves_a_sound_store(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    tests = Path(__file__).parent
    code = textwrap.dedent(WRITER).format(tests=str(tests), path=str(path))
    environment = {**os.environ, "PYTHONPATH": str(tests.parent)}
    writer = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=environment)
    assert writer.stdout is not None
    told = [int(writer.stdout.readline()) for _ in range(25)]
    writer.send_signal(signal.SIGKILL)
    rest = writer.stdout.read().split()
    writer.wait()
    writer.stdout.close()
    told += [int(number) for number in rest]
    store = SqliteStore(path)
    assert store._one("PRAGMA integrity_check") == "ok"
    titles = {one.title for one in store.shelf(KEY).articles}
    assert {f"Page {number}" for number in told} <= titles
    assert len(titles) <= len(told) + 1
    assert len(store.search("bridge", 100_000)) == len(titles)


def test_garbage_in_the_cache_is_forgotten_and_kept_again(store: SqliteStore) -> None:
    store.keep({"k": b"1"}, "shelf")
    with store._writing() as connection:
        connection.execute("UPDATE cache SET found = x'6161'")
    assert list(store.cached()) == [("k", "shelf", None)]
    assert store.recall("k") is None
    store.keep({"k": b"1"}, "shelf")
    assert store.recall("k") == b"1"


def test_a_store_is_no_pipe_and_no_folder(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "pipe"):
        with raises(BadInput, match="not a regular file"):
            SqliteStore(path)


def test_rows_of_a_pipeline_that_read_nothing_are_forgotten_too() -> None:
    with closing(SqliteStore(":memory:")) as store:
        for pipeline in ("one", "two"):
            with store.ledger(pipeline) as ledger:
                ledger.write("shelf", {"key": b"row"})
        store.forget("two")
        with store.ledger_as_is("one") as ledger:
            assert ledger.fetch("shelf", ["key"]) == {}
        with store.ledger_as_is("two") as ledger:
            assert ledger.fetch("shelf", ["key"]) == {"key": b"row"}
