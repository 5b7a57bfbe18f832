"""Apple Health's export read as a stream: records as they come, in constant memory, safe from entities."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from typing import BinaryIO
from xml.parsers import expat  # nosec B405: entities and document types are refused below

from legday.documents import InputError
from legday.exchange.source import Source

MAX_UNPACKED = 4 * 2**30
"""The most of an export that is read [bytes]; ten years of an athlete with a watch are about a quarter of it."""

_CHUNK = 2**20
_HEAD = 2**20
_ROOT = b"<HealthData"
_ZIP = b"PK\x03\x04"
_BESIDE = ("export_cda.xml",)


@dataclass(slots=True)
class Element:
    """A record or a workout as the file tells it: its attributes, those of what is in it, and the line."""

    name: str
    attributes: dict[str, str]
    line: int
    nested: bool = False
    inside: list[tuple[str, dict[str, str]]] = dataclass_field(default_factory=list)


def is_health_export(source: Source) -> bool:
    """Whether a file is an export of Apple Health, as the archive or the XML file in it."""
    try:
        with _opened(source) as stream:
            return stream is not None and _ROOT in stream.read(_HEAD)
    except InputError:
        return False
    except (zlib.error, OSError, EOFError, zipfile.BadZipFile, RuntimeError):
        return True  # cut off: reading it says so


def each_element(source: Source, take: Callable[[Element], None]) -> None:
    """Go through the records and the workouts of an export, each with what is in it.

    Raises InputError where it is cut off, damaged, larger than `MAX_UNPACKED`, or declares entities.
    """
    handler = _Handler(take)
    try:
        with _opened(source) as stream:
            assert stream is not None  # noqa: S101 - it was recognised
            handler.parser.Parse(_without_document_type(source, stream), False)
            size = 0
            while chunk := stream.read(_CHUNK):
                size += len(chunk)
                if size > MAX_UNPACKED:
                    message = f"the export unpacks to more than {MAX_UNPACKED // 2**30} GB; it is not read"
                    raise InputError.at(source.name, message)
                handler.parser.Parse(chunk, False)
            handler.parser.Parse(b"", True)
    except expat.ExpatError as error:
        message = f"the export is cut off or damaged at line {error.lineno}; export it again"
        raise InputError.at(source.name, message) from None
    except (zlib.error, OSError, EOFError, zipfile.BadZipFile, RuntimeError):
        message = "the archive is cut off, damaged or locked; export it again"
        raise InputError.at(source.name, message) from None


class _Handler:
    def __init__(self, take: Callable[[Element], None]) -> None:
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._take = take
        self._open: Element | None = None
        self._groups = 0

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Correlation":
            self._groups += 1
        elif self._open is not None:
            self._open.inside.append((name, attributes))
        elif name in ("Record", "Workout"):
            self._open = Element(name, attributes, self.parser.CurrentLineNumber, self._groups > 0)

    def _end(self, name: str) -> None:
        if name == "Correlation":
            self._groups -= 1
        elif self._open is not None and name == self._open.name:
            done, self._open = self._open, None
            self._take(done)


@contextmanager
def _opened(source: Source) -> Iterator[BinaryIO | None]:
    """Open the XML of an export, wherever it is; None if it is no archive with one, and no XML."""
    with source.open() as stream:
        start = stream.read(4)
        stream.seek(0)
        if start != _ZIP:
            yield stream if start.lstrip(b"\xef\xbb\xbf").startswith(b"<") else None
            return
        try:
            with zipfile.ZipFile(stream) as archive:
                members = [each for each in archive.infolist() if _is_export(each.filename)]
                if not members:
                    yield None
                    return
                with archive.open(max(members, key=lambda each: each.file_size)) as member:
                    yield member  # type: ignore[misc]
        except (zipfile.BadZipFile, NotImplementedError):  # damaged, or of a version that is not read
            yield None


def _is_export(name: str) -> bool:
    """Whether a file of the archive is the export; its name is in the language of the phone."""
    folder, _, file = name.rpartition("/")
    in_root = folder.count("/") == 0 and "workout" not in folder.lower()
    return in_root and file.lower().endswith(".xml") and file.lower() not in _BESIDE


def _without_document_type(source: Source, stream: BinaryIO) -> bytes:
    """Read the beginning without its document type: Apple's own is faulty at times, and nothing of it is needed."""
    head = stream.read(_HEAD)
    place = head.find(_ROOT)
    if place < 0:
        raise InputError.at(source.name, "this is no export of Apple Health")
    if b"<!ENTITY" in head[:place].upper():
        raise InputError.at(source.name, "the export declares XML entities, which Apple's does not; export it again")
    lines = head[:place].count(b"\n")
    return b'<?xml version="1.0" encoding="UTF-8"?>' + b"\n" * lines + head[place:]
