"""Plans, methods, exercises, sets and imports as text for a terminal."""

import io
import os
import shlex
import shutil
import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from legday.place import DEFAULT_ATHLETE

if TYPE_CHECKING:
    from rich.console import RenderableType

    from legday.catalogue import Exercise
    from legday.exchange import NameReport
    from legday.notation import Step
    from legday.planner import Explanation, Item, Plan, Replan, Session, Volume
    from legday.programs import Program
    from legday.progress import Progress
    from legday.store import PastImport, Saved

_COLOURS = {"quads": "blue", "glutes": "magenta", "hams": "yellow", "calves": "green"}
_PIPE_WIDTH = 100
MOST_LISTED = 10


def _text(*renderables: "RenderableType") -> str:
    """Render for the terminal there is, or without colour and 100 columns wide for a pipe."""
    from rich.console import Console

    terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if terminal or "COLUMNS" in os.environ else _PIPE_WIDTH
    console = Console(file=io.StringIO(), width=width, force_terminal=terminal, highlight=False, emoji=False)
    for renderable in renderables:
        console.print(renderable)
    output = console.file
    assert isinstance(output, io.StringIO)  # noqa: S101 - given above
    return output.getvalue()


def render_sets(sets: str, steps: "Iterable[Step]", seconds: float, hard_sets: float) -> str:
    """Render a set line with its steps, time [s] and hard sets."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    for number, step in enumerate(steps, 1):
        table.add_row(f"[dim]{number}[/dim]", escape(step.text))
    time = f"{seconds / 60:.0f} min" if seconds >= 90 else f"{seconds:.0f} s"
    return _text(f"[bold]{escape(sets)}[/bold]", table, f"[dim]about {time}, {hard_sets:g} hard sets[/dim]")


def render_methods(methods: "dict[str, Program]") -> str:
    """Render the list of methods."""
    from rich.markup import escape

    blocks = [
        f"[bold]{method.id}[/bold]  {escape(method.name)}\n{escape(method.summary)}\n" for method in methods.values()
    ]
    return _text(*blocks, "[dim]Show one with: legday methods show ID --level beginner|intermediate|advanced[/dim]")


def render_method(method: "Program") -> str:
    """Render a method that was rendered for a level."""
    from rich.markup import escape
    from rich.table import Table

    parts: list[RenderableType] = [f"[bold]{escape(method.name)}[/bold]  [dim]{escape(method.source)}[/dim]"]
    parts += [f"Level {level}: {escape(sentence)}" for level, sentence in method.levels.items()]
    for routine in method.routines:
        times = routine.times
        often = f"{times.aim}" if times.aim == times.most else f"{times.aim}-{times.most}"
        table = Table(title=f"{routine.name}, {often} a week", title_justify="left", box=None, padding=(0, 2, 0, 0))
        for heading in ("Part", "Exercise", "Sets", "Rows"):
            table.add_column(heading, overflow="fold", style="cyan" if heading == "Sets" else None)
        for slot in routine.slots:
            names = [reference.exercise.name for reference in slot.choose]
            instead = f"\n[dim]or {escape(', '.join(names[1:]))}[/dim]" if names[1:] else ""
            part = _coloured(slot.part) if slot.part else f"[dim]{slot.role}[/dim]"
            table.add_row(part, f"{escape(names[0])}{instead}", escape(str(slot.sets)), " ".join(slot.rows))
        parts += ["", table]
    return _text(*parts)


def render_exercises(exercises: "Iterable[Exercise]") -> str:
    """Render exercises, one a row."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("Id", "Name", "Parts", "Needs", "Variants"):
        table.add_column(heading, overflow="fold")
    for exercise in exercises:
        table.add_row(
            exercise.id,
            escape(exercise.name),
            " ".join(_coloured(part) for part in exercise.parts),
            ", ".join(exercise.equipment),
            ", ".join(variant.id for variant in exercise.variants),
        )
    return _text(table if table.row_count else "No exercise has all these words; try fewer, such as: leg press")


