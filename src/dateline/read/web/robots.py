"""What a site allows programs to fetch: its robots.txt, read as RFC 9309 says."""

from dataclasses import dataclass

from protego import Protego

from dateline.read.web.client import AGENT, Answer
from dateline.read.web.failures import Failure

LARGEST = 512_000  # bytes that are looked at; the RFC asks for at least 500 KiB
LONGEST_DELAY = 30.0  # seconds between two pages; a site that asks for more would hold up a run for hours


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site; no `parser` means that it has none."""

    parser: Protego | None = None

    def allow(self, address: str) -> bool:
        """Whether this address may be fetched."""
        return self.parser is None or self.parser.can_fetch(address, AGENT)

    @property
    def delay(self) -> float:
        """The seconds that the site wants between two requests, up to `LONGEST_DELAY`."""
        asked = self.parser.crawl_delay(AGENT) if self.parser else None
        return min(max(asked or 0.0, 0.0), LONGEST_DELAY)


def rules_in(answer: Answer) -> Rules:
    """The rules in a site's answer; what is not there forbids nothing, what fails or is put off forbids all: `Failure`."""
    if answer.status >= 500 or answer.status == 429:
        raise Failure(f"the site does not say what programs may fetch (robots.txt: {answer.status}); try again later")
    if answer.status != 200:
        return Rules()
    return Rules(Protego.parse(answer.body[:LARGEST].decode("utf-8-sig", "replace")))
