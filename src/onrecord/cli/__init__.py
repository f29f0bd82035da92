"""The command line: one file a command, loaded when it is called, so that ``onrecord --help`` is quick.

Takes words from a shell and gives text on standard output, what went wrong on standard error, and an exit code. It is the only place
that knows the clock, the environment and the terminal; what things look like is the business of ``views``.
"""

from onrecord.cli.group import COMMANDS, main, onrecord

__all__ = ["COMMANDS", "main", "onrecord"]
