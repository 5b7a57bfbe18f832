"""What a body lifts, pushes, sits and stands on: which things an exercise has, at the places the model has them."""

from dataclasses import replace

import numpy as np

from legday.catalogue import Equipment
from legday.figures.model import Body
from legday.figures.poses import ball_of, seated, stands_raised
from legday.figures.things import Thing, bar, bell, block, kettlebell, pad, rope, round_thing, slab
from legday.physics import Array

_BENCH = 0.42  # how high benches and chairs are [m], as in the recipes


def gear(body: Body) -> list[Thing]:
    """Return what is drawn of gear, in no order."""
    setup = body.prepared.recipe.setup
    things = {"stand": _standing, "sled": _sled, "bridge": _bridge, "lever": _lever, "limb": _limb}[setup](body)
    return [*things, *_held(body)]


def load_point(body: Body) -> Array | None:
    """Where the load is (N, 3) [m], if there is one."""
    return next((each.point + body.shift for each in body.loads if each.name == "load"), None)


def _held(body: Body) -> list[Thing]:
    """Bars, dumbbells and kettlebells."""
    prepared, load = body.prepared, load_point(body)
    recipe, kind, needs = prepared.recipe, prepared.exercise.load, prepared.exercise.equipment
    if load is None or recipe.setup not in ("stand", "bridge") or not prepared.effort:
        return []
    where = recipe.word("load")
    if kind == "barbell":
        return _barbell(body, load * np.array([1.0, 1.0, 0.0]))
    if Equipment.TRAP_BAR in needs:
        return bar(load, body.ground)
    if kind == "kettlebell" or (kind == "dumbbell" and where in ("floor", "hands")):
        return [kettlebell(load * np.array([1.0, 1.0, 0.0]))]
    if kind in ("dumbbell", "dumbbells"):
        if where in ("goblet", "hips"):
            return [bell(load * np.array([1.0, 1.0, 0.0]), "upright" if where == "goblet" else "across", 1)]
        if where == "back":
            return [bell(load * np.array([1.0, 1.0, 0.0]), "across", 1)]
        way = "along" if where == "hands" else "across"
        return [bell(body.arms[1].hand, way, -2, far=True), bell(body.arms[0].hand, way, 2)]
    return []


def _barbell(body: Body, at: Array) -> list[Thing]:
    needs = body.prepared.exercise.equipment
    if Equipment.LANDMINE in needs:
        anchor = np.array([1.35, body.ground + 0.05, 0.0])
        return [rope(at, anchor, "steel", 1), *bar(at + 0.06 * (anchor - at), body.ground, radius=15.0)]
    things = bar(at, body.ground)
    if Equipment.SMITH_MACHINE in needs:
        x = float(at[:, 0].mean())
        things.append(block("rail", (x - 0.02, x + 0.02), (body.ground, body.ground + 2.0), (-0.62, -0.58), -3))
        things.append(block("rail", (x - 0.02, x + 0.02), (body.ground, body.ground + 2.0), (0.58, 0.62), -3))
    return things


