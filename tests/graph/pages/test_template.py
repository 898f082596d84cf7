"""Templates: what is filled in is text, never a mark."""

import pytest

from graph.pages.template import filled


def test_a_field_cannot_hold_anothers_mark() -> None:
    assert filled("<a>{{ONE}}</a>{{TWO}}{{ONE}}", {"ONE": "{{TWO}}", "TWO": "2"}) == "<a>{{TWO}}</a>2{{TWO}}"


def test_a_mark_without_a_field_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled("{{NONE}}", {})
