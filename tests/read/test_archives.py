"""Pages in archives, and archives that mean harm."""

import bz2
import gzip
import io
import lzma
import os
import struct
import sys
import tarfile
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from dateline.read import budget, read_pages
from dateline.settings import Settings
from dateline.types import Page

from .archives import HTML, NOISE, read, tarred, words, zipped

FILES = {"day/a.html": HTML, "b.txt": b"The ferry came home."}


@contextmanager
def memory_below(limit: int) -> Iterator[None]:
    tracemalloc.start()
    yield
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < limit, f"{peak:,} bytes"


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("x.zip", lambda: zipped(FILES)),
        ("x.zip", lambda: zipped(FILES, zipfile.ZIP_STORED)),
        ("x.tar", lambda: tarred(FILES)),
        ("x.tar.gz", lambda: gzip.compress(tarred(FILES))),
        ("x.tgz", lambda: gzip.compress(tarred(FILES))),
        ("x.tar.bz2", lambda: bz2.compress(tarred(FILES))),
        ("x.tar.xz", lambda: lzma.compress(tarred(FILES))),
    ],
    ids=words,
)
def test_members_are_pages_named_by_archive_and_member(name: str, pack: Callable[[], bytes], tmp_path: Path) -> None:
    pages, reasons = read(tmp_path / name, pack())
    assert reasons == {}
    assert {page: pages[page].body for page in pages} == {f"{name}/{member}": body for member, body in FILES.items()}
    assert {pages[page].media_type for page in pages} == {"text/html", "text/plain"}


@pytest.mark.parametrize(("suffix", "pack"), [("gz", gzip.compress), ("bz2", bz2.compress), ("xz", lzma.compress)])
def test_a_compressed_page_is_a_page_and_streams_follow_one_another(
    suffix: str, pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    long = HTML + b"<p>Twice.</p>" * 40_000
    pages, _ = read(tmp_path / f"a.html.{suffix}", pack(long[:300_000]) + pack(long[300_000:]))
    assert {name: page.body for name, page in pages.items()} == {f"a.html.{suffix}/a.html": long}
    pages, reasons = read(tmp_path / f"cut.html.{suffix}", pack(NOISE)[:-200])
    assert (pages, list(reasons)) == ({}, [f"cut.html.{suffix}/cut.html"])
    assert "cut off" in next(iter(reasons.values()))


def test_an_archive_in_an_archive_is_read_and_one_too_deep_is_not(tmp_path: Path) -> None:
    inner = {"in.tar.gz": gzip.compress(tarred({"in.zip": zipped({"a.html": HTML})})), "b.html": HTML}
    pages, _ = read(tmp_path / "x.zip", zipped(inner))
    assert list(pages) == ["x.zip/in.tar.gz/in.zip/a.html", "x.zip/b.html"]
    body = zipped({"a.html": HTML})
    for _ in range(5):
        body = zipped({"n.zip": body})
    pages, reasons = read(tmp_path / "deep.zip", body)
    assert pages == {}
    assert reasons == {"deep.zip" + "/n.zip" * 5: "it lies in more than 4 archives, one in another"}


def test_names_cannot_lead_out_of_the_archive_or_hide(tmp_path: Path) -> None:
    names = ["../../etc/a.html", "/b.html", "C:\\c\\d.html", ".git/e.html", "__MACOSX/f.html", "g\x1b[2J.html", "b.html"]
    for pack, suffix in ((zipped, "zip"), (tarred, "tar")):
        files = {name: HTML + name.encode() for name in names}
        pages, reasons = read(tmp_path / f"x.{suffix}", pack(files))
        inside = ["etc/a.html", "b.html", "c/d.html", "g\ufffd[2J.html", "b~2.html"]
        assert (list(pages), reasons) == ([f"x.{suffix}/{name}" for name in inside], {})


def test_links_devices_and_folders_are_passed_over(tmp_path: Path) -> None:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, kind in (("l", tarfile.SYMTYPE), ("h", tarfile.LNKTYPE), ("d", tarfile.CHRTYPE), ("p", tarfile.FIFOTYPE)):
            member = tarfile.TarInfo(name)
            member.type, member.linkname = kind, "/etc/passwd"
            archive.addfile(member)
    link = zipfile.ZipInfo("l.html")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as zip_file:
        zip_file.writestr(link, "/etc/passwd")
        zip_file.writestr("folder/", "")
    assert read(tmp_path / "x.tar", file.getvalue()) == ({}, {})
    assert read(tmp_path / "x.zip") == ({}, {})


def test_a_broken_or_encrypted_member_is_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    body = bytearray(zipped({"a.html": HTML, "b.html": HTML, "c.html": HTML}, zipfile.ZIP_STORED))
    body[body.index(HTML) + 20] ^= 1
    second = body.index(b"PK\x01\x02", body.index(b"PK\x01\x02") + 1)
    body[second + 8] |= 1  # its flags in the directory: encrypted
    pages, reasons = read(tmp_path / "x.zip", bytes(body))
    assert list(pages) == ["x.zip/c.html"]
    assert "damaged" in reasons["x.zip/a.html"]
    assert "encrypted" in reasons["x.zip/b.html"]


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("a.zip", b"PK\x03\x04 and no more", "damaged"),
        ("b.zip", zipped({}), "no files"),
        ("c.docx", zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}), "office document"),
        ("d.tar", b"No archive.", "damaged"),
        ("e.tar.gz", gzip.compress(tarred({"a.bin": NOISE[:99_999]}))[:70_000], "cut off"),
        ("f.tar", tarred(FILES)[:550], "damaged"),
        ("g.tar", tarred({"a.css": b"p {}"})[:1024] + b"?" * 1024, "the rest"),
        ("h.gz", gzip.compress(HTML)[:10] + NOISE[:50], "damaged"),
        ("i.7z", b"7z\xbc\xaf\x27\x1c" + bytes(40), "7-Zip"),
    ],
    ids=words,
)
def test_a_broken_archive_is_rejected_with_a_reason(name: str, body: bytes, reason: str, tmp_path: Path) -> None:
    pages, reasons = read(tmp_path / name, body)
    assert pages == {}
    assert reason in " ".join(reasons.values())


