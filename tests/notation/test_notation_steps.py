"""Set lines played out: how many steps, with which loads, for how long."""

from collections import Counter
from fractions import Fraction
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given
from notation_strategies import circumstances, entries, prescriptions, schemes, unhurried

from legday.documents import encode
from legday.notation import (
    BodyweightLoad,
    Circumstance,
    Count,
    Cue,
    Entry,
    Group,
    MassLoad,
    MassStep,
    MaxReps,
    Pace,
    PercentLoad,
    PinLoad,
    PinStep,
    PlateLoad,
    PlateStep,
    Prescription,
    Reps,
    Rir,
    Scheme,
    Step,
    duration,
    expand,
    parse,
    parse_scheme,
    resolve,
    with_sets,
)
from legday.notation.size import MOST_STEPS, most_steps
from legday.units import Mass

ALL: frozenset[Circumstance] = frozenset({"partner", "cage"})
NONE: frozenset[Circumstance] = frozenset()
SIDES: tuple[Literal["left", "right"], ...] = ("left", "right")


def texts(line: str, at_hand: frozenset[Circumstance] = ALL) -> list[str]:
    return [step.text for step in expand(parse(line), at_hand)]


def passes(scheme: Scheme) -> int:
    """How often a set is gone through: on each side, unless steps change sides by themselves."""
    walked = all(isinstance(link, Reps) and link.unit == "steps" for link in scheme.links)
    return 1 if scheme.sides == "both" or walked else 2


@unhurried
@given(entries, circumstances)
def test_every_set_begins_once_on_each_side(entry: Entry, at_hand: frozenset[Circumstance]) -> None:
    begun = sum(step.kind == "set" for step in expand(entry, at_hand))
    if isinstance(entry, Group):
        assert begun == entry.rounds.high * sum(map(passes, entry.members))
    else:
        assert begun == entry.sets.high * passes(entry)


@unhurried
@given(prescriptions, circumstances)
def test_steps_are_sound(prescription: Prescription, at_hand: frozenset[Circumstance]) -> None:
    steps = expand(prescription, at_hand)
    assert steps[0].kind == "set"
    assert steps[-1].kind not in ("rest", "side-change", "station-change")
    assert all((step.seconds >= 0 and step.text[0].isupper()) or step.text[0].isdigit() for step in steps)
    assert all((step.target is None) == (step.kind in ("rest", "side-change", "station-change")) for step in steps)
    assert len(steps) <= sum(map(most_steps, prescription.entries)) <= MOST_STEPS
    encode(steps)


@unhurried
@given(prescriptions, circumstances)
def test_the_duration_is_the_sum_of_the_steps(prescription: Prescription, at_hand: frozenset[Circumstance]) -> None:
    pace = Pace(rep_seconds=2.5, rest_seconds=75)
    total = sum(step.seconds for step in expand(prescription, at_hand, pace))
    assert duration(prescription, pace, at_hand) == pytest.approx(total)


