"""The model held against stable directions and published results, with the share of models that agree."""

import dataclasses
from collections.abc import Callable
from functools import cache
from typing import Literal

import msgspec
import numpy as np

from legday.anatomy import MuscleName, Part
from legday.documents import InputError, read
from legday.physics.compare import JOINTS, longest, peak_moment
from legday.physics.demand import MEASURED, Demand, column_of, demand
from legday.physics.model import DATA, Array
from legday.physics.people import Draws, draw
from legday.physics.recipes import Numbers, Prepared, added, prepared_variants
from legday.physics.setups import Recipe

Outcome = Literal["agrees", "disagrees", "not settled"]

LEAST = {"share": 5.0, "activation": 5.0, "length": 5.0, "moment": 5.0, "strength": 2.0}
"""What a difference has to be at least to count; convention. Points, percent of the optimal, or N·m."""

LEAST_MODELS = 90  # of 100, in which a difference has to have one sign to count; convention


class Setup(msgspec.Struct, frozen=True):
    """A variant, and what is changed in its recipe."""

    variant: str
    numbers: Numbers = {}
    add: Numbers = {}
    words: dict[str, str] = {}


class Claim(msgspec.Struct, frozen=True):
    """A direction that is expected of two setups; see the head of `data/claims.yaml`."""

    says: str
    source: str
    measure: str
    than: Setup
    then: Setup
    expect: Literal["more", "less", "same"]
    load: float | None = None
    settled: bool = True


class Claims(msgspec.Struct, frozen=True):
    """What `data/claims.yaml` holds."""

    claims: dict[str, Claim]


class Checked(msgspec.Struct, frozen=True):
    """A claim and what the model says: both middles, the middle difference, how many of 100 models agree.

    Where the same is expected, a model agrees if its difference is too small to count.
    """

    id: str
    says: str
    source: str
    measure: str
    expect: str
    than: float
    then: float
    difference: float
    agree: int
    outcome: Outcome


@cache
def load_claims() -> dict[str, Claim]:
    """Read the claims; raises InputError if the file is wrong."""
    file = DATA / "claims.yaml"
    return read(Claims, file.read_text(encoding="utf-8"), str(file)).claims


def validate(draws: Draws | None = None, done: Callable[[str], None] = lambda _: None) -> list[Checked]:
    """Hold the model against every claim, on the same drawn models; `done` is told each one as it is finished."""
    models = draws or draw()
    found: dict[str, Demand] = {}
    checked = []
    for name, claim in load_claims().items():
        checked.append(_check(name, claim, models, found))
        done(name)
    return checked


def _check(name: str, claim: Claim, models: Draws, found: dict[str, Demand]) -> Checked:
    than, then = (_demand_of(setup, claim.load, models, found) for setup in (claim.than, claim.then))
    both = than.possible & then.possible
    kind = claim.measure.split()[0]
    one, other = measured(than, claim.measure)[both], measured(then, claim.measure)[both]
    change, least = other - one, LEAST[kind]
    middle = float(np.median(change))
    wanted = {"more": change > 0, "less": change < 0, "same": np.abs(change) < least}[claim.expect]
    agree = round(100 * float(wanted.mean()))
    return Checked(
        name,
        claim.says,
        claim.source,
        claim.measure,
        claim.expect,
        round(float(np.median(one)), 1),
        round(float(np.median(other)), 1),
        round(middle, 1),
        agree,
        _outcome(claim, change, agree),
    )


def _outcome(claim: Claim, change: Array, agree: int) -> Outcome:
    least = LEAST[claim.measure.split()[0]]
    if not claim.settled:
        return "not settled"
    if claim.expect == "same":
        if agree >= LEAST_MODELS:
            return "agrees"
        far = max((change >= least).mean(), (change <= -least).mean())
        return "disagrees" if 100 * far >= LEAST_MODELS else "not settled"
    if abs(np.median(change)) < least:
        return "not settled"
    if agree >= LEAST_MODELS:
        return "agrees"
    return "disagrees" if agree <= 100 - LEAST_MODELS else "not settled"


def _demand_of(setup: Setup, load: float | None, models: Draws, found: dict[str, Demand]) -> Demand:
    key = repr((setup, load))
    if key not in found:
        found[key] = demand(changed(setup), models, load)
    return found[key]


def changed(setup: Setup) -> Prepared:
    """Return a variant with what is changed in it; raises InputError if there is no such variant."""
    try:
        prepared = prepared_variants()[setup.variant]
    except KeyError:
        raise InputError.at("claims.yaml", f"there is no variant {setup.variant!r} with poses") from None
    numbers = {**prepared.recipe.numbers, **setup.numbers}
    for name, amount in setup.add.items():
        numbers[name] = added(numbers.get(name, (0.0,)), amount)
    recipe = Recipe(prepared.recipe.setup, numbers, {**prepared.recipe.words, **setup.words})
    return dataclasses.replace(prepared, recipe=recipe)


def measured(found: Demand, measure: str) -> Array:
    """Return a measure, (D,), such as `share of quads`; they are told at the head of `data/claims.yaml`."""
    kind, _, what = measure.partition(" of ")
    if kind == "moment":
        return peak_moment(found, *JOINTS[what])
    if kind == "strength":
        joint, sign = {"knee flexion": ("knee_flexion", 1), "hip extension": ("hip_flexion", 0)}[what]
        result: Array = found.able[:, :, column_of(joint), sign].mean(axis=1)
        return result
    if kind == "share" and what in set(Part):
        return 100 * found.part_share(Part(what))
    muscle = MuscleName(what)
    if kind == "share":
        return 100 * found.share[:, MEASURED.index(muscle)]
    if kind == "activation":
        peak: Array = 100 * found.activation[:, :, MEASURED.index(muscle)].max(axis=1)
        return peak
    return 100 * longest(found, muscle)
