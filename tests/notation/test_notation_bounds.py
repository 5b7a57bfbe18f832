"""Values keep to their bounds: what lies on a bound is taken, what lies just outside is refused."""

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction

import pytest

from legday.notation import (
    AddOn,
    BodyweightLoad,
    Condition,
    Count,
    Cue,
    DoubleProgression,
    Drop,
    Effort,
    Forced,
    Group,
    Hold,
    Interval,
    LinearProgression,
    Load,
    LoadStep,
    MassLoad,
    MassStep,
    Myo,
    Negative,
    Partials,
    Pause,
    PercentLoad,
    PercentStep,
    PinLoad,
    PinStep,
    PlateLoad,
    PlateStep,
    Pulses,
    Reps,
    RestPause,
    Rir,
    RirProgression,
    Rpe,
    Scheme,
    SetSyntaxError,
    Tempo,
    ToFailure,
    parse,
    parse_scheme,
)
from legday.notation.scheme import UnsoundError
from legday.notation.size import MOST_STEPS, most_steps
from legday.units import Mass

ONE = Count(1, 1)
EIGHT = (Reps(Count(8, 8)),)
CAGE = Condition(("cage",))


@pytest.mark.parametrize(
    ("make", "least", "most", "what"),
    [
        (lambda n: Count(0, n), 0, 9999, "a (number|range)"),
        (lambda n: Reps(Count(n, 9999)), 1, 9999, "reps|a range"),
        (lambda n: Reps(Count(n, 9999), "steps"), 1, 9999, "steps|a range"),
        (lambda n: Hold(Count(n, 9999)), 1, 9999, "the seconds of a hold|a range"),
        (lambda n: Interval(Count(n, 9999)), 1, 9999, "the seconds of an interval|a range"),
        (PlateLoad, 1, 9999, "the plates"),
        (PinLoad, 1, 9999, "the pin"),
        (PlateStep, 1, 9999, "the plates"),
        (PinStep, 1, 9999, "the pins"),
        (Forced, 1, 9999, "the forced reps"),
        (Negative, 1, 9999, "the seconds of a negative"),
        (lambda n: Negative(6, n), 1, 9999, "the negative reps"),
        (Partials, 1, 9999, "the partial reps"),
        (Pulses, 1, 9999, "the pulses"),
        (RestPause, 1, 9999, "the seconds of a rest-pause"),
        (lambda n: RestPause(15, n), 1, 9999, "the rest-pauses"),
        (lambda n: Myo(Count(n, 9999), 4, 10), 1, 9999, "the reps of a mini-set|a range"),
        (lambda n: Myo(ONE, n, 10), 1, 9999, "the mini-sets"),
        (lambda n: Myo(ONE, 4, n), 1, 9999, "the seconds between mini-sets"),
        (lambda n: AddOn((Forced(2),), n), 1, 9999, "the set that techniques begin with"),
        (lambda n: Cue("slow", n), 1, 9999, "the reps of a cue"),
        (lambda n: Tempo(n, 0, 0, 0), 0, 60, "the seconds of a phase"),
        (lambda n: Tempo(0, n, 0, 0), 0, 60, "the seconds of a phase"),
        (lambda n: Tempo(0, 0, n, 0), 0, 60, "the seconds of a phase"),
        (lambda n: Tempo(0, 0, 0, n), 0, 60, "the seconds of a phase"),
        (Pause, 1, 9999, "the seconds of a pause"),
        (lambda n: RirProgression(n, 0), 1, 9999, "reps in reserve|the reps in reserve"),
        (lambda n: Scheme(Count(n, 9999), EIGHT), 1, 9999, "give at least one set|a range"),
        (lambda n: Scheme(ONE, EIGHT * n), 1, 50, "a chain at most 50"),
        (lambda n: Scheme(Count(5, 9), EIGHT, pyramid_work_sets=n), 1, 5, "from 1 to 5 work sets"),
        (lambda n: Group("circuit", Count(n, 9999), (Scheme(ONE, EIGHT),) * 2), 1, 9999, "at least one round|a range"),
    ],
)
def test_whole_numbers(make: Callable[[int], object], least: int, most: int, what: str) -> None:
    for number in (least, most):
        assert make(number) == make(number)
    for number in (least - 1, most + 1):
        with pytest.raises(ValueError, match=what):
            make(number)


def mass_load(number: Decimal) -> Load:
    return MassLoad(Mass(number, "kg"))


def mass_step(number: Decimal) -> LoadStep:
    return MassStep(Mass(number, "kg"))