def _standing(body: Body) -> list[Thing]:
    recipe, name, needs = body.prepared.recipe, body.prepared.exercise.id, body.prepared.exercise.equipment
    ground = body.ground
    load, hips, hand = load_point(body), body.middle, body.arms[0].hand
    things: list[Thing] = []
    if body.prepared.exercise.load == "band" and load is not None:
        things.append(rope(load, np.array([0.0, 0.0, 0.0]), "band", 2))
    if Equipment.CABLE in needs and load is not None:
        force = next(each.force for each in body.loads if each.name == "load").mean(axis=0)
        way = force / np.linalg.norm(force)
        pulley = hand.mean(axis=0) + way * min(0.95, (hand[:, 1].mean() - 0.1) / max(-way[1], 0.05))
        things += [
            rope(hand, pulley, "rope", 2),
            block("rail", (pulley[0] - 0.03, pulley[0] + 0.03), (0.0, 1.9), (-0.05, 0.05), -3),
        ]
    if recipe.word("prop") == "knee":
        knee = body.right.knee
        things.append(rope(knee - np.array([0.05, 0, 0]), np.array([1.0, knee[:, 1].mean(), 0.0]), "band", -1))
    if Equipment.SUSPENSION_TRAINER in needs:
        things.append(
            rope(hand, hand.mean(axis=0) * np.array([1.0, 0.0, 0.0]) + np.array([0.45, 2.15, 0.0]), "rope", 2)
        )
    if name == "sled-push":
        x = float(hand[:, 0].mean())
        things += [
            slab("steel", hand, hand * np.array([1.0, 0, 1.0]) + np.array([0.1, 0.12, 0]), -2, 2, (0.2, 0.3), -1),
            block("box", (x - 0.1, x + 0.75), (0.02, 0.12), (-0.3, 0.3), -1),
            *bar(np.broadcast_to(np.array([x + 0.4, 0.3, 0.0]), hand.shape), 0.0, radius=20.0),
        ]
    if name == "backward-sled-drag":
        x = float(hand[:, 0].mean()) + 0.75
        things += [
            rope(hand, np.array([x, 0.12, 0.0]), "rope", 2),
            block("box", (x, x + 0.5), (0.02, 0.14), (-0.3, 0.3), -1),
            *bar(np.broadcast_to(np.array([x + 0.25, 0.3, 0.0]), hand.shape), 0.0, radius=18.0),
        ]
    if name == "box-jump":
        things.append(block("box", (0.42, 0.95), (0.0, 0.45), (-0.3, 0.3), -1))
    if name in ("box-squat", "single-leg-box-squat", "sit-to-stand"):
        low = int(hips[:, 1].argmin())
        x, y = float(hips[low, 0]), float(hips[low, 1])
        things.append(block("box", (x - 0.3, x + 0.14), (0.0, y - 0.125), (-0.22, 0.22), -1))
    if name in ("wall-sit", "tibialis-raise"):
        x = float((body.neck - 0.115 * body.front)[:, 0].min()) - 0.01
        things.append(block("wall", (x - 0.08, x), (0.0, 1.75), (-0.5, 0.5), -3))
    if recipe.number("rise") > 0.1:
        x = -recipe.number("rear")
        things.append(
            block("pad", (x - 0.34, x + 0.12), (recipe.number("rise") - 0.1, recipe.number("rise")), (-0.3, 0.1), -1)
        )
        things.append(block("steel", (x - 0.16, x - 0.1), (0.0, recipe.number("rise") - 0.1), (-0.12, -0.08), -1))
    if ground < -0.05 and (name in ("step-up", "barbell-step-up", "step-down") or recipe.number("legs", 2) == 1):
        calf = body.prepared.exercise.pattern == "plantar-flexion"
        edges = (-0.05, 0.16) if calf else (-0.16, 0.3)
        things.append(block("box", edges, (ground, 0.0), (-0.02, 0.3), -1))
    elif body.prepared.exercise.pattern == "plantar-flexion" and ground < -0.02:
        things.append(block("box", (-0.05, 0.16), (ground, 0.0), (-0.3, 0.3), -1))
    if stands_raised(body.prepared):
        out = float(np.abs(body.right.ankle[:, 2]).max())
        steps = ((-out - 0.18, 0.18 - out), (out - 0.18, out + 0.18)) if out > 0.2 else ((-0.4, 0.4),)
        things += [block("box", (-0.2, 0.25), (ground, 0.0), step, -1) for step in steps]
    if recipe.number("wedge"):
        heel = body.right.ankle[0, 0]
        things.append(block("box", (heel - 0.07, heel + 0.03), (ground, ground + 0.03), (-0.3, 0.3), -1))
    if name == "standing-calf-raise":
        top = body.neck + 0.05 * body.up
        column = np.array([-0.62, float(top[:, 1].mean()) + 0.02, 0.0])
        things += [
            rope(top, column, "steel", -1),
            replace(pad(top + np.array([0.02, 0.02, 0.0]), 8, 4.5, 2), front=""),
            block("rail", (-0.66, -0.6), (ground, column[1] + 0.1), (-0.1, 0.1), -3),
        ]
    if name == "belt-squat" and load is not None:
        things += [rope(load, np.array([0.05, ground, 0.0]), "steel", 2), _post(body)]
    if name == "sissy-squat":
        things.append(_post(body))
    return things


