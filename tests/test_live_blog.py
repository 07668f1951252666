"""A live blog from its page to the record: what each entry says is of its own day."""

import hashlib
import json
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import msgspec
from pytest import fixture, mark

import dateline
from dateline.intake import add_pages
from dateline.record import encode
from dateline.settings import Settings
from dateline.stores import SqliteStore
from dateline.types import Analysis, Entry, Outcome, Page, Span
from dateline.verify import verify_record, verify_store
from dateline.views.document import Record

TITLE = "Mine collapse at Varnholt: live"
INTRO = "Rescue teams are digging for miners who are missing in the Varnholt mine after a gallery collapsed."
ENTRIES = [
    (
        "2031-04-09T08:20:00+02:00",
        "Toll rises",
        "Nine miners were killed in the collapse at the Varnholt mine, the mayor of Varnholt said this morning.",
    ),
    (
        "2031-04-08T18:05:00+02:00",
        "First bodies found",
        "Four miners were killed in the collapse at the Varnholt mine, the mayor of Varnholt said earlier today.",
    ),
    (
        "2031-04-07T14:30:00+02:00",
        "Gallery gives way",
        "The gallery collapsed at noon on Monday, and the minister of mines left the capital for Varnholt at 13:50.",
    ),
]
OTHER = """<html><head><title>Nine killed in Varnholt mine</title>
<meta property="article:published_time" content="2031-04-09T10:00:00+02:00">
<meta property="og:site_name" content="Tamber Courier">
</head><body><main><h1>Nine killed in Varnholt mine</h1>
<p>Nine miners were killed in the collapse at the Varnholt mine, the mayor of Varnholt said on Wednesday.</p>
<p>Rescue teams went on digging in the gallery that collapsed on Monday, and 30 more firemen came from the capital.</p>
</main></body></html>"""


def live_page() -> str:
    rows = "".join(
        f"<div><time datetime='{stamp}'>{stamp[11:16]}</time><h2>{title}</h2><p>{text}</p></div>"
        for stamp, title, text in ENTRIES
    )
    published = '<meta property="article:published_time" content="2031-04-07T12:40:00+02:00">'
    head = f'<title>{TITLE}</title>{published}<meta property="og:site_name" content="Halm Post">'
    return f"<html><head>{head}</head><body><main><h1>{TITLE}</h1><p>{INTRO}</p>{rows}</main></body></html>"


@fixture(scope="module")
def folder(tmp_path_factory: object) -> Path:
    found: Path = tmp_path_factory.mktemp("live")  # type: ignore[attr-defined]
    (found / "live.html").write_text(live_page(), encoding="utf-8")
    (found / "courier.html").write_text(OTHER, encoding="utf-8")
    return found


@fixture(scope="module")
def record(folder: Path) -> Record:
    return dateline.report([folder], analysis=True)


def test_the_record_tells_each_entry_with_its_passage_and_its_time(record: Record) -> None:
    (blog,) = (article for article in record.articles if article.title == TITLE)
    told = [(f"{one.day}T{one.time}", one.evidence.exact, one.told.exact, one.told.part) for one in blog.entries]
    assert told == [(stamp, f"{title}\n\n{text}", stamp, "matter") for stamp, title, text in ENTRIES]
    (other,) = (article for article in record.articles if article.title != TITLE)
    assert other.entries == ()


def test_times_in_an_entry_are_resolved_against_its_day(record: Record) -> None:
    (blog,) = (article.id for article in record.articles if article.title == TITLE)
    assert not isinstance(record.analyses, msgspec.UnsetType)
    (analysis,) = (one for one in record.analyses if one.article == blog)
    found = {time.evidence.exact: (time.earliest or "")[:10] for time in analysis.times}
    assert found == {
        "this morning": "2031-04-09",
        "earlier today": "2031-04-08",
        "noon": "2031-04-07",
        "Monday": "2031-04-07",
        "13:50": "2031-04-07",
    }


