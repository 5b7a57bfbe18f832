"""How many reps an athlete will log of an exercise with a load: a probability for each number, from their own history.

Lifters repeat themselves: what they did with this load, after a step like this one, on this day of the week. So every
earlier session of the exercise speaks for the reps it had (`repeat`), for the reps that it says there are in today's
load (`carry over`, by Epley's relation), and for the change of reps that followed it (`change`). How much each is heard
depends on how alike the sessions are: the weights are a softmax over all of them (a Nadaraya-Watson kernel with learnt
features, one for each way of speaking). The parameters are learnt from other athletes (`make strength-parameters`).

This is what will be logged, which is what lifters choose to do as much as what they can do. What they can do is in
`belief`.

References
----------
Nadaraya EA. Theory Probab Appl 1964;9:141-142, doi:10.1137/1109020.
Jacobs RA et al. Neural Comput 1991;3:79-87, doi:10.1162/neco.1991.3.1.79: mixtures of experts with a softmax gate.
Kuleshov V, Fenner N, Ermon S. ICML 2018, arXiv:1807.00263: intervals that hold what they say, learnt from forecasts.
"""

import datetime as dt
import math
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from statistics import NormalDist
from typing import TYPE_CHECKING

import msgspec

from legday.log import LoggedSet
from legday.progress.efforts import log_share, reps_at
from legday.progress.estimates import load_kg

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

MOST_REPS = 40
"""The largest number of reps that is told apart; more count as so many."""

SESSIONS_HEARD = 16
"""How many of the latest sessions of an exercise speak."""

WAYS = ("repeat", "carry over", "change")
FEATURES = (
    "root of the load's ratio", "heavier", "lighter", "same load", "sessions ago", "weeks ago", "same weekday",
    "root of the step's ratio", "same step", "same reps before", "ratio of reps before", "record", "gap alike",
    "latest", "latest, and a record now", "same load before", "one before the latest", "latest with the same load",
    "sets fell",
)  # fmt: skip

_HARDLY = 1e-6  # a rep that is less probable than this is not there
_SAME = 0.004  # loads within so much of each other [ln units] are the same, entered in another unit
LEAST_SPREAD, MOST_SPREAD = 0.1, 8.0
_FILE = Path(__file__).parent / "data" / "rep_forecast.json"


class TopSet(msgspec.Struct, frozen=True, gc=False):
    """The heaviest set of an exercise in a session, of these the one with the most reps; others `fell` short."""

    start: dt.datetime
    kg: float
    reps: float
    fell: bool = False


class ForecastParameters(msgspec.Struct, frozen=True):
    """Weights of the features for each way of speaking, in the order of `WAYS` and `FEATURES`; see `mixture`.

    `scale` are for each way the ln of the spread [reps], its growth with the load's ratio, and its growth with ln of
    the reps. `floor` is the share of what nothing foretells. `held` says by level how much probability an interval must
    hold so that it holds that share of what comes.
    """

    gate: tuple[tuple[float, ...], ...]
    offset: tuple[float, ...]
    scale: tuple[tuple[float, float, float], ...]
    floor: float
    held: dict[str, float] = {}


class RepForecast(msgspec.Struct, frozen=True):
    """The probability of each number of reps, from 1 to `MOST_REPS`; `held` is that of the parameters."""

    probabilities: tuple[float, ...]
    held: dict[str, float] = {}

    @property
    def median(self) -> int:
        """The number of reps that half of the probability does not exceed: the best single guess."""
        total = 0.0
        for reps, probability in enumerate(self.probabilities, start=1):
            total += probability
            if total >= 0.5:
                return reps
        return MOST_REPS

    def chance(self, reps: int) -> float:
        """Return the probability of so many reps or more."""
        return math.fsum(self.probabilities[max(0, reps - 1) :])

    def interval(self, level: float) -> tuple[int, int]:
        """Return the run of reps around the likeliest that holds a share of what comes: 0.5, 0.8 or 0.95.

        Reps are whole, so no run has just 80 % of the probability. The one that comes nearest keeps intervals from
        being too wide on average.
        """
        level = self.held.get(str(level), level)
        chances = self.probabilities
        low = high = max(range(len(chances)), key=chances.__getitem__)
        held = chances[low]
        while True:
            below = chances[low - 1] if low > 0 else -1.0
            above = chances[high + 1] if high + 1 < len(chances) else -1.0
            more = max(below, above)
            if more < 0 or abs(held + more - level) >= abs(held - level):
                return low + 1, high + 1
            held += more
            if above >= below:
                high += 1
            else:
                low -= 1


