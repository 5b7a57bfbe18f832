"""FIT: activities as watches record them (Garmin's Flexible and Interoperable Data Transfer protocol)."""

import datetime as dt
import struct
from typing import Any

from legday.documents import InputError
from legday.exchange.recording import Recorder, Recording, recorder_diary

_EPOCH = dt.datetime(1989, 12, 31, tzinfo=dt.UTC)
"""The instant that FIT counts its seconds from."""
_SINCE_POWER_ON = 0x10000000
"""Smaller times count from when the device was switched on, so they tell no date."""
_DAMAGE = (struct.error, ArithmeticError, AssertionError, AttributeError, LookupError, TypeError, ValueError)
"""What the reader of the protocol raises, beside errors of its own, where bytes are not what they should be."""

_QUARTER, _FURTHEST = dt.timedelta(minutes=15), dt.timedelta(hours=14)


def _recognise(content: bytes) -> bool:
    return content[8:12] == b".FIT"


def _read(name: str, content: bytes) -> list[Recording]:
    """Read the sessions of a file: one for a run, several for a triathlon. The watch's own sums are taken."""
    from fitdecode import (  # type: ignore[import-untyped]
        CrcCheck,
        ErrorHandling,
        FitDataMessage,
        FitError,
        FitReader,
    )

    sessions: list[Any] = []
    kinds: set[str] = set()
    offset: dt.timedelta | None = None
    options = {"processor": None, "check_crc": CrcCheck.RAISE, "error_handling": ErrorHandling.IGNORE}
    try:
        with FitReader(content, **options) as frames:
            for frame in frames:
                if not isinstance(frame, FitDataMessage):
                    continue
                if frame.name == "session":
                    sessions.append(frame)
                elif frame.name == "activity":
                    offset = _offset(frame) or offset
                elif frame.name == "file_id":
                    kinds.add(str(_value(frame, "type")))
    except (FitError, *_DAMAGE) as error:
        raise InputError.at(name, "the file is cut off or damaged; copy it from the watch again") from error
    if not sessions:
        kind = " ".join(sorted(kinds)).replace("_", " ")
        about = f"this is a file of {kind}" if kinds and kinds != {"activity"} else "the file has no session in it"
        return [Recording(problem=f"{about}, not a run that was done")]
    return [_recording(session, offset) for session in sessions]


def _recording(session: Any, offset: dt.timedelta | None) -> Recording:
    seconds = _number(session, "total_timer_time")
    rate = _number(session, "avg_heart_rate")
    return Recording(
        sport=str(_value(session, "sport") or ""),
        start=_time(_value(session, "start_time")),
        offset=offset,
        meters=_number(session, "total_distance"),
        seconds=_number(session, "total_elapsed_time") if seconds is None else seconds,
        ascent=_number(session, "total_ascent"),
        heart_rate=None if rate is None else round(rate),
    )


def _value(message: Any, field: str) -> Any:
    return message.get_value(field, fallback=None)


def _number(message: Any, field: str) -> float | None:
    value = _value(message, field)
    return float(value) if isinstance(value, int | float) else None


def _time(value: Any) -> dt.datetime | None:
    if not isinstance(value, int) or value < _SINCE_POWER_ON:
        return None
    return _EPOCH + dt.timedelta(seconds=value)


def _offset(activity: Any) -> dt.timedelta | None:
    """How far local time was ahead of UTC when the activity was saved; None where the file does not say, or can't."""
    utc, there = _value(activity, "timestamp"), _value(activity, "local_timestamp")
    if not isinstance(utc, int) or not isinstance(there, int):
        return None
    offset = round((there - utc) / _QUARTER.total_seconds()) * _QUARTER
    return offset if abs(offset) <= _FURTHEST else None


RECORDER = Recorder("FIT", _recognise, _read)
DIARY = recorder_diary(RECORDER)
