"""The ends of a verb: which phrases are its subject, accusative and dative, where case shows it and where a parser errs.

German names show no case (*traf Merz Macron*), so parsers take objects for subjects and datives for accusatives. Articles and
pronouns do show it (*den*, *ihm*, *der*), and they win over the label.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.languages import Grammar
from extractors.languages.cases import ACCUSATIVE, DATIVE, NOMINATIVE
from extractors.lexicon import Lexicon
from extractors.mention import Mention, MentionKind
from extractors.syntax import antecedent, children, is_relative_pronoun, may_be_infinitive, preposition
from ontology.actor import ActorKind


@dataclass(frozen=True, slots=True)
class Ends:
    """Tokens that head the ends of a verb in the active, each in text order; `glued` are names hung on another phrase by mistake."""

    subjects: tuple[Token, ...]
    objects: tuple[Token, ...]
    datives: tuple[Token, ...]
    glued: tuple[Token, ...]


def shown_case(token: Token, grammar: Grammar) -> str:
    """The case that a pronoun or the article of a phrase shows beyond doubt, or ""."""
    return grammar.shown_case(token, antecedent(token) if is_relative_pronoun(token, grammar) else None)


def ends(verb: Token, mentions: Mapping[int, Mention], lexicon: Lexicon) -> Ends:
    """The ends of a verb in the active."""
    found = {
        NOMINATIVE: children(verb, "nsubj", "nsubj:pass", "csubj"),
        ACCUSATIVE: children(verb, "obj"),
        DATIVE: [c for c in children(verb, "obl:arg", "iobj") if not preposition(c, lexicon)]
        or _after_name(verb, mentions, lexicon),
    }
    for label, tokens in list(found.items()):
        for token in list(tokens):
            shown = shown_case(token, lexicon.grammar)
            if shown and shown != label and not (label == DATIVE and _settled(shown, verb, found)):
                found[label].remove(token)
                found[shown] = sorted([*found[shown], token], key=lambda t: t.i)
    _front(verb, found, mentions, lexicon.grammar)
    _in_order(verb, found)
    if not found[NOMINATIVE]:
        _promote(verb, found, mentions, lexicon.grammar)
    return Ends(tuple(found[NOMINATIVE]), tuple(found[ACCUSATIVE]), tuple(found[DATIVE]), tuple(glued(verb, mentions)))


def _settled(shown: str, verb: Token, found: Mapping[str, list[Token]]) -> bool:
    """Whether another phrase has the case that a dative seems to show: *boten den Taliban Hilfe an*, *den Gästen wurde Hilfe zugesagt*."""
    return bool(found[shown]) or (shown == ACCUSATIVE and bool(children(verb, "nsubj:pass")))


def _after_name(verb: Token, mentions: Mapping[int, Mention], lexicon: Lexicon) -> list[Token]:
    """Datives that a parser takes for genitives of a person's name: *drohte Lawrow der Ukraine*. A bare name has no such genitive."""
    found = []
    for subject in children(verb, "nsubj"):
        mention = mentions.get(subject.i)
        if subject.i > verb.i and mention and mention.kind is MentionKind.NAME and mention.actors:
            bare = mention.actors[0].kind is ActorKind.PERSON and subject.pos_ == "PROPN"
            phrases = [c for c in children(subject, "nmod") if c.i > subject.i and not preposition(c, lexicon)]
            found += [
                c for c in phrases if bare and any(d.lower_ in lexicon.grammar.dative_articles for d in c.children)
            ]
    return found


def _front(verb: Token, found: dict[str, list[Token]], mentions: Mapping[int, Mention], grammar: Grammar) -> None:
    """Take in the name that opens the clause and is labelled an adverb: *Merz trifft Macron*, where *Merz* is unknown to a parser.

    No actor is an adverb. Before the verb stands the subject, so what was taken for it is the object.
    """
    opening = [c for c in children(verb, "advmod") if c.i < verb.i and c.pos_ == "PROPN" and c.i in mentions]
    if opening:
        behind = [s for s in found[NOMINATIVE] if s.i > verb.i and shown_case(s, grammar) != NOMINATIVE]
        kept = [s for s in found[NOMINATIVE] if s not in behind]
        found[NOMINATIVE] = kept or opening[:1]
        found[ACCUSATIVE] = sorted([*found[ACCUSATIVE], *behind, *(opening[:1] if kept else ())], key=lambda t: t.i)