def _sled(body: Body) -> list[Thing]:
    rail = np.radians(body.prepared.recipe.number("rail"))
    push = np.array([np.cos(rail), np.sin(rail), 0.0])
    foot = body.right
    under = foot.ankle + 0.069 * foot.sole
    wide = float(np.abs(foot.ankle[:, 2]).max()) + 0.14
    flat = np.array([1.0, 1.0, 0.0])
    plate = slab("steel", (under - 0.13 * foot.toes) * flat, (under + 0.3 * foot.toes) * flat, -4, 0, (-wide, wide), -1)
    back = slab("pad", body.middle - 0.1 * body.up, body.neck + 0.22 * body.up, 11.5, 17, (-0.2, 0.2), -1)
    things = [plate, back]
    side = np.array([-np.sin(rail), np.cos(rail), 0.0])
    if np.sin(rail) < 0:
        base = body.middle[0] - 0.21 * side
        along = np.stack([base - 1.0 * push, base + (0.95 + float(np.ptp(body.middle[:, 1]))) * push])
        things.append(slab("rail", along[:1] + 0 * under, along[1:] + 0 * under, -2, 2, (-0.3, 0.3), -3))
        things.append(replace(pad(body.neck + 0.06 * body.up + 0.02 * body.front, 7, 4, 2), front=""))
        carriage = body.middle + 0.3 * (body.neck - body.middle) - 0.2 * body.front
    else:
        line = body.middle[0] + (body.prepared.recipe.number("height") - 0.15) * side
        reach = ((under - line) * push).sum(-1)
        low, end = line + (reach.min() - 0.12) * push, line + (reach.max() + 0.2) * push
        things.append(slab("rail", low + 0 * under, end + 0 * under, -2, 2, (-0.3, 0.3), -3))
        rest = body.middle[0] + 0.3 * body.up[0] - 0.17 * body.front[0]
        things += [
            block("rail", (at[0] - 0.03, at[0] + 0.03), (body.ground, at[1]), (-0.1, 0.1), -3)
            for at in (rest, end - 0.06 * push)
        ]
        carriage = (under + 0.1 * foot.toes) * flat + 0.1 * foot.sole * flat
    if body.prepared.exercise.load == "plates":
        things += bar(carriage, -9.0, radius=17.0, behind=True)
    return things


def _bridge(body: Body) -> list[Thing]:
    recipe, needs = body.prepared.recipe, body.prepared.exercise.equipment
    bench, feet = recipe.number("bench"), recipe.number("feet")
    neck, ankle = body.neck, body.right.ankle
    things: list[Thing] = []
    if bench > 0.1:
        x = float(neck[0, 0])
        if Equipment.SWISS_BALL in needs:
            things.append(
                round_thing("ball", np.array([x + 0.02, bench / 2 - 0.04, 0.0]) + 0 * neck, 100 * bench / 2, -1)
            )
        else:
            things += [
                block("pad", (x - 0.3, x + 0.14), (bench - 0.2, bench - 0.095), (-0.45, 0.45), -1),
                block("steel", (x - 0.12, x - 0.06), (0.0, bench - 0.2), (-0.3, -0.26), -1),
            ]
    if feet > 0.1:
        if Equipment.SWISS_BALL in needs:
            centre = ankle * np.array([1.0, 0.0, 0.0]) + np.array([0.0, feet / 2, 0.0])
            things.append(round_thing("ball", centre, 50 * feet, -1))
        elif Equipment.SUSPENSION_TRAINER in needs:
            things.append(
                rope(ankle, ankle.mean(axis=0) * np.array([1.0, 0, 0]) + np.array([0.0, 1.5, 0.0]), "rope", 1)
            )
        else:
            x = float(ankle[:, 0].mean())
            things.append(block("box", (x - 0.08, x + 0.34), (0.0, feet), (-0.25, 0.25), -1))
    if Equipment.SLIDERS in needs:
        things.append(
            round_thing(
                "slider", (ankle + 0.06 * body.right.sole) * np.array([1.0, 0.0, 1.0]) - np.array([0.03, 0, 0]), 0, 1
            )
        )
    return things


def _lever(body: Body) -> list[Thing]:
    name, leg = body.prepared.exercise.id, body.right
    over = pad(leg.ankle - 0.075 * leg.shank, 5, 5, 2)
    if body.prepared.recipe.word("about") == "hips":
        at = leg.hip + 0.25 * (leg.knee - leg.hip)
        stand = at + 0.1 * leg.thigh
        return [
            slab(
                "pad",
                at + 0.1 * leg.thigh,
                leg.hip + 0.62 * (leg.knee - leg.hip) + 0.1 * leg.thigh,
                0,
                6,
                (-0.2, 0.2),
                -1,
            ),
            rope(stand, np.array([float(stand[0, 0]) + 0.1, body.ground, 0.0]), "steel", -3),
            rope(leg.ankle, np.array([float(leg.ankle[0, 0]) - 0.05, body.ground, 0.0]), "steel", -3),
            over,
        ]
    if name == "glute-ham-raise":
        centre = leg.knee.mean(axis=0) + np.array([0.05, -0.13, 0.0])
        x = float(centre[0])
        return [
            round_thing("pad", np.broadcast_to(centre, leg.knee.shape), 12, -1),
            block("rail", (x - 0.03, x + 0.03), (body.ground, float(centre[1])), (-0.1, 0.1), -3),
            over,
            block(
                "rail",
                (float(leg.ankle[0, 0]) - 0.03, float(leg.ankle[0, 0]) + 0.03),
                (body.ground, float(leg.ankle[0, 1])),
                (-0.1, 0.1),
                -3,
            ),
        ]
    return [over] if name == "nordic-curl" else []


