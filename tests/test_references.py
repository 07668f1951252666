"""An id in a record that leads nowhere is found."""

from dataclasses import replace
from pathlib import Path

import msgspec
from invented import small_material
from pytest import fixture

import dateline
from dateline.record import encode
from dateline.references import LEADS, dangling
from dateline.verify import verify_record
from dateline.views import assemble
from dateline.views.document import Record, RecordJoined

NOWHERE = "0" * 16


@fixture(scope="module")
def record() -> Record:
    return assemble(*small_material(), analysis=True)


def test_the_ids_of_a_record_as_it_was_made_lead_somewhere(record: Record) -> None:
    assert list(dangling(record)) == []


def test_the_record_of_the_sample_coverage_is_sound() -> None:
    told = dateline.report([Path(__file__).parents[1] / "examples" / "coverage"], analysis=True)
    assert verify_record(msgspec.json.decode(encode(told))) == []


def test_any_id_that_leads_nowhere_is_found(record: Record) -> None:
    whole = encode(record).decode()
    ids = {story.id for story in record.stories} | {claim.id for story in record.stories for claim in story.claims}
    ids |= {quote.id for story in record.stories for quote in story.quotes} | {one.id for one in record.entities}
    for one in sorted(ids):
        # The thing itself is renamed, and what leads to it is not.
        renamed = msgspec.json.decode(whole.replace(f'"id":"{one}"', f'"id":"{NOWHERE}"'), type=Record)
        expected = whole.count(f'"{one}"') - whole.count(f'"id":"{one}"')
        assert len(list(dangling(renamed))) == expected, one


def test_a_statement_joined_to_one_of_another_claim_is_found(record: Record) -> None:
    story = record.stories[0]
    claim = story.claims[0]
    first, second = claim.statements[:2]
    for to, wrong in ((first.id, 0), (second.id, 1), (NOWHERE, 1)):
        joined = replace(second, joined=RecordJoined(to=to, likeness=0.9, why=()))
        held = replace(claim, statements=(first, joined, *claim.statements[2:]))
        stories = (replace(story, claims=(held, *story.claims[1:])), *record.stories[1:])
        assert len(verify_record(msgspec.json.decode(encode(replace(record, stories=stories))))) == wrong


def test_fields_that_lead_elsewhere_are_fields() -> None:
    assert all(set(leads) <= set(kind.__dataclass_fields__) for kind, leads in LEADS.items())
