"""A goal of body mass, and what to eat for it, as text for a terminal."""

from typing import TYPE_CHECKING

from legday.units import Mass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from legday.energy import GoalPath, PathDay, Refusal
    from legday.planner import EnergyTarget
    from legday.units import MassUnit

_CHART = 40
_MOST_ROWS = 20
_KNOWN = ("The band holds for an intake that is eaten as said, on average.",)
_UNKNOWN = (
    "The band is wide because what holds your mass is estimated. Weigh yourself for four weeks, and plan again with",
    "what you learn (--intake).",
)


def render_goal(goal: "GoalPath") -> str:
    """Render a goal that is safe: the intake, the limits it keeps, and the path with its band."""
    unit = goal.target.unit
    change = goal.intake - goal.maintenance
    beside = f"{_kcal(abs(change))} kcal {'below' if change < 0 else 'above'}" if abs(change) >= 5 else "the same as"
    lines = [
        f"{goal.target} by {_date(goal.by)}: eat {_kcal(goal.intake)} kcal a day.",
        f"  That is {beside} the {_kcal(goal.maintenance)} that hold {goal.mass} today.",
        f"  Once there, about {_kcal(goal.hold)} kcal a day hold {goal.target}.",
    ]
    if goal.training >= 1:
        lines.append(f"  The training you add lets you eat {_kcal(goal.training)} kcal a day more than without it.")
    lines += ["", "Safe, by these limits:", *(f"  {limit.sentence}" for limit in goal.limits)]
    lines += ["", f"The path [{unit}], with the band that holds nine of ten people like you:", ""]
    lines += _chart(goal.path, unit)
    lines += [
        "",
        *(_KNOWN if goal.own else _UNKNOWN),
        "Water makes single mornings differ by a kilogram and more. This is not for you if you are pregnant or ill, or",
        "have had an eating disorder: ask a doctor.",
    ]
    return "\n".join(lines) + "\n"


def render_refusal(refusal: "Refusal") -> str:
    """Render why a goal is refused, and the nearest that are not."""
    lines = [f"{refusal.target} by {_date(refusal.by)} is not safe."]
    lines += [f"  {reason}" for reason in refusal.reasons]
    goals = " or ".join(f"{goal.mass} by {_date(goal.by)}" for goal in refusal.nearest)
    lines.append(f"Nearest safe goal: {goals}.")
    return "\n".join(lines) + "\n"


def render_target(target: "EnergyTarget") -> str:
    """Render what to eat in a day for a goal."""
    least, most = target.protein
    lines = [f"Eat about {_kcal(target.intake)} kcal a day.", f"  {target.sentence}"]
    holds = f"  {_kcal(target.maintenance)} kcal hold your mass today"
    lines.append(f"{holds}, {_kcal(target.training)} of them for training." if target.training >= 1 else f"{holds}.")
    if abs(target.rate) >= 0.05:
        way = "takes" if target.rate < 0 else "brings"
        lines.append(f"  The first week {way} {abs(target.rate):.1f} % of body mass in fat and lean tissue.")
    lines.append(f"Protein: {least:,.0f} to {most:,.0f} g a day. {target.protein_sentence}")
    lines.append(f"Fat: {target.least_fat:,.0f} g a day or more (FAO, Food and Nutrition Paper 91, 2010).")
    if target.refusal:
        lines += ["", render_refusal(target.refusal).rstrip()]
    lines += ["", *target.reasons] if target.reasons else []
    return "\n".join(lines) + "\n"


def _chart(path: "tuple[PathDay, ...]", unit: "MassUnit") -> "Iterator[str]":
    step = -(-(len(path) - 1) // (_MOST_ROWS - 1)) or 1
    days = [*path[:-1:step], path[-1]]
    least, most = min(day.low for day in days), max(day.high for day in days)

    def place(kg: float) -> int:
        return round((kg - least) / ((most - least) or 1) * _CHART)

    for day in days:
        row = [" "] * (_CHART + 1)
        row[place(day.low) : place(day.high) + 1] = "-" * (place(day.high) - place(day.low) + 1)
        row[place(day.mass)] = "o"
        mass, low, high = (_in(kg, unit) for kg in (day.mass, day.low, day.high))
        yield f"  {day.date}  {mass:6.1f}  ({low:.1f} to {high:.1f})".ljust(40) + "".join(row).rstrip()


def _in(kg: float, unit: "MassUnit") -> float:
    return kg * float(Mass("1", "kg").to(unit).value)


def _kcal(number: float) -> str:
    return f"{round(number, -1):,.0f}"


def _date(date: object) -> str:
    return f"{date:%-d %B %Y}"
