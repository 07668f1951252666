"""Checks that every citation of a record or a store stands, character by character, in the texts it cites."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import Any

import msgspec

from dateline.errors import BadInput, CitationBroken
from dateline.ids import content_id
from dateline.judgements import broken, tie
from dateline.references import dangling
from dateline.stores import Store
from dateline.types import Analysis, Article, Entry, Label, Published
from dateline.views.cite import AROUND
from dateline.views.corrections import followed, unfollowed
from dateline.views.document import Record, RecordArticle, RecordClaim
from dateline.views.evidence import Evidence

CITATION = frozenset({"article", "start", "end", "exact"})
WORD = re.compile(r"\w+")
TIME = re.compile(r"\d\d:[0-5]\d(?::[0-5]\d)?(?:Z|[+-]\d\d:?\d\d)?")


def verify_record(record: Mapping[str, Any]) -> list[str]:
    """What is wrong with a JSON record, a line each; empty when all of it is in its format and borne out by its texts."""
    articles = record.get("articles")
    if not isinstance(articles, list):
        raise BadInput("This is not a record: it has no list of articles.")
    if not all(_is_article(article) for article in articles):
        raise BadInput("This is not a record: an article lacks its id, its revision or its texts.")
    try:
        told = msgspec.convert(record, Record)
    except msgspec.ValidationError as error:
        return [f"the record is not in its format: {error}"]
    shown = (*told.articles, *(one.article for one in told.superseded))
    problems = [problem for article in shown for problem in _check_fields(article)]
    newest = {article.id for article in told.articles}
    problems += [
        f"article {one.article.id}: {one.by} took its place, but is not there" for one in told.superseded if one.by not in newest
    ]
    problems += [*broken_citations(msgspec.to_builtins(told)), *dangling(told), *_check_corrections(told)]
    claims = [
        (f"stories[{at}].claims[{i}]", claim) for at, story in enumerate(told.stories) for i, claim in enumerate(story.claims)
    ]
    return problems + [f"{path}: {problem}" for path, claim in claims for problem in _check_claim(claim, told)]


def _check_corrections(record: Record) -> Iterator[str]:
    """Stories that follow judgements which are not there or do not stand, and articles that lie otherwise than was decided."""
    knots = tie(followed(record))
    named = {one.id: {one.left, one.right} for one in knots.stands}
    for story in record.stories:
        for one in story.corrected:
            if one not in named:
                yield f"story {story.id}: it follows judgement {one}, which is not there or does not stand"
            elif named[one].isdisjoint(story.articles):
                yield f"story {story.id}: it follows judgement {one}, which is on no article of it"
    home = {article: story.id for story in record.stories for article in story.articles}
    for left, right in broken(knots, home):
        yield f"articles {left} and {right}: their stories are not as was decided"
    yield from unfollowed(record)


def broken_citations(record: Mapping[str, Any]) -> list[str]:
    """The articles of a well-formed JSON value that are not their revision, and the citations that are not their words."""
    versions = [one["article"] for one in record["superseded"]]
    texts = {article["id"]: article for article in (*versions, *record["articles"])}
    problems = [problem for article in (*record["articles"], *versions) for problem in _check_article(article)]
    if len({article["id"] for article in record["articles"]}) < len(record["articles"]):
        problems.append("an article stands in the record twice")
    for path, citation in citations(record, ""):
        problem = _check_citation(msgspec.convert(citation, Evidence), texts)
        if problem:
            problems.append(f"{path}: {problem}")
    return problems


def count_citations(record: Mapping[str, Any]) -> int:
    """The number of citations in a JSON record."""
    return sum(1 for _ in citations(record, ""))


def verify_store(store: Store) -> list[str]:
    """What is wrong with the kept pages, articles, analyses and cached findings of a store, whatever pipeline made them."""
    problems = [f"page {name}: its bytes are no longer those that were read" for name in store.damaged()]
    for pipeline in store.pipelines():
        try:
            articles, analyses = store.shelf(pipeline).articles, store.analyses(pipeline)
        except CitationBroken as error:
            problems.append(str(error))
            continue
        for article in articles:
            problems += [*_check_article(msgspec.to_builtins(article)), *_check_fields(article), *_check_notes(article)]
        problems += _check_analyses(analyses, articles)
    return problems + [
        f"cache {key}: it is no longer what was written" for key, kind, data in store.cached() if _spoilt(kind, data)
    ]


def _spoilt(kind: str, data: bytes | None) -> bool:
    """Whether cached bytes are not what is kept on that shelf; a former version may have kept it with other fields."""
    if data is None:
        return True
    try:
        found = msgspec.msgpack.decode(data) if kind == "findings" else msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return True
    return not isinstance(found, dict)


def _check_analyses(analyses: Sequence[Analysis], articles: Sequence[Article]) -> Iterator[str]:
    lengths = {(article.id, part): len(getattr(article, part)) for article in articles for part in ("text", "matter")}
    for analysis in analyses:
        for path, span in _spans(msgspec.to_builtins(analysis), f"analysis of {analysis.article}"):
            if span["article"] != analysis.article:
                yield f"{path}: it is in article {span['article']}"
            elif not 0 <= span["start"] <= span["end"] <= lengths.get((span["article"], span["part"]), -1):
                yield f"{path}: characters {span['start']} to {span['end']} are not in article {span['article']}"
        if any(after.start < before.end for before, after in pairwise(analysis.sentences)):
            yield f"analysis of {analysis.article}: its sentences are not in order"


def _check_fields(article: Article | RecordArticle) -> Iterator[str]:
    """What an article's fields say that its own texts do not; an agency may be credited under another of its names."""
    name = f"article {article.id} ({article.file})"
    if article.title is not None and not article.text.startswith(article.title):
        yield f"{name}: its text does not begin with its title"
    words = set(WORD.findall(f"{article.text} {article.matter}".casefold()))
    for field, values in (("byline", article.byline), ("place", (article.place,) if article.place else ())):
        for value in values:
            if not words.issuperset(WORD.findall(value.casefold())):
                yield f"{name}: its {field} {value!r} does not stand on its page"
    noted = {(note.field, note.value) for note in article.notes}
    told = {("credits", value) for value in article.credits} | ({("place", article.place)} if article.place else set())
    for field, value in sorted((told | {("byline", value) for value in article.byline}) - noted):
        yield f"{name}: its {field} {value!r} stands in none of its notes"
    problem = _day_problem(article.published, article.url)
    if problem:
        yield f"{name}: {problem}"
    yield from _check_entries(article)


