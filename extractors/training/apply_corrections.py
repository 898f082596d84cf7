"""python -m extractors.training.apply_corrections DRAFT.txt CORRECTIONS.txt OUT.conllu

Apply corrections to draft trees, check every tree, write CoNLL-U with entities in MISC (`NER=B-PER`). Corrections, one a line
(`#` starts a comment):

    SENT TOKEN UPOS HEAD DEPREL     replace the token's annotation
    SENT ENT FIRST LAST LABEL       mark tokens FIRST..LAST as one PER, LOC, ORG or MISC entity
    SENT NOENT FIRST LAST           no entity on these tokens
    SENT DROP                       leave the sentence out

A sentence whose tree is not a single-rooted tree over known labels is reported and not written; the exit code is then 1.
"""

import sys
from dataclasses import dataclass, field
from pathlib import Path

UPOS = frozenset("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
LABELS = frozenset(
    "root nsubj nsubj:pass csubj csubj:pass obj obl obl:arg obl:agent ccomp xcomp advcl acl amod nmod appos flat compound"
    " compound:prt det det:poss nummod case mark cc conj advmod aux aux:pass cop expl expl:pv fixed parataxis vocative"
    " discourse dep punct".split()
)
ENTITIES = frozenset(("PER", "LOC", "ORG", "MISC"))


@dataclass
class Row:
    """One token of a draft: form, universal part of speech, head (1-based, 0 for the root), label, entity in BIO."""

    form: str
    upos: str
    head: int
    label: str
    entity: str


@dataclass
class Sentence:
    """One draft sentence, by its number in the draft file."""

    number: int
    text: str
    rows: list[Row] = field(default_factory=list)


def read_draft(path: Path) -> dict[int, Sentence]:
    """The sentences of a draft file by number."""
    sentences: dict[int, Sentence] = {}
    for line in path.read_text(encoding="utf8").splitlines():
        if line.startswith("# "):
            number, text = line[2:].split(" ", 1)
            current = sentences[int(number)] = Sentence(int(number), text)
        elif line.strip():
            _, form, upos, head, label, *entity = line.split("\t")
            current.rows.append(Row(form, upos, int(head), label, entity[0] if entity else "O"))
    return sentences


def unmark(rows: list[Row], first: int, last: int) -> None:
    """Take away every entity that touches tokens first..last, whole."""
    start = first - 1
    while start > 0 and rows[start].entity.startswith("I-"):
        start -= 1
    end = last
    while end < len(rows) and rows[end].entity.startswith("I-"):
        end += 1
    for row in rows[start:end]:
        row.entity = "O"


def correct(sentences: dict[int, Sentence], fields: list[str]) -> None:
    """Apply one correction; raises ValueError, KeyError or IndexError for an unknown sentence, token or label."""
    number = int(fields[0])
    rows = sentences[number].rows
    match fields[1:]:
        case ["DROP"]:
            del sentences[number]
        case ["ENT", first, last, label] if label in ENTITIES:
            unmark(rows, int(first), int(last))
            for position in range(int(first), int(last) + 1):
                rows[position - 1].entity = ("B-" if position == int(first) else "I-") + label
        case ["NOENT", first, last]:
            unmark(rows, int(first), int(last))
        case [token, upos, head, label] if int(token) > 0:
            row = rows[int(token) - 1]
            row.upos, row.head, row.label = upos, int(head), label
        case _:
            raise ValueError("not a correction")


def problems(sentence: Sentence) -> list[str]:
    """What keeps the sentence from being one tree over known labels; empty where it is."""
    rows = sentence.rows
    found = [] if [row.label for row in rows if row.head == 0] == ["root"] else ["not exactly one root"]
    for position, row in enumerate(rows, start=1):
        if row.upos not in UPOS:
            found.append(f"token {position}: part of speech {row.upos}")
        if row.label not in LABELS or (row.label == "root") != (row.head == 0):
            found.append(f"token {position}: label {row.label} with head {row.head}")
        seen: set[int] = set()
        head = position
        while 0 < head <= len(rows) and head not in seen:
            seen.add(head)
            head = rows[head - 1].head
        if head:
            found.append(f"token {position}: head {row.head} leads to no root")
    return found


def conllu(sentence: Sentence, name: str) -> str:
    """The sentence as CoNLL-U, entities and SpaceAfter in MISC."""
    lines = [f"# sent_id = {name}-{sentence.number}", f"# text = {sentence.text}"]
    end = 0
    for position, row in enumerate(sentence.rows, start=1):
        end = sentence.text.index(row.form, end) + len(row.form)
        glued = "" if end == len(sentence.text) or sentence.text[end].isspace() else "SpaceAfter=No|"
        lines.append(
            f"{position}\t{row.form}\t_\t{row.upos}\t_\t_\t{row.head}\t{row.label}\t_\t{glued}NER={row.entity}"
        )
    return "\n".join(lines) + "\n"


def main(draft: str, corrections: str, target: str) -> int:
    """Write the corrected trees; 1 where a correction or a tree is wrong, else 0."""
    sentences = read_draft(Path(draft))
    complaints = []
    for number, line in enumerate(Path(corrections).read_text(encoding="utf8").splitlines(), start=1):
        fields = line.split("#")[0].split()
        try:
            if fields:
                correct(sentences, fields)
        except (KeyError, IndexError, ValueError) as error:
            complaints.append(f"{corrections}:{number}: {line.strip()!r}: {error!r}")
    good = {number: sentence for number, sentence in sentences.items() if not problems(sentence)}
    complaints += [f"sentence {n}: {'; '.join(problems(s)[:4])}" for n, s in sentences.items() if n not in good]
    Path(target).write_text("\n".join(conllu(s, Path(target).stem) for s in good.values()), encoding="utf8")
    print(f"{len(good)} sentences written, {len(complaints)} problems", *complaints[:60], sep="\n")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
