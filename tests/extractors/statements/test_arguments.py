"""The slots of nouns and verbs, on trees built by hand."""

import pytest
from spacy.tokens import Doc, Token

from extractors.lexicon import Slot
from extractors.statements.arguments import Argument
from tests.extractors.trees import finder, tree

FINITE = "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"
PART, INF = "VerbForm=Part", "VerbForm=Inf"


def word(doc: Doc, form: str) -> Token:
    return next(token for token in doc if token.text == form)


def verb(doc: Doc, form: str, slot: str, companion: str = "") -> list[str]:
    """What fills a slot, written as in the lexicon, of the verb of this form."""
    companions = {companion: word(doc, companion)} if companion else {}
    return _told(doc, finder(doc).of_verb(word(doc, form), Slot.parse(slot), companions))


def noun(doc: Doc, form: str, slot: str) -> list[str]:
    """What fills a slot of the noun of this form."""
    return _told(doc, finder(doc).of_noun(word(doc, form), Slot.parse(slot)))


def _told(doc: Doc, found: list[Argument]) -> list[str]:
    return [f"{doc[a.token].text} {a.confidence:.5g}" for a in found]


# Nouns: the governor -----------------------------------------------------------------------------------------------------


def governed(label: str = "obl") -> Doc:
    return tree(f"""
        beim     _       ADP   2  case
        Empfang  _       NOUN  3  {label}
        sagte    sagen   VERB  0  root   {FINITE}
        Macron   _       PROPN 3  nsubj  _  PER
        nichts   _       PRON  3  obj
    """)


@pytest.mark.parametrize("label", ["obj", "obl", "obl:arg", "xcomp", "advcl"])
def test_the_governor_is_the_subject_above(label: str) -> None:
    assert noun(governed(label), "Empfang", "governor") == ["Macron 0.9"]


@pytest.mark.parametrize("label", ["nsubj", "nmod", "advmod"])
def test_a_noun_of_another_label_is_governed_by_nobody(label: str) -> None:
    assert noun(governed(label), "Empfang", "governor") == []


def test_a_noun_that_heads_its_sentence_is_governed_by_nobody() -> None:
    doc = tree("""
        Empfang  _  NOUN  0  obj
        Macron   _  PROPN 1  nsubj  _  PER
    """)
    assert noun(doc, "Empfang", "governor") == []


@pytest.mark.parametrize(("pos", "found"), [("NOUN", ["Macron 0.9"]), ("PROPN", []), ("ADV", [])])
@pytest.mark.parametrize("label", ["nmod", "appos"])
def test_a_noun_within_a_noun_is_governed_too(label: str, pos: str, found: list[str]) -> None:
    doc = tree(f"""
        Nach      _     ADP    2  case
        Ende      _     {pos}  5  obl
        des       der   DET    4  det
        Empfangs  Empfang NOUN 2  {label}
        sagte     sagen VERB   0  root   {FINITE}
        Macron    _     PROPN  5  nsubj  _  PER
    """)
    assert noun(doc, "Empfangs", "governor") == found


def test_a_conjunct_is_governed_as_the_first() -> None:
    doc = tree(f"""
        Bei      _       ADP   2  case
        Empfang  _       NOUN  5  obl
        und      _       CCONJ 4  cc
        Treffen  _       NOUN  2  conj
        sagte    sagen   VERB  0  root   {FINITE}
        Macron   _       PROPN 5  nsubj  _  PER
    """)
    assert noun(doc, "Treffen", "governor") == ["Macron 0.9"]


def test_the_verb_of_a_relative_clause_lends_its_subject_first() -> None:
    doc = tree(f"""
        Tusk    _        PROPN 2  nsubj  _  PER
        lobte   loben    VERB  0  root   {FINITE}
        den     der      DET   4  det
        Besuch  _        NOUN  2  obj    Gender=Masc|Number=Sing
        ,       _        PUNCT 8  punct
        den     der      PRON  8  obj
        Erdogan _        PROPN 8  nsubj  _  PER
        begann  beginnen VERB  4  acl    {FINITE}
    """)
    assert noun(doc, "Besuch", "governor") == ["Erdogan 0.9"]


def test_a_relative_clause_of_nobody_leaves_the_verb_above() -> None:
    doc = tree(f"""
        Tusk    _        PROPN 2  nsubj  _  PER
        lobte   loben    VERB  0  root   {FINITE}
        den     der      DET   4  det
        Besuch  _        NOUN  2  obj    Gender=Masc|Number=Sing
        ,       _        PUNCT 8  punct
        den     der      PRON  8  obj
        man     _        PRON  8  nsubj
        begann  beginnen VERB  4  acl    {FINITE}
    """)
    assert noun(doc, "Besuch", "governor") == ["Tusk 0.9"]


def blamed(label: str = "obj", head: str = "vorwerfen") -> Doc:
    return tree(f"""
        Kiew     _     PROPN 2  nsubj    _  LOC
        warf     {head} VERB 0  root     {FINITE}
        Moskau   _     PROPN 2  obl:arg  _  LOC
        einen    ein   DET   5  det
        Angriff  _     NOUN  2  {label}  Gender=Masc|Number=Sing
    """)


def test_what_is_laid_at_somebody_is_his_deed() -> None:
    assert noun(blamed(), "Angriff", "governor") == ["Moskau 1"]


@pytest.mark.parametrize(("label", "head"), [("obl", "vorwerfen"), ("obj", "zusagen"), ("obj", "foobaren")])
def test_what_is_not_laid_at_somebody_is_the_subject_s_deed(label: str, head: str) -> None:
    assert noun(blamed(label, head), "Angriff", "governor") == ["Kiew 0.9"]


