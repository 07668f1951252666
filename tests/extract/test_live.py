"""Live blogs: entries, their passages and their times."""

import json
from typing import Any

import pytest

from dateline.extract.moments import read_clock, read_stamp
from dateline.types import Article

from .conftest import Make, noted
from .test_walls import BODY, page, paragraphs

TITLE = "Ferry aground at Tarn Point: what happens now"
TIMES = ["14:32", "1.05 pm GMT", "11:40 am"]
HEADS = ["Divers reach the hull", "All are home", "What we know"]
NIGHT = "The tug Morning Star has been sent from Skelby and will reach the ferry shortly before dawn, the port said."
OTHERS = [
    "The port of Skelby raised its fares for the third time in two years on Friday, and islanders are angry.",
    "A new captain takes over the Astrid's sister ship on Monday, after thirty years under one man.",
    "Fog kept four boats in the harbour of Skelby for two days, and the island's shops ran out of milk.",
]
PUBLISHED = '<meta property="article:published_time" content="2031-04-07T09:00:00+02:00">'


def blog(times: list[str], tag: str = "time", head: str = "", texts: list[str] = BODY) -> str:
    """A page with an entry for each time, its heading below."""
    rows = zip(times, HEADS * 2, texts, strict=False)
    return page(
        TITLE, "".join(f"<div><{tag}>{time}</{tag}><h2>{title}</h2><p>{text}</p></div>" for time, title, text in rows), head
    )


def stamped(stamps: list[str], *, shown: str = "", texts: list[str] = BODY, inside: str = "div") -> str:
    """Entries whose times are told by `<time datetime>`, whatever is shown."""
    rows = zip(stamps, HEADS * 2, texts, strict=False)
    return "".join(
        f"<{inside}><time datetime='{stamp}'>{shown or at}</time><h2>{title}</h2><p>{text}</p></{inside}>"
        for at, (stamp, title, text) in enumerate(rows)
    )


def described(updates: list[dict[str, Any]], **more: Any) -> str:
    node = {"@context": "https://schema.org", "@type": "LiveBlogPosting", "headline": TITLE, "liveBlogUpdate": updates, **more}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


def update(stamp: str, headline: str, body: str) -> dict[str, Any]:
    return {"@type": "BlogPosting", "datePublished": stamp, "headline": headline, "articleBody": body}


def told(article: Article) -> list[tuple[str | None, str | None, str, str]]:
    """Day, time, the words of the passage and the words in the matter that tell the time, for each entry."""
    return [
        (
            one.day,
            one.time,
            article.text[one.passage.start : one.passage.end],
            article.matter[one.told.start : one.told.end],
        )
        for one in article.entries
    ]


def when(article: Article) -> list[tuple[str | None, str | None]]:
    return [(one.day, one.time) for one in article.entries]


@pytest.mark.parametrize("tag", ["time", "p", "h3"])
def test_clock_times_open_entries_on_the_day_of_publication(marked_up: Make, tag: str) -> None:
    article = marked_up(blog(TIMES, tag, PUBLISHED, BODY[:3]))
    assert noted(article, "entry") == TIMES
    passages = [f"{head}\n\n{text}" for head, text in zip(HEADS, BODY, strict=False)]
    day = "2031-04-07"
    assert told(article) == [
        (day, "14:32", passages[0], TIMES[0]),
        (day, "13:05Z", passages[1], TIMES[1]),
        (day, "11:40", passages[2], TIMES[2]),
    ]
    assert not set(TIMES) & set(article.text.split("\n\n"))


def test_an_undated_page_has_entries_without_days(marked_up: Make) -> None:
    assert when(marked_up(blog(TIMES))) == [(None, "14:32"), (None, "13:05Z"), (None, "11:40")]


@pytest.mark.parametrize(
    "times", [["02:41", "04:10", "01:15"], ["02:41 min", "04:10 min", "05:15 min"], ["09:00", "09:00", "09:00"]]
)
def test_lengths_of_videos_are_no_entries(marked_up: Make, times: list[str]) -> None:
    article = marked_up(blog(times))
    assert not article.entries
    assert not noted(article, "entry")


