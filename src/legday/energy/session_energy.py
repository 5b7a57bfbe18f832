"""The energy of a session: that of its exercises, what it rests on, and running and upper-body lifting beside it."""

from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from legday.documents import FieldError
from legday.energy.adults import LIMITS
from legday.energy.bouts import Bout, logged_bouts
from legday.energy.comparison import compare, running_energy, upper_body_energy
from legday.energy.exercise_energy import EnergyRange, ExerciseEnergy, bout_energy, total
from legday.log import LoggedSession
from legday.units import Mass

MinutesFrom = Literal["told", "planned", "estimated"]


class SessionEnergy(msgspec.Struct, frozen=True):
    """The energy of a session [kcal]: its exercises, their sums, and what it rests on.

    `minutes` are those of all exercises with their rests, and `minutes_from` tells what knows them.
    `running` and `upper_body` are what the same minutes of those would cost above rest; `compared` says it in words.
    `notes` say what was assumed.
    """

    body_mass: float
    minutes: float
    minutes_from: MinutesFrom
    exercises: tuple[ExerciseEnergy, ...]
    met: EnergyRange
    work: EnergyRange
    net: EnergyRange
    gross: EnergyRange
    running: EnergyRange
    upper_body: EnergyRange
    compared: str
    notes: tuple[str, ...] = ()


def session_energy(
    session: LoggedSession, body_mass: Mass | float, minutes: float | None = None, height: float | None = None
) -> SessionEnergy:
    """Estimate the energy of a logged session.

    Parameters
    ----------
    session
        The session.
    body_mass
        The athlete's mass, or a number [kg].
    minutes
        How long it took [min], in place of what was logged. Without either, sets and rests tell it.
    height
        The athlete's height [m]; without it that of most adults, with a wider range.

    Raises
    ------
    FieldError
        If the mass is not between 25 and 350 kg, the height not between 1.2 and 2.5 m, or the minutes not above 0.

    References
    ----------
    Those of `load_movements().sources`.
    """
    if minutes is not None and not 0 < minutes <= 1440:
        raise FieldError("minutes", f"these must be above 0 and at most 1440, not {minutes:g}")
    bouts, fits = logged_bouts(session, None if minutes is None else minutes * 60)
    known = bool(session.seconds) if minutes is None else True
    notes = (
        ["The length that was logged does not fit the sets, so it was estimated from them."]
        if known and not fits
        else []
    )
    return bouts_energy(bouts, body_mass, height, minutes_from="told" if fits else "estimated", notes=notes)


def training_energy(
    session: LoggedSession, body_mass: Mass | float, height: float | None = None
) -> tuple[ExerciseEnergy, ...]:
    """Estimate the energy of each exercise of a logged session; `net` is above rest. See `session_energy`."""
    return session_energy(session, body_mass, height=height).exercises


def bouts_energy(
    bouts: Sequence[Bout],
    body_mass: Mass | float,
    height: float | None = None,
    *,
    minutes_from: MinutesFrom,
    notes: Iterable[str] = (),
) -> SessionEnergy:
    """Estimate the energy of what was done, or is planned; see `session_energy`."""
    mass = float(body_mass.kg) if isinstance(body_mass, Mass) else body_mass
    for field, number in (("mass", mass), ("height", height)):
        least, most = LIMITS[field]
        if number is not None and not least <= number <= most:
            raise FieldError(field, f"this must be between {least:g} and {most:g}, not {number:g}")
    exercises = tuple(bout_energy(bout, mass, height) for bout in bouts)
    minutes = sum(each.minutes for each in exercises)
    net = total([each.net for each in exercises])
    running, upper_body = running_energy(mass, minutes), upper_body_energy(exercises, mass)
    return SessionEnergy(
        body_mass=mass,
        minutes=minutes,
        minutes_from=minutes_from,
        exercises=exercises,
        met=total([each.met for each in exercises]),
        work=total([each.work for each in exercises]),
        net=net,
        gross=total([each.gross for each in exercises]),
        running=running,
        upper_body=upper_body,
        compared=compare(net, running, upper_body, minutes),
        notes=(*notes, *_notes(exercises, minutes_from, height)),
    )


def _notes(exercises: Sequence[ExerciseEnergy], minutes_from: MinutesFrom, height: float | None) -> list[str]:
    notes = []
    if minutes_from == "estimated" and exercises:
        notes.append("The minutes are estimated from the sets, with one to three minutes of rest after each.")
    guessed = sum(each.guessed for each in exercises)
    if guessed:
        sets = "1 set has no load" if guessed == 1 else f"{guessed} sets have no load"
        notes.append(f"{sets}, so light and heavy ones are in the range.")
    if any(each.movement == "other" for each in exercises):
        notes.append("Exercises that the catalogue does not know are taken for presses and rows.")
    if height is None and exercises:
        notes.append("Your height is not known; that of most adults is in the range.")
    return notes
