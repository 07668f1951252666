"""Archives made in memory, and what is read out of them."""

import io
import random
import tarfile
import zipfile
from pathlib import Path

from dateline.read import read_pages
from dateline.settings import Settings
from dateline.types import Page, Rejected

NOISE = random.Random(1).randbytes(300_000)  # what no method packs
HTML = b"<!doctype html><html><body><p>The ferry sank off Tarn Point on Sunday.</p></body></html>"


def words(value: object) -> str | None:
    """A name for a test's parameter: bytes would make a long one."""
    return "" if isinstance(value, bytes) else None


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, body in files.items():
            archive.writestr(zipfile.ZipInfo(name), body, method)
    return file.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w") as archive:
        for name, body in files.items():
            member = tarfile.TarInfo(name)
            member.size = len(body)
            archive.addfile(member, io.BytesIO(body))
    return file.getvalue()


def read(path: Path, body: bytes | None = None, settings: Settings | None = None) -> tuple[dict[str, Page], dict[str, str]]:
    """The pages in a file by their names, and the reasons for what was rejected; with `body`, the file is written first."""
    if body is not None:
        path.write_bytes(body)
    found = list(read_pages([path], settings or Settings()))
    pages = {page.name: page for page in found if isinstance(page, Page)}
    reasons = {page.id: page.reason for page in found if isinstance(page, Rejected)}
    assert len(pages) + len(reasons) == len(found)
    return pages, reasons
