"""The setting of predicates under the clauses above them, on trees built by hand."""

import pytest

from extractors.lexicon import Slot, load_lexicon
from extractors.statements.context import Context, ContextFinder
from tests.extractors.trees import finder, told, tree

LEXICON = load_lexicon("de")


def shown(context: Context) -> str:
    """A context in words: `negated claimed by Friedrich Merz in angreift sagte; claimed: sagte`, without what is affirmed or actual."""
    found = context.modality
    words = [word for word in (found.polarity, found.status) if word not in ("affirmed", "actual")]
    words += [] if found.stated else ["unstated"]
    words += ["by", context.source.actor.label("en")] if context.source else []
    words += ["in", *(clause.text for clause in context.clauses)]
    return "; ".join((" ".join(words), *found.reasons))


def of_verb(text: str, form: str) -> str:
    """The context of the verb with this form."""
    doc = tree(text)
    verb = next(token for token in doc if token.text == form)
    nouns = [child for child in verb.children if child.dep_ in ("obj", "nsubj")]
    return shown(ContextFinder(finder(doc), LEXICON, {}).of_verb(verb, nouns))


def of_noun(text: str, form: str) -> str:
    """The context of the event noun with this form."""
    doc = tree(text)
    return shown(ContextFinder(finder(doc), LEXICON, {}).of_noun(next(token for token in doc if token.text == form)))


# Clauses below a verb ----------------------------------------------------------------------------------------------------


def below(verb: str, label: str = "ccomp", more: str = "", pos: str = "VERB") -> str:
    """The context of *angreift* in *Merz VERB, dass Russland Polen angreift*."""
    return of_verb(
        f"""
        Merz      _          PROPN  2  nsubj    _  PER
        {verb}    _          {pos}  0  root     Tense=Past|VerbForm=Fin
        ,         _          PUNCT  7  punct
        dass      _          SCONJ  7  mark
        Russland  _          PROPN  7  nsubj    _  LOC
        Polen     _          PROPN  7  obj      _  LOC
        angreift  angreifen  VERB   2  {label}  Tense=Pres|VerbForm=Fin
        {more}
    """,
        "angreift",
    )


@pytest.mark.parametrize(
    ("verb", "found"),
    [
        ("sagte", "by Friedrich Merz in angreift"),
        ("behauptete", "claimed by Friedrich Merz in angreift; claimed: behauptete"),
        ("bestritt", "negated by Friedrich Merz in angreift; negated: bestritt"),
        ("drohte", "possible by Friedrich Merz in angreift; possible: drohte"),
        ("plante", "planned in angreift plante; planned: plante"),
        ("verhinderte", "negated in angreift verhinderte; negated: verhinderte"),
        ("hoffte", "possible in angreift; possible: hoffte"),
        ("forderte", "unstated in angreift; nothing stated: forderte"),
        ("half", "in angreift"),
        ("wusste", "in angreift"),
    ],
)
def test_what_a_verb_does_to_the_clause_below_it(verb: str, found: str) -> None:
    assert below(verb) == found


@pytest.mark.parametrize("label", ["ccomp", "csubj", "csubj:pass"])
def test_the_labels_of_clauses_that_are_embedded(label: str) -> None:
    assert below("behauptete", label) == "claimed by Friedrich Merz in angreift; claimed: behauptete"


def test_an_infinitive_shares_the_verb_above_it() -> None:
    assert below("behauptete", "xcomp") == "claimed by Friedrich Merz in angreift behauptete; claimed: behauptete"
    assert below("half", "xcomp") == "in angreift half"


@pytest.mark.parametrize("label", ["advcl", "parataxis", "dep"])
def test_other_clauses_keep_their_own_reality(label: str) -> None:
    assert below("behauptete", label) == "in angreift"


NOT = "nicht _ PART 2 advmod"
PERHAPS = "vielleicht _ ADV 2 advmod"


@pytest.mark.parametrize("verb", ["glaubte", "erwartete", "führte"])
def test_what_is_not_believed_or_brought_about_is_negated(verb: str) -> None:
    assert "negated: nicht" in below(verb, more=NOT).split("; ")


@pytest.mark.parametrize("verb", ["sagte", "behauptete", "hoffte"])
def test_what_is_not_said_is_not_negated(verb: str) -> None:
    assert "negated" not in below(verb, more=NOT)


def test_belief_negates_only_what_is_believed() -> None:
    assert below("glaubte", more=NOT) == "negated by Friedrich Merz in angreift; negated: nicht"
    assert below("glaubte", "csubj", more=NOT) == "by Friedrich Merz in angreift"
    assert below("führte", "csubj", more=NOT) == "in angreift"


