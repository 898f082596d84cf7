"""The dictionary's lemma, or the guessed one."""

import pytest

from extractors.languages.de.lemmas import is_adjective, lemma
from tests.extractors.trees import tree

FORMS = {
    "Häuser": "Haus",
    "Essen": "essen",
    "ging": "gehen",
    "Ging": "Gang",
    "offenen": "offen",
    "gefüllten": "füllen",
    "schöne": "schön",
    "lieber": "lieb",
    "große": "Große",
    "warnte": "Warnung",
}


@pytest.mark.parametrize(
    ("form", "pos", "guess", "found"),
    [
        ("Häuser", "NOUN", "Häuse", "Haus"),
        ("Essen", "NOUN", "Essen", "Essen"),
        ("Türme", "NOUN", "Turm", "Turm"),
        ("Häuser", "PROPN", "Häuse", "Häuse"),
        ("Häuser", "X", "Häuse", "Häuse"),
        ("ging", "VERB", "gingen", "gehen"),
        ("Ging", "VERB", "gingen", "gingen"),
        ("GING", "VERB", "gingen", "gehen"),
        ("lieber", "VERB", "liebern", "liebern"),
        ("warnte", "VERB", "warnen", "warnen"),
        ("rief", "VERB", "rufen", "rufen"),
        ("ging", "AUX", "gingen", "gingen"),
        ("offenen", "ADJ", "offene", "offen"),
        ("gefüllten", "ADJ", "gefüllt", "gefüllt"),
        ("schöne", "ADJ", "schönes", "schön"),
        ("große", "ADJ", "groß", "groß"),
        ("Schöne", "ADJ", "schönes", "schön"),
        ("schöne", "ADV", "schönes", "schönes"),
        ("dass", "SCONJ", "daß", "dass"),
        ("daß", "SCONJ", "daß", "daß"),
        ("muss", "AUX", "muß", "muss"),
        ("muss", "VERB", "muß", "muß"),
        ("Fluss", "NOUN", "Fluß", "Fluß"),
    ],
)
def test_lemma(form: str, pos: str, guess: str, found: str) -> None:
    assert lemma(tree(f"{form} {guess} {pos} 0 root")[0], FORMS) == found


@pytest.mark.parametrize(
    ("known", "form", "found"),
    [
        ("offen", "offenen", True),
        ("offen", "offen", True),
        ("füllen", "gefüllten", False),
        ("führen", "führend", False),
        ("führen", "führende", False),
        ("schön", "schöne", True),
        ("lieb", "lieber", True),
        ("gut", "besser", True),
        ("eben", "ebend", False),
    ],
)
def test_the_dictionary_means_an_adjective(known: str, form: str, found: bool) -> None:
    assert is_adjective(known, form) is found
