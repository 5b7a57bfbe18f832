"""A third reader of plans: every reason that a plan gives is true of it, and none that it owes is missing.

It reads the plan's JSON alone, with the exercise files as plain YAML, and shares no code with the rules.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from checker import DAYS, HEAVY, PREPARATION, closed, demands, exercises

Document = dict[str, Any]

LEADING = {"hips": "glutes", "performance": "glutes"}
BORROWED = {
    "tighter-core": {"trunk"},
    "performance": {"wide-narrow-jump"},
    "longevity": {"trunk", "hip-abductors"},
}
BEHIND_COUNTS = 0.1


@dataclass(frozen=True)
class Place:
    """An item where it stands in a plan, with the slot and the routine that it fills."""

    plan: Document
    week: Document
    session: Document
    item: Document
    slot: Document
    routine: Document

    @property
    def profile(self) -> Document:
        found: Document = self.plan["request"]["profile"]
        return found

    @property
    def placement(self) -> Document:
        found: Document = self.plan["request"]["program"]["placement"]
        return found

    @property
    def exercise(self) -> Document:
        found: Document = exercises()[self.item["exercise"]]
        return found

    @property
    def prepares(self) -> bool:
        return self.item["role"] in PREPARATION

    @property
    def weekday(self) -> int:
        return dt.date.fromisoformat(self.session["date"]).weekday()

    @property
    def is_light(self) -> bool:
        return bool(self.week["deload"] or self.week["taper"])

    @property
    def partner(self) -> bool:
        with_whom = self.profile["partner"]
        return bool(with_whom if isinstance(with_whom, bool) else DAYS[self.weekday] in with_whom)

    @property
    def line(self) -> str:
        """The set line as the program writes it for the athlete's level."""
        found: str = self.slot["levels"].get(self.profile["level"], self.slot["sets"])
        return found

    @property
    def written(self) -> int:
        """The sets that it writes."""
        number = re.match(r"(?:\d+-)?(\d+) ", self.line.split(": ")[-1])
        assert number is not None
        return int(number[1])


def false_reasons(plan: Document) -> list[str]:
    """List every reason that is not true of its item, or is missing there."""
    found = []
    for place in _places(plan):
        told = dict(zip(place.item["why"], place.item["because"], strict=True))
        where = f"{place.session['date']} {place.item['exercise']}"
        for rule, read in READINGS.items():
            expected = read(place)
            if expected is None and rule in told:
                found.append(f"{where}: {rule} has no say here: {told[rule]}")
            elif expected is not None and not re.fullmatch(expected, told.get(rule, "")):
                found.append(f"{where}: {rule} says {told.get(rule)!r}, not {expected!r}")
        found += [f"{where}: {said}" for said in _where_it_may(place, told)]
    return [*found, *_days_numbered(plan)]


def _places(plan: Document) -> Iterator[Place]:
    routines = plan["request"]["program"]["routines"]
    by_slot = {slot["id"]: (slot, routine) for routine in routines for slot in routine["slots"]}
    for week in plan["weeks"]:
        for session in week["sessions"]:
            for item in session["items"]:
                yield Place(plan, week, session, item, *by_slot[item["slot"]])


# --- what each rule says, where it has a say: a pattern, or None ---


def _as_written(place: Place) -> str | None:
    if not place.slot["rows"] or place.is_light:
        return None
    told, count = rf"The method \({', '.join(place.slot['rows'])}\) writes ", place.item["count"]
    answers = {each["kind"] for each in place.plan["request"]["answers"] if each["part"] == place.item["part"]}
    if place.item["part"] and "fewer-sets" in answers and count < place.written:
        return (
            rf"{told}(up to {place.written} sets here; {count} are left .*|\d+ sets here for this week; {count} fit\.)"
        )
    if _is_whole_week(place) and count == place.written:
        return rf"{told}it here, with these sets\."
    if _is_whole_week(place):
        return rf"{told}{place.written} sets here for this week; ({count} fit|you asked for more)\."
    if count == place.written:
        return rf"{told}(it here, with these sets|\d+ sets here for this week; you asked for more)\."
    return rf"{told}(it here, and its {place.written} sets are worked up to|\d+ sets here for this week; {count} fit)\."


def _is_whole_week(place: Place) -> bool:
    """Whether it is the last week before an easy one or the end of the block, after weeks that rise to it."""
    weeks = place.plan["weeks"]
    following = weeks[place.week["number"] :]
    rising = place.week["number"] > 1 and not weeks[place.week["number"] - 2]["deload"]
    return rising and (not following or following[0]["deload"]) and not place.profile["race"]