def _limb(body: Body) -> list[Thing]:
    prepared, leg = body.prepared, body.right
    recipe, name, needs = prepared.recipe, prepared.exercise.id, prepared.exercise.equipment
    load, things = load_point(body), []
    lean = recipe.number("lean")
    if seated(prepared):
        things += _seat(body)
    force = next((each.force for each in body.loads if each.name == "load"), None)
    if recipe.word("prop") and "copenhagen" in name:
        under = leg.ankle if recipe.word("prop") == "ankle" else leg.knee
        y = float(under[0, 1]) - 0.09
        z = float(under[0, 2])
        things.append(block("pad", (-0.15, 0.15), (y - 0.08, y), (z - 0.12, z + 0.3), -1))
        things.append(block("steel", (-0.03, 0.03), (body.ground, y - 0.08), (z + 0.06, z + 0.12), -1))
    if recipe.setup == "limb" and lean >= 50 and ("curl" in name or "reverse-hyper" in name):
        last = 0.35 if "curl" in name else -0.06
        start = body.middle - (last * np.linalg.norm(leg.knee - leg.hip, axis=-1)[:, None]) * body.up
        things.append(
            slab("pad", start, body.neck + (0.16 if "curl" in name else -0.04) * body.up, -18, -12, (-0.2, 0.2), -1)
        )
        x, y = float(body.middle[0, 0]) + 0.2, float(body.middle[0, 1]) - 0.16
        things.append(block("rail", (x - 0.04, x + 0.04), (body.ground, y), (-0.1, 0.1), -3))
    if name in ("standing-leg-curl", "machine-glute-kickback", "band-glute-kickback", "donkey-calf-raise",
                "bodyweight-donkey-calf-raise"):  # fmt: skip
        things.append(_post(body))
    if load is None or force is None:
        return [*things, *_blocks(body)]
    at, machine = recipe.word("at"), prepared.exercise.load in ("stack", "plates", "barbell")
    if at == "shank" and name == "dumbbell-leg-curl":
        things.append(bell(leg.ankle + 0.05 * leg.toes, "across", 1))
    elif at == "shank" and Equipment.CABLE not in needs and machine:
        side = {"bend": 0.09, "stretch": -0.085}.get(recipe.word("direction"), -0.085)
        knee = leg.knee if "curl" in name or "extension" in name else leg.hip
        where = load + side * leg.shank
        things += [slab("steel", knee, where, -1.6, 1.6, (0.2, 0.24), 2), pad(where, 5.5, 5.5, 2)]
        if name == "seated-leg-curl":
            things.append(pad(leg.hip + 0.72 * (leg.knee - leg.hip) + 0.11 * leg.thigh, 7, 3.5, 2))
    elif at == "thigh" and machine and name in ("hip-abduction", "hip-adduction"):
        outward = np.array([0.0, 0.0, 0.1 if name == "hip-abduction" else -0.1])
        layer = 2 if name == "hip-abduction" else 0
        things.append(pad(load + outward, 5, 9, layer, across=3))
        things.append(pad(_other_point(body) - outward, 5, 9, layer, across=3, far=True))
    elif name == "ball-squeeze":
        things.append(round_thing("ball", load * np.array([1.0, 1.0, 0.0]), 9, 0))
    elif Equipment.CABLE in needs:
        things += _cable(body, load, force)
    elif Equipment.MINI_BAND in needs:
        things.append(rope(load, _other_point(body), "band", 1))
    elif Equipment.BAND in needs and at != "ball":
        way = force.mean(axis=0) / np.linalg.norm(force.mean(axis=0))
        things.append(rope(load, load.mean(axis=0) + 0.6 * way, "band", 1))
    elif Equipment.BAND in needs:
        end = body.arms[0].hand if name == "band-calf-press" else load.mean(axis=0) + np.array([0.6, 0.0, 0.0])
        things.append(rope(load, end, "band", 1))
    if (at == "ball" and "press-calf" in name) or name == "hack-squat-calf-raise":
        under = ball_of(leg)
        flat = np.array([1.0, 1.0, 0.0])
        things.append(
            slab("steel", (under - 0.06 * leg.toes) * flat, (under + 0.12 * leg.toes) * flat, -4, 0, (-0.25, 0.25), -1)
        )
        things.append(slab("pad", body.middle - 0.1 * body.up, body.neck + 0.2 * body.up, 11.5, 17, (-0.2, 0.2), -1))
    return [*things, *_blocks(body)]


