"""`diplograph review` as a user types it, over builds, rebuilds with another lexicon, changed texts, removal, and Turtle."""

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
import rdflib

from graph.cli import main
from graph.knowledge import KnowledgeGraph
from graph.statements.stored import stored

FIRST = "Frankreichs Präsident Emmanuel Macron hat den ukrainischen Präsidenten Wolodymyr Selenskyj am Mittwoch in Paris empfangen."
SECOND = "Russland warnte die Ukraine. Macron telefonierte mit Selenskyj."
HOSTILE = "\u001b]0;owned\u0007 </script><script>alert(1)</script> > . } ; DROP ALL # \u202e"


class Done(NamedTuple):
    """What a command said, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def run(*arguments: str, cwd: Path) -> Done:
    """The command in this process, so that the pipeline is loaded once."""
    said, complained = io.StringIO(), io.StringIO()
    with (
        contextlib.chdir(cwd),
        pytest.MonkeyPatch.context() as patched,
        contextlib.redirect_stdout(said),
        contextlib.redirect_stderr(complained),
    ):
        patched.setattr(sys, "argv", ["diplograph", *arguments])
        patched.setenv("COLUMNS", "200")
        try:
            main()
        except SystemExit as ended:
            return Done(int(ended.code or 0), said.getvalue(), complained.getvalue())
    return Done(0, said.getvalue(), complained.getvalue())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("review")
    (made / "a.txt").write_text(f"date 2025-09-04\n{FIRST}", "utf8")
    (made / "b.txt").write_text(f"date 2025-09-04\n{SECOND}", "utf8")
    done = run("build", "a.txt", "b.txt", "--keep-text", cwd=made)
    assert done.returncode == 0, done.stderr
    return made


def told(folder: Path, store: str = "kg") -> dict[str, str]:
    with KnowledgeGraph(folder / store, read_only=True) as graph:
        return {f"{one.article} {one.relation}": one.iri for one in stored(graph)}


def write(folder: Path, *lines: object) -> str:
    text = "".join((line if isinstance(line, str) else json.dumps(line, ensure_ascii=False)) + "\n" for line in lines)
    (folder / "reviews.jsonl").write_text(text, "utf8")
    return "reviews.jsonl"


def relations_of(folder: Path, *more: str) -> list[str]:
    shown = run(
        "query", "SELECT ?p { ?st a dg:Statement ; rdf:predicate ?p } ORDER BY ?p", "-f", "csv", *more, cwd=folder
    )
    assert shown.returncode == 0, shown.stderr
    return [line.rpartition("#")[2] for line in shown.stdout.split()[1:]]


@pytest.mark.slow
def test_from_the_first_judgement_to_the_last_build(folder: Path) -> None:
    before = relations_of(folder)
    assert {"hosts", "warns"} <= set(before)
    found = told(folder)
    write(
        folder,
        {"statement": found["a hosts"], "verdict": "confirmed", "why": HOSTILE},
        {"statement": found["b warns"], "verdict": "amended", "relation": "threatens"},
        {"article": "a", "subject": "Macron", "relation": "praises", "object": "Selenskyj", "sentence": FIRST},
    )
    assert "3 judgements, 3 of them new" in run("review", "apply", "reviews.jsonl", "--by", "anna", cwd=folder).stderr
    after = relations_of(folder)
    assert {"hosts", "praises", "threatens"} <= set(after)
    assert "warns" not in after
    assert relations_of(folder, "--unreviewed") == before
    assert set(relations_of(folder, "--reviewed-only")) == {"hosts", "praises", "threatens"}
    assert "either" in run("query", "ASK {}", "--unreviewed", "--reviewed-only", cwd=folder).stderr
    shown = run("review", "list", cwd=folder).stdout
    assert "\u001b" not in shown
    assert "threatens" in shown

    def holds() -> None:
        assert relations_of(folder) == after
        assert "0 judgements" in run("review", "list", "--orphans", cwd=folder).stdout

    # The same build again; another lexicon; a changed text; removal and a new build.
    assert run("build", "a.txt", "b.txt", "--keep-text", cwd=folder).returncode == 0
    holds()
    (folder / "own.tsv").write_text("verb\tloben\tpraises\n", "utf8")
    for article in "ab":
        (folder / f"{article}.txt").write_text(
            f"date 2025-09-04\nEs war ein Mittwoch. {FIRST if article == 'a' else SECOND}", "utf8"
        )
    assert run("build", "a.txt", "b.txt", "--keep-text", "--rebuild", cwd=folder).returncode == 0
    holds()
    assert run("build", "a.txt", "b.txt", "--rebuild", "--min-confidence", "0.99", cwd=folder).returncode == 0
    assert set(relations_of(folder)) >= {"hosts", "praises", "threatens"}
    assert run("remove", "a", "b", cwd=folder).returncode == 0
    assert "3 judgements" in run("review", "--orphans", cwd=folder).stdout
    assert run("build", "a.txt", "b.txt", cwd=folder).returncode == 0
    holds()
    assert run("validate", "--store", "kg", cwd=folder).returncode == 0
    assert run("export", "-o", "kg.ttl", cwd=folder).returncode == 0
    assert run("validate", "kg.ttl", cwd=folder).returncode == 0
    assert "0 statements gained, 0 lost" in run("diff", "kg", "kg.ttl", cwd=folder).stdout
    graph = rdflib.Graph().parse(folder / "kg.ttl")
    dg, prov = rdflib.Namespace("https://w3id.org/diplograph/ontology#"), rdflib.Namespace("http://www.w3.org/ns/prov#")
    (pair,) = graph.subject_objects(prov.wasRevisionOf)
    assert graph.value(pair[0], dg.verdict) == dg.amended
    (judgement,) = graph.subjects(dg.judges, pair[1])
    assert (graph.value(judgement, dg.verdict), str(graph.value(judgement, dg.reviewer))) == (dg.amended, "anna")
    for file in ("all.jsonl", "all.csv"):
        assert run("review", "export", file, cwd=folder).returncode == 0
        assert run("build", "a.txt", "b.txt", "--store", file[4:], cwd=folder).returncode == 0
        done = run("review", "apply", file, "--store", file[4:], cwd=folder)
        assert "3 judgements, 3 of them new" in done.stderr, done.stderr
        assert relations_of(folder, "--store", file[4:]) == after
    assert "0 of them new" in run("review", "apply", "all.csv", cwd=folder).stderr
    assert run("evaluate", "--reviews", cwd=folder).returncode == 0
    assert run("export", "-o", "gold.jsonl", cwd=folder).returncode == 0
    assert run("evaluate", "gold.jsonl", cwd=folder).returncode == 0
    assert run("explore", "-o", "g.html", "--reviewed-only", cwd=folder).returncode == 0
    assert run("analyze", "--unreviewed", cwd=folder).returncode == 0


@pytest.mark.slow
def test_bad_lines_are_named_and_the_good_ones_taken(folder: Path) -> None:
    iri = told(folder)["a hosts"]
    write(
        folder, {"statement": iri, "verdict": "confirmed"}, "{", {"statement": iri, "verdict": "perhaps"}, {"statement": iri},
        {"statement": "nowhere", "verdict": "rejected"}, {"actor": "Niemand", "same": "Q142"}, {"actor": "Q142", "same": "Q142"},
        {"statement": iri, "verdict": "amended", "relation": "likes"}, {"statement": iri, "verdict": "amended"},
        {"statement": iri, "verdict": "amended", "date": "gestern"}, {"statement": iri, "verdict": "rejected", "colour": "red"},
    )  # fmt: skip
    done = run("review", "apply", "reviews.jsonl", "--by", "bert", cwd=folder)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    for line, reason in (
        (2, "no JSON"), (3, "no verdict 'perhaps'"), (4, "it has no verdict"), (5, "no statement 'nowhere'"), (6, "no actor"),
        (7, "one actor"), (8, "no relation 'likes'"), (9, "amends nothing"), (10, "date 'gestern'"), (11, "no field 'colour'"),
    ):  # fmt: skip
        assert any(f"reviews.jsonl:{line}: " in said and reason in said for said in done.stderr.splitlines()), (
            line,
            done.stderr,
        )
    write(folder, "{")
    assert run("review", "apply", "reviews.jsonl", cwd=folder).returncode == 2
    assert run("review", "apply", "none.jsonl", cwd=folder).returncode == 2
    assert run("review", "apply", "reviews.jsonl", "--store", "nowhere", cwd=folder).returncode == 2
    assert not (folder / "nowhere").exists()
    assert run("review", "export", "x.doc", cwd=folder).returncode == 2
    assert run("review", "--store", "nowhere", cwd=folder).returncode == 2


@pytest.mark.slow
def test_the_queue_and_what_reviewers_dispute(folder: Path) -> None:
    assert run("build", "a.txt", "b.txt", "--store", "two", cwd=folder).returncode == 0
    iri = told(folder, "two")["a hosts"]
    shown = run("review", "queue", "--store", "two", cwd=folder).stdout
    assert "0 of " in shown
    write(
        folder,
        {"statement": iri, "verdict": "confirmed", "by": "anna"},
        {"statement": iri, "verdict": "rejected", "by": "bert"},
    )
    assert run("review", "apply", "reviews.jsonl", "--store", "two", cwd=folder).returncode == 0
    done = run("review", "agreement", "--store", "two", cwd=folder)
    assert done.returncode == 1
    assert "1 disputed" in done.stdout
    for order in ("contested", "doubles"):
        assert run("review", "queue", "--store", "two", "--order", order, cwd=folder).returncode == 0
    assert run("review", "queue", "--store", "two", "--order", "fast", cwd=folder).returncode == 2
