"""A second reader of plans: what breaks no rule and still no coach would give.

It reads the plan's JSON alone, with the exercise files as plain YAML, and shares no code with the model. Every reading
says what it is about: order, spacing, volume, monotony, minutes, easy weeks, loads.
"""

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from checker import DAYS, HEAVY, MAIN, PREPARATION, closed, exercises

Document = dict[str, Any]

MOST_IN_SESSION = {"beginner": 18, "intermediate": 22, "advanced": 27}
MOST_OF_PART_IN_SESSION = 15
MOST_LEG_DAYS = 5
MOST_DAYS_RUNNING = 3
MOST_EFFECTIVE = {"beginner": 18, "intermediate": 26, "advanced": 40}
MUCH_TIME = 20  # minutes that are left over, and would hold two more exercises
LITTLE_TIME = 5  # minutes that would not hold another exercise
STEP_UP = 1.6  # no week has more than so many times the sets of the week before
LOAD_STEP_UP = 1.12  # nor so many times the load, but for one step of the implement
LARGEST_STEP = 5.0  # kg


def objections(plan: Document) -> list[str]:
    """List everything in a plan that a coach would object to."""
    found: list[str] = []
    for week in plan["weeks"]:
        for session in week["sessions"]:
            readings = (*_order(session, plan), *_monotony(session, plan), *_dose(session, week, plan))
            found += [f"{session['date']}: {said}" for said in (*readings, *_minutes(session, week))]
        found += [f"week {week['number']}: {said}" for said in (*_spacing(week, plan), *_volume(week, plan))]
    found += _one_sided_week(plan)
    found += _weeks(plan)
    found += _loads(plan)
    return found


def _slots(plan: Document) -> dict[str, Any]:
    return {slot["id"]: slot for routine in plan["request"]["program"]["routines"] for slot in routine["slots"]}


def _routine_of(plan: Document) -> dict[str, Any]:
    return {slot["id"]: routine for routine in plan["request"]["program"]["routines"] for slot in routine["slots"]}


def _open(slot: Document, plan: Document) -> list[str]:
    """The exercises of a slot that the athlete may and can do."""
    names = dict.fromkeys(choice.partition("/")[0] for choice in slot["choose"])
    return [name for name in names if not list(closed(exercises()[name], plan["request"]["profile"]))]


def _clock(text: str) -> int:
    hours, minutes = (re.search(rf"(\d+) {unit}\b", text) for unit in ("h", "min"))
    return 60 * int(hours[1] if hours else 0) + int(minutes[1] if minutes else 0)


def _long_run(day: int, plan: Document) -> bool:
    """Whether the long run is on a day or the next."""
    profile = plan["request"]["profile"]
    days = (DAYS[day % 7], DAYS[(day + 1) % 7])
    runs = [profile["runs"].get(each, {}).get("kind") == "long" for each in days]
    return any(runs) or any("long-run" in profile["other_training"].get(each, []) for each in days)


def _day(session: Document) -> int:
    return dt.date.fromisoformat(session["date"]).weekday()


# --- order ---


def _order(session: Document, plan: Document) -> Iterator[str]:
    """A warm-up opens and a stretch closes, each drill once; a part's exercises come in the method's order."""
    routines, slots = _routine_of(plan), list(_slots(plan))
    done = {routines[item["slot"]]["id"] for item in session["items"]}
    for role, least in (("warm-up", 15), ("stretch", 45)):
        drills = [item["exercise"] for item in session["items"] if item["role"] == role]
        yield from (f"{drill} is there {times} times" for drill, times in Counter(drills).items() if times > 1)
        could = [slot for slot in _slots(plan).values() if slot["role"] == role and routines[slot["id"]]["id"] in done]
        trained = [slot for slot in could if _open(slot, plan) and _is_for(slot, session["parts"])]
        if trained and not drills and session["minutes_at_hand"] >= least:
            yield f"no {role}"
        for drill in drills[1:]:
            if not _trains(drill, session["parts"]):
                yield f"the {role} {drill} is for nothing that is trained"
    for part in session["parts"]:
        order = [slots.index(item["slot"]) for item in session["items"] if item["part"] == part]
        if order != sorted(order):
            yield f"the exercises for {part} are not in the method's order"
    mains = [item for item in session["items"] if item["role"] in MAIN]
    jumps = [n for n, item in enumerate(mains) if exercises()[item["exercise"]]["kind"] == "plyometric"]
    if plan["request"]["profile"]["goal"] == "performance" and plan["method"] == "best" and jumps not in ([], [0]):
        yield f"the jump comes after {mains[0]['exercise']}"


