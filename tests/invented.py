"""Invented pages and step records that several tests share."""

from pathlib import Path

from dateline.ids import content_id
from dateline.types import (
    Analysis,
    Article,
    Attribution,
    Claim,
    Disagreement,
    Entity,
    Event,
    Figure,
    Joined,
    Link,
    Mention,
    Note,
    Origin,
    Place,
    Published,
    Reason,
    Series,
    Sourcing,
    Span,
    Standing,
    Statement,
    Story,
    Storyline,
    TimeRef,
    Utterance,
    Value,
    Via,
)
from dateline.views.document import Versions
from dateline.views.material import Findings, Kept, Material

HTML = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta property="og:site_name" content="{outlet}"><meta property="article:published_time" content="{day}T09:00:00Z">
<link rel="canonical" href="https://{site}/news/{slug}"></head>
<body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>{title}</h1><p class="byline">By {author}</p>{body}</article>
<footer>All rights reserved</footer></body></html>
"""

# Of each page: outlet, site, day, author, title, paragraphs.
Row = tuple[str, str, str, str, str, tuple[str, ...]]
PAGES: dict[str, Row] = {
    "bridge-1.html": (
        "The Varnholt Courier",
        "courier.example",
        "2031-04-07",
        "Ines Palder",
        "Bridge over the Tarne closed after crack is found",
        (
            "VARNHOLT, April 7 (AP) - The city of Varnholt closed the Tarne bridge on Monday after engineers "
            "found a crack in its northern pier, Mayor Olga Brandt said.",
            "“Nobody was ever in danger,” Brandt told reporters at the town hall. She said the repair would cost "
            "at least 14 million euros and take until June 2032.",
            "About 28,500 cars cross the bridge every day, according to the transport ministry. The bridge was built in 1964.",
        ),
    ),
    "bridge-2.html": (
        "Tarne Radio",
        "tarneradio.example",
        "2031-04-07",
        "Jon Ilves",
        "Varnholt shuts Tarne bridge for repairs",
        (
            "Varnholt shut its bridge over the Tarne on Monday because of a crack in the northern pier.",
            "Mayor Olga Brandt said that nobody had been in danger. The repair will cost 14 million euros, she said.",
            "Nearly 28,500 cars use the bridge every day, the transport ministry said. Traders in the old town "
            "fear for their income.",
        ),
    ),
    "bridge-3.html": (
        "Nordwind Daily",
        "nordwind.example",
        "2031-04-08",
        "Pia Lorne",
        "Ferry to replace closed Tarne bridge",
        (
            "A ferry will carry people over the Tarne from Wednesday while the bridge at Varnholt is closed, the "
            "transport ministry said.",
            "The bridge was closed on Monday after engineers found a crack in its northern pier. Mayor Olga "
            "Brandt denied that the city had known of the crack for months.",
            "“We acted within an hour,” Brandt said on Tuesday.",
        ),
    ),
    "harvest-1.html": (
        "The Varnholt Courier",
        "courier.example",
        "2031-04-07",
        "Ines Palder",
        "Frost destroys a third of the apple blossom in Kesmark",
        (
            "A night of frost destroyed a third of the apple blossom in the Kesmark valley, the growers’ union said on Monday.",
            "“We have not seen this since 2017,” said the union’s chairman, Tomas Weil. Some 340 farms are affected.",
        ),
    ),
    "harvest-2.html": (
        "Nordwind Daily",
        "nordwind.example",
        "2031-04-08",
        "Pia Lorne",
        "Kesmark apple growers ask for help after frost",
        (
            "Apple growers in the Kesmark valley asked the government for help on Tuesday after frost destroyed a "
            "third of the blossom.",
            "At least 300 farms are affected, said Tomas Weil, who leads the growers’ union.",
        ),
    ),
}


def html_page(name: str, **changes: str) -> str:
    """The invented page of that name, with changes to its fields; `body` replaces the paragraphs."""
    outlet, site, day, author, title, paragraphs = PAGES[name]
    fields = {"outlet": outlet, "site": site, "day": day, "author": author, "title": title, "slug": name.removesuffix(".html")}
    return HTML.format(**{**fields, "body": "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs), **changes})


def write_pages(folder: Path, *names: str) -> Path:
    """The folder, with these pages in it, or all."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or PAGES:
        (folder / name).write_text(html_page(name), encoding="utf-8")
    return folder


