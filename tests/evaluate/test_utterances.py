"""The scorer of utterances, on a record made of the sample pages' own speech."""

from pathlib import Path

import dateline
from dateline.evaluate.utterances import score

PAGES = {
    "bay/1.txt": "Bay Post\n\nAlarm hearing opens in Halden\n\n3 March 2031\n\n“The alarm rang for nine minutes and "
    "nobody came,” Petra Hollis told the inquiry on Monday in Halden.\n\n“I slept,” said Olga Brandt.\n",
    "bay/2.txt": "Coast Mail\n\nAlarm hearing in Halden told of delay\n\n3 March 2031\n\n“The alarm rang for five minutes and "
    "nobody came,” Petra Hollis told the inquiry on Monday in Halden.\n",
}
GOLD = {
    "storylines": [{"id": "bay", "half": "A"}],
    "acts": [
        {"id": "p", "storyline": "bay", "speaker": "Petra Hollis", "kind": "altered", "marks": ["number"]},
        {"id": "o", "storyline": "bay", "speaker": "Olga Brandt"},
    ],
    "quotations": [
        {"act": "p", "file": "bay/1.txt", "exact": ["The alarm rang for nine minutes"]},
        {"act": "o", "file": "bay/1.txt", "exact": ["I slept"]},
        {"act": "p", "file": "bay/2.txt", "exact": ["The alarm rang for five minutes"]},
    ],
    "tempting": [{"a": "p", "b": "o", "why": "one hearing"}],
}


def test_groups_kinds_and_marks_are_scored(tmp_path: Path) -> None:
    for name, text in PAGES.items():
        page = tmp_path / "pages" / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(text, encoding="utf-8")
    figures = score(dateline.report([tmp_path / "pages"]), GOLD)
    assert (figures["pairs_f"], figures["kinds_right"], figures["marks_precision"], figures["marks_recall"]) == (1, 1, 1, 1)
    assert (figures["pairs_gold"], figures["groups_gold"], figures["tempting_fallen_for"]) == (1, 1, 0)
    assert figures["a_pairs_f"] == figures["pairs_f"]
