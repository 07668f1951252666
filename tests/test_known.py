"""The file of known entities: what it may hold, what is said of a bad one, and that the record tells it."""

from pathlib import Path

from pytest import mark, raises

import dateline
from dateline.errors import BadInput
from dateline.known import decode_known, digest_of, encode_known, read_known
from dateline.settings import Settings
from dateline.types import KnownEntity

GOOD = """
[[entity]]
name = "Orvex Harbour Trust"
kind = "body"
aliases = ["OHT", "Harbour Trust"]
wikidata = "Q12"

[[entity]]
name = "Ada Brun"
kind = "person"
"""
TRUST = KnownEntity("Orvex Harbour Trust", "body", ("Harbour Trust", "OHT"), "Q12")


def write(folder: Path, content: str) -> Path:
    path = folder / "known.toml"
    path.write_text(content, encoding="utf-8")
    return path


def test_a_file_is_read_in_a_fixed_order(tmp_path: Path) -> None:
    known = read_known(write(tmp_path, GOOD))
    assert known == (KnownEntity("Ada Brun", "person"), TRUST)
    assert decode_known(encode_known(known)) == known


def test_the_digest_is_that_of_what_is_known() -> None:
    assert digest_of(()) == ""
    assert digest_of([TRUST]) == digest_of([TRUST]) != digest_of([KnownEntity("Ada Brun", "person")])


@mark.parametrize(
    ("content", "message"),
    [
        (
            "[[entity]]\nkind = 'body'",
            "line 1, entity 1: Object missing required field `name`. An .*entity.* has a name and a kind",
        ),
        ("[[entity]]\nname = 'A'\nkind = 'club'", r"line 3, entity 1: Invalid enum value 'club' \(kind\).*\"person\", \"body\""),
        ("# ours\n\n[[entity]]\nname = 'A'\nkind = 'body'\nwikidata = '12'", r"line 6, entity 1: .*\(wikidata\)"),
        ("[[entity]]\nname = 'A'\nkind = 'body'\nalias = ['B']", "line 4, entity 1: .*unknown field `alias`"),
        ("\n[[entities]]\nname = 'A'\nkind = 'body'", "line 2: Object contains unknown field `entities`.*may have aliases"),
        ("entity = [{kind = 'body'}]", r"known.toml, entity 1: Object missing required field `name`"),
        (
            "[[entity]]\nname = 'A'\nkind = 'body'\n[[entity]]\nname = 'B'\nkind = 'body'\naliases = ['a']",
            "line 4, entity 2: it and entity 1 are called 'a'.*take the name from one",
        ),
        ("[[entity]]\nname = 'A\nkind = 'body'", r"is not TOML: .*at line 2.*An \[\[entity\]\] has"),
    ],
)
def test_what_is_wrong_with_a_file_is_said(tmp_path: Path, content: str, message: str) -> None:
    with raises(BadInput, match=message):
        read_known(write(tmp_path, content))


def test_a_file_in_another_encoding_is_said(tmp_path: Path) -> None:
    path = tmp_path / "known.toml"
    path.write_bytes("[[entity]]\nname = 'Zoë'\n".encode("latin-1"))
    with raises(BadInput, match=r"line 2, is not UTF-8 text. Save the file as UTF-8"):
        read_known(path)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with raises(BadInput, match="cannot be read"):
        read_known(tmp_path / "none.toml")


def test_the_record_has_the_ids_and_says_what_was_known(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        "Trust buys quay\n\nThe Orvex Harbour Trust bought a quay on Monday. OHT said it was cheap.\n", encoding="utf-8"
    )
    settings = Settings(known=(TRUST,))
    record = dateline.report([page], settings)
    assert [(one.name, one.wikidata) for one in record.entities if one.kind == "body"] == [("Orvex Harbour Trust", "Q12")]
    assert record.pipeline.known == digest_of([TRUST])
    assert dateline.encode(record) == dateline.encode(dateline.report([page], settings))
