"""Energy of food and of work in kilocalories or kilojoules, kept as it was entered and counted in whole joules."""

import re
from decimal import ROUND_HALF_EVEN, Decimal
from functools import total_ordering
from typing import Literal, Self

EnergyUnit = Literal["kcal", "kJ"]

JOULES: dict[EnergyUnit, int] = {"kcal": 4184, "kJ": 1000}
"""Joules in a unit; the thermochemical kilocalorie is exact by definition (NIST SP 811, 2008, Appendix B)."""

_UNIT_NAMES: dict[str, EnergyUnit] = {
    **dict.fromkeys(("kcal", "cal", "calories", "kilocalories"), "kcal"),
    **dict.fromkeys(("kj", "kilojoules"), "kJ"),
}
_TEXT = re.compile(r"(-?\d{1,7}(?:[.,]\d{1,9})?)\s*([a-z]+)", re.IGNORECASE)


@total_ordering
class Energy:
    """An energy such as `650 kcal`; equal energies in different units compare equal."""

    __slots__ = ("unit", "value")

    value: Decimal
    unit: EnergyUnit

    def __init__(self, value: Decimal | int | str, unit: EnergyUnit) -> None:
        number = Decimal(value)
        if not number.is_finite():
            raise ValueError(f"an energy must be a finite number, not {value}")
        object.__setattr__(self, "value", number)
        object.__setattr__(self, "unit", unit)

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"an energy can't be changed, {name} neither")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `650 kcal`, `2720 kJ` or `650 calories`; raises ValueError, on an energy below zero as well."""
        match = _TEXT.fullmatch(text.strip())
        unit = _UNIT_NAMES.get(match[2].lower()) if match else None
        if not match or not unit:
            raise ValueError(f"expected {cls.describe()}, found {text[:40]!r}")
        if match[1].startswith("-"):
            raise ValueError(f"an energy can't be below zero; found {text[:40]!r}")
        return cls(match[1].replace(",", "."), unit)

    @classmethod
    def describe(cls) -> str:
        """Say what the text of an energy looks like."""
        return "an energy with its unit such as 650 kcal or 2720 kJ"

    @property
    def joules(self) -> int:
        """The energy in whole joules [J], half a joule to the even one."""
        return int((self.value * JOULES[self.unit]).to_integral_value(ROUND_HALF_EVEN))

    @property
    def kcal(self) -> float:
        """The energy in kilocalories [kcal]."""
        return float(self.value * JOULES[self.unit] / JOULES["kcal"])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Energy) and self._exact == other._exact

    def __lt__(self, other: "Energy") -> bool:
        return self._exact < other._exact

    def __hash__(self) -> int:
        return hash(self._exact)

    @property
    def _exact(self) -> Decimal:
        return self.value * JOULES[self.unit]

    def __str__(self) -> str:
        text = f"{self.value:f}"
        return f"{text.rstrip('0').rstrip('.') if '.' in text else text} {self.unit}"

    def __repr__(self) -> str:
        return f"Energy({str(self.value)!r}, {self.unit!r})"
