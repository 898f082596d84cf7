"""The ontology's page: every term has its place, and says what the ontology says."""

from html.parser import HTMLParser

from graph.pages.ontology import page
from ontology.vocabulary import relations


class Anchors(HTMLParser):
    """The ids of a page and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if name := found.get("id"):
            self.ids.append(name)
        if (href := found.get("href")) and tag == "a":
            self.targets.add(href)


def test_every_term_has_its_place_and_every_link_a_target() -> None:
    anchors = Anchors()
    anchors.feed(page())
    assert len(anchors.ids) == len(set(anchors.ids))
    assert {*relations(), "Actor", "Statement", "polarity", "evidence"} <= set(anchors.ids)
    assert anchors.targets <= {f"#{name}" for name in anchors.ids}


def test_it_says_what_the_ontology_says() -> None:
    text = page()
    assert relations()["hosts"].definition("de") in text
    assert page() == text
