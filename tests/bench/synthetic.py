"""Synthetic extractions of any size, the same for the same seed: what the store's benchmarks load."""

import datetime
import random
from collections.abc import Iterator

from extractors.article import Article
from extractors.statement import Extraction, Polarity, Span, Statement, Status
from ontology.actor import Actor, ActorKind, Place, Spelling
from ontology.vocabulary import relations

SYLLABLES = ("al", "ber", "da", "ent", "fro", "gan", "hol", "ir", "ja", "kem", "lu", "mor", "nis", "ost", "per", "ru")
FIRST_DAY = datetime.date(2015, 1, 1)


def actors(number: int, chance: random.Random) -> list[Actor]:
    """Invented actors of all four kinds, each with two spellings."""
    made = []
    for index in range(number):
        name = "".join(chance.choices(SYLLABLES, k=3)).title() + f" {index}"
        kind = chance.choices(list(ActorKind), (60, 20, 12, 8))[0]
        made.append(
            Actor(
                f"synthetic-{index}",
                kind,
                {"de": f"{name}er", "en": name},
                (Spelling(name.split()[0], "de"),),
                known=False,
            )
        )
    return made


def extractions(statements: int, *, each: int = 20, seed: int = 1) -> Iterator[Extraction]:
    """Articles of `each` statements until there are `statements`; few actors are in most of them, as in the news."""
    chance = random.Random(seed)
    everyone = actors(max(20, statements // 50), chance)
    weights = [1 / (rank + 1) for rank in range(len(everyone))]
    known = sorted(relations())
    places = [Place(f"ort-{n}", {"de": f"Ort {n}", "en": f"Place {n}"}) for n in range(200)]
    for number in range(statements // each):
        day = FIRST_DAY + datetime.timedelta(days=chance.randrange(3650))
        parts: list[str] = []
        facts: list[tuple[Actor, str, Actor, int, int]] = []
        begin = 0
        for _ in range(each):
            subject, target = chance.choices(everyone, weights, k=2)
            while target is subject:
                target = chance.choice(everyone)
            relation = chance.choice(known)
            sentence = f"{subject.label('de')} und {target.label('de')}: {relations()[relation].definition('de')} Und dann {begin}."
            facts.append((subject, relation, target, begin, begin + len(sentence)))
            parts.append(sentence)
            begin += len(sentence) + 1
        article = Article(f"synthetic-{number}", " ".join(parts), day, title=f"Artikel {number}")
        made = [
            Statement(
                article, subject, relation, target, Span(first, last),
                Span(first, first + len(subject.label("de"))),
                Span(first + len(subject.label("de")) + 5, first + len(subject.label("de")) + 5 + len(target.label("de"))),
                polarity=Polarity.NEGATED if chance.random() < 0.05 else Polarity.AFFIRMED,
                status=chance.choices(list(Status), (80, 10, 5, 5))[0],
                source=chance.choice(everyone) if chance.random() < 0.3 else None,
                date=(day - datetime.timedelta(days=chance.randrange(5))).isoformat() if chance.random() < 0.7 else "",
                place=chance.choice(places) if chance.random() < 0.3 else None,
                confidence=round(chance.uniform(0.3, 1), 3),
                rule="verb: synthetisch",
            )
            for subject, relation, target, first, last in facts
        ]  # fmt: skip
        involved = {a.id: a for s in made for a in (s.subject, s.object, s.source) if a}
        yield Extraction(article, made, tuple(involved.values()))
