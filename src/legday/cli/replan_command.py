"""`legday replan`: the rest of a plan made again, with what moved and why."""

import datetime as dt
from pathlib import Path

import click


@click.command("replan")
@click.argument("plan", type=click.Path(path_type=Path))
@click.option("--log", "logs", multiple=True, type=click.Path(path_type=Path), help="A log that says what was done.")
@click.option("--profile", type=click.Path(path_type=Path), help="The profile as it is now, if it changed.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help="The day from which on things can change.")
@click.option(
    "--missed", multiple=True, type=click.DateTime(["%Y-%m-%d"]), help="A day that was missed, or that falls out."
)
@click.option("--sore", multiple=True, help="A part that is too sore today: glutes, quads, hams or calves.")
@click.option("--json", "as_json", is_flag=True, help="Print what moved and the plan as JSON.")
@click.option("--out", type=click.Path(path_type=Path), help="Write the plan made again to a file.")
def command(
    plan: Path,
    logs: tuple[Path, ...],
    profile: Path | None,
    today: dt.datetime | None,
    missed: tuple[dt.datetime, ...],
    sore: tuple[str, ...],
    as_json: bool,
    out: Path | None,
) -> None:
    """Make the rest of the plan in the JSON file PLAN again, with as little change as possible.

    What was done is read from the logs given with --log and from what is stored for this athlete. Where neither says
    anything of the block, all days but those named with --missed are taken as done.
    """
    from legday.anatomy import Part
    from legday.cli.athlete import athlete_log
    from legday.cli.output import write_file, write_plan
    from legday.cli.render import render_replan
    from legday.documents import InputError, encode
    from legday.planner import read_plan, read_profile, replan

    unknown = [part for part in sore if part not in set(Part)]
    if unknown:
        raise InputError.at("", f"{unknown[0]!r} is no part; write {', '.join(Part)}", field="--sore")
    old = read_plan(plan)
    planned = [session.date for week in old.weeks for session in week.sessions]
    for day in missed:
        if day.date() not in planned:
            days = ", ".join(date.isoformat() for date in planned)
            raise InputError.at("", f"nothing is planned on {day.date()}; there are {days}", field="--missed")
    log = athlete_log(old.athlete, logs)
    made = replan(
        old,
        log,
        today.date() if today else dt.date.today(),
        profile=read_profile(profile) if profile else None,
        sore=[Part(part) for part in sore],
        missed=[day.date() for day in missed],
        log_is_whole=any(old.request.start <= session.start.date() < old.end for session in log.sessions),
    )
    if out:
        write_file(out, write_plan(made.plan, "save"))
    click.echo(encode(made, indent=2).decode() if as_json else render_replan(made), nl=as_json)
    if made.conflict:
        raise SystemExit(1)
