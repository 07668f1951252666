"""The command line: what it prints, what it returns, and how it fails."""

import json
import os
import pty
import re
import shutil
import signal
import subprocess
import sys
import time
import zlib
from base64 import b64decode
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path

import click
import jsonschema
from invented import PAGES, html_page, write_pages
from pytest import CaptureFixture, MonkeyPatch, fixture, mark, raises

from dateline.cli import output
from dateline.cli.eval import TASKS, load_task
from dateline.cli.program import COMMANDS, program, run
from dateline.errors import BadInput, DatelineError
from dateline.settings import Settings
from dateline.stores import SqliteStore

Run = Callable[..., tuple[int, bytes, str]]
MODULE = [sys.executable, "-c", "from dateline.cli import main; main()"]


@fixture
def do(capfdbinary: CaptureFixture[bytes]) -> Run:
    """Runs the program: exit code, standard output, standard error."""

    def _do(*arguments: object) -> tuple[int, bytes, str]:
        capfdbinary.readouterr()
        code = run([str(one) for one in arguments])
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        assert b"Traceback" not in captured.err
        return code, captured.out, captured.err.decode()

    return _do


@fixture(scope="module")
def folder(tmp_path_factory: object) -> Path:
    return write_pages(tmp_path_factory.mktemp("cli") / "pages")  # type: ignore[attr-defined]


@fixture(scope="module")
def store(folder: Path) -> Path:
    path = folder.parent / "store.sqlite"
    assert run(["add", str(folder), "--store", str(path)]) == 0
    assert run(["stories", "--store", str(path)]) == 0
    return path


def test_report_takes_known_entities_from_a_file(do: Run, tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        "Trust buys quay\n\nThe Orvex Harbour Trust bought a quay on Monday. OHT said it was cheap.\n", encoding="utf-8"
    )
    known = tmp_path / "who.toml"
    known.write_text('[[entity]]\nname = "Orvex Harbour Trust"\nkind = "body"\naliases = ["OHT"]\nwikidata = "Q12"\n')
    code, out, _ = do("report", page, "--json", "--known", known)
    told = json.loads(out)
    assert code == 0
    assert [(one["name"], one["wikidata"]) for one in told["entities"] if one["kind"] == "body"] == [
        ("Orvex Harbour Trust", "Q12")
    ]
    assert told["pipeline"]["known"]


@mark.parametrize(
    ("content", "what", "where", "remedy"),
    [
        ('[[entity]]\nname = "A"\nkind = "club"\n', "Invalid enum value 'club' (kind)", "line 3", '"person", "body"'),
        ('[[entity]]\nname = "A"\n', "missing required field `kind`", "line 1", "An [[entity]] has a name and a kind"),
        ('[[entity]\nname = "A"\n', "is not TOML", "line 1", "An [[entity]] has a name and a kind"),
    ],
)
@mark.parametrize("command", ["report", "add"])
def test_a_bad_file_of_known_entities_is_told(
    do: Run, tmp_path: Path, command: str, content: str, what: str, where: str, remedy: str
) -> None:
    page, known, store = tmp_path / "a.txt", tmp_path / "who.toml", tmp_path / "store.sqlite"
    page.write_text("Trust buys quay\n\nThe Orvex Harbour Trust bought a quay on Monday.\n", encoding="utf-8")
    known.write_text(content)
    code, out, err = do(command, page, "--known", known, *(("--store", store) if command == "add" else ()))
    assert (code, out) == (2, b"")
    assert all(part in err for part in (str(known), what, where, remedy))


def test_a_file_of_known_entities_that_is_not_there_is_told(do: Run, tmp_path: Path) -> None:
    code, _, err = do("report", tmp_path, "--known", tmp_path / "none.toml")
    assert code == 2
    assert "none.toml" in err


def test_report_writes_json_to_standard_output_and_nothing_else(do: Run, folder: Path) -> None:
    from dateline.schema import schema

    code, out, err = do("report", folder, "--json", "--analysis")
    record = json.loads(out)
    jsonschema.validate(record, schema(), jsonschema.Draft202012Validator)
    assert (code, err, len(record["articles"]), len(record["analyses"])) == (0, "", len(PAGES), len(PAGES))
    assert str(folder.parent).encode() not in out


