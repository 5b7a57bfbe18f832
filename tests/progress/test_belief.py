"""What is believed of strength: bounds, order of evidence, gaps, exercises that inform each other, and calibration."""

import datetime as dt
import math
from decimal import Decimal
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legday.log import Log, LoggedSession, LoggedSet
from legday.progress import chance_of, follow, strengths
from legday.progress.belief import after_session, lost_after, no_belief, strength_of
from legday.progress.efforts import efforts_of, log_share, reps_at
from legday.progress.prior import strength_prior
from legday.units import Mass

DAY = dt.date(2026, 3, 2)


def done(exercise: str, kg: float, reps: int, **more: object) -> LoggedSet:
    return LoggedSet(exercise, exercise, 1, reps=Decimal(reps), load=Mass(f"{kg:g}", "kg"), **more)  # type: ignore[arg-type]


def session(day: int, *sets: LoggedSet) -> LoggedSession:
    start = dt.datetime.combine(DAY + dt.timedelta(days=day), dt.time(18))
    return LoggedSession(start, "Legs", sets, id=f"s{day}")


def weeks(*sets: LoggedSet, number: int = 8) -> Log:
    return Log(tuple(session(7 * week, *sets) for week in range(number)))


some_sets = st.lists(
    st.tuples(
        st.integers(0, 60),
        st.sampled_from(["squat", "leg-press", "lying-leg-curl", "my-own"]),
        st.integers(1, 400),
        st.integers(1, 30),
        st.sampled_from(["normal", "failure", "warm-up", "drop"]),
        st.sampled_from([None, Decimal(6), Decimal(9), Decimal(10)]),
    ),
    max_size=40,
)


Drawn = tuple[int, str, int, int, str, Decimal | None]


def log_of(drawn: list[Drawn]) -> Log:
    by_day: dict[int, list[LoggedSet]] = {}
    for day, exercise, kg, reps, kind, rpe in sorted(drawn, key=lambda each: each[0]):
        by_day.setdefault(day * 3, []).append(done(exercise, kg, reps, kind=kind, rpe=rpe))
    return Log(tuple(session(day, *sets) for day, sets in by_day.items()))


@settings(deadline=None)
@given(some_sets)
def test_whatever_is_logged_there_is_a_finite_belief(
    drawn: list[Drawn],
) -> None:
    followed = follow(log_of(drawn))
    belief = followed.belief
    smallest = min(float(each) for each in __import__("numpy").linalg.eigvalsh(belief.covariance))
    assert smallest > -1e-9
    for exercise in belief.places:
        mean, sd = strength_of(belief, exercise)
        assert math.isfinite(mean)
        assert 0 < sd < 2


@settings(deadline=None)
@given(some_sets, st.integers(0, 20))
def test_going_on_is_the_same_as_following_all(drawn: list[Drawn], some: int) -> None:
    log = log_of(drawn)
    part = Log(log.sessions[:some])
    again = follow(log, follow(part))
    whole = follow(log)
    assert again.trails == whole.trails
    assert again.strengths == whole.strengths


def test_a_session_that_was_changed_is_gone_through_again() -> None:
    log = weeks(done("squat", 100, 5, kind="failure"))
    changed = Log((*log.sessions[:-1], session(49, done("squat", 110, 5, kind="failure"))))
    assert follow(changed, follow(log)).trails == follow(changed).trails != follow(log).trails


def test_a_set_to_failure_pins_strength_and_a_planned_stop_bounds_it() -> None:
    epley = math.log(100) + log_share(8)
    failed = strengths(weeks(done("squat", 100, 8, kind="failure")))["squat"]
    planned = strengths(weeks(done("squat", 100, 8)))["squat"]
    assert failed.log_e1rm == pytest.approx(epley, abs=0.01)
    assert epley < planned.log_e1rm < epley + 2 * strength_prior().plan_reserve
    assert failed.sd < planned.sd


