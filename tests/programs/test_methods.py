"""The methods, held number by number against the rows they implement (P1-P12, C1-C6, M1-M7, F1)."""

import re
from fractions import Fraction

import pytest

from legday.anatomy import Part
from legday.documents import InputError
from legday.notation import (
    Circumstance,
    Count,
    Cue,
    Effort,
    Forced,
    Hold,
    Interval,
    MassLoad,
    Negative,
    NotToFailure,
    PlateLoad,
    Pulses,
    Reps,
    RestPause,
    Rir,
    Scheme,
    Step,
    Tempo,
    ToFailure,
    duration,
    expand,
    hard_sets,
    resolve,
)
from legday.programs import Level, Program, Sex, Slot, Training, find_method, load_methods, prepared
from legday.units import Mass

SPLIT, CIRCUIT = find_method("priority-split"), find_method("circuit")
MACHINES, FOUNDATION = find_method("machine-day"), find_method("foundation")
At = frozenset[Circumstance]
ALONE, PARTNER, CAGE = At(), At({"partner"}), At({"cage"})
WARM_UPS_OF_C = ("dynamic-warm-up", "roll-quads", "roll-calves", "air-squats")
STRENGTH_OF_C = ("heel-raised-squat", "alternating-lunge", "bulgarian-split-squat", "hamstring-finish", "calf-finish")


def slot(program: Program, identifier: str) -> Slot:
    return next(each for each in program.slots if each.id == identifier)


def choices(program: Program, identifier: str) -> list[str]:
    """The exercises that can fill a slot, best first, as the program file names them."""
    return [str(reference) for reference in slot(program, identifier).choose]


def advanced(identifier: str) -> Scheme:
    """The sets of a slot of the split as the method writes them, for somebody advanced."""
    return slot(SPLIT, identifier).scheme(Level.ADVANCED)


def sets_of(steps: tuple[Step, ...]) -> list[list[Step]]:
    """Group the steps that are done by their set, rests and changes left out."""
    done = [step for step in steps if step.kind not in ("rest", "side-change")]
    return [[step for step in done if step.set_number == number] for number in sorted({s.set_number for s in done})]


def reps(low: int, high: int | None = None) -> tuple[Reps, ...]:
    return (Reps(Count(low, high or low)),)


# --- the priority split ---


def test_p1_four_parts_ranked_by_default_for_women_and_men() -> None:
    assert set(SPLIT.parts) == set(Part)
    assert SPLIT.ranking[Sex.FEMALE][:3] == (Part.GLUTES, Part.CALVES, Part.HAMS)
    assert SPLIT.ranking[Sex.MALE][:3] == (Part.QUADS, Part.HAMS, Part.CALVES)


def test_p3_a_rest_day_then_the_first_part_on_day_2_and_the_second_on_day_5() -> None:
    placement = SPLIT.placement
    assert (placement.rest_day, placement.first_part, placement.second_part) == (1, 2, 5)
    times = {routine.id: (routine.times.aim, routine.times.most) for routine in SPLIT.routines}
    assert times == {"quads-and-glutes": (1, 1), "hams": (1, 1), "calves": (3, 3)}
    assert [set(routine.parts) for routine in SPLIT.routines] == [{Part.QUADS, Part.GLUTES}, {Part.HAMS}, {Part.CALVES}]


def test_p4_calves_on_three_days_with_a_day_between_and_before_what_follows() -> None:
    placement = SPLIT.placement
    assert placement.days == {Part.CALVES: ((2, 4, 6), (3, 5, 7))}
    assert placement.before_part == {Part.CALVES: (Part.HAMS,)}
    assert set(placement.before_training[Part.CALVES]) == {Training.CHEST, Training.ARMS}
    assert placement.needs_part == {Part.HAMS: Part.CALVES}


def test_p5_the_pin_moves_from_700_to_400_lb() -> None:
    scheme = advanced("straight-knee-raise")
    done = sets_of(expand(scheme))
    assert len(done) == 4
    for links in done:
        assert [step.load for step in links] == [MassLoad(Mass(pounds, "lb")) for pounds in (700, 600, 500, 400)]
        assert [step.target for step in links] == list(reps(6)) * 4
    assert choices(SPLIT, "straight-knee-raise")[:2] == ["donkey-calf-raise", "standing-calf-raise"]


def test_p5_four_plates_come_off_until_one_is_left() -> None:
    done = sets_of(expand(advanced("bent-knee-raise")))
    assert len(done) == 7
    for links in done:
        assert [step.load for step in links] == [PlateLoad(plates) for plates in (4, 3, 2, 1)]
        assert [step.target for step in links] == list(reps(10)) * 4
    assert choices(SPLIT, "bent-knee-raise")[0] == "seated-calf-raise"


