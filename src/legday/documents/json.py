"""Typed objects as JSON and as JSON Schema; values with a spoken form (`85 kg`) travel as that text."""

from typing import Any, Protocol, Self, TypeVar, runtime_checkable

import msgspec

T = TypeVar("T")


@runtime_checkable
class Spoken(Protocol):
    """A value that people write as one short text, such as `85 kg` or `4 x 8-10`."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text; raises ValueError with a sentence that says what was expected."""

    @classmethod
    def describe(cls) -> str:
        """Say in a few words what the text looks like."""


def _to_text(value: object) -> str:
    if isinstance(value, Spoken):
        return str(value)
    raise NotImplementedError(f"{type(value).__name__} has no JSON form")


def _from_text(kind: type[Any], value: object) -> object:
    if isinstance(kind, type) and issubclass(kind, Spoken):
        if isinstance(value, str):
            return kind.parse(value)
        raise ValueError(f"expected {kind.describe()}, found {value!r}")
    raise NotImplementedError(f"{kind} has no JSON form")


def _schema_of(kind: type[Any]) -> dict[str, Any]:
    if issubclass(kind, Spoken):
        return {"type": "string", "description": kind.describe()}
    raise NotImplementedError(f"{kind} has no JSON form")


def encode(value: object, *, indent: int = 0) -> bytes:
    """Encode a typed object as JSON, with keys in the order of their fields."""
    raw = msgspec.json.encode(value, enc_hook=_to_text)
    return msgspec.json.format(raw, indent=indent) if indent else raw


def decode(data: bytes | str, kind: type[T]) -> T:
    """Decode and validate JSON that legday wrote itself; raises msgspec.ValidationError or DecodeError."""
    return msgspec.json.decode(data, type=kind, dec_hook=_from_text)


def json_schema(kind: type[Any]) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a type."""
    schema = msgspec.json.schema(kind, schema_hook=_schema_of)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
