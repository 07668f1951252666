"""Whose word a claim rests on, by the definitions of the design: who prints a text is not who vouches for it."""

from dataclasses import replace

from articles import article

from dateline.ids import content_id
from dateline.origins import trace_origins
from dateline.types import Analysis, Article, Attribution, Claim, Copy, Entity, MentionKind, Sourcing, Span, Statement

TEXT = "The bridge over the Lenne collapsed on Monday."


def statement(page: Article, attribution: Attribution | None = None) -> Statement:
    span = Span(page.id, 0, len(TEXT))
    return Statement(
        id=content_id(page.id),
        article=page.id,
        span=span,
        subject=None,
        predicate="collapse",
        arguments=(),
        lemmas=("bridge", "collapse"),
        entities=(),
        time=None,
        figures=(),
        polarity="affirmed",
        modality="happened",
        attribution=attribution,
    )


def stand(pages, copies=(), attributions=None):
    told = [statement(page, (attributions or {}).get(page.file)) for page in pages]
    claim = Claim("claim", tuple(one.id for one in told), told[0].id)
    origins, sourcings, (standing,) = trace_origins(told, [claim], pages, copies, (), ())
    return standing, {origin.id: origin for origin in origins}, sourcings


def said_by(page: Article, speaker: str) -> Attribution:
    start = page.text.index(speaker)
    source = Span(page.id, start, start + len(speaker))
    return Attribution(source, speaker, None, None, (Span(page.id, 0, len(TEXT)),), "indirect", "said")


def test_two_reporters_of_their_own_corroborate():
    standing, _, _ = stand([article(TEXT, name="a"), article(TEXT + " ", name="b", outlet="Harbour Post")])
    assert (standing.outlets, standing.texts, standing.origins, standing.label) == (2, 2, 2, "corroborated")


def test_ten_outlets_that_credit_one_agency_are_one_origin():
    pages = [article(f"{TEXT} {n}", name=str(n), outlet=f"Outlet {n}", credits=("HPA",)) for n in range(10)]
    standing, origins, _ = stand(pages)
    assert (standing.outlets, standing.origins, standing.label) == (10, 1, "single origin")
    assert [(origin.kind, origin.name) for origin in origins.values()] == [("agency", "HPA")]


def test_a_page_that_credits_two_agencies_may_rest_on_either():
    pages = [article(TEXT, name="a", credits=("AFP", "Reuters")), article(TEXT, name="b", outlet="Other", credits=("AFP",))]
    assert stand(pages)[0].origins == 1


def test_the_copy_of_a_text_rests_on_the_agency_that_another_member_credits():
    first = article(TEXT, name="a", credits=("HPA",))
    second = article(TEXT, name="b", outlet="Harbour Post")
    whole = (Span(first.id, 0, len(TEXT)), Span(second.id, 0, len(TEXT)))
    copies = (Copy("copy", (first.id, second.id), "verbatim", "HPA", (whole,), basis="agency"),)
    standing, _, sourcings = stand([first, second], copies)
    assert (standing.outlets, standing.texts, standing.origins, standing.label) == (2, 1, 1, "single origin")
    assert [(link.kind, link.carried) for link in sourcings[1].chain] == [("outlet", False), ("copy", False), ("agency", True)]


def test_what_an_outlet_adds_to_an_excerpt_is_its_own():
    first = article(TEXT + " Wire text.", name="a", credits=("HPA",))
    second = article(TEXT + " Wire text.", name="b", outlet="Harbour Post")
    tail = (Span(first.id, len(TEXT) + 1, len(first.text)), Span(second.id, len(TEXT) + 1, len(second.text)))
    copies = (Copy("copy", (first.id, second.id), "excerpt", "HPA", (tail,), basis="agency"),)
    assert stand([first, second], copies)[0].origins == 2


def test_two_reporters_who_quote_one_ministry_are_one_origin_however_it_is_spelt():
    pages = [
        article(TEXT + " the Defence Ministry said", name="a"),
        article(TEXT + " the defense ministry said", name="b", outlet="Harbour Post"),
    ]
    attributions = {"a": said_by(pages[0], "Defence Ministry"), "b": said_by(pages[1], "defense ministry")}
    standing, _, _ = stand(pages, attributions=attributions)
    assert (standing.origins, standing.label) == (1, "single origin")


def test_an_unnamed_page_without_a_source_is_counted_beside():
    pages = [article(TEXT, name="a", credits=("HPA",)), article(TEXT, name="b", outlet=None)]
    standing, _, _ = stand(pages)
    assert (standing.outlets, standing.origins, standing.unsourced, standing.label) == (1, 1, 1, "single outlet")
    assert stand(pages[1:])[0].label == "unsourced"


