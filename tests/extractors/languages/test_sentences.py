"""Each row of a language's tables has a sentence that it fires in: without the row the sentence gives something else."""

from collections.abc import Callable, Iterator, Mapping
from copy import copy
from dataclasses import replace

import pytest
from spacy.language import Language as Pipeline
from spacy.tokens import Doc

from extractors.actors import mentions_at
from extractors.actors.finder import ArticleReader
from extractors.actors.notes import NameTables, name_tables
from extractors.actors.titles import Titles
from extractors.languages import WordClasses, language
from extractors.languages.de import inflection
from extractors.languages.de.grammar import German
from extractors.languages.tables import rows
from extractors.lexicon import Entry, Lexicon, WordClass, load_lexicon
from extractors.statements.component import StatementComponent
from extractors.times import TimeFinder
from extractors.times.words import time_words
from tests.extractors.outcomes import DAY, TABLES, parsed, sentences_of
from tests.extractors.outcomes import articles as all_articles

pytestmark = pytest.mark.slow

INDICES = {WordClass.VERB: "verbs", WordClass.NOUN: "nouns", WordClass.ROLE: "roles", WordClass.ADJECTIVE: "adjectives"}


@pytest.fixture(scope="module")
def docs(nlp: Pipeline) -> Mapping[str, Doc]:
    """The parsed sentences of all tables, by their text."""
    found = [article for article in all_articles() if article.id in TABLES]
    return {doc.text: doc for doc in parsed(found, nlp)}


@pytest.fixture(scope="module")
def component(nlp: Pipeline) -> StatementComponent:
    """Rules alone: what a row is for, its own rules give."""
    return StatementComponent(nlp.lang, None, learned=False)


Fires = Callable[[list[str], Doc], bool]


class Ablation:
    """Says whether a row matters to a sentence, by table."""

    def __init__(self, component: StatementComponent) -> None:
        self.builder = component.builder
        self.lexicon = load_lexicon("de")
        self.names = name_tables("de")
        self.spoken = language("de")

    def states(self, doc: Doc, lexicon: Lexicon) -> object:
        builder = copy(self.builder)
        builder.lexicon = lexicon
        return builder.build(doc, doc._.article, mentions_at(doc))

    def tells(self, doc: Doc, lexicon: Lexicon) -> bool:
        return self.states(doc, lexicon) != doc._.statements

    def means(self, doc: Doc, names: NameTables) -> bool:
        return ArticleReader(doc, DAY, names).read() != doc._.mentions

    def predicates(self, fields: list[str], doc: Doc) -> bool:
        sentence = fields[TABLES["predicates"]]
        name = INDICES[WordClass(fields[0])]
        index = dict(getattr(self.lexicon, name))
        lemma = fields[1].split()[0]
        mine = [e for e in index[lemma] if (e.relation, e.sentence) == (fields[2], sentence)]
        assert len(mine) == 1, f"{fields[1]}: {len(mine)} entries have this sentence"
        index[lemma] = tuple(e for e in index[lemma] if e is not mine[0])
        left = replace(self.lexicon, **{name: index if index[lemma] else {k: v for k, v in index.items() if v}})
        return self.tells(doc, left) and any(self._of(s.rule, mine[0]) for s in doc._.statements)

    @staticmethod
    def _of(rule: str, entry: Entry) -> bool:
        return rule.endswith(f": {entry.name}")

    def _words(self, name: str, left: frozenset[str], doc: Doc) -> bool:
        words = WordClasses(self.lexicon.words)
        words[name] = left
        names = copy(self.names)
        names.words = words
        return self.tells(doc, replace(self.lexicon, words=words)) or self.means(doc, names)

    def words(self, fields: list[str], doc: Doc) -> bool:
        return self._words(fields[0], frozenset(), doc)

    def classes(self, fields: list[str], doc: Doc) -> bool:
        return self._words(fields[0], self.lexicon.words[fields[0]] - {fields[1]}, doc)

    def clause_verbs(self, fields: list[str], doc: Doc) -> bool:
        return self.tells(doc, replace(self.lexicon, clause_verbs=without(self.lexicon.clause_verbs, fields[0])))

    def support_verbs(self, fields: list[str], doc: Doc) -> bool:
        return self.tells(doc, replace(self.lexicon, support_verbs=without(self.lexicon.support_verbs, fields[0])))

    def contractions(self, fields: list[str], doc: Doc) -> bool:
        return self.tells(doc, replace(self.lexicon, contractions=without(self.lexicon.contractions, fields[0])))

    def strong_verbs(self, fields: list[str], doc: Doc) -> bool:
        """Whether a form of the sentence is one that no other row explains."""
        grammar = self.spoken.grammar
        assert isinstance(grammar, German)
        rest = {base: forms for base, forms in grammar.strong.items() if base != fields[0]}
        verbs = {verb for lemmas in self.lexicon.finite_forms.values() for verb in lemmas if fields[0][-4:] in verb} | {
            fields[0]
        }
        mine = set().union(*(forms(verb, grammar, grammar.strong) - forms(verb, grammar, rest) for verb in verbs))
        return any(token.lower_ in mine for token in doc)

    def titles(self, fields: list[str], doc: Doc) -> bool:
        names = copy(self.names)
        names.titles = Titles(without(self.names.titles.heads, fields[0]), self.names.gazette)
        return self.means(doc, names)

    def organs(self, fields: list[str], doc: Doc) -> bool:
        names = copy(self.names)
        names.organs = without(self.names.organs, fields[0])
        return self.means(doc, names)

    def bare_groups(self, fields: list[str], doc: Doc) -> bool:
        names = copy(self.names)
        names.bare_groups = without(self.names.bare_groups, fields[0])
        return self.means(doc, names)

    def times(self, fields: list[str], doc: Doc) -> bool:
        rest = (row for row in rows(self.spoken.folder, "times.tsv") if row[1] != fields)
        words = time_words(rest, self.spoken.grammar.adjective_endings)
        before = list(self.builder.times.find(doc.text, DAY))
        return list(TimeFinder(words).find(doc.text, DAY)) != before


def forms(verb: str, grammar: German, strong: inflection.StrongVerbs) -> set[str]:
    finite = {form for form, _ in inflection.finite_forms(verb, strong, grammar.prefixes)}
    return finite | set(inflection.participles(verb, strong, grammar.prefixes))


def without(table: Mapping[str, str], key: str) -> Mapping[str, str]:
    return {other: value for other, value in table.items() if other != key}


@pytest.mark.parametrize("table", TABLES)
def test_each_row_fires(table: str, docs: Mapping[str, Doc], component: StatementComponent) -> None:
    fires: Fires = getattr(Ablation(component), table)
    assert list(idle(table, docs, fires)) == []


def idle(table: str, docs: Mapping[str, Doc], fires: Fires) -> Iterator[str]:
    """The rows without a sentence, and those whose sentence is the same without them."""
    for number, fields, sentence in sentences_of(table):
        if not sentence:
            yield f"{table}.tsv, line {number}: {fields[0]} {fields[1]} has no sentence"
        elif sentence and not fires(fields, docs[sentence]):
            yield f"{table}.tsv, line {number}: {fields[0]} {fields[1]} makes no difference to: {sentence}"
