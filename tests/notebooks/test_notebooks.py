"""The guided tours run, and give what is committed."""

import re
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
    shown = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            found = []
            for output in cell.outputs:
                if output.output_type == "stream":
                    found.append(PASSING.sub("", output.text))
                else:
                    data = output.data
                    found.append(
                        "picture"
                        if "image/png" in data
                        else PASSING.sub("", data.get("text/html") or data["text/plain"])
                    )
            shown.append(found)
    return shown


def test_there_are_six() -> None:
    assert len(TOURS) == 6


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
