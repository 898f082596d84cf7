import contextlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.reading.dates import DateError, published

FORMS = """
2025-09-04
2025-09-04T10:00:00+02:00
2025-09-04T10:00:00Z
2025-09-04 10:00
2025/09/04
2025.09.04
20250904
20250904T100000Z
04.09.2025
4.9.2025
04.09.25
4. 9. 2025
04.09.2025, 10:00 Uhr
4. September 2025
4. Sept. 2025
4. Sep. 2025
Donnerstag, 4. September 2025
Do., 04.09.2025 - 10:00
Paris, 4. September 2025
04. September 2025, 10:00
4 September 2025
4th of September 2025
September 4, 2025
Sep 4, 2025
Sept. 4, 2025
September 4th, 2025
Thursday, September 4, 2025
Thu, 04 Sep 2025 10:00:00 +0200
Thu, 4 Sep 2025 08:00:00 GMT
1756972800
1756972800000
Stand: 04.09.2025
"""


@pytest.mark.parametrize("text", FORMS.strip().splitlines())
def test_thirty_forms_of_one_day(text: str) -> None:
    assert published(text) == date(2025, 9, 4)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("4. Jänner 2025", (2025, 1, 4)),
        ("25/12/2025", (2025, 12, 25)),
        ("12/25/2025", (2025, 12, 25)),
        ("3/3/2025", (2025, 3, 3)),
    ],
)
def test_further_forms(text: str, day: tuple[int, int, int]) -> None:
    assert published(text) == date(*day)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("03/04/2025", "may be in month"),
        ("September 2025", "names no day"),
        ("2025-09", "names no day"),
        ("2025", "names no day"),
        ("31.02.2025", "no day that exists"),
        ("2025-13-45", "no day that exists"),
        ("gestern", "no known form"),
        ("", "no date"),
        ("04 Jan 99999999999 00:00:00 -0000", "no known form"),
        ("0001-01-01", "no day of publication"),
        ("9999-12-31T23:59:59", "no day of publication"),
        ("Januar " * 9000, "longer than any date"),
    ],
)
def test_what_is_not_guessed(text: str, reason: str) -> None:
    with pytest.raises(DateError, match=reason):
        published(text)


@settings(deadline=None)
@given(st.dates(min_value=date(1974, 1, 1), max_value=date(2100, 1, 1)))
def test_german_and_iso_days_come_back(day: date) -> None:
    assert published(day.isoformat()) == published(f"{day:%d.%m.%Y}") == day


@settings(deadline=None)
@given(st.text())
def test_any_text_is_a_day_or_an_error(text: str) -> None:
    with contextlib.suppress(DateError):
        assert isinstance(published(text), date)
