"""What all commands share on the terminal: consoles, error lines, and text from articles made harmless."""

import contextlib
import difflib
import io
import os
import re
import sys
from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.text import Text

from extractors.article import DEFAULT_LANGUAGE
from ontology.errors import DiplographError

# Control characters move the cursor, colour or rename a terminal; direction marks swap what is read.
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")

DEFAULT_STORE = "kg"


# The languages in which the ontology and the who's-who have labels.
LANGUAGES = ("de", "en")
# The same on every machine: what LANG says of a terminal says nothing of the articles.
DEFAULT_LANG = DEFAULT_LANGUAGE


def _language(given: str) -> str:
    """The language that was asked for. Raises `UserError` for one without labels."""
    lang = given.strip().casefold()
    if lang not in LANGUAGES:
        raise UserError(f"no language {given!r}; --lang and DIPLOGRAPH_LANG take {', '.join(LANGUAGES)}")
    return lang


Lang = Annotated[
    str,
    typer.Option(
        "--lang",
        "-l",
        metavar="|".join(LANGUAGES),
        envvar="DIPLOGRAPH_LANG",
        callback=_language,
        autocompletion=lambda: list(LANGUAGES),
        help="The language of names and relations in what is shown.",
    ),
]
Store = Annotated[
    str,
    typer.Option(
        "--store", metavar="ADDRESS", help="The graph: a folder, or the http(s) address of a SPARQL endpoint."
    ),
]


class UserError(DiplographError):
    """A mistake of the user's, shown as one line; `exit_code` is 2 unless said otherwise."""

    def __init__(self, message: str, exit_code: int = 2) -> None:
        """`message` names the input, the reason and the way out."""
        super().__init__(message)
        self.exit_code = exit_code


def readable_streams() -> None:
    """UTF-8 into files and pipes, whatever the locale; on a terminal of another encoding a question mark for what it lacks.

    A program whose names of files are not in UTF-8 (the C locale without Python's UTF-8 mode) is started anew in that mode, since
    neither *ü.txt* nor *Vučić* could be told otherwise.
    """
    if os.name == "posix" and not sys.flags.utf8_mode and sys.getfilesystemencoding().lower() not in ("utf-8", "utf8"):
        with contextlib.suppress(OSError):
            os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="replace")


def did_you_mean(given: str, known: Iterable[str]) -> str:
    """ "; did you mean …?" with the known names that are alike, or ""."""
    alike = difflib.get_close_matches(given, list(known), 3, 0.6)
    return f"; did you mean {' or '.join(alike)}?" if alike else ""


def harmless(text: str) -> str:
    """The text without control characters and direction marks, so that an article's words cannot drive the terminal."""
    return CONTROL.sub("�", text)


def plain(text: str) -> Text:
    """The text for a rich table: harmless, and never read as markup."""
    return Text(harmless(text))


def output() -> Console:
    """The console for results, on standard output."""
    return Console(highlight=False)


def messages() -> Console:
    """The console for progress and complaints, on standard error."""
    return Console(stderr=True, highlight=False)


def complain(message: str) -> None:
    """One line on standard error."""
    messages().print(Text.assemble(("diplograph: ", "bold red"), harmless(message)), soft_wrap=True)
