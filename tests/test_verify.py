"""A record whose texts or citations were touched is found out."""

import hashlib
import zlib
from contextlib import closing
from dataclasses import replace

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from invented import article, small_material
from pytest import fixture, mark, raises

from dateline.errors import BadInput
from dateline.record import encode
from dateline.stores import SqliteStore
from dateline.types import Analysis, Article, Note, Outcome, Page, Span
from dateline.verify import citations, count_citations, verify_record, verify_store
from dateline.views import assemble


@fixture(scope="module")
def data() -> bytes:
    material, kept = small_material()
    return encode(assemble(material, kept, analysis=True))


def test_values_that_no_note_bears_out_are_found(data: bytes) -> None:
    for field, value in (("credits", ["AFP"]), ("byline", ["Ines Courier"]), ("place", "Varnholt")):
        record = msgspec.json.decode(data)
        record["articles"][0][field] = value
        assert any("stands in none of its notes" in problem for problem in verify_record(record))
    record = msgspec.json.decode(data)
    record["articles"][0]["notes"][-1]["value"] = "AQ"
    assert any("stands in none of its notes" in problem for problem in verify_record(record))


def test_an_older_version_names_an_article_that_is_there(data: bytes) -> None:
    record = msgspec.json.decode(data)
    older = {**record["articles"][0], "id": "0" * 16}
    record["superseded"] = [{"article": older, "by": "f" * 16, "changes": []}]
    assert any("is not there" in problem for problem in verify_record(record))


def test_a_record_as_it_was_made_is_sound(data: bytes) -> None:
    record = msgspec.json.decode(data)
    assert verify_record(record) == []
    assert count_citations(record) > 20


@given(draw=st.data())
def test_any_changed_character_of_a_text_is_found(data: bytes, draw: st.DataObject) -> None:
    record = msgspec.json.decode(data)
    article = draw.draw(st.sampled_from(record["articles"]))
    part = draw.draw(st.sampled_from(["text", "matter"]))
    place = draw.draw(st.integers(0, len(article[part]) - 1))
    letter = draw.draw(st.characters(exclude_categories=("Cs",)).filter(lambda one: one != article[part][place]))
    article[part] = article[part][:place] + letter + article[part][place + 1 :]
    assert verify_record(record)


@given(draw=st.data())
def test_any_changed_word_of_a_citation_is_found(data: bytes, draw: st.DataObject) -> None:
    record = msgspec.json.decode(data)
    _, citation = draw.draw(st.sampled_from(list(citations(record, ""))))
    field = draw.draw(st.sampled_from(["exact", "prefix", "suffix", "revision", "article"]))
    citation[field] += "x"  # type: ignore[index]
    assert verify_record(record)


def test_a_changed_outlet_is_found(data: bytes) -> None:
    record = msgspec.json.decode(data)
    record["articles"][0]["outlet"] = "Somebody Else"
    assert verify_record(record)


def test_what_is_no_record_is_bad_input() -> None:
    for thing in ({}, {"articles": 3}, {"articles": [{"id": "x"}]}):
        with raises(BadInput):
            verify_record(thing)


def changed(data: bytes, path: tuple[str | int, ...], value: object) -> list[str]:
    """What verifying says of the record with another value at a path; None takes the key away."""
    record = msgspec.json.decode(data)
    inner = record
    for key in path[:-1]:
        inner = inner[key]
    if value is None:
        del inner[path[-1]]
    else:
        inner[path[-1]] = value
    return verify_record(record)


CLAIM = ("stories", 0, "claims", 0)
CITED = (*CLAIM, "statements", 0, "evidence")


@mark.parametrize("key", ["article", "revision", "part", "start", "end", "exact", "prefix", "suffix"])
@mark.parametrize("value", [None, [], {}, "nowhere", -1, 1.5, True])
def test_a_citation_out_of_its_format_is_a_problem(data: bytes, key: str, value: object) -> None:
    assert changed(data, (*CITED, key), value)


@mark.parametrize("key", ["stories", "origins", "pipeline", "storylines", "rejected"])
def test_a_record_out_of_its_format_is_a_problem(data: bytes, key: str) -> None:
    assert "not in its format" in changed(data, (key,), None)[0]
    assert "not in its format" in changed(data, (key,), 3)[0]


