"""`dateline eval`: how good a step is on a benchmark."""

from pathlib import Path

import click

from dateline.cli import options, output
from dateline.errors import BadInput
from dateline.evaluate import TASKS, load_task


@click.command("eval")
@click.argument("task", type=click.Choice(sorted(TASKS)))
@click.argument("data", type=click.Path(path_type=Path, file_okay=False, exists=True))
@options.as_json
def command(task: str, data: Path, as_json: bool) -> None:
    """Measure a step on the benchmark of TASK in the folder DATA, and print the figures."""
    from dateline.record import encode

    try:
        figures = load_task(task)(data)
    except FileNotFoundError as error:
        raise BadInput(f"{data} is not the folder of the benchmark {task!r}: {error.filename} is missing.") from error
    if as_json:
        output.write_out(encode(figures))
    else:
        width = max(map(len, figures), default=0)
        output.lines([f"{name:{width}}  {_shown(value)}" for name, value in figures.items()])


def _shown(value: float) -> str:
    return f"{value:d}" if isinstance(value, int) else f"{value:.4f}"
