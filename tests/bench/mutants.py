"""Would the tests notice a lost rule? Draws mutants of the extraction rules by a seed, runs the tests of `tests/extractors` on each.

    python -m tests.bench.mutants --seed 0 --number 60                      # all rules: the report goes into tests/extractors/MUTANTS.md
    python -m tests.bench.mutants --module statements/modality --number 20  # one module, report on the terminal
    python -m tests.bench.mutants --module statements/modality --number 20 --tests tests/extractors/statements/test_modality.py

The mutants are cosmic-ray's: an operator, comparison, number, constant or condition of the code is replaced by another one. Those that
change only a type annotation, and those that are no Python, are not drawn. Each is run on a copy of the code; the first failing test
kills it.
"""

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from difflib import unified_diff
from functools import cache
from itertools import islice
from pathlib import Path

from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

ROOT = Path(__file__).resolve().parents[2]
# What is a rule: not training, not reading, and not the readers of tables.
RULES = ("statements", "actors", "times", "languages", "lexicon", "syntax.py", "word_order.py", "lemmas.py")
TESTS = (
    *(f"tests/extractors/{room}" for room in ("statements", "actors", "lexicon", "times", "languages")),
    *(f"tests/extractors/test_{name}.py" for name in ("syntax", "word_order", "lemmas", "outcomes")),
)
LONGEST = 600
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


def nearest_first(module: Path, tests: list[str]) -> list[str]:
    """The tests with those of the module itself first: they load no pipeline, and kill nine of ten."""
    own = Path("tests") / module.parent / f"test_{module.name}"
    return [str(own), *tests] if (ROOT / own).is_file() else tests


def killed(mutant: Mutant, tests: list[str]) -> str:
    """The test that noticed the mutant, "timeout", or ""."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("extractors", "ontology", "graph", "tests", "pyproject.toml"):
            if name == "extractors":
                ignored = shutil.ignore_patterns("__pycache__", "pipelines", "training")
                shutil.copytree(ROOT / name, copy / name, ignore=ignored)
                # Weights are large, and no mutant changes them.
                (copy / name / "pipelines").symlink_to(ROOT / name / "pipelines")
                (copy / name / "training").symlink_to(ROOT / name / "training")
            else:
                (copy / name).symlink_to(ROOT / name)
        (copy / mutant.module).write_text(mutant.code() or "", encoding="utf8")
        environment = os.environ | {"PYTHONPATH": str(copy), "OMP_NUM_THREADS": "1", "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--rootdir", str(copy)]
        command += nearest_first(mutant.module, tests)
        try:
            run = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, timeout=LONGEST)
        except subprocess.TimeoutExpired:
            return "timeout"
    if run.returncode == 0:
        return ""
    return next((line.split()[1] for line in run.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))), "error")


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
    with ThreadPoolExecutor(chosen.jobs) as pool:
        for mutant, killer in zip(drawn, pool.map(lambda mutant: killed(mutant, chosen.tests), drawn), strict=True):
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
