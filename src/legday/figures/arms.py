"""Where the hands are: on the bar, on handles, on the floor, or swinging; elbows bend as they must."""

import numpy as np

from legday.figures.model import Arm
from legday.physics import Array, Prepared

UPPER_ARM, FOREARM = 0.285, 0.335
"""From shoulder to elbow, and from there to what the hand holds [m]; together they are the model's arm."""
_FLIP = np.array([1.0, 1.0, -1.0])


def place_arms(
    prepared: Prepared,
    up: Array,
    front: Array,
    middle: Array,
    neck: Array,
    load: Array | None,
    ground: float,
    half_width: float,
) -> tuple[Arm, Arm]:
    """Return the right and the left arm.

    Parameters
    ----------
    prepared
        The variant.
    up, front
        (N, 3) the way the trunk runs and faces.
    middle, neck
        (N, 3) between the hips and between the shoulders [m].
    load
        (N, 3) where the load is [m], if there is one.
    ground, half_width
        How high the floor is, and half the distance between the shoulders [m].
    """
    side = np.cross(front, up)
    shoulder = neck + half_width * side
    if prepared.recipe.setup == "bridge" and prepared.recipe.number("bench") < 0.1:
        shoulder = shoulder + np.array([0.0, 0.05, 0.0])  # as the trunk is drawn that lies on the floor
    hand, pole = _hand(prepared, up, front, side, middle, neck, load, ground)
    right = _bent(shoulder, hand, pole)
    if prepared.recipe.number("roll"):
        return _rolled(prepared, up, front, side, neck, middle, ground, half_width)
    return right, Arm(right.shoulder * _FLIP, right.elbow * _FLIP, right.hand * _FLIP)


def _bent(shoulder: Array, hand: Array, pole: Array) -> Arm:
    span = hand - shoulder
    distance = np.linalg.norm(span, axis=-1)
    most, least = (UPPER_ARM + FOREARM) * 0.9999, 0.09
    over = np.clip(distance, least, most) / distance
    # Hands stay on what they hold if that is a little too far: sleeves are long.
    over = np.where((distance > most) & (distance < most * 1.12), 1.0, over)
    hand = shoulder + span * over[:, None]
    distance = np.minimum(distance * over, most)
    line = (hand - shoulder) / np.linalg.norm(hand - shoulder, axis=-1, keepdims=True)
    pole = np.broadcast_to(pole, line.shape)
    out = pole - (pole * line).sum(-1, keepdims=True) * line
    out = out / np.maximum(np.linalg.norm(out, axis=-1, keepdims=True), 1e-9)
    along = (distance**2 + UPPER_ARM**2 - FOREARM**2) / (2 * distance)
    high = np.sqrt(np.maximum(UPPER_ARM**2 - along**2, 0.0))
    return Arm(shoulder, shoulder + along[:, None] * line + high[:, None] * out, hand)


_DOWN, _AHEAD = np.array([0.0, -1.0, 0.0]), np.array([1.0, 0.0, 0.0])
_OUT = np.array([0.0, 0.0, 1.0])


def _hand(
    prepared: Prepared, up: Array, front: Array, side: Array, middle: Array, neck: Array, load: Array | None,
    ground: float,
) -> tuple[Array, Array]:  # fmt: skip
    """Where the right hand is, and which way the elbow points."""
    recipe, name = prepared.recipe, prepared.exercise.id
    part = np.linspace(0, 1, len(up))[:, None]
    backward = -front - 0.6 * up
    if recipe.setup == "stand":
        return _standing(prepared, up, front, side, middle, neck, load, part)
    if recipe.setup == "sled":
        if recipe.number("rail") < 0:
            return neck + 0.06 * side + 0.2 * front - 0.06 * up, -up + 0.3 * side
        return middle + 0.08 * up + 0.1 * front + 0.28 * side, backward
    if recipe.setup == "bridge":
        hips = middle + 0.106 * front
        if recipe.word("load", "none") == "hips":
            return hips + (0.3 if prepared.exercise.load == "barbell" else 0.16) * side, backward + 0.5 * side
        if recipe.number("bench") > 0.1:
            return middle + 0.1 * front + 0.1 * up + 0.14 * side, backward + 0.5 * side
        flat = neck + np.array([0.55, 0.0, 0.0]) + 0.28 * side
        flat[:, 1] = ground + 0.06
        return flat, 0 * up - _DOWN
    if recipe.setup == "lever":
        return neck - 0.12 * up + 0.17 * front - 0.05 * side, _OUT - up
    return _swinging(prepared, up, front, side, middle, neck, ground, name)


