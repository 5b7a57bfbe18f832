"""The weeks of a block: how much of the method each asks for, at which share of the load, and which are easy."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from legday.programs import Level

DELOAD_FROM_WEEKS, WEEKS_BETWEEN_DELOADS = 4, 5
"""A block of at least four weeks ends with a deload, and a long one has one every four to seven weeks.

Bell et al. 2023, Sports Med Open 9:87, doi:10.1186/s40798-023-00633-0: every 4-6 weeks, mostly by fewer sets and more
reps in reserve.
"""

FIRST_WEEK_SHARES = {Level.BEGINNER: Fraction(2, 3), Level.INTERMEDIATE: Fraction(3, 4), Level.ADVANCED: Fraction(1)}
"""The share of the method's sets in the first week; the weeks up to the deload rise evenly to all of them. After a
deload the weeks start halfway between."""
DELOAD_SHARE = Fraction(1, 2)

FIRST_WEEK_LOAD, LATER_START_LOAD, DELOAD_LOAD = Fraction(9, 10), Fraction(95, 100), Fraction(8, 10)
"""Shares of the estimated load in the first week, in the first week after a deload, and in an easy week; the weeks
between rise evenly to all of it. Our own convention, low on purpose."""


Ease = Literal["full", "taper", "easy"]


@dataclass(frozen=True, slots=True)
class Week:
    """A week of the block: its number from 1, the shares of the method's sets and of the load.

    `deload` says that it is easy, `taper` that it leads up to a race: fewer sets, with the load they had.
    """

    number: int
    share: Fraction
    load_share: Fraction
    deload: bool
    taper: bool = False

    @property
    def is_light(self) -> bool:
        """Whether it asks for less than a full week, so that nothing is added to it."""
        return self.deload or self.taper

    @property
    def ease(self) -> Ease:
        """How its sets are done."""
        return "easy" if self.deload else "taper" if self.taper else "full"


def block_weeks(
    level: Level, total: int, *, easy: frozenset[int], later: bool, taper: Mapping[int, Fraction] | None = None
) -> tuple[Week, ...]:
    """Lay out a block of so many weeks for a level.

    Parameters
    ----------
    easy
        Numbers of weeks that must be easy whatever their place, such as those after a race.
    later
        Whether the block follows another one, so that it starts where a stretch after a deload does.
    taper
        The share of the sets in each week of a taper. Such a week has the load that is due, that of the week before
        where it takes the place of an easy one.
    """
    weeks: list[Week] = []
    for cycle, length in enumerate(_cycles(total), start=int(later)):
        has_deload = total >= DELOAD_FROM_WEEKS
        rising = length - has_deload
        first, first_load = FIRST_WEEK_SHARES[level], FIRST_WEEK_LOAD
        if cycle:
            first, first_load = (first + 1) / 2, LATER_START_LOAD
        for step in range(rising):
            part = Fraction(step, max(1, rising - 1))
            share, load = first + (1 - first) * part, first_load + (1 - first_load) * part
            weeks.append(Week(len(weeks) + 1, share, load, deload=False))
        if has_deload:
            weeks.append(Week(len(weeks) + 1, DELOAD_SHARE, DELOAD_LOAD, deload=True))
    done: list[Week] = []
    full_load = FIRST_WEEK_LOAD
    for week in weeks:
        if week.number in easy:
            week = Week(week.number, DELOAD_SHARE, DELOAD_LOAD, deload=True)
        elif taper and week.number in taper:
            load = full_load if week.deload else week.load_share
            week = Week(week.number, taper[week.number], load, deload=False, taper=True)
        full_load = full_load if week.deload else week.load_share
        done.append(week)
    return tuple(done)


def _cycles(total: int) -> list[int]:
    """Split a block into stretches that end with a deload, as even as they can be, the longer ones first."""
    number = max(1, (total + WEEKS_BETWEEN_DELOADS // 2) // WEEKS_BETWEEN_DELOADS)
    length, longer = divmod(total, number)
    return [length + (place < longer) for place in range(number)]
