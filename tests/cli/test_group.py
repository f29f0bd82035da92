"""The front of the command line: quick, complete, and the same words everywhere."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import click
import pytest

from onrecord.cli import COMMANDS, onrecord
from tests.cli.conftest import Run

HEAVY = {"numpy", "onnxruntime", "sqlalchemy", "trafilatura", "tokenizers", "rich"}


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_a_file_and_examples(name: str) -> None:
    command = import_module(f"onrecord.cli.{name}").command
    assert isinstance(command, click.Command)
    assert command.name == name
    assert command.help
    assert f"onrecord {name}" in command.help


def test_each_file_of_a_command_is_listed() -> None:
    folder = Path(str(import_module("onrecord.cli").__file__)).parent
    made = {path.stem for path in folder.glob("*.py") if re.search(r'@click\.(command|group)\("', path.read_text())}
    assert made == set(COMMANDS)


@pytest.mark.parametrize("words", [["--help"], ["meetings", "--help"], ["read", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    code = f"import sys; from onrecord.cli import onrecord; onrecord({words}, standalone_mode=False); print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(ran.stdout.split()), HEAVY & set(ran.stdout.split())


def test_help_lists_every_command_with_its_line(run: Run) -> None:
    shown = " ".join(run("--help").stdout.split())
    for name, line in COMMANDS.items():
        assert f"{name} {line}" in shown


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    assert run("meet").exit_code == 2
    assert onrecord.get_command(click.Context(onrecord), "group") is None


def test_a_closed_pipe_is_quiet(kept: str) -> None:
    command = f"{sys.executable} -m onrecord timeline --ledger {kept} --json | head -c 1"
    ran = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert ran.stdout == "["
    assert ran.stderr == ""


def test_the_streams_are_utf8_whatever_the_locale(kept: str) -> None:
    environment = {"PATH": "/usr/bin:/bin", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run([sys.executable, "-m", "onrecord", "meetings", "--ledger", kept], capture_output=True, check=True, env=environment)
    assert "Ingrid Solvang – Kristjan Hallgrimsson" in ran.stdout.decode()
