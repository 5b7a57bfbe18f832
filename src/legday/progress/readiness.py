"""What today's check-in changes in training: one table of stated rules, and which of them hold (METHODS F8, P4, F2).

The effects are small, as the evidence is. There is no score: each rule says what it changes and why. A phone obeys the
same table without a network, so a rule is data: what a check-in must say, and what is then done.

References
----------
Saw AE, Main LC, Gastin PB. Br J Sports Med 2016;50:281-291, doi:10.1136/bjsports-2015-094758: what athletes say of
themselves shows training load more sensitively and consistently than objective measures do.
McNulty KL et al. Sports Med 2020;50:1813-1827, doi:10.1007/s40279-020-01319-3: the phase of the menstrual cycle has a
trivial effect on strength. Hence it changes nothing here.
"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal, TypeVar

import msgspec

from legday.anatomy import Joint, Part
from legday.catalogue import Stress
from legday.log import CheckIn, CyclePhase, Log
from legday.progress.soreness import CURVE, last_trained

Saying = Literal["sleep", "sleep_quality", "stress", "hydration", "soreness", "pain"]
Action = Literal["lighter", "fewer-sets", "swap", "leave-out", "move"]

SORE, VERY_SORE = 2, 3
"""Levels of soreness [0-3]."""

PAIN_EASES_FROM, PAIN_SWAPS_FROM, PAIN_STOPS_FROM = 1, 3, 7
"""Pain [0-10] from which what loads a joint is done lighter, from which something else is done that spares it, and from
which it is left out. The pain-monitoring model accepts up to 5 of 10 (Silbernagel et al. 2007, Am J Sports Med 35:897,
doi:10.1177/0363546506298279); ours is set below that."""

PAIN_SHARE, MORE_PAIN_SHARE = 0.9, 0.7
"""The share of the load that is left with pain; our own convention."""

SHORT_NIGHT, SHORT_NIGHTS = 5, 6
"""Hours of sleep [h] below which one night counts as short, and below which two in a row do. The studies of restricted
sleep that Knowles et al. (2018) found allowed between 2.5 and 6 hours."""

TIRED_SHARE, THIRSTY_SHARE = 0.95, 0.95
"""The share of the load that is left after a short night, and with thirst; our own conventions, about what legs lose in
studies of dehydration: strength 3.7 %, reps 8.2 % (Savoie et al. 2015)."""

_CHEUNG = "Cheung et al. 2003, Sports Med 33:145-164, doi:10.2165/00007256-200333020-00005"
_SILBERNAGEL = "Silbernagel et al. 2007, Am J Sports Med 35:897, doi:10.1177/0363546506298279"
_KNOWLES = "Knowles et al. 2018, J Sci Med Sport 21:959-968, doi:10.1016/j.jsams.2018.01.012"
_STULTS = "Stults-Kolehmainen et al. 2014, J Strength Cond Res 28:2007-2017, doi:10.1519/JSC.0000000000000335"
_SAVOIE = "Savoie et al. 2015, Sports Med 45:1207-1227, doi:10.1007/s40279-015-0349-0"


class Sign(msgspec.Struct, frozen=True, omit_defaults=True):
    """One thing that a check-in says: a number of it that is at least so much, or below so much.

    `at` is the part or the joint where there are several. `days` asks for the same of so many days in a row, this one
    the last. `after` holds only so many hours [h] after the part was last trained hard, or if it was not at all.
    """

    of: Saying
    at: str | None = None
    least: float | None = None
    below: float | None = None
    days: int = 1
    after: int | None = None


class ReadinessRule(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is done when a check-in says all of some signs.

    Rules of one `topic` stand in the order of their strength, and only the last that holds applies. It is about what
    trains `part`, or what stresses `joint` as much as `stress` says, or what moves several joints if `compound`, or
    about everything. `share` is what is left of the load, `sets_less` how many sets are taken off; where something else
    is to be done and nothing spares the joint, they say what is done instead.
    """

    id: str
    topic: str
    when: tuple[Sign, ...]
    do: Action
    say: str
    because: str
    source: str
    part: Part | None = None
    joint: Joint | None = None
    stress: tuple[Stress, ...] = ()
    compound: bool = False
    share: float = 1.0
    sets_less: int = 0