@unhurried
@given(schemes())
def test_the_loads_of_a_chain_go_down_by_the_step(scheme: Scheme) -> None:
    lifted = [step for step in expand(scheme) if step.kind in ("set", "drop")]
    last_set = [step for step in lifted if step.set_number == scheme.sets.high]
    one_side = last_set[: len(last_set) // passes(scheme)]
    assert [step.link for step in one_side] == list(range(1, len(one_side) + 1))
    for earlier, later in pairwise(one_side):
        assert later.load is None or scheme.drop is not None
        match earlier.load, later.load, scheme.drop and scheme.drop.step:
            case MassLoad(mass=above), MassLoad(mass=below), MassStep(mass=step):
                assert above.kg - below.kg == pytest.approx(step.kg)
                assert below.value > 0
            case PlateLoad(plates=above), PlateLoad(plates=below), PlateStep(plates=step):
                assert above - below == step
                assert below > 0
            case PinLoad(pin=above), PinLoad(pin=below), PinStep(pins=step):
                assert above - below == step
                assert below > 0
            case PercentLoad(percent=above), PercentLoad(percent=below), _:
                assert above > below > 0
    if scheme.drop is not None and scheme.drop.until_empty:
        share = scheme.drop.share_of(scheme.load)
        assert share is not None
        left = 1 - (len(one_side) - 1) * share
        assert 0 <= left <= share  # one more drop would leave nothing
    else:
        assert len(one_side) == len(scheme.links)


@unhurried
@given(schemes())
def test_time_is_a_straight_line_over_plain_sets(scheme: Scheme) -> None:
    settled = resolve(scheme, ALL)
    if any(not add_on.always for add_on in settled.add_ons) or settled.pyramid_work_sets:
        settled = Scheme(Count(1, 1), settled.links, load=settled.load, drop=settled.drop, rest=settled.rest)
    seconds = [duration(with_sets(settled, number)) for number in range(1, 9)]
    gains = [later - earlier for earlier, later in pairwise(seconds)]
    assert gains == [pytest.approx(gains[0])] * 7
    assert gains[0] >= seconds[0]  # its own time and perhaps a rest


@unhurried
@given(schemes(), circumstances)
def test_resolving_first_changes_nothing(scheme: Scheme, at_hand: frozenset[Circumstance]) -> None:
    assert expand(resolve(scheme, at_hand), NONE) == expand(scheme, at_hand)


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("1 x 10", 30),
        ("3 x 10", 3 * 30 + 2 * 120),
        ("3 x 8-12 rest 60-90s", 3 * 30 + 2 * 75),
        ("3 x 10 no rest", 90),
        ("2 x 10 tempo 3-1-x-0", 2 * 50 + 120),
        ("2 x 10 pause 2s bottom", 2 * 50 + 120),
        ("1 x 10/side", 65),
        ("2 x 10 alternating", 4 * 30),
        ("2 x 10 alternating rest 30s", 4 * 30 + 30),
        ("1 x 20 steps", 30),
        ("1 x 20 steps/side", 60),
        ("2 x 20 steps alternating", 120),
        ("1 x 20 steps/side > max", 2 * (30 + 10 + 45) + 5),
        ("2 x 10 tempo 0-0-x-0", 2 * 10 + 120),
        ("2 x 10 tempo 0-0-0-0", 2 * 10 + 120),
        ("2 x 10 tempo 1-2-3-4", 2 * 100 + 120),
        ("1 x max tempo 3-0-1-0", 60),
        ("1 x 8-9", 25.5),
        ("1 x hold 30-45s > 60-90s", 37.5 + 10 + 75),
        ("1 x 10 tempo 4-0-1-0 + forced 2 + pulses 5 + rest-pause 10s", 50 + 10 + 5 + 10 + 20),
        ("1 x 10 > 10 > 10", 3 * 30 + 2 * 10),
        ("1 x 5 min", 300),
        ("3 x hold 90s rest 60s", 3 * 90 + 2 * 60),
        ("1 x max", 45),
        ("1 work x 20", 65),
        ("1 x 10 + forced 2 + negative 2 x 6s + pulses 10", 30 + 6 + 15 + 10),
        ("1 x 10 + rest-pause 15s x 2", 30 + 2 * (15 + 12)),
        ("1 x 10 + myo 3-5 x 4 rest 10s", 30 + 4 * (10 + 12)),
        ("3 x 10 + partials 5 from set 3", 3 * 30 + 2 * 120 + 5),
        ("2 x 10; 1 x 10", 3 * 30 + 2 * 120),
        ("superset 2 [a: 10, b: 10] rest 90s", 4 * 30 + 2 * 15 + 90),
        ("superset 2 [a: 10 rest 20s, b: 10] no rest", 4 * 30 + 2 * 20),
        ("circuit 1 [a: 10, b: 10] rest 90s; 1 x 10", 3 * 30 + 15 + 90),
    ],
)
def test_durations_by_hand(line: str, seconds: float) -> None:
    assert duration(parse(line)) == seconds


def test_a_pace_changes_every_estimate() -> None:
    slow = Pace(rep_seconds=6, load_change_seconds=20, rest_seconds=60)
    assert duration(parse("2 x 10 > 5"), slow) == 2 * (60 + 20 + 30) + 60
    assert duration(parse("1 x 10 > 5 @ 9 plates + negative 6s"), slow) == 60 + 20 + 30 + 9
    other = Pace(step_seconds=2, pulse_seconds=3, max_reps=7, rest_pause_reps=2, side_change_seconds=11)
    assert duration(parse("1 x 10 steps > max + pulses 4 + rest-pause 9s"), other) == 20 + 10 + 21 + 12 + 9 + 6
    assert duration(parse("1 x 10/side"), other) == 30 + 11 + 30
    assert duration(parse("circuit 1 [a: 10, b: 10]"), Pace(station_change_seconds=40)) == 100


