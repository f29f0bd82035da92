"""The pages that say what the code says: ``docs/commands.md``, ``docs/times.md`` and ``docs/vocabulary.md``.

    python -m workshop.pages            write them
    python -m workshop.pages --check    exit with 1 where one is not what the code says

They are made from the command line's own help, the times room's cases and the vocabulary's tables, so that no option and no status can
be missing.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from inspect import cleandoc
from pathlib import Path

import click

from onrecord.cli import COMMANDS
from onrecord.vocabulary import Term, acts, deadline_statuses, event_types, roles, statuses
from workshop.scoring.times_page import times_page

DOCS = Path(__file__).parent.parent / "docs"
COMMANDS_HEAD = """# Commands

`onrecord COMMAND --help` says the same on the terminal. This page is made from it by `make docs`.

Every listing goes to a terminal in columns, to a pipe as tab-separated lines (the timeline as aligned text), with `--csv` as
comma-separated values with more columns than are shown, and with `--json` as one JSON array with everything that is known of each
entry. CSV cells that a spreadsheet would take for a formula begin with an apostrophe.

Output is UTF-8 whatever the locale; `NO_COLOR` is respected.

The ledger is `onrecord.db` in the current folder, or what `--ledger` or the environment variable `ONRECORD_LEDGER` names.

| exit code | meaning |
|---|---|
| 0 | all was done |
| 1 | `read`, `explain`: something could not be read, the rest was; else: it could not be done, and the message says what to do |
| 2 | wrong usage |
| 3 | `read`, `explain`: nothing could be read |
| 130 | stopped by Ctrl-C; reports that were read whole are in the ledger |

Signs of a status: {signs}, ⧖ a deadline.
"""
VOCABULARY_HEAD = """# Vocabulary

Event types and modes are those of PLOVER 2021; `CAMEO` is the code that comes nearest. This page is made from the tables in
`src/onrecord/vocabulary` by `make docs`.
"""


def commands_page() -> str:
    """All commands with their help and every option."""
    signs = ", ".join(f"{term.sign} {term.label}" for term in statuses().values())
    parts = [COMMANDS_HEAD.format(signs=signs)]
    for name in COMMANDS:
        parts += _command(f"onrecord {name}", import_module(f"onrecord.cli.{name}").command)
    return "\n".join(parts)


def vocabulary_page() -> str:
    """Event types with their modes, statuses, deadline statuses, acts and roles."""
    parts = [VOCABULARY_HEAD, "## Event types\n", "| type | CAMEO | what | example |\n|---|---|---|---|"]
    parts += [f"| `{key}` | {term.cameo} | {term.definition} | {_plain(term.example)} |" for key, term in event_types().items()]
    parts += ["\n## Modes\n", "| type | mode | CAMEO | what |\n|---|---|---|---|"]
    modes = [(key, one) for key, term in event_types().items() for one in term.modes.values()]
    parts += [f"| `{key}` | `{mode.id}` | {mode.cameo} | {mode.definition} |" for key, mode in modes]
    tables = (("Statuses of an event", statuses()), ("Statuses of a deadline", deadline_statuses()), ("Acts of a statement", acts()))
    for title, table in (*tables, ("Roles", roles())):
        parts += [f"\n## {title}\n", "| id | what | example |\n|---|---|---|"]
        parts += [f"| {_sign(term)}`{key}` | {term.definition} | {_plain(term.example)} |" for key, term in table.items()]
    return "\n".join(parts) + "\n"


PAGES = {"commands.md": commands_page, "times.md": times_page, "vocabulary.md": vocabulary_page}


def _command(name: str, command: click.Command) -> Iterator[str]:
    """A command's section; of a group also those of its commands."""
    shown = [one for one in command.params if not getattr(one, "hidden", False)]
    yield f"## {name}\n"
    arguments = " ".join(one.make_metavar(click.Context(command)) for one in shown if isinstance(one, click.Argument))
    yield f"    {' '.join(filter(None, (name, '[OPTIONS]', arguments)))}\n"
    yield _prose(command.help or "")
    rows = [f"| {_names(one)} | {one.help or ''}{_default(one)} |" for one in shown if isinstance(one, click.Option)]
    if rows:
        yield "\n".join(("| option | what |\n|---|---|", *rows)) + "\n"
    if isinstance(command, click.Group):
        for key, inner in command.commands.items():
            yield from _command(f"{name} {key}", inner)


def _prose(text: str) -> str:
    """Help as Markdown: paragraphs that click keeps as they are become code blocks."""
    out = []
    for paragraph in cleandoc(text).split("\n\n"):
        kept = paragraph.startswith("\b\n")
        out.append("\n".join(f"    {line}" for line in paragraph[2:].splitlines()) if kept else " ".join(paragraph.split()))
    return "\n\n".join(out) + "\n"


def _names(option: click.Option) -> str:
    names = ", ".join(f"`{one}`" for one in option.opts)
    if option.is_flag:
        return names
    metavar = option.metavar or ("\\|".join(option.type.choices) if isinstance(option.type, click.Choice) else option.type.name.upper())
    return f"{names} {metavar}"


def _default(option: click.Option) -> str:
    return f" Default: {option.default}." if option.show_default and option.default is not None else ""


def _plain(example: str) -> str:
    """A marked example with its marked words in bold."""
    before, opened, rest = example.partition("[")
    words, _, after = rest.partition("]")
    return f"{before}**{words.partition('|')[0]}**{after}" if opened else example


def _sign(term: Term) -> str:
    return f"{term.sign} " if term.sign else ""


def main() -> None:
    """Write the pages, or check them."""
    stale = [name for name, page in PAGES.items() if not (DOCS / name).exists() or (DOCS / name).read_text(encoding="utf-8") != page()]
    if "--check" in sys.argv[1:]:
        raise SystemExit(f"not what the code says, run make docs: {', '.join(stale)}" if stale else 0)
    for name in stale:
        (DOCS / name).write_text(PAGES[name](), encoding="utf-8")
        print(f"docs/{name} written")


if __name__ == "__main__":
    main()
