"""The page of the planner's rules, drawn from the rules themselves."""

from handbook.generated.words import sentence
from legday.planner.rule import Rule
from legday.planner.rules import RULES

_LEAD = """\
# The planner's rules

Every rule that a plan is made under, in its own words, and where it comes from. How the planner weighs them is told in
[How a plan is made](planner.md).

A letter and a number, such as P4, name a row of the methods that legday was made from: F the foundation, M the machine
day, C the circuit, P the priority split. A rule that rests on a study cites it; the others are conventions of ours, or
carry out what you said.

"""

_HARD = """\
## Kept by every plan

{count} rules hold in every plan. Those marked *may be given up* are offered as a way out where your wishes conflict;
what protects the body never is.

"""

_SOFT = """\
## Kept as far as it pays

{count} rules cost something where a plan does not keep them.

"""


def rules_page() -> str:
    """Write the page."""
    hard = [rule for rule in RULES if rule.hard]
    soft = [rule for rule in RULES if not rule.hard]
    told = [_LEAD, _HARD.format(count=len(hard)), *map(_told, hard), _SOFT.format(count=len(soft)), *map(_told, soft)]
    return "".join(told)


def _told(rule: Rule) -> str:
    note = " *May be given up.*" if rule.negotiable else ""
    return f"### {rule.id}\n\n{sentence(rule.sentence)}{note}\n\nSource: {sentence(rule.source)}\n\n"
