"""What a log shows about an athlete, computed from the log alone: strength, and the load to start with."""

from legday.progress.strength import Evidence, Strength, load_for, strengths

__all__ = ["Evidence", "Strength", "load_for", "strengths"]
