"""A copy of the ontology that a test may change, and programs that run on it instead of the shipped one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def copied(folder: Path) -> Path:
    """The copy, a package `ontology` in the folder."""
    return Path(shutil.copytree(ROOT / "ontology", folder / "ontology", ignore=shutil.ignore_patterns("__pycache__")))


def run(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python in the folder: its own ontology comes before the shipped one, everything else is as it is."""
    paths = os.pathsep.join([str(folder), str(ROOT)])
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, env=os.environ | {"PYTHONPATH": paths}, capture_output=True, text=True,
        timeout=180, check=False,
    )  # fmt: skip
