"""What is known of strength before an athlete's log is read: learnt from other athletes' logs, shipped as one file.

`python -m bench.strength learn LOGS` makes the file anew.
"""

from functools import cache
from pathlib import Path

import msgspec

from legday.catalogue import load_catalogue

_FILE = Path(__file__).parent / "data" / "strength_prior.json"


class Levels(msgspec.Struct, frozen=True):
    """A number for the athlete as a whole, for each part, and for each exercise [ln units]."""

    athlete: float
    part: float
    exercise: float


class StrengthPrior(msgspec.Struct, frozen=True):
    """The parameters of `belief`, in ln units.

    `spread` is how far athletes are from what is usual, `walk` how far strength wanders in a day (standard deviations).
    `day` is the standard deviation of a day's form, `noise` that of what a set shows by what ended it. A set that
    later sets fell short of had `fatigue_reserve` left on average. Sets that ended as planned had reserves around
    `plan_reserve` (the mean of an exponential distribution), but for the share `light_share` of them, which were light
    on purpose. `usual` is ln of the usual one-repetition maximum [kg] by exercise and by what the load is on.
    """

    spread: Levels
    walk: Levels
    day: float
    failure_noise: float
    fatigue_noise: float
    rating_noise: float
    fatigue_reserve: float
    plan_reserve: float
    light_share: float
    usual: dict[str, float]
    usual_by_load: dict[str, float]

    def usual_of(self, exercise: str) -> float:
        """Return ln of the usual one-repetition maximum [kg] of an exercise, of one's own, too."""
        if exercise in self.usual:
            return self.usual[exercise]
        known = load_catalogue().exercises.get(exercise)
        return self.usual_by_load[known.load if known and known.load in self.usual_by_load else "barbell"]


@cache
def strength_prior() -> StrengthPrior:
    """Return the parameters that legday ships."""
    return msgspec.json.decode(_FILE.read_bytes(), type=StrengthPrior)