@pytest.mark.parametrize(("label", "found"), [("obl", ["Modi 0.9"]), ("obj", []), ("xcomp", [])])
def test_the_subject_of_a_passive_governs_a_phrase(label: str, found: list[str]) -> None:
    doc = tree(f"""
        Modi     _        PROPN 5  nsubj:pass  _  PER
        wird     werden   AUX   5  aux:pass    {FINITE}
        zum      _        ADP   4  case
        Besuch   _        NOUN  5  {label}
        erwartet erwarten VERB  0  root        {PART}
    """)
    assert noun(doc, "Besuch", "governor") == found


def test_the_agent_of_a_passive_governs_before_its_subject() -> None:
    doc = tree(f"""
        Modi     _        PROPN 7  nsubj:pass  _  PER
        wird     werden   AUX   7  aux:pass    {FINITE}
        von      _        ADP   4  case
        Macron   _        PROPN 7  obl:agent   _  PER
        zum      _        ADP   6  case
        Besuch   _        NOUN  7  obl
        erwartet erwarten VERB  0  root        {PART}
    """)
    assert noun(doc, "Besuch", "governor") == ["Macron 0.9"]


# Nouns: the body presided over --------------------------------------------------------------------------------------------


def test_the_body_is_the_noun_that_the_phrase_describes() -> None:
    doc = tree("""
        Nato      _        PROPN 0  root  _  ORG
        unter     _        ADP   4  case
        deutscher deutsch  ADJ   4  amod
        Führung   _        NOUN  1  nmod
    """)
    assert noun(doc, "Führung", "body/OG") == ["Nato 1"]


def test_a_state_has_no_chair() -> None:
    doc = tree("""
        Polen     _        PROPN 0  root  _  LOC
        unter     _        ADP   4  case
        deutscher deutsch  ADJ   4  amod
        Führung   _        NOUN  1  nmod
    """)
    assert noun(doc, "Führung", "body/OG") == []


def spoken_of(between: int = 1, body: str = "Nato", label: str = "obl", entity: str = "ORG") -> Doc:
    filler = "\n".join("foo _ X 1 dep" for _ in range(between - 1))
    return tree(f"""
        tagte    tagen   VERB  0  root  {FINITE}
        {body}   _       PROPN 1  nsubj _  {entity}
        {filler}
        Führung  _       NOUN  1  {label}
    """)


@pytest.mark.parametrize(("between", "found"), [(1, ["Nato 0.765"]), (59, ["Nato 0.765"]), (60, [])])
def test_the_body_is_the_organisation_spoken_of_last(between: int, found: list[str]) -> None:
    assert noun(spoken_of(between), "Führung", "body/OG") == found


def test_the_body_may_open_the_text() -> None:
    doc = tree(f"""
        Nato     _       PROPN 2  nsubj _  ORG
        tagte    tagen   VERB  0  root  {FINITE}
        Führung  _       NOUN  2  obl
    """)
    assert noun(doc, "Führung", "body/OG") == ["Nato 0.765"]


def test_a_phrase_that_describes_no_body_takes_the_one_spoken_of_last() -> None:
    doc = tree(f"""
        Nato     _       PROPN 2  nsubj _  ORG
        tagte    tagen   VERB  0  root  {FINITE}
        Sitzung  _       NOUN  2  obl
        Führung  _       NOUN  3  nmod
    """)
    assert noun(doc, "Führung", "body/OG") == ["Nato 0.765"]


@pytest.mark.parametrize(("body", "entity"), [("Polen", "LOC"), ("Merz", "PER"), ("Hamas", "ORG")])
def test_only_an_organisation_is_presided_over(body: str, entity: str) -> None:
    assert noun(spoken_of(1, body, entity=entity), "Führung", "body") == []


def test_the_last_of_two_bodies_counts() -> None:
    doc = tree(f"""
        EU       _       PROPN 3  nsubj _  ORG
        Nato     _       PROPN 3  obj   _  ORG
        lobte    loben   VERB  0  root  {FINITE}
        Führung  _       NOUN  3  obl
    """)
    assert noun(doc, "Führung", "body/OG") == ["Nato 0.765"]


# Nouns: the bearer of a role ----------------------------------------------------------------------------------------------


def test_a_copula_says_a_role_of_its_subject() -> None:
    doc = tree(f"""
        Belarus      _     PROPN 3  nsubj  _  LOC
        ist          sein  AUX   3  cop    {FINITE}
        Verbündeter  _     NOUN  0  root
    """)
    assert noun(doc, "Verbündeter", "bearer") == ["Belarus 1"]
    assert noun(doc, "Verbündeter", "bearer/P") == []


@pytest.mark.parametrize(
    ("pos", "copula", "label", "found"),
    [
        ("DET", "cop", "nmod", ["Russland 0.9"]),
        ("PRON", "cop", "nmod", ["Russland 0.9"]),
        ("NUM", "cop", "nmod", ["Russland 0.9"]),
        ("NOUN", "cop", "nmod", []),
        ("PRON", "aux", "nmod", []),
        ("PRON", "cop", "conj", []),
    ],
)
def test_one_of_the_allies_is_an_ally(pos: str, copula: str, label: str, found: list[str]) -> None:
    doc = tree(f"""
        Russland     _     PROPN 3  nsubj    _  LOC
        ist          sein  AUX   3  {copula} {FINITE}
        einer        _     {pos} 0  root
        der          der   DET   5  det
        Verbündeten  Verbündeter NOUN 3 {label}
    """)
    assert noun(doc, "Verbündeten", "bearer/S") == found
    assert noun(doc, "Verbündeten", "bearer/P") == []


