"""What spaCy users expect of components: found without an import of ours, saved with their pipeline, and docs that travel."""

import multiprocessing
import os
import pickle
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterable
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
import spacy
import srsly
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from extractors.annotations import register
from extractors.article import Article
from extractors.extraction import extractions
from extractors.lemmas import TABLES, Lemmas
from extractors.mention import Mention, MentionKind
from extractors.statement import Polarity, Span, Statement, Status
from ontology.actor import Actor, ActorKind, Place, Spelling

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
POINTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf8"))["project"]["entry-points"][
    "spacy_factories"
]
TEXT = "Macron empfing am Mittwoch den ukrainischen Präsidenten Selenskyj in Paris. Merz warnte Russland vor neuen Angriffen."
ARTICLE = Article("paris", TEXT, date(2025, 9, 4), title="Besuch", outlet="Blatt", warnings=("no url",))
OURS = ("date", "article", "mentions", "statements")


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    made = nlp.make_doc(TEXT)
    made._.article, made._.date = ARTICLE, ARTICLE.date
    return nlp(made)


def left_on(doc: Doc) -> list[object]:
    return [doc._.get(name) for name in OURS]


def by_bytes(doc: Doc) -> Doc:
    return Doc(doc.vocab).from_bytes(doc.to_bytes())


def by_bin(doc: Doc) -> Doc:
    packed = DocBin(store_user_data=True, docs=[doc]).to_bytes()
    return next(iter(DocBin(store_user_data=True).from_bytes(packed).get_docs(doc.vocab)))


def by_pickle(doc: Doc) -> Doc:
    return pickle.loads(pickle.dumps(doc))


def by_copy(doc: Doc) -> Doc:
    return doc.copy()


@pytest.mark.parametrize("way", [by_bytes, by_bin, by_pickle, by_copy])
def test_a_doc_keeps_what_we_left_on_it(doc: Doc, way: Callable[[Doc], Doc]) -> None:
    there = way(doc)
    assert there._.statements
    assert there._.mentions
    assert left_on(there) == left_on(doc)


@pytest.mark.parametrize("way", [by_bytes, by_bin, by_pickle])
def test_every_field_travels_and_has_its_type_again(way: Callable[[Doc], Doc]) -> None:
    register()
    doc = spacy.blank("de")("Macron empfing Merz.")
    labels = {"de": "Emmanuel Macron", "en": "Emmanuel Macron"}
    macron = Actor("Q3052772", ActorKind.PERSON, labels, (Spelling("Macron", "de"),), "Q3052772")
    unknown = Actor("merz", ActorKind.PERSON, {"de": "Merz"}, known=False)
    mention = Mention(0, 6, 0, MentionKind.NAME, (macron, unknown), unknown, place=True, confidence=0.5, why="named")
    other = Mention(15, 19, 2, MentionKind.PRONOUN, ())
    statement = Statement(
        ARTICLE,
        macron,
        "hosts",
        unknown,
        Span(0, 20),
        Span(0, 6),
        Span(15, 19),
        Polarity.NEGATED,
        Status.CLAIMED,
        unknown,
        "2025-09",
        Place("paris", {"de": "Paris", "en": "Paris"}, "Q142"),
        0.25,
        "v empfangen",
        ("negated by 'nicht'", "claimed"),
    )
    bare = Statement(Article("bare", "…"), unknown, "meets", macron, Span(0, 1), Span(0, 1), Span(0, 1))
    doc._.date, doc._.article, doc._.mentions, doc._.statements = (
        date(2025, 9, 4),
        ARTICLE,
        [mention, other],
        [statement, bare],
    )
    there = way(doc)
    assert left_on(there) == left_on(doc) == [date(2025, 9, 4), ARTICLE, (mention, other), (statement, bare)]
    # repr tells an Enum from the text that equals it, and a tuple from a list.
    assert repr(left_on(there)) == repr(left_on(doc))
    assert left_on(way(there)) == left_on(doc)


