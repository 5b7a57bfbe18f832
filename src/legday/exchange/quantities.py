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

Value = TypeVar("Value")
Number = Decimal | None


class Readings(dict[str, Value], Generic[Value]):
    """What a function makes of the texts of a column, each read once; raises ValueError that names the column."""

    def __init__(self, column: str, read: Callable[[str], Value]) -> None:
        super().__init__()
        self._column, self._read = column, read

    def __missing__(self, text: str) -> Value:
        try:
            self[text] = value = self._read(text)
        except ValueError as error:
            raise ValueError(f"{self._column}: {error}") from None
        return value


def reps_readings(commas: bool) -> Readings[Number]:
    """Read reps; nothing and 0 are None. `commas` says that commas stand between the fields of the file."""
    return Readings("reps", lambda text: _checked(text, read_number(text, commas), MAX_REPS) or None)


def weight_readings(commas: bool) -> Readings[tuple[Number, MassUnit | None]]:
    """Read weights with the units behind them, if any; nothing and 0 are None."""

    def read(text: str) -> tuple[Number, MassUnit | None]:
        number, unit = read_measure(text, commas)
        return _checked(text, number, MAX_WEIGHT) or None, read_mass_unit(unit)

    return Readings("weight", read)


def distance_readings(commas: bool) -> Readings[tuple[Number, Number]]:
    """Read distances with the metres [m] in the units behind them, if any; nothing and 0 are None."""

    def read(text: str) -> tuple[Number, Number]:
        number, unit = read_measure(text, commas)
        if unit and not meters_of(unit):
            raise ValueError(f"the unit {unit[:20]!r} is not known")
        return _checked(text, number, MAX_DISTANCE) or None, meters_of(unit)

    return Readings("distance", read)


def time_readings(commas: bool, unit: int) -> Readings[Number]:
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

    return Readings("seconds", read)


def exertion_readings(commas: bool) -> Readings[Number]:
    """Read ratings of perceived exertion; nothing and 0 are None."""
    return Readings("RPE", lambda text: _checked(text, read_number(text, commas), MAX_RATING) or None)


def reserve_readings(commas: bool) -> Readings[Number]:
    """Read reps in reserve as ratings of perceived exertion: 10 less the reps that were left.

    References
    ----------
    Zourdos et al. (2016). Novel resistance training-specific rating of perceived exertion scale measuring
    repetitions in reserve. Journal of Strength and Conditioning Research 30(1). doi:10.1519/JSC.0000000000001049
    """

    def read(text: str) -> Number:
        left = _checked(text, read_number(text, commas), MAX_RATING)
        return None if left is None else 10 - left or None

    return Readings("RIR", read)


def flag_readings() -> Readings[bool]:
    """Read whether sets are warm-ups."""

    def read(text: str) -> bool:
        flag = read_flag(text)
        if flag is None:
            raise ValueError(f"{text.strip()[:40]!r} is neither yes nor no")
        return flag

    return Readings("warm-up", read)


@lru_cache(maxsize=1024)
def read_mass_unit(text: str) -> MassUnit | None:
    """Read a unit of mass; raises ValueError if there is one that is neither kilograms nor pounds."""
    unit = mass_unit_of(text)
    if unit is None and text.strip():
        raise ValueError(f"the unit {text.strip()[:20]!r} is not known; legday reads kg and lb")
    return unit


def _checked(text: str, number: Number, most: int) -> Number:
    if number is not None and number < 0:
        raise ValueError(f"{text.strip()[:40]} is negative")
    if number is not None and number > most:
        raise ValueError(f"{text.strip()[:40]} is more than {most:,}, the most that is read")
    return number
