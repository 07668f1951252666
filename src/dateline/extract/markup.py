"""HTML pages: body, head and the lines around the body brought together in one draft."""

import re
from collections.abc import Sequence
from html import unescape

from lxml.html import HtmlElement

from dateline.addresses import own_address
from dateline.extract.agencies import Agencies
from dateline.extract.around import BESIDE, note_unknown, read_around, read_published
from dateline.extract.body import Extractor, copy_of, once, set_apart
from dateline.extract.dates import iso_day, rest_of
from dateline.extract.draft import MAX_TEXT, Dated, Draft, Value, too_long
from dateline.extract.fronts import front_of
from dateline.extract.guessed import basis_of
from dateline.extract.headlines import alike, title_of
from dateline.extract.language import told_language
from dateline.extract.lines import is_prose, is_sentence, kind_of, plain
from dateline.extract.live import note_entries
from dateline.extract.matter import byline_beside_date, note_author, note_beside_date, note_bios, note_line
from dateline.extract.metadata import AUTHORS, PUBLISHED, SITES, UPDATED, Metadata, read_metadata
from dateline.extract.missed import parted, share_held, start_of, with_missed
from dateline.extract.outlets import outlet_of_address, outlet_of_name, outlet_of_signs, spelled_like
from dateline.extract.pulled import set_off
from dateline.extract.saved import as_kept
from dateline.extract.signed import signed_by
from dateline.extract.sites import site_name
from dateline.extract.tree import Block, blocks_of, parse_page, text_of
from dateline.extract.walls import is_kept_back
from dateline.types import Basis

WRITTEN = ("written by", "by", "author", "authors")  # labels a page may give its first line of a shared link
MORE = re.compile(
    r"\b(?:more|related|archives?|read next|also|latest|popular|recommended|trending|elsewhere|other stories)\b", re.IGNORECASE
)
MOST = 0.5  # of the page's paragraphs; where fewer were kept, more may be to be had; .5 to .6 do the same, .4 less
FAR_MORE = 1.5  # times as much as before; 1.3 to 2 do the same, 1.1 takes in other stories
LEADING = 8  # lines of the body that may still be its head
CLOSED = "isAccessibleForFree: false"  # as JSON-LD says of an article that is not all there
BULLET = re.compile(r"^[-•*]\s+")


def read_markup(draft: Draft, extractor: Extractor, *, fragment: bool = False) -> str | None:
    """Fills the draft from an HTML page; the reason, where the page cannot be parsed.

    What the draft knows already (title, outlet, writers, a day of a lower rank) holds. A fragment is all article, without the
    page around it: nothing in it is looked for.
    """
    tree = parse_page(draft.page)
    if isinstance(tree, str):
        return tree
    meta = read_metadata(tree)
    meta = meta if draft.url else as_kept(tree, meta)
    draft.url = own_address(draft.url, meta.canonical)
    draft.language = told_language(tree, meta.about.language, meta.meta)
    length = sum(len(block.text) for block in blocks_of(tree))
    if length > MAX_TEXT:
        return too_long(length)
    heads = [text for element in tree.iter("h1") if (text := text_of(element))]
    kept_back = is_kept_back(tree, meta.about.closed)
    set_apart(tree, draft, length)
    blocks = blocks_of(tree)
    draft.set_off = set_off(tree)
    whole, draft.page = draft.page, "\n".join(block.text for block in blocks)
    agencies = draft.agencies = Agencies(draft.page)
    lines = [block.text for block in blocks] if fragment else _lines(extractor, tree, blocks, url=draft.url)
    _name(draft, meta, heads, blocks, agencies=agencies)
    body = lines or [block.text for block in blocks if is_prose(block.text)]
    told = meta.about.headline or meta.about.published or meta.first(PUBLISHED)
    if not (fragment or told) and (problem := front_of(blocks, body)):
        return problem
    first, end = _where(blocks, body)
    _note_metadata(draft, meta, agencies)
    read_around(draft, blocks, agencies, first=first, end=end)
    _read_body(draft, body, agencies, elsewhere=_elsewhere(blocks[end:]), above=_above(draft, blocks[:first]))
    if kept_back and not draft.values("cut"):
        draft.add(CLOSED, Value("cut", "false", len(CLOSED) - len("false"), len(CLOSED)))
    for author in signed_by(tree, draft.url) if not (fragment or draft.values("byline")) else ():
        note_author(draft, author, agencies)
    if not (fragment or draft.dates):
        read_published(draft, blocks)
    if not fragment and (not draft.dates or not draft.values("byline")):
        day, authors = extractor.day_and_authors(whole, draft.url)
        day = None if day in draft.values("viewed") else day
        basis = basis_of(day, tree, blocks) if day and not draft.dates else None
        _fall_back(draft, (day, basis) if day and basis else None, authors, agencies=agencies)
    signed = {name.lower() for name in draft.values("byline")}
    draft.paragraphs = [line for at, line in enumerate(draft.paragraphs) if at >= LEADING or line.lower() not in signed]
    problem = note_entries(draft, tree, blocks, agencies, source=whole)
    note_bios(draft)
    return problem


