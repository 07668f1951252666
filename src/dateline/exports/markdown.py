"""The record as Markdown, to be read or put into a note, every line with its citation."""

from collections.abc import Iterator, Mapping

from dateline.languages import name_of
from dateline.views.document import Record, RecordArticle, RecordClaim, RecordDisagreement, RecordQuote, RecordStory
from dateline.views.evidence import Evidence

Articles = Mapping[str, RecordArticle]


def export(record: Record) -> bytes:
    """The stories with their claims, disagreements, quotations and timelines, and the list of articles (UTF-8)."""
    return ("\n".join(_lines(record)).rstrip() + "\n").encode()


def _lines(record: Record) -> Iterator[str]:
    articles = {article.id: article for article in record.articles}
    yield f"# Record of {len(record.articles)} articles in {len(record.stories)} stories"
    for story in record.stories:
        yield from ("", f"## {_plain(story.title)}", "")
        yield f"{len(story.articles)} articles, {story.first or 'no day'} to {story.last or 'no day'} (story `{story.id}`)"
        yield from _corrected(story, record)
        yield from _section("Claims", (_claim(claim, articles) for claim in story.claims))
        yield from _section("Disagreements", (_disagreement(one, articles) for one in story.disagreements))
        yield from _section("Who said what", (_quote(quote, articles) for quote in story.quotes if quote.kind != "indirect"))
        yield from _section("Timeline", _moments(story, articles))
    yield from _section("Articles", (_article(article) for article in record.articles), level=2)
    yield from _section("Not used", (f"{_plain(one.id)}: {_plain(one.reason)}" for one in record.rejected), level=2)


def _corrected(story: RecordStory, record: Record) -> Iterator[str]:
    told = sorted({(one.when[:10], one.by) for one in record.judgements if one.id in story.corrected})
    yield from (line for day, by in told for line in ("", f"Corrected by {_plain(by)} on {day}."))


def _section(title: str, items: Iterator[str], *, level: int = 3) -> Iterator[str]:
    shown = list(items)
    if shown:
        yield from ("", f"{'#' * level} {title}", "", *(f"- {item}" for item in shown))


def _claim(claim: RecordClaim, articles: Articles) -> str:
    counts = f"{claim.outlets} outlets, {claim.texts} texts, {claim.origins} origins, {claim.unsourced} unsourced"
    disputed = ", disputed" if claim.disputed else ""
    others = [told.evidence for told in claim.statements if told.evidence != claim.statement.evidence]
    also = f"; also {', '.join(_place(one, articles) for one in others)}" if others else ""
    return f"**{claim.label}{disputed}** ({counts}): {_cited(claim.statement.evidence, articles)}{also}"


def _disagreement(one: RecordDisagreement, articles: Articles) -> str:
    sides = (
        f"{_plain(side.value)}: {'; '.join(_cited(told.evidence, articles) for told in side.statements)}" for side in one.values
    )
    return f"**{one.relation}** on {_plain(one.about)} ({_plain(one.reason)}): " + " / ".join(sides)


def _quote(quote: RecordQuote, articles: Articles) -> str:
    speaker = _plain(quote.speaker.name) if quote.speaker else "unnamed"
    via = [f"via {', '.join(_plain(link.name) for link in quote.via)}"] if quote.via else []
    notes = [*via, *([] if quote.polarity == "said" else [quote.polarity])]
    told = f" ({', '.join(notes)})" if notes else ""
    words = " … ".join(_plain(piece.exact) for piece in (quote.evidence, *quote.rest))
    return f"{speaker}{told}: “{words}” {_place(quote.evidence, articles)}"


def _moments(story: RecordStory, articles: Articles) -> Iterator[str]:
    for one in story.timeline:
        days = one.date.earliest if one.date.earliest == one.date.latest else f"{one.date.earliest} to {one.date.latest}"
        kind = f"{one.status}, background" if one.background else one.status
        announced = f"; announced {', '.join(_place(told, articles) for told in one.announced)}" if one.announced else ""
        also = f"; also {', '.join(_place(told, articles) for told in one.support)}" if one.support else ""
        yield f"{days} ({kind}): {_cited(one.statement.evidence, articles)}{also}{announced}"


def _article(article: RecordArticle) -> str:
    day = article.published.earliest or "no day stated"
    outlet, title = _plain(article.outlet or "unknown outlet"), _plain(article.title or article.file)
    unread = "" if article.reading == "full" else f"; {name_of(article.language)}, not read"
    return f"`{article.id}` {outlet}, {day}: {title} ({_plain(article.file)}{unread})"


def _cited(evidence: Evidence, articles: Articles) -> str:
    return f"“{_plain(evidence.exact)}” {_place(evidence, articles)}"


def _place(evidence: Evidence, articles: Articles) -> str:
    outlet = articles[evidence.article].outlet or articles[evidence.article].file
    return f"[{_plain(outlet)} `{evidence.article}:{evidence.start}-{evidence.end}`]"


def _plain(text: str) -> str:
    """The text on one line with the characters escaped that Markdown or HTML would take for marks."""
    line = " ".join(text.split())
    return "".join(f"\\{character}" if character in "\\`*_[]<>#|" else character for character in line)
