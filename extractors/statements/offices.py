"""Office holding as statements: each person whose office the text names represents a state or organisation (gold guide, `represents`)."""

from collections.abc import Iterable, Iterator

from extractors.mention import Mention, MentionKind
from ontology.actor import Actor, ActorKind


def office_holders(mentions: Iterable[Mention]) -> Iterator[tuple[Mention, Actor, Actor]]:
    """The first mention that names the office, the person and what the office is of; once a pair."""
    seen: set[tuple[str, str]] = set()
    for mention in mentions:
        if mention.represents is None or mention.kind is MentionKind.PRONOUN:
            continue
        for actor in mention.actors:
            pair = actor.id, mention.represents.id
            if actor.kind is ActorKind.PERSON and pair not in seen:
                seen.add(pair)
                yield mention, actor, mention.represents