def _race_taper(place: Place) -> str | None:
    if not place.week["taper"] or place.prepares:
        return None
    return rf"Your race on {place.profile['race']['date']} is near: (80|60|50)% of the sets, as heavy as before\."


def _before_part(place: Place) -> str | None:
    for first, later_parts in place.placement["before_part"].items():
        for later in later_parts:
            if place.item["part"] in (first, later) and {first, later} <= set(place.session["parts"]):
                return f"{first.capitalize()} always come before {later}\\."
    return None


def _before_training(place: Place) -> str | None:
    part = place.item["part"]
    wanted = place.placement["before_training"].get(part, [])
    following = [training for training in place.session["before"] if training in wanted]
    if not following:
        return None
    return rf"{part.capitalize()} go first .*: {' and '.join(following)} follow the same day\."


def _beginner_reserve(place: Place) -> str | None:
    timed = re.search(r"x (hold )?[\d-]+(s| min)", place.item["sets"])
    if place.profile["level"] != "beginner" or place.prepares or timed:
        return None
    return "You are new to this: stop with at least 2 reps in reserve."


def _deload(place: Place) -> str | None:
    tired = any(answer["kind"] == "deload" for answer in place.plan["request"]["answers"])
    which = "an easy week: half the sets" if tired and place.week["number"] == 1 else "the easy week: "
    return f"This is {which}.*" if place.week["deload"] and not place.prepares else None


def _easy_run(place: Place) -> str | None:
    run = place.profile["runs"].get(DAYS[place.weekday])
    if not place.profile["trade_mileage"] or not run or run["kind"] != "easy":
        return None
    size = run["distance"] or run["time"]
    words = f"easy run of {size}" if size else "easy run"
    return f"You trade mileage for leg days, so legs take the place of this day's {words}\\."


def _emphasis(place: Place) -> str | None:
    variant = next(each for each in place.exercise["variants"] if each["id"] == place.item["variant"])
    if not (more := variant.get("emphasis")):
        return None
    rows = demands("comparisons")["pairs"].get(f"{place.item['exercise']}/{variant['id']}", {}).get("shares", [])
    if not any(what == more and change >= 5 and settled for what, _, _, change, _, settled in rows):
        return rf"Done as '.*' it is meant to give {more} more of the work, which models do not settle\."
    return rf"Done as '.*' it gives {more} \d+ % of the work, not \d+ %.*, by the model of joints and muscles\."


def _shares(exercise: str, variant: str) -> dict[str, float] | None:
    usual = exercises()[exercise]["variants"][0]["id"]
    key = demands()["same"].get(f"{exercise}/{usual}", f"{exercise}/{usual}")
    if key not in demands()["variants"]:
        return None
    rows = demands("comparisons")["pairs"].get(f"{exercise}/{variant}", {}).get("shares", [])
    changes = {what: change for what, _, _, change, _, settled in rows if settled}
    return {part: three[1] + changes.get(part, 0) for part, three in demands()["variants"][key]["parts"].items()}


def _shift(place: Place) -> str | None:
    asked: list[tuple[str, int]] = []
    for wish in place.profile["wishes"]:
        found = re.findall(r"(more|less|fewer) (glutes|quads|hams|calves)", wish)
        if place.item["part"] in [part for _, part in found]:
            asked += [(part, 1 if word == "more" else -1) for word, part in found]
    if not asked:
        return None
    name, _, variant = place.slot["choose"][0].partition("/")
    first = (name, variant or exercises()[name]["variants"][0]["id"])
    this, usual = _shares(place.item["exercise"], place.item["variant"]), _shares(*first)
    if this is None or usual is None or first == (place.item["exercise"], place.item["variant"]):
        return None
    gained = sum(sign * (this[part] - usual[part]) for part, sign in asked)
    return r"You asked for '.*: against .*, it gives .*, by the model of joints and muscles\." if gained >= 5 else None


def _listed(place: Place, name: str) -> set[str]:
    """The ways in which a method has an exercise done in a slot; others are there because something hurts."""
    references = (reference.partition("/") for reference in place.slot["choose"])
    return {variant or exercises()[name]["variants"][0]["id"] for each, _, variant in references if each == name}


