"""Stems, aligned F, and timelines of a few invented articles."""

import gzip
import json
from pathlib import Path

from pytest import approx, mark

from dateline.evaluate import load_task
from dateline.evaluate.alignment import compare
from dateline.evaluate.porter import stem
from dateline.evaluate.timeline import predict, tellings_of

ROWS = [
    {
        "id": f"{outlet}-{day}",
        "date": day,
        "text": f"The Dunmere ferry sank off Sollen on {told} .\nEleven people were aboard the Dunmere ferry .\n{rest}",
    }
    for outlet, day, told, rest in (
        ("post", "2031-04-07", "Sunday", "Prices in the markets of the capital rose again that week ."),
        ("star", "2031-04-08", "Sunday", "Divers reached the wreck of the ferry on Tuesday , the coast guard said ."),
        ("echo", "2031-05-20", "April 6", "A hearing on the ferry opened in Sollen on Tuesday ."),
    )
]


STEMS = (
    "caresses:caress ponies:poni ties:tie agreed:agre plastered:plaster hopping:hop falling:fall filing:file happy:happi"
    " enjoy:enjoy relational:relat geology:geolog triplicate:triplic adoption:adopt controlling:control skies:sky dying:die"
    " is:is sing:sing outings:outing hopefulness:hope rate:rate died:die spied:spi"
)


@mark.parametrize("pair", STEMS.split())
def test_stems(pair: str) -> None:
    word, _, expected = pair.partition(":")
    assert stem(word) == expected


def test_a_timeline_agrees_with_itself() -> None:
    one = {"2031-04-06": ["The ferry sank off Sollen ."], "2031-04-08": ["Divers reached the wreck ."]}
    found = compare(one, one, frozenset({"the", "off"}))
    assert (found.one, found.two) == (approx(1.0), approx(1.0))


def test_a_day_that_is_off_counts_less_and_function_words_do_not_count() -> None:
    gold, stop = {"2031-04-06": ["The ferry sank ."]}, frozenset({"the"})
    assert compare({"2031-04-07": ["The ferry sank ."]}, gold, stop).one == approx(0.5)
    assert compare({"2031-04-06": ["The ship burned ."]}, gold, stop).one == 0.0
    assert compare({}, gold, stop).one == 0.0


def test_the_day_that_most_name_comes_first_told_by_what_they_agree_on() -> None:
    told = [tellings_of(row) for row in ROWS]
    found = predict(ROWS, told, days=2, per_day=1)
    assert list(found) == ["2031-04-06", "2031-04-08"]
    assert "sank off Sollen" in found["2031-04-06"][0]


def test_the_task_reads_timelines_beside_their_articles(tmp_path: Path) -> None:
    folder, words = tmp_path / "timeline" / "t17", tmp_path / "scorers" / "data"
    folder.mkdir(parents=True)
    words.mkdir(parents=True)
    (words / "smart_common_words.txt").write_text("the\nof\non\n")
    lines = "".join(json.dumps(row) + "\n" for row in ROWS)
    (folder / "ferry.articles.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    gold = {"id": "ferry-0", "dates": 1, "per_date": 1, "timeline": {"2031-04-06": ["The Dunmere ferry sank off Sollen ."]}}
    (folder / "ferry.timelines.jsonl").write_text(json.dumps(gold) + "\n")
    figures = load_task("timeline")(tmp_path / "timeline")
    assert figures["timelines"] == 1
    assert figures["date_f"] == 1.0
    assert figures["ar1_f"] > 0.8