def test_an_outlet_that_cites_another_rests_on_what_the_other_rests_on():
    pages = [
        article(TEXT + " police said", name="a"),
        article(TEXT + " the Tamber Courier reported", name="b", outlet="Harbour Post"),
    ]
    attributions = {"a": said_by(pages[0], "police"), "b": said_by(pages[1], "Tamber Courier")}
    standing, origins, sourcings = stand(pages, attributions=attributions)
    assert standing.origins == 1
    assert [origins[identity].name for identity in sourcings[1].origins] == ["police"]


def test_an_article_that_has_named_its_source_need_not_name_it_again():
    page = article(TEXT + " police said. " + TEXT, name="a")
    told = statement(page, said_by(page, "police"))
    again = replace(statement(page), id="again", span=Span(page.id, page.text.rindex(TEXT), len(page.text)))
    claim = Claim("claim", (told.id, again.id), told.id)
    _, sourcings, (standing,) = trace_origins([told, again], [claim], [page], (), (), ())
    assert standing.origins == 1
    assert sourcings[1].origins == sourcings[0].origins


def test_a_document_is_the_word_of_its_author():
    pages = [
        article(TEXT + " a Tarne Institute study found", name="a"),
        article(TEXT + " the Tarne Institute said", name="b", outlet="Harbour Post"),
    ]
    attributions = {"a": said_by(pages[0], "a Tarne Institute study"), "b": said_by(pages[1], "Tarne Institute")}
    assert stand(pages, attributions=attributions)[0].origins == 1


def test_two_sources_of_one_copied_text_are_two():
    text = TEXT + " the mayor said. " + TEXT + " the union said."
    pages = [article(text, name=name, outlet=outlet, credits=("HPA",)) for name, outlet in (("a", "Post"), ("b", "Echo"))]
    whole = (Span(pages[0].id, 0, len(text)), Span(pages[1].id, 0, len(text)))
    copies = (Copy("copy", (pages[0].id, pages[1].id), "verbatim", "HPA", (whole,), basis="agency"),)
    told = []
    for page in pages:
        told.append(statement(page, said_by(page, "the mayor")))
        again = Span(page.id, text.rindex(TEXT), text.rindex(TEXT) + len(TEXT))
        told.append(replace(statement(page, said_by(page, "the union")), id=content_id(page.id, "again"), span=again))
    claim = Claim("claim", tuple(one.id for one in told), told[0].id)
    _, _, (standing,) = trace_origins(told, [claim], pages, copies, (), ())
    assert (standing.texts, standing.origins) == (1, 2)


def test_who_criticises_a_plan_does_not_vouch_for_it():
    page = article(TEXT + " the union criticised", name="a")
    judged = replace(said_by(page, "the union"), judges=True)
    _, origins, _ = stand([page], attributions={"a": judged})
    assert [origin.name for origin in origins.values()] == [page.outlet]


def test_the_group_of_a_scientist_is_their_institutes_word():
    text = TEXT + " Owen Hale, a geologist at the Tarne Institute. His group"
    pages = [article(text, name="a"), article(TEXT + " the Tarne Institute said", name="b", outlet="Harbour Post")]
    at = text.index("Owen Hale")
    hale = Entity("hale", "Owen Hale", "person", ("Owen Hale",), (), (Span(pages[0].id, at, at + 9),))
    at = pages[1].text.index("Tarne Institute")
    body = Entity("tarne", "Tarne Institute", "body", ("Tarne Institute",), (), (Span(pages[1].id, at, at + 15),))
    told = [statement(pages[0], said_by(pages[0], "His group")), statement(pages[1], said_by(pages[1], "Tarne Institute"))]
    claim = Claim("claim", tuple(one.id for one in told), told[0].id)
    _, _, (standing,) = trace_origins(told, [claim], pages, (), [hale, body], ())
    assert standing.origins == 1


def test_who_heads_the_service_speaks_for_the_body_that_is_called_so():
    text = TEXT + " the Civil Aid service said. Later Ivar Lund, who heads the service, agreed."
    page = article(text, name="a")
    at = {name: Span(page.id, text.index(name), text.index(name) + len(name)) for name in ("Civil Aid", "Ivar Lund")}
    lund = Entity("lund", "Ivar Lund", "person", ("Ivar Lund",), (), (at["Ivar Lund"],))
    body = Entity("aid", "Civil Aid", "body", ("Civil Aid",), (), (at["Civil Aid"],))
    told = statement(page, said_by(page, "Ivar Lund"))
    claim = Claim("claim", (told.id,), told.id)
    origins, _, _ = trace_origins([told], [claim], [page], (), [lund, body], ())
    assert [origin.name for origin in origins] == ["Civil Aid"]


