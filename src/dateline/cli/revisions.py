"""`dateline revisions`: what changed in articles that were read more than once."""

from pathlib import Path

import click

from dateline.cli import options, output, text, work


@click.command("revisions")
@options.store
@options.as_json
@options.model
def command(store_path: Path, as_json: bool, model: str | None) -> None:
    """List other versions of articles, found at another time, address or file, with the words that changed."""
    from dateline.record import encode

    with work.opened(store_path, model) as (_, record):
        if as_json:
            output.write_out(encode(record.superseded))
        else:
            articles = text.articles_of(record)
            output.lines([line for one in record.superseded for line in text.superseded_lines(one, articles)])
