"""Where the days that a method numbers from its rest day fall in an athlete's week."""

from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.programs import Routine


def important_routines(problem: Problem) -> tuple[Routine, Routine | None]:
    """Find the routine of the most important part, and that of the next part which it does not train."""
    routines = problem.program.routines
    first = next(routine for part in problem.ranking for routine in routines if part in routine.parts)
    rest = (part for part in problem.ranking if part not in first.parts)
    second = next((routine for part in rest for routine in routines if part in routine.parts), None)
    return first, second


def penalise_off_day(model: Model, rule: str, routine: Routine, number: int, cost: int) -> None:
    """Make it cost something, each week, when a routine is not trained on a day numbered from the rest day."""
    missed = model.bool(f"{routine.id} not on day {number}")
    for rest_day, first in model.first_day.items():
        session = model.sessions.get((routine.id, rest_day.plus(number - 1)))
        model.cp.add_bool_or(missed, first.negated(), *([] if session is None else [session]))
    about = f"{routine.name} on day {number}"
    model.penalise(rule, "volume", about, cost * len(model.problem.weeks) * missed)