def _check_entries(article: Article | RecordArticle) -> Iterator[str]:
    """Entries of a live blog that overlap, and days of entries that are none."""
    name = f"article {article.id} ({article.file})"
    places = [one.passage if isinstance(one, Entry) else one.evidence for one in article.entries]
    told = [one.told for one in article.entries]
    if any(after.start < before.end for before, after in pairwise(places)):
        yield f"{name}: its entries are not in order"
    if any(
        (place.article, place.part, line.part) != (article.id, "text", "matter") for place, line in zip(places, told, strict=True)
    ):
        yield f"{name}: an entry is not a passage of its text with a time in its matter"
    yield from (f"{name}: {one.day} is no day of an entry" for one in article.entries if one.day and not _is_day(one.day))
    yield from (
        f"{name}: {one.time} is no time of an entry" for one in article.entries if one.time and not TIME.fullmatch(one.time)
    )


def _is_day(day: str) -> bool:
    try:
        return date.fromisoformat(day).isoformat() == day
    except ValueError:
        return False


def _day_problem(published: Published, url: str | None) -> str | None:
    first, last = published.earliest, published.latest
    if first is None or last is None:
        return None if first is last is None and published.basis == "unknown" else "its day of publication is half told"
    try:
        ordered = date.fromisoformat(first) <= date.fromisoformat(last)
    except ValueError:
        return f"{first} to {last} are no days"
    if not ordered or published.basis == "unknown":
        return f"it cannot be published {first} to {last} on the basis {published.basis!r}"
    if published.basis == "url" and first.replace("-", "") not in re.sub(r"\D", "", url or ""):
        return f"its address does not hold the day {first}"
    return None


