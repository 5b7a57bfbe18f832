"""Plans for 200 athletes of all sorts: sound, sensible and truly explained, or impossible for a proven reason."""

from functools import cache
from typing import Any

import pytest
from checker import LEVELS, violations
from coach import objections
from generated import METHODS, block_of, fields_of, log_of
from reasons import false_reasons

from legday.anatomy import Joint
from legday.log import Log
from legday.planner import Plan, make_plan
from legday.planner.layout import lay_out
from legday.planner.methods import choose_method
from legday.planner.model import Guard
from legday.planner.problem import Request
from planning import MONDAY, as_json, holds_together, profile_of

SEEDS = range(200)
IMPOSSIBLE = {64, 88, 89, 119, 141, 153, 155, 168, 189, 191}
A_SPLIT = 4  # a priority split of four weeks


@cache
def request_of(seed: int) -> Request:
    """What a plan is made from, the method chosen, without solving it."""
    profile = profile_of(**fields_of(seed))
    program, _ = choose_method(profile)
    return Request(profile, program, *block_of(seed))


@cache
def plan_of(seed: int) -> Plan:
    return make_plan(profile_of(**fields_of(seed)), log_of(seed), *block_of(seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_is_sound_or_proven_impossible(seed: int) -> None:
    plan = plan_of(seed)
    assert (plan.status == "infeasible") == (seed in IMPOSSIBLE)
    if plan.status != "infeasible":
        document = as_json(plan)
        assert plan.status == "optimal"
        assert violations(document) == []
        assert objections(document) == []
        assert false_reasons(document) == []
        return
    conflict = [Guard(demand.rule, demand.about) for demand in plan.conflict]
    problem = lay_out(plan.request)
    assert conflict
    assert not holds_together(problem, conflict)
    for spared in conflict:
        assert holds_together(problem, [guard for guard in conflict if guard != spared])


def test_the_athletes_are_of_all_sorts() -> None:
    """The seeds reach all methods and levels, pain, partners, runs, races, and weeks of all lengths."""
    requests = [request_of(seed) for seed in SEEDS]
    profiles = [request.profile for request in requests]
    assert {request.program.id for request in requests} == set(METHODS)
    assert {(request.program.id, str(request.profile.level)) for request in requests} >= {
        (method, level) for method in ("priority-split", "circuit") for level in LEVELS
    }
    assert {len(profile.days) for profile in profiles} == set(range(1, 8))
    assert {request.weeks for request in requests} >= {1, 2, 4, 8}
    assert {pain.joint for profile in profiles for pain in profile.pain} == set(Joint)
    assert sum(isinstance(profile.partner, tuple) for profile in profiles) >= 5
    assert sum(bool(profile.runs) for profile in profiles) >= 5
    assert sum(profile.race is not None for profile in profiles) >= 3


WEEK = {"monday": "110 min", "tuesday": "45 min", "thursday": "90 min", "saturday": "45 min"}
NO_CURLS = ["lying-leg-curl-machine", "seated-leg-curl-machine", "standing-leg-curl-machine", "swiss-ball", "sliders"]
NARROW: dict[str, dict[str, Any]] = {
    "hams barely keep up, also in the easy week": {
        "days": WEEK,
        "level": "advanced",
        "partner": True,
        "lacks": NO_CURLS,
        "avoid": ["hamstring-bridge"],
    },
    "drops without a load to take off": {"days": {"thursday": "90 min"}, "level": "advanced", "place": "bodyweight"},
    "one exercise as support and as work": {"days": {"monday": "60 min"}, "place": "home-dumbbells"},
    "a hold in place of a movement": {
        "method": "machine-day",
        "days": {"monday": "60 min"},
        "level": "intermediate",
        "lacks": ["leg-extension-machine", "band"],
    },
    "nothing but calves": {
        "days": {"monday": "60 min", "wednesday": "60 min"},
        "other_training": {"monday": ["long-run"], "thursday": ["long-run"]},
    },
    "every joint hurts a little": {
        "days": WEEK,
        "level": "intermediate",
        "pain": [{"joint": joint, "severity": 2} for joint in ("trunk", "hip", "knee", "ankle")],
    },
    "every joint hurts": {
        "days": WEEK,
        "level": "advanced",
        "pain": [{"joint": joint, "severity": 8} for joint in ("trunk", "hip", "knee", "ankle")],
    },
}


@pytest.mark.parametrize("fields", NARROW.values(), ids=NARROW.keys())
def test_narrow_cases_are_sound(fields: dict[str, Any]) -> None:
    plan = make_plan(profile_of(**{"method": "priority-split", **fields}), Log(), MONDAY, 4)
    assert plan.status == "optimal"
    assert violations(as_json(plan)) == []


def test_no_session_says_more_minutes_than_there_are() -> None:
    for seconds in range(3000, 3030):
        profile = profile_of(method="circuit", level="intermediate", days={"monday": f"{seconds} s"})
        (session,) = make_plan(profile, Log(), MONDAY, 1).weeks[0].sessions
        assert session.minutes <= session.minutes_at_hand


def test_support_is_done_with_the_sets_it_is_written_for() -> None:
    profile = profile_of(method="foundation", level="intermediate", days={"monday": "2 h", "thursday": "2 h"})
    full_week = make_plan(profile, Log(), MONDAY, 4).weeks[2]
    counts = {item.slot: item.count for s in full_week.sessions for item in s.items if item.role == "support"}
    assert set(counts) >= {"hip-abductors", "deep-rotators"}
    assert set(counts.values()) == {2}


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("a shorter day", "takes"),
        ("an exercise avoided", "was to be avoided"),
        ("a harder set", "counts"),
        ("a session on the day after", "on 2026"),
    ],
)
def test_the_checker_itself_sees_what_is_wrong(what: str, said: str) -> None:
    document = as_json(plan_of(A_SPLIT))
    profile, week = document["request"]["profile"], document["weeks"][0]
    session = week["sessions"][0]
    main = next(item for item in session["items"] if item["hard_sets"])
    match what:
        case "a shorter day":
            profile["days"][session["weekday"].lower()] = "6 min"
        case "an exercise avoided":
            profile["avoid"].append(main["exercise"])
        case "a harder set":
            main["hard_sets"] += 1
        case _:
            day = (session["date"][:-2] + f"{int(session['date'][-2:]) + 1:02}", "Tuesday")
            week["sessions"].append({**session, "date": day[0], "weekday": day[1]})
    assert any(said in violation for violation in violations(document))
