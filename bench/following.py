"""How long it takes to follow an athlete's strength: through ten years of training, and by one session more."""

import datetime as dt
from decimal import Decimal
from random import Random

from bench.result import Result, median_seconds
from legday.catalogue import load_catalogue
from legday.log import Log, LoggedSession, LoggedSet
from legday.progress import follow
from legday.units import Mass

SETS, SETS_A_SESSION, YEARS = 30_000, 20, 10
EXERCISES = ("squat", "leg-press", "lying-leg-curl", "bulgarian-split-squat", "standing-calf-raise", "leg-extension")


def ten_years_followed() -> Result:
    load_catalogue()
    log = _log()
    return Result(f"strength followed through {SETS:,} sets", "s", median_seconds(lambda: follow(log), 3), 2)


def one_session_followed() -> Result:
    load_catalogue()
    log = _log()
    before = follow(Log(log.sessions[:-1]))
    return Result(
        "strength followed by one session more", "ms", median_seconds(lambda: follow(log, before), 7) * 1e3, 10
    )


def _log() -> Log:
    """Ten years of training with four of six exercises a session."""
    random, sessions = Random(3), []  # noqa: S311
    number = SETS // SETS_A_SESSION
    for each in range(number):
        start = dt.datetime(2016, 1, 1, 18) + dt.timedelta(days=each * YEARS * 365 // number)
        sets = [
            LoggedSet(
                name, name, place, reps=Decimal(random.randint(5, 12)), load=Mass(random.randint(40, 80) * 2, "kg")
            )
            for name in random.sample(EXERCISES, 4)
            for place in range(1, SETS_A_SESSION // 4 + 1)
        ]
        sessions.append(LoggedSession(start, "Legs", tuple(sets), id=f"s{each}"))
    return Log(tuple(sessions))
