"""Where no plan can be made, a smallest set of demands says why: together they can't hold, without any one they can."""

from typing import Any

import pytest

from legday.anatomy import Part
from legday.log import Log
from legday.planner import Plan, make_plan, plan_request
from legday.planner.layout import lay_out
from legday.planner.model import Guard, Model
from legday.planner.problem import Problem, Request
from legday.planner.rules import RULES
from legday.planner.solver import Demand, solve
from legday.programs import find_method
from planning import MONDAY, holds_together, profile_of


def problem_of(method: str = "priority-split", weeks: int = 1, **fields: Any) -> Problem:
    return lay_out(Request(profile_of(**fields), find_method(method), MONDAY, weeks))


def assert_smallest(problem: Problem, conflict: tuple[Guard, ...], *demands: Demand) -> None:
    assert conflict
    assert not holds_together(problem, conflict, demands)
    for spared in conflict:
        assert holds_together(problem, [guard for guard in conflict if guard != spared], demands), spared


def plan_of(**fields: Any) -> Plan:
    return make_plan(profile_of(**fields), Log(), MONDAY, 1)


def use(exercise: str, day: str) -> Demand:
    """Ask for an exercise on a day."""

    def demand(model: Model) -> None:
        wanted = [c for c in model.problem.candidates if c.exercise.id == exercise and c.day == day]
        model.require("own-word", f"{exercise} on {day}", sum(model.uses[c.id] for c in wanted) >= 1)

    return demand


def leave_out(exercise: str) -> Demand:
    """Ask for an exercise to be left out."""

    def demand(model: Model) -> None:
        unwanted = [c for c in model.problem.candidates if c.exercise.id == exercise]
        model.require("own-word", f"{exercise} left out", sum(model.uses[c.id] for c in unwanted) == 0)

    return demand


# --- profiles ---

SHORT: dict[str, Any] = {"days": {"monday": "5 min", "thursday": "5 min"}}


@pytest.mark.parametrize("method", ["priority-split", "circuit"])
def test_five_minutes_are_too_few(method: str) -> None:
    problem = problem_of(method, **SHORT, level="advanced")
    solution = solve(problem)
    assert not solution.feasible
    assert_smallest(problem, solution.conflict)
    assert {guard.about for guard in solution.conflict} >= {
        "legs at least once a week",
        "5 min for legs on monday",
        "5 min for legs on thursday",
    }


def test_a_plan_that_cant_be_made_says_so_in_sentences() -> None:
    plan = plan_of(method="circuit", level="advanced", **SHORT)
    assert (plan.status, plan.weeks, plan.stages) == ("infeasible", (), ())
    assert len(plan.conflict) == 3
    for conflict in plan.conflict:
        assert conflict.sentence == plan.rules[conflict.rule].sentence
        assert plan.rules[conflict.rule].hard


def test_one_long_day_is_enough_among_short_ones() -> None:
    assert plan_of(method="circuit", days={**SHORT["days"], "saturday": "60 min"}).status == "optimal"


def test_nothing_that_may_be_done() -> None:
    """Pain at every joint, and nothing at hand: no exercise of the split is left, and legs can't be trained."""
    joints = ("hip", "knee", "ankle")
    avoid = ["bodyweight-calf-raise", "glute-bridge", "side-lying-hip-abduction"]
    fields: dict[str, Any] = {
        "days": {"monday": "60 min"},
        "place": "bodyweight",
        "pain": [{"joint": joint, "severity": 9} for joint in joints],
        "avoid": avoid,
    }
    problem = problem_of(**fields)
    assert not [candidate for candidate in problem.candidates if candidate.slot.part]
    solution = solve(problem)
    assert [guard.rule for guard in solution.conflict] == ["something-to-do"]
    assert_smallest(problem, solution.conflict)


def test_a_week_of_long_runs_leaves_only_the_calves() -> None:
    runs = {day: ["long-run"] for day in ("monday", "wednesday", "friday")}
    fields: dict[str, Any] = {"days": dict.fromkeys(runs, "60 min"), "other_training": runs}
    plan = plan_of(method="priority-split", **fields)
    assert {part for session in plan.weeks[0].sessions for part in session.parts} == {"calves"}
    problem = problem_of(**fields, avoid=[], lacks=["step"], pain=[{"joint": "ankle", "severity": 8}])
    without_calves = [leave_out("bodyweight-calf-raise"), leave_out("donkey-calf-raise")]
    solution = solve(problem, without_calves)
    assert not solution.feasible
    assert_smallest(problem, solution.conflict, *without_calves)


# --- ways out ---


