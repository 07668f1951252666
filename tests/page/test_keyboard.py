"""The page without a mouse."""

from collections.abc import Callable

import pytest
from page.visits import Visit
from playwright.sync_api import expect

from dateline.views.document import Record

pytestmark = pytest.mark.browser
Report = Callable[[str], str]
FOCUS = "document.activeElement.textContent.trim()"


def test_the_first_tab_skips_to_the_content(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    expect(page.locator("h1")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS) == "Skip to the content"
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_enter_opens_the_evidence_and_escape_goes_back_to_the_line(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    (story,) = small.stories
    page.goto(f"{report('small')}#{story.id}/corroborated")
    line = page.locator("main .line > button").first
    line.focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(line).to_have_attribute("aria-expanded", "true")
        expect(page.locator(f'[id="{line.get_attribute("aria-controls")}"] mark').first).to_be_visible()
        assert page.evaluate("document.activeElement.id") == "drawer-title"
        page.keyboard.press("Escape")
        expect(page.locator("#drawer")).to_have_count(0)
        expect(line).to_be_focused()


def test_letters_walk_the_lines_and_the_drawer_follows(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    (story,) = small.stories
    page.goto(f"{report('small')}#{story.id}/corroborated")
    lines = page.locator("main .line > button")
    expect(lines).to_have_count(2)
    page.keyboard.press("j")
    expect(lines.nth(0)).to_be_focused()
    page.keyboard.press("j")
    expect(lines.nth(1)).to_be_focused()
    page.keyboard.press("Enter")
    first = page.locator("#drawer h2").inner_text()
    page.keyboard.press("k")
    expect(page.locator("#drawer h2")).not_to_have_text(first)
    expect(lines.nth(0)).to_be_focused()
    page.keyboard.press("o")
    expect(page.locator(".body mark").first).to_be_visible()
    page.keyboard.press("u")
    expect(page.locator("h2").first).to_contain_text("Articles")
    page.keyboard.press("[")
    expect(page.locator("h2").first).to_contain_text("Origins")
    page.keyboard.press("]")
    expect(page.locator("h2").first).to_contain_text("Articles")
    page.keyboard.press("u")
    expect(page.locator("h1")).to_have_text("Dateline")


def test_on_a_phone_the_drawer_covers_the_page_and_keeps_the_focus(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{report('small')}#{small.stories[0].id}/corroborated")
    page.locator("main .line > button").first.click()
    expect(page.locator("#drawer-title")).to_be_focused()
    inside = "document.getElementById('drawer').contains(document.activeElement) || document.activeElement === document.body"
    for _ in range(25):
        page.keyboard.press("Tab")
        assert page.evaluate(inside)
    page.get_by_role("button", name="Close").click()
    expect(page.locator("main .line > button").first).to_be_focused()


def test_a_click_beside_a_drawer_that_covers_the_page_closes_it(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    page.set_viewport_size({"width": 1100, "height": 800})
    page.goto(f"{report('small')}#{small.stories[0].id}/corroborated")
    page.locator("main .line > button").first.click(position={"x": 20, "y": 10})
    expect(page.locator("#drawer")).to_be_visible()
    page.mouse.click(200, 700)
    expect(page.locator("#drawer")).to_have_count(0)


def test_the_help_sheet_lists_every_key_and_can_turn_letters_off(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    expect(page.locator("h1")).to_be_visible()
    page.keyboard.press("?")
    sheet = page.get_by_role("dialog", name="Keys")
    expect(sheet.locator("kbd")).to_have_text(["j", "k", "Enter", "Esc", "o", "c", "l", "[", "]", "/", "u", "t", "?"])
    page.get_by_label("single letters are commands").uncheck()
    page.keyboard.press("Escape")
    expect(sheet).to_have_count(0)
    page.keyboard.press("?")
    page.keyboard.press("t")
    expect(sheet).to_have_count(0)
    assert page.evaluate("document.documentElement.dataset.theme") is None
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    page.keyboard.press("?")
    expect(sheet).to_have_count(0)
    page.get_by_role("button", name="help").click()
    expect(sheet).to_be_visible()


def test_colours_are_those_of_the_system_until_they_are_chosen_and_are_kept(visit: Visit, report: Report) -> None:
    page = visit.page
    page.emulate_media(color_scheme="dark")
    page.goto(report("small"))
    expect(page.locator("h1")).to_be_visible()
    ground = "getComputedStyle(document.documentElement).backgroundColor"
    dark = page.evaluate(ground)
    page.keyboard.press("t")
    light = page.evaluate(ground)
    assert light != dark
    page.reload()
    expect(page.locator("h1")).to_be_visible()
    assert page.evaluate(ground) == light
    page.emulate_media(color_scheme="light")
    page.keyboard.press("t")
    assert page.evaluate(ground) == dark


def test_where_the_browser_keeps_nothing_the_page_still_works(visit: Visit, report: Report) -> None:
    page = visit.page
    page.add_init_script("""Object.defineProperty(window, 'localStorage', {
      get() { throw new DOMException('denied', 'SecurityError'); },
    })""")
    page.goto(report("small"))
    expect(page.locator("h1")).to_be_visible()
    page.keyboard.press("t")
    assert page.evaluate("document.documentElement.dataset.theme") == "light"