def _in_order(verb: Token, found: dict[str, list[Token]]) -> None:
    """Let a bare name before the verb be the subject of what a parser takes for a passive: *Macron wird Xi am Montag empfangen*."""
    passive, datives = children(verb, "nsubj:pass"), found[DATIVE]
    if (
        may_be_infinitive(verb)
        and len(datives) == 1
        and passive == found[NOMINATIVE]
        and len(passive) == 1
        and not found[ACCUSATIVE]
    ):
        dative = datives[0]
        if dative.pos_ == "PROPN" and dative.i < passive[0].i and not children(dative, "det"):
            found[NOMINATIVE], found[ACCUSATIVE], found[DATIVE] = [dative], passive, []


def _promote(verb: Token, found: dict[str, list[Token]], mentions: Mapping[int, Mention], grammar: Grammar) -> None:
    """Find the subject of a finite verb that has none by its label."""
    impersonal = [c for c in children(verb, "expl") if c.i in mentions]
    objects, datives = found[ACCUSATIVE], found[DATIVE]
    relative = [o for o in objects if is_relative_pronoun(o, grammar) and o.lower_ in grammar.caseless_relatives]
    if impersonal:
        found[NOMINATIVE] = impersonal
    elif relative and len(objects) > 1:
        # "Russland, das die Ukraine angreift": two objects are a subject and an object.
        found[NOMINATIVE] = relative[:1]
        objects.remove(relative[0])
    elif any(shown_case(o, grammar) == ACCUSATIVE for o in objects) and (
        bare := [o for o in objects if not shown_case(o, grammar)]
    ):
        # "Den Präsidenten empfing am Mittwoch Macron": only one of two objects is accusative.
        found[NOMINATIVE] = bare[-1:]
        objects.remove(bare[-1])
    elif len(objects) > 1 and objects[0].i < verb.i and not shown_case(objects[0], grammar) and _singular(objects[0]):
        # "Österreichs Beauftragte traf Selenskyj": of two objects the one before the verb is its subject.
        found[NOMINATIVE] = objects[:1]
        objects.remove(objects[0])
    elif len(datives) > 1:
        # "Der Ukraine sagte Merz Hilfe zu": of two datives the one without an article is the subject.
        # "Kiew warf Moskau Verbrechen vor": of two bare names the first one.
        bare = [d for d in datives if not any(child.dep_.startswith("det") for child in d.children)]
        subject = bare[:1] if bare == datives else bare[-1:]
        found[NOMINATIVE] = subject
        found[DATIVE] = [d for d in datives if d not in subject]


def _singular(token: Token) -> bool:
    return "Plur" not in token.morph.get("Number", []) and not children(token, "conj")


def glued(verb: Token, mentions: Mapping[int, Mention]) -> list[Token]:
    """Names that a parser glued to the name or day before them: *am Mittwoch Macron*, *empfing Putin Modi*.

    A real apposition has a comma, a bracket or a title before it.
    """
    found = []
    for child in children(verb, "nsubj", "nsubj:pass", "obj", "obl", "obl:arg"):
        near = children(child, "appos", "flat")
        for inner in (*near, *(g for name in near for g in children(name, "appos", "flat"))):
            mention = mentions.get(inner.i)
            alone = mention is not None and mention is not mentions.get(child.i) and mention.token == inner.i
            if alone and not inner.nbor(-1).is_punct:
                found.append(inner)
    return found


def agents(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Who does what a passive says: the agent, or a *von*-phrase that a parser hung elsewhere (*am Freitag von Macron empfangen*)."""
    found = children(verb, "obl:agent")
    found = found or [c for c in children(verb, "obl") if preposition(c, lexicon) in lexicon.grammar.agents]
    days = [c for c in children(verb, "obl") if c.text in lexicon.words["time-nouns"]]
    return found or [
        g for day in days for g in children(day, "nmod") if preposition(g, lexicon) in lexicon.grammar.agents
    ]
