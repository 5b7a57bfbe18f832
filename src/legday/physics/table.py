"""The table of what every variant asks of joints and muscles: made by a command, shipped, and read from its file."""

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

import msgspec
import numpy as np

from legday.anatomy import Part
from legday.documents import decode, encode
from legday.physics.demand import MEASURED, Demand, demand
from legday.physics.model import COORDINATES, DATA, Array
from legday.physics.people import DRAWS, SEED, Draws, draw
from legday.physics.recipes import Prepared, prepared_variants
from legday.physics.setups import POSITIONS

TABLE_FILE = DATA / "demands.json"

_LEAST = 0.5  # a muscle that has less of the active volume in 95 of 100 models is left out [%]

Number = int | float  # whole numbers are written without a point
Three = tuple[Number, Number, Number]


class MuscleDemand(msgspec.Struct, frozen=True):
    """What is asked of a muscle; 5 of 100 models are below the first of three numbers, 5 above the last.

    `share` is its part in the active volume of leg muscles over the range [%], `activation` its greatest in the
    range [%], `shortest` and `longest` are fibre lengths [% of the optimal].
    """

    share: Three
    activation: Three
    shortest: Three
    longest: Three


class VariantDemand(msgspec.Struct, frozen=True):
    """What a variant asks.

    `load` is what is lifted, as a share of body mass, by sex; `possible` in how many of 100 models the poses are;
    `reserve` what 95 of 100 models lack at most [N·m]. `moments` of muscles, each with its spread in each position
    [N·m]; `parts`, the shares of the four parts [%].
    """

    load: dict[str, float]
    possible: int
    reserve: int
    moments: dict[str, tuple[Three, ...]]
    parts: dict[Part, Three]
    muscles: dict[str, MuscleDemand]


class Table(msgspec.Struct, frozen=True):
    """All variants by `exercise/variant`; those that are set up alike are told once, in `same`.

    `draws`, `seed` and `positions` are what it was made with, `made_from` a digest of the data files.
    """

    draws: int
    seed: int
    positions: int
    made_from: str
    same: dict[str, str]
    variants: dict[str, VariantDemand]

    def of(self, key: str) -> VariantDemand:
        """Return what a variant asks; raises KeyError if it has no poses."""
        return self.variants[self.same.get(key, key)]


def summarise(found: Demand) -> VariantDemand:
    """Return a demand over many models as a row of the table."""
    able = found.possible
    active = 100 * found.activation[able]
    share, lengths = 100 * found.share[able], 100 * found.lengths[able]
    moments = found.moments[able]
    muscles = {
        name.value: MuscleDemand(
            _three(share[:, place], 1),
            _three(active[:, :, place].max(axis=1)),
            _three(lengths[:, :, place].min(axis=1)),
            _three(lengths[:, :, place].max(axis=1)),
        )
        for place, name in enumerate(MEASURED)
        if np.percentile(share[:, place], 95) >= _LEAST or np.percentile(active[:, :, place].max(axis=1), 95) >= 5
    }
    by_axis = {
        name: tuple(_three(moments[:, position, column]) for position in range(POSITIONS))
        for column, name in enumerate(COORDINATES)
    }
    return VariantDemand(
        load=found.load,
        possible=round(100 * float(able.mean())),
        reserve=round(float(np.percentile(np.abs(found.reserve[able]).max(axis=(1, 2)), 95))),
        moments={name: threes for name, threes in by_axis.items() if any(any(three) for three in threes)},
        parts={part: _three(100 * found.part_share(part)[able], 1) for part in Part},
        muscles=muscles,
    )


def _three(values: Array, digits: int = 0) -> Three:
    low, middle, high = (
        round(float(each), digits) if digits else round(float(each)) for each in np.percentile(values, (5, 50, 95))
    )
    return (low, middle, high)


def remembered() -> Callable[[Prepared], Demand]:
    """Return a function that works out a variant on all draws, once for all that are set up alike."""
    draws, known = draw(), dict[str, Demand]()

    def work_out(prepared: Prepared) -> Demand:
        alike = setup_key(prepared)
        if alike not in known:
            known[alike] = demand(prepared, draws)
        return known[alike]

    return work_out


def build_table(
    done: Callable[[str], None] = lambda _: None, work_out: Callable[[Prepared], Demand] | None = None
) -> Table:
    """Work out every variant, the same on every run.

    Parameters
    ----------
    done
        Is told each variant as it is finished.
    work_out
        What works out a variant, from `remembered` if other tables are built of the same demands.
    """
    work_out = work_out or remembered()
    variants: dict[str, VariantDemand] = {}
    same: dict[str, str] = {}
    seen: dict[str, str] = {}
    for key, prepared in prepared_variants().items():
        alike = setup_key(prepared)
        if alike in seen:
            same[key] = seen[alike]
        else:
            seen[alike] = key
            variants[key] = summarise(work_out(prepared))
        done(key)
    return Table(DRAWS, SEED, POSITIONS, made_from(), same, variants)


def build_row(prepared: Prepared, draws: Draws) -> VariantDemand:
    """Work out one row of the table."""
    return summarise(demand(prepared, draws))


def setup_key(prepared: Prepared) -> str:
    """Return what two variants have in common if they are set up alike."""
    numbers = sorted(prepared.recipe.numbers.items())
    return repr((prepared.recipe.setup, numbers, sorted(prepared.recipe.words.items()), prepared.effort))


def made_from() -> str:
    """Return a digest of the data that the table is made from."""
    digest = hashlib.sha256()
    for name in ("body.yaml", "muscles.yaml", "recipes.yaml"):
        digest.update((DATA / name).read_bytes())
    return digest.hexdigest()[:16]


def write_table(table: Table, file: Path = TABLE_FILE) -> None:
    """Write a table with one variant a line, so that changes can be read."""
    write_by_line(table, ("same", "variants"), file)


def write_by_line(found: msgspec.Struct, by_line: tuple[str, str], file: Path) -> None:
    """Write what was worked out as JSON, the items of its last two fields each on a line of its own."""
    head = {name: getattr(found, name) for name in found.__struct_fields__ if name not in by_line}
    lines = [f"{encode(head).decode()[:-1]},"]
    for name in by_line:
        items = (f"{encode(key).decode()}: {encode(value).decode()}" for key, value in getattr(found, name).items())
        lines += [f'"{name}": {{', ",\n".join(items), "}}" if name == by_line[-1] else "},"]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")


@cache
def load_table() -> Table:
    """Read the shipped table."""
    return decode(TABLE_FILE.read_bytes(), Table)
