"""An invented record, small or large, to draw pages from."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.ids import content_id
from dateline.types import Published, Rejected, Span
from dateline.views.cite import cite
from dateline.views.document import (
    Actor,
    Cell,
    Change,
    Date,
    FirstReport,
    Match,
    Moment,
    PositionChange,
    Record,
    RecordAnswers,
    RecordArticle,
    RecordClaim,
    RecordCopy,
    RecordDating,
    RecordDifference,
    RecordDisagreement,
    RecordDoubt,
    RecordEntity,
    RecordEvent,
    RecordFigure,
    RecordMembership,
    RecordOrigin,
    RecordPlace,
    RecordPosition,
    RecordPost,
    RecordQuote,
    RecordSeries,
    RecordStatement,
    RecordStory,
    RecordStoryline,
    RecordUtterance,
    SharedWord,
    Side,
    SidedStatement,
    Speaker,
    Superseded,
    Versions,
)
from dateline.views.evidence import Cited, Evidence, SourcingLink

HOSTILE = '</script><img src=x onerror="document.title=1"> ferry fire <b>bold</b>'

TEXTS = {
    "courier": (
        "Port Ansel Courier", "Night ferry burns off Port Ansel", "2031-05-04",
        "The night ferry Halcyon caught fire off Port Ansel on Sunday, the coast guard said.\n\n"
        "Fourteen passengers were taken to hospital, according to the harbour ministry. The ship had left "
        "Cape Merrow at nine in the evening with 212 people on board.\n\n"
        "“We heard two bangs and then the lights went out,” said Ilse Marrant, a passenger.",
    ),
    "mail": (
        "Merrow Mail", "Halcyon fire: 14 in hospital", "2031-05-04",
        "The night ferry Halcyon caught fire off Port Ansel on Sunday, the coast guard said.\n\n"
        "Fourteen passengers were taken to hospital, according to the harbour ministry.\n\n"
        "The company denied that the alarm had failed.",
    ),
    "star": (
        "Evening Star", "Ferry alarm ‘failed’ before fire", "2031-05-05",
        "The night ferry Halcyon burned off Port Ansel on Sunday. At least 17 passengers were in hospital by Monday, "
        "doctors at St Brannoc’s said. 🚢🔥 Pictures from the quay showed 𝒔𝒎𝒐𝒌𝒆 over the bay.\n\n"
        "The alarm had failed, a crew member told this newspaper. 🛟 The crew member asked not to be named.\n\n"
        "“We heard two bangs,” said Ilse Marrant.",
    ),
    "sahil": (
        "Sahil", "حريق في عبارة قرب بورت أنسل", "2031-05-05",
        "اندلع حريق في العبارة هالسيون قبالة بورت أنسل يوم الأحد.\n\nوقال خفر السواحل إن 14 راكبا نقلوا إلى المستشفى.",
    ),
    "pasted": (
        None, None, None,
        "The Halcyon burned with about 190 people on board, it was said on the quay.\n\n"
        "Divers will inspect the hull on Friday. The ferry was built in 1998.",
    ),
    "hostile": (
        "Gull & Anchor", HOSTILE, "2031-05-06",
        f"{HOSTILE}\n\nThe company said the Halcyon would be towed to Cape Merrow on 9 May. <script>document.title=2</script>",
    ),
}  # fmt: skip


def article(key: str, outlet: str | None, title: str | None, day: str | None, body: str) -> RecordArticle:
    language = "ar" if key == "sahil" else "en"
    text = body if title is None or body.startswith(title) else f"{title}\n\n{body}"
    matter = "By Orla Quist\nWith agency reports from Northwire" if key in ("courier", "mail") else ""
    return RecordArticle(
        id=content_id("article", key),
        revision=content_id(text, matter),
        url="javascript:document.title=3" if key == "hostile" else f"https://{key}.example/ferry",
        file=f"ferry/{key}.html",
        outlet=outlet,
        title=title,
        byline=("Orla Quist",) if matter else (),
        published=Published(day, day, "stated") if day else Published(None, None, "unknown"),
        dating=None,
        doubts=(),
        place="PORT ANSEL" if matter else None,
        credits=("Northwire",) if matter else (),
        language=language,
        reading="full" if language == "en" else "words",
        text=text,
        matter=matter,
        notes=(),
    )


def _superseded(newer: RecordArticle) -> Superseded:
    """A version of an article in which fewer passengers were in hospital."""
    text = newer.text.replace("At least 17", "At least 12")
    older = replace(newer, id=content_id("article", "older"), revision=content_id(text, ""), text=text)
    at = text.index("12")
    return Superseded(newer.id, older, (Change(*(cite(one, Span(one.id, at, at + 2)) for one in (older, newer))),))


class Bench:
    """Articles by key, and the citations, statements and claims made from their words."""

    def __init__(self, texts: Iterable[tuple[str, str | None, str | None, str | None, str]]) -> None:
        self.articles = {key: article(key, *rest) for key, *rest in texts}

    def find(self, key: str, words: str, part: str = "text") -> Evidence:
        one = self.articles[key]
        start = (one.matter if part == "matter" else one.text).index(words)
        span = Span(one.id, start, start + len(words), part)
        return cite(one, span)

    def chain(self, key: str, *links: tuple[str, str, str]) -> tuple[SourcingLink, ...]:
        one = self.articles[key]
        first = (SourcingLink("outlet", one.outlet, None),) if one.outlet else ()
        agency = tuple(SourcingLink("agency", credit, self.find(key, credit, "matter")) for credit in one.credits)
        return (*first, *agency, *(SourcingLink(kind, name, self.find(key, words)) for kind, name, words in links))

    def tell(self, key: str, words: str, *links: tuple[str, str, str], **rest: object) -> RecordStatement:
        evidence = self.find(key, words)
        values = {"polarity": "affirmed", "modality": "happened", "origins": ("o-wire",), "figure": None, "corrected": ()} | rest
        return RecordStatement(
            content_id("s", key, words), evidence.article, evidence, sourcing=self.chain(key, *links), **values
        )  # fmt: skip


def claim(name: str, label: str, numbers: tuple[int, int, int, int], *statements: RecordStatement) -> RecordClaim:
    disputed = name in ("hospital", "alarm")
    return RecordClaim(content_id("claim", name), Cited(statements[0].evidence), label, disputed, *numbers, statements)


def _claims(bench: Bench) -> tuple[RecordClaim, ...]:
    fire = "caught fire off Port Ansel on Sunday"
    guard = ("source", "the coast guard", "the coast guard")
    ministry = ("source", "the harbour ministry", "the harbour ministry")
    tell = bench.tell
    return (
        claim(
            "fire", "corroborated", (3, 2, 2, 0),
            tell("courier", f"The night ferry Halcyon {fire}", guard), tell("mail", f"The night ferry Halcyon {fire}", guard),
            tell("star", "The night ferry Halcyon burned off Port Ansel on Sunday", origins=("o-star",)),
        ),
        claim(
            "hospital", "single origin", (2, 1, 1, 0),
            tell("courier", "Fourteen passengers were taken to hospital", ministry, origins=("o-ministry",)),
            tell("mail", "Fourteen passengers were taken to hospital", ministry, origins=("o-ministry",)),
        ),
        claim(
            "smoke", "single outlet", (1, 1, 1, 0),
            tell("star", "Pictures from the quay showed 𝒔𝒎𝒐𝒌𝒆 over the bay", origins=("o-star",)),
        ),
        claim(
            "alarm", "corroborated", (2, 2, 2, 0),
            tell("star", "The alarm had failed", ("source", "a crew member", "a crew member"), origins=("o-crew",)),
            tell("mail", "the alarm had failed", polarity="negated", modality="denied", origins=("o-company",)),
        ),
        claim("towed", "single outlet", (1, 1, 1, 0), tell("hostile", "the Halcyon would be towed to Cape Merrow on 9 May")),
        claim("divers", "unsourced", (0, 1, 0, 1),
              tell("pasted", "Divers will inspect the hull on Friday", modality="planned", origins=())),
    )  # fmt: skip


def _sided(statement: RecordStatement, as_of: str | None = None) -> SidedStatement:
    return SidedStatement(statement.id, statement.article, statement.evidence, as_of, statement.sourcing)


def _disagreements(bench: Bench) -> tuple[RecordDisagreement, ...]:
    def side(key: str, words: str, value: str, normalized: str, day: str | None = None) -> Side:
        return Side(value, normalized, (_sided(bench.tell(key, words), day),))

    return (
        RecordDisagreement(
            content_id("d", "board"), "people on board", "number", "contradiction", "two exact counts of one group",
            (side("courier", "with 212 people on board", "212 people", "exact 212"),
             side("pasted", "with about 190 people on board", "about 190 people", "about 190")),
        ),
        RecordDisagreement(
            content_id("d", "alarm"), "the alarm had failed", "negation", "denial", "one side denies what the other asserts",
            (side("star", "The alarm had failed", "The alarm had failed", "affirmed"),
             side("mail", "the alarm had failed", "denied", "denied")),
        ),
        RecordDisagreement(
            content_id("d", "hospital"), "passengers in hospital", "number", "update", "a later day, and more",
            (side("courier", "Fourteen passengers were taken to hospital", "Fourteen", "exact 14", "2031-05-04"),
             side("star", "At least 17 passengers were in hospital by Monday", "At least 17", "at least 17", "2031-05-05")),
        ),
    )  # fmt: skip


def _quotes(bench: Bench) -> tuple[tuple[RecordQuote, ...], tuple[RecordUtterance, ...]]:
    act = content_id("u", "bangs")
    entity = content_id("e", "marrant")

    def quote(key: str, words: str, name: str, kind: str, via: tuple[SourcingLink, ...] = (), **rest: object) -> RecordQuote:
        evidence = bench.find(key, words)
        speaker = Speaker(entity if name == "Ilse Marrant" else None, name, bench.find(key, name))
        values: dict[str, object] = {"cue": None, "polarity": "said", "utterance": None} | rest
        return RecordQuote(content_id("q", key, words), evidence.article, evidence, (), speaker, kind=kind, via=via, **values)

    long = quote("courier", "We heard two bangs and then the lights went out,", "Ilse Marrant", "direct", utterance=act)
    short = quote("star", "We heard two bangs,", "Ilse Marrant", "direct", utterance=act)
    via = bench.chain("courier")[1:]
    said = quote("courier", "Fourteen passengers were taken to hospital", "the harbour ministry", "indirect", via)
    denied = quote("mail", "the alarm had failed", "The company", "indirect", polarity="denied")
    cut = RecordDifference(short.id, "missing", None, None, bench.find("courier", "and then the lights went out"))
    utterance = RecordUtterance(act, entity, (long.id, short.id), "shortened", long.id, (cut,))
    return (long, short, said, denied), (utterance,)


def _positions(bench: Bench, quotes: tuple[RecordQuote, ...]) -> tuple[RecordPosition, ...]:
    """The ministry on the hospital, and again the other way round in a later paper."""
    told, turned = quotes[2], quotes[3]
    cells = (
        Cell("2031-05-04", "said", "for", False, told.id, told.evidence),
        Cell("2031-05-06", "denied", "against", True, turned.id, turned.evidence),
    )
    changes = (PositionChange(told.id, turned.id),)
    return (RecordPosition(content_id("p"), None, "the harbour ministry", Cited(told.evidence), (), cells, changes),)


def _figures(bench: Bench) -> tuple[RecordFigure, ...]:
    toll = content_id("series", "hospital")

    def figure(key: str, words: str, what: str, low: float, bound: str, day: str | None, series: str | None) -> RecordFigure:
        evidence = bench.find(key, words)
        return RecordFigure(evidence.article, evidence, what, "", low, low, bound, "", (), day, series)

    return (
        figure("courier", "Fourteen", "passengers in hospital", 14, "exact", "2031-05-04", toll),
        figure("mail", "Fourteen", "passengers in hospital", 14, "exact", "2031-05-04", toll),
        figure("star", "At least 17", "passengers in hospital", 17, "at least", "2031-05-05", toll),
        figure("courier", "212 people", "people on board", 212, "exact", None, None),
        figure("pasted", "about 190 people", "people on board", 190, "about", None, None),
    )


def _timeline(bench: Bench, claims: tuple[RecordClaim, ...]) -> tuple[Moment, ...]:
    fire, towed = claims[0], claims[4]
    built = bench.find("pasted", "The ferry was built in 1998")
    return (
        Moment(Date("1998-01-01", "1998-12-31", "year"), "happened", True, None, Cited(built), ()),
        Moment(Date("2031-05-04", "2031-05-04", "day"), "happened", False, fire.id, fire.statement, ()),
        Moment(Date("2031-05-09", "2031-05-09", "day"), "planned", False, towed.id, towed.statement, ()),
    )


def _membership(bench: Bench, key: str) -> RecordMembership:
    """Each article is likest to the courier's, and that to the mail's; the rest is told of no words."""
    nearest = "mail" if key == "courier" else "courier"
    words = "Fourteen" if {key, nearest} == {"courier", "mail"} else None
    shared = (SharedWord(bench.find(key, words), bench.find(nearest, words)),) if words else ()
    return RecordMembership(bench.articles[key].id, bench.articles[nearest].id, 0.71, copied=False, days=1, shared=shared)


def _story(bench: Bench) -> RecordStory:
    claims = _claims(bench)
    quotes, utterances = _quotes(bench)
    marrant = content_id("e", "marrant")
    fire = bench.find("courier", "caught fire")
    post = RecordPost("passenger", "held", "2031-05-04", "2031-05-05", (bench.find("courier", "a passenger"),))
    return RecordStory(
        id=content_id("story"),
        title="Night ferry burns off Port Ansel",
        lead=Cited(bench.find("courier", "The night ferry Halcyon caught fire")),
        outlets=tuple(FirstReport(one.outlet, one.id) for key in TEXTS if (one := bench.articles[key]).outlet),
        articles=tuple(bench.articles[key].id for key in TEXTS),
        memberships=tuple(_membership(bench, key) for key in TEXTS),
        first="2031-05-04",
        last="2031-05-06",
        storyline=content_id("line"),
        corrected=(),
        claims=claims,
        disagreements=_disagreements(bench),
        quotes=quotes,
        utterances=utterances,
        positions=_positions(bench, quotes),
        figures=_figures(bench),
        timeline=_timeline(bench, claims),
        actors=(Actor(marrant, "Ilse Marrant", "person", ("Ilse Marrant", "Marrant"), ("passenger",), 2, (post,), "Q424242"),),
        places=(
            RecordPlace(None, "Port Ansel", 51.25, -3.5, "GB", bench.find("courier", "Port Ansel"), 3, False, "city"),
            RecordPlace(None, "the Strait", 51.0, -4.2, None, bench.find("courier", "Port Ansel"), 1, True, "strait", 60.0),
            RecordPlace(None, "Cape Merrow", None, None, None, bench.find("courier", "Cape Merrow"), 2),
        ),
        events=(
            RecordEvent(
                content_id("ev"), "ACCIDENT", None, None, "023", None, marrant, None, "2031-05-04", (fire,), (), ("o-wire",)
            ),
        ),
        answers=RecordAnswers(
            Cited(bench.find("courier", "The night ferry Halcyon")),
            Cited(bench.find("courier", "caught fire")),
            Cited(bench.find("courier", "Sunday")),
            "2031-05-04",
            Cited(bench.find("courier", "off Port Ansel")),
        ),
    )


def build(articles: int = 0, single: int = 0) -> Record:
    """The record of a ferry fire, and of a second story in `articles` more outlets with `single` claims between them."""
    texts = [(key, *rest) for key, rest in TEXTS.items()]
    share = single // articles if articles else 0
    for number in range(articles):
        words = " ".join(f"Witness {number}-{line} saw the ferry turn towards buoy {line}.\n\n" for line in range(share))
        texts.append((f"more{number}", f"Outlet {number}", f"View from quay {number}", "2031-05-05", f"It burned.\n\n{words}"))
    bench = Bench(texts)
    extra = tuple(
        claim(f"{number}-{line}", "single outlet", (1, 1, 1, 0),
              bench.tell(f"more{number}", f"Witness {number}-{line} saw the ferry turn towards buoy {line}"))
        for number in range(articles) for line in range(share)
    )  # fmt: skip
    story = _story(bench)
    if not articles:
        return _record(bench, (story,))
    quays = tuple(one.id for key, one in bench.articles.items() if key not in TEXTS)
    nothing = dict.fromkeys(("disagreements", "quotes", "utterances", "figures", "timeline", "actors", "places", "events"), ())
    later = replace(story, id=content_id("later"), title="Views from the quay", articles=quays, claims=extra, **nothing)
    return _record(bench, (story, later))


def _record(bench: Bench, stories: tuple[RecordStory, ...]) -> Record:
    keys = bench.articles
    same = "The night ferry Halcyon caught fire off Port Ansel on Sunday, the coast guard said."
    figures = tuple(figure for figure in stories[0].figures if figure.series)
    undated = keys["pasted"]
    dating = RecordDating("2031-05-05", "2031-05-07", "inferred", (bench.find("pasted", "on Friday"),))
    doubt = RecordDoubt("told", "2031-05-12", bench.find("star", "by Monday"))
    kept = {**keys, "pasted": replace(undated, dating=dating), "star": replace(keys["star"], doubts=(doubt,))}
    return Record(
        articles=tuple(sorted(kept.values(), key=lambda one: one.id)),
        copies=(
            RecordCopy(
                content_id("copy"), (keys["courier"].id, keys["mail"].id), "excerpt", "Northwire",
                (Match(bench.find("courier", same), bench.find("mail", same)),),
            ),
        ),
        entities=(
            RecordEntity(
                content_id("e", "marrant"), "Ilse Marrant", "person", ("Ilse Marrant", "Marrant"), ("passenger",),
                (bench.find("courier", "Ilse Marrant"), bench.find("star", "Ilse Marrant")),
            ),
        ),
        origins=(
            RecordOrigin("o-company", "official", "the company"),
            RecordOrigin("o-crew", "person", "a crew member"),
            RecordOrigin("o-ministry", "official", "the harbour ministry"),
            RecordOrigin("o-star", "unstated", "Evening Star"),
            RecordOrigin("o-wire", "agency", "Northwire"),
        ),
        series=(RecordSeries(content_id("series", "hospital"), "passengers in hospital", "", figures),),
        stories=stories,
        storylines=(RecordStoryline(content_id("line"), tuple(story.id for story in stories)),),
        judgements=(),
        rejected=(Rejected("ferry/broken.html", "extract", "no article text was found on the page"),),
        superseded=(_superseded(keys["star"]),),
        pipeline=Versions("0", "invented-0"),
    )  # fmt: skip