def test_an_apposition_says_a_role_of_what_is_before_it() -> None:
    doc = tree("""
        Minsk        _     PROPN 0  root  _  LOC
        ,            _     PUNCT 4  punct
        ein          ein   DET   4  det
        Verbündeter  _     NOUN  1  appos
    """)
    assert noun(doc, "Verbündeter", "bearer/S") == ["Minsk 1"]
    assert noun(doc, "Verbündeter", "bearer/P") == []


@pytest.mark.parametrize(
    ("case", "label", "pos", "found"),
    [
        ("als", "obl", "VERB", ["Belarus 0.9"]),
        ("als", "xcomp", "VERB", ["Belarus 0.9"]),
        ("für", "xcomp", "VERB", ["Belarus 0.9"]),
        ("für", "obl", "VERB", []),
        ("als", "nmod", "VERB", []),
        ("als", "obl", "NOUN", []),
    ],
)
def test_who_counts_as_something_bears_its_role(case: str, label: str, pos: str, found: list[str]) -> None:
    doc = tree(f"""
        Belarus      _      PROPN 2  nsubj  _  LOC
        gilt         gelten {pos} 0  root   {FINITE}
        {case}       _      ADP   4  case
        Verbündeter  _      NOUN  2  {label}
    """)
    assert noun(doc, "Verbündeter", "bearer/S") == found
    assert noun(doc, "Verbündeter", "bearer/P") == []


@pytest.mark.parametrize("label", ["appos", "flat"])
def test_the_name_beside_a_role_bears_it(label: str) -> None:
    doc = tree(f"""
        Der         der   DET   2  det
        Nato-Partner _    NOUN  4  nsubj
        Ungarn      _     PROPN 2  {label}  _  LOC
        zögert      zögern VERB 0  root  {FINITE}
    """)
    assert noun(doc, "Nato-Partner", "bearer/S") == ["Ungarn 1"]
    assert noun(doc, "Nato-Partner", "bearer/P") == []


def test_a_slot_of_a_noun_takes_its_kinds() -> None:
    doc = tree("""
        Pläne    Plan    NOUN  0  root
        Moskaus  Moskau  PROPN 1  nmod  _  LOC
    """)
    assert noun(doc, "Pläne", "gen/S") == ["Moskaus 1"]
    assert noun(doc, "Pläne", "gen/PG") == []
    assert noun(doc, "Pläne", "gen") == ["Moskaus 1"]


# Verbs: subject -------------------------------------------------------------------------------------------------------------


def test_the_subject_of_a_verb() -> None:
    assert verb(governed(), "sagte", "subj") == ["Macron 1"]


@pytest.mark.parametrize(("preposition", "found"), [("von", ["Macron 1"]), ("mit", [])])
def test_the_agent_of_a_passive_is_its_subject(preposition: str, found: list[str]) -> None:
    doc = tree(f"""
        Modi       _         PROPN 5  nsubj:pass  _  PER
        wurde      werden    AUX   5  aux:pass    {FINITE}
        {preposition} _      ADP   4  case
        Macron     _         PROPN 5  obl         _  PER
        empfangen  empfangen VERB  0  root        {PART}
    """)
    assert verb(doc, "empfangen", "subj") == found
    assert verb(doc, "empfangen", "obj") == ["Modi 1"]


@pytest.mark.parametrize(
    ("lemma", "found"), [("eintreffen", ["Modi 1"]), ("empfangen", []), ("foobaren", []), ("treffen", [])]
)
def test_a_verb_without_object_has_no_passive(lemma: str, found: list[str]) -> None:
    doc = tree(f"""
        Modi  _       PROPN 3  nsubj:pass  _  PER
        war    sein    AUX   3  aux:pass    {FINITE}
        foo    {lemma} VERB  0  root        {PART}
    """)
    assert verb(doc, "foo", "subj") == found


def test_the_first_subject_that_is_an_actor_counts() -> None:
    doc = tree(f"""
        Gespräch  _       NOUN  2  nsubj
        führte    führen  VERB  0  root   {FINITE}
        Lawrow    _       PROPN 2  nsubj  _  PER
        Rubio     _       PROPN 2  nsubj  _  PER
    """)
    assert verb(doc, "führte", "subj") == ["Lawrow 1"]


def light(pos: str = "NOUN", label: str = "flat") -> Doc:
    return tree(f"""
        Kritik    _      {pos} 2  nsubj
        äußerte   äußern VERB  0  root   {FINITE}
        Dienstag  _      NOUN  2  obl
        Starmer   _      PROPN 3  {label}  _  PER
    """)


def test_a_name_glued_to_the_day_does_what_the_noun_before_the_verb_says() -> None:
    assert verb(light(), "äußerte", "subj") == ["Starmer 0.85"]


@pytest.mark.parametrize(("pos", "label"), [("PROPN", "flat"), ("ADJ", "flat"), ("NOUN", "nmod")])
def test_a_subject_that_is_no_actor_leaves_the_slot_empty(pos: str, label: str) -> None:
    assert verb(light(pos, label), "äußerte", "subj") == []