def test_a_light_day_does_not_lower_what_is_believed_much() -> None:
    heavy = weeks(done("squat", 100, 8, kind="failure"))
    light = Log((*heavy.sessions, session(56, done("squat", 60, 8))))
    before, after = strengths(heavy)["squat"], strengths(light)["squat"]
    assert after.log_e1rm > before.log_e1rm - 0.02


def test_a_rated_reserve_counts_as_reps() -> None:
    rated = strengths(weeks(done("squat", 100, 6, rpe=Decimal(8))))["squat"]
    assert rated.log_e1rm == pytest.approx(math.log(100) + log_share(8), abs=0.015)


def test_later_sets_that_fall_short_show_that_the_first_came_near_failure() -> None:
    sets = done("squat", 100, 8), done("squat", 100, 6), done("squat", 100, 5)
    (first, *_) = efforts_of("squat", sets)
    assert first.stopped == "by-fatigue"
    assert efforts_of("squat", (sets[0], sets[0]))[0].stopped == "by-plan"


def test_exercises_inform_each_other() -> None:
    """Someone who is strong in the squat is believed stronger in the leg press than someone who is not."""
    strong, weak = (follow(weeks(done("squat", kg, 5, kind="failure"))).belief for kg in (180, 60))
    assert strength_of(strong, "leg-press")[0] > strength_of(weak, "leg-press")[0] + 0.2
    assert strength_of(strong, "leg-press")[1] < strength_of(no_belief(strength_prior()), "leg-press")[1]
    part_too = strength_of(strong, "leg-extension")[0] - strength_of(weak, "leg-extension")[0]
    other = strength_of(strong, "seated-calf-raise")[0] - strength_of(weak, "seated-calf-raise")[0]
    assert part_too > other > 0, "the part counts beside the athlete"


def test_time_without_training_makes_unsure_and_long_time_takes_strength() -> None:
    belief = follow(weeks(done("squat", 100, 5, kind="failure"))).belief
    assert belief.day is not None
    means, sds = zip(
        *(strength_of(belief, "squat", belief.day + dt.timedelta(days=n)) for n in (0, 28, 90, 400)), strict=True
    )
    assert means[0] == means[1] > means[2] > means[3] >= means[0] - lost_after(10_000)
    assert list(sds) == sorted(sds)


@given(st.integers(20, 300), st.integers(1, 20), st.integers(1, 30))
def test_chance_falls_with_load_and_reps(kg: int, reps: int, more: int) -> None:
    strength = strengths(weeks(done("squat", 100, 8, kind="failure"), number=2))["squat"]
    one = chance_of(strength, kg, reps, DAY)
    assert 0 <= chance_of(strength, kg + more, reps, DAY) <= one <= 1
    assert chance_of(strength, kg, reps + more, DAY) <= one


def test_reps_and_shares_are_each_others_inverse() -> None:
    for reps in range(31):
        assert reps_at(log_share(reps)) == pytest.approx(reps)


@pytest.mark.parametrize("planned", [False, True])
def test_intervals_hold_the_strength_of_made_up_athletes(planned: bool) -> None:
    """Eight of ten 80 % bands hold the true one-repetition maximum, also where athletes stop with reps in hand."""
    random, inside, total = Random(4), 0, 0  # noqa: S311
    prior = strength_prior()
    for _ in range(120):
        true = random.gauss(math.log(110), 0.25)
        belief = no_belief(prior)
        for number in range(16):
            true += random.gauss(0.004, prior.walk.exercise * math.sqrt(3.5))
            kg = 2.5 * round(math.exp(true) * random.uniform(0.68, 0.8) / 2.5)
            able = reps_at(true + random.gauss(0, prior.day) - math.log(kg))
            if planned:
                reps, more = max(1, math.floor(able - random.expovariate(1 / 2.5))), {}
            else:
                reps, more = max(1, math.floor(able + 0.5)), {"kind": "failure"}
            belief, _ = after_session(belief, session(int(3.5 * number), done("squat", kg, reps, **more)))
            if number >= 5:
                mean, sd = strength_of(belief, "squat")
                inside += abs(true - mean) < 1.2816 * sd
                total += 1
    assert 0.7 < inside / total < 0.95
