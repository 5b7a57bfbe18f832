"""Parts, muscles and joints of the lower body.

Which joints a muscle crosses follows Gray's Anatomy (Standring, 42nd ed., 2020, chapters 77-79); which part a
muscle belongs to follows how lifters speak of the four parts: adductors, deep rotators and trunk support
the parts but are counted as none of them, and tibialis anterior is no calf muscle.
"""

from enum import StrEnum

import msgspec


class Part(StrEnum):
    """One of the four parts that a week of leg training is counted by."""

    GLUTES = "glutes"
    QUADS = "quads"
    HAMS = "hams"
    CALVES = "calves"


class Joint(StrEnum):
    """A joint, or the trunk taken as one."""

    TRUNK = "trunk"
    HIP = "hip"
    KNEE = "knee"
    ANKLE = "ankle"


class MuscleName(StrEnum):
    """A muscle, a head of one, or a group that is trained as one."""

    GLUTEUS_MAXIMUS = "gluteus-maximus"
    GLUTEUS_MEDIUS = "gluteus-medius"
    GLUTEUS_MINIMUS = "gluteus-minimus"
    RECTUS_FEMORIS = "rectus-femoris"
    VASTUS_LATERALIS = "vastus-lateralis"
    VASTUS_MEDIALIS = "vastus-medialis"
    VASTUS_INTERMEDIUS = "vastus-intermedius"
    BICEPS_FEMORIS_LONG_HEAD = "biceps-femoris-long-head"
    BICEPS_FEMORIS_SHORT_HEAD = "biceps-femoris-short-head"
    SEMITENDINOSUS = "semitendinosus"
    SEMIMEMBRANOSUS = "semimembranosus"
    GASTROCNEMIUS = "gastrocnemius"
    SOLEUS = "soleus"
    TIBIALIS_ANTERIOR = "tibialis-anterior"
    ADDUCTORS = "adductors"
    DEEP_HIP_ROTATORS = "deep-hip-rotators"
    HIP_FLEXORS = "hip-flexors"
    TRUNK = "trunk"


class Muscle(msgspec.Struct, frozen=True):
    """A muscle: what it is called, the part it is counted in (if any), the joints it crosses, what it does."""

    id: MuscleName
    name: str
    part: Part | None
    joints: tuple[Joint, ...]
    action: str


_HIP, _KNEE, _ANKLE = Joint.HIP, Joint.KNEE, Joint.ANKLE
_NAMES = MuscleName

MUSCLES: dict[MuscleName, Muscle] = {
    muscle.id: muscle
    for muscle in (
        Muscle(_NAMES.GLUTEUS_MAXIMUS, "gluteus maximus", Part.GLUTES, (_HIP,), "extends and turns out the hip"),
        Muscle(
            _NAMES.GLUTEUS_MEDIUS,
            "gluteus medius",
            Part.GLUTES,
            (_HIP,),
            "abducts the hip, levels the pelvis",
        ),
        Muscle(_NAMES.GLUTEUS_MINIMUS, "gluteus minimus", Part.GLUTES, (_HIP,), "abducts and turns in the hip"),
        Muscle(
            _NAMES.RECTUS_FEMORIS,
            "rectus femoris",
            Part.QUADS,
            (_HIP, _KNEE),
            "extends the knee, flexes the hip",
        ),
        Muscle(_NAMES.VASTUS_LATERALIS, "vastus lateralis", Part.QUADS, (_KNEE,), "extends the knee"),
        Muscle(_NAMES.VASTUS_MEDIALIS, "vastus medialis", Part.QUADS, (_KNEE,), "extends the knee"),
        Muscle(_NAMES.VASTUS_INTERMEDIUS, "vastus intermedius", Part.QUADS, (_KNEE,), "extends the knee"),
        Muscle(
            _NAMES.BICEPS_FEMORIS_LONG_HEAD,
            "biceps femoris, long head",
            Part.HAMS,
            (_HIP, _KNEE),
            "flexes the knee, extends the hip",
        ),
        Muscle(
            _NAMES.BICEPS_FEMORIS_SHORT_HEAD,
            "biceps femoris, short head",
            Part.HAMS,
            (_KNEE,),
            "flexes the knee",
        ),
        Muscle(
            _NAMES.SEMITENDINOSUS,
            "semitendinosus",
            Part.HAMS,
            (_HIP, _KNEE),
            "flexes the knee, extends the hip",
        ),
        Muscle(
            _NAMES.SEMIMEMBRANOSUS,
            "semimembranosus",
            Part.HAMS,
            (_HIP, _KNEE),
            "flexes the knee, extends the hip",
        ),
        Muscle(
            _NAMES.GASTROCNEMIUS,
            "gastrocnemius",
            Part.CALVES,
            (_KNEE, _ANKLE),
            "points the foot, flexes the knee",
        ),
        Muscle(_NAMES.SOLEUS, "soleus", Part.CALVES, (_ANKLE,), "points the foot"),
        Muscle(_NAMES.TIBIALIS_ANTERIOR, "tibialis anterior", None, (_ANKLE,), "lifts the foot"),
        Muscle(_NAMES.ADDUCTORS, "adductors", None, (_HIP,), "adduct the hip, extend it from deep flexion"),
        Muscle(_NAMES.DEEP_HIP_ROTATORS, "deep hip rotators", None, (_HIP,), "turn out and steady the hip"),
        Muscle(_NAMES.HIP_FLEXORS, "hip flexors", None, (Joint.TRUNK, _HIP), "flex the hip"),
        Muscle(_NAMES.TRUNK, "trunk", None, (Joint.TRUNK,), "steadies the spine and pelvis"),
    )
}


def muscles_of(part: Part) -> tuple[Muscle, ...]:
    """List the muscles that are counted in a part."""
    return tuple(muscle for muscle in MUSCLES.values() if muscle.part is part)
