"""python -m extractors.training.draft_trees PIPELINE SENTENCES.txt DRAFT.txt

Write draft trees and entities for sentences of ours (one a line), to be read and corrected by a person, token by token.
A draft sentence is a line `# NUMBER text` and one line a token: `id form upos head deprel entity`, entity in BIO
(`B-PER`, `I-PER`, `O`).
"""

import sys
import warnings
from pathlib import Path

import spacy
from spacy.tokens import Doc, Token


def head_and_label(token: Token, root: Token) -> tuple[int, str]:
    """CoNLL-U head (1-based, 0 for the root) and label; a second root of the draft becomes parataxis of the first."""
    if token.i == root.i:
        return 0, "root"
    if token.head.i == token.i:
        return root.i + 1, "parataxis"
    return token.head.i + 1, token.dep_


def draft(number: int, doc: Doc) -> str:
    """The draft of one sentence, in the format that `apply_corrections` reads."""
    root = next(token for token in doc if token.head.i == token.i)
    lines = [f"# {number} {doc.text}"]
    for token in doc:
        head, label = head_and_label(token, root)
        entity = f"{token.ent_iob_}-{token.ent_type_}" if token.ent_type_ else "O"
        lines.append(f"{token.i + 1}\t{token.text}\t{token.pos_}\t{head}\t{label}\t{entity}")
    return "\n".join(lines) + "\n"


def main(pipeline: str, sentences: str, target: str) -> None:
    """Draft every non-empty line of `sentences` into `target`."""
    warnings.filterwarnings("ignore")
    nlp = spacy.load(pipeline)
    texts = [line.strip() for line in Path(sentences).read_text(encoding="utf8").splitlines() if line.strip()]
    drafts = [draft(number, doc) for number, doc in enumerate(nlp.pipe(texts), start=1)]
    Path(target).write_text("\n".join(drafts), encoding="utf8")
    print(f"{len(drafts)} sentences drafted")


if __name__ == "__main__":
    main(*sys.argv[1:4])
