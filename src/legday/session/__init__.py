"""A planned session as steps: what a phone plays."""

from legday.session.making import make_session, make_sessions
from legday.session.model import (
    Alternative,
    Block,
    LastTime,
    Loading,
    PlayStep,
    SessionSteps,
    TechniqueChange,
    WhatIf,
)

__all__ = [
    "Alternative",
    "Block",
    "LastTime",
    "Loading",
    "PlayStep",
    "SessionSteps",
    "TechniqueChange",
    "WhatIf",
    "make_session",
    "make_sessions",
]
