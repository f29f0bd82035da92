"""``onrecord serve``."""

from __future__ import annotations

import gc
import secrets
import threading
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import click

from onrecord import __version__
from onrecord.cli import options

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.nouns import Entry, Findings, Report, Source
    from onrecord.pipeline import Pipeline
    from onrecord.views.judging import Verdict
    from onrecord.views.web.desk import Read
    from onrecord.views.web.seat import Hand

CALM = (50_000, 20, 100)
"""How seldom the collector looks for rings of garbage: with a big ledger on the shelf, each look takes a second."""

SHORTEST = 16
"""Characters of a key of one's own: it is all that stands between the network and the ledger."""


@click.command("serve")
@options.ledger
@click.option("--host", default="127.0.0.1", show_default=True, metavar="NAME", help="Where to listen; 0.0.0.0 lets the whole network in.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, metavar="N", help="On which port.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="Another name by which browsers call this server; * for any.")
@click.option("--today", type=options.day, metavar="DAY", help="The day that counts as today; the newest report's unless given.")
@click.option("--judge", is_flag=True, help="Let whoever has the key judge entries and store what they read; the key is printed.")
@click.option("--key", envvar="ONRECORD_KEY", show_envvar=True, metavar="WORDS", default="", help="The key; a new one unless given.")
@click.option("--fetch", is_flag=True, help="Let the page Read fetch a web address that somebody writes there.")
@options.weights
def command(
    place: str, host: str, port: int, hosts: tuple[str, ...], today: date | None, judge: bool, key: str, fetch: bool, weights: Path | None
) -> None:
    """A desk to look at the ledger: today, timeline, meetings, deadlines, statements, actors, reports, search, feeds.

    It listens on this computer alone. Without --judge it never writes to the ledger, without --fetch it fetches nothing from elsewhere.

    \b
    Examples:
      onrecord serve
      onrecord serve --ledger desk.db --port 8080
      onrecord serve --judge
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
    if key and len(key) < SHORTEST:
        raise click.BadParameter(f"a key has at least {SHORTEST} characters", param_hint="--key")
    hand = _hand(place, key or secrets.token_urlsafe(24), weights) if judge else None
    gc.set_threshold(*CALM)
    with opened:
        desk = web.Desk(opened, today, _reader(weights), hand, _fetched if fetch else None, origins)
        threading.Thread(target=desk.warm, daemon=True).start()
        click.echo(f"the desk is at http://{host}:{port}/ (Ctrl-C ends it)", err=True)
        if hand:
            click.echo(f"to judge, give the key at http://{host}:{port}/key?key={quote(hand.key, safe='')}", err=True)
        uvicorn.run(web.app(desk, (*HOSTS, host, *hosts)), host=host, port=port, log_level="warning", server_header=False)


def _reader(weights: Path | None) -> Read:
    """What reads a pasted text; the weights are loaded when the first one comes."""

    def read(report: Report) -> tuple[Findings, tuple[Entry, ...]]:
        from onrecord import entries

        found = _pipeline(weights).findings(report)
        return found, entries.write(found)

    return read


@cache
def _pipeline(weights: Path | None) -> Pipeline:
    from onrecord.cli.sources import loaded

    return loaded(weights, ())


def _hand(place: str, key: str, weights: Path | None) -> Hand:
    """What writes for the desk: it opens the ledger anew for each judgement and each report."""
    from onrecord.views.web.seat import Hand

    def judge(made: Verdict, by: str, note: str) -> int:
        from onrecord import ledger
        from onrecord.cli.judge import recorded

        with ledger.open(place, create=False) as opened:
            return recorded(opened, made, by, note)

    def store(findings: Findings, entries: tuple[Entry, ...]) -> bool:
        return stored(place, _pipeline(weights).reader.weights_hash, findings, entries)

    return Hand(key, judge, store)


def stored(place: str, weights: str, findings: Findings, entries: tuple[Entry, ...]) -> bool:
    """Put the report of what was found on a page on record; false where it is there already."""
    from onrecord import ledger
    from onrecord.cli.keeping import put

    now = datetime.now(UTC)
    with ledger.open(place, create=False) as opened:
        writer = opened.writer(ledger.Run(__version__, weights, now.isoformat(), "serve"))
        return put(opened, writer, findings, entries, now)


def _fetched(url: str) -> Report:
    from onrecord.cli.fetch import report

    return report(url)


def origins(told: Sequence[tuple[Report, tuple[Source, ...]]]) -> int:
    """How many independent origins stand behind reports of one thing: copies, and chains that begin at one root, count once."""
    from onrecord.cli.origins import voiced
    from onrecord.speech.origins import origins as found

    return len(found([(report, voiced(chain)) for report, chain in told]))
