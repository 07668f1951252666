"""`dateline export`: the record in another form."""

from pathlib import Path

import click

from dateline.cli import options, output, work


@click.command("export")
@click.option(
    "--format",
    "name",
    default="json",
    show_default=True,
    help="csv, gdelt, geojson, html, json, markdown, plover, timelinejs, or one a plug-in adds.",
)
@click.option(
    "-o",
    "--output",
    "out",
    type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write.  [default: standard output]",
)
@options.store
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
@options.model
def command(name: str, out: Path | None, store_path: Path, as_json: bool, model: str | None) -> None:
    """Write the record of the store in a format."""
    from dateline.exports import load_export

    output.refuse(out, [store_path])
    export = load_export("json" if as_json else name)
    with work.opened(store_path, model) as (_, record):
        output.write(export(record), out)
