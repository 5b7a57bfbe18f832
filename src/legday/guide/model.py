"""What a guide of an exercise holds, as it is sent and printed."""

from typing import Literal

import msgspec

from legday.anatomy import Joint, Part

Where = Literal["preparation", "start", "start or end", "early", "middle", "late", "end", "another day"]
"""Where in a workout an exercise belongs."""


class Ask(msgspec.Struct, frozen=True):
    """What the usual variant asks at a load as hard as a working set; 5 of 100 models are below `low`, 5 above `high`.

    It is a joint moment, the greatest through the range [N·m], or a part's share, the mean through the range [%].
    """

    what: str
    unit: str
    low: float
    middle: float
    high: float


class DifferenceRow(msgspec.Struct, frozen=True):
    """One number of the usual variant and of this one, and in how many of 100 models the difference has its sign."""

    group: Literal["joint moment", "share", "fibre length"]
    what: str
    unit: str
    usual: float
    this: float
    difference: float
    agree: int
    settled: bool


class AgainstUsual(msgspec.Struct, frozen=True):
    """A variant against the usual one, in a sentence or two and in numbers; `why_unsettled` is empty if some may be."""

    summary: str
    why_unsettled: str
    rows: tuple[DifferenceRow, ...]


class VariantGuide(msgspec.Struct, frozen=True):
    """A way of doing the exercise; `why_not` says why it has no figure and no comparison."""

    id: str
    name: str
    how: str
    emphasis: Part | None
    has_figure: bool
    why_not: str
    against_usual: AgainstUsual | None


class Belongs(msgspec.Struct, frozen=True):
    """Where in a workout an exercise belongs, said in a sentence, with its reason and what that rests on."""

    where: Where
    sentence: str
    why: str
    source: str


class Avoid(msgspec.Struct, frozen=True):
    """A painful joint with which the exercise is left out or eased, and why."""

    joint: Joint
    advice: Literal["avoid", "reduce"]
    why: str


class Instead(msgspec.Struct, frozen=True):
    """An exercise that can stand in, and what it needs."""

    id: str
    name: str
    needs: tuple[str, ...]


class MuscleNames(msgspec.Struct, frozen=True):
    """The muscles that limit the exercise, and those that help, by name."""

    prime: tuple[str, ...]
    assist: tuple[str, ...]


class Guide(msgspec.Struct, frozen=True):
    """All that a page says about an exercise, but its pictures, its claims and what the athlete did of it.

    `basis` says what the comparisons rest on, empty if there are none.
    """

    id: str
    name: str
    kind: str
    pattern: str
    level: str
    equipment: tuple[str, ...]
    optional: tuple[str, ...]
    cues: tuple[str, ...]
    muscles: MuscleNames
    asks: tuple[Ask, ...]
    variants: tuple[VariantGuide, ...]
    basis: str
    belongs: Belongs
    avoid: tuple[Avoid, ...]
    cautions: tuple[str, ...]
    instead: tuple[Instead, ...]
