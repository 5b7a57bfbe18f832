"""An independent reader of plans: it shares no code with the model and checks what every plan must keep.

It reads the plan's JSON alone, with the exercise files as plain YAML and the table of demands as plain JSON.
"""

import datetime as dt
import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

import legday

DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
CAPS = {"beginner": 12, "intermediate": 20, "advanced": 35}
LEVELS = list(CAPS)
ROLES = ["warm-up", "support", "main", "finish", "stretch"]
MAIN = ("main", "finish")
PREPARATION = ("warm-up", "stretch")
HEAVY = {"quads", "glutes", "hams"}
HOME = {"wall", "chair", "mat", "step", "block", "foam-roller"}
PLACES = {"bodyweight": HOME, "home-dumbbells": HOME | {"dumbbells", "band", "mini-band", "bench"}}
STAND_INS = {"block": {"barbell"}, "chair": {"bench", "box"}, "step": {"box"}, "box": {"bench"}}
PARTS = {
    "glutes": {"gluteus-maximus", "gluteus-medius", "gluteus-minimus"},
    "quads": {"rectus-femoris", "vastus-lateralis", "vastus-medialis", "vastus-intermedius"},
    "hams": {"biceps-femoris-long-head", "biceps-femoris-short-head", "semitendinosus", "semimembranosus"},
    "calves": {"gastrocnemius", "soleus"},
}
HARD_TECHNIQUES = ("forced", "negative", "rest-pause", "pulses", "partials", "myo", " > ", "pyramid", " work x")
SETUP_SECONDS = 60


@cache
def exercises() -> dict[str, Any]:
    folder = Path(legday.__file__).parent / "catalogue" / "exercises"
    return {file.stem: yaml.safe_load(file.read_text(encoding="utf-8")) for file in folder.glob("*.yaml")}


@cache
def demands(name: str = "demands") -> Any:
    """What physics has found: the table, or `comparisons` of variants."""
    return json.loads((Path(legday.__file__).parent / "physics" / "data" / f"{name}.json").read_text(encoding="utf-8"))


def moment_at(joints: Collection[str], exercise: str, variant: str) -> float | None:
    """The greatest moment at joints, together: the usual one with what is settled of the difference to it."""
    usual = demands("comparisons")["usual"].get(exercise)
    if usual is None:
        return None
    rows = demands("comparisons")["pairs"].get(f"{exercise}/{variant}", {}).get("moments", [])
    changes = {what: change for what, _, _, change, _, settled in rows if settled}
    names = {
        "hip": ["hip extension", "hip abduction"],
        "knee": ["knee extension"],
        "ankle": ["plantar flexion"],
        "trunk": ["back extension"],
    }
    asked = {
        name: float(usual.get(name, [0, 0, 0])[1] + changes.get(name, 0)) for each in names.values() for name in each
    }
    return sum(max(0.0, *(asked[name] for name in names[joint])) for joint in joints)


def share_for(part: str, item: Mapping[str, Any]) -> float:
    """What a hard set of an item counts for a part, from the table of demands and the exercise files."""
    if item["part"] in (part, None):
        return float(item["part"] == part)
    known = exercises()[item["exercise"]]
    usual, this = known["variants"][0], next(each for each in known["variants"] if each["id"] == item["variant"])
    unsettled = any(this.get(name, usual.get(name)) != usual.get(name) for name in ("stance", "toes_out", "foot_width"))
    key = f"{item['exercise']}/{usual['id'] if unsettled else item['variant']}"
    row = demands()["variants"].get(demands()["same"].get(key, key))
    prime, assist = set(known["muscles"]["prime"]), set(known["muscles"].get("assist", ()))
    if row is None:
        return 0.5 * bool(PARTS[part] & prime)
    if not PARTS[part] & (prime | assist) or ("hip-thrust" in key and part == "hams"):
        return 0.0
    if "leg-curl" in key.partition("/")[0] and part == "calves":
        return 0.0
    work = {
        name: sum(
            muscle["share"][1]
            * (1 if known["kind"] == "hold" else (muscle["longest"][1] - muscle["shortest"][1]) / 100)
            for muscle_name, muscle in row["muscles"].items()
            if muscle_name in muscles
        )
        for name, muscles in PARTS.items()
    }
    return 0.5 if max(work.values()) > 0 and work[part] >= 0.2 * max(work.values()) else 0.0


