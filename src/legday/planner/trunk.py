"""How many sets of a planned week load the trunk (METHODS F10)."""

from legday.planner.plan import PlannedWeek
from legday.progress import TrunkWeek, count_trunk


def planned_trunk_sets(week: PlannedWeek) -> TrunkWeek:
    """Count the sets of a planned week that load or train the trunk, as `legday.progress.trunk_sets` does."""
    items = (item for session in week.sessions for item in session.items if item.role not in ("warm-up", "stretch"))
    return count_trunk(((item.exercise, float(item.count)) for item in items), week.start)
