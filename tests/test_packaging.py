"""What is shipped: a wheel with all that runs and nothing that trains, and an sdist from which all can be built and tested."""

import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("extractors", "graph", "ontology")
TREE = (
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CITATION.cff",
    "LICENSE",
    "MANIFEST.in",
    "NOTICE",
    "README.md",
    "diplograph.py",
    "extractors",
    "graph",
    "notebooks",
    "ontology",
    "pyproject.toml",
    "tests",
)


@dataclass
class Built:
    """The names of the files in the tree, in the sdist, and in the wheel that was built from the sdist; and the wheel itself."""

    tree: set[str]
    sdist: set[str]
    wheel: set[str]
    file: Path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("packaging")
    tree, out = folder / "tree", folder / "out"
    tree.mkdir()
    for name in TREE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__", "work", ".ipynb_*"))
        else:
            shutil.copy(ROOT / name, tree / name)
    subprocess.run(
        [sys.executable, "-W", "ignore", "-m", "build", "--no-isolation", "--outdir", out, tree],
        check=True,
        capture_output=True,
        cwd=folder,
    )
    (sdist,), (wheel,) = out.glob("*.tar.gz"), out.glob("*.whl")
    with tarfile.open(sdist) as archive:
        inside = {member.name.partition("/")[2] for member in archive.getmembers() if member.isfile()}
    with zipfile.ZipFile(wheel) as packed:
        shipped = set(packed.namelist())
    made = {"egg-info", "build"}
    there = {
        str(file.relative_to(tree))
        for file in tree.rglob("*")
        if file.is_file() and not made & {part.rpartition(".")[2] for part in file.relative_to(tree).parts}
    }
    return Built(there, inside, shipped, wheel)


@pytest.mark.slow
def test_the_sdist_is_whole(built: Built) -> None:
    assert built.tree - built.sdist == set()


@pytest.mark.slow
def test_the_tree_is_the_repository() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("no git repository")
    assert {name.partition("/")[0] for name in listed.stdout.splitlines()} == set(TREE)


@pytest.mark.slow
def test_the_wheel_has_all_that_runs_and_nothing_that_trains(built: Built) -> None:
    assert not [name for name in built.wheel if name.startswith(("extractors/training", "tests", "notebooks"))]
    runs = {
        name
        for name in built.tree
        if (name.startswith(PACKAGES) and not name.startswith("extractors/training")) or name == "diplograph.py"
    }
    about = {name for name in built.wheel if ".dist-info/" in name}
    assert built.wheel - about - runs == set()
    assert {name for name in runs - built.wheel if not name.endswith((".png", "README.md"))} == set()
    assert {f"{package}/py.typed" for package in PACKAGES} <= built.wheel


@pytest.mark.slow
def test_the_wheel_says_what_it_offers(built: Built) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]
    with zipfile.ZipFile(built.file) as packed:
        (about,) = {name.partition("/")[0] for name in built.wheel if ".dist-info/" in name}
        told = HeaderParser().parsestr(packed.read(f"{about}/METADATA").decode())
        points = packed.read(f"{about}/entry_points.txt").decode()
    assert (told["Name"], told["Version"]) == ("diplograph", project["version"])
    assert told["Requires-Python"] == project["requires-python"]
    for line in ("diplograph = graph.cli:main", "[spacy_factories]", "actors = extractors.components:make_actors"):
        assert line in points
    assert {f"{about}/licenses/LICENSE", f"{about}/licenses/NOTICE"} <= built.wheel
