"""The options that several commands share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from dateline.settings import Settings

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

STORE = "dateline.sqlite"
store: Decorator = click.option(
    "--store",
    "store_path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=STORE,
    show_default=True,
    envvar="DATELINE_STORE",
    help="The store to use, one SQLite file.",
)
as_json: Decorator = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
model: Decorator = click.option(
    "--model",
    default=None,
    help=f"The language model: an installed spaCy package.  [default: the store's, else {Settings().model}]",
)
workers: Decorator = click.option(
    "--workers", type=click.IntRange(min=1), default=None, help="Processes to read pages with.  [default: by the number of pages]"
)
pages: Decorator = click.argument("pages", nargs=-1, required=True)
allow_hosts: Decorator = click.option(
    "--allow-host",
    "allow_hosts",
    metavar="NAME",
    multiple=True,
    help="Fetch addresses of this host though it is in a private network. May be given several times.",
)
known: Decorator = click.option(
    "--known",
    type=click.Path(path_type=Path, dir_okay=False),
    help="A TOML file of entities that are known, by their names; the store keeps them.",
)


def token_of_environment() -> str | None:
    """The token that the environment tells; one that is empty is none."""
    return os.environ.get("DATELINE_TOKEN") or None


story: Decorator = click.argument("story", required=False)