def render_plan(plan: "Plan") -> str:
    """Render a plan: the week grid, the volumes, and each day of the first week with its reasons to ask for."""
    from rich.markup import escape

    from legday.exchange import said_free_meals

    head = f"[bold]{escape(plan.athlete)}: {escape(plan.method_name)}[/bold]"
    if plan.status == "infeasible":
        lines = [f"  - {escape(demand.about)}  [dim]({escape(demand.sentence)})[/dim]" for demand in plan.conflict]
        return _text(head, "There is no plan: these can't hold together. Give up any one of them.", *lines)
    proof = "proven optimal" if plan.status == "optimal" else f"within {plan.gap:.1%} of the best there can be"
    parts: list[RenderableType] = [f"{head}  [dim]{proof}, {plan.solve_seconds:.1f} s of solving[/dim]"]
    if plan.chosen_because:
        parts.append(f"[dim]{escape(plan.method_name)} because {escape(plan.chosen_because)}.[/dim]")
    parts += [f"[yellow]{escape(warning)}[/yellow]" for warning in plan.warnings]
    parts += [f"[dim]{escape(note)}[/dim]" for note in plan.notes]
    parts += ["", _week_grid(plan), *said_free_meals(plan), "", _volumes(plan), "", _muscles(plan), "", _joints(plan)]
    for through in plan.by_day():
        parts += ["", *_session(plan, [session for session in through if session])]
    return _text(*parts, "", "[dim]Ask why with: legday plan PROFILE --save plan.json; legday explain plan.json[/dim]")


def _coloured(part: str) -> str:
    return f"[{_COLOURS[part]}]{part}[/]"


def _week_grid(plan: "Plan") -> "RenderableType":
    from rich.table import Table

    from legday.exchange import said_briefly, said_kind
    from legday.units import Weekday

    table = Table(title="Weeks", title_justify="left", padding=(0, 1))
    table.add_column("Week")
    for day in Weekday:
        table.add_column(day.capitalize()[:3], overflow="fold")
    for week in plan.weeks:
        by_day = {Weekday.of(session.date): session for session in week.sessions}
        cells = []
        for day in Weekday:
            session = by_day.get(day)
            parts = "\n".join(_coloured(part) for part in session.parts) if session else ""
            lines = [f"{parts}\n[dim]{session.minutes} min[/dim]"] if session else []
            runs = [run for run in week.runs if Weekday.of(run.date) is day]
            lines += [f"[dim]{'legs for ' if run.traded else ''}{said_briefly(run)}[/dim]" for run in runs]
            cells.append("\n".join(lines) or "[dim]·[/dim]")
        kind = said_kind(week)
        name = f"{week.number} [dim]{week.start.strftime('%d %b')}[/dim]" + (f"\n[dim]{kind}[/dim]" if kind else "")
        table.add_row(name, *cells, end_section=week is plan.weeks[-1])
    return table


def _volumes(plan: "Plan") -> "RenderableType":
    from rich.table import Table

    table = Table(title="Hard sets a week of those aimed at (with indirect ones)", title_justify="left", padding=(0, 1))
    table.add_column("Part")
    for week in plan.weeks:
        table.add_column(f"Week {week.number}", justify="right")
    for position, part in enumerate(plan.ranking):
        volumes = [week.volumes[position] for week in plan.weeks]
        table.add_row(_coloured(part), *(map(_of_target, volumes)))
    return table


def _joints(plan: "Plan") -> "RenderableType":
    from rich.table import Table

    title = "Sets that load a joint, high + medium + low, and the moment they ask of it"
    table = Table(title=title, title_justify="left", padding=(0, 1))
    table.add_column("Joint")
    for week in plan.weeks:
        table.add_column(f"Week {week.number}", justify="right")
    for position, first in enumerate(plan.weeks[0].joints):
        loads = [week.joints[position] for week in plan.weeks]
        told = (f"{load.high} + {load.medium} + {load.low} [dim]{load.moment} N·m[/dim]" for load in loads)
        table.add_row(first.joint, *told)
    return table


