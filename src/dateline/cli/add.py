"""`dateline add`: pages into a store."""

from contextlib import closing
from pathlib import Path

import click

from dateline.cli import options, output, text, work


@click.command("add")
@options.pages
@options.store
@options.as_json
@options.model
@options.workers
@options.allow_hosts
@options.known
def command(
    pages: tuple[str, ...],
    store_path: Path,
    as_json: bool,
    model: str | None,
    workers: int | None,
    allow_hosts: tuple[str, ...],
    known: Path | None,
) -> int:
    """Add PAGES (files, folders, addresses, - for standard input) to the store. Pages that are in it change nothing."""
    from dateline.record import encode
    from dateline.stores import open_store

    with closing(open_store(store_path, new=True)) as store:
        added = work.add_with_bar(store, pages, model, workers, allow_hosts, known=known)
    if as_json:
        output.write_out(encode(added))
    else:
        counts = f"{added.new} new, {added.known} known, {len(added.revisions)} revisions, {len(added.rejected)} not used"
        output.lines([counts, *text.unread_lines(added.foreign)])
    return 0 if added.readable else work.NOTHING_READ
