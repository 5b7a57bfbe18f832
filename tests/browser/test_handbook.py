"""The handbook in a browser: for everybody, in dark and light, on a phone; searched; read without a network."""

import re
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from browser.conftest import PHONE, Server
from browser.training import CONTROLLED, wait_until
from legday.web.pages import HANDBOOK

PAGES = ("set-language", "library-units", "method-circuit", "strength")
"""One of each kind: with code and tables, names of the library, headings of code, numbers in columns."""

WIDEST = """async (names) => {
  const body = document.querySelector("main");
  const wide = [];
  for (const name of names) {
    const page = new DOMParser().parseFromString(await (await fetch(name)).text(), "text/html");
    body.replaceChildren(...page.querySelector("main").childNodes);
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) wide.push(name);
  }
  return wide;
}"""
"""Puts the text of each page into the one that is open, and tells which are wider than the screen."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    started = Server(tmp_path_factory.mktemp("home"))
    started.start()
    yield started
    started.kill()


@pytest.fixture
def reader(context: BrowserContext, server: Server) -> Iterator[Page]:
    """A page that fails the test if it asks elsewhere for anything, or if the policy of the app stops something."""
    opened = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    opened.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    yield opened
    assert wrong == []
    assert asked
    assert [url for url in asked if not url.startswith(f"{server.address}/docs/")] == []


@pytest.mark.parametrize(("scheme", "names"), [("light", PAGES), ("dark", PAGES[:2])])
def test_pages_are_accessible(
    browser: Browser, server: Server, scheme: Literal["light", "dark"], names: tuple[str, ...]
) -> None:
    context = browser.new_context(base_url=server.address, viewport=PHONE, color_scheme=scheme)
    page = context.new_page()
    for name in names:
        page.goto(f"/docs/{name}.html")
        look(page, name)
    page.get_by_role("button", name="Contents").click()
    expect(page.get_by_role("navigation", name="Contents")).to_be_visible()
    look(page, "the contents")
    context.close()


def look(page: Page, where: str) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, f"{where}: {found.generate_report()}"


def test_no_page_is_wider_than_a_phone(reader: Page) -> None:
    names = sorted(file.name for file in HANDBOOK.glob("*.html"))
    assert len(names) > 60
    reader.goto("/docs/index.html")
    assert reader.evaluate(WIDEST, names) == []


def test_no_page_asks_elsewhere_for_anything(reader: Page) -> None:
    for name in (*PAGES, "catalogue"):
        reader.goto(f"/docs/{name}.html")
        expect(reader.get_by_role("searchbox", name="Search the handbook")).to_be_visible()


def test_the_search_finds_and_leads_there(reader: Page) -> None:
    reader.goto("/docs/index.html")
    reader.keyboard.press("/")
    field = reader.get_by_role("searchbox", name="Search the handbook")
    expect(field).to_be_focused()
    field.press_sequentially("rest-pause")
    found = reader.get_by_role("region", name="Found")
    expect(found.get_by_role("status")).to_have_text(re.compile(r"^\d+ found"))
    assert found.get_by_role("link").count() >= 3
    for said in found.get_by_role("link").all_inner_texts():
        assert "rest-pause" in said.lower()
    field.fill("hard sets counts weekly volume")
    first = found.get_by_role("link").first
    expect(first).to_contain_text("The set language")
    field.press("ArrowDown")
    expect(first).to_be_focused()
    reader.keyboard.press("Enter")
    expect(reader).to_have_url(re.compile(r"/docs/set-language\.html#hard-sets$"))
    field.fill("xyzzy")
    expect(found.get_by_role("status")).to_have_text(re.compile("Nothing is found"))
    field.press("Escape")
    expect(found).to_be_hidden()


def test_the_look_is_that_of_the_app(page: Page) -> None:
    page.goto("/docs/index.html")
    page.get_by_role("button", name="Look: as the system").click()
    page.get_by_role("button", name="Look: light").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    page.goto("/settings")
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")


def test_what_was_read_can_be_read_without_a_network(context: BrowserContext) -> None:
    page = context.new_page()
    page.goto("/settings")
    wait_until(page, CONTROLLED)
    page.get_by_role("link", name="Handbook").click()
    expect(page).to_have_url(re.compile(r"/docs/index\.html$"))
    page.get_by_role("link", name="Your first plan", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your first plan")
    context.set_offline(True)
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your first plan")
    background = "getComputedStyle(document.querySelector('.top')).position"
    assert page.evaluate(background) == "sticky"  # its look was kept with it
    page.goto("/docs/")
    expect(page.get_by_role("heading", level=1)).to_have_text("The legday handbook")
    page.goto("/docs/rules.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("This page is not on your phone yet")
    page.get_by_role("link", name="To the app").click()
    expect(page.get_by_role("navigation", name="Main")).to_be_visible()
