"""The protocol: top sets of leg exercises from the sixth session of an exercise on, with all that came before them."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from legday.documents import InputError
from legday.exchange import read_log, settle_names
from legday.log import Log
from legday.progress.forecast import TopSet, top_set

SESSIONS_BEFORE = 5
ENDINGS = (".csv", ".txt", ".json", ".tsv")


@dataclass(frozen=True)
class Case:
    """A top set to be foretold, and what is known before its session."""

    athlete: str
    exercise: str
    start: dt.datetime
    kg: float
    reps: float
    history: tuple[TopSet, ...]


def read_logs(folder: Path) -> dict[str, Log]:
    """Read every export of a folder as the log of one athlete; raises InputError if there is none."""
    logs = {}
    for file in sorted(folder.rglob("*")):
        if file.suffix.lower() in ENDINGS:
            try:
                log = read_log(file, file.name).log
            except InputError:
                continue  # something else that lies there
            logs[file.stem] = settle_names(log, {})[0]
    if not logs:
        raise InputError.at(str(folder), "there is no log here; give a folder of exports with LOGS=folder")
    return logs


def cases_of(logs: Mapping[str, Log]) -> tuple[Case, ...]:
    """Return all cases of all athletes."""
    return tuple(case for athlete, log in logs.items() for case in _cases(athlete, log))


def _cases(athlete: str, log: Log) -> Iterator[Case]:
    history: dict[str, list[TopSet]] = {}
    for session in log.sessions:
        found = {exercise: top_set(session.start, sets) for exercise, sets in session.by_exercise.items()}
        tops = {exercise: top for exercise, top in found.items() if top is not None}
        for exercise, top in tops.items():
            known = history.setdefault(exercise, [])
            if len(known) >= SESSIONS_BEFORE:
                yield Case(athlete, exercise, session.start, top.kg, top.reps, tuple(known))
        for exercise, top in tops.items():
            history[exercise].append(top)