def test_every_link_of_a_chain_has_its_evidence():
    page = article(TEXT + " police said", name="a", credits=("HPA",))
    _, _, (sourcing,) = stand([page], attributions={"a": said_by(page, "police")})
    told = [(link.kind, page.matter if link.span.part == "matter" else page.text) for link in sourcing.chain]
    words = [text[link.span.start : link.span.end] for (_, text), link in zip(told, sourcing.chain, strict=True)]
    assert [kind for kind, _ in told] == ["outlet", "agency", "source"]
    assert words == ["Tamber Courier", "HPA", "police"]


def test_what_two_say_together_may_rest_on_either():
    text = f"{TEXT} Anna Lindqvist and Robert Keller said so."
    pages = [article(text, name="a"), article(text + " ", name="b", outlet="Harbour Post")]

    def spans(name: str) -> tuple[Span, ...]:
        return tuple(Span(page.id, page.text.index(name), page.text.index(name) + len(name)) for page in pages)

    people = [Entity(name[:4], name, "person", (), (), spans(name)) for name in ("Anna Lindqvist", "Robert Keller")]
    both, one = (
        said_by(page, name) for page, name in zip(pages, ("Anna Lindqvist and Robert Keller", "Robert Keller"), strict=True)
    )
    told = [statement(pages[0], replace(both, joint=True)), statement(pages[1], one)]
    claim = Claim("claim", tuple(each.id for each in told), told[0].id)
    _, sourcings, (standing,) = trace_origins(told, [claim], pages, (), people, ())
    assert [link.name for link in sourcings[0].chain if link.kind == "source"] == ["Anna Lindqvist", "Robert Keller"]
    assert (len(sourcings[0].origins), standing.origins) == (2, 1)


def test_a_chain_names_the_person_and_the_origin_is_the_body_spoken_for():
    page = article(TEXT + " Karel Dunn, a spokesman for the Mines Office, said", name="a")
    entities = [named(page, "Karel Dunn", "person"), named(page, "Mines Office", "body")]
    told = statement(page, said_by(page, "Karel Dunn"))
    origins, (sourcing,), _ = trace_origins([told], [Claim("claim", (told.id,), told.id)], [page], (), entities, ())
    assert [link.name for link in sourcing.chain if link.kind == "source"] == ["Karel Dunn"]
    assert [origin.name for origin in origins] == ["Mines Office"]


def named(page: Article, name: str, kind: MentionKind) -> Entity:
    start = page.text.index(name)
    return Entity(content_id(name), name, kind, (name,), (), (Span(page.id, start, start + len(name)),))


def test_an_outlet_that_was_told_is_a_link_and_not_in_its_own_pages():
    words = TEXT + " police told the Tarn Packet on Tuesday"
    pages = [
        article(words, name="a", outlet="Harbour Post"),
        article(words + ".", name="b", outlet="The Tarn Packet"),
    ]
    told = {page.file: replace(said_by(page, "police"), cue=span_of(page, "told")) for page in pages}
    _, _, sourcings = stand(pages, attributions=told)
    links = [[(link.kind, link.name) for link in sourcing.chain[1:]] for sourcing in sourcings]
    assert links == [[("cited outlet", "The Tarn Packet"), ("source", "police")], [("source", "police")]]


def span_of(page: Article, words: str) -> Span:
    start = page.text.index(words)
    return Span(page.id, start, start + len(words))


def test_two_spellings_of_an_agency_on_one_page_are_one_link():
    page = article(TEXT, name="a", credits=("TMW", "Transmeridian Wire"))
    _, _, (sourcing,) = stand([page])
    assert [link.name for link in sourcing.chain if link.kind == "agency"] == ["Transmeridian Wire"]


def test_a_rewrite_has_the_source_of_the_sentence_it_was_made_from():
    wire = article(TEXT + " police said", name="a", credits=("HPA",))
    paper = article("Down it came on Monday, the Lenne bridge, all of it.", name="b", outlet="Harbour Post")
    match = (Span(wire.id, 0, len(wire.text)), Span(paper.id, 0, len(paper.text)))
    copies = (Copy("copy", (wire.id, paper.id), "rewrite", "HPA", (match,), basis="agency"),)
    _, _, sourcings = stand([wire, paper], copies, {"a": said_by(wire, "police")})
    assert [(link.kind, link.name, link.carried) for link in sourcings[1].chain[2:]] == [
        ("agency", "HPA", True),
        ("source", "police", True),
    ]
    assert sourcings[1].origins == sourcings[0].origins


