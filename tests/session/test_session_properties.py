"""Sessions of athletes of all sorts: whole, loadable, without a partner who isn't there, in time, and stable."""

import datetime as dt
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

import pytest
from msgspec.structs import replace
from session_plans import MONDAY, SEEDS, example, generated, log_of, profile_of

from legday.anatomy import Joint
from legday.catalogue import load_catalogue, missing_equipment
from legday.documents import decode, encode
from legday.log import Log, LoggedSession, LoggedSet
from legday.notation import Circumstance, expand, parse
from legday.planner import SETUP_SECONDS, Plan, Profile
from legday.session import Loading, PlayStep, SessionSteps, make_session, make_sessions
from legday.session.gear import implement_of
from legday.units import Mass, Weekday

EXAMPLES = ("beginner-woman", "home-circuit", "knee-pain", "male-bodybuilder", "runner")
CASES = [*EXAMPLES, *SEEDS]


def plan_of(case: str | int) -> Plan:
    return example(case) if isinstance(case, str) else generated(case)


def sessions_of(case: str | int) -> tuple[SessionSteps, ...]:
    return make_sessions(plan_of(case), "plan-1", log_of(case) if isinstance(case, int) else Log())


def everything(session: SessionSteps) -> Iterator[tuple[str, PlayStep]]:
    """Every step with the exercise it is done with, those of alternatives too."""
    exercises = {block.key: block.exercise for block in session.blocks}
    for step in session.steps:
        yield exercises[step.block], step
    for block in session.blocks:
        for alternative in block.alternatives:
            for step in alternative.steps:
                yield alternative.exercise, step


def test_the_generated_plans_have_sessions_of_many_sorts() -> None:
    made = [session for seed in SEEDS for session in sessions_of(seed)]
    kinds = Counter(step.kind for session in made for _, step in everything(session))
    assert len(made) >= len(SEEDS)
    assert {"set", "rest", "drop", "rest-pause", "side-change", "station-change"} <= set(kinds)
    assert sum(bool(step.load) for session in made for _, step in everything(session)) > 100
    assert sum(bool(step.load and step.load.why) for session in made for _, step in everything(session)) > 20
    assert sum(len(block.alternatives) for session in made for block in session.blocks) > 100


@pytest.mark.parametrize("case", CASES)
def test_every_set_of_the_plan_is_there_once_and_in_order(case: str | int) -> None:
    plan = plan_of(case)
    planned = [session for week in plan.weeks for session in week.sessions]
    for session, steps in zip(planned, sessions_of(case), strict=True):
        circumstances: frozenset[Circumstance] = frozenset()
        if plan.request.profile.has_partner(Weekday.of(session.date)):
            circumstances = frozenset({"partner"})
        assert [block.key for block in steps.blocks] == [item.slot for item in session.items]
        assert list(dict.fromkeys(step.block for step in steps.steps)) == [i.slot for i in session.items]
        for item in session.items:
            asked = [
                (step.kind, step.set_number, step.link)
                for step in expand(parse(item.sets), circumstances)
                if step.kind not in ("rest", "side-change")
            ]
            played = [
                (step.kind, step.set_number, step.link)
                for step in steps.steps
                if step.block == item.slot and step.set_key and not step.set_key.startswith(f"{item.slot}.w")
            ]
            assert played == asked


@pytest.mark.parametrize("case", CASES)
def test_keys_are_unique_fit_an_id_and_stay_when_made_again(case: str | int) -> None:
    first, again = sessions_of(case), make_sessions(plan_of(case), "plan-1", Log())
    for one, other in zip(first, again, strict=True):
        keys = [step.key for _, step in everything(one)]
        assert len(set(keys)) == len(keys)
        starts = [step.set_key for _, step in everything(one) if step.set_key and not step.part_key]
        assert len(set(starts)) == len(starts)
        planned = {step.key for step in one.steps if ".w" not in step.key}
        assert planned == {step.key for step in other.steps if ".w" not in step.key}
        for key in starts:
            assert len(f"{'x' * 36}:{one.date}:{key}") <= 120
            assert key.replace(".", "").replace("-", "").isalnum()


