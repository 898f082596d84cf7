"""A language is data: a toy of ten words, without a line of code of its own, passes ten sentences on trees built by hand.

Its grammar is the neutral one with three prepositions; its tables are in the folder `toy`.
"""

from pathlib import Path

import pytest
import spacy

import ontology.whoswho
from extractors.actors import mentions_at
from extractors.actors.finder import ArticleReader
from extractors.actors.notes import NameTables
from extractors.languages import Grammar, Language
from extractors.lexicon import load_lexicon
from extractors.lexicon.reader import read_lexicon
from extractors.statements.builder import StatementBuilder
from extractors.times import TimeFinder
from extractors.times.words import read_time_words
from ontology.vocabulary import relations
from tests.extractors.trees import DAY, in_words, unread

FIN = "Tense=Pres|Mood=Ind|VerbForm=Fin"
TOY = Language(
    "toy",
    Path(__file__).parent / "toy",
    Grammar(companion="kun", owner="de", goal="al", prepositions=frozenset(("kun", "de", "al"))),
)
SENTENCES = {
    "subject and object": (
        f"Macron _ PROPN 2 nsubj _ PER\n viti _ VERB 0 root {FIN}\n Russia _ PROPN 2 obj _ LOC",
        ["Emmanuel Macron visits Russia"],
    ),
    "another verb": (
        f"Russia _ PROPN 2 nsubj _ LOC\n averti _ VERB 0 root {FIN}\n France _ PROPN 2 obj _ LOC",
        ["Russia warns France"],
    ),
    "object first": (
        f"Russia _ PROPN 2 obj _ LOC\n averti _ VERB 0 root {FIN}\n Macron _ PROPN 2 nsubj _ PER",
        ["Emmanuel Macron warns Russia"],
    ),
    "a preposition": (
        f"Macron _ PROPN 2 nsubj _ PER\n meti _ VERB 0 root {FIN}\n kun _ ADP 4 case\n Putin _ PROPN 2 obl _ PER",
        ["Emmanuel Macron meets Vladimir Putin"],
    ),
    "coordination": (
        f"Macron _ PROPN 2 nsubj _ PER\n viti _ VERB 0 root {FIN}\n Russia _ PROPN 2 obj _ LOC\n China _ PROPN 3 conj _ LOC",
        ["Emmanuel Macron visits Russia", "Emmanuel Macron visits China"],
    ),
    "negation": (
        f"Macron _ PROPN 3 nsubj _ PER\n ne _ PART 3 advmod\n viti _ VERB 0 root {FIN}\n Russia _ PROPN 3 obj _ LOC",
        ["Emmanuel Macron visits Russia polarity=negated"],
    ),
    "a plan": (
        f"Macron _ PROPN 3 nsubj _ PER\n volas _ AUX 3 aux {FIN}\n viti _ VERB 0 root\n Russia _ PROPN 3 obj _ LOC",
        ["Emmanuel Macron visits Russia status=planned"],
    ),
    "a noun and its owner": (
        f"vito _ NOUN 6 nsubj\n de _ ADP 3 case\n Macron _ PROPN 1 nmod _ PER\n al _ ADP 5 case\n Russia _ PROPN 1 nmod _ LOC\n"
        f"doni _ VERB 0 root {FIN}",
        ["Emmanuel Macron visits Russia place=Russia"],
    ),
    "who says so": (
        f"Putin _ PROPN 2 nsubj _ PER\n diri _ VERB 0 root {FIN}\n Macron _ PROPN 4 nsubj _ PER\n viti _ VERB 2 ccomp {FIN}\n"
        "China _ PROPN 4 obj _ LOC",
        ["Emmanuel Macron visits China source=Vladimir Putin"],
    ),
    "nothing": (f"Macron _ PROPN 2 nsubj _ PER\n doni _ VERB 0 root {FIN}\n Russia _ PROPN 2 obj _ LOC", []),
}


@pytest.fixture(scope="module")
def builder() -> StatementBuilder:
    places = ontology.whoswho.load().words("toy").places
    times = TimeFinder(read_time_words(TOY))
    return StatementBuilder(read_lexicon(TOY), places.get, relations(), lambda _: frozenset(), times)


@pytest.fixture(scope="module")
def names() -> NameTables:
    return NameTables(TOY)


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentence(sentence: str, builder: StatementBuilder, names: NameTables) -> None:
    text, expected = SENTENCES[sentence]
    doc = unread(text, DAY, spacy.blank("xx").vocab)
    doc._.mentions = ArticleReader(doc, DAY, names).read()
    assert [in_words(s) for s in builder.build(doc, doc._.article, mentions_at(doc))] == expected


def test_it_has_ten_words() -> None:
    lines = [line for path in TOY.folder.iterdir() for line in path.read_text(encoding="utf8").splitlines()]
    assert len([line for line in lines if not line.startswith("#")]) <= 10


def test_german_knows_none_of_it() -> None:
    assert not {"meti", "viti", "averti"} & set(load_lexicon("de").verbs)
