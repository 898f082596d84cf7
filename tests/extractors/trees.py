"""Docs built by hand: the rules are tested on trees that no parser made, so that a retrained one does not move them."""

from collections.abc import Mapping
from datetime import date

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

import extractors.statements.component  # noqa: F401  registers doc._.article and doc._.statements
from extractors import Article, Statement
from extractors.actors import find_mentions, mentions_at
from extractors.lexicon import Lexicon, load_lexicon
from extractors.statements.arguments import ArgumentFinder
from extractors.statements.component import StatementComponent

VOCABS = {"de": spacy.blank("de").vocab}
DAY = date(2025, 9, 4)


def tree(text: str, day: date | None = DAY, lang: str = "de") -> Doc:
    """A parsed Doc with its mentions, see `unread`."""
    doc = unread(text, day, VOCABS[lang])
    doc._.mentions = find_mentions(doc, day, lang)
    return doc


def unread(text: str, day: date | None, vocab: Vocab) -> Doc:
    """A parsed Doc without mentions, from lines `FORM LEMMA POS HEAD DEP [MORPH] [ENTITY]`; a blank line ends a sentence.

    As in CoNLL-U, HEAD counts the words of the sentence from 1 and is 0 for its root; `_` as LEMMA is the form, as MORPH nothing.
    `VERB/VVPP` as POS adds a fine-grained tag. An ENTITY (`PER`, `ORG`, `LOC`) goes on with `I`. Words are parted by one space, but
    for punctuation, which stands close: offsets are those of such a text.

        tree('''
            Macron    _          PROPN  2  nsubj  _  PER
            empfing   empfangen  VERB   0  root   Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin
            Selenskyj _          PROPN  2  obj    _  PER
        ''')
    """
    sentences = [[line.split() for line in block.splitlines() if line.strip()] for block in text.strip().split("\n\n")]
    rows = [row + ["_"] * (7 - len(row)) for sentence in sentences for row in sentence]
    heads, starts, offset = [], [], 0
    for sentence in sentences:
        for place, row in enumerate(sentence):
            heads.append(offset + (int(row[3]) - 1 if int(row[3]) else place))
            starts.append(place == 0)
        offset += len(sentence)
    words = [row[0] for row in rows]
    doc = Doc(
        vocab,
        words=words,
        spaces=[i + 1 < len(words) and words[i + 1] not in {",", ".", ":", "“", "!", "?"} for i in range(len(words))],
        lemmas=[row[0] if row[1] == "_" else row[1] for row in rows],
        pos=[row[2].partition("/")[0] for row in rows],
        tags=[row[2].partition("/")[2] for row in rows],
        heads=heads,
        deps=[row[4] for row in rows],
        morphs=["" if row[5] == "_" else row[5] for row in rows],
        sent_starts=starts,
    )
    doc.ents = _entities(doc, [row[6] for row in rows])
    doc._.article, doc._.date = Article("tree", doc.text, day), day
    return doc


def _entities(doc: Doc, labels: list[str]) -> list[Span]:
    found: list[Span] = []
    for i, label in enumerate(labels):
        if label == "I":
            found[-1] = Span(doc, found[-1].start, i + 1, label=found[-1].label_)
        elif label != "_":
            found.append(Span(doc, i, i + 1, label=label))
    return found


def finder(doc: Doc, lexicon: Lexicon | None = None) -> ArgumentFinder:
    """What finds the arguments in a tree."""
    mentions = mentions_at(doc)
    denoting = {i: mention for i, mention in mentions.items() if not mention.kind.modifies}
    modifying = {i: mention for i, mention in mentions.items() if mention.kind.modifies}
    return ArgumentFinder(denoting, modifying, lexicon or load_lexicon("de"))


COMPONENTS: dict[str, StatementComponent] = {}


def statements(doc: Doc, lang: str = "de") -> list[Statement]:
    """The statements of a tree, offices left out."""
    component = COMPONENTS.setdefault(lang, StatementComponent(lang, None, learned=False))
    return [s for s in component(doc)._.statements if s.relation != "represents"]


def told(doc: Doc, lang: str = "de") -> list[str]:
    """The statements of a tree in words: `Macron hosts Selenskyj`, with what is not affirmed, actual, undated, without place and source."""
    return [in_words(statement) for statement in statements(doc, lang)]


def in_words(statement: Statement) -> str:
    """A statement as `told` writes it."""
    qualifiers: Mapping[str, str] = {
        "polarity": "" if statement.polarity == "affirmed" else statement.polarity,
        "status": "" if statement.status == "actual" else statement.status,
        "date": statement.date,
        "place": statement.place.label("en") if statement.place else "",
        "source": statement.source.label("en") if statement.source else "",
    }
    said = " ".join(f"{name}={value}" for name, value in qualifiers.items() if value)
    return f"{statement.subject.label('en')} {statement.relation} {statement.object.label('en')} {said}".strip()
