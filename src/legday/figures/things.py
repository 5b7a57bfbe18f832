"""The shapes of gear: bars, bells, pads, boards, blocks and ropes, each from the side and from the front."""

from dataclasses import dataclass

import numpy as np

from legday.figures.outlines import number
from legday.physics import Array

Pair = tuple[float, float]


@dataclass(frozen=True)
class Thing:
    """A shape from the side and from the front [SVG, cm], where it is in each pose (N, 3) [m], and its layer.

    With an `end` it is drawn along the line there, y down, as if `length` [cm] were its own. Layers below 0 are behind
    the body, 0 is between the legs, above 0 in front; even ones beyond 1 are of one side and are seen a little aside.
    `corners` [m] are what the drawing must have room for.
    """

    kind: str
    side: str
    front: str
    start: Array
    end: Array | None
    length: float
    layer: int
    corners: tuple[tuple[float, float, float], ...] = ()


def _rect(x: float, y: float, width: float, height: float, round_: float = 0.0) -> str:
    corner = f' rx="{number(round_)}"' if round_ else ""
    return f'<rect x="{number(x)}" y="{number(y)}" width="{number(width)}" height="{number(height)}"{corner}/>'


def _circle(radius: float, css: str = "") -> str:
    return f'<circle r="{number(radius)}"{css}/>'


def _room(at: Array, reach: float, across: float = 0.0) -> tuple[tuple[float, float, float], ...]:
    """The corners of what reaches so far [cm] from a place, in all poses (N, 3) [m]."""
    far, wide = reach / 100, (across or reach) / 100
    ways = ((-far, -far, -wide), (far, far, wide))
    return tuple((float(x + a), float(y + b), float(z + c)) for x, y, z in np.atleast_2d(at) for a, b, c in ways)


def bar(at: Array, ground: float, *, radius: float = 22.5, behind: bool = False) -> list[Thing]:
    """A loaded bar; its plates are as large as the floor lets them be."""
    r = min(radius, max(100 * float(at[:, 1].min() - ground), 9.0)) if ground > -5 else radius
    width = 58.0
    room = _room(at, r, width)
    front = _rect(-width, -1.3, 2 * width, 2.6) + "".join(
        _rect(x, -r, 4.5, 2 * r, 1.5) for x in (-width + 3, width - 7.5)
    )
    things = [
        Thing("plate far", _circle(r), "", at, None, 0, -2, room),
        Thing("bar", "", front, at, None, 0, 0 if not behind else -1),
    ]
    if not behind:
        things.append(Thing("plate", _circle(r) + _circle(2.4, ' class="h"'), "", at, None, 0, 2, room))
    return things


def bell(at: Array, way: str, layer: int, *, far: bool = False) -> Thing:
    """A dumbbell: `along` the way one faces, `across`, or `upright`."""
    long = _rect(-7, -1.7, 14, 3.4) + _rect(-15, -6, 8.4, 12, 2) + _rect(6.6, -6, 8.4, 12, 2)
    tall = _rect(-1.7, -7, 3.4, 14) + _rect(-6, -15, 12, 8.4, 2) + _rect(-6, 6.6, 12, 8.4, 2)
    end = _circle(6.4)
    side, front = {"along": (long, end), "across": (end, long), "upright": (tall, tall)}[way]
    return Thing("bell far" if far else "bell", side, front, at, None, 0, layer, _room(at, 15))


def kettlebell(at: Array) -> Thing:
    """A kettlebell that hangs from its handle."""
    handle = '<path d="M-5 9C-8-4 8-4 5 9" fill="none" stroke="var(--steel)" stroke-width="3"/>'
    shape = f'{handle}<g transform="translate(0,14)">{_circle(9)}</g>'
    return Thing("bell", shape, shape, at, None, 0, 1, _room(at - np.array([0.0, 0.14, 0.0]), 9))


def pad(
    at: Array, half_width: float, half_height: float, layer: int, *, across: float = 0.0, far: bool = False
) -> Thing:
    """A pad or a roller; from the front as wide as a leg, or `across` [cm]."""
    wide = across or 8.0
    side = _rect(-half_width, -half_height, 2 * half_width, 2 * half_height, min(half_width, half_height))
    front = _rect(-wide, -half_height, 2 * wide, 2 * half_height, 2.5)
    room = _room(at, max(half_width, half_height), wide)
    return Thing("pad far" if far else "pad", side, front, at, None, 0, layer, room)


def round_thing(kind: str, at: Array, radius: float, layer: int) -> Thing:
    """A ball, a round pad, or a slider under a foot."""
    shape = _circle(radius) if radius else _rect(-9, -1.6, 18, 2.2, 1)
    return Thing(kind, shape, shape, at, None, 0, layer, _room(at, radius))


def block(kind: str, x: Pair, y: Pair, z: Pair, layer: int) -> Thing:
    """A box that stands still, from edge to edge [m]."""
    corner = {"pad": 2.5, "box": 1.0}.get(kind, 0.0)
    side = _rect(100 * x[0], -100 * y[1], 100 * (x[1] - x[0]), 100 * (y[1] - y[0]), corner)
    front = _rect(-100 * z[1], -100 * y[1], 100 * (z[1] - z[0]), 100 * (y[1] - y[0]), corner)
    corners = tuple((a, b, c) for a in x for b in y for c in z)
    return Thing(kind, side, front, np.zeros((1, 3)), None, 0, layer, corners)


def slab(kind: str, start: Array, end: Array, low: float, high: float, z: Pair, layer: int) -> Thing:
    """A board along a line, from `low` to `high` [cm] on its left as one looks along it (N, 3), and `z` [m] wide."""
    length = 100 * float(np.linalg.norm(end[0] - start[0]))
    corner = 2.5 if kind == "pad" else 1.0
    side = _rect(low, 0, high - low, length, corner)
    front = _rect(-100 * z[1], 0, 100 * (z[1] - z[0]), length, corner)
    room = _room(np.concatenate([start, end]), max(abs(low), abs(high)), 100 * max(map(abs, z)))
    return Thing(kind, side, front, start, end, length, layer, room)


def rope(start: Array, end: Array, kind: str, layer: int) -> Thing:
    """A rope, a band or a rod from one place to another (N, 3) or (3,) [m]."""
    tip = np.broadcast_to(end, start.shape)
    length = 100 * float(np.linalg.norm((tip - start)[:, :2], axis=-1).mean()) or 1.0
    half = {"rope": 0.6, "band": 1.4, "steel": 1.8}[kind]
    shape = _rect(-half, 0, 2 * half, length)
    return Thing(kind, shape, shape, start, tip, length, layer, _room(np.concatenate([start, tip]), 2 * half))