def _muscles(plan: "Plan") -> "RenderableType":
    from rich.table import Table

    table = Table(title="Effective sets of each muscle", title_justify="left", padding=(0, 1))
    table.add_column("Muscle")
    for week in plan.weeks:
        table.add_column(f"Week {week.number}", justify="right")
    for position, first in enumerate(plan.weeks[0].muscles):
        sets = [week.muscles[position].sets for week in plan.weeks]
        table.add_row(first.name, *(f"{number:g}" if number else "[dim]–[/dim]" for number in sets))
    return table


def _of_target(volume: "Volume") -> str:
    indirect = f" [dim]({volume.effective:g})[/dim]" if volume.effective > volume.direct else ""
    return f"{volume.direct:g} of {volume.target:g}{indirect}"


def _session(plan: "Plan", through: "list[Session]") -> "list[RenderableType]":
    from rich.markup import escape
    from rich.table import Table

    session = through[0]
    before = f", before {' and '.join(session.before)}" if session.before else ""
    title = f"[bold]{session.weekday} {session.date.strftime('%d %b')}[/bold], {session.minutes} min{before}"
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column("Part", no_wrap=True)
    table.add_column("Exercise", ratio=2)
    table.add_column("Sets", ratio=3, overflow="fold")
    for position, item in enumerate(session.items):
        part = _coloured(item.part) if item.part else f"[dim]{item.role}[/dim]"
        changes = _changes([each.items[position] for each in through])
        variant = f"\n[dim]{escape(item.variant_name)}[/dim]" if item.part else ""
        table.add_row(part, f"{escape(item.name)}{variant}", "\n".join(changes))
    after = [session.beside] if session.beside else []
    after += [f"the day after: {session.next_day.what}"] if session.next_day else []
    after += [session.food] if session.food else []
    after += _energy(plan, session)
    return [title, table, *(f"[dim]{escape(line)}[/dim]" for line in after)]


def _energy(plan: "Plan", session: "Session") -> list[str]:
    """What a session costs, where the body mass is known (METHODS F9)."""
    from legday.exchange import said_energy

    energy = said_energy(plan, session)
    return [energy[:1].lower() + energy[1:-1]] if energy else []


def _changes(items: "list[Item]") -> list[str]:
    """What an item asks for, with the first week of each change."""
    from rich.markup import escape

    lines: list[str] = []
    for number, item in enumerate(items, 1):
        if number == 1 or item.sets != items[number - 2].sets:
            week = "" if number == 1 else f"[dim]week {number}:[/dim] "
            lines.append(f"{week}[cyan]{escape(item.sets)}[/cyan]")
    first = items[0].load
    if first is not None and first.kg is None and first.text != "bodyweight":
        lines.append(f"[dim]load: {escape(first.text)}, starting light[/dim]")
    return lines


def render_replan(made: "Replan") -> str:
    """Render what happened, what moved and why."""
    from rich.markup import escape

    if made.conflict:
        lines = [f"  - {escape(demand.about)}  [dim]({escape(demand.sentence)})[/dim]" for demand in made.conflict]
        return _text("There is no plan for the weeks to come: these can't hold together.", *lines)
    if not made.moves:
        return _text("Nothing moves: the plan goes on as it is.")
    lines = [f"[bold]{escape(' '.join(made.events))}[/bold]"]
    for move in made.moves:
        lines.append(f"  - {escape(move.say)} [dim]{escape(move.because)}[/dim]")
    return _text(*lines, f"[dim]All else stays. {made.seconds:.1f} s of planning.[/dim]")


def render_explanation(explanation: "Explanation") -> str:
    """Render the reasons behind a plan, and what other choices would cost."""
    from rich.markup import escape

    lines = [f"[bold]{escape(explanation.athlete)}: {escape(explanation.method)}[/bold]"]
    for item in explanation.items:
        lines.append(f"\n[bold]{item.weekday}: {escape(item.name)}[/bold], {escape(item.variant.lower())}")
        lines.append(f"  [cyan]{escape(item.sets)}[/cyan]")
        lines += [f"  - {escape(r.text)} [dim]\\[{r.rule}: {escape(r.source)}][/dim]" for r in item.reasons]
    lines += [f"\n{escape(sentence)}" for sentence in explanation.closed]
    for other in explanation.alternatives:
        if other.possible:
            lines.append(f"\n[bold]{escape(other.question)}[/bold] the best plan would differ:")
            lines += [f"  - {escape(difference)}" for difference in other.differences]
        else:
            lines.append(f"\n[bold]{escape(other.question)}[/bold] there is no plan; these can't hold together:")
            lines += [f"  - {escape(demand.about)}" for demand in other.conflict]
    return _text(*lines)


