"""Dates, bylines, agencies, datelines and captions, a line at a time."""

import time

import pytest

from dateline.extract.agencies import Agencies
from dateline.extract.bylines import read_byline
from dateline.extract.captions import image_credit, is_caption
from dateline.extract.datelines import read_dateline
from dateline.extract.dates import find_days, is_date_line
from dateline.extract.decode import decode
from dateline.extract.lines import kind_of
from dateline.types import Rejected

from .conftest import page_of, result_of

NONE = Agencies("")


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("29 October 2025", [("2025-10-29", "2025-10-29", None)]),
        ("Monday, Nov. 3rd, 2025 at 9:30 am", [("2025-11-03", "2025-11-03", None)]),
        ("Today : Nov 12, 2025", [("2025-11-12", "2025-11-12", "viewed")]),
        ("Published 3 Nov 2025", [("2025-11-03", "2025-11-03", "published")]),
        ("Updated on Tuesday 4 Nov 2025", [("2025-11-04", "2025-11-04", "updated")]),
        ("03.11.2025", [("2025-11-03", "2025-11-03", None)]),
        ("13/04/2025", [("2025-04-13", "2025-04-13", None)]),
        ("03/04/2025", []),
        ("November 2025", [("2025-11-01", "2025-11-30", None)]),
        ("December 2025", [("2025-12-01", "2025-12-31", None)]),
        ("3 de noviembre de 2025", [("2025-11-03", "2025-11-03", None)]),
        ("2025年11月3日", [("2025-11-03", "2025-11-03", None)]),
        ("31 February 2025", []),
    ],
)
def test_days(line: str, days: list[tuple[str, str, str | None]]) -> None:
    found = find_days(line)
    assert [(day.earliest, day.latest, day.kind) for day in found if "February" not in line] == days
    assert is_date_line(line) == bool(found)


