"""Poses with the trunk held: on sleds that feet push, and with a leg that swings against a pad or its weight."""

import numpy as np

from legday.physics.model import FOOT, GRAVITY, PELVIS, SHANK, THIGH, UPPER, Array
from legday.physics.people import Draws
from legday.physics.setups import Recipe
from legday.physics.statics import (
    UP,
    Leg,
    Load,
    Posed,
    Problem,
    about_x,
    about_z,
    bend,
    brace_sideways,
    frame,
    jointed,
    sole,
    swung,
    too_far,
    unit,
    weights,
)

_ANKLE_SWAY = 0.25  # of body height: how far a foot is off its place on a plate by as much as the ankle is off [1/rad]


def sled(recipe: Recipe, draws: Draws, part: Array, load: Array) -> Posed:
    """Set up poses that push a plate along a rail with the trunk against a pad: leg press, hack squat, pendulum.

    Parameters
    ----------
    recipe
        Numbers: `knee`; `rail`, the direction from hip to plate [deg from level]; `trunk`, that from hip to shoulder
        from the rail; `tilt` of the sole, toes up, `toes` out [deg]; `height` of the ankle on the plate above the
        line of the hip along the rail [m]; `width` between the feet [m]; `legs` that push; `body`, the share of body
        weight that the rail carries besides.
    draws, part
        The models and where in the range.
    load
        (N,) force along the rail, as a share of body weight.
    """
    count = len(part)
    rail, turn = np.radians(recipe.number("rail")), np.radians(recipe.number("trunk", 180))
    push, up = _direction(rail, count), _direction(rail + np.pi / 2, count)
    trunk = _direction(rail + turn, count)
    pelvis = frame(_direction(rail + turn - np.pi / 2, count), trunk)
    legs = recipe.number("legs", 2)
    side = draws.points["hip"]
    hip = np.stack([np.zeros(count), np.zeros(count), side], -1)
    out, tilt = np.radians(recipe.number("toes")), np.radians(recipe.number("tilt"))
    flat = np.cos(out) * up + np.sin(out) * np.array([0.0, 0.0, 1.0])
    ahead = np.cos(tilt) * flat - np.sin(tilt) * push
    over = -np.cos(tilt) * push - np.sin(tilt) * flat
    thigh, shank = draws.length[:, THIGH], draws.length[:, SHANK]
    reach2 = thigh**2 + shank**2 + 2 * thigh * shank * np.cos(recipe.degrees("knee", part))
    height = recipe.number("height") + draws.ankle * _ANKLE_SWAY * draws.height
    aside = np.full(count, recipe.number("width") / 2) - side if "width" in recipe.numbers else np.zeros(count)
    along2 = reach2 - height**2 - aside**2
    ankle = hip + np.sqrt(np.maximum(along2, 1e-4))[:, None] * push + height[:, None] * up
    ankle[:, 2] += aside
    knee, axis = bend(draws, hip, ankle, flat)
    leg = jointed(draws, pelvis, hip, knee, ankle, frame(ahead, over), axis)
    own = recipe.number("body") * draws.body_mass * GRAVITY
    size = (load * draws.body_mass * GRAVITY + own) / legs
    contact = sole(draws, leg, draws.points["middle"] + draws.pressure)
    line = hip - contact
    # A plate holds the foot by friction too. Without it the force runs along the rail, with all of it towards the hip.
    slope = (line * up).sum(-1) / -(line * push).sum(-1)
    friction = 0.5 * draws.shear
    force = size[:, None] * (-push + (friction * slope)[:, None] * up)
    loads = (*weights(draws, leg), Load(FOOT, contact, force, "plate"))
    beside = Problem(along2 <= 0, "the foot can't be so far from the line of the hip")
    return Posed(
        leg, loads, (beside, too_far(draws, leg)), (brace_sideways(contact, size),), propped=True, balanced=False
    )


