"""Why an exercise may have stopped progressing, from the log, and what the next plan does about it (METHODS M5).

Every reason is a comparison with a stated bound. They are offered, not proven: the first of them decides the answer.
"""

import datetime as dt
from collections.abc import Sequence
from statistics import fmean, median
from typing import Literal

import msgspec

from legday.anatomy import Part
from legday.catalogue import load_catalogue
from legday.log import Log, LoggedSession
from legday.progress.answer import Answer, AnswerKind
from legday.progress.measures import measure_series
from legday.progress.plateau import Plateau
from legday.progress.volume import weekly_hard_sets

OUR_OWN = "our own convention"
KASSIANO = "Kassiano et al. 2022, J Strength Cond Res 36:1753, doi:10.1519/JSC.0000000000004258"
CRAVEN = "Craven et al. 2022, Sports Med 52:2669, doi:10.1007/s40279-022-01706-y"
MURPHY = "Murphy & Koehler 2022, Scand J Med Sci Sports 32:125, doi:10.1111/sms.14075"
SCHOENFELD = "Schoenfeld et al. 2017, J Sports Sci 35:1073, doi:10.1080/02640414.2016.1210197"

VOLUME_WEEKS = 4
"""Weeks whose mean of hard sets is held against the band."""

EASY_RESERVE = 4
"""From so many reps in reserve on, in the middle, sets are far from failure; our own convention."""

SHORT_SLEEP, LEAST_NIGHTS = 6.0, 5
"""Mean sleep [h] up to which strength suffers, and the nights that it takes to say so. Craven et al. 2022 call up to
6 h sleep loss: legs were 3.4 % weaker after it."""

LOSING_SHARE, LEAST_WEIGHINGS, LOSING_DAYS = 0.005, 3, 14
"""Body mass falls if it loses this share a week, over at least so many weighings and days; our own convention. For
75 kg that is about 400 kcal a day; 500 kcal a day stopped gains of muscle, not of strength (Murphy & Koehler 2022)."""

SAME_WEEKS = 8
"""Weeks of the same exercise, done the same way for about the same reps, that count as monotony; our own convention."""
_SAME_REPS = 2.0  # the middle of a session's reps moves by no more than that

ReasonKind = Literal["too-much-volume", "short-sleep", "energy-deficit", "too-little-volume", "too-easy", "monotony"]


class Reason(msgspec.Struct, frozen=True):
    """A reason that the log offers for a plateau, in a sentence with its numbers, and where its bound comes from."""

    kind: ReasonKind
    sentence: str
    source: str


class AnsweredPlateau(msgspec.Struct, frozen=True):
    """A plateau with the reasons that the log offers, and the one answer that is planned."""

    plateau: Plateau
    reasons: tuple[Reason, ...]
    answer: Answer


_ANSWERS: dict[ReasonKind, tuple[AnswerKind, str, str]] = {
    "too-much-volume": ("fewer-sets", "a third fewer sets for {part}", OUR_OWN),
    "short-sleep": ("fewer-sets", "a third fewer sets for {part} until you sleep more", OUR_OWN),
    "energy-deficit": (
        "fewer-sets",
        "a third fewer sets for {part}, at the same loads, so that strength is held while you lose mass",
        OUR_OWN,
    ),
    "too-little-volume": ("more-sets", "all of the method's sets for {part} from the first week on", SCHOENFELD),
    "too-easy": ("closer-to-failure", "sets that end with 1-2 reps in reserve", OUR_OWN),
    "monotony": ("other-variant", "another exercise for the same part, or another way of doing it", KASSIANO),
}


def answer_plateau(log: Log, plateau: Plateau, band: tuple[int, int], today: dt.date) -> AnsweredPlateau:
    """Offer the reasons for a plateau, and choose the answer.

    Parameters
    ----------
    band
        The least and the most hard sets a week for a part, by the athlete's level.
    """
    reasons = tuple(
        Reason(kind, sentence, source)
        for kind, sentence, source in (
            *_volume(log, plateau.part, band, today),
            *_sleep(log, plateau.since, today),
            *_energy(log, plateau.since, today),
            *_effort(log, plateau, today),
            *_monotony(log, plateau, today),
        )
    )
    order: tuple[ReasonKind, ...] = tuple(_ANSWERS)
    first = min(reasons, key=lambda reason: order.index(reason.kind), default=None)
    kind, what, source = _ANSWERS[first.kind if first else "monotony"]
    does = f"The next plan answers with {what.format(part=plateau.part or 'it')}."
    variants = {exercise: _last_variant(log, exercise) for exercise in plateau.exercises}
    return AnsweredPlateau(plateau, reasons, Answer(kind, plateau.part, told(plateau), does, source, variants))


