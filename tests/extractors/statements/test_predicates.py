"""Predicates and their pairs of actors, on trees built by hand."""

import pytest
from spacy.tokens import Doc

from extractors.mention import Mention, MentionKind
from extractors.statements.context import ContextFinder
from extractors.statements.pairs import Pairing
from extractors.statements.predicates import PredicateFinder
from ontology.vocabulary import relations
from tests.extractors.trees import finder, tree

FINITE = "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"
PLURAL = "Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin"
PART, INF = "VerbForm=Part", "VerbForm=Inf"


def told(doc: Doc) -> list[str]:
    """The predicates in words: shape, entry, and each pair once, with how sure its ends are if they are not quite."""
    arguments = finder(doc)
    contexts = ContextFinder(arguments, arguments.lexicon, {})
    pairing = Pairing(relations(), lambda _: frozenset())
    found = PredicateFinder(arguments, contexts, arguments.lexicon, pairing).find(doc)
    return [
        f"{p.shape} {p.entry.name} {p.entry.relation}: "
        + ", ".join(dict.fromkeys(" > ".join(_end(doc, end.token, end.confidence) for end in pair) for pair in p.pairs))
        for p in found
    ]


def _end(doc: Doc, token: int, confidence: float) -> str:
    return doc[token].text + ("" if confidence == 1 else f" {confidence:.5g}")


# Verbs -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pos", ["VERB", "AUX"])
def test_a_verb_of_the_lexicon_is_a_predicate(pos: str) -> None:
    doc = tree(f"""
        Macron    _          PROPN 2  nsubj  _  PER
        empfing   empfangen  {pos} 0  root   {FINITE}
        Merz      _          PROPN 2  obj    _  PER
    """)
    assert told(doc) == ["verb empfangen hosts: Macron > Merz"]


def test_a_verb_without_both_ends_is_no_predicate() -> None:
    doc = tree(f"Macron _ PROPN 2 nsubj _ PER\nempfing empfangen VERB 0 root {FINITE}")
    assert told(doc) == []


def test_the_noun_of_a_construction_is_no_event() -> None:
    doc = tree(f"""
        Merz      _          PROPN 2  nsubj  _  PER
        setzte    setzen     VERB  0  root   {FINITE}
        die       der        DET   4  det
        Gespräche Gespräch   NOUN  2  obj
        mit       _          ADP   6  case
        Putin     _          PROPN 4  nmod   _  PER
        aus       _          ADP   2  compound:prt
    """)
    assert told(doc) == ["verb aussetzen Gespräch breaksTiesWith: Merz > Putin 0.9"]


def test_the_noun_of_no_construction_is_an_event() -> None:
    doc = tree(f"""
        Merz      _          PROPN 2  nsubj  _  PER
        führte    führen     VERB  0  root   {FINITE}
        Telefonate Telefonat NOUN  2  obj
        und       _          CCONJ 5  cc
        Gespräche Gespräch   NOUN  3  conj
        mit       _          ADP   7  case
        Putin     _          PROPN 5  nmod   _  PER
    """)
    assert told(doc) == []


def test_the_richest_construction_wins() -> None:
    doc = tree(f"""
        Merz      _          PROPN 2  nsubj  _  PER
        kämpfte   kämpfen    VERB  0  root   {FINITE}
        an        _          ADP   5  case
        der       der        DET   5  det
        Seite     _          NOUN  2  obl
        Kiews     Kiew       PROPN 5  nmod   _  LOC
        gegen     _          ADP   8  case
        Russland  _          PROPN 2  obl    _  LOC
    """)
    assert told(doc) == ["verb kämpfen an:Seite supports: Merz > Seite"]


def test_a_richer_construction_without_its_ends_leaves_the_poorer() -> None:
    doc = tree(f"""
        Merz      _          PROPN 2  nsubj  _  PER
        kämpfte   kämpfen    VERB  0  root   {FINITE}
        an        _          ADP   4  case
        Seite     _          NOUN  2  obl
        gegen     _          ADP   6  case
        Russland  _          PROPN 2  obl    _  LOC
    """)
    assert told(doc) == ["verb kämpfen attacks: Merz > Russland"]


