"""The parts of a set line as frozen typed values: targets, loads, effort, techniques, progression."""

from decimal import Decimal
from fractions import Fraction
from typing import Literal

import msgspec

from legday.units import Mass

MOST = 9999
"""The largest number a set line may hold."""


def require(sound: bool, sentence: str) -> None:
    """Raise ValueError with a sentence unless something holds."""
    if not sound:
        raise ValueError(sentence)


def require_number(number: int | Decimal, what: str, least: int = 1, most: int = MOST) -> None:
    """Raise ValueError unless a number is within its bounds."""
    if not least <= number <= most:
        raise ValueError(f"{what} must be between {least} and {most}, not {number}")


def _require_above_zero(number: Decimal, what: str, most: int = MOST) -> None:
    if not 0 < number <= most:
        raise ValueError(f"{what} must be above 0 and at most {most}, not {number:f}")


class Count(msgspec.Struct, frozen=True, order=True):
    """A whole number or a range of them: `12`, `8-12`."""

    low: int
    high: int

    def __post_init__(self) -> None:
        if not 0 <= self.low <= self.high:
            raise ValueError(f"a range runs from low to high, not from {self.low} to {self.high}")
        require_number(self.high, "a number", 0)

    @property
    def middle(self) -> float:
        """The middle of the range."""
        return (self.low + self.high) / 2


# --- targets: what one link of a set asks for ---------------------------------------------------------------


class Reps(msgspec.Struct, frozen=True, tag="reps"):
    """So many reps, or steps of a walking lunge."""

    count: Count
    unit: Literal["reps", "steps"] = "reps"

    def __post_init__(self) -> None:
        require_number(self.count.low, self.unit)


class MaxReps(msgspec.Struct, frozen=True, tag="max"):
    """As many reps as there are: `max`."""


class Hold(msgspec.Struct, frozen=True, tag="hold"):
    """A position held for some seconds [s]: `hold 90s`."""

    seconds: Count

    def __post_init__(self) -> None:
        require_number(self.seconds.low, "the seconds of a hold")


class Interval(msgspec.Struct, frozen=True, tag="interval"):
    """Movement kept up for some seconds [s]: `30s`, `5 min`."""

    seconds: Count

    def __post_init__(self) -> None:
        require_number(self.seconds.low, "the seconds of an interval")


Target = Reps | MaxReps | Hold | Interval


# --- loads --------------------------------------------------------------------------------------------------


class MassLoad(msgspec.Struct, frozen=True, tag="mass"):
    """A load in kilograms or pounds, as the implement is marked: `@ 100 kg`."""

    mass: Mass

    def __post_init__(self) -> None:
        _require_above_zero(self.mass.value, "a load")


class PercentLoad(msgspec.Struct, frozen=True, tag="percent"):
    """A share of the one-repetition maximum [%]: `@ 75%`."""

    percent: Decimal

    def __post_init__(self) -> None:
        _require_above_zero(self.percent, "a percentage of the one-rep max", 200)


class BodyweightLoad(msgspec.Struct, frozen=True, tag="bodyweight"):
    """The body, with a mass added or (negative) taken away by assistance: `@ bw + 10 kg`."""

    extra: Mass | None = None

    def __post_init__(self) -> None:
        extra = self.extra
        require(extra is None or 0 < abs(extra.value) <= MOST, f"a mass on the body can't be {extra}")

    @property
    def adds(self) -> bool:
        """Whether a mass is added to the body, which could come off."""
        return self.extra is not None and self.extra.value > 0


class PlateLoad(msgspec.Struct, frozen=True, tag="plates"):
    """A number of equal plates: `@ 4 plates`."""

    plates: int

    def __post_init__(self) -> None:
        require_number(self.plates, "the plates")


class PinLoad(msgspec.Struct, frozen=True, tag="pin"):
    """The pin of a weight stack in a hole, counted from the lightest: `@ pin 8`."""

    pin: int

    def __post_init__(self) -> None:
        require_number(self.pin, "the pin")


Load = MassLoad | PercentLoad | BodyweightLoad | PlateLoad | PinLoad


class MassStep(msgspec.Struct, frozen=True, tag="mass"):
    """A change of load by a mass: `100 lb`."""

    mass: Mass

    def __post_init__(self) -> None:
        _require_above_zero(self.mass.value, "a change of load")


