"""An agency report of an invented event, a rewrite of it, another report, and articles made of them."""

from collections.abc import Sequence

from dateline.types import Article, Published

WIRE = (
    "PORT SELBY — A cargo ferry lost power off the Orven coast on Tuesday and drifted for six hours before two tugs reached it. "
    "None of the 41 people on board was hurt, harbour master Ilse Vanter said.\n\n"
    "The Merrow Star had left Port Selby at dawn with a load of timber and farm machinery. Its engines stopped near the Gannet "
    "shoal, where the depth is less than nine metres at low tide.\n\n"
    "Engineers from the owner, Calder Lines, blamed a cracked fuel pump and promised a full inspection of its four sister ships. "
    "The coast guard has opened an inquiry and will question the captain on Friday.\n\n"
    '"We heard a bang below deck and then there was silence, and for hours nothing but the wind and the gulls," passenger Tomas '
    "Reed told reporters at the quay.\n\n"
    "Calder Lines was fined 80,000 crowns last spring after an inspection found lifeboats without food or water."
)
REWRITE = (
    "A timber-laden freight ferry went dead in the water near Orven on Tuesday, floating helpless for six hours until a pair of "
    "tugs arrived. All 41 aboard escaped injury, according to Ilse Vanter, who runs the harbour.\n\n"
    "The Merrow Star set out from Port Selby early in the morning carrying timber and machinery for farms. The engines stopped "
    "close to the Gannet shoal, whose depth falls under nine metres at low tide.\n\n"
    "A cracked fuel pump was blamed by Calder Lines engineers; the owner promised that its four sister ships will get a full "
    "inspection. An inquiry by the coast guard has opened, with the captain to be questioned on Friday.\n\n"
    "Last spring Calder Lines had to pay a fine of 80,000 crowns when inspection of lifeboats found neither food nor water."
)
OTHER_REPORT = (
    "Passengers of the Merrow Star came ashore to blankets and soup on Tuesday night, tired and angry at the hours they had "
    "waited without any word from the bridge. Several said crew members could not find the key to the locker of flares.\n\n"
    '"We heard a bang below deck and then there was silence, and for hours nothing but the wind and the gulls," passenger Tomas '
    "Reed told reporters at the quay.\n\n"
    "In the taverns of Port Selby the talk was of winter storms and of older ships that should have been scrapped long ago. The "
    "mayor asked the state to buy a rescue tug, as two neighbouring harbours have done. Prayers were held in the seamen's church."
)


def article(
    key: str, text: str, *, day: str | None = "2031-04-02", credits: Sequence[str] = (), outlet: str | None = None
) -> Article:
    published = Published(day, day, "stated" if day else "unknown")
    return Article(key, key, None, key, outlet, None, (), published, None, tuple(credits), "en", text, "")
