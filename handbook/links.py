"""Where links lead: from files of the repository to pages of the site, and whether what they name is there."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from posixpath import normpath

from handbook.contents import DRAWN_FROM, REPOSITORY_PAGES, ROOT
from handbook.markup import Rendered

_OUTSIDE = ("http://", "https://", "mailto:")
_ROUTES = ROOT / "frontend" / "src" / "app.tsx"


def target_of(link: str, source: str) -> str:
    """Return where a link leads on the site.

    Parameters
    ----------
    link
        The link as it is written, which works on GitHub too.
    source
        The file it is written in, relative to the repository; for a page that is drawn, a name in `docs/`.

    A link to another written page leads to its page, one to a folder of the code to the page that is drawn from it, one
    to any other file of the repository to a page that shows the file. Addresses outside, and of the app (`/evidence`),
    stay.
    """
    if link.startswith((*_OUTSIDE, "#", "/")):
        return link
    path, _, anchor = link.partition("#")
    file = normpath(str(Path(source).parent / path))
    return _page_of(file) + (f"#{anchor}" if anchor else "")


def _page_of(file: str) -> str:
    if file in REPOSITORY_PAGES:
        return f"{REPOSITORY_PAGES[file]}.html"
    if file.startswith("docs/") and file.endswith((".md", ".html")):
        return f"{file.removeprefix('docs/').rpartition('.')[0]}.html"
    if file in DRAWN_FROM:
        return f"{DRAWN_FROM[file]}.html"
    room = re.fullmatch(r"src/legday/([a-z]+)", file)
    if room:
        return f"library-{room[1]}.html"
    return f"{file_page(file)}.html"


def file_page(file: str) -> str:
    """The name of the page that shows a file of the repository."""
    return "file-" + re.sub(r"[^A-Za-z0-9]+", "-", file).strip("-")


def files_shown(text: str, source: str) -> dict[str, str]:
    """Find the files of the repository that a page links to, to be shown as they are, by the name of their page."""
    found = {}
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        if link.startswith((*_OUTSIDE, "#", "/")):
            continue
        file = normpath(str(Path(source).parent / link.partition("#")[0]))
        if _page_of(file) == f"{file_page(file)}.html" and (ROOT / file).is_file():
            found[file_page(file)] = file
    return found


def broken_links(pages: Mapping[str, Rendered], others: Iterable[str] = ()) -> list[str]:
    """List the links of pages that lead nowhere, a sentence each.

    Parameters
    ----------
    pages
        The pages by name.
    others
        Files of the site that are no pages.
    """
    files = set(others)
    anchors = {f"{name}.html": {heading.anchor for heading in page.headings} for name, page in pages.items()}
    routes = _app_routes()
    problems = []
    for name, page in pages.items():
        for link in page.links:
            target, _, anchor = link.partition("#")
            if target.startswith(_OUTSIDE) or target in files:
                continue
            if target.startswith("/"):
                if not target.startswith("/api/") and not any(route.fullmatch(target) for route in routes):
                    problems.append(f"{name}: the app has no page {target}")
                continue
            found = anchors.get(target or f"{name}.html")
            if found is None:
                problems.append(f"{name}: there is no page {target}")
            elif anchor and anchor not in found:
                problems.append(f"{name}: {target or 'this page'} has no heading #{anchor}")
    return sorted(set(problems))


def _app_routes() -> list[re.Pattern[str]]:
    patterns = re.findall(r'pattern: "([^"]+)"', _ROUTES.read_text(encoding="utf-8"))
    return [re.compile(re.sub(r":\w+", "[^/]+", pattern)) for pattern in patterns]
