"""The front end as it is served: fresh where it must be, kept where it can be, and never outside its folder."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy import Engine

from legday.web.app import make_app

Client = TestClient[Any]
INDEX = "<!doctype html><title>legday</title>" + "<p>text</p>" * 100


@pytest.fixture
def built(store: Engine, tmp_path: Path) -> Iterator[Client]:
    folder = tmp_path / "static"
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text(INDEX)
    (folder / "sw.js").write_text("self.skipWaiting()")
    (folder / "manifest.webmanifest").write_text("{}")
    (folder / "assets" / "index-abc123.js").write_text("export {}")
    (folder / "icon.png").write_bytes(b"\x89PNG")
    (tmp_path / "secret.txt").write_text("secret")
    with TestClient(make_app(store, "me", folder=folder), base_url="http://127.0.0.1") as made:
        yield made


@pytest.mark.parametrize(
    ("path", "kind", "freshness"),
    [
        ("/", "text/html", "no-cache"),
        ("/sw.js", "text/javascript", "no-cache"),
        ("/manifest.webmanifest", "application/manifest+json", "no-cache"),
        ("/assets/index-abc123.js", "text/javascript", "public, max-age=31536000, immutable"),
        ("/icon.png", "image/png", "no-cache"),
    ],
)
def test_each_file_has_its_type_and_freshness(built: Client, path: str, kind: str, freshness: str) -> None:
    response = built.get(path)
    assert response.status_code == 200
    assert response.headers["content-type"].partition(";")[0] == kind
    assert response.headers["cache-control"] == freshness
    again = built.get(path, headers={"If-None-Match": response.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("path", ["/", "/plan", "/train/free", "/log/session/i0123:1", "/exercise/squat", "/exercises"])
def test_every_page_of_the_app_is_the_app(built: Client, path: str) -> None:
    response = built.get(path)
    assert (response.status_code, response.text) == (200, INDEX)
    assert response.headers["content-encoding"] == "gzip"
    assert built.get(path, headers={"Accept-Encoding": "identity"}).text == INDEX


@pytest.mark.parametrize("path", ["/assets/index-old.js", "/none.png", "/api/none", "/api"])
def test_what_is_not_there_is_no_page(built: Client, path: str) -> None:
    response = built.get(path)
    assert response.status_code == 404 or response.json()["status"] == 404


@pytest.mark.parametrize(
    "path", ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "//etc/passwd"]
)
def test_nothing_outside_the_folder_is_served(built: Client, path: str) -> None:
    response = built.get(path)
    assert "secret" not in response.text
    assert "root:" not in response.text


def test_a_page_that_was_built_again_is_served_at_once(built: Client, tmp_path: Path) -> None:
    old = built.get("/").headers["etag"]
    (tmp_path / "static" / "index.html").write_text(INDEX + "new")
    fresh = built.get("/", headers={"If-None-Match": old})
    assert fresh.status_code == 200
    assert fresh.text.endswith("new")


def test_without_a_front_end_a_plain_page_says_what_to_do(client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 503
    assert "make run" in response.text