def test_a_pyramid_ramps_from_half_the_work_load() -> None:
    assert texts("5 x 12 @ 100 kg pyramid to 3 work to failure no rest") == [
        "Ramp set 1 of 2: 12 reps at 50 kg, 50% of the work load",
        "Ramp set 2 of 2: 12 reps at 75 kg, 75% of the work load",
        "Work set 1 of 3: 12 reps at 100 kg, to failure",
        "Work set 2 of 3: 12 reps at 100 kg, to failure",
        "Work set 3 of 3: 12 reps at 100 kg, to failure",
    ]
    steps = expand(parse("4 x 12 pyramid to 1 work no rest"))
    assert [step.share for step in steps] == pytest.approx([1 / 2, 2 / 3, 5 / 6, 1])
    assert [step.role for step in steps] == ["ramp", "ramp", "ramp", "work"]


def test_work_sets_ask_for_a_rest_at_the_top() -> None:
    steps = [step for step in expand(parse("4 work x 20")) if step.kind == "set"]
    assert {step.pause_seconds for step in steps} == {5}
    assert steps[0].text == "Work set 1 of 4: 20 reps; rest at least once for 5 s at the top"


def test_sides_take_turns() -> None:
    assert texts("2 x 12 alternating no rest") == [
        "Set 1 of 2, left: 12 reps",
        "Set 1 of 2, right: 12 reps",
        "Set 2 of 2, left: 12 reps",
        "Set 2 of 2, right: 12 reps",
    ]
    assert [(step.kind, step.side) for step in expand(parse("1 x 8/side"))] == [
        ("set", "left"),
        ("side-change", None),
        ("set", "right"),
    ]


def test_techniques_join_from_their_set_and_under_their_condition() -> None:
    line = "6 x 12 point 6 then flex + forced 2 + negative 6s from set 4"
    assert [step.set_number for step in expand(parse(line)) if step.kind == "negative"] == [4, 5, 6]
    assert "Partner lifts; lower it over 6 s" in texts(line)
    solo = "2 x 12 + forced 2 if partner else rest-pause 15s"
    assert Counter(step.kind for step in expand(parse(solo), NONE))["rest-pause"] == 2
    assert Counter(step.kind for step in expand(parse(solo), ALL))["forced"] == 2