def _is_for(slot: Document, parts: list[str]) -> bool:
    return any(_trains(choice.partition("/")[0], parts) for choice in slot["choose"])


def _trains(name: str, parts: list[str]) -> bool:
    """Whether a drill is for one of the parts, told by its muscles; one for no part is for all."""
    muscles = {
        "glutes": ("gluteus",),
        "quads": ("vastus", "rectus-femoris"),
        "hams": ("biceps-femoris", "semi"),
        "calves": ("gastrocnemius", "soleus"),
    }
    prime = exercises()[name]["muscles"]["prime"]
    trained = {part for part, names in muscles.items() if any(muscle.startswith(names) for muscle in prime)}
    return not trained or bool(trained & set(parts))


# --- spacing ---


def _spacing(week: Document, plan: Document) -> Iterator[str]:
    """Heavy legs have a day between them where another day would do; days are left for rest; one routine for a part."""
    sessions = {_day(session): session for session in week["sessions"]}
    heavy = {day for day, session in sessions.items() if HEAVY & set(session["parts"])}
    if len(sessions) > MOST_LEG_DAYS:
        yield f"legs on {len(sessions)} days"
    if any(all((day + n) % 7 in sessions for n in range(MOST_DAYS_RUNNING + 1)) for day in sessions):
        yield f"legs on more than {MOST_DAYS_RUNNING} days running"
    for day in heavy:
        if (day + 1) % 7 not in heavy:
            continue
        for moved in (day, (day + 1) % 7):
            better = [DAYS[other] for other in range(7) if _would_do(other, moved, sessions, heavy, plan)]
            if better:
                yield f"heavy legs on {DAYS[day]} and the day after, where {better} would do for {DAYS[moved]}"
    routines = _routine_of(plan)
    for session in week["sessions"]:
        by_part = defaultdict(set)
        for item in session["items"]:
            if item["part"]:
                by_part[item["part"]].add(routines[item["slot"]]["id"])
        yield from (f"{part} by {ids} on {session['date']}" for part, ids in by_part.items() if len(ids) > 1)


def _would_do(day: int, moved: int, sessions: dict[int, Any], heavy: set[int], plan: Document) -> bool:
    """Whether a session could move to a free day, next to no other day of heavy legs or of its own parts."""
    profile, placement = plan["request"]["profile"], plan["request"]["program"]["placement"]
    if day in sessions or DAYS[day] not in profile["days"] or _long_run(day, plan) or placement["rest_day"]:
        return False  # where a method numbers its days, they come before an even spread
    if _clock(profile["days"][DAYS[day]]) < sessions[moved]["minutes"]:
        return False
    parts = set(sessions[moved]["parts"])
    beside = [(day + 1) % 7, (day - 1) % 7]
    others = {other for other in sessions if other != moved}
    return not any(n in heavy - {moved} or (n in others and parts & set(sessions[n]["parts"])) for n in beside)


# --- volume ---


def _dose(session: Document, week: Document, plan: Document) -> Iterator[str]:
    """No session has more hard sets than anybody does well; a single set is done only where the method writes one."""
    by_part: Counter[str] = Counter()
    for item in session["items"]:
        if item["part"]:
            by_part[item["part"]] += item["hard_sets"]
            if item["count"] == 1 and not _is_light(week) and not _written_once(item, plan):
                yield f"one single set of {item['exercise']}"
    if by_part.total() > MOST_IN_SESSION[plan["request"]["profile"]["level"]]:
        yield f"{by_part.total()} hard sets in one session"
    yield from (f"{sets} hard sets of {part}" for part, sets in by_part.items() if sets > MOST_OF_PART_IN_SESSION)


def _written_once(item: Document, plan: Document) -> bool:
    slot = _slots(plan)[item["slot"]]
    line = slot["levels"].get(plan["request"]["profile"]["level"], slot["sets"])
    return bool(re.match(r"1\b(?!-)", line))


