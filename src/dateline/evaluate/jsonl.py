"""Reading of benchmark files."""

import gzip
import json
from pathlib import Path
from typing import Any


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file, in order; a name that ends in .gz is unpacked."""
    data = path.read_bytes()
    text = (gzip.decompress(data) if path.suffix == ".gz" else data).decode("utf-8", "surrogatepass")
    return [json.loads(line) for line in text.split("\n") if line.strip()]