def test_plans_and_refusals_hand_on_their_own_modality() -> None:
    assert below("plante", more=NOT) == "negated planned in angreift plante; negated: negated: nicht; planned: plante"
    assert below("plante", more=PERHAPS) == "possible in angreift plante; possible: possible: vielleicht"
    assert below("verhinderte", more=PERHAPS) == (
        "negated possible in angreift verhinderte; possible: possible: vielleicht; negated: verhinderte"
    )
    assert below("sagte", more=PERHAPS) == "by Friedrich Merz in angreift"


def test_a_negation_below_stays_the_clauses_own() -> None:
    text = """
        Merz      _          PROPN  2  nsubj    _  PER
        {verb}    _          VERB   0  root     Tense=Past|VerbForm=Fin
        ,         _          PUNCT  7  punct
        Macron    _          PROPN  7  obj      _  PER
        nicht     _          PART   7  advmod
        zu        _          PART   7  mark
        treffen   treffen    VERB   2  xcomp    VerbForm=Inf
    """
    assert of_verb(text.format(verb="plante"), "treffen") == (
        "negated planned in treffen plante; negated: nicht; planned: plante"
    )
    assert of_verb(text.format(verb="half"), "treffen") == "negated in treffen half; negated: nicht"


def test_a_reason_above_an_infinitive_does_not_share_when_and_where() -> None:
    text = """
        Weil      _          SCONJ  5  mark
        Merz      _          PROPN  5  nsubj    _  PER
        Macron    _          PROPN  4  obj      _  PER
        treffen   treffen    VERB   5  xcomp    VerbForm=Inf
        half      helfen     VERB   6  advcl    Tense=Past|VerbForm=Fin
        lachte    lachen     VERB   0  root     Tense=Past|VerbForm=Fin
    """
    assert of_verb(text, "treffen") == "in treffen half"


def test_an_auxiliary_may_carry_the_negation_above() -> None:
    assert (
        of_verb(
            """
        Das       _          PRON   5  nsubj
        hat       haben      AUX    5  aux      Tense=Pres|VerbForm=Fin
        nicht     _          PART   2  advmod
        dazu      _          ADV    5  advmod
        geführt   führen     VERB   0  root     VerbForm=Part
        ,         _          PUNCT  10 punct
        dass      _          SCONJ  10 mark
        Russland  _          PROPN  10 nsubj    _  LOC
        Polen     _          PROPN  10 obj      _  LOC
        angreift  angreifen  VERB   5  ccomp    Tense=Pres|VerbForm=Fin
    """,
            "angreift",
        )
        == "negated in angreift; negated: nicht"
    )


def test_an_adjective_above_may_do_it_too() -> None:
    assert (
        of_verb(
            """
        Merz      _          PROPN  3  nsubj   _  PER
        ist       sein       AUX    3  cop     Tense=Pres|VerbForm=Fin
        bereit    _          ADJ    0  root
        ,         _          PUNCT  7  punct
        Macron    _          PROPN  7  obj     _  PER
        zu        _          PART   7  mark
        treffen   treffen    VERB   3  xcomp   VerbForm=Inf
    """,
            "treffen",
        )
        == "planned in treffen bereit; planned: bereit"
    )


CHAIN = """
    Merz      _          PROPN  2   nsubj     _  PER
    sagte     sagen      VERB   0   root      Tense=Past|VerbForm=Fin
    ,         _          PUNCT  5   punct
    Macron    _          PROPN  5   nsubj     _  PER
    {verb}    _          VERB   2   {outer}   Tense=Past|VerbForm=Fin
    ,         _          PUNCT  10  punct
    dass      _          SCONJ  10  mark
    Russland  _          PROPN  10  nsubj     _  LOC
    Polen     _          PROPN  10  obj       _  LOC
    angreift  angreifen  VERB   5   {inner}   Tense=Pres|VerbForm=Fin
"""


@pytest.mark.parametrize(
    ("verb", "outer", "inner", "found"),
    [
        ("behauptete", "ccomp", "ccomp", "claimed by Emmanuel Macron in angreift; claimed: behauptete"),
        ("hoffte", "ccomp", "ccomp", "possible by Friedrich Merz in angreift; possible: hoffte"),
        ("lachte", "ccomp", "advcl", "by Friedrich Merz in angreift"),
        ("behauptete", "ccomp", "advcl", "by Friedrich Merz in angreift"),
        ("lachte", "advcl", "ccomp", "in angreift"),
    ],
)
def test_the_nearest_speaker_above(verb: str, outer: str, inner: str, found: str) -> None:
    assert of_verb(CHAIN.format(verb=verb, outer=outer, inner=inner), "angreift") == found


def test_what_is_said_about_an_adverbial_clause_does_not_reach_into_it() -> None:
    """*Merz forderte, dass Macron lacht, weil Russland Polen angreift*: the reason is no demand."""
    text = CHAIN.replace("sagte ", "forderte ")
    assert of_verb(text.format(verb="lachte", outer="ccomp", inner="advcl"), "angreift") == "in angreift"
    assert of_verb(text.format(verb="wusste", outer="ccomp", inner="ccomp"), "angreift") == (
        "unstated in angreift; nothing stated: forderte"
    )


