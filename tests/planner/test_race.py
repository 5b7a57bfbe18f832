"""A race in or near a block: the days around it, the taper by its distance, the easy weeks after, and traded runs."""

import datetime as dt
from fractions import Fraction
from functools import cache
from math import ceil
from typing import Any

import pytest
from checker import violations
from coach import objections
from reasons import false_reasons

from legday.log import Log
from legday.planner import Plan, make_plan, replan
from legday.planner.race import approach_of, is_free, taper_week, weeks_around
from planning import MONDAY, as_json, profile_of

DAY = dt.timedelta(days=1)
RUNNER: dict[str, Any] = {
    "level": "intermediate",
    "method": "circuit",
    "sex": "female",
    "days": dict.fromkeys(("monday", "thursday"), "60 min"),
    "runs": {
        "tuesday": {"kind": "hard", "distance": "10 km"},
        "wednesday": {"kind": "easy", "distance": "5 mi"},
        "thursday": {"kind": "easy", "distance": "6 km"},
        "sunday": {"kind": "long", "time": "2 h"},
    },
}
BY_HAND = {  # free days before and after, weeks of taper, easy weeks after
    "5 km": (3, 2, 1, 0),
    "10 km": (3, 2, 1, 0),
    "15 km": (3, 2, 1, 0),
    "10 mi": (4, 3, 2, 1),
    "21.1 km": (4, 3, 2, 1),
    "30 km": (4, 3, 2, 1),
    "42.2 km": (5, 7, 3, 2),
    "100 mi": (5, 7, 3, 2),
    None: (4, 3, 2, 1),
}
SHARES = (Fraction(1, 2), Fraction(3, 5), Fraction(4, 5))  # of the sets, the last week first


def race_of(date: dt.date, distance: str | None) -> Any:
    return profile_of(**RUNNER, race={"date": date} | ({"distance": distance} if distance else {})).race


@cache
def raced(day: int, distance: str | None, weeks: int = 4) -> Plan:
    """A plan with a race so many days after its start."""
    fields = {**RUNNER, "race": {"date": MONDAY + day * DAY} | ({"distance": distance} if distance else {})}
    return make_plan(profile_of(**fields), Log(), MONDAY, weeks)


@pytest.mark.parametrize("distance", BY_HAND)
def test_the_days_and_weeks_around_a_race_are_those_of_its_distance(distance: str | None) -> None:
    before, after, tapers, easy = BY_HAND[distance]
    for weekday in range(7):
        race = race_of(MONDAY + (28 + weekday) * DAY, distance)
        assert [day for day in range(-20, 21) if is_free(race, race.date + day * DAY)] == list(
            range(-before, after + 1)
        )
        assert approach_of(race).taper_weeks == tapers
        taper, light = weeks_around(race, MONDAY, 10)
        # of a race from Friday to Sunday, the week before it ends in week 5; of an earlier one, in week 4
        last = 5 if weekday >= 4 else 4
        assert taper == dict(zip(range(last, last - tapers, -1), SHARES, strict=False))
        assert light == set(range(last + 1, last + 1 + easy))


def test_a_week_of_the_taper_is_where_most_of_its_days_are() -> None:
    race = race_of(MONDAY + 100 * DAY, "42.2 km")
    for days_to_go in range(1, 40):
        start = race.date - days_to_go * DAY
        left = [days_to_go - day for day in range(7)]
        by_count: list[int | None] = [
            week for week in (1, 2, 3) if sum(7 * week - 7 < each <= 7 * week for each in left) >= 4
        ]
        assert [taper_week(race, start)] == (by_count or [None])


@pytest.mark.parametrize(
    ("day", "distance"),
    [(-3, "42.2 km"), (0, "10 km"), (9, "5 km"), (20, "21.1 km"), (27, "42.2 km"), (30, "42.2 km"), (35, None)],
)
def test_a_race_in_or_near_a_block_keeps_every_reader_silent(day: int, distance: str | None) -> None:
    """The race just before the block, on its first day, within it, on its last, and after it."""
    document = as_json(raced(day, distance))
    assert document["status"] == "optimal"
    assert violations(document) == []
    assert objections(document) == []
    assert false_reasons(document) == []


