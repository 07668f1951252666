"""`dateline report`: the main job."""

from contextlib import closing
from pathlib import Path

import click

from dateline.cli import options, output, text, work


@click.command("report")
@options.pages
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; - is standard output.  [default: report.html]",
)
@options.as_json
@click.option(
    "--store",
    "store_path",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Keep the pages in this store; the report is on all of its pages.",
)
@click.option("--analysis", is_flag=True, help="Add what was found in each article to the JSON.")
@options.model
@options.workers
@options.allow_hosts
@options.known
def command(
    pages: tuple[str, ...],
    out: Path | None,
    as_json: bool,
    store_path: Path | None,
    analysis: bool,
    model: str | None,
    workers: int | None,
    allow_hosts: tuple[str, ...],
    known: Path | None,
) -> int:
    """Read PAGES (files, folders, addresses, - for standard input) and write the record of what they say.

    One self-contained page that opens offline; with --json, the record as JSON on standard output.
    """
    from dateline.exports import load_export
    from dateline.stores import SqliteStore

    target = out if as_json else out or Path("report.html")
    output.refuse(target, [*map(Path, pages), *([store_path] if store_path else [])])
    with closing(SqliteStore(store_path or ":memory:")) as store:
        work.add_with_bar(store, pages, model, workers, allow_hosts, known=known)
        # The page highlights in an article what was found there.
        record = work.record_with_bar(store, model, analysis=analysis or not as_json)
    if as_json:
        output.write(load_export("json")(record), target)
    elif record.articles:
        output.write(load_export("html")(record), target)
        output.note(f"{target}: {len(record.articles)} articles, {len(record.stories)} stories")
    for line in text.unread_lines([article.language for article in record.articles if article.reading == "words"]):
        output.note(line)
    if not record.articles:
        output.note("dateline: nothing could be read")
        return work.NOTHING_READ
    return 0
