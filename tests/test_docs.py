"""The docs say what the code says, and what the README shows can be done."""

from __future__ import annotations

import re
import shlex
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from onrecord.cli import COMMANDS, onrecord
from onrecord.vocabulary import acts, deadline_statuses, event_types, roles, statuses
from workshop import demo, pages

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
WEIGHTS = ROOT / "src" / "onrecord" / "reading" / "weights" / "model.onnx"


@pytest.mark.parametrize("name", pages.PAGES)
def test_made_pages_are_up_to_date(name: str) -> None:
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == pages.PAGES[name](), "run make docs"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_documented(name: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = page.partition(f"## onrecord {name}\n")[2]
    assert section, f"{name} is not in docs/commands.md"
    command: click.Command = import_module(f"onrecord.cli.{name}").command
    for option in command.params:
        if isinstance(option, click.Option) and not option.hidden:
            assert option.help, f"{name} {option.opts[0]} has no help"
            assert all(f"`{one}" in section for one in option.opts)


@pytest.mark.parametrize("table", [event_types, statuses, deadline_statuses, acts, roles])
def test_every_word_of_the_vocabulary_is_documented(table: object) -> None:
    page = (ROOT / "docs" / "vocabulary.md").read_text(encoding="utf-8")
    assert callable(table)
    for key, term in table().items():
        assert f"`{key}`" in page
        assert term.definition in page
        assert all(f"`{mode}`" in page for mode in term.modes)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_make_has_what_the_docs_ask_for() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for text in (README, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        for target in re.findall(r"^ +make (\w+)", text, re.M):
            assert re.search(rf"^{target}:", makefile, re.M), f"make {target}"


def test_commands_that_the_readme_names_exist() -> None:
    for name in re.findall(r"onrecord ([a-z]+)(?= |`)", README):
        assert name in COMMANDS or name in ("reads",), name


@pytest.fixture(scope="module")
def example_ledger(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A ledger of the examples, made by the packaged reader."""
    if not WEIGHTS.is_file():
        pytest.skip("no packaged weights")
    place = str(tmp_path_factory.mktemp("docs") / "examples.db")
    done = CliRunner().invoke(onrecord, ["read", str(ROOT / "examples"), "--ledger", place])
    assert done.exit_code == 0, done.output
    return place


def shown() -> list[str]:
    """The commands of the README's transcript."""
    return re.findall(r"^\$ onrecord (.+)$", README, re.M)


def test_the_readme_has_a_transcript() -> None:
    transcript = README.partition(demo.FROM)[2].partition(demo.TO)[0]
    assert "```console" in transcript
    assert [command.split()[0] for command in shown()] == [*(demo.COMMANDS[place].split()[0] for place in demo.IN_README), "show"]


def test_commands_of_the_readme_run(example_ledger: str) -> None:
    runner = CliRunner()
    for command in shown():
        words = shlex.split(command)
        if words[0] == "read":
            words[1:] = [str(ROOT / word) for word in words[1:]]
        if words[0] == "show":  # ids change with the weights
            words[1] = re.findall(r"([0-9a-f]{8})$", runner.invoke(onrecord, ["meetings", "--ledger", example_ledger]).stdout, re.M)[0]
        done = runner.invoke(onrecord, [*words, "--ledger", example_ledger])
        assert done.exit_code == 0, f"{command}: {done.output}"
        assert done.stdout
