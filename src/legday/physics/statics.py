"""A leg in space, the loads on it, and the joint moments that hold it still.

World axes: x forward, y up, z to the athlete's right; the leg is the right one. Everything is of one leg: of what
both legs carry, half. Joint moments come from all loads on the far side of a joint, of the lumbar spine from all
above it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from legday.physics.model import FOOT, GRAVITY, PELVIS, SHANK, THIGH, UPPER, Array
from legday.physics.people import Draws

UP = np.array([0.0, 1.0, 0.0])
FRICTION = 0.4
"""How much of what presses a foot to the ground can brace it; convention, a gym's floor holds more."""


@dataclass(frozen=True)
class Problem:
    """Why some of N poses can't be taken up: where that is so, (N,), and a sentence."""

    where: NDArray[np.bool_]
    why: str


@dataclass(frozen=True)
class Leg:
    """N poses of a leg and the trunk above it.

    Frames are (N, 3, 3) with columns x, y, z: y runs up the segment, x to its front, z to the right. Points are (N,
    3) [m], angles (N, 6) [rad].
    """

    pelvis: Array
    thigh: Array
    shank: Array
    foot: Array
    hip: Array
    knee: Array
    ankle: Array
    lumbar: Array
    angles: Array


@dataclass(frozen=True)
class Load:
    """A force (N, 3) [N] at a point (N, 3) [m] of a segment."""

    segment: int
    point: Array
    force: Array
    name: str


@dataclass(frozen=True)
class Posed:
    """Poses with all loads on them; what props the trunk is left out where it can't be known, and `propped` says so.

    `balanced` says that the loads listed are all there are, so that their forces and their moments about z add up to 0.
    `braces` are the most that a planted foot can be braced against what takes up the other end, the other foot or the
    back; how much of each there is, either way, is as free as the activation of muscles.
    """

    leg: Leg
    loads: tuple[Load, ...]
    problems: tuple[Problem, ...] = ()
    braces: tuple[tuple[Load, ...], ...] = ()
    propped: bool = False
    balanced: bool = True


def about_x(angle: Array) -> Array:
    """Return rotations (N, 3, 3) about x by angles (N,) [rad]."""
    c, s, o, i = np.cos(angle), np.sin(angle), np.zeros_like(angle), np.ones_like(angle)
    return np.stack([np.stack([i, o, o], -1), np.stack([o, c, -s], -1), np.stack([o, s, c], -1)], -2)


def about_y(angle: Array) -> Array:
    """Return rotations (N, 3, 3) about y by angles (N,) [rad]."""
    c, s, o, i = np.cos(angle), np.sin(angle), np.zeros_like(angle), np.ones_like(angle)
    return np.stack([np.stack([c, o, s], -1), np.stack([o, i, o], -1), np.stack([-s, o, c], -1)], -2)


def about_z(angle: Array) -> Array:
    """Return rotations (N, 3, 3) about z by angles (N,) [rad]."""
    c, s, o, i = np.cos(angle), np.sin(angle), np.zeros_like(angle), np.ones_like(angle)
    return np.stack([np.stack([c, -s, o], -1), np.stack([s, c, o], -1), np.stack([o, o, i], -1)], -2)


def frame(x: Array, y: Array) -> Array:
    """Return frames (N, 3, 3) from unit x and y axes."""
    return np.stack([x, y, np.cross(x, y)], axis=-1)


def unit(vector: Array) -> Array:
    """Return vectors of length 1."""
    result: Array = vector / np.linalg.norm(vector, axis=-1, keepdims=True)
    return result


def bend(draws: Draws, hip: Array, ankle: Array, toward: Array) -> tuple[Array, Array]:
    """Place a knee between hip and ankle, pointing towards `toward`; returns it and the axis of the leg's plane.

    A foot out of reach is drawn near; the leg's plane then still tells where it would be (see `too_far`).
    """
    span = hip - ankle
    thigh, shank = draws.length[:, THIGH], draws.length[:, SHANK]
    distance = np.linalg.norm(span, axis=-1)
    line = unit(span)
    front = unit(toward - (toward * line).sum(-1, keepdims=True) * line)
    along = (distance**2 + shank**2 - thigh**2) / (2 * distance)
    out = np.sqrt(np.maximum(shank**2 - along**2, 0.0))
    return ankle + along[:, None] * line + out[:, None] * front, np.cross(front, line)


def too_far(draws: Draws, leg: Leg) -> Problem:
    """Say where hip and ankle are further apart than the leg is long, so that its segments no longer meet."""
    meets = np.abs(np.linalg.norm(leg.hip - leg.knee, axis=-1) - draws.length[:, THIGH]) < 1e-6
    return Problem(~meets, "the foot is out of reach of the hip")


def jointed(draws: Draws, pelvis: Array, hip: Array, knee: Array, ankle: Array, foot: Array, axis: Array) -> Leg:
    """Return the leg through these joints, with the angles of all joints; `axis` (N, 3) is that of the knee."""
    up = unit(hip - knee)
    side = unit(axis - (axis * up).sum(-1, keepdims=True) * up)
    thigh = np.stack([np.cross(up, side), up, side], axis=-1)
    shin = unit(knee - ankle)
    shank = np.stack([np.cross(shin, side), shin, side], axis=-1)
    relative = np.matmul(pelvis.transpose(0, 2, 1), thigh)
    angles = np.zeros((len(hip), 6))
    angles[:, 0] = np.arctan2(-relative[:, 0, 1], relative[:, 1, 1])
    angles[:, 1] = -np.arcsin(np.clip(relative[:, 2, 1], -1, 1))
    angles[:, 2] = np.arctan2(relative[:, 2, 0], relative[:, 2, 2])
    angles[:, 3] = np.arctan2((shin * thigh[..., 0]).sum(-1), (shin * thigh[..., 1]).sum(-1))
    angles[:, 4] = np.arcsin(np.clip((foot[..., 0] * shin).sum(-1), -1, 1))
    lumbar = hip * np.array([1.0, 1.0, 0.0]) + draws.points["lumbar"][:, None] * pelvis[..., 1]
    return Leg(pelvis, thigh, shank, foot, hip, knee, ankle, lumbar, angles)


