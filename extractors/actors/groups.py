"""Mentions of groups: coalitions by who leads or forms them, named groups that no table has, groups of a state, groups spoken of before."""

from spacy.tokens import Token

from extractors.actors.evidence import is_one
from extractors.actors.notes import ORGAN, SPOKEN_OF, UNLISTED, Notes
from extractors.actors.phrases import named_owners
from extractors.mention import MentionKind
from ontology.actor import Actor, ActorKind, Spelling
from ontology.labels import FALLBACK
from ontology.slugs import slug


class Groups:
    """Reads groups into the notes of an article."""

    def __init__(self, notes: Notes) -> None:
        """`notes` are shared with the readers of persons and of states."""
        self.notes = notes
        self.words = notes.words
        self.spoken_of: dict[str, Actor] = {}

    def described(self, token: Token, sentence: int) -> bool:
        """Coalitions by who leads or forms them, named groups that no table has, and groups spoken of before."""
        notes = self.notes
        base = notes.references.group_head(token)
        if base in self.words["group-heads"] and self._named_group(token, sentence):
            return True
        if token.text in self.spoken_of:
            same = (self.spoken_of[token.text],)
            return notes.add(
                token,
                token,
                token,
                MentionKind.DESCRIPTION,
                same,
                sentence,
                confidence=SPOKEN_OF,
                why="spoken of before",
            )
        member_of = self._united_in(token)
        if member_of:
            self.spoken_of[token.text] = member_of
            return notes.add(
                token,
                token,
                token,
                MentionKind.DESCRIPTION,
                (member_of,),
                sentence,
                confidence=ORGAN,
                why="members of it",
            )
        if of_state := self._of_state(token):
            return notes.add(
                token,
                token,
                token,
                MentionKind.DESCRIPTION,
                (of_state,),
                sentence,
                confidence=ORGAN if of_state.known else UNLISTED,
                why="group of a state",
            )
        if not base:
            return False
        owners = [o for o in named_owners(token, notes.names, notes.gazette, seats=False) if o.kind is ActorKind.GROUP]
        if owners:
            return notes.add(
                token, token, token, MentionKind.ORGAN, (owners[0],), sentence, confidence=ORGAN, why="of the group"
            )
        leader = self._leader(token)
        whoswho = notes.gazette.whoswho
        if leader and leader.id in whoswho.led:
            coalition = whoswho.actors[whoswho.led[leader.id]]
            return notes.add(token, token, token, MentionKind.NAME, (coalition,), sentence, why="led coalition")
        actors = notes.references.group(token, sentence) or self._bare(token)
        return bool(actors) and notes.add(
            token,
            token,
            token,
            MentionKind.DESCRIPTION,
            actors,
            sentence,
            confidence=SPOKEN_OF,
            why="group of the conflict spoken of",
        )

    def _of_state(self, token: Token) -> Actor | None:
        """A group by its state: that of the tables, else an actor of its own (*die türkische Opposition*)."""
        if token.text not in self.words["state-groups"]:
            return None
        notes, lang = self.notes, self.notes.gazette.lang
        states = named_owners(token, notes.names, notes.gazette, seats=False)
        state = next((owner for owner in states if owner.kind is ActorKind.STATE), None)
        if state is None:
            return None
        whoswho, nature = notes.gazette.whoswho, notes.lang.bare_groups.get(token.text, token.lower_)
        known = [group for active_in, group in whoswho.active.get(nature, ()) if active_in == state.id]
        if known:
            return whoswho.actors[known[0]]
        adjective = notes.gazette.adjective_of.get(state.id)
        if adjective is None:
            return None
        name = notes.lang.grammar.described(adjective, token.text)
        return Actor(slug(f"{token.text} of {state.label(FALLBACK)}"), ActorKind.GROUP, {lang: name}, known=False)

    def _bare(self, token: Token) -> tuple[Actor, ...]:
        """The group that a bare noun means beside the states of this article: *die Separatisten* where Ukraine is spoken of most."""
        counts, whoswho = self.notes.salience.counts, self.notes.gazette.whoswho
        nature = self.notes.lang.bare_groups.get(token.text, "")
        fitting = [(counts[state], group) for state, group in whoswho.active.get(nature, ()) if counts[state]]
        return (whoswho.actors[max(fitting)[1]],) if fitting else ()

    def _united_in(self, token: Token) -> Actor | None:
        """The coalition whose members a noun denotes: *die in der Koalition der Willigen vereinten Länder*."""
        for child in token.children:
            if child.dep_ == "amod" and child.text in self.words["members-of"]:
                for place in child.children:
                    found = self.notes.names.get(place.i)
                    if found and found.name.actor.kind is ActorKind.ORGANISATION:
                        return found.name.actor
        return None

    def _leader(self, token: Token) -> Actor | None:
        """Who leads a coalition: *von Riad geführte*, *US-geführte*, *saudisch geführte*."""
        for child in token.children:
            if child.dep_ == "amod" and child.text.rpartition("-")[2] in self.words["led"]:
                prefixed = self.notes.gazette.prefix(child.text)
                inner = [self.notes.names[c.i].name.actor for c in child.children if c.i in self.notes.names]
                state = [s for c in child.children if (s := self.notes.gazette.adjective(c.text))]
                return prefixed[0] if prefixed else next(iter(inner + state), None)
        return None

    def _named_group(self, token: Token, sentence: int) -> bool:
        """A group that no table has, introduced by what it is: *die Gruppe X*, *das Bataillon X*."""
        notes = self.notes
        # Every word of a name is capitalised, an adjective in front of its noun too: "die Gruppe Erste Küstendivision".
        first = last = token.i + 1
        while (
            last < len(notes.doc)
            and notes.doc[last].text[0].isupper()
            and notes.doc[last].pos_ in ("PROPN", "NOUN", "ADJ", "X")
        ):
            last += 1
        last -= 1
        if last < first or first in notes.names or first in notes.at:
            return False
        seen = notes.doc[first : last + 1].ents or [
            e for e in notes.doc[first : last + 1].sent.ents if e.start <= first < e.end
        ]
        word = notes.doc[first]
        genitive = word.dep_ == "nmod" and "Gen" in word.morph.get("Case", [])
        common = word.pos_ != "PROPN" and not seen
        if first == last and (common or genitive or is_one(word.lower_, tuple(self.words["bystanders"]))):
            # "dass die Organisation Terroranschläge geplant habe"
            return False
        # "Al-Jamaa al-Islamiyya", "Data for Progress": small words belong to it.
        last = max(last, *(entity.end - 1 for entity in seen)) if seen else last
        if any(thing in token.lower_ for thing in self.words["things"]):
            return False
        name = notes.doc[first : last + 1].text
        lang = notes.gazette.lang
        longer = (Spelling(f"{token.text} {name}", lang),)
        actor = Actor(slug(name), ActorKind.GROUP, {lang: name}, longer, known=False)
        over = range(first, last + 1)
        return notes.add(
            token,
            notes.doc[last],
            token,
            MentionKind.NAME,
            (actor,),
            sentence,
            confidence=UNLISTED,
            why="named group",
            over=over,
        )