def test_a_source_inside_the_clause_wins() -> None:
    assert (
        of_verb(
            """
        Merz      _          PROPN  2  nsubj   _  PER
        sagte     sagen      VERB   0  root    Tense=Past|VerbForm=Fin
        ,         _          PUNCT  8  punct
        laut      _          ADP    5  case
        Macron    _          PROPN  8  obl     _  PER
        habe      haben      AUX    8  aux     Mood=Sub|Tense=Pres|VerbForm=Fin
        Russland  _          PROPN  8  nsubj   _  LOC
        angegriffen angreifen VERB  2  ccomp   VerbForm=Part
    """,
            "angegriffen",
        )
        == "by Emmanuel Macron in angegriffen"
    )


def test_a_source_of_the_clause_above() -> None:
    assert (
        of_verb(
            """
        Laut      _          ADP    2  case
        Macron    _          PROPN  3  obl     _  PER
        wusste    wissen     VERB   0  root    Tense=Past|VerbForm=Fin
        Merz      _          PROPN  3  nsubj   _  PER
        ,         _          PUNCT  8  punct
        dass      _          SCONJ  8  mark
        Russland  _          PROPN  8  nsubj   _  LOC
        angreift  angreifen  VERB   3  ccomp   Tense=Pres|VerbForm=Fin
    """,
            "angreift",
        )
        == "by Emmanuel Macron in angreift"
    )


def test_what_moskau_denies_is_the_articles_own_word() -> None:
    text = """
        Merz       _           PROPN  2  nsubj     _  PER
        sagte      sagen       VERB   0  root      Tense=Past|VerbForm=Fin
        ,          _           PUNCT  7  punct
        Russland   _           PROPN  7  nsubj     _  LOC
        habe       haben       AUX    7  aux       Mood=Sub|VerbForm=Fin
        Polen      _           PROPN  7  obj       _  LOC
        angegriffen angreifen  VERB   2  ccomp     VerbForm=Part
        ,          _           PUNCT  11 punct
        {what}     _           PRON   11 {label}
        Moskau     _           PROPN  11 nsubj     _  LOC
        bestreitet bestreiten  VERB   7  ccomp     Tense=Pres|VerbForm=Fin
    """
    assert of_verb(text.format(what="was", label="obj"), "bestreitet") == "in bestreitet"
    assert of_verb(text.format(what="was", label="obl"), "bestreitet") == "by Friedrich Merz in bestreitet"
    for what in ("es", "welches"):
        assert of_verb(text.format(what=what, label="obj"), "bestreitet") == "by Friedrich Merz in bestreitet"


# Coordination and infinitives --------------------------------------------------------------------------------------------


COORDINATED = """
    {mark}    _          SCONJ  3  {label}
    Russland  _          PROPN  3  nsubj   _  LOC
    droht     drohen     VERB   8  advcl   Tense=Pres|VerbForm=Fin
    und       _          CCONJ  6  cc
    {more}    _          SCONJ  6  mark
    angreift  angreifen  VERB   3  conj    Tense=Pres|VerbForm=Fin
    ,         _          PUNCT  3  punct
    hilft     helfen     VERB   0  root    Tense=Pres|VerbForm=Fin
    Polen     _          PROPN  8  nsubj   _  LOC
"""


def test_a_conjunct_stands_under_the_mark_of_the_first_clause() -> None:
    text = COORDINATED.replace("{more}    _          SCONJ  6  mark", "dann      _          ADV    6  advmod")
    assert (
        of_verb(text.format(mark="Wenn", label="mark"), "angreift")
        == "possible in angreift droht; possible: possible: Wenn"
    )
    assert of_verb(text.format(mark="Wenn", label="advmod"), "angreift") == "in angreift droht"


def test_a_conjunct_with_a_mark_of_its_own_does_not() -> None:
    assert of_verb(COORDINATED.format(mark="Wenn", label="mark", more="weil"), "angreift") == "in angreift droht"


def test_a_conjunct_does_not_share_a_hedge_of_the_first_clause() -> None:
    assert (
        of_verb(
            """
        Merz       _         PROPN  2  nsubj   _  PER
        kam        kommen    VERB   0  root    Tense=Past|VerbForm=Fin
        vielleicht _         ADV    2  advmod
        und        _         CCONJ  5  cc
        lobte      loben     VERB   2  conj    Tense=Past|VerbForm=Fin
        Polen      _         PROPN  5  obj     _  LOC
    """,
            "lobte",
        )
        == "in lobte kam"
    )


