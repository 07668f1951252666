"""Reading files and folders."""

import os
from pathlib import Path

import pytest

from dateline.read import load_readers, read_pages
from dateline.read.plugins import BUILT_IN
from dateline.settings import Settings
from dateline.types import Page, Rejected

HTML = "<!doctype html><html><body><p>The ferry sank.</p></body></html>"


def names(paths: list[Path], settings: Settings | None = None) -> list[str]:
    return [page.name for page in read_pages(paths, settings or Settings()) if isinstance(page, Page)]


def reasons(paths: list[Path], settings: Settings | None = None) -> dict[str, str]:
    return {page.id: page.reason for page in read_pages(paths, settings or Settings()) if isinstance(page, Rejected)}


def test_names_are_relative_to_the_input_that_was_named(tmp_path: Path) -> None:
    folder = tmp_path / "coverage"
    (folder / "day").mkdir(parents=True)
    (folder / "b.html").write_text(HTML)
    (folder / "day" / "a.txt").write_text("The ferry sank.")
    (folder / ".hidden.txt").write_text("Not read.")
    assert names([folder]) == ["coverage/b.html", "coverage/day/a.txt"]
    assert names([folder / "b.html"]) == ["b.html"]


def test_the_folder_one_stands_in_goes_by_its_own_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("The ferry sank.")
    monkeypatch.chdir(tmp_path)
    assert names([Path()]) == [f"{tmp_path.name}/a.txt"]


def test_a_file_named_twice_is_read_once_in_any_order(tmp_path: Path) -> None:
    file = tmp_path / "heap" / "a.html"
    file.parent.mkdir()
    file.write_text(HTML)
    assert names([file, file.parent]) == names([file.parent, file, file]) == ["heap/a.html"]


def test_two_files_of_one_name_are_told_apart_by_content(tmp_path: Path) -> None:
    for folder, text in (("one", "The ferry sank."), ("two", "The ferry came home.")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text)
    both = [tmp_path / "one" / "a.txt", tmp_path / "two" / "a.txt"]
    found = names(both)
    assert len(set(found)) == 2
    assert sorted(found) == sorted(names(both[::-1]))
    assert all(name.startswith("a~") and name.endswith(".txt") for name in found)


def test_what_cannot_be_read_is_rejected_with_a_reason(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text(" \n\t")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "photo.html").write_bytes(b"\x89PNG and more")
    (tmp_path / "paper.pdf").write_text("Not one.")
    (tmp_path / "style.css").write_text("p { color: red }")
    (tmp_path / "huge.txt").write_text("x" * 101)
    os.mkfifo(tmp_path / "pipe.txt")
    found = reasons([tmp_path, tmp_path / "missing.html"], Settings(max_bytes=100))
    shown = {name.split("/")[-1]: reason for name, reason in found.items()}
    assert shown["empty.txt"] == "the file is empty"
    assert "limit" in shown["binary.txt"]
    assert "image" in shown["photo.html"]
    assert "is none" in shown["paper.pdf"]
    assert ".css" in shown["style.css"]
    assert "101 bytes" in shown["huge.txt"]
    assert "regular file" in shown["pipe.txt"]
    assert "No such file" in shown["missing.html"]
    assert "binary" in reasons([tmp_path / "binary.txt"])["binary.txt"]
    assert str(tmp_path) not in " ".join(found.values())


@pytest.mark.skipif(os.geteuid() == 0, reason="root may open everything")
def test_a_shut_file_and_a_shut_folder_are_rejected(tmp_path: Path) -> None:
    shut = tmp_path / "shut"
    shut.mkdir()
    (tmp_path / "a.txt").write_text("Closed.")
    (tmp_path / "a.txt").chmod(0)
    shut.chmod(0)
    try:
        found = reasons([tmp_path])
    finally:
        shut.chmod(0o700)
    assert len(found) == 2
    assert all("Permission denied" in reason for reason in found.values())


def test_html_is_known_by_its_opening_and_utf16_is_text(tmp_path: Path) -> None:
    (tmp_path / "page.php").write_text(HTML)
    (tmp_path / "wide.txt").write_bytes("The ferry sank.".encode("utf-16"))
    kinds = {page.name.split("/")[-1]: page.media_type for page in read_pages([tmp_path], Settings()) if isinstance(page, Page)}
    assert kinds == {"page.php": "text/html", "wide.txt": "text/plain"}


def test_a_page_from_a_file_has_no_address_and_no_clock(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("# Ferry sinks")
    (page,) = read_pages([tmp_path / "a.md"], Settings())
    assert isinstance(page, Page)
    assert (page.url, page.fetched, page.media_type, page.body) == (None, None, "text/markdown", b"# Ferry sinks")


def test_built_in_readers_are_registered_like_any_other() -> None:
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert len(load_readers()) == len(BUILT_IN)
    assert all(f'{name} = "{value}"' in text for name, value in BUILT_IN.items())


def test_a_page_that_a_browser_saved_has_the_address_it_was_saved_from(tmp_path: Path) -> None:
    chrome = "<!DOCTYPE html>\n<!-- saved from url=(0037)https://www.tarne.example/news/ferry?a=1 -->\n<html><body><p>Sunk.</p>"
    single = "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://tarne.example/b \n--><p>Sunk.</p>"
    local = "<!-- saved from url=(0022)file:///home/anna/a.html --><html><p>Sunk.</p>"
    for name, page in (("a", chrome), ("b", single), ("c", local), ("d", HTML)):
        (tmp_path / f"{name}.html").write_text(page)
    pages = [page for page in read_pages([tmp_path], Settings()) if isinstance(page, Page)]
    assert [page.url for page in pages] == ["https://www.tarne.example/news/ferry?a=1", "https://tarne.example/b", None, None]
