"""`dateline verify`: does every citation stand?"""

from contextlib import closing
from pathlib import Path
from typing import Any

import click

from dateline.cli import options, output, work
from dateline.errors import BadInput, CitationBroken


@click.command("verify")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@options.store
@options.as_json
@options.model
def command(file: Path | None, store_path: Path, as_json: bool, model: str | None) -> int:
    """Check every citation of FILE (a JSON record or a store), or of the store, against the texts, character by character."""
    from dateline.record import encode

    path = file or store_path
    count, problems = _verify_store(path, model) if file is None or _is_database(file) else _verify_json(file)
    if as_json:
        output.write_out(encode({"citations": count, "problems": problems}))
    else:
        output.lines([*problems, f"{path}: {count} citations, {len(problems)} problems"])
    return CitationBroken.exit_code if problems else 0


def _is_database(file: Path) -> bool:
    try:
        with file.open("rb") as handle:
            return handle.read(16) == b"SQLite format 3\0"
    except OSError as error:
        raise BadInput(f"{file} cannot be read: {error.strerror}.") from error


def _verify_json(file: Path) -> tuple[int, list[str]]:
    import msgspec

    from dateline.verify import count_citations, verify_record

    try:
        record: dict[str, Any] = msgspec.json.decode(file.read_bytes(), type=dict[str, Any])
    except msgspec.DecodeError as error:
        raise BadInput(f"{file} is not a JSON record: {error}.") from error
    return count_citations(record), verify_record(record)


def _verify_store(path: Path, model: str | None) -> tuple[int, list[str]]:
    import msgspec

    from dateline.record import encode
    from dateline.stores import open_store
    from dateline.verify import count_citations, verify_record, verify_store

    with closing(open_store(path)) as store:
        problems = verify_store(store)
        if problems:
            return 0, problems
        record = msgspec.json.decode(encode(work.record_with_bar(store, model)))
    return count_citations(record), verify_record(record)