def top_set(start: dt.datetime, sets: Iterable[LoggedSet]) -> TopSet | None:
    """Return the top set of an exercise in a session, without warm-ups and drops; None if none has load and reps."""
    done = [each for each in sets if each.load is not None and each.load.value > 0 and each.reps and each.reps >= 1]
    chosen = (
        [each for each in done if each.kind not in ("warm-up", "drop")]
        or [each for each in done if each.kind != "drop"]
        or done
    )
    if not chosen:
        return None
    top = max(chosen, key=lambda each: (load_kg(each.load), each.reps or 0))
    fell = any(each.load == top.load and (each.reps or 0) < (top.reps or 0) for each in chosen)
    return TopSet(start, load_kg(top.load), float(top.reps or 0), fell)


def forecast(
    history: Sequence[TopSet],
    start: dt.datetime,
    kg: float,
    parameters: ForecastParameters | None = None,
) -> RepForecast:
    """Tell how many reps will be logged.

    Parameters
    ----------
    history
        The top sets of the exercise's earlier sessions, oldest first, one at least.
    start
        When the session begins.
    kg
        The load [kg].
    parameters
        The shipped ones if None.
    """
    learnt = parameters or forecast_parameters()
    features, values, heard = speakers(history, start, kg)
    return RepForecast(tuple(mixture(learnt, features[None], values[None], heard[None])[0].tolist()), learnt.held)


def forecast_by_strength(strength: tuple[float, float], kg: float) -> RepForecast:
    """Tell how many reps can be done of an exercise that was never logged, from what is believed of its strength.

    Parameters
    ----------
    strength
        Mean and standard deviation of ln of the one-repetition maximum [kg] on the day, its form included.
    kg
        The load [kg]. If not even one rep may be possible, the forecast is of what follows if one is.
    """
    believed = NormalDist(*strength)
    able = [1 - believed.cdf(math.log(kg) + log_share(reps)) for reps in range(1, MOST_REPS + 1)]
    if able[0] < _HARDLY:
        return RepForecast((1.0, *(0.0 for _ in able[1:])))
    exactly = [here - more for here, more in pairwise((*able, 0.0))]
    return RepForecast(tuple(each / able[0] for each in exactly))


@cache
def forecast_parameters() -> ForecastParameters:
    """Return the parameters that legday ships."""
    return msgspec.json.decode(_FILE.read_bytes(), type=ForecastParameters)


