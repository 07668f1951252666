"""Every citation is exact, whatever the text holds."""

from hypothesis import given
from hypothesis import strategies as st
from invented import article
from pytest import mark, raises

from dateline.errors import CitationBroken
from dateline.record import encode
from dateline.types import Span
from dateline.verify import broken_citations
from dateline.views.cite import AROUND, cite

# Astral characters, combining marks, bidirectional and zero-width characters, line separators; no surrogates, which are no text.
TEXTS = st.text(st.characters(exclude_categories=("Cs",)), min_size=1)


@given(text=TEXTS, matter=TEXTS, data=st.data(), part=st.sampled_from(["text", "matter"]))
def test_a_citation_holds_the_words_at_its_offsets(text: str, matter: str, data: st.DataObject, part: str) -> None:
    one = article(text, matter=matter)
    whole = text if part == "text" else matter
    start = data.draw(st.integers(0, len(whole) - 1))
    end = data.draw(st.integers(start + 1, len(whole)))
    evidence = cite(one, Span(one.id, start, end, part))
    assert evidence.exact == whole[start:end]
    assert evidence.prefix + evidence.exact + evidence.suffix == whole[max(0, start - AROUND) : end + AROUND]
    assert (evidence.revision, evidence.part) == (one.revision, part)


@given(text=TEXTS, data=st.data())
def test_a_citation_survives_json_and_any_other_offset_is_found_out(text: str, data: st.DataObject) -> None:
    import msgspec

    one = article(text)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    record = msgspec.json.decode(encode({"superseded": [], "articles": [one], "told": cite(one, Span(one.id, start, end))}))
    assert broken_citations(record) == []
    moved = data.draw(st.integers(0, len(text)))
    record["told"]["start"] = moved
    same = moved < end and one.text[moved:end] == one.text[start:end] and moved == start
    assert bool(broken_citations(record)) is not same


@mark.parametrize(("start", "end"), [(-1, 2), (0, 0), (3, 2), (0, 99)])
def test_a_span_outside_its_text_is_an_error(start: int, end: int) -> None:
    one = article("Bridge shut")
    with raises(CitationBroken):
        cite(one, Span(one.id, start, end))


def test_a_span_of_another_article_is_an_error() -> None:
    with raises(CitationBroken):
        cite(article("Bridge shut"), Span("0" * 16, 0, 6))
