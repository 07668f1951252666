"""What an actor says on one matter over time, from invented articles, and how that is scored."""

from pathlib import Path

from pytest import MonkeyPatch, approx, fixture, raises

from dateline.data import lines
from dateline.evaluate.positions import Label, evaluate, locate, read_storyline, score
from dateline.types import Article, Published, Span
from dateline.views.document import Record, RecordPosition
from dateline.views.matters import RECENT, Saying, _Heard, find_matters
from dateline.views.terms import MOST, Stems, count_telling, is_turned, reader_of, stem

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


def positions_in(folder: Path, *articles: tuple[str, str]) -> list[RecordPosition]:
    """The positions of a storyline of articles, each with its day and text."""
    rows = "".join(
        f'[[articles]]\nfile = "{day}.txt"\noutlet = "Tarne Radio {day}"\ndate = "{day}"\ntext = """\n{text}\n"""\nsaid = ""\n'
        for day, text in articles
    )
    path = folder / "a.toml"
    path.write_text(rows, encoding="utf-8")
    _, record = read_storyline(path)
    told = {one.id: one for story in record.stories for one in story.positions}
    return [told[key] for key in sorted(told)]


HEAD = "Row over the Tarne bridge in Varnholt\n\nVARNHOLT — The Tarne bridge in Varnholt is in the news again. "


def test_opposites_are_one_matter_with_sides_on_what_was_said_first(tmp_path: Path) -> None:
    (one,) = positions_in(
        tmp_path,
        ("2031-04-07", HEAD + "Mayor Olga Brandt said on Monday that the Tarne bridge would close."),
        ("2031-04-11", HEAD + "Mayor Olga Brandt said on Friday that the Tarne bridge would stay open."),
    )
    assert [cell.side for cell in one.cells] == ["for", "against"]
    assert len(one.changes) == 1


def test_a_denial_and_its_opposite_are_no_change(tmp_path: Path) -> None:
    (one,) = positions_in(
        tmp_path,
        ("2031-04-07", HEAD + "Mayor Olga Brandt said on Monday that the Tarne bridge would not close."),
        ("2031-04-11", HEAD + "Mayor Olga Brandt said on Friday that the Tarne bridge would stay open."),
    )
    assert [cell.side for cell in one.cells] == ["against", "against"] and not one.changes


def test_who_holds_a_role_is_known_by_it(tmp_path: Path) -> None:
    (one,) = positions_in(
        tmp_path,
        ("2031-04-07", HEAD + "The engineer, Jon Ilves, denied on Monday that the Tarne bridge was unsafe."),
        ("2031-04-11", HEAD + "The engineer admitted on Friday that the Tarne bridge was unsafe. Jon Ilves is 40."),
    )
    assert one.actor == "Jon Ilves" and len(one.cells) == 2


def test_a_bare_noun_is_the_body_that_the_article_names(tmp_path: Path) -> None:
    (one,) = positions_in(
        tmp_path,
        ("2031-04-07", HEAD + "The transport ministry denied on Monday that it had closed the Tarne bridge."),
        ("2031-04-11", HEAD + "A transport ministry paper is out. The ministry admitted that it had closed the Tarne bridge."),
    )
    assert one.actor == "transport ministry" and [cell.side for cell in one.cells] == ["against", "for"]


def test_quoted_words_go_on_from_what_was_said_before_them(tmp_path: Path) -> None:
    (one,) = positions_in(
        tmp_path,
        ("2031-04-07", HEAD + "Mayor Olga Brandt said that the Tarne bridge would close. “There is no money left,” Brandt said."),
        ("2031-04-11", HEAD + "Work on the Tarne bridge in Varnholt begins in May, engineer Jon Ilves said on Friday."),
    )
    assert (one.actor, len(one.cells)) == ("Olga Brandt", 2)


def test_what_somebody_else_is_said_to_deny_is_no_change(tmp_path: Path) -> None:
    told = positions_in(
        tmp_path,
        ("2031-04-07", HEAD + "Mayor Olga Brandt said on Monday that the Tarne bridge would close."),
        ("2031-04-11", HEAD + "Mayor Olga Brandt said on Friday that Jon Ilves denied that the Tarne bridge would close."),
    )
    assert not any(one.changes for one in told)