@pytest.mark.parametrize(
    ("make", "fitting", "outside", "what"),
    [
        (mass_load, "0.01 0.5 9999", "-1 0 9999.01", "a load must be above 0 and at most 9999"),
        (mass_step, "0.01 0.5 9999", "-1 0 9999.01", "a change of load must be above 0 and at most 9999"),
        (PercentLoad, "0.01 0.5 200", "-1 0 200.01", "a percentage of the one-rep max must be above 0 and at most 200"),
        (PercentStep, "0.01 0.5 99.99", "-1 0 100", "above 0% and below 100%"),
        (
            lambda number: BodyweightLoad(Mass(number, "lb")),
            "-9999 -0.01 0.01 9999",
            "-9999.01 0 9999.01",
            "a mass on the body can't be",
        ),
        (Rpe, "1 1.5 9.5 10", "0.5 10.5 8.25 8.1", "an RPE is 1 to 10 in halves"),
    ],
)
def test_decimal_numbers(make: Callable[[Decimal], object], fitting: str, outside: str, what: str) -> None:
    for number in fitting.split():
        assert make(Decimal(number)) == make(Decimal(number))
    for number in outside.split():
        with pytest.raises(ValueError, match=what) as caught:
            make(Decimal(number))
        assert number in str(caught.value)


def test_the_middle_of_a_range() -> None:
    assert [Count(8, 8).middle, Count(8, 12).middle, Count(8, 9).middle] == [8, 10, 8.5]


@pytest.mark.parametrize(
    ("make", "what"),
    [
        (lambda: Count(9, 8), "a range runs from low to high, not from 9 to 8"),
        (lambda: Condition(()), "names each circumstance once"),
        (lambda: Condition(("cage", "cage")), "names each circumstance once"),
        (lambda: Effort(ToFailure(), otherwise=Rir(ONE)), "'else' needs an 'if' before it"),
        (lambda: AddOn((Forced(2),), otherwise=(Pulses(5),)), "'else' needs an 'if' before it"),
        (lambda: AddOn(()), "nothing is added here"),
        (lambda: Cue("sideways"), "'sideways' is no cue; choose from point, flex"),
        (lambda: RirProgression(2, 2), "reps in reserve go down"),
        (lambda: RirProgression(2, -1), "reps in reserve go down"),
        (lambda: Scheme(ONE, EIGHT, label="Squat"), "'Squat' is no label"),
        (lambda: Scheme(ONE, EIGHT, label="a; b"), "'a; b' is no label"),
        (lambda: Scheme(ONE, EIGHT, label="3"), "'3' is no label"),
        (lambda: Scheme(ONE, EIGHT, label=""), "'' is no label"),
        (lambda: Scheme(ONE, EIGHT, cues=(Cue("wide"), Cue("slow", 3), Cue("fast"))), "say for how many reps"),
        (lambda: Scheme(ONE, EIGHT, add_ons=(AddOn((Forced(2),)),) * 2), "techniques of every set come last"),
        (
            lambda: Scheme(ONE, EIGHT, add_ons=(AddOn((Forced(2),), 2), AddOn((Forced(2),)), AddOn((Forced(2),), 3))),
            "techniques of every set come last",
        ),
        (lambda: Scheme(ONE, EIGHT, tempo=Tempo(3, 0, 1, 0), pause=Pause(2)), "a tempo already says how long"),
        (lambda: Scheme(Count(3, 3), EIGHT, "a", "work", pyramid_work_sets=2), "can't be made of work sets"),
        (lambda: Group("superset", ONE, (Scheme(ONE, EIGHT),)), "a superset needs at least two exercises"),
        (lambda: Group("circuit", ONE, ()), "a circuit needs at least two exercises"),
    ],
)
def test_what_does_not_go_together_is_refused(make: Callable[[], object], what: str) -> None:
    with pytest.raises(ValueError, match=what):
        make()


@pytest.mark.parametrize(
    "member",
    [
        Scheme(Count(1, 2), EIGHT),
        Scheme(Count(2, 2), EIGHT),
        Scheme(ONE, EIGHT, role="warm-up"),
        Scheme(ONE, EIGHT, pyramid_work_sets=1),
    ],
)
def test_a_member_of_a_group_is_done_once_in_a_round(member: Scheme) -> None:
    plain = Scheme(ONE, EIGHT)
    assert Group("superset", ONE, (plain, plain)).members == (plain, plain)
    for members in ((member, plain), (plain, member)):
        with pytest.raises(UnsoundError, match="give no number of sets"):
            Group("superset", ONE, members)


@pytest.mark.parametrize(
    ("load", "step", "share", "links"),
    [
        ("100 kg", "10 kg", Fraction(1, 10), 10),
        ("95 kg", "10 kg", Fraction(2, 19), 10),
        ("bw + 40 kg", "10 kg", Fraction(1, 4), 5),
        ("bw + 45 kg", "10 kg", Fraction(2, 9), 5),
        ("bw - 40 kg", "10 kg", None, None),
        ("bw", "10 kg", None, None),
        ("4 plates", "1 plate", Fraction(1, 4), 4),
        ("pin 8", "2 pins", Fraction(1, 4), 4),
        ("4 plates", "2 pins", None, None),
        ("80%", "10 kg", None, None),
        ("80%", "5%", Fraction(1, 20), 20),
        ("bw + 40 kg", "5%", Fraction(1, 20), 21),
        ("bw - 40 kg", "5%", None, None),
    ],
)
def test_the_share_that_a_drop_takes_off(load: str, step: str, share: Fraction | None, links: int | None) -> None:
    written = parse_scheme(f"1 x 8 @ {load}").load
    (drop,) = (parse_scheme(f"1 x 8 progress {step}").progression,)
    assert isinstance(drop, LinearProgression)
    assert Drop(drop.step).share_of(written) == share
    assert Drop(drop.step, until_empty=True).links_until_empty(written) == links


