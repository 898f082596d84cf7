"""Speakers that stand outside the clause they speak: before a colon, behind a dash, in the next sentence, or in an earlier one."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extractors.lexicon import Lexicon, Slot
from extractors.mention import Mention, MentionKind
from extractors.quotations import COLON, MARKS, quotation
from extractors.statements.arguments import Argument
from extractors.statements.attribution import Attribution
from extractors.syntax import children, infinitive, is_verbal
from ontology.actor import ActorKind

DASHES = frozenset(("-", "–", "—"))
# What a verb may do to what *das* takes up, for its subject to be the speaker of that.
TAKING_UP = frozenset(("say", "claim", "plan"))


def speakers(doc: Doc, attribution: Attribution, lexicon: Lexicon) -> dict[int, Argument]:
    """The speaker of each sentence that has one outside its clauses, by the sentence's first token.

    *„…“, sagte Selenskyj. Er glaube an die Koalition.*: the second sentence is in the reporting subjunctive and names nobody.
    """
    found: dict[int, Argument] = {}
    running: Argument | None = None
    announced: Argument | None = None
    previous: Span | None = None
    for sentence in doc.sents:
        named = attribution.last_speaker(sentence)
        # *„…“, sagte Kallas. „Wir …“*: the quotation goes on.
        goes_on = running is not None and (attribution.reported(sentence.root) or quotation(sentence.root) is not None)
        if running and goes_on:
            found[sentence.start] = running
        own = _before_colon(sentence, attribution) or _behind(sentence, attribution) or announced
        if own:
            found[sentence.start] = own
        if (
            previous is not None
            and previous.start not in found
            and (later := _taken_up(sentence, attribution, lexicon))
        ):
            found[previous.start] = later
        # "Merz:" may be a sentence of its own to the parser.
        announced = own if own and sentence[-1].text == COLON else None
        running = named or own or (running if goes_on else None)
        previous = sentence
    return found


def _speaks(mention: Mention) -> bool:
    """Whether a name alone may be a speaker: a person, organ or seat; a state is as often the topic (*Syrien: Israel greift an*)."""
    return len(mention.actors) == 1 and (
        mention.actors[0].kind is not ActorKind.STATE or mention.kind in (MentionKind.ORGAN, MentionKind.METONYM)
    )


def _alone(tokens: list[Token], attribution: Attribution) -> Argument | None:
    """The one speaker that some tokens name and nothing else: *Außenminister Fidan*."""
    if not tokens or any(is_verbal(token) or token.is_punct for token in tokens):
        return None
    mentions = {i: m for token in tokens if (m := attribution.finder.mentions.get(token.i)) for i in [m.token]}
    # The phrase is the mention's: "Streit um Trump: …" names a topic.
    begins = tokens[0].idx
    own = [m for m in mentions.values() if m.begin <= begins or tokens[0].pos_ in ("DET", "ADJ")]
    if len(own) != 1 or not _speaks(own[0]):
        return None
    head = tokens[0].doc[own[0].token]
    return next(iter(attribution.finder.denoted(head, Slot("source", owner=True))), None)


def _before_colon(sentence: Span, attribution: Attribution) -> Argument | None:
    """*Merz: Russland bedroht Polen*; nothing where words of somebody follow that the article cites itself."""
    colons = [token.i for token in sentence[1:8] if token.text == COLON]
    return _alone(list(sentence.doc[sentence.start : colons[0]]), attribution) if colons else None


def _behind(sentence: Span, attribution: Attribution) -> Argument | None:
    """*Serbien bedroht das Kosovo – Kurti*, *„Russland hat Moldau bedroht“ (Sandu)*."""
    tokens = [token for token in sentence if not token.is_space]
    while tokens and tokens[-1].text in (".", "!"):
        tokens.pop()
    dashes = [k for k, token in enumerate(tokens) if token.text in DASHES and k > 2 and token.nbor(-1).whitespace_]
    if dashes:
        return _alone(tokens[dashes[-1] + 1 :], attribution)
    brackets = [k for k, token in enumerate(tokens) if token.text == "(" and k and tokens[k - 1].text in MARKS]
    if brackets and tokens[-1].text == ")":
        return _alone(tokens[brackets[-1] + 1 : -1], attribution)
    return None


def _taken_up(sentence: Span, attribution: Attribution, lexicon: Lexicon) -> Argument | None:
    """The speaker of the sentence before, whose words this one takes up: *Das sagte Rubio am Mittwoch*."""
    verb = sentence.root
    first = next((token for token in sentence if not token.is_punct and not token.is_space), None)
    taken = first is not None and first.head.i == verb.i and first.lower_ in lexicon.words["taking-up"]
    if not taken or first not in children(verb, "obj", "nsubj", "advmod", "obl"):
        return None
    if attribution.effect(verb) not in TAKING_UP or any(_acts(verb, lexicon)):
        return None
    return attribution.speaker(verb)


def _acts(verb: Token, lexicon: Lexicon) -> Iterator[bool]:
    """Whether a verb does something to what it has for an object: *Das kritisierte Merz* is no attribution."""
    for lemma in infinitive(verb, lexicon):
        for entry in lexicon.verbs.get(lemma, ()):
            yield any(slot.name == "obj" for slot in entry.object) and not entry.companions
