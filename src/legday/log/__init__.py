"""What an athlete did: the events their devices record, and the log they fold into."""

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
    "SessionChange",
    "SetChange",
    "SetKind",
    "SetPart",
    "SetPartChange",
    "Side",
    "Subject",
]