def _check_notes(article: Article) -> Iterator[str]:
    """Notes and entries outside the texts of their article."""
    name = f"article {article.id} ({article.file})"
    for note in article.notes:
        if not 0 <= note.start <= note.end <= len(article.text if note.part == "text" else article.matter):
            yield f"{name}: the note of its {note.field} is outside its {note.part}"
    for span in (span for entry in article.entries for span in (entry.passage, entry.told)):
        if not 0 <= span.start < span.end <= len(article.text if span.part == "text" else article.matter):
            yield f"{name}: an entry is outside its {span.part}"


def _check_claim(claim: RecordClaim, record: Record) -> Iterator[str]:
    """What the numbers and the label of a claim say that its statements do not."""
    outlet_of = {article.id: article.outlet for article in record.articles}
    told_by = {statement.article for statement in claim.statements}
    outlets = len({outlet_of.get(article) for article in told_by} - {None})
    named = [frozenset(statement.origins) for statement in claim.statements if statement.origins]
    least, most = _bounds(named)
    known = {origin.id for origin in record.origins}
    if claim.outlets != outlets:
        yield f"its statements are of {outlets} outlets, not {claim.outlets}"
    if not least <= claim.origins <= most:
        yield f"its statements rest on {least} to {most} origins, not {claim.origins}"
    if not 0 <= claim.unsourced <= claim.texts <= len(told_by):
        yield f"{claim.unsourced} unsourced of {claim.texts} texts in {len(told_by)} articles cannot be"
    if claim.label != _label(claim.outlets, claim.origins):
        yield f"{claim.label!r} is not what {claim.origins} origins in {claim.outlets} outlets are called"
    if not known.issuperset(frozenset().union(*named)):
        yield "it names an origin that is not in the record"


def _bounds(named: Sequence[frozenset[str]]) -> tuple[int, int]:
    """Between which numbers the least number of origins lies: one for each of some that share none, and one for each choice."""
    apart: set[str] = set()
    least = 0
    for choice in sorted(named, key=lambda one: (len(one), sorted(one))):
        if apart.isdisjoint(choice):
            apart |= choice
            least += 1
    return least, min(len(set(named)), len(frozenset().union(*named)))


def _label(outlets: int, origins: int) -> Label:
    if origins != 1:
        return "corroborated" if origins else "unsourced"
    return "single origin" if outlets > 1 else "single outlet"


def citations(value: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every citation in a JSON value with the path to it."""
    yield from _walk(value, path, CITATION)


def _spans(value: Any, path: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield from _walk(value, path, frozenset({"article", "start", "end", "part"}))


def _walk(value: Any, path: str, keys: frozenset[str]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(value, dict):
        if keys <= value.keys():
            yield path, value
        for key in sorted(value):
            yield from _walk(value[key], f"{path}.{key}" if path else key, keys)
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _walk(item, f"{path}[{index}]", keys)


def _is_article(article: Any) -> bool:
    return isinstance(article, dict) and all(isinstance(article.get(key), str) for key in ("id", "revision", "text", "matter"))


def _check_article(article: Mapping[str, Any]) -> Iterator[str]:
    name = f"article {article['id']} ({article.get('file')})"
    if content_id(article["text"], article["matter"]) != article["revision"]:
        yield f"{name}: its text has changed; it is no longer revision {article['revision']}"
    elif content_id(article.get("url") or article.get("file"), article.get("outlet"), article["revision"]) != article["id"]:
        yield f"{name}: its address or outlet has changed; they no longer give its id"


def _check_citation(citation: Evidence, texts: Mapping[str, Mapping[str, Any]]) -> str | None:
    article = texts.get(citation.article)
    if article is None:
        return f"there is no article {citation.article}"
    if citation.revision != article["revision"]:
        return f"article {citation.article} is at revision {article['revision']}, not {citation.revision}"
    text = article[citation.part]
    start, end = citation.start, citation.end
    if not 0 <= start < end <= len(text):
        return f"characters {start} to {end} are not in article {citation.article}"
    wanted = (text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])
    told = (citation.exact, citation.prefix, citation.suffix)
    return None if told == wanted else f"the words cited are not at {start} to {end} of article {citation.article}"
