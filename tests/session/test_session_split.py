"""The priority split as its article writes it (P5 to P8, P12), played out to the last step."""

from itertools import pairwise

from msgspec.structs import replace
from session_plans import split

from legday.log import Log
from legday.planner import Plan
from legday.session import PlayStep, SessionSteps, TechniqueChange, make_sessions
from legday.units import Mass


def day(weekday: str, plan: Plan | None = None) -> SessionSteps:
    return next(each for each in make_sessions(plan or split(), "p", Log()) if each.weekday == weekday)


def of(session: SessionSteps, block: str) -> list[PlayStep]:
    return [step for step in session.steps if step.block == block]


def logged(session: SessionSteps, block: str) -> list[PlayStep]:
    return [step for step in of(session, block) if step.set_key]


def lb(value: int) -> Mass:
    return Mass(value, "lb")


def test_p5_the_pin_moves_from_700_to_400_four_times() -> None:
    ramp_up, steps = [], logged(day("Thursday"), "straight-knee-raise")
    while steps[0].set_kind == "warm-up":
        ramp_up.append(steps.pop(0))
    assert [step.load.pin for step in ramp_up if step.load] == [lb(350), lb(520)]
    pins = [step.load.pin for step in steps if step.load]
    assert pins == [lb(700), lb(600), lb(500), lb(400)] * 4
    assert [step.part_kind for step in steps] == [None, "drop", "drop", "drop"] * 4
    assert {step.reps for step in steps} == {(6, 6)}
    assert len({step.set_key for step in steps}) == 4
    assert [step.text for step in steps[1:4]] == [f"Move the pin to {load} lb: 6 reps" for load in (600, 500, 400)]
    assert [step.partner for step in steps[1:4]] == [f"Move the pin to {load} lb." for load in (600, 500, 400)]


def test_p5_four_plates_are_stripped_one_by_one_seven_times() -> None:
    steps = logged(day("Thursday"), "bent-knee-raise")
    assert [step.load.peg for step in steps if step.load] == [(lb(45),) * plates for plates in (4, 3, 2, 1)] * 7
    assert len({step.set_key for step in steps}) == 7
    assert {step.text for step in steps if step.part_kind} == {"Strip one plate (45 lb): 10 reps"}


def test_p6_help_comes_from_the_fourth_set_on_and_the_toes_change_after_six() -> None:
    steps = logged(day("Thursday"), "lying-curl")
    by_set = {number: [step.part_kind for step in steps if step.set_number == number] for number in range(1, 7)}
    assert [by_set[number] for number in (1, 2, 3)] == [[None]] * 3
    assert [by_set[number] for number in (4, 5, 6)] == [[None, "forced", "negative"]] * 3
    for step in steps:
        if step.kind == "set":
            assert step.technique == (
                TechniqueChange(1, "Toes pointed"),
                TechniqueChange(7, "Toes pulled up to the shin"),
            )
        if step.kind == "negative":
            assert step.tempo is not None
            assert step.tempo[0] == 6
            assert "6 s" in step.partner
            assert "both legs" in step.alone
        if step.kind == "forced":
            assert step.reps == (2, 2)
            assert step.partner
            assert step.alone


def test_p6_and_p7_sides_take_turns_without_rest() -> None:
    for weekday, block, reps in (("Thursday", "ham-pump", 12), ("Monday", "quad-pump", 20)):
        steps = [step for step in of(day(weekday), block) if step.kind != "station-change"]
        assert [step.side for step in steps] == ["left", "right"] * 7
        assert {step.reps for step in steps} == {(reps, reps)}
        assert len({step.set_key for step in steps}) == 14
        assert not [step for step in steps if step.to_failure]


def test_p7_the_squat_climbs_to_three_work_sets_to_failure_with_two_forced_reps() -> None:
    steps = logged(day("Monday"), "squat")
    starts = [step for step in steps if step.kind == "set"]
    assert [step.set_kind for step in starts] == ["warm-up"] * 2 + ["failure"] * 3
    masses = [step.load.mass for step in starts if step.load]
    assert all(one < other for one, other in pairwise(masses[:3]))
    assert masses[2:] == [lb(315)] * 3
    assert starts[2].load is not None
    assert starts[2].load.per_side == (lb(45),) * 3
    assert [step.set_number for step in steps if step.part_kind == "forced"] == [3, 4, 5]
    assert {step.alone for step in steps if step.part_kind == "forced"} == {"Alone: leave this out."}
    assert all("Spot" in step.partner for step in starts[2:])
    assert not any(step.partner for step in starts[:2])


def test_p7_walking_lunges_change_legs_all_the_time() -> None:
    steps = logged(day("Monday"), "hip-drive")
    assert [(step.side, step.unit, step.reps) for step in steps] == [("in-turn", "steps", (20, 20))] * 3
    assert all("per leg" in step.text for step in steps)


def test_p8_a_work_set_without_a_pause_asks_for_more() -> None:
    steps = logged(day("Monday"), "leg-press")
    assert [step.set_kind for step in steps] == ["work"] * 4
    for step in steps:
        answer = next(each for each in step.what_if if each.when == "no-pause-needed")
        assert step.pause_seconds == 5
        assert step.load is not None
        assert answer.load is not None
        assert answer.load.mass.kg >= step.load.mass.kg * 21 / 20


def test_fewer_reps_lower_the_next_set_and_the_last_has_none_after_it() -> None:
    steps = logged(day("Monday"), "leg-press")
    answers = [[each for each in step.what_if if each.when == "fewer-reps"] for step in steps]
    assert [len(each) for each in answers] == [1, 1, 1, 0]
    assert answers[0][0].below == 20
    assert answers[0][0].load is not None
    assert lb(380) <= answers[0][0].load.mass <= lb(405)


def test_p12_without_a_partner_the_solo_plan_has_no_help() -> None:
    """Without solving again: the same day, where nobody comes, must not speak of anybody who helps."""
    plan = split()
    alone = replace(plan, request=replace(plan.request, profile=replace(plan.request.profile, partner=False)))
    for session in make_sessions(alone, "p", Log()):
        for block in session.blocks:
            for alternative in block.alternatives:
                assert not [s for s in alternative.steps if s.partner or s.kind in ("forced", "negative")]


def test_what_may_be_left_out_keeps_the_best() -> None:
    session = day("Monday")
    (leave_out,) = (each for each in session.what_if if each.when == "out-of-time" and each.do == "leave-out")
    keys = [block.key for block in session.blocks]
    assert set(leave_out.blocks) < set(keys)
    assert len(set(leave_out.blocks)) == len(leave_out.blocks)
    assert "knee-warm-up" not in leave_out.blocks
    mains = [block.key for block in session.blocks if block.role == "main"]
    assert set(mains) - set(leave_out.blocks)
    assert leave_out.blocks.index("quad-pump") < leave_out.blocks.index("leg-press")
