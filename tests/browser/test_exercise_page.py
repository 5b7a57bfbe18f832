"""Exercises in the app: found by any name, shown moving, compared variant by variant, and still there in the gym."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from browser.conftest import Server
from browser.test_pages import look
from browser.training import ask, begin, do_step, first_visit, plan_for, wait_until

MOVES = "host => host.shadowRoot.getAnimations().filter(each => each.playState === 'running').length"
FIGURE_KEPT = """async (path) => {
  if (!(await indexedDB.databases()).some(({ name }) => name === "legday-figures")) return false;
  return new Promise((answer) => {
    const opening = indexedDB.open("legday-figures");
    opening.onsuccess = () => {
      const asking = opening.result.transaction("figures").objectStore("figures").getKey(path);
      asking.onsuccess = () => (opening.result.close(), answer(asking.result !== undefined));
    };
  });
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    started = Server(tmp_path_factory.mktemp("home"))
    started.start()
    yield started
    started.kill()


@pytest.fixture(scope="module")
def sessions(server: Server) -> list[dict[str, Any]]:
    """The sessions of a plan that begins next Monday, as steps."""
    today = dt.date.today()
    return plan_for(server.address, "beginner-woman", today + dt.timedelta(7 - today.weekday()))


def drawing(page: Page) -> Locator:
    return page.locator(".figure .figure-drawing")


def test_pages_are_accessible_fit_and_stand_still_for_who_asks(looked_at: Page) -> None:
    looked_at.goto("/exercise/box-squat?variant=wide")
    expect(drawing(looked_at).get_by_role("img", name="Wide stance")).to_be_visible()
    expect(looked_at.locator("table.variants")).to_be_visible()
    looked_at.get_by_text("All numbers").first.click()
    look(looked_at, "the page of an exercise")
    assert drawing(looked_at).evaluate(MOVES) == 0

    looked_at.get_by_role("button", name="Play the figure").click()
    assert drawing(looked_at).evaluate(MOVES) > 0
    looked_at.get_by_role("button", name="Pause the figure").click()
    assert drawing(looked_at).evaluate(MOVES) == 0
    looked_at.goto("/exercises")
    looked_at.get_by_label("Search by any name").fill("squat")
    expect(looked_at.locator(".exercise-list li").first).to_be_visible()
    look(looked_at, "the list of exercises")


def test_variants_stand_side_by_side_and_are_shown_on_request(page: Page, server: Server) -> None:
    variants = ask(server.address, "/exercises/leg-press/guide")["variants"]
    high = next(each for each in variants if each["id"] == "foot-high")
    page.goto("/exercise/leg-press")
    rows = page.locator("table.variants > tbody")
    expect(rows).to_have_count(len(variants))
    row = rows.filter(has_text=high["name"])
    expect(row).to_contain_text(high["against_usual"]["summary"])
    knee = next(each for each in high["against_usual"]["rows"] if each["what"] == "knee extension")
    assert knee["settled"]
    expect(row.locator(".cell.settled").first).to_contain_text(f"{knee['agree']} of 100 models agree, settled")

    assert drawing(page).evaluate(MOVES) > 0
    row.get_by_role("button", name=high["name"]).click()
    expect(drawing(page).get_by_role("img", name=high["name"])).to_be_in_viewport()
    page.reload()
    expect(drawing(page).get_by_role("img", name=high["name"])).to_be_visible()
    expect(page.get_by_text(high["how"]).first).to_be_visible()


def test_an_exercise_is_found_by_what_other_apps_call_it(page: Page) -> None:
    page.goto("/settings")
    page.get_by_role("link", name="All exercises").click()
    page.get_by_label("Search by any name").fill("low bar sq")
    found = page.locator(".exercise-list li")
    expect(found).to_have_count(1)
    expect(found).to_contain_text("Also: Low Bar Squat")
    page.get_by_role("button", name="Calves").click()
    expect(found).to_have_count(0)
    page.get_by_role("button", name="All", exact=True).click()
    found.get_by_role("link").click()
    expect(page.get_by_role("heading", name="Barbell back squat", level=1)).to_be_visible()
    page.get_by_role("link", name="Back", exact=True).click()
    expect(found).to_have_count(1)  # the search is still there


def test_the_plan_leads_to_an_exercise_and_back(page: Page, sessions: list[dict[str, Any]]) -> None:
    block = next(each for each in sessions[0]["blocks"] if each["role"] == "main")
    page.goto("/plan")
    card = page.locator(".session-card").first
    if card.get_attribute("open") is None:
        card.locator("summary").first.click()
    card.locator("summary", has_text=block["name"]).click()
    card.get_by_role("link", name="How it is done").filter(visible=True).click()
    expect(drawing(page).get_by_role("img", name=block["name"])).to_be_visible()
    assert f"variant={block['variant']}" in page.url
    page.get_by_role("link", name="Back", exact=True).click()
    expect(page.get_by_role("heading", name="Plan", level=1)).to_be_visible()


def test_a_kept_session_shows_its_figures_without_the_network(
    page: Page, context: BrowserContext, sessions: list[dict[str, Any]]
) -> None:
    session = sessions[0]
    first_visit(page, len(sessions))
    block = next(each for each in session["blocks"] if each["role"] == "main")
    steps = [each for each in session["steps"] if each["block"] == block["key"] and each.get("set_key")]
    tempo = steps[0].get("tempo")
    path = f"/api/exercises/{quote(block['exercise'])}/figures/{quote(block['variant'])}"
    if tempo:
        path += "?tempo=" + "-".join(map(str, [*tempo[:2], tempo[2] or "x", tempo[3]]))
    wait_until(page, FIGURE_KEPT, path)
    context.set_offline(True)

    begin(page, session["id"])
    while page.locator(".player").get_attribute("data-step") != steps[0]["key"]:
        do_step(page)
    shown = page.locator(".how-it-moves")
    expect(drawing(page).get_by_role("img", name=block["name"])).to_be_visible()
    assert drawing(page).evaluate(MOVES) > 0
    drawing(page).scroll_into_view_if_needed()
    expect(page.locator("button.go")).to_be_in_viewport(ratio=1)
    look(page, "the player with a figure")

    page.get_by_text("How it moves").click()
    expect(drawing(page)).to_have_count(0)
    page.reload()
    expect(shown).to_be_visible()
    expect(drawing(page)).to_have_count(0)  # folded away for good
