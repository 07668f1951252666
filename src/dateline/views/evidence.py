"""What every line of the record rests on."""

from dataclasses import dataclass

from dateline.types import LinkKind, Part


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A citation: `exact` stands at `start` to `end` (code points, end exclusive) of the article's `part`."""

    article: str
    revision: str
    part: Part
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Cited:
    """Something that is told in exactly these words."""

    evidence: Evidence


@dataclass(frozen=True, slots=True)
class SourcingLink:
    """One link between an outlet and the source of what it prints; no evidence only for an outlet that no text names.

    A `carried` one is named in a sentence before, or in the text that this one derives from.
    """

    kind: LinkKind
    name: str
    evidence: Evidence | None
    carried: bool = False
