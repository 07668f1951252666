from pytest import approx
from spacy.language import Language

from dateline.evaluate.events import score, score_whole
from dateline.evaluate.folding import Label, Passage, _score, read_storyline


def test_types_are_scored_with_the_actors_given(nlp: Language) -> None:
    texts = ["Norway attacked Sweden.", "Norway visited Sweden."]
    rows = [
        {"id": "1", "source_spans": [[0, 6]], "target_spans": [[16, 22]], "plover_root": "ASSAULT", "quad": 4},
        {"id": "2", "source_spans": [[0, 6]], "target_spans": [[15, 21]], "plover_root": "AID", "quad": 2},
    ]
    figures = score(rows, [nlp(text) for text in texts])
    assert figures["root_macro_f"] == figures["quad_macro_f"] == approx(0.5)


def test_an_event_counts_with_its_type_and_both_actors(nlp: Language) -> None:
    texts = ["Norway attacked Sweden.", "Norway visited Sweden."]
    norway, sweden, finland = ([{"text": name}] for name in ("Norway", "Sweden", "Finland"))
    rows = [
        {"id": "1", "source": norway, "target": sweden, "plover_root": "ASSAULT"},
        {"id": "2", "source": norway, "target": finland, "plover_root": "CONSULT"},
    ]
    figures = score_whole(rows, [nlp(text) for text in texts])
    assert (figures["whole_precision"], figures["whole_recall"]) == (0.5, 0.5)


def test_folding_is_scored_by_pairs_of_coded_passages() -> None:
    one, two = frozenset({"e1"}), frozenset({"e2"})
    told = (("march", one), ("march", one), ("march", frozenset[str]()), ("vote", one), ("talks", two))
    passages = [
        Passage(Label(happening, "PROTEST", "a", ("page", 0, 9)), events, typed=happening == "march")
        for happening, events in told
    ]
    figures = _score(passages, [("march", "vote"), ("march", "talks")])
    assert (figures["precision"], figures["recall"]) == (approx(1 / 3), 1.0)
    assert (figures["all_recall"], figures["all_f1"], figures["coded"]) == (approx(1 / 3), approx(1 / 3), 0.8)
    assert figures["typed"] == 0.5
    assert (figures["tempting"], figures["tempting_apart"]) == (2, 0.5)


def test_marks_are_read_where_the_words_stand() -> None:
    content = """
tempting = [{ a = "march", b = "vote", why = "two" }]
[types]
march = "PROTEST"
vote = "CONSULT"
[[articles]]
file = "1.txt"
date = "2031-03-03"
text = '''
Halden marches

Drivers met. [Drivers marched|march] on Monday. [They met|vote], and [drivers marched|march] again.
'''
"""
    (article,), gold = read_storyline("a1", content)
    assert "|" not in article.text
    assert [(one.happening, one.type, article.text[one.place[1] : one.place[2]]) for one in gold.labels] == [
        ("a1/march", "PROTEST", "Drivers marched"),
        ("a1/vote", "CONSULT", "They met"),
        ("a1/march", "PROTEST", "drivers marched"),
    ]
    assert gold.tempting == (("a1/march", "a1/vote"),)
