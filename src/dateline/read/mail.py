"""The reader of mail: newsletters and articles sent as messages (.eml)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.read.files import page_of, reject
from dateline.read.letters import stories_in
from dateline.read.mime import header_of, message_of, page_in, part_of
from dateline.read.sources import Source
from dateline.settings import Settings
from dateline.types import Page, Rejected

# What a message says of itself goes with the page under these names; those of HTTP mean other things.
TOLD = {"mail-subject": "subject", "mail-from": "from", "mail-date": "date"}
FIELDS = re.compile(rb"^([!-9;-~]{1,80}):|^[ \t]|^From ")
SENDER = frozenset((b"from", b"sender", b"reply-to"))
POST = frozenset((b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to"))


class MailReader:
    """Reads a message as one page, its HTML, or its plain text where it has none; a newsletter as a page for each story."""

    def recognises(self, name: str, head: bytes) -> bool:
        """Whether the name ends like mail or the first lines are the head of a message, all of them."""
        return name.lower().endswith(".eml") or _is_head(head)

    def read(self, source: Source, settings: Settings) -> Iterator[Page | Rejected]:
        """The page in the message, or its stories (`mail.eml/1`), with subject, sender and date among the headers."""
        message = message_of(source, settings)
        if isinstance(message, Rejected):
            yield message
            return
        part = part_of(message.walk(), "text/html", "text/plain")
        if part is None:
            yield reject(source.name, "there is no text in the message")
            return
        told = ((name, header_of(message, header)) for name, header in TOLD.items())
        page = page_in(part, source, settings, told=tuple((name, value) for name, value in told if value))
        yield from [page] if isinstance(page, Rejected) else _parted(page, source)


def _parted(page: Page, source: Source) -> Iterator[Page]:
    """The stories of a newsletter, or the one page that it is."""
    stories = stories_in(page.body) if page.media_type == "text/html" else []
    for number, story in enumerate(stories, 1):
        one = replace(source, name=f"{source.name}/{number}", url=None, headers=page.headers)
        yield page_of(one, "text/html", story)
    if not stories:
        yield page


def _is_head(head: bytes) -> bool:
    """Whether bytes begin with header lines as mail has them, and nothing else before the first blank line."""
    first, _, _ = head.replace(b"\r", b"").partition(b"\n\n")
    lines = first.split(b"\n")[: None if len(first) < len(head) else -1]  # the last line may be cut off
    found = [FIELDS.match(line) for line in lines]
    names = {match[1].lower() for match in found if match and match[1]}
    return bool(lines) and all(found) and bool(names & SENDER) and bool(names & POST)


READER = MailReader()
