"""Whose word it is: verbs of saying, *laut X*, *nach Angaben von X*, *X zufolge*, *hieß es aus …*, and reported speech that runs on."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from extractors.lexicon import Lexicon, Slot
from extractors.quotations import announcing
from extractors.statements.arguments import Argument, ArgumentFinder
from extractors.syntax import SUBJECTS, children, finite, infinitive, preposition

SAYING = ("say", "claim")


def _has_told(verb: Token) -> bool:
    """Whether a verb of saying before another clause has its object, so that the clause is only beside it.

    *Alijew kritisierte Russland, Paschinjan lobte die EU.*
    """
    return verb.i < verb.head.i and any(child.pos_ in ("NOUN", "PROPN") for child in children(verb, "obj"))


class Attribution:
    """Finds the speakers of clauses and sentences in one document."""

    def __init__(self, finder: ArgumentFinder, lexicon: Lexicon) -> None:
        """`finder` knows the document's mentions."""
        self.finder = finder
        self.lexicon = lexicon
        self._named_by_so: dict[int, list[Token]] = {}

    def effect(self, verb: Token) -> str:
        """What a verb does to the clause below it (`clause_verbs.tsv`), or ""."""
        for lemma in infinitive(verb, self.lexicon):
            if lemma in self.lexicon.clause_verbs:
                return self.lexicon.clause_verbs[lemma]
        return ""

    def speaker(self, verb: Token) -> Argument | None:
        """Who says what a verb of saying introduces; *hieß es aus dem Élysée* has the source in a phrase."""
        grammar = self.lexicon.grammar
        if self.lexicon.words["citing"] & set(infinitive(verb, self.lexicon)):
            # "zitierte Xi mit den Worten", "wurde mit den Worten zitiert": they are his.
            for cited in children(verb, "obj", "nsubj:pass"):
                for argument in self.finder.denoted(cited, Slot("source")):
                    return argument
        for argument in self.finder.subject(verb, Slot("subj")):
            return argument
        impersonal = any(
            child.lower_ == grammar.impersonal for child in children(verb, "expl", "nsubj")
        ) or not children(verb, *SUBJECTS)
        if impersonal and grammar.impersonal_sayings & set(infinitive(verb, self.lexicon)):
            for child in children(verb, "obl", "nmod"):
                if preposition(child, self.lexicon) in grammar.heard_from:
                    for argument in self.finder.denoted(child, Slot("source", owner=True, territory=True)):
                        return argument
        return None

    def quoted(self, token: Token) -> Argument | None:
        """The speaker of the innermost quotation around a token, by the verb of saying next to its marks.

        *Erdogan berichtete: „Al-Scharaa hat gesagt: ‚Wir …‘“*: Al-Scharaa says *wir*, wherever the parser hung his words.
        """
        for i in announcing(token):
            if token.doc[i].pos_ == "VERB" and self.effect(token.doc[i]) in SAYING:
                return self.speaker(token.doc[i])
        return None

    def in_clause(self, head: Token) -> Argument | None:
        """The source named inside a clause: *laut X*, *nach Angaben von X*, *X zufolge*, *wie X mitteilte*, *…, sagte X, …*, *so X*."""
        for found in (*self._phrases(head), *self._inserted(head)):
            return found
        return None

    def _phrases(self, head: Token) -> Iterator[Argument]:
        grammar = self.lexicon.grammar
        for child in children(head, "obl", "nmod", "obl:arg", "advmod"):
            cases = {case.lower_ for case in children(child, "case")}
            if cases & self.lexicon.words["according"]:
                yield from self.finder.denoted(child, Slot("source", owner=True, territory=True))
            elif cases & grammar.by_account and child.text in self.lexicon.words["attribution-nouns"]:
                for name in (grammar.origin, grammar.owner, "gen", "poss", "adj"):
                    yield from self.finder.of_noun(child, Slot(name, owner=True, territory=True))

    def _inserted(self, head: Token) -> Iterator[Argument]:
        grammar = self.lexicon.grammar
        for child in children(head, "parataxis", "advcl", "ccomp", "discourse"):
            as_said = any(c.lower_ in grammar.as_words for c in child.children)
            if not as_said and (child.dep_ in ("advcl", "ccomp") or _has_told(child)):
                continue
            if self.effect(child) in SAYING:
                said = self.speaker(child)
                if said:
                    yield said
            elif child.dep_ in ("parataxis", "discourse") and any(c.lower_ in grammar.so_words for c in child.children):
                yield from self.finder.denoted(child, Slot("source"))
        # "…, so Ban am Donnerstag": "so" before an actor and after a comma, wherever the parser hung it.
        for noun in self._so(head.sent):
            yield from self.finder.denoted(noun, Slot("source"))

    def _so(self, sentence: Span) -> list[Token]:
        """The nouns after *so* in a sentence, looked for once: every clause of it asks."""
        if sentence.start not in self._named_by_so:
            behind = [
                token
                for token in sentence[1:-1]
                if token.lower_ in self.lexicon.grammar.so_words and token.nbor(-1).text in (",", '"', "“", "”")
            ]
            near = [[t for t in sentence.doc[so.i + 1 : so.i + 4] if t.i in self.finder.mentions][:1] for so in behind]
            self._named_by_so[sentence.start] = [noun for nouns in near for noun in nouns]
        return self._named_by_so[sentence.start]

    def reported(self, head: Token) -> bool:
        """Whether a main clause is by its verb somebody's words: *Dabei gehe es um …*, *Er glaube an …*."""
        verb = finite(head)
        subject = next(iter(children(head, "nsubj", "nsubj:pass")), None)
        return verb is not None and self.lexicon.grammar.is_reported(verb, subject)

    def last_speaker(self, sentence: Span) -> Argument | None:
        """The speaker that a following sentence in reported speech belongs to, if this sentence names one."""
        for token in reversed(list(sentence)):
            if token.pos_ == "VERB" and self.effect(token) in SAYING:
                said = self.speaker(token)
                if said:
                    return said
        return self.in_clause(sentence.root)
