"""Records, history, sides, measures, soreness: plain recounts and examples."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from logs import DAY, MONDAY, logs, one_set, session

from legday.anatomy import Part
from legday.documents import encode
from legday.log import Log, LoggedSet, Measure, SetPart, Side
from legday.progress import (
    WeekPlan,
    balance_of_sides,
    e1rm_kg,
    exercise_history,
    expected_soreness,
    measure_series,
    records,
    signs_of_progress,
    soreness_after,
    statistics,
)
from legday.units import Mass

NOW = dt.datetime.combine(MONDAY + 90 * DAY, dt.time(12))


def kg(load: Mass | None) -> float:
    return float(load.kg) if load else 0.0


def epley(done: LoggedSet) -> float:
    """The formula once more, over exact numbers."""
    if done.kind not in ("normal", "failure") or done.pauses or not done.load or done.reps is None:
        return 0.0
    if not 1 <= done.reps <= 30:
        return 0.0
    reserve = 0 if done.rpe is None else min(5, round(10 - done.rpe))
    return kg(done.load) * (30 + float(done.reps) + reserve) / 30


@given(logs)
def test_records_are_what_a_plain_search_finds(log: Log) -> None:
    counted = [done for _, done in log.sets() if done.kind != "warm-up"]
    found = {each.exercise: each for each in records(log)}
    assert set(found) == {done.exercise for done in counted if done.exercise}
    for exercise, best in found.items():
        sets = [done for done in counted if done.exercise == exercise]
        moved = [(kg(done.load), float(done.reps)) for done in sets if done.reps]
        loaded = [pair for pair in moved if pair[0] > 0]
        if best.heaviest is None:
            assert not loaded
        else:
            assert (kg(best.heaviest.load), float(best.heaviest.reps or 0)) == pytest.approx(max(loaded))
        estimate = max(map(epley, sets))
        assert (best.e1rm is None) == (estimate == 0)
        assert kg(best.e1rm.e1rm if best.e1rm else None) == pytest.approx(estimate, abs=0.01)
        holds = [done.seconds for done in sets if done.seconds and not done.reps]
        assert (best.longest_hold.seconds if best.longest_hold else None) == max(holds, default=None)
        front = [(kg(feat.load), float(feat.reps or 0)) for feat in best.most_reps]
        assert front == sorted(front, reverse=True)
        for load, reps in moved:  # each set is matched by one of the front, and none of the front by another
            assert any(load <= other + 1e-9 and reps <= most for other, most in front)
        assert all(one == two or one[0] > two[0] or one[1] > two[1] for one in front for two in front)


def test_of_equal_feats_the_first_is_the_record() -> None:
    log = Log((session(MONDAY, one_set()), session(MONDAY + DAY, one_set())))
    [best] = records(log)
    for feat in (best.heaviest, best.e1rm, *best.most_reps):
        assert feat is not None
        assert (feat.date, feat.session) == (MONDAY, log.sessions[0].id)


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        (one_set(reps=10), 100 * (1 + 10 / 30)),
        (one_set(reps=8, rpe=Decimal(8)), 100 * (1 + 10 / 30)),
        (one_set(reps=8, rpe=Decimal(1)), 100 * (1 + 13 / 30)),
        (one_set(reps=31), None),
        (one_set(kg=None), None),
        (one_set(kind="work", pauses=1), None),
        (one_set(pauses=1), None),
        (one_set(kind="warm-up"), None),
    ],
)
def test_the_estimate_of_one_set(done: LoggedSet, expected: float | None) -> None:
    assert e1rm_kg(done) == (None if expected is None else pytest.approx(expected))


def test_the_history_tells_variants_apart_and_counts_what_was_done() -> None:
    drops = (SetPart("drop", Decimal(6), Mass(60, "kg")), SetPart("forced", Decimal(2)))
    day = session(
        MONDAY,
        one_set(kg="60", kind="warm-up", variant="low"),
        one_set(reps=8, variant="low"),
        one_set(reps=10, kg="80", parts=drops, variant="low"),
        one_set(reps=12, kg="70", variant="high"),
    )
    low, high = exercise_history(Log((day, session(MONDAY + DAY, one_set("leg-press")))), "squat")
    assert (low.variant, low.sets, low.reps, low.top.reps) == ("low", 2, Decimal(26), Decimal(8))
    assert low.volume == Mass(100 * 8 + 80 * 10 + 60 * 6 + 80 * 2, "kg")
    assert kg(low.e1rm) == pytest.approx(100 * 38 / 30, abs=0.01)
    assert (high.variant, high.sets, high.volume) == ("high", 1, Mass(840, "kg"))
    assert exercise_history(Log((day,)), "hip-thrust") == ()


@given(logs)
def test_a_history_has_every_session_of_the_exercise(log: Log) -> None:
    entries = exercise_history(log, "squat")
    done = [(s.start.date(), d) for s in log.sessions for d in s.sets if d.exercise == "squat" and d.kind != "warm-up"]
    assert {entry.date for entry in entries} == {day for day, _ in done}
    assert sum(entry.sets for entry in entries) == sum(each.kind != "drop" for _, each in done)
    assert sum(entry.reps for entry in entries) == sum(each.reps or 0 for _, each in done)


def sides(day: int, left: int, right: int, **more: Any) -> Any:
    pair = [one_set("split-squat", reps, side=side, **more) for side, reps in (("left", left), ("right", right))]
    return session(MONDAY + day * DAY, *pair)


def test_sides_are_compared_and_the_weaker_one_is_named() -> None:
    [found] = balance_of_sides(Log((sides(0, 12, 12), sides(3, 10, 6, kg=None))))
    assert (found.unit, found.left, found.right, found.weaker) == ("reps", 10, 6, "right")
    assert found.share == pytest.approx(0.4)
    [alike] = balance_of_sides(Log((sides(0, 10, 11),)))
    assert (alike.unit, alike.weaker) == ("kg", None)
    assert alike.share == pytest.approx(1 / 41, abs=1e-4)
    assert balance_of_sides(Log((session(MONDAY, one_set("split-squat", side="left")),))) == ()


@given(tenths=st.integers(1, 40), unit=st.sampled_from(("kg", "reps", "s")))
def test_a_side_that_is_just_a_tenth_behind_is_the_weaker_one(tenths: int, unit: str) -> None:
    """Whatever the load, the reps or the seconds: nine of ten, eighteen of twenty, and so on."""

    def pair(left: int, right: int) -> Log:
        amounts: tuple[tuple[Side, int], ...] = (("left", left), ("right", right))
        how: dict[str, Callable[[int], dict[str, Any]]] = {
            "kg": lambda n: {"kg": str(n)},
            "reps": lambda n: {"reps": n, "kg": None},
            "s": lambda n: {"reps": None, "kg": None, "seconds": Decimal(n)},
        }
        return Log((session(MONDAY, *(one_set("split-squat", side=side, **how[unit](n)) for side, n in amounts)),))

    assert [found.weaker for found in balance_of_sides(pair(9 * tenths, 10 * tenths))] == ["left"]
    assert [found.weaker for found in balance_of_sides(pair(100 * tenths, 91 * tenths))] == [None]


def test_only_the_latest_three_sessions_tell_of_sides() -> None:
    log = Log((sides(0, 20, 2), sides(1, 8, 8), sides(2, 8, 8), sides(3, 8, 8)))
    [found] = balance_of_sides(log)
    assert (found.share, found.sessions, found.date) == (0, 3, MONDAY + 3 * DAY)


@given(logs)
def test_mirrored_logs_have_mirrored_sides(log: Log) -> None:
    def mirrored(done: LoggedSet) -> LoggedSet:
        return msgspec.structs.replace(done, side={"left": "right", "right": "left", None: None}[done.side])

    mirror = Log(tuple(session(s.start.date(), *map(mirrored, s.sets)) for s in log.sessions))
    for one, other in zip(balance_of_sides(log), balance_of_sides(mirror), strict=True):
        assert (one.exercise, one.left, one.right, one.share) == (other.exercise, other.right, other.left, other.share)
        assert 0 <= one.share <= 1


def measure(day: int, kind: Any, value: str, unit: str, side: Any = None) -> Measure:
    return Measure(f"m{day}", MONDAY + day * DAY, kind, Decimal(value), unit, side)


def test_measures_are_series_by_kind_and_side_in_the_latest_unit() -> None:
    log = Log(
        measures=(
            measure(0, "body-mass", "80", "kg"),
            measure(7, "body-mass", "175", "lb"),
            measure(0, "thigh", "60", "cm", "left"),
            measure(1, "thigh", "24", "in", "left"),
            measure(1, "thigh", "61", "cm", "right"),
        )
    )
    mass, left, right = measure_series(log)
    assert ([point.value for point in mass.points], mass.unit, mass.change) == ([176.37, 175.0], "lb", -1.37)
    assert (left.side, [point.value for point in left.points]) == ("left", [23.62, 24.0])
    assert (right.side, right.unit, right.best) == ("right", "cm", 61.0)


def test_wall_sits_that_were_trained_are_signs_of_progress() -> None:
    sits = [
        session(MONDAY + day * DAY, *(one_set("wall-sit", None, None, seconds=Decimal(each)) for each in seconds))
        for day, seconds in ((1, (60, 50)), (8, (65, 75)))
    ]
    measures = (measure(4, "wall-sit", "70", "s"), measure(0, "waist", "80", "cm"))
    [series] = signs_of_progress(Log(tuple(sits), measures))
    assert ([point.value for point in series.points], series.best, series.change) == ([60, 70, 75], 75, 15)


def test_soreness_rises_for_a_day_peaks_until_the_third_and_is_gone_in_a_week() -> None:
    assert [soreness_after(hours) for hours in (-1, 0, 12, 24, 48, 71, 120, 168, 999)] == [
        0, 0, 0.5, 1, 1, 1, 0.5, 0, 0,
    ]  # fmt: skip


def test_soreness_is_expected_in_the_parts_that_had_hard_sets() -> None:
    log = Log((
        session(MONDAY, one_set("lying-leg-curl"), one_set("standing-calf-raise")),
        session(MONDAY + 2 * DAY, one_set("standing-calf-raise"), one_set("leg-extension", kind="warm-up")),
    ))  # fmt: skip
    hams, calves = expected_soreness(log, dt.datetime.combine(MONDAY + 3 * DAY, dt.time(6)))
    assert (hams.part, hams.level, hams.peak_from.date()) == (Part.HAMS, 1, MONDAY + DAY)
    assert (calves.part, calves.level, calves.trained.date()) == (Part.CALVES, 0.5, MONDAY + 2 * DAY)
    assert expected_soreness(log, NOW) == ()


@given(logs)
def test_all_statistics_together_can_be_sent(log: Log) -> None:
    planned = (WeekPlan(MONDAY, (MONDAY,)),)
    found = statistics(log, planned, NOW)
    assert (found.sessions, found.sets) == (len(log.sessions), len(list(log.sets())))
    assert encode(found)
    part = statistics(log, planned, NOW, MONDAY + 14 * DAY, MONDAY + 20 * DAY)
    assert [week.start for week in part.weekly_hard_sets] == [MONDAY + 14 * DAY]
    assert [week.start for week in part.adherence] == [MONDAY + 14 * DAY]
    assert (part.records, part.streak) == (found.records, found.streak)
