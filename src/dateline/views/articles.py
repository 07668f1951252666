"""Articles as the record shows them: the ones it rests on, and other versions of them."""

from collections.abc import Iterable, Mapping, Sequence

from dateline.differences import differences
from dateline.languages import reading_of
from dateline.types import Article, Dating, Doubt, Note, Span
from dateline.views.cite import cite, cite_all, cite_in
from dateline.views.document import Change, RecordArticle, RecordDating, RecordDoubt, RecordEntry, RecordNote, Superseded
from dateline.views.evidence import Evidence


def tell_article(
    article: Article, dating: Dating | None, doubts: Iterable[Doubt], articles: Mapping[str, Article]
) -> RecordArticle:
    """An article with what its page says of it; the days that were inferred for it, and doubts of its day, cite `articles`."""
    return RecordArticle(
        id=article.id,
        revision=article.revision,
        url=article.url,
        file=article.file,
        outlet=article.outlet,
        title=article.title,
        byline=article.byline,
        published=article.published,
        dating=None if dating is None else _tell_dating(dating, articles),
        doubts=tuple(RecordDoubt(one.kind, one.day, cite_in(articles, one.span)) for one in doubts),
        place=article.place,
        credits=article.credits,
        language=article.language,
        reading=reading_of(article),
        text=article.text,
        matter=article.matter,
        notes=tuple(_tell_note(note, article) for note in article.notes if note.start < note.end),
        entries=tuple(
            RecordEntry(one.day, one.time, cite(article, one.passage), cite(article, one.told)) for one in article.entries
        ),
    )


def _tell_note(note: Note, article: Article) -> RecordNote:
    return RecordNote(note.field, note.value, cite(article, Span(article.id, note.start, note.end, note.part)))


def tell_superseded(older: Sequence[tuple[Article, str]], articles: Mapping[str, Article]) -> tuple[Superseded, ...]:
    """Versions that gave way to the article of the id beside them, in order of id and file, each with what changed."""
    ordered = sorted(older, key=lambda pair: (pair[0].id, pair[0].file))
    return tuple(Superseded(by, tell_article(one, None, (), articles), _changes(one, articles[by])) for one, by in ordered)


def _changes(old: Article, new: Article) -> tuple[Change, ...]:
    return tuple(Change(_cite(old, a), _cite(new, b)) for a, b in differences(old.text, new.text))


def _cite(article: Article, place: tuple[int, int]) -> Evidence | None:
    start, end = place
    return cite(article, Span(article.id, start, end)) if start < end else None


def _tell_dating(dating: Dating, articles: Mapping[str, Article]) -> RecordDating:
    return RecordDating(dating.earliest, dating.latest, "inferred", cite_all(articles, dating.evidence))