@pytest.mark.parametrize("case", CASES)
def test_one_day_made_alone_is_the_same(case: str | int) -> None:
    plan, log = plan_of(case), log_of(case) if isinstance(case, int) else Log()
    for session in sessions_of(case):
        assert make_session(plan, "plan-1", session.date, log) == session
        assert decode(encode(session), SessionSteps) == session


@pytest.mark.parametrize("case", CASES)
def test_loads_can_be_put_on_with_what_is_owned(case: str | int) -> None:
    profile = plan_of(case).request.profile
    for session in sessions_of(case):
        for exercise, step in everything(session):
            loads = [step.load, *(answer.load for answer in step.what_if)]
            for loading in filter(None, loads):
                assert_can_be_put_on(profile, exercise, loading)


def assert_can_be_put_on(profile: Profile, exercise: str, loading: Loading) -> None:
    implement = implement_of(profile, load_catalogue().exercises[exercise])
    gear, plates = profile.gear, loading.peg or loading.per_side
    assert implement is not None
    assert not loading.peg or not loading.per_side
    if loading.on in ("barbell", "plates"):
        sides = 1 if loading.peg else 2
        bar = loading.bar.kg if loading.bar else Fraction(0)
        assert abs(loading.mass.kg - bar - sides * sum(plate.kg for plate in plates)) < Fraction(1, 10**6)
        for plate, count in Counter(plates).items():
            owned = sum(each.count for each in gear.plates if each.mass == plate) if gear.plates else 24
            assert sides * count <= owned
    if loading.on in ("dumbbell", "dumbbells"):
        assert loading.each == loading.mass
        assert not gear.dumbbells or loading.each in gear.dumbbells
    if loading.on == "stack" and gear.stack:
        assert loading.pin is not None
        assert loading.pin.kg >= gear.stack.lightest.kg
        assert (loading.pin.kg - gear.stack.lightest.kg) % gear.stack.step.kg == 0


@pytest.mark.parametrize("case", CASES)
def test_a_drop_never_gets_heavier(case: str | int) -> None:
    for session in sessions_of(case):
        masses: dict[str | None, Mass] = {}
        for _, step in everything(session):
            if step.load and step.kind in ("set", "drop"):
                if step.kind == "drop":
                    assert step.load.mass <= masses[step.set_key]
                masses[step.set_key] = step.load.mass


@pytest.mark.parametrize("case", CASES)
def test_a_rest_stands_between_sets_unless_sides_take_turns(case: str | int) -> None:
    for session in sessions_of(case):
        lines = {block.key: block.sets for block in session.blocks}
        for before, after in zip(session.steps, session.steps[1:], strict=False):
            if before.block != after.block or not (before.set_key and after.set_key):
                continue
            if before.set_key != after.set_key:
                assert before.side != after.side or "no rest" in lines[before.block]
        for step in session.steps:
            if step.kind == "rest":
                assert step.rest is not None
                assert step.rest[0] <= step.seconds + 0.5
                assert step.seconds <= step.rest[1] + 0.5


@pytest.mark.parametrize("case", CASES)
def test_nothing_needs_a_partner_who_is_not_there(case: str | int) -> None:
    profile = plan_of(case).request.profile
    for session in sessions_of(case):
        for _, step in everything(session):
            if profile.has_partner(Weekday.of(session.date)):
                assert bool(step.alone) <= bool(step.partner)
                assert bool(step.partner) >= (step.kind in ("forced", "negative"))
            else:
                assert (step.partner, step.alone) == ("", "")
                assert step.kind not in ("forced", "negative")
                assert "partner" not in step.text.lower()


@pytest.mark.parametrize("case", CASES)
def test_the_steps_take_the_minutes_of_the_plan(case: str | int) -> None:
    """The plan rounds every exercise up to whole seconds; sets that lead up only fill minutes that are left."""
    plan = plan_of(case)
    planned = [session for week in plan.weeks for session in week.sessions]
    for session, steps in zip(planned, sessions_of(case), strict=True):
        lead_up = sum(step.seconds for step in steps.steps if ".w" in step.key)
        total = sum(step.seconds for step in steps.steps)
        assert total - lead_up <= 60 * session.minutes
        assert total - lead_up >= 60 * session.minutes - 60 - len(session.items)
        assert not lead_up or total <= 60 * session.minutes_at_hand
        going = [step for step in steps.steps if step.kind == "station-change"]
        assert len(going) == len([b for b in steps.blocks if b.role not in ("warm-up", "stretch")])
        assert {step.seconds for step in going} <= {float(SETUP_SECONDS)}