def test_constructions_as_rich_as_each_other_are_both_there() -> None:
    doc = tree(f"""
        Merz      _          PROPN 2  nsubj    _  PER
        gab       geben      VERB  0  root     {FINITE}
        Kiew      _          PROPN 2  obl:arg  _  LOC
        Zusage    _          NOUN  2  obj
        Hilfe     _          NOUN  2  obj
    """)
    assert told(doc) == ["verb geben Zusage pledges: Merz > Kiew", "verb geben @money aids: Merz > Kiew"]


def test_one_relation_is_told_once_a_verb() -> None:
    doc = tree(f"""
        Merz      _          PROPN 2  nsubj  _  PER
        besuchte  besuchen   VERB  0  root   {FINITE}
        Polen     _          PROPN 2  obj    _  LOC
        in        _          ADP   5  case
        Kiew      _          PROPN 2  obl    _  LOC
    """)
    assert told(doc) == ["verb besuchen visits: Merz > Polen"]


@pytest.mark.parametrize(("preposition", "found"), [("bei", ["verb treffen meets: Merz > Putin"]), ("auf", [])])
def test_a_phrase_may_forbid_a_predicate(preposition: str, found: list[str]) -> None:
    doc = tree(f"""
        Merz      _          PROPN 2  nsubj  _  PER
        traf      treffen    VERB  0  root   {FINITE}
        Putin     _          PROPN 2  obj    _  PER
        {preposition} _      ADP   5  case
        Serbien   _          PROPN 2  obl    _  LOC
    """)
    assert told(doc) == found


def test_a_companion_is_no_object() -> None:
    doc = tree(f"""
        Merz      _          PROPN 2  nsubj  _  PER
        verwies   verweisen  VERB  0  root   {FINITE}
        russische russisch   ADJ   4  amod
        Land      _          NOUN  2  obj
    """)
    assert told(doc) == []


# Verbs: several subjects ------------------------------------------------------------------------------------------------------


def each_other(word: str = "sich", label: str = "obj", second: str = "Pakistan _ PROPN 1 conj _ LOC") -> Doc:
    return tree(f"""
        Indien       _            PROPN 4  nsubj  _  LOC
        und          _            CCONJ 3  cc
        {second}
        beschuldigten beschuldigen VERB 0  root   {PLURAL}
        {word}       _            PRON  4  {label}
    """)


@pytest.mark.parametrize("word", ["sich", "einander", "gegenseitig"])
@pytest.mark.parametrize("label", ["obj", "obl:arg", "iobj", "expl:pv", "advmod"])
def test_subjects_may_do_it_to_each_other(word: str, label: str) -> None:
    assert told(each_other(word, label)) == ["verb beschuldigen accuses: Indien > Pakistan, Pakistan > Indien"]


@pytest.mark.parametrize("changed", [("nichts", "obj"), ("sich", "obl"), ("sich", "obj", "heute _ ADV 4 advmod")])
def test_subjects_need_a_word_for_each_other(changed: tuple[str, ...]) -> None:
    assert told(each_other(*changed)) == []


def test_a_reflexive_of_the_verb_is_not_each_other() -> None:
    doc = tree(f"""
        Indien       _            PROPN 4  nsubj  _  LOC
        und          _            CCONJ 3  cc
        Pakistan     _            PROPN 1  conj   _  LOC
        distanzierten distanzieren VERB 0  root   {PLURAL}
        sich         _            PRON  4  expl:pv
        gegenseitig  _            ADV   4  advmod
    """)
    assert told(doc) == []


def ties(determiner: str = "ihre", phrase: str = "", label: str = "nmod") -> Doc:
    third = f"{phrase} _ ADP 8 case\nKatar _ PROPN 6 {label} _ LOC" if phrase else ""
    return tree(f"""
        Indien       _            PROPN 4  nsubj  _  LOC
        und          _            CCONJ 3  cc
        Pakistan     _            PROPN 1  conj   _  LOC
        kappten      kappen       VERB  0  root   {PLURAL}
        {determiner} _            DET   6  det
        Beziehungen  Beziehung    NOUN  4  obj
        {third}
    """)


