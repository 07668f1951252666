"""What the articles say: statements, the claims they make together, acts of speech and quantities over time."""

from dateline.claims.deeds import find_deeds
from dateline.claims.grouping import match_claims
from dateline.claims.series import find_series
from dateline.claims.statements import find_statements
from dateline.claims.utterances import find_utterances

__all__ = ["find_deeds", "find_series", "find_statements", "find_utterances", "match_claims"]
