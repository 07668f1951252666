"""`dateline correct` on claims, origins and disagreements, and what becomes of it when pages are added or read anew."""

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec
from invented import HTML, write_pages
from pytest import CaptureFixture, MonkeyPatch, fixture, mark

from dateline import pipeline
from dateline.cli.program import run
from dateline.correct import corrections
from dateline.correct_claims import no_conflict, not_same, rests_on, same_claim
from dateline.engines.local import read_all
from dateline.ids import content_id
from dateline.intake import add_pages
from dateline.record import claims, encode, record_of
from dateline.settings import Settings
from dateline.stores import SqliteStore
from dateline.types import Analysis, Article, Outcome, Page
from dateline.verify import verify_record
from dateline.views.document import Record, RecordClaim
from dateline.views.material import Findings

Do = Callable[..., tuple[int, str, str]]
PAGES: Mapping[str, tuple[str, str, str]] = {
    "courier.html": (
        "The Varnholt Courier",
        "Storm kills 14 in Halden and shuts the Tarne bridge",
        "A storm killed 14 people in Halden on Sunday, the coast guard said. The council of Halden closed the Tarne bridge on "
        "Monday morning after the storm. The harbour mill lost its roof in the storm.",
    ),
    "post.html": (
        "Halden Post",
        "Nineteen dead after storm in Halden, Tarne bridge shut",
        "A storm killed 19 people in Halden on Sunday. The council of Halden closed the Tarne bridge on Monday morning after the "
        "storm. Nobody may cross the Tarne bridge after the storm until engineers have looked at it.",
    ),
}
LATE = (
    "Coast Radio",
    "Tarne bridge in Halden closed after deadly storm",
    "The council of Halden closed the Tarne bridge on Monday morning after the storm. A storm killed 14 people in Halden on "
    "Sunday.",
)
BRIDGE = "The council of Halden closed the Tarne bridge on Monday morning after the storm"
MILL, CROSS = "The harbour mill lost its roof", "Nobody may cross the Tarne bridge"
WHO = {"by": "Ines Palder", "when": "2031-04-09"}


def write(folder: Path, name: str, page: tuple[str, str, str]) -> Path:
    outlet, title, text = page
    folder.mkdir(exist_ok=True)
    slug = name.removesuffix(".html")
    body = "".join(f"<p>{sentence}</p>" for sentence in text.split("\n"))
    html = HTML.format(
        title=title, outlet=outlet, day="2031-04-07", site=f"{slug}.example", slug=slug, author="Jon Ilves", body=body
    )
    (folder / name).write_text(html, encoding="utf-8")
    return folder


@fixture
def folder(tmp_path: Path) -> Path:
    for name, page in PAGES.items():
        write(tmp_path / "pages", name, page)
    return tmp_path / "pages"


@fixture
def do(capfdbinary: CaptureFixture[bytes], tmp_path: Path, folder: Path) -> Do:
    """Runs the program on a store with two pages: exit code, standard output, standard error."""
    path = tmp_path / "a.sqlite"

    def _do(*arguments: object) -> tuple[int, str, str]:
        capfdbinary.readouterr()
        code = run([*map(str, arguments), "--store", str(path)])
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return code, captured.out.decode(), captured.err.decode()

    assert _do("add", folder)[0] == 0
    return _do


def record(do: Do) -> Record:
    code, out, err = do("export")
    assert code == 0, err
    return msgspec.json.decode(out, type=Record)


def claim_with(whole: Record, words: str, *, figure: bool = False) -> RecordClaim:
    """The claim with a statement that begins so."""
    found = [
        claim
        for claim in claims(whole)
        if any(one.evidence.exact.startswith(words) and (one.figure is not None) == figure for one in claim.statements)
    ]
    assert found, [one.evidence.exact for claim in claims(whole) for one in claim.statements]
    return found[0]


def words(claim: RecordClaim) -> set[str]:
    return {one.evidence.exact for one in claim.statements}


def listed(do: Do) -> list[str]:
    code, out, _ = do("correct", "list", "--json")
    assert code == 0
    return [one["state"] for one in json.loads(out)]


