"""Candidates on trees built by hand, with a small lexicon and actors of their own: neither parser nor tables move them."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from extractors.actors import mentions_at
from extractors.lexicon import Entry, Lexicon, Slot, WordClass, load_lexicon
from extractors.lexicon.frames import Companion
from extractors.mention import Mention, MentionKind
from extractors.statements.candidates import Candidate, CandidateFinder
from extractors.statements.context import ContextFinder
from extractors.statements.features import COLUMNS, FeatureReader
from extractors.statements.pairs import Pairing
from extractors.statements.surroundings import Surroundings
from ontology.actor import Actor, ActorKind
from ontology.vocabulary import relations
from tests.extractors.trees import DAY, VOCABS, finder, unread

FINITE = "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"
# What an entity of a tree is, and how it is mentioned.
LABELS = {
    "PER": (ActorKind.PERSON, MentionKind.NAME),
    "LOC": (ActorKind.STATE, MentionKind.NAME),
    "ORG": (ActorKind.ORGANISATION, MentionKind.NAME),
    "ADJ": (ActorKind.STATE, MentionKind.ADJECTIVE),
    "CMP": (ActorKind.STATE, MentionKind.COMPOUND),
}
# Whom an actor has held office for, by ids.
Homes = Mapping[str, frozenset[str]]


def actor(name: str, kind: ActorKind = ActorKind.STATE, *, known: bool = True) -> Actor:
    return Actor(name, kind, {"de": name}, known=known)


def named(text: str, changes: Mapping[str, Mapping[str, Any]] | None = None) -> Doc:
    """A tree whose entities are actors of their own names (`PER`, `LOC`, `ORG`; `ADJ` and `CMP` are states that modify a noun);
    `changes` has other fields of mentions by their texts.
    """
    doc = unread(text, DAY, VOCABS["de"])
    mentions = []
    for ent in doc.ents:
        kind, how = LABELS[ent.label_]
        mention = Mention(ent.start_char, ent.end_char, ent.root.i, how, (actor(ent.text, kind),))
        mentions.append(replace(mention, **(changes or {}).get(ent.text, {})))
    doc._.mentions = tuple(mentions)
    return doc


def entry(line: str) -> Entry:
    """An entry as the lexicon writes it, its fields parted by bars: `v | üben Kritik | criticizes | subj | an,gegen`."""
    word_class, words, relation, subject, target, *remarks = (field.strip() for field in line.split("|"))
    lemma, *companions = words.split()
    parts = [word.rpartition(":") for word in companions]
    return Entry(
        WordClass(word_class),
        lemma,
        tuple(Companion(word, before if colon else None) for before, colon, word in parts),
        relation,
        tuple(map(Slot.parse, subject.split(","))),
        tuple(map(Slot.parse, target.split(","))),
        frozenset(" ".join(remarks).split()),
    )


def lexicon(*lines: str) -> Lexicon:
    """A German lexicon of these entries alone."""
    index: dict[WordClass, dict[str, tuple[Entry, ...]]] = {word_class: {} for word_class in WordClass}
    for one in map(entry, lines):
        index[one.word_class][one.lemma] = (*index[one.word_class].get(one.lemma, ()), one)
    verbs, nouns, roles, adjectives = index.values()
    return replace(load_lexicon("de"), verbs=verbs, nouns=nouns, roles=roles, adjectives=adjectives)


LEXICON = lexicon(
    "v | kritisieren | criticizes | subj | obj",
    "v | treffen | meets | subj | obj,mit | without=auf",
    "v | üben Kritik | criticizes | subj | an",
    "v | unterstützen | supports | subj | obj",
    "v | besuchen | visits | subj | obj",
    "n | Kritik | criticizes | gen,adj,von | an",
    "n | Treffen | meets | gen | mit",
    "r | Verbündeter | alliedWith | bearer | gen",
    "a | verbündet | alliedWith | subj | mit",
)


def pairing(homes: Homes | None = None) -> Pairing:
    return Pairing(relations(), lambda person: (homes or {}).get(person.id, frozenset()))


def candidates(doc: Doc, known: Lexicon = LEXICON, homes: Homes | None = None) -> list[tuple[Candidate, ...]]:
    """The candidates of a tree by sentence."""
    return list(CandidateFinder(mentions_at(doc), known, pairing(homes)).find(doc))


def surroundings(doc: Doc, known: Lexicon = LEXICON, homes: Homes | None = None) -> Surroundings:
    arguments = finder(doc, known)
    return Surroundings(
        doc,
        mentions_at(doc),
        arguments,
        ContextFinder(arguments, known, {}),
        lambda a: (homes or {}).get(a.id, frozenset()),
    )


def in_words(candidate: Candidate) -> str:
    """A candidate in words: `Paris verb: üben Kritik Moskau`."""
    word = candidate.word
    return f"{candidate.subject.actor.id} {word.shape}: {word.entry.name} {candidate.object.actor.id}"


def columns(doc: Doc, known: Lexicon = LEXICON, homes: Homes | None = None) -> list[tuple[str, dict[str, int]]]:
    """Each candidate of a tree in words, with its columns by name."""
    found = candidates(doc, known, homes)
    rows = FeatureReader(surroundings(doc, known, homes), found).columns().tolist()
    said = [in_words(candidate) for sentence in found for candidate in sentence]
    return [(one, dict(zip(COLUMNS, row, strict=True))) for one, row in zip(said, rows, strict=True)]
