"""A body and its gear put on paper: what is seen from where, which outline stands for it, and how it moves."""

from dataclasses import dataclass, field

import numpy as np

from legday.figures.gear import gear
from legday.figures.model import Arm, Body, Limbs, View
from legday.figures.outlines import (
    FACE,
    FOREFOOT,
    HEEL,
    LENGTHS,
    MUSCLE_SHAPES,
    MUSCLES_IN_FRONT,
    SKIN,
    TOE_JOINT,
    Points,
    curve,
)
from legday.figures.things import Thing
from legday.physics import Array

SCALE = 100.0
"""Units of the drawing in a metre."""
ASIDE = (2.2, 0.9)
"""How far what is nearer is drawn to the left and lower, from the side only, so that both legs are seen [cm]."""
_BAR_ASIDE = (7.0, 2.4)  # the same for the ends of a bar [cm]
_LYING = 6.0  # how much higher shoulders are drawn that lie on the floor [cm]
_BEHIND = 0.1  # how far thighs are behind the trunk for it to be drawn over them [m]
_TURNED = 0.6  # how much of a segment's side faces the viewer for it to be drawn from there
_TOES_FACE = 0.92  # how much of a foot points at the viewer, from the side, for it to be drawn from the front
_FLOOR = 5.0  # how thick the ground is drawn [cm]
_MARGIN = 3.0  # room around outlines, for lines and for what is between two poses [cm]

Track = tuple[tuple[float, ...], ...]  # x, y, angle, stretch along the segment, in each pose


@dataclass(frozen=True)
class Placed:
    """An outline with its track; `path` is SVG in the frame of the segment, `muscles` are names and outlines on it.

    `outline` has the points of a part of the body, and none of a thing, which says itself what room it needs.
    """

    kind: str
    path: str
    track: Track
    flipped: bool = False
    muscles: tuple[tuple[str, str], ...] = ()
    outline: Points = ()

    @classmethod
    def of(
        cls, kind: str, outline: Points, track: Track, flipped: bool = False, muscles: tuple[tuple[str, str], ...] = ()
    ) -> "Placed":
        """Place a part of the body by the points of its outline."""
        return cls(kind, curve(outline), track, flipped, muscles, outline)


@dataclass(frozen=True)
class Layer:
    """What is drawn together: `gear`, or a `far`, `near` or `plain` part of the body, moved aside by an offset [cm].

    One that is `mirrored` is drawn on the other side of the middle, x = 0.
    """

    kind: str
    name: str
    offset: tuple[float, float]
    placed: tuple[Placed, ...]
    mirrored: bool = False


@dataclass
class Drawing:
    """Layers from back to front, and the box (x, y, width, height) that holds them through the whole range [cm]."""

    layers: list[Layer] = field(default_factory=list)
    box: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    ground: float = 0.0


def project(points: Array, view: View) -> Array:
    """Return where points (N, 3) [m] are on the drawing (N, 2) [cm]; y runs down."""
    x, y, z = points[..., 0], points[..., 1], points[..., 2]
    return SCALE * np.stack([x if view == "side" else -z, -y], -1)


