"""An app of an empty store, and a client that speaks to it as the pages do."""

import logging
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy import Engine

from legday.store import open_store
from legday.web.app import make_app

OWN = {"X-Legday": "1"}


@pytest.fixture(autouse=True)
def quiet() -> None:
    """Keep the client from telling each of its requests."""
    logging.getLogger("httpx").setLevel(logging.WARNING)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Engine]:
    with open_store(tmp_path / "data") as engine:
        yield engine


@pytest.fixture
def client(store: Engine, tmp_path: Path) -> Iterator[TestClient[Any]]:
    with TestClient(make_app(store, "me", folder=tmp_path / "static"), base_url="http://127.0.0.1") as made:
        made.headers.update(OWN)
        yield made