def test_rest_stands_between_entries_but_not_at_the_end() -> None:
    kinds = [step.kind for step in expand(parse("1 warm-up x 10; superset 1 [a: 8, b: 8] rest 60s; 1 x max"))]
    assert kinds == ["set", "rest", "set", "station-change", "set", "rest", "set"]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1 x 1", "Set 1 of 1: 1 rep"),
        ("1 x 1 step", "Set 1 of 1: 1 step"),
        ("1 x 1 step/side", "Set 1 of 1: 1 step per leg"),
        ("1 x 8-12 @ 100 kg", "Set 1 of 1: 8-12 reps at 100 kg"),
        ("1 work x 8", "Work set 1 of 1: 8 reps; rest at least once for 5 s at the top"),
        ("1 x 8 @ bw + 0.5 kg", "Set 1 of 1: 8 reps with 0.5 kg added"),
        ("1 x 8 @ bw - 0.5 kg", "Set 1 of 1: 8 reps with 0.5 kg of help"),
        ("1 x 8 @ 62.5% rir 0-1", "Set 1 of 1: 8 reps at 62.5% of your one-rep max, stop with 0-1 in reserve"),
        ("1 x 8 wide 1 then slow 2 then point", "Set 1 of 1: 8 reps; wide for 1 rep, then slow for 2 reps, then point"),
        ("1 x hold 60s", "Set 1 of 1: hold for 60 s"),
        ("1 x hold 119s", "Set 1 of 1: hold for 119 s"),
        ("1 x hold 2 min", "Set 1 of 1: hold for 2 min"),
        ("1 x hold 90-150s", "Set 1 of 1: hold for 90-150 s"),
        ("1 x hold 120-150s", "Set 1 of 1: hold for 120-150 s"),
        ("1 x hold 59-61 min", "Set 1 of 1: hold for 59-61 min"),
        ("1 x hold 150-180s", "Set 1 of 1: hold for 150-180 s"),
        ("1 warm-up x 10 @ 40%", "Warm-up set 1 of 1: 10 reps at 40% of your one-rep max"),
        ("1 x max @ bw", "Set 1 of 1: as many reps as you can with your bodyweight"),
        ("1 x 8 @ bw + 10 kg rir 1-2", "Set 1 of 1: 8 reps with 10 kg added, stop with 1-2 in reserve"),
        ("1 x 8 @ bw - 20 kg rpe 8.5", "Set 1 of 1: 8 reps with 20 kg of help, at RPE 8.5"),
        ("1 x 20 @ pin 8 not to failure", "Set 1 of 1: 20 reps at pin 8, well short of failure"),
        ("1 x hold 90s", "Set 1 of 1: hold for 90 s"),
        ("1 x 2-3 min", "Set 1 of 1: keep going for 2-3 min"),
        ("1 x 8 tempo 3-1-x-0 slow", "Set 1 of 1: 8 reps; tempo 3-1-x-0; slow"),
        ("1 x 8 pause 2s top rir 0", "Set 1 of 1: 8 reps, to failure; pause 2 s at the top"),
    ],
)
def test_the_words_of_a_set(line: str, words: str) -> None:
    assert texts(line) == [words]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("1 x 6 > 5 @ 700 lb drop 100 lb", "Drop to 600 lb: 5 reps"),
        ("1 x 6 > 5 @ 100 kg drop 20%", "Drop to 80 kg: 5 reps"),
        ("1 x 6 > 5 drop 20%", "Drop to 80% of the first load: 5 reps"),
        ("1 x 6 > 5 drop 10 kg", "Take off 10 kg: 5 reps"),
        ("1 x 6 > 5 @ 80% drop 25%", "Drop to 60% of your one-rep max: 5 reps"),
        ("1 x 6 > 5 @ pin 8 drop 2 pins", "Move the pin to 6: 5 reps"),
        ("1 x 6 > 5 drop 2 pins", "Move the pin up by 2: 5 reps"),
        ("1 x 6 > 5 @ 3 plates drop 1 plate", "Strip 1 plate: 5 reps at 2 plates"),
        ("1 x 6 > 5 @ 100 kg drop 2 plates", "Strip 2 plates: 5 reps"),
        ("1 x 6 > 5 @ bw + 10 kg drop 10 kg", "Drop to bodyweight: 5 reps"),
        ("1 x 6 > 5 @ bw + 10 kg drop 50%", "Drop to bodyweight + 5 kg: 5 reps"),
        ("1 x 6 > 5 @ bw drop 10 kg", "Drop to bodyweight - 10 kg: 5 reps"),
        ("1 x 6 > 5 @ 4 plates drop 20%", "Drop to 80% of the first load: 5 reps"),
        ("1 x 6 > max @ 100 kg", "Lower the load: as many reps as you can"),
        ("1 x 6 > 30s @ 4 plates", "Lower the load: keep going for 30 s"),
        ("1 x 6 > 5 @ 80% drop 10 kg", "Take off 10 kg: 5 reps"),
        ("1 x 6 > 5 @ 80% drop 1 pin", "Move the pin up by 1: 5 reps"),
        ("1 x 6 > 5 drop 12.5%", "Drop to 88% of the first load: 5 reps"),
    ],
)
def test_the_words_of_a_drop(line: str, words: str) -> None:
    assert texts(line)[1] == words


@pytest.mark.parametrize(
    ("line", "links"),
    [
        ("1 x 10 @ 4 plates drop 1 plate until empty", 4),
        ("1 x 10 @ 5 plates drop 2 plates until empty", 3),
        ("1 x 10 @ 100 kg drop 30 kg until empty", 4),
        ("1 x 10 @ 90 kg drop 30 kg until empty", 3),
        ("1 x 10 @ pin 7 drop 2 pins until empty", 4),
        ("1 x 10 drop 20% until empty", 5),
        ("1 x 10 drop 30% until empty", 4),
        ("1 x 10 @ bw + 20 kg drop 10 kg until empty", 3),
        ("1 x 10 > 8 @ 100 kg drop 30 kg until empty", 4),
    ],
)
def test_chains_until_empty(line: str, links: int) -> None:
    assert len(expand(parse(line))) == links


