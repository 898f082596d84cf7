"""Generated German articles of any number, the same for the same seed: what the benchmarks of the build read.

Sentences come from the grammar of the training data (every word order, voice and kind of name). Between them stand sentences of
ours with invented names, places and numbers, so that new words never end, as in the news.
"""

import datetime
import json
import random
from collections.abc import Iterator
from pathlib import Path

from extractors.article import Article
from extractors.training.generate import Grammar

FIRST_DAY = datetime.date(2015, 1, 1)
SYLLABLES = ("al", "ber", "da", "ent", "fro", "gan", "hol", "ir", "ja", "kem", "lu", "mor", "nis", "ost", "per", "ru")
BETWEEN = (
    "In {place} versammelten sich nach Angaben der Polizei {number} Menschen.",
    "{name} von der Universität {place} sprach von einem {adjective}en Signal.",
    "Der Kurs der {place}er Börse fiel um {number} Punkte.",
    "Seit {number} Tagen wird in der Region {place} über einen {adjective}en Kompromiss geredet.",
    "Die Zeitung {name} schrieb, die Lage sei {adjective}.",
    "Beobachter wie {name} rechnen mit weiteren Gesprächen in {place}.",
    "Rund {number} Kilometer von {place} entfernt liegt die Grenze.",
)
ADJECTIVES = ("wichtig", "überraschend", "schwierig", "bedeutend", "schwach", "vorsichtig", "historisch", "wacklig")


class Newsroom:
    """Writes articles; the same seed gives the same ones."""

    def __init__(self, seed: int = 1) -> None:
        """`seed` decides everything."""
        self.draw = random.Random(seed)
        self.grammar = Grammar(seed)

    def articles(self, number: int, sentences: int = 9) -> Iterator[Article]:
        """So many articles of about so many sentences each, with ids `news-000000` and on."""
        for index in range(number):
            length = max(1, sentences + self.draw.randint(-sentences // 3, sentences // 3))
            written = [self._sentence() for _ in range(length)]
            half = (length + 1) // 2
            paragraphs = [" ".join(written[:half]), " ".join(written[half:])]
            day = FIRST_DAY + datetime.timedelta(days=self.draw.randrange(3900))
            text = "\n\n".join(p for p in paragraphs if p)
            yield Article(f"news-{index:06}", text, day, title=f"Nachricht {index}")

    def _sentence(self) -> str:
        if self.draw.random() < 0.35:
            return self.draw.choice(BETWEEN).format(
                place=self._name(2),
                name=f"{self._name(2)} {self._name(3)}",
                number=self.draw.randrange(2, 90_000),
                adjective=self.draw.choice(ADJECTIVES),
            )
        words = [row[0] for row in self.grammar.sentence()]
        return " ".join(words).replace(" ,", ",").replace(" .", ".")

    def _name(self, syllables: int) -> str:
        return "".join(self.draw.choices(SYLLABLES, k=syllables)).title()


def write(path: Path, number: int, sentences: int = 9, seed: int = 1) -> None:
    """Write the articles as JSON lines."""
    with path.open("w", encoding="utf8") as lines:
        for article in Newsroom(seed).articles(number, sentences):
            record = {"id": article.id, "date": str(article.date), "title": article.title, "text": article.text}
            lines.write(json.dumps(record, ensure_ascii=False) + "\n")