def violations(plan: dict[str, Any]) -> list[str]:
    """List everything in a plan that breaks a hard rule or contradicts itself."""
    found: list[str] = []
    profile = plan["request"]["profile"]
    start = dt.date.fromisoformat(plan["request"]["start"])
    weeks = plan["request"]["weeks"]
    if [week["number"] for week in plan["weeks"]] != list(range(1, weeks + 1)):
        found.append("the plan has other weeks than asked for")
    easy = [week["number"] for week in plan["weeks"] if week["deload"]]
    shaped = _race_weeks(plan["request"])
    if any(answer["kind"] == "deload" for answer in plan["request"].get("answers", [])):
        found += [] if easy[:1] == [1] else [f"fatigue asked for an easy first week, not {easy}"]
        easy = easy[1:] if weeks > 1 or shaped.get(1) != "easy" else easy
        shaped = {week: kind for week, kind in shaped.items() if week > 1}
    tapers = sorted(week for week, kind in shaped.items() if kind != "easy")
    if tapers != [week["number"] for week in plan["weeks"] if week["taper"]]:
        found.append(f"the weeks {tapers} before the race are not the taper")
    if not {week for week, kind in shaped.items() if kind == "easy"} <= set(easy):
        found.append(f"the weeks after the race are not all easy: {easy}")
    light = sorted({*easy, *tapers})
    if weeks < 4 and set(light) - set(shaped):
        found.append(f"the short block has easy weeks: {easy}")
    if weeks >= 4 and (light[-1:] != [weeks] or any(b - a > 7 for a, b in pairwise([0, *light]))):
        found.append(f"the easy weeks of {weeks} are {light}")
    if not shaped and any(b - a < 4 for a, b in pairwise([0, *easy])):
        found.append(f"the easy weeks are too near: {easy}")
    found += _taper(plan, shaped)
    found += [problem for week in plan["weeks"] for problem in _runs(week, profile)]
    slots = {slot["id"]: slot for routine in plan["request"]["program"]["routines"] for slot in routine["slots"]}
    for week in plan["weeks"]:
        first = start + dt.timedelta(weeks=week["number"] - 1)
        if week["start"] != first.isoformat():
            found.append(f"week {week['number']} starts on {week['start']}")
        for session in week["sessions"]:
            found += _session(session, profile, first)
            for item in session["items"]:
                found += [f"{session['date']}: {item['exercise']} {p}" for p in _dose(item, slots, week, profile)]
        found += _week(week, plan)
    found += _template(plan)
    found += _spacing(plan)
    found += _method(plan)
    found += _foundation(plan)
    return found


def _race_class(race: dict[str, Any]) -> tuple[int, int, int, int]:
    """Weeks of taper, free days before and after, easy weeks after: by the distance, a half marathon if not told."""
    number, unit = (race["distance"] or "21.1 km").split()
    km = float(number) * (1.609344 if unit == "mi" else 1)
    return (1, 3, 2, 0) if km <= 15 else (2, 4, 3, 1) if km <= 30 else (3, 5, 7, 2)


def _race_weeks(request: dict[str, Any]) -> dict[int, Any]:
    """The weeks that a race shapes: to what share of sets, or "easy" after it. A week is where four of its days are."""
    race = request["profile"]["race"]
    found: dict[int, Any] = {}
    for number in range(1, request["weeks"] + 1) if race else ():
        tapers, _, _, easy = _race_class(race)
        start = _days(request["start"], race["date"]) - 7 * (number - 1)
        days_left = [start - day for day in range(7)]
        for week, share in enumerate((0.5, 0.6, 0.8)[:tapers]):
            if sum(7 * week < left <= 7 * (week + 1) for left in days_left) >= 4:
                found[number] = share
        if sum(0 <= -left < 7 * easy for left in days_left) >= 4:
            found[number] = "easy"
    return found


