"""The program: its commands, loaded when they are asked for, and what becomes of their errors."""

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from dateline import __version__
from dateline.errors import DatelineError

COMMANDS = (
    "add", "claims", "correct", "eval", "export", "quotes", "report", "revisions", "schema", "search", "serve", "show",
    "stories", "timeline", "verify",
)  # fmt: skip
STOPPED = 130


class Commands(click.Group):
    """The commands, one module each; `dateline x` imports only the module of x."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"dateline.cli.{cmd_name}").command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dateline")
def program() -> None:
    """From a heap of news pages, the record of the stories in them.

    Who reported what, when, on whose word, and where they disagree.
    """


def main() -> None:
    """Runs the program and exits with its code; errors are told in a line, with a traceback only if DATELINE_DEBUG is set."""
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Runs the program with these arguments, else those of the command line, and returns its exit code."""
    try:
        status = program.main(arguments, prog_name="dateline", standalone_mode=False)
        return status if isinstance(status, int) else 0
    except click.exceptions.Exit as stop:
        return stop.exit_code
    except (click.Abort, KeyboardInterrupt):
        return _told("stopped", STOPPED)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except DatelineError as error:
        return _told(str(error), error.exit_code)
    except Exception as error:
        if os.environ.get("DATELINE_DEBUG"):
            raise
        return _told(f"unexpected {type(error).__name__}: {error}. Set DATELINE_DEBUG=1 to see where, and please report it.", 1)


def _told(message: str, code: int) -> int:
    click.echo(f"dateline: {message}", err=True)
    return code
