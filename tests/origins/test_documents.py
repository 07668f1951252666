"""A document is the word of whoever made it, where that is told."""

import pytest

from dateline.origins.documents import author_of


@pytest.mark.parametrize(
    ("source", "author"),
    [
        ("a University of Halden study", "University of Halden"),
        ("a new Tarne Institute survey", "Tarne Institute"),
        ("final figures published by the commission", "commission"),
        ("a list kept by the Blue Anchor charity", "Blue Anchor"),
        ("minutes of the county council", "county council"),
        ("the board’s annual report", "board"),
        ("notice which the Harbour Authority sent to tenants on Monday", "Harbour Authority"),
        ("A letter sent by the Miners' Union to the ministry", "Miners' Union"),
        ("Keller’s letter to the council", "Keller"),
        ("the Miners’ Union’s list", "Miners’ Union"),
        ("minutes of a meeting", None),
        ("a report that the Interior Ministry rejected", None),
        ("a letter that Norvik received", None),
        ("A report from Geneva", None),
        ("A study of Lake Orlo", None),
        ("A survey of Norvik workers", None),
        ("Monday's report", None),
        ("Initial findings", None),
        ("a letter", None),
        ("Olga Brandt", None),
        ("the List Party", None),
        ("", None),
    ],
)
def test_the_author_of_a_document(source: str, author: str | None) -> None:
    assert author_of(source) == author


def test_a_long_source_is_read_in_time() -> None:
    assert author_of("the report of " * 5_000) is None
    assert author_of("a " * 20_000 + "report") is None