def _taper(plan: dict[str, Any], shaped: dict[int, Any]) -> list[str]:
    """Before a race there is a share of the last full week's sets, as heavy as then, and short of failure."""
    found = []
    full: dict[tuple[str, str], dict[str, Any]] = {}
    rested = False
    for week in plan["weeks"]:
        rested = week["deload"] or (rested and week["taper"])
        if not week["taper"] and not week["deload"]:
            full = {(s["weekday"], item["slot"]): item for s in week["sessions"] for item in s["items"]}
        for session in week["sessions"] if week["taper"] else ():
            for item in session["items"]:
                if not item["part"]:
                    continue
                where = f"{session['date']}: {item['exercise']}"
                if _least_in_reserve(item["sets"]) < 2 or " > " in item["sets"]:
                    found.append(f"{where} is hard before the race: {item['sets']}")
                usual = full.get((session["weekday"], item["slot"]))
                if usual and item["count"] > math.ceil(shaped[week["number"]] * usual["count"] - 1e-9):
                    found.append(f"{where} has {item['count']} of {usual['count']} sets before the race")
                loads = [each["load"] and each["load"]["kg"] for each in (item, usual or item)]
                if None not in loads and loads[0] < loads[1] and not rested:
                    found.append(f"{where} is lighter before the race: {loads}")
    return found


def _runs(week: dict[str, Any], profile: dict[str, Any]) -> list[str]:
    """The week shows each run and the race on its day; only an easy run gives way, to legs, where it was allowed."""
    legs = {session["date"] for session in week["sessions"]}
    expected = []
    for number in range(7):
        date = (dt.date.fromisoformat(week["start"]) + dt.timedelta(days=number)).isoformat()
        run = profile["runs"].get(DAYS[dt.date.fromisoformat(date).weekday()])
        if profile["race"] and profile["race"]["date"] == date:
            expected.append((date, "race", profile["race"]["distance"], None, False))
        elif run:
            traded = profile["trade_mileage"] and run["kind"] == "easy" and date in legs
            expected.append((date, run["kind"], run["distance"], run["time"], traded))
    shown = [(run["date"], run["kind"], run["distance"], run["time"], run["traded"]) for run in week["runs"]]
    return [] if shown == expected else [f"week {week['number']} shows the runs {shown}, not {expected}"]


def _days(earlier: str, later: str) -> int:
    return (dt.date.fromisoformat(later) - dt.date.fromisoformat(earlier)).days


def _near_race(profile: dict[str, Any], date: dt.date) -> bool:
    """Whether a day is a race's own, or one that stays free before or after it."""
    race = profile["race"]
    if race is None:
        return False
    _, before, after, _ = _race_class(race)
    return -before <= _days(race["date"], date.isoformat()) <= after


def _trainings(profile: dict[str, Any], day: str) -> list[str]:
    """What else is done on a day, the run included."""
    run = profile["runs"].get(day)
    kind = [{"easy": "run", "hard": "hard-run", "long": "long-run"}[run["kind"]]] if run else []
    return list(dict.fromkeys([*profile["other_training"].get(day, []), *kind]))


def closed(exercise: dict[str, Any], profile: dict[str, Any]) -> Iterator[str]:
    """Say why an athlete must not do an exercise; nothing if they may."""
    everything = {thing for each in exercises().values() for thing in each.get("equipment", [])}
    owned = (PLACES.get(profile["place"], everything) | set(profile["has"])) - set(profile["lacks"])
    for thing in exercise.get("equipment", []):
        if not ({thing} | STAND_INS.get(thing, set())) & owned:
            yield f"needs a {thing}"
    if exercise["id"] in profile["avoid"]:
        yield "was to be avoided"
    if LEVELS.index(exercise.get("level", "beginner")) > LEVELS.index(profile["level"]):
        yield "is above the level"
    for pain in profile["pain"]:
        stress = exercise["loads"].get(pain["joint"])
        if (pain["severity"] >= 3 and stress == "high") or (pain["severity"] >= 8 and stress == "medium"):
            yield f"loads the painful {pain['joint']}"
        advice = [c["advice"] for c in exercise.get("contraindications", []) if c["pain"] == pain["joint"]]
        if pain["severity"] >= 3 and "avoid" in advice:
            yield f"is not for a painful {pain['joint']}"


