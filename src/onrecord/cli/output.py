"""Giving a table to whoever asked: a person at a terminal, a pipe, a spreadsheet, a program."""

from __future__ import annotations

import sys

import click

from onrecord.views.table import Table, csv_text, json_array, tsv


def emit(table: Table, form: str, nothing: str) -> None:
    """Print ``table``: as JSON or CSV where asked for, on a terminal in columns, else tab-separated; of an empty one, say ``nothing``."""
    if not table.rows and not form:
        click.echo(nothing, err=True)
    elif form == "json":
        click.echo(json_array(table), nl=False)
    elif form == "csv":
        click.echo(csv_text(table), nl=False)
    elif sys.stdout.isatty():
        from onrecord.views import terminal

        terminal.show(terminal.grid(table, terminal.terminal_width()))
    else:
        click.echo(tsv(table), nl=False)