def _other_point(body: Body) -> Array:
    """Where the other leg has what the working leg has at its load (N, 3) [m]."""
    recipe, leg = body.prepared.recipe, body.left
    start, end = (leg.hip, leg.knee) if recipe.word("at") == "thigh" else (leg.knee, leg.ankle)
    return start + recipe.number("along", 0.9) * (end - start)


def _post(body: Body) -> Thing:
    """What hands hold on to, to stand steady."""
    hand = body.arms[0].hand
    x, y = float(hand[:, 0].mean()), float(hand[:, 1].max())
    return block("rail", (x - 0.02, x + 0.03), (body.ground, y + 0.03), (-0.2, 0.2), -3)


def _blocks(body: Body) -> list[Thing]:
    """What the balls of the feet stand on in calf raises, and what presses on the thighs."""
    name, leg = body.prepared.exercise.id, body.right
    if "calf-raise" not in name or "press" in name or "hack" in name:
        return []
    low = ball_of(leg).mean(axis=0)
    x, y = float(low[0]), float(low[1])
    things = [block("box", (x - 0.05, x + 0.13), (body.ground, y), (-0.25, 0.25), -1)]
    if "seated" in name:
        at = leg.knee - 0.08 * (leg.knee - leg.hip) / 0.43 + 0.09 * leg.thigh
        load = body.prepared.exercise.load
        if load == "barbell":
            things += bar(at * np.array([1.0, 1.0, 0.0]) - np.array([0, 0.03, 0]), body.ground, radius=20.0)
        elif load == "dumbbells":
            things.append(bell(at, "along", 2))
        else:
            things += [
                pad(at, 8, 4.5, 2),
                rope(at, np.array([x + 0.34, float(at[:, 1].mean()) - 0.12, 0.0]), "steel", -1),
                block("rail", (x + 0.31, x + 0.37), (body.ground, float(at[:, 1].mean()) - 0.1), (-0.1, 0.1), -3),
            ]
    return things


def _seat(body: Body) -> list[Thing]:
    """A seat under the thighs and a rest behind the back."""
    hips, up = body.middle, body.up
    x, y = float(hips[0, 0]), float(hips[0, 1]) - 0.11
    upright = abs(float(up[0, 0])) < 0.3 and float(up[0, 1]) > 0
    things = [
        block("pad", (x - 0.14, x + 0.3), (y - 0.07, y), (-0.22, 0.22), -1),
        block("rail", (x + 0.03, x + 0.1), (body.ground, y - 0.07), (-0.08, 0.08), -3),
    ]
    if (
        body.prepared.recipe.number("lean") <= 0
        and (upright or up[0, 0] < 0)
        and "calf" not in body.prepared.exercise.id
    ):
        things.append(slab("pad", hips - 0.02 * up, body.neck - 0.02 * up, 13.5, 18.5, (-0.2, 0.2), -1))
    return things


def _cable(body: Body, load: Array, force: Array) -> list[Thing]:
    low = body.ground + 0.1
    way = force.mean(axis=0) / np.linalg.norm(force.mean(axis=0))
    if abs(way[2]) > 0.5:
        pulley = np.array([0.0, low, float(np.sign(way[2])) * 0.95])
        post = block("rail", (-0.03, 0.03), (body.ground, body.ground + 1.7), (pulley[2] - 0.03, pulley[2] + 0.03), -3)
    else:
        heading = float(np.sign(way[0])) or 1.0
        x = float(load[:, 0].mean()) + heading * 0.85
        pulley = np.array([x, low, 0.0])
        post = block("rail", (x - 0.03, x + 0.03), (body.ground, body.ground + 1.7), (-0.05, 0.05), -3)
    return [post, rope(load, pulley, "rope", 1)]