def _session(session: dict[str, Any], profile: dict[str, Any], first: dt.date) -> list[str]:
    date = dt.date.fromisoformat(session["date"])
    day = DAYS[date.weekday()]
    where = f"{session['date']}: "
    found = []
    if not first <= date < first + dt.timedelta(days=7):
        found.append("is outside its week")
    if session["weekday"].lower() != day:
        found.append(f"is a {day}, not a {session['weekday']}")
    if day not in profile["days"] or day in profile["rest_days"]:
        found.append(f"is on {day}, which was not offered")
    else:
        found += _clock(session, _seconds(profile["days"][day]))
    roles = [item["role"] for item in session["items"]]
    if roles != sorted(roles, key=ROLES.index):
        found.append("does not go from warm-up to stretch")
    if len({item["slot"] for item in session["items"]}) < len(session["items"]):
        found.append("fills a slot twice")
    worked = [item["exercise"] for item in session["items"] if item["role"] not in PREPARATION]
    if not worked:
        found.append("trains nothing")
    found += [f"does {exercise} twice" for exercise, times in Counter(worked).items() if times > 1]
    if _near_race(profile, date):
        found.append("is too near the race")
    if session["before"] != profile["other_training"].get(day, []):
        found.append(f"says that {session['before']} follow")
    partner = profile["partner"] if isinstance(profile["partner"], bool) else day in profile["partner"]
    for item in session["items"]:
        found += [f"{item['exercise']} {problem}" for problem in _item(item, profile, partner)]
    return [where + problem for problem in found]


def _clock(session: dict[str, Any], offered: int) -> list[str]:
    """The minutes told are the time of the steps and of setting up, and there is so much time."""
    found = []
    steps = sum(step["seconds"] for item in session["items"] for step in item["steps"])
    seconds = steps + SETUP_SECONDS * sum(item["role"] not in PREPARATION for item in session["items"])
    if seconds > offered:
        found.append(f"takes {seconds} of {offered} s")
    if abs(session["minutes"] * 60 - seconds) > 60 + len(session["items"]):
        found.append(f"says {session['minutes']} min for {seconds} s")
    if session["minutes"] > session["minutes_at_hand"]:
        found.append(f"says {session['minutes']} of {session['minutes_at_hand']} min")
    return found


def _item(item: dict[str, Any], profile: dict[str, Any], partner: bool) -> list[str]:
    exercise, text = exercises()[item["exercise"]], item["sets"]
    found = list(closed(exercise, profile))
    if not partner and re.search(r"forced|negative", text):
        found.append("needs a partner")
    if not partner and " > " in text and exercise["load"] in ("stack", "plates"):
        found.append("moves pins without a partner")
    if item["role"] not in PREPARATION:
        found += _effort(item, exercise, profile, partner)
        variant = next(each for each in exercise["variants"] if each["id"] == item["variant"])
        one_sided = variant.get("sides", exercise.get("sides", "both")) != "both"
        if (exercise["kind"] == "hold") != ("hold " in text):
            found.append(f"is a {exercise['kind']} done as {text}")
        if one_sided != ("/side" in text or "alternating" in text):
            found.append(f"says {text} for {variant['name']}")
    if exercise["load"] == "bodyweight" and "drop" in text:
        found.append(f"has nothing to take off: {text}")
    if len(item["why"]) != len(item["because"]) or (item["role"] in MAIN and not item["why"]):
        found.append("has no reason")
    numbers = {step["set_number"] for step in item["steps"]}
    if numbers != set(range(1, item["count"] + 1)):
        found.append(f"plays the sets {numbers} of {item['count']}")
    if not re.match(rf"{item['count']}\b", text.split(": ")[-1]):
        found.append(f"says {text} for {item['count']} sets")
    seconds = sum(step["seconds"] for step in item["steps"]) + SETUP_SECONDS * (item["role"] not in PREPARATION)
    if not seconds or abs(60 * item["minutes"] - seconds) > 4:  # told to a tenth, of seconds rounded up
        found.append(f"says {item['minutes']} min for {seconds} s")
    return found


def _effort(item: dict[str, Any], exercise: dict[str, Any], profile: dict[str, Any], partner: bool) -> list[str]:
    """How near to failure a set goes, held against who does it, what hurts, and who is there."""
    found = []
    least = _least_in_reserve(item["sets"])
    if exercise.get("fails_safely") is False and not partner and not profile["cage"] and least < 1:
        found.append("goes to failure under a bar, alone")
    if profile["level"] == "beginner" and least < 2:
        found.append(f"is too hard for a beginner: {item['sets']}")
    if profile["goal"] == "longevity" and least < 2:
        found.append(f"is too hard for longevity: {item['sets']}")
    for pain in profile["pain"]:
        eased = least >= 3 and not any(word in item["sets"] for word in HARD_TECHNIQUES)
        if pain["severity"] >= 1 and exercise["loads"].get(pain["joint"]) in ("medium", "high") and not eased:
            found.append(f"is too hard on the {pain['joint']}: {item['sets']}")
    return found


