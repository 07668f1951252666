"""How often to ask, and when to ask again."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from dateline.read.web.clock import Clock

TRIES = 4
FIRST_WAIT = 1.0  # seconds before the second attempt; each further wait is twice as long
LONGEST_WAIT = 60.0  # a site that wants to be left alone for longer is left alone


class Pace:
    """Remembers when each host was last asked, and waits before it is asked again."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last: dict[str, float] = {}

    def wait(self, host: str, seconds: float) -> None:
        """Waits until `seconds` have gone by since the last answer of the host."""
        if host in self._last:
            left = self._last[host] + seconds - self._clock.elapsed()
            if left > 0:
                self._clock.sleep(left)

    def note(self, host: str) -> None:
        """Notes that the host has just answered."""
        self._last[host] = self._clock.elapsed()


def wait_before(attempt: int, headers: Mapping[str, str], now: datetime) -> float:
    """The seconds to wait before an attempt (the second is 1): as long as the site asks for, at least a back-off that doubles."""
    backoff: float = FIRST_WAIT * 2.0 ** (attempt - 1)
    return max(backoff, _retry_after(headers.get("retry-after", ""), now))


def _retry_after(value: str, now: datetime) -> float:
    """The seconds in a Retry-After header, which holds a number or a date; 0 where it says nothing."""
    if value.strip().isdecimal():
        return float(value[:9])
    try:
        until = parsedate_to_datetime(value)
    except ValueError:
        return 0.0
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())
