"""Moving pictures: every exercise variant drawn from the poses that the model solves."""

from legday.figures.figure import draw_figure, key_frames, muscles_of_figure, views_of
from legday.figures.model import Figure, View
from legday.figures.tempo import read_tempo

__all__ = ["Figure", "View", "draw_figure", "key_frames", "muscles_of_figure", "read_tempo", "views_of"]
