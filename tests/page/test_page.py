"""The page in a real browser, with no network. Each test also fails on a request or on any word in the console."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from page.ferry import HOSTILE
from page.visits import VIEWS, Visit
from playwright.sync_api import Browser, Locator, expect

from dateline.exports.html import export
from dateline.judgements import SAME_STORY, judge
from dateline.views.document import Record, RecordEntry, RecordJoined
from dateline.views.evidence import Evidence, SourcingLink

pytestmark = pytest.mark.browser
Report = Callable[[str], str]


def _line(visit: Visit, words: str) -> Locator:
    return visit.page.locator("main .line > button", has_text=words).first


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


def _written(record: Record, path: Path) -> str:
    path.write_bytes(export(record))
    return path.as_uri()


def test_it_says_what_it_is_and_asks_for_nothing(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(f"{report('small')}#/")
    words = page.inner_text("main")
    assert "6 articles · 1 story · 5 outlets · 1 rejected" in words
    assert "3 claims are told by two or more outlets; 2 of them rest on two or more independent origins." in words
    assert re.search(r"Where texts differ: \d+ contradictions?, .*, (\d+|none) left unclear by the texts\.", words)
    page.get_by_role("link", name="Night ferry burns").click()
    rail = page.get_by_role("navigation", name="Views of this story")
    for title in ("Corroborated", "Disputed", "Single origin", "Unsourced", "Who said what", "Positions", "Figures", "Timeline",
                  "Map", "Coverage", "Origins", "Actors", "Events", "Articles"):  # fmt: skip
        rail.get_by_role("link", name=title).click()
        expect(page.locator("h2").first).to_contain_text(title)
    page.reload()
    expect(page.locator("h2").first).to_contain_text("Articles")
    assert len(visit.requests) == 2


def test_a_record_of_one_story_opens_with_it_and_one_of_several_with_all(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    expect(page.locator("h1")).to_have_text("Night ferry burns off Port Ansel")
    assert page.title() == "Dateline: Night ferry burns off Port Ansel"
    page.goto(report("large"))
    expect(page.locator("h3 a")).to_have_text(["Night ferry burns off Port Ansel", "Views from the quay"])


def test_a_story_begins_with_its_lead_and_who_did_what(visit: Visit, report: Report) -> None:
    visit.page.goto(report("small"))
    head = visit.page.locator("main header")
    expect(head.locator(".lead")).to_contain_text("The night ferry Halcyon caught fire")
    expect(head.locator("dt")).to_have_text(["Who", "What", "When", "Where"])
    expect(head.locator("dd").nth(2)).to_have_text("Sunday May 4, 2031")
    expect(visit.page.locator(".standing").first).to_contain_text("2 corroborated")


def test_a_click_shows_the_sentences_and_leads_to_them(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    (story,) = small.stories
    for claim in story.claims:
        page.goto(f"{report('small')}#{story.id}/{claim.label.replace(' ', '-')}")
        page.locator(f'.line[data-id="{claim.id}"] > button').click()
        drawer = page.locator("#drawer")
        expect(drawer.locator("dt").first).to_contain_text(f"{claim.outlets} outlet")
        expect(drawer.locator("blockquote mark")).to_have_text([statement.evidence.exact for statement in claim.statements])
        for number, statement in enumerate(claim.statements):
            drawer.get_by_text("Read it in the article").nth(number).click()
            marked = page.locator(f'[id="{statement.article}"] .body mark')
            expect(marked).to_have_text([statement.evidence.exact])
            expect(marked.first).to_be_visible()
            page.go_back()
            expect(drawer.locator("h2")).to_have_text(claim.statement.evidence.exact)


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
    visit.page.goto(f"{report('large')}#{large.stories[1].id}/coverage")
    expect(visit.page.locator("h1")).to_have_text("Views from the quay")
    expect(visit.page.locator("h2").first).to_contain_text("Coverage")
    expect(visit.page.locator("h2").first).to_be_in_viewport()


def test_the_time_of_an_entry_stands_above_it(visit: Visit, small: Record, tmp_path: Path) -> None:
    at, blog = next(
        (at, one) for at, one in enumerate(small.articles) if one.outlet and any(ord(sign) > 0xFFFF for sign in one.text)
    )
    start = blog.text.rindex("\n\n") + 2
    passage = Evidence(blog.id, blog.revision, "text", start, len(blog.text), blog.text[start:], "", "")
    entry = RecordEntry("2031-05-05", "07:40:00+02:00", passage, passage)
    articles = (*small.articles[:at], replace(blog, entries=(entry,)), *small.articles[at + 1 :])
    visit.page.goto(f"{_written(replace(small, articles=articles), tmp_path / 'live.html')}#{blog.id}")
    shown = visit.page.locator(f'[id="{blog.id}"] .body .moment')
    expect(shown).to_have_text(["May 5, 2031, 07:40 UTC+02:00"])
    expect(shown.locator("xpath=following-sibling::div[1]/p")).to_have_text(passage.exact)


def test_what_is_disputed_comes_before_what_only_moved_on(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    page.goto(f"{report('small')}#{small.stories[0].id}/disputed")
    expect(page.locator("main h3")).to_have_count(2)
    assert [title.split()[0] for title in page.locator("main h3").all_inner_texts()] == ["Contradictions", "Updates"]
    assert page.locator("main .line").first.locator(".value").all_inner_texts() == ["212 people", "about 190 people"]


def test_a_position_shows_the_side_of_each_day_and_where_it_changed(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    page.goto(f"{report('small')}#{small.stories[0].id}/positions")
    expect(page.locator("main .side")).to_have_text(["for", "→ against"])
    assert "changed sides" in page.locator("main .tag.alarm").inner_text()
    page.locator("main .line button").last.click()
    expect(page.locator("#drawer")).to_contain_text("alarm had failed")


def test_an_address_opens_its_line_far_down_a_list(visit: Visit, report: Report, large: Record) -> None:
    claim = large.stories[1].claims[-1]
    page = visit.page
    page.goto(f"{report('large')}#{claim.id}")
    line = page.locator(f'.line[data-id="{claim.id}"]')
    expect(page.locator("#drawer mark")).to_have_text(claim.statement.evidence.exact)
    expect(line).to_be_in_viewport()
    assert page.evaluate("document.activeElement.parentElement.dataset.id") == claim.id


def test_long_lists_are_drawn_as_far_as_one_reads(visit: Visit, report: Report, large: Record) -> None:
    page = visit.page
    page.goto(f"{report('large')}#{large.stories[1].id}/single-outlet")
    lines = page.locator("main .line")
    expect(lines).to_have_count(60)
    for _ in range(12):
        page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
        page.wait_for_timeout(60)
    expect(lines).to_have_count(600)


def test_a_filter_leaves_the_lines_with_its_words(visit: Visit, report: Report, large: Record) -> None:
    page = visit.page
    page.goto(f"{report('large')}#{large.stories[1].id}/single-outlet")
    expect(page.locator("main .line")).to_have_count(60)
    page.keyboard.press("/")
    page.keyboard.type("witness 17-3")
    expect(page.locator("main .line")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.locator("main .line")).to_have_count(60)


def test_an_actor_has_posts_with_their_time_and_a_known_id(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    page.goto(f"{report('small')}#{small.stories[0].id}/actors")
    line = _line(visit, "Ilse Marrant")
    assert "passenger May 4–5, 2031" in " ".join(line.inner_text().split()).replace(" – ", "–")
    known = page.get_by_role("link", name="Q424242")
    assert known.get_attribute("href") == "https://www.wikidata.org/wiki/Q424242"
    assert known.get_attribute("rel") == "noreferrer noopener"
    line.click()
    expect(page.locator("#drawer h3")).to_have_text(["passenger, May 4 – 5, 2031", "Every mention"])


def test_days_and_numbers_are_told_as_the_reader_tells_them(browser: Browser, report: Report, small: Record) -> None:
    context = browser.new_context(offline=True, locale="de-DE")
    page = context.new_page()
    page.goto(report("small"))
    expect(page.locator("main header")).to_contain_text("4.–6. Mai 2031")
    context.close()


def test_what_speaks_against_a_day_is_told_with_its_words(visit: Visit, report: Report, small: Record) -> None:
    (doubted,) = (article for article in small.articles if article.doubts)
    visit.page.goto(f"{report('small')}#{doubted.id}")
    visit.page.get_by_role("button", name="The text tells of a later day as past").click()
    expect(visit.page.locator("#drawer mark")).to_have_text(["by Monday"])


def test_why_an_article_is_in_the_story_is_told_with_the_words_both_have(visit: Visit, report: Report, small: Record) -> None:
    (courier,) = (one for one in small.articles if one.outlet == "Port Ansel Courier")
    visit.page.goto(f"{report('small')}#{courier.id}")
    line = visit.page.get_by_role("button", name="In this story because of")
    expect(line).to_contain_text("0.71, printed 1 day apart; both have “Fourteen”")
    line.click()
    expect(visit.page.locator("#drawer mark").first).to_have_text("Fourteen")


def test_an_article_shows_by_kind_what_was_found_in_it(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    (courier,) = (one for one in small.articles if one.outlet == "Port Ansel Courier")
    page.goto(f"{report('small')}#{courier.id}")
    body = page.locator(".body")
    expect(body.locator(".k.figure")).to_have_text(["Fourteen", "212 people"])
    expect(body.locator(".k.name")).to_have_text(["Ilse Marrant"])
    page.get_by_label("figures").uncheck()
    expect(body.locator(".k.figure")).to_have_count(0)
    page.get_by_role("button", name="found in this paragraph").first.click()
    found = page.locator(".found .line > button")
    expect(found.filter(has_text="corroborated")).to_have_count(1)
    found.filter(has_text="corroborated").click()
    expect(page.locator("#drawer dt").first).to_contain_text("3 outlets")
    original = page.get_by_role("link", name="https://courier.example/ferry")
    assert original.get_attribute("rel") == "noreferrer noopener"


def test_what_a_page_says_is_never_markup(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    (story,) = small.stories
    hostile = next(one for one in small.articles if one.title == HOSTILE)
    for place in (*(f"{story.id}/{view}" for view in VIEWS), hostile.id, "/"):
        page.goto(f"{report('small')}#{place}")
        expect(page.locator("main")).to_be_visible()
        assert page.locator("main img, main b b, main script").count() == 0
        assert page.locator('a[href^="javascript:"]').count() == 0
        assert page.title().startswith("Dateline")
    page.goto(f"{report('small')}#{hostile.id}")
    expect(page.locator("h1")).to_have_text(HOSTILE)
    expect(page.locator(".body")).to_contain_text("<script>document.title=2</script>")
    expect(page.locator("main")).to_contain_text("javascript:document.title=3")


def test_the_policy_lets_nothing_run_but_the_page(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    policy = page.locator('meta[http-equiv="Content-Security-Policy"]').get_attribute("content") or ""
    assert "default-src 'none'" in policy and "unsafe" not in policy
    told = page.evaluate("""() => [
      () => { document.body.innerHTML = '<b>markup</b>'; },
      () => { document.createElement('script').textContent = 'document.title = "run"'; },
      () => { document.body.setAttribute('onclick', 'document.title = "run"'); document.body.click(); },
    ].map((tried) => {
      try { tried(); return 'done'; } catch (error) { return error.name; }
    })""")
    assert told == ["TypeError", "TypeError", "TypeError"]
    assert page.title() != "run"
    assert page.locator("h1").is_visible()
    assert any("TrustedHTML" in words for words in visit.complaints)
    visit.complaints.clear()


def test_on_paper_everything_is_open(visit: Visit, report: Report) -> None:
    page = visit.page
    page.goto(report("small"))
    expect(page.locator("h1")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.locator("main h2")).to_have_count(15)
    assert page.locator(".evidence").count() > 5
    assert page.locator(".body").count() == 6
    assert not page.get_by_role("link", name="Stories").is_visible()
    page.emulate_media(media="screen")
    expect(page.locator(".evidence, .body")).to_have_count(0)


@pytest.mark.parametrize("view", VIEWS)
def test_a_phone_never_scrolls_sideways(visit: Visit, report: Report, small: Record, view: str) -> None:
    page = visit.page
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{report('small')}#{small.stories[0].id}/{view}")
    expect(page.locator("main")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    line = page.locator("main .line > button")
    if line.count():
        line.first.click()
        expect(page.locator("#drawer")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_headings_are_in_order_and_ids_are_unique(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    for view in VIEWS:
        page.goto(f"{report('small')}#{small.stories[0].id}/{view}")
        expect(page.locator("main")).to_be_visible()
        levels = page.evaluate("[...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map((one) => Number(one.tagName[1]))")
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)")
        assert len(ids) == len(set(ids))


def test_a_page_without_a_record_says_so(visit: Visit, report: Report) -> None:
    visit.page.goto(report("empty"))
    expect(visit.page.locator("main")).to_contain_text("There is no record in this page.")


def test_an_address_of_nothing_says_so(visit: Visit, report: Report) -> None:
    visit.page.goto(f"{report('small')}#0123456789abcdef")
    expect(visit.page.locator("main h1")).to_have_text("Not in this record")


def test_a_story_says_who_corrected_it(visit: Visit, small: Record, tmp_path: Path) -> None:
    ids = small.stories[0].articles
    made = [
        judge(SAME_STORY, ids[0], other, by=by, when=f"2031-05-{day:02}T08:00:00.000Z")
        for other, by, day in ((ids[1], "Ines <b>Palder</b>", 9), (ids[2], "Ines <b>Palder</b>", 9), (ids[3], "Jon Ilves", 8))
    ]
    told = tuple(replace(one, corrected=tuple(one.id for one in made)) for one in small.stories)
    visit.page.goto(_written(replace(small, stories=told, judgements=tuple(made)), tmp_path / "corrected.html"))
    words = visit.page.inner_text("main header")
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
    address = _written(replace(small, stories=stories, judgements=(made,)), tmp_path / "decided.html")
    visit.page.goto(f"{address}#{claim.id}")
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
    page = visit.page
    page.goto(f"{_written(replace(small, stories=stories), tmp_path / 'joined.html')}#{claim.id}")
    figures = page.locator("#drawer figure")
    expect(figures).to_have_count(len(told.statements))
    assert "In this claim with" not in figures.nth(0).inner_text()
    words = " ".join(figures.nth(1).inner_text().split())
    assert "In this claim with Port Ansel Courier (0.93): the same day: May 4, 2031; both have “<i>fire</i>”" in words
    assert "← from Quay Watch (carried over from a sentence before) ← from Quay Watch (carried over from that text)" in words
    figures.nth(1).locator(".why a").click()
    expect(page.locator(f'[id="{first.article}"] .body mark')).to_have_text([first.evidence.exact])


def test_an_article_in_another_language_is_said_not_to_be_read(visit: Visit, report: Report, small: Record) -> None:
    page = visit.page
    foreign = next(one for one in small.articles if one.reading == "words")
    page.goto(f"{report('small')}#/")
    expect(page.locator("main header").first).to_contain_text("1 article in Arabic: grouped by names")
    page.goto(report("small"))
    expect(page.locator("main header")).to_contain_text("1 article in Arabic not read")
    assert page.locator("h1").evaluate("one => getComputedStyle(one).direction") == "ltr"
    page.goto(f"{report('small')}#{small.stories[0].id}/coverage")
    table = page.locator("table", has_text="Claims told by two or more articles")
    expect(table).to_contain_text("Evening Star")
    assert "Sahil" not in table.inner_text()
    outlet = page.locator("main .outlet", has=page.get_by_text("Sahil", exact=True))
    assert "1 article in Arabic not read" in outlet.inner_text() and "leaves out" not in outlet.inner_text()
    page.goto(f"{report('small')}#{foreign.id}")
    expect(page.locator("main")).to_contain_text("This article is in Arabic, which is not read.")
    body = page.locator(".body")
    assert body.get_attribute("lang") == "ar"
    assert body.locator("p").nth(1).evaluate("one => getComputedStyle(one).direction") == "rtl"


def test_it_shows_how_quotations_of_one_act_of_speech_differ(visit: Visit, report: Report, small: Record) -> None:
    visit.page.goto(f"{report('small')}#{small.stories[0].id}/said")
    line = _line(visit, "We heard two bangs")
    expect(line).to_contain_text("shortened in 2")
    line.click()
    drawer = visit.page.locator("#drawer")
    expect(drawer.locator(".variant del")).to_have_text(["and then the lights went out"])
    expect(drawer.locator("figcaption").first).to_contain_text("the fullest")


def test_a_denial_says_so_before_the_words(visit: Visit, report: Report, small: Record) -> None:
    visit.page.goto(f"{report('small')}#{small.stories[0].id}/said")
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
    shown = replace(small, stories=(replace(first, quotes=copies, utterances=(), positions=()), *small.stories[1:]))
    visit.page.goto(f"{_written(shown, tmp_path / 'copies.html')}#{first.id}/said")
    lines = visit.page.locator(".line > button", has=visit.page.locator(".indirect")).filter(has_text=evidence[0].exact)
    expect(lines).to_have_count(1)


def test_words_put_into_reported_speech_are_retold_not_altered(visit: Visit, small: Record, tmp_path: Path) -> None:
    (first, *_) = small.stories
    long, short, *rest = first.quotes
    (utterance,) = first.utterances
    there = replace(utterance.differences[0], kind="changed", evidence=short.evidence)
    spoken = replace(utterance, variation="altered", differences=(there,))
    quotes = (long, replace(short, kind="indirect"), *rest)
    shown = replace(small, stories=(replace(first, quotes=quotes, utterances=(spoken,)), *small.stories[1:]))
    visit.page.goto(f"{_written(shown, tmp_path / 'retold.html')}#{first.id}/said")
    expect(_line(visit, "We heard two bangs")).to_contain_text("retold in 2")
