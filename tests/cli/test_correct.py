"""`dateline correct` on a store: merging, splitting, undoing, and what becomes of it when pages are added."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from invented import html_page, write_pages
from pytest import CaptureFixture, MonkeyPatch, fixture, mark, raises

from dateline.cli.program import run
from dateline.correct import corrections, merge, moment_of, take_over, undo
from dateline.engines.local import read_all
from dateline.errors import BadInput, NotFound
from dateline.ids import content_id
from dateline.intake import add_pages
from dateline.judgements import SAME_STORY, judge, read_anew
from dateline.record import encode, record_of
from dateline.settings import Settings
from dateline.stores import SqliteStore
from dateline.types import Analysis, Article, Judgement, Outcome, Page
from dateline.verify import verify_record

Do = Callable[..., tuple[int, str, str]]
FIRST = ("bridge-1.html", "bridge-2.html", "harvest-1.html", "harvest-2.html")
LATE = "bridge-3.html"
TITLES = {"bridge": "Bridge over the Tarne closed after crack is found", "harvest": "Frost destroys a third of the apple blossom"}


@fixture
def do(capfdbinary: CaptureFixture[bytes], tmp_path: Path) -> Do:
    """Runs the program on a store with four pages in two stories: exit code, standard output, standard error."""
    path = tmp_path / "a.sqlite"

    def _do(*arguments: object) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        code = run([*map(str, arguments), "--store", str(path)])
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return code, captured.out.decode(), captured.err.decode()

    assert _do("add", write_pages(tmp_path / "pages", *FIRST))[0] == 0
    return _do


def told(do: Do, *arguments: object) -> Any:
    code, out, err = do(*arguments, "--json")
    assert code == 0, err
    return json.loads(out)


def stories(do: Do) -> dict[str, dict[str, Any]]:
    """The stories by the first letters of their titles."""
    return {next(name for name, title in TITLES.items() if one["title"].startswith(title)): one for one in told(do, "stories")}


def articles(do: Do) -> dict[str, str]:
    """The articles' ids by file name."""
    return {one["file"].rpartition("/")[2]: one["id"] for one in told(do, "export")["articles"]}


def homes(do: Do) -> set[frozenset[str]]:
    """The stories as the files of their articles."""
    name = {identity: file for file, identity in articles(do).items()}
    return {frozenset(name[one] for one in story["articles"]) for story in told(do, "stories")}


BRIDGES, HARVESTS = frozenset(FIRST[:2]), frozenset(FIRST[2:])


def test_merge_then_a_further_page_then_split_then_undo(do: Do, tmp_path: Path) -> None:
    before = stories(do)
    bridge, harvest = before["bridge"]["id"], before["harvest"]["id"]
    code, out, _ = do("correct", "merge", bridge[:6], harvest, "--by", "Ines Palder", "--when", "2031-04-09")
    assert code == 0 and "Ines Palder (stands)" in out and "4 articles" in out
    assert homes(do) == {BRIDGES | HARVESTS}

    (tmp_path / "pages" / LATE).write_text(html_page(LATE), encoding="utf-8")
    assert do("add", tmp_path / "pages")[0] == 0
    assert homes(do) == {BRIDGES | HARVESTS | {LATE}}
    for former in (bridge, harvest, bridge[:6], harvest[:6]):
        code, out, _ = do("show", former)
        assert code == 0 and "corrected by Ines Palder on 2031-04-09" in out

    ids = articles(do)
    off = [ids[name][:8] for name in sorted(HARVESTS)]
    split = told(do, "correct", "split", harvest, *off, "--by", "Jon Ilves", "--when", "2031-04-10")["correction"]
    assert (split["state"], sorted(map(len, split["parts"]))) == ("stands", [2, 3])
    assert homes(do) == {BRIDGES | {LATE}, HARVESTS}
    after = stories(do)
    assert {one["id"] for one in after.values()} == {bridge, harvest}
    listed = told(do, "correct", "list")
    assert [(one["by"], one["state"]) for one in listed] == [("Ines Palder", "partly overruled"), ("Jon Ilves", "stands")]
    assert do("verify")[0] == 0

    code, out, _ = do("correct", "undo", split["judgements"][-1]["id"][:8])
    assert code == 0 and "(withdrawn)" in out
    assert homes(do) == {BRIDGES | HARVESTS | {LATE}}
    assert do("correct", "undo", told(do, "correct", "list")[0]["id"])[0] == 0
    assert homes(do) == {BRIDGES | {LATE}, HARVESTS}
    assert [one["state"] for one in told(do, "correct", "list")] == ["withdrawn", "withdrawn"]
    assert stories(do)["bridge"]["id"] == bridge and "corrected" not in do("show", bridge)[1]
    assert do("verify")[0] == 0