def test_only_the_predicates_own_conjunct_shares_when_and_where() -> None:
    """The clause below a conjunct has the day of its own verb at best."""
    assert (
        of_verb(
            """
        Merz       _         PROPN  2  nsubj   _  PER
        kam        kommen    VERB   0  root    Tense=Past|VerbForm=Fin
        und        _         CCONJ  4  cc
        sagte      sagen     VERB   2  conj    Tense=Past|VerbForm=Fin
        ,          _         PUNCT  7  punct
        Russland   _         PROPN  7  nsubj   _  LOC
        drohe      drohen    VERB   4  ccomp   Tense=Pres|VerbForm=Fin
    """,
            "drohe",
        )
        == "by Friedrich Merz in drohe"
    )


@pytest.mark.parametrize("label", ["advcl", "parataxis"])
def test_an_infinitive_of_purpose_shares_when_and_where(label: str) -> None:
    text = f"""
        Merz       _         PROPN  2  nsubj    _  PER
        reiste     reisen    VERB   0  root     Tense=Past|VerbForm=Fin
        ,          _         PUNCT  7  punct
        um         _         SCONJ  7  mark
        Macron     _         PROPN  7  obj      _  PER
        zu         _         PART   7  mark
        treffen    treffen   VERB   2  {label}  VerbForm=Inf
    """
    assert of_verb(text, "treffen") == "in treffen reiste"
    assert of_verb(text.replace("VerbForm=Inf", "VerbForm=Fin"), "treffen") == "in treffen"
    assert of_verb(text.replace(label, "dep"), "treffen") == "in treffen"


def test_an_infinitive_of_purpose_does_not_share_for_what_stands_below_it() -> None:
    assert (
        of_verb(
            """
        Merz       _         PROPN  2  nsubj    _  PER
        reiste     reisen    VERB   0  root     Tense=Past|VerbForm=Fin
        ,          _         PUNCT  6  punct
        um         _         SCONJ  6  mark
        zu         _         PART   6  mark
        sagen      sagen     VERB   2  advcl    VerbForm=Inf
        ,          _         PUNCT  9  punct
        Russland   _         PROPN  9  nsubj    _  LOC
        drohe      drohen    VERB   6  ccomp    Tense=Pres|VerbForm=Fin
    """,
            "drohe",
        )
        == "by Friedrich Merz in drohe"
    )


def test_a_speaker_of_running_speech_is_carried_on() -> None:
    doc = tree("""
        Merz      _        PROPN  2  nsubj  _  PER
        sprach    sprechen VERB   0  root   Tense=Past|VerbForm=Fin
        .         _        PUNCT  2  punct

        Russland  _        PROPN  2  nsubj  _  LOC
        drohe     drohen   VERB   0  root   Tense=Pres|VerbForm=Fin
        Polen     _        PROPN  2  obl:arg  _  LOC
    """)
    found = finder(doc)
    contexts = ContextFinder(found, LEXICON, {3: found.subject(doc[1], Slot("subj"))[0]})
    assert shown(contexts.of_verb(doc[4], ())) == "by Friedrich Merz in drohe"
    assert shown(contexts.of_verb(doc[1], ())) == "in sprach"
    assert shown(contexts.of_demand(doc[4])) == "in drohe"


def test_a_carried_speaker_gives_way_to_one_in_the_clause() -> None:
    doc = tree(
        """
        Merz      _        PROPN  2  nsubj  _  PER
        sprach    sprechen VERB   0  root   Tense=Past|VerbForm=Fin
        .         _        PUNCT  2  punct

        Laut      _        ADP    2  case
        Macron    _        PROPN  4  obl    _  PER
        drohe     drohen   VERB   0  root   Tense=Pres|VerbForm=Fin
        Russland  _        PROPN  3  nsubj  _  LOC
    """.replace("4  obl", "3  obl")
    )
    found = finder(doc)
    contexts = ContextFinder(found, LEXICON, {3: found.subject(doc[1], Slot("subj"))[0]})
    assert shown(contexts.of_verb(doc[5], ())) == "by Emmanuel Macron in drohe"


# Clauses on nouns --------------------------------------------------------------------------------------------------------


def on_noun(noun: str, opening: str = "dass _ SCONJ 8 mark", owner: str = "Trumps") -> str:
    """The context of *angreift* in *Merz kennt Trumps NOUN, dass Russland Polen angreift*."""
    return of_verb(
        f"""
        Merz      _          PROPN  2  nsubj    _  PER
        kennt     kennen     VERB   0  root     Tense=Pres|VerbForm=Fin
        {owner}   Trump      PROPN  4  nmod     _  PER
        {noun}    _          NOUN   2  obj
        ,         _          PUNCT  8  punct
        {opening}
        Polen     _          PROPN  8  obj      _  LOC
        angreift  angreifen  VERB   4  acl      Tense=Pres|VerbForm=Fin
        Russland  _          PROPN  8  nsubj    _  LOC
    """,
        "angreift",
    )


