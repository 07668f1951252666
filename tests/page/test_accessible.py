"""Each view against axe-core's rules for WCAG 2.2 AA, light and dark, on a wide window and on a phone."""

from collections.abc import Callable

import pytest
from page.visits import VIEWS, Visit, violations
from playwright.sync_api import expect

from dateline.views.document import Record

pytestmark = pytest.mark.browser
Report = Callable[[str], str]
WINDOWS = {"light": (1440, 900), "dark": (1440, 900), "phone": (390, 800)}


@pytest.mark.parametrize("window", WINDOWS)
def test_no_view_has_a_violation(visit: Visit, report: Report, small: Record, axe: str, window: str) -> None:
    page = visit.page
    width, height = WINDOWS[window]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme="light" if window == "light" else "dark")
    (story,) = small.stories
    items = {"said": story.quotes[0].id, "disputed": story.disagreements[0].id, "corroborated": story.claims[0].id}
    places = [
        "/", *(f"{story.id}/{view}" for view in VIEWS), *(f"{story.id}/{view}/{item}" for view, item in items.items()),
        *(one.id for one in small.articles[:3]), "0000000000000000",
    ]  # fmt: skip
    found = {}
    for place in places:
        page.goto("about:blank")
        page.goto(f"{report('small')}#{place}")
        expect(page.locator("main")).to_be_attached()
        found[place] = violations(visit, axe)
    assert {place: told for place, told in found.items() if told} == {}


def test_the_help_sheet_has_no_violation(visit: Visit, report: Report, axe: str) -> None:
    visit.page.goto(report("small"))
    visit.page.get_by_role("button", name="help").click()
    expect(visit.page.get_by_role("dialog")).to_be_visible()
    assert violations(visit, axe) == []


def test_the_page_has_one_of_each_landmark_and_the_document_a_language(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    for role in ("banner", "main"):
        expect(page.get_by_role(role)).to_have_count(1)
    expect(page.get_by_role("navigation", name="Views of this story")).to_be_visible()
    assert page.locator("html").get_attribute("lang") == "en"
