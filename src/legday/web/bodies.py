"""Bodies of requests: JSON read as what it must be, or refused with the field to mend."""

import re
from typing import TypeVar

import msgspec

from legday.documents import decode
from legday.web.problems import FieldProblem, Refusal

T = TypeVar("T")

_PATH = re.compile(r"(?P<message>.*?)(?: - at `(?P<path>.*)`)?", re.DOTALL)


def read_body(body: bytes, kind: type[T]) -> T:
    """Read a body of JSON; raises Refusal where it is none, or not of the type."""
    try:
        return decode(body, kind)
    except msgspec.ValidationError as error:
        told = told_field(error)
        sentence = f"{told.field}: {told.message}" if told.field else told.message
        raise Refusal(400, sentence, problems=(told,)) from None
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Refusal(400, f"this is no JSON: {error}") from None


def told_field(error: msgspec.ValidationError) -> FieldProblem:
    """Take apart an error such as "Expected `int`, got `str` - at `$.weeks`"."""
    found = _PATH.fullmatch(str(error))
    message, path = (found["message"], found["path"] or "") if found else (str(error), "")
    return FieldProblem(path.removeprefix("$").removeprefix("."), message[:1].lower() + message[1:])
