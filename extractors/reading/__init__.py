"""Step 1: files to articles. What cannot be read comes back as a named reason, and the rest goes on."""

from extractors.reading.duplicates import marked
from extractors.reading.files import LANGUAGES, Unreadable, read

__all__ = ["LANGUAGES", "Unreadable", "marked", "read"]