def _standing(
    prepared: Prepared, up: Array, front: Array, side: Array, middle: Array, neck: Array, load: Array | None,
    part: Array,
) -> tuple[Array, Array]:  # fmt: skip
    recipe, name, backward = prepared.recipe, prepared.exercise.id, -front - 0.6 * up
    where = recipe.word("load", "none")
    loaded = load is not None and (prepared.effort or where != "hands")
    if recipe.word("prop") == "hands":
        if name == "sled-push":
            return neck + 0.5 * front - 0.12 * up + 0.04 * side, _DOWN + _OUT
        if where == "belt":
            return neck + np.array([0.42, -0.28, 0.05]) + 0 * up, _DOWN + 0 * up
        if name == "sissy-squat":
            return neck + np.array([0.3, -0.3, 0.06]), _DOWN + 0 * up
        if name == "sit-to-stand":
            return middle + 0.3 * front + 0.1 * up + 0.02 * side, backward
        return neck + np.array([0.52, -0.12, -0.02]), _DOWN + 0 * up
    if load is None or not loaded:
        return _empty(prepared, up, front, side, middle, neck, part)
    if prepared.exercise.load in ("stack",) and where == "back":
        return neck + 0.1 * front + 0.02 * up + 0.16 * side, backward + 0.6 * side
    if where in ("back", "low-back"):
        return load + 0.36 * side, -up - 0.5 * front + 0.2 * side
    if where == "safety":
        return load + 0.24 * front + 0.16 * side - 0.04 * up, -up + 0.3 * front
    if where == "front":
        return load + 0.21 * side, front + 0.2 * up
    if where == "goblet":
        return load + 0.05 * side - 0.02 * up, -up + 0.5 * side
    if where == "elbows":
        return load + 0.1 * front + 0.24 * up + 0.1 * side, -up
    if where == "overhead":
        return load + 0.42 * side, -front
    one_hand = prepared.exercise.load in ("kettlebell", "dumbbell") or recipe.setup != "stand"
    if where == "hands" and prepared.exercise.load in ("dumbbells", "barbell") and name != "barbell-hack-squat":
        return load + 0.25 * side, -front
    return load + (0.05 if one_hand else 0.21) * side, -front + 0 * up


def _empty(
    prepared: Prepared, up: Array, front: Array, side: Array, middle: Array, neck: Array, part: Array
) -> tuple[Array, Array]:
    """Hands that hold nothing: they swing in jumps, balance squats, and rest else."""
    name, pattern = prepared.exercise.id, prepared.exercise.pattern
    backward = -front - 0.6 * up
    down = np.broadcast_to(_DOWN, up.shape)
    if pattern == "jump" and name not in ("jump-rope", "pogo-jump"):
        angle = np.radians(70 - 115 * part)  # forward of hanging; behind the hips before the jump
        return neck + 0.58 * (np.sin(angle) * _AHEAD + np.cos(angle) * _DOWN) + 0.22 * side, backward
    if name in ("jump-rope", "pogo-jump"):
        return middle + 0.12 * up + 0.12 * front + 0.3 * side, backward
    if name in ("wall-sit", "tibialis-raise"):
        return neck + 0.56 * down + 0.06 * _AHEAD + 0.22 * side, -front + 0 * up
    if pattern in ("squat", "lunge") or name in ("hip-airplane", "spanish-squat"):
        angle = np.radians(18 + 62 * part)
        if name == "hip-airplane":
            return neck + 0.5 * side + 0.3 * down, down
        return neck + 0.58 * (np.sin(angle) * _AHEAD + np.cos(angle) * _DOWN) + 0.02 * side, down
    if pattern == "plantar-flexion":
        return neck + 0.42 * front - 0.22 * up + 0.02 * side, down
    return middle + 0.13 * up + 0.03 * front + 0.16 * side, -front + 1.6 * side


