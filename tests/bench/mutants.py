"""Would the tests notice a lost rule? Draws mutants of the extraction rules by a seed, runs the tests of `tests/extractors` on each.

    python -m tests.bench.mutants --seed 0 --number 60                      # all rules: the report goes into tests/extractors/MUTANTS.md
    python -m tests.bench.mutants --module statements/modality --number 20  # one module, report on the terminal
    python -m tests.bench.mutants --module statements/modality --number 20 --tests tests/extractors/statements/test_modality.py

The mutants are cosmic-ray's: an operator, comparison, number, constant or condition of the code is replaced by another one. Those that
change only a type annotation, and those that are no Python, are not drawn. Each is tried in a process of its own, forked when spaCy is
imported and nothing of ours is: first on the tests of its module, then on all; the first failing test kills it.
"""

import argparse
import ast
import multiprocessing
import os
import random
import re
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache, partial
from importlib import import_module
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from itertools import islice
from pathlib import Path
from types import CodeType

import pytest
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parents[2]
# What is a rule: not training, not reading, and not the readers of tables.
RULES = ("statements", "actors", "times", "languages", "lexicon", "syntax.py", "word_order.py", "lemmas.py")
# Without the walk through all tables (languages/test_sentences.py), which takes minutes: the frozen outcomes have the same sentences.
TESTS = (
    *(f"tests/extractors/{room}" for room in ("statements", "actors", "lexicon", "times", "languages/de")),
    *(f"tests/extractors/test_{name}.py" for name in ("syntax", "word_order", "lemmas", "outcomes")),
    "tests/extractors/languages/test_toy.py",
)
LONGEST = 900
# The second run of a process finds the plugins of the first.
OPTIONS = ("-x", "-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning")
# What takes long to import, and has nothing of ours.
BEFORE = (
    "hypothesis",
    "numpy",
    "spacy",
    "spacy.lang.de",
    "spacy.pipeline",
    "scipy.sparse",
    "rdflib",
    "pandas",
    "networkx",
)
# Identity for equality: Python has each short string and each member of an Enum once, so nothing changes.
EQUIVALENT = re.compile(r"_(Is|IsNot)$|_Is_Eq$|_IsNot_NotEq$")


@dataclass(frozen=True, slots=True)
class Mutant:
    """One changed place of a module: the operator that changes it and which of its occurrences it is."""

    module: Path
    operator: str
    occurrence: int

    def code(self) -> str | None:
        """The changed module."""
        return mutate_code(
            (ROOT / self.module).read_text(encoding="utf8"), get_operator(self.operator)(), self.occurrence
        )

    def difference(self) -> str:
        """The changed lines, old and new."""
        before = (ROOT / self.module).read_text(encoding="utf8").splitlines()
        lines = list(unified_diff(before, (self.code() or "").splitlines(), n=0, lineterm=""))[2:]
        place = lines[0].split()[1].removeprefix("-").partition(",")[0]
        changed = (f"`{line[0]} {line[1:].strip()}`".replace("|", "\\|") for line in lines if line[0] in "+-")
        return f"{place} | {' '.join(changed)}"


def modules(only: str) -> list[Path]:
    """The modules that have rules, those under `only` alone if it is given."""
    tops = [ROOT / "extractors" / name for name in RULES]
    found = [path for top in tops for path in ([top] if top.is_file() else sorted(top.rglob("*.py")))]
    return [path.relative_to(ROOT) for path in found if f"extractors/{only}" in path.as_posix()]


def without_annotations(code: str) -> str:
    """The code as a tree, with everything that is a type left out; "" for code that is no Python."""
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return ""
    for node in ast.walk(tree):
        if isinstance(node, ast.arg | ast.AnnAssign):
            node.annotation = ast.Constant(None)
        elif isinstance(node, ast.FunctionDef):
            node.returns = None
    return ast.dump(tree)


def mutants(module: Path) -> Iterator[Mutant]:
    """All places of a module that could be changed, those of type annotations too."""
    nodes = list(ast_nodes(get_ast((ROOT / module).read_text(encoding="utf8"))))
    for name in sorted(
        name for name in operator_names() if not EQUIVALENT.search(name) and not get_operator(name).arguments()
    ):
        operator = get_operator(name)()
        places = sum(1 for node in nodes for _ in operator.mutation_positions(node))
        yield from (Mutant(module, name, occurrence) for occurrence in range(places))


