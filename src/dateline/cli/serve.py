"""`dateline serve`: the reading room of a store, in a browser."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dateline.cli import options, output
from dateline.errors import MissingExtra

PORT = 8765


@contextmanager
def web() -> Iterator[None]:
    """Says what to install where the server's libraries are not there."""
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtra(f"{error.name} is not installed. The server needs it: pip install 'dateline[web]'.") from error


@click.command("serve")
@options.store
@options.as_json
@options.model
@options.workers
@options.allow_hosts
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; if others reach it, a token is asked for.")
@click.option("--port", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="The port; 0 takes a free one.")
@click.option("--token-file", type=click.Path(path_type=Path, dir_okay=False), help="A file that holds the token to ask for.")
@click.option("--name", "names", metavar="NAME", multiple=True, help="Another name of the server, as behind a proxy.")
@click.option("--by", metavar="NAME", default=None, help="Who decides what is corrected here.  [default: your login name]")
def command(
    store_path: Path,
    as_json: bool,
    model: str | None,
    workers: int | None,
    allow_hosts: tuple[str, ...],
    host: str,
    port: int,
    token_file: Path | None,
    names: tuple[str, ...],
    by: str | None,
) -> None:
    """Serve the store, which is made if it is not there, as a page for the browser and over HTTP."""
    with web():
        from dateline.api.room import Room
        from dateline.api.serving import Door, listen, read_token, serve
        from dateline.api.worker import Work
    from dateline.cli.work import login_name
    from dateline.record import encode

    token = read_token(token_file, options.token_of_environment(), host)
    with listen(host, port) as listening:
        door = Door(host, listening.getsockname()[1], token, names)
        room = Room(Work(str(store_path), model, workers, allow_hosts), by=by or login_name())
        told = {"address": door.address, "store": str(store_path)}
        output.write_out(encode(told)) if as_json else output.lines([f"{store_path} is served at {door.address}"])
        serve(room, door, listening)