PLAN = [
    "The first ferry since the accident leaves Skelby with the harbour master on board and calls at Port Ansel.",
    "The minister meets the families of the passengers in the town hall, and the press is asked to wait outside.",
    "A service in the church of Skelby will remember the four sailors, as it does every year in spring.",
    "The council is to vote on the new pier, which the island has wanted for ten years and cannot pay for.",
]
CLOCKS = ["06:00", "09:30", "12:15", "18:00"]


@pytest.mark.parametrize("days", [[], ["Tuesday 8 April 2031", "Wednesday 9 April 2031"]])
def test_a_timetable_is_no_live_blog(marked_up: Make, days: list[str]) -> None:
    rows = [f"<p>{time}</p><p>{text}</p>" for time, text in zip(CLOCKS, PLAN, strict=True)]
    plan = "".join(f"<h3>{day}</h3>{''.join(rows[at * 2 : at * 2 + 2])}" for at, day in enumerate(days)) or "".join(rows)
    article = marked_up(page(TITLE, paragraphs(BODY[:2]) + plan, PUBLISHED))
    assert not article.entries
    assert set(PLAN) <= set(article.text.split("\n\n"))


def test_a_timetable_on_a_page_that_calls_itself_live_is_one(marked_up: Make) -> None:
    rows = "".join(f"<p>{time}</p><p>{text}</p>" for time, text in zip(CLOCKS, PLAN, strict=True))
    article = marked_up(page("Live: ferries run again", rows, PUBLISHED))
    assert [one.time for one in article.entries] == CLOCKS


def test_times_in_a_short_part_of_an_article_are_no_entries(marked_up: Make) -> None:
    rows = "".join(f"<p>{time}</p><p>{text}</p>" for time, text in zip(CLOCKS, BODY[:3], strict=False))
    assert not marked_up(page(TITLE, paragraphs([*OTHERS, NIGHT, *PLAN]) + rows, PUBLISHED)).entries
    assert marked_up(page(TITLE, paragraphs([NIGHT]) + rows, PUBLISHED)).entries


@pytest.mark.parametrize(
    ("times", "updated", "days"),
    [
        (["01:10", "00:20", "23:50", "22:00"], "2031-04-08", ["08", "08", "07", "07"]),
        (["22:00", "23:50", "00:20", "01:10"], "2031-04-08", ["07", "07", "08", "08"]),
        (["01:10", "00:20", "23:50", "22:00"], "", [None] * 4),
        (["01:10", "00:20", "23:50", "22:00"], "2031-04-07", [None] * 4),
        (["09:10", "08:20", "07:50", "06:00"], "2031-04-09", [None] * 4),
        (["09:10", "08:20", "07:50", "06:00"], "2031-04-07", ["07"] * 4),
    ],
)
def test_over_midnight_days_are_given_where_they_are_sure(
    marked_up: Make, times: list[str], updated: str, days: list[str | None]
) -> None:
    head = PUBLISHED + (f'<meta property="article:modified_time" content="{updated}T12:00:00+02:00">' if updated else "")
    article = marked_up(blog(times, head=head))
    assert [one.time for one in article.entries] == times
    assert [one.day for one in article.entries] == [day and f"2031-04-{day}" for day in days]


def test_a_day_as_heading_counts_for_the_times_below_it(marked_up: Make) -> None:
    days = ["Tuesday 8 April 2031", "Monday 7 April 2031"]
    rows = [f"<h3>{days[0]}</h3>", blog_row("09:15", 0), blog_row("08:00", 1), f"<h3>{days[1]}</h3>", blog_row("21:30", 2)]
    article = marked_up(page(TITLE, "".join(rows), PUBLISHED))
    assert when(article) == [("2031-04-08", "09:15"), ("2031-04-08", "08:00"), ("2031-04-07", "21:30")]
    assert days[1] not in article.text
    assert days[1] in article.matter


def blog_row(time: str, at: int) -> str:
    return f"<div><p>{time}</p><h4>{HEADS[at]}</h4><p>{BODY[at]}</p></div>"


