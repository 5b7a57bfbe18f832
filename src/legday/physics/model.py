"""The body and its muscles as the data files tell them, and as arrays to compute with."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import msgspec
import numpy as np
from numpy.typing import NDArray

from legday.anatomy import MuscleName
from legday.documents import read

DATA = Path(__file__).parent / "data"

Array = NDArray[np.float64]
Pair = Annotated[tuple[float, ...], msgspec.Meta(min_length=2, max_length=2)]
Sex = Literal["male", "female"]
SEXES: tuple[Sex, ...] = ("male", "female")

COORDINATES = ("hip_flexion", "hip_abduction", "hip_rotation", "knee_flexion", "ankle_dorsiflexion", "lumbar_flexion")
"""The angles of one leg and the trunk, in the order of every array of angles or moments; rotation is outward."""
SEGMENTS = ("foot", "shank", "thigh", "pelvis", "upper")
"""The segments from the floor up, in the order of every array of segments."""
FOOT, SHANK, THIGH, PELVIS, UPPER = range(5)
GRAVITY = 9.81  # [m/s²]


class Source(msgspec.Struct, frozen=True):
    """A study that numbers rest on: what it is cited for, who, where, and its DOI if it has one."""

    about: str
    cite: str
    doi: str = ""


class Person(msgspec.Struct, frozen=True):
    """Mass [kg] and height [m]."""

    mass: float
    height: float


class Segment(msgspec.Struct, frozen=True):
    """Mass as a share of body mass, length as a share of height, and where on its length its centre is."""

    mass: float
    length: float
    centre: float


class BodyData(msgspec.Struct, frozen=True):
    """What `data/body.yaml` holds; see its comments."""

    sources: dict[str, Source]
    people: dict[Sex, Person]
    segments: dict[Sex, dict[str, Segment]]
    points: dict[str, float]
    range: dict[str, Pair]
    strength: dict[Sex, dict[str, tuple[tuple[float, ...], ...]]]


class HipArms(msgspec.Struct, frozen=True):
    """Arms about the three axes of the hip by its flexion [mm]."""

    flexion: tuple[float, ...]
    abduction: tuple[float, ...]
    rotation: tuple[float, ...]


class Element(msgspec.Struct, frozen=True):
    """A muscle or a part of one that pulls in one line; see the comments of `data/muscles.yaml`."""

    muscle: MuscleName | None
    group: str
    force: float
    fibre: float
    pennation: float
    rest: float
    give: float
    hip: HipArms | None = None
    knee: tuple[float, ...] = ()
    ankle: tuple[float, ...] = ()
    lumbar: float = 0.0


class MuscleData(msgspec.Struct, frozen=True):
    """What `data/muscles.yaml` holds."""

    sources: dict[str, Source]
    force_length_width: float
    trunk_strength: dict[str, float]
    knots: dict[str, tuple[float, ...]]
    muscles: dict[str, Element]


@dataclass(frozen=True)
class Muscles:
    """The elements as arrays, M of them; arms are in metres, angles in radians.

    `hip` is (3, K, M), `knee` and `ankle` (K, M), `lumbar` (M,); `force` [N], `fibre` [m], `pennation` [rad], `rest`
    and `give` are (M,). `knots` holds the angles of the K knots of each joint.
    """

    names: tuple[str, ...]
    force: Array
    fibre: Array
    pennation: Array
    rest: Array
    give: Array
    width: float
    knots: dict[str, Array]
    hip: Array
    knee: Array
    ankle: Array
    lumbar: Array

    @property
    def volume(self) -> Array:
        """Force times fibre length [N·m], in proportion to the volume of each element."""
        return self.force * self.fibre


@cache
def body_data() -> BodyData:
    """Read the body; raises InputError if the file is wrong."""
    file = DATA / "body.yaml"
    return read(BodyData, file.read_text(encoding="utf-8"), str(file))


@cache
def muscle_data() -> MuscleData:
    """Read the muscles; raises InputError if the file is wrong."""
    file = DATA / "muscles.yaml"
    return read(MuscleData, file.read_text(encoding="utf-8"), str(file))


@cache
def load_muscles() -> Muscles:
    """Return the muscles as arrays."""
    data = muscle_data()
    elements = list(data.muscles.values())
    count = {joint: len(knots) for joint, knots in data.knots.items()}

    def column(name: str) -> Array:
        return np.array([getattr(element, name) for element in elements], dtype=float)

    def arms(joint: str, rows: list[tuple[float, ...]]) -> Array:
        return np.array([row or (0.0,) * count[joint] for row in rows], dtype=float).T / 1000

    return Muscles(
        names=tuple(data.muscles),
        force=column("force"),
        fibre=column("fibre") / 1000,
        pennation=np.radians(column("pennation")),
        rest=column("rest"),
        give=column("give"),
        width=data.force_length_width,
        knots={joint: np.radians(knots) for joint, knots in data.knots.items()},
        hip=np.stack(
            [
                arms("hip", [getattr(each.hip, axis) if each.hip else () for each in elements])
                for axis in ("flexion", "abduction", "rotation")
            ]
        ),
        knee=arms("knee", [each.knee for each in elements]),
        ankle=arms("ankle", [each.ankle for each in elements]),
        lumbar=column("lumbar") / 1000,
    )


def rows_of(muscle: MuscleName) -> list[int]:
    """List where the elements of a muscle stand in arrays."""
    return [row for row, element in enumerate(muscle_data().muscles.values()) if element.muscle is muscle]


def rows_of_group(group: str) -> list[int]:
    """List where the elements that are scaled together stand in arrays."""
    return [row for row, element in enumerate(muscle_data().muscles.values()) if element.group == group]