@pytest.mark.parametrize(("identifier", "sets"), [("straight-knee-raise", 4), ("bent-knee-raise", 7)])
def test_p5_a_chain_counts_as_one_set(identifier: str, sets: int) -> None:
    assert hard_sets(advanced(identifier)) == sets


@pytest.mark.parametrize(
    ("identifier", "exercise", "sets", "each", "helped_from"),
    [("lying-curl", "lying-leg-curl", 6, 12, 4), ("seated-curl", "seated-leg-curl", 4, 20, 3)],
)
def test_p6_curls_with_toes_pointed_then_flexed_and_a_partners_help_later(
    identifier: str, exercise: str, sets: int, each: int, helped_from: int
) -> None:
    scheme = advanced(identifier)
    assert choices(SPLIT, identifier)[0] == exercise
    assert scheme.cues == (Cue("point", 6), Cue("flex"))
    helped = sets_of(expand(scheme, PARTNER))
    assert [len(done) for done in helped] == [1] * (helped_from - 1) + [3] * (sets - helped_from + 1)
    for done in helped:
        assert done[0].target == Reps(Count(each, each))
        assert [step.kind for step in done[1:]] in ([], ["forced", "negative"])
    (add_on,) = resolve(scheme, PARTNER).add_ons
    assert add_on.techniques == (Forced(2), Negative(6))


@pytest.mark.parametrize("identifier", ["lying-curl", "seated-curl"])
def test_p6_p12_alone_rest_pause_takes_the_place_of_help(identifier: str) -> None:
    (add_on,) = resolve(advanced(identifier), ALONE).add_ons
    assert add_on.techniques == (RestPause(15),)
    assert not any(step.kind in ("forced", "negative") for step in expand(advanced(identifier)))


def test_p6_the_hinge_and_the_pump() -> None:
    hinge, pump = advanced("hip-hinge"), advanced("ham-pump")
    assert choices(SPLIT, "hip-hinge")[0] == "dumbbell-romanian-deadlift"
    assert (hinge.sets, hinge.links) == (Count(4, 4), reps(12))
    assert choices(SPLIT, "ham-pump")[0].startswith("standing-leg-curl")
    assert_pump(pump, sets=7, each=12)


def test_p6_the_order_of_the_ham_routine() -> None:
    hams = next(routine for routine in SPLIT.routines if routine.id == "hams")
    assert [each.id for each in hams.slots if each.part] == ["lying-curl", "hip-hinge", "seated-curl", "ham-pump"]


def assert_pump(scheme: Scheme, sets: int, each: int) -> None:
    """One leg after the other, no rest, not to failure, so that nothing counts as a hard set."""
    assert (scheme.sets, scheme.links) == (Count(sets, sets), reps(each))
    assert (scheme.sides, scheme.rest, scheme.effort) == ("alternating", Count(0, 0), Effort(NotToFailure()))
    steps = expand(scheme)
    assert [step.side for step in steps] == ["left", "right"] * sets
    assert hard_sets(scheme) == 0


def test_p7_five_minutes_on_the_bike_come_first() -> None:
    bike = slot(SPLIT, "knee-warm-up")
    assert (bike.role, str(bike.choose[0])) == ("warm-up", "exercise-bike")
    assert duration(bike.scheme(Level.ADVANCED)) == 5 * 60


def test_p7_leg_extensions_for_the_pump() -> None:
    assert choices(SPLIT, "quad-pump")[0].startswith("leg-extension")
    assert_pump(advanced("quad-pump"), sets=7, each=20)


@pytest.mark.parametrize("identifier", ["quad-pump", "ham-pump"])
def test_p10_a_pump_of_one_leg_after_the_other_is_a_variant_that_alternates(identifier: str) -> None:
    assert slot(SPLIT, identifier).choose[0].variant.sides == "alternating"


def test_p7_the_squat_climbs_to_three_work_sets() -> None:
    scheme = advanced("squat")
    done = sets_of(expand(scheme))
    assert [step.role for (step,) in done] == ["ramp", "ramp", "work", "work", "work"]
    assert {step.target for (step,) in done} == set(reps(12))
    shares = [step.share or 0 for (step,) in done]
    assert shares == sorted(shares)
    assert shares[2:] == [1, 1, 1]
    assert hard_sets(scheme) == 3


