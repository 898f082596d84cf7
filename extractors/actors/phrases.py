"""What a noun phrase says about its state: adjective, genitive, prefix, or seat (*die Regierung in Peking*)."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from extractors.actors.gazette import Found, Gazette
from ontology.actor import Actor, ActorKind

# How many letters of inflection may follow a noun.
INFLECTED = 2


def named_owners(noun: Token, names: Mapping[int, Found], gazette: Gazette, *, seats: bool = True) -> Iterator[Actor]:
    """The states and organisations that a noun's own phrase names as what it is of, the surest first."""
    prefixed = gazette.prefix(noun.text)
    if prefixed:
        yield prefixed[0]
    for child in noun.children:
        # "die kolumbianische Guerilla ELN" is the group, not the land.
        if child.dep_ == "appos" and (found := names.get(child.i)) and found.name.actor.kind is ActorKind.GROUP:
            yield found.name.actor
    for child in noun.children:
        if child.dep_ == "amod" and (state := gazette.adjective(child.text)):
            yield state
    before = noun.nbor(-1) if noun.i else None
    if (
        before is not None
        and before.dep_ == "conj"
        and before.head.head.i == noun.i
        and (state := gazette.adjective(before.text))
    ):
        # "die offizielle palästinensische Regierung": the second of two adjectives
        yield state
    left = names.get(noun.i - 1) if noun.i else None
    if (
        left
        and left.name.actor.kind is not ActorKind.PERSON
        and noun.nbor(-1).text.endswith(gazette.grammar.genitive_endings)
    ):
        yield left.name.actor
    shared = noun.head if noun.dep_ == "conj" and noun.head.text.endswith("-") else noun
    # "Ungarns Außen- und Handelsminister": what hangs on the first part of two is of both.
    for child in shared.children:
        if child.dep_ in ("nmod", "appos"):
            yield from _of_attribute(child, names, gazette, seats=seats)


def together(noun: Token, names: Mapping[int, Found], gazette: Gazette) -> tuple[Actor, ...]:
    """The owners that a plural noun has side by side: *indische und pakistanische Soldaten*, *die Regierungen Chiles und Perus*."""
    for child in noun.children:
        if child.dep_ == "amod":
            adjectives = (child, *(c for c in child.children if c.dep_ == "conj"))
            states = tuple(state for a in adjectives if (state := gazette.adjective(a.text)))
            if len(states) > 1:
                return states
        elif child.dep_ == "nmod" and "Plur" in noun.morph.get("Number", []):
            if any(case.lower_ in gazette.grammar.seated for case in child.children):
                continue
            members = (child, *(c for c in child.children if c.dep_ == "conj"))
            first = (next(_of_attribute(member, names, gazette, seats=True), None) for member in members)
            owners = tuple(dict.fromkeys(owner for owner in first if owner))
            if len(owners) > 1:
                return owners
    return ()


def own_body(noun: Token, gazette: Gazette) -> bool:
    """Whether a noun names a body that is not its state: *der Chef des ukrainischen Energieversorgers*, *ein Berater der Opposition*."""
    lower = noun.lower_
    ends = (lower.rfind(body) + len(body) for body in gazette.own_bodies if body in lower)
    return any(len(lower) - end <= INFLECTED for end in ends)


def _of_attribute(child: Token, names: Mapping[int, Found], gazette: Gazette, *, seats: bool) -> Iterator[Actor]:
    cases = {case.lower_ for case in child.children if case.dep_ == "case"}
    found = names.get(child.i)
    # "Serbien schickte Ministerpräsident Macut, Albanien seinen Außenminister"
    if child.dep_ == "appos" and child.i and child.nbor(-1).text in (",", "("):
        # "Innenminister Seehofer (CSU)" is not the party's minister either.
        return
    if child.dep_ == "appos" and not (found and found.name.actor.kind is not ActorKind.PERSON and not cases):
        return
    grammar = gazette.grammar
    if found and found.name.actor.kind is ActorKind.ORGANISATION and child.pos_ == "NOUN" and not cases:
        # "der russische Sicherheitsrat" is not that of the United Nations.
        own = [state for c in child.children if c.dep_ == "amod" and (state := gazette.adjective(c.text))]
        if own:
            yield from own
            return
    if cases and not cases & (grammar.owned | (grammar.seated | {grammar.origin} if seats else set())):
        return
    if found and found.name.actor.kind is not ActorKind.PERSON:
        yield found.name.actor
        for conjunct in child.children:
            if conjunct.dep_ == "conj" and (other := names.get(conjunct.i)):
                yield other.name.actor
    elif child.pos_ in ("NOUN", "PROPN") and not cases & grammar.seated and not own_body(child, gazette):
        # "Sprecher des russischen Außenministeriums", "Chef der Gruppe X"; but "Sprecher in einem Interview der … Zeitung"
        yield from named_owners(child, names, gazette, seats=seats)
