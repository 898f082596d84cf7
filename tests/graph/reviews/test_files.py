"""Lines, spreadsheets, queues and agreement: what is read is what was written, and nothing in a cell is a formula."""

import csv
import io
import json
from pathlib import Path

import networkx as nx
import pytest

from extractors.statement import Extraction
from graph.knowledge import KnowledgeGraph
from graph.reviews.agreement import agreements, disputes
from graph.reviews.files import read, write
from graph.reviews.judgement import Judgement, ReviewError, Verdict, effective, latest, moment
from graph.reviews.lines import parsed
from graph.reviews.queue import doubles, queued
from graph.reviews.resolving import resolved
from graph.reviews.sheet import sheet
from tests.graph.reviews.test_book import corrected, judge, say, second, statements

ID = "https://w3id.org/diplograph/id/"


@pytest.fixture
def judged(extraction: Extraction) -> KnowledgeGraph:
    made = KnowledgeGraph()
    made.load([extraction, second()])
    judge(made)
    return made


@pytest.mark.parametrize("name", ["r.jsonl", "r.csv"])
def test_what_is_written_is_read(judged: KnowledgeGraph, extraction: Extraction, tmp_path: Path, name: str) -> None:
    say(
        judged,
        {"statement": statements(judged)["a1 represents"].iri, "verdict": "amended", "date": "", "why": "=1+1\n'x"},
    )
    say(judged, {"actor": "Q142", "name": "=Frankreich", "lang": "de"}, {"actor": "Q142", "kind": "Group"})
    write(judged.judgements(), tmp_path / name)
    lines, wrong = read(tmp_path / name)
    other = KnowledgeGraph()
    other.load([extraction, second()])
    made, unresolved = resolved(other, lines, "nobody")
    assert (wrong, unresolved) == ([], [])
    other.take(made)
    corrected(other)
    assert other.judgements() == judged.judgements()
    assert [str(quad) for quad in other.quads()] == [str(quad) for quad in judged.quads()]


