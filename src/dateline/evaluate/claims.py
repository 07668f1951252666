"""Claims, origins, chains and relations against the gold of invented storylines, one file of the folder for each.

All articles of the folder are read in one run, as a dump would tell them. Claims and origins are scored as those of the sample
coverage. A chain is right when the links of the statement that stands for it are the labelled ones, in order; its source when the
link nearest to the fact is, or there is none on both sides. A labelled pair of statements has the relation of the disagreement
that both are sides of, `agree` where they stand in one claim, and none otherwise. Framing and unrelated pairs are right when no
disagreement is reported; those of a framing may stand in one claim, unrelated ones may not. Pairs that are not labelled are not
scored.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from dateline import pipeline
from dateline.analyze.articles import analyze_articles, load_model
from dateline.evaluate import answers
from dateline.evaluate.articles import told_article
from dateline.evaluate.sample import Gold, Place, claims_of, overlap, place_of, same_name, score_claims, score_origins
from dateline.evaluate.scores import prf
from dateline.settings import Settings
from dateline.types import Article
from dateline.views.assemble import assemble
from dateline.views.document import Record, RecordStatement
from dateline.views.evidence import SourcingLink
from dateline.views.material import Kept

OPEN = ("contradiction", "denial")
APART = ("framing", "unrelated")
AGREE, NONE, NO_SOURCE = "agree", "none", "-"


@dataclass(frozen=True, slots=True)
class Chain:
    """The links of one statement, the nearest to the fact first."""

    statement: Mapping[str, str]
    links: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Related:
    """Two statements and their relation."""

    relation: str
    left: Mapping[str, str]
    right: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Storyline:
    """The labels of one storyline; statements are rows of `file` and `exact`."""

    name: str
    articles: tuple[Article, ...]
    claims: tuple[Mapping[str, Any], ...]
    chains: tuple[Chain, ...]
    pairs: tuple[Related, ...]


def evaluate(data: Path) -> dict[str, float]:
    """The figures of all storylines, and of the two halves, whose files begin with `a` and `b`; else those of `answers`."""
    paths = sorted(data.glob("*.toml"))
    if not paths and (data / answers.FILE).exists():
        return answers.evaluate(data)
    if not paths:
        raise FileNotFoundError(2, "no storyline", str(data / "*.toml"))
    storylines = [read_storyline(path) for path in paths]
    record = _record([article for one in storylines for article in one.articles])
    figures = score(storylines, record)
    for half in sorted({one.name[0] for one in storylines}):
        part = score([one for one in storylines if one.name.startswith(half)], record)
        figures |= {f"{half}_{name}": value for name, value in part.items()}
    return figures


def read_storyline(path: Path) -> Storyline:
    """The articles of one file, taken apart as in any run, and its labels."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    name = path.stem
    return Storyline(
        name,
        tuple(told_article(name, row) for row in told["articles"]),
        tuple({**row, "statements": [_row(name, *_cells(line)) for line in _lines(row["statements"])]} for row in told["claims"]),
        tuple(_chain(name, *_cells(line)) for line in _lines(told["chains"])),
        tuple(_related(name, *_cells(line)) for line in _lines(told["pairs"])),
    )


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.split(" | ")]


def _row(storyline: str, file: str, exact: str) -> dict[str, str]:
    return {"file": f"{storyline}/{file}", "exact": exact}


def _chain(storyline: str, file: str, exact: str, links: str) -> Chain:
    names = () if links == NO_SOURCE else tuple(link.strip() for link in links.split("<"))
    return Chain(_row(storyline, file, exact), names)


def _related(storyline: str, relation: str, _kind: str, *rest: str) -> Related:
    return Related(relation, _row(storyline, *rest[:2]), _row(storyline, *rest[2:4]))


def _record(articles: Sequence[Article]) -> Record:
    settings = Settings()
    analyses = list(analyze_articles(articles, load_model(settings.model), settings))
    versions = pipeline.versions_of(settings)
    return assemble(pipeline.run(articles, analyses, versions), Kept(versions))


def score(storylines: Sequence[Storyline], record: Record) -> dict[str, float]:
    """The figures of some storylines in the record of all."""
    files = {article.file: article.id for one in storylines for article in one.articles}
    here = frozenset(files.values())
    record = replace(record, stories=tuple(story for story in record.stories if not here.isdisjoint(story.articles)))
    claims = [claim for one in storylines for claim in one.claims]
    gold = Gold({"claims": claims}, files, {article.id: article.text for article in record.articles})
    return {
        **score_claims(record, gold),
        **score_origins(record, gold),
        **score_chains(record, gold, [chain for one in storylines for chain in one.chains]),
        **score_relations(record, gold, [pair for one in storylines for pair in one.pairs]),
    }


