"""The judgements of a record, on the articles that it has in the place of those they name."""

from collections.abc import Iterable

from dateline.judgements import follow
from dateline.types import Judgement
from dateline.views.document import Record


def followed(record: Record, further: Iterable[Judgement] = ()) -> tuple[Judgement, ...]:
    """The judgements of a record, and further ones, on the newest versions of what they name; each keeps its id."""
    newer = {one.article.id: one.by for one in record.superseded}
    here = newer.keys() | {article.id for article in record.articles}
    return follow([*record.judgements, *further], here, newer)
