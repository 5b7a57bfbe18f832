"""Files that people give: opened again and again, refused by their kind and size, and their encoding found out."""

import codecs
import io
import re
from pathlib import Path
from typing import BinaryIO

import msgspec

from legday.documents import InputError

MAX_BYTES = 32 * 1024 * 1024
"""The largest file that is read [bytes]."""

_START_BYTES = 65_536
_CHUNK = 1024 * 1024
_EXPORT = "export a CSV file from the app"
_KINDS_BY_START = (
    (b"PK\x03\x04", "a spreadsheet or a zip archive; unpack it, or save the sheet as CSV"),
    (b"PK\x05\x06", "a zip archive with nothing in it"),
    (b"SQLite format 3", f"a database; {_EXPORT}"),
    (b"%PDF", f"a PDF; {_EXPORT}"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive; unpack it first"),
    (b"Rar!\x1a\x07", "a rar archive; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Excel file; save it as CSV"),
    (b"\x89PNG", f"a picture; {_EXPORT}"),
    (b"\xff\xd8\xff", f"a picture; {_EXPORT}"),
    (b"GIF8", f"a picture; {_EXPORT}"),
    (b"<?xml", f"an XML file; {_EXPORT}"),
    (b"<", "a web page; download the CSV file itself"),
)
_CYRILLIC_LETTERS = rb"\xa8\xb2\xb3\xb8\xba\xbf\xc0-\xff"  # in Windows code page 1251
_LETTER_RUNS = re.compile(rb"[" + _CYRILLIC_LETTERS + rb"]+")


class Source(msgspec.Struct, frozen=True):
    """A file, or its bytes, that can be opened again and again; `name` is what messages call it."""

    name: str
    content: Path | bytes

    def open(self) -> BinaryIO:
        """Open at the start; raises InputError if the file can't be read."""
        if isinstance(self.content, bytes):
            return io.BytesIO(self.content)
        try:
            if not self.content.is_file():
                raise InputError.at(self.name, "there is no such file" if not self.content.exists() else "not a file")
            return self.content.open("rb")
        except OSError as error:
            raise InputError.at(self.name, f"the file can't be read: {error.strerror or error}") from error

    def open_text(self, encoding: str) -> io.TextIOWrapper:
        """Open as text with the line ends as they are; what the encoding can't read becomes U+FFFD."""
        return io.TextIOWrapper(self.open(), encoding=encoding, errors="replace", newline="")


def encoding_of(source: Source) -> str:
    """Find out the encoding; raises InputError if the file is empty, too large, or no text."""
    with source.open() as stream:
        start = stream.read(_START_BYTES)
        if not start:
            raise InputError.at(source.name, "the file is empty")
        for magic, kind in _KINDS_BY_START:
            if start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(magic):
                raise InputError.at(source.name, f"this is {kind}")
        if stream.seek(0, io.SEEK_END) > MAX_BYTES:
            raise InputError.at(source.name, f"the file is larger than {MAX_BYTES // 2**20} MB; split it")
        wide = _wide_encoding(start)
        if wide:
            return wide
        if _looks_binary(start):
            raise InputError.at(source.name, f"this is no text; {_EXPORT}")
        stream.seek(0)
        return _narrow_encoding(stream)


def _narrow_encoding(stream: BinaryIO) -> str:
    """Tell UTF-8 from the code pages of Windows, in which programs of its time still save.

    A few broken letters in UTF-8 are still UTF-8. Cyrillic words are runs of letters beyond ASCII, where such
    letters stand alone in the languages of western Europe.
    """
    decoder = codecs.getincrementaldecoder("utf-8")("strict")
    valid, good, bad, alone, runs = True, 0, 0, 0, 0
    while chunk := stream.read(_CHUNK):
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError:
            valid = False
            decoder.reset()
            text = chunk.decode("utf-8", "replace")
            replaced = text.count("\ufffd")
            bad += replaced
            good += len(text) - len(text.encode("ascii", "ignore")) - replaced
            for run in _LETTER_RUNS.findall(chunk[:_START_BYTES]):
                alone, runs = alone + (len(run) < 3), runs + (len(run) > 2)
    if valid or good > bad:
        return "utf-8-sig"
    return "cp1251" if runs > alone else "cp1252"


def _wide_encoding(start: bytes) -> str:
    if start.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    pairs = len(start) // 2
    if pairs and start[1::2].count(0) > 0.4 * pairs and start[::2].count(0) < 0.1 * pairs:
        return "utf-16-le"
    if pairs and start[::2].count(0) > 0.4 * pairs and start[1::2].count(0) < 0.1 * pairs:
        return "utf-16-be"
    return ""


def _looks_binary(start: bytes) -> bool:
    control = sum(byte < 9 or 13 < byte < 32 for byte in start)
    return control > 0.05 * len(start)
