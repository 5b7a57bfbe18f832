"""`legday plan`: the best plan for a profile, in the terminal, as JSON or as a page."""

import datetime as dt
from pathlib import Path

import click

INFEASIBLE = 1


@click.command("plan")
@click.argument("profile", type=click.Path(path_type=Path))
@click.option("--log", "logs", multiple=True, type=click.Path(path_type=Path), help="A log to take loads from.")
@click.option("--method", help="A method's id; see legday methods.")
@click.option("--weeks", type=click.IntRange(1, 12), default=4, show_default=True, help="Length of the block.")
@click.option("--start", type=click.DateTime(["%Y-%m-%d"]), help="First day; the next Monday if not given.")
@click.option("--json", "as_json", is_flag=True, help="Print the plan as JSON.")
@click.option("--save", type=click.Path(path_type=Path), help="Write the plan as JSON to a file.")
@click.option("--html", type=click.Path(path_type=Path), help="Write the plan as one HTML page.")
def command(
    profile: Path,
    logs: tuple[Path, ...],
    method: str | None,
    weeks: int,
    start: dt.datetime | None,
    as_json: bool,
    save: Path | None,
    html: Path | None,
) -> None:
    """Make the best leg plan for the athlete described in the file PROFILE.

    Loads start from the logs given with --log and from what was imported for this athlete with `legday import`.
    """
    from legday.cli.athlete import athlete_log
    from legday.cli.output import write_file
    from legday.cli.render import render_plan
    from legday.documents import encode
    from legday.exchange import plan_page
    from legday.planner import make_plan, next_monday, read_profile

    athlete = read_profile(profile)
    log = athlete_log(athlete.name, logs)
    first = start.date() if start else next_monday(dt.date.today())
    if not as_json:
        click.echo(f"Planning {weeks} weeks for {athlete.name} …", err=True)
    plan = make_plan(athlete, log, first, weeks, method)
    if save:
        write_file(save, encode(plan, indent=2) + b"\n")
    if html:
        write_file(html, plan_page(plan).encode())
    click.echo(encode(plan, indent=2).decode() if as_json else render_plan(plan), nl=as_json)
    if plan.status == "infeasible":
        raise SystemExit(INFEASIBLE)
