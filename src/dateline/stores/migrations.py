"""The tables of a SQLite store, as the steps by which they came to be. A step that was released is never changed."""

import sqlite3
from collections.abc import Callable

# "DTLN": lets us say that a file is a database, but not one of ours.
APPLICATION_ID = 0x44544C4E


def create_tables(connection: sqlite3.Connection) -> None:
    """Version 1: pages, what pipelines made of them, judgements, former names, facts, a cache, and the words of all passages."""
    for statement in FIRST_TABLES:
        connection.execute(statement)


FIRST_TABLES = (
    """CREATE TABLE pages (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, url TEXT, fetched TEXT, media_type TEXT NOT NULL,
        sha256 TEXT NOT NULL, headers TEXT NOT NULL, body BLOB NOT NULL
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX pages_by_name ON pages (name)",
    # `article` is null where the page could not be used; `result` is the article or the reason, as MessagePack.
    """CREATE TABLE readings (
        page TEXT NOT NULL REFERENCES pages (id), pipeline TEXT NOT NULL, article TEXT, result BLOB NOT NULL,
        PRIMARY KEY (page, pipeline)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX readings_by_article ON readings (article)",
    """CREATE TABLE analyses (
        article TEXT NOT NULL, pipeline TEXT NOT NULL, analysis BLOB NOT NULL, PRIMARY KEY (article, pipeline)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE rejected (
        id TEXT NOT NULL, step TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (id, step, reason)
    ) STRICT, WITHOUT ROWID""",
    "CREATE TABLE judgements (id TEXT PRIMARY KEY, judgement BLOB NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE story_names (story TEXT PRIMARY KEY, article TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE cache (key TEXT PRIMARY KEY, shelf TEXT NOT NULL, found BLOB NOT NULL) STRICT, WITHOUT ROWID",
    """CREATE VIRTUAL TABLE passages USING fts5 (
        words, article UNINDEXED, start UNINDEXED, tokenize = "porter unicode61 remove_diacritics 2"
    )""",
    "CREATE TABLE indexed (article TEXT PRIMARY KEY) STRICT, WITHOUT ROWID",
)


def create_ledger(connection: sqlite3.Connection) -> None:
    """Version 2: what the steps that see all articles keep between readings, and the articles that they have not seen."""
    for statement in LEDGER_TABLES:
        connection.execute(statement)


LEDGER_TABLES = (
    "CREATE TABLE shelves (id INTEGER PRIMARY KEY, pipeline TEXT NOT NULL, name TEXT NOT NULL, UNIQUE (pipeline, name)) STRICT",
    """CREATE TABLE ledger (
        shelf INTEGER NOT NULL REFERENCES shelves (id), key ANY NOT NULL, row BLOB NOT NULL, PRIMARY KEY (shelf, key)
    ) STRICT, WITHOUT ROWID""",
    # By day of publication, so that articles which are compared come together.
    """CREATE TABLE arrivals (
        pipeline TEXT NOT NULL, day TEXT NOT NULL, article TEXT NOT NULL, PRIMARY KEY (pipeline, day, article)
    ) STRICT, WITHOUT ROWID""",
    "INSERT INTO arrivals SELECT DISTINCT pipeline, '', article FROM readings WHERE article IS NOT NULL",
)


def create_history(connection: sqlite3.Connection) -> None:
    """Version 3: the editions of the record that were shown, and what each said of a thing otherwise than the one before."""
    for statement in HISTORY_TABLES:
        connection.execute(statement)


HISTORY_TABLES = (
    "CREATE TABLE editions (number INTEGER PRIMARY KEY, digest TEXT NOT NULL, made TEXT NOT NULL) STRICT",
    # `state` is empty where the thing is no longer in the record.
    """CREATE TABLE states (
        kind TEXT NOT NULL, id TEXT NOT NULL, edition INTEGER NOT NULL REFERENCES editions (number), state TEXT NOT NULL,
        PRIMARY KEY (kind, id, edition)
    ) STRICT, WITHOUT ROWID""",
)

MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (create_tables, create_ledger, create_history)
