"""`legday restore`: everything an athlete owns, back from the file it was exported to."""

from pathlib import Path

import click

from legday.place import DEFAULT_ATHLETE


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--athlete", default=DEFAULT_ATHLETE, show_default=True, help="Whose it becomes, as yet without data.")
def command(file: Path, athlete: str) -> None:
    """Take in FILE, written by `legday export` or by the app: all of it or none."""
    from legday.cli.athlete import athlete_store
    from legday.documents import InputError
    from legday.store import restore

    try:
        data = file.read_bytes()
    except OSError as error:
        raise InputError.at(str(file), f"this file can't be read: {error.strerror}") from None
    with athlete_store() as store:
        rows = restore(store, athlete, data, str(file))
    told = ", ".join(f"{count:,} {table.replace('_', ' ')}" for table, count in rows.items() if count)
    click.echo(f"Restored for {athlete}: {told or 'an empty export'}.", err=True)
