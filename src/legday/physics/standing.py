"""Standing poses: squats, hinges, lunges, raises, with the feet on the floor and the body in balance over them.

The knee bends through its range and the shank leans as asked for; the trunk leans so far that all weight is over the
feet. Where something props the body, or a second foot shares the weight, the trunk leans as asked for and the
balance says how much the prop pushes or the other foot carries.
"""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from legday.physics.model import FOOT, GRAVITY, PELVIS, SHANK, THIGH, UPPER, Array
from legday.physics.people import Draws
from legday.physics.setups import Recipe
from legday.physics.statics import (
    FRICTION,
    UP,
    Leg,
    Load,
    Posed,
    Problem,
    bend,
    brace_sideways,
    frame,
    jointed,
    too_far,
    unit,
    weights,
)

HELD = {  # where a load is: along the trunk and in front of it, as shares of body height; conventions
    "back": (0.288, -0.035),
    "low-back": (0.262, -0.055),
    "front": (0.285, 0.065),
    "goblet": (0.225, 0.125),
    "elbows": (0.155, 0.125),
    "overhead": (0.68, 0.0),
    "hips": (0.0, 0.06),
    "belt": (-0.02, 0.05),
    "safety": (0.292, 0.0),
}
_ARM = 0.35  # of body height, from the shoulder to what the hand holds; convention
_PROPS = {"shoulders": UPPER, "back": UPPER, "hands": UPPER, "knee": SHANK}
_HALVINGS = 34  # of 160 degrees, to a billionth
_FREE = {
    "behind": (-0.11, -0.24),
    "ahead": (0.2, -0.06),
    "beside": (0.0, -0.25),
}  # of height, from the hips to its centre


def stand(recipe: Recipe, draws: Draws, part: Array, load: Array) -> Posed:
    """Set up standing poses, one for each row.

    Parameters
    ----------
    recipe
        Numbers: `knee`, `shank` (its lean), `lean` (of the trunk, where it is not the balance that says), `pitch` (toes
        up), `wedge` (under the heel), `toes` (out) [deg]; `width` (between the feet), `rear` (how far behind the
        other foot is), `rise` (and how high) [m]; `legs` 1 or 2; `share` of the weight on this leg; `pull` (of the
        load, from straight down towards the front) [deg]; `contact` from 0 at the middle
        of the foot to 1 at its ball; `times` of gravity; `hold` (of a load that hangs, forward of the shoulder) [m].
        Words: `load` (see `HELD`, `hands`, `floor` or `none`), `prop`, `free` (where the free leg is), `balance`:
        `shank` where it is the shank that leans for it.
    draws
        The model of each row.
    part
        (N,) where in the range, 0 to 1.
    load
        (N,) what is lifted, as a share of body mass.
    """
    problems: list[Problem] = []
    if recipe.word("balance") == "shank":
        lean = recipe.degrees("lean", part) + draws.ankle
        leg = _placed(
            recipe, draws, part, lambda leg: _tipping(_carried(recipe, draws, _leaned(draws, leg, lean), load)) > 0
        )
        leg = _leaned(draws, leg, lean)
        off = np.abs(_tipping(_carried(recipe, draws, leg, load))) > 1e-3 * draws.body_mass
        problems.append(Problem(off, "the hips can't go far enough to be in balance"))
    else:
        wanted = recipe.degrees("shank", part) + draws.ankle
        leg = _placed(recipe, draws, part, lambda leg: _shank_lean(draws, leg) < wanted)
        problems.append(Problem(np.abs(_shank_lean(draws, leg) - wanted) > 1e-6, "the shank can't lean as far as that"))
        lean, lost = _lean(recipe, draws, leg, part, load)
        problems.append(Problem(lost, "the trunk can't lean far enough to be in balance"))
        leg = _leaned(draws, leg, lean)
    loads = _carried(recipe, draws, leg, load)
    balanced = True
    if "rear" in recipe.numbers:
        behind = -recipe.through("rear", part)
        at = np.stack([behind, np.full_like(behind, recipe.number("rise")), np.zeros_like(behind)], -1)
        middle = (leg.hip * np.array([1.0, 1.0, 0.0]) + at) / 2
        loads.append(Load(PELVIS, middle, -_leg_weight(recipe, draws) * UP, "other leg"))
        # The foot behind pushes somewhere between straight up and along its leg, so far as it does not slide; how much
        # is drawn.
        along = (leg.hip[:, 0] - behind) / (leg.hip[:, 1] - at[:, 1])
        slope = draws.shear * np.clip(along, -FRICTION, FRICTION)
        carried = -_tipping(loads) / (behind - slope * at[:, 1])
        outside = (carried < 0) | (carried > -_sum(loads)[:, 1])
        problems.append(Problem(outside, "the weight is not between the feet"))
        push = carried[:, None] * np.stack([slope, np.ones_like(slope), np.zeros_like(slope)], -1)
        loads.append(Load(PELVIS, at, push, "other foot"))
    elif "share" in recipe.numbers:
        carried = -_sum(loads)[:, 1] * (1 - recipe.number("share"))
        loads.append(Load(PELVIS, leg.hip * np.array([0.0, 0.0, 1.0]), carried[:, None] * UP, "other foot"))
        balanced = False
    elif prop := recipe.word("prop"):
        loads.append(_prop(prop, draws, leg, _held(recipe, draws, leg), _tipping(loads)))
    ground = -_sum(loads)
    contact = np.zeros_like(leg.hip)
    contact[:, 2] = _foot_side(recipe, draws)
    loads.append(Load(FOOT, contact, ground, "floor"))
    if balanced:
        tips = np.abs(_tipping(loads)) > 1e-3 * draws.body_mass
        problems.append(Problem(tips, "the trunk leans as asked for, but nothing keeps the body from tipping"))
    problems.append(too_far(draws, leg))
    both = recipe.number("legs", 2) == 2 or bool(recipe.numbers.keys() & {"rear", "share"})
    braces = (brace_sideways(contact, ground[:, 1]),) if both else ()
    return Posed(leg, tuple(loads), tuple(problems), braces, balanced=balanced)


