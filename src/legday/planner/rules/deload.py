"""A block of four weeks or more ends with an easy week: half the sets, far from failure, less load."""

from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule
from legday.planner.weeks import Week


def _post(model: Model) -> None:
    problem = model.problem
    for easy, full in _easy_after_full(problem):
        for candidate in problem.candidates:
            trains = candidate.slot.part is not None
            if trains and not any(problem.is_free(candidate.day, week) for week in (easy, full)):
                lighter, usual = (model.sets[candidate.id, week.number] for week in (easy, full))
                about = f"half of {candidate.exercise.id} on {candidate.day} in easy week {easy.number}"
                model.require(RULE.id, about, 2 * lighter <= usual + 1)


def _easy_after_full(problem: Problem) -> list[tuple[Week, Week]]:
    """Each easy week with the last full one before it, as the model tells weeks apart."""
    found: dict[tuple[Week, Week], None] = {}
    full = None
    for week in problem.weeks:
        if not week.is_light:
            full = week
        elif week.deload and full:
            found[problem.kind(week), problem.kind(full)] = None
    return list(found)


def _why(problem: Problem, placed: Placed) -> str | None:
    if not placed.week.deload or placed.candidate.slot.is_preparation:
        return None
    tired = next((answer.because for answer in problem.request.answers if answer.kind == "deload"), None)
    if tired and placed.week.number == 1:
        return f"This is an easy week: half the sets, far from failure. {tired}"
    return "This is the easy week: half the sets, far from failure, so that you start the next block fresh."


RULE = Rule(
    id="deload",
    sentence="A block of four weeks or more ends with an easy week of half the sets.",
    source="Bell et al. 2023, Sports Med Open 9:87, doi:10.1186/s40798-023-00633-0",
    hard=True,
    post=_post,
    why=_why,
)
