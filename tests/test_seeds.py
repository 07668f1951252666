"""What the record says of the three real pages that the project began with; they lie beside the checkout, never in it."""

from collections.abc import Sequence
from pathlib import Path

import pytest

import dateline
from dateline.views.document import Record, RecordArticle, RecordClaim, RecordQuote

PAGES = sorted((Path(__file__).parents[2] / "shared" / "seeds").glob("0*.txt"))

pytestmark = [pytest.mark.seeds, pytest.mark.skipif(len(PAGES) != 3, reason="the seed pages are not beside this checkout")]


@pytest.fixture(scope="module")
def record() -> Record:
    return dateline.report(PAGES, analysis=True)


@pytest.fixture(scope="module")
def pages(record: Record) -> tuple[RecordArticle, ...]:
    """A, B and C."""
    return tuple(sorted(record.articles, key=lambda article: article.file))


def claims(record: Record) -> list[RecordClaim]:
    return list({claim.id: claim for story in record.stories for claim in story.claims}.values())


def told_by(claim: RecordClaim) -> set[str]:
    return {statement.article for statement in claim.statements}


def telling(record: Record, words: str) -> list[RecordClaim]:
    return [claim for claim in claims(record) if any(words in one.evidence.exact for one in claim.statements)]


def quotes(record: Record, words: str) -> list[RecordQuote]:
    found = (quote for story in record.stories for quote in story.quotes)
    return [quote for quote in found if any(words in piece.exact for piece in (quote.evidence, *quote.rest))]


def test_title_outlet_byline_day_and_credits_of_the_first_page(pages):
    a = pages[0]
    assert a.title == "Hegseth at DMZ before US–South Korea troop talks"
    assert (a.outlet, a.byline, a.credits) == ("DW", ("Dmytro Hubenko",), ("AFP", "Reuters"))
    assert (a.published.earliest, a.published.latest, a.published.basis) == ("2025-11-03", "2025-11-03", "stated")


def test_the_furniture_of_the_first_page_is_set_apart(pages):
    furniture = (
        "Skip to",
        "This browser does not support",
        "03:02",
        "Skip next section",
        "Edited by",
        "Low birth rates",
        "Image:",
    )
    assert [words for words in furniture if words in pages[0].text] == []
    assert "The goal is to take command" in pages[0].text


def test_the_undated_page_gets_days_and_says_why(pages):
    b = pages[1]
    assert (b.title, b.outlet, b.published.earliest) == (None, None, None)
    assert b.dating is not None
    assert (b.dating.earliest, b.dating.latest, b.dating.basis) == ("2025-11-03", "2025-11-09", "inferred")
    assert {evidence.exact for evidence in b.dating.evidence} == {"Monday"}


def test_the_third_page_is_dated_by_what_it_states_not_by_when_it_was_viewed(pages):
    assert (pages[2].published.earliest, pages[2].published.basis, pages[2].outlet) == ("2025-10-29", "stated", None)


def test_two_stories_in_one_storyline(record, pages):
    a, b, c = (page.id for page in pages)
    assert sorted(sorted(story.articles) for story in record.stories) == sorted([sorted([a, b]), [c]])
    assert [len(line.stories) for line in record.storylines] == [2]


@pytest.mark.parametrize("words", ["eight years", "Observation Post Ouellette", "Panmunjom", "28,500"])
def test_what_the_first_two_pages_share_is_one_claim(record, pages, words):
    shared = [claim for claim in telling(record, words) if told_by(claim) == {pages[0].id, pages[1].id}]
    assert len(shared) == 1
    (claim,) = shared
    assert (claim.outlets, claim.texts, claim.origins, claim.unsourced) == (1, 2, 1, 1)


def test_what_one_page_alone_says_is_labelled_so(record, pages):
    alone = [(claim.label, told_by(claim)) for claim in telling(record, "over 50 ballistic missile tests")]
    assert alone and all(found == ("unsourced", {pages[1].id}) for found in alone)
    troops = [(claim.label, told_by(claim)) for claim in telling(record, "450,000 troops")]
    assert troops and all(found == ("single outlet", {pages[0].id}) for found in troops)


def test_nothing_is_reported_as_disputed(record):
    assert [one.about for story in record.stories for one in story.disagreements] == []


@pytest.mark.parametrize(
    ("words", "speaker", "via"),
    [
        ("complex and unstable", "Joint Chiefs of Staff", ["South Korea's Defense Ministry"]),
        ("changing security environment and threats", "South Korea defense ministry", []),
        ("strong combined defense posture", "ministers", ["Seoul's defense ministry"]),
        ("The more capabilities", "Pete Hegseth", ["Yonhap"]),
        ("I think South Korea is a great example", "Pete Hegseth", ["Yonhap", "IANS"]),
        ("backing away", "Pete Hegseth", []),
        ("I am not aware of that", "Pete Hegseth", []),
        ("bilateral, trilateral", "Pete Hegseth", []),
        ("wrong characterization", "Pete Hegseth", []),
        ("Getting a hold of the U.S. border", "Pete Hegseth", []),
    ],
)
def test_who_said_it_and_the_way_it_came(record, words, speaker, via):
    found = [
        (quote.speaker.name if quote.speaker else None, [link.name for link in quote.via]) for quote in quotes(record, words)
    ]
    assert any(name is not None and speaker in name and way == via for name, way in found), found


def test_a_term_in_quotation_marks_is_no_speech(record):
    alone = [quote for quote in quotes(record, "pacing threat") if quote.evidence.exact.strip("“”") == "pacing threat"]
    assert alone == []


def test_shortened_quotations_are_one_utterance(record):
    def utterances(words: str) -> set[str | None]:
        return {quote.utterance for quote in quotes(record, words) if quote.speaker and quote.speaker.name == "Pete Hegseth"}

    assert utterances("the move as “great”") <= utterances("I think it’s great")
    assert utterances("“combat credible” partner") <= utterances("great example of a combat credible partner")


@pytest.mark.parametrize(
    ("page", "words", "days"),
    [
        (0, "Monday", ("2025-11-03", "2025-11-03")),
        (0, "Tuesday", ("2025-11-04", "2025-11-04")),
        (0, "1950-1953", ("1950-01-01", "1953-12-31")),
        (0, "2026", ("2026-01-01", "2026-12-31")),
        (1, "Monday", ("2025-11-03", "2025-11-03")),
        (1, "June 2019", ("2019-06-01", "2019-06-30")),
        (1, "October 2017", ("2017-10-01", "2017-10-31")),
        (1, "last week", ("2025-10-27", "2025-11-02")),
        (2, "2030", ("2030-01-01", "2030-12-31")),
        (2, "November 4, 2025", ("2025-11-04", "2025-11-04")),
        (2, "1994", ("1994-01-01", "1994-12-31")),
    ],
)
def test_times_are_resolved(record, pages, page, words, days):
    assert isinstance(record.analyses, tuple)
    (analysis,) = [one for one in record.analyses if one.article == pages[page].id]
    found = {(time.earliest, time.latest) for time in analysis.times if words in time.evidence.exact}
    assert found == {days}


def figure_values(record: Record) -> Sequence[tuple[float, str]]:
    return [(figure.low, figure.bound) for story in record.stories for figure in story.figures]


@pytest.mark.parametrize(
    "value", [(28500, "exact"), (28500, "about"), (450000, "exact"), (250, "exact"), (50, "at least"), (72, "exact")]
)
def test_figures_with_their_bounds(record, value):
    assert value in figure_values(record)
