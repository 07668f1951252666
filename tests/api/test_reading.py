"""What the server tells: the same as the record, and only what is asked for."""

import json
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx2
import jsonschema
from api.conftest import serving, wait_for
from invented import PAGES, html_page
from pytest import CaptureFixture, MonkeyPatch, mark

from dateline.cli.program import run
from dateline.schema import schema
from dateline.verify import verify_record

Json = Any


def stories_of(client: httpx2.Client, **asked: object) -> list[Json]:
    found: list[Json] = client.get("/api/stories", params=asked).json()["stories"]
    return found


def bridge(client: httpx2.Client) -> Json:
    return next(one for one in stories_of(client) if "ridge" in one["title"])


def test_stories_are_listed_with_their_counts(client: httpx2.Client) -> None:
    told = client.get("/api/stories").json()
    assert told["total"] == len(told["stories"]) >= 2
    assert sum(story["articles"] for story in told["stories"]) == len(PAGES)
    one = bridge(client)
    assert one["articles"] == one["outlets"] == sum(day["articles"] for day in one["days"]) == 3
    assert one["days"][0] == {"day": "2031-04-07", "articles": 2}
    assert 1 <= one["texts"] <= 3 and one["origins"] >= 1
    assert one["changed"] == told["edition"] == 1
    assert one["fresh"] == 3


def test_stories_are_filtered(client: httpx2.Client) -> None:
    everything = client.get("/api/stories").json()
    facets = everything["facets"]
    assert (facets["first"], facets["last"]) == ("2031-04-07", "2031-04-08")
    assert {one["name"] for one in facets["outlets"]} == {"The Varnholt Courier", "Tarne Radio", "Nordwind Daily"}
    assert [one["id"] for one in stories_of(client, outlet="tarne radio")] == [bridge(client)["id"]]
    brandt = next(one for one in facets["actors"] if "Brandt" in one["name"])
    assert [one["id"] for one in stories_of(client, actor=brandt["value"])] == [bridge(client)["id"]]
    assert stories_of(client, actor="brandt") == stories_of(client, title="BRIDGE") == [bridge(client)]
    assert len(stories_of(client, **{"from": "2031-04-08"})) == everything["total"]
    assert stories_of(client, to="2031-04-06") == stories_of(client, outlet="nobody") == []
    for event in facets["events"]:
        assert len(stories_of(client, event=event["value"])) == event["stories"]
    first, second = stories_of(client, limit=1), stories_of(client, limit=1, offset=1)
    assert [*first, *second] == everything["stories"][:2]


def test_the_record_of_a_story_is_a_record_that_verifies(client: httpx2.Client) -> None:
    one = bridge(client)
    told = client.get(f"/api/stories/{one['id']}/record").json()
    jsonschema.validate(told, schema(), jsonschema.Draft202012Validator)
    assert verify_record(told) == []
    assert len(told["articles"]) == 3 and "analyses" not in told
    found = client.get(f"/api/stories/{one['id']}/record", params={"analysis": True}).json()
    assert verify_record(found) == []
    assert {**told, "analyses": found["analyses"]} == found and len(found["analyses"]) == 3
    assert {story["storyline"] for story in told["stories"]} == {one["storyline"]}
    assert client.get(f"/api/stories/{one['id'][:6]}").json() == next(
        story for story in told["stories"] if story["id"] == one["id"]
    )


def test_the_record_of_all_stories_is_the_one_that_is_exported(
    client: httpx2.Client, filled: Path, capfdbinary: CaptureFixture[bytes]
) -> None:
    assert run(["export", "--store", str(filled)]) == 0
    whole = json.loads(capfdbinary.readouterr().out)
    for story in whole["stories"]:
        assert client.get(f"/api/stories/{story['id']}").json() == story


def test_an_article_comes_with_everything_found_in_it(client: httpx2.Client) -> None:
    one = bridge(client)
    record = client.get(f"/api/stories/{one['id']}/record").json()
    for article in record["articles"]:
        told = client.get(f"/api/articles/{article['id']}").json()
        assert told["article"] == article
        assert told["analysis"]["names"] and told["analysis"] == client.get(f"/api/articles/{article['id']}/analysis").json()
        assert told["stories"] == [one["id"]] and told["claims"]
        found = [found["evidence"] for kind in ("names", "times", "figures", "places") for found in told["analysis"][kind]]
        assert all(article["text"][place["start"] : place["end"]] == place["exact"] for place in found)


def test_figures_come_with_their_series(client: httpx2.Client) -> None:
    told = client.get(f"/api/stories/{bridge(client)['id']}/figures").json()
    assert told["figures"]
    series = {one["id"] for one in told["series"]}
    assert {figure["series"] for figure in told["figures"]} - {None} <= series


def test_search_tells_where_the_words_stand(client: httpx2.Client) -> None:
    told = client.get("/api/search", params={"q": 'cracks "northern pier"'}).json()
    assert len(told["hits"]) == 3
    for hit in told["hits"]:
        text = client.get(f"/api/articles/{hit['evidence']['article']}").json()["article"]["text"]
        words = [text[place["start"] : place["end"]] for place in hit["words"]]
        assert set(words) == {"crack", "northern pier"} and hit["evidence"]["start"] <= hit["words"][0]["start"]
        assert hit["stories"] == [bridge(client)["id"]]


