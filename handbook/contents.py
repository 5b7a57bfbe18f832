"""What the site holds and in which order: written pages by their file, drawn pages by their name."""

from dataclasses import dataclass
from pathlib import Path

from handbook.generated.library import ROOMS
from legday.programs import load_methods

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

REPOSITORY_PAGES = {"CONTRIBUTING.md": "contributing"}
"""Files beside docs/ that have a page of their own, and its name."""

DRAWN_FROM = {
    "src/legday/catalogue/exercises": "catalogue",
    "src/legday/evidence/claims": "claims",
    "src/legday/planner/rules": "rules",
    "src/legday/programs/methods": "methods",
    "src/legday/web": "api-requests",
    "src/legday": "library",
}
"""Where a link to a folder of the code leads on the site: the page that is drawn from it."""


@dataclass(frozen=True)
class Section:
    """A group of pages in the contents, by the names of the pages."""

    title: str
    pages: tuple[str, ...]


def sections() -> tuple[Section, ...]:
    """Return the contents of the site in their order."""
    return (
        Section("Begin", ("index", "tutorial", "phone")),
        Section(
            "How to",
            (
                "log-import",
                "plan-around-pain",
                "train-alone",
                "runner",
                "own-program",
                "check-in",
                "plan-files",
                "add-something",
            ),
        ),
        Section("Methods", ("methods", *(f"method-{identifier}" for identifier in load_methods()))),
        Section("Look up", ("set-language", "profile", "catalogue", "exercise-guide", "rules", "claims", "evidence")),
        Section("How it works", ("planner", "planner-proof", "physics", "figures", "strength", "progress")),
        Section(
            "Energy and the body",
            ("ledger", "food", "goals", "body", "energy", "expenditure", "session-energy"),
        ),
        Section(
            "For programmers",
            (
                "architecture",
                "contributing",
                "api",
                "api-requests",
                "api-shapes",
                "events",
                "session-steps",
                "exercises",
                "dependencies",
            ),
        ),
        Section("The library", ("library", *(f"library-{room}" for room in ROOMS))),
    )


def source_of(name: str) -> Path | None:
    """The file that a page is written in, None for a page that is drawn."""
    for path, page in REPOSITORY_PAGES.items():
        if page == name:
            return ROOT / path
    file = DOCS / f"{name}.md"
    return file if file.is_file() else None