def test_two_claims_are_made_one_survive_a_further_page_and_are_undone(do: Do, folder: Path) -> None:
    before = record(do)
    mill, cross = claim_with(before, MILL), claim_with(before, CROSS)
    code, out, err = do("correct", "same-claim", mill.id[:8], cross.id, "--by", "Ines Palder", "--when", "2031-04-09")
    assert code == 0 and "Ines Palder (stands)" in out and "lost its roof" in out and "cross the Tarne" in out, err
    whole = record(do)
    assert claim_with(whole, MILL) == claim_with(whole, CROSS)
    assert all(len(one.corrected) == 1 for one in claim_with(whole, MILL).statements)
    write(folder, "radio.html", LATE)
    assert do("add", folder)[0] == 0
    assert claim_with(record(do), MILL) == claim_with(record(do), CROSS)
    assert listed(do) == ["stands"] and do("verify")[0] == 0
    assert do("correct", "undo", whole.judgements[-1].id)[0] == 0
    assert claim_with(record(do), MILL) != claim_with(record(do), CROSS)
    assert listed(do) == ["withdrawn"] and do("verify")[0] == 0


def test_a_statement_leaves_its_claim_and_stays_out_of_it(do: Do, folder: Path) -> None:
    claim = claim_with(record(do), BRIDGE)
    first, second = claim.statements
    place = f"{second.article}:{second.evidence.start}-{second.evidence.end}"
    assert place in do("claims")[1]
    code, out, err = do("correct", "not-same", claim.id, place, "--by", "Ines Palder", "--when", "2031-04-09")
    assert code == 0 and "apart from" in out, err
    write(folder, "radio.html", LATE)
    assert do("add", folder)[0] == 0
    home = {one.id: claim.id for claim in claims(record(do)) for one in claim.statements}
    assert home[first.id] != home[second.id]
    assert do("verify")[0] == 0
    # What was decided later counts, and what it overrules is told.
    both = sorted({home[first.id], home[second.id]})
    code, _, err = do("correct", "same-claim", *both, "--when", "2031-04-08")
    assert code == 2 and "later stands against it" in err
    assert do("correct", "same-claim", *both, "--when", "2031-04-10")[0] == 0
    assert listed(do) == ["overruled", "stands"]
    home = {one.id: claim.id for claim in claims(record(do)) for one in claim.statements}
    assert home[first.id] == home[second.id]


def test_an_origin_that_was_decided_counts_and_its_chain_says_by_whom(do: Do) -> None:
    claim = claim_with(record(do), BRIDGE)
    code, out, err = do("correct", "origin", claim.id, "Harrow  Council", "--kind", "official", "--by", "Ines Palder")
    assert code == 0 and "on the word of Harrow Council" in out, err
    whole = record(do)
    claim = claim_with(whole, BRIDGE)
    (origin,) = {one for statement in claim.statements for one in statement.origins}
    assert (claim.origins, claim.label) == (1, "single origin")
    told = next(one for one in whole.origins if one.id == origin)
    assert (told.kind, told.name) == ("official", "Harrow Council")
    chain = [(link.kind, link.name) for link in claim.statements[0].sourcing]
    assert chain[1:] == [("correction", "Ines Palder"), ("source", "Harrow Council")]
    assert do("correct", "origin", claim.statements[0].id, "Mara Tolland")[0] == 0
    assert listed(do) == ["partly overruled", "stands"] and do("verify")[0] == 0
    assert claim_with(record(do), BRIDGE).origins == 2


def test_a_disagreement_that_is_none_is_not_reported(do: Do, folder: Path) -> None:
    whole = record(do)
    (found,) = (one for story in whole.stories for one in story.disagreements)
    code, out, err = do("correct", "no-conflict", found.id[:8], "--by", "Ines Palder")
    assert code == 0 and "no conflict between" in out and "…A storm killed 14 people in Halden" in out, err
    assert not any(story.disagreements for story in record(do).stories)
    write(folder, "radio.html", LATE)
    assert do("add", folder)[0] == 0
    assert not any(story.disagreements for story in record(do).stories)
    assert not any(claim.disputed for claim in claims(record(do)))
    assert listed(do) == ["stands"] and do("verify")[0] == 0