def speakers(history: Sequence[TopSet], start: dt.datetime, kg: float) -> "tuple[Array, Array, Array]":
    """Describe who speaks for a number of reps: earlier sessions, the latest first, each in every way.

    Returns
    -------
    features
        Shape (SESSIONS_HEARD, len(FEATURES)): how alike each session is to what is coming.
    values
        Shape (SESSIONS_HEARD, len(WAYS)): the reps that it speaks for in each way.
    heard
        Of the same shape, 1 where there is something to hear.
    """
    import numpy as np

    features = np.zeros((SESSIONS_HEARD, len(FEATURES)))
    values = np.ones((SESSIONS_HEARD, len(WAYS)))
    heard = np.zeros((SESSIONS_HEARD, len(WAYS)))
    last = history[-1]
    step, gap = _ln(kg / last.kg), _days(last.start, start)
    heaviest = [0.0]
    for each in history:
        heaviest.append(max(heaviest[-1], each.kg))
    record = kg > heaviest[-1] * 1.001
    for row, at in enumerate(range(len(history) - 1, max(-1, len(history) - 1 - SESSIONS_HEARD), -1)):
        it, before = history[at], history[at - 1] if at else None
        ratio = _ln(kg / it.kg)
        same, latest, ago = abs(ratio) < _SAME, row == 0, len(history) - at
        features[row, :7] = (
            math.sqrt(abs(ratio)),
            max(ratio, 0.0),
            max(-ratio, 0.0),
            same,
            math.log(ago),
            math.log1p(_days(it.start, start) / 7),
            it.start.weekday() == start.weekday(),
        )
        features[row, 13], features[row, 14] = latest, latest and record
        features[row, 16:] = ago == 2, same and latest, it.fell
        values[row, 0] = it.reps
        values[row, 1] = min(max(reps_at(log_share(it.reps) - ratio), 1.0), MOST_REPS)
        heard[row, :2] = 1
        if before is not None:
            turn = step - _ln(it.kg / before.kg)
            features[row, 7:13] = (
                math.sqrt(abs(turn)),
                abs(turn) < _SAME,
                before.reps == last.reps,
                abs(_ln(before.reps / last.reps)),
                it.kg > heaviest[at] * 1.001,
                abs(math.log1p(_days(before.start, it.start)) - math.log1p(gap)),
            )
            features[row, 15] = abs(_ln(before.kg / last.kg)) < _SAME
            values[row, 2] = min(max(last.reps + it.reps - before.reps, 1.0), MOST_REPS)
            heard[row, 2] = 1
    return features, values, heard


def mixture(learnt: ForecastParameters, features: "Array", values: "Array", heard: "Array") -> "Array":
    """Return the probability of every number of reps, shape (cases, MOST_REPS), for cases stacked on the first axis."""
    import numpy as np

    weights = np.exp(gate(learnt, features, heard))
    weights /= weights.sum(axis=(1, 2), keepdims=True)
    scale = spread(learnt, features, values)
    edges = np.arange(MOST_REPS + 1) + 0.5
    below = laplace((edges - values[..., None]) / scale[..., None])
    held = np.diff(below) / np.maximum(1 - below[..., :1], 1e-9)
    held[..., -1] += 1 - held.sum(axis=-1)  # so many or more
    told: Array = (1 - learnt.floor) * np.einsum("nhw,nhwr->nr", weights, held) + learnt.floor / MOST_REPS
    return told


def gate(learnt: ForecastParameters, features: "Array", heard: "Array") -> "Array":
    """Return ln of the weight of each speaker in each way, up to a constant for each case; -inf where nobody speaks."""
    import numpy as np

    raw = features @ np.array(learnt.gate).T + np.array(learnt.offset)
    raw = np.where(heard > 0, raw, -np.inf)
    loudest: Array = raw.max(axis=(1, 2), keepdims=True)
    return raw - loudest


def spread(learnt: ForecastParameters, features: "Array", values: "Array") -> "Array":
    """Return the spread of what each speaker says [reps], in each way."""
    import numpy as np

    start, by_ratio, by_reps = np.array(learnt.scale).T
    ratio = np.minimum(features[..., 1] + features[..., 2], 0.5)[..., None]
    wide: Array = np.exp(start + by_ratio * ratio + by_reps * np.log(values))
    return np.clip(wide, LEAST_SPREAD, MOST_SPREAD)


def laplace(units: "Array") -> "Array":
    """Return the distribution function of Laplace's distribution."""
    import numpy as np

    tail = 0.5 * np.exp(-np.abs(units))
    below: Array = np.where(units < 0, tail, 1 - tail)
    return below


def _ln(ratio: float) -> float:
    return math.log(max(ratio, 1e-9))


def _days(before: dt.datetime, after: dt.datetime) -> float:
    return max(0.0, (after - before).total_seconds() / 86_400)
