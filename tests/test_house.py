"""The house's proportions and floors: what HOUSE asks of every file, checked."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src" / "onrecord").rglob("*.py"))
ROOMS = ("intake", "reading", "times", "actors", "speech", "events", "entries", "linking", "ledger")
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "model", "misc"}
CLOCKS = {"now", "today", "utcnow", "time", "monotonic"}


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a module."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def room_sources() -> list[Path]:
    """The files of the rooms, where clock, print and environment are forbidden."""
    return [path for path in SOURCES if path.relative_to(ROOT / "src" / "onrecord").parts[0] in ROOMS]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_and_functions_stay_short(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert source.count("\n") <= 400, f"{path} has more than 400 lines"
    for function in functions(ast.parse(source)):
        length = (function.end_lineno or 0) - function.lineno + 1
        assert length <= 60, f"{path}: {function.name} has {length} lines"


def test_files_are_short_in_the_middle() -> None:
    lengths = [path.read_text(encoding="utf-8").count("\n") for path in SOURCES]
    assert statistics.median(lengths) <= 130


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_modules_say_what_they_are(path: Path) -> None:
    assert path.stem not in FORBIDDEN_NAMES
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), f"{path} has no docstring"


@pytest.mark.parametrize("path", room_sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_rooms_have_no_clock_no_print_no_environment(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = getattr(node.func.value, "id", getattr(node.func.value, "attr", ""))
            assert not (node.func.attr in CLOCKS and owner in {"datetime", "date", "time"}), f"{path}:{node.lineno} reads a clock"
        if isinstance(node, ast.Attribute):
            assert not (node.attr == "environ" and getattr(node.value, "id", "") == "os"), f"{path}:{node.lineno} reads the environment"
        assert not (isinstance(node, ast.Global)), f"{path}:{node.lineno} has a global"


def test_import_is_light() -> None:
    code = "import sys, onrecord; print(*{name.split('.')[0] for name in sys.modules})"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"numpy", "onnxruntime", "sqlalchemy", "trafilatura", "tokenizers", "rich", "click"} & set(ran.stdout.split())
    assert not heavy, f"import onrecord loads {heavy}"


def test_help_is_quick() -> None:
    def run(*command: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, *command], capture_output=True, check=True)
        return time.perf_counter() - start

    bare = min(run("-c", "import click") for _ in range(3))
    ours = min(run("-m", "onrecord", "--help") for _ in range(3))
    assert ours < 3 * bare + 0.2, f"onrecord --help takes {ours:.2f} s where importing click takes {bare:.2f} s"
