"""An exercise in a place of the plan: whether the rules allow it there, how it is then done, and with which load."""

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction

import msgspec

from legday.catalogue import Exercise, Variant
from legday.notation import Scheme, with_load
from legday.planner.layout import excluded, shaped
from legday.planner.loads import starting_load
from legday.planner.plan import ItemLoad, PlannedWeek
from legday.planner.problem import Candidate, Request
from legday.planner.weeks import DELOAD_LOAD, Week
from legday.progress import Strength
from legday.units import Weekday


@dataclass(frozen=True)
class StandIn:
    """An exercise as it is done in a place of the plan, and what its load rests on."""

    exercise: Exercise
    variant: Variant
    scheme: Scheme
    load: ItemLoad | None


def stand_in(
    request: Request,
    slot_id: str,
    date: dt.date,
    week: PlannedWeek,
    sets: int,
    exercise: Exercise,
    variant: Variant,
    strength: Strength | None,
) -> StandIn | None:
    """Put an exercise in a slot of a planned day, done as the rules let it be done.

    Parameters
    ----------
    request
        What the plan was made from.
    slot_id
        The slot that is to be filled.
    date, week
        The day, and the week of the plan that it is in.
    sets
        How many sets.
    strength
        What the log shows of the exercise by now; None if nothing.

    Returns
    -------
    StandIn or None
        None where a rule forbids it, as for pain or missing equipment. The load is what the log shows, lowered only
        in an easy week: the rise of loads over a block is for loads that were known when the plan was made.
    """
    routine, slot = next((r, s) for r in request.program.routines for s in r.slots if s.id == slot_id)
    level, day = request.profile.level, Weekday.of(date)
    candidate = Candidate(day, routine, slot, exercise, variant, slot.scheme(level), 0)
    if excluded(request, candidate):
        return None
    candidate = shaped(request, candidate)
    asked = Week(week.number, Fraction(1), DELOAD_LOAD if week.deload else Fraction(1), week.deload, week.taper)
    known = {exercise.id: strength} if strength else {}
    start = starting_load(msgspec.structs.replace(request, strengths=known, start=date), candidate, asked)
    scheme = with_load(candidate.done(sets, asked), start.load, start.step)
    return StandIn(exercise, variant, scheme, start.told)
