"""Records as lines for a terminal."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from dateline.languages import name_of
from dateline.passages import passage_named

if TYPE_CHECKING:
    from dateline.correct import Correction
    from dateline.record import Summary
    from dateline.types import Span
    from dateline.views.document import (
        Moment,
        Record,
        RecordArticle,
        RecordClaim,
        RecordDisagreement,
        RecordMembership,
        RecordQuote,
        RecordStatement,
        RecordStory,
        Superseded,
    )
    from dateline.views.evidence import Evidence, SourcingLink

Articles = Mapping[str, "RecordArticle"]
FEW = 5  # articles by which a story is known
SHORT = 32  # characters: fewer are told with as many on either side


def articles_of(record: "Record") -> Articles:
    """The articles of a record by id."""
    return {article.id: article for article in record.articles}


def cited(evidence: "Evidence", articles: Articles) -> str:
    """The words, and where they stand."""
    return f"“{one_line(evidence.exact)}” [{place(evidence, articles)}]"


def place(evidence: "Evidence", articles: Articles) -> str:
    """Outlet or file, article and characters."""
    article = articles[evidence.article]
    return one_line(f"{article.outlet or article.file} {evidence.article}:{evidence.start}-{evidence.end}")


def one_line(text: str) -> str:
    """The text on one line, without characters that could steer a terminal."""
    return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in " ".join(text.split()))


def story_line(story: "Summary") -> str:
    """A story in a line."""
    disputed = f", {story.disagreements} disagreements" if story.disagreements else ""
    counts = f"{len(story.articles)} articles, {story.claims} claims{disputed}"
    return f"{story.id}  {days(story.first, story.last)}  {counts}  {one_line(story.title)}"


def story_lines(story: "RecordStory", articles: Articles, corrections: Sequence["Correction"] = ()) -> list[str]:
    """A story with who corrected it, its articles, the claims that several texts tell, what is disputed, and its days."""
    shared = [claim for claim in story.claims if claim.texts > 1]
    lines = [one_line(story.title), f"{story.id}  {days(story.first, story.last)}  storyline {story.storyline}"]
    lines += [one_line(f"corrected by {one.by} on {one.when[:10]} ({one.id})") for one in corrections]
    lines += answer_lines(story)
    lines += ["", "Articles"]
    why = {one.article: one for one in story.memberships}
    for identity in story.articles:
        lines.append(f"  {article_line(articles[identity])}")
        lines += [f"    {membership_line(why[identity])}"] if identity in why else []
    lines += ["", f"Claims of more than one text ({len(shared)} of {len(story.claims)})"]
    lines += [f"  {line}" for claim in shared for line in claim_lines(claim, articles)]
    unclear = sum(one.relation == "unclear" for one in story.disagreements)
    lines += ["", f"Disagreements ({len(story.disagreements)}, {unclear} of them unclear)"]
    lines += [f"  {line}" for one in story.disagreements for line in disagreement_lines(one, articles)]
    lines += ["", "Timeline"]
    return lines + [f"  {moment_line(moment, articles)}" for moment in story.timeline]


def answer_lines(story: "RecordStory") -> list[str]:
    """Who did what, when and where, as far as the central article tells."""
    one = story.answers
    if one is None:
        return []
    told = {"who": one.who, "what": one.what, "when": one.when, "where": one.where}
    lines = [f"{name}: “{one_line(cited.evidence.exact)}”" for name, cited in told.items() if cited is not None]
    return [" ".join(lines)] if lines else []


def membership_line(one: "RecordMembership") -> str:
    """Why an article is in its story."""
    if one.nearest is None:
        return "with no other member in particular"
    likeness = "derived from one text" if one.copied else f"{one.likeness:.2f}"
    apart = (
        "" if one.days is None else f", {one.days} {'day' if one.days == 1 else 'days'} apart" if one.days else ", the same day"
    )
    words = ", ".join(f"“{one_line(word.here.exact)}”" for word in one.shared)
    return f"with {one.nearest}: {likeness}{apart}{'; both have ' + words if words else ''}"


def correction_lines(one: "Correction", articles: Articles) -> list[str]:
    """A correction and the first of what it calls one story or one claim; what it calls different ones stands apart."""
    lines = [f"{one.id}  {one.when}  {one_line(one.by)} ({one.state})"]
    if one.matter == "conflict":
        return [*lines, "  no conflict between", *(f"  {named_line(part[0], articles)}" for part in one.parts)]
    for at, part in enumerate(one.parts):
        lines += ["  apart from"] if at else []
        lines += [f"  {named_line(name, articles)}" for name in part[:FEW]]
        lines += [f"  and {len(part) - FEW} more"] if len(part) > FEW else []
    return lines if one.source is None else [*lines, one_line(f"  on the word of {one.source}")]


def named_line(name: str, articles: Articles) -> str:
    """What a judgement names: an article in a line, or the words of a passage and where they stand."""
    passage = passage_named(name)
    if passage is None:
        return article_line(articles[name]) if name in articles else f"{name} (not here)"
    article = articles.get(passage.article)
    if article is None:
        return f"{name} (not here)"
    return one_line(f"“{_told(article.text, passage)}” [{article.outlet or article.file} {name}]")


def _told(text: str, passage: "Span") -> str:
    """The words of a passage, a short one, as figures are, with some of its paragraph around it."""
    words = text[passage.start : passage.end]
    if len(words) >= SHORT:
        return words
    before = text[max(0, passage.start - SHORT) : passage.start].rpartition("\n")[2]
    after = text[passage.end : passage.end + SHORT].partition("\n")[0]
    return f"…{before}{words}{after}…"


def article_line(article: "RecordArticle") -> str:
    """An article in a line; a day that was inferred, or that something speaks against, is said to be."""
    day = days(article.published.earliest, article.published.latest)
    if article.dating is not None:
        day = f"{days(article.dating.earliest, article.dating.latest)} (inferred)"
    if article.doubts:
        day = f"{day} (doubtful: {', '.join(f'{one.kind} {one.day}' for one in article.doubts)})"
    unread = "" if article.reading == "full" else f" ({name_of(article.language)}, not read)"
    return one_line(f"{article.id}  {article.outlet or 'unknown outlet'}, {day}: {article.title or article.file}{unread}")


def unread_lines(languages: Sequence[str]) -> list[str]:
    """A line on articles in languages that are not read, given the language of each; none where there are none."""
    if not languages:
        return []
    several = len(languages) > 1
    names = sorted({name_of(code) for code in languages})
    listed = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    said = "are grouped by names, numbers and words, but nothing was read out of them"
    one = "is grouped by names, numbers and words, but nothing was read out of it"
    return [f"{len(languages)} {'articles' if several else 'article'} in {listed} {said if several else one}"]


def superseded_lines(one: "Superseded", articles: Articles) -> list[str]:
    """An article, another version of it, and the words that changed: those that went (-) and those that came (+)."""
    other = one.article
    told = days(other.published.earliest, other.published.latest)
    places = " ".join(dict.fromkeys((other.file, other.url or other.file)))
    lines = [article_line(articles[one.by]), one_line(f"  {other.id}  {told}: {places}")]
    for change in one.changes:
        lines += [f"    - {one_line(change.old.exact)} [{change.old.start}-{change.old.end}]"] if change.old else []
        lines += [f"    + {one_line(change.new.exact)} [{change.new.start}-{change.new.end}]"] if change.new else []
    return lines if one.changes else [*lines, "    the same words"]


def days(first: str | None, last: str | None) -> str:
    """One day, or the first and the last."""
    if first is None:
        return "undated"
    return first if last in (None, first) else f"{first} to {last}"


def disagreement_lines(one: "RecordDisagreement", articles: Articles) -> list[str]:
    """What is told differently, the rule that decided how, and who tells which."""
    lines = [f"{one.id}  {one.relation} on {one_line(one.about)} ({one_line(one.reason)})"]
    for side in one.values:
        lines += [f"  {one_line(side.value)}: {cited(told.evidence, articles)}" for told in side.statements]
    return lines


def claim_lines(claim: "RecordClaim", articles: Articles, *, why: bool = False) -> list[str]:
    """A claim with its standing, its words and where else it is told; with `why`, each of its statements and why it is there."""
    counts = f"{claim.outlets} outlets, {claim.texts} texts, {claim.origins} origins, {claim.unsourced} unsourced"
    disputed = ", disputed" if claim.disputed else ""
    corrected = ", corrected" if any(told.corrected for told in claim.statements) else ""
    first = f"{claim.id}  {claim.label}{disputed}{corrected} ({counts})"
    if why:
        places = {told.id: place(told.evidence, articles) for told in claim.statements}
        return [first, *(f"  {line}" for told in claim.statements for line in statement_lines(told, places, articles))]
    others = [told.evidence for told in claim.statements if told.evidence != claim.statement.evidence]
    return [first, f"  {cited(claim.statement.evidence, articles)}", *(f"  also {place(one, articles)}" for one in others)]


def statement_lines(told: "RecordStatement", places: Mapping[str, str], articles: Articles) -> list[str]:
    """The words of a statement, its sources, and why it is in its claim; `places` has those of all of the claim."""
    lines = [cited(told.evidence, articles)]
    sources = [link for link in told.sourcing if link.kind != "outlet" or link.name != articles[told.article].outlet]
    lines += [f"  {' '.join(f'← {source_named(link)}' for link in sources)}"] if sources else []
    joined = told.joined
    return (
        lines
        if joined is None
        else [*lines, f"  with {places[joined.to]}: {joined.likeness:.2f}; {one_line('; '.join(joined.why))}"]
    )


def source_named(link: "SourcingLink") -> str:
    """A link of a sourcing chain; one that is not named with the statement is said to be carried over."""
    kind = {"copy": "the text of ", "correction": "as decided by "}.get(link.kind, "")
    return one_line(f"{kind}{link.name}{' (carried over)' if link.carried else ''}")


def quote_line(quote: "RecordQuote", articles: Articles) -> str:
    """A quotation with its speaker, what it came through and, unless it is merely said, how: a denial asserts nothing."""
    speaker = one_line(quote.speaker.name) if quote.speaker else "unnamed"
    via = f" via {', '.join(one_line(link.name) for link in quote.via)}" if quote.via else ""
    kind = quote.kind if quote.polarity == "said" else f"{quote.kind}, {quote.polarity}"
    words = " … ".join(one_line(piece.exact) for piece in (quote.evidence, *quote.rest))
    return f"{quote.id}  {speaker}{via} ({kind}): “{words}” [{place(quote.evidence, articles)}]"


def moment_line(moment: "Moment", articles: Articles) -> str:
    """A line of a timeline: days, what it is, how many tell it, and its best sentence."""
    kind = f"{moment.status}, background" if moment.background else moment.status
    told = f", {moment.outlets} outlets" if moment.outlets > 1 else ""
    before = f", announced by {len({one.article for one in moment.announced})}" if moment.announced else ""
    return (
        f"{days(moment.date.earliest, moment.date.latest)}  ({kind}{told}{before})  {cited(moment.statement.evidence, articles)}"
    )
