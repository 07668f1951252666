"""Makes the pictures of the page for the documentation, from the sample coverage (`make pictures`)."""

import json
import shutil
import struct
import sys
import tempfile
import zlib
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any, NamedTuple

from playwright.sync_api import Page, sync_playwright

from dateline import encode, report
from dateline.exports.html import fill, page

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs" / "pictures"
# What a picture may weigh: the documentation is read over slow lines too.
MOST = 200_000
# The 256 commonest colours, and for each point the nearest of them.
PALETTE = """async (picture) => {
  const bytes = Uint8Array.from(atob(picture), (one) => one.charCodeAt(0));
  const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
  const canvas = new OffscreenCanvas(image.width, image.height);
  const brush = canvas.getContext('2d');
  brush.drawImage(image, 0, 0);
  const {data} = brush.getImageData(0, 0, image.width, image.height);
  const counts = new Map();
  const points = new Uint32Array(data.length / 4);
  for (let at = 0; at < points.length; at += 1) {
    const colour = (data[4 * at] << 16) | (data[4 * at + 1] << 8) | data[4 * at + 2];
    points[at] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const colours = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 256).map(([colour]) => colour);
  const near = new Map(colours.map((colour, index) => [colour, index]));
  const far = (a, b) => [16, 8, 0].reduce((sum, bit) => sum + (((a >> bit) & 255) - ((b >> bit) & 255)) ** 2, 0);
  for (const colour of counts.keys()) {
    if (near.has(colour)) continue;
    let best = 0;
    colours.forEach((other, index) => { if (far(colour, other) < far(colour, colours[best])) best = index; });
    near.set(colour, best);
  }
  let told = '';
  for (const colour of points) told += String.fromCharCode(near.get(colour));
  return {width: image.width, height: image.height, colours, points: btoa(told)};
}"""
SIZES = {"wide": (1360, 850), "phone": (390, 780)}


class Picture(NamedTuple):
    """A view of a story by the words of its title, `line` the words of a line that is opened; light, dark or a phone's."""

    name: str
    story: str
    view: str
    line: str = ""
    looks: tuple[str, ...] = ("light",)


BURST = "Toll from Velmark"
TABLE = (
    Picture("stories", "", "", looks=("light", "dark", "phone")),
    Picture("overview", BURST, "overview", looks=("light", "dark", "phone")),
    Picture("evidence", BURST, "corroborated", "gave way above the village", ("light", "dark", "phone")),
    Picture("disputed", BURST, "disputed"),
    Picture("said", BURST, "said"),
    Picture("positions", BURST, "positions"),
    Picture("actors", BURST, "actors"),
    Picture("timeline", BURST, "timeline", looks=("light", "phone")),
    Picture("figures", BURST, "figures", looks=("light", "dark")),
    Picture("map", "Tarnwick to close", "map", looks=("light", "dark")),
    Picture("events", BURST, "events"),
    Picture("coverage", BURST, "coverage", looks=("light", "phone")),
    Picture("origins", BURST, "origins", looks=("light", "dark")),
    Picture("article", BURST, "article", looks=("light", "dark", "phone")),
)


def _address(picture: Picture, record: dict[str, Any]) -> str:
    if not picture.story:
        return "#/"
    (story,) = (one for one in record["stories"] if one["title"].startswith(picture.story))
    if picture.view != "article":
        return f"#{story['id']}/{picture.view}"
    told = {one["article"]: len(one["times"]) + len(one["figures"]) for one in record["analyses"]}
    return f"#{max(story['articles'], key=lambda one: (told[one], one))}"


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _lean(tab: Page, picture: bytes) -> bytes:
    """The PNG with 256 colours, a third of its size."""
    told: Any = tab.evaluate(PALETTE, b64encode(picture).decode())
    width, height, points = told["width"], told["height"], b64decode(told["points"])
    rows = b"".join(b"\0" + points[at : at + width] for at in range(0, len(points), width))
    colours = b"".join(colour.to_bytes(3, "big") for colour in told["colours"])
    head = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", colours), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _take(tab: Page, address: str, picture: Picture) -> bytes:
    tab.goto("about:blank")
    tab.goto(address)
    tab.locator("main").wait_for(state="attached")
    if picture.line:
        tab.locator("main .line > button", has_text=picture.line).first.click()
        tab.locator("#drawer").wait_for()
    # Two frames: what measures itself has drawn.
    tab.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    taken = tab.screenshot(animations="disabled")
    # The page lets nothing run but its own; an empty one lets the colours be counted.
    tab.goto("about:blank")
    return _lean(tab, taken)


def build() -> None:
    """Writes every picture of the table; says so where one weighs too much."""
    PICTURES.mkdir(exist_ok=True)
    record: dict[str, Any] = json.loads(encode(report([ROOT / "examples" / "coverage"], analysis=True)))
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "report.html"
        file.write_bytes(fill(page(), json.dumps(record).encode()))
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"]
        )
        for look in ("light", "dark", "phone"):
            width, height = SIZES["phone" if look == "phone" else "wide"]
            context = chromium.new_context(
                viewport={"width": width, "height": height}, color_scheme="dark" if look == "dark" else "light",
                locale="en-GB", offline=True,
            )  # fmt: skip
            tab = context.new_page()
            for picture in TABLE:
                if look in picture.looks:
                    target = PICTURES / f"{picture.name}{'' if look == 'light' else f'-{look}'}.png"
                    target.write_bytes(_take(tab, f"{file.as_uri()}{_address(picture, record)}", picture))
                    if target.stat().st_size > MOST:
                        sys.exit(f"{target.name} weighs more than {MOST} bytes")
            context.close()
        chromium.close()


if __name__ == "__main__":
    build()
