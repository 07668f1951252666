"""What is told of a page beside its text, by a mail's header or a PDF's properties; it counts where the page says nothing."""

from dataclasses import dataclass
from email.utils import parseaddr

from dateline.extract.dates import iso_day
from dateline.extract.draft import Dated, Draft, Value
from dateline.extract.outlets import outlet_of_address, outlet_of_name
from dateline.types import Page

RANK = 8  # of a day told so: behind any that the page gives, before one that is guessed


@dataclass(frozen=True, slots=True)
class Told:
    """Values as they are told, empty where they are not; `sender` is a name with a mail address (`Herald <news@x.example>`)."""

    title: str = ""
    sender: str = ""
    author: str = ""
    date: str = ""


def told_by_mail(page: Page) -> Told:
    """What the header of the message says in which the page came; nothing for pages that came otherwise."""
    told = dict(page.headers)
    return Told(title=told.get("mail-subject", ""), sender=told.get("mail-from", ""), date=told.get("mail-date", ""))


def note_told(draft: Draft, told: Told) -> None:
    """Fills in what the page itself left open, each value with the line it was told in."""
    if told.title and not draft.title:
        draft.title = " ".join(told.title.split())
        draft.whole("title", told.title)
    if told.author and not draft.values("byline"):
        draft.whole("byline", told.author)
    if told.sender and not draft.outlet:
        _note_sender(draft, " ".join(told.sender.split()))
    if told.date and not draft.dates and (day := iso_day(told.date)):
        draft.whole("published", told.date, day)
        draft.dates.append(Dated(RANK, day, day, "metadata"))


def _note_sender(draft: Draft, sender: str) -> None:
    """The outlet by the sender's address, if it is known, else by the sender's name."""
    name, address = parseaddr(sender)
    domain = address.rpartition("@")[2]
    known = outlet_of_address(f"https://{domain}") if domain.isascii() and domain.replace(".", "").isalnum() else None
    shown = domain if known else name
    start = sender.find(shown) if shown else -1
    if start >= 0:
        draft.outlet = known or outlet_of_name(name)
        draft.add(sender, Value("outlet", draft.outlet, start, start + len(shown)))
