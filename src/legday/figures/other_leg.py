"""The leg that the model does not solve: mirrored, reaching the floor or a bench behind, or free."""

import numpy as np

from legday.figures.model import Limbs
from legday.physics import Array, Draws, Leg, Prepared

_FLIP = np.array([1.0, 1.0, -1.0])
_AHEAD = np.array([1.0, 0.15, 0.0])


def mirror(leg: Limbs) -> Limbs:
    """Return a leg on the other side of the body."""
    return Limbs(*(each * _FLIP for each in (leg.hip, leg.knee, leg.ankle, leg.thigh, leg.shank, leg.toes, leg.sole)))


def place_other_leg(
    prepared: Prepared, draws: Draws, right: Limbs, leg: Leg, middle: Array, ground: float
) -> tuple[Limbs, bool]:
    """Return the left leg, and whether it does what the right one does.

    Parameters
    ----------
    prepared
        The variant.
    draws
        The body of each pose.
    right
        The leg that the model solved, where it is drawn.
    leg
        The same as the model has it, for the angles of its joints.
    middle
        (N, 3) between the hips [m].
    ground
        How high the floor is [m].
    """
    recipe, count = prepared.recipe, len(middle)
    made = _Maker(draws, middle, leg.pelvis)
    part = np.linspace(0, 1, count)
    if recipe.setup == "stand":
        if recipe.number("legs", 2) == 2:
            return mirror(right), True
        if "rear" in recipe.numbers:
            behind, rise = -recipe.number("rear"), recipe.number("rise") or ground
            return made.reach(np.array([behind - 0.03, rise, -0.1]), raised=rise > 0.1), False
        if "share" in recipe.numbers:
            return _beside(prepared, made), False
        return _free(prepared, made, part), False
    sides = prepared.variant.sides or prepared.exercise.sides
    if recipe.setup == "sled":
        if recipe.number("legs", 2) == 2:
            return mirror(right), True
        return made.swing(np.full(count, 75.0), np.full(count, 100.0), 5.0), False
    if recipe.setup == "bridge":
        legs = recipe.number("legs", 2)
        if legs == 2:
            return mirror(right), True
        if legs > 1:
            return made.shifted(mirror(right), np.array([0.22, 0.0, 0.0])), False
        if prepared.variant.id in ("march", "knee-to-chest"):
            return made.swing(np.full(count, 95.0), np.full(count, 95.0), 0.0), False
        return made.swing(np.full(count, 12.0), np.full(count, 5.0), 0.0), False
    if recipe.setup == "lever":
        return mirror(right), True
    return _beside_limb(prepared, made, right, leg, sides, ground)


