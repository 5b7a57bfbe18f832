"""The runs of a week beside its leg days: which of them give way, what is left, and which comes first on a day."""

import datetime as dt
from collections.abc import Collection, Iterable
from fractions import Fraction

import msgspec

from legday.log import RunKind
from legday.planner.profile import Profile, Run
from legday.units import Distance, Duration, Weekday

HOURS_BETWEEN = 6
"""Hours between a run and legs on the same day [h], as in Doma and Deakin 2013. Trained people lost strength by both in
one session, and not by both on one day (Petré et al. 2021, Sports Med 51:991, doi:10.1007/s40279-021-01426-9)."""

_RUN_FIRST = (
    f"Run first, and train legs at least {HOURS_BETWEEN} h later: legs before a run cost more the day after "
    "(Doma and Deakin 2013, Appl Physiol Nutr Metab 38:651, doi:10.1139/apnm-2012-0362)."
)
_LEGS_FIRST = (
    f"Legs first, and the run at least {HOURS_BETWEEN} h later: strength before endurance built more strength "
    "(Eddens et al. 2018, Sports Med 48:177, doi:10.1007/s40279-017-0784-1)."
)


class PlannedRun(msgspec.Struct, frozen=True):
    """A run of the athlete's week on its date, or the race.

    `traded` says that legs take its place.
    """

    date: dt.date
    kind: RunKind
    distance: Distance | None = None
    time: Duration | None = None
    traded: bool = False

    def __str__(self) -> str:
        size = self.distance or self.time
        return (self.kind if self.kind == "race" else f"{self.kind} run") + (f" of {size}" if size else "")


def planned_runs(profile: Profile, start: dt.date, leg_days: Collection[dt.date]) -> tuple[PlannedRun, ...]:
    """Return the runs of the seven days from `start`, with those that give way to legs.

    Only an easy run gives way, and only where the athlete trades mileage for leg days. On the day of the race nothing
    else is run.
    """
    dates = (start + dt.timedelta(days=number) for number in range(7))
    runs = (_planned_run(profile, date, legs=date in leg_days) for date in dates)
    return tuple(run for run in runs if run is not None)


def _planned_run(profile: Profile, date: dt.date, *, legs: bool) -> PlannedRun | None:
    if profile.race is not None and profile.race.date == date:
        return PlannedRun(date, "race", profile.race.distance)
    run = profile.runs.get(Weekday.of(date))
    if run is None:
        return None
    return PlannedRun(date, run.kind, run.distance, run.time, traded=legs and gives_way(profile, run))


def said_beside(profile: Profile, date: dt.date) -> str:
    """Say what becomes of the run of a day on which legs are trained; empty where there is none."""
    run = _planned_run(profile, date, legs=True)
    if run is None:
        return ""
    if run.traded:
        return f"Legs take the place of your {run}."
    runs_matter = run.kind != "easy" or profile.race is not None or profile.goal == "performance"
    return f"Your {run} is the same day. {_RUN_FIRST if runs_matter else _LEGS_FIRST}"


def gives_way(profile: Profile, run: Run) -> bool:
    """Whether a run gives way to legs on its day: an easy one, where mileage is traded."""
    return profile.trade_mileage and run.kind == "easy"


def trade_rank(profile: Profile, day: Weekday) -> int:
    """Return how many easy runs of the week are shorter than that of a day, which gives way after them."""
    own = _size(profile.runs[day])
    return sum(_size(run) < own for run in profile.runs.values() if run.kind == "easy")


def said_mileage(runs: Iterable[PlannedRun]) -> str:
    """Say what is run in a week beside a race, and what of it gives way to legs; empty where no run has a size."""
    runs = [run for run in runs if run.kind != "race"]
    stays = said_sizes(run for run in runs if not run.traded)
    traded = said_sizes(run for run in runs if run.traded)
    if not traded:
        return f"{stays} to run" if stays else ""
    return f"{stays or 'nothing'} to run; {traded} traded for legs"


def said_sizes(runs: Iterable[PlannedRun]) -> str:
    """Add up runs: `32 km and 1 h`, in the unit of the first; empty where none has a size."""
    runs = tuple(runs)
    distances = [run.distance for run in runs if run.distance is not None]
    seconds = sum(run.time.seconds for run in runs if run.distance is None and run.time is not None)
    words = []
    if distances:
        total = Distance(1, distances[0].unit)
        words.append(f"{float(round(sum(d.meters for d in distances) / total.meters, 1)):g} {total.unit}")
    if seconds:
        words.append(str(Duration(seconds)))
    return " and ".join(words)


_METERS_PER_SECOND = Fraction(1000, 360)
"""The speed at which runs of which only the time is told are compared with others: 6 min/km; our own convention."""


def _size(run: Run) -> Fraction:
    if run.distance is not None:
        return run.distance.meters
    return _METERS_PER_SECOND * run.time.seconds if run.time is not None else Fraction(0)
