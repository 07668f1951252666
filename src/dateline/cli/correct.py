"""`dateline correct`: a person's decisions on stories, claims, origins and disagreements."""

from collections.abc import Callable, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dateline.cli import options, output, text, work
from dateline.errors import BadInput

if TYPE_CHECKING:
    from dateline.stores import Store
    from dateline.types import Judgement, OriginKind
    from dateline.views.document import Record

KINDS = ("agency", "official", "person", "document", "outlet")
Decide = Callable[["Store", "Record"], "Sequence[Judgement]"]

by: options.Decorator = click.option("--by", metavar="NAME", default=None, help="Who decides.  [default: your login name]")
when: options.Decorator = click.option(
    "--when",
    metavar="TIME",
    default=None,
    help="When it was decided, a day or a time, in UTC unless it says otherwise.  [default: now]",
)


@click.group("correct")
def command() -> None:
    """Say which stories and claims are one, on whose word they rest, and what is no conflict; see what was decided, and undo it.

    Corrections are kept in the store and survive every run.
    """


@command.command("merge")
@click.argument("stories", metavar="STORY STORY...", nargs=-1, required=True)
@by
@when
@options.store
@options.as_json
@options.model
def merge_stories(
    stories: tuple[str, ...], by: str | None, when: str | None, store_path: Path, as_json: bool, model: str | None
) -> None:
    """These stories are one."""
    from dateline.correct import merge

    def _decide(store: "Store", record: "Record") -> "Sequence[Judgement]":
        return merge(store, record, stories, by=_name(by), when=_moment(when))

    _correct(_decide, store_path, as_json, model)


@command.command("split")
@click.argument("story")
@click.argument("articles", metavar="ARTICLE...", nargs=-1, required=True)
@click.option("--into", metavar="STORY", default=None, help="The story that they belong to.  [default: one of their own]")
@by
@when
@options.store
@options.as_json
@options.model
def split_story(
    story: str,
    articles: tuple[str, ...],
    into: str | None,
    by: str | None,
    when: str | None,
    store_path: Path,
    as_json: bool,
    model: str | None,
) -> None:
    """These articles of STORY are a story apart from the rest of it."""
    from dateline.correct import split

    def _decide(store: "Store", record: "Record") -> "Sequence[Judgement]":
        return split(store, record, story, articles, into=into, by=_name(by), when=_moment(when))

    _correct(_decide, store_path, as_json, model)


@command.command("same-claim")
@click.argument("claims", metavar="CLAIM CLAIM...", nargs=-1, required=True)
@by
@when
@options.store
@options.as_json
@options.model
def join_claims(
    claims: tuple[str, ...], by: str | None, when: str | None, store_path: Path, as_json: bool, model: str | None
) -> None:
    """These claims say the same: all their statements are one claim, and its origins are counted together."""
    from dateline.correct_claims import same_claim

    def _decide(store: "Store", record: "Record") -> "Sequence[Judgement]":
        return same_claim(store, record, claims, by=_name(by), when=_moment(when))

    _correct(_decide, store_path, as_json, model)


@command.command("not-same")
@click.argument("claim")
@click.argument("statements", metavar="STATEMENT...", nargs=-1, required=True)
@by
@when
@options.store
@options.as_json
@options.model
def part_claim(
    claim: str, statements: tuple[str, ...], by: str | None, when: str | None, store_path: Path, as_json: bool, model: str | None
) -> None:
    """These statements of CLAIM do not say what the rest of it says: they are a claim of their own.

    A STATEMENT is told by its id, or by its place as 'dateline claims' shows it (ARTICLE:START-END).
    """
    from dateline.correct_claims import not_same

    def _decide(store: "Store", record: "Record") -> "Sequence[Judgement]":
        return not_same(store, record, claim, statements, by=_name(by), when=_moment(when))

    _correct(_decide, store_path, as_json, model)


