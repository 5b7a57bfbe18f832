"""`legday exercises`: the catalogue, searched by words, and the guide of one exercise."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from legday.catalogue import Exercise


class _FindByDefault(click.Group):
    """A group whose arguments are words to find, unless they begin with one of its commands."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        asks = not args or args[0] not in {*self.commands, *ctx.help_option_names}
        return super().parse_args(ctx, ["find", *args] if asks else args)


@click.group("exercises", cls=_FindByDefault)
def command() -> None:
    """Find exercises by words (`legday exercises seated curl`), or show the guide of one."""


@command.command("find")
@click.argument("words", nargs=-1)
@click.option("--instead", is_flag=True, help="Show what can stand in for the exercise found first.")
@click.option("--place", type=click.Choice(["gym", "home-dumbbells", "bodyweight"]), default="gym", show_default=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def find(words: tuple[str, ...], instead: bool, place: str, as_json: bool) -> None:
    """Find exercises whose name, id, muscles or app names hold all WORDS.

    With --instead, find exercises that keep the intent of the first one found with the equipment of --place.
    """
    from legday.catalogue import load_catalogue, substitutes
    from legday.cli.render import render_exercises
    from legday.documents import InputError, encode
    from legday.planner import PLACES, Place

    wanted = " ".join(words).casefold().split()
    found = [
        exercise
        for exercise in load_catalogue().exercises.values()
        if all(any(word in text for text in _texts(exercise)) for word in wanted)
    ]
    found.sort(key=lambda exercise: _distance(exercise, wanted))
    if instead:
        if not found:
            raise InputError.at("", f"no exercise has the words {' '.join(words)!r}; try fewer")
        found = [each.exercise for each in substitutes(found[0], PLACES[Place(place)])]
    click.echo(encode(found, indent=2).decode() if as_json else render_exercises(found), nl=as_json)


@command.command("show")
@click.argument("name", nargs=-1, required=True)
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def show(name: tuple[str, ...], as_json: bool) -> None:
    """Show the guide of the exercise NAME: how to do it, its variants side by side, when it belongs, who should not."""
    from legday.cli.guide_text import guide_text
    from legday.documents import encode
    from legday.guide import find_guide

    guide = find_guide(" ".join(name))
    click.echo(encode(guide, indent=2).decode() if as_json else guide_text(guide), nl=as_json)


def _texts(exercise: "Exercise") -> list[str]:
    return [text.casefold() for text in (exercise.id, exercise.name, *exercise.names, *exercise.muscles.prime)]


def _distance(exercise: "Exercise", wanted: list[str]) -> tuple[int, str]:
    """How much more there is in the name than the words: `leg press` comes before `leg-press calf raise`."""
    return len(exercise.name.split()) - sum(word in exercise.name.casefold() for word in wanted), exercise.id
