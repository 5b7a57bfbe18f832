"""A tree of YAML values read into a frozen typed object, guided by the type alone, collecting every error."""

import datetime as dt
import difflib
import re
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from msgspec import inspect

from legday.documents.errors import FieldError, InputError, Problem
from legday.documents.json import Spoken
from legday.documents.nodes import Node, read_node

T = TypeVar("T")

_FAILED: Any = object()  # stands for a value that could not be read; its problem is already noted
_TRUE, _FALSE = ("true", "yes", "on"), ("false", "no", "off")


def read(kind: type[T], text: str, source: str) -> T:
    """Read one YAML document as an object of a type.

    Parameters
    ----------
    kind
        A frozen `msgspec.Struct`. Its fields may be structs, text, numbers, booleans, dates, enums, literals,
        spoken values, tuples, maps and optional forms of these. Where a tuple is expected, a single value will do.
    text
        The document.
    source
        What to call the document in errors, usually its file name.

    Raises
    ------
    InputError
        With every problem in the document, each at its line and column.
    """
    value, problems = _Reader(source).document(kind, text)
    if problems:
        raise InputError(*sorted(problems, key=lambda problem: (problem.line or 0, problem.column or 0)))
    return value


def read_all(kind: type[T], files: Iterable[Path]) -> list[T]:
    """Read many files of one kind, such as a folder of exercises; raises InputError with all their problems."""
    values: list[T] = []
    problems: list[Problem] = []
    for file in files:
        try:
            values.append(read(kind, file.read_text(encoding="utf-8"), str(file)))
        except InputError as error:
            problems += error.problems
    if problems:
        raise InputError(*problems)
    return values


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.problems: list[Problem] = []

    def document(self, kind: type[T], text: str) -> tuple[T, list[Problem]]:
        node = read_node(text, self.source)
        return self.value(_type_info(kind), node, ""), self.problems

    def fail(self, node: Node, field: str, message: str) -> Any:
        self.problems.append(Problem(self.source, node.line, node.column, field, message))
        return _FAILED

    def value(self, kind: inspect.Type, node: Node, field: str) -> Any:
        match kind:
            case inspect.Metadata():
                return self.value(kind.type, node, field)
            case inspect.UnionType():
                return self.union(kind, node, field)
            case inspect.StructType():
                return self.struct(kind, node, field)
            case inspect.VarTupleType():
                return self.sequence(kind, node, field)
            case inspect.DictType():
                return self.mapping(kind, node, field)
        if node.kind != "text":
            return self.fail(node, field, f"expected {_say(kind)}, found a {node.kind}")
        return self.scalar(kind, node, field)

    def union(self, kind: inspect.UnionType, node: Node, field: str) -> Any:
        options = [option for option in kind.types if not isinstance(option, inspect.NoneType)]
        if len(options) < len(kind.types) and node.is_null:
            return None
        if len(options) == 1:
            return self.value(options[0], node, field)
        for option in options:  # the first form that reads without a problem
            trial = _Reader(self.source)
            value = trial.value(option, node, field)
            if not trial.problems:
                return value
            if node.kind != "text" and trial.problems[0].field != field:  # it has this form, but for what is in it
                self.problems += trial.problems
                return _FAILED
        return self.fail(node, field, f"expected {_say(kind)}, found {_show(node)}")

    def struct(self, kind: inspect.StructType, node: Node, field: str) -> Any:
        if node.kind != "map":
            return self.fail(
                node,
                field,
                f"expected fields such as {', '.join(f.name for f in kind.fields[:3])}, found {_show(node)}",
            )
        fields = {f.encode_name: f for f in kind.fields}
        values: dict[str, Any] = {}
        for key, inner in node.items():
            path = f"{field}.{key.text}" if field else key.text
            known = fields.get(key.text)
            if known is None:
                self.fail(key, path, _unknown(key.text, "field", fields))
                continue
            if inner.is_null and not known.required:
                continue
            values[known.name] = self.value(known.type, inner, path)
        missing = [f.encode_name for f in kind.fields if f.required and f.name not in values]
        if missing:
            return self.fail(node, field, f"{' and '.join(missing)} must be given here")
        if any(value is _FAILED for value in values.values()):
            return _FAILED
        try:
            return kind.cls(**values)
        except FieldError as error:
            path = f"{field}.{error.field}" if field else error.field
            return self.fail(_find(node, error.field.split(".")), path, str(error))
        except ValueError as error:
            return self.fail(node, field, str(error))

    def sequence(self, kind: inspect.VarTupleType, node: Node, field: str) -> Any:
        elements = node.elements() if node.kind == "list" else [node]
        values = [self.value(kind.item_type, element, f"{field}[{i}]") for i, element in enumerate(elements, 1)]
        if kind.min_length is not None and len(values) < kind.min_length:
            return self.fail(node, field, f"expected at least {kind.min_length} of these, found {len(values)}")
        if kind.max_length is not None and len(values) > kind.max_length:
            return self.fail(node, field, f"expected at most {kind.max_length} of these, found {len(values)}")
        return _FAILED if any(value is _FAILED for value in values) else tuple(values)

    def mapping(self, kind: inspect.DictType, node: Node, field: str) -> Any:
        if node.kind != "map":
            return self.fail(node, field, f"expected keys with values, found {_show(node)}")
        pairs = list(node.items())
        if kind.min_length is not None and len(pairs) < kind.min_length:
            return self.fail(node, field, f"expected at least {kind.min_length} of these, found {len(pairs)}")
        values = {}
        for key, inner in pairs:
            path = f"{field}.{key.text}"
            name, value = self.value(kind.key_type, key, path), self.value(kind.value_type, inner, path)
            if name in values:  # in other letters, as Monday after monday
                self.fail(key, path, "this key stands here twice; keep one")
            elif name is not _FAILED and value is not _FAILED:
                values[name] = value
        return values if len(values) == len(pairs) else _FAILED

    def scalar(self, kind: inspect.Type, node: Node, field: str) -> Any:
        text = node.text.strip()
        try:
            match kind:
                case inspect.CustomType(cls=cls) if issubclass(cls, Spoken):
                    return cls.parse(text)
                case inspect.EnumType(cls=cls):
                    options = {str(member.value): member for member in cls}
                    return options.get(text.lower()) or self.fail(node, field, _unknown(text, "value", options))
                case inspect.LiteralType(values=values):
                    named = {str(value): value for value in values}
                    return named[text] if text in named else self.fail(node, field, _unknown(text, "value", named))
                case inspect.BoolType() if text.lower() in _TRUE + _FALSE:
                    return text.lower() in _TRUE
                case inspect.IntType() if re.fullmatch(r"[-+]?\d{1,15}", text):
                    return self.bounded(kind, int(text), node, field)
                case inspect.FloatType() if re.fullmatch(r"[-+]?\d{1,15}(\.\d{1,15})?", text):
                    return self.bounded(kind, float(text), node, field)
                case inspect.DateType():
                    return dt.date.fromisoformat(text)
                case inspect.StrType():
                    return self.text(kind, node, field)
        except ValueError as error:
            return self.fail(node, field, _sentence(error, kind, node))
        return self.fail(node, field, f"expected {_say(kind)}, found {_show(node)}")

    def bounded(self, kind: inspect.IntType | inspect.FloatType, number: float, node: Node, field: str) -> Any:
        if kind.ge is not None and number < kind.ge:
            return self.fail(node, field, f"{number:g} is too small; the least is {kind.ge:g}")
        if kind.le is not None and number > kind.le:
            return self.fail(node, field, f"{number:g} is too large; the most is {kind.le:g}")
        return number

    def text(self, kind: inspect.StrType, node: Node, field: str) -> Any:
        if kind.pattern is not None and not re.search(kind.pattern, node.text):
            return self.fail(node, field, f"{_show(node)} does not have the form {kind.pattern}")
        if kind.min_length and len(node.text) < kind.min_length:
            return self.fail(node, field, "this must not be empty")
        if kind.max_length is not None and len(node.text) > kind.max_length:
            return self.fail(node, field, f"this is longer than {kind.max_length} characters; shorten it")
        return node.text


