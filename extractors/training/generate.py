"""python -m extractors.training.generate NUMBER SEED OUT.conllu: sentences of ours with exact trees and entities.

A small grammar of German main and subordinate clauses: who did what to whom, when and where, in every word order, active and
passive, simple, perfect and with modals. Treebanks have few clauses of two bare surnames (*traf Merz Macron*) or of an object
before the verb; here they are common.
"""

import random
import sys
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Any

from extractors.training.phrases import Phrase, Phrases
from ontology.whoswho import load

Constituent = tuple[Phrase, str]


class Grammar:
    """Writes sentences; the same seed gives the same ones."""

    def __init__(self, seed: int) -> None:
        """Read the word lists."""
        self.draw = random.Random(seed)
        self.words: dict[str, Any] = tomllib.loads(
            files("extractors.training").joinpath("material.toml").read_text(encoding="utf8")
        )
        self.phrases = Phrases(load(), self.draw)

    def sentence(self) -> list[tuple[str, str, int, str, str]]:
        """One sentence as rows (form, upos, head counted from 1, label, entity)."""
        kind = self.draw.random()
        arguments, verb = self._frame()
        if kind < 0.18 and arguments and arguments[-1][1] == "obj":
            clause = self._passive(verb)
        elif kind < 0.6:
            clause = self._clause([verb[0]], arguments, verb)
        elif kind < 0.78:
            clause = self._clause(["hat", verb[2]], arguments, (*verb[:3], ""))
        else:
            clause = self._clause(
                [self.draw.choice(self.words["modals"]), self._infinitive(verb)], arguments, (*verb[:3], "")
            )
        return self._closed(clause)

    def _frame(self) -> tuple[list[Constituent], tuple[str, str, str, str]]:
        """The arguments of a random verb and its forms: preterite, present, participle, particle or *sich*."""
        subject: Constituent = (self.phrases.actor("nom"), "nsubj")
        kind = self.draw.random()
        if kind < 0.52:
            verb = self._verb("accusative")
            return [subject, (self.phrases.actor("acc"), "obj")], verb[:4]
        if kind < 0.64:
            verb = self._verb("dative")
            return [subject, (self.phrases.actor("dat"), "obl:arg")], verb[:4]
        if kind < 0.8:
            verb = self._verb("ditransitive")
            thing = Phrase([(self.draw.choice(self.words["things"]), "NOUN", -1, "", "O")])
            return [subject, (self.phrases.actor("dat"), "obl:arg"), (thing, "obj+")], verb[:4]
        verb = self._verb("prepositional")
        case = "dat" if verb[4] in ("mit",) else "acc"
        return [subject, (self.phrases.actor(case).prefixed(verb[4], "ADP", "case"), "obl")], verb[:4]

    def _verb(self, kind: str) -> tuple[str, str, str, str, str]:
        past, present, participle, *rest = self.draw.choice(self.words[kind]).split()
        past, _, particle = past.partition("|")
        return (past if self.draw.random() < 0.8 else present), present, participle, particle, rest[0] if rest else ""

    @staticmethod
    def _infinitive(verb: tuple[str, ...]) -> str:
        """The infinitive, off the participle: *empfangen*, *kritisiert* → *kritisieren*, *zugesichert* → *zusichern*."""
        participle, particle = verb[2], verb[3] if verb[3] != "sich" else ""
        if participle.endswith("en") and not particle:
            return participle
        stem = participle.removeprefix(particle).removeprefix("ge").removesuffix("t").removesuffix("en")
        return particle + stem + ("n" if stem.endswith("er") else "en")

    def _extras(self) -> list[Constituent]:
        found: list[Constituent] = []
        if self.draw.random() < 0.65:
            found.append((self._time(), "obl"))
        if self.draw.random() < 0.4:
            city = self.draw.choice(self.words["cities"]).split()
            rows = [
                (w, "PROPN", -1 if i == 0 else 0, "" if i == 0 else "flat", ("B" if i == 0 else "I") + "-LOC")
                for i, w in enumerate(city)
            ]
            found.append((Phrase(rows).prefixed("in", "ADP", "case"), "obl"))
        return found

    def _time(self) -> Phrase:
        match self.draw.choice(self.words["times"]).split():
            case ["vor", _, noun]:
                return Phrase(
                    [("vor", "ADP", 2, "case", "O"), ("einer", "DET", 2, "det", "O"), (noun, "NOUN", -1, "", "O")]
                )
            case ["Mitte", month]:
                return Phrase([("Mitte", "NOUN", -1, "", "O"), (month, "PROPN", 0, "appos", "O")])
            case [preposition, noun]:
                return Phrase([(preposition, "ADP", 1, "case", "O"), (noun, "NOUN", -1, "", "O")])
            case [adverb]:
                return Phrase([(adverb, "ADV", -1, "", "O")])
        raise AssertionError

    def _clause(self, verbs: list[str], arguments: list[Constituent], verb: tuple[str, ...]) -> list[Any]:
        """A verb-second clause: any one constituent first, then the finite verb, then the rest, then what closes the clause."""
        extras = self._extras()
        everything = arguments + extras
        first = self.draw.choices(everything, weights=[3 if c[1] == "nsubj" else 1 for c in everything])[0]
        middle = [c for c in arguments if c is not first and c[1] != "obj+"]
        for extra in extras:
            if extra is not first:
                middle.insert(self.draw.randint(1 if middle else 0, len(middle)), extra)
        middle += [c for c in arguments if c is not first and c[1] == "obj+"]
        closing: list[Constituent | str] = []
        reflexive = verb[3] == "sich"
        if reflexive:
            middle.insert(0, (Phrase([("sich", "PRON", -1, "", "O")]), "expl:pv"))
        elif verb[3] and len(verbs) == 1:
            closing.append((Phrase([(verb[3], "ADP", -1, "", "O")]), "compound:prt"))
        if len(verbs) == 1:
            return [first, "VERB:" + verbs[0], *middle, *closing]
        helper = (Phrase([(verbs[0], "AUX", -1, "", "O")]), "aux")
        return [first, helper, *middle, "VERB:" + verbs[1]]

    def _passive(self, verb: tuple[str, ...]) -> list[Any]:
        patient: Constituent = (self.phrases.actor("nom"), "nsubj:pass")
        agent: Constituent = (self.phrases.actor("dat").prefixed("von", "ADP", "case"), "obl:agent")
        extras = self._extras()
        everything = [patient, agent, *extras]
        first = self.draw.choices(everything, weights=[4, 1, *([1] * len(extras))])[0]
        rest = [c for c in everything if c is not first]
        self.draw.shuffle(rest)
        rest.sort(key=lambda c: c[1] != "nsubj:pass")
        if self.draw.random() < 0.3:
            modal = (Phrase([(self.draw.choice(["soll", "sollte", "kann", "muss"]), "AUX", -1, "", "O")]), "aux")
            return [first, modal, *rest, "VERB:" + verb[2], (Phrase([("werden", "AUX", -1, "", "O")]), "aux:pass")]
        helper = (Phrase([(self.draw.choice(["wurde", "wird"]), "AUX", -1, "", "O")]), "aux:pass")
        return [first, helper, *rest, "VERB:" + verb[2]]

    def _closed(self, clause: list[Any]) -> list[tuple[str, str, int, str, str]]:
        """The clause as one tree, sometimes within reported speech (*…, sagte Macron.*), with its full stop."""
        rows: list[tuple[str, str, int, str, str]] = []
        pending: list[tuple[int, str]] = []
        root = 0
        for part in clause:
            if isinstance(part, str):
                rows.append((part.removeprefix("VERB:"), "VERB", 0, "root", "O"))
                root = len(rows)
                continue
            phrase, label = part
            start = len(rows)
            for form, upos, head, inner, entity in phrase.rows:
                rows.append((form, upos, head + start + 1 if head >= 0 else -1, inner, entity))
            pending.append((start + phrase.head, label.rstrip("+")))
        for position, label in pending:
            form, upos, _, _, entity = rows[position]
            rows[position] = (form, upos, root, "advmod" if upos == "ADV" and label == "obl" else label, entity)
        if self.draw.random() < 0.15:
            rows, root = self._reported(rows, root)
        rows[0] = (rows[0][0][0].upper() + rows[0][0][1:], *rows[0][1:])
        return [*rows, (".", "PUNCT", root, "punct", "O")]

    def _reported(
        self, rows: list[tuple[str, str, int, str, str]], root: int
    ) -> tuple[list[tuple[str, str, int, str, str]], int]:
        said, _, particle = self.draw.choice(self.words["sayings"]).partition("|")
        speaker = self.phrases.person("nom")
        verb = len(rows) + 2
        form, upos, _, _, entity = rows[root - 1]
        rows[root - 1] = (form, upos, verb, "ccomp", entity)
        rows += [(",", "PUNCT", root, "punct", "O"), (said, "VERB", 0, "root", "O")]
        start = len(rows)
        for form, upos, head, label, entity in speaker.rows:
            rows.append((form, upos, head + start + 1 if head >= 0 else verb, label if head >= 0 else "nsubj", entity))
        if particle:
            rows.append((particle, "ADP", verb, "compound:prt", "O"))
        return rows, verb


def conllu(rows: list[tuple[str, str, int, str, str]], number: int) -> str:
    """The sentence as CoNLL-U."""
    lines = [f"# sent_id = generated-{number}"]
    for position, (form, upos, head, label, entity) in enumerate(rows, start=1):
        glued = "SpaceAfter=No|" if position < len(rows) and rows[position][0] in (".", ",") else ""
        lines.append(f"{position}\t{form}\t_\t{upos}\t_\t_\t{head}\t{label}\t_\t{glued}NER={entity}")
    return "\n".join(lines) + "\n"


def main(number: str, seed: str, target: str) -> None:
    """Write so many sentences."""
    grammar = Grammar(int(seed))
    Path(target).write_text("\n".join(conllu(grammar.sentence(), i) for i in range(int(number))), encoding="utf8")


if __name__ == "__main__":
    main(*sys.argv[1:4])