@pytest.mark.parametrize(
    ("circumstances", "goal", "forced"),
    [(PARTNER, ToFailure(), True), (CAGE, ToFailure(), False), (ALONE, Rir(Count(2, 2)), False)],
)
def test_p7_p12_the_squat_fails_only_where_somebody_or_something_catches_it(
    circumstances: At, goal: object, forced: bool
) -> None:
    scheme = resolve(advanced("squat"), circumstances)
    assert scheme.effort is not None
    assert scheme.effort.goal == goal
    assert [add_on.techniques for add_on in scheme.add_ons] == ([(Forced(2),)] if forced else [])


@pytest.mark.parametrize(("identifier", "sets", "each"), [("leg-press", 4, 20), ("hack-squat", 4, 12)])
def test_p7_p8_work_sets_pause_for_five_seconds_at_the_top(identifier: str, sets: int, each: int) -> None:
    scheme = advanced(identifier)
    assert (scheme.role, scheme.sets, scheme.links) == ("work", Count(sets, sets), reps(each))
    assert [step.pause_seconds for (step,) in sets_of(expand(scheme))] == [5] * sets


def test_p7_lunges_are_counted_in_steps_of_each_leg() -> None:
    scheme = advanced("hip-drive")
    assert choices(SPLIT, "hip-drive")[0] == "walking-lunge/long-stride"
    assert (scheme.sets, scheme.links) == (Count(3, 3), (Reps(Count(20, 20), "steps"),))
    assert scheme.sides != "both"


def test_p7_abduction() -> None:
    scheme = advanced("abduction")
    assert choices(SPLIT, "abduction")[0] == "hip-abduction"
    assert (scheme.sets, scheme.links) == (Count(7, 7), reps(12, 20))


def test_p7_the_order_of_the_quad_and_glute_routine() -> None:
    routine = next(routine for routine in SPLIT.routines if routine.id == "quads-and-glutes")
    order = ["quad-pump", "squat", "leg-press", "hack-squat", "hip-drive", "abduction"]
    assert [each.id for each in routine.slots if each.part] == order


def test_p9_glutes_are_the_part_that_ends_its_day() -> None:
    assert SPLIT.placement.last_part is Part.GLUTES


@pytest.mark.parametrize(
    ("identifier", "dimension", "value"),
    [("squat", "toes_out", 0), ("leg-press", "foot_height", "low"), ("hip-drive", "stride", "long")],
)
def test_p10_a_variant_shifts_the_work_to_the_part_of_its_slot(
    identifier: str, dimension: str, value: str | int
) -> None:
    chosen = slot(SPLIT, identifier)
    variant = chosen.choose[0].variant
    assert (variant.emphasis, getattr(variant, dimension)) == (chosen.part, value)


@pytest.mark.parametrize("level", [Level.BEGINNER, Level.INTERMEDIATE])
def test_the_split_is_milder_below_advanced(level: Level) -> None:
    for each in SPLIT.slots:
        assert hard_sets(each.scheme(level), PARTNER) <= hard_sets(each.scheme(Level.ADVANCED), PARTNER)
        assert not re.search(r"forced|negative|to failure\b(?<!not to failure)", str(each.scheme(level)))


def test_a_beginner_of_the_split_keeps_reps_in_reserve_and_drops_nothing() -> None:
    for each in SPLIT.slots:
        scheme = each.scheme(Level.BEGINNER)
        if each.part is None:
            continue
        assert scheme.effort is not None
        goal = scheme.effort.goal
        assert isinstance(goal, NotToFailure) or (isinstance(goal, Rir) and goal.count.low >= 2)
        assert (len(scheme.links), scheme.add_ons, scheme.role) == (1, (), "plain")


# --- the circuit ---


def test_c1_the_warm_up() -> None:
    chosen = [slot(CIRCUIT, identifier) for identifier in WARM_UPS_OF_C]
    assert [each.id for each in CIRCUIT.slots if each.role == "warm-up"] == list(WARM_UPS_OF_C)
    first = [str(each.choose[0]) for each in chosen]
    assert first == ["leg-swing", "quad-foam-roll", "calf-foam-roll", "bodyweight-squat"]
    dynamic, air_squats = chosen[0].scheme(Level.BEGINNER), chosen[-1].scheme(Level.BEGINNER)
    assert dynamic.links == (Interval(Count(120, 180)),)
    assert (air_squats.sets, air_squats.links) == (Count(1, 1), reps(20))
    assert hard_sets(air_squats) == 0


