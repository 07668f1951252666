"""Mail and pages saved whole: which part is the page, and what the header tells."""

import time
from email.message import EmailMessage
from pathlib import Path

import pytest

from dateline.extract import extract
from dateline.read.letters import stories_in
from dateline.settings import Settings
from dateline.types import Article, Page

from .archives import read, words

SENTENCE = "A ferry with 61 people on board ran aground off Café Point on Sunday, the coast guard said in a statement."
HTML = f"<html><head><meta charset=utf-8></head><body>{f'<p>{SENTENCE}</p>' * 3}</body></html>"
TITLED = HTML.replace("<body>", "<body><h1>Ferry runs aground off Tarn</h1><p>2 February 2025</p>")


def message(html: str | None, text: str | None = None, *, subject: str = "Die Fähre: läuft auf Grund") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "The Tarn Herald <news@herald.example>"
    made["Date"] = "Mon, 03 Mar 2025 07:00:00 +0100"
    made["Message-ID"] = "<1@herald.example>"
    if text is not None:
        made.set_content(text, cte="base64")
    if html is not None and text is not None:
        made.add_alternative(html, subtype="html", charset="iso-8859-1")
    elif html is not None:
        made.set_content(html, subtype="html", charset="iso-8859-1", cte="quoted-printable")
    return made


def only(path: Path, body: bytes) -> Page:
    pages, reasons = read(path, body)
    assert reasons == {}
    (page,) = pages.values()
    return page


def article(page: Page) -> Article:
    found = extract(page, Settings())
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize("text", [None, "See it in a browser."])
def test_a_newsletter_is_its_html_with_what_its_header_tells(text: str | None, tmp_path: Path) -> None:
    page = only(tmp_path / "a.eml", message(HTML, text).as_bytes())
    assert (page.name, page.media_type, page.url) == ("a.eml", "text/html", None)
    found = article(page)
    assert (found.title, found.outlet) == ("Die Fähre: läuft auf Grund", "The Tarn Herald")
    assert (found.published.earliest, found.published.basis) == ("2025-03-03", "metadata")
    assert "Café Point" in found.text
    shown = {note.field: found.matter[note.start : note.end] for note in found.notes if note.part == "matter"}
    assert shown == {"title": found.title, "outlet": found.outlet, "published": "Mon, 03 Mar 2025 07:00:00 +0100"}


def test_what_the_page_says_goes_before_the_header(tmp_path: Path) -> None:
    found = article(only(tmp_path / "a.eml", message(TITLED).as_bytes()))
    assert (found.title, found.published.earliest) == ("Ferry runs aground off Tarn", "2025-02-02")


def story(number: int, *, paragraphs: int = 2, link: str = "") -> str:
    told = f"In story {number}, part %d, the coast guard of Tarn told of a ferry aground."
    text = "".join(f"<p>{told % at}</p>" for at in range(paragraphs))
    onward = f"<p><a href='{link or f'https://t.example/{number}'}'>Read more</a></p>"
    return f"<h2>Story number {number} from the coast</h2>{text}{onward}"


def newsletter(*stories: str, rest: str = "") -> str:
    head = "<head><meta charset=utf-8><title>x</title><style>p { color: red }</style></head>"
    return f"<html>{head}<body><h1>The Tarn letter</h1>{''.join(stories)}{rest}</body></html>"


def test_each_story_of_a_newsletter_is_a_page(tmp_path: Path) -> None:
    html = newsletter(story(1), story(2), story(3, paragraphs=3), rest="<p>You get this letter because you asked.</p>")
    pages, reasons = read(tmp_path / "a.eml", message(html).as_bytes())
    assert not reasons
    assert list(pages) == ["a.eml/1", "a.eml/2", "a.eml/3"]
    found = [article(page) for page in pages.values()]
    assert [one.title for one in found] == [f"Story number {at} from the coast" for at in (1, 2, 3)]
    assert [len(one.text.split("\n\n")) for one in found] == [3, 3, 4]
    assert {(one.outlet, one.published.earliest, one.url) for one in found} == {("The Tarn Herald", "2025-03-03", None)}


@pytest.mark.parametrize(
    "html",
    [
        newsletter(story(1)),  # one story
        newsletter(story(1, paragraphs=1), story(2, paragraphs=1)),  # teasers
        newsletter(story(1, link="https://t.example/a"), story(2, link="https://t.example/a")),  # two parts of one article
        newsletter(story(1), story(2), rest=f"<p>{SENTENCE}</p>" * 4),  # much would be lost
    ],
)
def test_what_is_not_surely_several_stories_is_one_page(html: str, tmp_path: Path) -> None:
    assert only(tmp_path / "a.eml", message(html).as_bytes()).name == "a.eml"


