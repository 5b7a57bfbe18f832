"""What a set counts for beside its part: as an independent reader of the table has it, and as growth was measured."""

import datetime as dt
from fractions import Fraction

import pytest
from checker import moment_at, share_for
from msgspec.structs import replace

from legday.anatomy import MUSCLES, Joint, MuscleName, Part
from legday.catalogue import load_catalogue
from legday.log import Log
from legday.physics import UNSETTLED_DIMENSIONS, indirect_parts, muscle_counts, settled_moments, settled_shares
from legday.planner import Pain, Plan, Profile, make_plan, read_profile
from legday.planner.wishes import Wish
from planning import EXAMPLES, PROFILES

START = dt.date(2026, 11, 23)
WAYS = [(exercise, variant) for exercise in load_catalogue().exercises.values() for variant in exercise.variants]


def test_every_way_of_doing_counts_as_the_table_says() -> None:
    for exercise, variant in WAYS:
        for lead in Part:
            item = {"part": str(lead), "exercise": exercise.id, "variant": variant.id}
            beside = {part for part in Part if part is not lead and share_for(str(part), item)}
            assert indirect_parts(exercise.id, variant.id, lead) == beside, (exercise.id, variant.id, lead)


def test_moments_are_the_usual_ones_with_what_is_settled() -> None:
    for exercise, variant in WAYS:
        found = settled_moments(exercise.id, variant.id)
        for joint in Joint:
            expected = moment_at([str(joint)], exercise.id, variant.id)
            assert (found[joint] if found else None) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("exercise", "lead", "beside"),
    [
        ("squat", Part.QUADS, {Part.GLUTES}),  # Kubo 2019, Plotkin 2023: glutes and quads grew, hams did not
        ("hip-thrust", Part.GLUTES, set()),  # Plotkin 2023: glutes grew, hams and quads hardly
        ("leg-extension", Part.QUADS, set()),
        ("romanian-deadlift", Part.HAMS, {Part.GLUTES}),
        ("seated-calf-raise", Part.CALVES, set()),
    ],
)
def test_sets_count_where_muscles_grew(exercise: str, lead: Part, beside: set[Part]) -> None:
    assert indirect_parts(exercise, "usual", lead) == beside


def test_what_models_do_not_agree_about_counts_for_nothing() -> None:
    for exercise, variant in WAYS:
        usual = exercise.variants[0]
        if any(getattr(variant, name) not in (None, getattr(usual, name)) for name in UNSETTLED_DIMENSIONS):
            assert settled_shares(exercise.id, variant.id) == settled_shares(exercise.id, usual.id)
            assert indirect_parts(exercise.id, variant.id) == indirect_parts(exercise.id, usual.id)


def test_no_muscle_counts_more_than_its_part_and_the_leading_part_has_one_that_counts_in_full() -> None:
    for exercise, variant in WAYS:
        if not exercise.parts or exercise.kind not in ("strength", "hold"):
            continue
        lead = exercise.parts[0]
        counts = muscle_counts(exercise.id, variant.id, lead)
        beside = indirect_parts(exercise.id, variant.id, lead)
        for name, share in counts.items():
            part = MUSCLES[name].part
            assert 0 < share <= (1 if part is lead else Fraction(1, 2)), (exercise.id, name)
            assert part is None or part is lead or part in beside
        assert max(share for name, share in counts.items() if MUSCLES[name].part is lead) == 1, exercise.id


def test_the_soleus_has_the_seated_raise_and_rectus_femoris_has_no_squat() -> None:
    """Kinoshita 2023 found both; that the squat does not grow rectus femoris, Kubo 2019."""
    assert muscle_counts("seated-calf-raise", "usual", Part.CALVES)[MuscleName.SOLEUS] == 1
    assert MuscleName.RECTUS_FEMORIS not in muscle_counts("squat", "usual", Part.QUADS)
    assert muscle_counts("leg-extension", "usual", Part.QUADS)[MuscleName.RECTUS_FEMORIS] > 0


def planned(profile: Profile) -> Plan:
    made = make_plan(profile, Log(), START, weeks=1)
    assert made.weeks
    return made


def carried(made: Plan, joint: Joint) -> float:
    """The mean of the greatest moments of the week's sets, counted anew [N·m]."""
    items = [item for session in made.weeks[0].sessions for item in session.items]
    working = [item for item in items if item.role not in ("warm-up", "stretch")]
    known = [(item.count, each[joint]) for item in working if (each := settled_moments(item.exercise, item.variant))]
    return sum(count * moment for count, moment in known) / sum(count for count, _ in known)


@pytest.mark.parametrize(
    ("name", "joint"), [*((name, Joint.KNEE) for name in PROFILES), ("home-circuit", Joint.HIP), ("runner", Joint.HIP)]
)
def test_a_painful_joint_carries_less(name: str, joint: Joint) -> None:
    profile = replace(read_profile(EXAMPLES / f"{name}.yaml"), pain=(), wishes=())
    plain, eased = planned(profile), planned(replace(profile, pain=(Pain(joint, 2),)))
    assert carried(eased, joint) < carried(plain, joint)
    told = next(load for load in eased.weeks[0].joints if load.joint is joint)
    assert told.moment == round(carried(eased, joint))


def lies(made: Plan, more: Part, less: Part) -> float:
    """How far the work of a week lies where it is wished, a mean over the sets of both parts [points]."""
    found = []
    for item in (item for session in made.weeks[0].sessions for item in session.items):
        shares = settled_shares(item.exercise, item.variant)
        if item.part in (more, less) and shares:
            found += [shares[more] - shares[less]] * item.count
    return sum(found) / len(found)


@pytest.mark.parametrize(
    ("name", "wish"),
    [
        ("male-bodybuilder", "more glutes, less quads"),
        ("beginner-woman", "fewer quads and more glutes"),
        ("runner", "more glutes"),
    ],
)
def test_a_wish_for_more_glutes_moves_work_there_and_says_by_how_much(name: str, wish: str) -> None:
    profile = replace(read_profile(EXAMPLES / f"{name}.yaml"), pain=(), wishes=())
    plain, shifted = planned(profile), planned(replace(profile, wishes=(Wish(wish),)))
    assert lies(shifted, Part.GLUTES, Part.QUADS) > lies(plain, Part.GLUTES, Part.QUADS) + 5
    items = [item for session in shifted.weeks[0].sessions for item in session.items]
    said = [because for item in items for rule, because in zip(item.why, item.because, strict=True) if rule == "shift"]
    assert said
    assert all(because.startswith(f"You asked for '{wish}': against ") for because in said)
    calves = [(item.exercise, item.variant) for item in items if item.part is Part.CALVES]
    before = [item for session in plain.weeks[0].sessions for item in session.items if item.part is Part.CALVES]
    assert {way for way, _ in calves} == {item.exercise for item in before}
