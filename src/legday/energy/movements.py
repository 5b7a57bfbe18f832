"""What moving costs, by kind of movement: METs, how far the load rises, what share of the body rises with it."""

from functools import cache
from pathlib import Path
from typing import Annotated

import msgspec

from legday.documents import read

MOVEMENT_FILE = Path(__file__).parent / "movements.yaml"

Share = Annotated[float, msgspec.Meta(ge=0, le=1)]
Three = Annotated[tuple[float, ...], msgspec.Meta(min_length=3, max_length=3)]


class Source(msgspec.Struct, frozen=True):
    """A study that the estimates rest on: what it is cited for, who, where, and its DOI if it has one."""

    about: str
    cite: str
    doi: str = ""


class Code(msgspec.Struct, frozen=True):
    """A code of the Compendium of Physical Activities, what it is for, and its gross METs."""

    code: str
    met: Annotated[float, msgspec.Meta(ge=1, le=25)]
    what: str


class Effort(msgspec.Struct, frozen=True):
    """How hard a kind of exercise is: the code that fits best, and those a step below and above.

    `steady` codes are of movement without breaks, so they hold for the time of moving alone; the others are of whole
    sessions with their rests.
    """

    low: Code
    best: Code
    high: Code
    steady: bool = False


class Movement(msgspec.Struct, frozen=True, rename={"basis": "from"}):
    """What a kind of movement costs; see the head of the file for each field.

    Shares are of body height (`rise`), body mass (`body`, `usual`) and load (`load`). `rate` is above rest, for each
    kilogram that is held or moved [W/kg]; `power` is at the pedals [W]; `rep` is the time of a rep [s].
    """

    effort: str
    basis: str
    exercises: tuple[str, ...] = ()
    rise: Share = 0.0
    body: Share = 0.0
    load: Share = 1.0
    usual: Annotated[float, msgspec.Meta(ge=0, le=3)] = 0.0
    rate: Three | None = None
    power: Three | None = None
    rep: Annotated[float, msgspec.Meta(gt=0, le=10)] = 3.0

    @property
    def timed(self) -> bool:
        """Whether it costs by the second and not by the rep."""
        return self.rate is not None or self.power is not None


class Movements(msgspec.Struct, frozen=True):
    """All kinds of movement, the efforts they are, and the sources of both. `other` is for what is not known."""

    sources: dict[str, Source]
    efforts: dict[str, Effort]
    movements: dict[str, Movement]
    other: Movement

    def effort_of(self, movement: Movement) -> Effort:
        """Return how hard a kind of movement is."""
        return self.efforts[movement.effort]


@cache
def load_movements() -> Movements:
    """Read what movements cost; raises InputError if the file is wrong."""
    return read(Movements, MOVEMENT_FILE.read_text(encoding="utf-8"), str(MOVEMENT_FILE))


@cache
def _kinds() -> dict[str, tuple[str, Movement]]:
    kinds = load_movements().movements
    return {exercise: (name, kind) for name, kind in kinds.items() for exercise in kind.exercises}


def movement_of(exercise: str | None) -> tuple[str, Movement]:
    """Return the kind of movement that an exercise is, with its name; it is "other" for what the catalogue lacks."""
    return _kinds().get(exercise or "", ("other", load_movements().other))


def energy_sources() -> dict[str, Source]:
    """Return the studies that the estimates of energy rest on, by what the data calls them."""
    return load_movements().sources