@pytest.mark.parametrize(
    "fields",
    [
        {"method": "circuit", "level": "advanced", **SHORT},
        {"method": "priority-split", "level": "advanced", **SHORT},
        {"method": "priority-split", "level": "advanced", "days": {"monday": "5 min", "friday": "6 min"}},
        {"method": "circuit", "days": {"monday": "60 min"}, "other_training": {"tuesday": ["long-run"]}}
        | {"avoid": ["single-leg-calf-raise", "bodyweight-calf-raise"]},
    ],
    ids=["circuit", "split", "friday is nearer", "the day before a long run"],
)
def test_ways_out_open_a_plan_the_cheapest_first(fields: dict[str, Any]) -> None:
    plan = plan_of(**fields)
    problem = lay_out(plan.request)
    assert [way.about for way in plan.relaxations] != []
    assert {(way.rule, way.about) for way in plan.relaxations} == {
        (demand.rule, demand.about) for demand in plan.conflict
    }
    opening = [way for way in plan.relaxations if way.opens]
    assert list(plan.relaxations[: len(opening)]) == sorted(opening, key=lambda way: way.cost)
    for way in opening:
        rest = [guard for guard in all_guards(problem) if (guard.rule, guard.about) != (way.rule, way.about)]
        assert holds_together(problem, rest)
        assert way.instead
        assert way.leads_to.startswith("legs on ")


def all_guards(problem: Problem) -> list[Guard]:
    model = Model(problem, guarded=True)
    for rule in RULES:
        rule.post(model)
    return list(model.guards)


def test_the_minutes_that_would_do_are_enough_and_none_fewer() -> None:
    fields: dict[str, Any] = {"method": "circuit", "level": "intermediate"}
    plan = plan_of(days={"monday": "5 min"}, **fields)
    way = next(way for way in plan.relaxations if way.rule == "minutes")
    minutes = int(way.instead.split()[0])
    assert plan_of(days={"monday": f"{minutes} min"}, **fields).status == "optimal"
    assert plan_of(days={"monday": f"{minutes - 1} min"}, **fields).status == "infeasible"


def test_what_protects_the_body_is_no_way_out() -> None:
    plan = plan_of(
        method="circuit",
        days={"monday": "60 min"},
        other_training={"tuesday": ["long-run"]},
        avoid=["single-leg-calf-raise", "bodyweight-calf-raise"],
    )
    assert plan.status == "infeasible"
    for way in plan.relaxations:
        assert plan.rules[way.rule].hard
        assert not (way.rule == "long-run-apart" and way.opens)


# --- what is asked for on top ---

DAYS = {"monday": "90 min", "tuesday": "90 min", "thursday": "90 min"}


def test_an_exercise_in_and_out_at_once() -> None:
    problem = problem_of(days=DAYS)
    demands = (use("leg-press", "monday"), leave_out("leg-press"))
    solution = solve(problem, demands)
    assert {guard.about for guard in solution.conflict} == {"leg-press on monday", "leg-press left out"}
    assert_smallest(problem, solution.conflict, *demands)


def test_a_part_on_two_days_running() -> None:
    problem = problem_of(days=DAYS)
    demands = (use("leg-press", "monday"), use("leg-press", "tuesday"))
    solution = solve(problem, demands)
    assert not solution.feasible
    assert {guard.about for guard in solution.conflict} >= {"leg-press on monday", "leg-press on tuesday"}
    assert len(solution.conflict) == 3  # the two wishes, and recovery or the number of sessions a week
    assert_smallest(problem, solution.conflict, *demands)


def test_hams_without_calves() -> None:
    problem = problem_of(days={"thursday": "90 min"}, place="bodyweight")
    demands = (
        use("hamstring-bridge", "thursday"),
        leave_out("bodyweight-calf-raise"),
        leave_out("single-leg-calf-raise"),
    )
    solution = solve(problem, demands)
    assert not solution.feasible
    assert "needs-part" in {guard.rule for guard in solution.conflict}
    assert len(solution.conflict) == 4
    assert_smallest(problem, solution.conflict, *demands)


def test_quads_without_hams() -> None:
    problem = problem_of("circuit", days={"monday": "90 min"}, place="bodyweight")
    works_hams = {each.exercise.id for each in problem.candidates if each.share_for(Part.HAMS)}
    assert "hamstring-bridge" in works_hams
    demands = (use("wall-sit", "monday"), *(leave_out(exercise) for exercise in sorted(works_hams)))
    solution = solve(problem, demands)
    assert not solution.feasible
    assert "front-back-balance" in {guard.rule for guard in solution.conflict}
    assert_smallest(problem, solution.conflict, *demands)


def test_more_than_the_minutes_hold() -> None:
    problem = problem_of("circuit", weeks=4, days={"monday": "15 min"}, level="advanced")
    demands = tuple(use(exercise, "monday") for exercise in ("heel-raised-squat", "wall-sit", "hamstring-bridge"))
    solution = solve(problem, demands)
    assert not solution.feasible
    assert "minutes" in {guard.rule for guard in solution.conflict}
    assert_smallest(problem, solution.conflict, *demands)


def test_the_same_conflict_is_found_every_time() -> None:
    request = Request(profile_of(**SHORT, level="advanced"), find_method("priority-split"), MONDAY, 4)
    first, second = plan_request(request), plan_request(request)
    assert first.conflict == second.conflict != ()
