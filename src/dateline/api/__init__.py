"""The reading room's server: the read side, and what adds to a store, over HTTP."""