def test_what_is_hardly_anything_on_the_body_is_the_body_alone() -> None:
    assert texts("1 x 6 > 5 > 5 > 5 @ bw + 1 kg drop 33.33%")[1:] == [
        "Drop to bodyweight + 0.67 kg: 5 reps",
        "Drop to bodyweight + 0.33 kg: 5 reps",
        "Drop to bodyweight: 5 reps",
    ]
    _, least = expand(parse("1 x 6 > 5 @ bw + 0.01 kg drop 50%"))
    assert least.load == BodyweightLoad(Mass("0.005", "kg"))


def test_help_on_the_body_takes_off_all_that_was_added_and_no_more() -> None:
    steps = expand(parse("1 x 6 > 5 > 5 @ bw + 10 kg drop 8 kg"))
    assert [step.share for step in steps] == pytest.approx([1, 0.2, 0])
    assert [step.text.partition(":")[0] for step in steps[1:]] == [
        "Drop to bodyweight + 2 kg",
        "Drop to bodyweight - 6 kg",
    ]


@pytest.mark.parametrize(
    ("line", "words", "seconds"),
    [
        ("2 x 8", "Rest 2 min", 120),
        ("2 x 8 rest 1s", "Rest 1 s", 1),
        ("2 x 8 rest 0-1s", "Rest 0-1 s", 0.5),
        ("2 x 8 rest 119s", "Rest 119 s", 119),
        ("2 x 8 rest 2-3 min", "Rest 2-3 min", 150),
        ("circuit 2 [a: 8, b: 8] rest 90s", "Rest 90 s", 90),
        ("circuit 1 [a: 8 rest 20s, b: 8]", "Rest 20 s", 20),
    ],
)
def test_the_words_of_a_rest(line: str, words: str, seconds: float) -> None:
    (rest,) = (step for step in expand(parse(line)) if step.kind == "rest")
    assert (rest.text, rest.seconds) == (words, seconds)


@pytest.mark.parametrize(
    ("added", "played"),
    [
        ("forced 1", [("forced", "Partner helps: 1 more rep", 3, Reps(Count(1, 1)))]),
        ("forced 2", [("forced", "Partner helps: 2 more reps", 6, Reps(Count(2, 2)))]),
        ("negative 6s", [("negative", "Partner lifts; lower it over 6 s", 7.5, Reps(Count(1, 1)))]),
        ("negative 3 x 6s", [("negative", "Partner lifts; lower it over 6 s, 3 times", 22.5, Reps(Count(3, 3)))]),
        ("partials 1", [("partials", "1 part-range rep", 1, Reps(Count(1, 1)))]),
        ("pulses 10", [("pulses", "10 small pulses at the hardest point", 10, Reps(Count(10, 10)))]),
        (
            "rest-pause 15s x 2",
            [
                ("rest", "Rest 15 s, then go on", 15, None),
                ("rest-pause", "Go on: as many reps as you can", 12, MaxReps()),
            ]
            * 2,
        ),
        (
            "myo 3-5 x 2 rest 10s",
            [
                ("rest", "Rest 10 s, then go on", 10, None),
                ("myo", "Mini-set 1 of 2: 3-5 reps", 12, Reps(Count(3, 5))),
                ("rest", "Rest 10 s, then go on", 10, None),
                ("myo", "Mini-set 2 of 2: 3-5 reps", 12, Reps(Count(3, 5))),
            ],
        ),
    ],
)
def test_techniques_are_played_out(added: str, played: list[tuple[str, str, float, object]]) -> None:
    _, *steps = expand(parse(f"1 x 8 + {added}"))
    assert [(step.kind, step.text, step.seconds, step.target) for step in steps] == played


