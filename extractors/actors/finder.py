"""Finds the mentions of one article, from left to right: an article introduces its people before it speaks of them by surname."""

import datetime

from spacy.tokens import Doc, Token

from extractors.actors.collectives import Collectives
from extractors.actors.folding import fold
from extractors.actors.notes import NameTables, Notes, name_tables
from extractors.actors.persons import Persons
from extractors.mention import Mention, MentionKind
from extractors.syntax import conjuncts

REFERENCE = 0.8
# What a word ends in whose rest stands with the next one: "Süd- und Nordkorea".
TRUNCATED = "-"


class ArticleReader:
    """Reads one doc."""

    def __init__(self, doc: Doc, day: datetime.date | None, lang: NameTables) -> None:
        """`day` is the article's date or None."""
        self.notes = Notes(doc, day, lang)
        self.persons = Persons(self.notes)
        self.collectives = Collectives(self.notes)

    def read(self) -> tuple[Mention, ...]:
        """The mentions, by where they begin."""
        for number, sentence in enumerate(self.notes.doc.sents):
            # Who is spoken of in a quotation may be named behind it: „Er hat uns bedroht“, sagte Sandu über Putin.
            pronouns = self.notes.references.pronouns
            later = [token for token in sentence if token.pos_ == "PRON" and pronouns.waits(token)]
            ahead: list[tuple[Token, Token]] = []
            for token in (*(t for t in sentence if t not in later), *later):
                if token.i not in self.notes.at and not token.is_space and not token.is_punct:
                    if subject := self.notes.references.forward_subject(token):
                        ahead.append((token, subject))
                    else:
                        self._read(token, number)
            for token, subject in ahead:
                self._look_ahead(token, subject, number)
            for token in sentence:
                if token.text.endswith(TRUNCATED) and len(token) > 1:
                    self._truncated(token, number)
        return tuple(
            sorted(
                dict.fromkeys(self.notes.mentions),
                key=lambda mention: (mention.begin, mention.end, len(mention.actors)),
            )
        )

    def _look_ahead(self, token: Token, subject: Token, sentence: int) -> None:
        """Note a possessive that belongs to the subject behind it; one that does not agree refers back."""
        notes = self.notes
        together = conjuncts(subject)
        actors = tuple(actor for t in together if t.i in notes.at for actor in notes.at[t.i].actors)
        plural = len(together) > 1 or "Plur" in subject.morph.get("Number", [])
        if notes.references.forward(token, actors, plural=plural):
            notes.add(
                token, token, token, MentionKind.PRONOUN, actors, sentence, confidence=REFERENCE, why="subject behind"
            )
        else:
            self._read(token, sentence)

    def _truncated(self, token: Token, sentence: int) -> None:
        """Note a compound that shares its end with the next one: *Süd- und Nordkorea*, *EU- und Nato-Vertreter*."""
        doc, notes = self.notes.doc, self.notes
        last = token.i + 2
        if token.i in notes.at or last >= len(doc) or doc[token.i + 1].pos_ != "CCONJ" or last not in notes.at:
            return
        whole, head = doc[last].text, notes.at[last]
        if "-" in whole:
            prefixed = notes.gazette.prefix(token.text + whole.partition("-")[2])
            actor = prefixed[0] if prefixed else None
        else:
            ends = (token.text[:-1] + whole[cut:] for cut in range(1, len(whole)))
            actor = next((a for end in ends if (a := notes.gazette.prefixes.get(fold(end)))), None)
        if actor and actor not in head.actors:
            notes.add(token, token, token, head.kind, (actor,), sentence, confidence=head.confidence, why="shared end")

    def _read(self, token: Token, sentence: int) -> None:
        """Note what one token begins: titles before names, names before organs, and only then what refers back."""
        notes, text = self.notes, token.text
        title = notes.lang.titles.parse(text) if text[0].isupper() and token.i not in notes.names else None
        if title and token.i not in notes.persons and self.persons.titled(token, title, sentence):
            return
        if token.i in notes.persons or (text[0].isupper() and self.persons.introduced(token)):
            self.persons.named(token, sentence)
        elif token.pos_ in ("NOUN", "PROPN", "ADJ") and self.persons.fellow(token, sentence):
            return
        elif token.i in notes.names:
            self.collectives.named(notes.names[token.i], sentence)
        elif text[0].isupper() and token.pos_ in ("NOUN", "PROPN") and self.collectives.described(token, sentence):
            return
        elif (states := notes.gazette.sides(text)) and token.pos_ in ("ADJ", "PROPN", "NOUN") and token.dep_ != "root":
            notes.add(token, token, token, MentionKind.ADJECTIVE, states, sentence)
        elif reference := notes.references.resolve(token, sentence):
            kind, actors, why = reference
            notes.add(token, token, token, kind, actors, sentence, confidence=REFERENCE, why=why)


def find_mentions(doc: Doc, day: datetime.date | None, lang: str, own: str | None = None) -> tuple[Mention, ...]:
    """The mentions of a parsed article, sorted by where they begin; `day` is its date, `own` a user's file of offices."""
    return ArticleReader(doc, day, name_tables(lang, own)).read()
