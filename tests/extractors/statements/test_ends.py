"""The ends of a verb, on trees built by hand."""

import pytest
from spacy.tokens import Doc

from extractors.languages.cases import ACCUSATIVE, NOMINATIVE
from extractors.statements.ends import Ends, agents, ends, glued, shown_case
from tests.extractors.trees import finder, told, tree

FINITE = "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin"
SING, PLUR, MASC, FEM = "Number=Sing", "Number=Plur", "Gender=Masc|Number=Sing", "Gender=Fem|Number=Sing"


def root(doc: Doc, form: str = "") -> Ends:
    """The ends of the sentence's root, or of the verb of this form."""
    find = finder(doc)
    verb = next(token for token in doc if (token.text == form if form else token.head.i == token.i))
    return ends(verb, find.mentions, find.lexicon)


def forms(found: Ends) -> dict[str, list[str]]:
    """The ends that there are, as forms."""
    said = {
        name: [token.text for token in getattr(found, name)] for name in ("subjects", "objects", "datives", "glued")
    }
    return {name: words for name, words in said.items() if words}


# Labels ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("label", "end"),
    [
        ("nsubj", "subjects"),
        ("nsubj:pass", "subjects"),
        ("csubj", "subjects"),
        ("obj", "objects"),
        ("obl:arg", "datives"),
        ("iobj", "datives"),
        ("obl", ""),
        ("xcomp", ""),
    ],
)
def test_a_label_tells_the_end_of_a_name(label: str, end: str) -> None:
    doc = tree(f"""
        half   helfen  VERB  0  root  {FINITE}
        Macron _       PROPN 1  {label}  _  PER
    """)
    assert forms(root(doc)) == ({end: ["Macron"]} if end else {})


