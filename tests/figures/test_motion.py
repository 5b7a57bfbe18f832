"""Figures in a real Chromium: they move, and stand still for who asks for little motion."""

from collections.abc import Iterator

import pytest
from bench.chromium import ARGUMENTS, find_chromium
from playwright.sync_api import Browser, sync_playwright

from legday.figures import draw_figure


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    found = find_chromium()
    with sync_playwright() as play:
        browser = play.chromium.launch(
            executable_path=str(found.program), args=list(ARGUMENTS), env=dict(found.environment)
        )
        yield browser
        browser.close()


def shots(browser: Browser, svg: str, motion: str, shares: tuple[float, ...]) -> tuple[list[bytes], int]:
    """Pictures of a figure at shares of its rep, and how many animations run."""
    page = browser.new_page(viewport={"width": 240, "height": 320}, reduced_motion=motion)  # type: ignore[arg-type]
    page.set_content(f'<body style="margin:0">{svg}')
    taken = []
    count: int = page.evaluate("document.getAnimations().length")
    for share in shares:
        page.evaluate(
            """share => { for (const each of document.getAnimations()) {
                each.pause();
                each.currentTime = share * each.effect.getComputedTiming().duration;
            } }""",
            share,
        )
        taken.append(page.screenshot())
    page.close()
    return taken, count


@pytest.mark.parametrize("exercise", ["squat", "hip-abduction", "box-jump"])
def test_a_figure_moves_and_comes_back(chromium: Browser, exercise: str) -> None:
    (start, half, end), running = shots(chromium, draw_figure(exercise, "usual").svg, "no-preference", (0.0, 0.5, 1.0))
    assert running > 5
    assert start != half
    assert abs(len(start) - len(end)) <= 0.02 * len(start)


def test_who_asks_for_little_motion_sees_both_ends_at_once(chromium: Browser) -> None:
    svg = draw_figure("squat", "usual").svg
    (first, later), running = shots(chromium, svg, "reduce", (0.0, 0.5))
    assert running == 0
    assert first == later
    (turn,), _ = shots(chromium, svg, "no-preference", (0.5,))
    assert first != turn  # the ghost of the start is beside it
