"""What the athlete asks for: hard wishes are kept, soft ones as far as they pay."""

from itertools import permutations
from typing import Any

from legday.planner.costs import PLACEMENT
from legday.planner.model import Model
from legday.planner.problem import Candidate, Problem
from legday.planner.rule import Placed, Rule
from legday.planner.wishes import Wish


def _demands(model: Model, wish: Wish) -> list[tuple[Any, int, str]]:
    """Say a wish in terms of the model: amounts, each with what it is compared with, and how: `<=`, `>=` or `==`."""
    problem = model.problem
    part_week = problem.part_week
    days = [day for day in problem.days if wish.day in (None, day)]
    chosen = [c for c in problem.candidates if c.exercise.id in wish.exercises and c.day in days and c.slot.part]
    uses = sum(model.uses[candidate.id] for candidate in chosen)
    part_days = [trains for (part, day), trains in model.trains.items() if part is wish.part and day in days]
    match wish.kind:
        case "include":
            return [(uses, 1, ">=")]
        case "exclude":
            return [(uses, 0, "<=")]
        case "sets":
            weeks = [week for week in problem.kinds if not week.is_light]
            return [(sum(model.sets[c.id, week.number] for c in chosen), wish.number, "==") for week in weeks]
        case "part-on":
            return [(sum(part_days), 1, ">=")]
        case "no-part-on":
            return [(sum(part_days), 0, "<=")]
        case "times":
            done = len(part_week.days_of(wish.part)) if part_week else 0
            return [(sum(part_days), max(0, wish.number - done), "==")]
        case "before":
            orders = permutations(problem.program.parts, 2)
            pairs = [(part, later) for part, later in orders if part is wish.part and wish.other in (None, later)]
            in_order = [model.precedes(day, part, later) for day in days for part, later in pairs]
            return [(sum(in_order), len(in_order), ">=")]
        case "minutes":
            return [(model.seconds(day, week), 60 * wish.number, "<=") for day in days for week in problem.kinds]
        case "shift":
            return []  # weighed by the rule `shift`
        case "legs-on":
            return [(sum(model.leg_day[day] for day in days), wish.number, "==")]
        case "days":
            done = len(part_week.days) if part_week else 0
            return [(sum(model.leg_day.values()), max(0, wish.number - done), "<=")]


def _post(model: Model) -> None:
    for wish in model.problem.profile.wishes:
        for amount, bound, comparison in _demands(model, wish):
            constraints = []
            if comparison in (">=", "==") and not model.problem.part_week:  # the day for it may be over
                constraints.append(amount >= bound)
            if comparison in ("<=", "=="):
                constraints.append(amount <= bound)
            if not constraints:
                continue
            if wish.is_soft:
                _prefer(model, wish, constraints)
            else:
                model.require(RULE.id, wish.text, *constraints)


def _prefer(model: Model, wish: Wish, constraints: list[Any]) -> None:
    broken = model.bool(f"wish {wish.text}")
    for constraint in constraints:
        model.cp.add(constraint).only_enforce_if(broken.negated())
    model.penalise(RULE.id, "volume", wish.text, PLACEMENT * len(model.problem.weeks) * broken)


def _why(problem: Problem, placed: Placed) -> str | None:
    kept = [f"'{wish}'" for wish in problem.profile.wishes if _bears_on(wish, placed.candidate)]
    return f"You asked for {' and '.join(kept)}." if kept else None


def _bears_on(wish: Wish, candidate: Candidate) -> bool:
    if wish.day not in (None, candidate.day) or wish.kind in ("exclude", "no-part-on", "days", "shift"):
        return False
    if wish.exercises:
        return candidate.exercise.id in wish.exercises
    return candidate.slot.part is not None and wish.part in (None, candidate.slot.part)


RULE = Rule(
    id="wish",
    sentence="What you ask for is kept, or weighed where you say that you prefer it.",
    source="your wishes",
    hard=True,
    negotiable=True,
    post=_post,
    why=_why,
)
