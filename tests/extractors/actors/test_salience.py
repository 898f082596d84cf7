"""Which antecedent is the most salient: by distance, grammatical role and repetition."""

import pytest

from extractors.actors.salience import Antecedent, Salience
from extractors.mention import Mention, MentionKind
from ontology.actor import Actor, ActorKind
from tests.extractors.trees import tree

ROY, LEE, FR, DE = (
    Actor(key, kind, {"en": key})
    for key, kind in (
        ("Roy", ActorKind.PERSON),
        ("Lee", ActorKind.PERSON),
        ("Frankreich", ActorKind.STATE),
        ("Deutschland", ActorKind.STATE),
    )
)


def salience(*mentioned: tuple[Actor | tuple[Actor, ...], int, int, bool]) -> Salience:
    """Actors by sentence, token, and whether each is a subject."""
    found = Salience()
    for actors, sentence, token, subject in mentioned:
        several = actors if isinstance(actors, tuple) else (actors,)
        found.antecedents.append(Antecedent(several, sentence, token, subject, plural=False))
        found.counts.update(actor.id for actor in several)
    return found


def best(
    *mentioned: tuple[Actor | tuple[Actor, ...], int, int, bool], sentence: int = 0, back: int = 4
) -> Actor | None:
    """The first actor of the most salient antecedent."""
    antecedent = salience(*mentioned).best(sentence, lambda _: True, back=back)
    return antecedent.actors[0] if antecedent else None


@pytest.mark.parametrize(("label", "above", "subject"), [
    ("nsubj", "root", True), ("nsubj:pass", "root", True), ("obj", "root", False), ("conj", "nsubj", True),
    ("conj", "nsubj:pass", True), ("conj", "obj", False), ("appos", "nsubj", False), ("csubj", "root", False),
    ("amod", "nsubj", False), ("nmod", "nsubj", False), ("conj", "conj", False), ("root", "obl", False),
])  # fmt: skip
def test_subjects_and_what_is_coordinated_to_them(label: str, above: str, subject: bool) -> None:
    doc = tree(f"Polen _ X 2 {label}\nKuba _ X 3 {above}\nkam _ VERB 0 root")
    found = Salience()
    found.mention(Mention(0, 5, 0, MentionKind.NAME, (FR,)), doc[0], 7, plural=True)
    assert found.antecedents == [Antecedent((FR,), 7, 0, subject, plural=True)]


def test_compounds_count_and_are_no_antecedents() -> None:
    doc = tree("Polen _ X 0 root")
    found = Salience()
    for kind in (MentionKind.COMPOUND, MentionKind.ADJECTIVE, MentionKind.NAME):
        found.mention(Mention(0, 5, 0, kind, (FR, DE)), doc[0], 0, plural=False)
    found.mention(Mention(0, 5, 0, MentionKind.NAME, ()), doc[0], 0, plural=False)
    assert found.counts == {"Frankreich": 3, "Deutschland": 3}
    assert len(found.antecedents) == 2


def test_a_subject_is_worth_less_than_a_sentence() -> None:
    assert best((ROY, 0, 0, False), (LEE, 0, 1, False)) is LEE
    assert best((ROY, 0, 0, True), (LEE, 0, 1, False)) is ROY
    assert best((ROY, 0, 0, True), (LEE, 1, 9, False), sentence=1) is LEE
    assert best((ROY, 0, 0, True), (LEE, 1, 9, True), sentence=1) is LEE


def test_of_two_subjects_the_first_leads_and_of_others_the_last_is_nearest() -> None:
    assert best((ROY, 0, 1, True), (LEE, 0, 2, True)) is ROY
    assert best((LEE, 0, 2, True), (ROY, 0, 1, True)) is ROY
    assert best((ROY, 0, 1, False), (LEE, 0, 2, False)) is LEE
    assert best((LEE, 0, 2, False), (ROY, 0, 1, False)) is LEE


