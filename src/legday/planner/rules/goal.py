"""The athlete's goal is told, and where it asks for reps in reserve they are kept."""

from legday.notation import Count, Effort, NotToFailure, Reps, Rir, Scheme
from legday.planner.easing import in_reserve
from legday.planner.goals import GOALS
from legday.planner.problem import Candidate, Problem, Request
from legday.planner.rule import Placed, Rule


def _shape(request: Request, candidate: Candidate) -> Scheme:
    scheme, least = candidate.scheme, GOALS[request.profile.goal].least_reserve
    if least is None or candidate.slot.is_preparation or not isinstance(scheme.links[0], Reps):
        return scheme
    goal = scheme.effort.goal if scheme.effort else None
    enough = isinstance(goal, NotToFailure) or (isinstance(goal, Rir) and goal.count.low >= least)
    if enough and scheme.role != "work" and not scheme.add_ons:
        return scheme
    return in_reserve(scheme, scheme.effort if enough else Effort(Rir(Count(least, least + 1))))


def _why(problem: Problem, placed: Placed) -> str | None:
    effect = GOALS[problem.profile.goal]
    slot = placed.candidate.slot
    if slot.id in effect.borrows or RULE.id in placed.candidate.shaped_by:
        return effect.sentence
    leads = bool(effect.ranking) and not problem.profile.ranking and slot.part is effect.ranking[0]
    return effect.sentence if leads else None


RULE = Rule(
    id="goal",
    sentence="The goal leads the ranking, adds what serves it, and keeps reps in reserve where it asks for that.",
    source="F4, M6",
    hard=True,
    order=35,
    shape=_shape,
    why=_why,
)
