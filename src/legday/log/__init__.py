"""What an athlete did: sets in sessions, with quantities as they were entered."""

from legday.log.model import Log, LoggedSession, LoggedSet

__all__ = ["Log", "LoggedSession", "LoggedSet"]