def article(
    text: str, *, file: str = "one.txt", outlet: str | None = "The Varnholt Courier", matter: str = "By Ines Palder"
) -> Article:
    """An article whose title is the first paragraph of its text."""
    revision = content_id(text, matter)
    published = Published("2031-04-07", "2031-04-07", "stated")
    title = text.split("\n", 1)[0]
    return Article(
        content_id(file, outlet, revision),
        revision,
        None,
        file,
        outlet,
        title,
        ("Ines Palder",),
        published,
        None,
        ("AP",),
        "en",
        text,
        matter,
        (Note("byline", "Ines Palder", 0, len(matter)), Note("credits", "AP", 0, len(matter))),
    )


def span_of(one: Article, words: str) -> Span:
    """The span of the first occurrence of the words."""
    start = one.text.index(words)
    return Span(one.id, start, start + len(words))


def statement(
    identity: str, span: Span, figure: Figure, time: TimeRef | None = None, speech: Attribution | None = None
) -> Statement:
    """A statement that the bridge was shut."""
    lemmas = ("bridge", "shut")
    return Statement(
        identity, span.article, span, None, "shut", (), lemmas, ("e1",), time, (figure,), "affirmed", "happened", speech
    )


def small_material() -> tuple[Material, Kept]:
    """What the steps might give for two short articles, one line of everything."""
    one = article(
        "Bridge shut\n\nThe bridge was shut on Monday after 20 people fell, Olga Brandt said in Varnholt.", file="a.txt"
    )
    two = article(
        "Bridge closed\n\nOn Monday the bridge was shut after 30 people fell, the ministry said.", file="b.txt", outlet=None
    )
    brandt = span_of(one, "Olga Brandt")
    varnholt = Place(span_of(one, "Varnholt"), "Varnholt", 1.0, 2.0, "XX", True, "city")
    figures = tuple(
        Figure(span_of(text, number), value, value, "exact", "", "people", "fallen", (), "2031-04-07", None)
        for text, number, value in ((one, "20 people", 20.0), (two, "30 people", 30.0))
    )
    speech = Attribution(
        brandt, "Olga Brandt", None, span_of(one, "said"), (span_of(one, "The bridge was shut on Monday after 20 people fell"),),
        "indirect", "said", (Via("agency", "AP", span_of(one, "Bridge")),),
    )  # fmt: skip
    monday = TimeRef(span_of(one, "Monday"), "DATE", "2031-04-07", "day", "2031-04-07", "2031-04-07", "2031-04-07")
    told = (
        statement("s0", span_of(one, "The bridge was shut on Monday"), figures[0], monday, speech),
        statement("s1", span_of(two, "the bridge was shut"), figures[1]),
    )
    findings = Findings(
        storyline="line",
        entities=(Entity("e1", "Olga Brandt", "person", ("Olga Brandt",), ("mayor",), (brandt,)),),
        statements=told,
        decided=(),
        claims=(Claim("c1", ("s0", "s1"), "s0", (Joined("s1", "s0", 931_400, (Reason("same_figure", ("14",)),)),)),),
        utterances=(Utterance("u1", "Olga Brandt", (speech.content[0],), "verbatim", speech.content[0]),),
        series=(Series("n1", "people", "", figures),),
        origins=(Origin("o1", "agency", "AP"),),
        sourcing=(
            Sourcing("s0", (Link("outlet", "The Varnholt Courier", None), Link("agency", "AP", span_of(one, "Bridge"))), ("o1",)),
        ),
        standings=(Standing("c1", 1, 1, 1, 1, "single outlet"),),
        disagreements=(
            Disagreement(
                "d1", "number", "contradiction", "incompatible values", (Value("20", "20", ("s0",)), Value("30", "30", ("s1",)))
            ),
        ),
        events=(Event("x1", "ACCIDENT", None, None, "190", None, None, "Varnholt", "2031-04-07", (told[0].span,), ("s0",)),),
    )
    analyses = (
        Analysis(one.id, (), (Mention(brandt, "Olga Brandt", "person"),), (monday,), figures[:1], (varnholt,), (speech,), ()),
        Analysis(two.id, (), (), (), figures[1:], (), (), ()),
    )  # fmt: skip
    material = Material(
        articles=(one, two),
        analyses=analyses,
        datings=(),
        doubts=(),
        copies=(),
        stories=(Story("t1", (one.id, two.id), one.id, "2031-04-07", "2031-04-07", "line"),),
        storylines=(Storyline("line", ("t1",)),),
        findings=(findings,),
    )
    return material, Kept(Versions("0.0", "none"))
