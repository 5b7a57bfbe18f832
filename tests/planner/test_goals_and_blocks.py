"""Goals, the best of all methods, runs and a race, the hip foundation, and blocks of 1 to 12 weeks."""

import datetime as dt
from collections import Counter
from fractions import Fraction
from functools import cache
from typing import Any

import pytest
from checker import DAYS, violations
from coach import objections

from legday.anatomy import Part
from legday.log import Log
from legday.planner import Plan, make_plan
from legday.planner.goals import GOALS
from legday.planner.methods import choose_method
from legday.planner.weeks import block_weeks
from legday.programs import Level
from planning import as_json, profile_of

START = dt.date(2026, 11, 23)
THREE_DAYS = {"monday": "75 min", "wednesday": "75 min", "friday": "75 min"}


def plan(weeks: int = 4, later: bool = False, **fields: Any) -> Plan:
    return make_plan(profile_of(**fields), Log(), START, weeks, later_block=later)


@cache
def by_goal(goal: str) -> Plan:
    return plan(goal=goal, level="intermediate", days={**THREE_DAYS, "saturday": "60 min"})


def exercises(made: Plan) -> Counter[str]:
    return Counter(item.exercise for session in made.weeks[0].sessions for item in session.items)


@pytest.mark.parametrize("goal", GOALS)
def test_every_goal_plans_and_says_what_it_changes(goal: str) -> None:
    made = by_goal(goal)
    assert made.status == "optimal"
    assert violations(as_json(made)) == []
    assert GOALS[goal].sentence in made.notes  # type: ignore[index]


def test_goals_change_plans() -> None:
    assert by_goal("hips").ranking[:2] == (Part.GLUTES, Part.HAMS)
    assert not exercises(by_goal("grow"))["wide-narrow-jump"]
    assert exercises(by_goal("tighter-core"))["dead-bug"]
    lighter = by_goal("lose-weight")
    assert any(session.next_day for session in lighter.weeks[0].sessions)
    assert len(lighter.weeks[0].sessions) >= len(by_goal("grow").weeks[0].sessions)
    for week in by_goal("longevity").weeks:
        for session in week.sessions:
            for item in session.items:
                assert " work x" not in item.sets
                assert "to failure" not in item.sets.replace("not to failure", "")


@pytest.mark.parametrize("place", ["gym", "home-dumbbells"])
def test_who_trains_to_jump_jumps_first(place: str) -> None:
    fields: dict[str, Any] = {"level": "intermediate", "days": {**THREE_DAYS, "saturday": "60 min"}, "place": place}
    made = plan(1, goal="performance", **fields)
    opening = [next(item for item in session.items if item.part) for session in made.weeks[0].sessions]
    assert exercises(made)["wide-narrow-jump"] == sum(item.exercise == "wide-narrow-jump" for item in opening) > 0
    assert violations(as_json(made)) == objections(as_json(made)) == []


@pytest.mark.parametrize("goal", ["leaner", "lose-weight"])
def test_one_circuit_day_is_added_where_there_is_a_day_for_it(goal: str) -> None:
    """The split aims at five sessions a week, so that the sixth day is the circuit's, and no fifth day is."""
    circuits = []
    for days in (DAYS[:5], DAYS[:6], DAYS):
        program, because = choose_method(profile_of(goal=goal, level="advanced", days=dict.fromkeys(days, "60 min")))
        found = [routine.times for routine in program.routines if routine.id == "circuit"]
        assert ("circuit" in because) == bool(found)
        assert bool(program.aftercare.next_day)
        circuits.append([(times.aim, times.most) for times in found])
    assert circuits == [[], [(1, 1)], [(1, 1)]]


BEST = [
    ({"level": "beginner"}, {"machine day", "foundation"}),
    ({"level": "advanced"}, {"priority split"}),
    ({"level": "advanced", "days": {"monday": "90 min"}}, {"machine day"}),
    ({"level": "intermediate", "place": "bodyweight"}, {"circuit"}),
    ({"level": "intermediate", "pain": [{"joint": "hip", "severity": 4}]}, {"foundation"}),
    ({"level": "intermediate", "goal": "leaner", "days": {**THREE_DAYS, "saturday": "60 min", "sunday": "60 min",
                                                         "tuesday": "60 min"}}, {"priority split", "circuit"}),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "taken"), BEST)
def test_the_best_takes_from_the_methods_that_suit(fields: dict[str, Any], taken: set[str]) -> None:
    made = plan(**{"days": THREE_DAYS, **fields})
    assert made.method == "best"
    named, _, _ = made.chosen_because.partition(": ")
    assert set(named.split(" and ")) == taken
    assert violations(as_json(made)) == []


@pytest.mark.parametrize(
    "fields", [{"level": "beginner"}, {"level": "advanced", "pain": [{"joint": "knee", "severity": 2}]}]
)
@pytest.mark.parametrize("method", ["priority-split", "circuit", "machine-day"])
def test_the_foundation_opens_heavy_days_of_beginners_and_painful_joints(fields: dict[str, Any], method: str) -> None:
    made = plan(weeks=1, **fields, method=method, days=THREE_DAYS)
    assert made.weeks[0].sessions
    for week in made.weeks:
        for session in week.sessions:
            if {Part.GLUTES, Part.QUADS, Part.HAMS} & set(session.parts):
                roles = [item.role for item in session.items]
                assert roles.count("support") == 4
                assert roles.index("support") < roles.index("main")


