"""Plans for athletes of all sorts: sound by the independent checker, or impossible for a reason that is proven."""

from functools import cache
from typing import Any

import pytest
from checker import violations
from generated import block_of, fields_of

from legday.log import Log
from legday.planner import Plan, make_plan
from legday.planner.layout import lay_out
from legday.planner.model import Guard
from planning import as_json, holds_together, profile_of

SEEDS = range(40)


@cache
def plan_of(seed: int) -> Plan:
    return make_plan(profile_of(**fields_of(seed)), Log(), *block_of(seed))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_plan_is_sound_or_proven_impossible(seed: int) -> None:
    plan = plan_of(seed)
    if plan.status != "infeasible":
        assert violations(as_json(plan)) == []
        return
    conflict = [Guard(demand.rule, demand.about) for demand in plan.conflict]
    problem = lay_out(plan.request)
    assert conflict
    assert not holds_together(problem, conflict)
    for spared in conflict:
        assert holds_together(problem, [guard for guard in conflict if guard != spared])


def test_the_athletes_are_of_all_sorts() -> None:
    """The seeds reach both outcomes, both methods, all levels, and pain, short weeks and long blocks."""
    plans = [plan_of(seed) for seed in SEEDS]
    profiles = [plan.request.profile for plan in plans]
    assert {plan.status for plan in plans} == {"optimal", "infeasible"}
    assert {(plan.method, str(profile.level)) for plan, profile in zip(plans, profiles, strict=True)} == {
        (method, level)
        for method in ("priority-split", "circuit")
        for level in ("beginner", "intermediate", "advanced")
    }
    assert {len(profile.days) for profile in profiles} == set(range(1, 8))
    assert {plan.request.weeks for plan in plans} >= {1, 2, 4}
    assert sum(bool(profile.pain) for profile in profiles) >= 10
    assert sum(isinstance(profile.partner, tuple) for profile in profiles) >= 5


def changed(plan: Plan, **fields: Any) -> dict[str, Any]:
    document = as_json(plan)
    document.update(fields)
    return document


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
    seed = next(s for s in SEEDS if plan_of(s).status == "optimal" and plan_of(s).method == "priority-split")
    document = as_json(plan_of(seed))
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