@pytest.mark.parametrize("determiner", ["ihre", "ihren", "einander"])
def test_what_is_theirs_is_between_them(determiner: str) -> None:
    assert told(ties(determiner)) == ["verb kappen Beziehung breaksTiesWith: Indien > Pakistan, Pakistan > Indien"]
    assert told(ties("alle")) == []


@pytest.mark.parametrize("label", ["nmod", "obl"])
def test_what_is_theirs_with_a_third_is_not_between_them(label: str) -> None:
    assert told(ties(phrase="zu", label=label)) == [
        "verb kappen Beziehung breaksTiesWith: Indien > Katar 0.9, Pakistan > Katar 0.9"
    ]
    assert told(ties(phrase="in", label=label)) == [
        "verb kappen Beziehung breaksTiesWith: Indien > Pakistan, Pakistan > Indien"
    ]


def test_a_third_at_the_verb_is_a_third_too() -> None:
    doc = tree(f"""
        Indien       _            PROPN 4  nsubj  _  LOC
        und          _            CCONJ 3  cc
        Pakistan     _            PROPN 1  conj   _  LOC
        kappten      kappen       VERB  0  root   {PLURAL}
        ihre         _            DET   6  det
        Beziehungen  Beziehung    NOUN  4  obj
        zu           _            ADP   8  case
        Foo          _            PROPN 4  obl
    """)
    assert told(doc) == []


def test_one_subject_does_nothing_to_each_other() -> None:
    doc = tree(f"""
        Indien       _            PROPN 2  nsubj  _  LOC
        beschuldigte beschuldigen VERB  0  root   {FINITE}
        sich         _            PRON  2  obj
    """)
    assert told(doc) == []


# Verbs: who speaks ------------------------------------------------------------------------------------------------------------


def spoken(
    pronoun: str = "Wir", speaker: str = "Merz", number: str = "Sing", label: str = "nsubj", entity: str = "PER"
) -> Doc:
    return tree(f"""
        {pronoun}  _             PRON  2  {label}
        helfen     helfen        VERB  5  ccomp  Mood=Ind|Number={number}|Tense=Pres|VerbForm=Fin
        Israel     _             PROPN 2  obl:arg  _  LOC
        ,          _             PUNCT 5  punct
        sagte      sagen         VERB  0  root   {FINITE}
        {speaker}  _             PROPN 5  nsubj  _  {entity}
    """)


@pytest.mark.parametrize("pronoun", ["Wir", "Ich", "Er", "Sie"])
def test_who_speaks_of_himself_does_it(pronoun: str) -> None:
    assert told(spoken(pronoun)) == ["verb helfen supports: Merz 0.85 > Israel"]


@pytest.mark.parametrize(
    ("pronoun", "speaker", "number", "label", "entity"),
    [
        # Another pronoun, "sie" of several, a state that speaks, another label.
        ("Man", "Merz", "Sing", "nsubj", "PER"),
        ("Sie", "Merz", "Plur", "nsubj", "PER"),
        ("Wir", "Polen", "Sing", "nsubj", "LOC"),
        ("Wir", "Merz", "Sing", "advmod", "PER"),
    ],
)
def test_another_subject_is_not_who_speaks(pronoun: str, speaker: str, number: str, label: str, entity: str) -> None:
    assert told(spoken(pronoun, speaker, number, label, entity)) == []


def test_we_are_several() -> None:
    assert told(spoken("Wir", number="Plur")) == ["verb helfen supports: Merz 0.85 > Israel"]


