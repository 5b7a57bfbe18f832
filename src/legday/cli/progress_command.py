"""`legday progress`: how an athlete is doing, and what the next plan does about it."""

import datetime as dt
from pathlib import Path

import click

from legday.place import DEFAULT_ATHLETE

_LEVELS = ("beginner", "intermediate", "advanced")


@click.command("progress")
@click.option("--athlete", help="Whose log; the name in the profile.")
@click.option("--profile", type=click.Path(path_type=Path), help="A profile, for the name and the level.")
@click.option("--level", type=click.Choice(_LEVELS), help="The level, in place of the profile's.")
@click.option("--log", "logs", multiple=True, type=click.Path(path_type=Path), help="A log beside what is kept.")
@click.option("--on", type=click.DateTime(["%Y-%m-%d"]), help="The day; today if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(
    athlete: str | None,
    profile: Path | None,
    level: str | None,
    logs: tuple[Path, ...],
    on: dt.datetime | None,
    as_json: bool,
) -> None:
    """Say how you are doing: strength, plateaus with reasons, fatigue, balance, and whether another level fits.

    What is kept for the athlete is read, and the logs given with --log.
    """
    from legday.cli.athlete import athlete_log, athlete_plans
    from legday.cli.render import render_progress
    from legday.documents import encode
    from legday.planner import HARD_SET_BANDS, read_profile
    from legday.programs import Level
    from legday.progress import progress_report, strength_trails

    who = read_profile(profile) if profile else None
    name = athlete or (who.name if who else DEFAULT_ATHLETE)
    kept, planned = athlete_plans(name)
    who = who or kept
    rank = Level(level) if level else who.level if who else Level.BEGINNER
    log = athlete_log(name, logs)
    today = on.date() if on else dt.date.today()
    found = progress_report(log, strength_trails(log), planned, rank, HARD_SET_BANDS[rank], today)
    click.echo(encode(found, indent=2).decode() if as_json else render_progress(found, name), nl=as_json)
