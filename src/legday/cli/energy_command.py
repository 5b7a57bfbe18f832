"""`legday energy`: what body mass does when intake changes, and what a goal of body mass takes."""

from pathlib import Path

import click

from legday.cli.energy_goal import goal, target
from legday.cli.energy_statement import statement
from legday.cli.session_energy import session, trunk


@click.group("energy")
def command() -> None:
    """Foretell body mass from intake, and plan a goal that is safe; see docs/energy.md."""


command.add_command(goal)
command.add_command(target)
command.add_command(session)
command.add_command(trunk)
command.add_command(statement)


@command.command("simulate")
@click.option("--csv", "file", required=True, type=click.Path(path_type=Path), help="A table of cases.")
@click.option("--out", type=click.Path(path_type=Path), help="Where to write; the terminal if not given.")
def simulate(file: Path, out: Path | None) -> None:
    """Fill in a table of people whose intake changes: their mass and fat on each day asked for.

    The columns are case, sex, age_y, height_m, weight_kg, pal, intake_change_kcal_d and day.
    """
    from legday.cli.output import write_file
    from legday.documents import InputError
    from legday.energy import fill_cases

    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise InputError.at(str(file), f"this table can't be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise InputError.at(str(file), "this table is not UTF-8 text; save it as CSV in UTF-8") from None
    filled = fill_cases(text, str(file))
    if out:
        write_file(out, filled.encode())
    else:
        click.echo(filled, nl=False)