def test_every_id_is_found(client: httpx2.Client) -> None:
    one = bridge(client)
    story = client.get(f"/api/stories/{one['id']}").json()
    claim, quote = story["claims"][0], story["quotes"][0]
    ids = {"claim": claim["id"], "statement": claim["statements"][0]["id"], "quote": quote["id"], "article": quote["article"]}
    for kind, identity in {**ids, "entity": story["actors"][0]["entity"], "story": one["id"]}.items():
        told = client.get(f"/api/where/{identity}").json()
        assert told == {"id": identity, "kind": kind, "story": one["id"], "storyline": one["storyline"]}


def test_what_has_not_changed_is_not_sent_again(client: httpx2.Client) -> None:
    identity = bridge(client)["id"]
    for path in ("/api/stories", f"/api/stories/{identity}", f"/api/stories/{identity}/record", "/api/search?q=crack"):
        first = client.get(path)
        again = client.get(path, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.get(path, headers={"If-None-Match": 'W/"other"'}).status_code == 200


def test_what_another_process_adds_is_told_as_new(copied: Path, tmp_path: Path) -> None:
    page = tmp_path / "bridge-4.html"
    page.write_text(
        html_page(
            "bridge-3.html",
            outlet="Kesmark Post",
            site="post.example",
            day="2031-04-09",
            title="Tarne bridge at Varnholt to stay closed for a year",
            body="<p>The Tarne bridge was closed on Monday after engineers found a crack in its northern pier.</p>"
            "<p>It will stay closed for a year, the transport ministry said on Wednesday. Traders had asked for a ferry.</p>",
        )
    )
    with serving(copied) as client:
        one = bridge(client)
        assert run(["add", str(page), "--store", str(copied)]) == 0
        wait_for(lambda: client.get("/api/status").json()["edition"]["number"] == 2)
        first = stories_of(client)[0]
        assert (first["id"], first["articles"], first["changed"], first["fresh"]) == (one["id"], 4, 2, 1)
        told = client.get(f"/api/stories/{one['id']}/changes", params={"since": 1}).json()
        assert (told["since"], told["now"], len(told["articles"]), told["gone"]) == (1, 2, 1, [])
        kinds = {change["kind"] for change in told["claims"]}
        assert "new" in kinds and "more" in kinds
        more = next(change for change in told["claims"] if change["kind"] == "more")
        assert more["before"]["outlets"] < more["now"]["outlets"]
        since = client.get("/api/editions").json()[0]["made"]
        assert client.get(f"/api/stories/{one['id']}/changes", params={"since": since}).json()["since"] == 0
        nothing = client.get(f"/api/stories/{one['id']}/changes", params={"since": 2}).json()
        assert nothing["articles"] == nothing["claims"] == []
    with serving(copied) as client:
        assert [edition["number"] for edition in client.get("/api/editions").json()] == [1, 2]
        assert client.get("/api/status").json()["edition"]["number"] == 2


@mark.parametrize(
    ("path", "status"),
    [
        ("/api/stories/nothing", 404),
        ("/api/articles/nothing", 404),
        ("/api/where/nothing", 404),
        ("/api/nothing", 404),
        ("/api/search?q=***", 400),
        ("/api/search", 422),
        ("/api/stories?limit=0", 422),
        ("/api/stories?from=yesterday", 422),
        ("/../../etc/passwd", 404),
        ("/%2e%2e/%2e%2e/etc/passwd", 404),
    ],
)
def test_what_cannot_be_answered_is_a_problem_that_says_what_to_do(client: httpx2.Client, path: str, status: int) -> None:
    told = client.get(path)
    assert (told.status_code, told.headers["content-type"]) == (status, "application/problem+json")
    problem = told.json()
    assert problem["status"] == status and problem["title"] and len(problem["detail"]) > 20


def test_the_description_is_complete(client: httpx2.Client, capfdbinary: CaptureFixture[bytes]) -> None:
    told = client.get("/openapi.json").json()
    assert run(["schema", "--api"]) == 0
    assert json.loads(capfdbinary.readouterr().out) == told
    named = set(json.dumps(told).split('"#/components/schemas/')[1:])
    assert {name.split('"')[0] for name in named} <= set(told["components"]["schemas"])
    for path, methods in told["paths"].items():
        for method, route in methods.items():
            content = next(one for code, one in route["responses"].items() if code < "300")["content"]
            assert all(one.get("schema") for one in content.values()), (method, path)
            assert route["description"], (method, path)


def test_the_types_of_the_page_are_those_of_the_server(monkeypatch: MonkeyPatch) -> None:
    root = Path(__file__).parents[2]
    monkeypatch.syspath_prepend(root / "tools")
    made: str = import_module("build_api_types").types()
    assert (root / "page/src/api.ts").read_text(encoding="utf-8") == made, "run 'make api'"


def test_every_path_is_documented(client: httpx2.Client) -> None:
    document = (Path(__file__).parents[2] / "docs/api.md").read_text(encoding="utf-8")
    for path, methods in client.get("/openapi.json").json()["paths"].items():
        for method in methods:
            assert f"`{method.upper()} {path}" in document, path