def _least_in_reserve(text: str) -> float:
    """The fewest reps a set leaves; sets that end by the clock or stop for the pump are far from failure."""
    if "not to failure" in text or re.search(r"x (hold )?[\d-]+(s| min)", text):
        return math.inf
    stated = re.search(r"rir (\d+)", text)
    hard = any(word in text for word in ("forced", "negative", "rest-pause", " > ", " work x"))
    return 0 if hard or stated is None else int(stated[1])


def _dose(item: dict[str, Any], slots: dict[str, Any], week: dict[str, Any], profile: dict[str, Any]) -> list[str]:
    """The sets are the method's for the level, at most, and fewer and easier in an easy week."""
    found = []
    slot, text = slots[item["slot"]], item["sets"]
    written = re.match(r"(?:\d+-)?(\d+) ", slot["levels"].get(profile["level"], slot["sets"]).split(": ")[-1])
    assert written is not None
    most = int(written[1])
    if item["exercise"] not in (reference.partition("/")[0] for reference in slot["choose"]):
        found.append(f"is none of {slot['choose']}")
    if (item["role"], item["part"]) != (slot["role"], slot["part"]):
        found.append("has another role or part than its slot")
    if week["deload"] and item["role"] not in PREPARATION:
        most = (most + 1) // 2
        if any(word in text for word in HARD_TECHNIQUES) or _least_in_reserve(text) < 4:
            found.append(f"is hard in the easy week: {text}")
    elif not week["taper"] and any(re.search(r"\d+ sets of ", wish) for wish in profile["wishes"]):
        most = 10  # an athlete may ask for more sets than the method writes
    if not 1 <= item["count"] <= most:
        found.append(f"is done for {item['count']} of {most} sets")
    hard = _hard_sets(text, item["count"]) if item["part"] else 0
    if item["hard_sets"] != hard:
        found.append(f"counts {item['hard_sets']} hard sets for {text}")
    return found


def _hard_sets(text: str, count: int) -> float:
    """Count the hard sets of a line: of a pyramid its work sets, holds half, the pump and the clock nothing."""
    work = re.search(r"pyramid to (\d+) work", text)
    if "not to failure" in text or " warm-up x" in text or re.search(r"x [\d-]+(s| min)", text):
        return 0
    return int(work[1]) if work else count / 2 if " x hold" in text else count


def _week(week: dict[str, Any], plan: dict[str, Any]) -> list[str]:
    profile = plan["request"]["profile"]
    found = []
    direct: dict[str, float] = defaultdict(float)
    effective: dict[str, float] = defaultdict(float)
    for session in week["sessions"]:
        for item in session["items"]:
            if item["part"]:
                direct[item["part"]] += item["hard_sets"]
                for part in PARTS:
                    effective[part] += share_for(part, item) * item["hard_sets"]
    if [volume["part"] for volume in week["volumes"]] != plan["ranking"]:
        found.append("the volumes are not those of the ranking")
    for volume in week["volumes"]:
        part = volume["part"]
        where = f"week {week['number']}: {part}"
        if abs(volume["direct"] - direct[part]) > 1e-9:
            found.append(f"{where} direct {volume['direct']}, counted {direct[part]}")
        if abs(volume["effective"] - effective[part]) > 1e-9:
            found.append(f"{where} effective {volume['effective']}, counted {effective[part]}")
        if direct[part] > CAPS[profile["level"]]:
            found.append(f"{where} has {direct[part]} sets")
    dates = [dt.date.fromisoformat(week["start"]) + dt.timedelta(days=offset) for offset in range(7)]
    cut_short = any(_near_race(profile, date) and DAYS[date.weekday()] in profile["days"] for date in dates)
    if 3 * effective["hams"] < effective["quads"] and _can_train("hams", plan) and not cut_short:
        found.append(f"week {week['number']}: hams fall behind quads: {dict(effective)}")
    return found