def test_a_pronoun_that_stands_for_somebody_is_not_who_speaks() -> None:
    doc = tree(f"""
        Tusk       _             PROPN 2  nsubj  _  PER
        kam        kommen        VERB  0  root   {FINITE}

        Er         er            PRON  2  nsubj
        helfe      helfen        VERB  5  ccomp  Mood=Sub|Number=Sing|Tense=Pres|VerbForm=Fin
        Israel     _             PROPN 2  obl:arg  _  LOC
        ,          _             PUNCT 5  punct
        sagte      sagen         VERB  0  root   {FINITE}
        Merz       _             PROPN 5  nsubj  _  PER
    """)
    assert told(doc) == ["verb helfen supports: Er 0.8 > Israel"]


def test_who_speaks_in_the_passive_does_not_do_it() -> None:
    doc = tree(f"""
        Wir        _             PRON  4  nsubj
        werden     werden        AUX   4  aux:pass   {FINITE}
        Israel     _             NOUN  4  obl:arg  _  LOC
        geholfen   helfen        VERB  6  ccomp  {PART}
        ,          _             PUNCT 6  punct
        sagte      sagen         VERB  0  root   {FINITE}
        Merz       _             PROPN 6  nsubj  _  PER
    """)
    assert told(doc) == []


# Verbs: who does it too --------------------------------------------------------------------------------------------------------


def company(
    word: str = "gemeinsam", case: str = "mit", head: str = "2", label: str = "obl", verb: str = "reiste reisen"
) -> Doc:
    return tree(f"""
        Merz       _       PROPN 2  nsubj  _  PER
        {verb}             VERB  0  root   {FINITE}
        {word}     _       ADV   2  advmod
        {case}     _       ADP   5  case
        Meloni     _       PROPN {head}  {label}  _  PER
        nach       _       ADP   7  case
        Polen      _       PROPN 2  obl    _  LOC
    """)


@pytest.mark.parametrize("word", ["gemeinsam", "zusammen", "Gemeinsam"])
@pytest.mark.parametrize(("head", "label"), [("2", "obl"), ("1", "nmod")])
def test_who_is_with_somebody_does_it_too(word: str, head: str, label: str) -> None:
    assert told(company(word, head=head, label=label)) == ["verb reisen visits: Merz > Polen, Meloni 0.9 > Polen"]


@pytest.mark.parametrize(
    ("word", "case", "head", "label"),
    [
        ("heute", "mit", "2", "obl"),
        ("gemeinsam", "ohne", "2", "obl"),
        ("gemeinsam", "bei", "2", "obl"),
        ("gemeinsam", "mit", "2", "advcl"),
        ("gemeinsam", "mit", "1", "appos"),
    ],
)
def test_who_is_not_with_somebody_does_not(word: str, case: str, head: str, label: str) -> None:
    assert told(company(word, case, head, label)) == ["verb reisen visits: Merz > Polen"]


def test_mit_that_opens_a_text_has_no_word_before_it() -> None:
    doc = tree(f"""
        Mit        _       ADP   2  case
        Meloni     _       PROPN 3  obl    _  PER
        reiste     reisen  VERB  0  root   {FINITE}
        Merz       _       PROPN 3  nsubj  _  PER
        nach       _       ADP   6  case
        Polen      _       PROPN 3  obl    _  LOC
        gemeinsam  _       ADV   3  advmod
    """)
    assert told(doc) == ["verb reisen visits: Merz > Polen"]


def test_whom_the_verb_has_with_mit_is_its_object() -> None:
    doc = tree(f"""
        Merz       _        PROPN 2  nsubj  _  PER
        sprach     sprechen VERB  0  root   {FINITE}
        gemeinsam  _        ADV   2  advmod
        mit        _        ADP   5  case
        Meloni     _        PROPN 2  obl    _  PER
    """)
    assert told(doc) == ["verb sprechen meets: Merz > Meloni"]


def test_who_is_with_the_sufferer_of_a_passive_does_not_do_it() -> None:
    doc = tree(f"""
        Merz       _         PROPN 8  nsubj:pass  _  PER
        wurde      werden    AUX   8  aux:pass    {FINITE}
        gemeinsam  _         ADV   8  advmod
        mit        _         ADP   5  case
        Meloni     _         PROPN 8  obl         _  PER
        von        _         ADP   7  case
        Tusk       _         PROPN 8  obl:agent   _  PER
        empfangen  _         VERB  0  root        {PART}
    """)
    assert told(doc) == ["verb empfangen hosts: Tusk > Merz"]