@pytest.mark.parametrize("way", [by_bytes, by_bin, by_pickle])
def test_nothing_left_is_nothing_there(way: Callable[[Doc], Doc]) -> None:
    register()
    doc = spacy.blank("de")("Macron empfing Merz.")
    assert left_on(doc) == left_on(way(doc)) == [None, None, (), None]
    doc._.date, doc._.article, doc._.mentions, doc._.statements = None, None, (), ()
    assert left_on(doc) == left_on(way(doc)) == [None, None, (), ()]
    doc._.statements = None
    assert doc._.statements is None


def test_an_actor_stands_there_once(doc: Doc) -> None:
    actors = [row["id"] for row in doc.user_data["diplograph.mentions"]["actors"]]
    assert len(actors) == len(set(actors))


def test_a_pickled_doc_carries_no_table_of_ours(nlp: Language, doc: Doc) -> None:
    """spaCy pickles a doc's vocabulary with it, that is the vectors and strings of the pipeline: nothing else may hang there."""
    assert not nlp.vocab.lookups.tables
    left = len(pickle.dumps(doc)) - len(pickle.dumps(Doc(nlp.vocab)))
    assert left < 3 * len(doc.to_bytes()) < 60_000
    for name in ("paragraphs", "word_order", "adjectives", "actors", "statements"):
        assert len(pickle.dumps(nlp.get_pipe(name))) < 1000


def test_the_tables_travel_with_their_component(nlp: Language, tmp_path: Path) -> None:
    ours = nlp.get_pipe("lemmas")
    assert isinstance(ours, Lemmas)
    blank = spacy.blank("de")
    ours.to_disk(tmp_path / "lemmas")
    for other in (
        Lemmas(blank, "lemmas").from_bytes(ours.to_bytes()),
        Lemmas(blank, "lemmas").from_disk(tmp_path / "lemmas"),
    ):
        assert [dict(other.lookups.get_table(name)) for name in TABLES] == [
            dict(ours.lookups.get_table(name)) for name in TABLES
        ]
    assert len(ours.forms) > 80_000


def test_tables_that_come_with_the_vocabulary_are_taken_from_there(tmp_path: Path) -> None:
    nlp = spacy.blank("de")
    early = Lemmas(nlp, "lemmas")
    nlp.vocab.lookups.add_table("lemma_forms", {"Bahnhöfen": "Bahnhof"})
    assert early.from_disk(tmp_path / "none").forms.get("Bahnhöfen") == "Bahnhof"
    nlp.vocab.lookups.add_table("lemma_forms", {"Bahnhöfen": "Bahnhof"})
    assert Lemmas(nlp, "lemmas").forms.get("Bahnhöfen") == "Bahnhof"
    assert not nlp.vocab.lookups.tables


def test_entry_points_name_our_factories() -> None:
    assert list(POINTS) == ["paragraphs", "lemmas", "word_order", "adjectives", "actors", "statements"]
    for name, place in POINTS.items():
        module, _, attribute = place.partition(":")
        assert callable(getattr(import_module(module), attribute))
        assert Language.has_factory(name)


def fresh(code: str, folder: Path, *arguments: str | Path) -> str:
    """What a new process prints that has this package installed (as far as entry points go) and has imported nothing of it."""
    information = folder / "site" / "diplograph-0.dist-info"
    information.mkdir(parents=True)
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: diplograph\nVersion: 0\n", encoding="utf8")
    points = "\n".join(f"{name} = {place}" for name, place in POINTS.items())
    (information / "entry_points.txt").write_text(f"[spacy_factories]\n{points}\n", encoding="utf8")
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": f"{information.parent}{os.pathsep}{ROOT}", "PYTHONIOENCODING": "utf8"},
        capture_output=True,
        text=True,
        encoding="utf8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def saved(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("saved") / "pipeline"
    nlp.to_disk(folder)
    return folder


