"""The one door for files of other apps: told apart by their content, a training log or a diary."""

from collections.abc import Mapping
from pathlib import Path

from legday.documents import InputError
from legday.exchange.diaries import all_diaries
from legday.exchange.diary import DiaryReading
from legday.exchange.importer import read_log
from legday.exchange.reading import Reading
from legday.exchange.source import Source
from legday.units import MassUnit


def read_diary(file: Path | bytes, source_name: str = "", *, zone: str | None = None) -> DiaryReading:
    """Read a file of foods, runs, measures or days that another app exported, told apart by its content.

    Parameters
    ----------
    file
        The path of the file, or its bytes.
    source_name
        What messages call the file; the name of the path if not given.
    zone
        The athlete's time zone (an IANA name), for files that tell only UTC.

    Raises
    ------
    InputError
        The file can't be read, is cut off or too large, or is no diary that is known.
    """
    source = _source(file, source_name)
    reading = _diary_in(source, zone)
    if reading is None:
        raise InputError.at(source.name, "this is no diary of food, runs or measures that legday reads")
    return reading


def read_file(
    file: Path | bytes,
    source_name: str = "",
    *,
    unit: MassUnit | None = None,
    columns: Mapping[str, str] | None = None,
    zone: str | None = None,
) -> Reading | DiaryReading:
    """Read any file that another app exported: a diary if it is one, else a training log.

    The parameters are those of `read_diary` and `read_log`; where columns are named, it is a training log.
    """
    source = _source(file, source_name)
    reading = None if columns else _diary_in(source, zone)
    return reading or read_log(file, source.name, unit=unit, columns=columns)


def _source(file: Path | bytes, name: str) -> Source:
    return Source(name or (file.name if isinstance(file, Path) else "the file"), file)


def _diary_in(source: Source, zone: str | None) -> DiaryReading | None:
    found = next((diary for diary in all_diaries() if diary.recognise(source)), None)
    return found.read(source, zone) if found else None
