"""The documents say what the program does: commands, options, exit codes, plug-ins, settings, steps; and their links resolve."""

import json
import re
import shlex
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
from pytest import mark

import dateline
from dateline import errors, pipeline
from dateline.cli import output, program, work
from dateline.cli.program import COMMANDS, STOPPED
from dateline.evaluate import TASKS
from dateline.exports.csv import COLUMNS
from dateline.exports.plugins import export_names
from dateline.schema import schema
from dateline.settings import Settings

ROOT = Path(__file__).parents[1]
DOCUMENTS = ("README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in sorted((ROOT / "docs").glob("*.md"))))
CONTEXT = click.Context(program)
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"^(?:\.venv/bin/)?dateline (.+)$")
# A command in running text: `dateline claims [STORY]`, `dateline eval quotes DATA`.
INLINE = re.compile(r"`(?:\.venv/bin/)?dateline ([^`\n]+)`")
REFERENCE = (ROOT / "docs/cli.md").read_text(encoding="utf-8")


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def command_named(name: str) -> click.Command:
    command = program.get_command(CONTEXT, name)
    assert command is not None, f"there is no command {name!r}"
    return command


def options_of(command: click.Command) -> set[str]:
    """The options of a command and of those under it."""
    under = command.commands.values() if isinstance(command, click.Group) else ()
    return _own_options_of(command).union(*(options_of(one) for one in under))


def _own_options_of(command: click.Command) -> set[str]:
    declared = (option for option in command.params if isinstance(option, click.Option))
    return {name for option in declared for name in (*option.opts, *option.secondary_opts)} | {"--help", "-h"}


def section_of(command: str) -> str:
    _, _, rest = REFERENCE.partition(f"\n### dateline {command}\n")
    assert rest, f"docs/cli.md has no section on {command}"
    return re.split(r"^#{2,3} ", rest, maxsplit=1, flags=re.MULTILINE)[0]


def rows_of(text: str, title: str) -> dict[str, str]:
    """The lines of the tables under a heading by their first cell, without its marks."""
    _, _, rest = text.partition(f"\n## {title}\n")
    part = re.split(r"^## ", rest, maxsplit=1, flags=re.MULTILINE)[0]
    lines = (line.strip("|").split(" | ") for line in part.splitlines() if line.startswith("| "))
    return {cells[0].strip(" `"): " | ".join(cells[1:]) for cells in lines}


def told_commands(name: str) -> Iterator[str]:
    """The command lines of a document, without the program's name and comments."""
    for _, block in FENCE.findall(text_of(name)):
        for line in block.splitlines():
            found = COMMAND.match(line.split("  #")[0].strip())
            if found:
                yield found[1]
    yield from INLINE.findall(text_of(name))


@mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    assert f"| [`{name}`](#dateline-{name}) |" in REFERENCE
    section = section_of(name)
    assert f"dateline {name}" in section
    missing = {option for option in options_of(command_named(name)) - {"--help", "-h"} if f"`{option}" not in section}
    assert missing == set()


@mark.parametrize("name", COMMANDS)
def test_the_reference_names_no_option_that_is_not_there(name: str) -> None:
    told = set(re.findall(r"`(--?[a-z][a-z-]*)", section_of(name)))
    assert told <= options_of(command_named(name))


@mark.parametrize("name", DOCUMENTS)
def test_command_lines_name_real_commands_and_options(name: str) -> None:
    for line in told_commands(name):
        words = shlex.split(line.replace("…", ""))
        if words[0] in ("--version", "--help", "-h", "COMMAND"):
            continue
        told = {word.split("=")[0] for word in words if word.startswith("-") and word != "-"}
        assert told <= options_of(command_named(words[0])), line
        if words[0] == "eval" and words[1] != "TASK":
            assert words[1] in TASKS, line


def test_every_exit_code_is_documented() -> None:
    kinds = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.DatelineError)]
    codes = {0, click.UsageError.exit_code, work.NOTHING_READ, STOPPED, output.PIPE_CLOSED, *(kind.exit_code for kind in kinds)}
    assert set(rows_of(REFERENCE, "Exit codes")) - {"code", "---"} == {str(code) for code in codes}


def test_every_setting_is_documented_with_its_default() -> None:
    rows = rows_of(REFERENCE, "Settings")
    assert set(rows) - {"field", "---"} == {field.name for field in fields(Settings)}
    for field in fields(Settings):
        default = getattr(Settings(), field.name)
        shown = rows[field.name].split(" | ")[0].strip(" `").replace(",", "")
        assert shown == (str(default) if isinstance(default, str | tuple) else f"{default:g}" if default < 1000 else str(default))


def test_every_variable_is_documented() -> None:
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/dateline").rglob("*.py"))
    assert set(re.findall(r"\bDATELINE_[A-Z]+\b", sources)) == set(rows_of(REFERENCE, "Environment")) - {"variable", "---"}