@pytest.mark.parametrize(
    ("noun", "found"),
    [
        ("Vorwurf", "claimed by Donald Trump in angreift; claimed: Vorwurf"),
        ("Verweigerung", "negated in angreift; negated: Verweigerung"),
        ("Plan", "planned in angreift; planned: Plan"),
        ("Hoffnung", "possible in angreift; possible: Hoffnung"),
        ("Sorge", "unstated in angreift; nothing stated: Sorge"),
        ("Freude", "in angreift"),
    ],
)
def test_what_a_noun_does_to_the_clause_on_it(noun: str, found: str) -> None:
    assert on_noun(noun) == found


def test_a_relative_clause_is_not_what_its_noun_says() -> None:
    relative = "den _ PRON 8 obj"
    assert on_noun("Vorwurf", relative) == "in angreift"
    assert on_noun("Plan", "dessen _ PRON 7 det") == "in angreift"


def test_a_relative_pronoun_deeper_down_makes_no_relative_clause() -> None:
    text = """
        Trumps    Trump      PROPN  2  nmod     _  PER
        Vorwurf   _          NOUN   0  root
        ,         _          PUNCT  8  punct
        ein       _          DET    5  det
        Land      _          NOUN   8  nsubj
        das       _          PRON   7  nsubj
        lacht     lachen     VERB   5  acl      Tense=Pres|VerbForm=Fin
        drohe     drohen     VERB   2  acl      Tense=Pres|VerbForm=Fin
    """
    assert of_verb(text, "drohe") == "claimed by Donald Trump in drohe; claimed: Vorwurf"


def test_of_two_owners_of_a_claim_the_first_is_its_source() -> None:
    text = """
        Trumps    Trump      PROPN  4  nmod     _  PER
        und       _          CCONJ  3  cc
        Macrons   Macron     PROPN  1  conj     _  PER
        Vorwurf   _          NOUN   0  root
        ,         _          PUNCT  7  punct
        Polen     _          PROPN  7  nsubj    _  LOC
        drohe     drohen     VERB   4  acl      Tense=Pres|VerbForm=Fin
    """
    assert of_verb(text, "drohe") == "claimed by Donald Trump in drohe; claimed: Vorwurf"


def test_reports_according_to_which_claim() -> None:
    text = """
        Merz      _          PROPN  2  nsubj    _  PER
        kennt     kennen     VERB   0  root     Tense=Pres|VerbForm=Fin
        Berichte  Bericht    NOUN   2  obj
        ,         _          PUNCT  9  punct
        denen     _          PRON   9  obl
        zufolge   _          ADP    {head}  case
        Russland  _          PROPN  9  nsubj    _  LOC
        Polen     _          PROPN  9  obj      _  LOC
        angreift  angreifen  VERB   3  acl      Tense=Pres|VerbForm=Fin
    """
    assert of_verb(text.format(head=5), "angreift") == "claimed in angreift; claimed: zufolge"
    assert of_verb(text.replace("zufolge", "entgegen").format(head=5), "angreift") == "in angreift"
    assert of_verb(text.format(head=9), "angreift") == "in angreift"


def test_a_source_of_its_own_goes_before_the_owner_of_the_claim() -> None:
    text = """
        Trumps    Trump      PROPN  2  nmod     _  PER
        Vorwurf   _          NOUN   0  root
        ,         _          PUNCT  7  punct
        dass      _          SCONJ  7  mark
        laut      _          ADP    6  case
        Macron    _          PROPN  7  obl      _  PER
        angreift  angreifen  VERB   2  acl      Tense=Pres|VerbForm=Fin
    """
    assert of_verb(text, "angreift") == "claimed by Emmanuel Macron in angreift; claimed: Vorwurf"


def test_a_claim_without_owner_has_no_source() -> None:
    assert on_noun("Verdacht", owner="Gestriger") == "claimed in angreift; claimed: Verdacht"


def test_above_a_clause_on_a_noun_only_the_source_counts() -> None:
    """*Merz forderte die Einhaltung des Abkommens, das Russland unterzeichnete*: the signing is no demand."""
    text = """
        Merz      _          PROPN  2  nsubj    _  PER
        {verb}    _          VERB   0  root     Tense=Past|VerbForm=Fin
        ,         _          PUNCT  6  punct
        Macron    _          PROPN  6  nsubj    _  PER
        Verträge  Vertrag    NOUN   6  obj
        breche    brechen    VERB   2  ccomp    Tense=Pres|VerbForm=Fin
        ,         _          PUNCT  9  punct
        die       _          PRON   9  obj
        bedrohen  bedrohen   VERB   5  acl      Tense=Pres|VerbForm=Fin
    """
    assert of_verb(text.format(verb="behauptete"), "bedrohen") == "by Friedrich Merz in bedrohen"
    assert of_verb(text.format(verb="forderte"), "bedrohen") == "in bedrohen"


