from pytest import approx
from spacy.language import Language

from dateline.evaluate.events import score, score_whole
from dateline.evaluate.folding import Passage, _score


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
    passages = [
        Passage("march", "A", one),
        Passage("march", "A", one),
        Passage("march", "A", frozenset()),
        Passage("vote", "A", one),
        Passage("talks", "B", two),
    ]
    figures = _score(passages, [{"a": "march", "b": "vote"}, {"a": "march", "b": "talks"}])
    assert (figures["precision"], figures["recall"]) == (approx(1 / 3), 1.0)
    assert (figures["all_recall"], figures["coded"]) == (approx(1 / 3), 0.8)
    assert (figures["tempting"], figures["tempting_apart"]) == (2, 0.5)