def test_a_noun_behind_the_verb_is_its_subject() -> None:
    doc = tree(f"""
        äußerte   äußern VERB  0  root   {FINITE}
        Kritik    _      NOUN  1  nsubj
        Dienstag  _      NOUN  1  obl
        Starmer   _      PROPN 3  flat  _  PER
    """)
    assert verb(doc, "äußerte", "subj") == []


def test_a_name_glued_to_the_day_is_the_subject_where_there_is_none() -> None:
    doc = tree(f"""
        empfing   empfangen VERB  0  root  {FINITE}
        Mittwoch  _         NOUN  1  obl
        Macron    _         PROPN 2  flat  _  PER
        Tusk      _         PROPN 3  flat  _  PER
    """)
    assert verb(doc, "empfing", "subj") == ["Macron 0.85"]
    assert verb(doc, "empfing", "obj") == ["Tusk 0.85"]


def test_an_article_hung_on_the_verb_is_no_subject() -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        plant    planen  VERB  0  root   {FINITE}
        der      der     DET   6  nsubj
        Ukraine  _       PROPN 6  obl:arg  _  LOC
        zu       _       PART  6  mark
        helfen   _       VERB  2  xcomp  {INF}
    """)
    assert verb(doc, "helfen", "subj") == ["Merz 0.9"]


# Verbs: the subject that another clause lends ---------------------------------------------------------------------------


@pytest.mark.parametrize("pos", ["VERB", "AUX", "ADJ", "NOUN"])
def test_a_conjunct_has_the_subject_of_the_first(pos: str) -> None:
    doc = tree(f"""
        Trump       _            PROPN 2  nsubj  _  PER
        traf        treffen      {pos} 0  root   {FINITE}
        Putin       _            PROPN 2  obj    _  PER
        und         _            CCONJ 5  cc
        telefonierte telefonieren VERB 2  conj   {FINITE}
    """)
    assert verb(doc, "telefonierte", "subj") == ["Trump 0.9"]


def test_a_conjunct_of_a_name_has_no_subject() -> None:
    doc = tree(f"""
        Trump       _            PROPN 2  nsubj  _  PER
        Putin       _            PROPN 0  root   _  PER
        und         _            CCONJ 4  cc
        telefonierte telefonieren VERB 2  conj   {FINITE}
    """)
    assert verb(doc, "telefonierte", "subj") == []


@pytest.mark.parametrize("label", ["conj", "xcomp", "advcl"])
def test_the_subject_of_a_passive_is_lent(label: str) -> None:
    doc = tree(f"""
        Trump      _         PROPN 5  nsubj:pass  _  PER
        wurde      werden    AUX   5  aux:pass    {FINITE}
        von        _         ADP   4  case
        Macron     _         PROPN 5  obl:agent   _  PER
        empfangen  empfangen VERB  0  root        {PART}
        lobte      loben     VERB  5  {label}     {FINITE}
        Putin      _         PROPN 6  obj         _  PER
    """)
    assert verb(doc, "lobte", "subj") == ["Trump 0.9"]


@pytest.mark.parametrize("label", ["xcomp", "advcl", "ccomp"])
@pytest.mark.parametrize("pos", ["VERB", "AUX", "ADJ", "NOUN"])
def test_an_infinitive_has_the_subject_above(label: str, pos: str) -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        plant    planen  {pos} 0  root   {FINITE}
        Polen    _       PROPN 5  obl:arg  _  LOC
        zu       _       PART  5  mark
        helfen   _       VERB  2  {label}  {INF}
    """)
    assert verb(doc, "helfen", "subj") == ["Merz 0.9"]


@pytest.mark.parametrize(
    ("label", "pos"),
    [("acl", "VERB"), ("parataxis", "VERB"), ("xcomp", "PROPN"), ("advcl", "ADV")],
)
def test_another_clause_has_no_subject_from_above(label: str, pos: str) -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        plant    planen  {pos} 0  root   {FINITE}
        Polen    _       PROPN 5  obl:arg  _  LOC
        zu       _       PART  5  mark
        helfen   _       VERB  2  {label}  {INF}
    """)
    assert verb(doc, "helfen", "subj") == []


def test_the_root_has_no_subject_from_above() -> None:
    doc = tree(f"hilft helfen VERB 0 conj {FINITE}")
    assert verb(doc, "hilft", "subj") == []


@pytest.mark.parametrize(("label", "found"), [("ccomp", []), ("advcl", ["Lawrow 0.9"])])
def test_who_says_it_is_not_who_does_it(label: str, found: list[str]) -> None:
    doc = tree(f"""
        angegriffen  angreifen VERB  4  {label}  {PART}
        hat          haben     AUX   1  aux      {FINITE}
        ,            _         PUNCT 4  punct
        sagte        sagen     VERB  0  root     {FINITE}
        Lawrow       _         PROPN 4  nsubj    _  PER
    """)
    assert verb(doc, "angegriffen", "subj") == found


@pytest.mark.parametrize(
    ("mark", "label", "found"),
    [
        ("um", "mark", ["Merz 0.9"]),
        ("ohne", "mark", ["Merz 0.9"]),
        ("dass", "mark", []),
        ("weil", "mark", []),
        ("dass", "advmod", ["Merz 0.9"]),
    ],
)
def test_a_conjunction_has_a_subject_of_its_own(mark: str, label: str, found: list[str]) -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        reiste   reisen  VERB  0  root   {FINITE}
        {mark}   _       SCONJ 5  {label}
        zu       _       PART  5  mark
        helfen   _       VERB  2  advcl  {INF}
    """)
    assert verb(doc, "helfen", "subj") == found


