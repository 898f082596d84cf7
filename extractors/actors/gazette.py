"""The who's-who as an index of words: which names, adjectives, demonyms and prefixes a token can begin."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

from extractors.actors.folding import APOSTROPHES, fold
from extractors.actors.transliteration import romanised
from extractors.languages import Grammar
from extractors.mention import MentionKind
from ontology.actor import Actor, ActorKind
from ontology.whoswho import WhosWho

# Shorter surnames of other alphabets sound like too many others.
SHORTEST_SOUND = 5


@dataclass(frozen=True, slots=True)
class Name:
    """One way to write an actor: its words folded and without endings, how it denotes the actor, and the name folded whole.

    `exact` is an abbreviation that must match letter by letter; `seat` tells a metonym of the tables (*Moskau*, *das Weiße Haus*),
    which speaks for its state, from any other city.
    """

    words: tuple[str, ...]
    actor: Actor
    kind: MentionKind
    place: bool
    exact: str = ""
    folded: str = ""
    seat: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A name found at tokens first..last (inclusive)."""

    first: int
    last: int
    name: Name


def joined(words: Iterable[str]) -> str:
    """A name of several words folded into one, however hyphens, full stops and spaces part it."""
    return fold("".join(words).replace(".", ""))


class Gazette:
    """The index; `find` runs over a doc once."""

    def __init__(self, whoswho: WhosWho, lang: str, grammar: Grammar, own_bodies: frozenset[str] = frozenset()) -> None:
        """Build the index from the tables' words of a language; `grammar` knows the endings of names and adjectives.

        `own_bodies` are nouns of bodies that do not act for their state: companies, parties, papers.
        """
        self.own_bodies = own_bodies
        self.whoswho = whoswho
        self.lang = lang
        self.grammar = grammar
        words = whoswho.words(lang)
        self.metonyms = words.metonyms
        self.by_first: dict[str, list[Name]] = defaultdict(list)
        self.adjectives = {
            base + end: whoswho.actors[state]
            for base, state in words.adjectives.items()
            for end in grammar.adjective_endings
        }
        self.adjective_of: dict[str, str] = {}
        for base, state in words.adjectives.items():
            self.adjective_of.setdefault(state, base)
        self.surnames: dict[str, list[Actor]] = defaultdict(list)
        self.sounds: dict[str, list[Actor]] = defaultdict(list)
        self.given: dict[str, list[Actor]] = defaultdict(list)
        self.joined: dict[str, list[Actor]] = defaultdict(list)
        self.short_names: dict[str, list[Actor]] = defaultdict(list)
        self.prefixes: dict[str, Actor] = {}
        for actor in whoswho.actors.values():
            self._add_actor(actor)
        for surface, (identifier, kind) in words.metonyms.items():
            self._add(surface, whoswho.actors[identifier], MentionKind.METONYM, place=kind != "office", seat=True)
        for base, state in words.demonyms.items():
            for ending in grammar.demonym_endings:
                self._add(base + ending, whoswho.actors[state], MentionKind.DEMONYM, place=False)
                # "Palästinenser-Präsident"
                self.prefixes.setdefault(fold(base + ending), whoswho.actors[state])
        for name, place in words.places.items():
            if place.state and name not in whoswho.names and name not in words.metonyms:
                self._add(name, whoswho.actors[place.state], MentionKind.METONYM, place=True)
        self.seats = {
            form: whoswho.actors[identifier]
            for surface, (identifier, kind) in words.metonyms.items()
            if kind == "seat" and " " not in surface
            for form in grammar.city_adjectives(surface)
        }
        self._add_short_names()
        for known in self.by_first.values():
            known.sort(key=lambda name: (-len(name.words), name.actor.id))

    @lru_cache(maxsize=16384)  # noqa: B019  one object a language lives as long as the process
    def key(self, word: str) -> str:
        """The stem of the folded word: what names are indexed by."""
        return self.grammar.stem(fold(word))

    def _add_actor(self, actor: Actor) -> None:
        for name in actor.spellings(self.lang):
            if actor.kind is ActorKind.PERSON:
                if " " in name:
                    self._add(name, actor, MentionKind.NAME, place=False)
                    if actor not in self.joined[joined(name.split())]:
                        self.joined[joined(name.split())].append(actor)
                    if actor not in self.given[fold(name.split()[0])]:
                        self.given[fold(name.split()[0])].append(actor)
                    last = name.split()[-1]
                    first = name.split()[0] if self._surname_first(actor) else last
                    for surname in sorted({last, first, last.removeprefix("al-").removeprefix("Al-")}):
                        if actor not in self.surnames[fold(surname)]:
                            self.surnames[fold(surname)].append(actor)
                        if self._transliterated(actor) and actor not in self.sounds[romanised(surname)]:
                            self.sounds[romanised(surname)].append(actor)
                elif actor not in self.short_names[fold(name)]:
                    self.short_names[fold(name)].append(actor)
            else:
                if actor.kind is ActorKind.STATE and "-" in name:
                    # "Guinea Bissau", "Saudi Arabien": hyphens are left out.
                    self._add(name.replace("-", " "), actor, MentionKind.NAME, place=True)
                self._add(name, actor, MentionKind.NAME, place=actor.kind is ActorKind.STATE)
                self.prefixes.setdefault(fold(name), actor)

    def _surname_first(self, actor: Actor) -> bool:
        """Whether the person's state puts the surname first: *Xi Jinping*, *Kim Jong-un*."""
        return any(holding.of in self.whoswho.surname_first for holding in self.whoswho.careers.get(actor.id, ()))

    def _transliterated(self, actor: Actor) -> bool:
        """Whether the person's state writes another alphabet, so that the name has many spellings here."""
        # So has that of a group's leader: "Ismail Haniyeh", "Hanija".
        bodies = [holding.of for holding in self.whoswho.careers.get(actor.id, ())]
        groups = (of in self.whoswho.actors and self.whoswho.actors[of].kind is ActorKind.GROUP for of in bodies)
        return any(of in self.whoswho.transliterated for of in bodies) or any(groups)

    def _add_short_names(self) -> None:
        """Let a short name that one person alone has stand for a surname: *Lula*, *MBS*, but not *Abdullah*."""
        parts = {fold(part): actor for actor in self.whoswho.actors.values() if actor.kind is ActorKind.PERSON
                 for name in actor.labels.values() for part in name.split()}  # fmt: skip
        for short, actors in self.short_names.items():
            if len(actors) == 1 and parts.get(short, actors[0]) == actors[0] and short not in self.surnames:
                self.surnames[short] = actors

    def _add(self, name: str, actor: Actor, kind: MentionKind, *, place: bool, seat: bool = False) -> None:
        words = tuple(self.key(word) for word in name.replace("(", " ").replace(")", " ").split())
        if not words:
            return
        if apart := [word for word in name.split() if APOSTROPHES.search(word[1:-1])]:
            # Tokenizers cut one kind of apostrophe and leave another: "Côte d'Ivoire", "Côte d’ Ivoire".
            cut = tuple(self.key(part) for word in name.split() for part in APOSTROPHES.split(word) if part)
            if apart and cut != words:
                self.by_first[cut[0]].append(Name(cut, actor, kind, place, "", fold(name), seat))
        exact = name if len(words) == 1 and (len(name) <= 3 or name.isupper()) else ""
        self.by_first[words[0]].append(Name(words, actor, kind, place, exact, fold(name), seat))

    def find(self, doc: Doc) -> Iterator[Found]:
        """The names in a doc, longest first at each token, none inside another."""
        position = 0
        while position < len(doc):
            found = self._at(doc, position)
            if found:
                yield found
                position = found.last + 1
            else:
                position += 1

    def _at(self, doc: Doc, position: int) -> Found | None:
        # An abbreviation may keep the full stop of its sentence: "M23."
        text = doc[position].text
        text = text[:-1] if len(text) > 2 and text.endswith(".") else text
        # "Ägyptens" is "Ägypten" with a genitive -s, "Europäischen" is "Europäische": either may be how the name begins.
        names = self.by_first.get(self.key(text), [])
        if (
            text[0].isupper()
            and text.endswith(self.grammar.genitive_endings)
            and (shorter := self.key(self.grammar.genitive_base(text))) != self.key(text)
        ):
            names = names + self.by_first.get(shorter, [])
        if not names or not (text[0].isupper() or text[0].isdigit() or names[0].words[1:]):
            return None
        # "Hamas" is itself before it is the genitive of "Hama".
        whole = [name for name in names if len(name.words) == 1 and name.folded == fold(text)]
        for name in (*(n for n in names if len(n.words) > 1), *whole, *names):
            last = position + len(name.words) - 1
            if last >= len(doc):
                continue
            if len(name.words) == 1:
                if not self._single(text, name):
                    continue
            elif not self._matches(doc, position, name):
                continue
            # "al-Scharaa", "d'Ivoire"
            if any(char.isupper() for char in doc[last].text) or not doc[last].text[0].isalpha():
                return Found(position, last, name)
        return None

    def _matches(self, doc: Doc, position: int, name: Name) -> bool:
        """Whether the words from a position are a name of several words; the last one may be a genitive (*Wladimir Putins*)."""
        last, word = doc[position + len(name.words) - 1].text, name.words[-1]
        ends = self.key(last)
        # Endings come behind: most names are told apart by how their last word begins.
        if ends[:2] != word[:2] or any(
            self.key(doc[position + k].text) != name.words[k] for k in range(len(name.words) - 1)
        ):
            return False
        return ends == word or any(self.key(form) == word for form in self.grammar.name_bases(last))

    def _single(self, text: str, name: Name) -> bool:
        """Whether one word is this name: letter by letter for abbreviations (*IS* is no *is*), else in nominative or genitive."""
        if name.exact:
            inflected = len(name.exact) > 2 and self.grammar.genitive_base(text) == name.exact
            return text == name.exact or inflected
        if not text[0].isupper():
            return False
        if name.kind is MentionKind.DEMONYM:
            return name.folded == fold(text)
        # Letter by letter but for the case ending: "Hollande" is no "Holland".
        return any(name.folded == fold(form) for form in self.grammar.name_bases(text))

    def prefix(self, text: str) -> tuple[Actor, str] | None:
        """The actor before a hyphen and the rest: *US-Außenminister* → United States, *Außenminister*; None without one."""
        head, hyphen, rest = text.partition("-")
        while hyphen:
            actor = self.prefixes.get(fold(head))
            if actor is None and (metonym := self.metonyms.get(head)):
                actor = self.whoswho.actors[metonym[0]]
            if actor and rest and (len(head) > 3 or head == head.upper() or head[0].isupper()):
                return actor, rest
            more, hyphen, rest = rest.partition("-")
            head = f"{head}-{more}"
        return None

    def seat(self, text: str) -> Actor | None:
        """The state or organisation of a city's adjective, which is none of its own: *das Kiewer Außenministerium*."""
        return self.seats.get(text)

    def part(self, text: str) -> Actor | None:
        """The state that a word names a quarter of: *Nordsyrien*, *Ostkongo*."""
        for quarter in self.grammar.quarters:
            rest = text.removeprefix(quarter).lstrip("-")
            for key in self.whoswho.names.get(rest[:1].upper() + rest[1:], ()) if text != rest else ():
                if self.whoswho.actors[key].kind is ActorKind.STATE:
                    return self.whoswho.actors[key]
        return None

    def adjective(self, text: str) -> Actor | None:
        """The state of an adjective in any case: *ukrainische*, *US-amerikanischen*."""
        return self.adjectives.get(text) or self.adjectives.get(text[0].lower() + text[1:])

    @lru_cache(maxsize=16384)  # noqa: B019  one object a language lives as long as the process
    def sides(self, text: str) -> tuple[Actor, ...]:
        """The states of an adjective, two for *syrisch-israelische*."""
        whole = self.adjective(text)
        parts = (
            [part and self.adjective(part) for part in text.split("-")] if whole is None and "-" in text else [whole]
        )
        return tuple(state for state in parts if isinstance(state, Actor)) if all(parts) else ()

    def people(self, surname: str, *, exactly: bool = False) -> tuple[Actor, ...]:
        """The persons of the tables with this surname, genitive -s taken off where that is needed.

        A name of another alphabet may be written otherwise than the tables do, unless it must be `exactly` theirs.
        """
        base = self.grammar.genitive_base(surname)
        found = self.surnames.get(fold(surname)) or self.surnames.get(fold(base))
        if not found and not exactly and len(base) >= SHORTEST_SOUND:
            found = self.sounds.get(romanised(surname)) or self.sounds.get(romanised(base))
        return tuple(found or ())
