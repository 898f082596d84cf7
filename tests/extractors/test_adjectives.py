import spacy
from spacy.tokens import Doc

from extractors.adjectives import adjectives


def test_an_adjective_alone_is_no_entity() -> None:
    doc = Doc(
        spacy.blank("de").vocab,
        words=["Die", "britischen", "Minister", "lobten", "das", "Weiße", "Haus"],
        pos=["DET", "ADJ", "NOUN", "VERB", "DET", "ADJ", "NOUN"],
        ents=["O", "B-MISC", "O", "O", "O", "B-LOC", "I-LOC"],
    )
    assert [ent.text for ent in adjectives(doc).ents] == ["Weiße Haus"]


def test_a_doc_without_entities_passes() -> None:
    assert not adjectives(Doc(spacy.blank("de").vocab, words=["Ja"], pos=["INTJ"])).ents