# Nouns -------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["nsubj", "advmod", "parataxis"])
def test_an_event_noun_is_a_predicate(label: str) -> None:
    doc = tree(f"""
        Kritik     _         NOUN  5  {label}
        Polens     Polen     PROPN 1  nmod   _  LOC
        an         _         ADP   4  case
        Israel     _         PROPN 1  nmod   _  LOC
        wuchs      wachsen   VERB  0  root   {FINITE}
    """)
    assert told(doc) == ["noun Kritik criticizes: Polens > Israel"]


def test_a_name_of_an_event_is_a_predicate() -> None:
    doc = tree("""
        Kritik     _         PROPN 0  root
        Polens     Polen     PROPN 1  nmod   _  LOC
        an         _         ADP   4  case
        Israel     _         PROPN 1  nmod   _  LOC
    """)
    assert told(doc) == ["noun Kritik criticizes: Polens > Israel"]


def test_a_role_is_a_predicate() -> None:
    doc = tree(f"""
        Belarus      _     PROPN 3  nsubj  _  LOC
        ist          sein  AUX   3  cop    {FINITE}
        Verbündeter  _     NOUN  0  root
        Russlands    Russland PROPN 3 nmod _  LOC
    """)
    assert told(doc) == ["role Verbündeter alliedWith: Belarus > Russlands"]


def test_an_object_is_not_the_doer_again() -> None:
    doc = tree("""
        Besuch     _         NOUN  0  root
        Polens     Polen     PROPN 1  nmod   _  LOC
    """)
    assert told(doc) == []


@pytest.mark.parametrize(
    ("noun", "found"),
    [
        ("Gefecht", ["noun Gefecht attacks: Polen > Kiew, Kiew > Polen"]),
        ("Abkommen", ["noun Abkommen agreesWith: Polen > Kiew"]),
    ],
)
def test_parties_of_a_fight_do_it_to_each_other(noun: str, found: list[str]) -> None:
    doc = tree(f"""
        {noun}     _         NOUN  0  root
        zwischen   _         ADP   3  case
        Polen      _         PROPN 1  nmod   _  LOC
        und        _         CCONJ 5  cc
        Kiew       _         PROPN 3  conj   _  LOC
    """)
    assert told(doc) == found


def test_the_first_entry_with_actors_is_the_noun_s() -> None:
    doc = tree("""
        Kampf      _         NOUN  0  root
        Polens     Polen     PROPN 1  nmod   _  LOC
        gegen      _         ADP   4  case
        Russland   _         PROPN 1  nmod   _  LOC
        zwischen   _         ADP   6  case
        Kiew       _         PROPN 1  nmod   _  LOC
    """)
    assert told(doc) == ["noun Kampf attacks: Polens > Russland"]


# Nouns: whose deed ---------------------------------------------------------------------------------------------------------


def visit(
    verb: str, label: str = "obj", case: str = "", noun: str = "Gespräche Gespräch", before: str = "mit"
) -> list[str]:
    """*Merz VERB (CASE) NOUN mit Putin*."""
    opening = f"{case} _ ADP 4 case" if case else "neue neu ADJ 4 amod"
    return told(tree(f"""
        Merz       _         PROPN 2  nsubj  _  PER
        {verb}               VERB  0  root   {FINITE}
        {opening}
        {noun}               NOUN  2  {label}
        {before}   _         ADP   6  case
        Putin      _         PROPN 4  nmod   _  PER
    """))  # fmt: skip


MEETS = ["noun Gespräch meets: Merz 0.9 > Putin"]


@pytest.mark.parametrize(
    ("verb", "found"),
    [
        ("pflegte pflegen", MEETS),
        ("plante planen", MEETS),
        ("prüfte prüfen", MEETS),
        ("verweigerte verweigern", MEETS),
        ("stoppte stoppen", MEETS),
        ("forderte fordern", []),
        ("lobte loben", []),
        ("foote foon", []),
    ],
)
def test_a_support_verb_lends_its_subject_to_its_object(verb: str, found: list[str]) -> None:
    assert visit(verb) == found


