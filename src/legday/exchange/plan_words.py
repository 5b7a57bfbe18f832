"""What every file of a plan says in the same words, and text made fit for a line of a file."""

import datetime as dt
import re

from legday.energy import said_range
from legday.log import Log
from legday.planner import Item, Plan, PlannedRun, PlannedWeek, Session
from legday.session import make_session

_MASS = re.compile(r"@ (\S+ (?:kg|lb))")
_JOINERS = "\u200c\u200d\u200e\u200f"
"""Not printable by themselves, but they shape emoji, Persian and Hindi, and set the direction of text."""


def one_line(text: str) -> str:
    """Put text on one line: line breaks, tabs and other control characters become single spaces."""
    return " ".join("".join(char if char.isprintable() or char in _JOINERS else " " for char in text).split())


def said_date(date: dt.date) -> str:
    """Say a date: `19 Oct 2026`."""
    return f"{date.day} {date:%b %Y}"


def said_span(plan: Plan) -> str:
    """Say how long a plan runs: `4 weeks, 19 Oct 2026 to 15 Nov 2026`."""
    weeks = "1 week" if len(plan.weeks) == 1 else f"{len(plan.weeks)} weeks"
    start = plan.request.start
    return f"{weeks}, {said_date(start)} to {said_date(start + dt.timedelta(weeks=len(plan.weeks), days=-1))}"


def said_proof(plan: Plan) -> str:
    """Say how good a plan is, or that there is none."""
    match plan.status:
        case "optimal":
            return "Proven: no better plan exists under your rules."
        case "feasible":
            return f"Within {plan.gap:.1%} of the best there can be."
    return "There is no plan: these can't hold together."


def said_conflict(plan: Plan) -> tuple[str, ...]:
    """Say what can't hold together."""
    return tuple(f"{demand.about}: {demand.sentence}" for demand in plan.conflict)


def said_ways_out(plan: Plan) -> tuple[str, ...]:
    """Say what would open a plan, the cheapest way first."""
    return tuple(f"{way.instead}: {way.leads_to}" for way in plan.relaxations if way.opens)


def said_parts(session: Session) -> str:
    """Say what a session trains: `quads, glutes`; a session may have nothing but support for the joints."""
    return ", ".join(session.parts) or "support"


def said_kind(week: PlannedWeek) -> str:
    """Say in a word what is special about a week: `easy`, or `taper` before a race; nothing of a full one."""
    return "easy" if week.deload else "taper" if week.taper else ""


def said_run(run: PlannedRun) -> str:
    """Say a run in a week: `easy run of 8 km`, with what becomes of it where legs take its place."""
    return f"{run}, given up for legs" if run.traded else str(run)


def said_briefly(run: PlannedRun) -> str:
    """Say a run in a narrow column: `easy 8 km`."""
    return f"{run.kind} {run.distance or run.time or 'run'}"


def said_free_meals(plan: Plan) -> tuple[str, ...]:
    """Say when the free meals of a plan are: `19 Oct 2026: Free meal of 1200 kcal: dinner, the night before ...`."""
    return tuple(f"{said_date(week.free_meal.date)}: {week.free_meal.say}" for week in plan.weeks if week.free_meal)


def said_load(item: Item) -> str:
    """Say about the load of an item what its set line doesn't: `find it`, `each hand`; nothing if the line says all."""
    if item.load is None or item.load.text == "bodyweight":
        return ""
    written = _MASS.search(item.sets)
    return item.load.text.removeprefix(written[1] if written else "").strip()


def said_energy(plan: Plan, session: Session) -> str:
    """Say what a session costs: `About 180–260 kcal above rest.`; nothing where the body mass is not known."""
    energy = make_session(plan, "", session.date, Log()).energy
    return f"About {said_range(energy.net)} kcal above rest." if energy else ""


def said_after(plan: Plan, session: Session) -> tuple[str, ...]:
    """Say what comes after a session, each in a sentence: its energy, other training, food, and the day after."""
    energy = said_energy(plan, session)
    training = " and ".join(each.replace("-", " ") for each in session.before)
    return (
        *([energy] if energy else ()),
        *([f"Legs come before {training}."] if training else ()),
        *([session.beside] if session.beside else ()),
        *([session.food] if session.food else ()),
        *([f"The day after: {session.next_day.what}."] if session.next_day else ()),
    )
