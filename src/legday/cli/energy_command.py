"""`legday energy`: what body mass does when intake changes, and what a goal of body mass takes."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

from legday.cli.session_energy import session, trunk

if TYPE_CHECKING:
    from legday.units import Mass


@click.group("energy")
def command() -> None:
    """Foretell body mass from intake, and plan a goal that is safe; see docs/energy.md."""


command.add_command(session)
command.add_command(trunk)


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


@command.command("goal")
@click.option("--to", "target", required=True, help='The body mass to reach, such as "78 kg".')
@click.option("--by", "by", required=True, type=click.DateTime(["%Y-%m-%d"]), help="The day to reach it.")
@click.option("--profile", type=click.Path(path_type=Path), help="A profile, for the sex and the body mass.")
@click.option("--age", required=True, type=float, help="Years.")
@click.option("--height", required=True, help='Such as "178 cm" or "5 ft 10 in".')
@click.option("--mass", help="Body mass now, in place of the profile's.")
@click.option("--sex", type=click.Choice(("female", "male")), help="In place of the profile's.")
@click.option(
    "--activity",
    type=float,
    default=1.5,
    show_default=True,
    help="Expenditure over resting rate: 1.4 seated work, 1.6 some sport, 1.8 an active day, 2 and more hard labour.",
)
@click.option("--fat", type=float, help="Measured body fat, in percent.")
@click.option("--intake", type=float, help="What has held your mass so far, in kcal a day, if you know it.")
@click.option("--training", type=float, default=0, help="Leg training that you add, in kcal a week.")
@click.option("--from", "start", type=click.DateTime(["%Y-%m-%d"]), help="The first day; today if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def goal(
    context: click.Context,
    target: str,
    by: dt.datetime,
    profile: Path | None,
    age: float,
    height: str,
    mass: str | None,
    sex: str | None,
    activity: float,
    fat: float | None,
    intake: float | None,
    training: float,
    start: dt.datetime | None,
    as_json: bool,
) -> None:
    """Say what a goal of body mass takes: the intake, the path with its band, and whether it is safe.

    A goal that is not safe is refused with the reason and the nearest ones that are, and exit code 2.
    """
    from legday.cli.energy_text import render_goal, render_refusal
    from legday.cli.main import WRONG_INPUT
    from legday.documents import FieldError, InputError, encode
    from legday.energy import Person, Refusal, plan_mass_goal
    from legday.planner import read_profile

    who = read_profile(profile) if profile else None
    mass_now = _mass(mass, "--mass") if mass else who.body_mass if who else None
    male = {"male": True, "female": False}.get(sex or (who.sex if who and who.sex else ""))
    if mass_now is None:
        raise InputError.at("", "say what you weigh, such as --mass '82 kg', or in a profile", field="--mass")
    if male is None:
        raise InputError.at("", "say female or male: the equations differ", field="--sex")
    person = Person(male, age, _height(height), mass_now, activity, fat, intake)
    day = start.date() if start else dt.date.today()
    try:
        found = plan_mass_goal(person, _mass(target, "--to"), day, by.date(), training=training / 7)
    except FieldError as error:
        raise InputError.at("", str(error), field=f"--{error.field}") from None
    if as_json:
        click.echo(encode(found, indent=2).decode())
    elif isinstance(found, Refusal):
        click.echo(render_refusal(found), err=True, nl=False)
    else:
        click.echo(render_goal(found), nl=False)
    if isinstance(found, Refusal):
        context.exit(WRONG_INPUT)


def _mass(text: str, option: str) -> "Mass":
    from legday.documents import InputError
    from legday.units import Mass

    try:
        return Mass.parse(text)
    except ValueError as error:
        raise InputError.at("", str(error), field=option) from None


def _height(text: str) -> float:
    """Read a height [m]."""
    from legday.documents import InputError
    from legday.units import Height

    try:
        return Height.parse(text).meters
    except ValueError as error:
        raise InputError.at("", str(error), field="--height") from None
