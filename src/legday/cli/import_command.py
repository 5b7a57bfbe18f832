"""`legday import`: logs and diaries of other apps taken in, every row accounted for."""

import datetime as dt
import hashlib
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from legday.place import DEFAULT_ATHLETE

if TYPE_CHECKING:
    from legday.exchange import DiaryReading, NameReport, Reading, UnknownColumnsError
    from legday.units import MassUnit


@click.command("import")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--athlete", default=DEFAULT_ATHLETE, show_default=True, help="Whose log it is: the name in the profile.")
@click.option(
    "--column",
    "named",
    multiple=True,
    metavar="WHAT=COLUMN",
    help="What a column of a table of your own holds, by heading or number, as in reps=Wdh; can be repeated.",
)
@click.option("--unit", type=click.Choice(["kg", "lb"]), help="The unit of weights, where the file does not say.")
@click.option("--dry-run", is_flag=True, help="Only show what would be taken in.")
@click.option("--list", "list_imports", is_flag=True, help="List what was imported before.")
@click.option("--undo", type=int, metavar="ID", help="Take an import back.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    files: tuple[Path, ...],
    athlete: str,
    named: tuple[str, ...],
    unit: "MassUnit | None",
    dry_run: bool,
    list_imports: bool,
    undo: int | None,
    as_json: bool,
) -> None:
    """Import FILES that other apps exported, or tables of your own.

    Training logs: Strong, Hevy, FitNotes, Fitbod, Liftosaur, wger, Jefit. Food and weights: MyFitnessPal, Cronometer,
    MacroFactor, Apple Health. Runs: FIT, TCX and GPX.

    All files are read before anything is kept, so a file that can't be read leaves everything as it was. On a
    terminal, what a file does not tell is asked: which columns hold what, and the unit of the weights.
    """
    from legday.cli.athlete import athlete_store
    from legday.cli.render import render_imports, render_past_imports
    from legday.documents import encode

    if list_imports or undo is not None:
        from legday.store import past_imports, undo_import

        with athlete_store() as store:
            if undo is not None:
                undone = undo_import(store, athlete, undo)
                gone = f"{undone.sessions} sessions with {undone.sets} sets are gone"
                if undone.things:
                    gone = f"{undone.things} foods, runs, measures and days are gone"
                click.echo(f"Import {undo} is undone: {gone}.", err=True)
            past = past_imports(store, athlete)
        click.echo(encode(past, indent=2).decode() if as_json else render_past_imports(past), nl=as_json)
        return
    if not files:
        raise click.UsageError("give at least one file to import")
    from legday.exchange import DiaryReading, settle_names

    columns = _columns(named)
    zone = _zone(athlete)
    readings = [_read(file, columns, unit, zone) for file in files]
    saved, answers = ([None] * len(files), {}) if dry_run else _save(athlete, files, readings)
    told = [
        _told_diary(file, reading, each)
        if isinstance(reading, DiaryReading)
        else _told(file, reading, settle_names(reading.log, answers)[1], each)
        for file, reading, each in zip(files, readings, saved, strict=True)
    ]
    if as_json:
        click.echo(encode({"athlete": athlete, "files": told}, indent=2).decode())
    else:
        click.echo(render_imports(athlete, told), nl=False)


def _columns(named: tuple[str, ...]) -> dict[str, str]:
    columns = {}
    for each in named:
        what, equals, column = each.partition("=")
        if not (what.strip() and equals and column.strip()):
            raise click.UsageError(f"--column takes what a column holds and the column, as in reps=Wdh, not {each!r}")
        columns[what] = column
    return columns


def _zone(athlete: str) -> str | None:
    """The time zone in the profile that is kept for an athlete, if there is one."""
    from legday.cli.athlete import athlete_plans

    profile = athlete_plans(athlete)[0]
    return profile.time_zone if profile else None


def _read(file: Path, columns: dict[str, str], unit: "MassUnit | None", zone: str | None) -> "Reading | DiaryReading":
    """Read a file, and ask for what it doesn't tell if there is somebody to ask."""
    from legday.exchange import DiaryReading, UnknownColumnsError, read_file, read_log

    someone = sys.stdin.isatty() and sys.stderr.isatty()
    try:
        reading = read_file(file, str(file), unit=unit, columns=columns, zone=zone)
    except UnknownColumnsError as error:
        if not someone:
            raise
        columns = columns | _asked_columns(file, error)
        reading = read_log(file, str(file), unit=unit, columns=columns)
    if isinstance(reading, DiaryReading):
        return reading
    if reading.unit_assumed and someone:
        question = f"{file}: are the weights in kg or lb?"
        answer = click.prompt(question, type=click.Choice(["kg", "lb"]), default=str(reading.unit), err=True)
        reading = read_log(file, str(file), unit="kg" if answer == "kg" else "lb", columns=columns)
    return reading


def _asked_columns(file: Path, error: "UnknownColumnsError") -> dict[str, str]:
    """Ask which columns hold what is needed; raises the error if the answer is that none does."""
    click.echo(f"{file}: its columns are not known. They are", err=True)
    for number, (heading, example) in enumerate(error.columns, start=1):
        click.echo(f"  {number:>3}  {heading}" + (f", such as {example}" if example else ""), err=True)
    choices = click.IntRange(0, len(error.columns))
    answers: dict[str, str] = {}
    for names in (*error.missing, *((name,) for name in error.optional)):
        for name in names:
            number = click.prompt(f"Which one holds the {name}? Its number, or 0 for none", type=choices, err=True)
            if number:
                answers[name] = str(number)
                break
        else:
            if names in error.missing:
                raise error
    return answers


def _save(
    athlete: str, files: tuple[Path, ...], readings: "list[Reading | DiaryReading]"
) -> tuple[list[Any], dict[str, str]]:
    from legday.cli.athlete import athlete_store
    from legday.exchange import DiaryReading
    from legday.store import save_diary, save_import, settled_names

    now = dt.datetime.now(dt.UTC)
    saved = []
    with athlete_store() as store:
        for file, reading in zip(files, readings, strict=True):
            with file.open("rb") as stream:
                digest = hashlib.file_digest(stream, "sha256").hexdigest()
            if isinstance(reading, DiaryReading):
                saved.append(save_diary(store, athlete, reading, file.name, digest, now))
            else:
                saved.append(save_import(store, athlete, reading, file.name, digest, now))
        return saved, settled_names(store, athlete)


def _told(file: Path, reading: "Reading", names: "NameReport", saved: Any) -> dict[str, Any]:
    return {
        "file": str(file),
        "format": reading.format,
        "rows": reading.rows,
        "sets": reading.sets,
        "other": reading.other,
        "listed": reading.listed,
        "unit": reading.unit,
        "unit_basis": reading.unit_basis,
        "names": names,
        "saved": saved,
    }


def _told_diary(file: Path, reading: "DiaryReading", saved: Any) -> dict[str, Any]:
    return {
        "file": str(file),
        "format": reading.format,
        "rows": reading.rows,
        "kept": reading.rows_kept,
        "things": dict(Counter(each.about for each in reading.kept)),
        "other": reading.other,
        "listed": reading.listed,
        "notes": reading.notes,
        "saved": saved,
    }
