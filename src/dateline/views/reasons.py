"""Why a statement is in its claim, in words: a template for each reason, with the values that both statements tell."""

from dateline.data import table
from dateline.types import Joined, Reason
from dateline.views.document import RecordJoined


def tell_joined(one: Joined) -> RecordJoined:
    """What a statement was joined to, how likely both say the same (0 to 1, two decimals), and why."""
    return RecordJoined(one.to, one.likeness // 10_000 / 100, tuple(say(reason) for reason in one.reasons))


def say(reason: Reason) -> str:
    """The words of a reason (`data/claim_reasons.toml`)."""
    said = next(rows[reason.kind]["says"] for rows in table("claim_reasons.toml").values() if reason.kind in rows)
    return str(said).replace("{}", ", ".join(reason.values))
