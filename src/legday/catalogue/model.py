"""What an exercise is: the muscles and joints it works, what it needs, its variants, what apps call it."""

from enum import StrEnum
from typing import Annotated, Literal

import msgspec

from legday.anatomy import MUSCLES, Joint, MuscleName, Part

Identifier = Annotated[str, msgspec.Meta(pattern="^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Sentence = Annotated[str, msgspec.Meta(min_length=1, max_length=400)]
Stress = Literal["low", "medium", "high"]


class Equipment(StrEnum):
    """Something a place has or lacks."""

    BARBELL = "barbell"
    RACK = "rack"
    SAFETY_BAR = "safety-bar"
    TRAP_BAR = "trap-bar"
    DUMBBELLS = "dumbbells"
    KETTLEBELL = "kettlebell"
    BENCH = "bench"
    CHAIR = "chair"
    BLOCK = "block"
    STEP = "step"
    BOX = "box"
    WALL = "wall"
    MAT = "mat"
    BAND = "band"
    MINI_BAND = "mini-band"
    SWISS_BALL = "swiss-ball"
    SLIDERS = "sliders"
    SUSPENSION_TRAINER = "suspension-trainer"
    FOAM_ROLLER = "foam-roller"
    CABLE = "cable"
    LANDMINE = "landmine"
    SMITH_MACHINE = "smith-machine"
    LEG_PRESS = "leg-press-machine"
    SEATED_LEG_PRESS = "seated-leg-press-machine"
    HACK_SQUAT = "hack-squat-machine"
    V_SQUAT = "v-squat-machine"
    PENDULUM_SQUAT = "pendulum-squat-machine"
    BELT_SQUAT = "belt-squat-machine"
    LEG_EXTENSION = "leg-extension-machine"
    LYING_LEG_CURL = "lying-leg-curl-machine"
    SEATED_LEG_CURL = "seated-leg-curl-machine"
    STANDING_LEG_CURL = "standing-leg-curl-machine"
    SEATED_CALF = "seated-calf-machine"
    STANDING_CALF = "standing-calf-machine"
    DONKEY_CALF = "donkey-calf-machine"
    HIP_ABDUCTION = "hip-abduction-machine"
    HIP_ADDUCTION = "hip-adduction-machine"
    HIP_THRUST = "hip-thrust-machine"
    GLUTE_KICKBACK = "glute-kickback-machine"
    BACK_EXTENSION = "back-extension-bench"
    REVERSE_HYPER = "reverse-hyper-machine"
    GLUTE_HAM = "glute-ham-bench"
    SLED = "sled"
    JUMP_ROPE = "jump-rope"
    BIKE = "bike"
    TREADMILL = "treadmill"
    ROWER = "rower"


class Muscles(msgspec.Struct, frozen=True):
    """The muscles that limit the exercise, and those that help."""

    prime: tuple[MuscleName, ...]
    assist: tuple[MuscleName, ...] = ()


class Contraindication(msgspec.Struct, frozen=True):
    """Pain at a joint under which the exercise is left out, or done with less load and range, and why."""

    pain: Joint
    advice: Literal["avoid", "reduce"]
    why: Sentence


class Variant(msgspec.Struct, frozen=True):
    """One way of doing an exercise, told by its dimensions; a dimension that is not given is as usual.

    `toes_out` is the angle [deg] of each foot to straight ahead. `emphasis` is the part it shifts work
    towards; `support` is what takes part of the weight or keeps the balance. `names` are what apps and
    lifters call this variant.
    """

    id: Identifier
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    how: Sentence
    stance: Literal["narrow", "hip", "shoulder", "wide", "staggered"] | None = None
    toes_out: Annotated[int, msgspec.Meta(ge=-30, le=60)] | None = None
    foot_height: Literal["low", "middle", "high"] | None = None
    foot_width: Literal["narrow", "middle", "wide"] | None = None
    heels: Literal["flat", "raised"] | None = None
    ankle: Literal["pointed", "flexed"] | None = None
    knee: Literal["straight", "bent"] | None = None
    lean: Literal["upright", "forward", "reclined"] | None = None
    stride: Literal["short", "long"] | None = None
    direction: Literal["forward", "backward", "sideways", "crossed"] | None = None
    range_of_motion: Literal["full", "parallel", "half", "lengthened", "shortened"] | None = None
    grip: Literal["back", "front", "goblet", "at-sides", "overhead", "between-legs", "overhand", "mixed"] | None = None
    support: Literal["hands", "band"] | None = None
    sides: Literal["both", "each", "alternating"] | None = None
    emphasis: Part | None = None
    names: tuple[str, ...] = ()


class Exercise(msgspec.Struct, frozen=True):
    """An exercise of the catalogue.

    `moves` are the joints it moves; `loads` says how much it stresses each joint it loads, the trunk
    included. `equipment` lists all that is needed; `optional` adds load, help or balance but can be left
    out: lunges are done with dumbbells or without. `load` says what the logged mass is: the whole bar, one
    dumbbell of a pair, the stack, the plates put on, or what is added to the body. `fails_safely` says
    whether a set can be taken to failure alone without being pinned. `names` are what apps and lifters
    call it.
    """

    id: Identifier
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=80)]
    kind: Literal["strength", "plyometric", "hold", "cardio", "mobility"]
    pattern: Literal[
        "squat",
        "lunge",
        "hinge",
        "bridge",
        "knee-extension",
        "knee-flexion",
        "plantar-flexion",
        "dorsiflexion",
        "hip-abduction",
        "hip-adduction",
        "hip-extension",
        "hip-rotation",
        "hip-flexion",
        "jump",
        "carry",
        "trunk",
        "cycle",
        "walk",
        "stretch",
        "roll",
        "swing",
    ]
    muscles: Muscles
    moves: tuple[Joint, ...]
    loads: dict[Joint, Stress]
    load: Literal["barbell", "dumbbell", "dumbbells", "kettlebell", "stack", "plates", "bodyweight", "band", "none"]
    cues: Annotated[tuple[Sentence, ...], msgspec.Meta(min_length=1)]
    variants: Annotated[tuple[Variant, ...], msgspec.Meta(min_length=1)]
    equipment: tuple[Equipment, ...] = ()
    optional: tuple[Equipment, ...] = ()
    sides: Literal["both", "each", "alternating"] = "both"
    fails_safely: bool = True
    level: Literal["beginner", "intermediate", "advanced"] = "beginner"
    contraindications: tuple[Contraindication, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts its prime muscles are counted in, in the order of the muscles."""
        return _parts(self.muscles.prime)

    @property
    def assisted_parts(self) -> tuple[Part, ...]:
        """The parts that only its helping muscles are counted in."""
        return tuple(part for part in _parts(self.muscles.assist) if part not in self.parts)

    def variant(self, identifier: str) -> Variant:
        """Return a variant by id; raises KeyError."""
        for variant in self.variants:
            if variant.id == identifier:
                return variant
        raise KeyError(f"{self.name} has no variant {identifier!r}")


def _parts(muscles: tuple[MuscleName, ...]) -> tuple[Part, ...]:
    parts = (MUSCLES[muscle].part for muscle in muscles)
    return tuple(dict.fromkeys(part for part in parts if part is not None))
