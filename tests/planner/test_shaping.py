"""How rules change the sets that a program writes: by who is there, who lifts, what hurts and what is wanted."""

import dataclasses
from typing import Any, Literal

import pytest
from msgspec.structs import replace

from legday.anatomy import Joint
from legday.catalogue import Contraindication
from legday.notation import print_scheme
from legday.planner.layout import excluded, lay_out
from legday.planner.problem import Candidate, Request
from planning import MONDAY, profile_of, program_of, routine_of, slot_of

ALONE: dict[str, Any] = {"level": "advanced"}
WITH_PARTNER = {**ALONE, "partner": True}
WITH_CAGE = {**ALONE, "cage": True}
BEGINNER: dict[str, Any] = {"level": "beginner", "partner": True, "cage": True}
SORE_KNEE = {**WITH_PARTNER, "pain": [{"joint": "knee", "severity": 1}]}
LONG_LIFE = {**WITH_PARTNER, "goal": "longevity"}


def shaped(line: str, fields: dict[str, Any], *choose: str) -> Candidate:
    """Lay out a program of one slot, and return its last choice."""
    tiny = program_of({}, routine_of("routine", 1, 1, slot_of("slot", "quads", line, *choose)))
    request = Request(profile_of(days={"monday": "60 min"}, **fields), tiny, MONDAY, 1)
    return lay_out(request).candidates[-1]


CHAIN = "4 x 6 > 6 > 6 @ 700 lb drop 100 lb rest 90s"
HELPED = "6 x 12 + forced 2 + negative 6s from set 4 rest 90s"
CASES = [
    # a partner, or what one does alone instead (P12)
    (HELPED, WITH_PARTNER, "lying-leg-curl", HELPED, set()),
    (HELPED, ALONE, "lying-leg-curl", "6 x 12 + rest-pause 15s from set 4 rest 90s", {"partner"}),
    (HELPED, WITH_CAGE, "lying-leg-curl", "6 x 12 + rest-pause 15s from set 4 rest 90s", {"partner"}),
    (CHAIN, WITH_PARTNER, "leg-press", CHAIN, set()),
    (CHAIN, ALONE, "leg-press", "4 x 6 + rest-pause 15s x 2 rest 90s", {"partner"}),
    (CHAIN, ALONE, "goblet-squat", CHAIN, set()),
    (CHAIN, WITH_PARTNER, "bodyweight-squat", "4 x 6 + rest-pause 15s x 2 rest 90s", {"drop-needs-load"}),
    ("3 x 8 + forced 2 if partner", ALONE, "leg-press", "3 x 8", {"partner"}),
    ("3 x 8 + pulses 5", ALONE, "leg-press", "3 x 8 + pulses 5", set()),
    # failure under a bar (P7, P12)
    ("3 x 8 to failure", WITH_PARTNER, "squat", "3 x 8 to failure", set()),
    ("3 x 8 to failure", WITH_CAGE, "squat", "3 x 8 to failure", set()),
    ("3 x 8 to failure", ALONE, "squat", "3 x 8 rir 1-2", {"safe-failure"}),
    ("3 x 8", ALONE, "squat", "3 x 8 rir 1-2", {"safe-failure"}),
    ("3 work x 8", ALONE, "squat", "3 x 8 rir 1-2", {"safe-failure"}),
    ("3 x 8 rir 3", ALONE, "squat", "3 x 8 rir 3", set()),
    ("3 x 8 to failure", ALONE, "leg-press", "3 x 8 to failure", set()),
    ("3 x 8 to failure if cage else rir 2", ALONE, "squat", "3 x 8 rir 2", {"partner"}),
    # a beginner (C4)
    ("3 x 8", BEGINNER, "goblet-squat", "3 x 8 rir 2-3", {"beginner-reserve"}),
    ("3 x 8 rir 1", BEGINNER, "goblet-squat", "3 x 8 rir 2-3", {"beginner-reserve"}),
    ("3 x 8 rpe 9", BEGINNER, "goblet-squat", "3 x 8 rir 2-3", {"beginner-reserve"}),
    ("3 x 8 rpe 8", BEGINNER, "goblet-squat", "3 x 8 rpe 8", set()),
    ("3 x 8 rir 2", BEGINNER, "goblet-squat", "3 x 8 rir 2", set()),
    ("3 x 20 not to failure", BEGINNER, "goblet-squat", "3 x 20 not to failure", set()),
    ("3 work x 20 rest 2 min", BEGINNER, "leg-press", "3 x 20 rir 2-3 rest 2 min", {"beginner-reserve"}),
    (CHAIN, BEGINNER, "leg-press", "4 x 6 @ 700 lb rir 2-3 rest 90s", {"beginner-reserve"}),
    ("3 x hold 60s", BEGINNER, "wall-sit", "3 x hold 60s", set()),
    # pain, however little (F2)
    ("3 x 8 to failure + forced 2", SORE_KNEE, "leg-press", "3 x 8 rir 3-4", {"pain"}),
    ("3 x 20 not to failure", SORE_KNEE, "leg-press", "3 x 20 not to failure", set()),
    ("3 x 8 to failure", SORE_KNEE, "hip-thrust", "3 x 8 to failure", set()),
    # a long life (F4)
    ("3 x 8", LONG_LIFE, "leg-press", "3 x 8 rir 2-3", {"goal"}),
    ("3 x 8 rir 1", LONG_LIFE, "leg-press", "3 x 8 rir 2-3", {"goal"}),
    ("3 x 8 rir 3 + forced 2", LONG_LIFE, "leg-press", "3 x 8 rir 3", {"goal"}),
    ("3 x 8 rir 4", LONG_LIFE, "leg-press", "3 x 8 rir 4", set()),
]