def draw_body(body: Body, view: View) -> Drawing:
    """Lay out everything that is seen of a body from a side."""
    drawing, things = Drawing(), gear(body)
    near, far = _asides(view)

    def parts(kind: str, name: str, offset: tuple[float, float], placed: list[Placed], mirrored: bool = False) -> None:
        drawing.layers.append(Layer(kind, name, offset, tuple(placed), mirrored))

    def gears(low: int, high: int) -> None:
        for thing in sorted(things, key=lambda each: each.layer):
            placed = thing_placed(thing, view)
            if low <= thing.layer <= high and placed.path:
                drawing.layers.append(Layer("gear", thing.kind, _aside(thing, view, near, far), (placed,)))

    gears(-9, -1)
    right_arm, left_arm = _arm(body.arms[0], view), _arm(body.arms[1], view)
    right_leg, left_leg = _leg(body.right, view, left=False), _leg(body.left, view, left=True)
    trunk = _trunk(body, view)
    if view == "side":
        parts("far", "left arm", far, left_arm)
        parts("far", "left leg", far, left_leg)
        gears(0, 0)
        parts("near", "trunk", (0.0, 0.0), trunk)
        parts("near", "right leg", near, right_leg)
        gears(1, 1)
        parts("near", "right arm", near, right_arm)
        gears(2, 9)
    else:
        alike = not body.prepared.recipe.number("roll")
        legs = [("left leg", right_leg if body.mirrored else left_leg), ("right leg", right_leg)]
        if body.prepared.recipe.number("roll") < 0:
            legs.reverse()
        ahead = (body.right.hip + body.right.knee - body.middle - body.neck)[:, 0] / 2
        if float(ahead.mean()) < -_BEHIND:
            for name, leg in legs:
                parts(_kind(body, name), name, near, leg, mirrored=body.mirrored and name.startswith("left"))
            parts("near", "trunk", near, trunk)
        else:
            parts("near", "trunk", near, trunk)
            for name, leg in legs:
                parts(_kind(body, name), name, near, leg, mirrored=body.mirrored and name.startswith("left"))
        gears(0, 1)
        parts("near", "left arm", near, right_arm if alike else left_arm, alike)
        parts("near", "right arm", near, right_arm)
        gears(2, 9)
    drawing.ground = -body.ground * SCALE
    drawing.box = _box(drawing, body, things, view)
    return drawing


def _asides(view: View) -> tuple[tuple[float, float], tuple[float, float]]:
    """How far what is near and what is far is drawn aside [cm]."""
    return ((-ASIDE[0], ASIDE[1]), (ASIDE[0], -ASIDE[1])) if view == "side" else ((0.0, 0.0), (0.0, 0.0))


def _kind(body: Body, name: str) -> str:
    """A leg that the model did not solve shows no muscles."""
    solved = body.mirrored or name == "right leg" or body.prepared.recipe.number("stacked", 1.0) > 1
    return "near" if solved else "plain"


def _aside(thing: Thing, view: View, near: tuple[float, float], far: tuple[float, float]) -> tuple[float, float]:
    if view == "front":
        return (0.0, 0.0)
    if thing.kind.startswith("plate"):
        return (_BAR_ASIDE[0], -_BAR_ASIDE[1]) if "far" in thing.kind else (-_BAR_ASIDE[0], _BAR_ASIDE[1])
    if "far" in thing.kind:
        return far
    return near if thing.layer == 2 else (0.0, 0.0)


def _viewer(view: View) -> Array:
    return np.array([0.0, 0.0, 1.0]) if view == "side" else np.array([1.0, 0.0, 0.0])


def _shows_face(view: View, start: Array, end: Array, front: Array) -> bool:
    """Whether a segment shows its face rather than its profile."""
    half = len(start) // 2
    along = end[half] - start[half]
    aside = np.cross(front[half], along / np.linalg.norm(along))
    facing, turned = abs(front[half] @ _viewer(view)), abs(aside @ _viewer(view))
    # What points at the viewer shows neither; from the front it is taken for a face, from the side for a profile.
    return bool(turned < _TURNED) if view == "front" else bool(facing > max(turned, _TURNED))


def segment_track(start: Array, end: Array, length: float, view: View, *, upward: bool = False) -> Track:
    """Return the track of an outline that hangs from `start` (N, 3) and reaches to `end`, `length` [cm] at rest."""
    origin, tip = project(start, view), project(end, view)
    along = tip - origin
    stretch = np.linalg.norm(along, axis=-1) / length
    angle = np.unwrap(np.arctan2(along[:, 1], along[:, 0])) - (-np.pi / 2 if upward else np.pi / 2)
    angle = np.degrees(angle - 2 * np.pi * np.round(angle[0] / (2 * np.pi)))
    return tuple(map(tuple, np.stack([origin[:, 0], origin[:, 1], angle, stretch], -1).tolist()))