def test_a_spokeswoman_speaks_for_the_body_before_her(tmp_path: Path) -> None:
    (one,) = positions_in(
        tmp_path,
        (
            "2031-04-07",
            HEAD + "The coast guard said the search was over. It was not planning to lift the wreck, a spokeswoman said.",
        ),
        ("2031-04-11", HEAD + "The coast guard said on Friday that it would lift the wreck."),
    )
    assert one.actor == "coast guard" and [cell.side for cell in one.cells] == ["against", "for"]


def test_quoted_words_are_on_what_they_are_told_beside(tmp_path: Path) -> None:
    told = positions_in(
        tmp_path,
        ("2031-04-07", HEAD + "The city wants to shut the library. “The library is a hard decision,” Mayor Olga Brandt said."),
        ("2031-04-11", HEAD + "Mayor Olga Brandt said on Friday that the library would stay open."),
    )
    assert [[cell.side for cell in one.cells] for one in told] == [["for", "against"]]


def test_the_parts_are_scored_alone_and_the_unnamed_figures_are_of_the_first_two(tmp_path: Path) -> None:
    for part in "abc":
        (tmp_path / f"{part}-bridge.toml").write_text(STORYLINE, encoding="utf-8")
    figures = evaluate(tmp_path)
    assert [figures[f"{part}labels_gold"] for part in ("", "a_", "b_", "c_", "all_")] == [6, 3, 3, 3, 9]


def saying(actor: str, *words: str) -> Saying:
    return Saying(actor, Stems(words=frozenset(words), acts=frozenset(words[:1]), main=words[0]))


def test_only_what_one_actor_says_in_like_words_is_one_matter() -> None:
    told = [saying("a", "clos", "bridge", "tarn"), saying("b", "clos", "bridge", "tarn"), saying("a", "sing", "opera", "hall")]
    told.append(saying("a", "clos", "bridge", "month"))
    assert find_matters(told, [None] * 4) == [[0, 3], [1], [2]]


def test_names_alone_make_no_matter() -> None:
    names = frozenset({"south", "marenia"})
    one = Stems(words=names | {"troop", "stay"}, names=names)
    other = Stems(words=names | {"fish", "price"}, names=names)
    assert find_matters([Saying("a", one), Saying("a", other)], [None] * 2) == [[0], [1]]


def test_what_only_points_is_on_what_was_said_right_before() -> None:
    told = [saying("a", "clos", "bridge"), Saying("a", Stems(words=frozenset({"excus"}), points=True))]
    assert find_matters(told, [None, 0]) == [[0, 1]] and find_matters(told, [None, None]) == [[0], [1]]


def test_each_saying_is_compared_with_a_bounded_number_of_others(monkeypatch: MonkeyPatch) -> None:
    compared = 0
    likeness = _Heard._likeness

    def counted(self: _Heard, one: Saying, size: int, place: int, shared: int) -> int:
        nonlocal compared
        compared += 1
        return likeness(self, one, size, place, shared)

    monkeypatch.setattr(_Heard, "_likeness", counted)
    find_matters([saying("a", "bridge", f"word{number}") for number in range(400)], [None] * 400)
    assert compared <= RECENT * 400


def test_a_long_quote_is_read_up_to_a_bound() -> None:
    text = " ".join(f"bridge word{chr(97 + number % 26)} close" for number in range(9000))
    article = Article("a", "r", None, "f", None, None, (), Published(None, None, "unknown"), None, (), "en", text, "")
    assert len(reader_of(article, ()).told_in([Span("a", 0, len(text))])) <= MOST


def test_words_of_one_question_have_one_stem() -> None:
    assert {stem(word) for word in ("closure", "closing", "shut", "reopen")} == {stem("close")}
    assert stem("paid") == stem("wages") == stem("owe") and stem("bridge") != stem("close")
    assert is_turned("reopen") and not is_turned("shut")
    assert stem("lay") != stem("liar")


def test_a_word_answers_one_question_only() -> None:
    told = [word for line in lines("matter_words.txt") for word in line.replace(":", " ").split()]
    assert sorted(told) == sorted(set(told))
