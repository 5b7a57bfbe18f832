"""Checks events before they are kept: a change that can't be folded is refused with the field to mend."""

import datetime as dt
import re

import msgspec

from legday.documents import FieldError, InputError, Spoken
from legday.log.clock import LAST_MS, event_ms
from legday.log.events import CHANGES, DATED, Event

_PATH = re.compile(r"^(?P<message>.*?)(?: - at (?:`key` in )?`\$\.?(?P<path>.*)`)?$", re.DOTALL)
_UNKNOWN = re.compile(r"Object contains unknown field `(?P<field>.*)`", re.DOTALL)


def check_event(event: Event) -> None:
    """Check that the change of an event is one that its subject can have.

    Raises
    ------
    InputError
        It is not; the error's field is such as `change.reps`.
    """
    if event_ms(event.id) > LAST_MS:
        raise InputError.at("", "the time in this id is after the year 9999", field="id")
    start = DATED.get(event.about)
    if start is not None and not _is_dated(event.of, start):
        message = f"the id of a {event.about} is such as {start}2026-11-23, not {event.of!r}"
        raise InputError.at("", message, field="of")
    try:
        msgspec.convert(event.change, CHANGES[event.about], dec_hook=_from_text)
    except msgspec.ValidationError as error:
        raise _input_error(error, event) from None


def _is_dated(of: str, start: str) -> bool:
    try:
        return of == f"{start}{dt.date.fromisoformat(of.removeprefix(start)).isoformat()}"
    except ValueError:
        return False


def _from_text(kind: type[object], value: object) -> object:
    if isinstance(value, str) and issubclass(kind, Spoken):
        return kind.parse(value)
    says = kind.describe() if issubclass(kind, Spoken) else kind.__name__
    raise ValueError(f"expected {says}, found {value!r}")


def _input_error(error: msgspec.ValidationError, event: Event) -> InputError:
    found = _PATH.match(str(error))
    message, path = (found["message"], found["path"] or "") if found else (str(error), "")
    if isinstance(error.__cause__, FieldError):
        path = f"{path}.{error.__cause__.field}" if path else error.__cause__.field
    if unknown := _UNKNOWN.match(message):
        path = f"{path}.{unknown['field']}" if path else unknown["field"]
        message = f"{'an' if event.about == 'exercise' else 'a'} {event.about} has no such field"
    if message.startswith("Invalid RFC3339"):
        message = "expected a time with seconds such as 2026-11-23T18:30:00"
    sentence = message[:1].lower() + message[1:]
    return InputError.at("", sentence, field=f"change.{path}" if path else "change")
