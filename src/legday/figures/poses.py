"""The poses of a variant as the model solves them, put where they stay on the ground, with the rest of the body."""

from dataclasses import replace
from functools import cache, lru_cache

import numpy as np

from legday.anatomy import MuscleName
from legday.documents import InputError
from legday.figures.arms import place_arms
from legday.figures.model import SAMPLES, Body, Limbs
from legday.figures.other_leg import place_other_leg
from legday.physics import (
    MEASURED,
    Array,
    Draws,
    Leg,
    Posed,
    Prepared,
    demand,
    held_coordinates,
    joint_moments,
    load_recipes,
    load_table,
    nominal,
    pose,
    prepared_variants,
)

_HOPS = {"box-jump": 0.3, "squat-jump": 0.28, "broad-jump": 0.22, "wide-narrow-jump": 0.16, "jumping-lunge": 0.16,
         "lateral-bound": 0.16, "pogo-jump": 0.1, "jump-rope": 0.07}  # fmt: skip
"""How high jumps leave the ground [m]; convention, for the model solves the push alone."""
_SEAT, _BACK, _SIDE, _KNEE = 0.13, 0.1, 0.17, 0.07  # from a joint to the floor that its flesh rests on [m]
_DEFICIT = 0.08  # how high somebody stands to go deeper [m]; the guides say 5 to 10 cm
_PLANK = 0.21  # how far a side plank rises to the shoulders [rad]
_SHOULDER = 0.185  # half the distance between the shoulders [m]


def find(exercise: str, variant: str) -> Prepared:
    """Return a variant with its recipe.

    Raises
    ------
    InputError
        If the variant has no poses; the sentence says why.
    """
    try:
        return prepared_variants()[f"{exercise}/{variant}"]
    except KeyError:
        known = [each.variant.id for each in prepared_variants().values() if each.exercise.id == exercise]
        if known:
            raise InputError.at("", f"{exercise} has no variant {variant!r}; it has {', '.join(known)}") from None
        why = load_recipes().left_out.get(exercise, "Figures are drawn of strength work for the legs.")
        raise InputError.at("", f"{exercise} has no figure. {why}") from None


@cache
def nominal_rows(count: int) -> Draws:
    """Return the nominal man, once for each of so many poses."""
    return nominal("male").take(np.zeros(count, dtype=np.int64))


def solve(prepared: Prepared, part: Array) -> Posed:
    """Return the poses of the nominal man at parts of the range (N,), with the load of a working set."""
    return _solved(load_table().same.get(prepared.key, prepared.key), tuple(part.tolist()))


@lru_cache(maxsize=512)
def _solved(key: str, part: tuple[float, ...]) -> Posed:
    load = load_table().of(key).load["male"]
    rows = nominal_rows(len(part))
    return pose(prepared_variants()[key].recipe, rows, np.array(part), np.full(len(part), load))[0]


@lru_cache(maxsize=512)
def _active(key: str) -> Array:
    found: Array = demand(prepared_variants()[key], nominal("male"), load_table().of(key).load["male"]).activation[0]
    return found


