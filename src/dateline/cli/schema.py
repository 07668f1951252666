"""`dateline schema`: the format of the record."""

import click

from dateline.cli import options, output


@click.command("schema")
@options.as_json
def command(as_json: bool) -> None:
    """Print the JSON Schema that every JSON record validates against."""
    from dateline.record import encode
    from dateline.schema import schema

    output.write_out(encode(schema()))
