"""The rules of readiness on the blocks of a session, and what they make of it when a check-in is in (METHODS F8)."""

import datetime as dt
from collections.abc import Collection, Mapping, Sequence

import msgspec

from legday.anatomy import Joint
from legday.catalogue import Exercise, Stress, load_catalogue
from legday.log import CheckIn
from legday.progress import ReadinessRule, readiness_rules, rules_that_hold
from legday.session.model import Block, CheckInRule, PlayStep, SessionSteps

_WORK = ("support", "main", "finish")
_NO_LOAD = ("none", "bodyweight", "band")
_ADVICE: dict[str, Stress] = {"avoid": "high", "reduce": "medium"}
_STRESSES: tuple[Stress, ...] = ("low", "medium", "high")
_FEW, _MANY = 2, 3  # sets from which one can be spared: for a sore part, and on a day of stress


class BlockToday(msgspec.Struct, frozen=True, omit_defaults=True):
    """How a block is done today otherwise than planned.

    `swap` is the alternative that stands in, `share` what is left of the load, `sets_less` how many sets are taken off,
    of which one always stays.
    """

    left_out: bool = False
    swap: str | None = None
    share: float = 1.0
    sets_less: int = 0


class Today(msgspec.Struct, frozen=True):
    """What a check-in makes of a session: the rules that hold, also those overruled, and the blocks that change."""

    holding: tuple[CheckInRule, ...] = ()
    blocks: dict[str, BlockToday] = {}


def check_in_rules(blocks: Sequence[Block], steps: Sequence[PlayStep]) -> tuple[CheckInRule, ...]:
    """Put the rules of readiness on the blocks of a session; rules that bear on none are left away."""
    found = []
    for rule in readiness_rules():
        bears_on = tuple(block.key for block in blocks if _bears_on(rule, block, steps))
        if bears_on:
            others = dict.fromkeys(each.exercise for block in blocks for each in block.alternatives)
            spares = tuple(name for name in others if _spares(rule, name)) if rule.do != "lighter" else ()
            fields = msgspec.structs.asdict(rule)
            found.append(CheckInRule(**fields, blocks=bears_on, swap_to=spares))
    return tuple(found)


def session_today(
    session: SessionSteps,
    check_ins: Mapping[dt.date, CheckIn],
    now: dt.datetime,
    overruled: Collection[str] = (),
) -> Today:
    """Tell what the check-in of a day makes of a session, as a phone does.

    Several rules don't add up: the least share and the most sets count. What stands in must spare every joint that
    hurts so much that something else is done for it, and is done once if that can be. Where nothing spares a joint, the
    load goes down; where one exercise spares one joint and none all, the block is left out.

    Parameters
    ----------
    check_ins
        By day.
    now
        The moment, in local time.
    overruled
        The ids of the rules that the athlete set aside.
    """
    trained = {part: (now - start).total_seconds() / 3600 for part, start in session.trained.items()}
    holding = rules_that_hold(session.readiness, check_ins, now.date(), trained)
    obeyed = [rule for rule in holding if rule.id not in overruled]
    changed = dict[str, BlockToday]()
    for block in session.blocks:
        taken = {change.swap for change in changed.values()}
        change = _changed(block, obeyed, taken)
        if change != BlockToday():
            changed[block.key] = change
    return Today(holding, changed)


def _changed(block: Block, rules: Sequence[CheckInRule], taken: Collection[str | None]) -> BlockToday:
    mine = [rule for rule in rules if block.key in rule.blocks]
    if any(rule.do in ("leave-out", "move") for rule in mine):
        return BlockToday(left_out=True)
    hurting = [rule for rule in mine if rule.do == "swap"]
    to_spare = [rule for rule in rules if rule.joint and rule.do in ("swap", "leave-out")]
    others = [each.exercise for each in block.alternatives]
    sparing = [exercise for exercise in others if all(exercise in rule.swap_to for rule in to_spare)]
    if hurting and sparing:
        swap = next((exercise for exercise in sparing if exercise not in taken), sparing[0])
        mine = [rule for rule in mine if rule.do != "swap"]
    elif any(exercise in rule.swap_to for rule in hurting for exercise in others):
        return BlockToday(left_out=True)  # what spares one joint is not for the other
    else:
        swap = None
    return BlockToday(
        swap=swap,
        share=min((rule.share for rule in mine), default=1.0),
        sets_less=max((rule.sets_less for rule in mine), default=0),
    )


def _bears_on(rule: ReadinessRule, block: Block, steps: Sequence[PlayStep]) -> bool:
    works = block.role in _WORK
    if rule.do == "lighter" and block.load_on in _NO_LOAD:
        return False
    if rule.joint is not None:
        stress = _stress(load_catalogue().exercises[block.exercise], rule.joint)
        return stress in rule.stress and (works or (rule.do == "leave-out" and stress != "low"))
    if not works or (rule.part is not None and block.part is not rule.part):
        return False
    if rule.compound and len(block.joints) < 2:
        return False
    return rule.do != "fewer-sets" or _sets(block, steps) >= (_MANY if rule.part is None else _FEW)


def _sets(block: Block, steps: Sequence[PlayStep]) -> int:
    return len({step.set_number for step in steps if step.block == block.key and step.set_kind != "warm-up"})


def _stress(exercise: Exercise, joint: Joint) -> Stress | None:
    """How much an exercise stresses a joint; what is not for a painful one counts as stressing it."""
    found = [_ADVICE[each.advice] for each in exercise.contraindications if each.pain is joint]
    if joint in exercise.loads:
        found.append(exercise.loads[joint])
    return max(found, key=_STRESSES.index, default=None)


def _spares(rule: ReadinessRule, exercise: str) -> bool:
    """Whether an exercise is one that a rule of pain has nothing against."""
    return rule.joint is not None and _stress(load_catalogue().exercises[exercise], rule.joint) not in rule.stress
