"""The steps in order, what each needs and gives, and how they run over a set of articles.

Steps up to `analyze` take one page at a time, so an engine runs them, anywhere. `copies` and `stories`
see all articles, as they come and go (`Heap`); the rest sees one storyline at a time, and what it finds is kept by a digest of
what it saw.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import cache, partial
from importlib import import_module, metadata
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Protocol

import msgspec

from dateline.decisions import on_statements
from dateline.errors import BadInput
from dateline.judgements import hanging_together
from dateline.known import digest_of
from dateline.ledger import Ledger, Library, Scratch
from dateline.passages import article_of
from dateline.settings import Settings
from dateline.types import Analysis, Article, Copy, Dating, Entity, Judgement, KnownEntity, Story, Storyline
from dateline.views.document import Versions
from dateline.views.material import Findings, Material

Given = dict[str, Any]
Tick = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Step:
    """A step: a function (`module:name`) that takes what it `needs` by position and returns what it `gives`."""

    name: str
    function: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Grouped:
    """Which articles derive from one text, which tell one story, and which stories are of one matter; each by a fixed order."""

    copies: tuple[Copy, ...]
    stories: tuple[Story, ...]
    storylines: tuple[Storyline, ...]


@dataclass(frozen=True, slots=True)
class Folded:
    """Who is who in one storyline, before namesakes in others are looked at."""

    entities: tuple[Entity, ...]


class Memory(Protocol):
    """Keeps what was found before. Whatever it forgets is found again, the same."""

    def recall(self, key: str) -> bytes | None:
        """What was kept under `key`; None if nothing was."""
        ...

    def keep(self, found: Mapping[str, bytes]) -> None:
        """Keep these, and forget all that was kept before and is not among them."""
        ...


# The steps that see all articles. They are told which ones came and went, and keep what they find as rows of a ledger.
COPIES, STORIES = "dateline.copies:CopyIndex", "dateline.stories:Grouping"

# Given to the steps that see articles whose stories are known.
SET = ("articles", "undated_analyses", "copies", "stories", "storylines", "judgements", "known")
SET_STEPS = (
    Step("dates", "dateline.stories:date_articles", ("articles", "undated_analyses", "stories"), ("datings",)),
    Step("anchors", "dateline.pipeline:anchor_all", ("undated_analyses", "articles", "datings"), ("analyses",)),
    Step("doubts", "dateline.stories:find_doubts", ("articles", "undated_analyses"), ("doubts",)),
)

# Given to the steps that see one storyline.
STORYLINE = ("articles", "analyses", "copies", "stories", "judgements", "known")
STORYLINE_STEPS = (
    Step("entities", "dateline.entities:fold_entities", ("articles", "analyses", "known"), ("entities",)),
    Step("statements", "dateline.claims:find_statements", ("articles", "analyses", "entities"), ("statements",)),
    Step("deeds", "dateline.claims:find_deeds", ("articles", "analyses", "entities"), ("deeds",)),
    Step("decisions", "dateline.decisions:settle", ("judgements", "statements"), ("decided",)),
    Step("claims", "dateline.claims:match_claims", ("statements", "articles", "analyses", "decided"), ("claims", "rivals")),
    Step("utterances", "dateline.claims:find_utterances", ("articles", "analyses", "entities"), ("utterances",)),
    Step("series", "dateline.claims:find_series", ("statements",), ("series",)),
    Step(
        "origins",
        "dateline.origins:trace_origins",
        ("statements", "claims", "articles", "copies", "entities", "analyses", "decided", "deeds"),
        ("origins", "sourcing", "standings"),
    ),
    Step(
        "disagreements",
        "dateline.disagreements:find_disagreements",
        ("statements", "claims", "rivals", "articles", "stories", "decided"),
        ("disagreements",),
    ),
    Step("events", "dateline.events:code_events", ("deeds", "claims", "entities", "articles"), ("events",)),
)
# Entities of all storylines are looked at together before the other steps: what has one name in two of them may be two.
ENTITIES, OTHERS = STORYLINE_STEPS[:1], STORYLINE_STEPS[1:]
NAMESAKES = "dateline.entities:split_namesakes"
FOUND = tuple(field.name for field in fields(Findings) if field.name != "storyline")


def check(steps: Sequence[Step], given: Sequence[str], wanted: Sequence[str]) -> None:
    """Nothing when every step gets what it needs from `given` or an earlier step, and all `wanted` is made; else `BadInput`."""
    known = set(given)
    for step in steps:
        missing = [need for need in step.needs if need not in known]
        if missing:
            raise BadInput(f"The step {step.name!r} needs {', '.join(missing)}, which no step before it gives.")
        known.update(step.gives)
    lacking = [name for name in wanted if name not in known]
    if lacking:
        raise BadInput(f"No step gives {', '.join(lacking)}.")


def anchor_all(analyses: Sequence[Analysis], articles: Sequence[Article], datings: Sequence[Dating]) -> tuple[Analysis, ...]:
    """The analyses with the times of undated articles resolved against the days that were inferred for them."""
    if not datings:
        return tuple(analyses)
    from dateline.analyze.articles import anchor_analysis

    dated = {dating.article: dating for dating in datings}
    by_id = {article.id: article for article in articles}
    return tuple(
        anchor_analysis(one, by_id[one.article], dated[one.article]) if one.article in dated else one for one in analyses
    )


class Heap:
    """A set of articles as they come and go: the copies among them, their stories and storylines, kept as rows of a ledger.

    What it holds is a function of the set of articles and of the judgements, in whatever order and batches they came.
    """

    def __init__(self, ledger: Ledger, library: Library) -> None:
        self._copies = _found(COPIES)(ledger, library)
        self._stories = _found(STORIES)(ledger, library)

    def update(
        self,
        arrived: Sequence[Article],
        gone: Sequence[str],
        analyses: Sequence[Analysis],
        judgements: Sequence[Judgement],
    ) -> None:
        """Take articles in and out; `analyses` are of those that came, judgements are all there are."""
        copied = self._copies.update(arrived, gone)
        copies = self._copies.copies(copied)
        self._stories.update(arrived, gone, {one.article: one for one in analyses}, copied, copies, judgements)

    def grouped(self) -> Grouped:
        """All copies, stories and storylines."""
        return Grouped(self._copies.copies(), self._stories.stories(), self._stories.storylines())

    def write_back(self) -> None:
        """Keep what was changed in the ledger."""
        self._copies.write_back()
        self._stories.write_back()


def run(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    versions: Versions,
    *,
    judgements: Sequence[Judgement] = (),
    known: Sequence[KnownEntity] = (),
) -> Material:
    """Everything the steps give for a set of articles and of judgements on them, the same in whatever order they come."""
    here = {article.id: article for article in articles}
    heap = Heap(Scratch(), lambda ids: {one: here[one] for one in ids if one in here})
    heap.update(articles, (), analyses, judgements)
    return tell(articles, analyses, heap.grouped(), versions, judgements=judgements, known=known)


def tell(
    articles: Sequence[Article],
    analyses: Sequence[Analysis],
    grouped: Grouped,
    versions: Versions,
    *,
    judgements: Sequence[Judgement] = (),
    known: Sequence[KnownEntity] = (),
    memory: Memory | None = None,
    tick: Tick | None = None,
) -> Material:
    """What the steps give for articles whose stories are known, in whatever order they come, and for judgements on them.

    `known` are the entities that the user knows. `tick` is called with one after each storyline; what `memory` holds of a
    storyline is not found again.
    """
    check(SET_STEPS, SET, ("datings", "doubts", *STORYLINE))
    check(STORYLINE_STEPS, STORYLINE, FOUND)
    given: Given = {
        "articles": tuple(sorted(articles, key=lambda article: article.id)),
        "undated_analyses": tuple(sorted(analyses, key=lambda analysis: analysis.article)),
        "copies": grouped.copies,
        "stories": grouped.stories,
        "storylines": grouped.storylines,
        "judgements": on_statements(judgements),
        "known": tuple(known),
    }
    _run_steps(SET_STEPS, given)
    findings = tuple(_find_all(given, versions, memory, tick))
    names = ("articles", "analyses", "datings", "doubts", "copies", "stories", "storylines")
    return Material(findings=findings, **{name: given[name] for name in names})


def _found(function: str) -> Any:
    """What a step's name stands for (`module:name`); it is loaded when it is needed."""
    module, _, name = function.partition(":")
    return getattr(import_module(module), name)


