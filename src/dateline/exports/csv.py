"""The claims of a record as a table: a line for each statement, with what stands behind it."""

import csv
import io
from collections.abc import Mapping

from dateline.views.document import Record, RecordArticle, RecordStatement

COLUMNS = (
    "story", "story_title", "claim", "label", "disputed", "outlets", "texts", "origins", "unsourced",
    "statement", "outlet", "file", "url", "published", "polarity", "modality", "rests_on",
    "words", "article", "part", "start", "end",
)  # fmt: skip
# A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export(record: Record) -> bytes:
    """A CSV file (RFC 4180, UTF-8) with one line for each statement of each claim of each story."""
    articles = {article.id: article for article in record.articles}
    origins = {origin.id: origin.name for origin in record.origins}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for story in record.stories:
        for claim in story.claims:
            about = (story.id, story.title, claim.id, claim.label, claim.disputed)
            counts = (claim.outlets, claim.texts, claim.origins, claim.unsourced)
            for told in claim.statements:
                row = (*about, *counts, *_cells(told, articles[told.article], origins))
                writer.writerow([_safe(cell) for cell in row])
    return out.getvalue().encode()


def _cells(told: RecordStatement, article: RecordArticle, origins: Mapping[str, str]) -> tuple[object, ...]:
    source = (article.outlet, article.file, article.url, article.published.earliest)
    rests = "; ".join(origins.get(origin, origin) for origin in told.origins)
    cited = (told.evidence.exact, told.article, told.evidence.part, told.evidence.start, told.evidence.end)
    return told.id, *source, told.polarity, told.modality, rests, *cited


def _safe(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return f"'{cell}"
    return "" if cell is None else cell
