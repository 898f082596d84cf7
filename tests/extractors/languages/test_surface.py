"""Words of a language stand in its room alone: no other module of the extractors holds one, found by reading the code's trees."""

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from extractors.languages import ROOMS, language
from extractors.languages.tables import rows

PACKAGE = Path(__file__).resolve().parents[3] / "extractors"
# Calls whose words are endings and beginnings of words.
AFFIXES = frozenset(("startswith", "endswith", "removeprefix", "removesuffix", "rstrip", "lstrip", "strip"))
# Labels that are words too: `det` with its subtypes, the recogniser's label of a person, an effect of `clause_verbs.tsv`.
LABELS = frozenset(("det", "PER", "plan"))
# Why a word may stand outside.
EXCEPTIONS = {
    ("actors/gazette.py", "al-"): "the article of Arabic names, in every language that writes them in Latin letters",
    ("actors/gazette.py", "Al-"): "the same",
    ("article.py", "de"): "the code of a language",
    ("pipeline.py", "da"): "a label of TIGER",
    ("reading/dates.py", "de"): "the code of a language",
    ("reading/dates.py", "en"): "the code of a language",
    ("reading/dates.py", "jänner"): "dates of files may be in any language, and CLDR has no Austrian months",
    ("reading/dates.py", "feber"): "the same",
    ("reading/dates.py", "sept"): "an abbreviation that CLDR does not have",
    ("reading/dates.py", "mrz"): "the same",
    ("reading/languages.py", "de"): "the code of a language",
    ("reading/languages.py", "en"): "the code of a language",
    ("reading/wires.py", "tag"): "an attribute of NewsML",
    ("reading/languages.py", "es"): "the code of a language",
}


# The columns of each table that hold words of the language; the others hold names of ours.
SURFACE = {
    "predicates.tsv": (1,),
    "words.tsv": (1,),
    "classes.tsv": (1,),
    "clause_verbs.tsv": (0,),
    "support_verbs.tsv": (0,),
    "contractions.tsv": (0, 1),
    "strong_verbs.tsv": (0, 1, 2, 3),
    "verb_prefixes.tsv": (1,),
    "titles.tsv": (0,),
    "organs.tsv": (0,),
    "bare_groups.tsv": (0,),
    "times.tsv": (1,),
    "layout.tsv": (1,),
}


@cache
def vocabulary(code: str) -> frozenset[str]:
    """The words of a language, in lower case: of its tables and of its grammar."""
    spoken = language(code)
    texts = [
        cells[column]
        for table, columns in SURFACE.items()
        for _, cells in rows(spoken.folder, table)
        if not cells[0].startswith("@")
        for column in columns
        if len(cells) > column
    ]
    texts += [text for field in fields(spoken.grammar) for text in words_in(getattr(spoken.grammar, field.name))]
    parted = (word for text in texts for word in re.split(r"[^\w-]+", re.sub(r"@\w+", "", text)))
    return frozenset(word.lower() for word in parted if word.isalpha() and len(word) > 1)


def words_in(value: object) -> Iterator[str]:
    """The strings in a value of a grammar."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, inner in value.items():
            yield from (*words_in(key), *words_in(inner))
    elif isinstance(value, Iterable):
        for inner in value:
            yield from words_in(inner)


def test_every_table_is_known() -> None:
    for code in ROOMS:
        assert {path.name for path in (PACKAGE / "languages" / code).glob("*.tsv")} <= set(SURFACE)


def literals(path: Path) -> Iterator[tuple[int, str, bool]]:
    """Line, text, and whether it is an affix, of each string of a module but docstrings and messages."""
    tree = ast.parse(path.read_text(encoding="utf8"))
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    told |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    affixes = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in AFFIXES
        for argument in node.args
        for part in (argument, *getattr(argument, "elts", ()))
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in told:
            yield node.lineno, node.value, id(node) in affixes


def modules() -> list[Path]:
    outside = (path for path in PACKAGE.rglob("*.py") if not {"languages", "training"} & set(path.parts))
    return sorted(outside)


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_word_of_a_language(path: Path) -> None:
    words = frozenset().union(*(vocabulary(code) for code in ROOMS))
    name = path.relative_to(PACKAGE).as_posix()
    found = [
        (line, text)
        for line, text, affix in literals(path)
        if text not in LABELS
        and (name, text) not in EXCEPTIONS
        and ((affix and text.isalpha()) or (" " not in text and text.lower() in words))
    ]
    assert not found, f"{name} holds words of a language: {found}; they belong into extractors/languages"
