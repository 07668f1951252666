"""Exports: a record in a form for a program or a reader. Plug-ins: whatever is registered under `dateline.exports`."""

from dateline.exports.plugins import Export, export_names, load_export

__all__ = ["Export", "export_names", "load_export"]
