"""Poses between two supports: bridges from shoulders to feet, and levers about knees or hips that are held."""

import numpy as np

from legday.physics.model import FOOT, GRAVITY, PELVIS, SHANK, THIGH, UPPER, Array
from legday.physics.people import Draws
from legday.physics.setups import Recipe
from legday.physics.statics import (
    UP,
    Load,
    Posed,
    Problem,
    bend,
    brace_lengthwise,
    brace_sideways,
    frame,
    jointed,
    sole,
    swung,
    too_far,
    weights,
)

_ROUNDS = 12


def bridge(recipe: Recipe, draws: Draws, part: Array, load: Array) -> Posed:
    """Set up poses face up, with the shoulders on the floor or a bench and the feet on the floor or something else.

    Parameters
    ----------
    recipe
        Numbers: `slope`, of the line from shoulders to hips below level [deg]; `bench`, how high the shoulders are,
        `feet`, how high the feet [m]; `end`, the bend of the knee where `slope` ends, which sets where the feet
        stand, or `knee`, the bend through the range where the feet slide [deg]; `toes` out [deg]; `width` [m];
        `legs` that push; `contact`, 0 at the heel and 1 at the middle of the foot; `friction`, how far the force on
        the feet leans either way, as a share of what is upright; `ankle`, where the feet are free to tilt [deg].
        Words: `load`: `hips` or `none`.
    draws, part
        The models and where in the range.
    load
        (N,) what lies on the hips, as a share of body mass.
    """
    count, legs = len(part), recipe.number("legs", 2)
    slope = recipe.degrees("slope", part)
    final = recipe.degrees("slope", np.ones(count))
    shoulder = recipe.number("bench") * UP + np.zeros((count, 3))
    hip, pelvis = _hips(draws, shoulder, slope)
    contact = recipe.number("contact", 1.0)
    pressed = draws.points["heel"] * 0.8 * (1 - contact) + contact * draws.points["middle"]
    pressed = pressed + draws.pressure * (0.3 + 0.7 * contact)
    out = np.radians(recipe.number("toes"))
    heading = np.broadcast_to(np.array([np.cos(out), 0.0, np.sin(out)]), (count, 3))
    side = np.full(count, recipe.number("width") / 2) if "width" in recipe.numbers else draws.points["hip"]
    where, bent = (hip, recipe.degrees("knee", part)) if "knee" in recipe.numbers else (
        _hips(draws, shoulder, final)[0],
        np.full(count, np.radians(recipe.number("end", 90))) + draws.ankle,
    )  # fmt: skip
    thigh, shank = draws.length[:, THIGH], draws.length[:, SHANK]
    reach2 = thigh**2 + shank**2 + 2 * thigh * shank * np.cos(bent)
    toward = np.broadcast_to(UP + np.array([0.0, 0.0, np.sin(out)]), (count, 3))
    pitch = np.zeros(count)
    for _ in range(_ROUNDS if "ankle" in recipe.numbers else 1):  # a foot held square to the shank tilts with it
        ahead = np.cos(pitch)[:, None] * heading + np.sin(pitch)[:, None] * UP
        over = np.cos(pitch)[:, None] * UP - np.sin(pitch)[:, None] * heading
        high = recipe.number("feet") + draws.points["ankle_height"] * np.cos(pitch) - pressed * np.sin(pitch)
        level2 = reach2 - (where[:, 1] - high) ** 2 - (where[:, 2] - side) ** 2
        ankle = np.stack([where[:, 0] + np.sqrt(np.maximum(level2, 1e-4)), high, side], -1)
        knee, axis = bend(draws, hip, ankle, toward)
        leg = jointed(draws, pelvis, hip, knee, ankle, frame(ahead, over), axis)
        pitch = pitch + np.radians(recipe.number("ankle")) - leg.angles[:, 4]
    share = 1 / legs
    loads = [*weights(draws, leg, share)]
    if legs == 1:
        middle = hip * np.array([1.0, 1.0, 0.0]) + np.array([0.25, 0.1, 0.0]) * draws.height[:, None]
        own = GRAVITY * draws.mass[:, :PELVIS].sum(axis=1)
        loads.append(Load(PELVIS, middle, -own[:, None] * UP, "free leg"))
    if recipe.word("load", "none") == "hips":
        bar = hip * np.array([1.0, 1.0, 0.0]) + 0.06 * draws.height[:, None] * leg.pelvis[..., 0]
        loads.append(Load(PELVIS, bar, -(share * load * draws.body_mass * GRAVITY)[:, None] * UP, "load"))
    under = sole(draws, leg, pressed)
    slide = (2 * draws.shear - 1) * recipe.number("friction")  # either way: nobody knows how a lying athlete presses
    moment = np.sum([(each.point[:, 0] - shoulder[:, 0]) * -each.force[:, 1] for each in loads], axis=0)
    lever = (under[:, 0] - shoulder[:, 0]) - slide * (under[:, 1] - shoulder[:, 1])
    upward = moment / lever
    floor = np.stack([slide * upward, upward, np.zeros(count)], -1)
    rest = -np.sum([each.force for each in loads], axis=0) - floor
    tips = Problem((upward <= 0) | (rest[:, 1] <= 0), "the body would tip over its feet or its shoulders")
    loads += [Load(FOOT, under, floor, "floor"), Load(UPPER, shoulder, rest, "bench")]
    problems = (tips, Problem(level2 <= 0, "the feet are out of reach"), too_far(draws, leg))
    planted = bool(recipe.number("friction"))
    braces = (brace_sideways(under, upward), brace_lengthwise(under, upward, shoulder)) if planted else ()
    return Posed(leg, tuple(loads), problems, braces)


