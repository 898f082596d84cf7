"""Gold statements from a file, in the form in which gold and prediction are compared: names, without case, accents and hyphens."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from extractors.article import DEFAULT_LANGUAGE
from ontology.errors import InputError
from ontology.vocabulary import relations

Names = Mapping[str, frozenset[str]]


class GoldError(InputError):
    """A gold file that cannot be read; the message names file, line and reason."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A gold or predicted statement with the names of its ends; qualifiers are accepted values (gold) or the one value (guess)."""

    article: str
    subject: frozenset[str]
    relation: str
    object: frozenset[str]
    qualifiers: Mapping[str, frozenset[str]]
    shown: str
    optional: bool = False
    confidence: float = 1.0

    def fits(self, other: "Judged") -> bool:
        """Whether both say the same of the same two actors."""
        if self.relation != other.relation:
            return False
        if self.subject & other.subject and self.object & other.object:
            return True
        return relations()[self.relation].symmetric and bool(
            self.subject & other.object and self.object & other.subject
        )

    def agrees(self, qualifier: str, guess: "Judged") -> bool:
        """Whether a guess's qualifier is one of the accepted; nothing said is right where gold accepts silence."""
        mine, theirs = self.qualifiers[qualifier], guess.qualifiers[qualifier]
        return bool(mine & theirs) if theirs else not mine or "" in mine


def normal(text: str) -> str:
    """The text without case, accents, hyphens and double spaces."""
    folded = unicodedata.normalize("NFKD", text).casefold().replace("-", " ").replace("’", "'")
    return " ".join("".join(char for char in folded if not unicodedata.combining(char)).split())


def read_gold(path: Path, lang: str = DEFAULT_LANGUAGE) -> dict[str, list[Judged]]:
    """Gold statements by article id, to be shown with relations in a language. Raises `GoldError` for a file that is none."""
    found: dict[str, list[Judged]] = {}
    try:
        lines = path.read_text(encoding="utf8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise GoldError(f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                record = json.loads(line)
                names = {a["name"]: frozenset(normal(n) for n in (a["name"], *a["names"])) for a in record["actors"]}
                found[record["id"]] = [
                    _gold(record["id"], statement, names, lang) for statement in record["statements"]
                ]
            except (KeyError, TypeError, ValueError) as error:
                raise GoldError(f"{path}:{number}: no gold record ({error!r})") from error
    return found


def _gold(article: str, statement: Mapping[str, object], names: Names, lang: str) -> Judged:
    accepted = {"polarity": [statement["polarity"]], "status": [statement["status"]]}
    accepted |= {name: statement[name] for name in ("date", "place", "source")}  # type: ignore[misc]
    qualifiers = {
        name: frozenset(form for value in values for form in names.get(str(value), frozenset((normal(str(value)),))))
        for name, values in accepted.items()
    }
    subject, target, relation = str(statement["subject"]), str(statement["object"]), str(statement["relation"])
    shown = f"{subject} {relations()[relation].label(lang)} {target}"
    return Judged(article, names[subject], relation, names[target], qualifiers, shown, bool(statement.get("optional")))
