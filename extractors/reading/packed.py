"""Zip files: what is in them, member by member and never too much."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from extractors.reading.records import ArticleError
from extractors.reading.sources import RATIO, WHOLE, whole

# The largest archive, the most that its members unpack to, and how many there may be.
LARGEST, UNPACKED, MEMBERS = 1 << 30, 4 << 30, 200_000


def members(stream: BinaryIO) -> Iterator[tuple[PurePosixPath, io.BytesIO | ArticleError]]:
    """The files in an archive by name, in order, each unpacked in memory, or why it is not; hidden ones are passed over.

    Nothing is written to disk, so that a member's path can lead nowhere. Raises `ArticleError` for what is no archive, and for a bomb.
    """
    try:
        archive = zipfile.ZipFile(stream if stream.seekable() else io.BytesIO(whole(stream, LARGEST)))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise ArticleError(f"broken zip file ({error})") from error
    with archive:
        inside = [one for one in archive.infolist() if not one.is_dir() and not _hidden(one.filename)]
        size, packed = sum(one.file_size for one in inside), sum(one.compress_size for one in inside)
        if len(inside) > MEMBERS or size > UNPACKED or (size > WHOLE and size > RATIO * max(packed, 1)):
            raise ArticleError(f"{len(inside):,} files of {size >> 20} MB: this looks like a zip bomb")
        for one in inside:
            yield PurePosixPath(one.filename), _unpacked(archive, one)


def _hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part != ".." for part in PurePosixPath(name).parts)


def _unpacked(archive: zipfile.ZipFile, one: zipfile.ZipInfo) -> io.BytesIO | ArticleError:
    try:
        with archive.open(one) as member:
            # The header's size may be a lie.
            return io.BytesIO(whole(member, max(one.file_size, 1)))  # type: ignore[arg-type]
    except ArticleError:
        return ArticleError("unpacks to more than its header says")
    except RuntimeError:
        return ArticleError("it is locked by a password")
    except (zipfile.BadZipFile, zlib.error, OSError, NotImplementedError, EOFError) as error:
        return ArticleError(f"it cannot be unpacked ({error})")
