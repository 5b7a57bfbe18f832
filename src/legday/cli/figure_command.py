"""`legday figure`: the moving picture of an exercise, written as an SVG file."""

from pathlib import Path
from typing import Literal

import click


@click.command("figure")
@click.argument("exercise")
@click.option("--variant", help="Which variant; the usual one if not given.")
@click.option("--view", type=click.Choice(["side", "front"]), help="From where; the most telling one if not given.")
@click.option("--tempo", help="Seconds down, stretched, up, shortened, such as 3-1-x-0.")
@click.option("--still", is_flag=True, help="Both ends of the range, without motion.")
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), help="The file; standard output if not given.")
def command(
    exercise: str, variant: str | None, view: Literal["side", "front"] | None, tempo: str | None, still: bool,
    out: Path | None,
) -> None:  # fmt: skip
    """Draw EXERCISE as an SVG that moves, from the poses of the model; see docs/figures.md."""
    from legday.cli.output import write_file
    from legday.figures import draw_figure, read_tempo
    from legday.physics import find_variant

    key = find_variant(exercise, variant)
    figure = draw_figure(*key.split("/"), view=view, tempo=read_tempo(tempo) if tempo else None, still=still)
    if out is None:
        click.echo(figure.svg)
    else:
        write_file(out, figure.svg.encode())
        click.echo(f"{out}: {figure.text}", err=True)