@pytest.mark.parametrize(("verb", "found"), [("nutzte nutzen", MEETS), ("plante planen", []), ("lobte loben", [])])
def test_a_support_verb_lends_its_subject_to_its_dative(verb: str, found: list[str]) -> None:
    assert visit(verb, "obl:arg") == found


@pytest.mark.parametrize("case", ["bei", "nach", "vor", "zu", "beim"])
def test_an_occasion_has_the_subject_of_any_verb(case: str) -> None:
    assert visit("lachte lachen", "obl", case) == MEETS


def test_only_after_some_prepositions_an_event_is_an_occasion() -> None:
    assert visit("lachte lachen", "obl", "über") == []
    assert visit("lachte lachen", "obl") == []


SANCTIONS = {"noun": "Sanktionen Sanktion", "before": "gegen"}


@pytest.mark.parametrize(
    ("verb", "case", "found"),
    [
        ("lachte lachen", "bei", False),
        ("beteiligte beteiligen", "an", True),
        ("einigte einigen", "auf", True),
        ("einigte einigen", "bei", False),
        ("verzichtete verzichten", "auf", False),
        ("plante planen", "in", False),
    ],
)
def test_another_event_has_the_subject_of_a_support_verb_alone(verb: str, case: str, found: bool) -> None:
    assert visit(verb, "obl", case, **SANCTIONS) == (["noun Sanktion sanctions: Merz 0.9 > Putin"] if found else [])


@pytest.mark.parametrize(
    ("verb", "found"), [("begann beginnen", "Merz 0.9"), ("plante planen", ""), ("lobte loben", "")]
)
def test_a_support_verb_in_a_relative_clause_lends_its_subject(verb: str, found: str) -> None:
    doc = tree(f"""
        Gespräche  Gespräch  NOUN  0  root
        mit        _         ADP   3  case
        Putin      _         PROPN 1  nmod   _  PER
        ,          _         PUNCT 7  punct
        die        der       PRON  7  obj
        Merz       _         PROPN 7  nsubj  _  PER
        {verb}               VERB  1  acl    {FINITE}
    """)
    assert told(doc) == ([f"noun Gespräch meets: {found} > Putin"] if found else [])


@pytest.mark.parametrize(("case", "found"), [("mit", True), ("dank", True), ("bei", False)])
def test_means_have_the_subject_above_as_object(case: str, found: bool) -> None:
    doc = tree(f"""
        {case}     _         ADP   2  case
        Unterstützung _      NOUN  4  obl
        Russlands  Russland  PROPN 2  nmod   _  LOC
        siegte     siegen    VERB  0  root   {FINITE}
        Syrien     _         PROPN 4  nsubj  _  LOC
    """)
    assert told(doc) == (["noun Unterstützung supports: Russlands > Syrien 0.9"] if found else [])


# Adjectives and participles ---------------------------------------------------------------------------------------------------


def test_an_adjective_before_a_noun_is_a_predicate() -> None:
    doc = tree("""
        das          der       DET   5  det
        mit          _         ADP   3  case
        Russland     _         PROPN 4  obl   _  LOC
        befreundete  befreundet ADJ   5  amod
        Belarus      _         PROPN 0  root  _  LOC
    """)
    assert told(doc) == ["adjective befreundet alliedWith: Belarus > Russland"]


def test_an_adjective_with_copula_is_a_predicate() -> None:
    doc = tree(f"""
        Belarus      _         PROPN 5  nsubj  _  LOC
        ist          sein      AUX   5  cop    {FINITE}
        mit          _         ADP   4  case
        Russland     _         PROPN 5  obl    _  LOC
        befreundet   _         ADJ   0  root
    """)
    assert told(doc) == ["adjective befreundet alliedWith: Belarus > Russland"]


