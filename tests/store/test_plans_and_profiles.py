"""Plans and profiles in the store: they come back equal, the newest plan is the current one, the others stay."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from legday.documents import InputError
from legday.log import Log
from legday.planner import Plan, Profile, make_plan, read_profile, replan
from legday.progress import WeekPlan
from legday.store import (
    change_plan,
    current_plan,
    export_all,
    list_plans,
    load_plan,
    load_profile,
    planned_weeks,
    restore,
    save_plan,
    save_profile,
)

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
MONDAY = dt.date(2026, 11, 23)
NOW = dt.datetime(2026, 11, 20, 18, 30, tzinfo=dt.UTC)
DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def plans() -> tuple[Plan, Plan]:
    profile = read_profile(EXAMPLES[0])
    return make_plan(profile, Log(), MONDAY, 2), make_plan(profile, Log(), MONDAY + 7 * DAY, 1)


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.stem)
def test_a_profile_comes_back_equal_and_is_replaced(store: Engine, file: Path) -> None:
    profile = read_profile(file)
    assert load_profile(store, "Ann") is None
    save_profile(store, "Ann", read_profile(EXAMPLES[0]), NOW)
    save_profile(store, "Ann", profile, NOW)
    assert load_profile(store, "Ann") == profile
    assert load_profile(store, "Bob") is None


def test_plans_come_back_equal_and_the_last_one_made_is_current(store: Engine, plans: tuple[Plan, Plan]) -> None:
    first = save_plan(store, "Ann", plans[0], NOW)
    assert current_plan(store, "Ann") == (first, plans[0])
    second = save_plan(store, "Ann", plans[1], NOW + DAY)
    assert current_plan(store, "Ann") == (second, plans[1])
    assert load_plan(store, "Ann", first) == plans[0]
    listed = list_plans(store, "Ann")
    assert [(each.id, each.start, each.end, each.made_at) for each in listed] == [
        (second, MONDAY + 7 * DAY, MONDAY + 14 * DAY, NOW + DAY),
        (first, MONDAY, MONDAY + 14 * DAY, NOW),
    ]
    for saved, plan in zip(listed, reversed(plans), strict=True):
        days = [session.date for week in plan.weeks for session in week.sessions]
        assert [day for week in saved.weeks for day in week.sessions] == days
    assert (current_plan(store, "Bob"), list_plans(store, "Bob")) == (None, ())
    with pytest.raises(InputError, match=f"^Bob has no plan {first}$"):
        load_plan(store, "Bob", first)


def test_a_plan_holds_until_a_later_one_begins(store: Engine, plans: tuple[Plan, Plan]) -> None:
    for number, plan in enumerate(plans):
        save_plan(store, "Ann", plan, NOW + number * DAY)
    weeks = planned_weeks(list_plans(store, "Ann"))
    assert [week.start for week in weeks] == [MONDAY, MONDAY + 7 * DAY]
    assert weeks[0].sessions == tuple(session.date for session in plans[0].weeks[0].sessions)
    assert weeks[1].sessions == tuple(session.date for session in plans[1].weeks[0].sessions)
    assert planned_weeks(()) == ()
    assert all(isinstance(week, WeekPlan) for week in weeks)


def test_a_changed_plan_keeps_its_id_and_what_it_was(store: Engine, plans: tuple[Plan, Plan]) -> None:
    plan = plans[0]
    saved = save_plan(store, "Ann", plan, NOW)
    gone = plan.weeks[0].sessions[0].date
    again = replan(plan, Log(), gone + DAY).plan
    assert again != plan
    assert change_plan(store, "Ann", saved, again, NOW + DAY, version=1)
    assert current_plan(store, "Ann") == (saved, again)
    assert load_plan(store, "Ann", saved, version=1) == plan
    (listed,) = list_plans(store, "Ann")
    assert (listed.version, listed.made_at) == (2, NOW)
    days = {day for week in listed.weeks for day in week.sessions}
    planned = {session.date for week in again.weeks for session in week.sessions}
    assert days == planned | set(again.changes[0].let_go)  # what was let go was planned all the same
    assert not change_plan(store, "Ann", saved, plan, NOW + 2 * DAY, version=1)  # somebody was faster
    assert not change_plan(store, "Ann", "plan-none", plan, NOW + 2 * DAY, version=1)
    assert not change_plan(store, "Bob", saved, plan, NOW + 2 * DAY, version=2)
    assert current_plan(store, "Ann") == (saved, again)
    with pytest.raises(InputError, match=f"^Ann has no version 2 of plan {saved}$"):
        load_plan(store, "Ann", saved, version=2)
    restore(store, "Ann again", export_all(store, "Ann"))
    assert load_plan(store, "Ann again", saved, version=1) == plan
    assert list_plans(store, "Ann again") == (listed,)


def test_documents_of_another_version_are_named_not_thrown_at_the_athlete(
    store: Engine, plans: tuple[Plan, Plan]
) -> None:
    saved = save_plan(store, "Ann", plans[0], NOW)
    save_profile(store, "Ann", read_profile(EXAMPLES[0]), NOW)
    with store.begin() as connection:
        connection.execute(text("UPDATE plans SET document = '{}'"))
        connection.execute(text("""UPDATE profiles SET document = '{"name": 1}'"""))
    with pytest.raises(InputError, match="was written by another version of legday; make a new one"):
        load_plan(store, "Ann", saved)
    with pytest.raises(InputError, match="this profile was written by another version of legday; save it again"):
        load_profile(store, "Ann")


def test_profiles_are_made_of_the_type_that_files_are_read_as(store: Engine) -> None:
    save_profile(store, "Ann", read_profile(EXAMPLES[0]), NOW)
    assert isinstance(load_profile(store, "Ann"), Profile)
