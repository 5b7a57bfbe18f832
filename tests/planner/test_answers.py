"""What the log shows is answered in the next plan, with its reason, and the plan still keeps every rule."""

import datetime as dt
from decimal import Decimal
from typing import Any

import pytest
from checker import violations
from msgspec.structs import replace
from reasons import false_reasons

from legday.anatomy import Part
from legday.documents import decode, encode
from legday.log import Log, LoggedSession, LoggedSet
from legday.planner import Item, Plan, Request, make_plan, plan_request
from legday.programs import Program
from legday.progress import Answer, AnswerKind, Findings, find_all, strength_trails
from legday.units import Mass
from planning import MONDAY, as_json, profile_of, program_of, routine_of, slot_of

THREE_DAYS = {"monday": "75 min", "thursday": "75 min", "saturday": "45 min"}
FIELDS: dict[str, Any] = {"days": THREE_DAYS, "level": "intermediate", "method": "priority-split"}


def answer(kind: AnswerKind, part: Part | None = Part.QUADS, **exercises: str | None) -> Answer:
    named = {name.replace("_", "-"): variant for name, variant in exercises.items()}
    return Answer(kind, part, "It has stopped getting stronger.", "The next plan answers.", "a test", named)


def plan(*answers: Answer, **fields: Any) -> Plan:
    plain = make_plan(profile_of(**{**FIELDS, **fields}), Log(), MONDAY)
    return plan_request(replace(plain.request, answers=answers)) if answers else plain


def items(made: Plan, week: int = 2) -> list[Item]:
    return [item for session in made.weeks[week].sessions for item in session.items]


def sets_of(made: Plan, part: Part, week: int = 0) -> int:
    return sum(item.count for item in items(made, week) if item.part is part)


def sound(made: Plan) -> None:
    assert made.status == "optimal"
    assert violations(as_json(made)) == []
    assert false_reasons(as_json(made)) == []


def reason(item: Item) -> str:
    return dict(zip(item.why, item.because, strict=True)).get("plateau", "")


def test_another_exercise_takes_the_place_of_one_that_stopped() -> None:
    plain, made = plan(), plan(answer("other-variant", leg_press="foot-low", squat="feet-forward"))
    assert {"feet-forward", "foot-low"} <= {item.variant for item in items(plain)}
    assert not {"feet-forward", "foot-low"} & {item.variant for item in items(made)}
    told = [reason(item) for item in items(made) if reason(item)]
    assert told
    assert all(each.startswith("It takes the place of what stopped getting stronger.") for each in told)
    parts = [sorted({item.part for item in items(each) if item.part}) for each in (plain, made)]
    assert parts[0] == parts[1]
    sound(made)


def test_only_the_way_that_was_done_is_left() -> None:
    """Where the log says which variant it was, another one of the same exercise will do."""
    usual = next(item for item in items(plan()) if item.exercise == "leg-press")
    made = plan(answer("other-variant", leg_press=usual.variant))
    assert all(item.variant != usual.variant for item in items(made) if item.exercise == "leg-press")
    sound(made)


def test_fewer_sets_are_a_third_fewer_and_more_are_the_whole_method_at_once() -> None:
    plain, fewer, more = (plan(*answers) for answers in ((), (answer("fewer-sets", leg_press=None),),
                                                         (answer("more-sets", leg_press=None),)))  # fmt: skip
    assert sets_of(fewer, Part.QUADS, 2) < sets_of(plain, Part.QUADS, 2)
    assert sets_of(more, Part.QUADS, 0) > sets_of(plain, Part.QUADS, 0)
    for made in (fewer, more):
        assert any(reason(item) for item in items(made))
        sound(made)


def small(sets: str, *choose: str) -> Program:
    return program_of({}, routine_of("legs", 2, 2, slot_of("push", "quads", sets, *choose)))


def with_program(program: Program, *answers: Answer) -> Item:
    request = make_plan(profile_of(**FIELDS), Log(), MONDAY, program=program).request
    made = plan_request(replace(request, answers=answers))
    sound(made)
    return next(item for item in items(made) if item.part)


@pytest.mark.parametrize(("written", "then"), [("rir 3-4", "rir 1-2"), ("rir 1", "rir 1"), ("not to failure",) * 2])
def test_sets_that_were_too_easy_end_nearer_to_failure(written: str, then: str) -> None:
    program = small(f"3 x 10 {written} rest 2 min", "leg-press")
    assert written in with_program(program).sets
    assert then in with_program(program, answer("closer-to-failure", leg_press=None)).sets