@pytest.mark.parametrize(
    ("identifier", "exercise", "sides", "low", "high"),
    [
        ("heel-raised-squat", "heel-raised-squat", "both", 10, 12),
        ("alternating-lunge", "alternating-lunge", "alternating", 8, 10),
        ("bulgarian-split-squat", "bulgarian-split-squat", "each", 10, 10),
    ],
)
def test_c2_the_strength_circuit_as_written(identifier: str, exercise: str, sides: str, low: int, high: int) -> None:
    chosen = slot(CIRCUIT, identifier)
    (scheme,) = chosen.sets.entries
    assert isinstance(scheme, Scheme)
    assert str(chosen.choose[0]) == exercise
    assert (scheme.sets, scheme.links, scheme.sides) == (Count(4, 4), reps(low, high), sides)


def test_c3_the_explosive_circuit() -> None:
    (wall_sit,) = slot(CIRCUIT, "wall-sit").sets.entries
    (jumps,) = slot(CIRCUIT, "wide-narrow-jump").sets.entries
    assert isinstance(wall_sit, Scheme)
    assert isinstance(jumps, Scheme)
    assert (wall_sit.sets, wall_sit.links) == (Count(3, 3), (Hold(Count(90, 90)),))
    assert (jumps.sets, jumps.links) == (Count(2, 2), (Interval(Count(30, 30)),))
    assert hard_sets(wall_sit) == Fraction(3, 2)
    assert hard_sets(jumps) == 0


@pytest.mark.parametrize("identifier", STRENGTH_OF_C)
@pytest.mark.parametrize(
    ("level", "sets", "count", "rest"),
    [
        (Level.BEGINNER, Count(3, 3), Count(12, 15), Count(60, 90)),
        (Level.INTERMEDIATE, Count(4, 4), Count(10, 12), Count(45, 60)),
        (Level.ADVANCED, Count(4, 5), Count(8, 10), Count(30, 45)),
    ],
)
def test_c4_sets_reps_and_rests_of_each_level(
    identifier: str, level: Level, sets: Count, count: Count, rest: Count
) -> None:
    scheme = slot(CIRCUIT, identifier).scheme(level)
    assert (scheme.sets, scheme.rest) == (sets, rest)
    assert {link.count for link in scheme.links if isinstance(link, Reps)} == {count}
    assert all(isinstance(link, Reps) for link in scheme.links)


@pytest.mark.parametrize("identifier", STRENGTH_OF_C)
def test_c4_reps_in_reserve_fall_with_the_level(identifier: str) -> None:
    efforts = [slot(CIRCUIT, identifier).scheme(level).effort for level in Level]
    assert [effort and effort.goal for effort in efforts] == [Rir(Count(left, left)) for left in (3, 2, 1)]


def test_c4_each_level_has_its_techniques() -> None:
    schemes = {level: [slot(CIRCUIT, identifier).scheme(level) for identifier in STRENGTH_OF_C] for level in Level}
    for scheme in schemes[Level.BEGINNER]:
        assert (scheme.tempo, scheme.add_ons, len(scheme.links)) == (None, (), 1)
    middle = schemes[Level.INTERMEDIATE]
    assert any(isinstance(t, Pulses) for scheme in middle for add_on in scheme.add_ons for t in add_on.techniques)
    assert any(isinstance(scheme.tempo, Tempo) and scheme.tempo.eccentric >= 3 for scheme in middle)
    assert any(len(scheme.links) > 1 and scheme.drop for scheme in schemes[Level.ADVANCED])
    assert set(CIRCUIT.levels) == set(Level)


def test_c5_it_ends_with_hamstrings_and_calves() -> None:
    finish = [each for each in CIRCUIT.slots if each.role == "finish"]
    assert [(each.part, str(each.choose[0])) for each in finish] == [
        (Part.HAMS, "hamstring-bridge"),
        (Part.CALVES, "single-leg-calf-raise"),
    ]


def test_c6_five_to_ten_minutes_of_stretching_and_rolling() -> None:
    after = [each for each in CIRCUIT.slots if each.role == "stretch"]
    chosen = {str(each.choose[0]) for each in after}
    assert {"quad-stretch", "hip-flexor-stretch", "calf-stretch", "quad-foam-roll"} == chosen
    for level in Level:
        seconds = sum(duration(each.scheme(level)) for each in after)
        assert 5 * 60 <= seconds <= 10 * 60


def test_c6_a_walk_or_yoga_on_the_next_day_and_food() -> None:
    assert {str(reference) for reference in CIRCUIT.aftercare.next_day} == {"light-walk", "yoga"}
    assert CIRCUIT.aftercare.food


