"""`legday names`: what the names in an athlete's log stand for, and answers that are kept."""

import datetime as dt

import click

from legday.place import DEFAULT_ATHLETE


@click.group("names", invoke_without_command=True)
@click.option("--athlete", default=DEFAULT_ATHLETE, show_default=True, help="Whose log.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(context: click.Context, athlete: str, as_json: bool) -> None:
    """List the names in the log and what they stand for, or settle one."""
    context.obj = athlete
    if context.invoked_subcommand:
        return
    from legday.cli.athlete import athlete_store
    from legday.cli.render import render_names
    from legday.documents import encode
    from legday.exchange import settle_names
    from legday.store import load_log, settled_names

    with athlete_store() as store:
        _, report = settle_names(load_log(store, athlete), settled_names(store, athlete))
    click.echo(encode(report, indent=2).decode() if as_json else render_names(report), nl=as_json)


@command.command("settle")
@click.argument("name")
@click.argument("answer")
@click.pass_obj
def settle(athlete: str, name: str, answer: str) -> None:
    """Keep that NAME stands for ANSWER: an exercise id, exercise/variant, or other for what is no leg exercise."""
    from legday.cli.athlete import athlete_store
    from legday.store import settle_name

    with athlete_store() as store:
        settle_name(store, athlete, name, answer, dt.datetime.now(dt.UTC))
    click.echo(f"{name} stands for {answer} from now on.", err=True)