def told(plateau: Plateau) -> str:
    """Say a plateau in a sentence."""
    names = [name_of(exercise) for exercise in plateau.exercises]
    listed = " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))
    verb = "has" if len(names) == 1 else "have"
    return f"{listed[:1].upper()}{listed[1:]} {verb} stopped getting stronger since about {plateau.since.isoformat()}."


def name_of(exercise: str) -> str:
    """The name of an exercise in the catalogue, in lower case; for one of the athlete's own its id."""
    known = load_catalogue().exercises.get(exercise)
    return known.name.lower() if known else exercise


_Found = Sequence[tuple[ReasonKind, str, str]]


def _volume(log: Log, part: Part | None, band: tuple[int, int], today: dt.date) -> _Found:
    if part is None:
        return ()
    until = today - dt.timedelta(days=today.weekday() + 1)  # the last week that is over
    weeks = weekly_hard_sets(log, until - dt.timedelta(days=7 * VOLUME_WEEKS - 1), until)
    mean = fmean(week.hard_sets[part] for week in weeks)
    told = f"You did {mean:.1f} hard sets a week for {part} in the last {VOLUME_WEEKS} weeks"
    if mean < band[0]:
        return (("too-little-volume", f"{told}; {band[0]} are the least for your level.", SCHOENFELD),)
    if mean > band[1]:
        return (("too-much-volume", f"{told}; {band[1]} are the most for your level.", OUR_OWN),)
    return ()


def _sleep(log: Log, since: dt.date, today: dt.date) -> _Found:
    nights = [float(each.sleep) for each in log.check_ins if each.sleep is not None and since <= each.date <= today]
    if len(nights) < LEAST_NIGHTS or fmean(nights) > SHORT_SLEEP:
        return ()
    sentence = f"You slept {fmean(nights):.1f} h a night since then; legs are weaker after {SHORT_SLEEP:g} h or less."
    return (("short-sleep", sentence, CRAVEN),)


def _energy(log: Log, since: dt.date, today: dt.date) -> _Found:
    from_day = since - dt.timedelta(days=LOSING_DAYS)
    for series in measure_series(log):
        points = [point for point in series.points if from_day <= point.date <= today]
        if series.kind != "body-mass" or len(points) < LEAST_WEIGHINGS:
            continue
        days = (points[-1].date - points[0].date).days
        if days < LOSING_DAYS:
            continue
        share = (1 - points[-1].value / points[0].value) / days * 7
        if share >= LOSING_SHARE:
            sentence = (
                f"Your body mass falls by {share:.1%} a week: you eat less than you use. Strength can be held on that; "
                "gains are not to be expected."
            )
            return (("energy-deficit", sentence, MURPHY),)
    return ()


def _effort(log: Log, plateau: Plateau, today: dt.date) -> _Found:
    reserves = [
        10 - float(done.rpe)
        for exercise in plateau.exercises
        for session in _since(log, exercise, plateau.since, today)
        for done in session.sets
        if done.rpe is not None and done.kind != "warm-up"
    ]
    if len(reserves) < 3 or median(reserves) < EASY_RESERVE:
        return ()
    sentence = f"Your sets ended with about {median(reserves):g} reps in reserve, far from failure."
    return (("too-easy", sentence, OUR_OWN),)


def _monotony(log: Log, plateau: Plateau, today: dt.date) -> _Found:
    for exercise in plateau.exercises:
        sessions = _since(log, exercise, today - dt.timedelta(weeks=SAME_WEEKS), today)
        reps = [
            median(float(done.reps) for done in session.sets if done.reps)
            for session in sessions
            if any(done.reps for done in session.sets)
        ]
        variants = {done.variant for session in sessions for done in session.sets}
        weeks = {(session.start.date() - today).days // 7 for session in sessions}
        alike = len(variants) == 1 and reps and max(reps) - min(reps) <= 2 * _SAME_REPS
        if alike and len(weeks) >= SAME_WEEKS - 1:
            sentence = f"You have done {name_of(exercise)} the same way for {SAME_WEEKS} weeks."
            return (("monotony", sentence, KASSIANO),)
    return ()


def _since(log: Log, exercise: str, since: dt.date, today: dt.date) -> list[LoggedSession]:
    return [each for each in log.by_exercise.get(exercise, ()) if since <= each.start.date() <= today]


def _last_variant(log: Log, exercise: str) -> str | None:
    sessions = log.by_exercise.get(exercise, ())
    return next((done.variant for session in reversed(sessions) for done in session.sets if done.variant), None)
