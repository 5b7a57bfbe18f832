"""A guided ramp test: light sets that find the load of an exercise that the athlete has never logged.

The test begins where even the weakest whom the log leaves possible has many reps left, and rises by so little that the
next set can be done with one rep in reserve, although athletes misjudge what they have left. In Epley's relation with
any divisor, 1RM = w (1 + r / k), a set of 5 that truly left R allows the next load to be
(k + 5 + R) / (k + 6) times as heavy. `RISES` hold this for every k up to 40, when reserves are overrated by two reps or
by a fifth, whichever is more. All of them are our own conventions.

References
----------
Epley B. Poundage chart. Boyd Epley Workout. Lincoln, NE: Body Enterprises; 1985: 1RM = w (1 + r / 30).
Zourdos MC et al. J Strength Cond Res 2021;35(2S):S158-S165, doi:10.1519/JSC.0000000000002995: reps in reserve are
judged worse the more of them there are.
"""

import datetime as dt
import math
from fractions import Fraction
from functools import lru_cache

from legday.notation import USUAL_PACE, Count, NotToFailure, Reps, Scheme
from legday.planner import reserve_of
from legday.progress import Followed
from legday.session import wording
from legday.session.chance import counts_alike
from legday.session.gear import Implement
from legday.session.loading import put_on
from legday.session.model import Loading, PlayStep, RampRise, RampTest
from legday.session.steps import RAMP_UP_REST, Station, rest_after_light_set
from legday.units import Mass

MOST_SETS, LEAST_SETS, REPS = 5, 3, 5
"""The most test sets, the fewest with which a test is begun, and the reps of each."""

RISES = (
    RampRise(10, 2.0, 16),
    RampRise(9, 1.65, 16),
    RampRise(8, 1.3, 16),
    RampRise(7, 1.15, 10),
    RampRise(6, 1.06, 6),
)
"""What follows from answers above 5 reps in reserve, which stand for ranges: 6 for 6-9, 7 for 10-19, 8 for 20-39, 9 for
40-59 and 10 for more. With 5 or fewer the test is over: another set might be one too heavy, if they are misjudged."""
RANGES = {6: 9, 7: 19, 8: 39, 9: 59, 10: math.inf}

MOST_MORE = 40.0
"""No test set is heavier than the one before by more than this [kg]."""

CAUTION = 0.9
"""The share of what the test showed that work sets begin with."""

WEAKEST, FIRST_REPS = 3.0, 20
"""The test begins with what an athlete so many standard deviations below what is believed could lift so many times."""

_FINEST = Fraction(106, 100)  # from one load of the ladder to the next
_MOST_STEPS = 20  # the lightest plates are no heavier than so many of the smallest steps
_LOWEST = Fraction(1, 3)  # of the first load: work sets of many reps may be lighter than it


def ramp_test(
    station: Station, scheme: Scheme, followed: Followed, on: dt.date, spare: float, share: Fraction
) -> tuple[RampTest, tuple[PlayStep, ...]] | None:
    """Make the test sets that find the load of an exercise.

    None where it takes no load, where sets stay far from failure anyway, or where there is no time for the test.

    Parameters
    ----------
    followed
        The log as it was followed: what it says of other exercises bounds the first load.
    spare
        The time there is for the test [s].
    share
        The share of the load found that the work sets take.
    """
    implement, aim = station.implement, scheme.links[0]
    if implement is None or implement.on == "bodyweight" or station.prepares or _is_pump(scheme):
        return None
    if not isinstance(aim, Reps) or aim.unit != "reps":
        return None
    each_side = 2 if scheme.sides != "both" else 1
    seconds = USUAL_PACE.target(scheme, Reps(Count(REPS, REPS))) * each_side
    count = min(MOST_SETS, int(spare // (seconds + RAMP_UP_REST.middle)))
    if count < LEAST_SETS:
        return None
    mean, sd = followed.believed(station.exercise.id, on)
    legs = 1.0 if counts_alike(station, scheme) else 0.5
    least_kg = legs * math.exp(mean - WEAKEST * sd) / (1 + FIRST_REPS / 30)
    first = _first(implement, Mass(f"{least_kg:.4f}", "kg").to(implement.increment.unit))
    shown = aim.count.high + reserve_of(scheme)
    rises = tuple(rise for rise in RISES if REPS + RANGES[rise.reserve] > shown)
    keys = tuple(f"{station.prefix}.w{number}" for number in range(1, count + 1))
    ladder = _ladder(implement, first)
    if len(ladder) == 1:
        return None
    lightest = next(load for load in reversed(ladder) if load.mass <= first)
    rules = RampTest(keys, ladder, rises, MOST_MORE, shown, round(CAUTION * float(share), 3))
    steps = list[PlayStep]()
    for number, key in enumerate(keys, start=1):
        steps += _steps(station, key, number, count, seconds, lightest if number == 1 else None, each_side == 2)
    return rules, tuple(steps)


def how_to_find() -> str:
    """Say how the test finds a load."""
    return (
        "Your log has no set of this exercise. Up to five light test sets come first, beginning with a load that is "
        "light for anyone: say after each how many reps were left, and the load of the work sets follows from it."
    )


def _steps(
    station: Station, key: str, number: int, count: int, seconds: float, load: Loading | None, each_side: bool
) -> tuple[PlayStep, PlayStep]:
    words = f"{REPS} reps{' each side' if each_side else ''}{wording.load(load)}"
    return (
        PlayStep(
            key=key,
            block=station.block,
            kind="set",
            text=f"Test set {number}: {words}; stop early if it gets hard",
            say=wording.spoken(f"Test set: {words}"),
            seconds=seconds,
            set_number=number,
            sets=count,
            set_key=key,
            set_kind="warm-up",
            reps=(REPS, REPS),
            load=load,
        ),
        rest_after_light_set(station, key, number, count),
    )


def _is_pump(scheme: Scheme) -> bool:
    return scheme.effort is not None and isinstance(scheme.effort.goal, NotToFailure)


def _first(implement: Implement, most: Mass) -> Mass:
    """The heaviest load up to a mass, else the lightest there is: the empty bar, the lightest pin or dumbbell."""
    first = put_on(implement, most).mass
    if first.value > 0:
        return first
    return _next(implement, first, first + implement.increment * _MOST_STEPS) or first


@lru_cache(maxsize=256)
def _ladder(implement: Implement, first: Mass) -> tuple[Loading, ...]:
    """The loads that a test can come to, and those below it for work sets of many reps, the lightest first."""
    rung: Mass | None = _first(implement, first * _LOWEST)
    top = first * Fraction(RISES[0].share) ** (MOST_SETS - 1)
    rungs = list[Loading]()
    while rung is not None and (rung <= top or not rungs):
        rungs.append(put_on(implement, rung))
        rung = _next(implement, rung, top)
    return tuple(rungs)


def _next(implement: Implement, mass: Mass, top: Mass) -> Mass | None:
    """The heaviest load that is hardly heavier than another, else the next one up to a bound."""
    found, wished = put_on(implement, mass * _FINEST).mass, mass
    while found <= mass:
        wished += implement.increment
        if wished > top:
            return None
        found = put_on(implement, wished).mass
    return found
