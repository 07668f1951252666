"""Long files piece by piece."""

import json
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from dateline.read import streams
from dateline.read.streams import elements_of, lines_of

VALUES = st.recursive(st.none() | st.integers() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))


@given(values=st.lists(VALUES), indent=st.sampled_from([None, 1]), chunk=st.integers(1, 20))
def test_an_array_comes_apart_into_its_elements_wherever_it_is_cut(values: list[object], indent: int | None, chunk: int) -> None:
    before, streams.CHUNK = streams.CHUNK, chunk
    try:
        found = list(elements_of(BytesIO(json.dumps(values, indent=indent, ensure_ascii=False).encode()), 1_000_000))
    finally:
        streams.CHUNK = before
    assert [json.loads(element) for element in found if element is not None] == values


@given(st.binary(max_size=300))
def test_any_bytes_come_apart(body: bytes) -> None:
    assert all(element is None or len(element) <= 50 for element in elements_of(BytesIO(body), 50))
    assert all(line is None or len(line.rstrip(b"\r\n")) <= 50 for line in lines_of(BytesIO(body), 50))


def test_what_is_too_long_is_passed_over_and_the_rest_goes_on() -> None:
    long = b'{"a": "' + b"x" * 200_000 + b'"}'
    assert list(elements_of(BytesIO(b"[1, " + long + b", {}]"), 100)) == [b"1", None, b" {}"]
    assert list(lines_of(BytesIO(b"1\n" + long + b"\n{}"), 100)) == [b"1\n", None, b"{}"]


def test_an_array_that_breaks_off_gives_what_there_is() -> None:
    assert list(elements_of(BytesIO(b'[{"a": 1}, {"b'), 100)) == [b'{"a": 1}', b' {"b']
