"""A planned session as steps: what a phone plays."""

from legday.session.check_in import BlockToday, Today, session_today
from legday.session.energy import athlete_height, athlete_mass, planned_energy
from legday.session.making import make_session, make_sessions
from legday.session.model import (
    Alternative,
    Block,
    CheckInRule,
    LastTime,
    Loading,
    PlayStep,
    RampRise,
    RampTest,
    SessionSteps,
    TechniqueChange,
    WhatIf,
)

__all__ = [
    "Alternative",
    "Block",
    "BlockToday",
    "CheckInRule",
    "LastTime",
    "Loading",
    "PlayStep",
    "RampRise",
    "RampTest",
    "SessionSteps",
    "TechniqueChange",
    "Today",
    "WhatIf",
    "athlete_height",
    "athlete_mass",
    "make_session",
    "make_sessions",
    "planned_energy",
    "session_today",
]