def test_no_cell_is_a_formula(judged: KnowledgeGraph) -> None:
    say(judged, {"actor": "Q142", "name": "=cmd|'x'!A0", "lang": "de", "why": "@x"}, by="+anna")
    cells = [cell for row in csv.reader(io.StringIO(sheet(judged.judgements()), newline="")) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_sheet_that_a_german_spreadsheet_saved(judged: KnowledgeGraph, tmp_path: Path) -> None:
    iri = statements(judged)["a1 represents"].iri
    (tmp_path / "r.csv").write_text(
        f"\ufeffstatement;verdict;relation\r\n{iri};amended;chairs\r\n{iri};quatsch;\r\n;;\r\n", "utf8"
    )
    lines, wrong = read(tmp_path / "r.csv")
    assert [line.says for line in lines] == [{"statement": iri, "verdict": "amended", "relation": "chairs"}]
    assert [reason.partition(":")[2][:1] for reason in wrong] == ["3"]
    (tmp_path / "r.csv").write_text("a,b\n1,2\n", "utf8")
    with pytest.raises(ReviewError, match="no column"):
        read(tmp_path / "r.csv")


WAS = {
    "iri": f"{ID}statement/x", "subject": f"{ID}actor/Q1", "relation": "meets", "object": f"{ID}actor/Q2", "polarity": "affirmed",
    "status": "actual", "date": "", "place": "", "source": "", "confidence": 0.5, "rule": "", "evidence": "Er kam.", "article": "a",
    "begin": 0, "end": 7, "subject_begin": 0, "subject_end": 2, "object_begin": 0, "object_end": 2,
}  # fmt: skip
MACRON = {"kind": "Person", "labels": {"de": "Macron"}, "names": [["E. Macron", "de"]], "qid": "Q3052772"}


def line_with(was: dict[str, object] | None = None, described: object = None) -> str:
    says = {"statement": WAS["iri"], "verdict": "rejected", "was": WAS | (was or {})}
    return json.dumps(says | ({"described": {f"{ID}actor/Q1": described}} if described is not None else {}))


@pytest.mark.parametrize(
    "line",
    [
        "[" * 100_000, '{"a":' * 100_000, "1" * 5000, "\0", "null",
        '{"statement": "x", "verdict": "rejected", "at": "9999-12-31T23:59:59-12:00"}',
        json.dumps({"statement": "x", "verdict": "rejected", "why": "x" * 30_000}),
        *(line_with(was) for was in (
            {"begin": 10**30, "end": 10**31}, {"subject_begin": -5}, {"confidence": "nan"}, {"evidence": "x" * 30_000},
        )),
        *(line_with(described=MACRON | more) for more in (
            {"labels": "x"}, {"labels": {}}, {"labels": {"de de": "x"}}, {"labels": {"de": 5}}, {"names": [["x"]]}, {"names": 5},
            {"qid": "> }"}, {"state": "> } DROP"}, {"kind": "Alien"}, {"more": 1},
        )),
        line_with(described=5),
    ],
)  # fmt: skip
def test_a_broken_line_is_one_clear_complaint(line: str) -> None:
    with pytest.raises(ReviewError, match=r"^r\.jsonl:7: ") as told:
        parsed(line, "r.jsonl:7")
    assert len(str(told.value).splitlines()) == 1
    assert parsed(line_with(described=MACRON), "r.jsonl:7").says["described"]


def test_cells_may_be_long_and_columns_shouted(judged: KnowledgeGraph, tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(f"Statement,VERDICT,why\nx,rejected,{'y' * 200_000}\nx,rejected,z\n", "utf8")
    lines, wrong = read(tmp_path / "r.csv")
    assert [line.says["why"] for line in lines] == ["z"]
    assert wrong == ["r.csv:2: why is longer than 20,000 characters"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8"])
def test_ends_of_lines_and_marks_of_order_are_no_part_of_a_judgement(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "r.jsonl").write_bytes(f"{line_with()}\r\n\r\n{line_with()}".encode(encoding))
    lines, wrong = read(tmp_path / "r.jsonl")
    assert (len(lines), wrong) == (2, [])
    (tmp_path / "r.jsonl").write_bytes(line_with().encode("utf-16"))
    with pytest.raises(ReviewError, match="not UTF-8"):
        read(tmp_path / "r.jsonl")


def test_moments_are_of_one_form() -> None:
    assert moment("2026-01-01") == "2026-01-01T00:00:00.000Z"
    assert moment("2026-01-01T12:00:00.1234+02:00") == "2026-01-01T10:00:00.123Z"
    assert moment() > "2026"
    with pytest.raises(ReviewError, match="at 'heute'"):
        parsed('{"statement": "x", "verdict": "rejected", "at": "heute"}', "line 1")


def test_the_latest_word_counts_in_whatever_order() -> None:
    made = [
        Judgement("t", "statement", Verdict.CONFIRMED, "anna", "2026-01-01"),
        Judgement("t", "statement", Verdict.REJECTED, "anna", "2026-01-02"),
    ]
    assert latest(made) == latest(reversed(made)) == made[1:]
    effect = effective([*made, Judgement("t", "statement", Verdict.WITHDRAWN, "bert", "2026-01-03")])
    assert effect is made[1]
    assert effective([Judgement("t", "statement", Verdict.WITHDRAWN, "bert", "2026-01-03")]) is None


def test_agreement_and_disputes(judged: KnowledgeGraph) -> None:
    found = statements(judged)
    for by, verdicts in (("bert", ("confirmed", "confirmed")), ("cleo", ("confirmed", "rejected"))):
        for name, verdict in zip(("a1 hosts", "a1 represents"), verdicts, strict=True):
            say(judged, {"statement": found[name].iri, "verdict": verdict}, by=by, at="2026-02-01")
    told = {(one.one, one.other): one for one in agreements(judged.judgements())}
    assert (told["bert", "cleo"].both, told["bert", "cleo"].share, told["bert", "cleo"].kappa) == (2, 0.5, 0.0)
    assert (told["anna", "bert"].both, told["anna", "bert"].kappa) == (1, None)
    ((one, other),) = disputes(judged.judgements())
    assert {one.verdict, other.verdict} == {"confirmed", "rejected"}


def test_the_queue_begins_with_what_is_least_sure(judged: KnowledgeGraph, extraction: Extraction) -> None:
    raw = judged.unreviewed().network()
    keys = queued(raw)
    sure = {key: edge["confidence"] for *_, key, edge in raw.edges(keys=True, data=True)}
    assert [sure[key] for key in keys] == sorted(sure.values())
    assert queued(judged.network()) == [
        key for key in keys if key in {one.id for one in statements(judged).values() if not one.verdict}
    ]


def actor(network: nx.MultiDiGraph, key: str, label: str, kind: str = "Person", qid: str = "") -> None:
    network.add_node(key, labels={"de": label}, names=(), kind=kind, qid=qid)


def test_doubles_are_alike_and_of_one_kind() -> None:
    network = nx.MultiDiGraph()
    actor(network, "Q1", "Wolodymyr Selenskyj", qid="Q1")
    actor(network, "a", "Selenskyj")
    actor(network, "b", "Wolodymyr Selenskij")
    actor(network, "c", "Selenskyj", "Group")
    actor(network, "d", "Angela Merkel")
    actor(network, "Q2", "Wolodymyr Selenskyj", qid="Q2")
    pairs = {(double.one, double.other) for double in doubles(network)}
    assert {("Q1", "a"), ("Q1", "b")} <= pairs
    assert not any("c" in pair or "d" in pair or pair == ("Q1", "Q2") for pair in pairs)
    assert ("Q1", "a") not in {(d.one, d.other) for d in doubles(network, {frozenset(("Q1", "a"))})}
