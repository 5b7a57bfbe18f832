"""`legday import`: logs of other apps taken in, every row accounted for."""

import datetime as dt
import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from legday.exchange import NameReport, Reading
    from legday.units import MassUnit

DEFAULT_ATHLETE = "me"


@click.command("import")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--athlete", default=DEFAULT_ATHLETE, show_default=True, help="Whose log it is: the name in the profile.")
@click.option("--unit", type=click.Choice(["kg", "lb"]), help="The unit of weights, where the file does not say.")
@click.option("--dry-run", is_flag=True, help="Only show what would be taken in.")
@click.option("--list", "list_imports", is_flag=True, help="List what was imported before.")
@click.option("--undo", type=int, metavar="ID", help="Take an import back.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    files: tuple[Path, ...],
    athlete: str,
    unit: "MassUnit | None",
    dry_run: bool,
    list_imports: bool,
    undo: int | None,
    as_json: bool,
) -> None:
    """Import FILES that Strong or Hevy exported.

    All files are read before anything is kept, so a file that can't be read leaves everything as it was.
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
                click.echo(f"Import {undo} is undone: {gone}.", err=True)
            past = past_imports(store, athlete)
        click.echo(encode(past, indent=2).decode() if as_json else render_past_imports(past), nl=as_json)
        return
    if not files:
        raise click.UsageError("give at least one file to import")
    from legday.exchange import read_log, settle_names

    readings = [read_log(file, str(file), unit=unit) for file in files]
    saved, answers = ([None] * len(files), {}) if dry_run else _save(athlete, files, readings)
    told = [
        _told(file, reading, settle_names(reading.log, answers)[1], each)
        for file, reading, each in zip(files, readings, saved, strict=True)
    ]
    if as_json:
        click.echo(encode({"athlete": athlete, "files": told}, indent=2).decode())
    else:
        click.echo(render_imports(athlete, told), nl=False)


def _save(athlete: str, files: tuple[Path, ...], readings: "list[Reading]") -> tuple[list[Any], dict[str, str]]:
    from legday.cli.athlete import athlete_store
    from legday.store import save_import, settled_names

    now = dt.datetime.now(dt.UTC)
    with athlete_store() as store:
        saved = [
            save_import(store, athlete, reading, file.name, hashlib.sha256(file.read_bytes()).hexdigest(), now)
            for file, reading in zip(files, readings, strict=True)
        ]
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
