"""Days named by feasts: fixed ones (*Silvester*), and those that move with Easter or Advent (*Karfreitag*, *am ersten Advent*)."""

from datetime import date, timedelta

EASTER, ADVENT = "easter", "fourth-sunday"


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm)."""
    golden, century, of_century = year % 19, year // 100, year % 100
    skipped = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - skipped - of_century % 4) % 7
    late = (golden + 11 * skipped + 22 * weekday) // 451
    month, day = divmod(skipped + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def advent(year: int) -> date:
    """The first Sunday of Advent: the fourth before Christmas Day."""
    christmas = date(year, 12, 25)
    return christmas - timedelta((christmas.weekday() + 1) % 7 or 7) - timedelta(21)


def feast(value: str, year: int) -> date | None:
    """The day of a feast in a year, by its value in the table: `12-31`, `easter-2`, `fourth-sunday+7`; None where the year lacks it."""
    for anchor, first in ((EASTER, easter), (ADVENT, advent)):
        if value.startswith(anchor):
            return first(year) + timedelta(int(value.removeprefix(anchor) or 0))
    month, day = value.split("-")
    try:
        return date(year, int(month), int(day))
    except ValueError:
        return None