def test_every_plug_in_group_is_documented_with_what_is_built_in() -> None:
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    rows = rows_of(REFERENCE, "Plug-ins")
    assert set(rows) - {"group", "---"} == set(project["entry-points"])
    for group, points in project["entry-points"].items():
        assert set(re.findall(r"`(\w+)`", rows[group])) == set(points)
        assert f'"{group}"' in text_of("CONTRIBUTING.md")


def test_everything_the_package_gives_is_documented() -> None:
    told = rows_of(REFERENCE, "Python")
    names = {re.split(r"\W", name.removeprefix("dateline."))[0] for name in told}
    assert {name for name in dateline.__all__ if not name.startswith("_")} <= names


def test_every_task_is_documented() -> None:
    evaluation = text_of("docs/evaluation.md")
    assert {name for name in TASKS if f"\n## {name}\n" not in evaluation} == set()
    assert all(f"`{name}`" in section_of("eval") for name in TASKS)


def test_every_pinned_figure_is_explained() -> None:
    floors = json.loads(text_of("eval/floors.json")) if (ROOT / "eval/floors.json").exists() else {}
    evaluation = text_of("docs/evaluation.md")
    assert [f"{task} {name}" for task, pinned in floors.items() for name in pinned if name not in rows_of(evaluation, task)] == []


def test_every_step_is_documented_with_what_it_needs_and_gives() -> None:
    rows = rows_of(text_of("docs/design.md"), "Steps")
    for step in (*pipeline.SET_STEPS, *pipeline.STORYLINE_STEPS):
        needs, gives = (cell.strip().split(", ") for cell in rows[step.name].split(" | ")[:2])
        assert needs == [need.replace("_", " ") for need in step.needs], step.name
        assert gives == list(step.gives), step.name


def test_every_field_of_the_record_is_documented() -> None:
    formats = text_of("docs/formats.md")
    told = set(re.findall(r"\w+", formats))
    names = {name for kind in schema()["$defs"].values() for name in kind.get("properties", ())}
    assert names - told == set()
    assert set(COLUMNS) == {name for row in rows_of(formats, "CSV") for name in re.findall(r"\w+", row)} - {"column"}


def test_every_format_of_export_is_documented() -> None:
    assert set(rows_of(text_of("docs/guide.md"), "Exports")) - {"format", "---"} <= set(export_names())
    assert all(f"`{name}`" in section_of("export") for name in ("csv", "geojson", "html", "json", "markdown"))


def anchors_of(name: str) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.+)$", re.sub(FENCE, "", text_of(name)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@mark.parametrize("name", DOCUMENTS)
def test_links_resolve(name: str) -> None:
    for target in LINK.findall(re.sub(FENCE, "", text_of(name))):
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        found = (ROOT / name).parent / path if path else ROOT / name
        assert found.exists(), target
        if anchor:
            assert anchor in anchors_of(str(found.resolve().relative_to(ROOT))), target


@mark.parametrize("name", DOCUMENTS)
def test_python_and_json_in_the_documents_parse(name: str) -> None:
    for language, block in FENCE.findall(text_of(name)):
        if language == "python":
            compile(block, name, "exec")
        elif language == "json":
            json.loads(block)
        elif language == "toml":
            tomllib.loads(block)


def test_make_knows_every_target_that_the_documents_name() -> None:
    targets = set(re.findall(r"^([a-z]+):", text_of("Makefile"), re.MULTILINE))
    told = {name: set(re.findall(r"(?:^|`)make ([a-z]+)", text_of(name), re.MULTILINE)) for name in DOCUMENTS}
    assert all(named <= targets for named in told.values())
    assert {"demo", "test"} <= told["README.md"]
    phony = re.findall(r"^\.PHONY: (.+)$", text_of("Makefile"), re.MULTILINE)[0].split()
    assert all(f"`make {target}`" in text_of("CONTRIBUTING.md") for target in phony)


def test_every_picture_is_small_and_shown() -> None:
    pages = "".join((ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "docs/guide.md"))
    shown = {name.rsplit("/", 1)[-1] for name in re.findall(r"!\[[^\]]*\]\((?:docs/)?(pictures/[\w-]+\.png)\)", pages)}
    pictures = {one.name: one.stat().st_size for one in (ROOT / "docs/pictures").glob("*.png")}
    assert shown and shown <= set(pictures)
    assert all(0 < size < 200_000 for size in pictures.values())


@mark.parametrize("name", DOCUMENTS)
def test_no_document_names_a_path_of_a_machine(name: str) -> None:
    assert re.findall(r"(?<![\w.])/(?:work|home|root|tmp|Users)/", text_of(name)) == []
