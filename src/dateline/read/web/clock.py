"""The clock: all that the house knows of the time, in one value, so that a test can give another."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def utc_now() -> datetime:
    """The time in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clock:
    """`now` is the time of day, `elapsed` counts seconds and is never put back, `sleep` waits."""

    now: Callable[[], datetime] = utc_now
    elapsed: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
