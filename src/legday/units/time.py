"""Durations in whole seconds, and the days of the week."""

import datetime as dt
import re
from enum import StrEnum
from typing import Self

_UNIT_SECONDS = {
    **dict.fromkeys(("s", "sec", "secs", "second", "seconds"), 1),
    **dict.fromkeys(("min", "mins", "minute", "minutes"), 60),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), 3600),
}
_PIECE = re.compile(r"\s*(\d{1,6})\s*([a-z]+)\s*", re.IGNORECASE)


def spoken_seconds(seconds: int) -> str:
    """Print seconds as a lifter says them: `90 s`, `2 min`, `1 h 15 min`."""
    if seconds < 120 and seconds % 60:
        return f"{seconds} s"
    hours, rest = divmod(seconds, 3600)
    minutes, rest = divmod(rest, 60)
    named = ((hours, "h"), (minutes, "min"), (rest, "s"))
    return " ".join(f"{number} {unit}" for number, unit in named if number) or "0 s"


class Duration:
    """A span of time in whole seconds, such as `45 min`."""

    __slots__ = ("seconds",)

    seconds: int

    def __init__(self, seconds: int) -> None:
        if seconds < 0:
            raise ValueError("a duration can't be negative")
        object.__setattr__(self, "seconds", seconds)

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a duration can't be changed, {name} neither")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `45 min`, `1 h 30 min` or a bare number of minutes; raises ValueError."""
        if re.fullmatch(r"\d{1,4}", text.strip()):
            return cls(int(text) * 60)
        seconds, position = 0, 0
        while match := _PIECE.match(text, position):
            if match[2].lower() not in _UNIT_SECONDS:
                break
            seconds += int(match[1]) * _UNIT_SECONDS[match[2].lower()]
            position = match.end()
        if not text.strip() or position < len(text):
            raise ValueError(f"expected {cls.describe()}, found {text[:40]!r}")
        return cls(seconds)

    @classmethod
    def describe(cls) -> str:
        """Say what the text of a duration looks like."""
        return "a duration such as 45 min or 1 h 30 min"

    @property
    def minutes(self) -> int:
        """Whole minutes [min], rounded down."""
        return self.seconds // 60

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Duration) and self.seconds == other.seconds

    def __hash__(self) -> int:
        return hash(self.seconds)

    def __str__(self) -> str:
        return spoken_seconds(self.seconds)

    def __repr__(self) -> str:
        return f"Duration({self.seconds})"


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def number(self) -> int:
        """0 for Monday to 6 for Sunday, as `datetime.date.weekday` counts."""
        return list(Weekday).index(self)

    def plus(self, days: int) -> "Weekday":
        """Return the weekday so many days later."""
        return list(Weekday)[(self.number + days) % 7]

    def days_until(self, other: "Weekday") -> int:
        """Days from this weekday to the next such other weekday, 0 to 6."""
        return (other.number - self.number) % 7

    @classmethod
    def of(cls, date: dt.date) -> "Weekday":
        """Return the weekday of a date."""
        return list(cls)[date.weekday()]
