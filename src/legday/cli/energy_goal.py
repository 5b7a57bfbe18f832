"""`legday energy goal` and `target`: what a goal of body mass takes, and what to eat in a day."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from legday.energy import Person
    from legday.log import Log
    from legday.planner import Profile
    from legday.units import Mass

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("goal")
@click.option("--to", "to", help='The body mass to reach, such as "78 kg"; the profile\'s goal if not given.')
@click.option("--by", "by", type=_DAY, help="The day to reach it; that of the profile's goal if not given.")
@click.option(
    "--profile", type=click.Path(path_type=Path), help="A profile; what was weighed is looked up by its name."
)
@click.option("--age", type=float, help="Years, in place of the profile's birth year.")
@click.option("--height", help='Such as "178 cm" or "5 ft 10 in", in place of the profile\'s.')
@click.option("--mass", help="Body mass now, in place of what was weighed and of the profile's.")
@click.option("--sex", type=click.Choice(("female", "male")), help="In place of the profile's.")
@click.option(
    "--activity",
    type=float,
    help="Expenditure over resting rate, training left out: 1.4 sitting, 1.5 some walking (taken if nothing is said), "
    "1.65 on the feet, 1.9 hard labour.",
)
@click.option("--fat", type=float, help="Measured body fat, in percent.")
@click.option("--intake", type=float, help="What has held your mass so far, in kcal a day, if you know it.")
@click.option("--training", type=float, default=0, help="Leg training that you add, in kcal a week.")
@click.option("--from", "start", type=_DAY, help="The first day; today if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def goal(
    context: click.Context,
    to: str | None,
    by: dt.datetime | None,
    profile: Path | None,
    age: float | None,
    height: str | None,
    mass: str | None,
    sex: str | None,
    activity: float | None,
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
    from legday.energy import Refusal, plan_mass_goal
    from legday.planner import read_profile

    who = read_profile(profile) if profile else None
    wanted = who.mass_goal if who else None
    aim = _mass(to, "--to") if to else wanted.to if wanted else None
    last = by.date() if by else wanted.by if wanted else None
    if aim is None:
        raise InputError.at("", "say what you want to weigh, such as --to '78 kg', or in a profile", field="--to")
    if last is None:
        raise InputError.at("", "say by when, such as --by 2027-05-01, or in a profile", field="--by")
    day = start.date() if start else dt.date.today()
    try:
        person = _person(who, day, age, height, mass, sex, activity, fat, intake)
        found = plan_mass_goal(person, aim, day, last, training=training / 7)
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


@click.command("target")
@click.option("--profile", required=True, type=click.Path(path_type=Path), help="A profile, with its goal.")
@click.option("--training", type=float, help="Leg training and runs, in kcal a week; as of late if not given.")
@click.option("--on", "on", type=_DAY, help="The day; today if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def target(profile: Path, training: float | None, on: dt.datetime | None, as_json: bool) -> None:
    """Say what to eat in a day for the profile's goal: energy, protein and the least fat."""
    from legday.cli.energy_text import render_target
    from legday.documents import FieldError, InputError, encode
    from legday.planner import Missing, energy_target, knowing_intake, person_of, read_profile

    who = read_profile(profile)
    log = _log(who)
    day = on.date() if on else dt.date.today()
    person = person_of(who, log, day)
    if isinstance(person, Missing):
        raise InputError.at(str(profile), person.sentence, field=person.fields[0])
    try:
        person = knowing_intake(person, log, day)
        coming = None if training is None else training / 7
        found = energy_target(who.goal, person, who.mass_goal, day, coming)
    except FieldError as error:
        raise InputError.at(str(profile), str(error), field=error.field) from None
    click.echo(encode(found, indent=2).decode() if as_json else render_target(found), nl=as_json)


def _person(
    who: "Profile | None",
    day: dt.date,
    age: float | None,
    height: str | None,
    mass: str | None,
    sex: str | None,
    activity: float | None,
    fat: float | None,
    intake: float | None,
) -> "Person":
    """Put together who it is: what the options say, else the profile and what was measured."""
    from legday.documents import InputError
    from legday.energy import Person
    from legday.log import Log
    from legday.planner import USUAL_ACTIVITY, fat_on, knowing_intake, mass_on

    log = _log(who) if who else Log()
    kg = _mass(mass, "--mass") if mass else mass_on(who, log, day)
    sexes = {"male": True, "female": False}
    male = sexes.get(sex or (who.sex if who and who.sex else ""))
    years = age if age is not None else day.year - who.birth_year if who and who.birth_year else None
    tall = _height(height) if height else who.height.meters if who and who.height else None
    if kg is None:
        raise InputError.at("", "say what you weigh, such as --mass '82 kg', or in a profile", field="--mass")
    if male is None:
        raise InputError.at("", "say female or male: the equations differ", field="--sex")
    if years is None:
        raise InputError.at("", "say how old you are, such as --age 31, or your birth year in a profile", field="--age")
    if tall is None:
        raise InputError.at("", "say how tall you are, such as --height '178 cm', or in a profile", field="--height")
    level = activity or (who.activity if who else None) or USUAL_ACTIVITY
    person = Person(male, years, tall, kg, level, fat if fat is not None else fat_on(log, day), intake)
    return person if intake is not None or mass else knowing_intake(person, log, day)


def _log(who: "Profile") -> "Log":
    from legday.cli.athlete import athlete_log

    return athlete_log(who.name, ())


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
