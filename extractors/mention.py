"""Mentions: spans of an article that denote actors, with the actors they were linked to."""

from dataclasses import dataclass
from enum import StrEnum

from ontology.actor import Actor


class MentionKind(StrEnum):
    """How the text refers to the actor.

    The first group denotes the actor as a whole noun phrase, so it can be the argument of a verb; the last two only modify
    another noun (*ukrainische Armee*, *US-Luftangriff*), so they can be arguments of that noun alone.
    """

    NAME = "name"  # Macron, Präsident Emmanuel Macron, Russland, die Nato
    OFFICE = "office"  # der US-Außenminister, Frankreichs Präsident, der Kremlchef
    METONYM = "metonym"  # der Kreml, Moskau wies zurück, das Pentagon
    ORGAN = "organ"  # die russische Armee, die Regierung in Damaskus, türkische Diplomaten
    DEMONYM = "demonym"  # die Russen
    DESCRIPTION = "description"  # das Land, der Diplomat, die beiden Minister, sein Gast
    PRONOUN = "pronoun"  # er, sie, diese, dessen, sich gegenseitig
    ADJECTIVE = "adjective"  # russische (Luftangriffe)
    COMPOUND = "compound"  # US-(Luftangriff), Macron-(Besuch)

    @property
    def modifies(self) -> bool:
        """Whether the mention is only part of another noun's phrase."""
        return self in (MentionKind.ADJECTIVE, MentionKind.COMPOUND)


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that denotes one or more actors.

    `begin` and `end` are character offsets in the article's text; `token` is the index of the syntactic head token of the
    span in the parsed document. `actors` has several members for *die beiden Minister* or *sie* (plural), none where the
    mention could not be resolved. `represents` is the state, organisation or group whose office the mention names
    (*US-Außenminister John Kerry*: United States), None elsewhere and for former offices. `place` tells a name that can
    also be a location (*in Paris*, *Moskau*), so that the reader decides by grammar. `confidence` is in 0..1. `support` is
    what the mention tells of an actor that no table has (`extractors.actors.evidence`).
    """

    begin: int
    end: int
    token: int
    kind: MentionKind
    actors: tuple[Actor, ...]
    represents: Actor | None = None
    place: bool = False
    confidence: float = 1.0
    why: str = ""
    support: float = 1.0
