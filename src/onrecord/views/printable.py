"""Text that came from outside, made safe for where it is going."""

from __future__ import annotations

import json
import re
from typing import Any

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
BLANKS = re.compile(r"\s+")
UNSAFE_JSON = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def printable(text: str) -> str:
    """``text`` with ``\ufffd`` for all that a terminal would obey (escapes, other controls, changes of direction) and lone surrogates."""
    return CONTROLS.sub("\ufffd", text)


def one_line(text: str) -> str:
    """``printable`` text on one line, every run of blanks a single space."""
    return printable(BLANKS.sub(" ", text).strip())


def harmless(cell: str) -> str:
    """``cell`` so that no spreadsheet takes it for a formula: an apostrophe in front of = + - @, a tab or a return."""
    cell = printable(cell)
    return f"'{cell}" if cell.lstrip(" \ufffd").startswith(FORMULA) else cell


def json_text(value: Any, indent: int | None = None) -> str:
    """``value`` as JSON in readable UTF-8; characters that a terminal would obey, and lone surrogates, are written as ``\\uXXXX``."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return UNSAFE_JSON.sub(lambda found: f"\\u{ord(found.group()):04x}", text)
