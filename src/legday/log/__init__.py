"""What an athlete did: the events their devices record, and the log they fold into."""

from legday.log.check import check_event
from legday.log.clock import LAST_MS, event_ms, next_event_id
from legday.log.events import (
    CHANGES,
    Event,
    ExerciseChange,
    MeasureChange,
    SessionChange,
    SetChange,
    SetPartChange,
    Subject,
)
from legday.log.fold import Record, fold, fold_texts, imported_session_id, merge_events, merge_patch
from legday.log.model import (
    Log,
    LoggedSession,
    LoggedSet,
    Measure,
    MeasureKind,
    OwnExercise,
    PartKind,
    SetKind,
    SetPart,
    Side,
)

__all__ = [
    "CHANGES",
    "LAST_MS",
    "Event",
    "ExerciseChange",
    "Log",
    "LoggedSession",
    "LoggedSet",
    "Measure",
    "MeasureChange",
    "MeasureKind",
    "OwnExercise",
    "PartKind",
    "Record",
    "SessionChange",
    "SetChange",
    "SetKind",
    "SetPart",
    "SetPartChange",
    "Side",
    "Subject",
    "check_event",
    "event_ms",
    "fold",
    "fold_texts",
    "imported_session_id",
    "merge_events",
    "merge_patch",
    "next_event_id",
]
