"""The guided tours run, and give what is committed."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

FOLDER = Path(__file__).parents[2] / "notebooks"
TOURS = sorted(FOLDER.glob("*.ipynb"))
# Ports and addresses in memory differ from run to run.
PASSING = re.compile(r"0x[0-9a-f]+|127\.0\.0\.1:\d+")


def outputs(notebook: nbformat.NotebookNode) -> list[list[Any]]:
    """What each cell shows: texts as they are, pictures by their kind alone, since fonts differ."""
    return [[_shown(output) for output in joined(cell.outputs)] for cell in notebook.cells if cell.cell_type == "code"]


def joined(outputs: Iterable[nbformat.NotebookNode]) -> list[nbformat.NotebookNode]:
    """The outputs with what one stream wrote in a row as one: where it is cut is an accident of the machine's speed."""
    found: list[nbformat.NotebookNode] = []
    for output in outputs:
        if found and output.output_type == found[-1].output_type == "stream" and output.name == found[-1].name:
            found[-1] = nbformat.from_dict({**found[-1], "text": found[-1].text + output.text})
        else:
            found.append(output)
    return found


def _shown(output: nbformat.NotebookNode) -> str:
    if output.output_type == "stream":
        return PASSING.sub("", output.text)
    data = output.data
    return "picture" if "image/png" in data else PASSING.sub("", data.get("text/html") or data["text/plain"])


def test_there_are_six() -> None:
    assert len(TOURS) == 6


def test_a_stream_cut_in_pieces_is_the_same_stream() -> None:
    def said(*pieces: tuple[str, str]) -> nbformat.NotebookNode:
        streams = [nbformat.v4.new_output("stream", name=name, text=text) for name, text in pieces]
        return nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(outputs=streams)])

    whole = said(("stdout", "one\ntwo\n"), ("stderr", "three\n"))
    assert outputs(said(("stdout", "one\n"), ("stdout", "two\n"), ("stderr", "three\n"))) == outputs(whole)
    assert outputs(said(("stdout", "one\n"), ("stderr", "three\n"), ("stdout", "two\n"))) != outputs(whole)


@pytest.mark.slow
@pytest.mark.filterwarnings(
    "ignore::DeprecationWarning", "ignore::ResourceWarning", "ignore::RuntimeWarning", "ignore::UserWarning"
)
@pytest.mark.parametrize("path", TOURS, ids=[path.stem for path in TOURS])
def test_a_tour_gives_what_it_shows(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    committed = nbformat.read(path, as_version=4)
    assert path.stat().st_size < 300_000
    monkeypatch.setenv("PYTHONPATH", str(FOLDER.parent))
    again = nbformat.from_dict(committed)
    for cell in again.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    NotebookClient(again, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(FOLDER)}}).execute()
    assert outputs(again) == outputs(nbformat.read(path, as_version=4))
