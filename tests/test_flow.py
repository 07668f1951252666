"""From pages to the record: the same bytes whatever the order and the batches in which the pages came."""

import os
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from random import Random

import jsonschema
import msgspec
from invented import PAGES, html_page, write_pages
from pytest import MonkeyPatch, fixture, mark, raises

import dateline
from dateline import pipeline
from dateline import record as reading
from dateline.analyze import articles as analysis
from dateline.engines import local
from dateline.errors import BadInput, NotFound
from dateline.intake import Added, add_pages, catch_up, pipeline_key
from dateline.read import read_pages
from dateline.record import claims, encode, quotes, record_of, search, show, stories, timeline
from dateline.schema import schema
from dateline.settings import Settings
from dateline.stores import Shelf, SqliteStore
from dateline.stores import sqlite as sqlite_store
from dateline.types import Article, Page, Published, Rejected
from dateline.verify import verify_record, verify_store
from dateline.views.document import Record
from dateline.views.material import Kept

SETTINGS = Settings()
NAMES = sorted(PAGES)


@fixture(scope="module")
def folder(tmp_path_factory: object) -> Path:
    return write_pages(tmp_path_factory.mktemp("flow") / "pages")  # type: ignore[attr-defined]


@fixture(scope="module")
def record(folder: Path) -> Record:
    return dateline.report([folder])


def in_batches(*batches: list[Path]) -> bytes:
    """The record of a store that was filled batch by batch and read after each."""
    with closing(SqliteStore(":memory:")) as store:
        for batch in batches:
            add_pages(store, batch, SETTINGS)
            record_of(store, SETTINGS)
        return encode(record_of(store, SETTINGS))


@mark.parametrize("seed", range(2))
def test_the_order_of_the_inputs_does_not_matter(folder: Path, record: Record, seed: int) -> None:
    files = Random(seed).sample([folder / name for name in NAMES], len(NAMES))
    bare = encode(dateline.report([folder / name for name in NAMES]))
    assert encode(dateline.report(files)) == bare
    assert encode(dateline.report([folder])) == encode(record)


def test_batches_do_not_matter_nor_the_earliest_page_last(folder: Path) -> None:
    files = [folder / name for name in NAMES]
    whole = in_batches(files)
    assert in_batches(files[:2], files[2:]) == whole
    assert in_batches(files[1:], files[:1]) == whole
    assert in_batches(*([file] for file in reversed(files))) == whole


