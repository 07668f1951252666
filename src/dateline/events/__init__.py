"""Who did what to whom, where and when, coded in PLOVER and CAMEO."""

from dateline.events.coding import code_events

__all__ = ["code_events"]
