"""The shipped table is what the model says, and two variants are told apart as sure as that is."""

import dataclasses

import numpy as np
import pytest

from legday.anatomy import Part
from legday.catalogue import load_catalogue
from legday.documents import InputError, encode
from legday.physics import (
    MEASURED,
    Recipe,
    compare,
    compare_variants,
    demand,
    draw,
    load_recipes,
    load_table,
    loads_legs,
    prepared_variants,
    show_variant,
    working_load,
)
from legday.physics.compare import SETTLED_MODELS, SETTLED_POINTS, agreement
from legday.physics.demand import EFFORT, _hardest
from legday.physics.table import build_row, made_from

SAMPLE = (
    "leg-press/foot-high",
    "seated-leg-curl/usual",
    "glute-bridge/usual",
    "nordic-curl/usual",
    "split-squat/usual",
)


def test_every_variant_that_loads_the_legs_is_in_the_table() -> None:
    table = load_table()
    for exercise in load_catalogue().exercises.values():
        for variant in exercise.variants:
            key = f"{exercise.id}/{variant.id}"
            assert (key in table.variants or key in table.same) == loads_legs(exercise), key
    assert set(load_recipes().left_out) <= set(load_catalogue().exercises)


def test_no_exercise_is_in_two_families_and_every_change_is_of_a_known_variant() -> None:
    recipes = load_recipes()
    named = [exercise for family in recipes.families.values() for exercise in family.exercises]
    assert len(named) == len(set(named))
    known = {key for variant in prepared_variants() for key in (variant, variant.partition("/")[0])}
    assert set(recipes.variants) <= known
    assert {family.dimensions for family in recipes.families.values()} - {""} <= set(recipes.dimensions)


def test_every_number_and_word_of_a_recipe_is_one_that_its_setup_reads() -> None:
    """A slip of the pen in the data would else be passed over in silence."""
    import inspect
    import re

    from legday.physics import machines, recipes, standing, supported
    from legday.physics.demand import _load

    def read_by(function: object) -> set[str]:
        return set(re.findall(r'(?:number|through|degrees|word)\(\s*"([a-z]+)"', inspect.getsource(function)))  # type: ignore[arg-type]

    everywhere = read_by(_load) | read_by(recipes)
    limb = read_by(machines.limb) | {"flexion", "abduction", "rotation", "knee", "ankle"}
    names = {
        "stand": read_by(standing) | {"rear"},
        "sled": read_by(machines.sled),
        "limb": limb,
        "bridge": read_by(supported.bridge),
        "lever": read_by(supported.lever),
    }
    for key, prepared in prepared_variants().items():
        recipe = prepared.recipe
        assert {*recipe.numbers, *recipe.words} <= names[recipe.setup] | everywhere, key


def test_the_table_was_made_from_the_data_as_it_is() -> None:
    """Run `legday physics build` after changing the data."""
    assert load_table().made_from == made_from()


@pytest.mark.parametrize("key", SAMPLE)
def test_rows_are_made_again_identically(key: str) -> None:
    assert encode(build_row(prepared_variants()[key], draw())) == encode(load_table().of(key))


def test_every_spread_is_in_order_and_shares_add_up() -> None:
    for key, row in load_table().variants.items():
        for three in [*row.parts.values(), *(three for one in row.muscles.values() for three in one_of(one))]:
            assert three[0] <= three[1] <= three[2], key
        assert sum(three[1] for three in row.parts.values()) <= 106, key
        assert all(three[0] >= 0 and three[2] <= 100 for three in row.parts.values()), key
        assert all(len(positions) >= 5 for positions in row.moments.values())


def one_of(one: object) -> list[tuple[float, float, float]]:
    return [getattr(one, name) for name in ("share", "activation", "shortest", "longest")]


def test_the_prime_muscles_of_most_exercises_are_those_that_work() -> None:
    """Hand-written tags and the model agree on the first part of nearly every exercise; where not, both are kept."""
    table, off = load_table(), []
    for key, prepared in prepared_variants().items():
        parts = prepared.exercise.parts
        if not parts or prepared.variant.id != "usual":
            continue
        shares = {part: three[1] for part, three in table.of(key).parts.items()}
        if max(shares, key=shares.__getitem__) not in parts:
            off.append(key)
    assert len(off) <= 25, off


def test_a_working_load_is_as_hard_as_a_working_set() -> None:
    for key in ("squat/usual", "leg-extension/usual", "hip-thrust/usual"):
        prepared = prepared_variants()[key]
        for sex, load in working_load(prepared).items():
            assert _hardest(prepared, sex, load) <= EFFORT
            assert _hardest(prepared, sex, load + 0.05) > EFFORT
    assert working_load(prepared_variants()["nordic-curl/usual"]) == {"male": 0.0, "female": 0.0}


