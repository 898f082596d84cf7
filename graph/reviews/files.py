"""Files of judgements: JSON lines, or a spreadsheet by the suffix `.csv`."""

from pathlib import Path

from graph.reviews.judgement import Judgement, ReviewError
from graph.reviews.lines import Line, parsed, written
from graph.reviews.sheet import rows_of, sheet


def read(path: Path) -> tuple[list[Line], list[str]]:
    """The lines of a file, and what is wrong with those that cannot be read. Raises `ReviewError` for a file that cannot be."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise ReviewError(f"{path}: {getattr(error, 'strerror', None) or 'not UTF-8'}") from error
    found: list[Line] = []
    wrong: list[str] = []
    if path.suffix.lower() == ".csv":
        return rows_of(text, path.name)
    # Only a line feed ends a line: U+2028 may stand in a sentence.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                found.append(parsed(line, f"{path.name}:{number}"))
            except ReviewError as error:
                wrong.append(str(error))
    return found, wrong


def write(judgements: list[Judgement], path: Path) -> None:
    """Write judgements to a file. Raises `OSError`."""
    content = sheet(judgements) if path.suffix.lower() == ".csv" else written(judgements)
    part = path.with_name(f"{path.name}.part")
    part.write_text(content, encoding="utf8", newline="")
    part.replace(path)
