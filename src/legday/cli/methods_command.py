"""`legday methods`: the methods there are, and what one asks for at a level."""

import click

LEVELS = ("beginner", "intermediate", "advanced")


@click.group("methods", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """List the methods, or show one."""
    if context.invoked_subcommand:
        return
    from legday.cli.render import render_methods
    from legday.documents import encode
    from legday.programs import load_methods

    methods = load_methods()
    click.echo(encode(list(methods.values()), indent=2).decode() if as_json else render_methods(methods), nl=as_json)


@command.command("show")
@click.argument("method")
@click.option("--level", type=click.Choice(LEVELS), default="advanced", show_default=True, help="For which level.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(method: str, level: str, as_json: bool) -> None:
    """Show METHOD as it is written for a level."""
    from legday.cli.render import render_method
    from legday.documents import encode
    from legday.programs import Level, find_method, render

    rendered = render(find_method(method), Level(level))
    click.echo(encode(rendered, indent=2).decode() if as_json else render_method(rendered), nl=as_json)