def swung(draws: Draws, pelvis: Array, hip: Array, angles: Array) -> Leg:
    """Return the leg that hangs from a hip with these joint angles (N, 6) [rad]."""
    thigh = np.matmul(
        pelvis, np.matmul(about_z(angles[:, 0]), np.matmul(about_x(-angles[:, 1]), about_y(-angles[:, 2])))
    )
    knee = hip - draws.length[:, THIGH, None] * thigh[..., 1]
    shank = np.matmul(thigh, about_z(-angles[:, 3]))
    ankle = knee - draws.length[:, SHANK, None] * shank[..., 1]
    foot = np.matmul(shank, about_z(angles[:, 4]))
    lumbar = hip * np.array([1.0, 1.0, 0.0]) + draws.points["lumbar"][:, None] * pelvis[..., 1]
    return Leg(pelvis, thigh, shank, foot, hip, knee, ankle, lumbar, np.array(angles))


def sole(draws: Draws, leg: Leg, ahead: Array) -> Array:
    """Return the point of the sole (N, 3) that is `ahead` [m] of the ankle along the foot."""
    return leg.ankle + ahead[:, None] * leg.foot[..., 0] - draws.points["ankle_height"][:, None] * leg.foot[..., 1]


def weights(draws: Draws, leg: Leg, share: float = 0.5, times: float = 1.0) -> tuple[Load, ...]:
    """Return the weights of the segments, with `share` of the trunk's, `times` as heavy as at rest."""
    trunk = leg.hip * np.array([1.0, 1.0, 0.0])
    foot = (
        leg.ankle + (draws.points["heel"] + draws.centre[:, FOOT] * draws.length[:, FOOT])[:, None] * (leg.foot[..., 0])
    )
    centres = {
        FOOT: foot,
        SHANK: leg.knee + draws.centre[:, SHANK, None] * (leg.ankle - leg.knee),
        THIGH: leg.hip + draws.centre[:, THIGH, None] * (leg.knee - leg.hip),
        PELVIS: trunk + (draws.centre[:, PELVIS] * draws.length[:, PELVIS])[:, None] * leg.pelvis[..., 1],
        UPPER: trunk + (draws.centre[:, UPPER] * draws.length[:, UPPER])[:, None] * leg.pelvis[..., 1],
    }
    return tuple(
        Load(
            segment,
            point,
            -times * GRAVITY * (draws.mass[:, segment] * (share if segment >= PELVIS else 1.0))[:, None] * UP,
            "weight",
        )
        for segment, point in centres.items()
    )


def brace_sideways(point: Array, pressing: Array) -> tuple[Load, ...]:
    """Return the brace of a foot against the other one, both pressed to the ground with so much [N], (N,)."""
    return (Load(FOOT, point, FRICTION * np.abs(pressing)[:, None] * np.array([0.0, 0.0, -1.0]), "brace"),)


def brace_lengthwise(point: Array, pressing: Array, back: Array) -> tuple[Load, ...]:
    """Return the brace of a foot against the back at `back` (N, 3), along the line between them seen from the side."""
    line = unit((back - point) * np.array([1.0, 1.0, 0.0]))
    force = FRICTION * np.abs(pressing)[:, None] * line
    return Load(FOOT, point, force, "brace"), Load(UPPER, back, -force, "brace")


def joint_axes(leg: Leg) -> Array:
    """Return the axes (N, 6, 3) about which the angles of the joints grow."""
    second = np.matmul(leg.pelvis, about_z(leg.angles[:, 0]))[..., 0]
    side = leg.thigh[..., 2]
    return np.stack([leg.pelvis[..., 2], -second, -leg.thigh[..., 1], -side, side, -leg.pelvis[..., 2]], axis=1)


def joint_moments(posed: Posed) -> Array:
    """Return the moments that muscles must make about each axis of each joint, (N, 6) [N·m].

    Those of hip, knee and ankle hold up against every load on the far side of the joint, that of the lumbar spine
    against every load above it; it is 0 where something props the trunk.
    """
    leg = posed.leg
    axes = joint_axes(leg)
    result = np.zeros(axes.shape[:2])
    for joint, last, columns in ((leg.hip, THIGH, (0, 1, 2)), (leg.knee, SHANK, (3,)), (leg.ankle, FOOT, (4,))):
        outside = np.zeros_like(joint)
        for load in posed.loads:
            if load.segment <= last:
                outside += np.cross(load.point - joint, load.force)
        for column in columns:
            result[:, column] = -(outside * axes[:, column]).sum(-1)
    if not posed.propped:
        above = np.zeros_like(leg.lumbar)
        for load in posed.loads:
            if load.segment == UPPER:
                above += np.cross(load.point - leg.lumbar, load.force)
        result[:, 5] = -(above * axes[:, 5]).sum(-1)
    return result
