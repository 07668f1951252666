"""A folder of invented pages with rubbish among them, read to its end: how long that takes, how much memory, and what is refused.

    python eval/rubbish.py FOLDER [--pages 10000]

The folder is written if it is not there: one file in a hundred is rubbish, of each kind in turn. The same number gives the same
bytes. The memory is the most that this process and the one that extracts had resident, added up though they seldom meet. Linux.
"""

import argparse
import gzip
import io
import random
import resource
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from dateline.extract import extract_pages
from dateline.read import read_pages
from dateline.settings import Settings
from dateline.types import Article, Rejected

EVERY = 100  # one file in so many is rubbish
HUGE = 200_000_000  # bytes of one tag
A_FOLDER = 500  # files
MB = 1_000_000

WHO = (
    "the mayor", "the harbour master", "a spokesman", "the union", "the ministry", "the coast guard", "a judge",
    "the owner", "police", "the council",
)  # fmt: skip
DID = ("closed", "opened", "inspected", "sold", "defended", "rejected", "repaired", "welcomed", "reviewed", "delayed")
WHAT = (
    "the bridge", "the ferry", "the school", "the tunnel", "the budget", "the market", "the archive", "the power plant",
    "the contract", "a plan",
)  # fmt: skip
WHERE = (
    "Varnholt", "Osseldam", "Casmera", "Tarn Point", "Bellacourt", "Ilmenau Bay", "Port Ester", "Greymoor", "Lindhaven",
    "Sant Orell",
)  # fmt: skip
WHY = (
    "costs rose", "a crack was found", "nobody had asked for it", "the rain did not stop", "talks had failed",
    "the winter was mild",
)  # fmt: skip
FIRST = ("Ines", "Mara", "Olga", "Bo", "Ana", "Piet", "Ruth", "Karim", "Lena", "Tomas")
LAST = ("Palder", "Venn", "Brandt", "Korran", "Ruiz", "Osgood", "Hale", "Dessin", "Moll", "Tarrant")

Make = Callable[[random.Random], bytes]


def sentence(chance: random.Random) -> str:
    """One invented sentence."""
    who, did, what, where, why = (chance.choice(words) for words in (WHO, DID, WHAT, WHERE, WHY))
    name = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    return f"{who.capitalize()} {did} {what} in {where} after {why}, {name} said; {chance.randint(2, 900)} people are concerned."


def page(chance: random.Random) -> bytes:
    """An article in a page with menus, links to others and a script, as outlets have them."""
    title = f"{chance.choice(WHERE)}: {chance.choice(WHO)} {chance.choice(DID)} {chance.choice(WHAT)}"
    day = f"{chance.randint(2028, 2033)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    text = "".join(
        f"<p>{' '.join(sentence(chance) for _ in range(chance.randint(1, 4)))}</p>\n" for _ in range(chance.randint(5, 16))
    )
    links = "".join(f'<li class="menu"><a href="/{at}">{chance.choice(WHERE)}</a></li>' for at in range(chance.randint(20, 120)))
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title} | The Courier</title>'
        f'<meta property="article:published_time" content="{day}T09:00:00Z"><script>{"var a = 1;" * 2_000}</script></head>'
        f"<body><nav><ul>{links}</ul></nav><article><h1>{title}</h1>"
        f'<p class="byline">By {chance.choice(FIRST)} {chance.choice(LAST)}</p>{text}</article>'
        f'<aside class="related"><ul>{links}</ul></aside><footer>All rights reserved</footer></body></html>'
    ).encode()


