"""What a figure is, and the body in space that it is drawn from."""

from dataclasses import dataclass
from typing import Literal

import msgspec

from legday.anatomy import MuscleName
from legday.physics import Array, Leg, Load, Prepared

View = Literal["side", "front"]
SAMPLES = 7
"""In how many positions of the range a figure is drawn; between them joints part by less than a line is wide."""


class Figure(msgspec.Struct, frozen=True):
    """A drawing as one SVG, the same in words, and from where it is seen."""

    svg: str
    text: str
    view: View


@dataclass(frozen=True)
class Limbs:
    """The joints of one leg (N, 3) [m] in N poses, and the way its segments face (N, 3).

    `toes` is the way the foot points, `sole` the way its sole faces; `bent` (N,) is how far up the toes are bent from
    there [rad], None where they are not.
    """

    hip: Array
    knee: Array
    ankle: Array
    thigh: Array
    shank: Array
    toes: Array
    sole: Array
    bent: Array | None = None


@dataclass(frozen=True)
class Arm:
    """The joints of one arm (N, 3) [m]; the hand is where it grips."""

    shoulder: Array
    elbow: Array
    hand: Array


@dataclass(frozen=True)
class Body:
    """A body in N poses: what the model solved (`right`, `leg`, `loads`), and what is inferred beside it.

    World axes are those of the model: x forward, y up, z to the right [m]. `shift` (N, 3) was added to every point of
    the model, so that what stands still does. `ground` is the height of the floor. `middle` is between the hips,
    `neck` between the shoulders, `up` and `front` (N, 3) the way the trunk runs and faces, `head` the way the head
    does. `part` (N,) is where in the range of the model the poses are, in the order in which they are gone through.
    """

    prepared: Prepared
    part: Array
    leg: Leg
    loads: tuple[Load, ...]
    shift: Array
    ground: float
    height: float
    right: Limbs
    left: Limbs
    mirrored: bool
    middle: Array
    neck: Array
    up: Array
    front: Array
    head: Array
    arms: tuple[Arm, Arm]
    held: bool
    lowers_first: bool
    hop: float
    activation: dict[MuscleName, tuple[float, ...]]