def test_who_believes_something_is_its_source_and_who_hopes_is_not():
    pages = [article(TEXT + f" Mara Quill {cue}", name=cue) for cue in ("reckons", "hopes")]
    thought = {
        page.file: replace(said_by(page, "Mara Quill"), polarity="thought", cue=span_of(page, page.file)) for page in pages
    }
    _, _, sourcings = stand(pages, attributions=thought)
    assert [[link.kind for link in sourcing.chain] for sourcing in sourcings] == [["outlet", "source"], ["outlet"]]


def carried(text: str) -> tuple[Sourcing, Article]:
    page = article(text, name="a")
    end = text.index(". ") + 1
    last = Span(page.id, end + 1, len(text))
    told = replace(statement(page), span=last)
    said = replace(said_by(page, "police"), cue=span_of(page, "said"))
    sentences = (Span(page.id, 0, end), last)
    analysis = Analysis(page.id, sentences, (), (), (), (), (said,), ())
    _, (sourcing,), _ = trace_origins([told], [Claim("claim", (told.id,), told.id)], [page], (), (), (analysis,))
    return sourcing, page


def test_a_source_goes_on_in_the_sentence_behind_that_begins_with_a_pronoun():
    sourcing, page = carried("The bridge fell, police said. It had stood for ninety years.")
    link = sourcing.chain[-1]
    assert (link.kind, link.name, link.carried) == ("source", "police", True)
    assert link.span is not None and page.text[link.span.start : link.span.end] == "police"


def test_a_source_does_not_go_on_in_another_paragraph_or_matter():
    for text in ("The bridge fell, police said. \n\nIt was old.", "The bridge fell, police said. Snow lay on the road."):
        assert [link.kind for link in carried(text)[0].chain] == ["outlet"]


def test_what_an_outlet_states_plainly_may_rest_on_a_source_that_was_out():
    wire = article(TEXT + " the ministry said", name="a")
    paper = article(TEXT, name="b", outlet="Harbour Post", day="2025-03-05")
    before = article(TEXT, name="c", outlet="Valley Post", day="2025-03-03")
    said = {"a": said_by(wire, "ministry")}
    assert stand([wire, paper], attributions=said)[0].origins == 1
    assert stand([wire, before], attributions=said)[0].origins == 2


def test_a_described_source_may_be_a_named_one_of_its_kind():
    pages = [
        article(TEXT + " officials said", name="a"),
        article(TEXT + " the Mines Office said", name="b", outlet="Harbour Post"),
        article(TEXT + " the union said", name="c", outlet="Valley Post"),
    ]
    attributions = dict(zip("abc", map(said_by, pages, ("officials", "Mines Office", "union")), strict=True))
    assert stand(pages[:2], attributions=attributions)[0].origins == 1
    assert stand(pages[1:], attributions=attributions)[0].origins == 2


def test_a_short_name_may_be_a_longer_one_that_holds_its_words():
    pages = [
        article(TEXT + " the Ministry of Mines said", name="a"),
        article(TEXT + " the Ministry of Mines of Ostrava said", name="b", outlet="Harbour Post"),
        article(TEXT + " the Ministry of Mines of Tamber said", name="c", outlet="Valley Post"),
    ]
    names = ("Ministry of Mines", "Ministry of Mines of Ostrava", "Ministry of Mines of Tamber")
    attributions = dict(zip("abc", map(said_by, pages, names), strict=True))
    assert stand(pages[:2], attributions=attributions)[0].origins == 1
    assert stand(pages[1:], attributions=attributions)[0].origins == 2


def test_a_statement_without_a_name_is_the_word_of_who_spoke_in_it():
    page = article("The dock shut, the Harbour Office said in a statement. Two berths stay open, the statement said.", name="a")

    def said(speaker: str, content: str) -> Attribution:
        at = page.text.index(speaker)
        cue = page.text.index(" said", at) + 1
        start = page.text.index(content)
        what = (Span(page.id, start, start + len(content)),)
        return Attribution(
            Span(page.id, at, at + len(speaker)), speaker, None, Span(page.id, cue, cue + 4), what, "indirect", "said"
        )

    first, second = said("Harbour Office", "The dock shut"), said("the statement", "Two berths stay open")
    analysis = Analysis(page.id, (), (), (), (), (), (first, second), ())
    one = statement(page, second)
    _, (sourcing,), _ = trace_origins([one], [Claim("claim", (one.id,), one.id)], [page], (), (), [analysis])
    assert [link.name for link in sourcing.chain] == ["Tamber Courier", "Harbour Office"]