def urged(lemma: str = "auffordern", target: str = "obj", label: str = "xcomp") -> Doc:
    return tree(f"""
        Macron   _       PROPN 2  nsubj     _  PER
        rief     {lemma} VERB  0  root      {FINITE}
        Putin    _       PROPN 2  {target}  _  PER
        zu       _       PART  5  mark
        gehen    _       VERB  2  {label}   {INF}
    """)


@pytest.mark.parametrize("lemma", ["auffordern", "vorwerfen", "beschuldigen", "zwingen", "helfen"])
@pytest.mark.parametrize("target", ["obj", "obl:arg", "nsubj:pass"])
def test_whom_somebody_urges_is_to_do_it(lemma: str, target: str) -> None:
    assert verb(urged(lemma, target), "gehen", "subj") == ["Putin 0.9"]


@pytest.mark.parametrize("lemma", ["versprechen", "ankündigen", "sagen", "foobaren"])
def test_whom_somebody_promises_is_not_to_do_it(lemma: str) -> None:
    assert verb(urged(lemma), "gehen", "subj") == ["Macron 0.9"]


def test_whom_somebody_urges_is_to_do_it_only_in_an_infinitive_clause() -> None:
    assert verb(urged(label="advcl"), "gehen", "subj") == ["Macron 0.9"]
    assert verb(urged(target="obl"), "gehen", "subj") == []


def test_the_accusative_is_urged_before_the_dative() -> None:
    doc = tree(f"""
        Macron   _       PROPN 2  nsubj     _  PER
        zwang    zwingen VERB  0  root      {FINITE}
        Merz     _       PROPN 2  obl:arg   _  PER
        Putin    _       PROPN 2  obj       _  PER
        zu       _       PART  6  mark
        gehen    _       VERB  2  xcomp     {INF}
    """)
    assert verb(doc, "gehen", "subj") == ["Putin 0.9"]


def test_an_infinitive_without_controller_has_no_glued_subject() -> None:
    doc = tree(f"""
        galt     gelten  VERB  0  root      {FINITE}
        Mittwoch _       NOUN  4  obl
        Macron   _       PROPN 2  flat      _  PER
        gehen    _       VERB  1  xcomp     {INF}
    """)
    assert verb(doc, "gehen", "subj") == []


def test_a_subject_that_is_lent_comes_before_a_glued_name() -> None:
    doc = tree(f"""
        Trump    _       PROPN 2  nsubj  _  PER
        kam      kommen  VERB  0  root   {FINITE}
        und      _       CCONJ 4  cc
        ging     gehen   VERB  2  conj   {FINITE}
        Mittwoch _       NOUN  4  obl
        Macron   _       PROPN 5  flat   _  PER
    """)
    assert verb(doc, "ging", "subj") == ["Trump 0.9"]


# Verbs: who is to do it --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "passive", "found"), [("nsubj", False, ["Iran 1"]), ("nsubj:pass", True, []), ("obj", False, [])]
)
def test_who_is_obliged_is_the_subject_of_the_active(label: str, passive: bool, found: list[str]) -> None:
    aux = "werden werden AUX 4 aux:pass" if passive else "jetzt _ ADV 4 advmod"
    doc = tree(f"""
        Iran        _          PROPN 4  {label}  _  LOC
        müsse       müssen     AUX   4  aux      {FINITE}
        {aux}
        gehen       _          VERB  0  root
    """)
    assert _told(doc, finder(doc).obliged(word(doc, "gehen"))) == found


def test_whose_thing_is_obliged_is_obliged() -> None:
    doc = tree(f"""
        Angriffe    Angriff    NOUN  4  nsubj
        Moskaus     Moskau     PROPN 1  nmod  _  LOC
        müssten     müssen     AUX   4  aux      {FINITE}
        enden       _          VERB  0  root
    """)
    assert _told(doc, finder(doc).obliged(word(doc, "enden"))) == ["Angriffe 0.85"]


# Verbs: object --------------------------------------------------------------------------------------------------------------


def plain(label: str, name: str = "Putin") -> Doc:
    return tree(f"""
        Macron   _       PROPN 2  nsubj     _  PER
        lobte    loben   VERB  0  root      {FINITE}
        {name}   _       PROPN 2  {label}   _  PER
    """)


@pytest.mark.parametrize(
    ("label", "found"), [("obj", ["Putin 1"]), ("obl:arg", ["Putin 0.85"]), ("nsubj", ["Putin 0.85"]), ("obl", [])]
)
def test_another_case_is_the_object_where_there_is_none(label: str, found: list[str]) -> None:
    assert verb(plain(label), "lobte", "obj") == found


@pytest.mark.parametrize(
    ("label", "found"), [("obl:arg", ["Putin 1"]), ("nsubj", ["Putin 0.85"]), ("obj", []), ("obl", [])]
)
def test_another_case_is_the_dative_where_there_is_none(label: str, found: list[str]) -> None:
    assert verb(plain(label), "lobte", "dat") == found


@pytest.mark.parametrize("clause", ["xcomp", "ccomp"])
def test_an_object_beside_a_clause_may_be_the_dative(clause: str) -> None:
    doc = tree(f"""
        Macron    _           PROPN 2  nsubj  _  PER
        versprach versprechen VERB  0  root   {FINITE}
        Kiew      _           PROPN 2  obj    _  LOC
        zu        _           PART  5  mark
        helfen    _           VERB  2  {clause}  {INF}
    """)
    assert verb(doc, "versprach", "dat") == ["Kiew 0.85"]


