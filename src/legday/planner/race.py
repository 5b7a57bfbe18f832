"""What a race asks of the days and weeks around it, by its distance."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

from legday.planner.profile import Race

DAY = dt.timedelta(days=1)


@dataclass(frozen=True)
class Approach:
    """How a race of up to so many metres [m] is approached and left: weeks of taper, free days, easy weeks."""

    meters: float
    taper_weeks: int
    free_before: int
    free_after: int
    easy_weeks_after: int


APPROACHES = (
    Approach(15_000, taper_weeks=1, free_before=3, free_after=2, easy_weeks_after=0),
    Approach(30_000, taper_weeks=2, free_before=4, free_after=3, easy_weeks_after=1),
    Approach(float("inf"), taper_weeks=3, free_before=5, free_after=7, easy_weeks_after=2),
)
"""Races of up to 15 km, of up to 30 km, and longer ones.

Taper: tapers of one to three weeks help, two weeks most (Bosquet et al. 2007, Med Sci Sports Exerc 39:1358,
doi:10.1249/mss.0b013e31806010e0; Wang et al. 2023, PLoS One 18:e0282838, doi:10.1371/journal.pone.0282838), and
recreational marathon runners did best after strict ones of three (Smyth and Lawlor 2021, Front Sports Act Living
3:735220, doi:10.3389/fspor.2021.735220). Free days before: what a session of strength training costs a runner lasts
for hours to days (Doma et al. 2017, Sports Med 47:2187, doi:10.1007/s40279-017-0758-3); three are what that asks for,
and one or two more before longer races are our own convention. After it: seven days after a marathon the legs are
still weaker than before (Sherman et al. 1984, J Appl Physiol 57:1668, doi:10.1152/jappl.1984.57.6.1668); the days
after shorter races and the easy weeks are our own convention.
"""

USUAL = APPROACHES[1]
"""How a race is approached whose distance is not told."""

TAPER_SHARES = (Fraction(1, 2), Fraction(3, 5), Fraction(4, 5))
"""What is left of a day's sets in the last week before a race, and in the weeks before that, the last one first. With
the days that stay free that takes about half of the sets of two weeks away (41-60 % in Bosquet et al. 2007)."""

_MIDDLE = 3 * DAY


def approach_of(race: Race) -> Approach:
    """Return how a race is approached."""
    if race.distance is None:
        return USUAL
    return next(each for each in APPROACHES if race.distance.meters <= each.meters)


def is_free(race: Race, date: dt.date) -> bool:
    """Whether a day stays free of legs because of a race."""
    approach = approach_of(race)
    return -approach.free_before <= (date - race.date).days <= approach.free_after


def taper_week(race: Race, start: dt.date) -> int | None:
    """Which week of the taper the week from a day on is, counted back from the race, from 1; None where it is none.

    A week is where most of its days are: the first before the race if at least four of its days are among the seven
    before it.
    """
    days = (race.date - start - _MIDDLE).days
    number = (days + 6) // 7
    return number if 1 <= number <= approach_of(race).taper_weeks else None


def is_recovery(race: Race, start: dt.date) -> bool:
    """Whether most days of the week from a day on are in the easy weeks after a race, its own day the first of them."""
    days = (start + _MIDDLE - race.date).days
    return 0 <= days < 7 * approach_of(race).easy_weeks_after


def weeks_around(race: Race, start: dt.date, total: int) -> tuple[dict[int, Fraction], set[int]]:
    """Return the numbers of the weeks of a block that a race shapes: with the shares of a taper, and easy ones."""
    starts = {number: start + (number - 1) * 7 * DAY for number in range(1, total + 1)}
    taper = {number: TAPER_SHARES[week - 1] for number, first in starts.items() if (week := taper_week(race, first))}
    return taper, {number for number, first in starts.items() if is_recovery(race, first)}
