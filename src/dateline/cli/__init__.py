"""The command line: one file per command, each thin.

Exit codes: 0 fine · 1 something else · 2 wrong use or bad input · 3 nothing could be read · 4 no language model · 5 the store is
busy · 6 not found · 7 a citation does not stand · 130 stopped by the user · 141 the reader of a pipe went away.
"""

from dateline.cli.program import main, program

__all__ = ["main", "program"]
