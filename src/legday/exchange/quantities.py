"""The quantities of a training log, each text of a column read and checked once."""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Generic, TypeVar

from legday.exchange.dates import read_seconds
from legday.exchange.headings import mass_unit_of, meters_of
from legday.exchange.numbers import read_flag, read_measure, read_number
from legday.units import MassUnit

MAX_REPS = 1_000
"""The most reps of a set that are taken as meant."""
MAX_WEIGHT = 5_000
"""The largest weight, in kilograms or pounds, that is taken as meant."""
MAX_DISTANCE = 1_000_000
"""The longest distance, in whatever unit, that is taken as meant."""
MAX_SECONDS = 7 * 24 * 3600
"""The longest set or piece of cardio that is taken as meant [s]."""
MAX_RATING = 10
"""The highest rating of exertion, and the most reps in reserve."""

Key = TypeVar("Key")
Value = TypeVar("Value")
Number = Decimal | None


class Readings(dict[Key, Value], Generic[Key, Value]):
    """What a function makes of the texts of a file, each read once."""

    def __init__(self, read: Callable[[Key], Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, key: Key) -> Value:
        self[key] = value = self._read(key)
        return value


def reps_readings(commas: bool) -> Readings[str, Number]:
    """Read reps; nothing and 0 are None. `commas` says that commas stand between the fields of the file.

    As with all of these, a text that is no number, or none that can be meant, raises ValueError with the reason.
    """
    return _readings("reps", lambda text: _checked(text, read_number(text, commas), MAX_REPS) or None)


def weight_readings(commas: bool) -> Readings[str, tuple[Number, MassUnit | None]]:
    """Read weights with the units behind them, if any; nothing and 0 are None."""

    def read(text: str) -> tuple[Number, MassUnit | None]:
        number, unit = read_measure(text, commas)
        return _checked(text, number, MAX_WEIGHT) or None, read_mass_unit(unit)

    return _readings("weight", read)


def distance_readings(commas: bool) -> Readings[str, tuple[Number, Number]]:
    """Read distances with the metres [m] in the units behind them, if any; nothing and 0 are None."""

    def read(text: str) -> tuple[Number, Number]:
        number, unit = read_measure(text, commas)
        if unit and not meters_of(unit):
            raise ValueError(f"the unit {unit[:20]!r} is not known")
        return _checked(text, number, MAX_DISTANCE) or None, meters_of(unit)

    return _readings("distance", read)


def time_readings(commas: bool, unit: int) -> Readings[str, Number]:
    """Read times [s] that are numbers of a unit [s], on a clock or in words; nothing and 0 are None."""

    def read(text: str) -> Number:
        try:
            number = read_number(text, commas)
        except ValueError:
            seconds = None if "-" in text else read_seconds(text, of_set=True)
            if seconds is None:
                raise
            return _checked(text, Decimal(seconds), MAX_SECONDS) or None
        return _checked(text, number * unit if number and unit != 1 else number, MAX_SECONDS) or None

    return _readings("seconds", read)


def exertion_readings(commas: bool) -> Readings[str, Number]:
    """Read ratings of perceived exertion; nothing and 0 are None."""
    return _readings("RPE", lambda text: _checked(text, read_number(text, commas), MAX_RATING) or None)


def reserve_readings(commas: bool) -> Readings[str, Number]:
    """Read reps in reserve as ratings of perceived exertion: 10 less the reps that were left.

    References
    ----------
    Zourdos et al. (2016). Novel resistance training-specific rating of perceived exertion scale measuring
    repetitions in reserve. Journal of Strength and Conditioning Research 30(1). doi:10.1519/JSC.0000000000001049
    """

    def read(text: str) -> Number:
        left = _checked(text, read_number(text, commas), MAX_RATING)
        return None if left is None else 10 - left or None

    return _readings("RIR", read)


def flag_readings() -> Readings[str, bool]:
    """Read whether sets are warm-ups."""

    def read(text: str) -> bool:
        flag = read_flag(text)
        if flag is None:
            raise ValueError(f"{text.strip()[:40]!r} is neither yes nor no")
        return flag

    return _readings("warm-up", read)


@lru_cache(maxsize=1024)
def read_mass_unit(text: str) -> MassUnit | None:
    """Read a unit of mass; raises ValueError if there is one that is neither kilograms nor pounds."""
    unit = mass_unit_of(text)
    if unit is None and text.strip():
        raise ValueError(f"the unit {text.strip()[:20]!r} is not known; legday reads kg and lb")
    return unit


def _readings(column: str, read: Callable[[str], Value]) -> Readings[str, Value]:
    """Make readings that say in which column a text can't be read."""

    def read_text(text: str) -> Value:
        try:
            return read(text)
        except ValueError as error:
            raise ValueError(f"{column}: {error}") from None

    return Readings(read_text)


def _checked(text: str, number: Number, most: int) -> Number:
    if number is not None and number < 0:
        raise ValueError(f"{text.strip()[:40]} is negative")
    if number is not None and number > most:
        raise ValueError(f"{text.strip()[:40]} is more than {most:,}, the most that is read")
    return number
