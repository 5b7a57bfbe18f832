"""Plans made again: sound, close to what was planned, told in full, the same each time, and settled when taken."""

import datetime as dt
from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from checker import replan_violations
from generated import block_of, fields_of, log_of
from histories import DAY, History, history_of, trained
from msgspec.structs import replace

from legday.anatomy import Joint, Part
from legday.documents import decode, encode
from legday.log import Log, LoggedSession, LoggedSet
from legday.planner import Pain, Plan, Replan, explain, make_plan, replan
from legday.planner.profile import Race
from legday.planner.wishes import Wish
from legday.units import Duration, Weekday
from planning import MONDAY, PROFILES, as_json, example, profile_of

SEEDS = (
    1,
    2,
    3,
    5,
    7,
    9,
    11,
    13,
    14,
    17,
    20,
    22,
    23,
    26,
    30,
    33,
    35,
    40,
    44,
    47,
    50,
    55,
    60,
    66,
    71,
    77,
    80,
    90,
    95,
    99,
)


@cache
def plan_of(seed: int) -> Plan:
    return make_plan(profile_of(**fields_of(seed)), log_of(seed), *block_of(seed))


def sound(plan: Plan, history: History, made: Replan, sore: tuple[str, ...] = ()) -> None:
    done = [*history.done]
    assert replan_violations(as_json(plan), as_json(made.plan), str(history.today), done, sore) == []
    assert (made.plan == plan) == (not made.moves)
    assert all(move.say and move.because for move in made.moves)
    assert not made.moves or made.events


@pytest.mark.parametrize("seed", SEEDS)
def test_a_week_that_did_not_go_as_planned_goes_on_soundly(seed: int) -> None:
    plan = plan_of(seed)
    for turn in range(3):
        history = history_of(plan, 100 * seed + turn)
        made = replan(plan, history.log, history.today)
        sound(plan, history, made)
        assert replan(made.plan, history.log, history.today).plan is made.plan  # it is settled once it is taken
        assert replan(plan, history.log, history.today).plan == made.plan  # and the same each time


