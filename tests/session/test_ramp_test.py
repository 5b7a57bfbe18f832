"""The guided ramp test finds a load and is safe by its rules, whoever does it and however they misjudge themselves."""

import json
import math
from collections.abc import Iterator
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ramp_phone import Answer, Athlete, next_load, play_test, work_load
from session_plans import MONDAY, SEEDS, example, generated, profile_of

from legday.catalogue import load_catalogue
from legday.documents import decode
from legday.log import Log
from legday.notation import parse_scheme
from legday.progress import follow
from legday.session import Block, Loading, PlayStep, RampTest, SessionSteps, make_sessions
from legday.session.gear import implement_of
from legday.session.ramp_test import LEAST_SETS, MOST_SETS, REPS, RISES, ramp_test
from legday.session.steps import Station

EXERCISES = ("squat", "leg-press", "hip-abduction", "goblet-squat", "hip-thrust", "lying-leg-curl", "seated-calf-raise")
SCHEMES = ("3 x 6-8 rir 2", "4 x 8-12 rir 1", "3 x 20 to failure", "2 x 15")
ALLOWED = 1.02
"""Work sets begin with no more than this share of the load that is right; see `CAUTION`."""

exercises, schemes = st.sampled_from(EXERCISES), st.sampled_from(SCHEMES)
athletes = st.builds(
    Athlete,
    one_rep_max=st.floats(-3, 3).map(math.exp),  # as a multiple of the usual, put right in `of`
    k=st.floats(25, 40),
    misses=st.floats(-1, 1),
)


@cache
def made(exercise: str, scheme: str) -> tuple[RampTest, PlayStep]:
    known = load_catalogue().exercises[exercise]
    profile = profile_of(place="gym", days={"monday": "60 min"})
    station = Station("a", "a", known, implement_of(profile, known), partner=False, circumstances=frozenset())
    found = ramp_test(station, parse_scheme(scheme), follow(Log()), MONDAY, 3600.0, Fraction(1))
    assert found is not None
    return found[0], found[1][0]


def of(athlete: Athlete, exercise: str) -> Athlete:
    mean, sd = follow(Log()).believed(exercise, MONDAY)
    spread = math.log(athlete.one_rep_max)
    return Athlete(math.exp(mean + spread * sd), athlete.k, athlete.misses)


@settings(deadline=None)  # the first call reads the catalogue
@given(exercises, schemes, athletes)
def test_every_test_set_could_be_done_with_a_rep_in_reserve(exercise: str, scheme: str, athlete: Athlete) -> None:
    test, first = made(exercise, scheme)
    assert first.load is not None
    someone = of(athlete, exercise)
    answers, _ = play_test(test, first.load, someone)
    for number, answer in enumerate(answers):
        lightest = number == 0 and answer.load == test.ladder[0]  # there is nothing lighter to begin with
        assert lightest or someone.able(float(answer.load.mass.kg)) >= REPS + 1 - 1e-9


@settings(deadline=None)  # the first call reads the catalogue
@given(exercises, schemes, athletes)
def test_the_work_load_is_never_above_what_is_right(exercise: str, scheme: str, athlete: Athlete) -> None:
    test, first = made(exercise, scheme)
    assert first.load is not None
    someone = of(athlete, exercise)
    _, work = play_test(test, first.load, someone)
    assert work == test.ladder[0] or float(work.mass.kg) <= ALLOWED * someone.right_load(test.reps)


@pytest.mark.parametrize("exercise", ["squat", "leg-press", "hip-thrust", "lying-leg-curl"])
@pytest.mark.parametrize("misses", [-1.0, 0.0, 1.0])
def test_most_athletes_come_near_their_load_in_five_sets(exercise: str, misses: float) -> None:
    test, first = made(exercise, "4 x 8-12 rir 1")
    assert first.load is not None
    random = Random(1)  # noqa: S311 no secret
    near = 0
    for _ in range(200):
        athlete = of(Athlete(math.exp(random.gauss(0, 1)), 30.0, misses), exercise)
        _, work = play_test(test, first.load, athlete)
        near += float(work.mass.kg) >= 0.6 * athlete.right_load(test.reps)
    assert near >= 160, near


def test_a_better_answer_never_leads_to_less() -> None:
    for exercise in EXERCISES:
        test, first = made(exercise, SCHEMES[1])
        assert first.load is not None
        for load in test.ladder:
            answers = [Answer(load, REPS, reserve) for reserve in range(11)]
            work = [float(work_load(test, answer).mass.kg) for answer in answers]
            assert work == sorted(work)
            risen = [next_load(test, answer, REPS) for answer in answers]
            assert [float(each.mass.kg) for each in risen if each] == sorted(float(e.mass.kg) for e in risen if e)
            assert next_load(test, answers[5], REPS) is None


# --- in sessions ---


def with_a_test() -> Iterator[tuple[SessionSteps, Block, RampTest]]:
    for plan in [*map(example, ("male-bodybuilder", "home-circuit", "knee-pain")), *map(generated, SEEDS)]:
        for session in make_sessions(plan, "plan-1", Log()):
            for block in session.blocks:
                if block.ramp_test:
                    yield session, block, block.ramp_test


def test_test_sets_are_light_warm_ups_before_work_whose_load_is_unknown() -> None:
    found = list(with_a_test())
    assert len(found) > 10
    for session, block, test in found:
        steps = [step for step in session.steps if step.block == block.key and step.kind != "station-change"]
        lead, work = steps[: 2 * len(test.sets)], steps[2 * len(test.sets) :]
        assert block.load_unknown
        assert LEAST_SETS <= len(test.sets) <= MOST_SETS
        assert tuple(step.set_key for step in lead[::2]) == test.sets
        assert {(step.set_kind, step.reps) for step in lead[::2]} == {("warm-up", (REPS, REPS))}
        assert {step.kind for step in lead[1::2]} == {"rest"}
        assert lead[0].load in test.ladder
        assert all(step.load is None for step in [*lead[2::2], *work])
        masses = [load.mass for load in test.ladder]
        assert masses == sorted(set(masses))
        assert len(masses) > 1


def test_where_there_is_no_time_for_it_the_sentence_stands() -> None:
    unknown = [
        block
        for session in make_sessions(example("beginner-woman"), "p", Log())
        for block in session.blocks
        if block.load_unknown and not block.ramp_test
    ]
    assert unknown
    assert all("Start with the lightest" in block.load_basis for block in unknown)


# --- the phone obeys the same rules ---

VECTORS = json.loads(Path(__file__).with_name("ramp_vectors.json").read_bytes())
"""Tests as they were made once, and how they were played; `frontend/tests/ramp.test.ts` plays them, too."""


@pytest.mark.parametrize("vector", VECTORS)
def test_the_vectors_of_the_phone_are_as_played_here(vector: dict[str, Any]) -> None:
    test = decode(json.dumps(vector["test"]).encode(), RampTest)
    assert set(test.rises) <= set(RISES)
    for play in vector["plays"]:
        load: Loading | None = decode(json.dumps(vector["first"]).encode(), Loading)
        for number, done in enumerate(play["sets"], start=1):
            assert load is not None
            assert str(load.mass) == done["load"]
            answer = Answer(load, done["reps"], done["reserve"])
            load = next_load(test, answer, REPS) if number < len(test.sets) else None
        assert load is None
        assert str(work_load(test, answer).mass) == play["work"]