def _shank_lean(draws: Draws, leg: Leg) -> Array:
    # Seen from half-way between straight ahead and where the toes point, and from a leg that stands straight up.
    ahead = leg.foot[..., 0] * np.array([1.0, 0.0, 1.0])
    heading = unit(unit(ahead) + np.array([1.0, 0.0, 0.0]))
    inward = unit(leg.hip - leg.ankle)[:, 2] * heading[:, 2]
    along = ((leg.knee - leg.ankle) * heading).sum(-1) / draws.length[:, SHANK] - inward
    result: Array = np.arcsin(np.clip(along, -1, 1))
    return result


def _carried(recipe: Recipe, draws: Draws, leg: Leg, load: Array) -> list[Load]:
    """Everything that weighs on this foot (half of it, where both stand) but what props the body and the other foot."""
    both = recipe.number("legs", 2) == 2
    share, times = 0.5 if both else 1.0, recipe.number("times", 1.0)
    loads = list(weights(draws, leg, share, times))
    if not both and "rear" not in recipe.numbers:
        ahead, above = (0.0, -0.25) if "share" in recipe.numbers else _FREE[recipe.word("free", "behind")]
        middle = leg.hip * np.array([1.0, 1.0, 0.0]) + draws.height[:, None] * np.array([ahead, above, 0.0])
        loads.append(Load(PELVIS, middle, -_leg_weight(recipe, draws) * UP, "free leg"))
    where = recipe.word("load", "none")
    if where != "none":
        pull = np.radians(recipe.number("pull"))
        force = (share * times * GRAVITY * load * draws.body_mass)[:, None] * np.array(
            [np.sin(pull), -np.cos(pull), 0.0]
        )
        segment = PELVIS if where in ("hips", "belt") else UPPER
        loads.append(Load(segment, _held(recipe, draws, leg), force, "load"))
    return loads


def _sum(loads: list[Load]) -> Array:
    result: Array = np.sum([each.force for each in loads], axis=0)
    return result


def _tipping(loads: list[Load]) -> Array:
    """Moment of loads about where the foot presses [N·m]; positive tips the body backward."""
    result: Array = np.sum([np.cross(each.point, each.force)[:, 2] for each in loads], axis=0)
    return result


def _lean(recipe: Recipe, draws: Draws, leg: Leg, part: Array, load: Array) -> tuple[Array, NDArray[np.bool_]]:
    """How far the trunk leans forward [rad], as asked for or so far that nothing tips, and where no lean does that."""
    if "lean" in recipe.numbers:
        return recipe.degrees("lean", part), np.zeros(len(part), dtype=bool)
    # Loads pull by a + b sin + c cos of the lean, so three leans tell all.
    upright, level, over = (
        _tipping(_carried(recipe, draws, _leaned(draws, leg, np.full_like(part, lean)), load))
        for lean in (0.0, np.pi / 2, np.pi)
    )
    fixed, cosine = (upright + over) / 2, (upright - over) / 2
    sine = level - fixed
    size = np.hypot(sine, cosine)
    return np.arcsin(np.clip(fixed / size, -1, 1)) - np.arctan2(-cosine, -sine), np.abs(fixed) > size


