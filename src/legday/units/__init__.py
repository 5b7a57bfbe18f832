"""Quantities with the unit they were entered in: mass, length, energy and time, and the days of the week."""

from legday.units.energy import Energy, EnergyUnit
from legday.units.length import Distance, Height
from legday.units.mass import KG_PER_LB, Mass, MassUnit, unit_of
from legday.units.time import Duration, Weekday, spoken_seconds

__all__ = [
    "KG_PER_LB",
    "Distance",
    "Duration",
    "Energy",
    "EnergyUnit",
    "Height",
    "Mass",
    "MassUnit",
    "Weekday",
    "spoken_seconds",
    "unit_of",
]