def _run_steps(steps: Sequence[Step], given: Given) -> None:
    """Adds to `given` what the steps give."""
    for step in steps:
        result = _found(step.function)(*(given[need] for need in step.needs))
        given.update(zip(step.gives, (result,) if len(step.gives) == 1 else result, strict=True))


def _find_all(given: Given, versions: Versions, memory: Memory | None, tick: Tick | None) -> Iterator[Findings]:
    recalled = _Recalled(memory)
    parts = [(storyline, part, _digest(part, given["datings"], versions)) for storyline, part in _parts(given)]
    entities = {line: recalled.recall(f"{key} names", Folded, _fold, part).entities for line, part, key in parts}
    own = _found(NAMESAKES)(entities)
    for line, part, key in parts:
        ids = own[line]
        part["entities"] = tuple(replace(one, id=ids[one.id]) if one.id in ids else one for one in entities[line])
        key = hashlib.sha256(msgspec.msgpack.encode((key, sorted(ids.items())))).hexdigest()
        yield recalled.recall(key, Findings, partial(_find, line), part)
        if tick is not None:
            tick(1)
    recalled.keep()


class _Recalled:
    """What was found before and need not be found again, and all that is to be kept for the next time."""

    def __init__(self, memory: Memory | None) -> None:
        self._memory = memory
        self._kept: dict[str, bytes] = {}

    def recall(self, key: str, kind: Any, find: Callable[[Given], Any], part: Given) -> Any:
        """What is kept under a key, else what is found now."""
        known = None if self._memory is None else self._memory.recall(key)
        found = find(part) if known is None else msgspec.msgpack.decode(known, type=kind)
        if self._memory is not None:
            self._kept[key] = msgspec.msgpack.encode(found) if known is None else known
        return found

    def keep(self) -> None:
        """Keeps all that was recalled, and nothing else."""
        if self._memory is not None:
            self._memory.keep(self._kept)


