"""Set lines fitted to the day, and counted."""

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from notation_strategies import circumstances, entries, loads, masses, schemes, unhurried

from legday.notation import (
    CONVENTIONS,
    Circumstance,
    Count,
    Drop,
    Entry,
    Group,
    Load,
    MassLoad,
    MassStep,
    Prescription,
    Reps,
    Scheme,
    convention_of,
    expand,
    hard_sets,
    is_conditional,
    parse,
    parse_scheme,
    print_entry,
    print_scheme,
    resolve,
    with_load,
    with_sets,
)
from legday.units import Mass, MassUnit

PARTNER: frozenset[Circumstance] = frozenset({"partner"})
CAGE: frozenset[Circumstance] = frozenset({"cage"})
NONE: frozenset[Circumstance] = frozenset()


@unhurried
@given(entries, circumstances)
def test_resolving_leaves_no_condition(entry: Entry, at_hand: frozenset[Circumstance]) -> None:
    settled = resolve(entry, at_hand)
    assert not is_conditional(settled)
    assert " if " not in str(Prescription((settled,))).split(": ")[-1]
    assert resolve(settled, frozenset()) == settled
    if not is_conditional(entry):
        assert settled == entry


@pytest.mark.parametrize(
    ("line", "at_hand", "settled"),
    [
        ("5 x 12 to failure if partner or cage else rir 2", PARTNER, "5 x 12 to failure"),
        ("5 x 12 to failure if partner or cage else rir 2", CAGE, "5 x 12 to failure"),
        ("5 x 12 to failure if partner or cage else rir 2", NONE, "5 x 12 rir 2"),
        ("5 x 12 to failure if partner", CAGE, "5 x 12"),
        ("3 x 8 + forced 2 from set 2 if partner + pulses 5", PARTNER, "3 x 8 + forced 2 from set 2 + pulses 5"),
        ("3 x 8 + forced 2 from set 2 if partner + pulses 5", NONE, "3 x 8 + pulses 5"),
        ("3 x 8 + forced 2 if partner + pulses 5", PARTNER, "3 x 8 + forced 2 + pulses 5"),
        ("3 x 8 + forced 2 if partner else partials 3 and pulses 5", NONE, "3 x 8 + partials 3 + pulses 5"),
        ("3 x 8 + forced 2 if partner else partials 3", PARTNER, "3 x 8 + forced 2"),
        ("3 x 8 rir 1 + forced 2 if partner", PARTNER, "3 x 8 rir 1 + forced 2"),
        ("3 x 8 to failure if cage + forced 2", CAGE, "3 x 8 to failure + forced 2"),
        ("3 x 8 + pulses 5 from set 3 + forced 2 if partner", NONE, "3 x 8 + pulses 5 from set 3"),
    ],
)
def test_what_applies_stays(line: str, at_hand: frozenset[Circumstance], settled: str) -> None:
    assert print_scheme(resolve(parse_scheme(line), at_hand)) == settled


@unhurried
@given(entries, st.integers(1, 30))
def test_the_number_of_sets_is_changed_and_nothing_else(entry: Entry, number: int) -> None:
    changed = with_sets(entry, number)
    if isinstance(changed, Group):
        assert isinstance(entry, Group)
        assert changed.rounds == Count(number, number)
        assert changed.members == entry.members
    else:
        assert isinstance(entry, Scheme)
        assert changed.sets == Count(number, number)
        assert changed.links == entry.links
    assert parse(str(Prescription((changed,)))).entries == (changed,)


def test_every_member_of_a_group_is_settled() -> None:
    (group,) = parse("superset 3 [a: 8 to failure if cage, b: 8, c: 8 + forced 2 if partner]").entries
    assert is_conditional(group)
    assert print_entry(resolve(group, PARTNER)) == "superset 3 [a: 8, b: 8, c: 8 + forced 2]"
    assert print_entry(resolve(group, CAGE)) == "superset 3 [a: 8 to failure, b: 8, c: 8]"
    assert not is_conditional(parse("superset 3 [a: 8 rir 1, b: 8 + forced 2 from set 2]").entries[0])


def test_a_pyramid_keeps_its_ramp() -> None:
    pyramid = parse_scheme("5 x 12 pyramid to 3 work")
    assert [hard_sets(with_sets(pyramid, number)) for number in range(1, 8)] == [1, 1, 1, 2, 3, 4, 5]
    with pytest.raises(ValueError, match="at least one set"):
        with_sets(pyramid, 0)


