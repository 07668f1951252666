"""`dateline show`: one story."""

from pathlib import Path

import click

from dateline.cli import options, output, text, work


@click.command("show")
@click.argument("story")
@options.store
@options.as_json
@options.model
def command(story: str, store_path: Path, as_json: bool, model: str | None) -> None:
    """Show one STORY (its id or the beginning of it): articles, claims told more than once, disagreements, timeline."""
    from dateline.correct import correctors
    from dateline.record import encode, show

    with work.opened(store_path, model) as (store, record):
        found = show(record, story, store=store)
    if as_json:
        output.write_out(encode(found))
    else:
        output.lines(text.story_lines(found, text.articles_of(record), correctors(record, found)))