def test_decisions_of_two_matters_at_one_moment_are_two_corrections(do: Do) -> None:
    claim = claim_with(record(do), BRIDGE)
    for arguments in (("not-same", claim.id, claim.statements[0].id), ("origin", claim.statements[0].id, "Harrow Council")):
        assert do("correct", *arguments, "--by", "Ines", "--when", "2031-04-09")[0] == 0
    assert listed(do) == ["stands", "stands"]
    made = json.loads(do("correct", "list", "--json")[1])
    assert sorted(one["matter"] for one in made) == ["claims", "origin"]
    assert do("correct", "undo", made[0]["id"])[0] == 0
    assert sorted(listed(do)) == ["stands", "withdrawn"]


def test_a_decision_goes_to_the_same_words_in_a_new_revision(do: Do, folder: Path) -> None:
    before = record(do)
    assert do("correct", "same-claim", claim_with(before, MILL).id, claim_with(before, CROSS).id)[0] == 0
    outlet, title, text = PAGES["courier.html"]
    write(folder, "courier.html", (outlet, title, f"The storm came from the sea. {text}"))
    assert do("add", folder)[0] == 0
    whole = record(do)
    assert len(whole.superseded) == 1
    assert claim_with(whole, MILL) == claim_with(whole, CROSS)
    assert listed(do) == ["stands"] and do("verify")[0] == 0
    write(folder, "courier.html", (outlet, title, text.replace("lost its roof", "stands open to the rain")))
    assert do("add", folder)[0] == 0
    assert len(claim_with(record(do), CROSS).statements) == 1
    assert do("verify")[0] == 0


def test_decisions_survive_another_reading_of_the_pages(folder: Path, monkeypatch: MonkeyPatch) -> None:
    with closing(SqliteStore(":memory:")) as store:
        with monkeypatch.context() as patched:
            patched.setattr("dateline.intake.fingerprint", lambda: "older code")
            patched.setattr("dateline.intake.read_all", _read_otherwise)
            add_pages(store, [folder], Settings())
            whole = record_of(store, Settings())
            same_claim(store, whole, [claim_with(whole, MILL).id, claim_with(whole, CROSS).id], **WHO)
            rests_on(store, whole, claim_with(whole, BRIDGE).id, "Harrow Council", **WHO)
            (dispute,) = (one for story in whole.stories for one in story.disagreements)
            no_conflict(store, whole, dispute.id, **WHO)
        after = record_of(store, Settings())
        assert {one.id for one in whole.articles}.isdisjoint(one.id for one in after.articles)
        assert claim_with(after, MILL) == claim_with(after, CROSS)
        assert claim_with(after, BRIDGE).origins == 1
        assert not any(story.disagreements for story in after.stories)
        assert [one.state for one in corrections(after)] == ["stands"] * 3
        assert verify_record(json.loads(encode(after))) == []


def _read_otherwise(pages: Iterable[Page], settings: Settings) -> Iterator[list[Outcome]]:
    """What a former version may have made of the pages: a line more before each text."""
    for batch in read_all(pages, settings):
        found = []
        for outcome in batch:
            article = outcome.result
            assert isinstance(article, Article) and outcome.analysis is not None
            matter = f"{article.matter}\nShare this page"
            revision = content_id(article.text, matter)
            other = content_id(article.url, article.outlet, revision)
            analysis = encode(outcome.analysis).replace(article.id.encode(), other.encode())
            result = replace(article, id=other, revision=revision, matter=matter)
            found.append(replace(outcome, result=result, analysis=msgspec.json.decode(analysis, type=Analysis)))
        yield found


def test_decisions_are_the_same_in_any_order_of_pages_and_batches(folder: Path) -> None:
    write(folder, "radio.html", LATE)
    names = [*PAGES, "radio.html"]
    found = []
    for order in (names, names[::-1]):
        with closing(SqliteStore(":memory:")) as store:
            add_pages(store, [folder / name for name in PAGES], Settings())
            whole = record_of(store, Settings())
            bridge = claim_with(whole, BRIDGE)
            same_claim(store, whole, [claim_with(whole, MILL).id, claim_with(whole, CROSS).id], **WHO)
            not_same(store, whole, bridge.id, [bridge.statements[0].id], **WHO)
            judgements = store.judgements()
        with closing(SqliteStore(":memory:")) as store:
            store.judge(judgements)
            for name in order:
                add_pages(store, [folder / name], Settings())
                record_of(store, Settings())
            found.append([msgspec.json.decode(encode(claims(record_of(store, Settings())))), len(corrections(whole))])
    assert found[0][0] == found[1][0]


