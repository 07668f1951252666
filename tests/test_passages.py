"""Passages that judgements name, and where their words stand in another version of an article."""

from hypothesis import given
from hypothesis import strategies as st
from pytest import mark

from dateline.judgements import judge, read_anew
from dateline.passages import find_stated, follow_passages, moved, passage_name, passage_named
from dateline.types import Span

OLD = "The ferry sank off Halden. Twelve people died. The owner said that twelve people died in the cabin."


def span(words: str, text: str = OLD, article: str = "old", *, last: bool = False) -> Span:
    at = text.rindex(words) if last else text.index(words)
    return Span(article, at, at + len(words))


@given(st.text(min_size=1, max_size=20), st.integers(0, 10**9 - 1), st.integers(0, 10**9 - 1))
def test_a_name_leads_back_to_its_passage(article: str, start: int, end: int) -> None:
    assert passage_named(passage_name(Span(article, start, end))) == (None if "\n" in article else Span(article, start, end))


@mark.parametrize("name", ["", "b6f0a1c2", "b6f0:12", "b6f0:a-b", ":1-2"])
def test_other_names_are_of_no_passage(name: str) -> None:
    assert passage_named(name) is None


@mark.parametrize(
    ("place", "new", "there"),
    [
        (span("The ferry sank off Halden"), f"Update: {OLD}", span("The ferry sank off Halden", f"Update: {OLD}", "new")),
        (span("people died", last=True), f"At sea: {OLD}", span("people died", f"At sea: {OLD}", "new", last=True)),
        (span("The ferry sank off Halden"), OLD.replace("sank", "burnt"), None),
        (span("died"), "Prices rose. The plant died.", None),
        (span("The ferry sank off Halden"), "The ferry sank off Halden. The ferry sank off Halden.", span(
            "The ferry sank off Halden", "The ferry sank off Halden", "new")),
        (span("people died"), "people died people died", None),
    ],
)  # fmt: skip
def test_a_passage_goes_where_its_words_and_what_is_around_them_stand(place: Span, new: str, there: Span | None) -> None:
    assert moved(place, OLD, new, "new") == there


@given(st.text(alphabet="ab. ", max_size=40), st.text(alphabet="ab. ", max_size=40), st.data())
def test_what_was_moved_has_the_same_words(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    place = Span("old", start, data.draw(st.integers(start, len(old))))
    there = moved(place, old, new, "new")
    assert there is None or (there.article, new[there.start : there.end]) == ("new", old[place.start : place.end])


def test_the_statement_of_a_passage_is_the_one_there_though_its_bounds_have_changed() -> None:
    places = {"clause": Span("a", 10, 60), "figure": Span("a", 20, 26), "other": Span("b", 10, 60)}
    names = ["a:10-60", "a:20-26", "a:12-66", "a:70-90", "a:20-60", "c:10-60", "story"]
    assert find_stated(names, places) == {
        "a:10-60": "clause", "a:20-26": "figure", "a:12-66": "clause", "a:20-60": "clause",
    }  # fmt: skip


def test_judgements_follow_passages_through_readings_and_revisions() -> None:
    texts = {"now": OLD, "newest": f"Update. {OLD}"}
    first = span("The ferry sank off Halden", article="now")
    made = judge("same claim", "former:3-28", passage_name(first), by="Ines", when="2031-04-07T00:00:00.000Z")
    anew = read_anew(passage_name(first), "former:3-28")
    there = passage_name(span("The ferry sank off Halden", texts["newest"], "newest"))
    followed = follow_passages([made, anew], texts, {"now": "newest", "newest": "newest"})
    assert (followed[0].id, followed[0].left, followed[0].right) == (made.id, there, there)
    gone = follow_passages([made, anew], {"now": OLD, "newest": "Nothing of it."}, {"now": "newest", "newest": "newest"})
    assert (gone[0].left, gone[0].right) == (passage_name(first),) * 2
