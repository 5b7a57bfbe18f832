"""YAML text as a tree of values that know their line and column; tags, anchors and aliases are refused."""

from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from legday.documents.errors import InputError

MAX_CHARACTERS = 1_000_000
MAX_DEPTH = 40

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Node:
    """A value in a document: text, a list of nodes, or a list of key and value nodes; lines count from 1."""

    value: "str | list[Node] | list[tuple[Node, Node]]"
    kind: str  # "text", "list" or "map"
    line: int
    column: int
    quoted: bool = False

    @property
    def text(self) -> str:
        """The text of a text node, else an empty string."""
        return self.value if isinstance(self.value, str) else ""

    @property
    def is_null(self) -> bool:
        """Whether nothing was written here."""
        return self.kind == "text" and not self.quoted and self.text in ("", "~", "null")

    def items(self) -> "Iterator[tuple[Node, Node]]":
        """Go through the keys and values of a map node."""
        for pair in self.value:
            if isinstance(pair, tuple):
                yield pair

    def elements(self) -> "list[Node]":
        """List what a list node holds."""
        return [element for element in self.value if isinstance(element, Node)]


def read_node(text: str, source: str) -> Node:
    """Read one YAML document into a tree.

    Raises
    ------
    InputError
        If the text is no YAML, is too long or too deep, holds more than one document, repeats a key,
        or uses a tag, an anchor or an alias.
    """
    if len(text) > MAX_CHARACTERS:
        raise InputError.at(source, f"this file has {len(text):,} characters; legday reads at most {MAX_CHARACTERS:,}")
    try:
        events = [
            event
            for event in yaml.parse(text, Loader=_Loader)
            if not isinstance(event, (yaml.StreamStartEvent, yaml.StreamEndEvent))
        ]
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise InputError.at(
            source,
            f"this is not valid YAML: {error.problem or error.context}",
            line=mark.line + 1 if mark else None,
            column=mark.column + 1 if mark else None,
        ) from None
    except (yaml.YAMLError, ValueError) as error:  # a control character, or a broken escape
        raise InputError.at(source, f"this is not valid YAML: {str(error).splitlines()[0]}") from None
    documents = sum(isinstance(event, yaml.DocumentStartEvent) for event in events)
    if documents == 0:
        return Node("", "text", 1, 1)
    if documents > 1:
        raise InputError.at(source, "this file holds more than one YAML document; keep one in each file")
    return _build(iter(events[1:]), source, 0)


def _build(events: "Iterator[yaml.Event]", source: str, depth: int) -> Node:
    event = next(events)
    return _build_from(event, events, source, depth)


def _build_from(event: "yaml.Event", events: "Iterator[yaml.Event]", source: str, depth: int) -> Node:
    mark = event.start_mark
    assert mark is not None  # noqa: S101 - every event of a text has one
    line, column = mark.line + 1, mark.column + 1

    def refuse(message: str) -> InputError:
        return InputError.at(source, message, line=line, column=column)

    if depth > MAX_DEPTH:
        raise refuse(f"this is nested more than {MAX_DEPTH} deep; make it flatter")
    if isinstance(event, yaml.AliasEvent):
        raise refuse(f"the alias *{event.anchor} is not allowed here; write the value out")
    anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
    if anchor:
        raise refuse(f"the anchor &{anchor} is not allowed here; leave it out")
    if tag not in (None, "!"):
        raise refuse(f"the tag {tag} is not allowed here; write a plain value")
    if isinstance(event, yaml.ScalarEvent):
        return Node(event.value, "text", line, column, quoted=event.style in ("'", '"'))
    if isinstance(event, yaml.SequenceStartEvent):
        elements: list[Node] = []
        while not isinstance(inner := next(events), yaml.SequenceEndEvent):
            elements.append(_build_from(inner, events, source, depth + 1))
        return Node(elements, "list", line, column)
    pairs: list[tuple[Node, Node]] = []
    seen: set[str] = set()
    while not isinstance(inner := next(events), yaml.MappingEndEvent):
        key = _build_from(inner, events, source, depth + 1)
        if key.kind != "text":
            raise InputError.at(source, "a key must be plain text", line=key.line, column=key.column)
        if key.text in seen:
            raise InputError.at(
                source,
                "this key stands here twice; keep one",
                line=key.line,
                column=key.column,
                field=key.text,
            )
        seen.add(key.text)
        pairs.append((key, _build(events, source, depth + 1)))
    return Node(pairs, "map", line, column)
