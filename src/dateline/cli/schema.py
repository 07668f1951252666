"""`dateline schema`: the format of the record."""

from typing import Any

import click

from dateline.cli import options, output
from dateline.cli.serve import web


@click.command("schema")
@click.option("--api", is_flag=True, help="The description (OpenAPI) of what 'dateline serve' answers instead.")
@options.as_json
def command(api: bool, as_json: bool) -> None:
    """Print the JSON Schema that every JSON record validates against."""
    from dateline.record import encode
    from dateline.schema import schema

    output.write_out(encode(_described() if api else schema()))


def _described() -> dict[str, Any]:
    with web():
        from dateline.api.app import make_app
    return make_app(None).openapi()