# Event nouns -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "found"),
    [
        ("plant", "planned in Treffen plant; planned: plant"),
        ("prüft", "possible in Treffen prüft; possible: prüft"),
        ("verschiebt", "negated in Treffen verschiebt; negated: verschiebt"),
        ("fordert", "unstated in Treffen fordert; nothing stated: fordert"),
        ("unterstellt", "claimed by Friedrich Merz in Treffen unterstellt; claimed: unterstellt"),
        ("beginnt", "in Treffen beginnt"),
        ("filmt", "in Treffen filmt"),
    ],
)
@pytest.mark.parametrize("label", ["obj", "nsubj:pass", "conj"])
def test_what_a_verb_does_to_the_event_it_carries(verb: str, found: str, label: str) -> None:
    assert (
        of_noun(
            f"""
        Merz      _          PROPN  2  nsubj    _  PER
        {verb}    _          VERB   0  root     Tense=Pres|VerbForm=Fin
        das       _          DET    4  det
        Treffen   _          NOUN   2  {label}
        mit       _          ADP    6  case
        Macron    _          PROPN  4  nmod     _  PER
    """,
            "Treffen",
        )
        == found
    )


def test_an_event_without_effect_of_its_verb_still_has_the_verbs_modality() -> None:
    text = """
        Merz      _          PROPN  3  nsubj    _  PER
        könnte    können     AUX    3  aux      Mood=Sub|VerbForm=Fin
        filmen    filmen     VERB   0  root     VerbForm=Inf
        das       _          DET    5  det
        Treffen   _          NOUN   3  {label}
        {word}    _          ADV    3  advmod
    """
    assert of_noun(text.format(label="obj", word="gestern"), "Treffen") == (
        "possible in Treffen filmen; possible: possible: könnte"
    )
    assert of_noun(text.format(label="obj", word="nie"), "Treffen") == (
        "negated possible in Treffen filmen; possible: negated: nie; possible: könnte; negated: negated: nie; possible: könnte"
    )


SUBJECT = """
    {det}      _           {pos}  2  {label}
    Angriff    _           NOUN   5  nsubj
    auf        _           ADP    4  case
    Polen      _           PROPN  2  nmod     _  LOC
    {verb}     _           VERB   7  ccomp    Tense=Pres|VerbForm=Fin
    ,          _           PUNCT  5  punct
    behauptete behaupten   VERB   0  root     Tense=Past|VerbForm=Fin
    Merz       _           PROPN  7  nsubj    _  PER
"""


@pytest.mark.parametrize(
    ("det", "pos", "label"),
    [("Der", "DET", "det"), ("Dieser", "DET", "det"), ("Sein", "DET", "det:poss"), ("Moskaus", "PROPN", "nmod")],
)
def test_a_definite_event_that_something_is_said_of_is_taken_as_given(det: str, pos: str, label: str) -> None:
    assert of_noun(SUBJECT.format(det=det, pos=pos, label=label, verb="schade"), "Angriff") == "in Angriff"


@pytest.mark.parametrize(
    ("det", "pos", "label"), [("Ein", "DET", "det"), ("Der", "DET", "cc"), ("Schwerer", "ADJ", "amod")]
)
def test_an_indefinite_event_is_as_real_as_what_is_said_of_it(det: str, pos: str, label: str) -> None:
    assert of_noun(SUBJECT.format(det=det, pos=pos, label=label, verb="schade"), "Angriff") == (
        "claimed by Friedrich Merz in Angriff schade; claimed: behauptete"
    )


def test_a_genitive_behind_an_event_makes_it_no_more_definite() -> None:
    text = """
        Angriffe   Angriff     NOUN   3  nsubj
        Moskaus    Moskau      PROPN  1  nmod     _  LOC
        schaden    _           VERB   5  ccomp    Tense=Pres|VerbForm=Fin
        ,          _           PUNCT  3  punct
        behauptete behaupten   VERB   0  root     Tense=Past|VerbForm=Fin
        Merz       _           PROPN  5  nsubj    _  PER
    """
    assert of_noun(text, "Angriffe") == "claimed by Friedrich Merz in Angriffe schaden; claimed: behauptete"


def test_a_definite_event_that_takes_place_is_not_taken_as_given() -> None:
    assert of_noun(SUBJECT.format(det="Der", pos="DET", label="det", verb="beginne"), "Angriff") == (
        "claimed by Friedrich Merz in Angriff beginne; claimed: behauptete"
    )


def beside(verb: str, before: str, more: str = "", second: str = "") -> str:
    """The context of *Treffen* in *Merz VERB BEFORE einem Treffen*."""
    return of_noun(
        f"""
        Merz      _          PROPN  2  nsubj    _  PER
        {verb}    _          VERB   0  root     Tense=Pres|VerbForm=Fin
        {before}  _          ADP    4  case
        Treffen   _          NOUN   2  obl
        {more}
        {second}
    """,
        "Treffen",
    )