_type_info: Callable[[Any], inspect.Type] = cache(inspect.type_info)  # every file of a kind asks again


def _find(node: Node, path: list[str]) -> Node:
    """The node at a path of keys, or the last one on the way that there is."""
    for key in path:
        node = next((inner for name, inner in node.items() if name.text == key), node) if node.kind == "map" else node
    return node


def _sentence(error: ValueError, kind: inspect.Type, node: Node) -> str:
    return f"expected {_say(kind)}, found {_show(node)}" if isinstance(kind, inspect.DateType) else str(error)


def _show(node: Node) -> str:
    if node.kind != "text":
        return f"a {node.kind}"
    if node.is_null:
        return "nothing"
    return f"{node.text[:40]!r}" + ("…" if len(node.text) > 40 else "")


def _unknown(text: str, what: str, options: Iterable[str]) -> str:
    options = list(options)
    close = difflib.get_close_matches(text.lower(), options, n=1)
    listed = ", ".join(options[:12]) + (", …" if len(options) > 12 else "")
    hint = f"did you mean {close[0]}?" if close else f"choose from {listed}"
    return f"{text[:40]!r} is no {what} here; {hint}"


def _say(kind: inspect.Type) -> str:
    match kind:
        case inspect.Metadata():
            return _say(kind.type)
        case inspect.UnionType():
            return " or ".join(_say(option) for option in kind.types if not isinstance(option, inspect.NoneType))
        case inspect.CustomType(cls=cls) if issubclass(cls, Spoken):
            return cls.describe()
        case inspect.BoolType():
            return "yes or no"
        case inspect.IntType():
            return "a whole number"
        case inspect.FloatType():
            return "a number"
        case inspect.DateType():
            return "a date such as 2026-05-04"
        case inspect.VarTupleType():
            return "a list"
        case inspect.StructType() | inspect.DictType():
            return "fields"
        case inspect.EnumType(cls=cls):
            return "one of " + ", ".join(str(member.value) for member in cls)
        case inspect.LiteralType(values=values):
            return "one of " + ", ".join(str(value) for value in values)
    return "text"