def test_a_decision_costs_the_storylines_that_it_touches(folder: Path, monkeypatch: MonkeyPatch) -> None:
    write_pages(folder, "harvest-1.html", "harvest-2.html")
    found: list[str] = []
    find = pipeline._find

    def _counted(storyline: str, part: pipeline.Given) -> Findings:
        found.append(storyline)
        return find(storyline, part)

    monkeypatch.setattr("dateline.pipeline._find", _counted)
    with closing(SqliteStore(":memory:")) as store:
        add_pages(store, [folder], Settings())
        whole = record_of(store, Settings())
        assert len(found) == len(whole.storylines) > 1
        mill = claim_with(whole, MILL)
        (line,) = {story.storyline for story in whole.stories if mill in story.claims}
        found.clear()
        same_claim(store, whole, [mill.id, claim_with(whole, CROSS).id], **WHO)
        assert encode(record_of(store, Settings())) != encode(whole)
        assert found == [line]


def test_verify_finds_a_record_that_is_not_as_was_decided(do: Do, tmp_path: Path) -> None:
    before = record(do)
    assert do("correct", "same-claim", claim_with(before, MILL).id, claim_with(before, CROSS).id)[0] == 0
    assert do("correct", "origin", claim_with(before, BRIDGE).id, "Harrow Council")[0] == 0
    whole = json.loads(do("export")[1])

    def _away(told: dict[str, Any]) -> None:
        told["judgements"] = [one for one in told["judgements"] if one["verdict"] != "same claim"]

    def _other(told: dict[str, Any]) -> None:
        for one in told["judgements"]:
            one["verdict"] = one["verdict"].replace("same claim", "another claim")

    def _nobody(told: dict[str, Any]) -> None:
        for one in told["judgements"]:
            one["by"] = "Nobody"

    for change in (_away, _other, _nobody):
        told = json.loads(json.dumps(whole))
        change(told)
        (tmp_path / "record.json").write_text(json.dumps(told), encoding="utf-8")
        assert run(["verify", str(tmp_path / "record.json")]) == 7
    (tmp_path / "record.json").write_text(json.dumps(whole), encoding="utf-8")
    assert run(["verify", str(tmp_path / "record.json")]) == 0


def test_decisions_go_to_another_store(do: Do, folder: Path, tmp_path: Path) -> None:
    before = record(do)
    assert do("correct", "same-claim", claim_with(before, MILL).id, claim_with(before, CROSS).id)[0] == 0
    (tmp_path / "record.json").write_text(do("export")[1], encoding="utf-8")
    other = str(tmp_path / "other.sqlite")
    assert run(["add", str(folder / "post.html"), "--store", other]) == 0
    assert run(["correct", "import", str(tmp_path / "record.json"), "--store", other]) == 0
    assert run(["add", str(folder), "--store", other]) == 0
    with closing(SqliteStore(Path(other))) as store:
        whole = record_of(store, Settings())
    assert claim_with(whole, MILL) == claim_with(whole, CROSS)


@mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("same-claim", "{mill}"), 2, "at least two claims"),
        (("same-claim", "{mill}", "ffffffff"), 6, "'dateline claims' lists them"),
        (("not-same", "{mill}", "{mill_statement}"), 2, "leave at least one"),
        (("not-same", "{bridge}", "ffffffff"), 6, "There is no statement ffffffff in claim"),
        (("not-same", "{bridge}", "{mill_statement}"), 6, "in claim"),
        (("origin", "ffffffff", "Harrow Council"), 6, "There is no statement ffffffff or claim"),
        (("origin", "{bridge}", " "), 2, "Name the source"),
        (("no-conflict", "ffffffff"), 6, "There is no disagreement"),
    ],
)
def test_bad_input_says_what_to_do(do: Do, arguments: tuple[str, ...], code: int, words: str) -> None:
    whole = record(do)
    mill, bridge = claim_with(whole, MILL), claim_with(whole, BRIDGE)
    ids = {"mill": mill.id, "bridge": bridge.id, "mill_statement": mill.statements[0].id}
    found, _, err = do("correct", *(one.format(**ids) for one in arguments))
    assert (found, words in err) == (code, True), err
