"""Examples for the acceptor: annotated articles, parsed, with their candidates and what the gold says of each."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha1
from pathlib import Path

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from extractors.actors import ActorComponent, mentions_at
from extractors.article import Article
from extractors.languages import language
from extractors.languages.tables import rows
from extractors.mention import Mention
from extractors.statement import Statement
from extractors.statements.acceptor import BITS, NAMES, Acceptor, buckets
from extractors.statements.component import StatementComponent
from extractors.statements.judgement import Key, judged
from extractors.training.gold import Annotated, Said, names
from ontology.vocabulary import relations

# What a candidate weighs whose triple is gold by another sentence, or optional: no clear example of either.
UNCLEAR = 0.3
# What a candidate of a lexicon sentence weighs: there are a third as many of them as articles' words, each shorter than news is.
TAUGHT = 0.5
# The column of the lexicon that has the sentence of a row.
SENTENCE = 6
# Accepts nothing: its candidates are wanted alone.
NOTHING = Acceptor(np.zeros(1 << BITS, np.float16), 0.0, 1.0, np.zeros(len(NAMES)))

Flags = npt.NDArray[np.bool_]
Numbers = npt.NDArray[np.float64]


@dataclass
class Example:
    """A parsed article with its gold, and its candidates: their buckets, whether they are gold, what they weigh, and their keys."""

    annotated: Annotated
    doc: Doc
    mentions: dict[int, Mention]
    candidates: npt.NDArray[np.int64]
    gold: Flags
    weights: Numbers
    keys: frozenset[Key]

    @cached_property
    def shingles(self) -> frozenset[tuple[str, ...]]:
        """The five-word sequences of the text."""
        words = self.annotated.article.text.split()
        return frozenset(tuple(words[i : i + 5]) for i in range(len(words) - 4))

    def has(self, statement: Statement) -> bool:
        """Whether a statement has a candidate."""
        one, other, relation = statement.subject.id, statement.object.id, statement.relation
        if relations()[relation].symmetric and other < one:
            one, other = other, one
        return (statement.evidence.begin, one, relation, other) in self.keys

    def is_gold(self, statement: Statement) -> bool:
        """Whether the gold has a statement, required or optional."""
        return any(gold.fits(said(statement)) for gold in self.annotated.gold)


def said(statement: Statement) -> Said:
    """A statement of ours by its names."""
    return Said(names(statement.subject), statement.relation, names(statement.object))


def parsed(nlp: Language, texts: Sequence[str], cache: Path | None) -> list[Doc]:
    """The texts as the trained components of a pipeline parse them, from the cache where these have parsed them before."""
    ours = [name for name in nlp.pipe_names if name in ("actors", "statements")]
    digest = sha1("\0".join(texts).encode(), usedforsecurity=False)
    for name, component in nlp.pipeline:
        if name not in ours and hasattr(component, "to_bytes"):
            digest.update(component.to_bytes())
    file = cache / f"parses-{digest.hexdigest()[:12]}.spacy" if cache else None
    if file and file.is_file():
        return list(DocBin().from_disk(file).get_docs(nlp.vocab))
    with nlp.select_pipes(disable=ours):
        docs = list(nlp.pipe(texts, batch_size=32))
    if file:
        attributes = "LEMMA POS TAG MORPH HEAD DEP ENT_IOB ENT_TYPE SENT_START".split()
        file.parent.mkdir(parents=True, exist_ok=True)
        DocBin(attrs=attributes, docs=docs).to_disk(file)
    return docs


class Examples:
    """Makes examples of annotated articles, and statements of examples."""

    def __init__(self, nlp: Language) -> None:
        """`nlp` is a pipeline with our components."""
        actors, statements = nlp.get_pipe("actors"), nlp.get_pipe("statements")
        assert isinstance(actors, ActorComponent)
        assert isinstance(statements, StatementComponent)
        self.actors = actors
        self.builder = statements.builder

    def make(self, annotated: Annotated, doc: Doc) -> Example:
        """The example of an article and its parse."""
        doc._.article, doc._.date = annotated.article, annotated.article.date
        mentions = mentions_at(self.actors(doc))
        finders, builder = self.builder.finders(doc, mentions), self.builder
        found = judged(doc, mentions, *finders, builder.pairing, builder.relation, NOTHING)
        known: dict[Key, list[Said]] = {}
        gold, weights = [], []
        for candidate, key in zip(found.candidates, found.keyed, strict=True):
            if key not in known:
                said = Said(names(candidate.subject.actor), key[2], names(candidate.object.actor))
                known[key] = [one for one in annotated.gold if one.fits(said)]
            here = candidate.word.token.sent
            told = any(g.begin < here.end_char and here.start_char < g.end for g in known[key] if not g.optional)
            gold.append(bool(known[key]))
            weights.append(1.0 if told or not gold[-1] else UNCLEAR)
        return Example(
            annotated,
            doc,
            mentions,
            buckets(found.columns),
            np.array(gold, bool),
            np.array(weights, float),
            frozenset(known),
        )

    def taught(self, nlp: Language, lang: str, cache: Path | None) -> list[Example]:
        """The sentences of the lexicon's rows, with what rules make of them as their gold: news says rare words too seldom, and without
        them *Pakistan arbeitet mit China zusammen* is as doubtful as the articles that happened to say it otherwise.
        """
        found = rows(language(lang).folder, "predicates.tsv")
        texts = [fields[SENTENCE] for _, fields in found if len(fields) > SENTENCE and fields[SENTENCE]]
        examples = []
        for doc in parsed(nlp, texts, cache):
            article = Article("lexicon", doc.text)
            given = self.statements(self.make(Annotated(article, ()), doc), None)
            gold = (replace(said(s), begin=s.evidence.begin, end=s.evidence.end) for s in given)
            example = self.make(Annotated(article, tuple(gold)), doc)
            if len(example.gold):
                examples.append(replace(example, weights=np.full(len(example.gold), TAUGHT)))
        return examples

    def statements(self, example: Example, acceptor: Acceptor | None) -> list[Statement]:
        """What the builder makes of an example with an acceptor, offices left out."""
        self.builder.acceptor = acceptor
        found = self.builder.build(example.doc, example.annotated.article, example.mentions)
        return [statement for statement in found if statement.relation != "represents"]