# --- the machine day and the foundation ---


def test_m1_the_three_machines_of_one_leg_day() -> None:
    (routine,) = MACHINES.routines
    assert routine.times.aim == 1
    machines = {str(reference) for each in routine.slots for reference in each.choose}
    assert {"seated-leg-curl", "seated-calf-raise", "barbell-calf-raise"} <= machines


def test_m2_what_the_article_describes_is_a_leg_extension_and_the_curl_is_its_pair() -> None:
    order = [each.id for each in MACHINES.slots]
    assert order.index("curl") == order.index("straighten") + 1
    assert choices(MACHINES, "straighten")[0] == "leg-extension"
    assert choices(MACHINES, "curl")[0] == "seated-leg-curl"
    assert "leg extension" in slot(MACHINES, "straighten").note


@pytest.mark.parametrize("identifier", ["straighten", "curl", "seated-heel-lift", "standing-heel-lift"])
@pytest.mark.parametrize("level", Level)
def test_m3_lifted_held_at_the_top_and_lowered_slowly(identifier: str, level: Level) -> None:
    tempo = slot(MACHINES, identifier).scheme(level).tempo
    assert tempo is not None
    assert tempo.eccentric >= 3
    assert tempo.shortened >= 1


def test_f1_the_foundation_is_hip_work_that_counts_for_no_part() -> None:
    support = [each for each in FOUNDATION.slots if each.role == "support"]
    worked = {muscle for each in support for reference in each.choose for muscle in reference.exercise.muscles.prime}
    assert {"gluteus-medius", "adductors", "deep-hip-rotators", "trunk"} <= worked
    assert all(each.part is None for each in support)
    assert FOUNDATION.slots[0].role == "support"
    assert "gluteus-maximus" in slot(FOUNDATION, "thrust").choose[0].exercise.muscles.prime


@pytest.mark.parametrize("program", load_methods().values(), ids=lambda program: program.id)
def test_m7_every_routine_gets_a_warm_up_and_a_stretch_for_what_it_trains(program: Program) -> None:
    for before, after in zip(program.routines, prepared(program).routines, strict=True):
        assert [each for each in after.slots if each in before.slots] == list(before.slots)
        roles = [each.role for each in after.slots]
        assert roles == sorted(roles, key=["warm-up", "support", "main", "finish", "stretch"].index)
        for role in ("warm-up", "stretch"):
            own = [each for each in before.slots if each.role == role]
            given = [each for each in after.slots if each.role == role]
            assert given == own or not own
            if not own:
                assert [part_of(each) for each in given] == list(before.parts)


def part_of(drill: Slot) -> Part:
    """The part that a drill is there for, which must be among those its exercise works."""
    part = Part(drill.id.rpartition("-")[2])
    for reference in drill.choose:
        assert part in (*reference.exercise.parts, *reference.exercise.assisted_parts), drill.id
    return part


def test_m7_nothing_is_prepared_twice() -> None:
    assert prepared(prepared(SPLIT)) == prepared(SPLIT)
    assert prepared(CIRCUIT) == CIRCUIT


# --- all methods ---


@pytest.mark.parametrize("program", load_methods().values(), ids=lambda program: program.id)
@pytest.mark.parametrize("level", Level)
def test_the_sets_of_a_slot_name_the_sides_as_its_first_choice_is_done(program: Program, level: Level) -> None:
    for each in program.slots:
        reference, scheme = each.choose[0], each.scheme(level)
        sides = reference.variant.sides or reference.exercise.sides
        if not each.is_preparation:
            assert (scheme.sides == "both") == (sides == "both"), f"{each.id}: {scheme}"


@pytest.mark.parametrize(
    ("program", "rows"),
    [
        (SPLIT, {"P5", "P6", "P7", "P8", "P9", "P10", "P12"}),
        (CIRCUIT, {"C1", "C2", "C3", "C4", "C5", "C6"}),
        (MACHINES, {"M1", "M2", "M3", "M4"}),
        (FOUNDATION, {"F1", "F2"}),
    ],
    ids=lambda value: value.id if isinstance(value, Program) else "",
)
def test_the_rows_of_a_method_are_named_in_its_program(program: Program, rows: set[str]) -> None:
    assert rows <= {row for each in program.slots for row in each.rows} | set(program.aftercare.rows)


def test_a_method_that_does_not_exist_is_answered_with_those_that_do() -> None:
    with pytest.raises(InputError, match=r"no method 'leg-day'.*circuit, foundation, machine-day, priority-split"):
        find_method("leg-day")