_Rule = TypeVar("_Rule", bound=ReadinessRule)


class Readiness(msgspec.Struct, frozen=True):
    """What the check-in of a day asks for.

    `holding` are the rules that apply, one of each topic; `moves` the parts that are sore past their expected curve, so
    that their training belongs on another day. `cycle` is for showing only.
    """

    date: dt.date
    check_in: CheckIn | None = None
    holding: tuple[ReadinessRule, ...] = ()
    moves: tuple[Part, ...] = ()
    cycle: tuple[CyclePhase, ...] = ()


def readiness(log: Log, now: dt.datetime) -> Readiness:
    """Tell what the check-in of a day asks for; nothing where there is none. `now` is local time, as the log's."""
    check_ins = {check_in.date: check_in for check_in in log.check_ins}
    today = check_ins.get(now.date())
    if today is None:
        return Readiness(now.date())
    trained = {part: (now - start).total_seconds() / 3600 for part, start in last_trained(log, now).items()}
    holding = rules_that_hold(readiness_rules(), check_ins, today.date, trained)
    moves = tuple(rule.part for rule in holding if rule.do == "move" and rule.part is not None)
    return Readiness(today.date, today, holding, moves, today.cycle)


def rules_that_hold(
    rules: Iterable[_Rule], check_ins: Mapping[dt.date, CheckIn], date: dt.date, trained: Mapping[Part, float]
) -> tuple[_Rule, ...]:
    """Return the rules that hold on a day, the strongest of each topic.

    Parameters
    ----------
    rules
        Those of a topic in the order of their strength.
    check_ins
        By day.
    date
        The day.
    trained
        How long ago each part was trained hard [h]; a part that is not there was not trained lately.
    """
    strongest = {
        rule.topic: rule for rule in rules if all(_is_said(sign, check_ins, date, trained) for sign in rule.when)
    }
    return tuple(strongest.values())


def _is_said(sign: Sign, check_ins: Mapping[dt.date, CheckIn], date: dt.date, trained: Mapping[Part, float]) -> bool:
    if sign.after is not None and sign.at is not None and trained.get(Part(sign.at), float("inf")) < sign.after:
        return False
    for day in range(sign.days):
        check_in = check_ins.get(date - dt.timedelta(days=day))
        said = None if check_in is None else _number(check_in, sign)
        if said is None or (sign.least is not None and said < sign.least):
            return False
        if sign.below is not None and said >= sign.below:
            return False
    return True


def _number(check_in: CheckIn, sign: Sign) -> float | None:
    match sign.of:
        case "soreness":
            return check_in.soreness.get(Part(sign.at or ""))
        case "pain":
            return check_in.pain.get(Joint(sign.at or ""))
        case "sleep":
            return None if check_in.sleep is None else float(check_in.sleep)
        case "sleep_quality":
            return check_in.sleep_quality
        case "stress":
            return check_in.stress
        case "hydration":
            return check_in.hydration


@cache
def readiness_rules() -> tuple[ReadinessRule, ...]:
    """Return the table of all rules."""
    return (*_of_soreness(), *_of_pain(), *_of_the_day())


def past_curve_after(level: int) -> int:
    """Return the hours [h] after training from which so much soreness is more than the curve leaves.

    Soreness of 3 is taken for the peak; while soreness may still be at its peak nothing is past it.
    """
    (peak_until, _), (gone, _) = CURVE[-2:]
    return round(peak_until + (1 - level / VERY_SORE) * (gone - peak_until))