def build(prepared: Prepared) -> Body:
    """Return the body of a variant in all positions, from the start of a rep to where it turns."""
    part = np.linspace(0, 1, SAMPLES)
    held = prepared.exercise.kind == "hold"
    from_extended = prepared.recipe.setup == "sled"  # recipes begin at the bottom, athletes locked out
    if held:
        part = np.ones(SAMPLES)
    elif from_extended:
        part = part[::-1]
    posed = solve(prepared, part)
    leg, draws = posed.leg, nominal_rows(SAMPLES)
    if prepared.exercise.id == "side-plank":
        leg = _tipped(leg, -_PLANK if prepared.recipe.word("prop") == "ankle" else -1.6 * _PLANK)
    shift = _anchored(prepared, draws, leg)
    middle = leg.hip * np.array([1.0, 1.0, 0.0]) + shift
    if prepared.recipe.number("roll"):
        middle = leg.hip - leg.pelvis[..., 2] * draws.points["hip"][:, None] + shift
    up, front = leg.pelvis[..., 1], leg.pelvis[..., 0]
    right = Limbs(
        leg.hip + shift, leg.knee + shift, leg.ankle + shift,
        leg.thigh[..., 0], leg.shank[..., 0], leg.foot[..., 0], -leg.foot[..., 1],
    )  # fmt: skip
    right = _calf_on_block(prepared, draws, right)
    neck = middle + draws.length[:, 4, None] * up
    ground = _ground(prepared, draws, right, middle, neck)
    left, mirrored = place_other_leg(prepared, draws, right, leg, middle, ground)
    if prepared.recipe.word("free") != "" or not mirrored:
        ground = min(ground, _lowest(draws, left)) if prepared.recipe.setup == "stand" else ground
    right, left = _above(prepared, right, ground), _above(prepared, left, ground)
    right, left = _with_toes(right, recipe_ground(prepared)), _with_toes(left, recipe_ground(prepared))
    held_at = next((each.point + shift for each in posed.loads if each.name == "load"), None)
    arms = place_arms(prepared, up, front, middle, neck, held_at, ground, _SHOULDER)
    return Body(
        prepared=prepared, part=part, leg=leg, loads=posed.loads, shift=shift, ground=ground,
        height=float(draws.height[0]), right=right, left=left, mirrored=mirrored, middle=middle, neck=neck, up=up,
        front=front, head=_looking(prepared, up), arms=arms, held=held or _still(leg),
        lowers_first=_work(prepared, posed) < 0 or from_extended, hop=_HOPS.get(prepared.exercise.id, 0.0),
        activation=_activation(prepared, from_extended),
    )  # fmt: skip


def _tipped(leg: Leg, angle: float) -> Leg:
    """Turn a whole body about the forward axis, so that its shoulders are over the elbow and its feet on the floor."""
    c, s = np.cos(angle), np.sin(angle)
    turn = np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])
    frames = {name: np.matmul(turn, getattr(leg, name)) for name in ("pelvis", "thigh", "shank", "foot")}
    points = {name: getattr(leg, name) @ turn.T for name in ("hip", "knee", "ankle", "lumbar")}
    return replace(leg, **frames, **points)


def _above(prepared: Prepared, leg: Limbs, ground: float) -> Limbs:
    """Point a foot that would be in the floor, where somebody kneels or lies; the model keeps it at a right angle."""
    recipe = prepared.recipe
    if recipe.setup not in ("limb", "lever") or recipe.number("roll") or recipe.word("prop") == "ankle":
        return leg
    for turn in np.radians(np.arange(0, 97, 6)):
        toes = np.cos(turn) * leg.toes + np.sin(turn) * leg.sole
        sole = np.cos(turn) * leg.sole - np.sin(turn) * leg.toes
        if (leg.ankle[:, 1] + 0.2 * toes[:, 1] + 0.03 * sole[:, 1]).min() >= ground - 0.02:
            return replace(leg, toes=toes, sole=sole)
    return leg


def recipe_ground(prepared: Prepared) -> bool:
    """Whether feet press on something level, so that toes stay flat on it as the heel comes up."""
    return prepared.recipe.setup == "stand" or "seated-calf" in prepared.exercise.id


def _with_toes(leg: Limbs, level: bool) -> Limbs:
    """Bend the toes where the heel is up and the ball presses on level ground."""
    pitch = np.arctan2(leg.toes[:, 1], np.hypot(leg.toes[:, 0], leg.toes[:, 2]))
    if not level or pitch.min() > -0.14 or np.abs(leg.sole[:, 1]).min() < 0.3 or pitch.min() < -1.3:
        return leg
    return replace(leg, bent=np.maximum(-pitch, 0.0))


def _still(leg: Leg) -> bool:
    return bool(np.ptp(leg.angles, axis=0).max() < np.radians(2))


def _work(prepared: Prepared, posed: Posed) -> float:
    """What the muscles do from the first pose to the last [J]; less than nothing where they give way to the load."""
    moments = joint_moments(posed)
    moments[:, held_coordinates(prepared.recipe)] = 0.0
    return float(((moments[1:] + moments[:-1]) / 2 * np.diff(posed.leg.angles, axis=0)).sum())


def _activation(prepared: Prepared, backward: bool) -> dict[MuscleName, tuple[float, ...]]:
    found = _active(load_table().same.get(prepared.key, prepared.key))
    if prepared.exercise.kind == "hold":
        found = np.repeat(found[-1:], len(found), axis=0)
    ordered = found[::-1] if backward else found
    return {name: tuple(ordered[:, place].tolist()) for place, name in enumerate(MEASURED)}