def test_a_step_says_all_there_is_to_know() -> None:
    """A work set of two links on each side with what is added, field by field."""
    line = "curl: 1 work x 12/side > 8 @ 50 kg drop 10 kg rir 1 point 6 then flex + forced 2 rest 90s; 1 x 8"
    effort, cues, kg = (
        Rir(Count(1, 1)),
        (Cue("point", 6), Cue("flex")),
        (MassLoad(Mass(50, "kg")), MassLoad(Mass(40, "kg"))),
    )
    what = (
        "12 reps at 50 kg, stop with 1 in reserve; point for 6 reps, then flex; rest at least once for 5 s at the top"
    )
    change = Step("side-change", "Change sides", 5, 1, label="curl")
    sides: list[list[Step]] = []
    for side in SIDES:
        twelve, eight, two = (Reps(Count(number, number)) for number in (12, 8, 2))
        sides.append(
            [
                Step(
                    "set", f"Work set 1 of 1, {side}: {what}", 41, 1, 1, "curl", side, twelve, kg[0], 1.0,
                    effort, cues, "work", 5,
                ),
                Step("drop", "Drop to 40 kg: 8 reps", 34, 1, 2, "curl", side, eight, kg[1], 0.8, effort, cues, "work"),
                Step("forced", "Partner helps: 2 more reps", 6, 1, 2, "curl", side, two, kg[1], role="work"),
            ]
        )  # fmt: skip
    rest = Step("rest", "Rest 90 s", 90, 1, label="curl")
    last = Step("set", "Set 1 of 1: 8 reps", 24, 1, target=Reps(Count(8, 8)), share=1.0)
    assert expand(parse(line)) == (*sides[0], change, *sides[1], rest, last)


def test_a_ramp_set_is_lighter_and_has_nothing_added() -> None:
    line = "press: 3 x 8/side @ 60 kg pyramid to 1 work to failure wide + partials 3 no rest"
    steps = expand(parse(line))
    eight = Reps(Count(8, 8))
    load = MassLoad(Mass(30, "kg"))
    ramp = [
        Step(
            "set", f"Ramp set 1 of 2, {side}: 8 reps at 30 kg, 50% of the work load", 24, 1, 1, "press", side,
            eight, load, 0.5, None, (Cue("wide"),), "ramp",
        )
        for side in SIDES
    ]  # fmt: skip
    assert steps[:3] == (ramp[0], Step("side-change", "Change sides", 5, 1, label="press"), ramp[1])
    assert [step.set_number for step in steps] == [1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3]
    assert [step.kind for step in steps[6:]] == ["set", "partials", "side-change", "set", "partials"]
    assert {step.role for step in steps[6:] if step.target} == {"work"}
    assert texts("3 x 8 @ 4 plates pyramid to 2 work no rest")[0] == "Ramp set 1 of 1: 8 reps at 50% of the work load"
    assert texts("2 x 8 alternating pyramid to 1 work")[:2] == [
        "Ramp set 1 of 1, left: 8 reps at 50% of the work load",
        "Ramp set 1 of 1, right: 8 reps at 50% of the work load",
    ]
    assert texts("2 x 8 @ 75% pyramid to 1 work")[0] == (
        "Ramp set 1 of 1: 8 reps at 37.5% of your one-rep max, 50% of the work load"
    )


def test_a_round_goes_from_station_to_station() -> None:
    steps = expand(parse("circuit 2 [a: 10 rest 20s, b: 10 no rest, 8] rest 90s"))
    told = [(step.kind, step.text, step.set_number, step.label, step.seconds) for step in steps[:6]]
    assert told == [
        ("set", "Round 1 of 2, a: 10 reps", 1, "a", 30),
        ("rest", "Rest 20 s", 1, "a", 20),
        ("set", "Round 1 of 2, b: 10 reps", 1, "b", 30),
        ("station-change", "Go to exercise 3", 1, None, 15),
        ("set", "Round 1 of 2, exercise 3: 8 reps", 1, None, 24),
        ("rest", "Rest 90 s", 1, None, 90),
    ]
    assert [step.set_number for step in steps[6:]] == [2] * 5


def test_members_of_a_group_are_named() -> None:
    assert texts("superset 1 [leg extension: 12-15 @ 40 kg, 12-15]") == [
        "Round 1 of 1, leg extension: 12-15 reps at 40 kg",
        "Go to exercise 2",
        "Round 1 of 1, exercise 2: 12-15 reps",
    ]


def test_too_many_steps_are_refused() -> None:
    with pytest.raises(ValueError, match=r"up to 9,998 steps; the most is 5,000"):
        expand(with_sets(parse_scheme("4 x 8"), 4999))


def test_shares_are_of_the_written_load() -> None:
    steps: tuple[Step, ...] = expand(parse("1 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb"))
    assert [step.share for step in steps] == pytest.approx([1, 6 / 7, 5 / 7, 4 / 7])
    assert [Fraction(step.load.mass.value) for step in steps if isinstance(step.load, MassLoad)] == [
        700,
        600,
        500,
        400,
    ]
