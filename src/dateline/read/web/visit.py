"""All addresses that a user named, and those in the lists that a user named, to sources."""

from collections.abc import Iterable, Iterator, Sequence

from dateline.read.files import body_of, head_of, reject
from dateline.read.opml import addresses_in, is_opml
from dateline.read.sources import Source
from dateline.read.web.addresses import one_form
from dateline.read.web.clock import Clock
from dateline.read.web.fetch import Fetcher, Known
from dateline.settings import Settings
from dateline.types import Rejected

MOST_LISTED = 1000  # addresses of one list; whoever follows more has several lists


def visit(
    addresses: Sequence[str], lists: Sequence[Source], settings: Settings, known: Known, clock: Clock | None = None
) -> Iterator[Source | Rejected]:
    """What stands at the addresses, sorted and each once, and then at those in the lists (OPML)."""
    fetcher = Fetcher(settings, known, clock or Clock())
    seen: set[str] = set()
    found_lists = list(lists)
    for found in _fetched(addresses, fetcher, seen):
        if isinstance(found, Source) and _is_list(found):
            found_lists.append(found)
        else:
            yield found
    for source in found_lists:
        for found in _fetched_from(source, fetcher, settings, seen):
            if isinstance(found, Source) and _is_list(found):
                yield reject(found.name, "a list in a list is not followed; name it itself")
            else:
                yield found


def _is_list(source: Source) -> bool:
    head = head_of(source)
    return isinstance(head, bytes) and is_opml(head)


def _fetched(addresses: Iterable[str], fetcher: Fetcher, seen: set[str]) -> Iterator[Source | Rejected]:
    for address in sorted({one_form(address) for address in addresses} - seen):
        seen.add(address)
        yield fetcher.fetch(address)


def _fetched_from(source: Source, fetcher: Fetcher, settings: Settings, seen: set[str]) -> Iterator[Source | Rejected]:
    """What stands at the addresses in a list."""
    body = body_of(source, settings)
    if isinstance(body, Rejected):
        yield body
        return
    listed = addresses_in(body)
    if not listed:
        yield reject(source.name, "there is no address in this list")
    if len(listed) > MOST_LISTED:
        yield reject(source.name, f"it lists {len(listed):,} addresses; the first {MOST_LISTED:,} are fetched")
    yield from _fetched(listed[:MOST_LISTED], fetcher, seen)