def _can_train(part: str, plan: dict[str, Any]) -> bool:
    """Whether some exercise of the method for a part is open to the athlete."""
    choices = [
        reference.partition("/")[0]
        for routine in plan["request"]["program"]["routines"]
        for slot in routine["slots"]
        if slot["part"] == part
        for reference in slot["choose"]
    ]
    return any(not list(closed(exercises()[choice], plan["request"]["profile"])) for choice in choices)


def _template(plan: dict[str, Any]) -> list[str]:
    """Every week does the same exercises on the same days, but for the days around a race, and no routine too often."""
    request = plan["request"]
    found = []
    template: dict[int, list[tuple[str, str, str]]] = {}
    for week in plan["weeks"]:
        for session in week["sessions"]:
            items = [(item["slot"], item["exercise"], item["variant"]) for item in session["items"]]
            if template.setdefault(dt.date.fromisoformat(session["date"]).weekday(), items) != items:
                found.append(f"{session['date']} differs from the weeks before")
    for week in plan["weeks"]:
        dates = [dt.date.fromisoformat(week["start"]) + dt.timedelta(days=offset) for offset in range(7)]
        planned = {session["date"] for session in week["sessions"]}
        for date in dates:
            expected = date.weekday() in template and not _near_race(request["profile"], date)
            if expected != (date.isoformat() in planned):
                found.append(f"{date} is left out, or added")
    starts = [dt.date.fromisoformat(week["start"]) + dt.timedelta(days=n) for week in plan["weeks"] for n in range(7)]
    offered = [date for date in starts if DAYS[date.weekday()] in request["profile"]["days"]]
    if not template and not all(_near_race(request["profile"], date) for date in offered):
        found.append("the block trains nothing")
    for routine in request["program"]["routines"]:
        slots = {slot["id"] for slot in routine["slots"]}
        times = sum(any(slot in slots for slot, *_ in items) for items in template.values())
        if times > routine["times"]["most"]:
            found.append(f"{routine['id']} comes {times} times a week")
    return found


def _spacing(plan: dict[str, Any]) -> list[str]:
    """No part on two days running, counted from one date to the next over the whole block."""
    trained: dict[str, list[dt.date]] = defaultdict(list)
    profile = plan["request"]["profile"]
    found = []
    for week in plan["weeks"]:
        for session in week["sessions"]:
            date = dt.date.fromisoformat(session["date"])
            for part in session["parts"]:
                trained[part].append(date)
            near = [_trainings(profile, DAYS[(date.weekday() + offset) % 7]) for offset in (0, 1)]
            if HEAVY & set(session["parts"]) and any("long-run" in trainings for trainings in near):
                found.append(f"{date}: heavy legs on the day of the long run or before it")
    for part, dates in trained.items():
        for earlier, later in pairwise(dates):
            if (later - earlier).days < 2:
                found.append(f"{part} on {earlier} and {later}")
    return found


def _method(plan: dict[str, Any]) -> list[str]:
    """The order in which a method is written, and rows P4, P6 and P9 where its program asks for them."""
    found = []
    routines = plan["request"]["program"]["routines"]
    placement = plan["request"]["program"]["placement"]
    routine_of = {slot["id"]: routine for routine in routines for slot in routine["slots"]}
    written = list(routine_of)
    for week in plan["weeks"]:
        for session in week["sessions"]:
            where = f"{session['date']}: "
            mains = [item for item in session["items"] if item["role"] in MAIN]
            jumps = [
                item
                for item in mains
                if exercises()[item["exercise"]]["kind"] == "plyometric"
                and routine_of[item["slot"]]["order"] == "by-part"
            ]
            if mains[: len(jumps)] != jumps:
                found.append(f"{where}a jump does not open the work")
            mains = mains[len(jumps) :]
            order = [item["part"] for item in mains]
            blocks = list(dict.fromkeys(order))
            if blocks != session["parts"][: len(blocks)] or not {item["part"] for item in jumps} >= {
                *session["parts"][len(blocks) :]
            }:
                found.append(f"{where}parts {session['parts']}, items {blocks}")
            for routine in routines:
                done = [item["slot"] for item in session["items"] if routine_of[item["slot"]] is routine]
                if routine["order"] == "as-written" and done != sorted(done, key=written.index):
                    found.append(f"{where}out of the written order: {done}")
            if any(routine_of[item["slot"]]["order"] == "as-written" for item in mains):
                continue
            if [part for part in blocks for _ in range(order.count(part))] != order:
                found.append(f"{where}a part is split up: {order}")
            for part, needed in placement["needs_part"].items():
                if part in blocks and needed not in blocks:
                    found.append(f"{where}{part} without {needed}")
            for part, later_parts in placement["before_part"].items():
                later = [other for other in later_parts if part in blocks and other in blocks]
                if any(blocks.index(part) > blocks.index(other) for other in later):
                    found.append(f"{where}{part} after {later}")
            last = placement["last_part"]
            if last in blocks and blocks.index(last) != (0 if _leads(last, plan) else len(blocks) - 1):
                found.append(f"{where}{last} at the wrong end of {blocks}")
    return found