def test_a_beginner_keeps_reps_in_reserve_whatever_the_answer() -> None:
    made = plan(answer("closer-to-failure", squat=None, leg_press=None), level="beginner", method="machine-day")
    sound(made)


def test_what_has_no_other_is_lowered_slowly() -> None:
    stalled = answer("other-variant", leg_extension=None)
    alone = with_program(small("3 x 10 rir 1 rest 2 min", "leg-extension"), stalled)
    assert "tempo 3-1-1-0" in alone.sets
    assert reason(alone).startswith("Nothing else fits here")
    beside = with_program(small("3 x 10 rir 1 rest 2 min", "leg-extension", "leg-press"), stalled)
    assert (beside.exercise, "tempo" in beside.sets) == ("leg-press", False)


@pytest.mark.parametrize("weeks", [1, 2, 4, 8])
def test_fatigue_makes_the_first_week_easy(weeks: int) -> None:
    tired = answer("deload", None)
    plain = make_plan(profile_of(**FIELDS), Log(), MONDAY, weeks)
    made = plan_request(replace(plain.request, answers=(tired,)))
    assert made.weeks[0].deload
    assert all(week.deload == before.deload for week, before in list(zip(made.weeks, plain.weeks, strict=True))[1:])
    assert any("It has stopped getting stronger." in because for item in items(made, 0) for because in item.because)
    sound(made)


def test_an_answer_is_told_once_for_the_plan_and_survives_being_saved() -> None:
    made = plan(answer("fewer-sets", leg_press=None))
    assert made.notes.count("It has stopped getting stronger. The next plan answers.") == 1
    assert decode(encode(made.request), Request).answers == made.request.answers


def stalled_log(weeks: int = 18, end: int = 13) -> Log:
    """Squats and leg presses three times a week: 2.5 % a week up to a week, then nothing, without noise."""
    sessions = []
    for number in range(weeks):
        for weekday in (0, 2, 4):
            week = min(number + weekday / 7, end)
            load = {"squat": 60 * 1.025**week, "leg-press": 120 * 1.025**week}
            sets = tuple(
                LoggedSet(name, name, 1, kind="failure", reps=Decimal(10), load=Mass(f"{kg:.2f}", "kg"))
                for name, kg in load.items()
            )
            day = MONDAY - dt.timedelta(weeks=weeks - number) + dt.timedelta(days=weekday)
            sessions.append(LoggedSession(dt.datetime.combine(day, dt.time(18)), "Legs", sets))
    return Log(tuple(sessions))


def found_in(log: Log) -> Findings:
    return find_all(log, strength_trails(log), (8, 20), MONDAY)


def test_a_plateau_in_the_log_is_answered_in_the_next_plan() -> None:
    (plateau,) = found_in(stalled_log()).plateaus
    assert plateau.answer.kind == "more-sets"  # six hard sets a week, where eight are the least
    made = make_plan(profile_of(**FIELDS), stalled_log(), MONDAY)
    assert plateau.answer in made.request.answers
    assert plateau.answer.sentence in made.notes
    assert any(reason(item) for item in items(made))
    sound(made)


def test_progress_that_goes_on_asks_for_nothing() -> None:
    going_on = stalled_log(end=99)
    assert found_in(going_on).plateaus == ()
    assert all(each.kind == "lagging" for each in make_plan(profile_of(**FIELDS), going_on, MONDAY).request.answers)


def test_a_part_that_lags_is_treated_as_the_athlete_would_say_it() -> None:
    """Quads every session, hams hardly ever: the plan is the one for an athlete who calls hams lagging."""
    sessions = []
    for number in range(8):
        day = MONDAY - dt.timedelta(weeks=8 - number)
        names = ["leg-extension"] * 9 + ["lying-leg-curl"]
        sets = tuple(LoggedSet(name, name, n, reps=Decimal(10), load=Mass("40", "kg")) for n, name in enumerate(names))
        sessions.append(LoggedSession(dt.datetime.combine(day, dt.time(18)), "Legs", sets))
    log = Log(tuple(sessions))
    made = make_plan(profile_of(**FIELDS), log, MONDAY)
    (behind,) = made.request.answers
    assert (behind.kind, behind.part) == ("lagging", Part.HAMS)
    assert made.request.profile.lagging == (Part.HAMS,)
    assert behind.sentence in made.notes
    by_word = make_plan(profile_of(**FIELDS, lagging=["hams"]), log, MONDAY)
    assert [week.sessions for week in made.weeks] == [week.sessions for week in by_word.weeks]
    sound(made)