def _placed(
    kind: str, start: Array, end: Array, front: Array, length: float, view: View, *, upward: bool = False,
    left: bool = False,
) -> Placed:  # fmt: skip
    face = _shows_face(view, start, end, front)
    table, muscles = (FACE, MUSCLES_IN_FRONT) if face else (SKIN, MUSCLE_SHAPES)
    track = segment_track(start, end, length, view, upward=upward)
    origin, tip, ahead = (project(each, view)[len(start) // 2] for each in (start, end, start + 0.1 * front))
    along = (tip - origin) * (-1 if upward else 1)
    cross = (ahead - origin)[0] * along[1] - (ahead - origin)[1] * along[0]
    shapes = tuple((name.value, curve(shape)) for name, shape in muscles.get(kind, ()))
    return Placed.of(f"{kind} face" if face else kind, table[kind], track, left if face else bool(cross < 0), shapes)


def _leg(leg: Limbs, view: View, *, left: bool) -> list[Placed]:
    thigh = _placed("thigh", leg.hip, leg.knee, leg.thigh, LENGTHS["thigh"], view, left=left)
    shank = _placed("shank", leg.knee, leg.ankle, leg.shank, LENGTHS["shank"], view, left=left)
    return [*_foot(leg, view), shank, thigh]


def _foot(leg: Limbs, view: View) -> list[Placed]:
    half = len(leg.toes) // 2
    facing = float(abs(leg.toes[half] @ _viewer(view)))
    if facing > (_TOES_FACE if view == "side" else 0.35):
        ball = leg.ankle + 0.123 * leg.toes + 0.0686 * leg.sole
        offset = project(ball, view) - project(leg.ankle, view)
        if view == "front" and offset[:, 1].min() > 3 and np.ptp(offset[:, 0]) < 4:
            return [_planted(project(leg.ankle, view), offset)]
        return [Placed.of("foot face", FACE["foot"], segment_track(leg.ankle, ball, 10.4, view))]
    origin, sole, toes = (
        project(each, view) for each in (leg.ankle, leg.ankle + 0.1 * leg.sole, leg.ankle + 0.1 * leg.toes)
    )
    along, down = toes - origin, sole - origin
    mirrored = bool((along[:, 0] * down[:, 1] - along[:, 1] * down[:, 0])[half] < 0)
    angle = np.unwrap(np.arctan2(along[:, 1], along[:, 0])) + (np.pi if mirrored else 0.0)
    angle = np.degrees(angle - 2 * np.pi * np.round(angle[0] / (2 * np.pi)))
    track = _rigid(origin, angle)
    if leg.bent is None or view == "front":
        short = float(np.sqrt(1 - facing**2)) if facing > _TURNED else 1.0
        return [Placed.of("foot", tuple((short * x, y) for x, y in SKIN["foot"]), track, mirrored)]
    joint = project(leg.ankle + TOE_JOINT[0] / 100 * leg.toes + TOE_JOINT[1] / 100 * leg.sole, view)
    bent = angle + np.degrees(leg.bent) * (1 if mirrored else -1)
    return [
        Placed.of("foot", HEEL, track, mirrored),
        Placed.of("toes", FOREFOOT, _rigid(joint, bent), mirrored),
    ]


def _planted(ankle: Array, offset: Array) -> Placed:
    """A foot from the front, its sole level, the toes as far to the side of the ankle as they point."""
    aside, down = float(offset[:, 0].mean()), float(offset[:, 1].mean())
    half = ((5.0, -4.6), (5.5, -1.4), (4.4, 0.0))
    outline = (
        (-3.6, -4.0),
        (0.2 * aside - 3.8, 0.16 * down),
        *((aside - x, down + y) for x, y in half),
        *((aside + x, down + y) for x, y in reversed(half)),
        (0.2 * aside + 3.8, 0.16 * down),
        (3.6, -4.0),
        (0.0, -6.0),
    )
    track = tuple(
        (float(x), float(y), 0.0, float(long / down)) for (x, y), long in zip(ankle, offset[:, 1], strict=True)
    )
    return Placed.of("foot face", outline, track)


def _rigid(origin: Array, angle: Array) -> Track:
    return tuple((float(x), float(y), float(a), 1.0) for (x, y), a in zip(origin, angle, strict=True))


def _trunk(body: Body, view: View) -> list[Placed]:
    trunk = _placed("trunk", body.middle, body.neck, body.front, LENGTHS["trunk"], view, upward=True)
    if on_floor(body) and view == "side":
        raised = tuple((x + _LYING * max(-y, 0) / 52 + 1.5, y) for x, y in SKIN["trunk"])
        trunk = Placed.of(trunk.kind, raised, trunk.track, trunk.flipped, trunk.muscles)
    facing = np.cross(body.head, np.cross(body.front, body.up))
    head = _placed("head", body.neck, body.neck + 0.2 * body.head, facing, 20.0, view, upward=True)
    # A head is about as tall from wherever it is seen.
    rigid = tuple((x, y, a, max(s, 0.72)) for x, y, a, s in head.track)
    table = FACE if head.kind.endswith("face") else SKIN
    if on_floor(body) and view == "side":
        rigid = tuple((x, y - _LYING, a, s) for x, y, a, s in rigid)
    return [
        Placed.of(head.kind, head.outline, rigid, head.flipped),
        Placed.of("hair", table["hair"], rigid, head.flipped),
        trunk,
    ]


def on_floor(body: Body) -> bool:
    """Whether the shoulders lie on the floor, where the model has their joints; flesh is drawn above them."""
    return body.prepared.recipe.setup == "bridge" and body.prepared.recipe.number("bench") < 0.1


def _arm(arm: Arm, view: View) -> list[Placed]:
    upper = segment_track(arm.shoulder, arm.elbow, LENGTHS["upper-arm"], view)
    lower = segment_track(arm.elbow, arm.hand, LENGTHS["forearm"], view)
    return [Placed.of("upper-arm", SKIN["upper-arm"], upper), Placed.of("forearm", SKIN["forearm"], lower)]


def thing_placed(thing: Thing, view: View) -> Placed:
    """Return a thing where it is seen."""
    if thing.end is None:
        origin = project(thing.start, view)
        track = _rigid(origin, np.zeros(len(origin)))
    elif view == "front" and float(np.abs(project(thing.end, view) - project(thing.start, view)).max()) < 2:
        return Placed(thing.kind, "", _rigid(project(thing.start, view), np.zeros(len(thing.start))))
    else:
        track = segment_track(thing.start, thing.end, thing.length, view)
    return Placed(thing.kind, thing.side if view == "side" else thing.front, track)


def _seen(layer: Layer) -> Array:
    """Where the points of a layer's outlines are, in all poses together (N, 2) [cm]."""
    found = [np.empty((0, 2))]
    for each in layer.placed:
        outline, track = np.array(each.outline), np.array(each.track)
        turn, stretch = np.radians(track[:, 2, None]), track[:, 3, None]
        x, y = outline[:, 0] * (-1 if each.flipped else 1), outline[:, 1] * stretch
        across = track[:, 0, None] + x * np.cos(turn) - y * np.sin(turn) + layer.offset[0]
        down = track[:, 1, None] + x * np.sin(turn) + y * np.cos(turn) + layer.offset[1]
        found.append(np.stack([-across if layer.mirrored else across, down], -1).reshape(-1, 2))
    return np.concatenate(found)


def _box(drawing: Drawing, body: Body, things: list[Thing], view: View) -> tuple[float, float, float, float]:
    """The smallest box around all poses [cm], with room for lines and a jump."""
    near, far = _asides(view)
    found = [_seen(layer) for layer in drawing.layers if layer.kind != "gear"]
    found += [
        project(np.array(thing.corners), view) + _aside(thing, view, near, far) for thing in things if thing.corners
    ]
    points = np.concatenate(found)
    low, high = points[:, 0].min() - _MARGIN, points[:, 0].max() + _MARGIN
    top = points[:, 1].min() - _MARGIN - SCALE * body.hop
    bottom = max(float(points[:, 1].max()), drawing.ground) + _FLOOR
    return float(low), float(top), float(high - low), float(bottom - top)
