"""`legday plan`: the best plan for a profile, in the terminal, as JSON or as a page."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from legday.units import MassUnit

INFEASIBLE = 1


@click.command("plan")
@click.argument("profile", type=click.Path(path_type=Path))
@click.option("--log", "logs", multiple=True, type=click.Path(path_type=Path), help="A log to take loads from.")
@click.option("--method", help="A method's id; see legday methods.")
@click.option("--program", type=click.Path(path_type=Path), help="A program file of your own, in place of a method.")
@click.option("--after", type=click.Path(path_type=Path), help="Continue from the block in this saved plan.")
@click.option("--units", type=click.Choice(["kg", "lb"]), help="The unit of loads, in place of the profile's.")
@click.option("--weeks", type=click.IntRange(1, 12), default=4, show_default=True, help="Length of the block.")
@click.option("--start", type=click.DateTime(["%Y-%m-%d"]), help="First day; the next Monday if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
@click.option("--save", type=click.Path(path_type=Path), help="Write the plan as JSON to a file.")
@click.option("--html", type=click.Path(path_type=Path), help="Write the plan as one HTML page.")
@click.option("--pdf", type=click.Path(path_type=Path), help="Write a gym sheet to print.")
@click.option("--ics", type=click.Path(path_type=Path), help="Write the sessions as a calendar.")
@click.option("--markdown", type=click.Path(path_type=Path), help="Write the plan as Markdown.")
@click.option("--csv", type=click.Path(path_type=Path), help="Write the plan as a table.")
def command(
    profile: Path,
    logs: tuple[Path, ...],
    method: str | None,
    program: Path | None,
    after: Path | None,
    units: "MassUnit | None",
    weeks: int,
    start: dt.datetime | None,
    as_json: bool,
    **files: Path | None,
) -> None:
    """Make the best leg plan for the athlete described in the file PROFILE.

    Loads start from the logs given with --log and from what was imported for this athlete with `legday import`.
    """
    from msgspec.structs import replace

    from legday.cli.athlete import athlete_log
    from legday.cli.output import write_file, write_plan
    from legday.cli.render import render_plan
    from legday.documents import InputError, encode
    from legday.planner import make_plan, next_monday, read_plan, read_profile
    from legday.programs import read_program

    if method is not None and program is not None:
        raise InputError.at("", "give a method or a program of your own, not both", field="--method")
    athlete = read_profile(profile)
    if units:
        athlete = replace(athlete, units=units)
    last = read_plan(after) if after else None
    own = read_program(program) if program else None
    log = athlete_log(athlete.name, logs)
    first = start.date() if start else last.end if last else next_monday(dt.date.today())
    if not as_json:
        click.echo(f"Planning {weeks} weeks for {athlete.name} …", err=True)
    plan = make_plan(athlete, log, first, weeks, method, program=own, later_block=last is not None)
    for form, file in files.items():
        if file is not None:
            write_file(file, write_plan(plan, form))
    click.echo(encode(plan, indent=2).decode() if as_json else render_plan(plan), nl=as_json)
    if plan.status == "infeasible":
        raise SystemExit(INFEASIBLE)
