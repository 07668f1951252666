"""Loaders and scorers for the public benchmarks and the sample coverage (`dateline eval`)."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import cast

Evaluate = Callable[[Path], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Task:
    """One evaluation: the module that runs it and the folder its data is usually in."""

    module: str
    data: str


TASKS = {name: Task(f"dateline.evaluate.{name}", name) for name in ("copies", "extract", "figures", "fivew", "places", "pubdate")}
TASKS |= {name: Task(f"dateline.evaluate.{name}", name) for name in ("quotes", "stories", "timeline", "times")}
TASKS["metadata"] = Task("dateline.evaluate.metadata", ".")  # its pages are those of several other tasks
TASKS["languages"] = Task("dateline.evaluate.languages", "eval/gold")
TASKS["utterances"] = Task("dateline.evaluate.utterances", "eval/gold/utterances")
TASKS["positions"] = Task("dateline.evaluate.positions", "eval/gold/positions")
TASKS["newstimes"] = Task("dateline.evaluate.times", "eval/gold/times")
TASKS["actors"] = Task("dateline.evaluate.actors", "eval/gold/actors")
TASKS["rewrites"] = Task("dateline.evaluate.rewrites", "eval/gold/copies")
TASKS["claims"] = Task("dateline.evaluate.claims", "eval/gold/claims")
TASKS["answers"] = Task("dateline.evaluate.answers", "claims")
TASKS["events"] = Task("dateline.evaluate.events", "events")
TASKS["folding"] = Task("dateline.evaluate.folding", "examples")
TASKS["happenings"] = Task("dateline.evaluate.folding", "eval/gold/folding")
TASKS["sample"] = Task("dateline.evaluate.sample", "examples")


def load_task(name: str) -> Evaluate:
    """The function that measures a task over a data folder; a scorer is imported only when it is asked for."""
    return cast(Evaluate, import_module(TASKS[name].module).evaluate)