def test_split_into_another_story_and_a_late_page_goes_with_its_like(do: Do, tmp_path: Path) -> None:
    found, ids = stories(do), articles(do)
    harvest = found["harvest"]["id"]
    assert do("correct", "split", found["bridge"]["id"], ids["bridge-2.html"], "--into", harvest)[0] == 0
    (tmp_path / "pages" / LATE).write_text(html_page(LATE), encoding="utf-8")
    assert do("add", tmp_path / "pages")[0] == 0
    assert homes(do) == {frozenset({"bridge-1.html", LATE}), HARVESTS | {"bridge-2.html"}}
    shown = {one["id"]: one["corrected"] for one in told(do, "export")["stories"]}
    assert all(shown.values())
    listed = told(do, "correct", "list")[0]
    assert {one for corrected in shown.values() for one in corrected} == {one["id"] for one in listed["judgements"]}
    assert do("verify")[0] == 0


def test_a_correction_follows_a_new_revision(do: Do, tmp_path: Path) -> None:
    found, ids = stories(do), articles(do)
    assert do("correct", "split", found["bridge"]["id"], ids["bridge-2.html"])[0] == 0
    page = html_page("bridge-2.html").replace("14 million", "15 million")
    (tmp_path / "pages" / "bridge-2.html").write_text(page, encoding="utf-8")
    assert do("add", tmp_path / "pages")[0] == 0
    assert articles(do)["bridge-2.html"] != ids["bridge-2.html"]
    assert homes(do) == {frozenset({"bridge-1.html"}), frozenset({"bridge-2.html"}), HARVESTS}
    assert [one["state"] for one in told(do, "correct", "list")] == ["stands"]
    assert do("verify")[0] == 0


