"""What adds and corrects: jobs, decisions, and reading meanwhile."""

import csv
import io
import time
import zipfile
from pathlib import Path
from typing import Any

import httpx2
from api.conftest import serving, wait_for
from api.test_reading import bridge, stories_of
from invented import PAGES, html_page
from pytest import fixture, mark

from dateline.api.adding import safe_parts

Json = Any


def done(client: httpx2.Client, told: httpx2.Response, status: int = 202) -> Json:
    """The job that an answer tells, when it has ended."""
    assert told.status_code == status, told.text
    job = told.json().get("job", told.json())
    wait_for(lambda: client.get(f"/api/jobs/{job['id']}").json()["step"] in ("done", "failed"))
    return client.get(f"/api/jobs/{job['id']}").json()


def upload(client: httpx2.Client, *files: tuple[str, bytes]) -> httpx2.Response:
    return client.post("/api/pages/files", files=[("files", one) for one in files])


def test_pages_come_by_upload_and_by_pasting_and_are_read_while_others_read(tmp_path: Path) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        for name in ("harvest-1.html", "harvest-2.html"):
            packed.writestr(name, html_page(name))
    with serving(tmp_path / "new.sqlite") as client:
        assert client.get("/api/stories").json()["total"] == 0
        pages = [(name, html_page(name).encode()) for name in ("bridge-1.html", "bridge-2.html")]
        told = upload(client, *pages, ("more/harvest.zip", archive.getvalue()), ("empty.html", b""))
        slowest = 0.0
        while client.get(f"/api/jobs/{told.json()['id']}").json()["step"] not in ("done", "failed"):
            start = time.monotonic()
            assert client.get("/api/stories").status_code == 200
            slowest = max(slowest, time.monotonic() - start)
        job = done(client, told)
        assert (job["step"], job["new"], job["known"]) == ("done", 4, 0)
        assert [(one["id"], bool(one["reason"])) for one in job["rejected"]] == [("empty.html", True)]
        assert slowest < 2.0
        assert client.get("/api/status").json()["edition"]["number"] == job["edition"] == 2
        files = {article["file"] for story in stories_of(client) for article in record(client, story)["articles"]}
        assert files == {"bridge-1.html", "bridge-2.html", "more/harvest.zip/harvest-1.html", "more/harvest.zip/harvest-2.html"}

        text = {
            "text": "Ferry starts on the Tarne\n\nA ferry will cross the Tarne from Wednesday, the ministry said.",
            "outlet": "Tarne Post",
        }
        assert done(client, client.post("/api/pages/text", json=text))["new"] == 1
        assert done(client, client.post("/api/pages/text", json=text))["known"] == 1
        assert done(client, client.post("/api/pages/text", json={"text": text["text"] + " It is free."}))["new"] == 1
        assert [story["title"] for story in stories_of(client, outlet="Tarne Post")] == ["Ferry starts on the Tarne"]
        assert len(client.get("/api/jobs").json()) == 4
        assert not list(Path("/tmp").glob("dateline-*/*/bridge-1.html"))


def record(client: httpx2.Client, story: Json) -> Json:
    return client.get(f"/api/stories/{story['id']}/record").json()


def test_an_address_that_cannot_be_fetched_is_told_in_its_job(tmp_path: Path) -> None:
    with serving(tmp_path / "new.sqlite") as client:
        job = done(client, client.post("/api/pages/addresses", json={"addresses": ["http://127.0.0.1:9/story.html"]}))
        assert job["step"] == "done" and job["new"] == 0
        assert "private" in job["rejected"][0]["reason"] or "127.0.0.1" in job["rejected"][0]["reason"]


@mark.parametrize(
    "address", ["/etc/passwd", "file:///etc/passwd", "-", "~/.ssh", "ftp://courier.example/", "https://", "http://[", "C:\\x"]
)
def test_an_address_never_names_a_file(client: httpx2.Client, address: str) -> None:
    told = client.post("/api/pages/addresses", json={"addresses": [address]})
    assert told.status_code == 400 and "https://" in told.json()["detail"]
    assert client.post("/api/pages/text", json={"text": "Words", "url": address}).status_code == 400
    assert client.get("/api/jobs").json() == []


@mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/cron.d/x", ["etc", "cron.d", "x"]),
        ("C:\\pages\\one.html", ["C:", "pages", "one.html"]),
        ("/abs/one.html", ["abs", "one.html"]),
        (".hidden", ["_hidden"]),
        ("a\0b\n.html", ["a_b_.html"]),
        ("...", ["page"]),
        ("", ["page"]),
        ("x" * 500 + ".html", ["x" * 100 + ".html"]),
    ],
)
def test_a_name_leads_nowhere_else(name: str, kept: list[str]) -> None:
    assert list(safe_parts(name)) == kept


