"""The tree of errors.

DatelineError
├── BadInput        what was given cannot be used; the message says what to do
├── MissingModel    no language model is installed; the message says what to install
├── MissingExtra    a part of the program that is installed apart is not there; the message says what to install
├── StoreError
│   ├── StoreBusy      another process is writing
│   ├── StoreVersion   the store was written by a newer Dateline
│   └── NotFound       the store has nothing under that id
└── CitationBroken  a citation no longer matches its text

A page that cannot be read is not an exception but a `Rejected` record.
"""


class DatelineError(Exception):
    """Anything Dateline raises on purpose; its message is fit for a user. `exit_code` is what the command line returns."""

    exit_code = 1


class BadInput(DatelineError):
    """What was given cannot be used."""

    exit_code = 2


class MissingModel(DatelineError):
    """The language model that the settings name is not installed."""

    exit_code = 4


class MissingExtra(DatelineError):
    """A part of the program that is installed apart is not there."""

    exit_code = 4


class StoreError(DatelineError):
    """The store cannot do what was asked."""


class StoreBusy(StoreError):
    """Another process holds the store for writing."""

    exit_code = 5


class StoreVersion(StoreError):
    """The store was written by a newer version of Dateline."""


class NotFound(StoreError):
    """The store has nothing under that id."""

    exit_code = 6


class CitationBroken(DatelineError):
    """A citation does not match the stored text."""

    exit_code = 7