def _lines(extractor: Extractor, tree: HtmlElement, blocks: Sequence[Block], *, url: str | None) -> list[str]:
    """The article's lines as trafilatura has them; the generous ones, if only those have the most of the page's paragraphs."""
    lines = with_missed(parted([_bare(line) for line in extractor.body(copy_of(tree), url)], blocks), blocks)
    if share_held(lines, blocks) < MOST:
        more = with_missed([_bare(line) for line in extractor.body(copy_of(tree), url, generous=True)], blocks)
        lines = more if sum(map(len, more)) >= sum(map(len, lines)) * FAR_MORE else lines
    return once(lines)


def _fall_back(draft: Draft, day: tuple[str, Basis] | None, authors: Sequence[str], *, agencies: Agencies) -> None:
    """The day, with what it rests on, and the authors that the libraries make out, where our own rules found none."""
    if day:
        draft.dates.append(Dated(9, day[0], day[0], day[1]))
        draft.whole("published", day[0])
    if not draft.values("byline"):
        for author in authors:
            note_author(draft, author, agencies)


def _bare(line: str) -> str:
    """A line of trafilatura's without the marks it adds: bullets, and the bars at both ends of a table's row."""
    return plain(BULLET.sub("", line).strip("|") if line.startswith("|") else BULLET.sub("", line))


def _name(draft: Draft, meta: Metadata, heads: Sequence[str], blocks: Sequence[Block], *, agencies: Agencies) -> None:
    """Title and outlet, which help to find one another: sites put their name behind the title."""
    texts = [block.text for block in blocks]
    sites = [
        unescape(name) for name in (meta.about.publisher, *(value for name in SITES for value in meta.meta.get(name, ()))) if name
    ]
    known = outlet_of_address(draft.url)
    told = draft.outlet
    site = None if told or known else site_name(sites, meta.page_title, url=draft.url, agencies=agencies)
    outlet = told or known or (outlet_of_name(site[0]) if site else None)
    sign = None
    if outlet is None:
        sign = spelled_like(draft.url, [meta.page_title, *texts]) or outlet_of_signs([meta.page_title, *texts])
        outlet = sign[0] if sign else None
    title, named = title_of(meta, heads, outlet=outlet, url=draft.url)
    draft.title = draft.title or title
    draft.outlet = outlet or (outlet_of_name(named) if named else None)
    if draft.url:
        draft.whole("url", draft.url)
    if told:
        return
    if known and draft.url:
        draft.whole("outlet", draft.url, known)
    elif site and outlet:
        draft.whole("outlet", site[1], outlet)
    elif sign:
        draft.add([meta.page_title, *texts][sign[1]], Value("outlet", *_args(sign)))
    elif named and draft.outlet:
        draft.whole("outlet", named, draft.outlet)


def _args(sign: tuple[str, int, int, int]) -> tuple[str, int, int]:
    name, _, start, end = sign
    return name, start, end


def _where(blocks: Sequence[Block], body: Sequence[str]) -> tuple[int, int]:
    """The blocks that hold the first and the last line of the body (end exclusive); all of them where they cannot be found."""
    places: dict[str, int] = {}
    for index, block in enumerate(blocks):
        places.setdefault(start_of(block.text), index)
    found = [places[start_of(line)] for line in body if is_prose(line) and start_of(line) in places]
    return (found[0], max(found) + 1) if found else (len(blocks), len(blocks))


