"""`legday energy session` and `legday energy trunk`: what sessions cost, and the sets of a week that load the trunk."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from legday.place import DEFAULT_ATHLETE

if TYPE_CHECKING:
    from legday.documents import Spoken
    from legday.energy import SessionEnergy
    from legday.log import Log
    from legday.planner import Profile


@click.command("session")
@click.argument("date", required=False, type=click.DateTime(["%Y-%m-%d"]))
@click.option("--athlete", help="Whose log; the name in the profile.")
@click.option("--profile", type=click.Path(path_type=Path), help="A profile, for the name, body mass and height.")
@click.option("--log", "logs", multiple=True, type=click.Path(path_type=Path), help="A log beside what is kept.")
@click.option("--mass", help="Body mass, in place of what was measured or the profile says.")
@click.option("--height", help="Such as '178 cm' or '5 ft 10 in', in place of the profile's.")
@click.option("--minutes", type=float, help="How long it took, in place of what was logged.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def session(
    date: dt.datetime | None,
    athlete: str | None,
    profile: Path | None,
    logs: tuple[Path, ...],
    mass: str | None,
    height: str | None,
    minutes: float | None,
    as_json: bool,
) -> None:
    """Say what the sessions of DATE cost, by exercise and as ranges; without DATE, the latest session of the log.

    Where nothing was logged on DATE, it is what the plan in force holds for it. See docs/session-energy.md.
    """
    from legday.cli.athlete import athlete_log
    from legday.cli.session_energy_text import render_session_energy
    from legday.documents import FieldError, InputError, encode
    from legday.units import Height, Mass

    name, who = _whose(athlete, profile)
    log = athlete_log(name, logs)
    kg, tall = _parsed(Mass, mass, "--mass"), _parsed(Height, height, "--height")
    day = date.date() if date else max((done.start.date() for done in log.sessions), default=None)
    if day is None:
        raise InputError.at("", f"nothing is logged for {name}; give a log with --log, or a date that is planned")
    try:
        found = _sessions_on(day, name, who, log, kg.kg if kg else None, tall.meters if tall else None, minutes)
    except FieldError as error:
        raise InputError.at("", str(error), field=f"--{error.field}") from None
    if as_json:
        click.echo(encode([{"session": what, "energy": energy} for what, energy in found], indent=2).decode())
    else:
        click.echo("\n".join(render_session_energy(what, energy) for what, energy in found), nl=False)


@click.command("trunk")
@click.option("--week", type=click.DateTime(["%Y-%m-%d"]), help="Any day of the week; this week if not given.")
@click.option("--athlete", help="Whose log; the name in the profile.")
@click.option("--profile", type=click.Path(path_type=Path), help="A profile, for the name.")
@click.option("--log", "logs", multiple=True, type=click.Path(path_type=Path), help="A log beside what is kept.")
@click.option("--plan", type=click.Path(path_type=Path), help="Count what a plan in a JSON file asks for, instead.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def trunk(
    week: dt.datetime | None,
    athlete: str | None,
    profile: Path | None,
    logs: tuple[Path, ...],
    plan: Path | None,
    as_json: bool,
) -> None:
    """List the lifts that load the trunk, with the sets of a week."""
    from legday.cli.athlete import athlete_log
    from legday.cli.session_energy_text import render_trunk
    from legday.documents import InputError, encode
    from legday.planner import planned_trunk_sets, read_plan
    from legday.progress import trunk_sets

    day = week.date() if week else dt.date.today()
    if plan:
        weeks = read_plan(plan).weeks
        chosen = [each for each in weeks if 0 <= (day - each.start).days < 7] if week else list(weeks[:1])
        if not chosen:
            raise InputError.at(str(plan), f"this plan has no week with {day}", field="--week")
        found = planned_trunk_sets(chosen[0])
    else:
        found = trunk_sets(athlete_log(_whose(athlete, profile)[0], logs), day)
    click.echo(encode(found, indent=2).decode() if as_json else render_trunk(found), nl=as_json)


def _whose(athlete: str | None, profile: Path | None) -> "tuple[str, Profile | None]":
    from legday.cli.athlete import athlete_plans
    from legday.planner import read_profile

    who = read_profile(profile) if profile else None
    name = athlete or (who.name if who else DEFAULT_ATHLETE)
    return name, who or athlete_plans(name)[0]


def _sessions_on(
    day: dt.date,
    name: str,
    who: "Profile | None",
    log: "Log",
    kg: float | None,
    height: float | None,
    minutes: float | None,
) -> "list[tuple[str, SessionEnergy]]":
    from legday.documents import InputError
    from legday.energy import session_energy
    from legday.session import athlete_height, athlete_mass

    mass = athlete_mass(who, log, day) if kg is None else float(kg)
    if mass is None:
        raise InputError.at("", "say what you weigh, such as --mass '82 kg', or in a profile", field="--mass")
    tall = athlete_height(who) if height is None else height
    done = [each for each in log.sessions if each.start.date() == day]
    if done:
        titles = [f"{each.name or 'Session'}, {each.start:%-d %B %Y}" for each in done]
        return [(title, session_energy(each, mass, minutes, tall)) for title, each in zip(titles, done, strict=True)]
    planned = _planned(name, log, day, mass, tall)
    if planned is None:
        raise InputError.at("", f"nothing is logged or planned for {name} on {day}")
    return [planned]


def _planned(
    name: str, log: "Log", day: dt.date, mass: float, height: float | None
) -> "tuple[str, SessionEnergy] | None":
    """The session that the plan in force holds for a day, if there is one."""
    from legday.cli.athlete import athlete_store, has_store
    from legday.session import make_session, planned_energy

    if not has_store():
        return None
    from legday.store import list_plans, load_plan

    with athlete_store() as store:
        saved = next((each for each in list_plans(store, name) if each.start <= day < each.end), None)
        plan = load_plan(store, name, saved.id) if saved else None
    if saved is None or plan is None:
        return None
    try:
        steps = make_session(plan, saved.id, day, log)
    except LookupError:
        return None
    energy = planned_energy(steps.blocks, steps.steps, mass, height)
    return (f"{steps.name}, planned for {day:%-d %B %Y}", energy) if energy else None


def _parsed(kind: "type[Spoken]", text: str | None, option: str) -> Any:
    from legday.documents import InputError

    if text is None:
        return None
    try:
        return kind.parse(text)
    except ValueError as error:
        raise InputError.at("", str(error), field=option) from None