@pytest.mark.parametrize("shown", ["", "3h ago", "8 April 2031, 07.40"])
def test_time_elements_tell_day_and_zone(marked_up: Make, shown: str) -> None:
    stamps = ["2031-04-08T07:40:00+02:00", "2031-04-07T23:50:00+02:00", "2031-04-07T21:30:00.000Z", "2031-04-07T18:00:00+02:00"]
    article = marked_up(page(TITLE, stamped(stamps, shown=shown), PUBLISHED))
    assert when(article) == [
        ("2031-04-08", "07:40:00+02:00"),
        ("2031-04-07", "23:50:00+02:00"),
        ("2031-04-07", "21:30:00Z"),
        ("2031-04-07", "18:00:00+02:00"),
    ]
    assert [line for *_, line in told(article)] == stamps
    assert [line for line in article.text.split("\n\n") if line not in BODY] == [TITLE, *HEADS, HEADS[0]]


def test_a_heading_above_its_time_opens_the_entry(marked_up: Make) -> None:
    rows = zip(["07:40", "07:20", "06:10"], HEADS, BODY, strict=False)
    body = "".join(
        f"<section><h2>{title}</h2><time datetime='2031-04-08T{at}:00Z'>{at}</time><p>{text}</p></section>"
        for at, title, text in rows
    )
    article = marked_up(page(TITLE, body, PUBLISHED))
    assert [passage.split("\n\n")[0] for _, _, passage, _ in told(article)] == HEADS


@pytest.mark.parametrize(
    "below",
    [
        f"<section class='comments'>{stamped([f'2031-04-07T1{n}:00:00Z' for n in range(4)])}</section>",
        f"<h2>Readers' comments</h2>{stamped([f'2031-04-07T1{n}:00:00Z' for n in range(4)])}",
        f"<h3>4 comments</h3>{''.join(blog_row(f'1{n}:05', n) for n in range(3))}",
        f"<h2>More on the ferry</h2>{stamped([f'2031-04-0{n}T10:00:00Z' for n in (7, 5, 3)], texts=OTHERS)}",
        f"<h2>In the archive</h2>{stamped([f'2031-04-0{n}T10:00:00Z' for n in (7, 5, 3)], texts=OTHERS)}",
    ],
)
def test_comments_and_teasers_with_times_are_no_entries(marked_up: Make, below: str) -> None:
    article = marked_up(page(TITLE, paragraphs([*BODY, NIGHT]) + below, PUBLISHED))
    assert not article.entries
    assert NIGHT in article.text


def test_the_times_of_one_article_are_no_entries(marked_up: Make) -> None:
    head = "<p><time datetime='2031-04-07T09:00:00Z'>9 am</time></p><p><time datetime='2031-04-07T11:00:00Z'>Updated</time></p>"
    article = marked_up(page(TITLE, head + paragraphs(BODY), PUBLISHED + described([])))
    assert not article.entries


def test_described_entries_become_the_body_where_the_page_lacks_them(marked_up: Make) -> None:
    updates = [
        update("2031-04-08T07:40:00+02:00", HEADS[0], f"{BODY[1]}\n{BODY[2]}"),
        update("2031-04-07T21:30:00+02:00", HEADS[1], f"<p>{BODY[3]}</p><p>Read more: The fog</p>"),
    ]
    article = marked_up(page(TITLE, paragraphs([BODY[0]]), described(updates, datePublished="2031-04-07T21:30:00+02:00")))
    assert article.text.split("\n\n") == [TITLE, BODY[0], HEADS[0], BODY[1], BODY[2], HEADS[1], BODY[3]]
    assert told(article) == [
        ("2031-04-08", "07:40:00+02:00", f"{HEADS[0]}\n\n{BODY[1]}\n\n{BODY[2]}", "2031-04-08T07:40:00+02:00"),
        ("2031-04-07", "21:30:00+02:00", f"{HEADS[1]}\n\n{BODY[3]}", "2031-04-07T21:30:00+02:00"),
    ]
    assert article.title == TITLE
    assert article.published.earliest == "2031-04-07"


