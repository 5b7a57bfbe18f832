"""What the app gives to its handlers: whose data they serve, and from where."""

from pathlib import Path
from typing import TypeAlias

from litestar.di import NamedDependency
from sqlalchemy import Engine

from legday.web.safety import Login

Store: TypeAlias = NamedDependency[Engine]
Athlete: TypeAlias = NamedDependency[str]
Door: TypeAlias = NamedDependency[Login | None]
Folder: TypeAlias = NamedDependency[Path]