def test_before_a_marathon_sets_fall_and_loads_stay() -> None:
    full, *tapers = raced(27, "42.2 km").weeks
    assert [week.taper for week in tapers] == [True] * 3
    for week, share in zip(tapers, reversed(SHARES), strict=True):
        for session in week.sessions:
            usual = next(other for other in full.sessions if other.weekday == session.weekday)
            counts = {item.slot: item.count for item in usual.items if item.part}
            for item in session.items:
                assert not item.part or item.count <= ceil(share * counts[item.slot])
    last = [session.date for week in tapers for session in week.sessions][-1]
    assert (MONDAY + 27 * DAY - last).days == 6
    notes = " ".join(raced(27, "42.2 km").notes)
    assert "No legs from 5 days before your race on 2026-03-29 to 7 days after it." in notes
    assert "80%, then 60%, then 50% of the sets" in notes


def test_the_days_after_a_marathon_are_free_and_the_weeks_easy() -> None:
    plan = raced(6, "42.2 km")
    assert [week.deload for week in plan.weeks] == [False, True, True, True]
    assert [session.date for week in plan.weeks[:2] for session in week.sessions] == [MONDAY]
    assert any("weeks after the race are easy" in note for note in plan.notes)


def test_a_block_may_lie_wholly_in_the_days_of_a_race() -> None:
    plan = raced(0, "42.2 km", weeks=1)
    assert plan.status == "optimal"
    assert [week.sessions for week in plan.weeks] == [()]
    assert violations(as_json(plan)) == []
    assert any("No legs from" in note for note in plan.notes)


def test_the_race_stands_among_the_runs_in_place_of_that_day_s() -> None:
    week = raced(27, "42.2 km").weeks[-1]
    assert [(str(run), run.date) for run in week.runs if run.kind in ("race", "long")] == [
        ("race of 42.2 km", dt.date(2026, 3, 29))
    ]


def test_a_trade_says_what_is_given_up_and_what_stays() -> None:
    fields = {**RUNNER, "days": {"wednesday": "60 min", "thursday": "60 min"}, "wishes": ["at most 1 leg days"]}
    kept, traded = (make_plan(profile_of(**fields, trade_mileage=on), Log(), MONDAY, 1) for on in (False, True))
    assert not [run for run in kept.weeks[0].runs if run.traded]
    assert kept.weeks[0].mileage == "24 km and 2 h to run"
    (session,) = kept.weeks[0].sessions
    assert "Legs first" in session.beside
    (given,) = [run for run in traded.weeks[0].runs if run.traded]
    assert str(given) == "easy run of 6 km"  # the shorter one, though another day would do as well
    assert traded.weeks[0].mileage == "18 km and 2 h to run; 6 km traded for legs"
    (session,) = traded.weeks[0].sessions
    assert session.beside == "Legs take the place of your easy run of 6 km."
    assert "That trades 6 km of running a week for legs; 18 km and 2 h a week stay." in traded.notes


def test_long_and_hard_runs_never_give_way() -> None:
    fields = {**RUNNER, "days": {"tuesday": "60 min", "thursday": "60 min"}, "trade_mileage": True}
    plan = make_plan(profile_of(**fields), Log(), MONDAY, 4)
    runs = [run for week in plan.weeks for run in week.runs]
    assert {run.kind for run in runs if run.traded} <= {"easy"}
    on_hard_days = [session for week in plan.weeks for session in week.sessions if session.weekday == "Tuesday"]
    assert all("Run first" in session.beside for session in on_hard_days)


def test_a_run_given_up_comes_back_when_its_session_falls_out() -> None:
    fields = {
        **RUNNER,
        "days": {"wednesday": "60 min", "thursday": "60 min"},
        "wishes": ["at most 1 leg days"],
        "trade_mileage": True,
    }
    plan = make_plan(profile_of(**fields), Log(), MONDAY, 1)
    (session,) = plan.weeks[0].sessions
    again = replan(plan, Log(), session.date + DAY).plan
    moved = [each.date for each in again.weeks[0].sessions]
    assert [run.date for run in again.weeks[0].runs if run.traded] == [
        run.date for run in again.weeks[0].runs if run.kind == "easy" and run.date in moved
    ]
