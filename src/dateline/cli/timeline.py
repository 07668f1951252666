"""`dateline timeline`: what happened when."""

from pathlib import Path

import click

from dateline.cli import options, output, text, work


@click.command("timeline")
@options.story
@click.option("--actor", metavar="TEXT", help="Only events of those whose name holds these words.")
@click.option("--most", type=click.IntRange(min=1), metavar="N", help="Only the N events that most origins and outlets tell.")
@options.store
@options.as_json
@options.model
def command(story: str | None, actor: str | None, most: int | None, store_path: Path, as_json: bool, model: str | None) -> None:
    """List what one STORY or storyline, or all, say happened, is planned or is reported, in order of time."""
    from dateline.record import encode, timeline

    with work.opened(store_path, model) as (store, record):
        found = timeline(record, story, actor=actor, most=most, store=store)
        articles = text.articles_of(record)
    if as_json:
        output.write_out(encode(found))
    else:
        output.lines([text.moment_line(moment, articles) for moment in found])
