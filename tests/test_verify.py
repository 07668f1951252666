"""A record whose texts or citations were touched is found out."""

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from invented import small_material
from pytest import fixture, raises

from dateline.errors import BadInput
from dateline.record import encode
from dateline.verify import citations, count_citations, verify_record
from dateline.views import assemble


@fixture(scope="module")
def data() -> bytes:
    material, kept = small_material()
    return encode(assemble(material, kept, analysis=True))


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
