"""Step 1: files to articles. What cannot be read comes back as a named reason, and the rest goes on."""

from extractors.reading.duplicates import alike, marked
from extractors.reading.fields import user_fields
from extractors.reading.files import LANGUAGES, Fetch, Unreadable, contents, read

__all__ = ["LANGUAGES", "Fetch", "Unreadable", "alike", "contents", "marked", "read", "user_fields"]