def _anchored(prepared: Prepared, draws: Draws, leg: Leg) -> Array:
    """What is added to the points of the model so that what rests on something does not move (N, 3) [m]."""
    recipe = prepared.recipe
    fixed = None
    if recipe.setup == "sled" and recipe.number("rail") < 0:
        fixed = leg.ankle  # the sled slides, the plate stands
    elif recipe.setup == "lever" and recipe.word("about") == "knees":
        fixed = leg.knee
    elif prepared.exercise.id in ("donkey-calf-raise", "bodyweight-donkey-calf-raise", "hack-squat-calf-raise"):
        fixed = ball(draws, leg.ankle, leg.foot[..., 0], -leg.foot[..., 1])
    if fixed is None:
        return np.zeros_like(leg.hip)
    result: Array = (fixed[:1] - fixed) * np.array([1.0, 1.0, 0.0])
    return result


def ball_of(leg: Limbs) -> Array:
    """Where the ball of a foot of the nominal man touches (N, 3) [m]."""
    return ball(nominal_rows(len(leg.ankle)), leg.ankle, leg.toes, leg.sole)


def ball(draws: Draws, ankle: Array, toes: Array, sole: Array) -> Array:
    """Where the ball of the foot touches (N, 3) [m]."""
    result: Array = ankle + draws.points["ball"][:, None] * toes + draws.points["ankle_height"][:, None] * sole
    return result


def _calf_on_block(prepared: Prepared, draws: Draws, leg: Limbs) -> Limbs:
    """Keep the ball of the foot on its block in seated calf raises; the knee rises instead, as it does."""
    if not (prepared.exercise.pattern == "plantar-flexion" and "seated-calf" in prepared.exercise.id):
        return leg
    resting = ball(draws, leg.ankle, leg.toes, leg.sole)
    target = resting.mean(axis=0)
    thigh, reach = np.linalg.norm(leg.knee - leg.hip, axis=-1), np.linalg.norm(resting - leg.knee, axis=-1)
    span = target - leg.hip
    distance = np.linalg.norm(span[:, :2], axis=-1)
    line = span[:, :2] / distance[:, None]
    along = (distance**2 + thigh**2 - reach**2) / (2 * distance)
    out = np.sqrt(np.maximum(thigh**2 - along**2, 0.0))
    across = np.stack([-line[:, 1], line[:, 0]], -1)
    knee = leg.knee.copy()
    knee[:, :2] = leg.hip[:, :2] + along[:, None] * line + out[:, None] * across
    turn = _turn(resting - leg.knee, target - knee)
    thigh_turn = _turn(leg.knee - leg.hip, knee - leg.hip)

    def turned(vector: Array, angle: Array) -> Array:
        c, s = np.cos(angle), np.sin(angle)
        x, y = vector[:, 0], vector[:, 1]
        return np.stack([c * x - s * y, s * x + c * y, vector[:, 2]], -1)

    ankle = knee + turned(leg.ankle - leg.knee, turn)
    return Limbs(leg.hip, knee, ankle, turned(leg.thigh, thigh_turn), turned(leg.shank, turn),
                 turned(leg.toes, turn), turned(leg.sole, turn))  # fmt: skip


def _turn(one: Array, other: Array) -> Array:
    result: Array = np.arctan2(other[:, 1], other[:, 0]) - np.arctan2(one[:, 1], one[:, 0])
    return result


def _lowest(draws: Draws, leg: Limbs) -> float:
    heel = leg.ankle + draws.points["heel"][:, None] * leg.toes + draws.points["ankle_height"][:, None] * leg.sole
    return float(min(ball(draws, leg.ankle, leg.toes, leg.sole)[:, 1].min(), heel[:, 1].min()))


def stands_raised(prepared: Prepared) -> bool:
    """Whether somebody stands on plates or low steps, to go deeper."""
    return "deficit" in (prepared.variant.id, prepared.exercise.id.partition("-")[0])


