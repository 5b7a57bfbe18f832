"""`legday exercises`: the catalogue, searched by words."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from legday.catalogue import Exercise


@click.command("exercises")
@click.argument("words", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def command(words: tuple[str, ...], as_json: bool) -> None:
    """Find exercises whose name, id, muscles or app names hold all WORDS."""
    from legday.catalogue import load_catalogue
    from legday.cli.render import render_exercises
    from legday.documents import encode

    wanted = " ".join(words).casefold().split()
    found = [
        exercise
        for exercise in load_catalogue().exercises.values()
        if all(any(word in text for text in _texts(exercise)) for word in wanted)
    ]
    click.echo(encode(found, indent=2).decode() if as_json else render_exercises(found), nl=as_json)


def _texts(exercise: "Exercise") -> list[str]:
    return [text.casefold() for text in (exercise.id, exercise.name, *exercise.names, *exercise.muscles.prime)]
