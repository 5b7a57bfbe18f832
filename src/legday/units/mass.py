"""Mass in kilograms or pounds, kept as it was entered and converted exactly."""

import re
from decimal import Decimal
from fractions import Fraction
from functools import total_ordering
from typing import Literal, Self

MassUnit = Literal["kg", "lb"]

KG_PER_LB = Fraction(45359237, 100_000_000)
"""Kilograms in one avoirdupois pound, exact by definition (NIST Special Publication 811, 2008, Appendix B)."""

_UNIT_NAMES: dict[str, MassUnit] = {
    **dict.fromkeys(("kg", "kgs", "kilo", "kilos", "kilogram", "kilograms"), "kg"),
    **dict.fromkeys(("lb", "lbs", "pound", "pounds", "#"), "lb"),
}
_TEXT = re.compile(r"([-+]?\d{1,9}(?:[.,]\d{1,20})?)\s*([a-z#]+)", re.IGNORECASE)
_PRINTED_PLACES = Decimal("0.01")


@total_ordering
class Mass:
    """A mass such as `82.5 kg`; equal masses in different units compare equal."""

    __slots__ = ("unit", "value")

    value: Decimal
    unit: MassUnit

    def __init__(self, value: Decimal | int | str, unit: MassUnit) -> None:
        number = Decimal(value)
        if not number.is_finite():
            raise ValueError(f"a mass must be a finite number, not {value}")
        object.__setattr__(self, "value", number)
        object.__setattr__(self, "unit", unit)

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a mass can't be changed, {name} neither")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `82.5 kg`, `185lb` or `185 pounds`; raises ValueError."""
        match = _TEXT.fullmatch(text.strip())
        unit = _UNIT_NAMES.get(match[2].lower()) if match else None
        if not match or not unit:
            raise ValueError(f"expected {cls.describe()}, found {text[:40]!r}")
        return cls(match[1].replace(",", "."), unit)

    @classmethod
    def describe(cls) -> str:
        """Say what the text of a mass looks like."""
        return "a mass with its unit such as 82.5 kg or 185 lb"

    @classmethod
    def from_kg(cls, kg: Fraction | int, unit: MassUnit = "kg") -> Self:
        """Make a mass in a unit from kilograms, to 12 decimal places."""
        number = Fraction(kg) if unit == "kg" else Fraction(kg) / KG_PER_LB
        return cls(Decimal(round(number * 10**12)).scaleb(-12), unit)

    @property
    def kg(self) -> Fraction:
        """The mass in kilograms [kg], exact."""
        number = Fraction(self.value)
        return number if self.unit == "kg" else number * KG_PER_LB

    def to(self, unit: MassUnit) -> "Mass":
        """Return the same mass in another unit."""
        return self if unit == self.unit else Mass.from_kg(self.kg, unit)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Mass):
            return False
        return self.value == other.value if self.unit == other.unit else self.kg == other.kg

    def __lt__(self, other: "Mass") -> bool:
        return self.value < other.value if self.unit == other.unit else self.kg < other.kg

    def __hash__(self) -> int:
        return hash(self.value if self.unit == "kg" else self.kg)  # equal numbers of any type have the same hash

    def __add__(self, other: "Mass") -> "Mass":
        return Mass(self.value + other.to(self.unit).value, self.unit)

    def __sub__(self, other: "Mass") -> "Mass":
        return Mass(self.value - other.to(self.unit).value, self.unit)

    def __mul__(self, factor: Fraction | int) -> "Mass":
        return Mass.from_kg(self.kg * factor, self.unit)

    def floor_to(self, step: "Mass") -> "Mass":
        """Round down to a whole number of steps, in the unit of the step; raises ValueError on no step."""
        if step.value <= 0:
            raise ValueError(f"can't round to steps of {step}")
        return Mass(step.value * (self.kg // step.kg), step.unit)

    def __str__(self) -> str:
        """Print as entered, to a hundredth: `82.5 kg`."""
        number = self.value.quantize(_PRINTED_PLACES) if abs(self.value) < 10**9 else self.value
        text = f"{number:f}"
        return f"{text.rstrip('0').rstrip('.') if '.' in text else text} {self.unit}"

    def __repr__(self) -> str:
        return f"Mass({str(self.value)!r}, {self.unit!r})"


def unit_of(name: str) -> MassUnit | None:
    """Find the unit a word stands for (`lbs`, `Kilograms`), or None."""
    return _UNIT_NAMES.get(name.strip().lower())
