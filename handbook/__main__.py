"""`python -m handbook [folder]` builds the site, by default where the app serves it from."""

import sys
from pathlib import Path

from handbook.build import BrokenSiteError, build
from handbook.contents import ROOT

SERVED_FROM = ROOT / "src" / "legday" / "web" / "docs"


def main(arguments: list[str]) -> int:
    """Build the site into the folder given; print what is wrong and return 1 if it can't be built."""
    folder = Path(arguments[0]) if arguments else SERVED_FROM
    try:
        pages = build(folder)
    except BrokenSiteError as error:
        sys.stderr.write("".join(f"{problem}\n" for problem in error.problems))
        return 1
    sys.stdout.write(f"{pages} pages of documentation in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