def test_a_toll_that_rises_from_entry_to_entry_is_an_update(record: Record) -> None:
    (story,) = record.stories
    (one,) = story.disagreements
    assert (one.relation, one.reason) == ("update", "moves on")
    sides = {side.value: {told.as_of for told in side.statements} for side in one.values}
    assert sides == {"Four": {"2031-04-08"}, "Nine": {"2031-04-09"}}


def test_what_an_entry_tells_of_its_own_day_is_no_plan(record: Record) -> None:
    (story,) = record.stories
    assert {moment.status for moment in story.timeline} == {"happened"}


def test_a_record_with_entries_is_checked(record: Record) -> None:
    assert verify_record(msgspec.json.decode(encode(record))) == []
    for field, wrong in (("evidence", "x"), ("told", "2031-04-01")):
        touched = msgspec.json.decode(encode(record))
        (entry, *_) = (entry for article in touched["articles"] for entry in article["entries"])
        entry[field]["exact"] = wrong
        assert any("words cited" in problem for problem in verify_record(touched))
    touched = msgspec.json.decode(encode(record))
    (entries,) = (article["entries"] for article in touched["articles"] if article["entries"])
    entries.reverse()
    entries[0]["day"] = "2031-04-31"
    problems = verify_record(touched)
    assert any("not in order" in problem for problem in problems)
    assert any("2031-04-31 is no day" in problem for problem in problems)


def test_a_store_with_entries_is_checked(folder: Path) -> None:
    with closing(SqliteStore(":memory:")) as store:
        add_pages(store, [folder], Settings())
        assert verify_store(store) == []
        (pipeline,) = store.pipelines()
        one = next(article for article in store.shelf(pipeline).articles if article.entries)
    entry = Entry(Span(one.id, 0, len(one.text) + 1), None, None, Span(one.id, 0, 1, "matter"))
    page = Page(one.file, None, None, "text/html", hashlib.sha256(b"x").hexdigest(), (), b"x")
    with closing(SqliteStore(":memory:")) as store:
        store.add([Outcome(page, replace(one, entries=(entry,)), Analysis(one.id, (), (), (), (), (), (), ()))], "p")
        assert any("an entry is outside its text" in problem for problem in verify_store(store))


TWO_WORDS = [
    ("Nine miners were killed in the collapse, police said.", "Four miners were killed in the collapse, a nurse said.", "update"),
    ("The collapse trapped nine miners, police said.", "The collapse trapped four miners, the mayor said.", None),
    ("The union said the shaft is 840 metres deep.", "The ministry said the shaft is 480 metres deep.", "contradiction"),
]


@mark.parametrize(("later", "earlier", "relation"), TWO_WORDS)
def test_what_two_entries_of_one_day_count_is_no_contradiction(
    tmp_path: Path, later: str, earlier: str, relation: str | None
) -> None:
    texts = [later, earlier, "Nobody at the mine would say on Monday how many of the men had been below ground."]
    updates = [
        {"@type": "BlogPosting", "datePublished": f"2031-04-07T{16 - 2 * at}:00:00Z", "articleBody": text}
        for at, text in enumerate(texts)
    ]
    node = {"@type": "LiveBlogPosting", "headline": TITLE, "datePublished": "2031-04-07", "liveBlogUpdate": updates}
    for entries, expected in (([], "contradiction"), (updates, relation)):
        head = f'<script type="application/ld+json">{json.dumps(node | {"liveBlogUpdate": entries})}</script>'
        body = "".join(f"<p>{text}</p>" for text in texts)
        page = f"<html><head><title>{TITLE}</title>{head}</head><body><main><h1>{TITLE}</h1>{body}</main></body></html>"
        (tmp_path / "live.html").write_text(page, encoding="utf-8")
        told = dateline.report([tmp_path / "live.html"])
        assert len(told.articles[0].entries) == len(entries)
        assert [one.relation for story in told.stories for one in story.disagreements] == ([expected] if expected else [])
