"""Body mass as it was weighed, one number a day, and its trend."""

import datetime as dt
from collections import defaultdict
from statistics import fmean

from legday.energy import MOST_DAYS, ObservedDay, TrendDay, mass_trend
from legday.log import Log
from legday.progress.estimates import KG_OF


def weighed_days(log: Log, until: dt.date, since: dt.date = dt.date.min) -> tuple[ObservedDay, ...]:
    """Return the days with a body mass [kg], oldest first; several weigh-ins of a day are one, their mean.

    Parameters
    ----------
    log
        What was measured.
    until, since
        The last day and the first; what is dated later than the last is a slip.
    """
    masses: dict[dt.date, list[float]] = defaultdict(list)
    checked: set[dt.date] = set()
    for measure in log.measures:
        if measure.kind != "body-mass" or not since <= measure.date <= until or measure.value <= 0:
            continue
        masses[measure.date].append(float(measure.value) * KG_OF["lb" if measure.unit == "lb" else "kg"])
        if measure.checked:
            checked.add(measure.date)
    return tuple(ObservedDay(day, fmean(masses[day]), checked=day in checked) for day in sorted(masses))


def body_mass_trend(log: Log, until: dt.date, since: dt.date = dt.date.min) -> tuple[TrendDay, ...]:
    """Filter what was weighed between two days from water and error; see `legday.energy.mass_trend`.

    What is older than `MOST_DAYS` is left out.
    """
    first = until.toordinal() - MOST_DAYS + 1
    return mass_trend(weighed_days(log, until, max(since, dt.date.fromordinal(max(first, 1)))))
