"""Who speaks from outside the clause: before a colon, behind a dash or in brackets, in the next sentence."""

import pytest

from extractors.lexicon import load_lexicon
from extractors.statements.attribution import Attribution
from extractors.statements.speakers import speakers
from tests.extractors.trees import finder, tree

LEXICON = load_lexicon("de")
WHOLE = "Friedrich _ PROPN V dep _ PER\nMerz _ PROPN V flat _ I"
PRAISE = """
    {before}
    Russland  _      PROPN  {verb}  nsubj  _  LOC
    lobt      loben  VERB   0       root   Mood=Ind|Tense=Pres|VerbForm=Fin
    Polen     _      PROPN  {verb}  obj    _  LOC
    {behind}
"""


def praise(before: str = "", behind: str = "") -> str:
    """A sentence with more rows before or behind; in these `V` is the verb."""
    verb = str(2 + len(before.strip().splitlines()))
    rows = PRAISE.format(before=before, behind=behind, verb=verb).replace(" V ", f" {verb} ")
    return "\n".join(row for row in rows.splitlines() if row.strip())


def carried(*sentences: str) -> dict[int, str]:
    """The speakers of the sentences, by their first token."""
    doc = tree("\n\n".join(sentences))
    found = speakers(doc, Attribution(finder(doc), LEXICON), LEXICON)
    return {start: argument.actor.label("en") for start, argument in found.items()}


def headed(name: str, mark: str = ":") -> str:
    return f"{name} _ PROPN V dep _ PER\n{mark} _ PUNCT V punct"


@pytest.mark.parametrize(
    ("name", "mark", "found"),
    [
        ("Merz", ":", {0: "Friedrich Merz"}),
        ("Merz", ",", {}),
        ("Berlin", ":", {0: "Germany"}),
        ("Syrien", ":", {}),
        ("Wetter", ":", {}),
    ],
)
def test_who_stands_before_a_colon_speaks_and_a_state_is_the_topic(name: str, mark: str, found: dict[int, str]) -> None:
    assert carried(praise(headed(name, mark), ". _ PUNCT V punct")) == found


@pytest.mark.parametrize("word", ["Streit _ NOUN 3 nsubj\num _ ADP 3 case", "sagte _ VERB 2 dep\n, _ PUNCT 3 punct"])
def test_more_than_a_name_before_a_colon_is_no_speaker(word: str) -> None:
    assert carried(praise(f"{word}\n{headed('Merz')}")) == {}


def test_a_colon_speaks_for_its_own_sentence() -> None:
    first = praise(headed("Merz"), ". _ PUNCT V punct")
    assert carried(first, praise(behind=". _ PUNCT V punct")) == {0: "Friedrich Merz"}


def test_a_name_and_a_colon_that_are_a_sentence_of_their_own_speak_for_the_next() -> None:
    alone = "Merz _ PROPN 0 root _ PER\n: _ PUNCT 1 punct"
    assert carried(alone, praise(), praise()) == {0: "Friedrich Merz", 2: "Friedrich Merz"}


@pytest.mark.parametrize(
    ("behind", "found"),
    [
        ("– _ PUNCT V punct\nMerz _ PROPN V dep _ PER", {0: "Friedrich Merz"}),
        ("– _ PUNCT V punct\nMerz _ PROPN V dep _ PER\n. _ PUNCT V punct", {0: "Friedrich Merz"}),
        (", _ PUNCT V punct\nMerz _ PROPN V dep _ PER", {}),
        ("– _ PUNCT V punct\nSyrien _ PROPN V dep _ LOC", {}),
        (f"“ _ PUNCT V punct\n( _ PUNCT V punct\n{WHOLE}\n) _ PUNCT V punct", {0: "Friedrich Merz"}),
        (f"“ _ PUNCT V punct\n( _ PUNCT V punct\n{WHOLE}", {}),
        (f"( _ PUNCT V punct\n{WHOLE}\n) _ PUNCT V punct", {}),
    ],
)
def test_who_stands_alone_behind_a_dash_or_in_brackets_behind_a_quotation_speaks(
    behind: str, found: dict[int, str]
) -> None:
    assert carried(praise(behind=behind)) == found


@pytest.mark.parametrize(
    ("first", "label", "verb", "found"),
    [
        ("Das", "obj", "sagte", {0: "Friedrich Merz"}),
        ("Das", "det", "sagte", {}),
        ("Viel", "obj", "sagte", {}),
        ("Das", "obj", "kritisierte", {}),
        ("Das", "obj", "lachte", {}),
    ],
)
def test_who_takes_up_what_was_said_spoke_it(first: str, label: str, verb: str, found: dict[int, str]) -> None:
    lemma = {"sagte": "sagen", "kritisierte": "kritisieren", "lachte": "lachen"}[verb]
    said = f"""
        {first}  _        PRON   2  {label}
        {verb}   {lemma}  VERB   0  root   Mood=Ind|Tense=Past|VerbForm=Fin
        Merz     _        PROPN  2  nsubj  _  PER
    """
    assert carried(praise(), said) == found
    assert carried(praise(headed("Macron")), said) == {0: "Emmanuel Macron"}
