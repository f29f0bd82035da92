"""What a person says of actors: rows for a registry of their own, and judgements on names."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord import __version__
from onrecord.cli.opening import resolved, viewed

if TYPE_CHECKING:
    from onrecord.ledger import View

COLUMNS = ("name", "kind", "country", "sector", "qid", "gender", "aliases", "office", "body", "since", "until")


def add(name: str, kind: str, registry: Path | None, fields: Sequence[str], place: str, by: str, note: str) -> None:
    """Put a row at the end of the CSV file, made on the spot where there is none, and note it in the ledger where there is one."""
    if registry is None:
        raise click.UsageError("add takes --registry FILE.csv, the file to write to")
    row = {"name": " ".join(name.split()), "kind": kind, **_fields(fields)}
    before = registry.read_text(encoding="utf-8-sig") if registry.exists() else ""
    header = next(csv.reader(io.StringIO(before)), []) or list(COLUMNS)
    lacking = [column for column, value in row.items() if value and column not in header]
    if lacking:
        raise click.ClickException(f"{registry} has no column {', '.join(lacking)} in its header: {','.join(header)}")
    written = io.StringIO()
    lines = csv.DictWriter(written, header, restval="", extrasaction="ignore", lineterminator="\n")
    if not before:
        lines.writeheader()
    elif not before.endswith("\n"):
        written.write("\n")
    lines.writerow(row)
    _checked(registry, before, written.getvalue())
    from onrecord import ledger

    with suppress(ledger.NoLedgerError):
        _recorded(place, row["name"], "", "accept", by, note or f"added to {registry.name}", None)
    click.echo(f"{row['name']} added to {registry}")


def _fields(fields: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in fields:
        column, equals, value = field.partition("=")
        if not equals or column not in COLUMNS[2:]:
            raise click.UsageError(f"--set takes COLUMN=VALUE with one of {', '.join(COLUMNS[2:])}, not {field!r}")
        found[column] = value.strip()
    return found


def _checked(registry: Path, before: str, more: str) -> None:
    """Write the file, and put it back as it was where the registry cannot read it."""
    from onrecord.actors.rows import read_csv

    existed = registry.exists()
    registry.write_text(before + more, encoding="utf-8")
    try:
        list(read_csv(registry))
    except ValueError as error:
        if existed:
            registry.write_text(before, encoding="utf-8")
        else:
            registry.unlink()
        raise click.ClickException(f"not added: {error}") from error


def judged(verdict: str, this: str, other: str, place: str, by: str, note: str, states: Sequence[str], reports: Sequence[str]) -> None:
    """Put on record that two names are one actor's, are not, are so in some reports alone, or that nothing is said of them any more."""
    if not other and verdict != "undo":
        raise click.UsageError(f"{verdict} takes two names")
    if (states or reports) and verdict == "merge":
        raise click.UsageError("--state and --report are for split and undo")
    with viewed(place) as view:
        naming = view.naming
        names = [_name(view, this), *([other if states or reports else _name(view, other)] if other else [])]
        if len(set(names)) < len(names):
            raise click.ClickException(f"{this!r} and {other!r} are one name already: {names[0]}")
        scopes = _scopes(view, names[0], states, reports, verdict) or (naming.scopes(*names) if verdict == "undo" else ("",))
        said = [(scope, naming.on(*names, scope=scope)) for scope in scopes]
    if verdict == "undo" and not any(before for _, before in said):
        raise click.ClickException(f"nothing is said of {' and '.join(names)}; `onrecord actors` tells what is")
    for scope, before in said:
        second = names[1] if len(names) > 1 else ""
        number = _recorded(place, names[0], second, verdict, by, note, before.seq if before else None, scope)
        click.echo(f"judgement {number}: {verdict} {' and '.join(names)}{f' in {scope}' if scope else ''}")


def _name(view: View, wanted: str) -> str:
    return wanted if wanted in view.naming.names() else resolved(view, wanted)


def _scopes(view: View, name: str, states: Sequence[str], reports: Sequence[str], verdict: str) -> tuple[str, ...]:
    """The scopes as judgements have them; ends the command where no report of one names the actor."""
    from onrecord.ledger.naming import SCOPED, STATE

    found: list[str] = []
    for code in (one.upper() for one in states):
        if not STATE.fullmatch(code):
            raise click.UsageError(f"--state takes an ISO 3166 code of three letters, not {code!r}")
        found.append(code)
    for key in reports:
        report = view.report(key)
        if report is None:
            raise click.ClickException(f"no report is called {key}; `onrecord reports` shows ids")
        found.append(report.id[:SCOPED])
    for one in found:
        if verdict == "split" and not view.scope(name, one):
            raise click.ClickException(f"no report {'of' if STATE.fullmatch(one) else 'called'} {one} names {name}")
    return tuple(dict.fromkeys(found))


def _recorded(place: str, this: str, other: str, verdict: str, by: str, note: str, revises: int | None, scope: str = "") -> int:
    from onrecord import ledger

    now = datetime.now(UTC)
    with ledger.open(place, create=False) as opened:
        writer = opened.writer(ledger.Run(__version__, "", now.isoformat(), "actors"))
        return writer.judge(
            "actor", this, other, verdict=verdict, relation=scope, revises=revises, by=by, note=note, recorded_at=now
        )  # fmt: skip
