"""Who a speaker is by what the words call him, her or it, where no mention stands for it or a shorter name does."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.types import Entity
from dateline.views.document import Speaker


@dataclass(frozen=True, slots=True)
class Callings:
    """The actors of a storyline by id and by all that calls one of them alone."""

    actors: Mapping[str, Entity]
    names: Mapping[str, Entity]
    holders: Mapping[str, Entity]

    def of(self, speaker: Speaker) -> Entity | None:
        """The actor that a speaker is; of two entities one of which is called by the other's first words, the fuller one."""
        name = speaker.name.split(",", 1)[0].removeprefix("the ").removeprefix("The ")
        if speaker.entity is None:
            return self.names.get(name) or self.holders.get(name.split(" ")[-1])
        own = self.actors.get(speaker.entity)
        return self.names.get(name, own) if own is None or own.kind != "person" else own


def called_as(entities: Sequence[Entity]) -> Callings:
    """The actors among `entities` by names and roles, surnames of persons and first words of others, where one alone has them."""
    actors = {one.id: one for one in entities if one.kind in ("person", "body", "place", "group")}
    names: dict[str, Entity | None] = {}
    for one in sorted(actors.values(), key=lambda one: (one.kind != "body", -len(one.name.split()), one.id)):
        words = one.name.split()
        for name in dict.fromkeys((one.name, *one.variants, words[-1] if one.kind == "person" else " ".join(words[:1]))):
            known = names.get(name, one)
            names[name] = known if known is one or (known is not None and known.name.startswith(f"{name} ")) else None
    held = [
        (role, one) for one in actors.values() if one.kind == "person" for role in {role.split(" ")[-1] for role in one.roles}
    ]
    count = Counter(role for role, _ in held)
    alone = {role: one for role, one in held if count[role] == 1}
    return Callings(actors, {name: one for name, one in names.items() if one is not None}, alone)