@command.command("origin")
@click.argument("told", metavar="STATEMENT")
@click.argument("source", metavar="NAME")
@click.option("--kind", type=click.Choice(KINDS), default=None, help="What NAME is.  [default: as the articles have it]")
@by
@when
@options.store
@options.as_json
@options.model
def decide_origin(
    told: str,
    source: str,
    kind: "OriginKind | None",
    by: str | None,
    when: str | None,
    store_path: Path,
    as_json: bool,
    model: str | None,
) -> None:
    """STATEMENT, or each statement of the claim of that id, rests on the word of NAME, whatever it cites.

    A STATEMENT is told by its id, or by its place as 'dateline claims' shows it (ARTICLE:START-END).
    """
    from dateline.correct_claims import rests_on

    def _decide(store: "Store", record: "Record") -> "Sequence[Judgement]":
        return rests_on(store, record, told, source, kind=kind, by=_name(by), when=_moment(when))

    _correct(_decide, store_path, as_json, model)


@command.command("no-conflict")
@click.argument("disagreement")
@by
@when
@options.store
@options.as_json
@options.model
def settle_disagreement(
    disagreement: str, by: str | None, when: str | None, store_path: Path, as_json: bool, model: str | None
) -> None:
    """The claims in DISAGREEMENT do not conflict: it is no longer reported."""
    from dateline.correct_claims import no_conflict

    def _decide(store: "Store", record: "Record") -> "Sequence[Judgement]":
        return no_conflict(store, record, disagreement, by=_name(by), when=_moment(when))

    _correct(_decide, store_path, as_json, model)


@command.command("undo")
@click.argument("judgement")
@options.store
@options.as_json
@options.model
def undo_correction(judgement: str, store_path: Path, as_json: bool, model: str | None) -> None:
    """Withdraw the correction that JUDGEMENT (its id or the beginning of it) belongs to."""
    from dateline.correct import undo

    _correct(lambda store, _: undo(store, judgement), store_path, as_json, model)


@command.command("list")
@options.store
@options.as_json
@options.model
def list_corrections(store_path: Path, as_json: bool, model: str | None) -> None:
    """List the corrections in order of time, with those that were withdrawn or overruled."""
    from dateline.correct import corrections
    from dateline.record import encode

    with work.opened(store_path, model) as (_, record):
        found = corrections(record)
    if as_json:
        output.write_out(encode(found))
    else:
        articles = text.articles_of(record)
        output.lines([line for one in found for line in text.correction_lines(one, articles)])


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@options.store
@options.as_json
def import_corrections(file: Path, store_path: Path, as_json: bool) -> None:
    """Take over the corrections in FILE, a JSON record made from another store; those of articles that are not here wait."""
    from dateline.correct import take_over
    from dateline.record import encode
    from dateline.stores import open_store

    try:
        data = file.read_bytes()
    except OSError as error:
        raise BadInput(f"{file} cannot be read: {error.strerror}.") from error
    with closing(open_store(store_path)) as store:
        new = take_over(store, data)
    output.write_out(encode(new)) if as_json else output.lines([f"{len(new)} judgements taken over"])


def _correct(decide: Decide, store_path: Path, as_json: bool, model: str | None) -> None:
    """Makes a correction, and tells it with the stories that its articles are in now."""
    from dateline.correct import correction_of, touched
    from dateline.record import encode, stories

    with work.opened(store_path, model) as (store, before):
        made = decide(store, before)
        record = work.record_with_bar(store, model)
    correction = correction_of(record, made)
    ids = {story.id for story in touched(record, correction)}
    found = [one for one in stories(record) if one.id in ids]
    if as_json:
        output.write_out(encode({"correction": correction, "stories": found}))
    else:
        told = text.correction_lines(correction, text.articles_of(record))
        output.lines([*told, *(text.story_line(story) for story in found)])


def _name(by: str | None) -> str:
    return work.login_name() if by is None else by


def _moment(when: str | None) -> str:
    """The time given, else now: the one place where the clock is asked."""
    return datetime.now(UTC).isoformat() if when is None else when
