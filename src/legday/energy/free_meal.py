"""The planned free meal in the energy of a week: what the other days give for it (METHODS P11)."""

import msgspec

USUAL_MEAL = 1 / 3
"""The share of a day's energy that the free meal stands in place of, as one of three meals; our own convention."""
DAYS = 7


class FreeMealBudget(msgspec.Struct, frozen=True):
    """The energy of the days of a week with a free meal [kcal/d]; together they hold what seven usual days do.

    `reason` says why a meal is refused, empty if it is not; then all days are as usual. `most` is the largest meal that
    fits [kcal].
    """

    usual: float
    free_day: float
    other_days: float
    most: float
    reason: str = ""


def free_meal_budget(usual: float, meal: float, least: float) -> FreeMealBudget:
    """Say what the days of a week hold so that a free meal changes nothing about the week.

    The meal stands in place of a third of its day; what it holds beyond that, the six other days give, each the same.

    Parameters
    ----------
    usual
        What a usual day of the goal holds [kcal].
    meal
        The free meal [kcal].
    least
        The least that is safe to eat on a day [kcal]; see `least_safe_intake`.
    """
    room = max(usual - least, 0.0) * (DAYS - 1)
    most = USUAL_MEAL * usual + room
    extra = max(meal - USUAL_MEAL * usual, 0.0)
    if extra > room:
        reason = (
            f"A free meal of {meal:,.0f} kcal would leave {usual - extra / (DAYS - 1):,.0f} kcal for each other day; "
            f"less than {max(least, 0):,.0f} is not safe. At most {most:,.0f} kcal fit into your week."
        )
        return FreeMealBudget(usual, usual, usual, most, reason)
    return FreeMealBudget(usual, usual + extra, usual - extra / (DAYS - 1), most)
