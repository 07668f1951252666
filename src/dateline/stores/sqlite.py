"""The store in one SQLite file: many readers, one writer, sound after a crash (write-ahead log)."""

import hashlib
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import msgspec

from dateline.errors import BadInput, StoreBusy, StoreVersion
from dateline.ids import content_id
from dateline.ledger import Ledger
from dateline.stores.ledger import SqliteLedger
from dateline.stores.migrations import APPLICATION_ID, MIGRATIONS
from dateline.stores.packing import inflate, pack, unpack
from dateline.stores.protocol import Edition, Found, Shelf, States
from dateline.types import Analysis, Article, Judgement, Outcome, Page, Rejected, Span

BUSY_SECONDS = 10.0
OTHERS = "SELECT EXISTS (SELECT 1 FROM readings WHERE pipeline != ?)"
OTHERS_ROWS = "SELECT EXISTS (SELECT 1 FROM shelves WHERE pipeline != ?)"
PARAGRAPH = re.compile(r"[^\n]+")
# Private-use characters, which no passage has a reason to hold, mark the words that were found.
OPEN, CLOSE = "\ue000", "\ue001"
MARKED = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")


def page_id(page: Page) -> str:
    """The id of a page: the same name, address and bytes are the same page, whenever it was fetched."""
    return content_id("page", page.name, page.url, page.sha256)


