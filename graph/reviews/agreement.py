"""What several reviewers say of the same: how often they agree, and where they do not."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from graph.reviews.judgement import IDENTITY, Judgement, Verdict, latest

# What somebody says of a statement, whatever the way: an added one is right too.
SAYS = {Verdict.CONFIRMED: "right", Verdict.ADDED: "right", Verdict.REJECTED: "wrong", Verdict.AMENDED: "amended"}


@dataclass(frozen=True, slots=True)
class Agreement:
    """Two reviewers: how many statements both judged, the share on which they agree, and Cohen's kappa (1960), chance left out.

    `kappa` is None where both always say the same thing, so that nothing is left to chance.
    """

    one: str
    other: str
    both: int
    share: float
    kappa: float | None


def agreements(judgements: Iterable[Judgement]) -> list[Agreement]:
    """The agreement of each pair of reviewers who judged the same statements."""
    said: dict[str, dict[str, str]] = defaultdict(dict)
    for one in latest(judgements):
        if one.was and one.verdict in SAYS:
            said[one.by][one.target] = SAYS[one.verdict]
    found = []
    for first, second in combinations(sorted(said), 2):
        both = sorted(said[first].keys() & said[second].keys())
        if both:
            pairs = [(said[first][target], said[second][target]) for target in both]
            found.append(Agreement(first, second, len(both), _share(pairs), _kappa(pairs)))
    return found


def _share(pairs: list[tuple[str, str]]) -> float:
    return sum(one == other for one, other in pairs) / len(pairs)


def _kappa(pairs: list[tuple[str, str]]) -> float | None:
    mine, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(mine[word] * theirs[word] for word in mine) / len(pairs) ** 2
    return None if chance == 1 else (_share(pairs) - chance) / (1 - chance)


def disputes(judgements: Iterable[Judgement]) -> list[list[Judgement]]:
    """The matters on which reviewers say different things: the last word of each, the later word last."""
    matters: dict[tuple[str, ...], list[Judgement]] = defaultdict(list)
    for one in latest(judgements):
        if one.verdict is not Verdict.WITHDRAWN:
            matters[one.subject_matter].append(one)
    return [told for _, told in sorted(matters.items()) if len({_word(one) for one in told}) > 1]


def _word(one: Judgement) -> tuple[str, ...]:
    """What somebody says: for a statement the verdict and what it corrects, for actors the verdict and its name or kind."""
    word = SAYS.get(one.verdict, str(one.verdict))
    return (
        (word,)
        if one.register == IDENTITY
        else (word, *(f"{name} {one.correction[name]}" for name in sorted(one.correction)))
    )
