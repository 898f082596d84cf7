"""Which name belongs to a title, and where a name begins and ends beyond what recognition saw."""

from spacy.tokens import Token

from extractors.actors.folding import fold
from extractors.actors.notes import Notes
from extractors.actors.spans import BROKEN
from ontology.actor import Actor


class TitledNames:
    """Finds the names in the notes of an article."""

    def __init__(self, notes: Notes) -> None:
        """`notes` are shared with the readers of mentions."""
        self.notes = notes
        self.words = notes.words

    def name_of(self, token: Token) -> tuple[int, int] | None:
        """The person's name that a title belongs to: right after it, in apposition, or the noun it is in apposition to."""
        persons = self.notes.persons
        following = token.i + 1
        following += self._particles(following)
        if persons.get(following, (0, 0))[0] == following and following in persons:
            return persons[following]
        for child in token.children:
            if child.dep_ in ("appos", "flat") and child.i > token.i:
                if child.i in persons:
                    return persons[child.i]
                looks = child.pos_ == "PROPN" and not BROKEN.search(child.text)
                if looks and child.dep_ == "appos" and child.i not in self.notes.names:
                    return self._unrecognised(child)
            if child.dep_ == "nmod" and child.i > token.i:
                # "der Vizechef der Verwaltung Andrej X": the name hangs on the genitive beside it, which is no title of its own.
                for name in child.children:
                    beside = name.dep_ in ("appos", "flat") and name.i in persons
                    if not beside or self.notes.lang.titles.parse(child.text):
                        continue
                    office = child.pos_ == "NOUN" and child.lower_.endswith(tuple(self.words["ministries"]))
                    # "der ukrainische Botschafter in der Schweiz, Artem X", "in der Schweiz Artem X"
                    behind = name.i == child.i + 1
                    seat = child.i in self.notes.names and (behind or token.doc[name.i - 1].text == ",")
                    if (behind and office) or seat:
                        return persons[name.i]
        if token.dep_ == "appos" and token.head.i in persons:
            return persons[token.head.i]
        return None

    def _particles(self, first: int) -> int:
        """How many particles of a known name stand before it: *EU-Kommissionspräsidentin von der Leyen*."""
        doc, persons, people = self.notes.doc, self.notes.persons, self.notes.people
        last = first
        while last < len(doc) and doc[last].lower_ in people.particles:
            last += 1
        if last == first or persons.get(last, (0, 0))[0] != last or last not in persons:
            return 0
        person = people.by_name([doc[last].text], None, (), None) or people.known_here([doc[last].text])
        parts = {fold(part) for part in person.label(people.lang).split()} if person else set()
        return last - first if parts.issuperset(fold(word.text) for word in doc[first:last]) else 0

    def _unrecognised(self, first: Token) -> tuple[int, int]:
        """The span of a name in apposition that entity recognition missed."""
        last = first.i
        while last + 1 < len(first.doc) and first.doc[last + 1].dep_ == "flat" and first.doc[last + 1].pos_ == "PROPN":
            last += 1
        return first.i, last

    def with_particles(self, first: int, actor: Actor) -> int:
        """Where a name begins with its particles, which recognition leaves out at the start of a sentence: *Von der Leyen*."""
        parts = {fold(part) for part in actor.label(self.notes.people.lang).split()} & self.notes.people.particles
        while first and fold(self.notes.doc[first - 1].text) in parts and first - 1 not in self.notes.at:
            first -= 1
        return first

    def is_genitive(self, first: int, last: int) -> bool:
        """Whether a name is a bare genitive: *Sandus Besuch*, *die Ermordung Kassem Soleimanis*."""
        root = self.notes.doc[first : last + 1].root
        return root.dep_ == "nmod" and not any(child.dep_ == "case" for child in root.children)
