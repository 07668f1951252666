"""The quality gate: every pinned figure is measured again, and none may fall below its floor.

    python eval/gate.py BENCH [TASK ...] [--update]

`floors.json` maps a task to the figures it must reach. `--update` raises the floors that this version passes; it never
lowers one. A floor is a measured figure rounded down to three places. Tasks without data beside the checkout are named and
left out.
"""

import argparse
import json
import sys
import time
from math import floor
from pathlib import Path

from dateline.evaluate import TASKS, load_task

ROOT = Path(__file__).parents[1]
FLOORS = ROOT / "eval" / "floors.json"
GOLD = ROOT / "eval" / "gold"
# Data that is part of the project.
OWN = {
    "actors": GOLD / "actors",
    "claims": GOLD / "claims",
    "folding": ROOT / "examples",
    "happenings": GOLD / "folding",
    "languages": GOLD,
    "newstimes": GOLD / "times",
    "positions": GOLD / "positions",
    "rewrites": GOLD / "copies",
    "sample": ROOT / "examples",
    "utterances": GOLD / "utterances",
}


def main() -> int:
    """Zero when every figure of every task reaches its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bench", type=Path)
    parser.add_argument("tasks", nargs="*", help="only these")
    parser.add_argument("--update", action="store_true")
    options = parser.parse_args()
    pinned = json.loads(FLOORS.read_text())
    low: list[str] = []
    for task in options.tasks or sorted(pinned):
        data = OWN.get(task) or options.bench / TASKS[task].data
        if not data.exists():
            print(f"{task}: left out, because {TASKS[task].data}/ is not there")
            continue
        low += measure(task, data, pinned[task], update=options.update)
    if options.update:
        FLOORS.write_text(json.dumps(pinned, indent=2, sort_keys=True) + "\n")
    for line in low:
        print(f"below its floor: {line}", file=sys.stderr)
    print(f"{'FAILED' if low else 'passed'}: quality floors")
    return 1 if low else 0


def measure(task: str, data: Path, pinned: dict[str, float], *, update: bool) -> list[str]:
    """The figures of one task that fall below their floors; prints all that are pinned, with their floors."""
    start = time.perf_counter()
    figures = load_task(task)(data)
    print(f"{task}  ({time.perf_counter() - start:.0f} s)")
    low = []
    for name, least in sorted(pinned.items()):
        value = figures.get(name, float("nan"))
        print(f"  {name:<36} {value:8.3f}   floor {least:.3f}")
        if not value >= least:  # a figure that is missing or not a number fails
            low.append(f"{task} {name}: {value:.4f} < {least:.3f}")
        if update:
            pinned[name] = max(least, floor(value * 1000) / 1000) if value >= least else least
    return low


if __name__ == "__main__":
    sys.exit(main())
