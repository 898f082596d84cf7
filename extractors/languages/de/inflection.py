"""Finite forms and participles of the lexicon's verbs, so that a verb is found whatever the lemmatizer makes of its form.

*empfing*, *lud … ein*, *das angegriffene Land*: strong forms are rare in training data, and a participle before a noun keeps
its own form as lemma. Weak forms follow the rule (Duden, *Die Grammatik*, conjugation classes), strong ones a table of bases.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

StrongVerbs = Mapping[str, tuple[str, str, str]]
Prefixes = Mapping[str, tuple[str, ...]]

# A verb without its prefix has four letters at least.
SHORTEST_VERB = 4
# Stems in -t, -d, or in -m, -n after a consonant other than l, r, h, m, n (Duden, "e-Erweiterung").
JOINED = re.compile("([td]|(ch|[^aeiouäöülrhmn])[mn])$")
PRETERITE_ENDINGS = ("", "e", "en", "st", "est", "t", "et", "n")


def split_prefix(infinitive: str, prefixes: Prefixes, bases: Iterable[str]) -> tuple[str, str]:
    """The separable prefix (or "") and the rest: *zurückweisen* → *zurück*, *weisen*; *begrüßen* → "", *begrüßen*.

    The longest prefix is the one meant: *bereitstellen* is no *be-*, *beitreten* neither.
    """
    if infinitive in bases:
        return "", infinitive
    for prefix in sorted((*prefixes["separable"], *prefixes["inseparable"]), key=len, reverse=True):
        if infinitive.startswith(prefix) and len(infinitive) - len(prefix) >= SHORTEST_VERB:
            if prefix in prefixes["inseparable"]:
                break
            return prefix, infinitive.removeprefix(prefix)
    return "", infinitive


def _joint(stem: str) -> str:
    """The *e* before an ending in *t* that a stem asks for: *arbeit-e-t*, *bewaffn-e-t*, but *lern-t*, *wohn-t*."""
    return "e" if JOINED.search(stem) else ""


def _strong_base(verb: str, strong: StrongVerbs, prefixes: Prefixes) -> tuple[str, str] | None:
    """The inseparable prefix and the strong base of a verb without separable prefix: *ver*, *treiben*; None for a weak verb."""
    if verb in strong:
        return "", verb
    for prefix in prefixes["inseparable"]:
        if verb.startswith(prefix) and verb.removeprefix(prefix) in strong:
            return prefix, verb.removeprefix(prefix)
    return None


def participles(infinitive: str, strong: StrongVerbs, prefixes: Prefixes) -> Iterator[str]:
    """The perfect and present participles, uninflected: *angegriffen*, *angreifend*."""
    separable, verb = split_prefix(infinitive, prefixes, strong)
    base = _strong_base(verb, strong, prefixes)
    stem = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    if base:
        inseparable, root = base
        perfect = strong[root][2]
        yield separable + inseparable + (perfect.removeprefix("ge") if inseparable else perfect)
    else:
        augment = "" if verb.startswith(prefixes["inseparable"]) or verb.endswith("ieren") else "ge"
        yield separable + augment + stem + _joint(stem) + "t"
    yield separable + verb + "d"


def finite_forms(infinitive: str, strong: StrongVerbs, prefixes: Prefixes) -> Iterator[tuple[str, str]]:
    """Finite forms with the separated particle ("" where there is none or the clause is verb-last): (*wies*, *zurück*)."""
    separable, verb = split_prefix(infinitive, prefixes, strong)
    base = _strong_base(verb, strong, prefixes)
    stem = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    joint = _joint(stem)
    if base:
        inseparable, root = base
        present, preterite, _ = strong[root]
        forms = {inseparable + present} | {inseparable + preterite + ending for ending in PRETERITE_ENDINGS}
    else:
        forms = {stem + joint + ending for ending in ("t", "te", "ten", "test", "tet")}
    forms |= {verb, stem + "e", stem + joint + "t", stem + "est", stem + "et"}
    for form in sorted(forms):
        yield form, separable
        if separable:
            yield separable + form, ""
    if separable:
        yield separable + "zu" + verb, ""


def form_index(
    infinitives: Iterable[str], strong: StrongVerbs, prefixes: Prefixes
) -> tuple[dict[tuple[str, str], tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Index of finite forms, (form, particle) → infinitives, and of participles, uninflected form → infinitives.

    A verb whose infinitive has the form comes first (*ziehen*, not *zeihen*), then the shorter one (*gelobt*: *loben*, *geloben*).
    """
    finite: dict[tuple[str, str], set[str]] = defaultdict(set)
    perfect: dict[str, set[str]] = defaultdict(set)
    for infinitive in infinitives:
        for form, particle in finite_forms(infinitive, strong, prefixes):
            finite[form, particle].add(infinitive)
        for participle in participles(infinitive, strong, prefixes):
            perfect[participle].add(infinitive)
    return (
        {key: tuple(sorted(verbs, key=lambda v: (v != key[0], v))) for key, verbs in finite.items()},
        {form: tuple(sorted(verbs, key=lambda v: (len(v), v))) for form, verbs in perfect.items()},
    )
