"""`dateline claims`: what is claimed, and how well it stands."""

from pathlib import Path

import click

from dateline.cli import options, output, text, work


@click.command("claims")
@options.story
@click.option("--why", is_flag=True, help="Tell each statement of a claim, on whose word it rests, and why it is in the claim.")
@options.store
@options.as_json
@options.model
def command(story: str | None, why: bool, store_path: Path, as_json: bool, model: str | None) -> None:
    """List the claims of one STORY, or of all, the best attested first."""
    from dateline.record import claims, encode

    with work.opened(store_path, model) as (store, record):
        found = claims(record, story, store=store)
        articles = text.articles_of(record)
    if as_json:
        output.write_out(encode(found))
    else:
        output.lines([line for claim in found for line in text.claim_lines(claim, articles, why=why)])
