"""``onrecord serve``."""

from __future__ import annotations

import threading
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.cli import options

if TYPE_CHECKING:
    from onrecord.nouns import Entry, Findings, Report
    from onrecord.pipeline import Pipeline
    from onrecord.views.web.desk import Read


@click.command("serve")
@options.ledger
@click.option("--host", default="127.0.0.1", show_default=True, metavar="NAME", help="Where to listen; 0.0.0.0 lets the whole network in.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="N", help="On which port.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="Another name by which browsers call this server; * for any.")
@click.option("--today", type=options.day, metavar="DAY", help="The day that counts as today; the newest report's unless given.")
@options.weights
def command(place: str, host: str, port: int, hosts: tuple[str, ...], today: date | None, weights: Path | None) -> None:
    """A desk to look at the ledger: today, timeline, meetings, deadlines, statements, actors, reports, search, feeds.

    It listens on this computer alone, never writes to the ledger, and fetches nothing from elsewhere.

    \b
    Examples:
      onrecord serve
      onrecord serve --ledger desk.db --port 8080
      onrecord serve --host 0.0.0.0 --allow-host desk.example
    """
    try:
        import uvicorn

        from onrecord.views import web
        from onrecord.views.web.app import HOSTS
    except ModuleNotFoundError as error:
        raise click.ClickException(f'the desk needs the package {error.name}: pip install "onrecord[web]"') from error
    from onrecord import ledger

    try:
        opened = ledger.open(place, create=False)
    except ledger.NoLedgerError as error:
        raise click.ClickException(f"there is no ledger at {place}; run `onrecord read SOURCE --ledger {place}` first") from error
    except ledger.LedgerError as error:
        raise click.ClickException(str(error)) from error
    with opened:
        desk = web.Desk(opened, today, _reader(weights))
        threading.Thread(target=desk.warm, daemon=True).start()
        click.echo(f"the desk is at http://{host}:{port}/ (Ctrl-C ends it)", err=True)
        uvicorn.run(web.app(desk, (*HOSTS, host, *hosts)), host=host, port=port, log_level="warning", server_header=False)


def _reader(weights: Path | None) -> Read:
    """What reads a pasted text; the weights are loaded when the first one comes."""

    @cache
    def pipeline() -> Pipeline:
        from onrecord.cli.sources import loaded

        return loaded(weights, ())

    def read(report: Report) -> tuple[Findings, tuple[Entry, ...]]:
        from onrecord import entries

        found = pipeline().findings(report)
        return found, entries.write(found)

    return read
