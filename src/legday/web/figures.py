"""The figure of an exercise variant: drawn from each side it is shown from, the same in words, and its muscles."""

from typing import Annotated

import msgspec
from litestar import get
from litestar.params import FromPath, QueryParameter

from legday.documents import InputError
from legday.figures import View, draw_figure, muscles_of_figure, read_tempo, views_of
from legday.web.problems import Refusal


class DrawnView(msgspec.Struct, frozen=True):
    """A figure from one side, as SVG that moves by itself."""

    view: View
    svg: str


class ColouredMuscle(msgspec.Struct, frozen=True):
    """A muscle that a figure colours, and how active it is at most in a working set [%]."""

    muscle: str
    name: str
    activation: int


class ExerciseFigure(msgspec.Struct, frozen=True):
    """A variant in motion: in words, from one or two sides (the more telling first), and its muscles, hardest first."""

    text: str
    views: tuple[DrawnView, ...]
    muscles: tuple[ColouredMuscle, ...]


@get("/exercises/{exercise:str}/figures/{variant:str}", sync_to_thread=True, opt={"refuses": (404, 422)})
def show_figure(
    exercise: FromPath[str], variant: FromPath[str], tempo: Annotated[str, QueryParameter(max_length=20)] = ""
) -> ExerciseFigure:
    """Show how a variant moves, at a tempo such as `3-1-x-0` if one is given."""
    try:
        views = views_of(exercise, variant)
    except InputError as error:
        raise Refusal(404, str(error)) from None
    timed = read_tempo(tempo) if tempo else None
    drawn = [draw_figure(exercise, variant, view=view, tempo=timed) for view in views]
    return ExerciseFigure(
        drawn[0].text,
        tuple(DrawnView(each.view, each.svg) for each in drawn),
        tuple(ColouredMuscle(*each) for each in muscles_of_figure(exercise, variant)),
    )


HANDLERS = (show_figure,)
