"""`legday export`: everything an athlete owns as one file."""

from pathlib import Path

import click

from legday.place import DEFAULT_ATHLETE


@click.command("export")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--athlete", default=DEFAULT_ATHLETE, show_default=True, help="Whose: the name in the profile.")
def command(file: Path, athlete: str) -> None:
    """Write everything an athlete owns to FILE: profile, plans, sets, measures, imports row by row, and settled names.

    `legday restore` and the app read it back without loss. The file is for your eyes only.
    """
    from legday.cli.athlete import athlete_store
    from legday.cli.output import write_file
    from legday.documents import InputError
    from legday.store import export_all, list_athletes

    with athlete_store() as store:
        known = list_athletes(store)
        if athlete not in known:
            there = f"there are {', '.join(known)}" if known else "nobody has any"
            raise InputError.at("", f"nothing is kept for an athlete called {athlete}; {there}")
        data = export_all(store, athlete)
    write_file(file, data, private=True)
    click.echo(f"Everything of {athlete} is in {file} ({len(data) / 1000:,.0f} kB).", err=True)
