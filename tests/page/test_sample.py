"""The page on the sample coverage: all of its views, and a story of it made as large as a long week's."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from page.enlarged import enlarge
from page.visits import VIEWS, Visit, violations
from playwright.sync_api import expect

from dateline import encode, report
from dateline.exports.html import fill, page

pytestmark = pytest.mark.browser
COVERAGE = Path(__file__).parents[2] / "examples" / "coverage"


@pytest.fixture(scope="session")
def sample() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(encode(report([COVERAGE], analysis=True)))
    return told


@pytest.fixture(scope="session")
def burst(sample: dict[str, Any]) -> str:
    """The id of the largest story."""
    largest: str = max(sample["stories"], key=lambda story: len(story["articles"]))["id"]
    return largest


@pytest.fixture
def opened(visit: Visit, sample: dict[str, Any], tmp_path: Path) -> Iterator[tuple[Visit, str]]:
    (tmp_path / "report.html").write_bytes(fill(page(), json.dumps(sample).encode()))
    yield visit, (tmp_path / "report.html").as_uri()


def test_every_view_of_every_story_is_drawn_without_a_complaint(opened: tuple[Visit, str], sample: dict[str, Any]) -> None:
    visit, address = opened
    visit.page.goto(address)
    for story in sample["stories"]:
        for view in VIEWS:
            visit.page.evaluate("hash => { location.hash = hash }", f"#{story['id']}/{view}")
            expect(visit.page.locator("h1")).to_have_text(story["title"])
            visit.page.evaluate("new Promise(requestAnimationFrame)")
    for article in sample["articles"]:
        visit.page.evaluate("hash => { location.hash = hash }", f"#{article['id']}")
        expect(visit.page.locator("h1")).to_have_text(article["title"] or "Untitled")
    assert visit.page.get_by_text("do not stand at this place").count() == 0


def test_the_views_of_the_largest_story_have_no_violation(opened: tuple[Visit, str], burst: str, axe: str) -> None:
    visit, address = opened
    found = {}
    for view in VIEWS:
        visit.page.goto("about:blank")
        visit.page.goto(f"{address}#{burst}/{view}")
        expect(visit.page.locator("main")).to_be_attached()
        found[view] = violations(visit, axe)
    assert {view: told for view, told in found.items() if told} == {}


def test_a_moment_that_was_announced_is_tied_to_what_announced_it(opened: tuple[Visit, str], sample: dict[str, Any]) -> None:
    visit, address = opened
    story = next(one for one in sample["stories"] if any(moment["announced"] for moment in one["timeline"]))
    visit.page.goto(f"{address}#{story['id']}/timeline")
    expect(visit.page.locator("svg path.arc").first).to_be_attached()
    visit.page.locator("main .line", has_text="came true").first.locator("button").click()
    expect(visit.page.locator("#drawer h3")).to_have_text("Announced before")


def test_the_zoom_of_the_timeline_leaves_the_lines_of_its_days(opened: tuple[Visit, str], burst: str) -> None:
    visit, address = opened
    visit.page.goto(f"{address}#{burst}/timeline")
    lines = visit.page.locator("main ol").first.locator(".line")
    expect(lines.first).to_be_visible()
    before = lines.count()
    for _ in range(3):
        visit.page.get_by_role("button", name="Zoom in").click()
    assert 0 < lines.count() < before
    visit.page.get_by_role("button", name="whole time").click()
    expect(lines).to_have_count(before)


def test_the_way_from_outlets_to_sources_opens_what_passes_it(opened: tuple[Visit, str], burst: str) -> None:
    visit, address = opened
    visit.page.goto(f"{address}#{burst}/origins")
    graph = visit.page.get_by_role("region", name="From outlets by agencies to sources")
    graph.get_by_role("button", name="Civil Protection").click()
    expect(visit.page.locator("#drawer h2")).to_have_text("Civil Protection")
    assert visit.page.locator("#drawer mark").count() > 5


def test_a_row_of_the_matrix_tells_which_outlets_have_one_origin(
    opened: tuple[Visit, str], sample: dict[str, Any], burst: str
) -> None:
    visit, address = opened
    (story,) = (one for one in sample["stories"] if one["id"] == burst)
    claim = max((one for one in story["claims"] if one["origins"] == 2), key=lambda one: one["outlets"])
    assert claim["outlets"] > 2
    visit.page.goto(f"{address}#{burst}/coverage")
    row = visit.page.locator("tbody tr", has_text=claim["statement"]["evidence"]["exact"]).first
    letters = [cell.split()[-1] for cell in row.locator("td .cell").all_inner_texts()]
    assert letters.count("a") > 1 and "b" in letters
    assert row.locator("td").last.inner_text() == "2"


def test_a_map_shows_the_places_that_a_table_has(opened: tuple[Visit, str], sample: dict[str, Any]) -> None:
    visit, address = opened
    story = max(sample["stories"], key=lambda one: sum(place["lat"] is not None for place in one["places"]))
    visit.page.goto(f"{address}#{story['id']}/map")
    sited = [place for place in story["places"] if place["lat"] is not None]
    expect(visit.page.locator("svg .point")).to_have_count(len(sited))
    expect(visit.page.locator("svg .area")).to_have_count(sum(place["radius"] is not None for place in sited))
    assert len(visit.page.locator("svg .land").get_attribute("d") or "") > 1000
    visit.page.get_by_role("button", name="Zoom in").click()
    visit.page.get_by_role("button", name="Poland").click()
    expect(visit.page.locator("#drawer h2")).to_have_text("Poland")


def test_a_story_of_a_hundred_articles_is_small_and_soon_there(
    visit: Visit, sample: dict[str, Any], burst: str, tmp_path: Path
) -> None:
    data = fill(page(), enlarge(sample, burst, articles=100, claims=1500))
    assert len(data) < 3_000_000
    (tmp_path / "report.html").write_bytes(data)
    visit.page.goto(f"{(tmp_path / 'report.html').as_uri()}#{burst}")
    expect(visit.page.locator("h1")).to_be_visible()
    visit.page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    painted = visit.page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
    # A second where nothing else runs; tests share their cores.
    assert painted < 4_000


def test_a_story_of_five_hundred_articles_scrolls(visit: Visit, sample: dict[str, Any], burst: str, tmp_path: Path) -> None:
    (tmp_path / "report.html").write_bytes(fill(page(), enlarge(sample, burst, articles=500, claims=3000)))
    page_ = visit.page
    page_.goto(f"{(tmp_path / 'report.html').as_uri()}#{burst}/single-outlet")
    expect(page_.locator("main .line").first).to_be_visible()
    frames = page_.evaluate("""async () => {
      const frames = [];
      let last = performance.now();
      for (let number = 0; number < 90; number += 1) {
        window.scrollBy(0, 400);
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        frames.push(now - last);
        last = now;
      }
      return frames.sort((a, b) => a - b);
    }""")
    # Half of all frames come at the screen's pace; a step of sixty new lines takes longer.
    assert frames[len(frames) // 2] < 50
    assert page_.locator("main .line").count() < 1000
