"""python -m extractors.training.convert SHARED WORK [--tagger PIPELINE]: training material as spaCy DocBins.

Reads the normalised treebanks and entity corpora of SHARED, the trees of `diplo` and our own in `trees/`, and writes into WORK:

    syntax/*.spacy      trees for morphologizer, tagger, lemmatizer and parser; diplo and ours twice, as sentences (`diplo0`) and
                        in twos (`diplo1`), and `GENERATED` sentences of our grammar
    ner/*.spacy         entities
    dev.spacy, ner_dev.spacy
    diplo_dev.spacy     the held-back tenth of diplo, for measuring only

In-domain trees have no morphology: `--tagger` names a pipeline whose features are taken over wherever its part of speech is
the gold one. Without it they train the parser alone.
"""

import argparse
import shutil
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from extractors.training.generate import main as write_generated
from extractors.training.moods import decide, decide_all

GENERATED, SEED = 2500, 1
GENERAL = ("gsd", "hdt2", "pud", "sig", "docs")
ENTITIES = ("n_germeval", "n_smart", "n_pud")


def sentences(path: Path) -> Iterator[list[list[str]]]:
    """The sentences of a CoNLL-U file as rows of ten columns; multiword ranges and empty nodes are left out."""
    rows: list[list[str]] = []
    for line in path.read_text(encoding="utf8").splitlines():
        if line and not line.startswith("#"):
            columns = line.split("\t")
            if columns[0].isdigit():
                rows.append(columns)
        elif not line and rows:
            yield rows
            rows = []
    if rows:
        yield rows


def to_doc(rows: list[list[str]], nlp: Language) -> Doc:
    """One sentence as a gold Doc: parts of speech, heads, labels, and entities from `NER=` in MISC."""
    misc = [dict(part.split("=", 1) for part in row[9].split("|") if "=" in part) for row in rows]
    return Doc(
        nlp.vocab,
        words=[row[1] for row in rows],
        spaces=[m.get("SpaceAfter") != "No" for m in misc],
        pos=[row[3] for row in rows],
        heads=[int(row[6]) - 1 if row[6] != "0" else i for i, row in enumerate(rows)],
        deps=["ROOT" if row[7] == "root" else row[7] for row in rows],
        ents=[m.get("NER", "O") for m in misc],
        sent_starts=[i == 0 for i in range(len(rows))],
    )


def with_morphology(doc: Doc, tagger: Language | None) -> Doc:
    """The doc with predicted features where the predicted part of speech is right; where it is not, neither is trained on."""
    if tagger is None:
        for token in doc:
            token.pos = 0
        return doc
    guess = Doc(tagger.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])
    for _, component in tagger.pipeline:
        guess = component(guess)
    for token, guessed in zip(doc, guess, strict=True):
        if token.pos_ == guessed.pos_:
            token.set_morph(str(guessed.morph))  # type: ignore[attr-defined]  # missing in spaCy's stubs
            decide(token, guessed.lemma_)
        else:
            token.pos = 0
    return doc


def in_domain(files: list[Path], nlp: Language, tagger: Language | None) -> DocBin:
    """The trees of CoNLL-U files of ours."""
    docs = [with_morphology(to_doc(rows, nlp), tagger) for path in files for rows in sentences(path)]
    return DocBin(docs=docs, store_user_data=False)


def in_twos(single: DocBin, nlp: Language) -> DocBin:
    """Each sentence with the next, so that the parser learns that one ends after *…“* and *…?“* as after a full stop."""
    docs = list(single.get_docs(nlp.vocab))
    pairs = [Doc.from_docs(docs[first : first + 2]) for first in range(0, len(docs), 2)]
    return DocBin(docs=[pair for pair in pairs if pair is not None], store_user_data=False)


def main(shared: Path, work: Path, tagger_name: str | None) -> None:
    """Write all material; prints how many sentences each file has."""
    nlp = spacy.blank("de")
    tagger = None
    if tagger_name:
        tagger = spacy.load(tagger_name, exclude=["parser", "ner", "lemmatizer"])
    normalised, entities = shared / "treebanks" / "normalised", shared / "ner" / "normalised"
    for folder in ("syntax", "ner"):
        shutil.rmtree(work / folder, ignore_errors=True)
        (work / folder).mkdir(parents=True)
    for name in GENERAL:
        docs = DocBin().from_disk(normalised / f"{name}.spacy").get_docs(nlp.vocab)
        DocBin(docs=map(decide_all, docs), store_user_data=False).to_disk(work / "syntax" / f"{name}.spacy")
    for name in ENTITIES:
        shutil.copy(entities / f"{name}.spacy", work / "ner")
    own = sorted((Path(__file__).parent / "trees").glob("*.conllu"))
    diplo = in_domain([shared / "treebanks" / "diplo" / "diplo-train.conllu", *own], nlp, tagger)
    for copy, sample in enumerate((diplo, in_twos(diplo, nlp))):
        sample.to_disk(work / "syntax" / f"diplo{copy}.spacy")
        sample.to_disk(work / "ner" / f"diplo{copy}.spacy")
    write_generated(str(GENERATED), str(SEED), str(work / "generated.conllu"))
    for folder in ("syntax", "ner"):
        in_domain([work / "generated.conllu"], nlp, tagger).to_disk(work / folder / "generated.spacy")
    in_domain([shared / "treebanks" / "diplo" / "diplo-dev.conllu"], nlp, tagger).to_disk(work / "diplo_dev.spacy")
    shutil.copy(normalised / "dev1.spacy", work / "dev.spacy")
    shutil.copy(entities / "n_dev.spacy", work / "ner_dev.spacy")
    print(f"{len(diplo)} in-domain sentences, {len(own)} files of ours")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("shared", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--tagger")
    arguments = parser.parse_args()
    main(arguments.shared, arguments.work, arguments.tagger)
