"""Explains a link: whom a description means at a date, and why."""

import datetime
from dataclasses import dataclass

from spacy.language import Language

from extractors.languages import language
from extractors.mention import Mention
from ontology.actor import Actor
from ontology.whoswho import Holding, load


@dataclass(frozen=True, slots=True)
class Lookup:
    """What one mention of the description was linked to: the mention, its text, and the offices of each actor at the date."""

    mention: Mention
    text: str
    offices: tuple[tuple[Actor, tuple[Holding, ...]], ...]


def lookup(description: str, day: datetime.date | None, nlp: Language) -> list[Lookup]:
    """The mentions in a description such as *US-Außenminister* or *der britische Premier*, read as the subject of a sentence."""
    doc = nlp.make_doc(language(nlp.lang).grammar.carrier.format(description.strip()))
    doc._.date = day
    doc = nlp(doc)
    whoswho = load()
    found = []
    for mention in doc._.mentions:
        offices = tuple((actor, whoswho.offices_on(actor.id, day) if day else ()) for actor in mention.actors)
        found.append(Lookup(mention, doc.text[mention.begin : mention.end], offices))
    return found
