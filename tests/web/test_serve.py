"""`legday serve` as a person meets it: real processes, ports, exit codes, one sentence where something is wrong."""

import datetime as dt
import http.client
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import trustme

from legday.documents import decode
from legday.planner import Profile
from legday.store import open_store, save_profile

SERVE = [sys.executable, "-c", "from legday.cli import main; main()", "serve"]


SENTENCE = "a long sentence"


def environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("LEGDAY_")}
    return {**kept, "LEGDAY_HOME": str(home), **more}


@contextmanager
def served(home: Path, *options: str, **more: str) -> Iterator[tuple[subprocess.Popen[str], str, int]]:
    """Serve on a free port, wait for its first line, and give the process, the line and the port."""
    command = [*SERVE, "--port", "0", *options]
    process = subprocess.Popen(command, env=environment(home, **more), stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r":(\d+) ", line)
        assert found, line + process.stderr.read()
        yield process, line, int(found[1])
    finally:
        process.kill()
        process.communicate()


def ask(port: int, path: str = "/api/me") -> tuple[int, bytes]:
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read()


def refused(home: Path, *options: str, **more: str) -> str:
    command = [*SERVE, *options]
    done = subprocess.run(
        command, env=environment(home, **more), capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1
    return done.stderr


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_serves_and_ends_when_told_to(tmp_path: Path, how: signal.Signals) -> None:
    with served(tmp_path) as (process, line, port):
        assert "serves me at http://127.0.0.1:" in line
        status, body = ask(port)
        assert status == 200
        assert b'"name":"me"' in body
        assert ask(port, "/api/openapi.json")[0] == 200
        process.send_signal(how)
        assert process.wait(20) == 0
        with pytest.raises(ConnectionRefusedError):
            ask(port)
    assert [file.name for file in tmp_path.iterdir()] == ["legday.sqlite3"]  # nothing waits in a write-ahead log


def test_the_only_athlete_there_is_is_served(tmp_path: Path) -> None:
    profile = decode('{"name": "Ann", "days": {"monday": "60 min"}}', Profile)
    with open_store(tmp_path) as store:
        save_profile(store, "Ann", profile, dt.datetime.now(dt.UTC))
    with served(tmp_path) as (_, line, port):
        assert "serves Ann at" in line
        assert b'"monday":"1 h"' in ask(port)[1]
    with served(tmp_path, "--athlete", "Bob") as (_, line, _port):
        assert "serves Bob at" in line


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1"])  # noqa: S104
def test_others_can_not_reach_it_without_a_password(tmp_path: Path, host: str) -> None:
    said = refused(tmp_path, "--host", host, "--port", "0")
    assert "--password-file" in said
    assert not (tmp_path / "legday.sqlite3").exists()


def test_with_a_password_others_are_asked_for_it(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(SENTENCE)
    with served(tmp_path, "--host", "0.0.0.0", "--password-file", str(file)) as (_, _line, port):  # noqa: S104
        assert ask(port)[0] == 401
    with served(tmp_path, LEGDAY_PASSWORD=SENTENCE) as (_, _line, port):
        assert ask(port)[0] == 401


def test_what_is_wrong_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"port {port} is taken" in refused(tmp_path, "--port", str(port))
    assert "can't listen on" in refused(tmp_path, "--host", "127.0.0.999", LEGDAY_PASSWORD=SENTENCE)
    assert "at least 8 characters" in refused(tmp_path, LEGDAY_PASSWORD=SENTENCE[:5])
    assert "can't be read" in refused(tmp_path, "--password-file", str(tmp_path / "none"))
    assert "no database" in refused(tmp_path, LEGDAY_DATABASE="nosuch://here")


def test_it_serves_by_https_with_a_certificate(tmp_path: Path) -> None:
    authority = trustme.CA()
    certificate = authority.issue_cert("localhost")
    certificate.private_key_and_cert_chain_pem.write_to_path(tmp_path / "both.pem")
    trusted = ssl.create_default_context()
    authority.configure_trust(trusted)
    with served(tmp_path / "home", "--certificate", str(tmp_path / "both.pem")) as (_, line, port):
        assert "at https://127.0.0.1:" in line
        with closing(http.client.HTTPSConnection("localhost", port, timeout=30, context=trusted)) as connection:
            connection.request("GET", "/api/me")
            assert connection.getresponse().status == 200


def test_a_certificate_that_is_none_is_refused(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.touch()
    assert f"{empty}: no certificate" in refused(tmp_path, "--certificate", str(empty))
    assert "give its certificate" in refused(tmp_path, "--key", str(empty))
