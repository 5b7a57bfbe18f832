"""The handbook as it was built: whole, sound without a network, and with everything of the code that it promises."""

import importlib
import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import httpx
import pytest
from handbook.build import BrokenSiteError, build
from handbook.contents import DOCS, Section
from handbook.generated.library import ROOMS
from litestar.testing import TestClient
from sqlalchemy import Engine, create_engine

from legday.catalogue import load_catalogue
from legday.evidence import load_claims
from legday.planner.rules import RULES
from legday.programs import load_methods
from legday.web.app import make_app
from legday.web.pages import HANDBOOK
from legday.web.safety import CONTENT_POLICY

PASSWORD = "long enough"  # noqa: S105
OUTSIDE = ("/docs/none.html", "/docs/..%2fapp.py", "/docs/%2e%2e/app.py", "/docs/../app.py", "/docs//etc/passwd")


class Page(HTMLParser):
    """What a browser would fetch, follow and find on a page."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.inline: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self._script = False
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.tags.append(tag)
        self._script = tag == "script" and "src" not in given
        if tag == "style" or self._script or "style" in given or any(name.startswith("on") for name in given):
            self.inline.append(tag)
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a":
            self.links.append(given["href"])
        elif "href" in given or "src" in given:
            self.fetched.append(given.get("href") or given["src"])

    def handle_data(self, data: str) -> None:
        self.text += data


@cache
def pages() -> dict[str, Page]:
    files = sorted(HANDBOOK.glob("*.html"))
    assert files, "the handbook is not built: say make docs"
    return {file.name: Page(file) for file in files}


def test_a_site_with_something_wrong_is_not_built_and_all_of_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("as it was")
    with pytest.raises(BrokenSiteError) as broken:
        build(tmp_path, (Section("Some", ("phone", "goals", "nowhere")),))
    told = broken.value.problems
    assert "handbook/contents.py lists nowhere, which nobody writes: add docs/nowhere.md" in told
    assert "docs/profile.md has no place in handbook/contents.py" in told
    assert "goals: there is no page expenditure.html" in told
    assert (tmp_path / "index.html").read_text() == "as it was"


def test_every_written_page_is_there() -> None:
    written = {f"{file.stem}.html" for file in DOCS.glob("*.md")}
    assert len(written) > 25
    assert written - set(pages()) == set()


def test_nothing_comes_from_elsewhere_and_nothing_is_inline() -> None:
    """The policy of the app lets nothing through that is inline or from another place."""
    assert b"default-src 'self'" in CONTENT_POLICY
    assert b"unsafe" not in CONTENT_POLICY
    for name, page in pages().items():
        assert page.inline == [], name
        for address in page.fetched:
            assert (HANDBOOK / address.removeprefix("/docs/")).is_file(), f"{name} fetches {address}"
    styles = "".join(file.read_text(encoding="utf-8") for file in HANDBOOK.glob("*.css"))
    assert set(re.findall(r"url\(([^)]*)\)", styles)) == {'"tokens.css"'}


def test_every_link_leads_to_a_page_and_a_place_on_it() -> None:
    followed = 0
    for name, page in pages().items():
        for link in page.links:
            if link.startswith(("http://", "https://", "/")) and not link.startswith("/docs/"):
                continue
            target, _, anchor = link.removeprefix("/docs/").partition("#")
            found = pages().get(target or name)
            assert found is not None, f"{name} leads to {link}"
            assert not anchor or unquote(anchor) in found.ids, f"{name} leads to {link}"
            followed += 1
    assert followed > 1000


def test_each_page_has_one_title_and_ids_of_its_own() -> None:
    for name, page in pages().items():
        assert page.tags.count("h1") == 1, name
        assert len(page.ids) == len(set(page.ids)), name


def test_what_is_drawn_from_the_code_is_whole() -> None:
    assert {rule.id for rule in RULES} <= set(pages()["rules.html"].ids)
    claims = pages()["claims.html"].text
    assert [claim.id for claim in load_claims() if f"legday evidence {claim.id}" not in claims] == []
    catalogue = pages()["catalogue.html"].links
    assert [each for each in load_catalogue().exercises if f"/exercise/{each}" not in catalogue] == []


def test_every_name_of_a_rooms_door_is_in_the_library() -> None:
    assert len(ROOMS) >= 15
    for room in ROOMS:
        names = {name.lower() for name in importlib.import_module(f"legday.{room}").__all__}
        told = set(pages()[f"library-{room}.html"].ids)
        assert names - {re.sub(r"-\d+$", "", each) for each in told} == set(), room


@pytest.fixture
def store() -> Engine:
    return create_engine("sqlite://")


def test_every_request_of_the_api_is_told_with_its_shapes(store: Engine) -> None:
    with TestClient(make_app(store, "me"), base_url="http://127.0.0.1") as client:
        document = client.get("/api/openapi.json").json()
    told = pages()["api-requests.html"].text
    for path, operations in document["paths"].items():
        for method in operations:
            assert f"{method.upper()} {path}\n" in told
    shapes = pages()["api-shapes.html"]
    assert set(document["components"]["schemas"]) - set(shapes.text.split()) == set()


@pytest.mark.parametrize("method", sorted(load_methods()))
def test_a_method_has_a_page_with_a_week_and_its_sets(method: str) -> None:
    page = pages()[f"method-{method}.html"]
    for anchor in ("a-week-of-it", "levels", "its-sets-step-by-step", "what-evidence-says"):
        assert anchor in page.ids
    lines = {str(slot.sets) for routine in load_methods()[method].routines for slot in routine.slots if slot.part}
    assert len(lines) > 2
    assert [line for line in lines if line not in page.text] == []


def test_it_is_served_with_its_types_and_nothing_beside_it(store: Engine) -> None:
    with TestClient(make_app(store, "me", password=PASSWORD), base_url="http://127.0.0.1") as client:

        def get(path: str, **headers: str) -> httpx.Response:
            return client.get(path, headers=headers, follow_redirects=False)

        for path in ("/docs", "/docs/"):
            assert (get(path).status_code, get(path).headers["location"]) == (307, "/docs/index.html")
        for file, kind in (
            ("index.html", "text/html"),
            ("handbook.css", "text/css"),
            ("handbook.js", "text/javascript"),
            ("icon.svg", "image/svg+xml"),
        ):
            answer = get(f"/docs/{file}")
            assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, kind)
            assert answer.headers["cache-control"] == "no-cache"
            assert answer.headers["content-security-policy"] == CONTENT_POLICY.decode()
            assert get(f"/docs/{file}", **{"If-None-Match": answer.headers["etag"]}).status_code == 304
        for path in (
            "/docs/none.html",
            "/docs/..%2fapp.py",
            "/docs/%2e%2e/app.py",
            "/docs/../app.py",
            "/docs//etc/passwd",
        ):
            answer = get(path)
            assert answer.status_code == 404 or answer.text == get("/app.py").text
            assert "def make_app" not in answer.text
            assert "root:" not in answer.text
        assert "This page is not here" in get("/docs/none.html").text


def test_where_it_is_not_built_a_page_says_how(store: Engine, tmp_path: Path) -> None:
    with TestClient(make_app(store, "me", handbook=tmp_path), base_url="http://127.0.0.1") as client:
        answer = client.get("/docs/index.html")
    assert answer.status_code == 503
    assert "make docs" in answer.text