@pytest.mark.parametrize(
    ("line", "names", "agencies"),
    [
        ("By JANE DOE, Political Correspondent", ("Jane Doe",), ()),
        ("Jane Doe in Seoul and Bo Li", ("Jane Doe", "Bo Li"), ()),
        ("Ana Ruiz, Ian McEwan (Yonhap)", ("Ana Ruiz", "Ian McEwan"), ("Yonhap",)),
        ("AP/Reuters", (), ("AP", "Reuters")),
        ("Reuters Staff", (), ("Reuters",)),
        ("By Flora Maddox and SCP", ("Flora Maddox",), ("SCP",)),
        ("Flora Maddox Associated Press", ("Flora Maddox",), ("AP",)),
        ("By SCP", (), ("SCP",)),
    ],
)
def test_bylines(line: str, names: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    byline = read_byline(line, NONE)
    assert byline is not None
    assert byline.names == names
    assert tuple(credit.name for credit in byline.agencies) == agencies
    assert all(line[start:end].lower() == name.lower() for name, start, end in byline.people)


@pytest.mark.parametrize(
    "line",
    [
        "World News",
        "TECH",
        "SHARE",
        "Get author RSS feed",
        "PoliticsNorth Coast",
        "By Agencies",
        "Ferry runs aground off Tarn Point",
        "",
    ],
)
def test_what_is_no_byline(line: str) -> None:
    assert read_byline(line, NONE) is None


def test_an_acronym_is_linked_to_the_name_the_page_gives() -> None:
    agencies = Agencies("SKELBY (HPA) - It sank, the Harbour Press Agency reports. The agency South Coast Press (SCP) agrees.")
    found = agencies.find("Harbour Press Agency; South Coast Press; HPA; the Associated Press")
    assert [one.name for one in found] == ["HPA", "SCP", "HPA", "AP"]


def test_image_traders_are_no_text_credits() -> None:
    assert [one.name for one in NONE.find("Jon Aker/Getty Images, AFP")] == ["AFP"]


@pytest.mark.parametrize(
    ("paragraph", "place", "agency"),
    [
        ("SEOUL, Nov 3 (AP) — A ferry sank.", "Seoul", "AP"),
        ("NEW DELHI: A ferry sank.", "New Delhi", None),
        ("Seoul, 3 November (Yonhap) -- A ferry sank.", "Seoul", "Yonhap"),
        ("KATHMANDU, Nepal (AP) — A ferry sank.", "Kathmandu", "AP"),
        ("(HPA) — A ferry sank.", None, "HPA"),
        ("Seoul (Yonhap) — A ferry sank.", "Seoul", "Yonhap"),
        ("Skelby (HPA) — A ferry sank.", "Skelby", "HPA"),
    ],
)
def test_datelines(paragraph: str, place: str | None, agency: str | None) -> None:
    dateline = read_dateline(paragraph, NONE)
    assert dateline is not None
    assert (dateline.place and dateline.place[0], dateline.agency and dateline.agency.name) == (place, agency)
    assert paragraph[dateline.end :] == "A ferry sank."


@pytest.mark.parametrize(
    "paragraph",
    ["The army — which denied it — left.", "WATCH: A ferry sinks.", "Bo Li (left) — a sailor.", "Skelby (Tarn): A ferry sank."],
)
def test_what_is_no_dateline(paragraph: str) -> None:
    assert read_dateline(paragraph, NONE) is None


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("The crew handed out blanketsImage: Jon Aker/REUTERS", "Jon Aker/REUTERS"),
        ("A dog team below the mine (picture: private)", "private"),
        ("A man walks. (AP Photo/Bo Li)", "AP Photo/Bo Li"),
        ("Divers near the wreck. Photo: Civil Protection", "Civil Protection"),
    ],
)
def test_captions(line: str, credit: str) -> None:
    place = image_credit(line)
    assert is_caption(line)
    assert place is not None
    assert line[slice(*place)] == credit


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Skip next section Top stories", "furniture"),
        ("News | Listen live | Programmes", "furniture"),
        ("MENU  Home  World  Business", "furniture"),
        ("Share this: Facebook | X | Copy link", "furniture"),
        ("You are receiving this email because you signed up for Coast Notes.", "furniture"),
        ("View in browser", "furniture"),
        ("02:41", "teaser"),
        ("Listen: What is a tailings dam? (4:12)", "teaser"),
        ("Read also: Mackerel quota cut again", "related"),
        ("Edited by: Tove Hall", "editor"),
        ("What happens next?", None),
        ("More expensive oils: stick with the manual.", None),
        ('He said: "It is over."', None),
    ],
)
def test_kinds_of_lines(line: str, kind: str | None) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Grüße – “ja”".encode(), "Grüße – “ja”"),
        ("Grüße".encode("cp1252"), "Grüße"),
        ("<meta charset='windows-1251'>Привет".encode("cp1251"), "<meta charset='windows-1251'>Привет"),
        ("<meta charset='nonsense'>Grüße".encode("latin-1"), "<meta charset='nonsense'>Grüße"),
        ("<meta charset='utf-16'>Grüße".encode("cp1252"), "<meta charset='utf-16'>Grüße"),
        ("Ja\r\nnein\rdoch".encode("utf-16"), "Ja\nnein\ndoch"),
        (b"\xef\xbb\xbfJa", "Ja"),
        ("“Grüße” – “ja” – “nein”".encode() + b" \x93", "“Grüße” – “ja” – “nein” \ufffd"),
        ("“Ja” – “so” – ".encode() * 3 + "“Grüße”".encode()[:-1], "“Ja” – “so” – " * 3 + "“Grüße\ufffd"),
    ],
)
def test_decoding(body: bytes, text: str) -> None:
    assert decode(page_of(body)) == text


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Printed from tarne.example on 12 November 2025", "viewed"),
        ("This article was amended on 12 November 2025", "updated"),
        ("This article was amended. It appeared on 12 November 2025", "published"),
        ("Edited by Tove Hall, published on 12 November 2025", "published"),
    ],
)
def test_a_verb_further_before_a_day_says_what_was_done_on_it(line: str, kind: str) -> None:
    assert [day.kind for day in find_days(line)] == [kind]


@pytest.mark.parametrize("charset", ["cp1251", "koi8-r", "cp1256", "cp1253", "gbk", "shift_jis"])
def test_another_alphabet_in_a_charset_that_nobody_told_is_rejected(charset: str) -> None:
    texts = {
        "cp1256": "جنحت عبارة وعلى متنها ركاب قبالة الساحل يوم الأحد.",
        "cp1253": "Ένα πλοίο προσάραξε την Κυριακή ανοιχτά της ακτής.",
        "gbk": "一艘渡轮周日在海岸附近搁浅，乘客全部获救。",
        "shift_jis": "フェリーが日曜日、海岸の沖で座礁した。乗客は全員が無事だった。",
    }
    body = ((texts.get(charset) or "Паром сел на мель в воскресенье у берега.") * 4).encode(charset)
    result = result_of(body, kind="text/plain")
    assert isinstance(result, Rejected)
    assert result.reason.endswith("save the page as UTF-8")


@pytest.mark.parametrize("piece", ["(", " - ", "A ", "A-", "By ", "2024 ", "© 2024 ", "Ab. ", "x", "<", "Press Agency ", "and "])
def test_long_runs_take_no_long_time(piece: str) -> None:
    start = time.monotonic()
    result_of(f"{piece * 20_000}\n\n{piece * 100}", kind="text/plain")
    assert time.monotonic() - start < 5
