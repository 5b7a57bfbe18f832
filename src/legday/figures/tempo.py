"""When in a rep a figure is where: the phases of a tempo, and the share of a rep at which each pose is passed."""

import math
import re
from dataclasses import dataclass

from legday.documents import InputError
from legday.notation import Tempo, parse_scheme

_CALM = (2.0, 0.3, 1.4, 0.6)  # eccentric, stretched, concentric, shortened, where nothing is said [s]; convention
_JUMP = (0.7, 0.05, 0.25, 0.35)
_FAST = 0.5  # as fast as possible [s]; convention
_LEAST = 0.25  # what moves takes at least so long [s]
GRAVITY = 9.81  # [m/s²]


def read_tempo(text: str) -> Tempo:
    """Read a tempo such as `3-1-x-0`: lowering, stretched, lifting, shortened [s]; x is as fast as possible.

    Raises
    ------
    InputError
        If the text is none.
    """
    if not re.fullmatch(r"\d{1,2}-\d{1,2}-(\d{1,2}|[xX])-\d{1,2}", text.strip()):
        raise InputError.at("tempo", f"{text!r} should be four phases such as 3-1-x-0, at most 60 s each")
    try:
        read = parse_scheme(f"1 x 1 tempo {text.strip().lower()}").tempo
    except ValueError:
        raise InputError.at("tempo", f"{text!r} should be four phases such as 3-1-x-0, at most 60 s each") from None
    assert read is not None  # noqa: S101 - the line has a tempo
    return read


@dataclass(frozen=True)
class Timing:
    """How long a rep takes [s]: the way to where it turns, the pause there, the way back, a flight, a rest, in turn."""

    there: float
    turn: float
    back: float
    flight: float
    rest: float

    @property
    def seconds(self) -> float:
        """The whole rep [s]."""
        return self.there + self.turn + self.back + self.flight + self.rest

    def passed(self, part: float) -> tuple[float, float]:
        """Return the shares of the rep (0 to 1) at which a part of the range is passed, there and back.

        Speed rises and falls like half a wave, as lifters move.
        """
        eased = math.acos(1 - 2 * part) / math.pi
        landed = self.there + self.turn + self.back
        return self.there * eased / self.seconds, (landed - self.back * eased) / self.seconds

    @property
    def air(self) -> tuple[float, float]:
        """The shares of the rep between which a jump is in the air."""
        landed = self.there + self.turn + self.back
        return landed / self.seconds, (landed + self.flight) / self.seconds


def timing(tempo: Tempo | None, *, lowers_first: bool, hop: float) -> Timing:
    """Return when a rep is where; a jump of `hop` [m] flies after it has been pushed off."""
    calm = _JUMP if hop else _CALM
    down, stretched, up, shortened = calm if tempo is None else (
        tempo.eccentric, tempo.stretched, _FAST if tempo.concentric is None else tempo.concentric, tempo.shortened,
    )  # fmt: skip
    down, up = max(float(down), _LEAST), max(float(up), _LEAST)
    flight = 2 * math.sqrt(2 * hop / GRAVITY)
    if lowers_first:
        return Timing(down, stretched, up, flight, shortened)
    return Timing(up, shortened, down, flight, stretched)