def test_a_passive_mistakes_no_dative() -> None:
    doc = tree(f"""
        Macron   _       PROPN 4  nsubj:pass  _  PER
        Putin    _       PROPN 4  nsubj:pass  _  PER
        wurde    werden  AUX   4  aux:pass  {FINITE}
        gelobt   loben   VERB  0  root  {PART}
        von      _       ADP   6  case
        Merz     _       PROPN 4  obl:agent  _  PER
    """)
    assert verb(doc, "gelobt", "dat") == []
    assert verb(doc, "gelobt", "obj") == ["Macron 1", "Putin 1"]


def test_the_dative_of_a_passive_counts() -> None:
    doc = tree(f"""
        Kiew     _       PROPN 4  obl:arg     _  LOC
        Hilfe    _       NOUN  4  nsubj:pass
        wurde    werden  AUX   4  aux:pass    {FINITE}
        zugesagt zusagen VERB  0  root        {PART}
    """)
    assert verb(doc, "zugesagt", "dat") == ["Kiew 1"]


def test_the_subject_is_not_its_own_object() -> None:
    doc = tree(f"""
        Macron   _       PROPN 2  nsubj     _  PER
        lobte    loben   VERB  0  root      {FINITE}
        Putin    _       PROPN 1  appos     _  PER
    """)
    assert verb(doc, "lobte", "obj") == ["Putin 0.85"]
    assert verb(doc, "lobte", "subj") == ["Macron 1"]


def test_the_order_of_what_a_parser_mistook_is_dative_subject_glued() -> None:
    doc = tree(f"""
        lobte    loben   VERB  0  root      {FINITE}
        Macron   _       PROPN 1  nsubj     _  PER
        Merz     _       PROPN 1  nsubj     _  PER
        Mittwoch _       NOUN  1  obl
        Tusk     _       PROPN 4  flat      _  PER
        Putin    _       PROPN 1  obl:arg   _  PER
    """)
    assert verb(doc, "lobte", "obj") == ["Putin 0.85", "Merz 0.85", "Tusk 0.85"]


def test_the_noun_before_a_postponed_participle_is_its_object() -> None:
    doc = tree(f"""
        Syrien      _            PROPN 0  root  _  LOC
        ,           _            PUNCT 3  punct
        unterstützt unterstützen VERB  1  acl   {PART}
        von         _            ADP   5  case
        Russland    _            PROPN 3  obl:agent  _  LOC
    """)
    assert verb(doc, "unterstützt", "obj") == ["Syrien 1"]
    assert verb(doc, "unterstützt", "subj") == ["Russland 1"]


# Verbs: what stands once for two ------------------------------------------------------------------------------------------


def coordinated(more: str = "", label: str = "conj", pos: str = "VERB") -> Doc:
    """*Macron kritisierte und verurteilte Putin*, the object at the first verb."""
    return tree(f"""
        Macron      _            PROPN 2  nsubj  _  PER
        kritisierte kritisieren  {pos} 0  root   {FINITE}
        und         _            CCONJ 4  cc
        verurteilte verurteilen  VERB  2  {label}  {FINITE}
        Putin       _            PROPN 2  obj    _  PER
        {more}
    """)


def test_a_conjunct_shares_the_object_behind_it() -> None:
    assert verb(coordinated(), "verurteilte", "obj") == ["Putin 0.9"]


@pytest.mark.parametrize(("label", "pos"), [("advcl", "VERB"), ("conj", "AUX")])
def test_only_a_conjunct_of_a_verb_shares_an_object(label: str, pos: str) -> None:
    assert verb(coordinated(label=label, pos=pos), "verurteilte", "obj") == []


def test_a_conjunct_shares_no_object_before_it() -> None:
    doc = tree(f"""
        Macron      _            PROPN 2  nsubj  _  PER
        traf        treffen      VERB  0  root   {FINITE}
        Putin       _            PROPN 2  obj    _  PER
        und         _            CCONJ 5  cc
        gratulierte gratulieren  VERB  2  conj   {FINITE}
    """)
    assert verb(doc, "gratulierte", "obj") == []


def test_a_conjunct_with_an_object_shares_none() -> None:
    assert verb(coordinated("Tusk _ PROPN 4 obj _ PER"), "verurteilte", "obj") == ["Tusk 1"]


def later(*rows: str, pos: str = "VERB") -> Doc:
    """*Macron kritisierte, verurteilte Putin*, the object at the second verb."""
    return tree("\n".join((
        "Macron _ PROPN 2 nsubj _ PER",
        f"kritisierte kritisieren VERB 0 root {FINITE}",
        *rows,
        f"verurteilte verurteilen {pos} 2 conj {FINITE}",
        f"Putin _ PROPN {len(rows) + 3} obj _ PER",
    )))  # fmt: skip


@pytest.mark.parametrize("link", [", _ PUNCT 4 punct", "und _ CCONJ 4 cc"])
def test_a_verb_shares_the_object_of_the_next(link: str) -> None:
    assert verb(later(link), "kritisierte", "obj") == ["Putin 0.765"]


@pytest.mark.parametrize(("link", "pos"), [("Merz _ PROPN 4 nsubj _ PER", "VERB"), (", _ PUNCT 4 punct", "AUX")])
def test_a_verb_shares_no_object_of_a_clause_of_its_own(link: str, pos: str) -> None:
    assert verb(later(link, pos=pos), "kritisierte", "obj") == []


