"""Articles whose names are given, and the entities that they are folded to."""

from dateline.entities import fold_entities
from dateline.types import Analysis, Article, Entity, Mention, MentionKind, Published, Span


def page(key: str, text: str, **names: MentionKind) -> tuple[Article, Analysis]:
    """An article and an analysis that mentions each name (underscores stand for spaces) wherever the text has it as a word."""
    mentions: list[Mention] = []
    for written, kind in names.items():
        name = written.replace("_", " ")
        at = text.find(name)
        while at >= 0:
            if not any(m.span.meets(Span(key, at, at + len(name))) for m in mentions):
                mentions.append(Mention(Span(key, at, at + len(name)), name, kind))
            at = text.find(name, at + 1)
    published = Published(None, None, "unknown")
    article = Article(key, key, None, key, None, None, (), published, None, (), "en", text, "")
    return article, Analysis(key, (), tuple(mentions), (), (), (), (), ())


def fold(*pages: tuple[Article, Analysis]) -> dict[str, Entity]:
    entities = fold_entities([article for article, _ in pages], [analysis for _, analysis in pages])
    for entity in entities:
        assert list(entity.mentions) == sorted(entity.mentions)
    return {entity.name: entity for entity in entities}
