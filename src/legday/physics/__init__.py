"""What exercises ask of joints and muscles: poses, loads, moments, and how muscles share them."""

from legday.physics.compare import Comparison, Row, Spread, compare
from legday.physics.demand import MEASURED, Demand, demand, working_load
from legday.physics.lengths import Geometry, geometry
from legday.physics.model import COORDINATES, SEGMENTS, Muscles, Source, body_data, load_muscles, muscle_data
from legday.physics.people import Draws, draw, greatest_force, measured_torque, nominal, strength_curves
from legday.physics.recipes import (
    Prepared,
    UnreachableError,
    check_pose,
    load_recipes,
    loads_legs,
    prepared_variants,
)
from legday.physics.setups import POSITIONS, Recipe
from legday.physics.show import Shown, compare_variants, show_variant
from legday.physics.solver import Sharing, share_moments
from legday.physics.statics import Leg, Load, Posed, joint_moments
from legday.physics.table import MuscleDemand, Table, VariantDemand, build_table, load_table, write_table
from legday.physics.validation import Checked, load_claims, validate

__all__ = [
    "COORDINATES",
    "MEASURED",
    "POSITIONS",
    "SEGMENTS",
    "Checked",
    "Comparison",
    "Demand",
    "Draws",
    "Geometry",
    "Leg",
    "Load",
    "MuscleDemand",
    "Muscles",
    "Posed",
    "Prepared",
    "Recipe",
    "Row",
    "Sharing",
    "Shown",
    "Source",
    "Spread",
    "Table",
    "UnreachableError",
    "VariantDemand",
    "body_data",
    "build_table",
    "check_pose",
    "compare",
    "compare_variants",
    "demand",
    "draw",
    "geometry",
    "greatest_force",
    "joint_moments",
    "load_claims",
    "load_muscles",
    "load_recipes",
    "load_table",
    "loads_legs",
    "measured_torque",
    "muscle_data",
    "nominal",
    "prepared_variants",
    "share_moments",
    "show_variant",
    "strength_curves",
    "validate",
    "working_load",
    "write_table",
]