@pytest.mark.parametrize(
    ("verb", "before", "found"),
    [
        ("warnt", "vor", "unstated in Treffen warnt; nothing stated: warnt"),
        ("warnt", "nach", "in Treffen warnt"),
        ("rechnet", "mit", "possible in Treffen rechnet; possible: rechnet"),
        ("verzichtet", "auf", "negated in Treffen verzichtet; negated: verzichtet"),
        ("einigt", "auf", "planned in Treffen einigt; planned: einigt"),
        ("fordert", "bei", "in Treffen fordert"),
        ("lacht", "bei", "in Treffen lacht"),
        ("erwartet", "zum", "planned in Treffen erwartet; planned: erwartet"),
        ("erwartet", "zu", "planned in Treffen erwartet; planned: erwartet"),
        ("erwartet", "bei", "in Treffen erwartet"),
        ("erwartet", "zwischen", "in Treffen erwartet"),
        ("reist", "zu", "in Treffen reist"),
    ],
)
def test_what_a_verb_does_to_an_event_after_a_preposition(verb: str, before: str, found: str) -> None:
    assert beside(verb, before) == found


def test_an_event_beside_a_plan_is_as_planned_unless_it_is_past() -> None:
    will = "will wollen AUX 2 aux VerbForm=Fin"
    assert beside("loben", "bei", will) == "planned in Treffen loben; planned: loben"
    assert beside("loben", "nach", will) == "in Treffen loben"
    assert beside("loben", "seit", will) == "in Treffen loben"
    assert beside("loben", "bei", "nicht _ PART 2 advmod") == "in Treffen loben"


def test_the_seat_of_a_past_event_is_only_a_case() -> None:
    will = "will wollen AUX 2 aux VerbForm=Fin"
    assert beside("loben", "bei", will, "nach _ ADP 4 mark") == "planned in Treffen loben; planned: loben"


@pytest.mark.parametrize(
    ("above", "lemma", "found"),
    [
        ("Absage", "_", "negated in Treffens überrascht; negated: Absage"),
        ("Ankündigung", "_", "planned in Treffens überrascht; planned: Ankündigung"),
        ("Pläne", "Plan", "planned in Treffens überrascht; planned: Pläne"),
        ("Möglichkeiten", "Möglichkeit", "possible in Treffens überrascht; possible: Möglichkeiten"),
        ("Aufrufe", "Aufruf", "unstated in Treffens überrascht; nothing stated: Aufrufe"),
        ("Länge", "_", "in Treffens überrascht"),
    ],
)
def test_what_a_noun_above_does_to_an_event(above: str, lemma: str, found: str) -> None:
    text = f"""
        Die         _            DET    2  det
        {above}     {lemma}      NOUN   5  nsubj
        eines       _            DET    4  det
        Treffens    Treffen      NOUN   2  nmod
        überrascht  überraschen  VERB   0  root    Tense=Pres|VerbForm=Fin
        Merz        _            PROPN  5  obj     _  PER
    """
    assert of_noun(text, "Treffens") == found
    for label in ("appos", "obl"):
        assert of_noun(text.replace("NOUN   2  nmod", f"NOUN   2  {label}"), "Treffens") == "in Treffens überrascht"


def test_an_event_in_a_headline_has_no_verb() -> None:
    text = """
        Plan     _        NOUN   0  root
        für      _        ADP    3  case
        Treffen  _        NOUN   1  nmod
        laut     _        ADP    5  case
        Macron   _        PROPN  1  nmod    _  PER
    """
    assert of_noun(text, "Treffen") == "planned by Emmanuel Macron in Treffen Plan; planned: Plan"


def test_an_event_that_is_the_predicate_itself() -> None:
    text = """
        Das      _         PRON   4  nsubj
        war      sein      AUX    4  cop     Tense=Past|VerbForm=Fin
        kein     _         DET    4  det
        Treffen  _         NOUN   {head}
    """
    assert of_noun(text.format(head="0 root"), "Treffen") == ("negated in Treffen Treffen; negated: kein")
    said = """
        Das        _         PRON   4  nsubj
        wäre       sein      AUX    4  cop     Mood=Sub|VerbForm=Fin
        vielleicht _         ADV    4  advmod
        Treffen    _         NOUN   6  ccomp
        ,          _         PUNCT  4  punct
        sagte      sagen     VERB   0  root    Tense=Past|VerbForm=Fin
        Merz       _         PROPN  6  nsubj   _  PER
    """
    assert of_noun(said, "Treffen") == ("possible by Friedrich Merz in Treffen Treffen; possible: possible: vielleicht")


def test_an_event_is_carried_by_the_verb_of_its_relative_clause_too() -> None:
    text = """
        Der      _         DET    2  det
        Besuch   _         NOUN   7  obl
        ,        _         PUNCT  6  punct
        den      _         PRON   6  {label}
        Erdogan  _         PROPN  6  nsubj    _  PER
        begann   beginnen  VERB   2  acl      Tense=Past|VerbForm=Fin
        endet    enden     VERB   0  root     Tense=Pres|VerbForm=Fin
    """
    assert of_noun(text.format(label="obj"), "Besuch") == "in Besuch begann endet"
    assert of_noun(text.format(label="obl"), "Besuch") == "in Besuch endet"


