"""The sample coverage and its gold: invented, whole, and true to its pages."""

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html
from pytest import mark

EXAMPLES = Path(__file__).parents[1] / "examples"
COVERAGE = EXAMPLES / "coverage"
UNSEEN = ("script", "style", "noscript", "template", "head")
INLINE = (
    "a",
    "abbr",
    "b",
    "bdi",
    "button",
    "cite",
    "em",
    "i",
    "mark",
    "q",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "u",
)
GOLD = json.loads((EXAMPLES / "gold.json").read_text(encoding="utf-8"))
FILES = sorted(row["file"] for row in GOLD["articles"])


def squeezed(text: str) -> str:
    return " ".join(text.split())


@cache
def visible(file: str) -> str:
    """The text of a page that a reader sees, white space counting as one blank."""
    source = (COVERAGE / file).read_text(encoding="utf-8")
    return squeezed(source if file.endswith(".txt") else "".join(pieces(html.fromstring(source))))


def pieces(element: html.HtmlElement) -> Iterator[str]:
    if isinstance(element.tag, str) and element.tag not in UNSEEN:
        edge = "" if element.tag in INLINE else "\n"
        yield edge + (element.text or "")
        for child in element:
            yield from pieces(child)
        yield edge
    yield element.tail or ""


def cited(row: Any) -> Iterator[tuple[str, str]]:
    """The file and the words of every citation in a part of the gold; a time is cited by its context."""
    if isinstance(row, list):
        for item in row:
            yield from cited(item)
    elif isinstance(row, dict):
        if "file" in row and "exact" in row:
            yield row["file"], row.get("context", row["exact"])
        for value in row.values():
            yield from cited(value)


def test_every_citation_of_the_gold_stands_once_in_what_its_page_shows() -> None:
    told = sorted(set(cited(GOLD)))
    assert len(told) > 500
    wrong = [(file, words, count) for file, words in told if (count := visible(file).count(squeezed(words))) != 1]
    assert wrong == []


def test_every_time_of_the_gold_stands_in_its_context() -> None:
    assert [row for row in GOLD["times"] if row["exact"] not in row["context"]] == []
    assert all(row["earliest"] <= row["latest"] for row in GOLD["times"])


def test_the_gold_names_the_files_that_there_are() -> None:
    there = sorted(str(path.relative_to(COVERAGE)) for path in COVERAGE.rglob("*") if path.is_file())
    assert sorted(FILES + [row["file"] for row in GOLD["rejected"]]) == there
    assert len(set(FILES)) == len(FILES)


def test_there_is_enough_of_everything() -> None:
    stories = {row["story"] for row in GOLD["articles"]}
    open_ones = [row for row in GOLD["disagreements"] if row["relation"] in ("contradiction", "denial")]
    dated = Counter(row["published"] is None for row in GOLD["articles"])
    assert len(stories) >= 4
    assert len(FILES) >= 24
    assert len(open_ones) >= 20
    assert len(GOLD["tempting"]) >= 40
    assert dated[True] >= 2
    assert len(GOLD["rejected"]) == 1
    assert {".html", ".txt"} == {Path(file).suffix for file in FILES}
    assert {row["kind"] for row in GOLD["copies"]} >= {"copy", "rewrite"}
    assert {row["relation"] for row in GOLD["disagreements"]} >= {"contradiction", "denial", "update"}


def test_the_sides_of_a_gold_disagreement_differ_and_a_tempting_pair_is_of_two_places() -> None:
    for row in GOLD["disagreements"]:
        sides = [tuple((one["file"], one["exact"]) for one in value["statements"]) for value in row["values"]]
        assert len(sides) >= 2 and all(sides) and len(set(sides)) == len(sides), row["id"]
    assert all(row["a"] != row["b"] for row in GOLD["tempting"])


@mark.parametrize("kind", ["claims", "disagreements"])
def test_gold_ids_are_given_once(kind: str) -> None:
    ids = [row["id"] for row in GOLD[kind]]
    assert len(set(ids)) == len(ids)


def test_the_counts_of_a_gold_claim_fit_one_another() -> None:
    for row in GOLD["claims"]:
        files = {one["file"] for one in row["statements"]}
        assert row["texts"] <= len(files) and row["outlets"] <= len(files), row["id"]
        label = "unsourced" if row["origins"] == 0 else "corroborated" if row["origins"] > 1 else None
        assert row["label"] == (label or ("single origin" if row["outlets"] > 1 else "single outlet")), row["id"]
        assert len(row["origin_names"]) == row["origins"], row["id"]


@mark.parametrize("file", [*FILES, *(row["file"] for row in GOLD["rejected"])])
def test_every_page_says_that_it_is_invented(file: str) -> None:
    assert b"invented page" in (COVERAGE / file).read_bytes().lower()


def test_the_addresses_are_of_nobody() -> None:
    for file in FILES:
        source = (COVERAGE / file).read_text(encoding="utf-8")
        hosts = {part.split("/", 1)[0].split('"', 1)[0] for part in source.split("://")[1:]}
        assert all(host.endswith(".example") or host in ("schema.org", "www.w3.org") for host in hosts), (file, hosts)
