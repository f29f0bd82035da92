"""``onrecord`` itself: its commands by name, each loaded when it is called."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from onrecord import __version__

COMMANDS = {
    "read": "Read reports and keep what they put on record.",
    "timeline": "What happened, what is planned, what is threatened, by day.",
    "meetings": "Who met, who will meet, and what became of it.",
    "deadlines": "Who demands what of whom by when.",
    "statements": "Who said what, and through whom it reached us.",
    "acts": "Who did, plans or threatens what to whom.",
    "actors": "The people, states and bodies on record.",
    "show": "One entry: its words, its chain, why it is there.",
    "changes": "What is new, changed or contradicted since a day.",
    "calendar": "Meetings and deadlines as an iCalendar file.",
    "story": "Reports of one affair: list them, show one as a timeline.",
    "judge": "Say that two entries are, or are not, of one thing; or that one is wrong.",
    "search": "Find words in entries and reports.",
    "reports": "The reports that were read.",
    "export": "The ledger in another program's format.",
    "serve": "A desk to look at the ledger in a browser.",
    "explain": "All that is found in a report, and by which rule; nothing is kept.",
}
"""Each command with its line in the help; ``onrecord.cli.NAME`` holds it as ``command``."""


class Commands(click.Group):
    """A group that imports a command's module only when the command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        """The names in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - as click calls it
        """The command of that name, or ``None``."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"onrecord.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - as click calls it
        """The list of the help, from the table alone: nothing is imported for it."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="onrecord")
def onrecord() -> None:
    """Read news reports and keep a ledger of diplomacy and conflict: who said, did, will do or demands what, by when, and who says so.

    \b
    Begin with
      onrecord read examples
      onrecord timeline

    The ledger is the file onrecord.db, another one with --ledger FILE or the environment variable ONRECORD_LEDGER.
    """


def main() -> None:
    """Run the command line on this process's arguments and streams, which are UTF-8 whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    onrecord(prog_name="onrecord")
