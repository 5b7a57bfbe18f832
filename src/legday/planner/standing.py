"""How a plan stands when it is made again: what is still planned, what waits for a day, and what is settled."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from legday.anatomy import Part
from legday.units import Weekday

Work = tuple[str, str, str]
"""An exercise in a place of the method: the slot, the exercise and its variant."""
Place = tuple[Weekday, Work]
"""Work on a day."""


@dataclass(frozen=True)
class PartWeek:
    """A week that is planned again by itself: what is settled of it, and what waits for a day.

    Hard sets are in quarters of a set.

    Parameters
    ----------
    effective, direct
        What was done of each part: with indirect sets in part, and direct.
    trained
        The parts trained on each day that is settled.
    sessions
        How often each routine was done.
    resting
        Parts that must not be trained on a day: because of the day before or after, or because they are sore.
    waiting
        The work that was missed, cut short, or planned for a day that fell out.
    owed
        The hard sets of each part that wait.
    fullest, fullest_of
        The hard sets of the fullest session that the week had, and the most of each part in one of them.
    hams_behind
        By how much three times the hams fall behind the quads if nothing is changed.
    """

    effective: Mapping[Part, int]
    direct: Mapping[Part, int]
    trained: Mapping[dt.date, frozenset[Part]]
    sessions: Mapping[str, int]
    resting: frozenset[tuple[Part, Weekday]]
    waiting: frozenset[Work]
    owed: Mapping[Part, int]
    fullest: int
    fullest_of: Mapping[Part, int]
    hams_behind: int = 0

    def quarters(self, part: Part, *, direct: bool) -> int:
        """The hard sets of a part that were done."""
        return (self.direct if direct else self.effective).get(part, 0)

    @property
    def days(self) -> frozenset[dt.date]:
        """The days on which legs were trained."""
        return frozenset(self.trained)

    def days_of(self, part: Part | None) -> frozenset[dt.date]:
        """The days on which a part was trained."""
        return frozenset(date for date, parts in self.trained.items() if part in parts)


@dataclass(frozen=True)
class Standing:
    """A plan that holds, as far as it can still be changed.

    Parameters
    ----------
    planned
        For each week that is planned again, by its number, the sets of all work on the days that can be changed.
    kept
        For each of these weeks the hard sets of each part in it, in quarters.
    most_days
        The most days of a week on which legs may be trained.
    part_week
        What is settled, where but one week is planned again by itself.
    """

    planned: Mapping[int, Mapping[Place, int]]
    kept: Mapping[int, Mapping[Part, int]]
    most_days: int
    part_week: PartWeek | None = None

    @property
    def weeks(self) -> frozenset[int]:
        """The numbers of the weeks that are planned again."""
        return frozenset(self.planned)
