"""Quantities with the unit they were entered in: mass, distance and time, and the days of the week."""

from legday.units.length import Distance
from legday.units.mass import KG_PER_LB, Mass, MassUnit, unit_of
from legday.units.time import Duration, Weekday, spoken_seconds

__all__ = ["KG_PER_LB", "Distance", "Duration", "Mass", "MassUnit", "Weekday", "spoken_seconds", "unit_of"]