def test_without_a_reason_there_is_no_foundation() -> None:
    made = plan(weeks=1, level="advanced", method="priority-split", days=THREE_DAYS)
    assert all(item.role != "support" for session in made.weeks[0].sessions for item in session.items)


def test_warm_up_and_stretch_follow_the_parts_of_the_day() -> None:
    """Row M7, told apart by what the drills are for."""
    drills = {
        "glutes": {"hip-circle", "glute-stretch"},
        "quads": {"bodyweight-squat", "quad-stretch"},
        "hams": {"leg-swing", "hamstring-stretch"},
        "calves": {"ankle-rocks", "calf-stretch"},
    }
    made = plan(level="intermediate", method="machine-day", days=THREE_DAYS)
    for session in made.weeks[0].sessions:
        prepared = {item.exercise for item in session.items if item.role in ("warm-up", "stretch")}
        assert prepared == set().union(*(drills[part] for part in session.parts))


def runner(**more: Any) -> Plan:
    runs = {"tuesday": {"kind": "hard", "distance": "8 km"}, "wednesday": {"distance": "6 mi"},
            "sunday": {"kind": "long", "time": "2 h"}}  # fmt: skip
    days = dict.fromkeys(("monday", "wednesday", "thursday", "saturday"), "70 min")
    return plan(**{"level": "intermediate", "method": "circuit", "days": days, "runs": runs, **more})


def test_legs_keep_off_the_long_run() -> None:
    for week in runner().weeks:
        for session in week.sessions:
            assert session.weekday not in ("Saturday", "Sunday")


def test_an_easy_run_gives_way_only_where_mileage_is_traded() -> None:
    only = {"wednesday": "70 min", "monday": "70 min"}
    kept, traded = runner(days=only), runner(days=only, trade_mileage=True)
    assert not any("take the place" in note for note in kept.notes)
    assert any(note == "Legs on Wednesday take the place of your easy run of 6 mi." for note in traded.notes)


def test_a_race_is_approached_rested() -> None:
    race = dt.date(2026, 12, 13)
    made = runner(race={"date": race.isoformat(), "distance": "21.1 km"})
    assert [week.taper for week in made.weeks] == [False, True, True, False]
    assert [week.deload for week in made.weeks] == [False, False, False, True]
    dates = [session.date for week in made.weeks for session in week.sessions]
    assert dates
    assert not [date for date in dates if -4 <= (date - race).days <= 3]
    assert violations(as_json(made)) == []
    assert any(race.isoformat() in note for note in made.notes)


FIRST_SHARES = {Level.BEGINNER: Fraction(2, 3), Level.INTERMEDIATE: Fraction(3, 4), Level.ADVANCED: 1}


@pytest.mark.parametrize("weeks", range(1, 13))
@pytest.mark.parametrize("level", Level)
def test_blocks_rise_to_the_whole_method_and_end_with_an_easy_week(weeks: int, level: Level) -> None:
    block = block_weeks(level, weeks, easy=frozenset(), later=False)
    assert (
        block[0].share == {Level.BEGINNER: Fraction(2, 3), Level.INTERMEDIATE: Fraction(3, 4), Level.ADVANCED: 1}[level]
    )
    following = block_weeks(level, weeks, easy=frozenset({1}), later=True)
    assert following[0].deload
    assert [week.deload for week in following[1:]] == [week.deload for week in block[1:]]
    assert all(week.load_share >= before.load_share for week, before in zip(following[1:], block[1:], strict=True))
    assert [week.number for week in block] == list(range(1, weeks + 1))
    assert block[-1].deload == (weeks >= 4)
    stretch: list[Any] = []
    for week in block:
        if week.deload:
            assert 3 <= len(stretch) <= 6
            stretch = []
            continue
        assert not stretch or (week.share >= stretch[-1].share and week.load_share >= stretch[-1].load_share)
        assert 0 < week.share <= 1
        assert 0 < week.load_share <= 1
        stretch.append(week)


@pytest.mark.parametrize("weeks", [1, 3, 5, 8, 12])
def test_blocks_of_any_length_plan(weeks: int) -> None:
    made = plan(weeks, level="intermediate", method="priority-split", days=THREE_DAYS)
    assert made.status == "optimal"
    assert len(made.weeks) == weeks
    assert violations(as_json(made)) == []


def test_the_next_block_starts_where_a_stretch_after_an_easy_week_does() -> None:
    first, later = (plan(later=later, level="beginner", method="circuit", days=THREE_DAYS) for later in (False, True))
    sets = [sum(item.count for session in made.weeks[0].sessions for item in session.items) for made in (first, later)]
    assert sets[0] < sets[1]
    assert first.end == START + dt.timedelta(weeks=4)
