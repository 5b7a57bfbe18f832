"""Training logs of other apps read into a log, whatever app, language, separator and unit."""

from pathlib import Path

from legday.documents import InputError
from legday.exchange.formats import all_formats
from legday.exchange.reading import Reading
from legday.exchange.rows import read_rows
from legday.exchange.table import Source, look_into
from legday.units import MassUnit


def read_log(file: Path | bytes, source_name: str = "", *, unit: MassUnit | None = None) -> Reading:
    """Read a training log that another app exported, told apart by its columns.

    Parameters
    ----------
    file
        The path of the file, or its bytes.
    source_name
        What messages call the file; the name of the path if not given.
    unit
        The unit of the weights, in place of the one the file states or the one inferred.

    Raises
    ------
    InputError
        The file can't be read, is empty, too large, cut off, no text, or not an export of a known app.
    """
    source = Source(source_name or (file.name if isinstance(file, Path) else "the file"), file)
    table = look_into(source)
    found = [(form.name, layout) for form in all_formats() if (layout := form.recognise(table))]
    if not found:
        names = " or ".join(form.name.capitalize() for form in all_formats())
        shown = ", ".join(table.headings[:6]) or "no headings"
        raise InputError.at(source.name, f"this is no log of {names} that is known (columns: {shown[:120]})", line=1)
    name, layout = max(found, key=lambda form: len(form[1].columns))
    return read_rows(table, layout, name, unit)