def test_a_phrase_with_preposition_is_no_dative() -> None:
    doc = tree(f"""
        Macron     _         PROPN  2  nsubj    _  PER
        appellierte appellieren VERB 0 root     {FINITE}
        an         _         ADP    4  case
        Selenskyj  _         PROPN  2  obl:arg  _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Macron"]}


# Case shown ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("article", "morph", "end"),
    [
        ("Den", MASC, "objects"),
        ("Einen", MASC, "objects"),
        ("Dem", MASC, "datives"),
        ("Der", MASC, "subjects"),
        ("Der", FEM, "datives"),
        ("Die", FEM, "subjects"),
        # "den" may be a dative of the plural.
        ("Den", PLUR, "subjects"),
    ],
)
def test_an_article_wins_over_the_label(article: str, morph: str, end: str) -> None:
    doc = tree(f"""
        {article}  der      DET   2  det
        Gast       _        NOUN  3  nsubj  {morph}
        lobte      loben    VERB  0  root   {FINITE}
    """)
    assert forms(root(doc)) == {end: ["Gast"]}


def test_a_subject_that_shows_another_case_joins_the_objects_in_text_order() -> None:
    doc = tree(f"""
        Den    der   DET   2  det
        Gast   _     NOUN  3  nsubj  {MASC}
        lobte  loben VERB  0  root   {FINITE}
        Merz   _     PROPN 3  nsubj  _  PER
        Macron _     PROPN 3  obj    _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Merz"], "objects": ["Gast", "Macron"]}


@pytest.mark.parametrize(
    ("form", "found"),
    [
        ("ihn", {"subjects": ["Merz"], "objects": ["ihn"]}),
        ("ihm", {"subjects": ["Merz"], "datives": ["ihm"]}),
        # The verb has a subject: "er" stays what its label says.
        ("er", {"subjects": ["Merz"], "datives": ["er"]}),
    ],
)
def test_a_pronoun_shows_case(form: str, found: dict[str, list[str]]) -> None:
    doc = tree(f"""
        Merz   _     PROPN 2  nsubj  _  PER
        lobte  loben VERB  0  root   {FINITE}
        {form} er    PRON  2  obl:arg
    """)
    assert forms(root(doc)) == found


def test_a_dative_that_looks_accusative_stays_beside_an_object() -> None:
    doc = tree(f"""
        Merz    _     PROPN 2  nsubj    _  PER
        bot     bieten VERB 0  root     {FINITE}
        den     der   DET   4  det
        Taliban _     PROPN 2  obl:arg  {SING}  ORG
        Hilfe   _     NOUN  2  obj      {FEM}
        an      _     ADP   2  compound:prt
    """)
    assert forms(root(doc)) == {"subjects": ["Merz"], "objects": ["Hilfe"], "datives": ["Taliban"]}


def test_a_dative_that_looks_accusative_is_the_object_where_there_is_none() -> None:
    doc = tree(f"""
        Merz    _     PROPN 2  nsubj    _  PER
        traf    treffen VERB 0 root     {FINITE}
        den     der   DET   4  det
        Kanzler _     NOUN  2  obl:arg  {MASC}
    """)
    assert forms(root(doc)) == {"subjects": ["Merz"], "objects": ["Kanzler"]}


@pytest.mark.parametrize(("label", "end"), [("nsubj:pass", "datives"), ("nsubj", "objects")])
def test_a_passive_has_no_accusative(label: str, end: str) -> None:
    doc = tree(f"""
        Den     der       DET   2  det
        Gast    _         NOUN  5  obl:arg  {SING}
        wurde   werden    AUX   5  aux:pass {FINITE}
        Hilfe   _         NOUN  5  {label}  {FEM}
        zugesagt zusagen  VERB  0  root     VerbForm=Part
    """)
    assert forms(root(doc)) == {"subjects": ["Hilfe"], end: ["Gast"]}


def test_only_datives_may_show_a_case_in_vain() -> None:
    doc = tree(f"""
        Den    der   DET   2  det
        Gast   _     NOUN  4  nsubj:pass  {MASC}
        Merz   _     PROPN 4  obj    _  PER
        lobte  loben VERB  0  root   {FINITE}
        Macron _     PROPN 4  nsubj    _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Macron"], "objects": ["Gast", "Merz"]}


def test_a_dative_that_shows_a_dative_stays() -> None:
    doc = tree(f"""
        Merz    _      PROPN 2  nsubj    _  PER
        half    helfen VERB  0  root     {FINITE}
        dem     der    DET   4  det
        Kanzler _      NOUN  2  obl:arg  {MASC}
    """)
    assert forms(root(doc)) == {"subjects": ["Merz"], "datives": ["Kanzler"]}


@pytest.mark.parametrize(("form", "case"), [("der", NOMINATIVE), ("den", ACCUSATIVE), ("das", "")])
def test_a_relative_pronoun_shows_the_case_of_its_form(form: str, case: str) -> None:
    doc = tree(f"""
        Gast    _        NOUN  0  root   {MASC}
        {form}  der      PRON  4  obj
        Macron  _        PROPN 4  nsubj  _  PER
        empfing empfangen VERB 1  acl    {FINITE}
    """)
    assert shown_case(doc[1], finder(doc).lexicon.grammar) == case


def test_an_article_is_no_relative_pronoun() -> None:
    doc = tree(f"""
        Der    der   DET   2  det
        Gast   _     NOUN  3  obj  {MASC}
        lobte  loben VERB  0  root {FINITE}
    """)
    assert shown_case(doc[1], finder(doc).lexicon.grammar) == NOMINATIVE


# Datives taken for genitives ---------------------------------------------------------------------------------------------


def after_name(subject: str = "Lawrow", article: str = "der", subject_pos: str = "PROPN", entity: str = "PER") -> Doc:
    return tree(f"""
        drohte     drohen VERB         0  root   {FINITE}
        {subject}  _      {subject_pos} 1  nsubj  _  {entity}
        {article}  der    DET          4  det
        Ukraine    _      PROPN        2  nmod   _  LOC
    """)


@pytest.mark.parametrize("article", ["der", "dem", "den"])
def test_a_bare_name_of_a_person_has_no_genitive(article: str) -> None:
    assert forms(root(after_name(article=article))) == {"subjects": ["Lawrow"], "datives": ["Ukraine"]}
    if article == "der":
        assert told(after_name()) == ["Sergey Lavrov threatens Ukraine"]


@pytest.mark.parametrize("article", ["des", "einer"])
def test_another_article_is_no_dative(article: str) -> None:
    assert forms(root(after_name(article=article))) == {"subjects": ["Lawrow"]}


@pytest.mark.parametrize(
    ("subject", "pos", "entity"),
    # A state, an organisation, a group, a noun, and a name that nobody knows.
    [
        ("Russland", "PROPN", "LOC"),
        ("EU", "PROPN", "ORG"),
        ("Hamas", "PROPN", "ORG"),
        ("Lawrow", "NOUN", "PER"),
        ("Vertreter", "NOUN", "_"),
        ("Schmidbauer", "PROPN", "_"),
    ],
)
def test_only_a_known_person_has_no_genitive(subject: str, pos: str, entity: str) -> None:
    assert forms(root(after_name(subject, subject_pos=pos, entity=entity))) == {"subjects": [subject]}


def test_a_genitive_stays_with_a_name_before_the_verb() -> None:
    doc = tree(f"""
        Lawrow   _      PROPN 4  nsubj  _  PER
        der      der    DET   3  det
        Ukraine  _      PROPN 1  nmod   _  LOC
        drohte   drohen VERB  0  root   {FINITE}
    """)
    assert forms(root(doc)) == {"subjects": ["Lawrow"]}


def test_a_phrase_with_preposition_stays_with_a_name() -> None:
    doc = tree(f"""
        drohte   drohen VERB  0  root   {FINITE}
        Lawrow   _      PROPN 1  nsubj  _  PER
        aus      _      ADP   5  case
        der      der    DET   5  det
        Ukraine  _      PROPN 2  nmod   _  LOC
    """)
    assert forms(root(doc)) == {"subjects": ["Lawrow"]}


def test_a_genitive_before_a_name_stays() -> None:
    doc = tree(f"""
        drohte   drohen VERB  0  root   {FINITE}
        der      der    DET   3  det
        Ukraine  _      PROPN 4  nmod   _  LOC
        Lawrow   _      PROPN 1  nsubj  _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Lawrow"]}


def test_a_verb_with_a_dative_needs_no_other() -> None:
    doc = tree(f"""
        drohte   drohen VERB  0  root     {FINITE}
        Lawrow   _      PROPN 1  nsubj    _  PER
        der      der    DET   4  det
        Ukraine  _      PROPN 2  nmod     _  LOC
        Polen    _      PROPN 1  obl:arg  _  LOC
    """)
    assert forms(root(doc)) == {"subjects": ["Lawrow"], "datives": ["Polen"]}


# The name that opens a clause ---------------------------------------------------------------------------------------------


def opened(pos: str = "PROPN", name: str = "Merz", subject: str = "Macron", label: str = "nsubj") -> Doc:
    kind = "PRON" if subject in ("er", "sie") else "PROPN"
    return tree(f"""
        {name}     _       {pos}   2  advmod   _  {"PER" if pos == "PROPN" else "_"}
        trifft     treffen VERB    0  root     {FINITE}
        {subject}  _       {kind}  2  {label}  _  {"PER" if kind == "PROPN" else "_"}
    """)


def test_a_name_labelled_an_adverb_opens_its_clause_as_subject() -> None:
    assert forms(root(opened())) == {"subjects": ["Merz"], "objects": ["Macron"]}
    assert told(opened()) == ["Friedrich Merz meets Emmanuel Macron"]


def test_a_name_that_opens_is_subject_where_there_is_none() -> None:
    assert forms(root(opened(label="obj"))) == {"subjects": ["Merz"], "objects": ["Macron"]}


def test_a_name_that_opens_before_a_sure_subject_is_the_object() -> None:
    assert forms(root(opened(subject="er"))) == {"subjects": ["er"], "objects": ["Merz"]}


def test_a_name_that_opens_before_another_subject_is_the_object() -> None:
    doc = tree(f"""
        Merz    _       PROPN  3  advmod  _  PER
        Macron  _       PROPN  3  nsubj   _  PER
        trifft  treffen VERB   0  root    {FINITE}
        Tusk    _       PROPN  3  obj     _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Macron"], "objects": ["Merz", "Tusk"]}


def test_the_first_of_two_names_opens_and_objects_keep_their_order() -> None:
    doc = tree(f"""
        Merz    _       PROPN  3  advmod  _  PER
        Tusk    _       PROPN  3  advmod  _  PER
        nannte  nennen  VERB   0  root    {FINITE}
        Gast    _       NOUN   3  obj     {MASC}
        Macron  _       PROPN  3  nsubj   _  PER
        Putin   _       PROPN  3  obj     _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Merz"], "objects": ["Gast", "Macron", "Putin"]}


@pytest.mark.parametrize(
    ("pos", "name"),
    # Another part of speech, and a name of nobody.
    [("ADV", "Merz"), ("X", "Merz"), ("PROPN", "Heute")],
)
def test_a_real_adverb_opens_nothing(pos: str, name: str) -> None:
    doc = tree(f"""
        {name}     _       {pos}   2  advmod
        trifft     treffen VERB    0  root     {FINITE}
        Macron     _       PROPN   2  nsubj    _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Macron"]}


def test_an_adverb_behind_the_verb_opens_nothing() -> None:
    doc = tree(f"""
        Macron  _       PROPN  2  nsubj   _  PER
        trifft  treffen VERB   0  root    {FINITE}
        Merz    _       PROPN  2  advmod  _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Macron"]}


# A subject that has another label ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "entity", "found"),
    [
        ("Macron", "PER", {"subjects": ["Macron"], "objects": ["Merz", "Tusk"]}),
        ("es", "_", {"subjects": ["Merz"], "objects": ["Tusk"]}),
    ],
)
def test_an_actor_is_no_expletive(name: str, entity: str, found: dict[str, list[str]]) -> None:
    doc = tree(f"""
        {name}  _       PRON   4  expl  _  {entity}
        Merz    _       PROPN  4  obj   _  PER
        Tusk    _       PROPN  4  obj   _  PER
        traf    treffen VERB   0  root  {FINITE}
    """)
    assert forms(root(doc)) == found


@pytest.mark.parametrize("pronoun", ["das", "die"])
def test_of_two_objects_a_relative_without_case_is_the_subject(pronoun: str) -> None:
    doc = tree(f"""
        Russland   _         PROPN 0  root  {FEM}  LOC
        {pronoun}  der       PRON  4  obj
        Polen      _         PROPN 4  obj   _  LOC
        angreift   angreifen VERB  1  acl   {FINITE}
    """)
    assert forms(root(doc, "angreift")) == {"subjects": [pronoun], "objects": ["Polen"]}


def test_a_relative_before_three_objects_is_the_only_subject() -> None:
    doc = tree(f"""
        Die        der       DET   2  det
        Länder     _         NOUN  0  root  {PLUR}
        Polen      _         PROPN 6  obj   _  LOC
        die        der       PRON  6  obj
        das        der       PRON  6  obj
        angreifen  angreifen VERB  2  acl   {FINITE}
    """)
    assert forms(root(doc, "angreifen")) == {"subjects": ["die"], "objects": ["Polen", "das"]}


def test_a_relative_alone_is_the_object() -> None:
    doc = tree(f"""
        Russland   _         PROPN 0  root  {FEM}  LOC
        das        der       PRON  3  obj
        angreift   angreifen VERB  1  acl   {FINITE}
    """)
    assert forms(root(doc, "angreift")) == {"objects": ["das"]}


def test_the_name_beside_an_accusative_relative_is_the_subject() -> None:
    doc = tree(f"""
        Gast       _         NOUN  0  root  {MASC}
        den        der       PRON  4  obj
        Polen      _         PROPN 4  obj   _  LOC
        angreift   angreifen VERB  1  acl   {FINITE}
    """)
    assert forms(root(doc, "angreift")) == {"subjects": ["Polen"], "objects": ["den"]}


def test_the_last_object_without_case_beside_an_accusative_is_the_subject() -> None:
    doc = tree(f"""
        Den         der       DET   2  det
        Präsidenten Präsident NOUN  3  obj   {MASC}
        empfing     empfangen VERB  0  root  {FINITE}
        Tusk        _         PROPN 3  obj   _  PER
        Macron      _         PROPN 3  obj   _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Macron"], "objects": ["Präsidenten", "Tusk"]}


def test_objects_that_all_show_their_case_stay() -> None:
    doc = tree(f"""
        Den     der     DET   2  det
        Kanzler _       NOUN  3  obj   {MASC}
        traf    treffen VERB  0  root  {FINITE}
        den     der     DET   5  det
        König   _       NOUN  3  obj   {MASC}
    """)
    assert forms(root(doc)) == {"objects": ["Kanzler", "König"]}


def two_objects(morph: str = SING, conjunct: str = "") -> Doc:
    return tree(f"""
        Österreichs  Österreich PROPN 2  nmod  _  LOC
        Beauftragte  _          NOUN  3  obj   {morph}
        traf         treffen    VERB  0  root  {FINITE}
        Merz         _          PROPN {"2  conj" if conjunct else "3  obj"}   _  PER
        Selenskyj    _          PROPN 3  obj   {PLUR}  PER
    """)


def test_of_two_objects_the_one_before_the_verb_is_the_subject() -> None:
    assert forms(root(two_objects())) == {"subjects": ["Beauftragte"], "objects": ["Merz", "Selenskyj"]}


def test_a_plural_before_the_verb_is_not_the_subject_of_two_objects() -> None:
    assert forms(root(two_objects(PLUR))) == {"objects": ["Beauftragte", "Merz", "Selenskyj"]}


def test_a_coordination_before_the_verb_is_not_the_subject_of_two_objects() -> None:
    assert forms(root(two_objects(conjunct="Merz"))) == {"objects": ["Beauftragte", "Selenskyj"]}


def test_two_objects_behind_the_verb_stay() -> None:
    doc = tree(f"""
        traf       treffen VERB  0  root  {FINITE}
        Merz       _       PROPN 1  obj   _  PER
        Selenskyj  _       PROPN 1  obj   _  PER
    """)
    assert forms(root(doc)) == {"objects": ["Merz", "Selenskyj"]}


def test_one_object_before_the_verb_stays() -> None:
    doc = tree(f"""
        Merz       _       PROPN 2  obj   _  PER
        traf       treffen VERB  0  root  {FINITE}
    """)
    assert forms(root(doc)) == {"objects": ["Merz"]}


def test_a_verb_with_a_subject_keeps_its_objects() -> None:
    doc = tree(f"""
        Merz       _       PROPN 2  obj   _  PER
        traf       treffen VERB  0  root  {FINITE}
        Macron     _       PROPN 2  nsubj _  PER
        Selenskyj  _       PROPN 2  obj   _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Macron"], "objects": ["Merz", "Selenskyj"]}


def test_of_two_datives_the_bare_one_is_the_subject() -> None:
    doc = tree(f"""
        Der      der   DET   2  det
        Ukraine  _     PROPN 3  obl:arg  _  LOC
        sagte    sagen VERB  0  root     {FINITE}
        Merz     _     PROPN 3  obl:arg  _  PER
        Hilfe    _     NOUN  3  obj      {FEM}
        zu       _     ADP   3  compound:prt
    """)
    assert forms(root(doc)) == {"subjects": ["Merz"], "objects": ["Hilfe"], "datives": ["Ukraine"]}


def test_of_bare_datives_alone_the_first_is_the_subject() -> None:
    doc = tree(f"""
        Kiew     _     PROPN 2  obl:arg  _  LOC
        half     helfen VERB 0  root     {FINITE}
        Polen    _     PROPN 2  obl:arg  _  LOC
        Merz     _     PROPN 2  obl:arg  _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Kiew"], "datives": ["Polen", "Merz"]}


@pytest.mark.parametrize("label", ["det", "det:poss"])
def test_datives_with_articles_stay(label: str) -> None:
    doc = tree(f"""
        Der      der    DET   2  {label}
        Ukraine  _      PROPN 3  obl:arg  _  LOC
        half     helfen VERB  0  root     {FINITE}
        seiner   sein   DET   5  {label}
        Frau     _      NOUN  3  obl:arg  {PLUR}
    """)
    assert forms(root(doc)) == {"datives": ["Ukraine", "Frau"]}


def test_one_bare_dative_is_no_subject() -> None:
    doc = tree(f"""
        half     helfen VERB  0  root     {FINITE}
        Merz     _      PROPN 1  obl:arg  _  PER
    """)
    assert forms(root(doc)) == {"datives": ["Merz"]}


# Glued names ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("label", ["nsubj", "nsubj:pass", "obj", "obl", "obl:arg"])
@pytest.mark.parametrize("glue", ["appos", "flat"])
def test_a_name_glued_to_another_phrase_is_found(label: str, glue: str) -> None:
    doc = tree(f"""
        empfing empfangen VERB  0  root     {FINITE}
        Putin   _         PROPN 1  {label}  _  PER
        Modi    _         PROPN 2  {glue}   _  PER
    """)
    assert [token.text for token in glued(doc[0], finder(doc).mentions)] == ["Modi"]


def test_names_glued_in_a_chain_are_found() -> None:
    doc = tree(f"""
        empfing   empfangen VERB  0  root   {FINITE}
        Putin     _         PROPN 1  nsubj  _  PER
        Modi      _         PROPN 2  appos  _  PER
        Xi        _         PROPN 3  flat   _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Putin"], "glued": ["Modi", "Xi"]}


def test_an_apposition_after_a_comma_is_not_glued() -> None:
    doc = tree(f"""
        empfing   empfangen VERB  0  root   {FINITE}
        Putin     _         PROPN 1  nsubj  _  PER
        ,         _         PUNCT 4  punct
        Modi      _         PROPN 2  appos  _  PER
    """)
    assert forms(root(doc)) == {"subjects": ["Putin"]}


def test_a_name_of_two_words_is_not_glued() -> None:
    doc = tree(f"""
        empfing   empfangen VERB  0  root   {FINITE}
        Wladimir  _         PROPN 1  nsubj  _  PER
        Putin     _         PROPN 2  flat   _  I
    """)
    assert forms(root(doc)) == {"subjects": ["Wladimir"]}


def test_a_noun_beside_a_name_is_not_glued() -> None:
    doc = tree(f"""
        empfing   empfangen VERB  0  root   {FINITE}
        Mittwoch  _         NOUN  1  obl    {MASC}
        Abend     _         NOUN  2  flat   {MASC}
    """)
    assert forms(root(doc)) == {}


def test_a_second_word_of_a_glued_name_is_not_glued_again() -> None:
    doc = tree(f"""
        empfing   empfangen VERB  0  root   {FINITE}
        am        _         ADP   3  case
        Mittwoch  _         NOUN  1  obl    {MASC}
        Emmanuel  _         PROPN 3  appos  _  PER
        Macron    _         PROPN 4  flat   _  I
        Modi      _         PROPN 1  obj    _  PER
    """)
    assert len(root(doc).glued) == 1


# Agents --------------------------------------------------------------------------------------------------------------------


def passive(*rows: str) -> list[str]:
    """The agents of *Selenskyj wurde … empfangen*, with these rows in between."""
    heads = "\n".join(row.replace("VERB", str(len(rows) + 3)) for row in rows)
    doc = tree(f"""
        Selenskyj _         PROPN {len(rows) + 3}  nsubj:pass  _  PER
        wurde     werden    AUX   {len(rows) + 3}  aux:pass    {FINITE}
        {heads}
        empfangen empfangen VERB  0  root        VerbForm=Part
    """)
    return [token.text for token in agents(doc[-1], finder(doc).lexicon)]


def test_the_agent_is_who_its_label_says() -> None:
    assert passive(
        "von _ ADP 4 case", "Macron _ PROPN VERB obl:agent _ PER", "durch _ ADP 6 case", "Merz _ PROPN VERB obl _ PER"
    ) == ["Macron"]


@pytest.mark.parametrize(
    ("preposition", "found"), [("von", ["Macron"]), ("vom", ["Macron"]), ("durch", ["Macron"]), ("mit", [])]
)
def test_an_agent_stands_after_von_and_durch(preposition: str, found: list[str]) -> None:
    assert passive(f"{preposition} _ ADP 4 case", "Macron _ PROPN VERB obl _ PER") == found


@pytest.mark.parametrize(
    ("day", "preposition", "found"),
    [("Freitag", "von", ["Macron"]), ("Freitag", "mit", []), ("Treffen", "von", [])],
)
def test_an_agent_may_hang_on_the_day_before_it(day: str, preposition: str, found: list[str]) -> None:
    rows = ("am _ ADP 4 case", f"{day} _ NOUN VERB obl", f"{preposition} _ ADP 6 case", "Macron _ PROPN 4 nmod _ PER")
    assert passive(*rows) == found


def test_an_agent_of_the_verb_comes_before_one_of_the_day() -> None:
    rows = ("am _ ADP 4 case", "Freitag _ NOUN VERB obl", "von _ ADP 6 case", "Merz _ PROPN 4 nmod _ PER")
    assert passive(*rows, "von _ ADP 8 case", "Macron _ PROPN VERB obl _ PER") == ["Macron"]


@pytest.mark.parametrize(
    ("form", "label", "found"),
    [("ihm", "nsubj", "datives"), ("er", "obj", "subjects"), ("ihn", "nsubj", "objects"), ("ihm", "obj", "datives")],
)
def test_a_pronoun_goes_to_the_end_of_its_case(form: str, label: str, found: str) -> None:
    assert forms(root(tree(f"lobte loben VERB 0 root {FINITE}\n{form} er PRON 1 {label}"))) == {found: [form]}


def test_an_office_may_have_a_genitive() -> None:
    doc = tree(f"""
        drohte       drohen VERB  0  root   {FINITE}
        US-Präsident _      NOUN  1  nsubj  Gender=Masc|Number=Sing
        der          der    DET   4  det
        Ukraine      _      PROPN 2  nmod   _  LOC
    """)
    assert forms(root(doc)) == {"subjects": ["US-Präsident"]}