def score_chains(record: Record, gold: Gold, chains: Sequence[Chain]) -> dict[str, float]:
    """The share of the labelled chains whose statement was found, and of those with the right source and the right links."""
    statements: dict[str, list[RecordStatement]] = {}
    for claim in claims_of(record):
        for statement in claim.statements:
            statements.setdefault(statement.article, []).append(statement)
    found = sources = whole = 0
    for chain in chains:
        place = gold.locate(chain.statement)
        near = [one for one in statements.get(place[0], ()) if overlap(place_of(one.evidence), place)] if place else []
        if place is None or not near:
            continue
        links = _links(min(near, key=lambda one: (_apart(place_of(one.evidence), place), one.id)).sourcing)
        found += 1
        sources += _alike(links[:1], chain.links[:1])
        whole += _alike(links, chain.links)
    share = 1 / found if found else 0.0
    return {
        "chains_found": found / max(1, len(chains)),
        "sources_right": sources * share,
        "chains_right": whole * share,
        "chains_gold": len(chains),
    }


def _apart(one: Place, other: Place) -> int:
    return abs(one[1] - other[1]) + abs(one[2] - other[2])


def _links(sourcing: Sequence[SourcingLink]) -> tuple[str, ...]:
    """The names of a chain, the nearest to the fact first, each once in a row, without the outlet and whose text it copied."""
    named: list[str] = []
    for link in reversed(sourcing[1:] if sourcing and sourcing[0].kind == "outlet" else sourcing):
        if link.kind != "copy" and not (named and _same(named[-1], link.name)):
            named.append(link.name)
    return tuple(named)


def _alike(told: Sequence[str], wanted: Sequence[str]) -> bool:
    return len(told) == len(wanted) and all(_same(one, other) for one, other in zip(told, wanted, strict=True))


def _same(one: str, other: str) -> bool:
    """Whether two names are alike, or one is the initials of the other."""
    return same_name(one, other) or _initials(one) == other or _initials(other) == one


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def score_relations(record: Record, gold: Gold, pairs: Sequence[Related]) -> dict[str, float]:
    """How often labelled pairs have the right relation, and precision and recall of those called open, and updates."""
    sides = list(_sides(record))
    claims = [[place_of(statement.evidence) for statement in claim.statements] for claim in claims_of(record)]
    told: list[tuple[str, str]] = []
    for pair in pairs:
        left, right = gold.locate(pair.left), gold.locate(pair.right)
        if left is not None and right is not None:
            told.append((pair.relation, _relation(left, right, sides, claims)))
    right_ones = sum(_is_right(wanted, said) for wanted, said in told)
    figures = {"relations_right": right_ones / max(1, len(told)), "relations_gold": len(told)}
    for name, group in (("open", OPEN), ("updates", ("update",))):
        hits = sum(wanted in group and said in group for wanted, said in told)
        called, gold_count = sum(said in group for _, said in told), sum(wanted in group for wanted, _ in told)
        precision, recall, _ = prf(hits, called - hits, gold_count - hits)
        figures |= {f"{name}_precision": precision, f"{name}_recall": recall}
        figures |= {f"{name}_called": called, f"{name}_gold": gold_count}
    figures["unclear_called"] = sum(said == "unclear" for _, said in told)
    figures["tempting_fallen_for"] = sum(wanted in (AGREE, *APART) and said in OPEN for wanted, said in told)
    return figures


def _sides(record: Record) -> Iterator[tuple[str, list[list[Place]]]]:
    """Each disagreement once: its relation, and the places of its sides."""
    for one in {one.id: one for story in record.stories for one in story.disagreements}.values():
        yield one.relation, [[place_of(statement.evidence) for statement in side.statements] for side in one.values]


def _relation(
    left: Place, right: Place, sides: Sequence[tuple[str, list[list[Place]]]], claims: Sequence[Sequence[Place]]
) -> str:
    for relation, values in sides:
        at = [{n for n, value in enumerate(values) if any(overlap(place, one) for one in value)} for place in (left, right)]
        if at[0] and at[1] and len(at[0] | at[1]) > 1:
            return relation
    for claim in claims:
        if all(any(overlap(place, one) for one in claim) for place in (left, right)):
            return AGREE
    return NONE


def _is_right(wanted: str, said: str) -> bool:
    return said == wanted or (wanted in APART and said in (*APART, NONE)) or (wanted == "framing" and said == AGREE)
