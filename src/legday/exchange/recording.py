"""Activities as watches and phones record them, and what a run among them becomes in the diary."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from legday.documents import InputError
from legday.exchange.diary import DiaryFormat, DiaryReading, DiaryRow, Kept, account
from legday.exchange.source import MAX_BYTES, Source
from legday.log import LoggedRun

SAME_START, SAME_DISTANCE = dt.timedelta(minutes=2), Decimal("0.05")
"""Two recordings are of one run if they begin so near to each other and their distances differ by at most 5 % of the
longer, as those of a watch and a phone do that are started one after the other. Our own convention."""

FASTEST, SLOWEST = 12.0, 0.8
"""Nobody runs 100 m faster, or calls it a run when slower [m/s]. Our own convention."""

LIKELY = (1.5, 6.5)
"""The speeds [m/s] at which an activity that does not say what it is is taken for a run. Our own convention."""

MOST_METERS, MOST_SECONDS = 1_000_000, 100_000
"""The longest run that the log takes [m, s]."""

_RUN = re.compile(r"(^|[^a-z])(trail|virtual|treadmill|track|street|indoor|ultra)?(run|running|jog|jogging)($|[^a-z])")
_START_BYTES = 4096
_TWICE = "a run that is in the file already"
_KNOWN = "runs that are in the log already"
MOST_NAMED = 3
"""How many of the runs that are known already are named."""

_STRAVA_RUN = "9"
"""What Strava wrote as the type of a run in GPX files before it wrote words."""


@dataclass(frozen=True, kw_only=True)
class Recording:
    """An activity as a file tells it.

    `start` is in UTC, and `offset` how far local time was ahead of it, if the file says so. `sport` is the file's own
    word, empty without one. `meters` [m] and `seconds` [s] are those in motion, `heart_rate` is the mean [1/min].
    `problem` says why nothing can be made of it.
    """

    sport: str = ""
    start: dt.datetime | None = None
    offset: dt.timedelta | None = None
    name: str = ""
    meters: float | None = None
    seconds: float | None = None
    ascent: float | None = None
    heart_rate: int | None = None
    problem: str = ""


@dataclass(frozen=True)
class Recorder:
    """A file format of recordings: its name, whether the bytes of a file look like it, and how they are read.

    `read` takes what messages call the file, and its bytes; it raises InputError.
    """

    name: str
    recognise: Callable[[bytes], bool]
    read: Callable[[str, bytes], Sequence[Recording]]


def run_diary(form: str, recordings: Iterable[tuple[str, Recording]], zone: str | None) -> DiaryReading:
    """Make a reading of the runs among recordings, each with what the reasons begin with: the name of its file, if any.

    A run begins in the local time that its file states; else in the athlete's time zone; else in UTC, which is said.

    Parameters
    ----------
    form
        The format, as a person calls it.
    zone
        The athlete's time zone: an IANA name, None where it is not known.
    """
    kept: list[Kept] = []
    runs: list[LoggedRun] = []
    rows: list[DiaryRow] = []
    guessed, in_utc = 0, 0
    for line, (where, recording) in enumerate(recordings, start=1):
        raw = where + _raw(recording)
        problem = recording.problem or _problem(recording)
        if problem or recording.start is None:
            rows.append(DiaryRow(line, "listed", where + problem, raw))
            continue
        run = _run(recording, recording.start, zone)
        if any(is_same_run(run, other) for other in runs):
            rows.append(DiaryRow(line, "other", _TWICE, raw))
            continue
        guessed += not recording.sport
        in_utc += recording.offset is None and zone is None
        runs.append(run)
        kept.append(Kept("run", run.id, _change(run), line))
        rows.append(DiaryRow(line, "kept", "", raw))
    notes = []
    if guessed:
        notes.append(f"{guessed} of them did not say what they were and went at the speed of a run; look at them.")
    if in_utc:
        notes.append(
            f"The files told no local time, so {in_utc} of the runs stand in UTC; put your time_zone in the profile "
            "and import them again."
        )
    return account(form, kept, rows, notes)


def without_known_runs(reading: DiaryReading, runs: Sequence[LoggedRun]) -> DiaryReading:
    """Set those runs of a reading aside that the log has from another source: same start, same distance.

    What the log has under the same id stays, so that a newer export of it can add to it.
    """
    by_line = {}
    for kept in reading.kept:
        run = _of_change(kept) if kept.about == "run" else None
        known = [other for other in runs if run and other.id != run.id and is_same_run(run, other)]
        if known:
            by_line[kept.line] = known[0]
    if not by_line:
        return reading
    said = [f"{run.start:%d %b %Y %H:%M}" for run in by_line.values()]
    more = f" and {len(said) - MOST_NAMED} more" if len(said) > MOST_NAMED else ""
    note = f"{_KNOWN.capitalize()}, from another source: {', '.join(said[:MOST_NAMED])}{more}."
    return account(
        reading.format,
        [kept for kept in reading.kept if kept.line not in by_line],
        [replace(row, became="other", detail=_KNOWN) if row.line in by_line else row for row in reading.source_rows],
        (*reading.notes, note),
    )


def is_same_run(run: LoggedRun, other: LoggedRun) -> bool:
    """Whether two runs are one, recorded twice: same start, and same distance where both tell one."""
    if abs(run.start - other.start) > SAME_START:
        return False
    if run.meters is None or other.meters is None:
        return True
    return abs(run.meters - other.meters) <= SAME_DISTANCE * max(run.meters, other.meters)


def _problem(recording: Recording) -> str:
    """Why a recording is no run to be kept; empty if it is one."""
    meters, seconds = recording.meters or 0.0, recording.seconds or 0.0
    said = f"{meters / 1000:.1f} km in {round(seconds / 60)} min" if meters and seconds else "no distance or time"
    sport = recording.sport.strip()
    if sport and not is_run(sport):
        return f"this is {sport[:40]} ({said}), and only runs are taken in"
    if recording.start is None:
        return "it does not say when it was"
    if not meters or not seconds:
        return "it has no distance or no time in motion"
    if meters > MOST_METERS or seconds > MOST_SECONDS:
        return f"{said} is longer than any run; it was left running, or is damaged"
    speed = meters / seconds
    if not sport and not LIKELY[0] <= speed <= LIKELY[1]:
        return f"it does not say what it is, and {said} is not the speed of a run"
    if not SLOWEST <= speed <= FASTEST:
        return f"{said} is not the speed of a run"
    return ""


def is_run(sport: str) -> bool:
    """Whether the word of a file for a sport means running, on whatever ground."""
    return sport.strip() == _STRAVA_RUN or bool(_RUN.search(sport.lower()))


def _run(recording: Recording, start: dt.datetime, zone: str | None) -> LoggedRun:
    if recording.offset is not None:
        local = start + recording.offset
    else:
        local = start.astimezone(ZoneInfo(zone)) if zone else start
    return LoggedRun(
        id=f"run:{start:%Y%m%dT%H%M%SZ}",
        start=local.replace(tzinfo=None, microsecond=0),
        name=" ".join(recording.name.split())[:200],
        meters=_tenths(recording.meters),
        seconds=_tenths(recording.seconds),
        ascent=_tenths(recording.ascent),
        heart_rate=recording.heart_rate if 20 <= (recording.heart_rate or 0) <= 250 else None,
    )


def _raw(recording: Recording) -> str:
    """What a file told of an activity, in a line of text."""
    told = {field.name: getattr(recording, field.name) for field in fields(recording) if field.name != "problem"}
    return ", ".join(f"{name} {value}" for name, value in told.items() if value not in (None, ""))


def _tenths(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(round(10 * value)) / 10


def _change(run: LoggedRun) -> dict[str, Any]:
    """The change that makes a run, in the words of JSON."""
    told = {
        "start": run.start.isoformat(),
        "name": run.name or None,
        "meters": run.meters and float(run.meters),
        "seconds": run.seconds and float(run.seconds),
        "ascent": None if run.ascent is None else float(run.ascent),
        "heart_rate": run.heart_rate,
    }
    return {name: value for name, value in told.items() if value is not None}


def _of_change(kept: Kept) -> LoggedRun:
    meters = kept.change.get("meters")
    start = dt.datetime.fromisoformat(kept.change["start"])
    return LoggedRun(kept.of, start, meters=None if meters is None else Decimal(str(meters)))


def recorder_diary(recorder: Recorder) -> DiaryFormat:
    """Make a format of diaries of a format of recordings."""

    def recognise(source: Source) -> bool:
        with source.open() as stream:
            return recorder.recognise(stream.read(_START_BYTES))

    def read(source: Source, zone: str | None) -> DiaryReading:
        with source.open() as stream:
            content = stream.read(MAX_BYTES + 1)
        if len(content) > MAX_BYTES:
            raise InputError.at(source.name, f"the file is larger than {MAX_BYTES // 2**20} MB; export it in parts")
        return run_diary(recorder.name, (("", each) for each in recorder.read(source.name, content)), zone)

    return DiaryFormat(recorder.name, recognise, read)