def limb(recipe: Recipe, draws: Draws, part: Array, load: Array) -> Posed:
    """Set up poses of a leg that swings from a pelvis that is held.

    Parameters
    ----------
    recipe
        Numbers: `lean` (of the trunk, forward; -90 lies on the back), `roll` (on the side; 90 has this leg on top),
        `flexion`, `abduction`, `rotation`, `knee`, `ankle` [deg]; `along` (where on the segment the load is, 0 at
        its upper end), `body`, what weighs on it besides the load, as a share of body weight; `legs` that share a
        prop; `stacked` legs that lie on each other. Words: `at`: `thigh`, `shank`, `ball` or `none`; `direction` of
        the load: `bend` or `stretch` the knee, `in` or `out` and `lower` or `lift` the thigh, `hip` or `knee` (from
        the foot to there), `sole` or `instep` (square on the foot), or `up`, `down`, `front`, `behind`, `right`,
        `left` in space; `prop`: `ankle` or `knee` where the weight rests between there and the shoulders.
    draws, part
        The models and where in the range.
    load
        (N,) the force, as a share of body weight.
    """
    count = len(part)
    lean, roll = np.full(count, -np.radians(recipe.number("lean"))), np.full(count, -np.radians(recipe.number("roll")))
    pelvis = np.matmul(about_z(lean), about_x(roll))
    names = ("flexion", "abduction", "rotation", "knee", "ankle")
    angles = np.stack([*(recipe.degrees(name, part) for name in names), np.zeros(count)], -1)
    angles[:, 4] += draws.ankle
    hip = pelvis[..., 2] * draws.points["hip"][:, None]
    leg = swung(draws, pelvis, hip, angles)
    stacked = recipe.number("stacked", 1.0)
    loads = [
        Load(each.segment, each.point, each.force * (stacked if each.segment < PELVIS else 1.0), each.name)
        for each in weights(draws, leg, 0.5 if recipe.number("legs", 1) == 2 else 1.0)
    ]
    size = (load + recipe.number("body")) * draws.body_mass * GRAVITY
    at = recipe.word("at", "none")
    if at != "none":
        along, segment = recipe.number("along", 0.9), {"thigh": THIGH, "shank": SHANK, "ball": FOOT}[at]
        point = {
            "thigh": leg.hip + along * (leg.knee - leg.hip),
            "shank": leg.knee + along * (leg.ankle - leg.knee),
            "ball": sole(draws, leg, draws.points["ball"] + draws.pressure / 2),
        }[at]
        loads.append(Load(segment, point, size[:, None] * _pull(recipe.word("direction"), leg, point), "load"))
    if prop := recipe.word("prop"):
        loads.append(_rest(prop, recipe, draws, leg))
    return Posed(leg, tuple(loads), propped=True, balanced=False)


def _direction(angle: float, count: int) -> Array:
    return np.broadcast_to(np.array([np.cos(angle), np.sin(angle), 0.0]), (count, 3))


def _pull(direction: str, leg: Leg, point: Array) -> Array:
    in_space = {"up": (0, 1), "down": (0, -1), "front": (1, 0), "behind": (-1, 0)}
    if direction in in_space:
        return np.broadcast_to(np.array([*in_space[direction], 0.0]), point.shape)
    side = leg.thigh[..., 2]
    result: Array = {
        "right": np.broadcast_to(np.array([0.0, 0.0, 1.0]), point.shape),
        "left": np.broadcast_to(np.array([0.0, 0.0, -1.0]), point.shape),
        "bend": -leg.shank[..., 0],
        "stretch": leg.shank[..., 0],
        "in": -side,
        "out": side,
        "lower": -leg.thigh[..., 0],
        "lift": leg.thigh[..., 0],
        "sole": leg.foot[..., 1],
        "instep": -leg.foot[..., 1],
        "hip": unit(leg.hip - point),
        "knee": unit(leg.knee - point),
    }[direction]
    return result


def _rest(where: str, recipe: Recipe, draws: Draws, leg: Leg) -> Load:
    """The upward force on this leg where the whole body rests between there and the shoulders."""
    point = leg.ankle if where == "ankle" else leg.knee
    trunk = leg.pelvis[..., 1]
    shoulder = leg.hip + draws.length[:, UPPER, None] * trunk
    span = (point - shoulder) * np.array([1.0, 0.0, 1.0])
    reach = np.linalg.norm(span, axis=-1)
    level = span / reach[:, None]
    legs = recipe.number("legs", 1)
    moment = np.zeros(len(reach))
    for each in weights(draws, leg, 1.0):
        times = 2.0 if each.segment < PELVIS else 1.0
        moment += -times * each.force[:, 1] * ((each.point - shoulder) * level).sum(-1)
    return Load(FOOT if where == "ankle" else SHANK, point, (moment / reach / legs)[:, None] * UP, "floor")