def _volume(week: Document, plan: Document) -> Iterator[str]:
    """No part drowns in sets, and none that can be trained gets nothing while a day has much time left."""
    profile = plan["request"]["profile"]
    for volume in week["volumes"]:
        part = volume["part"]
        if volume["effective"] > MOST_EFFECTIVE[profile["level"]]:
            yield f"{volume['effective']} sets for {part}, the indirect ones halved"
        trained = any(item["part"] == part for session in week["sessions"] for item in session["items"])
        if trained or volume["effective"] or _is_light(week) or profile["wishes"]:
            continue
        slots = [slot for slot in _slots(plan).values() if slot["part"] == part and _open(slot, plan)]
        room = [
            session["weekday"]
            for session in week["sessions"]
            if session["minutes_at_hand"] - session["minutes"] >= MUCH_TIME
            and not (part in HEAVY and _long_run(_day(session), plan))
            and not _is_full(session, plan)
        ]
        if slots and room and not _rests(part, week, plan):
            yield f"nothing for {part}, with time left on {room}"


def _is_full(session: Document, plan: Document) -> bool:
    sets = sum(item["hard_sets"] for item in session["items"])
    return bool(sets > MOST_IN_SESSION[plan["request"]["profile"]["level"]] - 2)


def _rests(part: str, week: Document, plan: Document) -> bool:
    """Whether what balances a part is closed: quads wait for hams, which wait for calves."""
    placement = plan["request"]["program"]["placement"]
    needed = placement["needs_part"].get(part)
    direct = {volume["part"]: volume["direct"] for volume in week["volumes"]}
    return bool(needed and not direct.get(needed)) or (part == "quads" and not direct.get("hams"))


# --- monotony ---


def _monotony(session: Document, plan: Document) -> Iterator[str]:
    """A session with much time left is not one exercise alone where its part has others."""
    mains = [item for item in session["items"] if item["role"] in MAIN]
    if len(mains) != 1 or session["minutes_at_hand"] - session["minutes"] < MUCH_TIME:
        return
    (item,) = mains
    routine = _routine_of(plan)[item["slot"]]
    slots = [slot for slot in routine["slots"] if slot["part"] == item["part"] and slot["id"] != item["slot"]]
    others = [name for slot in slots for name in _open(slot, plan) if name != item["exercise"]]
    if others:
        yield f"{item['exercise']} alone, with {others} open and time left"


def _one_sided_week(plan: Document) -> Iterator[str]:
    """A part of several slots is not trained by one exercise only, all week, where there are others."""
    if not plan["weeks"] or plan["request"]["profile"]["wishes"]:
        return
    by_part: dict[str, list[Any]] = defaultdict(list)
    pressed = set()
    for session in plan["weeks"][0]["sessions"]:
        for item in session["items"]:
            if item["part"]:
                by_part[item["part"]].append(item)
                if session["minutes_at_hand"] - session["minutes"] < LITTLE_TIME:
                    pressed.add(item["part"])
    for part, items in by_part.items():
        used = {item["exercise"] for item in items}
        choices = {name for slot in {item["slot"] for item in items} for name in _open(_slots(plan)[slot], plan)}
        several = len({item["slot"] for item in items}) > 1
        if several and part not in pressed and len(used) == 1 and choices - used:
            yield f"{part}: {used} in every slot, with {choices - used} open"
    sets = Counter[str]()
    for items in by_part.values():
        for item in items:
            sets[item["exercise"]] += item["count"]
    (exercise, most) = sets.most_common(1)[0] if sets else ("", 0)
    if len(sets) >= 3 and most > 0.6 * sets.total():
        yield f"{exercise} is {most} of {sets.total()} sets"


# --- minutes ---