class SqliteStore:
    """A store in the file at `path`, made when it is not there; `:memory:` keeps it in memory."""

    def __init__(self, path: str | Path, *, busy_seconds: float = BUSY_SECONDS) -> None:
        self.path = str(path)
        if self.path != ":memory:" and Path(path).exists() and not Path(path).is_file():
            raise BadInput(f"{self.path} cannot be used as a store: it is not a regular file.")
        try:
            self._connection = sqlite3.connect(self.path, timeout=busy_seconds, isolation_level=None)
            self._open()
        except sqlite3.DatabaseError as error:
            raise _told(error, self.path) from error

    def _open(self) -> None:
        version = self._one("PRAGMA user_version")
        if version == 0 and self._one("SELECT count(*) FROM sqlite_schema"):
            raise BadInput(f"{self.path} is a database, but not a Dateline store.")
        if version and self._one("PRAGMA application_id") != APPLICATION_ID:
            raise BadInput(f"{self.path} is a database, but not a Dateline store.")
        if version > len(MIGRATIONS):
            raise StoreVersion(
                f"{self.path} was written by a newer Dateline (store version {version}). Update Dateline to open it."
            )
        if version < len(MIGRATIONS):
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._migrate()
        self._connection.execute("PRAGMA synchronous = NORMAL")

    def _migrate(self) -> None:
        with self._writing() as connection:
            # Read again: another process may have migrated while this one waited.
            version = self._one("PRAGMA user_version")
            for number, migrate in enumerate(MIGRATIONS[version:], version + 1):
                migrate(connection)
                connection.execute(f"PRAGMA user_version = {number}")
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()

    # Pages and what was made of them

    def result(self, page: Page, pipeline: str) -> Article | Rejected | None:
        """What the pipeline made of the page; None when it has not read it."""
        statement = "SELECT article, result FROM readings WHERE page = ? AND pipeline = ?"
        for article, result in self._rows(statement, page_id(page), pipeline):
            return unpack(result, Rejected) if article is None else unpack(result, Article)
        return None

    def unread(self, pipeline: str) -> Iterator[Page]:
        """The kept pages that the pipeline has not read yet, in order of their ids."""
        missing = "SELECT id FROM pages WHERE id NOT IN (SELECT page FROM readings WHERE pipeline = ?) ORDER BY id"
        for (identity,) in self._rows(missing, pipeline):
            yield self._page(identity)

    def _page(self, identity: str) -> Page:
        statement = "SELECT name, url, fetched, media_type, sha256, headers, body FROM pages WHERE id = ?"
        ((name, url, fetched, media_type, sha256, headers, body),) = self._rows(statement, identity)
        pairs = msgspec.json.decode(headers, type=tuple[tuple[str, str], ...])
        return Page(name, url, fetched, media_type, sha256, pairs, inflate(body) or b"")

    def add(self, outcomes: Sequence[Outcome], pipeline: str, judgements: Iterable[Judgement] = ()) -> None:
        """Keeps pages, what became of them, and what was decided when they came, in one transaction."""
        with self._writing() as connection:
            for outcome in outcomes:
                self._add_page(outcome.page)
                article = outcome.result.id if isinstance(outcome.result, Article) else None
                row = (page_id(outcome.page), pipeline, article, pack(outcome.result))
                # An article that another process found on the page stays: others may have seen it.
                kind = "REPLACE" if article else "IGNORE"
                connection.execute(f"INSERT OR {kind} INTO readings VALUES (?, ?, ?, ?)", row)
                if isinstance(outcome.result, Article):
                    arrived = (pipeline, outcome.result.published.earliest or "", outcome.result.id)
                    connection.execute("INSERT OR IGNORE INTO arrivals VALUES (?, ?, ?)", arrived)
                if isinstance(outcome.result, Article) and outcome.analysis is not None:
                    # Of one article on two pages, the analysis is that of the one which stands for it, whichever comes last.
                    kind = "REPLACE" if self.articles(pipeline, [outcome.result.id]) == {article: outcome.result} else "IGNORE"
                    analysed = (outcome.result.id, pipeline, pack(outcome.analysis))
                    connection.execute(f"INSERT OR {kind} INTO analyses VALUES (?, ?, ?)", analysed)
                    self._index(outcome.result)
            self._judge(judgements)

    def _add_page(self, page: Page) -> None:
        headers = msgspec.json.encode(page.headers).decode()
        row = (page_id(page), page.name, page.url, page.fetched, page.media_type, page.sha256, headers, zlib.compress(page.body))
        self._connection.execute("INSERT OR IGNORE INTO pages VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def _index(self, article: Article) -> None:
        fresh = self._connection.execute("INSERT OR IGNORE INTO indexed VALUES (?)", (article.id,)).rowcount
        if fresh:
            rows = [(found.group(), article.id, found.start()) for found in PARAGRAPH.finditer(article.text)]
            self._connection.executemany("INSERT INTO passages (words, article, start) VALUES (?, ?, ?)", rows)

    def namesakes(self, name: str, pipeline: str) -> tuple[Article, ...]:
        """The articles that the pipeline found in kept pages of that name, in order of id."""
        statement = """SELECT result FROM readings JOIN pages ON pages.id = page
            WHERE name = ? AND pipeline = ? AND article IS NOT NULL ORDER BY article"""
        return tuple(unpack(row[0], Article) for row in self._rows(statement, name, pipeline))

    def last_page(self, name: str) -> Page | None:
        """The kept page of that name that was fetched last; None if there is none."""
        rows = self._rows("SELECT id FROM pages WHERE name = ? ORDER BY fetched DESC, id LIMIT 1", name)
        return self._page(rows[0][0]) if rows else None

    def reject(self, rejected: Iterable[Rejected]) -> None:
        """Keeps the reasons why something could not be read as a page at all."""
        rows = [(one.id, one.step, one.reason) for one in rejected]
        if rows:
            with self._writing() as connection:
                connection.executemany("INSERT OR IGNORE INTO rejected VALUES (?, ?, ?)", rows)

    def shelf(self, pipeline: str) -> Shelf:
        """Everything that pipeline made of the pages; of one article in two files, the file whose name comes first.

        Of two pages of one name, that with the first id.
        """
        rejected: set[Rejected] = set()
        found: dict[tuple[str, str], Article] = {}
        for article, result in self._rows("SELECT article, result FROM readings WHERE pipeline = ? ORDER BY page", pipeline):
            if article is None:
                rejected.add(unpack(result, Rejected))
            else:
                one = unpack(result, Article)
                found.setdefault((one.id, one.file), one)
        # A file that could not be read once and can be now is no longer rejected.
        unreadable = "SELECT id, step, reason FROM rejected WHERE id NOT IN (SELECT name FROM pages)"
        rejected.update(Rejected(*row) for row in self._rows(unreadable))
        ordered = [found[key] for key in sorted(found)]
        first = {one.id: one for one in reversed(ordered)}
        twins = tuple(one for one in ordered if first[one.id] is not one)
        reasons = tuple(sorted(rejected, key=lambda one: (one.id, one.step, one.reason)))
        return Shelf(tuple(first[identity] for identity in sorted(first)), twins, reasons)

    def articles(self, pipeline: str, ids: Sequence[str]) -> dict[str, Article]:
        """Those of the articles that pipeline found; of one in two files the same as `shelf` gives."""
        statement = "SELECT result FROM readings WHERE pipeline = ? AND article = ? ORDER BY page"
        found = {one: [unpack(row[0], Article) for row in self._rows(statement, pipeline, one)] for one in ids}
        return {one: min(files, key=lambda article: article.file) for one, files in found.items() if files}

    def analyses(self, pipeline: str, ids: Sequence[str] | None = None) -> tuple[Analysis, ...]:
        """The analyses of the articles that pipeline found, or of some of them, in order of article."""
        if ids is None:
            rows = self._rows("SELECT analysis FROM analyses WHERE pipeline = ? ORDER BY article", pipeline)
        else:
            statement = "SELECT analysis FROM analyses WHERE article = ? AND pipeline = ?"
            rows = [row for one in sorted(ids) for row in self._rows(statement, one, pipeline)]
        return tuple(unpack(row[0], Analysis) for row in rows)

    def pipelines(self) -> tuple[str, ...]:
        """The pipelines that read pages of this store, in order."""
        return tuple(row[0] for row in self._rows("SELECT DISTINCT pipeline FROM readings ORDER BY pipeline"))

    def damaged(self) -> tuple[str, ...]:
        """The names of the kept pages whose bytes are no longer those that were read, in order."""
        rows = self._rows("SELECT name, sha256, body FROM pages ORDER BY name")
        return tuple(name for name, sha256, body in rows if hashlib.sha256(inflate(body) or b"").hexdigest() != sha256)

    def renamed(self, pipeline: str) -> tuple[tuple[str, str], ...]:
        """The articles that other pipelines found in kept pages, each with the other one that this finds there, in order."""
        if not self._one(OTHERS, pipeline):
            return ()
        statement = """SELECT DISTINCT former.article, now.article FROM readings AS former JOIN readings AS now USING (page)
            WHERE former.pipeline != ? AND now.pipeline = ? AND former.article != now.article ORDER BY 1, 2"""
        return tuple((former, now) for former, now in self._rows(statement, pipeline, pipeline))

    def forget(self, pipeline: str) -> None:
        """Drops what other pipelines made of the pages."""
        if not (self._one(OTHERS, pipeline) or self._one(OTHERS_ROWS, pipeline)):
            return
        with self._writing() as connection:
            connection.execute("DELETE FROM readings WHERE pipeline != ?", (pipeline,))
            connection.execute("DELETE FROM analyses WHERE pipeline != ?", (pipeline,))
            connection.execute(
                "DELETE FROM indexed WHERE article NOT IN (SELECT article FROM readings WHERE article IS NOT NULL)"
            )
            connection.execute("DELETE FROM passages WHERE article NOT IN (SELECT article FROM indexed)")
            connection.execute("DELETE FROM ledger WHERE shelf IN (SELECT id FROM shelves WHERE pipeline != ?)", (pipeline,))
            connection.execute("DELETE FROM shelves WHERE pipeline != ?", (pipeline,))
            connection.execute("DELETE FROM arrivals WHERE pipeline != ?", (pipeline,))

    # Decisions, names and the cache

    def judgements(self) -> tuple[Judgement, ...]:
        """All decisions, withdrawn ones too, in order of id."""
        rows = self._rows("SELECT judgement FROM judgements ORDER BY id")
        return tuple(unpack(row[0], Judgement) for row in rows)

    def judge(self, judgements: Iterable[Judgement]) -> None:
        """Keeps decisions; one with a known id takes the place of the former."""
        with self._writing():
            self._judge(judgements)

    def _judge(self, judgements: Iterable[Judgement]) -> None:
        for one in judgements:
            self._connection.execute("INSERT OR REPLACE INTO judgements VALUES (?, ?)", (one.id, pack(one)))

    def recall(self, key: str) -> bytes | None:
        """What is cached under `key`; nothing where that can no longer be unpacked, for it can be found again."""
        rows = self._rows("SELECT found FROM cache WHERE key = ?", key)
        found = inflate(rows[0][0]) if rows else None
        if rows and found is None:
            with suppress(StoreBusy), self._writing() as connection:  # so that it is kept again
                connection.execute("DELETE FROM cache WHERE key = ?", (key,))
        return found

    def keep(self, found: Mapping[str, bytes], shelf: str = "") -> None:
        """Caches these in the place of all that was cached on the same shelf."""
        known = {row[0] for row in self._rows("SELECT key FROM cache WHERE shelf = ?", shelf)}
        if known == set(found):
            return
        with self._writing() as connection:
            connection.executemany("DELETE FROM cache WHERE key = ?", [(key,) for key in sorted(known - set(found))])
            rows = [(key, shelf, zlib.compress(found[key], 1)) for key in sorted(set(found) - known)]
            connection.executemany("INSERT OR REPLACE INTO cache VALUES (?, ?, ?)", rows)

    def cached(self) -> Iterator[tuple[str, str, bytes | None]]:
        """Key, shelf and bytes of all that is cached, in order of key; None for bytes that can no longer be unpacked."""
        rows = self._rows("SELECT key, shelf, found FROM cache ORDER BY key")
        return ((key, shelf, inflate(found)) for key, shelf, found in rows)

    def remember_names(self, names: Mapping[str, str]) -> None:
        """Keeps, for each id of a story, the article it is named after."""
        known = dict(self._rows("SELECT story, article FROM story_names"))
        rows = [(story, article) for story, article in sorted(names.items()) if known.get(story) != article]
        if rows:
            with self._writing() as connection:
                connection.executemany("INSERT OR REPLACE INTO story_names VALUES (?, ?)", rows)

    def named_after(self, former: str) -> str | None:
        """The article a story with that id, or the only one whose id begins so, was named after; None if there was none."""
        named = dict(self._rows("SELECT story, article FROM story_names WHERE substr(story, 1, ?) = ?", len(former), former))
        return named.get(former, next(iter(named.values())) if len(named) == 1 else None)

    def note(self, name: str, value: str) -> None:
        """Keeps a fact about the store itself."""
        if self.fact(name) != value:
            with self._writing() as connection:
                connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    def fact(self, name: str) -> str | None:
        """The fact kept under that name; None if there is none."""
        rows = self._rows("SELECT value FROM facts WHERE name = ?", name)
        return rows[0][0] if rows else None

    # What the steps that see all articles keep

    @contextmanager
    def ledger(self, pipeline: str) -> Iterator[Ledger]:
        """What the steps of a pipeline keep, as it stands now; what is written to it is all kept at the end, or nothing.

        `StoreBusy` when another process goes on writing.
        """
        with self._writing() as connection:
            yield SqliteLedger(connection, pipeline)

    @contextmanager
    def ledger_as_is(self, pipeline: str) -> Iterator[Ledger]:
        """The same, without waiting for others that write, and without keeping anything."""
        self._rows("BEGIN")
        try:
            yield SqliteLedger(self._connection, pipeline)
        finally:
            self._rows("ROLLBACK")

    def arrivals(self, pipeline: str, limit: int) -> tuple[str, ...]:
        """The first articles by day that the steps of a pipeline have not seen yet."""
        statement = "SELECT article FROM arrivals WHERE pipeline = ? ORDER BY day, article LIMIT ?"
        return tuple(row[0] for row in self._rows(statement, pipeline, limit))

    def seen(self, pipeline: str, count: int) -> None:
        """Note, within the transaction of a ledger, that the steps of a pipeline have seen the first of its arrivals."""
        first = "SELECT pipeline, day, article FROM arrivals WHERE pipeline = ? ORDER BY day, article LIMIT ?"
        self._rows(f"DELETE FROM arrivals WHERE (pipeline, day, article) IN ({first})", pipeline, count)

    # Search

    def search(self, query: str, limit: int) -> list[Found]:
        """The passages that hold all words and "phrases" of `query`, best first."""
        terms = [phrase or word for phrase, word in re.findall(r'"([^"]*)"|(\S+)', query) if (phrase or word).strip('"')]
        if not any(character.isalnum() for term in terms for character in term):
            raise BadInput("Name at least one word to search for.")
        match = " AND ".join('"' + term.replace('"', "") + '"' for term in terms if any(map(str.isalnum, term)))
        statement = """SELECT article, start, words, highlight(passages, 0, ?, ?) FROM passages WHERE passages MATCH ?
            ORDER BY rank, article, start LIMIT ?"""
        return [_found(*row) for row in self._rows(statement, OPEN, CLOSE, match, limit)]

    # The editions of the record

    def editions(self) -> tuple[Edition, ...]:
        """The editions of the record that were shown, in order."""
        return tuple(Edition(*row) for row in self._rows("SELECT number, digest, made FROM editions ORDER BY number"))

    def publish(self, digest: str, made: str, states: States) -> Edition:
        """Keeps the edition with that digest and what it says otherwise than the last; the last one, if it is that already."""
        with self._writing() as connection:
            last = self.editions()[-1:]
            if last and last[0].digest == digest:
                return last[0]
            edition = Edition(last[0].number + 1 if last else 1, digest, made)
            connection.execute("INSERT INTO editions VALUES (?, ?, ?)", (edition.number, digest, made))
            former = {thing: state for thing, (state, _) in self.states(edition.number).items()}
            told = {thing: state for thing, state in states.items() if former.get(thing) != state}
            gone = dict.fromkeys(former.keys() - states.keys(), "")
            rows = [(*thing, edition.number, state) for thing, state in sorted((told | gone).items())]
            connection.executemany("INSERT INTO states VALUES (?, ?, ?, ?)", rows)
            return edition

    def states(self, edition: int) -> dict[tuple[str, str], tuple[str, int]]:
        """What an edition says of each thing in it, and the first edition that said so without a break."""
        # Beside max(), SQLite takes the other columns from the row that has it.
        statement = "SELECT kind, id, state, max(edition) FROM states WHERE edition <= ? GROUP BY kind, id"
        return {(kind, one): (state, since) for kind, one, state, since in self._rows(statement, edition) if state}

    def version(self) -> int:
        """A number that is another one when another connection has written since it was asked for."""
        number: int = self._one("PRAGMA data_version")
        return number

    # The connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that is all kept or all undone; `StoreBusy` when another process goes on writing."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise _told(error, self.path) from error
        with self._ending():
            yield self._connection

    @contextmanager
    def _ending(self) -> Iterator[None]:
        try:
            yield
            self._connection.execute("COMMIT")
        except BaseException as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.DatabaseError):
                raise _told(error, self.path) from error
            raise

    def _rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        try:
            return self._connection.execute(statement, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise _told(error, self.path) from error

    def _one(self, statement: str, *values: Any) -> Any:
        return self._rows(statement, *values)[0][0]


def _told(error: sqlite3.Error, path: str) -> Exception:
    """The error in words a user can act on."""
    text = str(error)
    if "locked" in text or "busy" in text:
        return StoreBusy(f"Another process is writing to {path}. Wait until it is done, then try again.")
    return BadInput(f"{path} cannot be used as a store: {text}.")


def _found(article: str, start: int, passage: str, marked: str) -> Found:
    """The words between the marks, at the places that they have without the marks before them."""
    if OPEN in passage or CLOSE in passage:  # a page may hold anything
        return Found(Span(article, start, start + len(passage)), ())
    places = [(found.start(), found.end() - 2) for found in MARKED.finditer(marked)]
    words = tuple(Span(article, start + a - 2 * at, start + b - 2 * at) for at, (a, b) in enumerate(places))
    return Found(Span(article, words[0].start, words[-1].end), words)
