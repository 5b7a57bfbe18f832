"""Double entry for energy: whole joules eaten, spent and stored, day by day, so that nothing comes from nowhere.

For every day, and so for every range of days, what was eaten less what was spent is what the stores gained (the first
law). A day whose sums do not tie can't be made.
"""

import datetime as dt
from collections.abc import Iterable
from typing import Literal

import msgspec

from legday.energy.adults import GLYCOGEN_WITH_WATER, JOULES_PER_KCAL
from legday.energy.dynamics import FAT_ENERGY, GLYCOGEN_ENERGY, LEAN_ENERGY

Eaten = Literal["food", "unlogged"]
Spent = Literal[
    "resting", "digestion", "training", "running", "walking", "rest-of-day", "adaptation", "building", "found"
]
Sureness = Literal["logged", "estimated", "guessed"]


class Posting(msgspec.Struct, frozen=True):
    """Energy that was eaten or spent [J], what for, and how well that is known.

    `of` is the id of the thing in the log that it comes from. "logged" is as the athlete entered it, "estimated" comes
    from the model or a formula, and "guessed" stands in for what is not known or was called into question. `why` says
    so in words where it is not logged. Only adaptation and what the scale found can be below zero.
    """

    account: Eaten | Spent
    joules: int
    label: str
    sure: Sureness = "estimated"
    of: str = ""
    why: str = ""


class Stores(msgspec.Struct, frozen=True):
    """Energy in the body's fat, lean tissue and glycogen [J]."""

    fat: int
    lean: int
    glycogen: int

    @property
    def total(self) -> int:
        """All of it [J]."""
        return self.fat + self.lean + self.glycogen

    @property
    def fat_kg(self) -> float:
        """The mass of the fat [kg]."""
        return self.fat / (FAT_ENERGY * JOULES_PER_KCAL)

    @property
    def lean_kg(self) -> float:
        """The mass of the lean tissue with its water [kg]."""
        return self.lean / (LEAN_ENERGY * JOULES_PER_KCAL)

    @property
    def glycogen_kg(self) -> float:
        """The mass of the dry glycogen [kg]."""
        return self.glycogen / (GLYCOGEN_ENERGY * JOULES_PER_KCAL)

    def mass_with(self, fluid: float) -> float:
        """Return the body mass that the stores make with an extracellular fluid [kg]."""
        return self.fat_kg + self.lean_kg + GLYCOGEN_WITH_WATER * self.glycogen_kg + fluid


class LedgerDay(msgspec.Struct, frozen=True):
    """A day: what was eaten and spent, and the stores in the morning before and after it.

    `fluid` is the extracellular fluid [kg], which holds no energy, at the end of the day.
    """

    date: dt.date
    eaten: tuple[Posting, ...]
    spent: tuple[Posting, ...]
    opening: Stores
    closing: Stores
    fluid: float

    def __post_init__(self) -> None:
        if self.energy_in - self.energy_out != self.closing.total - self.opening.total:
            raise ValueError(f"{self.date}: what was eaten less what was spent is not what the stores gained")

    @property
    def energy_in(self) -> int:
        """All that was eaten [J]."""
        return sum(posting.joules for posting in self.eaten)

    @property
    def energy_out(self) -> int:
        """All that was spent [J]."""
        return sum(posting.joules for posting in self.spent)

    @property
    def mass(self) -> float:
        """Body mass at the end of the day by these books [kg]."""
        return self.closing.mass_with(self.fluid)


class Ledger(msgspec.Struct, frozen=True):
    """Days without a gap, each beginning with the stores that the one before it left."""

    days: tuple[LedgerDay, ...]

    def __post_init__(self) -> None:
        for before, after in zip(self.days, self.days[1:], strict=False):
            if after.opening != before.closing or after.date - before.date != dt.timedelta(days=1):
                raise ValueError(f"{after.date} does not go on where {before.date} ended")

    def between(self, first: dt.date, last: dt.date) -> "Ledger":
        """Return the days of a range that there are."""
        return Ledger(tuple(day for day in self.days if first <= day.date <= last))


def to_joules(kcal: float) -> int:
    """Round kilocalories [kcal] to whole joules [J]."""
    return round(kcal * JOULES_PER_KCAL)


def totals(days: Iterable[LedgerDay]) -> dict[Eaten | Spent, int]:
    """Add up what was eaten and spent by account [J], in the order in which the accounts come up."""
    found: dict[Eaten | Spent, int] = {}
    for day in days:
        for posting in (*day.eaten, *day.spent):
            found[posting.account] = found.get(posting.account, 0) + posting.joules
    return found
