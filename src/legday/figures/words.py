"""What a figure shows, in words: how joints and trunk move and which muscles work hardest."""

from functools import cache

import numpy as np

from legday.anatomy import MUSCLES, MuscleName
from legday.figures.model import Body
from legday.physics import load_muscles, muscle_data

_GROUPS = {
    "glutes": (MuscleName.GLUTEUS_MAXIMUS, MuscleName.GLUTEUS_MEDIUS, MuscleName.GLUTEUS_MINIMUS),
    "front of the thigh": (
        MuscleName.VASTUS_LATERALIS,
        MuscleName.VASTUS_MEDIALIS,
        MuscleName.VASTUS_INTERMEDIUS,
        MuscleName.RECTUS_FEMORIS,
    ),
    "back of the thigh": (
        MuscleName.BICEPS_FEMORIS_LONG_HEAD,
        MuscleName.BICEPS_FEMORIS_SHORT_HEAD,
        MuscleName.SEMITENDINOSUS,
        MuscleName.SEMIMEMBRANOSUS,
    ),
    "calf": (MuscleName.GASTROCNEMIUS, MuscleName.SOLEUS),
    "shin": (MuscleName.TIBIALIS_ANTERIOR,),
    "inner thigh": (MuscleName.ADDUCTORS,),
    "hip flexors": (MuscleName.HIP_FLEXORS,),
}
_LEAST_TURN = 8.0  # a joint that turns by less is not told of [deg]
_MOST_TOLD = 3
_ALSO = 0.4  # of the work of the first, from which a second group is told of
_SLIGHT = 0.05  # muscles that never are as active are not told of


def say(body: Body) -> str:
    """Say what moves from where to where, and what works hardest, in two or three short sentences."""
    hop = f" Then the feet leave the floor by about {100 * body.hop:.0f} cm." if body.hop else ""
    return f"{_moved(body)}{hop} {_worked(body)}"


def _moved(body: Body) -> str:
    angles = np.degrees(body.leg.angles)
    many, pattern = body.mirrored, body.prepared.exercise.pattern
    knee, hip, leg, thigh, heel = (
        ("knees", "hips", "legs", "thighs", "heels")
        if many
        else ("the knee", "the hip", "the leg", "the thigh", "the heel")
    )
    s = "" if many else "s"
    if body.held:
        lean = _lean(body)[-1]
        bent = f"{knee} bent {_degrees(angles[-1, 3])}" if angles[-1, 3] > 20 else f"{knee} straight"
        said = f"{bent}{f', trunk {_degrees(lean)} from upright' if 20 < abs(lean) < 60 else ''}"
        hold = body.prepared.exercise.kind == "hold"
        return f"The pose is held: {said}." if hold else f"The model's pose stands still here: {said}."
    told: list[tuple[float, str]] = []
    names = {
        3: (f"{knee} bend{s}", f"{knee} straighten{s}"),
        0: (f"{hip} bend{s}", f"{hip} stretch{'' if many else 'es'}"),
        1: (f"{leg} go{'' if many else 'es'} out to the side", f"{leg} come{s} in"),
        2: (f"{thigh} turn{s} out", f"{thigh} turn{s} in"),
        4: ("the toes come up" if pattern == "dorsiflexion" else f"{heel} sink{s}", f"{heel} rise{s}"),
    }
    turned = np.abs(angles[-1] - angles[0])
    ankle = pattern in ("plantar-flexion", "dorsiflexion") or turned[:5].argmax() == 4
    for column, (grows, falls) in names.items():
        first, last = float(angles[0, column]), float(angles[-1, column])
        if abs(last - first) < _LEAST_TURN or (column == 4 and not ankle):
            continue
        if column == 4:
            told.append(
                (abs(last - first), f"{grows if last > first else falls} by {abs(last - first):.0f}° at the ankle")
            )
        else:
            told.append(
                (abs(last - first), f"{grows if last > first else falls} from {_degrees(first)} to {_degrees(last)}")
            )
    told = sorted(told, reverse=True)[:2]
    if trunk := _trunk(body):
        told.append(trunk)
    if not told:
        return "The pose hardly changes."
    phrases = [text for _, text in told][:_MOST_TOLD]
    sentence = phrases[0] if len(phrases) == 1 else f"{' and '.join(phrases[:-1])} while {phrases[-1]}" if (
        trunk) else " and ".join(phrases)  # fmt: skip
    return f"{sentence[0].upper()}{sentence[1:]}; then back."


def _lean(body: Body) -> list[float]:
    """How far the trunk leans forward in each pose [deg]."""
    return [float(each) for each in np.degrees(np.arctan2(body.up[:, 0], body.up[:, 1]))]


def _trunk(body: Body) -> tuple[float, str] | None:
    if body.prepared.recipe.setup == "bridge":
        rise = 100 * float(body.middle[-1, 1] - body.middle[0, 1])
        return (0.0, f"the pelvis {'rises' if rise > 0 else 'sinks'} by {abs(rise):.0f} cm") if abs(rise) >= 4 else None
    first, last = _lean(body)[0], _lean(body)[-1]
    if abs(last - first) < _LEAST_TURN or body.prepared.recipe.number("roll"):
        return None
    if min(first, last) < -10:
        return (
            0.0,
            f"the trunk leans back {'to' if abs(last) > abs(first) else 'from'} {_degrees(abs(min(first, last)))}",
        )
    if last > first:
        return 0.0, f"the trunk leans forward to {_degrees(last)}"
    return 0.0, f"the trunk comes up from {_degrees(first)}"


def _degrees(value: float) -> str:
    return f"{round(value) + 0}°".replace("-", "\N{MINUS SIGN}")


@cache
def _volumes() -> dict[MuscleName, float]:
    """The volume of each muscle, of which shares are told."""
    found: dict[MuscleName, float] = {}
    for element, volume in zip(muscle_data().muscles.values(), load_muscles().volume, strict=True):
        if element.muscle is not None:
            found[element.muscle] = found.get(element.muscle, 0.0) + float(volume)
    return found


def _worked(body: Body) -> str:
    """Which groups have most of the active volume over the range, as shares are told everywhere."""
    volume = _volumes()
    work = {
        group: sum(volume.get(name, 0.0) * sum(body.activation[name]) for name in names)
        for group, names in _GROUPS.items()
    }
    first, second, *_ = sorted(work, key=lambda group: (-work[group], group))
    if max(max(active) for active in body.activation.values()) < _SLIGHT:
        return "In the model no muscle works hard."
    also = f", then the {second}" if work[second] >= _ALSO * work[first] else ""
    return f"In the model the {first} {'do' if first.endswith('s') else 'does'} the largest share of the work{also}."


def muscle_list(body: Body) -> list[tuple[str, str, int]]:
    """List muscles by how active they are at most: id, name, activation [%]."""
    peaks = [(name.value, MUSCLES[name].name, round(100 * max(active))) for name, active in body.activation.items()]
    return sorted((each for each in peaks if each[2] >= 100 * _SLIGHT), key=lambda each: (-each[2], each[0]))
