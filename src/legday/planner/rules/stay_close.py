"""A plan that is made again keeps what still stands, catches up on what fits, and changes as little as it can."""

from collections import Counter
from collections.abc import Iterator

from legday.planner.model import Model, Stage
from legday.planner.rule import Rule
from legday.planner.standing import Place, Standing
from legday.planner.weeks import Week

ELSEWHERE, WHERE_IT_WAITED, DAY_TOUCHED = 2, 1, 4
"""What a change costs: a set that is no longer where it was, or is where none was; a set of work that waited for a
day, put on one; and a day on which anything changes, each week. Our own convention."""

_Alike = tuple[int, frozenset[tuple[Place, int]]]


def _post(model: Model) -> None:
    standing = model.problem.standing
    if standing is None:
        return
    for week, times in _alike(model, standing):
        _keep(model, standing, week, times)
        _change_little(model, standing, week, times)


def _alike(model: Model, standing: Standing) -> Iterator[tuple[Week, int]]:
    """One week of each kind in which the same is planned, with how many there are."""
    problem = model.problem
    found: Counter[_Alike] = Counter()
    first: dict[_Alike, Week] = {}
    for week in problem.weeks:
        key = (problem.kind(week).number, frozenset(standing.planned[week.number].items()))
        found[key] += 1
        first.setdefault(key, week)
    for key, times in found.items():
        yield first[key], times


def _keep(model: Model, standing: Standing, week: Week, times: int) -> None:
    problem, part_week = model.problem, standing.part_week
    kind = problem.kind(week)
    for part in problem.program.parts:
        kept = standing.kept[week.number].get(part, 0)
        owed = part_week.owed.get(part, 0) if part_week else 0
        done = part_week.quarters(part, direct=True) if part_week else 0
        sets = model.quarter_sets(part, kind, direct=True)
        wishes: tuple[tuple[Stage, int], ...] = ("kept", kept), ("caught up", kept + owed if owed else 0)
        for stage, wanted in wishes:
            if wanted:
                missing = model.amount(f"{part} not {stage} in week {week.number}", wanted)
                model.cp.add(missing >= wanted + done - sets)
                about = f"{part} in week {week.number}"
                model.penalise(RULE.id, stage, about, problem.weight(part) * times * missing)


def _change_little(model: Model, standing: Standing, week: Week, times: int) -> None:
    problem, planned = model.problem, standing.planned[week.number]
    kind = problem.kind(week)
    waiting = standing.part_week.waiting if standing.part_week else frozenset()
    touched = {day: model.bool(f"{day} of week {week.number} changes") for day in problem.days}
    for candidate in problem.candidates:
        if problem.is_free(candidate.day, week):
            continue
        sets, used, day = model.sets[candidate.id, kind.number], model.uses[candidate.id], touched[candidate.day]
        before = planned.get((candidate.day, candidate.work), 0)
        if before:
            apart = model.amount(f"{candidate.id} apart in week {week.number}")
            model.cp.add(apart >= sets - before)
            model.cp.add(apart >= before - sets)
            model.cp.add(sets == before).only_enforce_if(day.negated())
            taken = model.amount(f"{candidate.id} taken in week {week.number}", before)
            model.cp.add(taken >= before - sets)
            if candidate.slot.part is not None:
                weight = problem.weight(candidate.slot.part)
                model.penalise(RULE.id, "kept", f"{candidate.id} in week {week.number}", weight * times * taken)
            cost = ELSEWHERE * apart
        else:
            model.cp.add(used <= day)
            cost = (WHERE_IT_WAITED if candidate.work in waiting else ELSEWHERE) * sets
        model.penalise(RULE.id, "change", f"{candidate.id} in week {week.number}", times * cost)
    for day, changes in touched.items():
        model.penalise(RULE.id, "change", f"{day} in week {week.number}", times * DAY_TOUCHED * changes)


RULE = Rule(
    id="stay-close",
    sentence="A plan that is made again keeps what still stands, catches up on what fits, and changes little else.",
    source="M8",
    hard=False,
    post=_post,
)
