"""Who may import whom: types ← steps ← pipeline ← engines; types ← stores ← record ← doors. And what the package gives."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import dateline

PACKAGE = Path(dateline.__file__).parent
STEPS = ("read", "extract", "analyze", "copies", "stories", "entities", "claims", "origins", "disagreements", "events", "views")
TOP = (
    "__init__",
    "__main__",
    "pipeline",
    "fold",
    "intake",
    "record",
    "excerpt",
    "changes",
    "correct",
    "correct_claims",
    "references",
    "schema",
    "verify",
)
# What every step may use: the nouns, and plain functions over them or over words. They import nothing but each other.
SHARED = ("data", *(path.stem for path in sorted(PACKAGE.glob("*.py")) if path.stem not in TOP))
ALLOWED: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(STEPS, SHARED),
    **dict.fromkeys(SHARED, SHARED),
    **dict.fromkeys(("types", "ids", "errors"), ()),
    "settings": ("types",),
    # Beside the names of functions in its table.
    "pipeline": (*SHARED, "views", "analyze"),
    "engines": (*SHARED, "extract", "analyze"),
    "stores": SHARED,
    "intake": (*SHARED, "read", "pipeline", "fold", "engines", "stores"),
    "fold": (*SHARED, "pipeline", "stores"),
    "record": (*SHARED, "views", "pipeline", "fold", "intake", "stores"),
    "excerpt": (*SHARED, "views"),
    "changes": (*SHARED, "record", "stores", "views"),
    "correct": (*SHARED, "record", "stores", "views"),
    "correct_claims": (*SHARED, "correct", "record", "stores", "views"),
    "schema": ("views",),
    "references": ("views",),
    "verify": (*SHARED, "references", "stores", "views"),
    "exports": (*SHARED, "record", "views"),
    "cli": (
        *SHARED,
        "record",
        "correct",
        "correct_claims",
        "intake",
        "stores",
        "exports",
        "schema",
        "verify",
        "views",
        "evaluate",
        "api",
    ),
    "api": (
        *SHARED,
        "record",
        "excerpt",
        "changes",
        "correct",
        "correct_claims",
        "intake",
        "read",
        "stores",
        "exports",
        "views",
    ),
}


def imports(path: Path) -> Iterator[str]:
    """The parts of this package that a module imports, by their first name."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module] if node.module != "dateline" else [f"dateline.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        for name in names:
            package, _, rest = name.partition(".")
            if package == "dateline" and not rest.startswith("__"):
                yield rest.split(".")[0]


def modules(part: str) -> list[Path]:
    folder = PACKAGE / part
    return sorted(folder.rglob("*.py")) if folder.is_dir() else [PACKAGE / f"{part}.py"]


def test_every_part_imports_only_what_it_may() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {name}"
        for part, allowed in ALLOWED.items()
        for path in modules(part)
        for name in imports(path)
        if name not in (*allowed, part)
    ]
    assert wrong == []


def test_every_module_has_a_rule() -> None:
    parts = {path.stem for path in PACKAGE.glob("*.py")} | {path.parent.name for path in PACKAGE.glob("*/__init__.py")}
    assert parts - {"__init__", "__main__"} <= {*ALLOWED, "evaluate", "page"}


def test_imports_are_absolute() -> None:
    relative = [
        path.name
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_no_step_asks_a_clock_or_the_network_but_where_addresses_are_read() -> None:
    forbidden = {"time", "socket", "ssl", "urllib.request", "requests", "httpx", "httpx2", "httpcore2", "random", "sqlite3"}
    found = []
    for step in STEPS:
        for path in modules(step):
            if path.is_relative_to(PACKAGE / "read" / "web"):
                continue
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
                names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
                found += [f"{path.name} imports {name}" for name in names if name in forbidden]
    assert found == []


def test_what_reads_addresses_is_loaded_when_there_is_one() -> None:
    code = "import sys, dateline.cli.add, dateline.intake; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"dateline.read.web", "httpx2", "httpcore2", "protego"} & set(loaded)


def test_the_package_gives_what_it_says() -> None:
    assert dateline.__all__ == ["DatelineError", "Settings", "__version__", "encode", "report"]
    assert all(hasattr(dateline, name) for name in dateline.__all__)
