"""Forms of German verbs, by rule and by table."""

import pytest

from extractors.languages.de.inflection import finite_forms, form_index, participles, split_prefix

STRONG = {
    "weisen": ("weist", "wies", "gewiesen"),
    "treiben": ("treibt", "trieb", "getrieben"),
    "laden": ("lädt", "lud", "geladen"),
    "tun": ("tut", "tat", "getan"),
    "zurücken": ("zurückt", "zurack", "zurocken"),
}
PREFIXES = {"separable": ("zu", "zurück", "ein", "an", "bei"), "inseparable": ("be", "ver", "über")}


@pytest.mark.parametrize(
    ("infinitive", "parts"),
    [
        ("zurückweisen", ("zurück", "weisen")),
        ("zuweisen", ("zu", "weisen")),
        ("begrüßen", ("", "begrüßen")),
        ("beantragen", ("", "beantragen")),
        ("weisen", ("", "weisen")),
        ("zurücken", ("", "zurücken")),
        ("anrufe", ("an", "rufe")),
        ("anruf", ("", "anruf")),
        ("loben", ("", "loben")),
        ("beitreten", ("bei", "treten")),
    ],
)
def test_separable_prefixes(infinitive: str, parts: tuple[str, str]) -> None:
    assert split_prefix(infinitive, PREFIXES, STRONG) == parts


def test_a_short_rest_is_no_verb() -> None:
    assert split_prefix("angeln", PREFIXES, STRONG) == ("an", "geln")
    assert split_prefix("antun", PREFIXES, STRONG) == ("", "antun")


@pytest.mark.parametrize(
    ("infinitive", "found"),
    [
        ("weisen", ["gewiesen", "weisend"]),
        ("zurückweisen", ["zurückgewiesen", "zurückweisend"]),
        ("beweisen", ["bewiesen", "beweisend"]),
        ("vertreiben", ["vertrieben", "vertreibend"]),
        ("einladen", ["eingeladen", "einladend"]),
        ("loben", ["gelobt", "lobend"]),
        ("einloben", ["eingelobt", "einlobend"]),
        ("begrüßen", ["begrüßt", "begrüßend"]),
        ("überholen", ["überholt", "überholend"]),
        ("kritisieren", ["kritisiert", "kritisierend"]),
        ("anvisieren", ["anvisiert", "anvisierend"]),
        ("arbeiten", ["gearbeitet", "arbeitend"]),
        ("enden", ["geendet", "endend"]),
        ("verhandeln", ["verhandelt", "verhandelnd"]),
        ("feiern", ["gefeiert", "feiernd"]),
        ("lügen", ["gelügt", "lügend"]),
    ],
)
def test_participles(infinitive: str, found: list[str]) -> None:
    assert list(participles(infinitive, STRONG, PREFIXES)) == found


@pytest.mark.parametrize(
    ("infinitive", "forms"),
    [
        ("loben", "lobe lobt lobte lobten lobtest lobtet lobest lobet loben"),
        ("enden", "ende endet endete endeten endetest endetet endest enden"),
        ("handeln", "handelt handelte handelten handeltest handeltet handele handelest handelet handeln"),
        (
            "weisen",
            "weist wies wiese wiesen wiesst wiesest wiest wieset wiesn weisen weise weisest weiset",
        ),
        (
            "beweisen",
            "beweist bewies bewiese bewiesen bewiesst bewiesest bewiest bewieset bewiesn beweisen beweise beweisest beweiset",
        ),
    ],
)
def test_finite_forms_of_one_word(infinitive: str, forms: str) -> None:
    found = list(finite_forms(infinitive, STRONG, PREFIXES))
    assert [particle for _, particle in found] == [""] * len(found)
    assert [form for form, _ in found] == sorted(form for form, _ in found)
    assert {form for form, _ in found} == set(forms.split())
    assert len(found) == len(forms.split())


def test_finite_forms_with_a_particle() -> None:
    found = list(finite_forms("einladen", STRONG, PREFIXES))
    alone = [form for form, particle in found if particle == "ein"]
    joined = [form for form, particle in found if particle == ""]
    assert set(alone) == {
        *("lädt", "lud", "lude", "luden", "ludst", "ludest", "ludt", "ludet", "ludn"),
        *("laden", "lade", "ladet", "ladest"),
    }
    assert joined == [f"ein{form}" for form in alone] + ["einzuladen"]


def test_the_index_of_forms() -> None:
    finite, perfect = form_index(["einladen", "loben", "laden", "luden"], STRONG, PREFIXES)
    assert finite["lud", "ein"] == ("einladen",)
    assert finite["einlud", ""] == ("einladen",)
    assert finite["luden", ""] == ("luden", "laden")
    assert finite["lobt", ""] == ("loben",)
    assert ("lobt", "ein") not in finite
    assert perfect == {
        "eingeladen": ("einladen",),
        "einladend": ("einladen",),
        "gelobt": ("loben",),
        "lobend": ("loben",),
        "geladen": ("laden",),
        "ladend": ("laden",),
        "geludet": ("luden",),
        "ludend": ("luden",),
    }


@pytest.mark.parametrize("order", [["hören", "gehören"], ["gehören", "hören"]])
def test_a_participle_is_of_several_verbs(order: list[str]) -> None:
    _, perfect = form_index(order, {}, {"separable": (), "inseparable": ("ge",)})
    assert perfect["gehört"] == ("hören", "gehören")


def test_an_infinitive_is_its_own_verb_first() -> None:
    strong = {"zeihen": ("zeiht", "zieh", "geziehen"), "ziehen": ("zieht", "zog", "gezogen")}
    finite, _ = form_index(["zeihen", "ziehen"], strong, {"separable": (), "inseparable": ()})
    assert finite["ziehen", ""] == ("ziehen", "zeihen")


@pytest.mark.parametrize(
    ("stem", "joint"), [("arbeit", "e"), ("bewaffn", "e"), ("rechn", "e"), ("lern", ""), ("wohn", ""), ("wein", "")]
)
def test_an_e_before_t(stem: str, joint: str) -> None:
    assert (
        "" if (stem + "t", "") in set(finite_forms(stem + "en", {}, {"separable": (), "inseparable": ()})) else "e"
    ) == joint
