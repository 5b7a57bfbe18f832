"""What changes of things are made of: their base, and amounts, names and notes within bounds."""

import datetime as dt
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import UNSET, UnsetType

from legday.anatomy import Joint, Part
from legday.documents import FieldError

EventId = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
"""A UUIDv7 in lower case (RFC 9562, section 5.7)."""

ThingId = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:-]{0,119}$")]
Name = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Note = Annotated[str, msgspec.Meta(max_length=4000)]
LocalTime = Annotated[dt.datetime, msgspec.Meta(tz=False, extra_json_schema={"format": "local-date-time"})]

MOST = 100_000
"""The largest number of reps, seconds, meters or the like that a change can hold."""


def _in_json(most: int, text: str) -> msgspec.Meta:
    """What the schema says of a decimal: a number, or its text so that no digit is lost."""
    return msgspec.Meta(
        extra_json_schema={"type": ["number", "string"], "minimum": 0, "maximum": most, "pattern": text}
    )


Amount = Annotated[Decimal, _in_json(MOST, r"^[0-9]{1,5}(\.[0-9]{1,9})?$")]
Effort = Annotated[Decimal, _in_json(10, r"^([0-9](\.[0-9]{1,9})?|10)$")]
Hours = Annotated[Decimal, _in_json(24, r"^(1?[0-9](\.[0-9]{1,9})?|2[0-3](\.[0-9]{1,9})?|24)$")]
Grams = Annotated[Decimal, _in_json(5000, r"^([0-9]{1,3}|[0-4][0-9]{3})(\.[0-9]{1,9})?$")]
Length = Annotated[Decimal, _in_json(1_000_000, r"^[0-9]{1,6}(\.[0-9]{1,9})?$")]
Grade = Annotated[int, msgspec.Meta(ge=1, le=5)]


def keys_of(of: type[StrEnum]) -> msgspec.Meta:
    """What the schema says of the keys of a map."""
    return msgspec.Meta(extra_json_schema={"propertyNames": {"enum": list(of)}})


Sorenesses = Annotated[dict[Part, Annotated[int, msgspec.Meta(ge=0, le=3)] | None], keys_of(Part)]
Pains = Annotated[dict[Joint, Annotated[int, msgspec.Meta(ge=0, le=10)] | None], keys_of(Joint)]


class Change(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What all things have: `removed` takes one out of the log, and false or null puts it back."""

    removed: bool | UnsetType | None = UNSET


def bounded(change: msgspec.Struct, *fields: str, most: int = MOST) -> None:
    """Check that amounts lie between 0 and the most; raises FieldError with the field."""
    for field in fields:
        number = getattr(change, field)
        if isinstance(number, Decimal) and (number.is_nan() or not 0 <= number <= most):
            raise FieldError(field, f"this must be between 0 and {most}, not {number}")