def _foundation(plan: dict[str, Any]) -> list[str]:
    """Row F1: support for the hip opens every day of heavy legs, for a beginner and for a knee or hip that hurts."""
    profile = plan["request"]["profile"]
    hurts = any(pain["joint"] in ("knee", "hip") and pain["severity"] > 0 for pain in profile["pain"])
    slots = [s for r in plan["request"]["program"]["routines"] if r["id"] == "hip-foundation" for s in r["slots"]]
    choices = [exercises()[reference.partition("/")[0]] for slot in slots for reference in slot["choose"]]
    if not (hurts or profile["level"] == "beginner") or all(list(closed(choice, profile)) for choice in choices):
        return []
    return [
        f"{session['date']}: heavy legs without the hip foundation"
        for week in plan["weeks"]
        for session in week["sessions"]
        if HEAVY & set(session["parts"]) and not any(item["role"] == "support" for item in session["items"])
    ]


def _leads(part: str, plan: dict[str, Any]) -> bool:
    profile = plan["request"]["profile"]
    by_default = profile["sex"] == "female" and not profile["ranking"]
    return by_default or plan["ranking"][0] == part or part in profile["lagging"]


def _seconds(text: str) -> int:
    found = [re.search(rf"(\d+) {unit}\b", text) for unit in ("h", "min", "s")]
    return sum(length * int(match[1]) for length, match in zip((3600, 60, 1), found, strict=True) if match)


def replan_violations(
    old: dict[str, Any], new: dict[str, Any], today: str, done: list[dict[str, Any]], sore: tuple[str, ...] = ()
) -> list[str]:
    """List what a plan made again breaks from a day on.

    `done` are the sessions that were done: `on` which day, the `planned` day they answer (or None), and the direct and
    effective hard sets of each part.
    """
    found = []
    profile = new["request"]["profile"]
    answered = {each["planned"] for each in done}
    trained = {each["on"]: set(each["direct"]) for each in done}
    slots = {slot["id"]: slot for routine in new["request"]["program"]["routines"] for slot in routine["slots"]}
    before = {session["date"]: session for week in old["weeks"] for session in week["sessions"]}
    after = {session["date"]: session for week in new["weeks"] for session in week["sessions"]}
    found += [f"{date} was done and is changed" for date in answered & before.keys() if after.get(date) != before[date]]
    ahead = {date: session for date, session in after.items() if date not in answered and date >= today}
    over = {date for date in after if any(w["start"] <= date and _days(w["start"], today) >= 7 for w in _of(new, date))}
    found += [f"{date} is planned in the past" for date in after.keys() - answered - ahead.keys() - over]
    found += [f"{date} is planned, and legs were trained" for date in trained.keys() & ahead.keys()]
    if today in ahead and set(sore) & set(ahead[today]["parts"]):
        found.append(f"{sore} are sore and trained")
    for week in new["weeks"]:
        first = dt.date.fromisoformat(week["start"])
        for session in week["sessions"]:
            if session["date"] in ahead:
                found += _session(session, profile, first)
                for item in session["items"]:
                    found += [f"{session['date']}: {item['exercise']} {p}" for p in _dose(item, slots, week, profile)]
    rest = {**new, "weeks": [{**w, "sessions": [s for s in w["sessions"] if s["date"] in ahead]} for w in new["weeks"]]}
    found += _method(rest) + _foundation(rest)
    found += _near_done(rest, trained)
    for was, week in zip(old["weeks"], new["weeks"], strict=True):
        found += _told_volumes(week)
        if (dt.date.fromisoformat(week["start"]) + dt.timedelta(days=7)).isoformat() > today:
            found += _part_week(was, week, new, ahead, done)
    if old["request"]["profile"] == profile:
        current = max((w["start"] for w in new["weeks"] if w["start"] <= today), default=new["weeks"][0]["start"])
        for was, week in zip(old["weeks"], new["weeks"], strict=True):
            if week["start"] != current and was != week:
                found.append(f"week {week['number']} changed")
    return found