class _Maker:
    """Legs on the left of a pelvis, by angles or by where the foot is."""

    def __init__(self, draws: Draws, middle: Array, pelvis: Array) -> None:
        self.draws, self.pelvis, self.count = draws, pelvis, len(middle)
        self.hip = middle - draws.points["hip"][:, None] * pelvis[..., 2]
        self.thigh, self.shank = float(draws.length[0, 2]), float(draws.length[0, 1])
        self.points = {name: float(each[0]) for name, each in draws.points.items()}

    def shifted(self, leg: Limbs, by: Array) -> Limbs:
        return self.to_ankle(leg.ankle + by, leg.thigh, leg.toes, leg.sole)

    def swing(self, flexion: Array, knee: Array, ankle: float | Array, abduction: float | Array = 0.0) -> Limbs:
        """Hang a leg from the hip by its angles [deg]."""
        flexed, bent = np.radians(flexion), np.radians(knee)
        aside = np.radians(np.broadcast_to(abduction, flexed.shape))
        x, y, z = (self.pelvis[..., axis] for axis in range(3))
        down = -np.cos(flexed)[:, None] * y + np.sin(flexed)[:, None] * x
        along = np.cos(aside)[:, None] * down - np.sin(aside)[:, None] * z
        front = np.cos(flexed)[:, None] * x + np.sin(flexed)[:, None] * y
        hinge = self.hip + self.thigh * along
        shin = np.cos(bent)[:, None] * along - np.sin(bent)[:, None] * front
        shin_front = np.cos(bent)[:, None] * front + np.sin(bent)[:, None] * along
        turn = np.radians(np.broadcast_to(ankle, flexed.shape))[:, None]
        toes = np.cos(turn) * shin_front - np.sin(turn) * shin
        sole = np.cos(turn) * shin + np.sin(turn) * shin_front
        return Limbs(self.hip, hinge, hinge + self.shank * shin, front, shin_front, toes, sole)

    def to_ankle(self, ankle: Array, toward: Array, toes: Array, sole: Array) -> Limbs:
        """Bend a leg so that its ankle is at a place, or as near as it reaches."""
        span = ankle - self.hip
        distance = np.linalg.norm(span, axis=-1)
        most = (self.thigh + self.shank) * 0.999
        over = np.maximum(distance / most, 1.0)
        ankle = self.hip + span / over[:, None]
        span, distance = ankle - self.hip, distance / over
        line = span / distance[:, None]
        front = toward - (toward * line).sum(-1, keepdims=True) * line
        front = front / np.linalg.norm(front, axis=-1, keepdims=True)
        along = (distance**2 + self.thigh**2 - self.shank**2) / (2 * distance)
        out = np.sqrt(np.maximum(self.thigh**2 - along**2, 0.0))
        knee = self.hip + along[:, None] * line + out[:, None] * front
        return Limbs(self.hip, knee, ankle, _facing(knee - self.hip, front), _facing(ankle - knee, front), toes, sole)

    def reach(self, ball: Array, *, raised: bool = False) -> Limbs:
        """Stand behind on the ball of the foot, or with the instep on a bench; the heel goes up as the knee sinks."""
        place = np.broadcast_to(ball, (self.count, 3)).copy()
        best: Limbs | None = None
        pitches = np.radians(np.linspace(-68, -5, 33)) if not raised else np.radians([-100.0])
        chosen = np.zeros(self.count)
        worst = np.full(self.count, np.inf)
        toward = np.array([0.5, -1.0, 0.0]) if raised else np.array([1.0, -0.3, 0.0])
        for pitch in pitches:
            leg = self.on_ball(place, np.full(self.count, pitch), toward)
            shin = leg.knee - leg.ankle
            ankle = np.degrees(np.arcsin(np.clip((leg.toes * shin).sum(-1) / self.shank, -1, 1)))
            gap = np.linalg.norm(self._ball(leg) - place, axis=-1)
            cost = gap * 100 + np.maximum(ankle - 25, 0) * 0.6 + np.abs(ankle + 5) * 0.05
            cost += np.maximum(0.07 - leg.knee[:, 1] + place[:, 1] * (0 if raised else 1), 0) * 200
            better = cost < worst
            chosen, worst = np.where(better, pitch, chosen), np.where(better, cost, worst)
        best = self.on_ball(place, chosen, toward)
        # A foot that can't get there comes nearer.
        place += (self._ball(best) - place) * np.array([1.0, 0.0, 1.0])
        return self.on_ball(place, chosen, toward)

    def flat(self, place: Array, heading: Array, toward: Array) -> Limbs:
        """Stand on a flat foot with the ankle over a place on the floor (N, 3)."""
        ankle = place + self.points["ankle_height"] * np.array([0.0, 1.0, 0.0])
        toes = np.broadcast_to(heading, ankle.shape)
        return self.to_ankle(ankle, toward, toes, np.broadcast_to(np.array([0.0, -1.0, 0.0]), ankle.shape))

    def _ball(self, leg: Limbs) -> Array:
        result: Array = leg.ankle + self.points["ball"] * leg.toes + self.points["ankle_height"] * leg.sole
        return result

    def on_ball(self, place: Array, pitch: Array, toward: Array = _AHEAD) -> Limbs:
        toes = np.stack([np.cos(pitch), np.sin(pitch), np.zeros_like(pitch)], -1)
        sole = np.stack([np.sin(pitch), -np.cos(pitch), np.zeros_like(pitch)], -1)
        ankle = place - self.points["ball"] * toes - self.points["ankle_height"] * sole
        return self.to_ankle(ankle, np.broadcast_to(toward, ankle.shape), toes, sole)


def _facing(along: Array, front: Array) -> Array:
    line = along / np.linalg.norm(along, axis=-1, keepdims=True)
    square = front - (front * line).sum(-1, keepdims=True) * line
    result: Array = square / np.linalg.norm(square, axis=-1, keepdims=True)
    return result


def _free(prepared: Prepared, made: _Maker, part: Array) -> Limbs:
    """The leg that does not stand."""
    recipe, name = prepared.recipe, prepared.exercise.id
    where = recipe.word("free", "behind")
    high = made.hip[:, 1]
    lean = np.degrees(np.arctan2(made.pelvis[:, 0, 1], made.pelvis[:, 1, 1]))
    if name in ("step-up", "barbell-step-up"):
        box = step_height(prepared)
        rising = np.clip((part - 0.25) / 0.75, 0, 1)
        path = np.stack([-0.3 + 0.3 * rising, -box * (1 - rising) + 0.09 * np.sin(np.pi * rising), 0 * part - 0.09], -1)
        path[0] = (-0.3, -box, -0.09)
        pitch = -np.radians(45) * (1 - rising)
        return made.on_ball(path + np.array([0.08, 0.0, 0.0]), pitch)
    if name == "step-down":
        return made.swing(lean + 14 + 8 * part, 8 + 0 * part, 5.0)
    if name == "farmers-walk":
        return made.reach(np.array([-0.34, 0.0, -0.09]))
    if name == "sled-push":
        return made.swing(lean + 20 - 35 * part + 25, 95 - 45 * part, 0.0)
    if name == "backward-sled-drag":
        return made.reach(np.array([-0.4, 0.0, -0.1]))
    if where == "ahead":
        straight = made.thigh + made.shank
        free = np.degrees(np.arccos(np.clip((high - 0.14) / straight, 0, 1)))
        return made.swing(lean + np.maximum(free + 4, 18), 4 + 0 * part, 5.0)
    if where == "beside":
        return made.swing(lean + 14 + 0 * part, 62 + 0 * part, -15.0)
    if recipe.word("balance") == "shank" or name == "hip-airplane":
        return made.swing(8 + 0 * part, 8 + 0 * part, -5.0)  # in line with the trunk
    return made.swing(lean - 6, 75 + 0 * part, -20.0)