def test_repetition_counts_up_to_four() -> None:
    assert best((ROY, 0, 0, False), (ROY, 0, 1, False), (LEE, 0, 2, False)) is ROY
    again = [(ROY, 0, i, False) for i in range(5)]
    assert best(*again[:4], *[(LEE, 0, 5 + i, False) for i in range(4)]) is LEE
    assert best(*again[:5], *[(LEE, 0, 5 + i, False) for i in range(4)]) is LEE
    assert best(*again[:4], *[(LEE, 0, 5 + i, False) for i in range(3)]) is ROY


def test_repetition_outweighs_neither_subject_nor_sentence() -> None:
    often = [(ROY, 0, i, False) for i in range(6)]
    assert best(*often, (LEE, 0, 9, True)) is LEE
    assert best(*often, (LEE, 1, 9, False), sentence=1) is LEE
    subject = [(ROY, 0, 0, True), *often]
    # 1.2 for the subject and 0.45 for three mentions more are worth more than 1.5 for a sentence.
    assert best(*subject[:4], (LEE, 1, 9, False), sentence=1) is ROY
    assert best(*subject[:2], (LEE, 1, 9, False), sentence=1) is LEE


def test_the_actor_mentioned_most_counts_of_several() -> None:
    assert best(((ROY, FR), 0, 0, False), (FR, 0, 1, False), (LEE, 0, 2, False), sentence=0) is FR
    weights = salience(((ROY, FR), 0, 0, False), (FR, 0, 1, False), (LEE, 0, 2, False))
    joint, _, single = weights.antecedents
    assert weights.best(0, lambda a: a in (joint, single)) is joint


@pytest.mark.parametrize(("sentence", "back", "found"), [(4, 4, True), (5, 4, False), (0, 0, True), (1, 0, False)])
def test_how_far_back(sentence: int, back: int, found: bool) -> None:
    assert (best((ROY, 0, 0, True), sentence=sentence, back=back) is ROY) is found


def test_four_sentences_back_where_nothing_is_said() -> None:
    one = salience((ROY, 0, 0, True))
    assert one.best(4, lambda _: True) is not None
    assert one.best(5, lambda _: True) is None
    assert one.best(0, lambda antecedent: not antecedent.subject) is None


KINDS = frozenset((ActorKind.PERSON,))


def test_the_last_two_of_a_kind_in_order_of_mention() -> None:
    assert salience((ROY, 0, 0, True), (FR, 0, 1, False), (LEE, 0, 2, False)).last_two(0, KINDS) == (ROY, LEE)
    assert salience((ROY, 0, 0, True), (ROY, 0, 1, False)).last_two(0, KINDS) == ()
    assert salience((ROY, 0, 0, True), (LEE, 0, 1, True), (ROY, 0, 2, True)).last_two(0, KINDS) == (LEE, ROY)
    assert salience(((ROY, LEE), 0, 0, True)).last_two(0, KINDS) == (ROY, LEE)
    assert salience((ROY, 0, 0, True)).last_two(0, KINDS) == ()


def test_of_three_together_the_last_two() -> None:
    ann = Actor("Ann", ActorKind.PERSON, {"en": "Ann"})
    assert salience(((ROY, LEE, ann), 0, 0, True)).last_two(0, KINDS) == (LEE, ann)
    assert salience((ann, 0, 0, True), (ROY, 0, 1, True), (LEE, 0, 2, True)).last_two(0, KINDS) == (ROY, LEE)


@pytest.mark.parametrize(("sentence", "number"), [(4, 2), (5, 0)])
def test_the_last_two_are_four_sentences_back_at_most(sentence: int, number: int) -> None:
    assert len(salience((ROY, 0, 0, True), (LEE, 0, 1, True)).last_two(sentence, KINDS)) == number
    assert salience((ROY, 0, 0, True), (LEE, 1, 1, True)).last_two(5, KINDS) == ()
