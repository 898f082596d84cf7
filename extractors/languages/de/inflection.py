"""Finite forms and participles of the lexicon's verbs, so that a verb is found whatever the lemmatizer makes of its form.

*empfing*, *lud … ein*, *das angegriffene Land*: strong forms are rare in training data, and a participle before a noun keeps
its own form as lemma. Weak forms follow the rule (Duden, *Die Grammatik*, conjugation classes), strong ones a table of bases.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

StrongVerbs = Mapping[str, tuple[str, str, str]]
Prefixes = Mapping[str, tuple[str, ...]]

PRETERITE_ENDINGS = ("", "e", "en", "st", "est", "t", "et", "n")


def split_prefix(infinitive: str, prefixes: Prefixes, bases: Iterable[str]) -> tuple[str, str]:
    """The separable prefix (or "") and the rest: *zurückweisen* → *zurück*, *weisen*; *begrüßen* → "", *begrüßen*."""
    if infinitive in bases or infinitive.startswith(prefixes["inseparable"]):
        return "", infinitive
    for prefix in sorted(prefixes["separable"], key=len, reverse=True):
        if infinitive.startswith(prefix) and len(infinitive) - len(prefix) >= 4:
            return prefix, infinitive.removeprefix(prefix)
    return "", infinitive


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
        ending = "et" if stem.endswith(("t", "d")) else "t"
        augment = "" if verb.startswith(prefixes["inseparable"]) or verb.endswith("ieren") else "ge"
        yield separable + augment + stem + ending
    yield separable + verb + "d"


def finite_forms(infinitive: str, strong: StrongVerbs, prefixes: Prefixes) -> Iterator[tuple[str, str]]:
    """Finite forms with the separated particle ("" where there is none or the clause is verb-last): (*wies*, *zurück*)."""
    separable, verb = split_prefix(infinitive, prefixes, strong)
    base = _strong_base(verb, strong, prefixes)
    stem = verb.removesuffix("en") if verb.endswith("en") else verb.removesuffix("n")
    joint = "e" if stem.endswith(("t", "d")) else ""
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
) -> tuple[dict[tuple[str, str], tuple[str, ...]], dict[str, str]]:
    """Index of finite forms, (form, particle) → infinitives, and of participles, uninflected form → infinitive."""
    finite: dict[tuple[str, str], set[str]] = defaultdict(set)
    perfect: dict[str, str] = {}
    for infinitive in infinitives:
        for form, particle in finite_forms(infinitive, strong, prefixes):
            finite[form, particle].add(infinitive)
        for participle in participles(infinitive, strong, prefixes):
            perfect.setdefault(participle, infinitive)
    return {key: tuple(sorted(verbs)) for key, verbs in finite.items()}, perfect
