"""`dateline quotes`: who said what."""

from pathlib import Path

import click

from dateline.cli import options, output, text, work


@click.command("quotes")
@options.story
@click.option("--speaker", help="Only those of speakers whose name holds these words.")
@options.store
@options.as_json
@options.model
def command(story: str | None, speaker: str | None, store_path: Path, as_json: bool, model: str | None) -> None:
    """List the quotations in one STORY, or in all, direct and indirect."""
    from dateline.record import encode, quotes

    with work.opened(store_path, model) as (store, record):
        found = quotes(record, story, speaker=speaker, store=store)
        articles = text.articles_of(record)
    if as_json:
        output.write_out(encode(found))
    else:
        output.lines([text.quote_line(quote, articles) for quote in found])
