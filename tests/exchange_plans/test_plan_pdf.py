"""The printed sheets: all of the plan is on them, day by day, whatever the athlete is called."""

import re
import shutil
import subprocess
from collections import Counter

import pytest
from hypothesis import example as example_of
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from plan_files import HOSTILE, NAMES, example, infeasible, items, longer, named, sessions, shortest, with_item

from legday.exchange.plan_looks import looks
from legday.exchange.plan_pdf import plan_sheet_pdf
from legday.physics import prepared_variants
from legday.planner import Item

needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def bookmarks(pdf: bytes) -> list[str]:
    """The headings of a PDF, in order (ISO 32000-1, 7.9.2.2 and 12.3.3)."""
    found = re.findall(rb"/Title(?:\((.*?)\)|<([0-9A-F]*)>)/Dest", pdf)
    titles = (
        bytes.fromhex(digits.decode()).decode("utf-16") if digits else re.sub(rb"\\(.)", rb"\1", text).decode()
        for text, digits in found
    )
    return [" ".join(title.split()) for title in titles]


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type/Page\b", pdf))


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page on one line."""
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, stdout=subprocess.PIPE, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def text_of(pdf: bytes) -> str:
    return " ".join(page_texts(pdf))


def is_exercise(item: Item) -> bool:
    return item.role not in ("warm-up", "stretch")


# --- what can be told from the file itself ---


@pytest.mark.parametrize("name", NAMES)
def test_every_day_has_a_sheet_with_its_exercises_numbered(name: str) -> None:
    plan = example(name)
    found = Counter(bookmarks(plan_sheet_pdf(plan)))
    for session in plan.weeks[0].sessions:
        parts = ", ".join(session.parts).capitalize()
        assert found[f"{session.weekday} {parts} · weeks 1–4"] == 1
        for number, item in enumerate(filter(is_exercise, session.items), 1):
            assert found[f"{number} {item.name} {item.variant_name}"] >= 1
    assert found["Warm-up"] == sum(
        any(item.role == "warm-up" for item in session.items) for session in plan.weeks[0].sessions
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_day_takes_one_page_or_two(name: str) -> None:
    plan = example(name)
    days = len(plan.weeks[0].sessions)
    assert 2 + days <= pages(plan_sheet_pdf(plan)) <= 2 + 2 * days  # the first page, and how they look


def test_a_sheet_holds_four_weeks_and_longer_blocks_are_shared_out() -> None:
    day = replace(example("runner"), weeks=tuple(replace(w, sessions=w.sessions[:1]) for w in example("runner").weeks))
    spans = {1: ["week 1"], 3: ["weeks 1–3"], 5: ["weeks 1–3", "weeks 4–5"], 7: ["weeks 1–4", "weeks 5–7"]}
    spans[12] = ["weeks 1–4", "weeks 5–8", "weeks 9–12"]
    for weeks, expected in spans.items():
        found = bookmarks(plan_sheet_pdf(longer(day, weeks)))
        assert [title.partition(" · ")[2] for title in found if " · " in title] == expected


@pytest.mark.parametrize("name", NAMES)
def test_the_same_plan_gives_the_same_bytes_however_long_it_took(name: str) -> None:
    plan = example(name)
    assert plan_sheet_pdf(plan) == plan_sheet_pdf(replace(plan, solve_seconds=plan.solve_seconds + 1))


def test_the_file_is_dated_by_the_plan_and_titled() -> None:
    pdf = plan_sheet_pdf(example("home-circuit"))
    assert b"/CreationDate(D:20261019" in pdf
    assert b"/Title(Lena: Circuit)" in pdf


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_changes_the_pages(name: str) -> None:
    plain = shortest(example("home-circuit"))
    plan = with_item(named(plain, name), role="main", name=name, variant_name=name, how=name, note=name)
    assert pages(plan_sheet_pdf(plan)) == pages(plan_sheet_pdf(plain))
    letters = "".join(filter(str.isalpha, name))
    assert any("".join(filter(str.isalpha, title)) == letters * 2 for title in bookmarks(plan_sheet_pdf(plan)))


@settings(max_examples=30, deadline=None)
@given(st.text(min_size=1, max_size=80))
@example_of("\n")
def test_any_name_at_all_is_typeset(name: str) -> None:
    plan = with_item(named(shortest(example("runner")), name), role="main", name=name, how=name)
    assert pages(plan_sheet_pdf(plan)) == 2


# --- what is printed ---


@needs_pdftotext
@pytest.mark.parametrize("name", NAMES)
def test_every_exercise_set_line_and_date_is_printed_on_its_day(name: str) -> None:
    plan = example(name)
    by_day: dict[str, str] = {}
    for page in page_texts(plan_sheet_pdf(plan))[1:-1]:
        day = re.search(r"(\w+), weeks 1–4 \d+ of \d+$", page)
        assert day
        by_day[day[1]] = by_day.get(day[1], "") + page
    for week, session, item in items(plan):
        seen = by_day[session.weekday]
        assert f"Week {week.number} · {session.date.day} {session.date:%b}" in seen
        assert item.name in seen
        assert item.variant_name in seen
        assert item.how in seen
        sets, rest = re.fullmatch(r"(.*?)( rest [^a-z]*(?:s|min)| no rest)?", item.sets).groups("")  # type: ignore[union-attr]
        assert sets in seen
        assert rest in seen
        if item.load and item.load.kg is None and item.load.text != "bodyweight":
            assert item.load.text in seen


@needs_pdftotext
def test_there_is_a_box_for_every_set() -> None:
    plan = example("home-circuit")
    words = Counter(text_of(plan_sheet_pdf(plan)).split())
    done = [item for _, _, item in items(plan) if is_exercise(item)]
    by_sides = [item for item in done if "/side" in item.sets or "alternating" in item.sets]
    timed = [item for item in done if re.search(r" x (hold )?\d+s", item.sets)]
    loaded = [item for item in done if item.load and item.load.text == "find it"]
    assert words["L"] == words["R"] == sum(item.count for item in by_sides)
    assert words["s"] == sum(item.count for item in timed)
    assert words["lb"] == sum(item.count for item in loaded)


@needs_pdftotext
@pytest.mark.parametrize("name", NAMES)
def test_the_first_page_has_the_weeks_and_their_volumes(name: str) -> None:
    plan = example(name)
    first = page_texts(plan_sheet_pdf(plan))[0]
    assert first.startswith(f"{plan.athlete} {plan.method_name} · 4 weeks, 19 Oct 2026 to 15 Nov 2026")
    for week, session in sessions(plan):
        assert f"Week {week.number} {week.start.day} {week.start:%b}" in first
        assert f"{', '.join(session.parts).capitalize()} {session.minutes} min" in first
    for part in plan.ranking:
        direct = (next(volume.direct for volume in week.volumes if volume.part is part) for week in plan.weeks)
        assert f"{part.capitalize()} {' '.join(f'{round(sets, 2):g}' for sets in direct)} 1 2 3 4" in first
    for sentence in (*plan.warnings, *plan.notes):
        assert sentence in first


@needs_pdftotext
@pytest.mark.parametrize("name", NAMES)
def test_the_last_page_shows_each_exercise_once(name: str) -> None:
    plan = example(name)
    last = page_texts(plan_sheet_pdf(plan))[-1]
    assert last.startswith("How they look")
    shown = looks(plan)
    assert len({(look.name, look.variant) for look in shown}) == len(shown)
    for _, _, item in items(plan):
        key = f"{item.exercise}/{item.variant}"
        if is_exercise(item):
            assert ((item.name, item.variant_name) in {(each.name, each.variant) for each in shown}) == (
                key in prepared_variants()
            )
    for look in shown:
        assert look.name in last
        assert look.variant in last


@needs_pdftotext
def test_what_follows_a_session_is_printed() -> None:
    seen = text_of(plan_sheet_pdf(example("runner")))
    assert "The day after: light walk or yoga." in seen
    assert "g of protein within a few hours" in seen
    assert "Legs come before hard run." in seen


@needs_pdftotext
@pytest.mark.parametrize("name", [name for name in HOSTILE if name.isascii() and name.isprintable()])
def test_a_name_is_printed_as_it_is(name: str) -> None:
    assert text_of(plan_sheet_pdf(named(shortest(example("runner")), name))).startswith(f"{name} Circuit")


@needs_pdftotext
def test_no_plan_says_what_can_not_hold_together_and_what_would() -> None:
    plan = infeasible()
    (only,) = page_texts(plan_sheet_pdf(plan))
    for demand in plan.conflict:
        assert f"{demand.about}: {demand.sentence}" in only
    for way in plan.relaxations:
        assert (f"{way.instead}: {way.leads_to}" in only) == way.opens
