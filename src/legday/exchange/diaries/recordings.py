"""Archives of recordings: a file packed with gzip, and the zip files in which apps export everything."""

import gzip
import io
import zipfile
import zlib
from collections.abc import Iterator

from legday.documents import InputError
from legday.exchange.diaries import fit, gpx, tcx
from legday.exchange.diary import DiaryFormat, DiaryReading
from legday.exchange.recording import Recorder, Recording, run_diary
from legday.exchange.source import MAX_BYTES, Source

MOST_FILES = 20_000
"""The most files of an archive that are looked at."""

_RECORDERS: tuple[Recorder, ...] = (fit.RECORDER, tcx.RECORDER, gpx.RECORDER)
_ENDINGS = (".fit", ".tcx", ".gpx")
_GZIP, _ZIP = b"\x1f\x8b", b"PK\x03\x04"
_TOO_LARGE = f"the file in it is larger than {MAX_BYTES // 2**20} MB"


def _recognise(source: Source) -> bool:
    with source.open() as stream:
        start = stream.read(4)
    if start.startswith(_GZIP):
        return bool(_unpacked_start(source))
    if start != _ZIP:
        return False
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            return any(_is_recording(name) or name.lower().endswith(".zip") for name in archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return True  # cut off: reading it says so


def _unpacked_start(source: Source) -> bool:
    try:
        with source.open() as stream, gzip.GzipFile(fileobj=stream) as unpacked:
            start = unpacked.read(4096)
    except (OSError, EOFError, zlib.error):
        return True  # cut off: reading it says so
    return any(recorder.recognise(start) for recorder in _RECORDERS)


def _is_recording(name: str) -> bool:
    return name.lower().removesuffix(".gz").endswith(_ENDINGS)


def _read(source: Source, zone: str | None) -> DiaryReading:
    with source.open() as stream:
        content = stream.read(4)
    if content.startswith(_GZIP):
        with source.open() as stream:
            packed = _ungzipped(source.name, stream.read())
        recorder = _recorder(packed)
        if recorder is None:
            raise InputError.at(source.name, "what is packed in it is no recording of a watch or phone")
        return run_diary(recorder.name, (("", each) for each in recorder.read(source.name, packed)), zone)
    return run_diary("archive of recordings", _in_zip(source), zone)


def _in_zip(source: Source) -> Iterator[tuple[str, Recording]]:
    """The recordings of a zip file and of the zip files in it, each with the name of its file; others are left out."""
    for name, content in _members(source):
        where = f"{name}: "
        if isinstance(content, str):
            yield where, Recording(problem=content)
            continue
        try:
            content = _ungzipped(name, content) if content.startswith(_GZIP) else content
            recorder = _recorder(content)
            if recorder is None:
                yield where, Recording(problem="this is no recording, whatever its name says")
                continue
            found = recorder.read(name, content)
        except InputError as error:
            yield where, Recording(problem=error.problems[0].message)
            continue
        yield from ((where, each) for each in found)


def _members(source: Source, depth: int = 0) -> Iterator[tuple[str, bytes | str]]:
    """The files of an archive that are called recordings, with their bytes, or why they can't be read."""
    try:
        with source.open() as stream, zipfile.ZipFile(stream) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            if len(members) > MOST_FILES:
                raise InputError.at(
                    source.name, f"the archive holds more than {MOST_FILES:,} files; take it in in parts"
                )
            for member in members:
                if _is_recording(member.filename):
                    yield member.filename, _bytes_of(archive, member)
                elif depth == 0 and member.filename.lower().endswith(".zip"):
                    inner = _bytes_of(archive, member)
                    if isinstance(inner, str):
                        yield member.filename, inner
                    else:
                        yield from _members(Source(member.filename, inner), depth + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError):
        if depth:
            yield source.name, "the archive is cut off or damaged"
        else:
            raise InputError.at(source.name, "the archive is cut off or damaged; download it again") from None


def _bytes_of(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes | str:
    limit = MAX_BYTES if _is_recording(member.filename) else 8 * MAX_BYTES
    try:
        with archive.open(member) as stream:
            content = stream.read(limit + 1)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError):
        return "the file is cut off, damaged or locked in the archive"
    return content if len(content) <= limit else _TOO_LARGE


def _ungzipped(name: str, content: bytes) -> bytes:
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as stream:
            unpacked = stream.read(MAX_BYTES + 1)
    except (OSError, EOFError, zlib.error):
        raise InputError.at(name, "the gzip file is cut off or damaged; download it again") from None
    if len(unpacked) > MAX_BYTES:
        raise InputError.at(name, _TOO_LARGE)
    return unpacked


def _recorder(content: bytes) -> Recorder | None:
    return next((recorder for recorder in _RECORDERS if recorder.recognise(content)), None)


DIARY = DiaryFormat("archive of recordings", _recognise, _read)
