"""The work of the legs falls in the weeks before a race, and its load stays."""

from legday.planner.model import Model
from legday.planner.problem import Problem
from legday.planner.rule import Placed, Rule
from legday.planner.weeks import Week


def _post(model: Model) -> None:
    problem = model.problem
    for taper, full in _tapers_after_full(problem):
        for candidate in problem.candidates:
            trains = candidate.slot.part is not None
            if trains and not any(problem.is_free(candidate.day, week) for week in (taper, full)):
                fewer, usual = (model.sets[candidate.id, week.number] for week in (taper, full))
                left, of = taper.share.as_integer_ratio()
                about = f"{left}/{of} of {candidate.exercise.id} on {candidate.day} in week {taper.number}"
                model.require(RULE.id, about, of * fewer <= left * usual + of - 1)


def _tapers_after_full(problem: Problem) -> list[tuple[Week, Week]]:
    """Each week of the taper with the last full one before it, as the model tells weeks apart."""
    found: dict[tuple[Week, Week], None] = {}
    full = None
    for week in problem.weeks:
        if not week.is_light:
            full = week
        elif week.taper and full:
            found[problem.kind(week), problem.kind(full)] = None
    return list(found)


def _why(problem: Problem, placed: Placed) -> str | None:
    week, race = placed.week, problem.profile.race
    if not week.taper or race is None or placed.candidate.slot.is_preparation:
        return None
    return f"Your race on {race.date.isoformat()} is near: {float(week.share):.0%} of the sets, as heavy as before."


RULE = Rule(
    id="race-taper",
    sentence="In the 1 to 3 weeks before a race, by its distance, the sets fall to 80, 60 and 50 %; the load stays.",
    source="F3; Bosquet et al. 2007, Med Sci Sports Exerc 39:1358, doi:10.1249/mss.0b013e31806010e0",
    hard=True,
    post=_post,
    why=_why,
)