def test_a_bomb_ends_at_the_limit_in_little_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "FLOOR", 5_000_000)
    for name, body in (
        ("x.zip", zipped({"a.html": b" " * 9_000_000, "b.zip": zipped({"c.html": HTML}), "d.html": HTML})),
        ("x.html.gz", gzip.compress(b" " * 30_000_000)),
        ("x.tar.xz", lzma.compress(tarred({"a.html": b" " * 30_000_000, "d.html": HTML}))),
    ):
        with memory_below(25_000_000):
            pages, reasons = read(tmp_path / name, body)
        assert pages == {}
        assert any("inflates" in reason for reason in reasons.values()), reasons


def test_a_member_larger_than_a_page_may_be_is_rejected_whatever_it_declares(tmp_path: Path) -> None:
    honest = zipped({"a.html": b"x" * 1001, "b.html": HTML})
    lying = honest.replace(struct.pack("<L", 1001), struct.pack("<L", 10))
    for body in (honest, lying, tarred({"a.html": b"x" * 1001, "b.html": HTML})):
        pages, reasons = read(tmp_path / "x", body, Settings(max_bytes=1000))
        assert (list(pages), list(reasons)) == (["x/b.html"], ["x/a.html"])


def test_more_members_than_the_limit_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budget, "MAX_MEMBERS", 3)
    files = {f"{number}.html": HTML for number in range(5)}
    for pack in (zipped, tarred):
        pages, reasons = read(tmp_path / "x", pack(files))
        assert len(pages) == 3
        assert reasons == {"x": "it has more than 3 files in it; the rest is not read"}


def test_a_directory_too_large_to_hold_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = zipped({f"{number}.html": b"" for number in range(300_000)}, zipfile.ZIP_STORED)
    with memory_below(20_000_000):
        pages, reasons = read(tmp_path / "x.zip", body)
    assert pages == {}
    assert "tables" in reasons["x.zip"]


def test_a_large_tar_takes_little_memory(tmp_path: Path) -> None:
    body = gzip.compress(tarred({f"{number}.css": b"a" for number in range(20_000)}), 1)
    (tmp_path / "x.tar.gz").write_bytes(body)
    with memory_below(8_000_000):
        assert sum(1 for _ in read_pages([tmp_path / "x.tar.gz"], Settings())) == 20_000


@pytest.mark.parametrize(
    ("body", "name", "kind"),
    [
        (b"The ferry sank off Tarn Point on Sunday.", "stdin", "text/plain"),
        (HTML, "stdin", "text/html"),
        (gzip.compress(HTML), "stdin", "text/html"),
        (zipped({"a.html": HTML}), "stdin/a.html", "text/html"),
        (gzip.compress(tarred({"a.html": HTML})), "stdin/a.html", "text/html"),
    ],
    ids=words,
)
def test_standard_input_is_known_by_its_first_bytes(
    body: bytes, name: str, kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").write_bytes(body)
    with (tmp_path / "in").open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        (page,) = read_pages(["-", Path("-")], Settings())
    assert isinstance(page, Page)
    assert (page.name, page.media_type) == (name, kind)


def test_empty_and_closed_standard_input_are_rejected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Path(os.devnull).open() as file:
        monkeypatch.setattr(sys, "stdin", file)
        assert [found.reason for found in read_pages(["-"], Settings())] == ["the file is empty"]  # type: ignore[union-attr]
    monkeypatch.setattr(sys, "stdin", None)
    assert [found.reason for found in read_pages(["-"], Settings())] == ["standard input is closed"]  # type: ignore[union-attr]


def test_a_file_called_like_standard_input_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "-").write_bytes(HTML)
    monkeypatch.chdir(tmp_path)
    assert [found.name for found in read_pages(["."], Settings())] == [f"{tmp_path.name}/-"]  # type: ignore[union-attr]
