"""What the README says to type works, on the demo's articles; and every command's help has an example."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import typer.testing
from typer.main import get_command

from graph.cli.app import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
COMMANDS = [
    line.partition("   #")[0].strip()
    for language, block in BLOCK.findall(README)
    if language == "sh"
    for line in block.splitlines()
    if line.startswith("diplograph")
]
PYTHON = [block for language, block in BLOCK.findall(README) if language == "python"]


def run(command: str | list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    # The README's `diplograph` is the one of these sources, whatever is installed.
    (folder / "bin").mkdir(exist_ok=True)
    program = folder / "bin" / "diplograph"
    start = "import sys; sys.argv[0] = 'diplograph'; from graph.cli import main; main()"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{start}" "$@"\n')
    program.chmod(0o755)
    environment = os.environ | {
        "PATH": f"{program.parent}:{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "COLUMNS": "120",
    }
    return subprocess.run(
        command,
        shell=isinstance(command, str),
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf8",
        check=False,
    )


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("desk")
    shutil.copytree(ROOT / "graph" / "demo" / "articles", folder / "articles")
    return folder


@pytest.mark.slow
def test_commands_run_one_after_the_other(desk: Path) -> None:
    assert COMMANDS[0].startswith("diplograph build articles/*.txt --store kg/")
    for command in COMMANDS:
        if "STATEMENT" in command:
            first = run(
                "diplograph query --store kg/ --format csv 'SELECT ?st { ?st a dg:Statement } ORDER BY ?st LIMIT 1'",
                desk,
            )
            command = command.replace("STATEMENT", first.stdout.splitlines()[1].rpartition("/")[2])
        done = run(command, desk)
        assert done.returncode == 0, f"{command}\n{done.stderr}"
    assert (desk / "graph.html").is_file()
    assert (desk / "kg.ttl").is_file()


@pytest.mark.slow
def test_the_python_runs(desk: Path) -> None:
    (block,) = PYTHON
    done = run([sys.executable, "-W", "ignore", "-c", f"{block}\nprint(len(frame), network)"], desk)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(("4 ", "5 ", "6 "))


@pytest.mark.slow
def test_the_question_is_answered_as_shown(desk: Path) -> None:
    (shown,) = (block for language, block in BLOCK.findall(README) if language == "text")
    assert run("diplograph demo", desk).returncode == 0
    answer = run("diplograph analyze coalitions --store demo/kg", desk).stdout
    assert [line.rstrip() for line in answer.splitlines() if line.strip()] == [
        line.rstrip() for line in shown.splitlines() if line.strip()
    ]


def test_its_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def commands() -> list[tuple[str, ...]]:
    group = get_command(app)
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        found += [(name, sub) for sub in inner] if inner else [(name,)]
    return found


@pytest.mark.parametrize("words", commands(), ids=" ".join)
def test_every_command_has_an_example_in_its_help(words: tuple[str, ...]) -> None:
    done = typer.testing.CliRunner().invoke(app, [*words, "--help"])
    assert done.exit_code == 0
    assert f"diplograph {' '.join(words)}" in " ".join(done.output.split())
    assert "Example" in done.output
    assert "<bool>" not in done.output


def test_the_command_itself() -> None:
    assert "diplograph demo" in typer.testing.CliRunner().invoke(app, ["--help"]).output
    assert typer.testing.CliRunner().invoke(app, ["--version"]).output.startswith("diplograph ")


@pytest.mark.slow
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_for_the_shell(desk: Path, shell: str) -> None:
    done = run(f"_DIPLOGRAPH_COMPLETE=source_{shell} diplograph", desk)
    assert "_DIPLOGRAPH_COMPLETE" in done.stdout or "complete" in done.stdout
