"""What an athlete can put on: bars, plates, dumbbells, kettlebells and weight stacks, as they own or find them."""

import re
from typing import Self

import msgspec

from legday.catalogue import Equipment
from legday.documents import FieldError
from legday.units import Mass

BARS = (Equipment.BARBELL, Equipment.TRAP_BAR, Equipment.SAFETY_BAR, Equipment.SMITH_MACHINE)
"""The equipment that is a bar with a mass of its own."""

_TEXT = re.compile(r"(\d{1,3})\s*[x×*]\s*(.+)", re.IGNORECASE)
_MOST_PLATES = 200
_HEAVIEST = 500


class Plates:
    """A number of plates of the same mass, both sides of the bar together: `4 x 20 kg`."""

    __slots__ = ("count", "mass")

    count: int
    mass: Mass

    def __init__(self, count: int, mass: Mass) -> None:
        if not 1 <= count <= _MOST_PLATES:
            raise ValueError(f"the number of plates must be between 1 and {_MOST_PLATES}, not {count}")
        _require_mass(mass, "a plate")
        object.__setattr__(self, "count", count)
        object.__setattr__(self, "mass", mass)

    def __setattr__(self, name: str, _: object) -> None:
        raise AttributeError(f"plates can't be changed, {name} neither")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `4 x 20 kg`; raises ValueError."""
        match = _TEXT.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"expected {cls.describe()}, found {text[:40]!r}")
        return cls(int(match[1]), Mass.parse(match[2]))

    @classmethod
    def describe(cls) -> str:
        """Say what the text of plates looks like."""
        return "plates such as 4 x 20 kg, both sides together"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Plates) and (self.count, self.mass) == (other.count, other.mass)

    def __hash__(self) -> int:
        return hash((self.count, self.mass))

    def __str__(self) -> str:
        return f"{self.count} x {self.mass}"

    def __repr__(self) -> str:
        return f"Plates({self.count}, {self.mass!r})"


class Stack(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A weight stack: what the first hole lifts, how much each further hole adds, and the last if it is known."""

    lightest: Mass
    step: Mass
    heaviest: Mass | None = None

    def __post_init__(self) -> None:
        for field in ("lightest", "step"):
            if getattr(self, field).value <= 0:
                raise FieldError(field, f"this must be above zero, not {getattr(self, field)}")
        if self.heaviest is not None and self.heaviest < self.lightest:
            raise FieldError("heaviest", f"this is below the lightest, {self.lightest}")


class Gear(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What can be put on; where nothing is said, what a usual gym has.

    `bars` are the masses of bars, by the bar. `plates` are all there are. `dumbbells` are pairs, `kettlebells`
    single. `stack` is the weight stack of machines and cables, `stacks` those of machines that differ.
    """

    bars: dict[Equipment, Mass] = {}
    plates: tuple[Plates, ...] = ()
    dumbbells: tuple[Mass, ...] = ()
    kettlebells: tuple[Mass, ...] = ()
    stack: Stack | None = None
    stacks: dict[Equipment, Stack] = {}

    def __post_init__(self) -> None:
        for bar, mass in self.bars.items():
            if bar not in BARS:
                raise FieldError("bars", f"{bar} is no bar; name {', '.join(BARS[:-1])} or {BARS[-1]}")
            if not 0 <= mass.kg <= _HEAVIEST:
                raise FieldError(f"bars.{bar}", f"a bar can't weigh {mass}")
        for field in ("dumbbells", "kettlebells"):
            for mass in getattr(self, field):
                try:
                    _require_mass(mass, "each of these")
                except ValueError as error:
                    raise FieldError(field, str(error)) from None
        masses = [plates.mass for plates in self.plates]
        if len(set(masses)) < len(masses):
            raise FieldError("plates", "a mass stands here twice; write how many there are of it once")


def _require_mass(mass: Mass, what: str) -> None:
    if not 0 < mass.kg <= _HEAVIEST:
        raise ValueError(f"{what} must weigh more than 0 and at most {_HEAVIEST} kg, not {mass}")
