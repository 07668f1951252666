"""The page in a real browser, with no network. Each test also fails on a request or on any word in the console."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from page.ferry import HOSTILE
from page.visits import Visit
from playwright.sync_api import Locator, expect

from dateline.exports.html import export
from dateline.judgements import SAME_STORY, judge
from dateline.views.document import Record, RecordEntry, RecordJoined
from dateline.views.evidence import Evidence, SourcingLink

pytestmark = pytest.mark.browser
Report = Callable[[str], str]


def _line(visit: Visit, words: str) -> Locator:
    return visit.page.locator(".line > button", has_text=words).first


def _address(evidence: Evidence) -> str:
    return f"#{evidence.article}:{'m' if evidence.part == 'matter' else ''}{evidence.start}-{evidence.end}"


def _cited(record: Record) -> Iterator[Evidence]:
    for story in record.stories:
        for claim in story.claims:
            for statement in claim.statements:
                yield statement.evidence
                yield from (link.evidence for link in statement.sourcing if link.evidence)
        yield from (quote.evidence for quote in story.quotes)
        yield from (figure.evidence for figure in story.figures)


def test_it_says_what_it_is_and_asks_for_nothing(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    assert "6 articles · 1 story · 5 outlets · 1 rejected" in page.inner_text("header >> nth=0")
    assert "3 claims are told by two or more outlets; 2 of them rest on two or more independent origins." in page.inner_text(
        "body"
    )
    assert re.search(
        r"Where texts differ: \d+ contradictions?, .*, (\d+|none) left unclear by the texts\.", page.inner_text("body")
    )
    for title in (
        "Corroborated",
        "Disputed",
        "Single origin",
        "Who said what",
        "Positions",
        "Figures",
        "Timeline",
        "Coverage by outlet",
    ):
        assert page.locator("h3", has_text=title).is_visible()
    page.evaluate("document.querySelectorAll('main button').forEach((button) => button.click())")
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    page.wait_for_timeout(200)
    assert len(visit.requests) == 1


def test_a_click_shows_the_sentences_and_leads_to_them(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    page.goto(report("small"))
    for claim in small.stories[0].claims:
        page.locator(f'.line[data-id="{claim.id}"] > button').click()
        panel = page.locator(f'.line[data-id="{claim.id}"] .evidence')
        expect(panel.locator("dt").first).to_contain_text(f"{claim.outlets} outlet")
        expect(panel.locator("blockquote mark")).to_have_text([statement.evidence.exact for statement in claim.statements])
        for number, statement in enumerate(claim.statements):
            panel.get_by_text("Read it in the article").nth(number).click()
            marked = page.locator(f'[id="{statement.article}"] .body mark')
            expect(marked).to_have_text([statement.evidence.exact])
            expect(marked.first).to_be_visible()


def test_every_citation_is_found_by_its_code_points(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    page.goto(report("small"))
    cited = sorted(set(_cited(small)))
    assert any(ord(character) > 0xFFFF for evidence in cited for character in evidence.exact)
    for evidence in cited:
        page.evaluate("(hash) => { location.hash = hash }", _address(evidence))
        expect(page.locator(f'[id="{evidence.article}"] .body mark')).to_have_text([evidence.exact])
    assert page.get_by_text("do not stand at this place").count() == 0


def test_an_address_finds_a_part_of_a_later_story(visit: Visit, report: Report, large: Record) -> None:
    part = f"{large.stories[1].id}/coverage"
    visit.page.goto(f"{report('large')}#{part}")
    expect(visit.page.locator(f'[id="{part}"] h3')).to_be_in_viewport()


def test_the_time_of_an_entry_stands_above_it(visit: Visit, small: Record, tmp_path: Path) -> None:
    at, blog = next(
        (at, one) for at, one in enumerate(small.articles) if one.outlet and any(ord(sign) > 0xFFFF for sign in one.text)
    )
    start = blog.text.rindex("\n\n") + 2
    passage = Evidence(blog.id, blog.revision, "text", start, len(blog.text), blog.text[start:], "", "")
    entry = RecordEntry("2031-05-05", "07:40:00+02:00", passage, passage)
    articles = (*small.articles[:at], replace(blog, entries=(entry,)), *small.articles[at + 1 :])
    (tmp_path / "live.html").write_bytes(export(replace(small, articles=articles)))
    visit.page.goto(f"{(tmp_path / 'live.html').as_uri()}#{blog.id}")
    shown = visit.page.locator(f'[id="{blog.id}"] .body .moment')
    expect(shown).to_have_text(["May 5, 2031, 07:40 UTC+02:00"])
    expect(shown.locator("xpath=following-sibling::p[1]")).to_have_text(passage.exact)


def test_what_is_disputed_comes_before_what_only_moved_on(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    disputed = page.locator('section[id$="/disputed"]')
    assert [title.split()[0] for title in disputed.locator("h4").all_inner_texts()] == ["Contradictions", "Updates"]
    assert disputed.locator(".line").first.locator(".value").all_inner_texts() == ["212 people", "about 190 people"]


def test_a_position_shows_the_side_of_each_day_and_where_it_changed(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    section = page.locator("section[id$='/positions']")
    assert section.locator(".side").all_inner_texts() == ["for", "→ against"]
    assert section.locator(".tag.alarm").inner_text() == "changed sides"
    section.locator(".line button").last.click()
    assert "alarm had failed" in section.locator(".evidence").inner_text()


def test_the_keyboard_opens_and_closes_a_line(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the stories"
    line = _line(visit, "caught fire")
    line.focus()
    for key, state in (("Enter", "true"), ("Space", "false"), ("Enter", "true")):
        page.keyboard.press(key)
        expect(line).to_have_attribute("aria-expanded", state)
    expect(page.locator(f'[id="{line.get_attribute("aria-controls")}"] mark').first).to_be_visible()


def test_an_address_opens_its_line_even_in_a_folded_list(visit: Visit, report: Report, large: Record) -> None:
    claim = large.stories[1].claims[-1]
    page = visit.page
    page.goto(f"{report('large')}#{claim.id}")
    line = page.locator(f'.line[data-id="{claim.id}"]')
    expect(line.locator(".evidence mark")).to_have_text(claim.statement.evidence.exact)
    assert page.evaluate("document.activeElement.parentElement.dataset.id") == claim.id
    assert line.evaluate("(one) => { const top = one.getBoundingClientRect().top; return top >= 0 && top < innerHeight }")


def test_long_lists_are_folded_and_unfold(visit: Visit, report: Report, large: Record) -> None:
    page = visit.page
    page.goto(report("large"))
    claims = page.locator(f'[id="{large.stories[1].id}/single-outlet"] .line')
    expect(claims).to_have_count(12)
    page.get_by_role("button", name="Show all 600 claims").click()
    expect(claims).to_have_count(600)


def test_what_speaks_against_a_day_is_told_with_its_words(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    page.goto(report("small"))
    (doubted,) = (article for article in small.articles if article.doubts)
    shown = page.locator(f'[id="{doubted.id}"]')
    shown.locator("summary").click()
    shown.get_by_role("button", name="The text tells of a later day as past").click()
    expect(shown.locator(".evidence mark")).to_have_text(["by Monday"])


def test_why_an_article_is_in_the_story_is_told_with_the_words_both_have(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    page.goto(report("small"))
    (courier,) = (one for one in small.articles if one.outlet == "Port Ansel Courier")
    shown = page.locator(f'[id="{courier.id}"]')
    shown.locator("summary").click()
    line = shown.get_by_role("button", name="In this story because of")
    expect(line).to_contain_text("0.71, printed 1 day apart; both have “Fourteen”")
    line.click()
    expect(shown.locator(".evidence mark").first).to_have_text("Fourteen")


def test_what_a_page_says_is_never_markup(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    page.get_by_role("button", name="Unfold all lists").click()
    expect(page.locator("article summary").last).to_contain_text(HOSTILE)
    assert page.locator("main img, main b, main script").count() == 0
    assert page.locator('a[href^="javascript:"]').count() == 0
    assert page.title() == "Dateline: Night ferry burns off Port Ansel"


def test_on_paper_everything_is_open(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    page.emulate_media(media="print")
    expect(page.locator("details:not([open])")).to_have_count(0)
    assert page.locator(".evidence").count() > 5
    assert not page.get_by_text("Unfold all lists").is_visible()
    page.emulate_media(media="screen")
    expect(page.locator(".evidence, details[open]")).to_have_count(0)


def test_a_phone_never_scrolls_sideways(visit: Visit, report: Report) -> None:
    page = visit.page
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(report("large"))
    page.evaluate("document.querySelectorAll('main button').forEach((button) => button.click())")
    assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_headings_are_in_order_and_ids_are_unique(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    page.evaluate("document.querySelectorAll('main button').forEach((button) => button.click())")
    levels = page.evaluate("[...document.querySelectorAll('h1,h2,h3,h4')].map((one) => Number(one.tagName[1]))")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
    assert len(ids) == len(set(ids))


def test_a_page_without_a_record_says_so(visit: Visit, report: Report) -> None:
    visit.page.goto(report("empty"))
    assert "There is no record in this page." in visit.page.inner_text("main")


def test_a_story_says_who_corrected_it(visit: Visit, small: Record, tmp_path: Path) -> None:
    ids = small.stories[0].articles
    made = [
        judge(SAME_STORY, ids[0], other, by=by, when=f"2031-05-{day:02}T08:00:00.000Z")
        for other, by, day in ((ids[1], "Ines <b>Palder</b>", 9), (ids[2], "Ines <b>Palder</b>", 9), (ids[3], "Jon Ilves", 8))
    ]
    told = tuple(replace(one, corrected=tuple(one.id for one in made)) for one in small.stories)
    path = tmp_path / "corrected.html"
    path.write_bytes(export(replace(small, stories=told, judgements=tuple(made))))
    visit.page.goto(path.as_uri())
    words = visit.page.inner_text(".story header")
    assert words.count("corrected by") == 1
    assert words.index("by Jon Ilves, on") < words.index("; by Ines <b>Palder</b>, on")


def test_a_claim_says_who_corrected_it_and_on_whose_word_it_rests(visit: Visit, small: Record, tmp_path: Path) -> None:
    story = small.stories[0]
    claim = next(one for one in story.claims if len(one.statements) == 1)
    (told,) = claim.statements
    made = judge("origin: Quay <i>Watch</i>", f"{told.article}:1-2", None, by="Ines Palder", when="2031-05-09T08:00:00.000Z")
    chain = (SourcingLink("correction", "Ines Palder", None), SourcingLink("source", "Quay <i>Watch</i>", None))
    decided = replace(claim, statements=(replace(told, corrected=(made.id,), sourcing=(*told.sourcing[:1], *chain)),))
    stories = (replace(story, claims=tuple(decided if one == claim else one for one in story.claims)), *small.stories[1:])
    path = tmp_path / "decided.html"
    path.write_bytes(export(replace(small, stories=stories, judgements=(made,))))
    visit.page.goto(path.as_uri())
    line = _line(visit, "corrected by Ines Palder, on")
    assert "← as decided by Ines Palder ← Quay <i>Watch</i>" in line.inner_text()
    assert told.evidence.exact.split()[0] in line.inner_text()


def test_a_sentence_says_why_it_is_in_its_claim_and_what_was_carried_over(visit: Visit, small: Record, tmp_path: Path) -> None:
    story = small.stories[0]
    claim = next(one for one in story.claims if len(one.statements) > 1)
    first, second, *rest = claim.statements
    joined = RecordJoined(first.id, 0.93, ("the same day: 2031-05-04", "both have “<i>fire</i>”"))
    here, there = (SourcingLink("source", "Quay Watch", one.evidence, carried=True) for one in (second, first))
    shown = replace(second, joined=joined, sourcing=(*second.sourcing[:1], here, there))
    told = replace(claim, statements=(first, shown, *rest))
    stories = (replace(story, claims=tuple(told if one == claim else one for one in story.claims)), *small.stories[1:])
    path = tmp_path / "joined.html"
    path.write_bytes(export(replace(small, stories=stories)))
    page = visit.page
    page.goto(path.as_uri())
    page.locator(f'.line[data-id="{claim.id}"] > button').click()
    figures = page.locator(f'.line[data-id="{claim.id}"] figure')
    assert "In this claim with" not in figures.nth(0).inner_text()
    words = " ".join(figures.nth(1).inner_text().split())
    assert "In this claim with Port Ansel Courier (0.93): the same day: " in words
    assert "4, 2031; both have “<i>fire</i>”" in words or "4 May 2031; both have “<i>fire</i>”" in words
    assert "← from Quay Watch (carried over from a sentence before) ← from Quay Watch (carried over from that text)" in words
    figures.nth(1).locator(".why a").click()
    expect(page.locator(f'[id="{first.article}"] .body mark')).to_have_text([first.evidence.exact])


def test_an_article_in_another_language_is_said_not_to_be_read(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    page.goto(report("small"))
    foreign = next(one for one in small.articles if one.reading == "words")
    assert "1 article in Arabic: grouped by names" in page.inner_text("header >> nth=0")
    assert "1 article in Arabic not read" in page.inner_text(".story header")
    table = page.locator("table", has_text="Claims told by two or more articles")
    assert "Evening Star" in table.inner_text() and "Sahil" not in table.inner_text()
    outlet = page.locator(".outlet", has=page.get_by_text("Sahil", exact=True))
    assert "1 article in Arabic not read" in outlet.inner_text() and "leaves out" not in outlet.inner_text()
    shown = page.locator(f'article[id="{foreign.id}"]')
    shown.locator("summary").click()
    assert "This article is in Arabic, which is not read." in shown.inner_text()
    body = shown.locator(".body")
    assert body.get_attribute("lang") == "ar"
    paragraph = body.locator("p").nth(1)
    assert paragraph.evaluate("one => getComputedStyle(one).direction") == "rtl"
    assert page.locator(".story h2").evaluate("one => getComputedStyle(one).direction") == "ltr"


def test_it_shows_how_quotations_of_one_act_of_speech_differ(visit: Visit, report: Report) -> None:
    visit.page.goto(report("small"))
    line = _line(visit, "We heard two bangs")
    expect(line).to_contain_text("shortened in 2")
    line.click()
    panel = visit.page.locator(".line.open").first
    expect(panel.locator(".differences li")).to_have_text(["left out: “and then the lights went out”"])
    expect(panel.locator("figcaption").first).to_contain_text("the fullest")


def test_a_denial_says_so_before_the_words(visit: Visit, report: Report) -> None:
    visit.page.goto(report("small"))
    expect(visit.page.locator(".line > button", has=visit.page.locator(".denial")).first).to_contain_text(
        "denied: the alarm had failed"
    )


def test_what_copies_report_in_the_same_words_is_one_line(visit: Visit, small: Record, tmp_path: Path) -> None:
    (first, *_) = small.stories
    told = {one.exact: [other for other in _cited(small) if other.exact == one.exact] for one in _cited(small)}
    evidence = next(found for found in told.values() if len({one.article for one in found}) > 1)
    (quote,) = (one for one in first.quotes if one.kind == "indirect" and one.polarity == "said")
    copies = tuple(
        {one.article: replace(quote, id=f"q{one.article}", article=one.article, evidence=one) for one in evidence}.values()
    )
    page = tmp_path / "copies.html"
    page.write_bytes(
        export(replace(small, stories=(replace(first, quotes=copies, utterances=(), positions=()), *small.stories[1:])))
    )
    visit.page.goto(page.as_uri())
    lines = visit.page.locator(".line > button", has=visit.page.locator(".indirect")).filter(has_text=evidence[0].exact)
    expect(lines).to_have_count(1)


def test_words_put_into_reported_speech_are_retold_not_altered(visit: Visit, small: Record, tmp_path: Path) -> None:
    (first, *_) = small.stories
    long, short, *rest = first.quotes
    (utterance,) = first.utterances
    there = replace(utterance.differences[0], kind="changed", evidence=short.evidence)
    spoken = replace(utterance, variation="altered", differences=(there,))
    page = tmp_path / "retold.html"
    quotes = (long, replace(short, kind="indirect"), *rest)
    page.write_bytes(export(replace(small, stories=(replace(first, quotes=quotes, utterances=(spoken,)), *small.stories[1:]))))
    visit.page.goto(page.as_uri())
    expect(_line(visit, "We heard two bangs")).to_contain_text("retold in 2")
