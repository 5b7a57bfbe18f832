"""What is settled of a way of doing an exercise: the usual one's numbers, and differences that models agree about."""

from collections.abc import Mapping
from functools import cache

from legday.anatomy import Joint, Part
from legday.catalogue import load_catalogue
from legday.physics.comparisons import Against, load_comparisons
from legday.physics.table import load_table

CARRIED: Mapping[str, Joint] = {
    "hip extension": Joint.HIP,
    "hip abduction": Joint.HIP,
    "knee extension": Joint.KNEE,
    "plantar flexion": Joint.ANKLE,
    "back extension": Joint.TRUNK,
}
"""The joint that each moment of a comparison is about."""


@cache
def settled_shares(exercise: str, variant: str) -> Mapping[Part, float] | None:
    """Return the share of each part in active muscle [%]; None without poses.

    They are those of the usual variant, changed by what is settled of the difference to it.
    """
    usual = f"{exercise}/{load_catalogue().exercises[exercise].variants[0].id}"
    try:
        shares = {part: float(three[1]) for part, three in load_table().of(usual).parts.items()}
    except KeyError:
        return None
    changes = {row.what: row.difference for row in _against(exercise, variant).shares if row.settled}
    return {part: share + changes.get(part, 0.0) for part, share in shares.items()}


@cache
def settled_moments(exercise: str, variant: str) -> Mapping[Joint, float] | None:
    """Return the greatest moment that muscles make at each joint in a working set of the model's athlete [N·m].

    It is that of the usual variant, changed by what is settled of the difference to it; None without poses. At the
    knee it is that of extension, at the ankle of plantar flexion, at the trunk of extension of the back.
    """
    usual = load_comparisons().usual.get(exercise)
    if usual is None:
        return None
    changes = {row.what: row.difference for row in _against(exercise, variant).moments if row.settled}
    most = dict.fromkeys(Joint, 0.0)
    for name, joint in CARRIED.items():
        middle = usual[name][1] if name in usual else 0.0
        most[joint] = max(most[joint], middle + changes.get(name, 0.0))
    return most


def _against(exercise: str, variant: str) -> Against:
    return load_comparisons().pairs.get(f"{exercise}/{variant}", Against(0))