def test_a_store_kept_in_a_file_gives_the_same(folder: Path, record: Record, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    assert encode(dateline.report([folder], store=path)) == encode(record)
    with closing(SqliteStore(path)) as store:
        assert encode(record_of(store, SETTINGS)) == encode(record)


def test_what_another_process_adds_while_a_record_is_made_is_in_the_next(
    folder: Path, record: Record, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    path = tmp_path / "store.sqlite"
    files = [folder / name for name in NAMES]
    with closing(SqliteStore(path)) as store, closing(SqliteStore(path)) as other:
        add_pages(store, files[1:], SETTINGS)
        before = encode(record_of(store, SETTINGS))
        shelf = SqliteStore.shelf

        def late(self: SqliteStore, pipeline: str) -> Shelf:
            if self is store:
                add_pages(other, files[:1], SETTINGS)
            return shelf(self, pipeline)

        with monkeypatch.context() as patched:
            patched.setattr(SqliteStore, "shelf", late)
            assert encode(record_of(store, SETTINGS)) == before
        assert encode(record_of(store, SETTINGS)) == in_batches(files)


def test_articles_that_judgements_name_are_not_read_for_one_more(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    with closing(SqliteStore(":memory:")) as store:
        changed(tmp_path, store, title="Varnholt shuts its bridge over the Tarne")
        record_of(store, SETTINGS)
        (judgement,) = store.judgements()
        (tmp_path / "new.html").write_text(html_page("harvest-1.html", slug="new", title="Frost again"), encoding="utf-8")
        read: set[str] = set()
        articles = SqliteStore.articles

        def note(self: SqliteStore, pipeline: str, ids: Sequence[str]) -> dict[str, Article]:
            read.update(ids)
            return articles(self, pipeline, ids)

        monkeypatch.setattr(SqliteStore, "articles", note)
        add_pages(store, [tmp_path / "new.html"], SETTINGS)
        assert read
        assert read.isdisjoint({judgement.left, judgement.right})


def test_a_reader_waits_for_a_writer_once(folder: Path, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    path = tmp_path / "store.sqlite"
    with closing(SqliteStore(path, busy_seconds=0)) as store, closing(sqlite3.connect(path, isolation_level=None)) as other:
        add_pages(store, [folder], SETTINGS)
        waits = []
        told = sqlite_store._told
        monkeypatch.setattr(sqlite_store, "_told", lambda error, path: waits.append(path) or told(error, path))
        other.execute("BEGIN IMMEDIATE")
        found = encode(record_of(store, SETTINGS))
        other.execute("ROLLBACK")
        assert len(waits) == 1
        assert encode(record_of(store, SETTINGS)) == found


def test_two_processes_give_the_same(folder: Path, record: Record) -> None:
    assert encode(dateline.report([folder], replace(SETTINGS, workers=2))) == encode(record)


def test_every_citation_stands_and_the_schema_describes_the_record(folder: Path) -> None:
    told = msgspec.json.decode(encode(dateline.report([folder], analysis=True)))
    assert verify_record(told) == []
    jsonschema.validate(told, schema(), jsonschema.Draft202012Validator)
    assert len(told["analyses"]) == len(PAGES)


def test_the_record_says_what_the_pages_say(record: Record) -> None:
    by_file = {article.file.split("/")[-1]: article.id for article in record.articles}
    home = {article: story.id for story in record.stories for article in story.articles}
    assert home[by_file["bridge-1.html"]] == home[by_file["bridge-2.html"]]
    assert home[by_file["harvest-1.html"]] == home[by_file["harvest-2.html"]]
    assert home[by_file["bridge-1.html"]] != home[by_file["harvest-1.html"]]
    assert any(quote.speaker and "Brandt" in quote.speaker.name for quote in quotes(record))
    assert not any(one.relation == "contradiction" for story in record.stories for one in story.disagreements)


def test_adding_the_same_pages_again_changes_nothing(folder: Path) -> None:
    with closing(SqliteStore(":memory:")) as store:
        first = add_pages(store, [folder], SETTINGS)
        before = encode(record_of(store, SETTINGS))
        again = add_pages(store, [folder], SETTINGS)
        assert (first.new, first.known, again.new, again.known) == (len(PAGES), 0, 0, len(PAGES))
        assert encode(record_of(store, SETTINGS)) == before


def changed(tmp_path: Path, store: SqliteStore, **changes: str) -> Added:
    pages = write_pages(tmp_path / "pages")
    add_pages(store, [pages], SETTINGS)
    (pages / "bridge-2.html").write_text(html_page("bridge-2.html", **changes), encoding="utf-8")
    return add_pages(store, [pages], SETTINGS)


@mark.parametrize("day", ["2031-04-07", "2031-04-08"])
def test_a_changed_page_is_a_revision(tmp_path: Path, day: str) -> None:
    body = "".join(f"<p>{paragraph.replace('28,500', '29,000')}</p>" for paragraph in PAGES["bridge-2.html"][5])
    with closing(SqliteStore(":memory:")) as store:
        added = changed(tmp_path, store, body=body, day=day)
        assert (added.new, added.known, len(added.revisions)) == (1, len(PAGES) - 1, 1)
        record = record_of(store, SETTINGS)
        assert len(record.articles) == len(PAGES)
        (older,) = record.superseded
        (newest,) = (article for article in record.articles if article.id == older.by)
        assert "29,000" in newest.text and newest.id == added.revisions[0]
        (change,) = older.changes
        assert change.old is not None and change.new is not None
        assert (change.old.exact, change.new.exact) == ("28,500", "29,000")
        assert (change.old.article, change.new.article) == (older.article.id, newest.id)
        assert verify_record(msgspec.json.decode(encode(record))) == []


def test_a_story_keeps_its_former_id_when_an_earlier_page_arrives(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages")
    with closing(SqliteStore(":memory:")) as store:
        add_pages(store, [pages / "bridge-3.html"], SETTINGS)
        (former,) = record_of(store, SETTINGS).stories
        add_pages(store, [pages / "bridge-1.html", pages / "bridge-2.html"], SETTINGS)
        record = record_of(store, SETTINGS)
        found = show(record, former.id, store=store)
        assert set(former.articles) <= set(found.articles)
        with raises(NotFound):
            show(record, "0" * 16, store=store)


def test_pages_are_read_again_by_another_pipeline(folder: Path, record: Record, monkeypatch: MonkeyPatch) -> None:
    with closing(SqliteStore(":memory:")) as store:
        monkeypatch.setattr("dateline.intake.fingerprint", lambda: "older code")
        add_pages(store, [folder], SETTINGS)
        monkeypatch.undo()
        counted: list[int] = []
        catch_up(store, SETTINGS, tick=counted.append)
        assert sum(counted) == len(PAGES)
        assert len(store.pipelines()) == 1
        assert encode(record_of(store, SETTINGS)) == encode(record)


def test_what_was_found_in_a_storyline_is_not_found_again(folder: Path, monkeypatch: MonkeyPatch) -> None:
    with closing(SqliteStore(":memory:")) as store:
        add_pages(store, [folder], SETTINGS)
        first = encode(record_of(store, SETTINGS, analysis=True))

        def refuse(*_: object) -> None:
            raise AssertionError("found again")

        monkeypatch.setattr(pipeline, "_find", refuse)
        assert encode(record_of(store, SETTINGS, analysis=True)) == first
        assert record_of(store, SETTINGS).stories


def test_pages_that_cannot_be_used_are_named_and_the_others_read(tmp_path: Path) -> None:
    pages = write_pages(tmp_path / "pages", "harvest-1.html")
    (pages / "empty.html").write_bytes(b"")
    (pages / "binary.html").write_bytes(bytes(range(256)) * 40)
    (pages / "huge.html").write_bytes(b"<p>" + b"x" * 3_000)
    record = dateline.report([pages, tmp_path / "missing.html"], replace(SETTINGS, max_bytes=2_500))
    assert [one.id for one in record.rejected] == ["missing.html", "pages/binary.html", "pages/empty.html", "pages/huge.html"]
    assert all(one.reason for one in record.rejected)
    assert len(record.articles) == 1


def test_nothing_at_all_makes_an_empty_record(tmp_path: Path) -> None:
    record = dateline.report([tmp_path / "missing"])
    assert record.articles == record.stories == ()
    assert len(record.rejected) == 1


def test_a_page_that_breaks_a_step_is_rejected_alone(folder: Path, monkeypatch: MonkeyPatch) -> None:
    real = analysis.analyze_articles

    def fragile(articles: list[Article], *rest: object) -> object:
        if any(article.file.endswith("bridge-1.html") for article in articles):
            raise RecursionError("too deep")
        return real(articles, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(analysis, "analyze_articles", fragile)
    record = dateline.report([folder])
    assert [one.id for one in record.rejected] == ["pages/bridge-1.html"]
    assert "RecursionError" in record.rejected[0].reason
    assert len(record.articles) == len(PAGES) - 1


def test_questions_to_a_store(folder: Path) -> None:
    with closing(SqliteStore(":memory:")) as store:
        add_pages(store, [folder], SETTINGS)
        record = record_of(store, SETTINGS)
        first = stories(record)[0]
        assert show(record, first.id[:6]).id == first.id
        assert {claim.id for claim in claims(record, first.id)} <= {claim.id for claim in claims(record)}
        assert quotes(record, speaker="tomas weil") == tuple(
            quote for quote in quotes(record) if quote.speaker and "Weil" in quote.speaker.name
        )
        days = [moment.date.earliest for moment in timeline(record)]
        assert days == sorted(days)
        (hit, *_) = search(store, record, "northern pier", settings=SETTINGS)
        assert "northern pier" in hit.evidence.exact and hit.stories
        assert verify_store(store) == []


def test_a_changed_letter_in_a_stored_text_is_found(folder: Path) -> None:
    with closing(SqliteStore(":memory:")) as store:
        add_pages(store, [folder], SETTINGS)
        with store._writing() as connection:
            page, result = connection.execute("SELECT page, result FROM readings LIMIT 1").fetchone()
            connection.execute(
                "UPDATE readings SET result = ? WHERE page = ?",
                (result.replace(b"bridge", b"bridgf").replace(b"frost", b"frosu"), page),
            )
        assert any("its text has changed" in problem for problem in verify_store(store))


def test_steps_are_checked_before_they_run() -> None:
    pipeline.check(pipeline.SET_STEPS, pipeline.SET, ())
    pipeline.check(pipeline.STORYLINE_STEPS, pipeline.STORYLINE, pipeline.FOUND)
    with raises(BadInput, match="'decisions' needs statements"):
        pipeline.check([step for step in pipeline.STORYLINE_STEPS if step.name != "statements"], pipeline.STORYLINE, ())
    with raises(BadInput, match="No step gives events"):
        pipeline.check(pipeline.STORYLINE_STEPS[:-1], pipeline.STORYLINE, pipeline.FOUND)


@mark.parametrize("step", (*pipeline.SET_STEPS, *pipeline.STORYLINE_STEPS), ids=lambda step: step.name)
def test_the_table_of_steps_tells_what_the_functions_take(step: pipeline.Step) -> None:
    from importlib import import_module
    from inspect import Parameter, signature

    module, _, name = step.function.partition(":")
    taken = signature(getattr(import_module(module), name)).parameters.values()
    needs = [need.removeprefix("undated_") for need in step.needs]
    assert needs == [one.name for one in taken][: len(needs)]
    assert all(one.default is not Parameter.empty for one in list(taken)[len(needs) :])


def test_a_worker_that_dies_costs_only_its_articles(folder: Path, monkeypatch: MonkeyPatch) -> None:
    monkeypatch.setattr(local, "analyze_surely", die)
    pages = [page for page in read_pages([folder], SETTINGS) if isinstance(page, Page)][:2]
    outcomes = [outcome for batch in local.read_all(pages, replace(SETTINGS, workers=2)) for outcome in batch]
    assert [outcome.page for outcome in outcomes] == pages
    assert [outcome.result.reason for outcome in outcomes if isinstance(outcome.result, Rejected)] == [
        "the process that analysed it died, perhaps for want of memory"
    ] * 2


def die(*_: object) -> None:
    """What a crash in a library does to a worker."""
    os._exit(9)


def test_a_kept_record_does_not_stand_for_an_article_that_is_told_otherwise(folder: Path) -> None:
    with closing(SqliteStore(":memory:")) as store:
        add_pages(store, [folder], SETTINGS)
        articles = store.shelf(pipeline_key(SETTINGS)).articles
        kept = Kept(pipeline.versions_of(SETTINGS))
        other = [replace(articles[0], published=Published("2031-05-01", "2031-05-01", "stated")), *articles[1:]]
        same = [replace(articles[0]), *articles[1:]]
        keys = [reading._digest(some, kept, analysis=False) for some in (articles, same, other)]
        assert keys[0] == keys[1] != keys[2]
