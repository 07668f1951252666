"""The events of a record against labelled happenings: which passages are coded, and which reports are folded into one.

The gold is that of the sample coverage (`coverage/`, `events.json`), or a folder of invented storylines, a file each, with the
passages marked in the text as `[words|happening]`. A report of the record stands for a passage when the two share at least half
of the shorter one. Groups are scored by pairs of passages that are coded; `all_` figures also count the pairs of the others.
Figures of the two halves begin with `a_` and `b_`.
"""

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

import dateline
from dateline import pipeline
from dateline.analyze.articles import analyze_articles, load_model
from dateline.evaluate.actors import unmarked
from dateline.evaluate.articles import told_article
from dateline.evaluate.sample import Place, overlap, place_of
from dateline.evaluate.scores import prf
from dateline.settings import Settings
from dateline.types import Article
from dateline.views.assemble import assemble
from dateline.views.document import Record, RecordEvent
from dateline.views.material import Kept


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled passage: the happening that it tells, the PLOVER type of that, and the half of the gold."""

    happening: str
    type: str
    half: str
    place: Place


@dataclass(frozen=True, slots=True)
class Gold:
    """Labelled passages, and pairs of happenings that look like one."""

    labels: tuple[Label, ...]
    tempting: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A labelled passage with the events that the record has for it."""

    label: Label
    events: frozenset[str]
    typed: bool


def evaluate(data: Path) -> dict[str, float]:
    """Figures for a folder that holds `coverage/` and `events.json`, or storylines in TOML files."""
    if (data / "events.json").exists():
        record = dateline.report([data / "coverage"])
        return score(record, sample_gold(record, json.loads((data / "events.json").read_text(encoding="utf-8"))))
    paths = sorted(data.glob("*.toml"))
    if not paths:
        raise FileNotFoundError(2, "no storyline", str(data / "*.toml"))
    storylines = [read_storyline(path.stem, path.read_text(encoding="utf-8")) for path in paths]
    record = record_of([article for articles, _ in storylines for article in articles])
    labels = tuple(label for _, gold in storylines for label in gold.labels)
    return score(record, Gold(labels, tuple(pair for _, gold in storylines for pair in gold.tempting)))


def sample_gold(record: Record, rows: Mapping[str, Any]) -> Gold:
    """The gold of the sample coverage; each passage is where its words first stand."""
    articles = {article.file.split("/", 1)[-1]: article for article in record.articles}
    labels = []
    for row in rows["events"]:
        for file, exact in row["reports"]:
            article = articles[file]
            start = article.text.index(exact)
            labels.append(Label(row["id"], row["type"], row["half"].lower(), (article.id, start, start + len(exact))))
    return Gold(tuple(labels), tuple((row["a"], row["b"]) for row in rows["tempting"]))


def read_storyline(name: str, content: str) -> tuple[tuple[Article, ...], Gold]:
    """The articles of one storyline without their marks, and what is marked; ids of happenings begin with its name."""
    told = tomllib.loads(content)
    articles: list[Article] = []
    labels: list[Label] = []
    for row in told["articles"]:
        text, marked = unmarked(row["file"], row["text"].strip())
        article = told_article(name, {**row, "text": text})
        end = 0
        for one in marked:
            words = text[one.span.start : one.span.end]
            start = article.text.index(words, end)
            end = start + len(words)
            place = (article.id, start, end)
            labels.append(Label(f"{name}/{one.group}", told["types"][one.group], name[0], place))
        articles.append(article)
    tempting = tuple((f"{name}/{row['a']}", f"{name}/{row['b']}") for row in told["tempting"])
    return tuple(articles), Gold(tuple(labels), tempting)


def record_of(articles: Sequence[Article]) -> Record:
    """The record of articles in one run."""
    settings = Settings()
    analyses = list(analyze_articles(articles, load_model(settings.model), settings))
    versions = pipeline.versions_of(settings)
    return assemble(pipeline.run(articles, analyses, versions), Kept(versions))


def score(record: Record, gold: Gold) -> dict[str, float]:
    """The figures of one record against its gold, over all and for each half."""
    events = {event.id: event for story in record.stories for event in story.events}
    passages = list(find_passages(events.values(), gold.labels))
    figures = _score(passages, gold.tempting) | {"reports_in_gold": _in_gold(events.values(), gold.labels)}
    for half in sorted({one.label.half for one in passages}):
        part = [one for one in passages if one.label.half == half]
        figures |= {f"{half}_{name}": value for name, value in _score(part, gold.tempting).items()}
    return figures


def find_passages(events: Iterable[RecordEvent], labels: Iterable[Label]) -> Iterator[Passage]:
    """The labelled passages with the events of a record that report them."""
    told: dict[str, list[tuple[RecordEvent, Place]]] = {}
    for event in events:
        for report in event.reports:
            told.setdefault(report.evidence.article, []).append((event, place_of(report.evidence)))
    for label in labels:
        met = [event for event, piece in told.get(label.place[0], ()) if overlap(piece, label.place)]
        yield Passage(label, frozenset(event.id for event in met), any(event.type == label.type for event in met))


def _in_gold(events: Iterable[RecordEvent], labels: Sequence[Label]) -> float:
    """The share of the reports of a record that stand for a labelled passage."""
    places = [place_of(report.evidence) for event in events for report in event.reports]
    return sum(any(overlap(place, label.place) for label in labels) for place in places) / max(1, len(places))


def _score(passages: Sequence[Passage], tempting: Sequence[tuple[str, str]]) -> dict[str, float]:
    coded = [one for one in passages if one.events]
    pairs = [(one, other) for one, other in combinations(passages, 2) if one.label.happening == other.label.happening]
    folded = [(one, other) for one, other in combinations(coded, 2) if one.events & other.events]
    right = sum(one.label.happening == other.label.happening for one, other in folded)
    same = sum(bool(one.events and other.events) for one, other in pairs)
    precision, recall, f1 = prf(right, len(folded) - right, same - right)
    _, all_recall, all_f1 = prf(right, len(folded) - right, len(pairs) - right)
    events_of: dict[str, frozenset[str]] = {}
    for one in coded:
        events_of[one.label.happening] = events_of.get(one.label.happening, frozenset()) | one.events
    known = [(a, b) for a, b in tempting if a in events_of and b in events_of]
    return {
        "passages": len(passages),
        "coded": len(coded) / max(1, len(passages)),
        "typed": sum(one.typed for one in coded) / max(1, len(coded)),
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "all_recall": all_recall,
        "all_f1": all_f1,
        "tempting": len(known),
        "tempting_apart": sum(not events_of[a] & events_of[b] for a, b in known) / max(1, len(known)),
    }