def step_height(prepared: Prepared) -> float:
    """How high what somebody steps on is [m]; convention."""
    return 0.26 if prepared.variant.id == "low" else 0.4


def _beside(prepared: Prepared, made: _Maker) -> Limbs:
    """The other foot of a leg that carries most: out to the side, crossed behind, or just behind."""
    name = prepared.exercise.id
    forward = np.broadcast_to(np.array([1.0, 0.0, 0.0]), (made.count, 3))
    if name == "curtsy-lunge":
        return made.reach(np.array([-0.42, 0.0, 0.18]))
    if name == "b-stance-romanian-deadlift":
        return made.reach(np.array([-0.22, 0.0, -0.1]))
    high = made.hip[:, 1] - made.points["ankle_height"]
    aside = np.sqrt(np.maximum((made.thigh + made.shank) ** 2 * 0.985 - high**2, 0.01))
    place = np.stack([np.full(made.count, -0.07), np.zeros(made.count), made.hip[:, 2] - aside], -1)
    return made.flat(place, np.array([0.97, 0.0, -0.24]), forward)


def _beside_limb(
    prepared: Prepared, made: _Maker, right: Limbs, leg: Leg, sides: str, ground: float
) -> tuple[Limbs, bool]:
    """The other leg where one swings: with it in machines for both, else at rest, standing or kneeling."""
    recipe, name, count = prepared.recipe, prepared.exercise.id, made.count
    angles = np.degrees(leg.angles)
    forward = np.broadcast_to(np.array([1.0, 0.0, 0.0]), (count, 3))
    if name in ("donkey-kick", "fire-hydrant", "bird-dog"):
        return made.swing(np.full(count, recipe.number("lean") + 0.0), np.full(count, 90.0), -40.0), False
    if name == "dead-bug":
        return made.swing(np.full(count, 90.0), np.full(count, 90.0), 0.0), False
    if roll := recipe.number("roll"):
        return _lying_on_the_side(prepared, made, angles, roll), False
    standing = not recipe.word("prop") and recipe.number("lean") < 50 and not (
        recipe.numbers.get("flexion", (0.0,))[0] >= 40 and len(set(recipe.numbers.get("flexion", (0.0,)))) == 1
    ) and recipe.number("lean") > -20  # fmt: skip
    if name == "banded-lateral-walk":
        return mirror(right), True
    if standing and name not in ("donkey-calf-raise", "bodyweight-donkey-calf-raise"):
        place = made.hip * np.array([1.0, 0.0, 1.0]) + np.array([-0.03, ground, -0.02])
        return made.flat(place, np.array([1.0, 0.0, 0.0]), forward), False
    together = sides == "both" or recipe.number("legs", 1) == 2
    if together:
        return mirror(right), True
    if recipe.word("at") == "ball" and "donkey" in name:
        return made.swing(angles[:, 0], np.full(count, 70.0), -10.0), False
    resting = {"seated-leg-curl": 20.0, "leg-extension": 85.0}.get(name)
    if recipe.word("at") == "ball":
        rest = np.full(count, 100.0 if "press" in name else 80.0)
        flexion = np.full(count, 60.0 if "press" in name else angles[0, 0])
        return made.swing(flexion, rest, 0.0), False
    first = np.full(count, angles[0, 3] if resting is None else resting)
    return made.swing(np.full(count, angles[0, 0]), first, 0.0, float(angles[0, 1])), False


def _lying_on_the_side(prepared: Prepared, made: _Maker, angles: Array, roll: float) -> Limbs:
    name, count = prepared.exercise.id, made.count
    still = np.zeros(count)
    if name == "side-plank":
        lifted = 24.0 if prepared.variant.id == "leg-raised" else 0.0
        return made.swing(angles[:, 0], angles[:, 3], 0.0, lifted)
    if name == "copenhagen-plank":
        return made.swing(still + 8, still + 6, 0.0, 4.0)
    if "clamshell" in name:
        return made.swing(still + angles[0, 0], still + angles[0, 3], 0.0, 0.0)
    if roll < 0:
        return made.swing(still + 55, still + 80, 0.0, -4.0)
    return made.swing(still + 12, still + 20, 0.0, 0.0)