@pytest.mark.parametrize(("line", "fields", "exercise", "expected", "rules"), CASES)
def test_a_set_line_is_shaped(line: str, fields: dict[str, Any], exercise: str, expected: str, rules: set[str]) -> None:
    candidate = shaped(line, fields, exercise)
    assert print_scheme(candidate.scheme) == expected
    assert set(candidate.shaped_by) == rules


@pytest.mark.parametrize(
    ("line", "choose", "expected"),
    [
        ("3 x 10", ("goblet-squat", "split-squat"), "3 x 10/side"),
        ("3 x 10/side", ("split-squat", "goblet-squat"), "3 x 10"),
        ("3 x 20 steps/side", ("walking-lunge", "hip-thrust"), "3 x 20"),
        ("3 x 10/side alternating", ("walking-lunge", "split-squat"), "3 x 10 alternating"),
        ("3 x 10", ("split-squat",), "3 x 10/side"),
    ],
)
def test_a_set_line_follows_the_exercise_that_takes_the_slot(line: str, choose: tuple[str, ...], expected: str) -> None:
    assert print_scheme(shaped(line, WITH_PARTNER, *choose).scheme) == expected


@pytest.mark.parametrize(
    ("advice", "severity", "closed"), [("avoid", 3, True), ("avoid", 2, False), ("reduce", 9, False)]
)
def test_what_a_file_says_to_avoid_is_closed(advice: Literal["avoid", "reduce"], severity: int, closed: bool) -> None:
    """Also where the exercise does not load the joint."""
    tiny = program_of({}, routine_of("routine", 1, 1, slot_of("slot", "quads", "3 x 10", "leg-press")))
    profile = profile_of(days={"monday": "60 min"}, pain=[{"joint": "knee", "severity": severity}])
    usual = lay_out(Request(profile_of(days={"monday": "60 min"}), tiny, MONDAY, 1)).candidates[0]
    said = Contraindication(Joint.KNEE, advice, "A test.")
    unloaded = dataclasses.replace(usual, exercise=replace(usual.exercise, loads={}, contraindications=(said,)))
    found = excluded(Request(profile, tiny, MONDAY, 1), unloaded)
    assert (found and found.reason) == ("it is not for a painful knee" if closed else None)


@pytest.mark.parametrize("day", ["monday", "tuesday"])
def test_a_partner_is_there_on_their_days_alone(day: str) -> None:
    fields = {**ALONE, "partner": [day]}
    assert ("forced" in print_scheme(shaped(HELPED, fields, "lying-leg-curl").scheme)) == (day == "monday")