@pytest.mark.parametrize("case", CASES)
def test_alternatives_need_only_what_is_there_and_keep_the_part(case: str | int) -> None:
    profile = plan_of(case).request.profile
    catalogue = load_catalogue().exercises
    slots = {slot.id: slot for slot in plan_of(case).request.program.slots}
    for session in sessions_of(case):
        planned = {block.exercise for block in session.blocks}
        for block in session.blocks:
            names = [alternative.exercise for alternative in block.alternatives]
            assert len(set(names)) == len(names) <= 3
            assert not planned & set(names)
            chosen = {reference.exercise.id for reference in slots[block.key].choose}
            for alternative in block.alternatives:
                exercise = catalogue[alternative.exercise]
                assert not missing_equipment(exercise, profile.at_hand)
                assert exercise.id in chosen or exercise.parts[:1] == catalogue[block.exercise].parts[:1]
                assert all(step.block == block.key for step in alternative.steps)
                assert alternative.steps
                for joint in Joint:
                    if profile.pain_at(joint) >= 3:
                        assert exercise.loads.get(joint) != "high"
            swaps = [answer for answer in block.what_if if answer.when == "machine-taken"]
            assert [answer.swap_to for answer in swaps] == ([tuple(names)] if names else [])


@pytest.mark.parametrize("case", CASES)
def test_what_ifs_name_blocks_that_are_there(case: str | int) -> None:
    for session in sessions_of(case):
        blocks = {block.key: block for block in session.blocks}
        sore = [answer for answer in session.what_if if answer.when == "too-sore"]
        assert {answer.part for answer in sore} == set(session.parts)
        for answer in sore:
            assert answer.blocks == tuple(key for key, block in blocks.items() if block.part is answer.part)
        for answer in session.what_if:
            assert set(answer.blocks) <= set(blocks)
        finish = [answer for answer in session.what_if if (answer.when, answer.do) == ("out-of-time", "finish")]
        assert len(finish) == 1


# --- what the log adds ---


def done(start: dt.datetime, *sets: LoggedSet) -> Log:
    return Log((LoggedSession(start, "Legs", sets),))


def leg_press(pauses: int | None, load: str = "100 kg") -> LoggedSet:
    return LoggedSet("Leg press", "leg-press", 1, "work", Decimal(20), Mass.parse(load), pauses=pauses)


def press_of(log: Log) -> SessionSteps:
    return make_session(example("male-bodybuilder"), "p", MONDAY, log)


BEFORE = dt.datetime(2026, 2, 27, 18)


def test_an_unknown_load_is_asked_for_and_then_comes_from_the_log() -> None:
    unknown = next(block for block in press_of(Log()).blocks if block.key == "abduction")
    assert unknown.load_unknown
    assert "no set of this exercise" in unknown.load_basis
    logged = LoggedSet("Abduction", "hip-abduction", 1, reps=Decimal(20), load=Mass(60, "kg"), note="seat 4")
    session = press_of(done(BEFORE, logged))
    known = next(block for block in session.blocks if block.key == "abduction")
    loads = {step.load.mass for step in session.steps if step.block == "abduction" and step.load}
    assert not known.load_unknown
    assert "60 kg x 20" in known.load_basis
    assert loads
    assert max(loads) <= Mass(60, "kg")
    assert known.last_time is not None
    assert (known.last_time.date, known.last_time.sets, known.last_time.note) == (
        BEFORE.date(),
        ("20 x 60 kg",),
        "seat 4",
    )


@pytest.mark.parametrize(("pauses", "least"), [(0, "105 kg"), (1, "100 kg"), (None, "100 kg")])
def test_p8_a_work_set_that_needed_no_pause_is_heavier_next_time(pauses: int | None, least: str) -> None:
    session = press_of(done(BEFORE, leg_press(pauses)))
    loads = {step.load.mass for step in session.steps if step.block == "leg-press" and step.load and not step.part_key}
    assert loads == {Mass.parse(least)}