def _of_soreness() -> Iterator[ReadinessRule]:
    for part in Part:
        topic, name = f"soreness:{part}", str(part)
        if part is Part.CALVES:
            say, because = "Calves are left out today.", "Calves that are still sore are not trained."
            sore: Action = "leave-out"
        else:
            say = f"One set less of what trains your {name}."
            because = f"Your {name} are sore, and sore muscles give less force until they have recovered."
            sore = "fewer-sets"
        yield ReadinessRule(
            f"{topic}:sore",
            topic,
            (Sign("soreness", name, least=SORE),),
            sore,
            say,
            because,
            _CHEUNG,
            part=part,
            sets_less=1 if sore == "fewer-sets" else 0,
        )
        yield ReadinessRule(
            f"{topic}:very-sore",
            topic,
            (Sign("soreness", name, least=VERY_SORE),),
            "leave-out",
            f"{name.capitalize()} are left out today.",
            f"Your {name} are very sore: today rest serves them better than more sets.",
            _CHEUNG,
            part=part,
        )
        for level in (SORE, VERY_SORE):
            after = past_curve_after(level)
            yield ReadinessRule(
                f"{topic}:past-{level}",
                topic,
                (Sign("soreness", name, least=level, after=after),),
                "move",
                f"{name.capitalize()} are left out today and belong on another day.",
                f"Your {name} are sorer than they should be {after // 24} days after training, or without any.",
                _CHEUNG,
                part=part,
            )


def _of_pain() -> Iterator[ReadinessRule]:
    for joint in Joint:
        topic, name = f"pain:{joint}", "back" if joint is Joint.TRUNK else str(joint)
        yield ReadinessRule(
            f"{topic}:some",
            topic,
            (Sign("pain", str(joint), least=PAIN_EASES_FROM),),
            "lighter",
            f"A tenth lighter on what loads your {name}.",
            f"Your {name} hurts a little. Stop an exercise that makes it worse.",
            _SILBERNAGEL,
            joint=joint,
            stress=("medium", "high"),
            share=PAIN_SHARE,
        )
        yield ReadinessRule(
            f"{topic}:swap",
            topic,
            (Sign("pain", str(joint), least=PAIN_SWAPS_FROM),),
            "swap",
            f"Other exercises that spare your {name}; where there is none, three tenths lighter and one set less.",
            f"Your {name} hurts. Pain that stays or follows a blow is for a professional to look at.",
            _SILBERNAGEL,
            joint=joint,
            stress=("medium", "high"),
            share=MORE_PAIN_SHARE,
            sets_less=1,
        )
        yield ReadinessRule(
            f"{topic}:stop",
            topic,
            (Sign("pain", str(joint), least=PAIN_STOPS_FROM),),
            "leave-out",
            f"Everything that loads your {name} is left out.",
            f"Your {name} hurts a lot. Please see a professional before you load it again.",
            _SILBERNAGEL,
            joint=joint,
            stress=("low", "medium", "high"),
        )


def _of_the_day() -> Iterator[ReadinessRule]:
    restricted = "Short sleep can take force from lifts over several joints, and hardly from the others."
    short: tuple[tuple[str, Sign, str], ...] = (
        ("poor", Sign("sleep_quality", below=2), "A night as bad as this counts as a short one here."),
        ("two-nights", Sign("sleep", below=SHORT_NIGHTS, days=2), restricted),
        ("night", Sign("sleep", below=SHORT_NIGHT), restricted),
    )
    for name, sign, because in short:
        yield ReadinessRule(
            f"sleep:{name}",
            "sleep",
            (sign,),
            "lighter",
            "A twentieth lighter on lifts that move several joints.",
            because,
            _KNOWLES,
            compound=True,
            share=TIRED_SHARE,
        )
    slow = "After heavy leg work, people under much stress got their force back more slowly."
    stressed: tuple[tuple[str, tuple[Sign, ...]], ...] = (
        ("and-sleep", (Sign("stress", least=4), Sign("sleep", below=SHORT_NIGHTS))),
        ("high", (Sign("stress", least=5),)),
    )
    for name, signs in stressed:
        yield ReadinessRule(
            f"stress:{name}",
            "stress",
            signs,
            "fewer-sets",
            "One set less where there are three or more.",
            slow,
            _STULTS,
            sets_less=1,
        )
    yield ReadinessRule(
        "hydration:low",
        "hydration",
        (Sign("hydration", below=2),),
        "lighter",
        "Drink before you start, and take a twentieth less.",
        "Short of water, legs lose a little strength and more of their reps.",
        _SAVOIE,
        share=THIRSTY_SHARE,
    )
