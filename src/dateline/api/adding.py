"""The routes that add pages: files, addresses and pasted text, each as a job; and how far the jobs have come."""

import json
import shutil
import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, File, Response, UploadFile
from pydantic import Field

from dateline.api.answers import answer, gives
from dateline.api.jobs import Job
from dateline.api.reading import Here
from dateline.errors import BadInput

MOST_ADDRESSES = 200  # at once
LONGEST_ADDRESS = 4000
LONGEST_TEXT = 1_000_000  # characters: a book
LONGEST_PART = 120  # of a file's name
MOST_FOLDERS = 10

routes = APIRouter(prefix="/api", tags=["adding"])

Short = Annotated[str, Field(max_length=500)]


@dataclass(frozen=True, slots=True)
class Addresses:
    """Addresses of pages, feeds and lists to fetch."""

    addresses: Annotated[list[Annotated[str, Field(max_length=LONGEST_ADDRESS)]], Field(min_length=1, max_length=MOST_ADDRESSES)]


@dataclass(frozen=True, slots=True)
class PastedText:
    """The text of an article, paragraphs on lines of their own, and what is known of it; what is not told is read in the text."""

    text: Annotated[str, Field(min_length=1, max_length=LONGEST_TEXT)]
    url: Short | None = None
    title: Short | None = None
    outlet: Short | None = None
    published: Short | None = None


@routes.post("/pages/files", status_code=202, **gives(Job, 400, 403, 413, 422, status=202))
def add_files(
    room: Here, files: Annotated[list[UploadFile], File(description="Pages and archives, as `dateline add` takes them.")]
) -> Response:
    """Adds files, several in one job. A file's name may have folders in it."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    try:
        paths = tuple(_keep(file, folder / str(number)) for number, file in enumerate(files))
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    title = (files[0].filename or "a file") if len(files) == 1 else f"{len(files)} files"
    return answer(room.ask(title[:LONGEST_PART], paths, folder=folder, total=len(files)), status=202)


@routes.post("/pages/addresses", status_code=202, **gives(Job, 400, 403, 413, 422, status=202))
def add_addresses(room: Here, asked: Addresses) -> Response:
    """Fetches addresses and adds the pages there. Of a feed, the pages that it names; how is in the guide."""
    addresses = tuple(dict.fromkeys(_address(one) for one in asked.addresses))
    title = addresses[0] if len(addresses) == 1 else f"{len(addresses)} addresses"
    return answer(room.ask(title[:LONGEST_PART], addresses, total=len(addresses)), status=202)


@routes.post("/pages/text", status_code=202, **gives(Job, 400, 403, 413, 422, status=202))
def add_text(room: Here, asked: PastedText) -> Response:
    """Adds one article as text."""
    known = {name: told for name in ("url", "title", "outlet", "published") if (told := getattr(asked, name))}
    if not asked.text.strip():
        raise BadInput("There is no text. Paste the article, its headline first.")
    if "url" in known:
        known["url"] = _address(known["url"])
    body = json.dumps({**known, "text": asked.text}) if known else asked.text
    folder = Path(tempfile.mkdtemp(prefix="dateline-"))
    digest = sha256(body.encode("utf-8", "replace")).hexdigest()[:12]
    path = folder / f"pasted-{digest}{'.json' if known else '.txt'}"
    path.write_text(body, encoding="utf-8", errors="replace")
    return answer(room.ask(known.get("title", "pasted text")[:LONGEST_PART], (str(path),), folder=folder, total=1), status=202)


@routes.get("/jobs", **gives(tuple[Job, ...]))
def jobs(room: Here) -> Response:
    """The jobs since the server was started, the last one first."""
    return answer(room.jobs.all())


@routes.get("/jobs/{job}", **gives(Job, 404))
def job_of(room: Here, job: str) -> Response:
    """How far one job has come."""
    return answer(room.jobs.get(job))


def _keep(file: UploadFile, folder: Path) -> str:
    """Writes an uploaded file below a folder of its own; gives what to read: the file, or the first folder of its name."""
    parts = list(safe_parts(file.filename or ""))
    path = folder.joinpath(*parts)
    path.parent.mkdir(parents=True)
    with path.open("wb") as kept:
        shutil.copyfileobj(file.file, kept)
    return str(folder / parts[0])


def safe_parts(name: str) -> Iterable[str]:
    """The folders and the file of a name that somebody else gave, none of which leads anywhere else or is hidden."""
    parts = [part for part in name.replace("\\", "/").split("/") if part.strip(". ")][-MOST_FOLDERS:]
    clean = [_clean(part) for part in parts]
    return clean or ["page"]


def _clean(part: str) -> str:
    kept = "".join(letter if letter.isprintable() else "_" for letter in unicodedata.normalize("NFC", part))
    kept = kept.encode("utf-8", "replace").decode("utf-8")
    stem, dot, suffix = kept.rpartition(".")
    name = f"{stem[: LONGEST_PART - 20]}{dot}{suffix[:20]}" if stem else kept[:LONGEST_PART]
    # A file system counts bytes.
    while len(name.encode()) > 250:
        name = name[1:]
    return f"_{name[1:]}" if name.startswith(".") else name


def _address(told: str) -> str:
    """The address, if it is one of the web: anything else would name a file of this machine."""
    address = told.strip()
    try:
        parts = urlsplit(address)
        sound = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and address.isprintable()
    except ValueError:
        sound = False
    if not sound:
        raise BadInput(f"{told[:200]!r} is no address of the web. It begins with https:// or http://.")
    return address
