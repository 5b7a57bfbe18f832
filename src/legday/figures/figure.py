"""Figures by exercise and variant: drawn, still, and as key frames for print."""

from functools import lru_cache

from legday.documents import InputError
from legday.figures.drawing import draw_body
from legday.figures.key_frames import write_frames
from legday.figures.model import Body, Figure, View
from legday.figures.poses import build, find
from legday.figures.svg import write
from legday.figures.tempo import timing
from legday.figures.words import muscle_list, say
from legday.notation import Tempo


def draw_figure(
    exercise: str, variant: str, *, view: View | None = None, tempo: Tempo | None = None, still: bool = False
) -> Figure:
    """Draw a variant.

    Parameters
    ----------
    exercise, variant
        Their ids in the catalogue.
    view
        From where it is seen, one of `views_of`; the most telling one if not given.
    tempo
        How long the phases of a rep take; calm if not given.
    still
        Whether it stands still, with both ends of the range to be seen.

    Raises
    ------
    InputError
        If the variant has no poses, or is not drawn from there.
    """
    views = views_of(exercise, variant)
    chosen = view or views[0]
    if chosen not in views:
        raise InputError.at("view", f"{exercise} {variant} is not drawn from the {chosen}; take {' or '.join(views)}")
    return _drawn(exercise, variant, chosen, tempo, still)


@lru_cache(maxsize=1024)
def _drawn(exercise: str, variant: str, view: View, tempo: Tempo | None, still: bool) -> Figure:
    body = body_of(exercise, variant)
    timed = timing(tempo, lowers_first=body.lowers_first, hop=body.hop)
    text = say(body)
    title = f"{body.prepared.exercise.name}: {body.prepared.variant.name}, from the {view}"
    return Figure(write(body, draw_body(body, view), view, timed, title, text, still=still), text, view)


@lru_cache(maxsize=256)
def key_frames(exercise: str, variant: str) -> str:
    """Draw the start and the turn of a variant side by side, in plain colours for print; a hold is drawn once.

    Raises
    ------
    InputError
        If the variant has no poses.
    """
    view, body = views_of(exercise, variant)[0], body_of(exercise, variant)
    return write_frames(body, draw_body(body, view), say(body))


@lru_cache(maxsize=1024)
def body_of(exercise: str, variant: str) -> Body:
    """Return the body that a variant is drawn from; raises InputError if it has no poses."""
    return build(find(exercise, variant))


def views_of(exercise: str, variant: str) -> tuple[View, ...]:
    """Say from where a variant is drawn, the most telling view first; raises InputError if it has no poses."""
    prepared = find(exercise, variant)
    recipe, chosen = prepared.recipe, prepared.variant
    if recipe.number("roll"):
        return ("front",)
    aside = recipe.numbers.get("abduction", (0.0,)) + recipe.numbers.get("rotation", (0.0,))
    if max(aside) - min(aside) > 8 or ("share" in recipe.numbers and prepared.exercise.pattern == "lunge"):
        return ("front", "side")
    told = chosen.stance in ("narrow", "wide") or chosen.foot_width in ("narrow", "wide") or chosen.toes_out
    if told or recipe.number("width") >= 0.5 or abs(recipe.number("toes")) >= 15:
        return ("side", "front")
    return ("side",)


def muscles_of_figure(exercise: str, variant: str) -> list[tuple[str, str, int]]:
    """List the muscles that a figure colours, hardest first: id, name, greatest activation [%]."""
    return muscle_list(body_of(exercise, variant))