def _of(plan: dict[str, Any], date: str) -> list[dict[str, Any]]:
    """The week of a date."""
    return [week for week in plan["weeks"] if 0 <= _days(week["start"], date) < 7]


def _near_done(rest: dict[str, Any], trained: dict[str, set[str]]) -> list[str]:
    """No part on a day beside one on which it was trained, or is planned."""
    days = {date: set(parts) for date, parts in trained.items()}
    for week in rest["weeks"]:
        for session in week["sessions"]:
            days.setdefault(session["date"], set()).update(session["parts"])
    ahead = {session["date"] for week in rest["weeks"] for session in week["sessions"]}
    found = []
    for date in sorted(days):
        after = (dt.date.fromisoformat(date) + dt.timedelta(days=1)).isoformat()
        if days[date] & days.get(after, set()) and {date, after} & ahead:
            found.append(f"{days[date] & days[after]} on {date} and {after}")
    return found


def _told_volumes(week: dict[str, Any]) -> list[str]:
    direct, effective = _hard_sets_of(week["sessions"])
    return [
        f"week {week['number']}: {volume['part']} told {volume['direct']} and {volume['effective']}"
        for volume in week["volumes"]
        if abs(volume["direct"] - direct[volume["part"]]) + abs(volume["effective"] - effective[volume["part"]]) > 1e-9
    ]


def _hard_sets_of(sessions: list[dict[str, Any]]) -> tuple[dict[str, float], dict[str, float]]:
    """Direct and effective hard sets of each part."""
    direct: dict[str, float] = defaultdict(float)
    effective: dict[str, float] = defaultdict(float)
    for session in sessions:
        for item in session["items"]:
            if item["part"]:
                direct[item["part"]] += item["hard_sets"]
                for part in PARTS:
                    effective[part] += share_for(part, item) * item["hard_sets"]
    return direct, effective


def _part_week(
    was: dict[str, Any], week: dict[str, Any], new: dict[str, Any], ahead: dict[str, Any], done: list[dict[str, Any]]
) -> list[str]:
    """What is done and what is planned together keep to the level, to the balance, and double nothing up."""
    number = week["number"]
    dates = [(dt.date.fromisoformat(week["start"]) + dt.timedelta(days=n)).isoformat() for n in range(7)]
    mine = [each for each in done if (each["planned"] or each["on"]) in dates]
    sessions = [session for session in week["sessions"] if session["date"] in ahead]
    direct, effective = _hard_sets_of(sessions)
    _, as_it_was = _hard_sets_of([s for s in was["sessions"] if s["date"] in ahead])
    found = []
    for part in PARTS:
        before = sum(each["direct"].get(part, 0) for each in mine)
        cap = CAPS[new["request"]["profile"]["level"]]
        if direct[part] and before + direct[part] > cap:
            found.append(f"week {number}: {before} and {direct[part]} sets of {part}")
        most = max((_hard_sets_of([s])[0][part] for s in was["sessions"]), default=0)
        fullest = max((_hard_sets_of([s])[0][part] for s in sessions), default=0)
        if mine and fullest > most:
            found.append(f"week {number}: a session has {fullest} sets of {part}, none had more than {most}")
    if len({each["planned"] for each in mine} - {None}) + len(sessions) > len(was["sessions"]) + 1:
        found.append(f"week {number}: more days than before")
    back, front = (sum(each["effective"].get(part, 0) for each in mine) for part in ("hams", "quads"))
    slack = 3 * (back + effective["hams"]) - front - effective["quads"]
    least = min(0, 3 * back - front, 3 * (back + as_it_was["hams"]) - front - as_it_was["quads"])
    same = new["request"]["profile"]["pain"] == []
    if slack < least and same and _can_train("hams", new):
        found.append(f"week {number}: hams fall further behind quads, {slack} and not {least}")
    return found