def _first_choice(place: Place) -> str | None:
    chosen = (place.item["exercise"], place.item["variant"])
    earlier = []
    for reference in place.slot["choose"]:
        name, _, variant = reference.partition("/")
        listed = (name, variant or exercises()[name]["variants"][0]["id"])
        if chosen == listed or (chosen[0] == name and chosen[1] not in _listed(place, name)):
            break
        earlier.append(exercises()[name])
    if not earlier:
        return None
    names = "|".join(re.escape(each["name"]) for each in earlier)
    stands_in = rf"It stands in for ({names}) \(.*\)(; ({names}) \(.*\))*\."
    is_open = not any(list(closed(each, place.profile)) for each in earlier)
    return rf"{stands_in}|It serves the rest of your week better.*" if is_open else stands_in


def _foundation(place: Place) -> str | None:
    if place.item["role"] != "support" or place.routine["id"] != "hip-foundation":
        return None
    hurts = any(pain["joint"] in ("knee", "hip") and pain["severity"] for pain in place.profile["pain"])
    due = hurts or place.profile["level"] == "beginner"
    return "A strong, steady hip .*" if due else "It makes the hip strong .*"


def _frequency(place: Place) -> str | None:
    aim, most = place.routine["times"]["aim"], place.routine["times"]["most"]
    if most == 1:
        return None
    often = rf"{place.routine['name']} comes {'once' if aim == 1 else f'{aim} times'} a week in this method"
    return rf"{often}{f', {most} times at most' if most > aim else ''}\."


def _front_back(place: Place) -> str | None:
    return "It keeps the back of the thigh in step with the front: .*" if place.item["part"] == "hams" else None


def _last_part(place: Place) -> str | None:
    part, parts = place.item["part"], place.session["parts"]
    if part is None or place.placement["last_part"] != part or len(parts) == 1:
        return None
    return f"{part.capitalize()} come {'first because they matter' if parts[0] == part else 'last on this day'} .*"


def _long_run(place: Place) -> str | None:
    profile = place.profile
    runs = [run["kind"] == "long" for run in profile["runs"].values()]
    runs += ["long-run" in trainings for trainings in profile["other_training"].values()]
    return "This day is neither the long run's .*" if any(runs) and place.item["part"] in HEAVY else None


def _pain(place: Place) -> str | None:
    painful = {pain["joint"] for pain in place.profile["pain"] if pain["severity"]}
    loads = place.exercise["loads"]
    stressed = {joint for joint in painful if loads.get(joint, "low") != "low"}
    if stressed and not place.prepares:
        names = "|".join(stressed)
        kinder = (
            r"( Done as '.*' it asks \d+ N·m of the [a-z ]+ at most, not \d+, by the model of joints and muscles\.)?"
        )
        return (
            rf"Your ({names})( and ({names}))* hurts, so it is done with less load and well short of failure\.{kinder}"
        )
    spared = sorted(painful - set(loads))
    return f"It leaves your {' and '.join(spared)} alone\\." if spared else None


def _part_days(place: Place) -> str | None:
    if place.item["part"] not in place.placement["days"]:
        return None
    patterns = [", ".join(map(str, days)) for days in place.placement["days"][place.item["part"]]]
    return rf"{place.item['part'].capitalize()} keep to days {' or '.join(patterns)}, .*"


def _rest_day(place: Place) -> str | None:
    before = DAYS[place.weekday - 1]
    taken = [place.profile[kind] for kind in ("days", "other_training", "runs")]
    if place.placement["rest_day"] is None or any(before in days and days[before] for days in taken):
        return None
    return rf"{before.capitalize()} before it is free, so {DAYS[place.weekday].capitalize()} starts rested\."


def _safe_failure(place: Place) -> str | None:
    if place.exercise.get("fails_safely", True) or place.is_light:
        return None
    if re.search(r"(?<!not )to failure", place.item["sets"]):
        at_hand = ["cage"] * place.profile["cage"] + ["partner"] * place.partner
        return rf"Going to failure is allowed here because there is a {' and a '.join(at_hand)}\."
    alone = not place.partner and not place.profile["cage"]
    return "No spotter and no cage: stop .*" if alone and "rir 1-2" in place.item["sets"] else None


def _sides(place: Place) -> str | None:
    behind = place.plan["request"]["uneven"].get(place.item["exercise"])
    if behind is None or place.prepares or not re.search("/side|alternating", place.item["sets"]):
        return None
    assert behind["share"] >= BEHIND_COUNTS
    weaker = "left" if behind["left"] < behind["right"] else "right"
    more = "" if place.is_light else f" and, if there is time, do one more set on the {weaker} at the end"
    return rf"Your {weaker} side is \d+% behind: start with it{more}\."


