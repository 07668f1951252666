"""What an actor says on one matter over time, from invented articles, and how that is scored."""

from pathlib import Path

from pytest import approx, fixture, raises

from dateline.evaluate.positions import Label, evaluate, locate, read_storyline, score
from dateline.types import Article, Published
from dateline.views.document import Record
from dateline.views.terms import count_telling

STORYLINE = '''
[matters]
close = "the city closes the Tarne bridge"

[[articles]]
file = "1.txt"
outlet = "The Varnholt Courier"
date = "2031-04-07"
text = """
Mayor of Varnholt denies bridge plan

VARNHOLT — Mayor Olga Brandt denied on Monday that the city would close the Tarne bridge in Varnholt.

Brandt said that the school was safe. Engineer Jon Ilves declined to comment.
"""
said = """
denied | the city would close the Tarne bridge | Olga Brandt | denied | yes | close | against
declined | to comment | Jon Ilves | refused | no | - | no comment
"""

[[articles]]
file = "2.txt"
outlet = "Tarne Radio"
date = "2031-04-11"
text = """
Mayor of Varnholt confirms bridge plan

VARNHOLT — Mayor Olga Brandt confirmed on Friday that the city would close the Tarne bridge in Varnholt.
"""
said = """
confirmed | the city would close the Tarne bridge | Olga Brandt | confirmed | yes | close | for
"""
'''


@fixture(scope="module")
def told(tmp_path_factory) -> tuple[list[Label], Record]:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("positions") / "a-bridge.toml"
    path.write_text(STORYLINE, encoding="utf-8")
    return read_storyline(path)


def test_a_change_of_sides_is_told_with_both_quotes(told: tuple[list[Label], Record]) -> None:
    labels, record = told
    positions = {one.id: one for story in record.stories for one in story.positions}
    (position,) = positions.values()
    quotes = {quote.id: quote for story in record.stories for quote in story.quotes}
    assert position.actor == "Olga Brandt" and position.entity is not None
    assert [(cell.date, cell.stance, cell.side) for cell in position.cells] == [
        ("2031-04-07", "denied", "against"),
        ("2031-04-11", "confirmed", "for"),
    ]
    assert all(quotes[cell.quote].evidence == cell.evidence for cell in position.cells)
    assert [(one.earlier, one.later) for one in position.changes] == [(labels[0].quote, labels[2].quote)]
    assert "close the Tarne bridge" in position.matter.evidence.exact


def test_each_figure_counts_what_it_says(told: tuple[list[Label], Record]) -> None:
    figures = score([told])
    assert figures["found"] == figures["labels_gold"] == 3
    assert (figures["pairs_gold"], figures["changes_gold"]) == (1, 1)
    shares = ("stances_right", "sides_right", "matters_precision", "matters_recall", "changes_precision", "changes_recall")
    assert [figures[name] for name in shares] == approx([1.0] * len(shares))


def test_words_that_only_point_name_no_matter() -> None:
    assert count_telling("it") == count_telling("that") == count_telling("the claim") == 0
    assert count_telling("that rubber bullets had been fired") > 2


def test_words_that_stand_twice_are_those_beside_their_cue() -> None:
    text = "The plan is old. The plan, she said, failed."
    article = Article("a", "r", None, "f", None, None, (), Published(None, None, "unknown"), None, (), "en", text, "")
    cue, content = locate(article, "said", "The plan")
    assert (text[cue.start : cue.end], content.start) == ("said", 17)
    with raises(ValueError, match="lacks"):
        locate(article, "said", "the bridge")


def test_a_folder_without_storylines_is_told_so(tmp_path: Path) -> None:
    with raises(FileNotFoundError):
        evaluate(tmp_path)
