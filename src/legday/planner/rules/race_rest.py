"""Legs rest on the days around a race."""

from legday.planner.rule import Rule

RULE = Rule(
    id="race-rest",
    sentence="No legs on the day of a race, on the 3 to 5 days before it and the 2 to 7 days after, by its distance.",
    source="F3; Doma et al. 2017, Sports Med 47:2187, doi:10.1007/s40279-017-0758-3; "
    "Sherman et al. 1984, J Appl Physiol 57:1668, doi:10.1152/jappl.1984.57.6.1668",
    hard=True,
)