def test_p8_after_a_long_time_without_it_the_load_is_lower() -> None:
    session = press_of(done(BEFORE - dt.timedelta(days=60), leg_press(0)))
    loads = [step.load.mass for step in session.steps if step.block == "leg-press" and step.load and not step.part_key]
    assert loads
    assert max(loads) < Mass(100, "kg")


def test_p8_one_pause_in_any_of_the_work_sets_keeps_the_load() -> None:
    session = press_of(done(BEFORE, leg_press(0), leg_press(2)))
    block = next(block for block in session.blocks if block.key == "leg-press")
    assert Mass(100, "kg") in {step.load.mass for step in session.steps if step.block == block.key and step.load}
    assert "last time" in block.load_basis


@pytest.mark.parametrize(("left", "right", "first"), [(15, 8, "right"), (8, 15, "left"), (10, 11, "left")])
def test_c7_the_weaker_side_begins(left: int, right: int, first: str) -> None:
    usual = LoggedSet("Bulgarian", "bulgarian-split-squat", 1, load=Mass(10, "kg"))
    sets = (
        replace(usual, side="left", reps=Decimal(left)),
        replace(usual, side="right", reps=Decimal(right)),
    )
    plan = example("home-circuit")
    session = make_session(plan, "p", MONDAY, done(BEFORE, *sets))
    sides = [step.side for step in session.steps if step.block == "bulgarian-split-squat" and step.kind == "set"]
    other = "left" if first == "right" else "right"
    assert sides == [first, other] * (len(sides) // 2)


def test_a_day_without_a_session_is_told() -> None:
    with pytest.raises(LookupError, match="no session on 2026-03-08"):
        make_session(example("male-bodybuilder"), "p", dt.date(2026, 3, 8), Log())


def test_a_light_walk_follows_a_circuit() -> None:
    session = make_session(example("home-circuit"), "p", MONDAY, Log())
    assert "walk" in session.next_day
    assert session.next_date == MONDAY + dt.timedelta(days=1)


def test_a_cage_leaves_nothing_to_say_when_the_spotter_stays_away() -> None:
    plan = example("male-bodybuilder")
    uncaged = replace(plan, request=replace(plan.request, profile=replace(plan.request.profile, cage=False)))
    for given, said in ((plan, ""), (uncaged, "No spotter after all: stop with 1-2 in reserve.")):
        session = make_session(given, "p", MONDAY, Log())
        spotted = [step for step in session.steps if step.partner.startswith("Spot")]
        assert spotted
        assert {step.alone for step in spotted} == {said}


# --- what an athlete owns, in the profile ---


@pytest.mark.parametrize(
    ("gear", "said"),
    [
        ({"bars": {"bench": "20 kg"}}, "bench is no bar"),
        ({"plates": ["0 x 20 kg"]}, "between 1 and 200"),
        ({"plates": ["20 kg"]}, "4 x 20 kg"),
        ({"plates": ["2 x 20 kg", "4 x 20 kg"]}, "stands here twice"),
        ({"plates": ["2 x 0 kg"]}, "more than 0"),
        ({"dumbbells": ["0 kg"]}, "more than 0"),
        ({"stack": {"lightest": "5 kg", "step": "0 kg"}}, "above zero"),
        ({"stack": {"lightest": "5 kg", "step": "5 kg", "heaviest": "2 kg"}}, "below the lightest"),
        ({"rack": "yes"}, "no field here"),
    ],
)
def test_gear_that_cannot_be_is_told_with_its_field(gear: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said) as caught:
        profile_of(days={"monday": 60}, gear=gear)
    assert "gear" in str(caught.value)


def test_gear_comes_back_from_json() -> None:
    gear = {
        "bars": {"barbell": "15 kg"},
        "plates": ["4 x 20 kg", "2x10kg"],
        "dumbbells": "12.5 kg",
        "stacks": {"cable": {"lightest": "2.5 kg", "step": "2.5 kg"}},
    }
    profile = profile_of(days={"monday": 60}, gear=gear)
    assert decode(encode(profile), Profile) == profile
    assert [str(plates) for plates in profile.gear.plates] == ["4 x 20 kg", "2 x 10 kg"]
