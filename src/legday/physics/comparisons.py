"""Every variant against the usual one of its exercise: made by a command, shipped, and read from its file."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import msgspec

from legday.documents import decode
from legday.physics.compare import (
    JOINTS,
    SETTLED_LENGTH,
    SETTLED_MOMENT,
    SETTLED_POINTS,
    Comparison,
    Row,
    compare,
    peak_moment,
    spread,
)
from legday.physics.demand import Demand
from legday.physics.model import DATA
from legday.physics.people import DRAWS, SEED
from legday.physics.recipes import Prepared, prepared_variants
from legday.physics.setups import POSITIONS
from legday.physics.table import Three, made_from, remembered, setup_key, write_by_line

COMPARISONS_FILE = DATA / "comparisons.json"

TOLD_FROM = 0.5
"""From which share of what counts as settled a difference is kept; convention."""

WORKS_FROM = 2.0
"""From which share of active muscle [%], in one of two variants, lengths of a muscle's fibres are told; convention."""


class Difference(msgspec.Struct, frozen=True, array_like=True):
    """What differs: the middle of the usual variant and of this one, of their differences, and in how many models.

    Moments are in N·m, shares in % of active muscle, lengths in shares of the optimal; `agree` of 100 models.
    """

    what: str
    usual: float
    this: float
    difference: float
    agree: int
    settled: bool


class Against(msgspec.Struct, frozen=True, omit_defaults=True):
    """A variant against the usual one; `alike` if the model sets both up the same, `why_unsettled` as in `Comparison`.

    Differences of less than half of what can be settled are left out, and lengths of muscles that hardly work.
    """

    models: int
    moments: tuple[Difference, ...] = ()
    shares: tuple[Difference, ...] = ()
    lengths: tuple[Difference, ...] = ()
    why_unsettled: str = ""
    alike: bool = False


class Comparisons(msgspec.Struct, frozen=True):
    """All pairs by the `exercise/variant` that is held against the usual one.

    `usual` has the joint moments of each exercise's usual variant, measured as in comparisons [N·m]; 5 of 100 models
    are below the first of three numbers, 5 above the last. `draws`, `seed`, `positions` and `made_from` as in `Table`.
    """

    draws: int
    seed: int
    positions: int
    made_from: str
    usual: dict[str, dict[str, Three]]
    pairs: dict[str, Against]


def build_comparisons(
    done: Callable[[str], None] = lambda _: None, work_out: Callable[[Prepared], Demand] | None = None
) -> Comparisons:
    """Compare every variant with the usual one of its exercise, on the same drawn models; see `build_table`."""
    work_out = work_out or remembered()
    variants = prepared_variants()
    usual: dict[str, dict[str, Three]] = {}
    pairs: dict[str, Against] = {}
    for key, prepared in variants.items():
        first = usual_of(prepared)
        if first.key == key:
            usual[prepared.exercise.id] = usual_moments(work_out(first))
        else:
            pairs[key] = build_pair(first, prepared, work_out)
        done(key)
    return Comparisons(DRAWS, SEED, POSITIONS, made_from(), usual, pairs)


def usual_of(prepared: Prepared) -> Prepared:
    """Return the usual variant of a variant's exercise, which is the first in its file."""
    return prepared_variants()[f"{prepared.exercise.id}/{prepared.exercise.variants[0].id}"]


def build_pair(usual: Prepared, this: Prepared, work_out: Callable[[Prepared], Demand]) -> Against:
    """Compare one pair."""
    return told(compare((usual, work_out(usual)), (this, work_out(this))), setup_key(usual) == setup_key(this))


def told(found: Comparison, alike: bool) -> Against:
    """Return what is worth telling of a comparison."""
    works = {row.what for row in found.shares if max(row.first.middle, row.second.middle) >= WORKS_FROM}
    lengths = (row for row in found.lengths if row.what in works)
    return Against(
        models=found.models,
        moments=_worth(found.moments, SETTLED_MOMENT),
        shares=_worth(found.shares, SETTLED_POINTS),
        lengths=_worth(lengths, SETTLED_LENGTH),
        why_unsettled=found.why_unsettled,
        alike=alike,
    )


def _worth(rows: Iterable[Row], settled_from: float) -> tuple[Difference, ...]:
    return tuple(
        Difference(row.what, row.first.middle, row.second.middle, row.difference, row.agree, row.verdict == "settled")
        for row in rows
        if row.verdict == "settled" or abs(row.difference) >= TOLD_FROM * settled_from
    )


def usual_moments(found: Demand) -> dict[str, Three]:
    """Return the joint moments of a variant that some model has, by the names of `JOINTS` [N·m]."""
    spreads = {
        name: spread(peak_moment(found, coordinate, sign)[found.possible])
        for name, (coordinate, sign) in JOINTS.items()
    }
    return {name: (each.low, each.middle, each.high) for name, each in spreads.items() if each.high >= 1}


def write_comparisons(comparisons: Comparisons, file: Path = COMPARISONS_FILE) -> None:
    """Write comparisons with one pair a line, so that changes can be read."""
    write_by_line(comparisons, ("usual", "pairs"), file)


@cache
def load_comparisons() -> Comparisons:
    """Read the shipped comparisons."""
    return decode(COMPARISONS_FILE.read_bytes(), Comparisons)