def zipped(body: bytes, copies: int) -> bytes:
    """A zip archive that holds a page so many times."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for at in range(copies):
            archive.writestr(zipfile.ZipInfo(f"{at}.html"), body, zipfile.ZIP_DEFLATED)
    return file.getvalue()


def greedy(chance: random.Random) -> bytes:
    """A page whose paragraphs all stand in one box with megabytes of classes."""
    inside = "".join(f"<p>{sentence(chance)}</p>" for _ in range(400))
    return f'<html><body><div class="{"a " * 1_500_000}">{inside}</div></body></html>'.encode()


def misnamed(chance: random.Random) -> bytes:
    """A page in Shift JIS that says it is UTF-8."""
    text = "".join(f"<p>{'港の橋は月曜日に閉鎖された。' * chance.randint(8, 12)}</p>" for _ in range(6))
    return f'<html><head><meta charset="utf-8"></head><body>{text}</body></html>'.encode("shift_jis")


# Each kind of rubbish with the end of its files' names.
RUBBISH: dict[str, tuple[str, Make]] = {
    "empty": (".html", lambda chance: b""),
    "blank": (".html", lambda chance: b" \n" * 5_000),
    "binary": (".html", lambda chance: chance.randbytes(30_000)),
    "cut-head": (".html", lambda chance: page(chance)[:9_000]),
    "cut-gzip": (".html.gz", lambda chance: gzip.compress(page(chance), mtime=0)[:-900]),
    "cut-pdf": (
        ".pdf",
        lambda chance: b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n" + chance.randbytes(5_000),
    ),
    "deep": (".html", lambda chance: b"<html><body>" + b"<div>" * 50_000 + sentence(chance).encode()),
    "deep-within-limits": (".html", lambda chance: b"<html><body>" + b"<div>" * 24_000 + sentence(chance).encode() * 9),
    "deep-json": (".html", lambda chance: b'<script type="application/ld+json">' + b"[" * 500_000 + b"</script>"),
    "large-tag": (".html", lambda chance: b"<html><body><p " + b"a" * 19_000_000 + b">Short."),
    "long-line": (".html", lambda chance: b"<html><body><p>" + b"Bo Li, " * 128_000),
    "greedy": (".html", greedy),
    "charset": (".html", misnamed),
    "bomb": (".zip", lambda chance: zipped(bytes(50_000_000), 1)),
    "bomb-of-many": (".zip", lambda chance: zipped(page(chance) + b" " * 15_000_000, 20)),
    "bomb-gzip": (".html.gz", lambda chance: gzip.compress(bytes(100_000_000), mtime=0)),
    "huge-tag": (".html", lambda chance: b""),  # written in pieces
}


def write(folder: Path, pages: int, *, every: int = EVERY, huge: int = HUGE, without: tuple[str, ...] = ()) -> None:
    """Writes a folder of so many files, one in `every` of them rubbish; the tag of the largest has `huge` bytes."""
    kinds = [kind for kind in RUBBISH if kind not in without]
    for number in range(pages):
        chance = random.Random(number)
        inner = folder / f"{number // A_FOLDER:03}"
        inner.mkdir(parents=True, exist_ok=True)
        if number % every != every - 1:
            (inner / f"{number:06}.html").write_bytes(page(chance))
            continue
        kind = kinds[number // every % len(kinds)]
        suffix, make = RUBBISH[kind]
        with (inner / f"{number:06}-{kind}{suffix}").open("wb") as file:
            file.write(make(chance))
            if kind == "huge-tag":
                file.write(b"<html><body><p ")
                for _ in range(huge // MB):
                    file.write(b"a" * MB)


def main() -> int:
    """Zero when every page was read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=10_000)
    options = parser.parse_args()
    if not options.folder.exists():
        write(options.folder, options.pages)
    start = time.perf_counter()
    settings = Settings()
    articles, told = 0, Counter[str]()
    wrong: list[str] = []
    for result in extract_pages(read_pages([options.folder], settings), settings):
        if isinstance(result, Article):
            articles += 1
        else:
            told[f"{kind_of(result)}: {result.reason}"] += 1
            wrong += [result.id] if kind_of(result) == "page" else []
    seconds = time.perf_counter() - start
    for reason, count in sorted(told.items()):
        print(f"{count:6}  {reason}")
    own, other = (resource.getrusage(who).ru_maxrss * 1024 // MB for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"{articles:,} articles and {told.total():,} rejections in {seconds:.0f} s; {own:,} MB and {other:,} MB at most")
    for name in wrong:
        print(f"rejected though it is a page: {name}", file=sys.stderr)
    return 1 if wrong else 0


def kind_of(result: Rejected) -> str:
    """The kind of rubbish that a file was, by its name; `page` if it was none."""
    names = (part.partition("-")[2].partition(".")[0] for part in result.id.split("/"))
    return next((name for name in names if name in RUBBISH), "page")


if __name__ == "__main__":
    sys.exit(main())
