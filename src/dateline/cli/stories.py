"""`dateline stories`: what is in a store."""

from pathlib import Path

import click

from dateline.cli import options, output, text, work


@click.command("stories")
@options.store
@options.as_json
@options.model
def command(store_path: Path, as_json: bool, model: str | None) -> None:
    """List the stories in the store, in order of their first day."""
    from dateline.record import encode, stories

    with work.opened(store_path, model) as (_, record):
        found = stories(record)
    if as_json:
        output.write_out(encode(found))
    else:
        output.lines([text.story_line(story) for story in found])
