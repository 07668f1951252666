import pytest

from dateline.evaluate.quotes import quoted_places, score
from dateline.types import Attribution, Span

TEXT = 'Anna Keller said the dam held. "Nobody was hurt that night," said Keller.'


def gold(source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int]) -> dict[str, list[tuple[int, int]]]:
    return {"source": [source], "cue": [cue], "content": [content]}


def given(source: tuple[int, int], cue: tuple[int, int], content: tuple[int, int]) -> Attribution:
    return Attribution(Span("", *source), None, None, Span("", *cue), (Span("", *content),), "direct", "said")


ROW = {"text": TEXT, "attributions": [gold((0, 11), (12, 16), (17, 29)), gold((66, 72), (61, 65), (31, 60))]}


def test_a_perfect_answer_scores_one() -> None:
    answer = (given((0, 11), (12, 16), (17, 29)), given((66, 72), (61, 65), (31, 60)))
    figures = score([ROW], [answer])
    assert {figures[name] for name in figures if name.endswith("_f")} == {1.0}
    assert figures["triple_exact_gold"] == 2
    assert figures["direct_gold"] == 1


def test_half_of_the_words_overlap_but_are_not_exact() -> None:
    figures = score([ROW], [(given((5, 11), (12, 16), (17, 29)),)])
    assert figures["source_overlap_r"] == pytest.approx(0.5)
    assert figures["source_exact_r"] == 0
    assert figures["triple_overlap_p"] == 1


def test_no_answer_scores_nothing() -> None:
    figures = score([ROW], [()])
    assert figures["content_overlap_f"] == 0
    assert figures["direct_f"] == 0


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "“One.\n\nTwo “three” four."
    assert [text[start:end] for start, end in quoted_places(text)] == ["One.", "three"]
