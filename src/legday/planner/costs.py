"""What breaking a soft rule costs, in one currency: quarters of a hard set, times the weight of the part."""

PLACEMENT = 48
"""A session in the wrong place, each week: as much as three missing hard sets of a part of weight four."""

PREFERENCE = 16
"""A session in a place that is less good, each week: as much as one missing hard set of such a part."""

MISSING_SET = 12
"""A set that the method writes and the plan leaves out."""

SECOND_CHOICE = 5
"""A slot filled with a choice one place further down the method's order, each session."""

STALLED = 40
"""An exercise that stopped progressing, where another would do, each session."""

PAINFUL_JOINT = 20
"""An exercise that stresses a painful joint where another would do, each session."""

SHIFTED_POINT = 1
"""A point of muscle share less than the choice that shifts most as wished, each session: six outweigh a place in the
method's order."""

PAINFUL_MOMENT = 0.4
"""A newton metre more than the kindest choice asks of painful joints, each session: 50 N·m are a painful joint."""

OUT_OF_ORDER = 2
"""Two parts in the order opposite to their importance, each session."""

OVERRUN = 1000
"""A second over the minutes of a day, where the minutes are given up to see how many would do."""