def draw(known: list[Mutant], number: int, seed: int) -> list[Mutant]:
    """So many mutants of code that runs, in the order of their modules."""
    shuffled = random.Random(seed).sample(known, len(known))
    real = (m for m in shuffled if without_annotations(m.code() or "") not in ("", _bare(m.module)))
    return sorted(islice(real, number), key=lambda m: (m.module, m.operator, m.occurrence))


@cache
def _bare(module: Path) -> str:
    return without_annotations((ROOT / module).read_text(encoding="utf8"))


class Changed(SourceFileLoader):
    """Finds and loads the one changed module, and leaves the others to Python."""

    def __init__(self, mutant: Mutant) -> None:
        """Its code is compiled once it is asked for."""
        name = ".".join(mutant.module.with_suffix("").parts).removesuffix(".__init__")
        super().__init__(name, str(ROOT / mutant.module))
        self.mutant = mutant

    def find_spec(self, name: str, path: Sequence[str] | None = None, target: object = None) -> ModuleSpec | None:
        """Where the changed module is, if it is asked for."""
        return spec_from_file_location(name, self.path, loader=self) if name == self.name else None

    def get_code(self, fullname: str) -> CodeType:
        """The changed code, never one that was kept."""
        return compile(self.mutant.code() or "", self.path, "exec", dont_inherit=True)


class FirstFailure:
    """Notes the first test that fails, or file that is no Python any more."""

    name = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """A test was run."""
        self._note(report)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file was read."""
        self._note(report)

    def _note(self, report: pytest.TestReport | pytest.CollectReport) -> None:
        if report.failed and not self.name:
            self.name = report.nodeid


def killed(mutant: Mutant, tests: Sequence[str]) -> str:
    """The test that noticed the mutant, "timeout", or ""; to be called in a process that has imported nothing of ours yet."""
    sys.meta_path.insert(0, Changed(mutant))
    signal.signal(signal.SIGALRM, lambda *_: pytest.exit("timeout", 2))
    signal.alarm(LONGEST)
    own = Path("tests") / mutant.module.parent / f"test_{mutant.module.name}"
    for chosen in ([str(own)] if (ROOT / own).is_file() else [], tests):
        failure = FirstFailure()
        with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
            end = pytest.main([*OPTIONS, *chosen], [failure]) if chosen else 0
        if end:
            return failure.name or ("timeout" if end == pytest.ExitCode.INTERRUPTED else "error")
    return ""


def report(seed: int, drawn: list[Mutant], killers: list[str], whole: int) -> Iterator[str]:
    """A page of Markdown: the share that was killed, then the survivors."""
    dead = sum(map(bool, killers))
    yield "# Mutants of the extraction rules\n"
    command = f"`python -m tests.bench.mutants --seed {seed} --number {len(drawn)}`"
    yield f"{command}: of {whole:,} mutants {len(drawn)} were drawn and {dead} killed"
    yield f"by the tests under `tests/extractors` ({dead / len(drawn):.0%}).\n"
    yield "| module | line | change | killed by |\n| --- | --- | --- | --- |"
    for mutant, killer in zip(drawn, killers, strict=True):
        name = killer.rpartition("/")[2].partition("[")[0] or "**survived**"
        yield f"| {mutant.module.relative_to('extractors')} | {mutant.difference()} | {name} |"


def main() -> None:
    """Draw, run, report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--number", type=int, default=60)
    parser.add_argument("--module", default="", help="only modules whose path in extractors/ begins so")
    parser.add_argument("--tests", nargs="+", default=list(TESTS), help="what pytest runs on each mutant")
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args()
    known = [mutant for module in modules(chosen.module) for mutant in mutants(module)]
    drawn = draw(known, chosen.number, chosen.seed)
    killers: list[str] = []
    os.chdir(ROOT)
    for name in BEFORE:
        import_module(name)
    context = multiprocessing.get_context("fork")
    # The tests and the other modules are compiled once, also where Python is told to keep nothing.
    compiled = tempfile.TemporaryDirectory()
    sys.dont_write_bytecode, sys.pycache_prefix = False, compiled.name
    with compiled, context.Pool(chosen.jobs, maxtasksperchild=1) as pool:
        for mutant, killer in zip(drawn, pool.imap(partial(killed, tests=chosen.tests), drawn), strict=True):
            killers.append(killer)
            print(
                f"{len(killers)}/{len(drawn)} {mutant.module}:{mutant.difference()} -> {killer or 'SURVIVED'}",
                flush=True,
            )
    page = "\n".join(report(chosen.seed, drawn, killers, len(known))) + "\n"
    if chosen.module:
        print(page)
    else:
        (ROOT / "tests" / "extractors" / "MUTANTS.md").write_text(page, encoding="utf8")


if __name__ == "__main__":
    main()
