"""The names of sites: which of the things that a page's head says is the outlet."""

import pytest

from dateline.addresses import host_of
from dateline.extract.agencies import Agencies
from dateline.extract.outlets import is_house, spelled_like
from dateline.extract.sites import site_name

NONE = Agencies("")


@pytest.mark.parametrize(
    ("told", "title", "url", "name"),
    [
        # an agency that wrote the text, a platform and a firm go behind the site's own name
        (["Associated Press", "Skelby Courier"], "Ferry aground - Skelby Courier", "https://www.skc.example/a", "Skelby Courier"),
        (["Blogger", "TarnNews | All that moves Tarn"], "Ferry aground", "https://www.tarnnews.example/a", "TarnNews"),
        (["Lind Holding GmbH & Co. KG", "Skelby Update"], "Ferry aground", "https://skelby-update.example/a", "Skelby Update"),
        (["Tarn24 GmbH"], "Ferry aground", "https://auto.tarn24.example/a", "Tarn24"),
        (["Harbour Verlag GmbH, Küsten-Zeitung"], "", "https://www.kuestenzeitung.example/a", "Küsten-Zeitung"),
        # a motto behind the name, a notice around it
        (["Tarn Magazine - Good news for Tarn, Skelby and the whole coast"], "", "https://tarnmagazine.example", "Tarn Magazine"),
        (["Copyright © 2017 Skelby.example Inc. All Rights Reserved."], "", "https://www.skelby.example/a", "Skelby.example"),
        # a mere address gives way to the same name at the end of the title
        (["tarnpost.example"], "Ferry aground - Tarn Post", "https://www.tarnpost.example/a", "Tarn Post"),
        (["tarnpost.example"], "Ferry aground", "https://www.tarnpost.example/a", "tarnpost.example"),
        # without a hint in the address, what was told first
        (["Skelby Post", "SkP"], "Ferry aground | Shipping", "https://www.sp-online.example/a", "Skelby Post"),
        (["Skelby Post"], "", None, "Skelby Post"),
        ([], "Ferry aground - Tarn Ferry", "https://www.skelby.example/a", None),
        (["Reuters"], "Ferry aground", "https://www.skelby.example/a", None),
        (["Ferry runs aground off Tarn Point with sixty people on board today"], "", "https://tp.example/a", None),
    ],
)
def test_the_outlet_among_the_names(told: list[str], title: str, url: str | None, name: str | None) -> None:
    found = site_name(told, title, url=url, agencies=NONE)
    assert (found and found[0]) == name
    assert found is None or found[1] in (*told, title)


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.Skelby.example/a", "www.skelby.example"),
        ("https://web.archive.org/web/20120216182711/http://www.skelby.example/a", "www.skelby.example"),
        ("http://[", ""),
        (None, ""),
    ],
)
def test_hosts(url: str | None, host: str) -> None:
    assert host_of(url) == host


def test_a_short_address_spells_a_name_only_in_capitals() -> None:
    assert spelled_like("https://omr.example/a", ["Read omr daily", "The OMR daily"]) == ("OMR", 1, 4, 7)
    assert spelled_like("https://omr.example/a", ["Omr"]) is None


@pytest.mark.parametrize(
    ("name", "outlet", "own"),
    [
        ("Skelby Post News", "Skelby Post", True),
        ("NEWS77", "NEWS77 Tarn", True),
        ("Skelby Post", "The Skelby Post", False),  # its own name says that it wrote the text itself
        ("HPA", "Harbour Press Agency", False),
        ("AP", None, False),
    ],
)
def test_an_outlets_own_desks(name: str, outlet: str | None, own: bool) -> None:
    assert is_house(name, outlet) is own