@mark.parametrize(
    ("key", "value", "words"),
    [
        ("title", "Bridge mended", "begin with its title"),
        ("byline", ["Nobody Here"], "does not stand on its page"),
        ("place", "Atlantis", "does not stand on its page"),
        ("published", {"earliest": "2031-04-09", "latest": "2031-04-07", "basis": "stated"}, "cannot be published"),
        ("published", {"earliest": "2031-04-07", "latest": "2031-04-07", "basis": "unknown"}, "cannot be published"),
        ("published", {"earliest": "2031-04-07", "latest": "2031-04-07", "basis": "url"}, "does not hold the day"),
        ("published", {"earliest": "tomorrow", "latest": "tomorrow", "basis": "stated"}, "are no days"),
        ("published", {"earliest": None, "latest": "2031-04-07", "basis": "stated"}, "half told"),
    ],
)
def test_what_an_article_does_not_bear_out_is_a_problem(data: bytes, key: str, value: object, words: str) -> None:
    assert any(words in problem for problem in changed(data, ("articles", 0, key), value))


@mark.parametrize(
    ("key", "value"),
    [
        ("label", "corroborated"), ("label", "unsourced"), ("origins", 0), ("origins", 2), ("outlets", 3), ("texts", 3),
        ("unsourced", 2), ("unsourced", -1),
    ],
)  # fmt: skip
def test_the_numbers_of_a_claim_are_those_of_its_statements(data: bytes, key: str, value: object) -> None:
    assert changed(data, (*CLAIM, key), value)


def test_statements_without_origins_make_no_corroborated_claim(data: bytes) -> None:
    sourced = next(at for at in range(2) if msgspec.json.decode(data)["stories"][0]["claims"][0]["statements"][at]["origins"])
    path = (*CLAIM, "statements", sourced, "origins")
    assert any("rest on 0 to 0 origins" in problem for problem in changed(data, path, []))
    assert any("not in the record" in problem for problem in changed(data, path, ["o9"]))


def one_store() -> tuple[SqliteStore, Article, Analysis]:
    one = replace(article("Bridge shut\n\nIt is shut, she said. It stays so."), credits=())
    one = replace(one, notes=(Note("byline", "Ines Palder", 3, 14),))
    sentences = (Span(one.id, 0, 11), Span(one.id, 13, 34))
    return SqliteStore(":memory:"), one, Analysis(one.id, sentences, (), (), (), (), (), ())


def told_of(one: Article, analysis: Analysis, store: SqliteStore) -> list[str]:
    page = Page(one.file, None, None, "text/plain", hashlib.sha256(b"x").hexdigest(), (), b"x")
    with closing(store):
        store.add([Outcome(page, one, analysis)], "p")
        return verify_store(store)


def test_a_store_as_it_was_filled_is_sound() -> None:
    store, one, analysis = one_store()
    assert told_of(one, analysis, store) == []


def test_sentences_out_of_order_and_spans_elsewhere_are_found() -> None:
    store, one, analysis = one_store()
    assert "not in order" in told_of(one, replace(analysis, sentences=analysis.sentences[::-1]), store)[0]
    store, one, analysis = one_store()
    assert "are not in article" in told_of(one, replace(analysis, sentences=(Span(one.id, 0, 99),)), store)[0]
    store, one, analysis = one_store()
    assert "it is in article" in told_of(one, replace(analysis, sentences=(Span("other", 0, 9),)), store)[0]


def test_fields_that_no_note_bears_out_are_found() -> None:
    store, one, analysis = one_store()
    assert "none of its notes" in told_of(replace(one, credits=("AP",)), analysis, store)[0]
    store, one, analysis = one_store()
    assert "outside its matter" in told_of(replace(one, notes=(Note("byline", "Ines Palder", 3, 99),)), analysis, store)[0]


@mark.parametrize("found", [b"garbage", zlib.compress(b"garbage"), zlib.compress(b"3")])
@mark.parametrize("shelf", ["findings", "record False"])
def test_garbage_in_the_cache_is_found(found: bytes, shelf: str) -> None:
    store, one, analysis = one_store()
    with store._writing() as connection:
        connection.execute("INSERT INTO cache VALUES ('k', ?, ?)", (shelf, found))
    assert "cache k" in told_of(one, analysis, store)[0]
