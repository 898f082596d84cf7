"""What a follower of feeds has seen: by feed, how its next request is made conditional, and the ids of its entries."""

import json
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta
from pathlib import Path

from ontology.errors import InputError

# An entry that a feed has not shown for so long is forgotten: feeds show days, and articles in the store are known anyway.
REMEMBERED = timedelta(days=120)


class SeenError(InputError):
    """A file of what was seen that cannot be read or written; the message says which and why."""


@dataclass
class Feed:
    """A feed: what makes its next request conditional, and the last ISO day on which it showed each entry, by id."""

    etag: str = ""
    modified: str = ""
    entries: dict[str, str] = field(default_factory=dict)

    def show(self, identifier: str, today: date) -> bool:
        """Remember an entry; True where it is new."""
        new = identifier not in self.entries
        self.entries[identifier] = today.isoformat()
        return new


@dataclass
class Seen:
    """The feeds by address, in a file."""

    path: Path
    feeds: dict[str, Feed] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> "Seen":
        """What the file holds, nothing where there is none. Raises `SeenError` for a file that is something else."""
        if not path.exists():
            return cls(path)
        try:
            told = json.loads(path.read_text("utf8"))
            return cls(path, {url: Feed(**feed) for url, feed in told["feeds"].items()})
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise SeenError(f"{path}: this is no file of seen entries; move it away to begin anew") from error

    def of(self, url: str) -> Feed:
        """The feed of an address."""
        return self.feeds.setdefault(url, Feed())

    def write(self, today: date) -> None:
        """Write the file, whole or not at all, without what was not shown for long. Raises `SeenError`."""
        oldest = (today - REMEMBERED).isoformat()
        for feed in self.feeds.values():
            feed.entries = {identifier: day for identifier, day in feed.entries.items() if day >= oldest}
        told = {"feeds": {url: asdict(feed) for url, feed in sorted(self.feeds.items())}}
        part = self.path.with_name(f"{self.path.name}.part")
        try:
            part.write_text(json.dumps(told, ensure_ascii=False, indent=1, sort_keys=True), "utf8")
            part.replace(self.path)
        except OSError as error:
            raise SeenError(f"{self.path}: cannot be written ({error.strerror or error})") from error