def test_reserves_are_small_but_where_a_model_is_too_weak() -> None:
    """Joint moments are made by muscles, not by what is left over, but for lifts that many people can't do."""
    short = {key for key, row in load_table().variants.items() if row.reserve > 10}
    hard = (
        "nordic",
        "copenhagen",
        "side-plank",
        "glute-ham",
        "pistol",
        "sissy",
        "single-leg",
        "reverse-nordic",
        "jump",
    )
    others = {key for key in short if not any(word in key for word in hard)}
    assert len(others) <= 12, others


def test_what_differs_is_told_on_the_same_models() -> None:
    told = compare_variants("Leg Press", "foot=high,low")
    assert (told.first, told.second) == ("leg-press/foot-high", "leg-press/foot-low")
    rows = {row.what: row for row in (*told.moments, *told.shares)}
    assert rows["quads"].difference > SETTLED_POINTS
    assert rows["quads"].agree >= SETTLED_MODELS
    assert rows["quads"].verdict == "settled"
    assert rows["hip extension"].difference < 0
    assert next(iter(told.moments)).what == "hip extension"


def test_turning_the_comparison_round_turns_every_sign() -> None:
    models, variants = draw(30), prepared_variants()
    one, two = ((variants[key], demand(variants[key], models)) for key in ("leg-press/foot-high", "leg-press/foot-low"))
    for row, back in zip(compare(one, two).shares, compare(two, one).shares, strict=True):
        assert row.difference == pytest.approx(-back.difference, abs=0.051)
        assert row.first == back.second
    same = compare(one, one)
    assert all(row.difference == 0 and row.verdict == "not settled" for row in (*same.moments, *same.shares))


@pytest.mark.parametrize("what", ["variant=narrow,wide", "toes=20,45", "stance=narrow,wide"])
def test_stance_and_toes_are_never_settled(what: str) -> None:
    told = compare_variants("Squat", what)
    assert told.why_unsettled
    assert {row.verdict for row in (*told.moments, *told.shares, *told.lengths)} == {"not settled"}


def test_single_vasti_are_never_settled() -> None:
    told = compare_variants("Leg Press", "foot=high,low")
    assert {row.verdict for row in told.shares if row.what.startswith("vastus")} == {"not settled"}


def test_agreement_counts_models_with_the_sign_of_the_middle() -> None:
    assert agreement(np.array([1.0, 2, 3, -1])) == 75
    assert agreement(np.array([-1.0, -2, -3, -1])) == 100
    assert agreement(np.zeros(4)) == 100


def test_a_heavier_load_asks_for_more() -> None:
    models, prepared = draw(20), prepared_variants()["leg-press/usual"]
    light, heavy = (demand(prepared, models, load) for load in (0.5, 1.5))
    knee = 3
    assert (heavy.moments[:, 0, knee] < light.moments[:, 0, knee]).all()
    vastus = MEASURED.index(next(name for name in MEASURED if name.value == "vastus-lateralis"))
    assert (heavy.activation[:, 0, vastus] > light.activation[:, 0, vastus]).all()


def test_shares_hardly_depend_on_the_load() -> None:
    models, prepared = draw(20), prepared_variants()["leg-press/usual"]
    light, heavy = (np.median(demand(prepared, models, load).part_share(Part.QUADS)) for load in (0.6, 1.2))
    assert light == pytest.approx(heavy, abs=0.08)


def test_recipes_that_nobody_can_do_are_refused() -> None:
    from legday.physics import UnreachableError

    prepared = prepared_variants()["squat/usual"]
    numbers = {**prepared.recipe.numbers, "shank": (0.0, 0.0), "knee": (10.0, 140.0)}
    with pytest.raises(UnreachableError, match="squat/usual"):
        demand(dataclasses.replace(prepared, recipe=Recipe("stand", numbers, {}), effort=False), draw(10))


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda: show_variant("Bench Press"), "no exercise"),
        (lambda: show_variant("Squat", "sideways"), "it has usual"),
        (lambda: show_variant("Pallof press"), "The trunk holds against a turn"),
        (lambda: show_variant("Easy walk"), "no strength work|no exercise"),
        (lambda: compare_variants("Leg Press", "foot"), "such as foot=high,low"),
        (lambda: compare_variants("Leg Press", "foot=high,sideways"), "it has high, low, middle"),
        (lambda: compare_variants("Leg Press", "fot=high,low"), "did you mean foot"),
        (lambda: compare_variants("Leg Press", "heels=raised,flat"), "do not differ in it"),
    ],
)
def test_what_is_not_known_is_told_in_one_sentence(ask: object, says: str) -> None:
    with pytest.raises(InputError, match=says):
        ask()  # type: ignore[operator]
