"""The energy of a session and the sets that load the trunk as text for a terminal."""

from typing import TYPE_CHECKING

from legday.energy import KJ_PER_KCAL, said_range

if TYPE_CHECKING:
    from legday.energy import SessionEnergy
    from legday.progress import TrunkUse, TrunkWeek

_USES: "dict[TrunkUse, str]" = {
    "loads-much": "loads the trunk much",
    "loads": "loads the trunk",
    "trains": "trains the trunk",
}


def render_session_energy(what: str, energy: "SessionEnergy") -> str:
    """Render what a session costs: the range, each exercise, the two estimates, and what it compares with."""
    if not energy.exercises:
        return f"{what}: no sets, so nothing to estimate.\n"
    net, gross = energy.net, energy.gross
    known = "" if energy.minutes_from == "told" else f" ({energy.minutes_from})"
    basis = f"{energy.minutes:.0f} minutes{known}, {energy.body_mass:.1f} kg"
    lines = [
        f"{what}: about {said_range(net)} kcal above rest ({said_range(net, KJ_PER_KCAL)} kJ).",
        f"  With what rest costs anyway: {said_range(gross)} kcal. {basis}.",
        "",
        _row("Exercise [kcal above rest]", "Range", "Best", "By METs", "By work"),
    ]
    lines += [
        _row(each.name, said_range(each.net), *(f"{found.best:.0f}" for found in (each.net, each.met, each.work)))
        for each in energy.exercises
    ]
    lines.append(_row("All", said_range(net), f"{net.best:.0f}", f"{energy.met.best:.0f}", f"{energy.work.best:.0f}"))
    lines += ["", f"The same {energy.minutes:.0f} minutes [kcal above rest]:"]
    for name, other in (("Running", energy.running), ("Upper-body lifting", energy.upper_body), ("This session", net)):
        lines.append(f"  {name:<20} {said_range(other):>10}")
    lines += ["", energy.compared, *energy.notes, "How it is known: docs/session-energy.md."]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def render_trunk(week: "TrunkWeek") -> str:
    """Render the lifts of a week that load or train the trunk, with their sets."""
    head = f"Week of {week.start:%-d %B %Y}: {_sets(week.loading)} load the trunk, {_sets(week.training)} train it."
    rows = [f"  {lift.sets:>3}  {lift.name:<36} {_USES[lift.use]}" for lift in week.lifts]
    return "\n".join([head, *rows]) + "\n"


def _row(name: str, span: str, best: str, met: str, work: str) -> str:
    return f"  {name[:34]:<34} {span:>10} {best:>7} {met:>8} {work:>8}"


def _sets(number: int) -> str:
    return "1 set" if number == 1 else f"{number} sets"