@pytest.mark.parametrize(
    ("line", "load", "increment", "reloaded"),
    [
        ("4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb", "140 kg", None, "4 x 6 > 6 > 6 > 6 @ 140 kg drop 20 kg"),
        ("4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb", "100 kg", "5 kg", "4 x 6 > 6 > 6 > 6 @ 100 kg drop 15 kg"),
        ("4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb", "20 kg", "5 kg", "4 x 6 > 6 > 6 > 6 @ 20 kg drop 5 kg"),
        ("4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb", "14 kg", "5 kg", "4 x 6 > 6 > 6 > 6 @ 14 kg drop 2 kg"),
        ("4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb", None, None, "4 x 6 > 6 > 6 > 6 drop 14%"),
        ("4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb", "80%", None, "4 x 6 > 6 > 6 > 6 @ 80% drop 14%"),
        ("4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb", "bw", None, "4 x 6 > 6 > 6 > 6 @ bw drop 100 lb"),
        ("7 x 10 @ 4 plates drop 1 plate until empty", None, None, "7 x 10 drop 25% until empty"),
        ("7 x 10 @ 4 plates drop 1 plate until empty", "8 plates", None, "7 x 10 @ 8 plates drop 2 plates until empty"),
        ("7 x 10 @ 4 plates drop 1 plate until empty", "60 kg", "5 kg", "7 x 10 @ 60 kg drop 15 kg until empty"),
        ("7 x 10 @ 4 plates drop 1 plate until empty", "bw", None, "7 x 10 @ bw"),
        ("3 x 8 > 8 @ 1 plate", "60 kg", None, "3 x 8 > 8 @ 60 kg"),
        ("3 x 8 > 8 > 8 drop 50 kg", "90 kg", "5 kg", "3 x 8 > 8 > 8 @ 90 kg drop 30 kg"),
        ("3 x 8 > 8 > 8 drop 20%", "90 kg", "5 kg", "3 x 8 > 8 > 8 @ 90 kg drop 20%"),
        ("3 x 8 > 8 > 8 drop 10 kg", "90 kg", None, "3 x 8 > 8 > 8 @ 90 kg drop 10 kg"),
        ("3 x 8 > 8 > 8 @ 4 plates drop 1 plate", "1 plate", None, "3 x 8 > 8 > 8 @ 1 plate"),
        ("3 x 8 > 8 @ bw + 20 kg drop 10 kg", "bw + 30 kg", None, "3 x 8 > 8 @ bw + 30 kg drop 15 kg"),
        ("3 x 8", "60 kg", "5 kg", "3 x 8 @ 60 kg"),
        ("3 x 8 > 8 @ 100 kg drop 60 kg", None, None, "3 x 8 > 8 drop 60%"),
        ("3 x 8 > 8 > 8 drop 30 kg", "60 kg", None, "3 x 8 > 8 > 8 @ 60 kg drop 20 kg"),
        ("3 x 8 > 8 > 8 drop 20 kg", "60 kg", None, "3 x 8 > 8 > 8 @ 60 kg drop 20 kg"),
        ("3 x 8 > 8 > 8 drop 5 plates", "9 plates", None, "3 x 8 > 8 > 8 @ 9 plates drop 3 plates"),
        ("3 x 8 > 8 > 8 drop 5 pins", "pin 9", None, "3 x 8 > 8 > 8 @ pin 9 drop 3 pins"),
        ("3 x 8 > 8 > 8 drop 2 pins", "9 plates", None, "3 x 8 > 8 > 8 @ 9 plates drop 2 pins"),
        ("3 x 8 > 8 drop 10 kg", "bw + 5 kg", None, "3 x 8 > 8 @ bw + 5 kg drop 10 kg"),
        ("3 x 8 > 8 > 8 @ pin 8 drop 2 pins", "pin 4", None, "3 x 8 > 8 > 8 @ pin 4 drop 1 pin"),
        ("3 x 8 > 8 > 8 @ pin 8 drop 2 pins", "pin 12", None, "3 x 8 > 8 > 8 @ pin 12 drop 3 pins"),
        ("3 x 8 > 8 > 8 @ pin 8 drop 2 pins", "pin 2", None, "3 x 8 > 8 > 8 @ pin 2"),
        ("3 x 8 > 8 > 8 @ pin 8 drop 3 pins", "pin 3", None, "3 x 8 > 8 > 8 @ pin 3 drop 1 pin"),
        ("3 x 8 > 8 > 8 @ 8 plates drop 3 plates", "3 plates", None, "3 x 8 > 8 > 8 @ 3 plates drop 1 plate"),
        ("3 x 8 > 8 > 8 @ 8 plates drop 2 plates", "0.01 kg", None, "3 x 8 > 8 > 8 @ 0.01 kg"),
        ("3 x 8 > 8 > 8 @ 8 plates drop 2 plates", "0.01 kg", "5 kg", "3 x 8 > 8 > 8 @ 0.01 kg"),
        ("3 x 8 > 8 > 8 @ 8 plates drop 2 plates", "bw - 10 kg", None, "3 x 8 > 8 > 8 @ bw - 10 kg"),
        ("3 x 8 > 8 @ 40 kg drop 10 kg", "bw - 10 kg", None, "3 x 8 > 8 @ bw - 10 kg drop 10 kg"),
        ("3 x 8 @ 9 plates drop 3 plates until empty", "pin 6", None, "3 x 8 @ pin 6 drop 2 pins until empty"),
        ("3 x 8 @ 30 plates drop 1 plate until empty", "120 kg", "1 kg", "3 x 8 @ 120 kg drop 4 kg until empty"),
        (
            "3 x 8 @ 50 plates drop 1 plate until empty",
            "60 plates",
            None,
            "3 x 8 @ 60 plates drop 2 plates until empty",
        ),
        ("3 x 8 @ bw + 9 kg drop 3 kg until empty", "60 kg", None, "3 x 8 @ 60 kg drop 20 kg until empty"),
        ("3 x 8 > 8 @ 9000 kg drop 4000 kg", "9000 lb", "9999 kg", "3 x 8 > 8 @ 9000 lb drop 4000 lb"),
    ],
)
def test_a_drop_keeps_its_part_of_the_load(line: str, load: str | None, increment: str | None, reloaded: str) -> None:
    new = parse_scheme(f"1 x 1 @ {load}").load if load else None
    changed = with_load(parse_scheme(line), new, Mass.parse(increment) if increment else None)
    assert print_scheme(changed) == reloaded


