"""python -m extractors.training.lemma_tables SHARED TOKENS OUT.json: dictionary forms for the component `lemmas`.

Two tables: `lemma_words` has the function words of the treebanks by part of speech (*Nach* → *nach*, *dieser* → *dieser*, *darf* →
*dürfen*); `lemma_forms` the words of the raw text that simplemma's German dictionary knows (MIT; *Bahnhöfen* → *Bahnhof*,
*saßen* → *sitzen*). Words that are their own dictionary form are in it too: they tell the edit trees to leave them alone.
"""

import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import simplemma
import spacy
from spacy.tokens import DocBin

TREEBANKS = ("gsd", "hdt2", "pud", "sig")
FUNCTION_WORDS = frozenset(("DET", "PRON", "ADP", "AUX", "CCONJ", "SCONJ", "PART", "ADV", "NUM"))
COMMON = 4  # times a word of the raw text must occur
AGREED = 0.7  # share of the commonest lemma among a function word's


def function_words(shared: Path) -> dict[str, str]:
    """`POS form` in lower case → lemma."""
    nlp = spacy.blank("de")
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for name in TREEBANKS:
        path = shared / "treebanks" / "normalised" / f"{name}.spacy"
        for doc in DocBin().from_disk(path).get_docs(nlp.vocab):
            for token in doc:
                if token.lemma_ and token.pos_ in FUNCTION_WORDS:
                    seen[f"{token.pos_} {token.lower_}"][token.lemma_] += 1
    found = {}
    for key, lemmas in sorted(seen.items()):
        lemma, count = lemmas.most_common(1)[0]
        if count >= 2 and count >= AGREED * lemmas.total():
            found[key] = lemma
    return found


def content_words(tokens: Path) -> dict[str, str]:
    """Form as written → lemma, for the common words that the dictionary knows."""
    counts: Counter[str] = Counter()
    with tokens.open(encoding="utf8") as lines:
        for line in lines:
            counts.update(line.split())
    common = sorted(word for word, count in counts.items() if count >= COMMON and word.isalpha() and len(word) > 2)
    return {word: simplemma.lemmatize(word, "de") for word in common if simplemma.is_known(word, "de")}


def main(shared: Path, tokens: Path, out: Path) -> None:
    """Write both tables and print their sizes."""
    tables = {"lemma_words": function_words(shared), "lemma_forms": content_words(tokens)}
    out.write_text(json.dumps(tables, ensure_ascii=False), encoding="utf8")
    print({name: len(table) for name, table in tables.items()})


if __name__ == "__main__":
    main(*(Path(argument) for argument in sys.argv[1:4]))
