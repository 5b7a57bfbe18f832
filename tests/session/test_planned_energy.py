"""The energy of planned sessions: with their steps, by block, and the same as if they were logged as planned."""

import datetime as dt
from decimal import Decimal

import pytest
from msgspec.structs import replace
from session_plans import MONDAY, example

from legday.energy import session_energy
from legday.log import Log, LoggedSession, LoggedSet, Measure
from legday.planner import Plan, planned_trunk_sets
from legday.session import SessionSteps, athlete_mass, make_session
from legday.units import Mass

NAMES = ("beginner-woman", "home-circuit", "male-bodybuilder")


def with_mass(name: str, mass: str | None) -> Plan:
    plan = example(name)
    profile = replace(plan.request.profile, body_mass=Mass.parse(mass) if mass else None)
    return replace(plan, request=replace(plan.request, profile=profile))


def sessions(name: str, mass: str | None = "80 kg", log: Log = Log()) -> list[SessionSteps]:  # noqa: B008 - it is frozen
    plan = with_mass(name, mass)
    return [make_session(plan, "p", each.date, log) for each in plan.weeks[0].sessions]


@pytest.mark.parametrize("name", NAMES)
def test_every_block_has_its_energy_in_order(name: str) -> None:
    for session in sessions(name):
        assert session.energy is not None
        assert [each.exercise for each in session.energy.exercises] == [block.exercise for block in session.blocks]
        assert all(0 < each.net.low <= each.net.best <= each.net.high for each in session.energy.exercises)
        assert session.energy.minutes_from == "planned"
        gross = session.energy.gross.best / 80 / (session.energy.minutes / 60)
        assert 1.5 < gross < 8  # METs


@pytest.mark.parametrize("name", NAMES)
def test_a_session_done_as_planned_costs_about_what_was_planned(name: str) -> None:
    for session in sessions(name):
        assert session.energy is not None
        tests = {key for block in session.blocks if block.ramp_test for key in block.ramp_test.sets}
        names = {block.key: block for block in session.blocks}
        done = tuple(
            LoggedSet(
                block.name,
                block.exercise,
                place,
                kind=step.set_kind,
                reps=Decimal(sum(step.reps) // 2) if step.reps else None,
                seconds=Decimal(sum(step.hold) // 2) if step.hold else None,
                load=step.load.mass if step.load else None,
                variant=block.variant,
                side="left" if step.side in ("left", "right") else None,
            )
            for place, step in enumerate(session.steps)
            if step.set_key and step.part_key is None and step.set_key not in tests
            for block in (names[step.block],)
        )
        logged = LoggedSession(session_start(session), "Legs", done)
        found = session_energy(logged, 80.0)
        assert found.net.low < session.energy.net.best < found.net.high


def session_start(session: SessionSteps) -> dt.datetime:
    return dt.datetime.combine(session.date, dt.time(18))


def test_without_a_body_mass_there_is_no_energy_and_a_weighing_tells_it() -> None:
    assert all(session.energy is None for session in sessions("beginner-woman", None))
    weighed = Log(measures=(Measure("m", MONDAY, "body-mass", Decimal(150), "lb"),))
    (found, *_) = sessions("beginner-woman", None, weighed)
    assert found.energy is not None
    assert found.energy.body_mass == pytest.approx(68.0389, abs=1e-3)


def test_a_weighing_counts_before_the_profile_unless_nobody_weighs_so_much() -> None:
    profile = with_mass("beginner-woman", "80 kg").request.profile
    for value, mass in (("70", 70.0), ("7000", 80.0)):
        log = Log(measures=(Measure("m", MONDAY, "body-mass", Decimal(value), "kg"),))
        assert athlete_mass(profile, log, MONDAY) == mass
    assert athlete_mass(None, Log(), MONDAY) is None


def test_heavier_athletes_spend_more_on_the_same_session() -> None:
    for light, heavy in zip(sessions("home-circuit", "60 kg"), sessions("home-circuit", "90 kg"), strict=True):
        assert light.energy is not None
        assert heavy.energy is not None
        assert heavy.energy.met.best == pytest.approx(1.5 * light.energy.met.best, abs=0.2)  # told in tenths
        assert light.energy.work.best < heavy.energy.work.best


@pytest.mark.parametrize("name", NAMES)
def test_planned_trunk_sets_are_those_that_the_plan_says_load_it(name: str) -> None:
    week = example(name).weeks[0]
    (trunk,) = (load for load in week.joints if load.joint == "trunk")
    counted = planned_trunk_sets(week)
    loading = sum(lift.sets for lift in counted.lifts if lift.use != "trains")
    assert counted.loading == loading <= trunk.medium + trunk.high
    assert trunk.medium + trunk.high - loading <= counted.training  # planks load it as well as train it
    assert counted.start == week.start