class PercentStep(msgspec.Struct, frozen=True, tag="percent"):
    """A change of load by a share [%] of the load the chain began with: `20%`."""

    percent: Decimal

    def __post_init__(self) -> None:
        require(0 < self.percent < 100, f"a change of load must be above 0% and below 100%, not {self.percent:f}%")


class PlateStep(msgspec.Struct, frozen=True, tag="plates"):
    """A change of load by plates: `1 plate`."""

    plates: int

    def __post_init__(self) -> None:
        require_number(self.plates, "the plates")


class PinStep(msgspec.Struct, frozen=True, tag="pins"):
    """A change of load by pins: `2 pins`."""

    pins: int

    def __post_init__(self) -> None:
        require_number(self.pins, "the pins")


LoadStep = MassStep | PercentStep | PlateStep | PinStep


class Drop(msgspec.Struct, frozen=True):
    """How much comes off between the links of a chain, and whether the chain runs until nothing is left."""

    step: LoadStep
    until_empty: bool = False

    def share_of(self, load: Load | None) -> Fraction | None:
        """Share of the first load (or of what is added to the body) that one drop takes off, if known."""
        match self.step, load:
            case PercentStep(), BodyweightLoad(adds=False):
                return None
            case PercentStep(percent=percent), _:
                return Fraction(percent) / 100
            case MassStep(mass=step), MassLoad(mass=whole) | BodyweightLoad(extra=Mass() as whole, adds=True):
                return step.kg / whole.kg
            case PlateStep(plates=plates), PlateLoad(plates=all_plates):
                return Fraction(plates, all_plates)
            case PinStep(pins=pins), PinLoad(pin=pin):
                return Fraction(pins, pin)
        return None

    def links_until_empty(self, load: Load | None) -> int | None:
        """Count the links of a chain that runs until nothing is left, None if that can't be told."""
        share = self.share_of(load)
        if share is None:
            return None
        if isinstance(load, BodyweightLoad):  # the last link is done with the body alone
            return 1 // share + 1
        return -(-1 // share)


# --- circumstances ------------------------------------------------------------------------------------------

Circumstance = Literal["partner", "cage"]


class Condition(msgspec.Struct, frozen=True):
    """True when at least one of these is at hand: `if partner or cage`."""

    any_of: tuple[Circumstance, ...]

    def __post_init__(self) -> None:
        require(0 < len(self.any_of) == len(set(self.any_of)), "a condition names each circumstance once")

    def holds(self, circumstances: frozenset[Circumstance]) -> bool:
        """Whether one of them is at hand."""
        return any(circumstance in circumstances for circumstance in self.any_of)


# --- effort -------------------------------------------------------------------------------------------------


class Rir(msgspec.Struct, frozen=True, tag="rir"):
    """Repetitions in reserve when the set ends: `rir 1-2`."""

    count: Count


class Rpe(msgspec.Struct, frozen=True, tag="rpe"):
    """Rating of perceived exertion, 1 to 10 in halves; 10 - RPE is taken as RIR (Zourdos 2016): `rpe 8.5`."""

    value: Decimal

    def __post_init__(self) -> None:
        require(
            1 <= self.value <= 10 and self.value * 2 % 1 == 0,
            f"an RPE is 1 to 10 in halves, not {self.value:f}",
        )


class ToFailure(msgspec.Struct, frozen=True, tag="failure"):
    """Until no further rep can be done: `to failure`."""


class NotToFailure(msgspec.Struct, frozen=True, tag="not-to-failure"):
    """For the pump, well short of failure: `not to failure`."""


EffortGoal = Rir | Rpe | ToFailure | NotToFailure


class Effort(msgspec.Struct, frozen=True):
    """How near to failure a set goes, perhaps only under a condition: `to failure if cage else rir 2`."""

    goal: EffortGoal
    condition: Condition | None = None
    otherwise: EffortGoal | None = None

    def __post_init__(self) -> None:
        require(self.otherwise is None or self.condition is not None, "'else' needs an 'if' before it")


# --- what is added to a set ---------------------------------------------------------------------------------


class Forced(msgspec.Struct, frozen=True, tag="forced"):
    """Reps past failure that a partner helps up: `forced 2`."""

    reps: int

    def __post_init__(self) -> None:
        require_number(self.reps, "the forced reps")


class Negative(msgspec.Struct, frozen=True, tag="negative"):
    """Reps helped up and lowered over some seconds [s]: `negative 6s`, `negative 3 x 6s`."""

    seconds: int
    reps: int = 1

    def __post_init__(self) -> None:
        require_number(self.seconds, "the seconds of a negative")
        require_number(self.reps, "the negative reps")


class Partials(msgspec.Struct, frozen=True, tag="partials"):
    """Part-range reps after the full ones: `partials 5`."""

    reps: int

    def __post_init__(self) -> None:
        require_number(self.reps, "the partial reps")


class Pulses(msgspec.Struct, frozen=True, tag="pulses"):
    """Small, quick movements at the hardest point: `pulses 10`."""

    reps: int

    def __post_init__(self) -> None:
        require_number(self.reps, "the pulses")


class RestPause(msgspec.Struct, frozen=True, tag="rest-pause"):
    """A short rest [s] beside the load, then on with the set, so many times: `rest-pause 15s x 2`."""

    seconds: int
    times: int = 1

    def __post_init__(self) -> None:
        require_number(self.seconds, "the seconds of a rest-pause")
        require_number(self.times, "the rest-pauses")


class Myo(msgspec.Struct, frozen=True, tag="myo"):
    """Mini-sets after the set that activates: `myo 3-5 x 4 rest 10s`."""

    reps: Count
    sets: int
    rest_seconds: int

    def __post_init__(self) -> None:
        require_number(self.reps.low, "the reps of a mini-set")
        require_number(self.sets, "the mini-sets")
        require_number(self.rest_seconds, "the seconds between mini-sets")


Technique = Forced | Negative | Partials | Pulses | RestPause | Myo


class AddOn(msgspec.Struct, frozen=True):
    """Techniques added to a set, from which set on, on which condition, and what takes their place if not."""

    techniques: tuple[Technique, ...]
    from_set: int = 1
    condition: Condition | None = None
    otherwise: tuple[Technique, ...] = ()

    def __post_init__(self) -> None:
        require(len(self.techniques) > 0, "nothing is added here; name a technique such as 'forced 2'")
        require_number(self.from_set, "the set that techniques begin with")
        require(not self.otherwise or self.condition is not None, "'else' needs an 'if' before it")

    @property
    def always(self) -> bool:
        """Whether it belongs to every set, whatever the circumstances."""
        return self.from_set == 1 and self.condition is None


CUES = (
    "point",
    "flex",
    "toes-out",
    "toes-in",
    "toes-forward",
    "heels",
    "wide",
    "narrow",
    "high",
    "low",
    "long",
    "short",
    "upright",
    "lean",
    "full",
    "half",
    "slow",
    "fast",
    "squeeze",
)
"""The words for how reps are done: feet, stance, foot height, stride, torso, range, speed."""


class Cue(msgspec.Struct, frozen=True):
    """A way of doing the reps, for so many of them, or for the rest of the set: `point 6 then flex`."""

    name: str
    reps: int | None = None

    def __post_init__(self) -> None:
        require(self.name in CUES, f"{self.name!r} is no cue; choose from {', '.join(CUES)}")
        require_number(1 if self.reps is None else self.reps, "the reps of a cue")


class Tempo(msgspec.Struct, frozen=True):
    """Seconds [s] of the four phases of a rep; None is as fast as possible: `tempo 3-1-x-0`."""

    eccentric: int
    stretched: int
    concentric: int | None
    shortened: int

    def __post_init__(self) -> None:
        for seconds in (self.eccentric, self.stretched, self.concentric or 0, self.shortened):
            require_number(seconds, "the seconds of a phase", 0, 60)


class Pause(msgspec.Struct, frozen=True):
    """A stop in every rep [s], in the stretched or the shortened position: `pause 2s bottom`."""

    seconds: int
    at: Literal["bottom", "top"] = "bottom"

    def __post_init__(self) -> None:
        require_number(self.seconds, "the seconds of a pause")


# --- progression --------------------------------------------------------------------------------------------


class LinearProgression(msgspec.Struct, frozen=True, tag="linear"):
    """More load after every session in which all reps were done: `progress 2.5 kg`."""

    step: LoadStep


class DoubleProgression(msgspec.Struct, frozen=True, tag="double"):
    """First reps up to the top of the range, then load: `progress double 2.5 kg`."""

    step: LoadStep


class RirProgression(msgspec.Struct, frozen=True, tag="rir"):
    """Fewer reps in reserve week by week: `progress rir 3 to 1`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        require(self.start > self.end >= 0, "reps in reserve go down, such as 'progress rir 3 to 1'")
        require_number(self.start, "the reps in reserve")


Progression = LinearProgression | DoubleProgression | RirProgression
