"""The compact map of the texts seen, against a dictionary."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.reading import first_seen
from extractors.reading.first_seen import FirstSeen

KEYS = st.integers(0, 2**64 - 1) | st.integers(0, 20)


@settings(deadline=None)
@given(st.lists(KEYS, max_size=200), st.lists(KEYS, max_size=50))
def test_it_answers_as_a_dictionary_does(added: list[int], asked: list[int]) -> None:
    plain: dict[int, int] = {}
    seen = FirstSeen()
    before, first_seen.RECENT = first_seen.RECENT, 16
    try:
        for number, key in enumerate(added):
            plain.setdefault(key, number)
            seen.add(key, number)
        assert all(seen.get(key) == plain.get(key) for key in (*added, *asked))
    finally:
        first_seen.RECENT = before
