"""`dateline verify`: does every citation stand?"""

from contextlib import closing
from pathlib import Path
from typing import Any

import click

from dateline.cli import options, output, work
from dateline.errors import BadInput, CitationBroken

DATABASE = b"SQLite format 3\0"


@click.command("verify")
@click.argument("file", required=False, type=click.Path(path_type=Path, dir_okay=False))
@options.store
@options.as_json
@options.model
def command(file: Path | None, store_path: Path, as_json: bool, model: str | None) -> int:
    """Check every citation of FILE (a JSON record or a store), or of the store, against the texts, character by character."""
    from dateline.record import encode

    path = file or store_path
    data = None if file is None else _json_in(file)
    count, problems = _verify_store(path, model) if data is None else _verify_json(path, data)
    if as_json:
        output.write_out(encode({"citations": count, "problems": problems}))
    else:
        output.lines([*problems, f"{path}: {count} citations, {len(problems)} problems"])
    return CitationBroken.exit_code if problems else 0


def _json_in(file: Path) -> bytes | None:
    """The bytes of a file, read once, for it may be a pipe; None if it is a store."""
    try:
        with file.open("rb") as handle:
            head = handle.read(len(DATABASE))
            return None if head == DATABASE else head + handle.read()
    except OSError as error:
        raise BadInput(f"{file} cannot be read: {error.strerror}.") from error


def _verify_json(file: Path, data: bytes) -> tuple[int, list[str]]:
    import msgspec

    from dateline.verify import count_citations, verify_record

    try:
        record: dict[str, Any] = msgspec.json.decode(data, type=dict[str, Any])
        return count_citations(record), verify_record(record)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BadInput(f"{file} is not a JSON record: {error}.") from error
    except RecursionError as error:
        raise BadInput(f"{file} is not a JSON record: it is nested too deeply.") from error


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
