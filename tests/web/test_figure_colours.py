"""The app's own theme gives figures the colours that they have by themselves, so that they look alike everywhere."""

import re
from pathlib import Path

from legday.figures.svg import DARK, LIGHT

TOKENS = Path(__file__).parents[2] / "frontend" / "src" / "styles" / "tokens.css"


def test_the_theme_of_the_app_has_every_colour_of_the_figures_in_light_and_dark() -> None:
    light, *dark = re.findall(r"(?m)(?:^ +--figure-[a-z]+: [^;]+;\n)+", TOKENS.read_text(encoding="utf-8"))
    told = [dict(re.findall(r"--figure-([a-z]+): ([^;]+);", block)) for block in (light, *dark)]
    for colours in told:
        del colours["paper"]  # what the app lays under them
    assert told == [LIGHT, DARK, DARK]
