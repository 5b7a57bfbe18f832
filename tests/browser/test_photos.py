"""Photos of the body stay on the device: no request carries one, no export holds one, and a camera's notes are gone."""

import datetime as dt
import io
import json
import struct
import zipfile
from typing import Any

import httpx
import pytest
from playwright.sync_api import BrowserContext, Page, Request, expect

from browser.conftest import Server
from browser.training import CONTROLLED, ask, wait_for_upload, wait_until

PLACE = "Torstrasse 1, Berlin"
DRAWN = """async () => {
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [2400, 1800];
  const context = canvas.getContext("2d");
  for (let dot = 0; dot < 4000; dot++) {
    context.fillStyle = `hsl(${Math.random() * 360} 70% 50%)`;
    context.fillRect(Math.random() * 2400, Math.random() * 1800, 90, 90);
  }
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.7));
  return Array.from(new Uint8Array(await blob.arrayBuffer()));
}"""
KEPT = """() => new Promise((answer) => {
  const opening = indexedDB.open("legday-photos");
  opening.onsuccess = () => {
    const reading = opening.result.transaction("photos").objectStore("photos").getAll();
    reading.onsuccess = async () => {
      opening.result.close();
      answer(await Promise.all(reading.result.map(async ({ image, ...rest }) =>
        ({ ...rest, image: Array.from(new Uint8Array(await image.arrayBuffer())) }))));
    };
  };
})"""


def picture(page: Page) -> bytes:
    """A wide photo of noise as a phone writes it: with a note of how to turn it and of where it was."""
    drawn = bytes(page.evaluate(DRAWN))
    place = PLACE.encode() + b"\0"
    entries = struct.pack("<HHHII", 2, 0x010E, 2, len(place), 38) + struct.pack("<HHIHH", 0x0112, 3, 1, 6, 0)
    notes = b"Exif\0\0" + struct.pack("<2sHI", b"II", 42, 8) + entries + bytes(4) + place
    return drawn[:2] + b"\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes + drawn[2:]


def add(page: Page, content: bytes, day: dt.date) -> None:
    page.get_by_label("Day").fill(day.isoformat())
    page.get_by_label("Photo", exact=True).set_input_files(
        {"name": "me.jpg", "mimeType": "image/jpeg", "buffer": content}
    )


@pytest.fixture
def sent(context: BrowserContext) -> list[Request]:
    """Every request of every page and worker."""
    requests: list[Request] = []
    context.on("request", lambda request: requests.append(request))  # playwright marks the function it is given
    return requests


def test_photos_are_kept_compared_and_saved_without_leaving_the_device(
    page: Page, context: BrowserContext, server: Server, sent: list[Request]
) -> None:
    today = dt.date.today()
    ask(server.address, "/profile", {"name": "Ann", "days": {"monday": "60 min"}}, "PUT")
    violations: list[str] = []
    page.on("console", lambda said: violations.append(said.text) if "Content Security Policy" in said.text else None)
    page.goto("/body/photos")
    wait_until(page, CONTROLLED)
    context.set_offline(True)
    images = page.locator(".album img")
    for number, day in enumerate((today, today - dt.timedelta(28)), start=1):
        taken = picture(page)
        assert PLACE.encode() in taken
        add(page, taken, day)
        expect(images).to_have_count(number)

    kept: list[dict[str, Any]] = page.evaluate(KEPT)
    assert {each["date"] for each in kept} == {str(today), str(today - dt.timedelta(28))}
    for each in kept:
        content = bytes(each["image"])
        assert (each["width"], each["height"]) == (1200, 1600), "upright, and smaller"
        assert content.startswith(b"\xff\xd8\xff")
        assert b"Exif" not in content
        assert PLACE.encode() not in content
    for place in range(2):
        assert images.nth(place).evaluate("(image) => image.decode().then(() => image.naturalHeight)") == 1600

    slider = page.get_by_label("How much of the left one")
    slider.fill("20")
    over = page.locator(".compare img").nth(1)
    assert "20%" in over.evaluate("(image) => image.style.clipPath")

    with page.expect_download() as saving:
        page.get_by_role("button", name="Save all as one file").click()
    with zipfile.ZipFile(saving.value.path()) as archive:
        assert archive.testzip() is None
        assert sorted(archive.read(name) for name in archive.namelist()) == sorted(bytes(e["image"]) for e in kept)

    context.set_offline(False)
    page.reload()
    expect(images).to_have_count(2)
    wait_for_upload(page)
    pieces = [bytes(each["image"])[at : at + 64] for each in kept for at in (700, len(each["image"]) // 2)]
    for request in sent:
        body = request.post_data_buffer or b""
        assert request.method == "GET" or request.url.startswith(server.address)
        assert not any(piece in body for piece in pieces), request.url
        assert b"\xff\xd8\xff" not in body
        assert "photo" not in request.url or "/assets/" in request.url or request.url.endswith("/body/photos")
    assert violations == []
    events = ask(server.address, "/events?after=0")
    assert "photo" not in json.dumps(events).lower()
    with zipfile.ZipFile(io.BytesIO(httpx.get(f"{server.address}/api/export", timeout=60).content)) as export:
        everything = b"".join(export.read(name) for name in export.namelist())
    assert not any(piece in everything for piece in pieces)
    assert b"\xff\xd8\xff" not in everything


def test_a_photo_is_deleted_and_comes_back_and_all_are_deleted_when_sure(page: Page) -> None:
    page.goto("/body/photos")
    today = dt.date.today()
    add(page, picture(page), today)
    images = page.locator(".album img")
    expect(images).to_have_count(1)
    page.get_by_role("button", name="Delete Front").click()
    expect(images).to_have_count(0)
    page.get_by_role("button", name="Undo").click()
    expect(images).to_have_count(1)
    page.get_by_role("button", name="Delete all").click()
    expect(images).to_have_count(1)
    page.get_by_role("button", name="Yes, delete 1 photo").click()
    expect(images).to_have_count(0)
    assert page.evaluate(KEPT) == []


def test_a_file_that_is_no_picture_is_refused_with_one_sentence(page: Page) -> None:
    page.goto("/body/photos")
    page.get_by_label("Photo", exact=True).set_input_files(
        {"name": "notes.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"}
    )
    expect(page.get_by_role("alert")).to_contain_text("choose a JPEG or PNG")
    expect(page.locator(".album img")).to_have_count(0)
    page.get_by_label("Day").fill((dt.date.today() + dt.timedelta(2)).isoformat())
    expect(page.get_by_text("still to come")).to_be_visible()
    expect(page.get_by_role("button", name="Take or choose a photo")).to_be_disabled()
