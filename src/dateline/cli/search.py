"""`dateline search`: where words stand."""

from pathlib import Path

import click

from dateline.cli import options, output, text, work


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), default=50, show_default=True, help="The most passages to list.")
@options.store
@options.as_json
@options.model
def command(words: tuple[str, ...], limit: int, store_path: Path, as_json: bool, model: str | None) -> None:
    """List the sentences that hold all WORDS and "phrases", best first."""
    from dateline.record import encode, search

    with work.opened(store_path, model) as (store, record):
        hits = search(store, record, " ".join(words), settings=work.settings_of(store, model), limit=limit)
        articles = text.articles_of(record)
    if as_json:
        output.write_out(encode(hits))
    else:
        output.lines([text.cited(hit.evidence, articles) for hit in hits])
