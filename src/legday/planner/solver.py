"""Solving a problem stage by stage to proven optima, and finding the demands that can't hold together."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cmp_to_key
from typing import Any

from legday.anatomy import Part
from legday.planner.model import STAGES, STAGES_AGAIN, Guard, Model, Stage
from legday.planner.problem import Candidate, Problem
from legday.planner.rules import RULES
from legday.planner.standing import Standing
from legday.planner.weeks import Week
from legday.units import Weekday

MOST_WORK = 20.0
"""Deterministic seconds that one stage may take; the same on every machine, unlike seconds of a clock."""


@dataclass(frozen=True)
class StageCost:
    """What one stage came to: its cost, the proven bound, and what the cost is made of by rule."""

    stage: Stage
    cost: int
    bound: int
    spent: dict[str, int]

    @property
    def gap(self) -> float:
        """How far the cost is from the bound, 0 to 1."""
        return (self.cost - self.bound) / max(1, abs(self.cost))


@dataclass(frozen=True)
class Solution:
    """The decisions of a solved problem, or what stands in the way of any. `first_day` is the method's day 1."""

    problem: Problem
    chosen: tuple[Candidate, ...]
    sets: dict[tuple[str, int], int]
    part_order: dict[Weekday, tuple[Part, ...]]
    stages: tuple[StageCost, ...]
    seconds: float
    first_day: Weekday = Weekday.SUNDAY
    conflict: tuple[Guard, ...] = ()

    @property
    def feasible(self) -> bool:
        """Whether there is a plan."""
        return not self.conflict

    @property
    def gap(self) -> float:
        """The largest gap of any stage."""
        return max((reached.gap for reached in self.stages), default=0.0)

    def sets_in(self, candidate: Candidate, week: Week) -> int:
        """The sets of a chosen candidate in a week."""
        return self.sets[candidate.id, self.problem.kind(week).number]


Demand = Callable[[Model], None]
"""Something asked of a plan on top of its rules, such as that an exercise is in it."""


def solve(problem: Problem, demands: Sequence[Demand] = (), *, given_up: frozenset[Guard] = frozenset()) -> Solution:
    """Find the best plan: each stage is brought to its optimum and held there while the next is solved.

    The search is deterministic: one worker, a fixed seed and a limit on work, not on time.

    Parameters
    ----------
    demands
        What is asked on top of the rules.
    given_up
        Demands of hard rules that need not be kept.
    """
    from ortools.sat.python import cp_model

    began = time.perf_counter()
    model = _post_all(Model(problem, given_up=given_up), demands)
    solver = _solver()
    if problem.standing:
        _hint_at(model, problem.standing)
    stages: list[StageCost] = []
    for stage in STAGES_AGAIN if problem.standing else STAGES:
        objective = model.objective(stage)
        if isinstance(objective, int):  # nothing costs in this stage
            stages.append(StageCost(stage, 0, 0, {}))
            continue
        model.cp.minimize(objective)
        status = solver.solve(model.cp)
        if status == cp_model.INFEASIBLE:
            conflict = find_conflict(problem, demands, given_up=given_up)
            return Solution(problem, (), {}, {}, (), time.perf_counter() - began, conflict=conflict)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            raise RuntimeError(f"the solver ended with {solver.status_name(status)} in stage {stage}")
        cost = round(solver.objective_value)
        bound = cost if status == cp_model.OPTIMAL else round(solver.best_objective_bound)
        stages.append(StageCost(stage, cost, bound, _spent(model, stage, solver)))
        model.cp.add(objective <= cost)
        _hint(model, solver)
    return _solution(model, solver, tuple(stages), time.perf_counter() - began)


def find_conflict(
    problem: Problem, demands: Sequence[Demand] = (), *, given_up: frozenset[Guard] = frozenset()
) -> tuple[Guard, ...]:
    """Find a smallest set of demands of the hard rules that can't hold together: without any one of them, they can.

    The core comes from assumptions on a copy of the model without an objective, and is shrunk by leaving out one
    demand after the other.
    """
    model = _post_all(Model(problem, guarded=True, given_up=given_up), demands)
    by_index = {literal.index: guard for guard, literal in model.guards.items()}
    core = _core(model, list(model.guards.values()))
    assert core is not None, "a conflict was asked for where there is none"  # noqa: S101
    kept = [model.guards[by_index[index]] for index in sorted(core)]
    for literal in list(kept):
        without = [other for other in kept if other is not literal]
        if _core(model, without) is not None:
            kept = without
    return tuple(by_index[literal.index] for literal in kept)


def _post_all(model: Model, demands: Sequence[Demand]) -> Model:
    for rule in RULES:
        rule.post(model)
    for demand in demands:
        demand(model)
    return model


def _core(model: Model, literals: list[Any]) -> list[int] | None:
    from ortools.sat.python import cp_model

    model.cp.clear_assumptions()
    model.cp.add_assumptions(literals)
    solver = _solver()
    if solver.solve(model.cp) != cp_model.INFEASIBLE:
        return None
    return list(solver.sufficient_assumptions_for_infeasibility())


def _solver() -> Any:
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.linearization_level = 2  # closes the counting stages some times faster
    solver.parameters.symmetry_level = 0  # days are hardly ever alike, and looking for it takes half of the work
    solver.parameters.random_seed = 1
    solver.parameters.max_deterministic_time = MOST_WORK
    return solver


def _spent(model: Model, stage: Stage, solver: Any) -> dict[str, int]:
    spent: dict[str, int] = {}
    for penalty in model.penalties:
        cost = solver.value(penalty.cost) if penalty.stage == stage else 0
        if cost:
            spent[penalty.rule] = spent.get(penalty.rule, 0) + cost
    return dict(sorted(spent.items()))


def _hint_at(model: Model, standing: Standing) -> None:
    """Let the search begin at the plan as it stands."""
    for week in model.problem.kinds:
        planned = standing.planned[week.number]
        for candidate in model.problem.candidates:
            sets = planned.get((candidate.day, candidate.work), 0)
            if not isinstance(model.sets[candidate.id, week.number], int):
                model.cp.add_hint(model.sets[candidate.id, week.number], sets)
    first = standing.planned[next(iter(model.problem.kinds)).number]
    for candidate in model.problem.candidates:
        model.cp.add_hint(model.uses[candidate.id], (candidate.day, candidate.work) in first)


def _hint(model: Model, solver: Any) -> None:
    model.cp.clear_hints()  # type: ignore[no-untyped-call]
    sets = (sets for sets in model.sets.values() if not isinstance(sets, int))
    for variable in (*model.sessions.values(), *model.uses.values(), *sets, *model.before.values()):
        model.cp.add_hint(variable, solver.value(variable))


def _solution(model: Model, solver: Any, stages: tuple[StageCost, ...], seconds: float) -> Solution:
    problem = model.problem
    chosen = tuple(candidate for candidate in problem.candidates if solver.boolean_value(model.uses[candidate.id]))
    sets = {
        (candidate.id, week.number): solver.value(model.sets[candidate.id, week.number])
        for candidate in chosen
        for week in problem.kinds
    }
    orders = {}
    for day in problem.days:
        parts = [part for part in problem.program.parts if solver.boolean_value(model.trains[part, day])]

        def compare(a: Part, b: Part, day: Weekday = day) -> int:
            return -1 if solver.boolean_value(model.precedes(day, a, b)) else 1

        orders[day] = tuple(sorted(parts, key=cmp_to_key(compare)))
    first_day = next(day for day, first in model.first_day.items() if solver.boolean_value(first))
    return Solution(problem, chosen, sets, orders, stages, seconds, first_day)
