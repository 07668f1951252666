"""The step `read`: from named files, folders and addresses to pages."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from dateline.read.budget import Budget
from dateline.read.files import binary_kind, head_of, problem_of, reject
from dateline.read.inputs import Input, Named, find_inputs, sort_out
from dateline.read.opml import is_opml
from dateline.read.plugins import Reader, load_readers
from dateline.read.sources import Source, file_names_of, file_source
from dateline.read.spool import Spool
from dateline.settings import Settings
from dateline.types import Page, Rejected

# Archives in archives in archives are somebody's trick.
MAX_DEPTH = 4


def read_pages(
    paths: Sequence[str | Path], settings: Settings, *, known: Callable[[str], Page | None] = lambda name: None
) -> Iterator[Page | Rejected]:
    """The pages in files, folders, standard input (`-`) and at addresses, by name; a `Rejected` for each that gave none.

    `Page.name` is the path relative to the input that was named, beginning with the folder's own name (`folder/sub/file.html`),
    or the address. Different files of one name get the first eight digits of their SHA-256 behind it (`file~0a1b2c3d.html`);
    equal ones are one page. `known` gives the page last read under a name; an address that did not change since gives it again.
    """
    readers = load_readers()
    named = sort_out(paths)
    seen: set[str] = set()
    for found in find_inputs(named.files):
        for page in _read_file(found, readers, settings):
            yield from _unseen(_told_apart(page) if isinstance(page, Page) and found.shared else page, seen)
    for source in _fetched(named, settings, known):
        pages = [source] if isinstance(source, Rejected) else _read_source(source, readers, settings)
        for page in pages:
            yield from _unseen(page, seen)


def _unseen(page: Page | Rejected, seen: set[str]) -> Iterator[Page | Rejected]:
    """The page, if none of its name was there yet."""
    if isinstance(page, Rejected):
        yield page
    elif page.name not in seen:
        seen.add(page.name)
        yield page


def _fetched(named: Named, settings: Settings, known: Callable[[str], Page | None]) -> Iterator[Source | Rejected]:
    if not (named.addresses or named.lists):
        return
    from dateline.read.web.visit import visit  # imported only now: whoever reads files need not wait for it

    lists = [file_source(path, path.name) for path in named.lists]
    yield from visit(named.addresses, lists, settings, known)


def _read_file(found: Input, readers: Sequence[Reader], settings: Settings) -> Iterator[Page | Rejected]:
    if found.path is None:
        yield from _read_standard_input(found.name, readers, settings)
    elif problem := found.problem or problem_of(found.path):
        yield reject(found.name, problem)
    else:
        yield from _read_source(file_source(found.path, found.name), readers, settings)


def _read_standard_input(name: str, readers: Sequence[Reader], settings: Settings) -> Iterator[Page | Rejected]:
    """What comes in on standard input, put aside first: readers look at a source's beginning more than once."""
    if sys.stdin is None:  # what Python makes of a standard input that was closed before it began
        yield reject(name, "standard input is closed")
        return
    try:
        spool = Spool(lambda: open(sys.stdin.fileno(), "rb", closefd=False))  # noqa: SIM115 - closed by the spool
    except OSError as error:
        yield reject(name, f"standard input cannot be read: {error.strerror or error}")
        return
    with spool:
        yield from _read_source(Source(name, spool.open, spool.size, budget=Budget(spool.size)), readers, settings)


def _read_source(source: Source, readers: Sequence[Reader], settings: Settings) -> Iterator[Page | Rejected]:
    """The pages in a source and in the sources in it."""
    if source.depth > MAX_DEPTH:
        yield reject(source.name, f"it lies in more than {MAX_DEPTH} archives, one in another")
        return
    head = head_of(source)
    if isinstance(head, Rejected):
        yield head
        return
    if is_opml(head) and source.url is None:
        yield reject(source.name, "this is a list of addresses; to have them fetched, name the list itself")
        return
    names = file_names_of(source)
    reader = next((reader for name in names for reader in readers if reader.recognises(name, head)), None)
    if reader is None:
        kind = PurePosixPath(names[0]).suffix or source.media_type
        yield reject(source.name, binary_kind(head) or f"no reader knows {kind} files")
        return
    for found in reader.read(source, settings):
        if isinstance(found, Source):
            yield from _read_source(replace(found, depth=source.depth + 1, budget=source.budget), readers, settings)
        else:
            yield found


def _told_apart(page: Page) -> Page:
    path = PurePosixPath(page.name)
    return replace(page, name=path.with_name(f"{path.stem}~{page.sha256[:8]}{path.suffix}").as_posix())