@pytest.mark.parametrize("backwards", [False, True])
def test_described_entries_are_found_in_the_body(marked_up: Make, backwards: bool) -> None:
    rows = "".join(f"<div><h2>{title}</h2><p>{text}</p></div>" for title, text in zip(HEADS, BODY[1:], strict=True))
    stamps = [f"2031-04-0{day}T08:00:00Z" for day in (9, 8, 7)]
    updates = [update(*row) for row in zip(stamps, HEADS, BODY[1:], strict=True)]
    head = described(updates[::-1] if backwards else updates)
    article = marked_up(page(TITLE, f"<p>{BODY[0]}</p>{rows}<p>{NIGHT}</p>", head))
    assert [(day, passage) for day, _, passage, _ in told(article)] == [
        (stamp[:10], f"{title}\n\n{text}") for stamp, title, text in zip(stamps, HEADS, BODY[1:], strict=True)
    ]
    assert article.text.endswith(NIGHT)
    assert article.published.earliest == "2031-04-07"


def test_described_and_shown_entries_together(marked_up: Make) -> None:
    updates = [update("2031-04-07T12:32:10Z", HEADS[0], BODY[0]), update("2031-04-07T12:10:00Z", "A tug is under way", NIGHT)]
    article = marked_up(blog(["14:32", "13:05", "11:40"], head=PUBLISHED + described(updates)))
    assert when(article) == [
        ("2031-04-07", "12:32:10Z"),
        ("2031-04-07", "12:10:00Z"),
        ("2031-04-07", "13:05"),
        ("2031-04-07", "11:40"),
    ]
    assert article.text.split("\n\n")[1:5] == [HEADS[0], BODY[0], "A tug is under way", NIGHT]


def test_entries_in_microdata(marked_up: Make) -> None:
    entry = "<div itemprop='liveBlogUpdate' itemscope itemtype='https://schema.org/BlogPosting'>"
    rows = "".join(
        f"{entry}<meta itemprop='datePublished' content='2031-04-0{9 - at}T08:00:00Z'><h2 itemprop='headline'>{title}</h2>"
        f"<p itemprop='articleBody'>{text}</p></div>"
        for at, (title, text) in enumerate(zip(HEADS, BODY, strict=False))
    )
    article = marked_up(page(TITLE, rows))
    assert [one.day for one in article.entries] == ["2031-04-09", "2031-04-08", "2031-04-07"]
    assert [passage for _, _, passage, _ in told(article)] == [f"{a}\n\n{b}" for a, b in zip(HEADS, BODY, strict=False)]


def test_writers_of_entries_stay_out_of_the_body(marked_up: Make) -> None:
    writers = ["<p>Orla Quist</p>", "<p>By Ines Palder</p>", "<p class='author'>Tam Reeve</p>", "<p>Orla Quist</p>"]
    rows = "".join(
        f"<div><p>{time}</p><h4>{title}</h4>{writer}<p>{text}</p><p>(OQ)</p></div>"
        for time, title, writer, text in zip(
            ["14:32", "13:05", "11:40", "11:10"], [*HEADS, "Port Ansel"], writers, BODY, strict=True
        )
    )
    article = marked_up(page(TITLE, rows, PUBLISHED))
    lines = article.text.split("\n\n")
    assert lines == [TITLE, *(line for row in zip([*HEADS, "Port Ansel"], BODY, strict=True) for line in row)]
    assert {"Orla Quist", "Ines Palder", "OQ"} <= set(noted(article, "contributor"))
    assert len(article.entries) == 4


@pytest.mark.parametrize(
    "updates", [[], {}, "soon", [{"headline": "No time"}], [{"datePublished": "2031-13-45", "articleBody": "x"}]]
)
def test_a_live_blog_posting_without_updates_is_an_article(marked_up: Make, updates: Any) -> None:
    article = marked_up(page(TITLE, paragraphs(BODY), described(updates, datePublished="2031-04-07")))
    assert not article.entries
    assert article.text.split("\n\n") == [TITLE, *BODY]
    assert article.published.earliest == "2031-04-07"


def test_a_full_hour_needs_no_minutes_and_no_hour_is_the_twenty_fifth() -> None:
    assert [told and told.time for told in map(read_clock, ("7pm", "7 a.m.", "12am GMT", "7", "25.10"))] == [
        "19:00",
        "07:00",
        "00:00Z",
        None,
        None,
    ]
    assert read_stamp("2031-04-07T25:99:00Z") is None
