"""python -m extractors.training.vectors RAW WORK [--threads N]: vectors of the raw text, and the texts of the pretraining.

RAW has `news_sents.txt` (one sentence a line) and `speech_and_wiki.txt.xz` (one paragraph a line). Written into WORK:

    tokens.txt        all of it in spaCy's tokens, one line a paragraph
    vectors.floret    floret vectors: 100 dimensions, 50,000 rows, character n-grams of 4 and 5, 6 epochs of CBOW
    raw.jsonl         the news and a sample of paragraphs, for `spacy pretrain`

With one thread the same text gives the same vectors; with more, floret is faster and not reproducible to the bit.
"""

import argparse
import json
import lzma
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import floret
import spacy

NEWS = "news_sents.txt"
MORE = "speech_and_wiki.txt.xz"
SAMPLE, LONGEST = 30_000, 400  # paragraphs of the pretraining besides the news, and their greatest length in characters


def paragraphs(raw: Path) -> Iterator[str]:
    """The texts of RAW, the news first."""
    yield from (raw / NEWS).read_text(encoding="utf8").splitlines()
    with lzma.open(raw / MORE, "rt", encoding="utf8") as lines:
        yield from lines


def write_tokens(raw: Path, place: Path) -> None:
    """Write the tokenised text; the tokenizer is the pipeline's, so that words look up as they were learnt."""
    tokenizer: Any = spacy.blank("de").tokenizer
    with place.open("w", encoding="utf8") as out:
        for doc in tokenizer.pipe((text.strip()[:100_000] for text in paragraphs(raw)), batch_size=2000):
            words = [token.text for token in doc if not token.is_space]
            if words:
                out.write(" ".join(words) + "\n")


def write_pretraining(raw: Path, place: Path) -> None:
    """Write the pretraining texts in a fixed random order."""
    texts = [text.strip() for text in paragraphs(raw)]
    news = len((raw / NEWS).read_text(encoding="utf8").splitlines())
    draw = random.Random(0)
    short = [text for text in texts[news:] if 0 < len(text) < LONGEST]
    chosen = [text for text in texts[:news] if text] + draw.sample(short, min(SAMPLE, len(short)))
    draw.shuffle(chosen)
    with place.open("w", encoding="utf8") as out:
        out.writelines(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in chosen)


def main(raw: Path, work: Path, threads: int) -> None:
    """Write all three files."""
    work.mkdir(parents=True, exist_ok=True)
    tokens = work / "tokens.txt"
    if not tokens.exists():
        write_tokens(raw, tokens)
    write_pretraining(raw, work / "raw.jsonl")
    model = floret.train_unsupervised(
        str(tokens),
        model="cbow",
        mode="floret",
        dim=100,
        bucket=50_000,
        hashCount=2,
        minn=4,
        maxn=5,
        epoch=6,
        thread=threads,
    )
    model.save_floret_vectors(str(work / "vectors.floret"))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("raw", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    main(arguments.raw, arguments.work, arguments.threads)