def render_progress(progress: "Progress", athlete: str, most: int = 12) -> str:
    """Render how an athlete is doing: strength, plateaus, fatigue, balance and level, and what the next plan does."""
    from rich.markup import escape

    parts: list[RenderableType] = [f"[bold]{escape(athlete)}, {progress.today.isoformat()}[/bold]"]
    if not progress.strengths:
        return _text(*parts, "The log has no set that shows strength yet; log some, or: legday import FILE")
    parts += ["", _strengths(progress, most)]
    if len(progress.strengths) > most:
        parts.append(f"[dim]and {len(progress.strengths) - most} more; --json lists them all[/dim]")
    for each in progress.plateaus:
        parts.append(f"\n[bold yellow]Plateau[/]  {escape(each.answer.because)}")
        parts += [f"  - {escape(reason.sentence)} [dim]{escape(reason.source)}[/dim]" for reason in each.reasons]
        if not each.reasons:
            parts.append("  - The log shows no reason for it.")
        parts.append(f"  [green]{escape(each.answer.does)}[/green] [dim]{escape(each.answer.source)}[/dim]")
    if progress.fatigue.signs:
        name = "Fatigue" if progress.fatigue.due else "A sign of fatigue, not enough by itself"
        parts.append(f"\n[bold yellow]{name}[/]  {escape(' '.join(progress.fatigue.signs))}")
        if progress.fatigue.due and not progress.plateaus:
            parts += [f"  [green]{escape(answer.does)}[/green]" for answer in progress.answers]
    if progress.balance:
        parts += ["", "[bold]Balance[/bold] [dim](80 % intervals)[/dim]"]
        for balance in progress.balance:
            lags = f" [yellow]{balance.lagging.capitalize()} lag.[/yellow]" if balance.lagging else ""
            parts.append(f"  - {escape(balance.sentence)}{lags}")
    parts += [f"  [green]{escape(each.does)}[/green]" for each in progress.answers if each.kind == "lagging"]
    parts += [
        f"  - {escape(each.exercise)}: the {each.weaker} side is {each.share:.0%} behind"
        for each in progress.sides
        if each.weaker
    ]
    if progress.level:
        parts.append(f"\n[bold]Level[/bold]  {progress.level.to} may fit you better than {progress.level.level}.")
        parts += [f"  - {escape(reason)}" for reason in progress.level.reasons]
        parts.append(f"  [dim]To accept it, write level: {progress.level.to} in your profile.[/dim]")
    return _text(*parts)


def _strengths(progress: "Progress", most: int) -> "RenderableType":
    from rich.markup import escape
    from rich.table import Table

    table = Table(title="Strength, with what holds it in four of five cases", title_justify="left", padding=(0, 1))
    table.add_column("Exercise", overflow="fold")
    for heading in ("One-rep max", "Between", "A week", "Sessions", "Last"):
        table.add_column(heading, justify="right", no_wrap=True)
    for each in progress.strengths[:most]:
        trend = "[dim]not known[/dim]"
        if each.per_week is not None and each.per_week_low is not None and each.per_week_high is not None:
            trend = f"{each.per_week:+.1%} [dim]({each.per_week_low:+.1%} to {each.per_week_high:+.1%})[/dim]"
        band = f"{each.low:.0f} to {each.high:.0f} kg"
        last = each.date.strftime("%d %b %Y")
        table.add_row(escape(each.name), f"[bold]{each.e1rm:.0f} kg[/bold]", band, trend, str(each.sessions), last)
    return table


