"""The quality gate: what falls below its floor fails, and no floor is ever lowered."""

import json
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

from pytest import CaptureFixture, MonkeyPatch, fixture, mark

GATE = Path(__file__).parents[1] / "eval" / "gate.py"


@fixture
def gate(monkeypatch: MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The gate with a floors file of its own and a task that always measures the same."""
    spec = spec_from_file_location("quality_gate", GATE)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    (tmp_path / "figures").mkdir()
    monkeypatch.setattr(module, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(module, "load_task", lambda task: lambda data: {"precision": 0.87654, "recall": 0.5, "rows": 12})
    return module


def run(gate: ModuleType, monkeypatch: MonkeyPatch, floors: dict[str, dict[str, float]], *options: str) -> int:
    gate.FLOORS.write_text(json.dumps(floors))
    monkeypatch.setattr(sys, "argv", ["gate.py", str(gate.FLOORS.parent), *options])
    return int(gate.main())


@mark.parametrize(("floor", "code"), [(0.8, 0), (0.87654, 0), (0.877, 1), (1.0, 1)])
def test_a_figure_below_its_floor_fails(
    gate: ModuleType, monkeypatch: MonkeyPatch, capsys: CaptureFixture[str], floor: float, code: int
) -> None:
    assert run(gate, monkeypatch, {"figures": {"precision": floor, "recall": 0.4}}) == code
    told = capsys.readouterr()
    assert ("below its floor: figures precision" in told.err) == bool(code)
    assert "recall" in told.out and "floor 0.400" in told.out


def test_an_update_raises_floors_rounded_down_and_lowers_none(gate: ModuleType, monkeypatch: MonkeyPatch) -> None:
    assert run(gate, monkeypatch, {"figures": {"precision": 0.5, "recall": 0.9}}, "--update") == 1
    assert json.loads(gate.FLOORS.read_text()) == {"figures": {"precision": 0.876, "recall": 0.9}}


def test_a_run_without_update_writes_nothing(gate: ModuleType, monkeypatch: MonkeyPatch) -> None:
    floors = {"figures": {"precision": 0.5}}
    assert run(gate, monkeypatch, floors) == 0
    assert json.loads(gate.FLOORS.read_text()) == floors


def test_an_update_passes_its_own_floors(gate: ModuleType, monkeypatch: MonkeyPatch) -> None:
    floors: dict[str, dict[str, float]] = {"figures": {"precision": 0.0, "recall": 0.0, "rows": 0}}
    assert run(gate, monkeypatch, floors, "--update") == 0
    assert run(gate, monkeypatch, json.loads(gate.FLOORS.read_text())) == 0


def test_only_the_tasks_that_are_named_are_measured(
    gate: ModuleType, monkeypatch: MonkeyPatch, capsys: CaptureFixture[str]
) -> None:
    (gate.FLOORS.parent / "quotes").mkdir()
    floors = {"figures": {"precision": 0.99}, "quotes": {"precision": 0.5}}
    assert run(gate, monkeypatch, floors, "quotes") == 0
    assert run(gate, monkeypatch, floors) == 1
    assert "quotes" in capsys.readouterr().out


def test_tasks_without_data_are_named_and_left_out(
    gate: ModuleType, monkeypatch: MonkeyPatch, capsys: CaptureFixture[str]
) -> None:
    assert run(gate, monkeypatch, {"times": {"precision": 1.0}}) == 0
    assert "times: left out" in capsys.readouterr().out


def test_measure_tells_what_falls_short_of_what(gate: ModuleType, tmp_path: Path) -> None:
    (line,) = gate.measure("figures", tmp_path, {"recall": 0.75, "precision": 0.1}, update=False)
    assert line == "figures recall: 0.5000 < 0.750"
