"""`legday programs`: program files of one's own, begun, checked and shown."""

from pathlib import Path

import click

from legday.cli.methods_command import LEVELS


@click.group("programs")
def command() -> None:
    """Write programs of your own; see docs/own-program.md."""


@command.command("new")
@click.argument("file", type=click.Path(path_type=Path))
def new(file: Path) -> None:
    """Begin a program in FILE with a small one that works."""
    from legday.cli.output import write_file
    from legday.documents import InputError
    from legday.programs import starter_text

    if file.exists():
        raise InputError.at(str(file), "this file exists; choose another name, or delete it first")
    write_file(file, starter_text(file.stem).encode())
    click.echo(f"{file} holds a small program. Change it, then: legday programs check {file}", err=True)


@command.command("check")
@click.argument("file", type=click.Path(path_type=Path))
def check(file: Path) -> None:
    """Check the program in FILE and list everything that is wrong, each with its line and column."""
    from legday.programs import read_program

    program = read_program(file)
    slots = len(program.slots)
    click.echo(f"{file} is fine: {program.name}, {len(program.routines)} routines with {slots} slots.")


@command.command("show")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--level", type=click.Choice(LEVELS), default="advanced", show_default=True, help="For which level.")
def show(file: Path, level: str) -> None:
    """Show the program in FILE as somebody of a level does it."""
    from legday.cli.render import render_method
    from legday.programs import Level, read_program, render

    click.echo(render_method(render(read_program(file), Level(level))), nl=False)
