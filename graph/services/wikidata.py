"""Refreshes office holders from a Wikidata SPARQL endpoint into a user's own file of actors."""

import csv
import json
from importlib.resources import files
from pathlib import Path
from urllib.error import URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from ontology.errors import DiplographError
from ontology.whoswho import load
from ontology.whoswho.own import COLUMNS

ENTITY = "http://www.wikidata.org/entity/"
FEMALE = frozenset((f"{ENTITY}Q6581072", f"{ENTITY}Q1052281"))
TIMEOUT = 120.0
# Of the columns that are filled.
LANGUAGE = "de"


class EndpointError(DiplographError):
    """An endpoint that does not answer, or not with what was asked; the message names it and the reason."""


def office_holders(endpoint: str) -> list[dict[str, str]]:
    """Heads of state and government as rows of `ontology.whoswho.own`, sorted. Raises `EndpointError`."""
    if not endpoint.startswith(("http://", "https://")):
        raise EndpointError(f"{endpoint}: no http(s) address")
    query = files("ontology.whoswho").joinpath("update.rq").read_text(encoding="utf8")
    request = Request(
        f"{endpoint}?{urlencode({'query': query})}",
        headers={"Accept": "application/sparql-results+json", "User-Agent": "diplograph (open-source research tool)"},
    )
    try:
        with urlopen(request, timeout=TIMEOUT) as answer:
            bindings = json.load(answer)["results"]["bindings"]
    except (URLError, OSError, ValueError, KeyError, TypeError) as error:
        raise EndpointError(f"{endpoint}: {getattr(error, 'reason', None) or error}") from error
    rows = [_row({name: value["value"] for name, value in binding.items()}) for binding in bindings]
    return sorted(
        (row for row in rows if row), key=lambda row: (row["of"], row["office"], row["start"], row["person_en"])
    )


def _row(found: dict[str, str]) -> dict[str, str]:
    """One holding; empty for a state that the who's-who does not have."""
    of, sex = found["of"].removeprefix(ENTITY), "f" if found.get("gender") in FEMALE else "m"
    if of not in load().actors:
        return {}
    return dict.fromkeys(COLUMNS, "") | {
        "person_qid": found["person"].removeprefix(ENTITY),
        "person_en": found["name"],
        "person_de": found.get("german", found["name"]),
        "sex": sex,
        "office": found["office"],
        "title_de": "|".join(_titles(of, found["office"], sex)),
        "of": of,
        "start": found["start"][:10],
        "end": found.get("end", "")[:10],
        "source": "wikidata",
    }


def _titles(of: str, office: str, sex: str) -> tuple[str, ...]:
    """The German titles of the office: those of its last holder of that sex, or the general ones."""
    holdings = [h for h in load().holdings.get(of, ()) if h.office == office and h.sex == sex]
    if holdings:
        return max(holdings, key=lambda h: h.start).titled(LANGUAGE)
    general = {
        "head_of_state": ("Präsident", "Staatspräsident", "Staatschef"),
        "head_of_government": ("Ministerpräsident", "Regierungschef"),
    }
    return tuple(title + ("in" if sex == "f" else "") for title in general[office])


def write_offices(rows: list[dict[str, str]], path: Path) -> None:
    """Write rows as CSV. Raises `OSError`."""
    with path.open("w", encoding="utf8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
