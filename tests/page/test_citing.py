"""What is copied out of the page: links and citations, in the forms that others read."""

import json
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from page.visits import Visit
from playwright.sync_api import expect

from dateline.views.document import Record

pytestmark = pytest.mark.browser
Report = Callable[[str], str]


def _opened(visit: Visit, address: str) -> None:
    """The claim at `address`, with a clipboard that the test can read, its first sentence ready to cite."""
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visit.page.goto(address)
    visit.page.locator("#drawer").get_by_role("button", name="cite").first.click()


def _copied(visit: Visit, name: str) -> str:
    visit.page.locator("#drawer .forms.open").get_by_role("button", name=name, exact=True).click()
    expect(visit.page.get_by_role("status")).to_contain_text("opied")
    words: str = visit.page.evaluate("navigator.clipboard.readText()")
    return words


def test_a_citation_is_copied_in_four_forms(visit: Visit, report: Report, small: Record) -> None:
    claim = small.stories[0].claims[0]
    words = claim.statements[0].evidence
    _opened(visit, f"{report('small')}#{claim.id}")
    plain = _copied(visit, "plain")
    assert plain.startswith(f"“{words.exact}” Port Ansel Courier, “Night ferry burns off Port Ansel”, May 4, 2031, ")
    assert plain.endswith(f"https://courier.example/ferry, text {words.start}–{words.end}.")
    assert _copied(visit, "Markdown").startswith(f"> {words.exact}\n>\n> — [Port Ansel Courier, “Night ferry")
    told = json.loads(_copied(visit, "Web Annotation"))
    assert (told["@context"], told["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
    quotation, position = told["target"]
    assert quotation["source"] == "https://courier.example/ferry"
    assert quotation["selector"] == {
        "type": "TextQuoteSelector", "exact": words.exact, "prefix": words.prefix, "suffix": words.suffix,
    }  # fmt: skip
    assert position["source"].split(":")[2] == words.revision
    assert position["selector"] == {"type": "TextPositionSelector", "start": words.start, "end": words.end}
    address, _, fragment = _copied(visit, "text fragment").partition("#:~:text=")
    assert address == "https://courier.example/ferry"
    assert unquote(fragment) == words.exact


def test_a_copied_link_leads_back_to_the_words(visit: Visit, report: Report, small: Record) -> None:
    claim = small.stories[0].claims[0]
    _opened(visit, f"{report('small')}#{claim.id}")
    link = _copied(visit, "link")
    visit.page.goto("about:blank")
    visit.page.goto(link)
    expect(visit.page.locator(".body mark")).to_have_text([claim.statements[0].evidence.exact])


def test_a_line_has_a_link_that_survives_a_reload(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    (story,) = small.stories
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for view, item in (("said", story.quotes[0].id), ("disputed", story.disagreements[0].id), ("events", story.events[0].id)):
        page.goto(f"{report('small')}#{story.id}/{view}")
        page.locator(f'main .line[data-id="{item}"] > button').click()
        assert page.url.endswith(f"#{story.id}/{view}/{item}")
        title = page.locator("#drawer h2").inner_text()
        page.reload()
        expect(page.locator("#drawer h2")).to_have_text(title)
        page.keyboard.press("l")
        expect(page.get_by_role("status")).to_have_text("Link copied")
        page.goto("about:blank")
        page.goto(f"{report('small')}#{item}")
        expect(page.locator("#drawer h2")).to_have_text(title)


def test_a_moment_has_a_link_too(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{report('small')}#{small.stories[0].id}/timeline")
    page.locator("main .line > button", has_text="caught fire").click()
    page.keyboard.press("l")
    expect(page.get_by_role("status")).to_have_text("Link copied")
    link = page.evaluate("navigator.clipboard.readText()")
    page.goto("about:blank")
    page.goto(link)
    expect(page.locator("#drawer h2")).to_contain_text("caught fire")
    expect(page.locator("main .line.open")).to_be_in_viewport()


def test_what_is_no_address_of_the_web_is_never_linked(visit: Visit, report: Report, small: Record) -> None:
    claim = next(one for one in small.stories[0].claims if one.statement.evidence.exact.startswith("the Halcyon would"))
    _opened(visit, f"{report('small')}#{claim.id}")
    drawer = visit.page.locator("#drawer")
    expect(drawer.get_by_role("link", name="original")).to_have_count(0)
    expect(drawer.locator(".forms.open button")).to_have_text(["link", "plain", "Markdown", "Web Annotation"])
    (position,) = json.loads(_copied(visit, "Web Annotation"))["target"]
    assert position["selector"]["type"] == "TextPositionSelector"
    assert "](" not in _copied(visit, "Markdown")