def test_a_verb_shares_no_object_of_a_clause_with_a_later_subject() -> None:
    doc = tree(f"""
        Macron      _            PROPN 2  nsubj  _  PER
        kritisierte kritisieren  VERB  0  root   {FINITE}
        ,           _            PUNCT 4  punct
        verurteilte verurteilen  VERB  2  conj   {FINITE}
        Merz        _            PROPN 4  nsubj  _  PER
        Putin       _            PROPN 4  obj    _  PER
    """)
    assert verb(doc, "kritisierte", "obj") == []


def test_a_verb_shares_the_object_of_the_nearest_verb_alone() -> None:
    doc = tree(f"""
        Macron      _            PROPN 2  nsubj  _  PER
        kritisierte kritisieren  VERB  0  root   {FINITE}
        ,           _            PUNCT 4  punct
        verurteilte verurteilen  VERB  2  conj   {FINITE}
        Putin       _            PROPN 4  obj    _  PER
        ,           _            PUNCT 7  punct
        lobte       loben        VERB  2  conj   {FINITE}
        Tusk        _            PROPN 7  obj    _  PER
    """)
    assert verb(doc, "kritisierte", "obj") == ["Putin 0.765"]


# Verbs: what a whole sentence says ------------------------------------------------------------------------------------------


def taken_up(label: str = "advcl", pronoun: str = "was", view: str = "") -> Doc:
    said = f"nach _ ADP 4 case\n{view} _ NOUN 2 obl\nWarschaus Warschau PROPN 4 nmod _ LOC" if view else ""
    shift = 3 if view else 0
    return tree(
        f"""
        Kiew       _          PROPN 2  nsubj  _  LOC
        tobte      toben      VERB  0  root   {FINITE}
        {said}
        ,          _          PUNCT {6 + shift}  punct
        {pronoun}  _          PRON  {6 + shift}  obj
        Moskau     _          PROPN {6 + shift}  nsubj  _  LOC
        bestritt   bestreiten VERB  2  {label}  {FINITE}
    """
    )


@pytest.mark.parametrize("label", ["acl", "advcl", "parataxis", "conj", "ccomp"])
def test_was_takes_up_the_word_of_the_sentence_s_subject(label: str) -> None:
    assert verb(taken_up(label), "bestritt", "obj*") == ["Kiew 0.765"]


@pytest.mark.parametrize(
    ("label", "pronoun", "slot"),
    [("csubj", "was", "obj*"), ("advcl", "welches", "obj*"), ("advcl", "dies", "obj*"), ("advcl", "was", "obj")],
)
def test_another_pronoun_or_clause_takes_up_nothing(label: str, pronoun: str, slot: str) -> None:
    assert verb(taken_up(label, pronoun), "bestritt", slot) == []


@pytest.mark.parametrize(("view", "found"), [("Darstellung", ["Darstellung 0.765"]), ("Treffen", ["Kiew 0.765"])])
def test_was_takes_up_the_word_of_who_is_named(view: str, found: list[str]) -> None:
    assert verb(taken_up(view=view), "bestritt", "obj*") == found


def test_was_takes_up_the_word_of_nobody_where_a_view_names_nobody() -> None:
    doc = tree(f"""
        Kiew        _          PROPN 2  nsubj  _  LOC
        tobte       toben      VERB  0  root   {FINITE}
        nach        _          ADP   4  case
        Darstellung _          NOUN  2  obl
        ,           _          PUNCT 8  punct
        was         _          PRON  8  obj
        Moskau      _          PROPN 8  nsubj  _  LOC
        bestritt    bestreiten VERB  2  advcl  {FINITE}
    """)
    assert verb(doc, "bestritt", "obj*") == []


def test_what_was_takes_up_is_of_the_slot_s_kinds() -> None:
    assert verb(taken_up(), "bestritt", "obj*/P") == []


# Verbs: clauses ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["ccomp", "xcomp"])
@pytest.mark.parametrize("subject", ["nsubj", "nsubj:pass", "csubj"])
def test_the_clause_slot_is_the_subject_of_the_clause(label: str, subject: str) -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        forderte fordern VERB  0  root   {FINITE}
        ,        _       PUNCT 6  punct
        dass     _       SCONJ 6  mark
        Polen    _       PROPN 6  {subject}  _  LOC
        hilft    helfen  VERB  2  {label}  {FINITE}
    """)
    assert verb(doc, "forderte", "clause") == ["Polen 1"]


@pytest.mark.parametrize("label", ["ccomp", "xcomp", "advcl"])
@pytest.mark.parametrize("target", ["obj", "obl:arg"])
def test_the_deed_slot_is_whom_the_clause_would_hit(label: str, target: str) -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        drohte   drohen  VERB  0  root   {FINITE}
        Polen    _       PROPN 5  {target}  _  LOC
        zu       _       PART  5  mark
        strafen  _       VERB  2  {label}  {INF}
    """)
    assert verb(doc, "drohte", "deed") == ([] if label == "advcl" else ["Polen 1"])


def test_the_deed_hits_the_dative_first() -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        drohte   drohen  VERB  0  root   {FINITE}
        Polen    _       PROPN 6  obj    _  LOC
        Kiew     _       PROPN 6  obl:arg  _  LOC
        zu       _       PART  6  mark
        nehmen   _       VERB  2  xcomp  {INF}
    """)
    assert verb(doc, "drohte", "deed") == ["Kiew 1"]


# Verbs: companions and prepositions ---------------------------------------------------------------------------------------


def test_the_mod_slot_is_who_owns_the_companion() -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        stand    stehen  VERB  0  root   {FINITE}
        an       _       ADP   5  case
        der      der     DET   5  det
        Seite    _       NOUN  2  obl
        Kiews    Kiew    PROPN 5  nmod   _  LOC
    """)
    assert verb(doc, "stand", "mod", "Seite") == ["Seite 1"]
    assert verb(doc, "stand", "mod") == []


