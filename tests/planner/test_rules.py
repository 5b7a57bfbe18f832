"""What holds of every rule: hard means kept, and what a person may give up is a way out that opens."""

from dataclasses import replace
from typing import Any

import pytest
from reasons import false_reasons

from legday.anatomy import Part
from legday.log import Log
from legday.planner import Plan, make_plan
from legday.planner.layout import lay_out
from legday.planner.methods import choose_method
from legday.planner.model import Model
from legday.planner.problem import Problem, Request
from legday.planner.rule import Rule
from legday.planner.rules import RULES
from legday.planner.standing import Place, Standing
from planning import MONDAY, as_json, profile_of, program_of, routine_of, slot_of

DAYS = {"monday": "75 min", "tuesday": "45 min", "wednesday": "60 min", "thursday": "75 min", "saturday": "60 min"}
BUSY: dict[str, Any] = {
    "days": DAYS,
    "sex": "male",
    "other_training": {"tuesday": ["chest"], "saturday": ["arms"], "sunday": ["long-run"]},
    "runs": {"wednesday": {"kind": "easy"}, "friday": {"kind": "hard"}},
    "pain": [{"joint": "knee", "severity": 1}],
    "wishes": ["squats on monday", "prefer no legs on tuesday", "more glutes, less quads"],
}


def problems() -> list[Problem]:
    """Lay out every method for a busy week, so that each rule finds what it is there for."""
    found = []
    for method in ("priority-split", "circuit", "foundation", "machine-day"):
        profile = profile_of(**BUSY)
        found.append(lay_out(Request(profile, choose_method(profile, method)[0], MONDAY, 4)))
    weeks = {week.number: dict[Place, int]() for week in found[0].weeks}
    standing = Standing(planned=weeks, kept={number: {Part.QUADS: 4} for number in weeks}, most_days=4)
    race = profile_of(**BUSY, race={"date": "2026-03-29", "distance": "10 km"})
    raced = lay_out(Request(race, choose_method(race, "circuit")[0], MONDAY, 4))
    return [*found, raced, replace(found[0], standing=standing)]  # and one that is planned again


def test_hard_are_just_the_rules_that_every_plan_keeps() -> None:
    """A rule that takes away, shapes or demands is hard; one that makes a plan cost more, or only explains, is soft."""
    demanding, weighing = set(), set()
    for problem in problems():
        model = Model(problem, guarded=True)
        for rule in RULES:
            rule.post(model)
        demanding |= {guard.rule for guard in model.guards}
        weighing |= {penalty.rule for penalty in model.penalties}
    acting = {rule.id for rule in RULES if rule.excludes is not Rule.excludes or rule.shape is not Rule.shape}
    taking_days = {"race-rest"}  # kept by the weeks themselves, which have no sets on those days
    assert {rule.id for rule in RULES if rule.hard} == demanding | acting | taking_days
    assert {rule.id for rule in RULES if not rule.hard} == weighing - demanding - acting | {"emphasis", "plateau"}


def test_sentences_speak_to_you() -> None:
    for rule in RULES:
        assert rule.sentence.endswith(".")
        assert "athlete" not in rule.sentence + rule.source


# --- demands of the method that a person may give up, but never what protects the body ---


def asked(**fields: Any) -> Plan:
    return make_plan(profile_of(method="priority-split", **fields), Log(), MONDAY, 1)


@pytest.mark.parametrize(
    ("rule", "about", "fields"),
    [
        (
            "needs-part",
            "hams on thursday only with calves",
            {"days": {"thursday": "60 min"}, "wishes": ["hams on thursday", "no calves on thursday"]},
        ),
        (
            "before-part",
            "calves before hams on thursday",
            {"days": {"thursday": "60 min"}, "wishes": ["hams before calves"]},
        ),
        (
            "last-part",
            "quads before glutes on monday",
            {"days": {"monday": "60 min"}, "sex": "male", "wishes": ["glutes before quads"]},
        ),
    ],
)
def test_an_order_of_the_method_can_be_given_up(rule: str, about: str, fields: dict[str, Any]) -> None:
    plan = asked(**{"level": "advanced", **fields})
    assert plan.status == "infeasible"
    (way,) = [way for way in plan.relaxations if way.rule == rule]
    assert (way.about, way.opens) == (about, True)
    assert way.instead == f"without: {about}"


def test_a_part_on_two_days_running_is_no_way_out() -> None:
    plan = asked(level="advanced", days=DAYS, wishes=["quads on monday", "quads on tuesday"])
    (way,) = [way for way in plan.relaxations if way.rule == "recovery"]
    assert not way.opens
    assert way.leads_to.startswith("legday keeps this: ")


# --- what is held and what is counted ---


def laid_out(sets: str, part: str | None, *choose: str) -> Problem:
    work = slot_of("work", "quads", "3 x 10", "leg-press")
    tiny = program_of({}, routine_of("routine", 1, 1, slot_of("slot", part, sets, *choose), work))
    return lay_out(Request(profile_of(days={"monday": "60 min"}), tiny, MONDAY, 1))


@pytest.mark.parametrize(
    ("sets", "part", "open_to", "closed"),
    [
        ("3 x 10", "quads", ["goblet-squat"], {"wall-sit": "it is held, and the method counts reps here"}),
        ("3 x hold 60s", "quads", ["wall-sit"], {"goblet-squat": "it is counted in reps, and the method holds here"}),
        ("1 x hold 20s", None, ["wall-sit", "goblet-squat"], {}),
        ("1 x 10", None, ["wall-sit", "goblet-squat"], {}),
    ],
)
def test_a_slot_takes_what_it_counts(sets: str, part: str | None, open_to: list[str], closed: dict[str, str]) -> None:
    problem = laid_out(sets, part, "wall-sit", "goblet-squat")
    assert [each.exercise.id for each in problem.candidates if each.slot.id == "slot"] == open_to
    told = {(each.exercise.id, each.rule): each.reason for each in problem.exclusions}
    assert told == {(exercise, "right-kind"): reason for exercise, reason in closed.items()}


@pytest.mark.parametrize("cage", [True, False])
@pytest.mark.parametrize("sets", ["3 x 8 rir 1-2", "3 x 8 rir 3", "3 x 8 to failure", "3 x 8", "3 x 8 not to failure"])
def test_the_reason_of_a_squat_is_that_of_its_sets(sets: str, cage: bool) -> None:
    tiny = program_of({}, routine_of("routine", 1, 1, slot_of("slot", "quads", sets, "squat")))
    profile = profile_of(days={"monday": "60 min"}, level="advanced", cage=cage)
    plan = make_plan(profile, Log(), MONDAY, 1, program=tiny)
    assert plan.status == "optimal"
    assert false_reasons(as_json(plan)) == []