@pytest.mark.parametrize(
    ("fits", "too_much", "what"),
    [
        ("1 x 8 @ 50 plates drop 1 plate until empty", "1 x 8 @ 51 plates drop 1 plate until empty", "51 links"),
        ("1 x 8 > 8 @ 3 plates drop 2 plates", "1 x 8 > 8 @ 2 plates drop 2 plates", "more than there is"),
        ("1 x 8 > 8 > 8 drop 49.99%", "1 x 8 > 8 > 8 drop 50%", "more than there is"),
        ("1 x 8 @ 3 plates drop 2 plates until empty", "1 x 8 @ 2 plates drop 2 plates until empty", "all there is"),
        ("1 x 8 > 8 @ bw drop 500 kg", "1 x 8 > 8 @ bw drop 500.01 kg", "more help than a body needs"),
        ("1 x 8 > 8 > 8 @ bw drop 250 kg", "1 x 8 > 8 > 8 @ bw drop 250.01 kg", "more help than a body needs"),
        (
            "1 x 8 > 8 @ bw + 100 kg drop 600 kg",
            "1 x 8 > 8 @ bw + 100 kg drop 600.01 kg",
            "more help than a body needs",
        ),
        (
            "1 x 9 > 8 @ bw + 1 kg drop 0.5 kg until empty",
            "1 x 9 > 8 > 7 > 6 @ bw + 1 kg drop 0.5 kg until empty",
            "nothing is left after 3 of these links",
        ),
    ],
)
def test_a_chain_ends_where_nothing_is_left(fits: str, too_much: str, what: str) -> None:
    assert str(parse(fits)) == fits
    with pytest.raises(SetSyntaxError, match=what):
        parse(too_much)


def test_a_last_target_given_twice_is_refused_where_the_chain_goes_on_by_itself() -> None:
    drop = Drop(PlateStep(1), until_empty=True)
    Scheme(ONE, (Reps(Count(9, 9)), *EIGHT), load=PlateLoad(4), drop=drop)
    with pytest.raises(UnsoundError, match="goes on with the last target by itself"):
        Scheme(ONE, (Reps(Count(9, 9)), *EIGHT, *EIGHT), load=PlateLoad(4), drop=drop)
    assert str(parse("1 x 9 > 8 > 8 @ 4 plates drop 1 plate until empty")) == (
        "1 x 9 > 8 @ 4 plates drop 1 plate until empty"
    )


@pytest.mark.parametrize(
    ("line", "steps"),
    [
        ("2500 x 8", 5000),
        ("1250 x 8/side", 5000),
        ("500 x 8 @ 9 plates drop 1 plate until empty", 5000),
        ("1250 x 8 > 8 > 8", 5000),
        ("500 x 8 + rest-pause 5s x 4", 5000),
        ("500 x 8 + myo 3 x 4 rest 10s", 5000),
        ("1000 x 8 + forced 2 if partner else pulses 5 and partials 5", 5000),
        ("625 x 8; 1250 x 8 + forced 2", 5000),
        ("circuit 833 [a: 8, b: 8]", 4998),
    ],
)
def test_the_most_steps_that_are_read(line: str, steps: int) -> None:
    prescription = parse(line)
    assert sum(map(most_steps, prescription.entries)) == steps
    one_more = (
        line.replace(line.split()[0], str(int(line.split()[0]) + 1), 1) if line[0].isdigit() else f"1 x 8; {line}"
    )
    with pytest.raises(SetSyntaxError, match=rf"up to 5,0\d\d steps; the most is {MOST_STEPS:,}, so make it shorter"):
        parse(f"{one_more}; 1 x 8")


def test_the_longest_lines_that_are_read() -> None:
    label = "a" * 1993
    assert len(str(parse(f"{label}:3x8"))) == 2000
    with pytest.raises(SetSyntaxError, match="written in full this line has 2001 characters; the most is 2000"):
        parse(f"{label}a:3x8")
    assert len(str(parse(f"{label[:-7]}:3x8;3x8"))) == 2000
    with pytest.raises(SetSyntaxError, match="written in full this line has 2001 characters"):
        parse(f"{label[6:]}:3x8;3x8")
    assert parse("3 x 8".ljust(2000)) == parse("3 x 8")
    with pytest.raises(SetSyntaxError, match="this line has 2001 characters; the most is 2000"):
        parse("3 x 8".ljust(2001))


def test_progressions_take_any_step() -> None:
    steps: tuple[LoadStep, ...] = (MassStep(Mass("2.5", "kg")), PercentStep(Decimal(5)), PlateStep(1), PinStep(2))
    for step, said in zip(steps, ("2.5 kg", "5%", "1 plate", "2 pins"), strict=True):
        assert parse_scheme(f"3 x 8 progress {said}").progression == LinearProgression(step)
        assert parse_scheme(f"3 x 8-12 progress double {said}").progression == DoubleProgression(step)