@pytest.mark.parametrize("label", ["obl", "obl:arg", "obl:agent", "nmod", "xcomp", "ccomp", "advcl"])
@pytest.mark.parametrize(("preposition", "found"), [("mit", ["Putin 1"]), ("gegen", [])])
def test_a_preposition_is_a_slot(label: str, preposition: str, found: list[str]) -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        sprach   sprechen VERB 0  root   {FINITE}
        {preposition} _  ADP   4  case
        Putin    _       PROPN 2  {label}  _  PER
    """)
    assert verb(doc, "sprach", "mit") == found


@pytest.mark.parametrize("inner", ["nmod", "obl"])
@pytest.mark.parametrize(("outer", "found"), [("obj", ["Israel 0.9"]), ("obl", ["Israel 0.9"]), ("nsubj", [])])
def test_a_phrase_may_hang_on_the_object(inner: str, outer: str, found: list[str]) -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        übte     üben    VERB  0  root   {FINITE}
        Kritik   _       NOUN  2  {outer}
        an       _       ADP   5  case
        Israel   _       PROPN 3  {inner}  _  LOC
    """)
    assert verb(doc, "übte", "an") == found
    assert verb(doc, "übte", "gegen") == []
    # A companion may have another label.
    assert verb(doc, "übte", "an", "Kritik") == (["Israel 0.9", "Israel 0.9"] if found else ["Israel 0.9"])


def test_a_phrase_of_the_verb_comes_before_one_of_its_object() -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        übte     üben    VERB  0  root   {FINITE}
        Kritik   _       NOUN  2  obj
        an       _       ADP   5  case
        Israel   _       PROPN 3  nmod   _  LOC
        an       _       ADP   7  case
        Polen    _       PROPN 2  obl    _  LOC
    """)
    assert verb(doc, "übte", "an") == ["Polen 1"]


@pytest.mark.parametrize("label", ["dep", "parataxis"])
def test_a_phrase_beside_a_body_does_not_describe_it(label: str) -> None:
    doc = tree(f"""
        Nato     _       PROPN 0  root   _  ORG
        Führung  _       NOUN  1  {label}
    """)
    assert noun(doc, "Führung", "body/OG") == ["Nato 0.765"]


def test_an_organisation_named_later_is_not_the_body() -> None:
    doc = tree(f"""
        gestern  _       ADV   2  advmod
        tagte    tagen   VERB  0  root   {FINITE}
        Führung  _       NOUN  2  obl
        Nato     _       PROPN 2  nsubj  _  ORG
    """)
    assert noun(doc, "Führung", "body/OG") == []


@pytest.mark.parametrize("slot", ["adj", "an", "gen", "mit", "von", "durch", "comp", "poss"])
def test_a_plain_slot_has_neither_governor_nor_body(slot: str) -> None:
    doc = tree(f"""
        Nato      _       PROPN 2  nsubj  _  ORG
        lobte     loben   VERB  0  root   {FINITE}
        Gespräche _       NOUN  2  obj
    """)
    assert noun(doc, "Gespräche", slot) == []


def test_a_description_bears_its_role() -> None:
    doc = tree(f"""
        Venezuela _       PROPN 2  nsubj  _  LOC
        litt      leiden  VERB  0  root   {FINITE}

        Das       der     DET   2  det
        Land      _       NOUN  3  nsubj  Gender=Neut|Number=Sing
        half      helfen  VERB  0  root   {FINITE}
    """)
    assert noun(doc, "Land", "bearer/S") == ["Land 0.8"]


def test_an_office_is_said_of_the_subject_of_its_copula() -> None:
    doc = tree(f"""
        Putin        _    PROPN 3  nsubj  _  PER
        ist          sein AUX   3  cop    {FINITE}
        US-Präsident _    NOUN  0  root   Gender=Masc|Number=Sing
    """)
    assert noun(doc, "US-Präsident", "bearer/P") == ["Putin 1"]


@pytest.mark.parametrize("label", ["advmod", "dep"])
def test_a_role_of_another_label_is_said_of_nobody(label: str) -> None:
    doc = tree(f"""
        Minsk        _     PROPN 0  root  _  LOC
        Verbündeter  _     NOUN  1  {label}
    """)
    assert noun(doc, "Verbündeter", "bearer/S") == []


@pytest.mark.parametrize("pos", ["ADJ", "PRON"])
def test_a_subject_that_is_a_word_of_its_own_is_not_lent(pos: str) -> None:
    doc = tree(f"""
        Merz     _       PROPN 2  nsubj  _  PER
        kam      kommen  VERB  0  root   {FINITE}
        viele    _       {pos} 4  nsubj
        gingen   gehen   VERB  2  conj   {FINITE}
    """)
    assert verb(doc, "gingen", "subj") == []


def test_the_body_is_named_at_the_head_of_its_name() -> None:
    doc = tree(f"""
        Vereinte  _       PROPN 3  nsubj  _  ORG
        Nationen  _       PROPN 1  flat   _  I
        tagten    tagen   VERB  0  root   {FINITE}
        Führung   _       NOUN  3  obl
    """)
    assert noun(doc, "Führung", "body/OG") == ["Vereinte 0.765"]
