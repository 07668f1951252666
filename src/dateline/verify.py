"""Checks that every citation of a record or a store stands, character by character, in the texts it cites."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from dateline.errors import BadInput
from dateline.ids import content_id
from dateline.stores import Store
from dateline.types import Analysis, Article
from dateline.views.cite import AROUND

CITATION = frozenset({"article", "start", "end", "exact"})


def verify_record(record: Mapping[str, Any]) -> list[str]:
    """What is wrong with a JSON record, a line each; empty when every text has its revision and every citation its words."""
    articles = record.get("articles")
    if not isinstance(articles, list):
        raise BadInput("This is not a record: it has no list of articles.")
    texts: dict[str, Mapping[str, Any]] = {}
    problems: list[str] = []
    for article in articles:
        if not _is_article(article):
            raise BadInput("This is not a record: an article lacks its id, its revision or its texts.")
        texts[article["id"]] = article
        problems.extend(_check_article(article))
    for path, citation in citations(record, ""):
        problem = _check_citation(citation, texts)
        if problem:
            problems.append(f"{path}: {problem}")
    return problems


def count_citations(record: Mapping[str, Any]) -> int:
    """The number of citations in a JSON record."""
    return sum(1 for _ in citations(record, ""))


def verify_store(store: Store) -> list[str]:
    """What is wrong with the kept pages, articles and analyses of a store, whatever pipeline made them."""
    problems = [f"page {name}: its bytes are no longer those that were read" for name in store.damaged()]
    for pipeline in store.pipelines():
        articles = store.shelf(pipeline).articles
        problems += [problem for article in articles for problem in _check_article(msgspec.to_builtins(article))]
        problems += _check_analyses(store.analyses(pipeline), articles)
    return problems


def _check_analyses(analyses: Sequence[Analysis], articles: Sequence[Article]) -> Iterator[str]:
    lengths = {(article.id, part): len(getattr(article, part)) for article in articles for part in ("text", "matter")}
    for analysis in analyses:
        for path, span in _spans(msgspec.to_builtins(analysis), f"analysis of {analysis.article}"):
            if not 0 <= span["start"] <= span["end"] <= lengths.get((span["article"], span["part"]), -1):
                yield f"{path}: characters {span['start']} to {span['end']} are not in article {span['article']}"


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


def _check_citation(citation: Mapping[str, Any], texts: Mapping[str, Mapping[str, Any]]) -> str | None:
    article = texts.get(citation["article"])
    if article is None:
        return f"there is no article {citation['article']}"
    if citation.get("revision", article["revision"]) != article["revision"]:
        return f"article {article['id']} is at revision {article['revision']}, not {citation['revision']}"
    text = article["matter" if citation.get("part") == "matter" else "text"]
    start, end = citation["start"], citation["end"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start < end <= len(text)):
        return f"characters {start} to {end} are not in article {article['id']}"
    wanted = (text[start:end], text[max(0, start - AROUND) : start], text[end : end + AROUND])
    told = (citation["exact"], citation.get("prefix", wanted[1]), citation.get("suffix", wanted[2]))
    return None if told == wanted else f"the words cited are not at {start} to {end} of article {article['id']}"