def test_the_clause_of_an_event_has_its_source() -> None:
    text = """
        Laut     _         ADP    2  case
        Macron   _         PROPN  3  obl      _  PER
        plant    planen    VERB   0  root     Tense=Pres|VerbForm=Fin
        Merz     _         PROPN  3  nsubj    _  PER
        ein      _         DET    6  det
        Treffen  _         NOUN   3  obj
    """
    assert of_noun(text, "Treffen") == "planned by Emmanuel Macron in Treffen plant; planned: plant"
    assert of_noun(text.replace("plant    planen", "lobt     loben"), "Treffen") == "by Emmanuel Macron in Treffen lobt"


def test_who_lays_an_event_at_somebodys_door_speaks_only_of_what_he_lays_there() -> None:
    text = """
        Merz         _            PROPN  2  nsubj    _  PER
        unterstellt  unterstellen VERB   0  root     Tense=Pres|VerbForm=Fin
        bei          _            ADP    4  case
        Treffen      _            NOUN   2  obl
        Moskau       _            PROPN  2  obl:arg  _  LOC
    """
    assert of_noun(text, "Treffen") == "in Treffen unterstellt"


# Participles -------------------------------------------------------------------------------------------------------------


def test_a_participle_is_taken_as_given_and_has_the_source_of_its_sentence() -> None:
    text = """
        Das          _          DET    3  det
        angegriffene angreifen  ADJ    3  amod
        Land         _          NOUN   5  nsubj
        könnte       können     AUX    5  aux     Mood=Sub|VerbForm=Fin
        helfen       helfen     VERB   7  ccomp   VerbForm=Inf
        ,            _          PUNCT  5  punct
        behauptet    behaupten  VERB   0  root    Tense=Pres|VerbForm=Fin
        Merz         _          PROPN  7  nsubj   _  PER
    """
    doc = tree(text)
    contexts = ContextFinder(finder(doc), LEXICON, {})
    assert shown(contexts.of_participle(doc[1])) == "by Friedrich Merz in angegriffene"


def test_a_participle_may_be_negated_itself() -> None:
    doc = tree("""
        Das          _          DET    4  det
        nicht        _          PART   3  advmod
        anerkannte   anerkennen ADJ    4  amod
        Land         _          NOUN   7  nsubj
        laut         _          ADP    6  case
        Macron       _          PROPN  7  obl     _  PER
        hilft        helfen     VERB   0  root    Tense=Pres|VerbForm=Fin
    """)
    contexts = ContextFinder(finder(doc), LEXICON, {})
    assert shown(contexts.of_participle(doc[2])) == "negated by Emmanuel Macron in anerkannte; negated: nicht"


# Whole statements --------------------------------------------------------------------------------------------------------


def test_what_is_warned_of_is_no_statement() -> None:
    text = """
        Merz       _         PROPN  2  nsubj  _  PER
        {verb}     _         VERB   0  root   Tense=Pres|VerbForm=Fin
        {before}   _         ADP    4  case
        Angriff    _         NOUN   2  obl
        Russlands  Russland  PROPN  4  nmod   Case=Gen  LOC
        auf        _         ADP    7  case
        Polen      _         PROPN  4  nmod   _  LOC
    """
    assert told(tree(text.format(verb="warnt", before="vor"))) == []
    assert told(tree(text.format(verb="spricht", before="nach"))) == ["Russia attacks Poland"]


@pytest.mark.parametrize(
    ("lemma", "tense", "pronoun", "found"),
    [
        ("beginnen", "Past", "obj", "in Besuch tat reden"),
        ("beginnen", "Pres", "obj", "planned in Besuch tat reden; planned: reden"),
        ("ankündigen", "Past", "obj", "planned in Besuch tat reden; planned: reden"),
        ("beginnen", "Past", "obl", "planned in Besuch reden; planned: reden"),
    ],
)
def test_an_event_that_was_begun_is_past_beside_a_plan(lemma: str, tense: str, pronoun: str, found: str) -> None:
    text = f"""
        Beim     _         ADP    2  case
        Besuch   _         NOUN   10 obl
        ,        _         PUNCT  7  punct
        den      der       PRON   7  {pronoun}  PronType=Rel
        Merz     _         PROPN  7  nsubj   _  PER
        gestern  _         ADV    7  advmod
        tat      {lemma}   VERB   2  acl     Mood=Ind|Tense={tense}|VerbForm=Fin
        ,        _         PUNCT  7  punct
        soll     sollen    AUX    10 aux     Mood=Ind|Tense=Pres|VerbForm=Fin
        reden    reden     VERB   0  root    VerbForm=Inf
        Macron   _         PROPN  10 nsubj   _  PER
    """
    assert of_noun(text, "Besuch") == found