def _plateau(place: Place) -> str | None:
    for answer in place.plan["request"]["answers"]:
        if answer["kind"] in ("more-sets", "fewer-sets") and answer["part"] == place.item["part"]:
            return re.escape(f"{answer['because']} {answer['does']}")
    for answer in place.plan["request"]["answers"]:
        stalled = answer["exercises"]
        if answer["kind"] not in ("other-variant", "closer-to-failure"):
            continue
        if place.item["part"] is None or not {each.partition("/")[0] for each in place.slot["choose"]} & stalled.keys():
            continue
        usual = place.exercise["variants"][0]["id"]
        if place.item["exercise"] in stalled and place.item["variant"] == (stalled[place.item["exercise"]] or usual):
            return rf"(Nothing else fits here, so it is lowered slowly\. )?{re.escape(answer['because'])}.*"
        if answer["kind"] == "other-variant":
            return rf"It takes the place of what stopped getting stronger\. {re.escape(answer['because'])}"
    return None


def _weekly_volume(place: Place) -> str | None:
    part, ranking = place.item["part"], place.plan["ranking"]
    if part is None:
        return None
    target = next(volume["target"] for volume in place.week["volumes"] if volume["part"] == part)
    return rf"{part.capitalize()} rank {ranking.index(part) + 1} of {len(ranking)}; this week aims at {target:g} .*"


READINGS = {
    "as-written": _as_written,
    "before-part": _before_part,
    "before-training": _before_training,
    "beginner-reserve": _beginner_reserve,
    "deload": _deload,
    "easy-run": _easy_run,
    "emphasis": _emphasis,
    "first-choice": _first_choice,
    "foundation": _foundation,
    "frequency": _frequency,
    "front-back-balance": _front_back,
    "last-part": _last_part,
    "long-run-apart": _long_run,
    "pain": _pain,
    "part-days": _part_days,
    "plateau": _plateau,
    "race-taper": _race_taper,
    "rest-day-first": _rest_day,
    "safe-failure": _safe_failure,
    "shift": _shift,
    "sides": _sides,
    "weekly-volume": _weekly_volume,
}
SAID_ELSEWHERE = {"partner", "goal", "first-part-day", "second-part-day", "wish"}


# --- what the plan alone does not settle: where a rule may have a say, and what it must not say ---


def _where_it_may(place: Place, told: dict[str, str]) -> Iterator[str]:
    yield from (f"{rule} is no rule that has a say" for rule in told if rule not in {*READINGS, *SAID_ELSEWHERE})
    goal, slot, part = place.profile["goal"], place.slot["id"], place.item["part"]
    leads = part is not None and LEADING.get(goal) == part and not place.profile["ranking"]
    owed = leads or slot in BORROWED.get(goal, ())
    if owed != ("goal" in told) and not (goal == "longevity" and not place.prepares and not owed):
        yield f"the goal {goal} says {told.get('goal')}"
    if "partner" in told:
        if told["partner"].startswith("Your partner is there") != place.partner or place.is_light:
            yield f"the partner is told as: {told['partner']}"
        if not re.search(r"partner|cage|forced|negative| > ", place.line):
            yield f"the partner has no say in {place.line}"
    elif not place.partner and not place.is_light and re.search(r"forced|negative", place.line):
        yield "no partner is there, and nobody says so"


def _days_numbered(plan: Document) -> Iterator[str]:
    """The days that are told by number have one day 1, and hold the routines of the parts that lead the ranking."""
    ranking, routines = plan["ranking"], plan["request"]["program"]["routines"]
    lead = next((routine for part in ranking for routine in routines if part in _parts(routine)), None)
    rest = [part for part in ranking if lead is None or part not in _parts(lead)]
    second = next((routine for part in rest for routine in routines if part in _parts(routine)), None)
    first_days = set()
    for rule, routine, part, number, opening in (
        ("first-part-day", lead, ranking[0], plan["request"]["program"]["placement"]["first_part"], "matter most"),
        ("second-part-day", second, rest[0] if rest else "", plan["request"]["program"]["placement"]["second_part"],
         "come second"),
    ):  # fmt: skip
        for place in _places(plan):
            told = dict(zip(place.item["why"], place.item["because"], strict=True)).get(rule)
            if told is None:
                continue
            first_days.add((place.weekday - number + 1) % 7)
            if place.routine is not routine or not told.startswith(f"{part.capitalize()} {opening}"):
                yield f"{place.session['date']} {place.item['exercise']}: {rule} has no say here: {told}"
            if f"day {number}" not in told:
                yield f"{place.session['date']}: {told}"
    if len(first_days) > 1:
        yield f"the days {first_days} are all day 1"


def _parts(routine: Document) -> set[str]:
    return {slot["part"] for slot in routine["slots"] if slot["part"]}
