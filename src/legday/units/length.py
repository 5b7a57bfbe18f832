"""Distances in kilometres or miles and heights of people, kept as they were entered."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Literal, Self

DistanceUnit = Literal["km", "mi"]

METERS_PER_MILE = Fraction(1609344, 1000)
"""Metres in an international mile, exact by definition (NIST Special Publication 811, 2008, Appendix B)."""

_TEXT = re.compile(r"(\d{1,4}(?:[.,]\d{1,3})?)\s*(km|mi|miles?|k)", re.IGNORECASE)


class Distance:
    """A distance such as `10 km` or `13.1 mi`."""

    __slots__ = ("unit", "value")

    value: Decimal
    unit: DistanceUnit

    def __init__(self, value: Decimal | int | str, unit: DistanceUnit) -> None:
        object.__setattr__(self, "value", Decimal(value))
        object.__setattr__(self, "unit", unit)

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a distance can't be changed, {name} neither")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `10 km` or `13.1 mi`; raises ValueError."""
        match = _TEXT.fullmatch(text.strip())
        if not match:
            raise ValueError(f"expected {cls.describe()}, found {text[:40]!r}")
        return cls(match[1].replace(",", "."), "km" if match[2].lower().startswith("k") else "mi")

    @classmethod
    def describe(cls) -> str:
        """Say what the text of a distance looks like."""
        return "a distance such as 10 km or 6.2 mi"

    @property
    def meters(self) -> Fraction:
        """The distance in metres [m], exact."""
        return Fraction(self.value) * (1000 if self.unit == "km" else METERS_PER_MILE)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Distance) and self.meters == other.meters

    def __hash__(self) -> int:
        return hash(self.meters)

    def __str__(self) -> str:
        text = f"{self.value:f}"
        return f"{text.rstrip('0').rstrip('.') if '.' in text else text} {self.unit}"

    def __repr__(self) -> str:
        return f"Distance({str(self.value)!r}, {self.unit!r})"


_HEIGHT = re.compile(r"(\d{1,3}(?:[.,]\d{1,3})?)\s*(cm|m)?", re.IGNORECASE)
_FEET = re.compile(r"(\d)\s*(?:ft|')\s*(?:(\d{1,2}(?:\.\d)?)\s*(?:in|\"|'')?)?", re.IGNORECASE)
_METERS_PER_INCH = Fraction(254, 10_000)


class Height:
    """How tall somebody is, such as `178 cm` or `5 ft 10 in`."""

    __slots__ = ("exact", "text")

    exact: Fraction
    text: str

    def __init__(self, exact: Fraction, text: str) -> None:
        object.__setattr__(self, "exact", exact)
        object.__setattr__(self, "text", text)

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"a height can't be changed, {name} neither")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `178 cm`, `1.78 m` or `5 ft 10 in`; a bare number below 3 is in metres, else in centimetres.

        Raises ValueError.
        """
        if match := _FEET.fullmatch(text.strip()):
            inches = Fraction(match[2] or "0")
            said = f"{match[1]} ft" + (f" {match[2]} in" if match[2] else "")
            return cls((int(match[1]) * 12 + inches) * _METERS_PER_INCH, said)
        match = _HEIGHT.fullmatch(text.strip())
        if not match:
            raise ValueError(f"expected {cls.describe()}, found {text[:40]!r}")
        number = match[1].replace(",", ".")
        unit = (match[2] or ("m" if Fraction(number) < 3 else "cm")).lower()
        return cls(Fraction(number) / (1 if unit == "m" else 100), f"{number} {unit}")

    @classmethod
    def describe(cls) -> str:
        """Say what the text of a height looks like."""
        return "a height such as 178 cm or 5 ft 10 in"

    @property
    def meters(self) -> float:
        """The height in metres [m]."""
        return float(self.exact)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Height) and self.exact == other.exact

    def __hash__(self) -> int:
        return hash(self.exact)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Height({self.exact!r}, {self.text!r})"