def render_imports(athlete: str, told: "list[dict[str, Any]]") -> str:
    """Render what became of each imported file."""
    from rich.markup import escape

    lines: list[str] = []
    for each in told:
        other = ", ".join(f"{count} {kind}" for kind, count in each["other"].items()) or "none"
        form = each["format"][:1].upper() + each["format"][1:]
        lines.append(f"[bold]{escape(each['file'])}[/bold]: {form}, {each['rows']} rows")
        held = f"{each['sets']} sets" if "sets" in each else f"{each['kept']} kept ({_things(each['things'])})"
        lines.append(f"  {held}; other: {escape(other)}; listed: {len(each['listed'])}")
        lines += [f"  {escape(note)}" for note in each.get("notes", ())]
        if each.get("unit"):
            lines.append(f"  weights in {each['unit']}: {escape(each['unit_basis'])}")
        lines += [f"  [yellow]line {row.line}: {escape(row.reason)}[/yellow]" for row in each["listed"][:MOST_LISTED]]
        if len(each["listed"]) > MOST_LISTED:
            lines.append(f"  [dim]and {len(each['listed']) - MOST_LISTED} more; --json lists them all[/dim]")
        lines.append(f"  {_saved(each['saved'])}")
        lines += _unsettled(each["names"]) if "names" in each else []
    if any(each["names"].unsettled for each in told if "names" in each):
        whose = f" --athlete {shlex.quote(athlete)}" if athlete != DEFAULT_ATHLETE else ""
        lines.append(f'[dim]Settle one with: legday names{whose} settle "NAME" EXERCISE (or: other)[/dim]')
    return _text(*lines)


def _things(things: dict[str, int]) -> str:
    return ", ".join(f"{count} {about}{'' if count == 1 else 's'}" for about, count in things.items()) or "nothing"


def _saved(saved: "Saved | None") -> str:
    if saved is None:
        return "not kept: this was a dry run"
    if not saved.is_new:
        return f"this file was imported before (import {saved.import_id}); nothing was added"
    if saved.things_added or saved.things_changed or saved.things_known:
        added = f"{saved.things_added} new, {saved.things_changed} changed, {saved.things_known} as they were"
        by_hand = f"; {saved.kept_by_hand} stay as you wrote them" if saved.kept_by_hand else ""
        return f"kept as import {saved.import_id}: {added}{by_hand}"
    known = f", {saved.sessions_known} sessions were there before" if saved.sessions_known else ""
    return f"kept as import {saved.import_id}: {saved.sessions_added} sessions with {saved.sets_added} sets{known}"


def _unsettled(names: "NameReport") -> list[str]:
    from rich.markup import escape

    lines = [
        f"  {len(names.mapped)} names are leg exercises, {len(names.other)} are not, {len(names.unsettled)} are open"
    ]
    for name in names.unsettled:
        guesses = f": perhaps {', '.join(name.candidates[:3])}" if name.candidates else ""
        lines.append(f"    [yellow]{escape(name.name)}[/yellow] ({name.sets} sets){escape(guesses)}")
    return lines


def render_names(names: "NameReport") -> str:
    """Render what the names in a log stand for."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("Name", "Sets", "Stands for", "How"):
        table.add_column(heading, overflow="fold")
    for each in names.mapped:
        variant = f"/{each.variant}" if each.variant else ""
        table.add_row(escape(each.name), str(each.sets), f"{each.exercise}{variant}", each.how)
    return _text(table, *_unsettled(names))


def render_past_imports(imports: "Iterable[PastImport]") -> str:
    """Render what was imported before."""
    from rich.markup import escape
    from rich.table import Table

    table = Table(box=None, padding=(0, 2, 0, 0))
    for heading in ("Id", "File", "Format", "When", "Rows", "Sets", "Diary", "Listed"):
        table.add_column(heading, overflow="fold")
    for each in imports:
        when = each.imported_at.strftime("%Y-%m-%d %H:%M")
        row = (each.id, escape(each.source), each.format, when, each.rows, each.sets, each.things, each.listed)
        table.add_row(*map(str, row))
    return _text(table if table.row_count else "Nothing was imported yet.")