def _ground(prepared: Prepared, draws: Draws, leg: Limbs, middle: Array, neck: Array) -> float:
    """How high the floor is [m]: at 0 where somebody stands or lies on it, else under what rests on it."""
    recipe = prepared.recipe
    sole = _lowest(draws, leg)
    if recipe.setup == "stand":
        if prepared.exercise.pattern == "plantar-flexion" and max(recipe.numbers.get("pitch", (0.0,))) > 3:
            return -0.1  # the heel sinks below the edge of a block
        if stands_raised(prepared):
            return -_DEFICIT
        return min(0.0, sole) if recipe.number("wedge") else 0.0
    if recipe.setup == "bridge":
        return 0.0 if recipe.number("bench") > 0.1 else -0.02
    if recipe.setup == "lever":
        if prepared.exercise.id == "glute-ham-raise":
            return float(leg.knee[:, 1].min()) - 0.8
        return float(leg.knee[:, 1].min()) - _KNEE if recipe.word("about") == "knees" else sole - 0.12
    if recipe.setup == "sled":
        return min(sole, float(middle[:, 1].min()) - 0.32) if recipe.number("rail") >= 0 else sole - 0.16
    lean, roll = recipe.number("lean"), recipe.number("roll")
    if prepared.exercise.id == "side-plank":
        return _lowest(draws, leg) if recipe.word("prop") == "ankle" else float(leg.knee[:, 1].min()) - _KNEE
    if prepared.exercise.id == "copenhagen-plank":
        return float(neck[:, 1].min()) - _SHOULDER - 0.3
    if roll:
        return float(min(middle[:, 1].min(), neck[:, 1].min())) - _SIDE
    if lean <= -60:
        return float(middle[:, 1].min()) - _BACK
    standing = float(middle[:, 1].max() - draws.length[0, 1] - draws.length[0, 2] - draws.points["ankle_height"][0])
    if prepared.exercise.id in ("donkey-kick", "fire-hydrant", "bird-dog"):
        return float(middle[:, 1].max()) - float(draws.length[0, 2]) - _KNEE
    if recipe.word("prop"):
        return sole if recipe.word("prop") == "ankle" else float(leg.knee[:, 1].min()) - _KNEE
    if prepared.exercise.id in ("lying-leg-curl", "dumbbell-leg-curl") or lies_prone(prepared):
        return float(middle[:, 1].min()) - 0.55
    if "reverse-hyper" in prepared.exercise.id:
        return sole - 0.05
    if prepared.exercise.id in ("band-calf-press", "band-dorsiflexion"):
        return float(middle[:, 1].min()) - 0.1
    if seated(prepared):
        return min(sole - 0.04, float(middle[:, 1].max()) - 0.42) if recipe.word("at") != "ball" else sole - 0.1
    if recipe.word("at") == "ball" and lean <= -20:
        return min(sole, float(middle[:, 1].min()) - 0.32)
    return sole if "calf-raise" in prepared.exercise.id else standing


def lies_prone(prepared: Prepared) -> bool:
    """Whether legs are curled face down on a bench."""
    return "leg-curl" in prepared.exercise.id and prepared.recipe.number("lean") >= 50


def seated(prepared: Prepared) -> bool:
    """Whether the athlete sits, with the hips bent, in a setup that swings a limb."""
    recipe = prepared.recipe
    flexion = recipe.numbers.get("flexion", (0.0,))
    return recipe.setup == "limb" and len(set(flexion)) == 1 and flexion[0] + recipe.number("lean") * -1 >= 35 and (
        flexion[0] >= 40 and -50 <= recipe.number("lean") <= 40 and not recipe.number("roll")
        and prepared.exercise.id not in ("banded-lateral-walk", "leg-press-calf-raise", "seated-leg-press-calf-raise",
                                         "hack-squat-calf-raise", "band-calf-press", "band-dorsiflexion")
    )  # fmt: skip


def _looking(prepared: Prepared, up: Array) -> Array:
    """The way the head stands up from the neck: less bent forward than the trunk."""
    share = 0.45 if prepared.recipe.setup == "stand" else 0.25
    lean = np.arctan2(up[:, 0], up[:, 1])
    if prepared.recipe.setup == "bridge":
        level = np.array([-1.0, 0.12, 0.0])
        return np.broadcast_to(level / np.linalg.norm(level), up.shape)
    if prepared.recipe.number("roll") or np.abs(lean).max() > 2:
        return up
    angle = np.where(lean > 0, lean * (1 - share), lean * 0.7 if prepared.recipe.setup != "limb" else lean)
    if prepared.recipe.number("lean") <= -60:
        return up
    result: Array = np.stack([np.sin(angle), np.cos(angle), np.zeros_like(angle)], -1)
    return result
