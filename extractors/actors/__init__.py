"""Steps 3 and 4: which words of an article denote actors, and which actors they are."""

from spacy.tokens import Doc

from extractors.actors.component import ActorComponent
from extractors.actors.finder import find_mentions
from extractors.mention import Mention

__all__ = ["ActorComponent", "find_mentions", "mentions_at"]


def mentions_at(doc: Doc) -> dict[int, Mention]:
    """The mention at each token that heads one or is part of a name: predicates look for their arguments there."""
    at: dict[int, Mention] = {}
    for mention in doc._.mentions:
        span = doc.char_span(mention.begin, mention.end, alignment_mode="expand")
        if span is not None and not mention.kind.modifies:
            at |= {token.i: mention for token in span if token.pos_ == "PROPN" and token.i not in at}
        # Of several mentions on one word the one with most actors is the argument: "die Außenminister des Irans und Ägyptens".
        if mention.token not in at or len(mention.actors) >= len(at[mention.token].actors):
            at[mention.token] = mention
    return at