def test_an_increment_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="can't round to steps of 0 kg"):
        with_load(parse_scheme("4 x 8"), None, Mass(0, "kg"))


@unhurried
@given(schemes(), st.one_of(st.none(), loads), st.one_of(st.none(), masses))
def test_any_load_can_be_put_on_any_scheme(scheme: Scheme, load: Load | None, increment: Mass | None) -> None:
    changed = with_load(scheme, load, increment)
    assert changed.load == load
    assert changed.links == scheme.links
    assert (changed.drop is None) >= (scheme.drop is None)
    expand(changed)


@st.composite
def mass_chains(draw: st.DrawFn) -> Scheme:
    load = draw(st.integers(50, 1000))
    links = draw(st.integers(2, 6))
    step = draw(st.integers(1, (load - 1) // (links - 1)))
    unit = draw(st.sampled_from(get_args(MassUnit)))
    drop = Drop(MassStep(Mass(step, unit)))
    return Scheme(Count(3, 3), (Reps(Count(6, 6)),) * links, load=MassLoad(Mass(load, unit)), drop=drop)


def mass_share(scheme: Scheme) -> Fraction:
    assert isinstance(scheme.load, MassLoad)
    assert scheme.drop is not None
    assert isinstance(scheme.drop.step, MassStep)
    return scheme.drop.step.mass.kg / scheme.load.mass.kg


@unhurried
@given(mass_chains(), st.integers(20, 9000), st.sampled_from(get_args(MassUnit)))
def test_the_part_of_the_load_stays_to_a_hundredth(scheme: Scheme, load: int, unit: MassUnit) -> None:
    changed = with_load(scheme, MassLoad(Mass(load, unit)))
    assert abs(mass_share(changed) - mass_share(scheme)) * load <= Fraction(11, 1000)


@unhurried
@given(mass_chains(), st.integers(20, 4000), st.sampled_from(["1 kg", "2.5 kg", "5 lb", "0.25 lb"]))
def test_a_drop_in_mass_is_whole_increments(scheme: Scheme, load: int, smallest: str) -> None:
    increment = Mass.parse(smallest)
    changed = with_load(scheme, MassLoad(Mass(load, "kg")), increment)
    assert changed.drop is not None
    assert isinstance(changed.drop.step, MassStep)
    drops, wanted = len(scheme.links) - 1, mass_share(scheme) * load
    step = changed.drop.step.mass.kg
    assert drops * step < load
    if step % increment.kg:
        assert drops * increment.kg >= load  # not even one increment fits
    else:
        off = abs(step - wanted)
        assert off <= increment.kg / 2 or step == increment.kg or drops * (step + increment.kg) >= load


@pytest.mark.parametrize(
    ("line", "rule", "count"),
    [
        ("4 x 8", "unstated", 4),
        ("4-5 x 8", "unstated", 5),
        ("4 x 8 rir 4", "near-failure", 4),
        ("4 x 8 rir 3-5", "near-failure", 4),
        ("4 x 8 rir 5", "easy", 0),
        ("4 x 8 rir 3-6", "easy", 0),
        ("4 x 8 rpe 6", "near-failure", 4),
        ("4 x 8 rpe 5.5", "easy", 0),
        ("4 x 8 to failure", "near-failure", 4),
        ("4 work x 20", "near-failure", 4),
        ("2 x max", "near-failure", 2),
        ("7 x 12 alternating not to failure", "easy", 0),
        ("3 warm-up x 10 to failure", "warm-up", 0),
        ("5 x 12 pyramid to 3 work to failure", "near-failure", 3),
        ("4 x 6 > 6 > 6 > 6 @ 700 lb drop 100 lb", "chain", 4),
        ("4 x 6 > 6", "chain", 4),
        ("4 x 30s > 30s @ 9 plates drop 1 plate", "interval", 0),
        ("4 x hold 30s > hold 30s > 30s", "hold", 2),
        ("4 x hold 30s > 8", "chain", 4),
        ("4 x 8 > 30s to failure", "chain", 4),
        ("4 work x 8 + rest-pause 15s rpe 9", "cluster", 4),
        ("4 x 8 + forced 2 + pulses 5", "unstated", 4),
        ("4 x 8 + forced 2 + myo 3 x 4 rest 10s", "cluster", 4),
        ("4 x 30s not to failure", "easy", 0),
        ("4-5 x 12 pyramid to 3 work", "unstated", 3),
        ("7 x 10 @ 4 plates drop 1 plate until empty", "chain", 7),
        ("3 x 10 + rest-pause 15s x 3", "cluster", 3),
        ("2 x 15 + myo 3-5 x 4 rest 10s", "cluster", 2),
        ("4 x 10/side", "unstated", 4),
        ("3 x 20 steps/side", "unstated", 3),
        ("3 x hold 90s", "hold", Fraction(3, 2)),
        ("2 x 30s", "interval", 0),
        ("1 x 5 min", "interval", 0),
    ],
)
def test_hard_sets_by_hand(line: str, rule: str, count: Fraction) -> None:
    assert hard_sets(parse(line)) == count
    assert convention_of(parse_scheme(line)).id == rule


def test_hard_sets_add_up_over_entries_and_rounds() -> None:
    assert hard_sets(parse("2 warm-up x 10; 4 x 6 > 6; 3 x hold 30s")) == Fraction(11, 2)
    assert hard_sets(parse("superset 3 [squat: 8, jumps: 30s, lunge: 8 rir 1]")) == 6


def test_hard_sets_depend_on_what_is_at_hand() -> None:
    line = parse("4 x 8 to failure if partner else not to failure")
    assert hard_sets(line, PARTNER) == 4
    assert hard_sets(line) == 0


@unhurried
@given(schemes())
def test_techniques_never_change_the_number_of_hard_sets(scheme: Scheme) -> None:
    plain = Scheme(
        scheme.sets,
        scheme.links[:1],
        role=scheme.role,
        pyramid_work_sets=scheme.pyramid_work_sets,
        effort=scheme.effort,
    )
    if not any(type(link) is not type(scheme.links[0]) for link in scheme.links):
        assert hard_sets(scheme) == hard_sets(plain)
    assert 0 <= hard_sets(scheme) <= scheme.sets.high


def test_every_convention_says_whose_it_is() -> None:
    for name, convention in CONVENTIONS.items():
        assert convention.id == name
        assert convention.counts in (0, Fraction(1, 2), 1)
        assert "doi:10." in convention.source or convention.source.startswith("legday's own")