def _minutes(session: Document, week: Document) -> Iterator[str]:
    """Most of a session is work, and a session is worth the way."""
    minutes: Counter[str] = Counter()
    drills: Counter[str] = Counter()
    for item in session["items"]:
        kind = "preparation" if item["role"] in PREPARATION else "support" if item["role"] == "support" else "work"
        minutes[kind] += item["minutes"]
        drills[kind] += 1
    at_hand = session["minutes_at_hand"]
    for kind, least in (("preparation", 2), ("support", 1)):
        if drills[kind] > least and minutes[kind] > at_hand / 3 + 3:
            yield f"{minutes[kind]:g} of {at_hand} min are {kind}"
    if not _is_light(week):
        if session["minutes"] < 8 and at_hand >= 15 and session["parts"] != ["calves"]:  # calves are a short addition
            yield f"only {session['minutes']} of {at_hand} min"
        if at_hand >= 30 and minutes["preparation"] > minutes["work"] + minutes["support"]:
            yield f"{minutes['preparation']:g} min of preparation for {minutes['work']:g} min of work"


# --- weeks ---


def _weeks(plan: Document) -> Iterator[str]:
    """Easy weeks are lighter than the full week before, in sets and minutes; other weeks don't leap, nor fall back."""
    race = plan["request"]["profile"]["race"]
    for before, week in pairwise(plan["weeks"]):
        same = {session["weekday"] for session in before["sessions"]} == {s["weekday"] for s in week["sessions"]}
        if race and not same:
            continue
        where = f"week {week['number']}: "
        sets, hard, minutes = (_sums(before), _sums(week)), (_hard(before), _hard(week)), (_time(before), _time(week))
        if week["taper"] and (hard[1] > hard[0] or minutes[1] > minutes[0]) and not before["deload"]:
            yield f"{where}more work nearer to the race: {hard[1]} hard sets, {minutes[1]} min, after {hard[0]}"
        if week["deload"] and not _is_light(before):
            for key, count in sets[1].items():
                if 2 * count > sets[0][key] + 1:
                    yield f"{where}{count} sets of {key} in the easy week, {sets[0][key]} before"
            if hard[1] >= hard[0] > 0 or minutes[1] >= minutes[0]:
                yield f"{where}the easy week has {hard[1]} hard sets, {minutes[1]} min, after {hard[0]}, {minutes[0]}"
        if not _is_light(week) and not _is_light(before):
            if hard[1] < hard[0]:
                yield f"{where}falls back from {hard[0]} to {hard[1]} hard sets"
            if hard[1] > STEP_UP * hard[0] > 0:
                yield f"{where}leaps from {hard[0]} to {hard[1]} hard sets"


def _is_light(week: Document) -> bool:
    """Whether a week is easy, or leads up to a race."""
    return bool(week["deload"] or week["taper"])


def _sums(week: Document) -> Counter[tuple[str, str]]:
    return Counter(
        {(s["weekday"], item["slot"]): item["count"] for s in week["sessions"] for item in s["items"] if item["part"]}
    )


def _hard(week: Document) -> float:
    return float(sum(item["hard_sets"] for session in week["sessions"] for item in session["items"]))


def _time(week: Document) -> int:
    return sum(session["minutes"] for session in week["sessions"])


# --- loads ---


def _loads(plan: Document) -> Iterator[str]:
    """Loads rise in small steps, fall in easy weeks, and are never beyond what the log shows by Epley's relation."""
    best: dict[str, float] = {}
    for name, strength in plan["request"]["strengths"].items():
        best[name] = max(_kg(e["load"]) * (1 + (e["reps"] + e["in_reserve"]) / 30) for e in strength["evidence"])
    last: dict[tuple[str, str], tuple[float, bool]] = {}
    for week in plan["weeks"]:
        for session in week["sessions"]:
            for item in session["items"]:
                kg = (item["load"] or {}).get("kg")
                if kg is None:
                    continue
                where = f"{session['date']}: {item['exercise']} at {kg:g} kg"
                if kg > best[item["exercise"]]:
                    yield f"{where}, with an e1RM of {best[item['exercise']]:g} kg"
                before, was_easy = last.get((session["weekday"], item["slot"]), (kg, _is_light(week)))
                last[session["weekday"], item["slot"]] = (kg, _is_light(week))
                if week["deload"] and not was_easy and kg > before:
                    yield f"{where} in the easy week, after {before:g}"
                if not week["deload"] and not was_easy and not before <= kg <= LOAD_STEP_UP * before + LARGEST_STEP:
                    yield f"{where}, after {before:g}"


def _kg(text: str) -> float:
    number, unit = text.split()
    return float(number) * (0.45359237 if unit == "lb" else 1)