def test_corrections_survive_another_reading_of_the_pages(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    pages = write_pages(tmp_path / "pages", *FIRST)
    with closing(SqliteStore(":memory:")) as store:
        with monkeypatch.context() as patched:
            patched.setattr("dateline.intake.fingerprint", lambda: "older code")
            patched.setattr("dateline.intake.read_all", _read_otherwise)
            add_pages(store, [pages], Settings())
            record = record_of(store, Settings())
            merge(store, record, [one.id for one in record.stories], by="Ines", when="2031-04-09")
            before = {article.id for article in record.articles}
        after = record_of(store, Settings())
        assert before.isdisjoint(article.id for article in after.articles)
        (story,) = after.stories
        assert len(story.corrected) == 3
        assert [one.state for one in corrections(after)] == ["stands"]
        assert verify_record(json.loads(encode(after))) == []
        undo(store, story.corrected[0])
        assert len(record_of(store, Settings()).stories) == 2


def _read_otherwise(pages: Iterable[Page], settings: Settings) -> Iterator[list[Outcome]]:
    """What a former version may have made of the pages: a line more around each article."""
    for batch in read_all(pages, settings):
        found = []
        for outcome in batch:
            article, analysis = outcome.result, outcome.analysis
            assert isinstance(article, Article) and analysis is not None
            matter = f"{article.matter}\nShare this page"
            revision = content_id(article.text, matter)
            other = content_id(article.url, article.outlet, revision)
            text = encode(analysis).replace(article.id.encode(), other.encode())
            changed = msgspec.json.decode(text, type=Analysis)
            found.append(replace(outcome, result=replace(article, id=other, revision=revision, matter=matter), analysis=changed))
        yield found


def test_corrections_go_to_another_store_and_wait_for_their_pages(do: Do, tmp_path: Path) -> None:
    found = stories(do)
    made = told(do, "correct", "merge", found["bridge"]["id"], found["harvest"]["id"])["correction"]["judgements"]
    record, other = tmp_path / "record.json", tmp_path / "other.sqlite"
    record.write_text(do("export")[1], encoding="utf-8")
    with closing(SqliteStore(other)) as store:
        first = tmp_path / "pages" / "bridge-1.html"
        add_pages(store, [first], Settings())
        assert len(take_over(store, record.read_bytes())) == len(made) == 3
        assert take_over(store, record.read_bytes()) == ()
        add_pages(store, [tmp_path / "pages"], Settings())
        assert len(record_of(store, Settings()).stories) == 1
        undo(store, made[0]["id"])
        withdrawn = encode(record_of(store, Settings()))
        assert b'"withdrawn":true' in withdrawn
    record.write_bytes(withdrawn)
    assert do("correct", "import", record)[1] == "3 judgements taken over\n"
    assert homes(do) == {BRIDGES, HARVESTS}


def test_a_judgement_that_was_changed_is_not_taken_over(do: Do, tmp_path: Path) -> None:
    one = judge(SAME_STORY, "a", "b", by="Ines", when="2031-04-07T00:00:00.000Z")
    changed = [
        replace(one, right="c"),
        judge(SAME_STORY, "a", "b", by="Ines", when="yesterday"),
        judge(SAME_STORY, "a", "b", by=" Ines\n", when=one.when),
        replace(read_anew("c", "b"), left="d"),
    ]
    for other in changed:
        with closing(SqliteStore(":memory:")) as store, raises(BadInput):
            take_over(store, encode({"judgements": [one, other]}))
    rule = Judgement("r", "a", "b", "supersedes", "rule: read later", "")
    later = judge("same speaker", "a", "b", by="Ines", when=one.when)
    with closing(SqliteStore(":memory:")) as store:
        assert take_over(store, encode({"judgements": [one, rule, later, read_anew("c", "b")]})) == (
            one,
            later,
            read_anew("c", "b"),
        )
    for data in (b"", b"[]", b'{"articles":[]}', b"[" * 100_000):
        (tmp_path / "broken.json").write_bytes(data)
        code, _, err = do("correct", "import", tmp_path / "broken.json")
        assert code == 2 and "dateline export" in err
    assert do("correct", "import", tmp_path / "missing.json")[0] == 2


def test_corrections_that_no_article_or_verdict_here_answers_to_are_told_and_change_nothing(do: Do, tmp_path: Path) -> None:
    before = homes(do)
    ids = articles(do)
    moment = "2031-04-07T00:00:00.000Z"
    made = [
        judge(SAME_STORY, "a", "b", by="Ines", when=moment),
        judge("same speaker", ids["bridge-1.html"], ids["harvest-1.html"], by="Jon", when=moment),
    ]
    (tmp_path / "record.json").write_bytes(encode({"judgements": made}))
    assert told(do, "correct", "import", tmp_path / "record.json") == json.loads(encode(made))
    assert [one["state"] for one in told(do, "correct", "list")] == ["not here", "not understood"]
    assert "a (not here)" in do("correct", "list")[1]
    assert homes(do) == before and do("verify")[0] == 0


def test_bad_input_says_what_to_do(do: Do) -> None:
    found, ids = stories(do), articles(do)
    bridge, harvest = found["bridge"]["id"], found["harvest"]["id"]
    cases: list[tuple[tuple[str, ...], int, str]] = [
        (("merge", bridge), 2, "at least two stories"),
        (("merge", bridge, bridge[:5]), 2, f"those named are all {bridge}"),
        (("merge", bridge, "ffffffff"), 6, "'dateline stories' lists them"),
        (("split", bridge, "ffffffff"), 6, f"'dateline show {bridge}' lists them"),
        (("split", bridge, ids["harvest-1.html"]), 6, f"no article {ids['harvest-1.html']} in story {bridge}"),
        (("split", bridge, ids["bridge-1.html"], ids["bridge-2.html"]), 2, "at least one must stay"),
        (("split", bridge, ids["bridge-1.html"], "--into", bridge), 2, "name another one"),
        (("merge", bridge, harvest, "--when", "yesterday"), 2, "is no time"),
        (("merge", bridge, harvest, "--when", "0001-01-01T00:00+02:00"), 2, "is no time"),
        (("merge", bridge, harvest, "--by", " "), 2, "Say who decides"),
        (("merge", bridge, harvest, "--by", "rule: mine"), 2, "Say who decides"),
        (("undo", "ffffffff"), 6, "'dateline correct list' lists them"),
    ]
    for arguments, code, words in cases:
        found_code, _, err = do("correct", *arguments)
        assert (found_code, words in err) == (code, True), err
    assert told(do, "correct", "list") == []


def test_an_earlier_decision_does_not_replace_a_later_one_and_undo_is_done_once(do: Do) -> None:
    found, ids = stories(do), articles(do)
    bridge = found["bridge"]["id"]
    made = told(do, "correct", "split", bridge, ids["bridge-2.html"], "--when", "2031-05-01")["correction"]
    code, _, err = do("correct", "merge", bridge, *(told(do, "stories")[at]["id"] for at in range(3)), "--when", "2031-04-30")
    assert code == 2 and "later stands against it" in err
    assert do("correct", "undo", made["id"])[0] == 0
    code, _, err = do("correct", "undo", made["id"])
    assert code == 2 and "withdrawn already" in err


@mark.parametrize(
    ("when", "moment"),
    [
        ("2031-04-07", "2031-04-07T00:00:00.000Z"),
        ("2031-04-07T09:15:00+02:00", "2031-04-07T07:15:00.000Z"),
        ("2031-04-07T09:15:00.123456", "2031-04-07T09:15:00.123Z"),
    ],
)
def test_times_are_told_in_utc(when: str, moment: str) -> None:
    assert moment_of(when) == moment


def test_the_name_of_the_user_is_the_default(do: Do, monkeypatch: Any) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "ines")
    found = stories(do)
    assert " ines (stands)" in do("correct", "merge", *(one["id"] for one in found.values()))[1]

    def _nobody() -> str:
        raise KeyError("no such user")

    monkeypatch.setattr("getpass.getuser", _nobody)
    (story,) = told(do, "stories")
    assert " a person (stands)" in do("correct", "split", story["id"], story["articles"][0])[1]