def test_report_writes_a_page(do: Run, folder: Path, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    from dateline.exports import html

    template = b'<html><script type="text/plain" id="record"></script></html>'
    monkeypatch.setattr(html, "page", lambda: template)
    monkeypatch.chdir(tmp_path)
    code, out, err = do("report", folder / "harvest-1.html")
    assert (code, out) == (0, b"")
    assert err == "report.html: 1 articles, 1 stories\n"
    written = re.fullmatch(
        rb'<html><script type="text/plain" id="record">(.+)</script></html>', (tmp_path / "report.html").read_bytes()
    )
    assert written and json.loads(zlib.decompress(b64decode(written[1])))["stories"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["report.html"]


def test_report_with_a_store_is_on_all_its_pages(do: Run, folder: Path, tmp_path: Path) -> None:
    for name in ("harvest-1.html", "harvest-2.html"):
        code, out, _ = do("report", folder / name, "--json", "--store", tmp_path / "a.sqlite")
        assert code == 0
    assert len(json.loads(out)["articles"]) == 2


def test_unreadable_pages_are_named_and_nothing_readable_is_exit_3(do: Run, folder: Path, tmp_path: Path) -> None:
    empty, binary, missing = tmp_path / "empty.html", tmp_path / "binary.html", tmp_path / "missing.html"
    empty.write_bytes(b"")
    binary.write_bytes(b"\0\1\2\3" * 500)
    code, out, err = do("report", empty, binary, missing, "--json")
    assert code == 3
    assert [one["id"] for one in json.loads(out)["rejected"]] == ["binary.html", "empty.html", "missing.html"]
    assert all(f"not used: {name}" in err for name in ("binary.html", "empty.html", "missing.html"))
    target = tmp_path / "out.html"
    assert do("report", empty, "-o", target)[0] == 3
    assert not target.exists()
    path = tmp_path / "a.sqlite"
    assert [do("add", empty, "--store", path)[0], do("add", empty, "--store", path)[0]] == [3, 3]
    code, _, err = do("add", empty, folder / "harvest-1.html", "--store", path)
    assert (code, "not used: empty.html" in err) == (0, True)


def test_add_says_what_it_did(do: Run, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    pages = write_pages(tmp_path / "pages", "harvest-1.html")
    assert do("add", pages, "--store", path)[1] == b"1 new, 0 known, 0 revisions, 0 not used\n"
    assert do("add", pages, "--store", path)[1] == b"0 new, 1 known, 0 revisions, 0 not used\n"
    (pages / "harvest-1.html").write_text(html_page("harvest-1.html").replace("340", "350"))
    code, out, _ = do("add", pages, "--store", path, "--json")
    added = json.loads(out)
    assert (code, added["new"], len(added["revisions"])) == (0, 1, 1)
    assert b"350" in do("search", "350", "farms", "--store", path)[1]
    assert do("search", "340", "farms", "--store", path)[1] == b""


def test_questions_to_a_store(do: Run, store: Path) -> None:
    code, out, _ = do("stories", "--store", store, "--json")
    listed = json.loads(out)
    assert code == 0 and len(listed) >= 2
    story = next(one for one in listed if len(one["articles"]) > 1)
    shown = json.loads(do("show", story["id"], "--store", store, "--json")[1])
    assert shown["id"] == story["id"] and len(shown["claims"]) == story["claims"]
    for command in ("claims", "quotes", "timeline"):
        code, out, _ = do(command, story["id"], "--store", store, "--json")
        assert code == 0 and isinstance(json.loads(out), list)
        code, text, _ = do(command, story["id"], "--store", store)
        assert code == 0 and len(text.splitlines()) >= len(json.loads(out))
    told = [one for claim in shown["claims"] for one in claim["statements"]]
    why = do("claims", story["id"], "--why", "--store", store)[1].decode()
    assert why.count("“") >= len(told) and all("; ".join(one["joined"]["why"]) in why for one in told if one["joined"])
    assert ("(carried over)" in why) is any(link["carried"] for one in told for link in one["sourcing"])
    assert "Articles" in do("show", story["id"][:8], "--store", store)[1].decode()
    spoken = json.loads(do("quotes", "--speaker", "brandt", "--store", store, "--json")[1])
    assert spoken and all("Brandt" in quote["speaker"]["name"] for quote in spoken)
    hits = json.loads(do("search", "northern pier", "--store", store, "--json")[1])
    assert hits and all("pier" in hit["evidence"]["exact"] for hit in hits)


@mark.parametrize("name", ["csv", "json", "markdown"])
def test_export_writes_whole_files(do: Run, store: Path, tmp_path: Path, name: str) -> None:
    code, out, _ = do("export", "--format", name, "--store", store)
    target = tmp_path / "out"
    assert (code, do("export", "--format", name, "--store", store, "-o", target)[0]) == (0, 0)
    assert target.read_bytes() == out != b""
    assert do("export", "--format", name, "--store", store, "-o", "-")[1] == out


def test_verify_finds_a_changed_letter(do: Run, store: Path, tmp_path: Path) -> None:
    record = tmp_path / "record.json"
    do("export", "--store", store, "-o", record)
    assert do("verify", record)[0] == do("verify", "--store", store)[0] == do("verify", store)[0] == 0
    record.write_text(record.read_text().replace("northern pier", "southern pier", 1))
    code, out, _ = do("verify", record)
    assert code == 7 and b"problems" in out
    assert json.loads(do("verify", record, "--json")[1])["problems"]
    record.write_text("{}")
    assert do("verify", record)[0] == 2
    record.write_text("no json")
    assert do("verify", record)[0] == do("verify", tmp_path / "missing.json")[0] == 2


def test_verify_tells_of_a_damaged_record_in_lines(do: Run, store: Path, tmp_path: Path) -> None:
    _, out, _ = do("export", "--store", store)
    record = json.loads(out)
    del record["stories"][0]["claims"][0]["statement"]["evidence"]["end"]
    damaged = tmp_path / "damaged.json"
    damaged.write_text(json.dumps(record))
    code, told, _ = do("verify", damaged)
    assert code == 7 and b"not in its format" in told
    damaged.write_text('{"articles": ' + "[" * 100_000)
    assert do("verify", damaged)[0] == 2


def test_schema_is_the_schema(do: Run) -> None:
    from dateline.schema import schema

    assert json.loads(do("schema")[1]) == schema()


@mark.parametrize(
    ("arguments", "code"),
    [
        (["report"], 2),
        (["nonsense"], 2),
        (["report", "x.html", "--nonsense"], 2),
        (["stories", "--store", "/nonexistent/a.sqlite"], 2),
        (["report", "x.html", "--store", "/nonexistent/a.sqlite"], 2),
        (["eval", "quotes", "/nonexistent"], 2),
        (["eval", "nonsense", "."], 2),
        (["--help"], 0),
        (["--version"], 0),
        (["report", "--help"], 0),
    ],
)
def test_exit_codes(do: Run, arguments: list[str], code: int) -> None:
    assert do(*arguments)[0] == code


def test_errors_have_their_codes(do: Run, folder: Path, store: Path, tmp_path: Path) -> None:
    assert do("show", "0123456789abcdef", "--store", store)[0] == 6
    assert do("export", "--format", "docx", "--store", store)[0] == 2
    code, _, err = do("report", folder / "harvest-1.html", "--json", "--model", "no_such_model")
    assert code == 4 and "pip install" in err
    code, _, err = do("report", folder / "harvest-1.html", "--json", "-o", tmp_path / "none" / "out.json")
    assert code == 2 and "cannot be written" in err
    assert do("search", "***", "--store", store)[0] == 2
    assert do("eval", "quotes", tmp_path)[0] == 2


def test_the_model_of_a_store_is_kept_to(do: Run, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    assert do("add", folder / "harvest-1.html", "--store", path)[0] == 0
    with closing(SqliteStore(path)) as store:
        assert store.fact("model") == Settings().model
        store.note("model", "no_such_model")
    code, _, err = do("stories", "--store", path)
    assert code == 4 and "no_such_model" in err
    assert do("stories", "--store", path, "--model", Settings().model)[0] == 0


def test_a_busy_store_is_exit_5(do: Run, folder: Path, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    path = tmp_path / "a.sqlite"
    other = SqliteStore(path)
    monkeypatch.setattr("dateline.stores.sqlite.BUSY_SECONDS", 0.05)
    monkeypatch.setattr(SqliteStore.__init__, "__kwdefaults__", {"busy_seconds": 0.05})
    with other._writing():
        code, _, err = do("add", folder / "harvest-1.html", "--store", path)
    assert code == 5 and "Another process" in err


def test_an_unexpected_error_is_a_line(do: Run, store: Path, monkeypatch: MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr("dateline.record.stories", broken)
    monkeypatch.delenv("DATELINE_DEBUG", raising=False)
    code, _, err = do("stories", "--store", store)
    assert code == 1 and "ZeroDivisionError: oops" in err
    monkeypatch.setenv("DATELINE_DEBUG", "1")
    with raises(ZeroDivisionError):
        run(["stories", "--store", str(store)])


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    target = tmp_path / "out"
    target.write_bytes(b"former")
    target.chmod(0o640)

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with raises(BadInput, match="No space left"):
            output.write_file(b"new", target)
    assert target.read_bytes() == b"former"
    output.write_file(b"new", target)
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"new", 0o640)
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_link_stays_and_its_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"former")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "dangling").symlink_to("fresh")
    output.write_file(b"new", tmp_path / "link")
    output.write_file(b"first", tmp_path / "dangling")
    assert (tmp_path / "link").is_symlink() and (tmp_path / "dangling").is_symlink()
    assert ((tmp_path / "real").read_bytes(), (tmp_path / "fresh").read_bytes()) == (b"new", b"first")


def test_a_named_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        output.write_file(b"all of it", pipe)
        told, _ = reader.communicate(timeout=20)
    assert told == b"all of it" and pipe.is_fifo()


def test_a_folder_is_not_written_to(tmp_path: Path) -> None:
    with raises(BadInput, match="folder"):
        output.write_file(b"x", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_what_is_read_is_not_written_over(do: Run, folder: Path, store: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes((folder / "harvest-1.html").read_bytes())
    before, kept = page.read_bytes(), store.read_bytes()
    (tmp_path / "other-name").symlink_to(page)
    for pages, out in ((page, page), (tmp_path, page), (page, tmp_path / "other-name")):
        code, _, err = do("report", pages, "-o", out)
        assert code == 2 and "files that are read" in err
    assert do("export", "--store", store, "-o", store)[0] == 2
    assert (page.read_bytes(), store.read_bytes()) == (before, kept)


def test_a_store_is_a_regular_file(do: Run, folder: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    code, _, err = do("add", folder, "--store", tmp_path / "pipe")
    assert code == 2 and "not a regular file" in err
    assert (tmp_path / "pipe").is_fifo()


def test_a_closed_standard_output_is_told_in_a_line(store: Path) -> None:
    command = 'exec "$@" >&-'
    told = subprocess.run(
        ["sh", "-c", command, "sh", *MODULE, "stories", "--store", str(store)], capture_output=True, check=False
    )
    assert (told.returncode, told.stderr) == (1, b"dateline: Standard output is closed.\n")


def test_a_full_standard_output_is_told_in_a_line(monkeypatch: MonkeyPatch) -> None:
    class Full:
        buffer = property(lambda self: self)

        def flush(self) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(output, "_abandon_out", lambda: None)
    monkeypatch.setattr(sys, "stdout", Full())
    with raises(DatelineError, match="No space left") as told:
        output.write_out(b"x")
    assert told.value.exit_code == 1


def test_every_command_has_json_and_help() -> None:
    context = click.Context(program)
    for name in COMMANDS:
        command = program.get_command(context, name)
        assert command is not None and command.name == name and command.help
        assert command is import_module(f"dateline.cli.{name}").command
        for one in command.commands.values() if isinstance(command, click.Group) else [command]:
            assert one.help and any("--json" in parameter.opts for parameter in one.params), one.name


def test_help_loads_no_model(folder: Path) -> None:
    code = (
        "import sys; from dateline.cli.program import run; run(['--help']); sys.exit(bool({'spacy', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_a_closed_pipe_ends_it_quietly(store: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    told = subprocess.run([*MODULE, "export", "--store", str(store)], stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (told.returncode, told.stderr) == (141, b"")


def test_a_progress_bar_in_a_terminal_only(folder: Path, tmp_path: Path) -> None:
    command = [*MODULE, "add", str(folder), "--store"]
    piped = subprocess.run([*command, str(tmp_path / "a.sqlite")], capture_output=True, check=True)
    assert piped.stderr == b""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "100"}
    shown = subprocess.Popen([*command, str(tmp_path / "b.sqlite")], stdout=subprocess.DEVNULL, stderr=theirs, env=environment)
    os.close(theirs)
    seen = b""
    while chunk := read_terminal(ours):
        seen += chunk
    os.close(ours)
    assert shown.wait() == 0
    assert b"Reading pages" in seen


def read_terminal(descriptor: int) -> bytes:
    try:
        return os.read(descriptor, 65536)
    except OSError:  # how Linux says that the other side has closed it
        return b""


@mark.parametrize("workers", ["1", "2"])
def test_an_interrupt_is_exit_130_and_leaves_no_file(folder: Path, tmp_path: Path, workers: str) -> None:
    target = tmp_path / "out.json"
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(300):
        (pages / f"{number}.html").write_text(
            html_page("bridge-1.html", slug=f"bridge-{number}", title=f"Bridge {number} closed")
        )
    command = [*MODULE, "report", str(pages), "--json", "-o", str(target), "--workers", workers]
    # A shell that runs the tests in the background has them ignore the signal, and a child would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    running = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    time.sleep(1.5)
    os.killpg(running.pid, signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err.strip()) == (130, b"dateline: stopped")
    assert list(tmp_path.iterdir()) == [pages]


@mark.parametrize("task", TASKS)
def test_every_task_can_be_measured(task: str) -> None:
    assert callable(load_task(task))


def test_pages_come_in_on_standard_input(do: Run, folder: Path, tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    archive = Path(shutil.make_archive(str(tmp_path / "pages"), "gztar", folder))
    with archive.open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        code, out, _ = do("report", "-", "--json", "--workers", 1)
    assert code == 0
    files = [article["file"] for article in json.loads(out)["articles"]]
    assert files
    assert all(name.startswith("stdin/") for name in files)


def test_articles_in_other_languages_are_said_not_to_be_read(do: Run, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    french = "Le barrage de Velmont a cédé mardi, faisant douze morts, a annoncé la préfecture. Une enquête a été ouverte."
    korean = "벨몽 댐이 화요일 무너져 열두 명이 숨졌다고 당국이 밝혔다. 수색이 계속되고 있다."
    english = "The dam of Velmont broke on Tuesday, killing twelve people, the prefecture said. An inquiry was opened."
    for name, text in (("fr", french), ("ko", korean), ("en", english)):
        (pages / f"{name}.txt").write_text(f"{text}\n", "utf-8")
    store = tmp_path / "store.sqlite"
    code, out, _ = do("add", pages, "--store", store)
    told = "2 articles in French and Korean are grouped by names, numbers and words, but nothing was read out of them"
    assert (code, out.decode().splitlines()[1]) == (0, told)
    code, _, err = do("report", pages, "-o", tmp_path / "report.html")
    assert code == 0 and told in err.splitlines()
    record = json.loads(do("report", pages, "--json")[1])
    readings = {article["language"]: article["reading"] for article in record["articles"]}
    assert readings == {"en": "full", "fr": "words", "ko": "words"}
    quoted = {
        statement["article"] for story in record["stories"] for claim in story["claims"] for statement in claim["statements"]
    }
    assert quoted == {article["id"] for article in record["articles"] if article["language"] == "en"}
    shown = b"".join(do("show", story["id"], "--store", store)[1] for story in record["stories"]).decode()
    assert "(French, not read)" in shown and "(Korean, not read)" in shown
    assert b"; French, not read)" in do("export", "--format", "markdown", "--store", store)[1]
    again = json.loads(do("add", pages, "--store", tmp_path / "other.sqlite", "--json")[1])
    assert again["foreign"] == ["fr", "ko"]
