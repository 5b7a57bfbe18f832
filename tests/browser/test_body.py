"""Measures that look like a slip are asked about, and a goal of body mass is tried, set and dropped."""

import datetime as dt
from typing import Any

from playwright.sync_api import Page, expect

from browser.conftest import Server
from browser.training import CONTROLLED, ask, wait_for_upload, wait_until

TODAY = dt.date.today()
ANN: dict[str, Any] = {"name": "Ann", "days": {"monday": "60 min"}, "goal": "leaner", "units": "kg"}
WHO = {"sex": "female", "birth_year": TODAY.year - 31, "height": "168 cm", "body_mass": "74 kg"}


def weigh(server: Server, *values: float) -> None:
    for number, value in enumerate(values):
        day = TODAY - dt.timedelta(len(values) - number)
        ask(server.address, "/measures", {"date": str(day), "kind": "body-mass", "value": value, "unit": "kg"})


def masses(server: Server) -> list[tuple[str, bool]]:
    return [(each["value"], each["checked"]) for each in ask(server.address, "/measures")]


def enter(page: Page, value: str) -> None:
    page.get_by_role("button", name="Body mass", exact=False).first.click()
    page.get_by_role("dialog").get_by_label("Body mass [kg]").fill(value)
    page.get_by_role("dialog").get_by_label("Body mass [kg]").blur()
    page.get_by_role("button", name="Save").click()


def test_pounds_typed_as_kilograms_are_asked_about_and_mended_or_kept(page: Page, server: Server) -> None:
    ask(server.address, "/profile", {**ANN, **WHO}, "PUT")
    weigh(server, 80.2, 79.9, 80.1)
    page.goto("/body")
    expect(page.get_by_text("80.1 kg").first).to_be_visible()
    enter(page, "176")
    expect(page.get_by_role("alert")).to_contain_text("Did you mean 176 lb?")
    page.get_by_role("button", name="176 lb, that is 79.8 kg").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    wait_for_upload(page)
    assert masses(server)[-1] == ("79.8", False)

    enter(page, "90")
    expect(page.get_by_role("alert")).to_contain_text("% more")
    page.get_by_role("button", name="90 kg is right").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    wait_for_upload(page)
    assert masses(server)[-1] == ("90", True)

    enter(page, "80")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_a_day_still_to_come_can_not_be_measured(page: Page) -> None:
    page.goto("/body")
    page.get_by_role("button", name="Waist").click()
    page.get_by_text("Another day, a note").click()
    page.get_by_label("Day").fill(str(TODAY + dt.timedelta(1)))
    expect(page.get_by_text("still to come")).to_be_visible()
    expect(page.get_by_role("button", name="Save")).to_be_disabled()


def test_a_goal_is_asked_for_what_lacks_tried_refused_set_and_dropped(page: Page, server: Server) -> None:
    ask(server.address, "/profile", ANN, "PUT")
    page.goto("/goal")
    expect(page.get_by_role("heading", name="First, about you")).to_be_visible()
    page.get_by_text("Woman").click()
    for label, value in (("Birth year", str(TODAY.year - 31)), ("Height", "168"), ("Body mass", "74")):
        page.get_by_label(label, exact=True).fill(value)
        page.get_by_label(label, exact=True).blur()
    page.get_by_role("button", name="Save").click()
    mass = page.get_by_label("Body mass [kg]").first
    mass.fill("60")
    mass.blur()
    refusal = page.get_by_role("alert")
    expect(refusal).to_contain_text("is not safe")
    for paragraph in refusal.locator("p").all():
        assert paragraph.evaluate(
            "(p) => p.scrollWidth <= p.clientWidth && p.getBoundingClientRect().right <= innerWidth"
        )
    refusal.get_by_role("button").first.click()
    page.get_by_role("button", name="Set this goal").click()
    expect(page.get_by_role("button", name="Drop the goal")).to_be_visible()
    goal = ask(server.address, "/profile")["mass_goal"]
    assert goal["since"] == str(TODAY)
    now = ask(server.address, "/goal")
    intake = f"{round(now['target']['intake'], -1):,.0f}"
    assert now["target"]["refusal"] is None
    expect(page.get_by_text(intake).first).to_be_visible()
    page.get_by_role("button", name="Drop the goal").click()
    expect(page.get_by_role("button", name="Drop the goal")).to_have_count(0)
    assert ask(server.address, "/profile")["mass_goal"] is None


def test_the_body_shows_its_measures_without_a_signal(page: Page, server: Server) -> None:
    ask(server.address, "/profile", {**ANN, **WHO}, "PUT")
    weigh(server, 75, 74.8, 74.9, 74.5)
    page.goto("/")
    wait_until(page, CONTROLLED)
    expect(page.get_by_text("Up to date")).to_be_visible()
    page.context.set_offline(True)
    page.goto("/body")
    expect(page.get_by_role("img", name="Body mass. From 75 kg")).to_be_visible()
    expect(page.get_by_text("The trend is drawn by the server")).to_be_visible()
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_role("img", name="Body mass. Trend: from")).to_be_visible()


def test_what_is_being_typed_stays_while_the_page_is_shown_again(page: Page, server: Server) -> None:
    goal = {"to": "70 kg", "by": str(TODAY + dt.timedelta(120))}
    ask(server.address, "/profile", {**ANN, **WHO, "mass_goal": goal}, "PUT")
    page.goto("/goal")
    mass = page.get_by_role("textbox", name="Body mass [kg]")
    mass.click()
    page.keyboard.press("Control+A")
    page.keyboard.type("7")
    expect(page.get_by_role("img", name="The way to it")).to_be_visible()
    page.keyboard.type("1.5")
    page.keyboard.press("Tab")
    expect(page.get_by_text("2.5 kg less than your trend of today")).to_be_visible()
    expect(mass).to_have_value("71.5")
