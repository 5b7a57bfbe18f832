"""How long things take: the pace at which a session is estimated."""

import msgspec

from legday.notation.objects import Count, MaxReps, Reps, Target
from legday.notation.scheme import Scheme

WORK_PAUSE = 5
"""The rest [s] at the top without which a work set is none (METHODS P8)."""


class Pace(msgspec.Struct, frozen=True):
    """Assumptions behind every estimate of time; where a set line gives a time itself, that counts.

    A rep of 3 s lies in the middle of the 0.5 to 8 s over which growth does not depend on rep duration
    (Schoenfeld et al. 2015, Sports Med 45:577-585, doi:10.1007/s40279-015-0304-0). The other values are plain
    assumptions, made to be replaced by an athlete's own.

    Attributes
    ----------
    rep_seconds, step_seconds, pulse_seconds
        One rep without a stated tempo, one step of a lunge, one pulse or part-range rep [s].
    max_reps, rest_pause_reps
        The reps expected of `max`, and of a set that goes on after a rest-pause.
    rest_seconds
        The rest after a set where none is stated [s].
    load_change_seconds, side_change_seconds, station_change_seconds
        Moving a pin or stripping a plate, changing sides, going to the next exercise of a group [s].
    """

    rep_seconds: float = 3.0
    step_seconds: float = 1.5
    pulse_seconds: float = 1.0
    max_reps: int = 15
    rest_pause_reps: int = 4
    rest_seconds: float = 120.0
    load_change_seconds: float = 10.0
    side_change_seconds: float = 5.0
    station_change_seconds: float = 15.0

    def rep(self, scheme: Scheme) -> float:
        """Seconds of one rep [s], by the tempo and pause of a scheme."""
        tempo = scheme.tempo
        if tempo is not None:
            up = 1 if tempo.concentric is None else tempo.concentric  # as fast as possible takes about a second
            return float(max(1, tempo.eccentric + tempo.stretched + up + tempo.shortened))
        return self.rep_seconds + (scheme.pause.seconds if scheme.pause else 0)

    def target(self, scheme: Scheme, target: Target) -> float:
        """Seconds of work of one link of a scheme [s]."""
        match target:
            case Reps(count=count, unit="steps"):
                return count.middle * self.step_seconds
            case Reps(count=count):
                return count.middle * self.rep(scheme)
            case MaxReps():
                return self.max_reps * self.rep(scheme)
        return target.seconds.middle

    def rest(self, rest: Count | None) -> float:
        """Seconds of a rest [s], the usual one where none is stated."""
        return self.rest_seconds if rest is None else rest.middle


USUAL_PACE = Pace()
"""The pace that is assumed of everybody."""