@pytest.mark.parametrize("seed", SEEDS[::3])
def test_new_pain_and_less_time_change_the_rest_of_the_block(seed: int) -> None:
    plan = plan_of(seed)
    history = history_of(plan, seed)
    profile = plan.request.profile
    longest = max(profile.days, key=lambda day: profile.days[day].seconds)
    for changed in (
        replace(profile, pain=(*profile.pain, Pain(Joint.KNEE, 5))),
        replace(profile, days={**profile.days, longest: Duration(max(600, profile.days[longest].seconds // 2))}),
    ):
        made = replan(plan, history.log, history.today, profile=changed)
        assert made.plan.request.profile == (changed if made.moves else profile)
        if not made.conflict:
            sound(plan, history, made)


@pytest.mark.parametrize("name", PROFILES)
def test_nothing_moves_when_all_went_as_planned(name: str) -> None:
    plan = example(name)
    log = Log()
    for date in (MONDAY + n * DAY for n in range(28)):
        made = replan(plan, log, date)
        assert (made.plan is plan, made.moves, made.events) == (True, (), ())
        log = Log((*log.sessions, *(trained(s, date)[0] for w in plan.weeks for s in w.sessions if s.date == date)))
    assert replan(plan, log, plan.end).plan is plan
    assert replan(plan, Log(), plan.end).plan is plan  # a block that is over is over


def test_without_a_plan_nothing_is_made_again() -> None:
    none = make_plan(profile_of(days={"monday": "5 min"}, level="advanced", method="priority-split"), Log(), MONDAY, 1)
    assert none.status == "infeasible"
    assert replan(none, Log(), MONDAY + DAY).plan is none


def test_a_missed_session_takes_a_free_day() -> None:
    plan = example("male-bodybuilder")
    made = replan(plan, Log(), MONDAY + DAY)
    monday = plan.weeks[0].sessions[0]
    assert monday.date == MONDAY
    assert all(session.date != MONDAY for session in made.plan.weeks[0].sessions)
    (free,) = (s for s in made.plan.weeks[0].sessions if s.date not in {old.date for old in plan.weeks[0].sessions})
    placed = {item.exercise for item in free.items if item.part}
    assert placed
    assert placed <= {item.exercise for item in monday.items}
    assert {"moved", "left out"} == {move.kind for move in made.moves}
    assert made.plan.weeks[1:] == plan.weeks[1:]
    others = [s for s in plan.weeks[0].sessions if s.date != MONDAY]
    assert [s for s in made.plan.weeks[0].sessions if s.date != free.date] == others
    assert (made.plan.changes[0].settled, made.plan.changes[0].let_go) == ((MONDAY,), ())
    assert made.plan.changes[0].events == ("Monday 2 Mar was missed.",)


def test_what_no_day_can_take_is_let_go_without_a_word_more() -> None:
    plan = example("home-circuit")
    friday = plan.weeks[0].sessions[1]
    made = replan(plan, Log((trained(plan.weeks[0].sessions[0], MONDAY)[0],)), friday.date + DAY)
    assert [(move.kind, move.exercises) for move in made.moves] == [("left out", ())]
    assert made.moves[0].say.endswith("left out; next week goes on as planned.")
    assert made.plan.changes[0].let_go == (friday.date,)


def test_an_easy_week_stays_easy() -> None:
    plan = example("male-bodybuilder")
    easy = plan.weeks[-1]
    assert easy.deload
    made = replan(plan, Log(), easy.start + DAY)
    assert [move.kind for move in made.moves] == ["left out"]
    assert "easy week" in made.moves[0].because
    assert made.plan.weeks[-1].sessions == easy.sessions[1:]


def test_sets_that_were_left_undone_are_looked_for_another_day() -> None:
    plan = example("male-bodybuilder")
    monday, *others = plan.weeks[0].sessions
    session, _ = trained(monday, MONDAY, 0.5)
    made = replan(plan, Log((session,)), MONDAY + DAY)
    assert made.events == ("You stopped early on Monday 2 Mar.",)
    assert made.moves
    assert monday in made.plan.weeks[0].sessions
    assert made.plan.changes[0].settled == (MONDAY,)
    assert replan(made.plan, Log((session,)), MONDAY + DAY).moves == ()
    almost = replace(session, sets=trained(monday, MONDAY)[0].sets[:-1])
    assert replan(plan, Log((almost,)), MONDAY + DAY).moves == ()  # a set or two are not worth a word
    assert all(other in made.plan.weeks[0].sessions or other.date > MONDAY for other in others)


def test_a_session_under_way_is_left_alone() -> None:
    plan = example("male-bodybuilder")
    monday = plan.weeks[0].sessions[0]
    session = replace(trained(monday, MONDAY, 0.3)[0], finished=False)
    assert replan(plan, Log((session,)), MONDAY).moves == ()
    assert replan(plan, Log((session,)), MONDAY + DAY).moves  # the day after it is over


def test_a_session_done_early_or_imported_counts() -> None:
    plan = example("male-bodybuilder")
    monday, tuesday = plan.weeks[0].sessions[:2]
    early, _ = trained(tuesday, MONDAY)
    both = Log((trained(monday, MONDAY)[0], early))
    made = replan(plan, both, MONDAY + DAY)
    assert tuesday in made.plan.weeks[0].sessions
    imported = replace(trained(monday, MONDAY)[0], plan=None, planned_date=None)
    imported = replace(imported, sets=tuple(replace(done, block="") for done in imported.sets))
    assert replan(plan, Log((imported,)), MONDAY + DAY).moves == ()


def test_what_was_trained_beside_the_plan_rests_the_next_day() -> None:
    plan = example("male-bodybuilder")
    calves = LoggedSet("Seated calf raise", "seated-calf-raise", 1)
    monday, tuesday = plan.weeks[0].sessions[:2]
    assert tuesday.parts == (Part.CALVES,)
    extra = LoggedSession(dt.datetime.combine(MONDAY, dt.time(7)), "More", (calves, calves, calves), planned_date=None)
    made = replan(plan, Log((extra, trained(monday, MONDAY)[0])), MONDAY + DAY)
    assert tuesday not in made.plan.weeks[0].sessions
    assert "beside the plan" in made.events[0]
    chest = replace(extra, sets=(LoggedSet("Bench press", None, 1),))
    assert replan(plan, Log((chest, trained(monday, MONDAY)[0])), MONDAY + DAY).moves == ()


@pytest.mark.parametrize("name", PROFILES)
def test_a_sore_part_is_not_trained_today(name: str) -> None:
    plan = example(name)
    for session in plan.weeks[0].sessions:
        part = session.parts[0]
        log = Log(tuple(trained(s, s.date)[0] for s in plan.weeks[0].sessions if s.date < session.date))
        made = replan(plan, log, session.date, sore=[part])
        history = History(
            session.date, log, [trained(s, s.date)[1] for s in plan.weeks[0].sessions if s.date < session.date], []
        )
        sound(plan, history, made, (part,))
        assert made.moves
        assert all("sore" in move.because or "room" in move.because for move in made.moves)


def test_days_can_be_named_where_there_is_no_log() -> None:
    plan = example("male-bodybuilder")
    named = replan(plan, Log(), MONDAY + 2 * DAY, missed=[MONDAY], log_is_whole=False)
    assert named.events == ("Monday 2 Mar was missed.",)
    ahead = replan(plan, Log(), MONDAY, missed=[MONDAY + 3 * DAY], log_is_whole=False)
    assert ahead.events == ("Thursday 5 Mar falls out.",)
    assert all(session.date != MONDAY + 3 * DAY for session in ahead.plan.weeks[0].sessions)
    assert replan(plan, Log(), MONDAY + 2 * DAY, missed=[], log_is_whole=False).moves == ()


def test_a_day_that_is_no_longer_there_gives_its_work_to_another() -> None:
    plan = example("beginner-woman")
    profile = plan.request.profile
    days = {day: minutes for day, minutes in profile.days.items() if day is not Weekday.MONDAY}
    days[Weekday.TUESDAY] = profile.days[Weekday.MONDAY]
    made = replan(plan, Log(), MONDAY, profile=replace(profile, days=days))
    assert {move.kind for move in made.moves} >= {"moved"}
    assert made.events == ("You changed your days.",)
    assert all(Weekday.of(s.date) in days for week in made.plan.weeks for s in week.sessions)
    assert made.plan.request.profile.days == days


def test_a_profile_that_leaves_no_plan_says_what_is_in_the_way() -> None:
    plan = example("male-bodybuilder")
    changed = replace(plan.request.profile, wishes=(Wish.parse("squats on monday"), Wish.parse("no squats")))
    made = replan(plan, Log(), MONDAY, profile=changed)
    assert {demand.about for demand in made.conflict} == {"squats on monday", "no squats"}
    assert (made.plan, made.moves) == (plan, ())


def test_a_plan_made_again_is_written_read_explained_and_made_again() -> None:
    plan = example("male-bodybuilder")
    first = replan(plan, Log(), MONDAY + DAY).plan
    assert decode(encode(first), Plan) == first
    assert all(explain(first, day=session.weekday.lower()).items for session in first.weeks[0].sessions)
    answer = explain(first, question="why not 6 sets of leg press?")
    assert answer.alternatives
    log = Log(tuple(trained(s, s.date)[0] for s in first.weeks[0].sessions))
    second = replan(first, log, first.weeks[1].start + DAY)
    assert len(second.plan.changes) == 2
    assert second.plan.weeks[0] == first.weeks[0]
    rows = first.by_day()
    assert all(len({tuple(i.slot for i in s.items) for s in row if s}) == 1 for row in rows)
    assert sum(s is not None for row in rows for s in row) == sum(len(week.sessions) for week in first.weeks)


def test_a_new_ranking_and_a_race_are_told_in_their_order() -> None:
    plan = example("male-bodybuilder")
    race = Race(MONDAY + 19 * DAY)
    ranking = (Part.CALVES, Part.HAMS, Part.QUADS, Part.GLUTES)
    made = replan(plan, Log(), MONDAY, profile=replace(plan.request.profile, ranking=ranking, race=race))
    assert made.moves
    assert made.plan.ranking == ranking
    for week in made.plan.weeks:
        assert tuple(volume.part for volume in week.volumes) == ranking
    assert [week.taper for week in made.plan.weeks] == [False, True, True, False]
    assert [week.deload for week in made.plan.weeks] == [False, False, False, True]
    assert any("race" in note for note in made.plan.notes)
    assert all(not -4 <= (s.date - race.date).days <= 3 for week in made.plan.weeks for s in week.sessions)


FAULTS: dict[str, Callable[[Any], object]] = {
    "was done and is changed": lambda weeks: weeks[0]["sessions"][0].update(minutes=1),
    "is planned in the past": lambda weeks: weeks[0]["sessions"].append(
        {**weeks[0]["sessions"][1], "date": "2026-03-04"}
    ),
    "week 2 changed": lambda weeks: weeks[1]["sessions"].pop(),
    "more days than before": lambda weeks: [weeks[0]["sessions"].append(weeks[0]["sessions"][-1]) for _ in range(3)],
    "told": lambda weeks: weeks[0]["volumes"][0].update(direct=99.0),
    "calves": lambda weeks: weeks[0]["sessions"].append({**weeks[0]["sessions"][-1], "date": "2026-03-06"}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_the_checker_itself_sees_what_is_wrong(fault: str) -> None:
    plan = example("male-bodybuilder")
    monday = plan.weeks[0].sessions[0]
    logged, facts = trained(monday, MONDAY)
    made = as_json(replan(plan, Log((logged,)), MONDAY + 3 * DAY).plan)
    today = str(MONDAY + 3 * DAY)
    assert replan_violations(as_json(plan), made, today, [facts]) == []
    FAULTS[fault](made["weeks"])
    assert any(fault in found for found in replan_violations(as_json(plan), made, today, [facts]))