def _foot_side(recipe: Recipe, draws: Draws) -> Array:
    """How far to the right of the middle the foot is [m]."""
    if "width" in recipe.numbers:
        return np.full(len(draws.height), recipe.number("width") / 2)
    if recipe.number("legs", 2) == 2:
        return draws.points["hip"]
    return draws.points["hip"] * (0.8 if "rear" in recipe.numbers else 0.15)


def _placed(recipe: Recipe, draws: Draws, part: Array, further: Callable[[Leg], NDArray[np.bool_]]) -> Leg:
    """Place the leg under an upright trunk, the hips as far forward as `further` asks; the floor is at y = 0."""
    out, pitch = np.radians(recipe.number("toes")), recipe.degrees("pitch", part) - np.radians(recipe.number("wedge"))
    heading = np.broadcast_to(np.array([np.cos(out), 0.0, np.sin(out)]), (len(part), 3))
    ahead = np.cos(pitch)[:, None] * heading + np.sin(pitch)[:, None] * UP
    over = np.cos(pitch)[:, None] * UP - np.sin(pitch)[:, None] * heading
    points, contact = draws.points, recipe.through("contact", part)
    pressed = points["middle"] + contact * (points["ball"] - points["middle"])
    pressed = pressed + draws.pressure * (1.0 - 0.5 * np.abs(np.clip(contact, -1, 1)))
    both = recipe.number("legs", 2) == 2
    ankle = over * points["ankle_height"][:, None] - ahead * pressed[:, None]
    ankle[:, 2] += _foot_side(recipe, draws)
    thigh, shank = draws.length[:, THIGH], draws.length[:, SHANK]
    reach = np.sqrt(thigh**2 + shank**2 + 2 * thigh * shank * np.cos(recipe.degrees("knee", part)))
    aside = points["hip"] * (1.0 if both or "share" in recipe.numbers else 0.9) - ankle[:, 2]
    level = np.sqrt(np.maximum(reach**2 - aside**2, 0.0))
    upright = np.broadcast_to(np.eye(3), (len(part), 3, 3))
    low, high = np.full_like(part, -1.4), np.full_like(part, 1.4)
    for _ in range(_HALVINGS):
        tilt = (low + high) / 2
        hip = ankle + np.stack([level * np.sin(tilt), level * np.cos(tilt), aside], -1)
        knee, axis = bend(draws, hip, ankle, heading)
        leg = jointed(draws, upright, hip, knee, ankle, frame(ahead, over), axis)
        short = further(leg)
        low, high = np.where(short, tilt, low), np.where(short, high, tilt)
    return leg


def _leaned(draws: Draws, leg: Leg, lean: Array) -> Leg:
    forward = np.stack([np.cos(lean), -np.sin(lean), np.zeros_like(lean)], -1)
    upward = np.stack([np.sin(lean), np.cos(lean), np.zeros_like(lean)], -1)
    return jointed(draws, frame(forward, upward), leg.hip, leg.knee, leg.ankle, leg.foot, leg.thigh[..., 2])


def _held(recipe: Recipe, draws: Draws, leg: Leg) -> Array:
    """Where the load is; one in the hands hangs from the shoulders, one to be kept over the feet does so there."""
    middle, where = leg.hip * np.array([1.0, 1.0, 0.0]), recipe.word("load", "none")
    height = draws.height[:, None]
    if where not in ("hands", "floor"):
        along, front = HELD.get(where, HELD["back"])
        result: Array = middle + height * (along * leg.pelvis[..., 1] + front * leg.pelvis[..., 0])
        return result
    hung: Array = middle + draws.length[:, UPPER, None] * leg.pelvis[..., 1] - _ARM * height * UP
    hung[:, 0] = recipe.number("hold") + (hung[:, 0] if where == "hands" else 0.0)
    return hung


def _leg_weight(recipe: Recipe, draws: Draws) -> Array:
    result: Array = recipe.number("times", 1.0) * GRAVITY * draws.mass[:, :PELVIS].sum(axis=1)[:, None]
    return result


def _prop(where: str, draws: Draws, leg: Leg, bar: Array, tipping: Array) -> Load:
    """The level push that keeps the body from tipping."""
    middle = leg.hip * np.array([1.0, 1.0, 0.0])
    trunk = leg.pelvis[..., 1]
    point = {
        "shoulders": bar,
        "back": middle + 0.5 * draws.length[:, UPPER, None] * trunk,
        "hands": middle + 0.85 * draws.length[:, UPPER, None] * trunk + 0.2 * leg.pelvis[..., 0],
        "knee": leg.knee,
    }[where]
    push = np.zeros_like(point)
    push[:, 0] = tipping / point[:, 1]
    return Load(_PROPS[where], point, push, "prop")