def _parts(given: Given) -> Iterator[tuple[str, Given]]:
    """What the steps of each storyline see: its stories, articles and analyses, and the copies and decisions that touch them."""
    storylines: Sequence[Storyline] = given["storylines"]
    stories: dict[str, Story] = {story.id: story for story in given["stories"]}
    line_of = {article: line.id for line in storylines for story in line.stories for article in stories[story].articles}
    articles = _sort_out(given["articles"], lambda one: (one.id,), line_of)
    analyses = _sort_out(given["analyses"], lambda one: (one.article,), line_of)
    copies = _sort_out(given["copies"], _copied, line_of)
    decisions = _sort_out(hanging_together(given["judgements"]), _judged, line_of)
    for line in sorted(storylines, key=lambda one: one.id):
        yield (
            line.id,
            {
                "articles": tuple(articles.get(line.id, ())),
                "analyses": tuple(analyses.get(line.id, ())),
                "copies": tuple(copies.get(line.id, ())),
                "stories": tuple(stories[story] for story in line.stories),
                "judgements": tuple(one for group in decisions.get(line.id, ()) for one in group),
                "known": given["known"],
            },
        )


def _sort_out(
    records: Iterable[Any], articles_of: Callable[[Any], Iterable[str]], line_of: Mapping[str, str]
) -> dict[str, list[Any]]:
    """The records of each storyline, those that touch several in each of them."""
    found: dict[str, list[Any]] = {}
    for record in records:
        for line in sorted({line_of[article] for article in articles_of(record) if article in line_of}):
            found.setdefault(line, []).append(record)
    return found


def _judged(judgements: Sequence[Judgement]) -> Iterator[str]:
    return (article_of(name) for one in judgements for name in (one.left, one.right) if name is not None)


def _copied(copy: Copy) -> tuple[str, ...]:
    return copy.articles


def _fold(part: Given) -> Folded:
    given = dict(part)
    _run_steps(ENTITIES, given)
    return Folded(tuple(given["entities"]))


def _find(storyline: str, part: Given) -> Findings:
    given = dict(part)
    _run_steps(OTHERS, given)
    return Findings(storyline=storyline, **{name: tuple(given[name]) for name in FOUND})


def _digest(part: Given, datings: Sequence[Dating], versions: Versions) -> str:
    """A key for all that the findings of a storyline depend on; articles and datings stand for their analyses.

    The same articles may be parted into other stories after a correction.
    """
    shown = {article.id for article in part["articles"]}
    dated = [dating for dating in datings if dating.article in shown]
    stories = [story.articles for story in part["stories"]]
    seen = msgspec.msgpack.encode((fingerprint(), versions, part["articles"], dated, part["copies"], stories, part["judgements"]))
    return hashlib.sha256(seen).hexdigest()


def versions_of(settings: Settings) -> Versions:
    """The versions of this program, of the language model that the settings name, and of the record's format."""
    from dateline import __version__

    try:
        model = f"{settings.model} {metadata.version(settings.model)}"
    except metadata.PackageNotFoundError:
        model = settings.model
    return Versions(dateline=__version__, model=model, known=digest_of(settings.known))


# What is not part of the way from a page to the record.
BESIDE = ("api", "cli", "engines", "evaluate", "exports", "mcp", "page", "stores", "__pycache__")


@cache
def fingerprint() -> str:
    """A digest of the code and data that make the record: what was derived by other code is derived again."""
    digest = hashlib.sha256()
    for name, content in _sources(files("dateline"), ""):
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:16]


def _sources(folder: Traversable, path: str) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name in BESIDE:
            continue
        if entry.is_dir():
            yield from _sources(entry, f"{path}{entry.name}/")
        elif entry.name.endswith((".py", ".toml", ".txt", ".json", ".tsv", ".csv", ".sqlite", ".gz", ".xz")):
            yield path + entry.name, entry.read_bytes()
