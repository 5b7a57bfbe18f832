"""Who may ask the server for what: hosts, requests from other sites, sizes, headers, the login."""

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar.testing import TestClient
from sqlalchemy import Engine

from legday.store import list_plans, load_profile
from legday.web.app import MAX_BODY, make_app
from legday.web.safety import Login, is_known_host, token_in

Client = TestClient[Any]
PROFILE = {"name": "Ann", "days": {"monday": "60 min"}}
PASSWORD = "long enough"  # noqa: S105


def the_problem(response: Any, status: int) -> dict[str, Any]:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    told: dict[str, Any] = response.json()
    assert told["status"] == status
    assert told["title"]
    assert told["detail"]
    return told


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8421", "[::1]:8421", "192.168.1.7:8421", "LOCALHOST", "gym"])
def test_a_server_answers_to_its_addresses_and_names(host: str) -> None:
    assert is_known_host(host, ("gym",))


@pytest.mark.parametrize("host", ["", "evil.example", "localhost.evil.example", "127.0.0.1.evil.example:8421", "[::1"])
def test_a_name_made_to_point_here_is_refused(client: Client, host: str) -> None:
    assert not is_known_host(host, ("gym",))
    response = client.get("/api/me", headers={"Host": host})
    the_problem(response, 421)
    assert client.get("/", headers={"Host": host}).status_code == 421


@given(st.text(st.characters(codec="ascii")))
def test_no_host_header_breaks_the_check(host: str) -> None:
    assert is_known_host(host, ()) in (True, False)


@given(st.text())
def test_no_cookie_breaks_the_search_for_a_session(cookies: str) -> None:
    assert isinstance(token_in(f"legday={cookies}"), str)


@pytest.mark.parametrize(
    ("method", "path"),
    [("PUT", "/api/profile"), ("POST", "/api/events"), ("PATCH", "/api/sets/x"), ("DELETE", "/api/sets/x")],
)
def test_what_changes_something_needs_the_header_that_other_sites_cannot_send(
    client: Client, store: Engine, method: str, path: str
) -> None:
    del client.headers["X-Legday"]
    the_problem(client.request(method, path, json=PROFILE), 403)
    assert load_profile(store, "me") is None
    preflight = client.options(path, headers={"Origin": "http://evil.example", "Access-Control-Request-Method": method})
    assert not [name for name in preflight.headers if name.lower().startswith("access-control")]


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_form_of_another_site_is_no_json(client: Client, store: Engine, kind: str) -> None:
    body = b'{"name": "Ann", "days": {"monday": "60 min"}}'
    the_problem(client.put("/api/profile", content=body, headers={"Content-Type": kind}), 415)
    assert load_profile(store, "me") is None


@pytest.mark.parametrize("path", ["/", "/api/me", "/api/nothing", "/api/days/2026-11-23", "/assets/none.js"])
def test_every_answer_has_the_safe_headers(client: Client, path: str) -> None:
    headers = client.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert policy["frame-ancestors"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert "server" not in headers


def test_requests_beyond_the_limits_are_refused_whole(client: Client) -> None:
    padded = b'{"events": []' + b" " * MAX_BODY + b"}"
    json = {"Content-Type": "application/json"}
    the_problem(client.post("/api/events", content=padded, headers=json), 413)
    the_problem(client.post("/api/events", content=b"[" * 200_000, headers=json), 400)
    one = {"at": "2026-11-21T12:00:00Z", "device": "phone", "about": "set", "of": "s", "change": {}}
    events = [{"id": f"01a1fdea-7c82-7000-8000-{number:012x}", **one} for number in range(1001)]
    the_problem(client.post("/api/events", json={"events": events}), 400)
    assert client.get("/api/events").json()["events"] == []
    assert client.post("/api/events", json={"events": events[:1000]}).json()["accepted"] == 1000


NO_BATCH = (b"", b"{", b"null", b"[]", b'"x"', b'{"events": {}}', b"\xff\xfe", b'{"events": [null]}')


@pytest.mark.parametrize("body", NO_BATCH)
def test_what_is_no_request_is_told_so(client: Client, body: bytes) -> None:
    the_problem(client.post("/api/events", content=body, headers={"Content-Type": "application/json"}), 400)


@pytest.fixture
def guarded(store: Engine, tmp_path: Path) -> Any:
    app = make_app(store, "me", password=PASSWORD, folder=tmp_path)
    with TestClient(app, base_url="http://127.0.0.1") as made:
        made.headers["X-Legday"] = "1"
        yield made


def test_a_login_opens_the_api_and_logging_out_closes_it(guarded: Client) -> None:
    for path in ("/api/me", "/api/export", "/api/events", "/api/nothing"):
        the_problem(guarded.get(path), 401)
    the_problem(guarded.put("/api/profile", json=PROFILE), 401)
    assert guarded.get("/api/openapi.json").status_code == 200
    the_problem(guarded.post("/api/login", json={"password": "wrong one"}), 401)
    response = guarded.post("/api/login", json={"password": PASSWORD})
    assert response.status_code == 204
    cookie = response.headers["set-cookie"]
    assert re.search(r"\bHttpOnly\b", cookie)
    assert re.search(r"\bSameSite=strict\b", cookie, re.IGNORECASE)
    token = guarded.cookies["legday"]
    assert guarded.get("/api/me").status_code == 200
    assert guarded.post("/api/logout").status_code == 204
    assert guarded.get("/api/me", headers={"Cookie": f"legday={token}"}).status_code == 401


def test_too_many_tries_have_to_wait(guarded: Client) -> None:
    for _ in range(5):
        the_problem(guarded.post("/api/login", json={"password": "wrong one"}), 401)
    response = guarded.post("/api/login", json={"password": PASSWORD})
    the_problem(response, 429)
    assert 0 < int(response.headers["retry-after"]) <= 61


def test_tries_are_counted_by_place_and_forgotten_in_time() -> None:
    now = [1000.0]
    login = Login(PASSWORD, lambda: now[0])
    for _ in range(5):
        assert login.wait("a") == 0
        assert login.log_in("a", "wrong one") is None
        now[0] += 1
    assert login.wait("a") == pytest.approx(55)
    assert login.wait("b") == 0
    now[0] += 55.5
    assert login.wait("a") == 0
    token = login.log_in("a", PASSWORD)
    assert token
    assert login.knows(token)
    now[0] += 31 * 86_400
    assert not login.knows(token)


def test_without_a_password_nothing_is_asked_for(client: Client) -> None:
    assert client.post("/api/login", json={"password": "x"}).status_code == 204
    assert client.get("/api/me").status_code == 200


def test_a_fault_tells_nothing_of_the_inside(client: Client, store: Engine) -> None:
    with store.begin() as connection:
        connection.exec_driver_sql("DROP TABLE plans")
    told = client.get("/api/plans")
    assert told.status_code in (500, 503)
    assert "Traceback" not in told.text
    assert "site-packages" not in told.text
    with pytest.raises(Exception, match="plans"):
        list_plans(store, "me")