def test_verify_finds_a_record_that_does_not_follow_its_judgements(do: Do, tmp_path: Path) -> None:
    found = stories(do)
    do("correct", "merge", *(one["id"] for one in found.values()))
    whole = told(do, "export")
    for change, words in (
        (lambda record: record["judgements"].clear(), "which is not there"),
        (lambda record: record["judgements"][0].update(verdict="another story"), "not as was decided"),
        (lambda record: record["judgements"][0].update(left="x", right="y"), "on no article of it"),
    ):
        record = json.loads(json.dumps(whole))
        change(record)
        (tmp_path / "record.json").write_text(json.dumps(record))
        code = run(["verify", str(tmp_path / "record.json")])
        assert code == 7, words
        assert words in do("verify", tmp_path / "record.json")[1]


def test_other_doors_need_no_command_line(tmp_path: Path) -> None:
    with closing(SqliteStore(":memory:")) as store:
        add_pages(store, [write_pages(tmp_path / "pages", *FIRST)], Settings())
        record = record_of(store, Settings())
        with raises(NotFound):
            merge(store, record, ["abcd", "abce"], by="Ines", when="2031-04-09")
        merge(store, record, [one.id for one in record.stories], by="Ines", when="2031-04-09")
        assert len(record_of(store, Settings()).stories) == 1
