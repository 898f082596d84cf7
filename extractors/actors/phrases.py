"""What a noun phrase says about its state: adjective, genitive, prefix, or seat (*die Regierung in Peking*)."""

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from extractors.actors.gazette import Found, Gazette
from ontology.actor import Actor, ActorKind


def named_owners(noun: Token, names: Mapping[int, Found], gazette: Gazette, *, seats: bool = True) -> Iterator[Actor]:
    """The states and organisations that a noun's own phrase names as what it is of, the surest first."""
    prefixed = gazette.prefix(noun.text)
    if prefixed:
        yield prefixed[0]
    for child in noun.children:
        if child.dep_ == "amod" and (state := gazette.adjective(child.text)):
            yield state
    left = names.get(noun.i - 1) if noun.i else None
    if left and left.name.actor.kind is not ActorKind.PERSON and noun.nbor(-1).text.endswith(("s", "'", "’")):
        yield left.name.actor
    for child in noun.children:
        if child.dep_ in ("nmod", "appos"):
            yield from _of_attribute(child, names, gazette, seats=seats)


def _of_attribute(child: Token, names: Mapping[int, Found], gazette: Gazette, *, seats: bool) -> Iterator[Actor]:
    cases = {case.lower_ for case in child.children if case.dep_ == "case"}
    found = names.get(child.i)
    if child.dep_ == "appos" and not (found and found.name.actor.kind is not ActorKind.PERSON and not cases):
        return
    if cases and not cases & ({"von", "vom", "der"} | ({"in", "im", "aus", "bei", "beim"} if seats else set())):
        return
    if found and found.name.actor.kind is not ActorKind.PERSON:
        yield found.name.actor
        for conjunct in child.children:
            if conjunct.dep_ == "conj" and (other := names.get(conjunct.i)):
                yield other.name.actor
    elif child.pos_ in ("NOUN", "PROPN"):
        # "Sprecher des russischen Außenministeriums", "Chef der Gruppe X"
        yield from named_owners(child, names, gazette, seats=seats)