def test_hostile_letters_take_no_time() -> None:
    started = time.process_time()
    for part in (b"<h1>", b"<a href=", b"<script ", b"<!--", b"<h1><a href='http://", b"<meta charset", b"<p>"):
        stories_in(part * 25_000)
        stories_in((part * 25_000)[:1_900_000] + b"a" * 100_000)
    assert time.process_time() - started < 5


def test_a_message_without_html_is_its_text(tmp_path: Path) -> None:
    made = message(None, f"{SENTENCE}\n\n{SENTENCE}\n")
    made.add_attachment(HTML, subtype="html", filename="other.html")
    page = only(tmp_path / "a.txt", made.as_bytes())
    assert page.media_type == "text/plain"
    assert article(page).text == f"Die Fähre: läuft auf Grund\n\n{SENTENCE}\n\n{SENTENCE}"


def test_the_date_of_an_http_answer_dates_nothing() -> None:
    page = Page(
        "a", None, None, "text/html", "", (("date", "Mon, 03 Mar 2025 07:00:00 GMT"), ("from", "A <a@b.c>")), HTML.encode()
    )
    found = article(page)
    assert (found.published.earliest, found.outlet) == (None, None)


def mhtml(*, start: str = "") -> bytes:
    def part(identity: str, address: str, body: str) -> str:
        head = f"--b\r\nContent-Type: text/html\r\nContent-ID: <{identity}>\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        return f"{head}Content-Location: {address}\r\n\r\n{body.replace('=', '=3D').replace('é', '=C3=A9')}\r\n"

    return (
        "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://herald.example/a\r\nSubject: Ferry\r\n"
        "Date: Mon, 3 Mar 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        f'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n{start}\tboundary="b"\r\n\r\n\r\n'
        + part("1", "https://herald.example/a", TITLED)
        + part("2", "https://ads.example/frame", "<html><body>Buy this.</body></html>")
        + "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
    ).encode()


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a"])
def test_a_page_saved_whole_has_its_address_and_the_time_it_was_saved(name: str, tmp_path: Path) -> None:
    page = only(tmp_path / name, mhtml())
    assert (page.url, page.fetched, page.media_type) == ("https://herald.example/a", "2025-03-03T10:00:00+00:00", "text/html")
    found = article(page)
    assert (found.title, found.published.earliest, found.url) == ("Ferry runs aground off Tarn", "2025-02-02", page.url)
    assert "Café Point" in found.text


def test_the_part_that_the_file_names_is_the_page(tmp_path: Path) -> None:
    page = only(tmp_path / "a.mhtml", mhtml(start='\tstart="<2>";\r\n'))
    assert (page.url, page.body.strip()) == ("https://ads.example/frame", b"<html><body>Buy this.</body></html>")


def nested(depth: int) -> bytes:
    head = "".join(f"Content-Type: multipart/mixed; boundary=b{number}\n\n--b{number}\n" for number in range(depth))
    return f"From: a@b.c\nMIME-Version: 1.0\n{head}Content-Type: text/html\n\n{HTML}\n".encode()


@pytest.mark.parametrize(
    ("name", "body", "reason"),
    [
        ("a.eml", nested(50_000), "parts"),
        ("b.eml", nested(9_000), "nested"),
        ("c.eml", b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 50_000, "parts"),
        ("d.eml", bytes(range(256)), "binary"),
        ("e.mhtml", b"Content-Type: image/png\n\nx", "no HTML"),
        ("f.eml", b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n" + b"AAAA" * 99, "binary"),
        ("g.eml", b"Subject: nothing\n\n", "no text"),
    ],
    ids=words,
)
def test_a_message_that_cannot_be_read_is_rejected(name: str, body: bytes, reason: str, tmp_path: Path) -> None:
    pages, reasons = read(tmp_path / name, body)
    assert (pages, list(reasons)) == ({}, [name])
    assert reason in reasons[name]


def test_text_that_only_looks_like_mail_is_text(tmp_path: Path) -> None:
    for text in ("From: here\n\nThe ferry sank.", "Ferry: it sank\nMIME-Version: 1.0\nwhat?", "From: A\nTo: B\nThe ferry sank."):
        assert only(tmp_path / "a.txt", text.encode()).body == text.encode()


def test_broken_headers_are_taken_as_they_stand(tmp_path: Path) -> None:
    made = message(HTML).as_bytes().replace(b"+0100", b"whenever").replace(b"Mon, 03", b"Mon, 93")
    made = made.replace(b"Subject: ", b"Subject: =?nonsense?b?!!?= \xff ")
    assert only(tmp_path / "a.eml", b"Subject: Caf\xc3\xa9\nFrom: a@b.c\n\nText.").headers[1] == ("mail-subject", "Café")
    found = article(only(tmp_path / "a.eml", made))
    assert found.published.earliest is None
    assert found.title is not None
