"""The room's verb: a source becomes a stream of reports and faults."""

from __future__ import annotations

import os
from collections.abc import Iterator
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from onrecord.intake.fault import Fault
from onrecord.intake.formats import FORMATS, by_opening, by_suffix
from onrecord.intake.overrides import Overrides
from onrecord.intake.piece import Piece
from onrecord.nouns import Report

READABLE = ", ".join(suffix for form in FORMATS for suffix in form.suffixes)


def open_reports(source: str, overrides: Overrides = Overrides(), stdin: BinaryIO | None = None) -> Iterator[Report | Fault]:  # noqa: B008
    """The reports of a file, of a folder with all folders in it (by name; hidden files apart), or of ``stdin`` where ``source`` is ``-``.

    Whatever cannot be read is a ``Fault``, and the rest is read on: nothing is raised, nothing is passed over in silence. A file is read
    as its suffix says; one of another suffix, named by itself, and ``stdin`` as their first bytes look.
    """
    found = _stdin(stdin, overrides) if source == "-" else _path(Path(source), overrides)
    for one in found:
        yield overrides.onto(one) if isinstance(one, Report) else one


def _stdin(stdin: BinaryIO | None, overrides: Overrides) -> Iterator[Report | Fault]:
    if stdin is None:
        yield Fault("-", "there is no standard input")
        return
    stream = stdin if isinstance(stdin, BufferedReader) else BufferedReader(stdin)  # type: ignore[type-var]
    yield from by_opening(stream.peek(512)[:512]).read(Piece("-", stream, overrides.encoding))


def _path(path: Path, overrides: Overrides) -> Iterator[Report | Fault]:
    if path.is_dir():
        yield from _folder(path, overrides)
    elif not path.exists():
        yield Fault(str(path), "there is no such file", "a source is a file, a folder, or - for standard input")
    else:
        yield from _file(path, overrides, sniff=True)


def _folder(folder: Path, overrides: Overrides) -> Iterator[Report | Fault]:
    problems: list[Fault] = []
    empty = True
    for root, folders, files in os.walk(folder, onerror=lambda error: problems.append(_failed(Path(str(error.filename)), error))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            empty = False
            yield from _file(Path(root, name), overrides, sniff=False)
    yield from problems
    if empty and not problems:
        yield Fault(str(folder), "there is no file in this folder", f"files that are read: {READABLE}")


def _file(path: Path, overrides: Overrides, sniff: bool) -> Iterator[Report | Fault]:
    form = by_suffix(path)
    if not path.is_file():
        yield Fault(str(path), "this is no ordinary file")
        return
    if form is None and not sniff:
        yield Fault(str(path), "a file of this kind is not read", f"files that are read: {READABLE}")
        return
    try:
        with path.open("rb") as stream:
            chosen = form or by_opening(stream.peek(512)[:512])
            yield from chosen.read(Piece(str(path), stream, overrides.encoding))
    except OSError as error:
        yield _failed(path, error)


def _failed(path: Path, error: OSError) -> Fault:
    return Fault(str(path), f"cannot be read: {error.strerror or error}")
