"""What was done of each exercise in a session, as far as its energy depends on it: reps, loads, seconds, rests."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from legday.catalogue import Exercise, load_catalogue
from legday.energy.movements import Movement, load_movements, movement_of
from legday.log import LoggedSession, LoggedSet, PartKind, SetPart
from legday.units import Mass

Corners = tuple[float, float, float]
"""A number where it is lowest, best and highest."""

SAME: Corners = (1.0, 1.0, 1.0)
ONE_OR_BOTH: Corners = (1.0, 2.0, 2.0)
"""How often the reps of an exercise that is done on each side are done, where the log does not say which side."""
BOTH_OR_EACH: Corners = (1.0, 1.0, 2.0)
"""The same of steps in turn: apps count them all together or for each leg."""

REST: Corners = (60.0, 120.0, 180.0)
"""The rest after a set [s] where neither the plan nor the length of the session tells it; our own convention, around
what the set language takes for usual."""
PAUSE: Corners = (5.0, 15.0, 30.0)
"""The same after a stretch or a time on the bike [s]."""
QUICKEST, LONGEST_RESTS = 0.7, 2.5
"""A logged length is believed if reps took no less than this share of the usual time, and rests no more than so many
times the usual one; our own convention."""

WALKING_SPEED = 1.3
"""Metres in a second [m/s] where a carry was logged in metres; our own convention."""
LONGEST_LIFT = 4 * 3600.0
"""No set takes longer [s]; what is beyond it was typed wrong."""

SPANS = {"full": 1.2, "parallel": 1.0, "half": 0.6, "lengthened": 0.6, "shortened": 0.5}
"""The share of a parallel squat's range that other ranges have; our own convention."""
PART_SPANS: dict[PartKind, float] = {"partials": 0.5, "pulses": 0.2}
"""The share of the range that is left in such reps; our own convention."""
_SHORT_RESTS = ("stretching", "yoga")


@dataclass(frozen=True, slots=True)
class Lift:
    """A set, or a part of one, of an exercise.

    `seconds` is the time of moving or holding where it is known, else the reps tell it. `kg` is what is moved beside
    the body [kg], None where it is not known. `span` is the share of the usual range. `sides` is how often the reps
    are done. Lifts that are only `lowered` were helped up.
    """

    reps: float = 0.0
    seconds: float = 0.0
    kg: float | None = 0.0
    span: float = 1.0
    sides: Corners = SAME
    lowered: bool = False


@dataclass(frozen=True, slots=True)
class Bout:
    """What was done of one exercise, or is planned.

    `kind` names its movement, and `seconds` is how long it took with its rests [s].
    """

    exercise: str
    name: str
    kind: str
    movement: Movement
    sets: int
    lifts: tuple[Lift, ...]
    seconds: Corners

    def active(self, corner: int) -> float:
        """The time of moving and holding [s]."""
        return sum(active_seconds(lift, self.movement) * lift.sides[corner] for lift in self.lifts)


def active_seconds(lift: Lift, movement: Movement) -> float:
    """The time of moving or holding of a lift on one side [s]."""
    return min(lift.seconds or lift.reps * movement.rep, LONGEST_LIFT)


def rest_after(movement: Movement) -> Corners:
    """The rest after a set of a kind of movement [s], where nothing tells it."""
    effort = load_movements().effort_of(movement)
    return PAUSE if effort.steady or movement.effort in _SHORT_RESTS else REST


def span_of(exercise: Exercise, variant: str | None) -> float:
    """The range of a variant as a share of the usual one's."""
    ranges = {each.id: SPANS.get(each.range_of_motion or "", 1.0) for each in exercise.variants}
    usual = ranges[exercise.variants[0].id]
    return ranges.get(variant or "", usual) / usual


def moved_kg(exercise: Exercise | None, load: Mass | None) -> float | None:
    """What is moved beside the body [kg], by what the load of an exercise means; None where that is not known."""
    if load is None:
        return 0.0 if exercise is not None and exercise.load in ("bodyweight", "none") else None
    return float(load.kg) * (2 if exercise is not None and exercise.load == "dumbbells" else 1)


def logged_bouts(session: LoggedSession, seconds: float | None = None) -> tuple[tuple[Bout, ...], bool]:
    """Put the sets of a logged session together by exercise, in the order in which each began.

    Parameters
    ----------
    session
        The session.
    seconds
        How long it took [s], in place of what was logged.

    Returns
    -------
    bouts
        One for each exercise; sets whose name is not settled go by their name.
    fits
        Whether a length was known, and fits what was done. If not, the rests are estimated.
    """
    by_name: dict[str, list[LoggedSet]] = {}
    for done in session.sets:
        by_name.setdefault(done.exercise or done.name, []).append(done)
    bouts = tuple(_bout(key, sets) for key, sets in by_name.items())
    length = session.seconds if seconds is None else seconds
    if not length or not bouts:
        return bouts, False
    moving = sum(bout.active(1) for bout in bouts)
    resting = sum(bout.seconds[1] for bout in bouts) - moving
    if not QUICKEST * moving <= length <= moving + LONGEST_RESTS * resting:
        return bouts, False
    quick = min(1.0, length / moving) if moving else 1.0
    share = max(0.0, length - moving) / resting
    return tuple(_lasting(bout, quick, share) for bout in bouts), True


def _lasting(bout: Bout, quick: float, share: float) -> Bout:
    """Give a bout so much of its usual time of moving, and so much of its usual rests."""
    active = bout.active(1)
    seconds = quick * active + share * (bout.seconds[1] - active)
    return replace(bout, seconds=(seconds, seconds, seconds))


def _bout(key: str, sets: Sequence[LoggedSet]) -> Bout:
    exercise = load_catalogue().exercises.get(key)
    kind, movement = movement_of(key)
    rest = rest_after(movement)
    rests = sum(0.5 if done.side else 1.0 for done in sets)  # the other side follows at once
    lifts = tuple(lift for done in sets for lift in _lifts(exercise, done))
    bout = Bout(key, exercise.name if exercise else sets[0].name, kind, movement, len(sets), lifts, rest)
    low, best, high = (bout.active(corner) + rests * rest[corner] for corner in range(3))
    return replace(bout, seconds=(low, best, high))


def _lifts(exercise: Exercise | None, done: LoggedSet) -> Iterator[Lift]:
    sides = _sides(exercise, done)
    span = span_of(exercise, done.variant) if exercise else 1.0
    seconds = float(done.seconds or 0)
    if not seconds and not done.reps and done.meters:
        seconds = float(done.meters) / WALKING_SPEED
    yield Lift(float(done.reps or 0), seconds, moved_kg(exercise, done.load), span, sides)
    for part in done.parts:
        load = done.load if part.load is None else part.load
        yield part_lift(part, moved_kg(exercise, load), span, sides)


def part_lift(part: SetPart, kg: float | None, span: float, sides: Corners) -> Lift:
    """What followed inside a set: part-range reps move less far, negatives are only lowered."""
    share = span * PART_SPANS.get(part.kind, 1.0)
    return Lift(float(part.reps or 0), float(part.seconds or 0), kg, share, sides, part.kind == "negative")


def _sides(exercise: Exercise | None, done: LoggedSet) -> Corners:
    if exercise is None or done.side is not None:
        return SAME
    variant = next((each for each in exercise.variants if each.id == done.variant), None)
    sides = (variant.sides if variant else None) or exercise.sides
    return {"both": SAME, "each": ONE_OR_BOTH, "alternating": BOTH_OR_EACH}[sides]
