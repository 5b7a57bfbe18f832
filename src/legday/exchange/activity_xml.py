"""XML of watches and phones read safely: without entities, by local names, damage told in one sentence."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from legday.documents import InputError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element  # nosec B405: only its type

_START_BYTES = 4096


def begins_with(content: bytes, root: str) -> bool:
    """Whether a file is XML whose outermost element is so called, as far as its beginning tells."""
    start = content[:_START_BYTES].replace(b"\0", b"").decode("latin-1").lower()
    return start.lstrip("\xef\xbb\xbf\xff\xfe \t\r\n").startswith("<") and f"<{root.lower()}" in start.replace(":", "<")


def read_xml(name: str, content: bytes) -> "Element":
    """Read an XML file; raises InputError where it is cut off, damaged, or declares entities."""
    from xml.etree.ElementTree import ParseError  # nosec B405: only its error

    from defusedxml import DefusedXmlException  # type: ignore[import-untyped]
    from defusedxml.ElementTree import fromstring  # type: ignore[import-untyped]

    try:
        root: Element = fromstring(content.strip(), forbid_dtd=True)  # some exports have blanks before the declaration
    except DefusedXmlException:
        raise InputError.at(name, "the file declares XML entities, which no recording does; export it again") from None
    except (ParseError, ValueError, LookupError) as error:
        line = getattr(error, "position", (0,))[0]
        where = f" at line {line}" if line else ""
        raise InputError.at(name, f"the file is cut off or damaged{where}; export it again") from None
    return root


def local(element: "Element") -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: "Element", *path: str) -> "Iterator[Element]":
    """Go through the descendants at the end of a path of local names."""
    first, *rest = path
    for child in element:
        if local(child) == first:
            if rest:
                yield from children(child, *rest)
            else:
                yield child


def text(element: "Element", *path: str) -> str:
    """The text of the first descendant at the end of a path of local names; empty without one."""
    found = next(children(element, *path), None)
    return (found.text or "").strip() if found is not None else ""


def number(element: "Element", *path: str) -> float | None:
    """The number in the first descendant at the end of a path; None if there is none, or it is no number."""
    return as_number(text(element, *path))


def as_number(said: str | None) -> float | None:
    """Read a number as XML Schema writes it; None if it is none, or not finite."""
    try:
        value = float(said or "")
    except ValueError:
        return None
    return value if abs(value) < float("inf") else None
