"""Logs made by hand, and at random, for the tests of statistics."""

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from legday.log import Log, LoggedSession, LoggedSet
from legday.units import Mass

MONDAY = dt.date(2026, 3, 2)
DAY, WEEK = dt.timedelta(days=1), dt.timedelta(weeks=1)
EXERCISES = ("squat", "leg-press", "wall-sit", "lying-leg-curl", "standing-calf-raise", "squat-jump", "nobody-knows")


def one_set(exercise: str | None = "squat", reps: int | None = 8, kg: str | None = "100", **more: Any) -> LoggedSet:
    number = None if reps is None else Decimal(reps)
    return LoggedSet(exercise or "Other", exercise, 1, reps=number, load=Mass(kg, "kg") if kg else None, **more)


def session(day: dt.date, *sets: LoggedSet, hour: int = 18, **more: Any) -> LoggedSession:
    start = dt.datetime.combine(day, dt.time(hour))
    return LoggedSession(start, "Legs", sets, id=f"s{start:%Y%m%d%H}", **more)


_sets = st.builds(
    LoggedSet,
    name=st.just("Set"),
    exercise=st.none() | st.sampled_from(EXERCISES),
    position=st.just(1),
    kind=st.sampled_from(("normal", "warm-up", "drop", "failure", "work")),
    reps=st.none() | st.decimals(0, 40, places=1),
    load=st.none() | st.builds(Mass, st.decimals(0, 200, places=1), st.sampled_from(("kg", "lb"))),
    seconds=st.none() | st.decimals(0, 200, places=0),
    rpe=st.none() | st.decimals(1, 10, places=1),
    side=st.none() | st.sampled_from(("left", "right")),
    pauses=st.none() | st.integers(0, 3),
)
logs = st.dictionaries(st.integers(0, 80), st.lists(_sets, max_size=6), max_size=12).map(
    lambda days: Log(tuple(session(MONDAY + day * DAY, *days[day]) for day in sorted(days)))
)
