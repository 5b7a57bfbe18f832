"""`legday energy statement`: the energy ledger as a statement like a bank's."""

import datetime as dt
from pathlib import Path

import click

from legday.place import DEFAULT_ATHLETE

_USUAL_DAYS = 14


@click.command("statement")
@click.option("--athlete", help="Whose log; the name in the profile.")
@click.option("--profile", type=click.Path(path_type=Path), help="A profile, in place of the one that is kept.")
@click.option("--log", "logs", multiple=True, type=click.Path(path_type=Path), help="A log beside what is kept.")
@click.option("--from", "first", type=click.DateTime(["%Y-%m-%d"]), help="The first day; two weeks ago if not given.")
@click.option("--to", "last", type=click.DateTime(["%Y-%m-%d"]), help="The last day; yesterday if not given.")
@click.option("--lines", is_flag=True, help="Show every line of every day.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, in joules.")
def statement(
    athlete: str | None,
    profile: Path | None,
    logs: tuple[Path, ...],
    first: dt.datetime | None,
    last: dt.datetime | None,
    lines: bool,
    as_json: bool,
) -> None:
    """Show what came in, what went out and what the body's stores hold, day by day; see docs/ledger.md."""
    from legday.cli.athlete import athlete_log, athlete_plans
    from legday.cli.statement_text import render_statement
    from legday.documents import InputError, encode
    from legday.energy import athlete_books, make_statement
    from legday.planner import Missing, person_of, read_profile

    who = read_profile(profile) if profile else None
    name = athlete or (who.name if who else DEFAULT_ATHLETE)
    who = who or athlete_plans(name)[0]
    log, today = athlete_log(name, logs), dt.date.today()
    person = person_of(who, log, today)
    if isinstance(person, Missing):
        raise InputError.at(str(profile or ""), person.sentence, field=person.fields[0])
    until = last.date() if last else today - dt.timedelta(days=1)
    since = first.date() if first else until - dt.timedelta(days=_USUAL_DAYS - 1)
    books = athlete_books(person, log, today)
    found = make_statement(books, since, until, who.units if who else "kg") if books else None
    if found is None:
        begun = (
            f"the books begin on {books.ledger.days[0].date}" if books and books.ledger.days else "log food or weigh"
        )
        raise InputError.at("", f"there is nothing to show from {since} to {until}; {begun}")
    click.echo(
        encode(found, indent=2).decode()
        if as_json
        else render_statement(found, name, lines, who.units if who else "kg"),
        nl=as_json,
    )
