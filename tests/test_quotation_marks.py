from hypothesis import given
from hypothesis import strategies as st

from dateline.quotation_marks import find_quotations


def quoted(text: str) -> list[str]:
    return [text[one.start : one.end] for one in find_quotations(text)]


def test_straight_curly_doubled_and_angle_marks() -> None:
    assert quoted('She said "no" twice.') == ['"no"']
    assert quoted("She said “no” twice.") == ["“no”"]
    assert quoted("''No,'' she said.") == ["''No,''"]
    assert quoted("Sie sagte «no» dort.") == ["«no»"]


def test_british_single_marks_and_apostrophes() -> None:
    assert quoted("'We won't go,' he said.") == ["'We won't go,'"]
    assert quoted("‘The miners’ pay is due,’ he said.") == ["‘The miners’ pay is due,’"]
    assert quoted("The miners' pay wasn't late in the '90s.") == []


def test_only_the_outermost_of_nested_quotations() -> None:
    assert quoted("“He told me ‘never’ again,” she said.") == ["“He told me ‘never’ again,”"]
    assert quoted("'He told me \"never\" again,' she said.") == ["'He told me \"never\" again,'"]


def test_a_quotation_over_paragraphs() -> None:
    text = "“One thing is sure.\n\n“Another is not,” she said."
    first, second = find_quotations(text)
    assert text[first.start : first.end] == "“One thing is sure." and first.runs_on
    assert text[second.start : second.end] == "“Another is not,”" and not second.runs_on


def test_a_lone_inch_mark_opens_nothing() -> None:
    assert quoted('The 6" pipe burst.\n\nNobody was hurt.') == []


@given(st.text(alphabet="ab \n\"'“”‘’«»,.", max_size=120))
def test_quotations_are_in_order_and_apart(text: str) -> None:
    end = 0
    for one in find_quotations(text):
        assert end <= one.start < one.end <= len(text)
        end = one.end


def test_brackets_of_other_scripts_and_single_angles() -> None:
    assert quoted("He said 「we will manage」 and ‹we go›.") == ["「we will manage」", "‹we go›"]
    assert quoted("「He told me 『never』 again」 she said.") == ["「He told me 『never』 again」"]


def test_marks_of_one_kind_inside_each_other() -> None:
    assert quoted("“He called it a “peace” plan and a “gift” to all,” she said.") == [
        "“He called it a “peace” plan and a “gift” to all,”"
    ]
    assert quoted("«Il a dit «oui» hier», she said.") == ["«Il a dit «oui» hier»"]
    assert quoted("“One“ he said. “Two,” she said.") == ["“One“", "“Two,”"]


def test_closing_marks_on_both_sides() -> None:
    assert quoted("“Yes,” he said, ”but not now,” and left.") == ["“Yes,”", "”but not now,”"]
    assert quoted("The 27” screen broke.") == []


def test_a_mark_right_behind_a_colon_opens() -> None:
    assert quoted('She said:"There is no room here" and left.') == ['"There is no room here"']
    assert quoted('He "said:" nothing.') == ['"said:"']


def test_inches_and_feet_inside_close_nothing() -> None:
    assert quoted('"I am 6\'2" tall," he said.') == ['"I am 6\'2" tall,"']
    assert quoted("“I like the 27” screen,” he said.") == ["“I like the 27” screen,”"]
    assert quoted('"We lost 20" and "they lost 30" he said.') == ['"We lost 20"', '"they lost 30"']


def test_a_letter_between_apostrophes_is_no_quotation() -> None:
    assert quoted("They played rock 'n' roll and drum ’n’ bass.") == []


def test_a_quotation_that_the_next_paragraph_closes() -> None:
    assert quoted("“One is sure.\n\nAnother is not,” she said. “No.”") == ["“One is sure.", "Another is not,”", "“No.”"]
    assert quoted('"One is sure.\n\nAnother is not," she said.') == ['"One is sure.', 'Another is not,"']
    assert quoted('A 6" pipe.\n\nThe "old" one.') == ['"old"']
