"""`import diplograph as dg` offers what it says, costs little, and says when something hides our packages."""

import ast
import inspect
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
from spacy.language import Language

import diplograph as dg
import ontology.version
from ontology.errors import DiplographError, InputError, RequestError

ROOT = Path(__file__).parents[1]
PACKAGES = ("ontology", "extractors", "graph")
ARTICLE = dg.Article(
    "paris", "Merz empfing am Mittwoch den polnischen Präsidenten Nawrocki in Berlin.", date(2025, 9, 18)
)


def python(
    code: str, folder: Path, *options: str, path: str | Path = ROOT, first: bool = False
) -> subprocess.CompletedProcess[str]:
    """What a new Python in a folder does with some lines; `first` looks for modules in the folder before `path`."""
    places = f"{folder}{os.pathsep}{path}" if first else str(path)
    return subprocess.run(
        [sys.executable, *options, "-c", code],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": places},
        capture_output=True,
        text=True,
        encoding="utf8",
        check=False,
    )


def test_it_offers_what_it_lists() -> None:
    for name in dg.__all__:
        assert getattr(dg, name) is not None
    assert set(dg.__all__) <= set(dir(dg))
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = dg.nothing


def test_the_example_of_the_design(nlp: Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    statements = dg.extract([ARTICLE], nlp)
    kg = dg.KnowledgeGraph("kg/")
    kg.add(statements)
    assert list(kg.query("SELECT ?s ?o { ?s dg:hosts ?o }").to_frame().columns) == ["s", "o"]
    network = kg.network(since="2025-01-01", level="state")
    assert network.number_of_edges() >= 1
    kg.explore("graph.html")
    kg.export("kg.ttl")
    kg.close()
    assert "Nawrocki" in Path("graph.html").read_text(encoding="utf8")
    assert "dg:hosts" in Path("kg.ttl").read_text(encoding="utf8")


@pytest.mark.slow
def test_no_spacy_for_who_only_asks_a_graph(tmp_path: Path) -> None:
    done = python(
        "import diplograph as dg, sys; dg.KnowledgeGraph(); dg.Statement; dg.read; dg.__version__; assert 'spacy' not in sys.modules",
        tmp_path,
    )
    assert done.returncode == 0, done.stderr


def test_the_version_without_an_install(tmp_path: Path) -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]["version"]
    assert dg.__version__ == wanted
    # -S: no site-packages, so no installed distribution; the facade needs nothing else for its version.
    done = python("import diplograph as dg; print(dg.__version__)", tmp_path, "-S")
    assert done.stdout.strip() == wanted, done.stderr


def test_the_version_of_an_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for other in (None, '[project]\nname = "other"\nversion = "9"\n'):
        if other:
            (tmp_path / "pyproject.toml").write_text(other, encoding="utf8")
        monkeypatch.setattr(ontology.version, "CHECKOUT", tmp_path / "pyproject.toml")
        monkeypatch.setattr(ontology.version, "version", lambda name: f"the installed {name}")
        ontology.version.running.cache_clear()
        assert ontology.version.running() == "the installed diplograph"
    ontology.version.running.cache_clear()


@pytest.mark.slow
def test_it_is_the_command_line(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "diplograph", "query", "--help"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf8",
        check=True,
    )
    assert "Usage: diplograph query" in done.stdout


@pytest.mark.parametrize("package", PACKAGES)
def test_a_file_of_the_users_hides_ours(tmp_path: Path, package: str) -> None:
    (tmp_path / f"{package}.py").write_text("mine = True\n", encoding="utf8")
    done = python("import diplograph", tmp_path)
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith(
        f"ImportError: {tmp_path / package}.py hides diplograph's own package {package!r} ({ROOT / package})"
    )
    assert "rename it" in last


def test_a_script_that_hides_ours_itself(tmp_path: Path) -> None:
    (tmp_path / "graph.py").write_text("import diplograph\n", encoding="utf8")
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "graph.py"], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
    )
    assert f"{tmp_path / 'graph.py'} hides diplograph's own package 'graph'" in done.stderr


def test_a_package_that_hides_ours(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    (tmp_path / "graph" / "__init__.py").write_text("", encoding="utf8")
    for code in ("import diplograph", "import graph, diplograph"):
        done = python(code, tmp_path)
        assert f"{tmp_path / 'graph' / '__init__.py'} hides diplograph's own package 'graph'" in done.stderr


def test_a_folder_of_the_users_that_is_no_package_hides_nothing(tmp_path: Path) -> None:
    (tmp_path / "graph").mkdir()
    assert python("import diplograph as dg; dg.KnowledgeGraph()", tmp_path).returncode == 0


def test_a_folder_of_ours_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "diplograph.py").write_bytes((ROOT / "diplograph.py").read_bytes())
    done = python("import diplograph", tmp_path, "-S", path=tmp_path)
    assert "install diplograph anew" in done.stderr


def errors() -> Iterator[type[Exception]]:
    """Every exception class that our sources define."""
    for source in sorted(file for package in PACKAGES for file in (ROOT / package).rglob("*.py")):
        for node in ast.parse(source.read_text(encoding="utf8")).body:
            if isinstance(node, ast.ClassDef) and node.name.endswith("Error"):
                parts = source.relative_to(ROOT).with_suffix("").parts
                yield getattr(import_module(".".join(parts).removesuffix(".__init__")), node.name)


def test_every_error_of_ours_stands_in_the_tree() -> None:
    tree = inspect.getdoc(DiplographError) or ""
    found = set(errors())
    assert len(found) >= 14
    for error in found:
        assert issubclass(error, DiplographError), error
        assert error.__name__ in tree
    assert issubclass(InputError, ValueError)
    assert issubclass(RequestError, ValueError)


def test_one_base_catches_them(tmp_path: Path) -> None:
    with pytest.raises(dg.DiplographError, match="no embedded pipeline for language 'xx'"):
        dg.load("xx")
    with pytest.raises(dg.DiplographError):
        dg.KnowledgeGraph(tmp_path / "none", read_only=True)
    with dg.KnowledgeGraph() as kg, pytest.raises(dg.DiplographError):
        kg.query("SELECT nonsense")


def test_nothing_of_ours_imports_the_facade() -> None:
    for source in (file for package in PACKAGES for file in (ROOT / package).rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            assert "diplograph" not in [*names, getattr(node, "module", None)], source
