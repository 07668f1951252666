"""What differs between two versions of a text."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.differences import differences


def shown(old: str, new: str) -> list[tuple[str, str]]:
    return [(old[a:b], new[c:d]) for (a, b), (c, d) in differences(old, new)]


def test_words_changed_added_and_cut() -> None:
    assert shown("Twelve died on Monday.", "Fourteen died on Monday.") == [("Twelve", "Fourteen")]
    assert shown("The pier was shut.", "The pier was shut. It will open in June.") == [("", "It will open in June.")]
    assert shown("The old pier was shut.", "The pier was shut.") == [("old", "")]
    assert shown("It was to open.", "It will soon open.") == [("was to", "will soon")]
    assert shown("One  two\n\nthree", "One two three") == []


def test_changes_with_two_words_between_them_are_one() -> None:
    assert shown("Nine of the crew and two others drowned.", "Ten of the staff and two others drowned.") == [
        ("Nine of the crew", "Ten of the staff")
    ]


@given(st.text("ab ,", max_size=40), st.text("ab ,", max_size=40))
def test_what_does_not_differ_is_the_same(old: str, new: str) -> None:
    found = list(differences(old, new))
    kept = []
    for text, ranges in ((old, [a for a, _ in found if a != (0, 0)]), (new, [b for _, b in found if b != (0, 0)])):
        assert ranges == sorted(ranges)
        left = text
        for start, end in reversed(ranges):
            left = left[:start] + " " + left[end:]
        kept.append(left.split())
    assert "".join(kept[0]) == "".join(kept[1])
