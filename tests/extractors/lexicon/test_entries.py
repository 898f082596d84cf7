"""Lines of predicates become entries, and what no rule knows is an error with file and line."""

import pytest

from extractors.languages.tables import LexiconError, WordClasses, lines
from extractors.lexicon.entries import EntryReader
from extractors.lexicon.frames import Companion, Entry, Slot, WordClass

WORDS = WordClasses(weapon=frozenset(("Panzer",)))
PREPOSITIONS = frozenset(("mit", "gegen", "in", "an"))


def read(text: str, reader: EntryReader | None = None) -> list[Entry]:
    """The entries of a file; one space parts its columns, a semicolon the words of one, `|` its lines."""
    return list(
        (reader or EntryReader(WORDS, PREPOSITIONS)).entries(
            lines(text.replace(" ", "\t").replace(";", " ").replace("|", "\n")), "own.tsv"
        )
    )


def error(text: str) -> str:
    """What is said of a file that cannot be read."""
    with pytest.raises(LexiconError) as caught:
        read(text)
    return str(caught.value)


def test_an_entry_with_all_columns() -> None:
    (entry,) = read("v üben;Kritik;mit:@weapon criticizes subj,obj an*,gegen+/PS planned;without=auf Ein;Satz")
    assert entry == Entry(
        WordClass.VERB,
        "üben",
        (Companion("Kritik"), Companion("@weapon", "mit")),
        "criticizes",
        (Slot("subj"), Slot("obj")),
        (Slot("an", owner=True), Slot("gegen", territory=True, kinds="PS")),
        frozenset(("planned", "without=auf")),
        "Ein Satz",
    )
    assert entry.name == "üben Kritik mit:@weapon"


def test_remarks_and_sentence_may_be_missing() -> None:
    (entry,) = read("n Besuch visits gen in")
    assert (entry.companions, entry.remarks, entry.sentence) == ((), frozenset(), "")
    (entry,) = read("n Besuch visits gen in event Satz mehr")
    assert (entry.remarks, entry.sentence) == (frozenset(("event",)), "Satz")


@pytest.mark.parametrize(("letter", "word_class"), [("v", "VERB"), ("n", "NOUN"), ("r", "ROLE"), ("a", "ADJECTIVE")])
def test_classes(letter: str, word_class: str) -> None:
    (entry,) = read(f"{letter} X hosts subj obj")
    assert entry.word_class is WordClass[word_class]


@pytest.mark.parametrize(
    ("text", "slot"),
    [
        ("obj", Slot("obj")),
        ("obj*", Slot("obj", owner=True)),
        ("in+", Slot("in", territory=True)),
        ("in*+", Slot("in", owner=True, territory=True)),
        ("in+*/P", Slot("in", owner=True, territory=True, kinds="P")),
        (" obj ", Slot("obj")),
        ("obj/PSOG", Slot("obj", kinds="PSOG")),
    ],
)
def test_slots(text: str, slot: Slot) -> None:
    assert Slot.parse(text) == slot


def test_macros_hold_in_the_lines_and_files_after_them() -> None:
    reader = EntryReader(WORDS, PREPOSITIONS)
    (first,) = read("@of gen,mit|n Besuch visits @of obj", reader)
    assert first.subject == (Slot("gen"), Slot("mit"))
    (second,) = read("n Reise visits poss,@of,in obj", reader)
    assert second.subject == (Slot("poss"), Slot("gen"), Slot("mit"), Slot("in"))


def test_a_macro_may_have_a_note_and_a_slot_all_kinds() -> None:
    (entry,) = read("@of gen,mit note|n Besuch visits @of obj/PSOG")
    assert entry.subject == (Slot("gen"), Slot("mit"))
    assert entry.object == (Slot("obj", kinds="PSOG"),)


def test_remarks_with_words() -> None:
    (entry,) = read("n Hilfe supports gen obj means=mit,dank;without=sich;mutual")
    assert entry.values("means") == {"mit", "dank"}
    assert entry.values("without") == {"sich"}
    assert entry.values("mutual") == frozenset()
    assert entry.values("mean") == frozenset()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("v", "columns predicate, relation, subject, object are missing (tabs, not spaces, part columns)"),
        ("v a hosts subj", "columns object are missing (tabs, not spaces, part columns)"),
        ("z a hosts subj obj", "no class 'z' (v verb, n noun, r role noun, a adjective)"),
        ("v a charms subj obj", "no relation 'charms' in the ontology"),
        ("v a hosts subject obj", "no slot or preposition 'subject'"),
        ("v a hosts subj obj,auf", "no slot or preposition 'auf'"),
        ("v a hosts subj obj/X", "no kind 'X' of actors (G, O, P, S)"),
        ("v a hosts subj/PX obj", "no kind 'PX' of actors (G, O, P, S)"),
        ("v a hosts subj ,obj", "no slot or preposition ''"),
        ("v a hosts @doer obj", "no macro '@doer'"),
        ("v a hosts subj obj,@of,@to", "no macro '@of'"),
        ("v a;@tool hosts subj obj", "no class of words '@tool'"),
        ("v a;mit:@tool hosts subj obj", "no class of words '@tool'"),
        ("v a;auf:Haft hosts subj obj", "no slot or preposition 'auf'"),
        ("v a;:Haft hosts subj obj", "no slot or preposition ''"),
        ("v a hosts subj obj often", "no remark 'often'"),
        ("v a hosts subj obj planned;often", "no remark 'often'"),
        ("v a hosts subj obj planned=yes", "no remark 'planned=yes'"),
        ("v a hosts subj obj without", "no remark 'without'"),
        ("v a hosts subj obj without=", "no remark 'without='"),
        ("v a hosts subj obj with=auf", "no remark 'with=auf'"),
        ("@of", "macro @of names no slots"),
        ("@of  x", "macro @of names no slots"),
    ],
)
def test_mistakes_are_named_with_file_and_line(line: str, reason: str) -> None:
    assert error(line) == f"own.tsv, line 1: {reason}"
    assert error(f"# comment||v loben praises subj obj|{line}") == f"own.tsv, line 4: {reason}"


def test_a_predicate_is_needed() -> None:
    reader = EntryReader(WORDS, PREPOSITIONS)
    with pytest.raises(LexiconError, match=r"^own\.tsv, line 1: no predicate$"):
        list(reader.entries(lines("v\t\thosts\tsubj\tobj"), "own.tsv"))


def test_what_stands_before_a_mistake_is_read() -> None:
    entries = EntryReader(WORDS, PREPOSITIONS).entries(lines("v\tloben\tpraises\tsubj\tobj\nv\ta"), "own.tsv")
    assert next(entries).lemma == "loben"
    with pytest.raises(LexiconError, match="line 2"):
        next(entries)
