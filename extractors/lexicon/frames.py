"""Argument frames: where in the sentence a predicate has its two actors.

An entry of `predicates.tsv` is one line: word class, predicate, relation, subject slots, object slots, remarks, and a sentence
that it fires in.

    v   üben Kritik     criticizes  subj        an,gegen
    v   stellen sich    supports    subj        hinter
    n   Besuch          visits      @doer       bei,in,adj
    r   Verbündeter     alliedWith  bearer      @of
    a   verbündet       alliedWith  subj        mit

The first word of the predicate is the trigger's lemma; the others are its companions: `sich`, a bare noun (its object or
subject: `Kritik`), a noun after a preposition (`in:Haft`), or any word of a class of `words.tsv` (`@weapon`, `mit:@weapon`).
Slots are tried in order; the first one filled wins:

    subj        subject, or the agent of a passive; the controller of an infinitive
    obj         accusative object, or the subject of a passive
    dat         dative object (`obl:arg` in German UD)
    act         whose act or word the object is, no actor and no people itself (*begrüßte die Entscheidung der EU*)
    clause      subject of a subordinate object clause (*fordert, dass Russland …*)
    deed        whom the verb of a subordinate clause would hit (*drohte, der Ukraine den Strom abzustellen*)
    gen         genitive attribute of a noun (or *von* in its place)
    poss        possessive determiner (*sein Besuch*)
    adj         adjective of a state before a noun (*russische Angriffe*)
    comp        first part of a compound (*US-Angriff*)
    governor    subject of the verb that the noun depends on (*beim Empfang …, sagte Macron*)
    bearer      who a role noun is said of: copula subject, apposition (*Minsk, ein Verbündeter Moskaus*)
    body        the organisation presided over: what the phrase describes, else the one spoken of last
    mod         whatever modifies the companion noun (*an die Seite der Ukraine stellen*)
    mit, an, …  the noun after that preposition

`obj*` takes the actor named inside the noun phrase where the noun itself is none (*verurteilte die russischen Angriffe*).
`in+` takes the state in which the place lies (*reiste nach Lwiw*: Ukraine).
`obj/PS` takes actors of these kinds only: P person, S state, O organisation, G group.

Remarks: `planned` makes a plan of what is stated; `prospect` does unless it is told as past (*nach dem Beitritt*); `mutual` lets
several subjects do it to each other; `without=auf` forbids a phrase with that preposition, `without=sich` a reflexive,
`without=@office` an object of that class; `means=mit,dank` lets `governor` stand for the subject of the verb above where the noun
follows one of these (*mit Unterstützung Russlands begann Syrien …*); `event`, `visit`, `visitor` let the subject of any verb above
be the doer (*sagte Macron beim Empfang von …*). Any other slot, kind, remark or class is an error.
"""

from dataclasses import dataclass
from enum import StrEnum

# The slots that are no preposition, the letters of the kinds of actors, and the remarks that the rules know.
STRUCTURAL = frozenset("subj obj dat act clause deed gen poss adj comp governor bearer body mod".split())
KINDS = frozenset("PSOG")
REMARKS = frozenset("planned prospect mutual event visit visitor".split())
REMARKS_WITH_WORDS = frozenset(("without", "means"))


class WordClass(StrEnum):
    """How the predicate is realised: verb, event noun, role noun, adjective."""

    VERB = "v"
    NOUN = "n"
    ROLE = "r"
    ADJECTIVE = "a"


@dataclass(frozen=True, slots=True)
class Slot:
    """One place where an argument may stand.

    `owner` admits the actor inside the phrase, `territory` the state of a place, `kinds` restricts actors (first letters).
    """

    name: str
    owner: bool = False
    territory: bool = False
    kinds: str = ""

    @classmethod
    def parse(cls, text: str) -> "Slot":
        """The slot written as `name`, with `*` (owner), `+` (territory) and `/KINDS` after it where wanted."""
        marked, _, kinds = text.strip().partition("/")
        return cls(marked.rstrip("*+"), "*" in marked, "+" in marked, kinds)


@dataclass(frozen=True, slots=True)
class Companion:
    """A word that must stand beside the trigger: `sich`, or a noun by its lemma, after `preposition` where one is given."""

    lemma: str
    preposition: str | None = None

    @property
    def is_class(self) -> bool:
        """Whether any word of a class may stand there (`@weapon`)."""
        return self.lemma.startswith("@")


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the lexicon: trigger lemma and companions, relation, slots of subject and object.

    `remarks` are written `key` or `key=value`; `sentence` is one that the entry fires in.
    """

    word_class: WordClass
    lemma: str
    companions: tuple[Companion, ...]
    relation: str
    subject: tuple[Slot, ...]
    object: tuple[Slot, ...]
    remarks: frozenset[str] = frozenset()
    sentence: str = ""

    def values(self, key: str) -> frozenset[str]:
        """The words of the remark `key=word,word`, none where the entry has no such remark."""
        given = (remark.partition("=") for remark in self.remarks)
        return frozenset(word for name, _, words in given if name == key for word in words.split(",") if word)

    @property
    def name(self) -> str:
        """The predicate as written in the lexicon, for rules and explanations: `üben Kritik`."""
        words = [f"{c.preposition}:{c.lemma}" if c.preposition else c.lemma for c in self.companions]
        return " ".join([self.lemma, *words])
