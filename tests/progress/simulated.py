"""Athletes whose true strength is known: they train, and their logs show it through noise, planned stops and steps.

What they are made of:

- Day to day, a one-repetition maximum varies by 4.2 % (the median of 32 studies), of which a part is the test itself
  (Grgic et al. 2020, Sports Med Open 6:31, doi:10.1186/s40798-020-00260-z). Here the day's form is 1.2 %, what each
  exercise adds 1.8 %, and whole reps add 1 %: 2.4 % together. A twentieth of all days are bad, 5 % below the others.
- Progress is 0.2 to 3 % a week. Powerlifters gain 7.5-12.5 % in their first year of competing, 0.2 % a week (Latella
  et al. 2022, SportRxiv preprint 218); beginners gain that in weeks.
- Reps at a load follow Epley's relation, and each set takes 3 % of what is left; both are our own convention.
- A layoff costs 1 % a week from its second week on, won back in half the time; our own convention.
"""

import datetime as dt
from dataclasses import dataclass, field
from decimal import Decimal
from math import exp, floor, log
from random import Random
from typing import Literal

from legday.log import Log, LoggedSession, LoggedSet
from legday.progress import TrailPoint
from legday.units import Mass

MONDAY = dt.date(2026, 1, 5)
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)

EXERCISES: dict[str, tuple[str, float, float]] = {
    "squat": ("quads", 100.0, 2.5),
    "leg-press": ("quads", 180.0, 5.0),
    "leg-extension": ("quads", 60.0, 2.5),
    "romanian-deadlift": ("hams", 90.0, 2.5),
    "lying-leg-curl": ("hams", 45.0, 2.5),
    "standing-calf-raise": ("calves", 110.0, 5.0),
}
"""Exercises with their part, their strength at the start [kg], and the step of their load [kg]."""

FORM, OWN = 0.012, 0.018
BAD_DAYS, BAD = 0.05, 0.05
SET_COST = 0.03
ROUNDING = 0.01  # of whole reps: a thirtieth of the load, evenly spread
TOP, LOW = 12, 6  # of the range of reps: the load rises when all sets reach the top, falls below the low end
MISRATED = (-1, 0, 0, 0, 1)  # by so many reps athletes misjudge what they have in reserve
_WEEKDAYS = {1: (0,), 2: (0, 3), 3: (0, 2, 4)}

Stops = Literal["at-failure", "as-planned", "with-reserve"]
"""How sets end: at failure; at the top of the range, nothing said; or there, with the reps in reserve logged."""


@dataclass(frozen=True)
class Course:
    """How an athlete's strength goes: percent a week by part, and what changes when.

    `plateaus` are parts whose progress ends with a week; `declines` what they then lose [% a week]. In `layoff`, from
    one week to another, nothing is trained.
    """

    per_week: float = 1.0
    plateaus: dict[str, float] = field(default_factory=dict)
    declines: dict[str, float] = field(default_factory=dict)
    slowing: float | None = None
    layoff: tuple[float, float] | None = None

    def gain(self, part: str, week: float) -> float:
        """Strength gained by a week [ln units]."""
        end = self.plateaus.get(part, week)
        trained = min(week, end)
        lost = 0.0
        if self.layoff and week > self.layoff[0]:
            start, back = self.layoff
            trained -= min(week, back) - start if start < end else 0
            lost = 0.01 * max(0.0, min(week, back) - start - 1)
            lost = max(0.0, lost - 0.02 * max(0.0, week - back))
        rate = self.per_week / 100
        gained = rate * trained if self.slowing is None else rate * self.slowing * (1 - exp(-trained / self.slowing))
        return gained - lost - self.declines.get(part, 0) / 100 * max(0.0, week - end)


@dataclass(frozen=True)
class Simulated:
    """An athlete's log, the true strength on each training day [ln kg], and what the log shows, straight from it."""

    log: Log
    truth: dict[str, dict[dt.date, float]]
    trails: dict[str, tuple[TrailPoint, ...]]


def simulate(
    seed: int,
    weeks: int,
    course: Course = Course(),
    times: int = 2,
    stops: Stops = "at-failure",
    exercises: tuple[str, ...] = tuple(EXERCISES),
    deload_every: int | None = None,
) -> Simulated:
    """Let an athlete train for so many weeks, so many times a week."""
    random = Random(seed)  # noqa: S311 - for simulation
    loads = {name: _step_down(EXERCISES[name][1] / (1 + 10 / 30), EXERCISES[name][2]) for name in exercises}
    sessions: list[LoggedSession] = []
    truth: dict[str, dict[dt.date, float]] = {name: {} for name in exercises}
    trails: dict[str, list[TrailPoint]] = {name: [] for name in exercises}
    for number in range(weeks):
        for weekday in _WEEKDAYS[times]:
            week = number + weekday / 7
            if course.layoff and course.layoff[0] <= week < course.layoff[1]:
                continue
            date = MONDAY + number * WEEK + weekday * DAY
            easy = deload_every is not None and number % deload_every == deload_every - 1
            form = random.gauss(0, FORM) - (BAD if random.random() < BAD_DAYS else 0)
            logged: list[LoggedSet] = []
            for name in exercises:
                part, start, step = EXERCISES[name]
                truth[name][date] = log(start) + course.gain(part, week)
                strength = truth[name][date] + form + random.gauss(0, OWN)
                load = _step_down(loads[name] * 0.85, step) if easy else loads[name]
                sets, point = _train(random, name, strength, load, date, "as-planned" if easy else stops)
                logged += sets
                trails[name].append(point)
                if not easy and all(done.reps is not None and done.reps >= TOP for done in sets):
                    loads[name] += step
                elif not easy and sets[0].reps is not None and sets[0].reps < LOW:
                    loads[name] = max(step, _step_down(loads[name] * 0.95, step))
            start_at = dt.datetime.combine(date, dt.time(18))
            sessions.append(LoggedSession(start_at, "Legs", tuple(logged), id=f"s{date:%Y%m%d}"))
    return Simulated(Log(tuple(sessions)), truth, {name: tuple(points) for name, points in trails.items()})


def _train(
    random: Random, name: str, strength: float, load: float, date: dt.date, stops: Stops
) -> tuple[list[LoggedSet], TrailPoint]:
    """Do three sets; the first shows strength, or a bound where it was stopped with reps in hand."""
    sets: list[LoggedSet] = []
    seen, at_least = 0.0, False
    for position in range(3):
        able = 30 * (exp(strength) * (1 - SET_COST * position) / load - 1)
        most = max(1, floor(able))
        reps = most if stops == "at-failure" else min(most, TOP)
        rated = min(5, max(0, most - reps + random.choice(MISRATED))) if stops == "with-reserve" else 0
        sets.append(
            LoggedSet(
                name,
                name,
                position + 1,
                kind="failure" if stops == "at-failure" else "normal",
                reps=Decimal(reps),
                load=Mass(str(load), "kg"),
                rpe=Decimal(10 - rated) if stops == "with-reserve" else None,
            )
        )
        if position == 0:
            seen = log(load * (1 + (reps + rated + 0.5) / 30))
            at_least = rated == 5 or (stops == "as-planned" and most > reps)
    noise = (FORM**2 + OWN**2 + ROUNDING**2) ** 0.5
    return sets, TrailPoint(date, seen, noise, seen, noise, at_least)


def _step_down(load: float, step: float) -> float:
    return max(step, floor(load / step) * step)