def _swinging(
    prepared: Prepared, up: Array, front: Array, side: Array, middle: Array, neck: Array, ground: float, name: str
) -> tuple[Array, Array]:
    recipe, backward = prepared.recipe, -front - 0.6 * up
    lean = recipe.number("lean")
    if name in ("donkey-kick", "fire-hydrant", "bird-dog"):
        hand = neck + 0.2 * side * 0
        hand = hand + 0.2 * side
        hand[:, 1] = ground + 0.03
        return hand, backward
    if name == "front-plank":
        hand = neck + 0.2 * side + np.array([0.3, 0.0, 0.0])
        hand[:, 1] = ground + 0.04
        return hand, _DOWN - 0.4 * _AHEAD + 0 * up
    if name == "dead-bug":
        return neck + 0.6 * front + 0.16 * side, -up
    if lean <= -60:
        hand = neck - 0.5 * up + 0.3 * side
        hand[:, 1] = ground + 0.06
        return hand, front
    if lean >= 50:
        if "donkey-calf" in name:
            return neck + np.array([0.2, -0.42, 0.0]) + 0.02 * side, backward
        if "reverse-hyper" in name:
            return neck - 0.05 * up + 0.3 * front + 0.06 * side, -up
        return neck + 0.16 * up + 0.17 * front + 0.02 * side, up + 0.3 * side
    if name in ("band-calf-press", "band-dorsiflexion"):
        hand = middle + np.array([-0.28, 0.0, 0.0]) + 0.3 * side
        if name == "band-calf-press":
            return middle + 0.34 * front + 0.24 * up, backward
        hand[:, 1] = ground + 0.03
        return hand, backward
    if name in ("standing-march", "standing-hip-abduction", "banded-lateral-walk"):
        return middle + 0.14 * up + 0.03 * front + 0.16 * side, -front + 1.6 * side
    if "seated-calf" in name:
        return middle + 0.34 * front + 0.1 * up + 0.06 * side, backward
    flexion = recipe.numbers.get("flexion", (0.0,))
    if flexion[0] >= 40 and len(set(flexion)) == 1:
        return middle + 0.06 * up + 0.12 * front + 0.27 * side, backward
    if recipe.word("at") == "ball":
        return neck + 0.2 * side + 0.14 * front + 0.04 * up, backward
    return neck + np.array([0.42, -0.2, 0.0]) + 0.02 * side, _DOWN + 0 * up


def _rolled(
    prepared: Prepared, up: Array, front: Array, side: Array, neck: Array, middle: Array, ground: float,
    half_width: float,
) -> tuple[Arm, Arm]:  # fmt: skip
    """Arms of somebody on the side: the lower one under the shoulder or the head, the upper one on the hip."""
    roll = prepared.recipe.number("roll")
    top = side if roll > 0 else -side
    plank = "plank" in prepared.exercise.id
    low, high = neck - half_width * top, neck + half_width * top
    if plank:
        hand = low + 0.22 * front + 0.1 * up
        hand[:, 1] = ground + 0.03
        lower = _bent(low, hand, _DOWN - 0.3 * front)
    else:
        lower = _bent(low, low + 0.34 * up + 0.08 * front, up + 0.8 * front)
    upper = _bent(high, middle + 0.14 * up + 0.17 * top + 0.03 * front, 1.4 * top - 0.2 * up)
    return (upper, lower) if roll > 0 else (lower, upper)