def test_a_saved_pipeline_loads_in_a_process_that_imports_nothing_of_ours(
    nlp: Language, doc: Doc, saved: Path, tmp_path: Path
) -> None:
    (tmp_path / "doc").write_bytes(doc.to_bytes())
    code = """
import datetime, pathlib, sys, spacy
from spacy.tokens import Doc
nlp = spacy.load(sys.argv[1])
there = Doc(nlp.vocab).from_bytes(pathlib.Path(sys.argv[2]).read_bytes())
anew = nlp.make_doc(there.text)
anew._.date, anew._.article = there._.date, there._.article
anew = nlp(anew)
print(nlp.pipe_names)
print([[token.lemma_, token.dep_, token.ent_type_] for token in anew])
print(there._.date, there._.article, there._.mentions, there._.statements)
print(anew._.date, anew._.article, anew._.mentions, anew._.statements)
"""
    names, tokens, there, anew = fresh(code, tmp_path, saved, tmp_path / "doc").splitlines()
    assert names == str(nlp.pipe_names)
    assert tokens == str([[token.lemma_, token.dep_, token.ent_type_] for token in doc])
    assert there == anew == " ".join(map(str, left_on(doc)))


def test_a_blank_pipeline_finds_our_components_by_name(tmp_path: Path) -> None:
    code = f"""
import spacy
nlp = spacy.blank("de")
for name in {list(POINTS)}:
    nlp.add_pipe(name)
print(nlp.pipe_names)
"""
    assert fresh(code, tmp_path).strip() == str(list(POINTS))


def test_spacy_reads_no_table_of_ours_for_a_pipeline_without_us(tmp_path: Path) -> None:
    code = """
import spacy
spacy.blank("de")
from extractors.lexicon import load_lexicon
import ontology.whoswho
print(load_lexicon.cache_info().currsize, ontology.whoswho.load.cache_info().currsize)
"""
    assert fresh(code, tmp_path).split() == ["0", "0"]


def test_a_pipeline_as_bytes(nlp: Language, doc: Doc) -> None:
    other = spacy.blank("de", config=nlp.config).from_bytes(nlp.to_bytes())
    again = other.make_doc(TEXT)
    again._.article, again._.date = ARTICLE, ARTICLE.date
    assert left_on(other(again)) == left_on(doc)


def articles() -> Iterable[Article]:
    for number in range(6):
        yield Article(f"paris-{number}", TEXT, date(2025, 9, 4 + number))


def test_two_processes_give_the_same(nlp: Language) -> None:
    if multiprocessing.get_start_method() != "fork":
        pytest.skip("the other ways of starting a process are tested below")
    docs = []
    for article in articles():
        doc = nlp.make_doc(article.text)
        doc._.article, doc._.date = article, article.date
        docs.append(doc)
    found = [doc._.statements for doc in nlp.pipe(docs, n_process=2, batch_size=2)]
    assert found == [extraction.statements for extraction in extractions(articles(), nlp)]
    assert all(found)


@pytest.mark.slow
def test_a_process_that_starts_from_nothing_gives_the_same(nlp: Language, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        f"""
import multiprocessing, extractors
if __name__ == "__main__":
    multiprocessing.set_start_method("spawn")
    for doc in extractors.load("de").pipe([{TEXT!r}] * 2, n_process=2, batch_size=1):
        print([(s.subject.id, s.relation, s.object.id) for s in doc._.statements])
""",
        encoding="utf8",
    )
    done = subprocess.run(
        [sys.executable, script],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    here = [(s.subject.id, s.relation, s.object.id) for s in nlp(TEXT)._.statements]
    assert done.stdout.splitlines() == [str(here)] * 2


def test_user_data_is_what_srsly_writes(doc: Doc) -> None:
    written = srsly.msgpack_loads(srsly.msgpack_dumps(dict(doc.user_data)))
    assert set(written) == {f"diplograph.{name}" for name in OURS}
