"""The timelines of a record in the JSON of TimelineJS (Knight Lab), which shows them as slides on a web page.

Its fields are those of https://timeline.knightlab.com/docs/json-format.html. Text is HTML there, so what pages say is escaped.
"""

import json
from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from dateline.record import timeline
from dateline.views.document import Date, Moment, Record, RecordArticle
from dateline.views.evidence import Evidence

Articles = Mapping[str, RecordArticle]
Slide = dict[str, Any]
DAILY = ("minute", "hour", "day")
# A headline is as much of the sentence as fits on a slide; the sentence itself stands below it.
HEADLINE = 100  # characters


def export(record: Record) -> bytes:
    """One JSON object with a slide for each event, in order of time, in groups by storyline; UTF-8."""
    slides = [slide for line in record.storylines for slide in _slides(record, line.id)]
    stories = sorted(record.stories, key=lambda one: (-len(one.articles), one.id))
    title = {"text": {"headline": _plain(stories[0].title)}} if len(record.storylines) == 1 else None
    told: Slide = {"events": sorted(slides, key=_order), "scale": "human"} | ({"title": title} if title else {})
    return (json.dumps(told, ensure_ascii=False, sort_keys=True) + "\n").encode()


def _slides(record: Record, storyline: str) -> Iterator[Slide]:
    articles = {article.id: article for article in record.articles}
    stories = [story for story in record.stories if story.storyline == storyline]
    group = min(stories, key=lambda one: (-len(one.articles), one.id)).title
    for moment in timeline(record, storyline):
        yield _slide(moment, articles) | {"group": _plain(f"{group} (background)" if moment.background else group)}


def _slide(moment: Moment, articles: Articles) -> Slide:
    shown = moment.statement.evidence
    start, end = _ends(moment.date)
    return {
        "start_date": start,
        "text": {"headline": _plain(_short(shown.exact)), "text": _body(moment, articles)},
        "unique_id": f"{shown.article}-{shown.start}-{moment.date.earliest[:10]}-{moment.date.latest[:10]}",
        "autolink": False,
    } | ({"end_date": end} if end else {})


def _ends(when: Date) -> tuple[dict[str, int], dict[str, int] | None]:
    """The first day, as fine as is told, and the last where they are several; a month or a year is one date."""
    first, last = ([int(part) for part in day[:10].split("-")] for day in (when.earliest, when.latest))
    parts = {"year": 1, "month": 2}.get(when.granularity, 3)
    start, end = (dict(zip(("year", "month", "day"), day[:parts], strict=False)) for day in (first, last))
    return start, None if start == end else end


def _body(moment: Moment, articles: Articles) -> str:
    """The sentence, what it is, and where it and all that support it stand."""
    lines = [f"<p>“{_plain(moment.statement.evidence.exact)}” {_place(moment.statement.evidence, articles)}</p>"]
    lines.append(f"<p>{moment.status}: {moment.articles} articles, {moment.outlets} outlets, {moment.origins} origins</p>")
    for heading, told in (("Also", moment.support), ("Announced", moment.announced)):
        if told:
            cited = "".join(f"<li>“{_plain(one.exact)}” {_place(one, articles)}</li>" for one in told)
            lines.append(f"<p>{heading}:</p><ul>{cited}</ul>")
    return "".join(lines)


def _place(evidence: Evidence, articles: Articles) -> str:
    """The outlet or file, as a link where the article has an address on the web."""
    article = articles[evidence.article]
    name = _plain(article.outlet or article.file)
    if article.url is None or not article.url.startswith(("https://", "http://")):
        return f"({name})"
    return f'(<a href="{escape(article.url)}">{name}</a>)'


def _short(text: str) -> str:
    """The text up to the last word that fits."""
    line = " ".join(text.split())
    return line if len(line) <= HEADLINE else f"{line[:HEADLINE].rsplit(' ', 1)[0]} …"


def _plain(text: str) -> str:
    return escape(" ".join(text.split()))


def _order(slide: Slide) -> tuple[object, ...]:
    start = slide["start_date"]
    return start["year"], start.get("month", 0), start.get("day", 0), slide["unique_id"]