def _hips(draws: Draws, shoulder: Array, slope: Array) -> tuple[Array, Array]:
    """Where the hip is, face up with the shoulders at a place, and the frame of the pelvis."""
    trunk = np.stack([-np.cos(slope), np.sin(slope), np.zeros_like(slope)], -1)
    front = np.stack([np.sin(slope), np.cos(slope), np.zeros_like(slope)], -1)
    hip = shoulder - draws.length[:, UPPER, None] * trunk
    hip[:, 2] = draws.points["hip"]
    return hip, frame(front, trunk)


def lever(recipe: Recipe, draws: Draws, part: Array, load: Array) -> Posed:
    """Set up poses that turn about knees or hips while what is below them is held.

    The shank (or, where `about` is `hips`, the whole leg) is held by a pad near the joint and one at the heel.

    Parameters
    ----------
    recipe
        Numbers: `shank`, its direction from ankle to knee [deg from level, 90 is upright, 0 lies towards the front,
        180 to the back]; `knee`, `flexion` [deg]; `along`, where on the thigh the pad is, where `about` is `hips`;
        `help`, the share of the moment about the joint that hands or a band take; `legs`, 1 or 2. Words: `about`:
        `knees` or `hips`; `load`: `chest` or `none`.
    draws, part
        The models and where in the range.
    load
        (N,) what is held at the chest, as a share of body mass.
    """
    count = len(part)
    bent, flexed = recipe.degrees("knee", part), recipe.degrees("flexion", part)
    # The pelvis is where it must be for the shank to lie as asked.
    up = recipe.degrees("shank", part, (90, 90)) + bent - flexed
    trunk = np.stack([np.cos(up), np.sin(up), np.zeros(count)], -1)
    front = np.stack([np.sin(up), -np.cos(up), np.zeros(count)], -1)
    pelvis = frame(front, trunk)
    angles = np.zeros((count, 6))
    angles[:, 0], angles[:, 3] = flexed, bent
    angles[:, 4] = np.radians(recipe.number("ankle")) + draws.ankle
    hip = np.zeros((count, 3))
    hip[:, 2] = draws.points["hip"]
    leg = swung(draws, pelvis, hip, angles)
    legs = recipe.number("legs", 2)
    share = 1 / legs
    loads = [*weights(draws, leg, share)]
    middle = leg.hip * np.array([1.0, 1.0, 0.0])
    if recipe.word("load", "none") == "chest":
        held = middle + draws.height[:, None] * (0.24 * trunk + 0.06 * front)
        loads.append(Load(UPPER, held, -(share * load * draws.body_mass * GRAVITY)[:, None] * UP, "load"))
    about_hips = recipe.word("about") == "hips"
    if about_hips:
        pad = leg.hip + recipe.number("along", 0.25) * (leg.knee - leg.hip)
        segment = THIGH
    else:
        pad, segment = leg.knee, SHANK
    total = np.sum([each.force for each in loads], axis=0)
    turning = np.sum([np.cross(each.point - pad, each.force)[:, 2] for each in loads], axis=0)
    if spared := recipe.number("help"):
        reach = middle + 0.8 * draws.length[:, UPPER, None] * trunk
        aside = np.stack([-(reach - pad)[:, 1], (reach - pad)[:, 0], np.zeros(count)], -1)
        hands = (-spared * turning / (aside**2).sum(-1))[:, None] * aside
        loads.append(Load(UPPER, reach, hands, "hands"))
        total, turning = total + hands, turning * (1 - spared)
    arm = leg.ankle - pad
    square = np.stack([-arm[:, 1], arm[:, 0], np.zeros(count)], -1)
    heel = (-turning / (arm[:, :2] ** 2).sum(-1))[:, None] * square
    loads.append(Load(SHANK, leg.ankle, heel, "heel pad"))
    loads.append(Load(segment, pad, -(total + heel), "pad"))
    return Posed(leg, tuple(loads))