def _read_body(
    draft: Draft, lines: Sequence[str], agencies: Agencies, *, elsewhere: frozenset[str], above: frozenset[str]
) -> None:
    """The lines that trafilatura kept, without the furniture it kept with them: all above a repeated title, other stories."""
    prose = [index for index, line in enumerate(lines) if is_sentence(line)]
    while prose and kind_of(lines[prose[0]]) == "furniture":  # "Video player is loading."
        del prose[0]
    first, last = (prose[0], prose[-1]) if prose else (0, len(lines) - 1)
    repeated = [index for index in range(min(first, LEADING)) if draft.title and alike(lines[index], draft.title)]
    for index, line in enumerate(lines):
        kind = kind_of(line)
        if _is_row(line) and index >= min(first, LEADING) and not (kind == "teaser" and line.count(" | ") == 1):
            kind = None
        if repeated and index <= repeated[-1] and kind is None:
            continue
        if index < first and any(line == known.text and known.values for known in draft.lines):
            continue  # a byline or a date that was set apart already
        if index < first and line in above:
            draft.whole("section", line)
            continue
        if (index < min(first, LEADING) or index > last) and _read_edge(draft, line, agencies, head=index < first):
            continue
        if kind is None and index > last and line in elsewhere:
            draft.whole("related", line)
        elif kind == "cut" and index < last:  # the text goes on behind it
            continue
        elif kind is None or (kind == "date" and index >= min(first, LEADING)):
            draft.paragraphs.append(line)
        else:
            note_line(draft, agencies, line=line, kind=kind, rank=8)


def _above(draft: Draft, blocks: Sequence[Block]) -> frozenset[str]:
    """The texts above the heading that is the title of the article."""
    titles = [at for at, block in enumerate(blocks) if block.tag == "h1" and block.text == draft.title]
    return frozenset(block.text for block in blocks[: titles[-1]]) if titles else frozenset()


def _elsewhere(blocks: Sequence[Block]) -> frozenset[str]:
    """The texts below the body that belong to other stories: links, and what follows a heading that announces more."""
    short = [at for at, block in enumerate(blocks) if len(block.text.split()) <= 6 and not is_sentence(block.text)]
    first = next((at for at in short if MORE.search(blocks[at].text)), len(blocks))
    return frozenset(block.text for at, block in enumerate(blocks) if block.linked or at >= first)


def _read_edge(draft: Draft, line: str, agencies: Agencies, *, head: bool) -> bool:
    """Whether a line before or after the sentences is a byline or a date and has been noted."""
    byline, days = byline_beside_date(line, agencies)
    if days and head and len(rest_of(line, days).split()) <= BESIDE:
        note_beside_date(draft, line, agencies, byline=byline, days=days)
    elif byline and (byline.said or byline.agencies or set(byline.names) & set(draft.values("byline"))):
        note_unknown(draft, line, byline)
    elif head and (author := _author_at(draft, line)):
        draft.add(line, author)
    else:
        return False
    return True


def _author_at(draft: Draft, line: str) -> Value | None:
    """The author or agency, known from the head of the page, with whom a line begins that has a place or a role besides."""
    for known in draft.lines:
        for value in known.values:
            name = known.text[value.start : value.end]
            if value.field in ("byline", "credits") and name and line.startswith(f"{name}, "):
                short = not is_sentence(line) and len(line.split()) <= len(name.split()) + 4
                return Value(value.field, value.value, 0, len(name)) if short else None
    return None


def _is_row(line: str) -> bool:
    """Whether a line is a row of a table, which looks like a menu."""
    return line.count(" | ") >= 1 and not line.endswith((".", "!", "?"))


def _note_metadata(draft: Draft, meta: Metadata, agencies: Agencies) -> None:
    """Dates and authors as the head of the page gives them, which count before what stands around the body."""
    for rank, value in ((1, meta.about.published), (2, meta.first(PUBLISHED))):
        if value and (day := iso_day(value)):
            draft.whole("published", value, day)
            draft.dates.append(Dated(rank, day, day, "metadata"))
    updated = meta.about.updated or meta.first(UPDATED)
    if updated and not draft.values("updated") and (day := iso_day(updated)):
        draft.whole("updated", updated, day)
    labelled = meta.first(("twitter:data1",)) if meta.first(("twitter:label1",)).lower() in WRITTEN else ""
    authors = meta.about.authors or meta.all(AUTHORS) or ([labelled] if labelled else [])
    for author in () if draft.values("byline") else authors:
        note_author(draft, author, agencies)
    for source in meta.about.based_on:
        draft.whole("credits", source, agencies.name_of(source) or source)