def participle(
    agent: str = "von", label: str = "obl:agent", form: str = "besetzte", pos: str = "ADJ", dep: str = "amod"
) -> list[str]:
    return told(tree(f"""
        das          der       DET   5  det
        {agent}      _         ADP   3  case
        Russland     _         PROPN 4  {label}   _  LOC
        {form}       _         {pos} 5  {dep}
        Georgien     _         PROPN 0  root  _  LOC
    """))  # fmt: skip


OCCUPIES = ["participle besetzen occupies: Russland > Georgien"]


@pytest.mark.parametrize("pos", ["ADJ", "VERB"])
@pytest.mark.parametrize("label", ["obl:agent", "obl", "nmod"])
@pytest.mark.parametrize("agent", ["von", "durch", "vom"])
def test_a_participle_with_its_agent_is_a_predicate(agent: str, label: str, pos: str) -> None:
    assert participle(agent, label, pos=pos) == OCCUPIES


@pytest.mark.parametrize(
    ("agent", "label", "form", "dep"),
    [
        ("mit", "obl", "besetzte", "amod"),
        ("von", "advmod", "besetzte", "amod"),
        ("von", "obl:agent", "schöne", "amod"),
        ("von", "obl:agent", "besetzte", "conj"),
        ("von", "obl:agent", "besetzte", "advcl"),
    ],
)
def test_an_adjective_without_agent_is_none(agent: str, label: str, form: str, dep: str) -> None:
    assert participle(agent, label, form, dep=dep) == []


def test_a_participle_has_entries_without_companions_alone() -> None:
    assert participle(form="gestellte") == []


@pytest.mark.parametrize(
    ("form", "found"),
    [("US-unterstützte", ["participle unterstützen supports: US-unterstützte > Georgien"]), ("US-freundliche", [])],
)
def test_the_first_part_of_a_participle_does_it(form: str, found: list[str]) -> None:
    doc = tree(f"{form} _ ADJ 2 amod\nGeorgien _ PROPN 0 root _ LOC")
    states = tree("Die der DET 2 det\nUSA _ PROPN 0 root _ LOC")._.mentions[0].actors
    doc._.mentions = (*doc._.mentions, Mention(0, len(form), 0, MentionKind.COMPOUND, states))
    assert told(doc) == found


def test_a_participle_of_no_object_has_the_parties_between_which() -> None:
    doc = tree("""
        die          der       DET   5  det
        von          _         ADP   3  case
        Katar        _         PROPN 4  obl:agent  _  LOC
        vermittelte  vermittelt ADJ  5  amod
        Feuerpause   _         NOUN  0  root
        zwischen     _         ADP   7  case
        Israel       _         PROPN 5  nmod   _  LOC
        und          _         CCONJ 9  cc
        Hamas        _         PROPN 7  conj   _  ORG
    """)
    mediated = "participle vermitteln mediates: Katar > Israel, Katar > Hamas"
    assert set(told(doc)) == {mediated, "noun Feuerpause agreesWith: Israel > Hamas"}


def test_what_a_participle_does_is_done_to_its_noun_s_territory() -> None:
    doc = tree("""
        die          der       DET   5  det
        von          _         ADP   3  case
        Russland     _         PROPN 4  obl:agent  _  LOC
        besuchte     _         ADJ   5  amod
        Stadt        _         NOUN  0  root
        Lwiw         _         PROPN 5  appos   _  LOC
    """)
    assert told(doc) == ["participle besuchen visits: Russland > Stadt"]


def test_a_support_verb_lends_nothing_to_a_clause() -> None:
    assert visit("pflegte pflegen", "advcl") == []


def test_a_companion_beside_a_reflexive_leaves_it_to_the_subjects() -> None:
    doc = tree(f"""
        Indien         _       PROPN 4  nsubj  _  LOC
        und            _       CCONJ 3  cc
        Pakistan       _       PROPN 1  conj   _  LOC
        machten        machen  VERB  0  root   {PLURAL}
        sich           _       PRON  4  obj
        verantwortlich _       ADJ   4  xcomp
    """)
    assert told(doc) == ["verb machen verantwortlich accuses: Indien > Pakistan, Pakistan > Indien"]
