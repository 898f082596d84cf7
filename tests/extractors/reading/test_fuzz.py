"""Whatever bytes a file holds and whatever it is called, it gives articles or named reasons, soon, and no traceback."""

import gzip
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.article import Article
from extractors.reading import Unreadable, read
from extractors.reading.formats import READERS

# 2,000 cases in all: for each of twelve formats plain and packed, and the whole pipeline on some.
CASES = 80
FRAGMENTS = st.sampled_from(
    ["{", "}", '"id": ', '"text": ', '"a"', ",", ";", "\t", "\n", "\r\n\r\n", "<rss>", "<item>", "</item>", "<description>", "<![CDATA[", "]]>", "<html>", "<p>",
     "</p>", "&#x0;", "&amp;", "---\n", "# ", "date 2025-09-04\n", "id,text\n", "WARC/1.0\r\n", "Content-Length: 9\r\n", "\ufeff", "\x00", "\ud7ff", "Macron traf Merz. "]
)  # fmt: skip
CONTENT = st.one_of(
    st.binary(max_size=400),
    st.lists(FRAGMENTS, max_size=30).map(lambda parts: "".join(parts).encode()),
    st.text(max_size=300).map(str.encode),
)


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
@pytest.mark.parametrize("suffix", sorted(READERS))
def test_any_bytes(suffix: str, packed: bool) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"a{suffix}{'.gz' if packed else ''}"

        @settings(max_examples=CASES, deadline=5000, database=None, suppress_health_check=list(HealthCheck))
        @given(CONTENT)
        def case(content: bytes) -> None:
            path.write_bytes(gzip.compress(content) if packed else content)
            for found in read([path]):
                assert isinstance(found, Article | Unreadable)
                if isinstance(found, Article):
                    found.text.encode()
                    assert found.text.strip()
                else:
                    assert found.reason

        case()
