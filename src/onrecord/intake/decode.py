"""Bytes as text, without losing or changing a character."""

from __future__ import annotations

import codecs
import re

from onrecord.intake.fault import Fault

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
"""Byte order marks: they say how a text is written and are no part of it."""

KNOWN = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a ZIP archive or an office document"), (b"\x1f\x8b", "compressed"), (b"\x89PNG", "a picture"))
CHARSET = re.compile(rb"charset\s{0,5}=\s{0,5}[\"']?\s{0,5}([A-Za-z0-9_:.-]{2,40})", re.I)


def text_of(data: bytes, place: str, encoding: str = "", html: bool = False) -> str | Fault:
    """``data`` as text, or why it is none.

    The encoding is the one given, else that of the byte order mark, else (HTML) the one that the page declares, else UTF-8.
    """
    marked = next(((mark, name) for mark, name in MARKS if data.startswith(mark)), None)
    declared = CHARSET.search(data[:4096]) if html else None
    named = encoding or (marked[1] if marked else declared.group(1).decode("ascii") if declared else "utf-8")
    body = data[len(marked[0]) :] if marked else data
    binary = _binary(body, named)
    if binary:
        return Fault(place, f"this is {binary}, not text", "save its text as a .txt file in UTF-8 and read that")
    try:
        return body.decode(named)
    except LookupError:
        return Fault(place, f"unknown encoding {named!r}", "name one with --encoding, or convert the file to UTF-8")
    except UnicodeDecodeError as error:
        convert = f"iconv -f WINDOWS-1252 -t UTF-8 {place!r} > NEW.txt"
        return Fault(place, f"not {named}: byte {error.start} does not fit", f"name its encoding with --encoding, or convert it: {convert}")


def _binary(data: bytes, encoding: str) -> str:
    """What kind of binary file this is, or "" for text."""
    known = next((name for mark, name in KNOWN if data.startswith(mark)), "")
    if known:
        return known
    wide = encoding.lower().replace("_", "-").startswith(("utf-16", "utf-32"))
    return "binary" if b"\0" in data and not wide else ""