@fixture
def changing(copied: Path) -> Any:
    with serving(copied, "--by", "Ines") as client:
        yield client


def test_stories_are_merged_split_and_left_alone_again(changing: httpx2.Client) -> None:
    before = stories_of(changing)
    ids = [story["id"] for story in before]
    articles = changing.get(f"/api/stories/{ids[0]}").json()["articles"]
    told = changing.post("/api/corrections", json={"kind": "merge", "stories": ids})
    done(changing, told, 201)
    (whole,) = stories_of(changing)
    assert whole["articles"] == len(PAGES)
    (kept,) = changing.get("/api/corrections").json()
    assert (kept["correction"]["by"], kept["correction"]["state"]) == ("Ines", "stands")
    assert "Bridge over the Tarne closed after crack is found" in kept["words"][0]
    split = {
        "kind": "split",
        "story": whole["id"],
        "articles": articles,
        "by": "Pia",
    }
    done(changing, changing.post("/api/corrections", json=split), 201)
    assert len(stories_of(changing)) == 2
    for correction in changing.get("/api/corrections").json():
        if correction["correction"]["state"] != "withdrawn":
            done(changing, changing.delete(f"/api/corrections/{correction['correction']['id']}"), 200)
    assert {story["id"] for story in stories_of(changing)} == set(ids)
    states = {one["correction"]["state"] for one in changing.get("/api/corrections").json()}
    assert states == {"withdrawn"}


def test_claims_and_origins_are_corrected(changing: httpx2.Client) -> None:
    story = changing.get(f"/api/stories/{bridge(changing)['id']}").json()
    claim = next(one for one in story["claims"] if len(one["statements"]) > 1)
    off = claim["statements"][-1]["id"]
    done(changing, changing.post("/api/corrections", json={"kind": "not same", "claim": claim["id"], "statements": [off]}), 201)
    now = changing.get(f"/api/stories/{story['id']}").json()
    parted = [
        one for one in now["claims"] if {two["id"] for two in one["statements"]} & {two["id"] for two in claim["statements"]}
    ]
    assert len(parted) == 2
    decision = {"kind": "same claim", "claims": [one["id"] for one in parted]}
    done(changing, changing.post("/api/corrections", json=decision), 201)
    decision = {"kind": "origin", "told": claim["id"], "source": "Varnholt fire brigade", "source_kind": "official"}
    done(changing, changing.post("/api/corrections", json=decision), 201)
    told = changing.get(f"/api/stories/{story['id']}/record").json()
    mended = next(one for one in told["stories"][0]["claims"] if one["id"] == claim["id"])
    assert {one["id"] for one in claim["statements"]} <= {one["id"] for one in mended["statements"]}
    assert mended["origins"] == 1
    assert "Varnholt fire brigade" in {origin["name"] for origin in told["origins"]}


def test_a_decision_that_cannot_be_is_told_at_once(client: httpx2.Client) -> None:
    one = bridge(client)["id"]
    for decision, status in (
        ({"kind": "merge", "stories": [one]}, 400),
        ({"kind": "merge", "stories": [one, "nothing"]}, 404),
        ({"kind": "same claim", "claims": ["nothing", "else"]}, 404),
        ({"kind": "no conflict", "disagreement": "nothing"}, 404),
        ({"kind": "speak"}, 422),
        ({"kind": "merge", "stories": "all"}, 422),
        ({"kind": "merge", "stories": [one, one], "by": "rule: x"}, 400),
    ):
        told = client.post("/api/corrections", json=decision)
        assert (told.status_code, told.headers["content-type"]) == (status, "application/problem+json"), decision
    assert client.delete("/api/corrections/nothing").status_code == 404


def test_the_record_is_exported_from_where_one_stands(client: httpx2.Client) -> None:
    one = bridge(client)
    rows = list(csv.DictReader(io.StringIO(client.get("/api/export/csv", params={"story": one["id"]}).text)))
    assert rows and len(rows) < len(list(csv.DictReader(io.StringIO(client.get("/api/export/csv").text))))
    for form in ("json", "markdown", "geojson", "plover", "timelinejs", "gdelt"):
        told = client.get(f"/api/export/{form}")
        assert told.status_code == 200 and told.headers["content-disposition"].startswith('attachment; filename="dateline.')
        assert "sandbox" in told.headers["content-security-policy"]
    assert len(client.get("/api/export/json", params={"story": one["id"]}).json()["articles"]) == 3
    assert client.get("/api/export/nothing").status_code == 400
