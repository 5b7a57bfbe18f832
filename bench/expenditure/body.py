"""The published adult model for people whose activity changes from day to day and whose bodies answer differently.

A second implementation of the equations of Hall et al. 2011 (doi:10.1016/S0140-6736(11)60812-X, web appendix), in small
plain steps: the filter isn't tried on the code that it is made of, and nobody has to be an average body.
"""

from dataclasses import dataclass

import numpy as np

from legday.energy.adults import Adults, Numbers

STEPS = 8  # in a day
KJ = 4.184
FAT, LEAN, GLYCOGEN = 39_500 / KJ, 7_600 / KJ, 17_600 / KJ  # kcal/kg


@dataclass(frozen=True)
class Physiology:
    """How bodies answer, each (people,).

    Adaptation is a share of a change of intake; the others are factors on the fluid that follows carbohydrate and on
    the lean tissue that follows fat.
    """

    adaptation: Numbers
    fluid: Numbers
    forbes: Numbers


@dataclass(frozen=True)
class Lives:
    """Body mass in the morning [kg] and what is spent on the day [kcal], each (days, people)."""

    mass: Numbers
    spent: Numbers


def live(people: Adults, physiology: Physiology, usual: Numbers, eaten: Numbers, more: Numbers) -> Lives:
    """Live the days of a table of food [kcal], spending more than at first [kcal at the first mass]: (days, people).

    `usual` is what bodies are used to eat, with their usual training [kcal/d]: they adapt to what is more or less.
    """
    fat, lean, fluid = people.fat.copy(), people.lean.copy(), people.fluid.copy()
    glycogen, adaptation = np.full_like(fat, 0.5), np.zeros_like(fat)
    rest = people.intake - 13 / KJ * fat - 92 / KJ * lean - people.movement * people.mass
    used = 0.5 * usual / 0.5**2  # of glycogen [kcal/kg²/d]
    masses, spendings = np.empty_like(eaten), np.empty_like(eaten)
    for day in range(len(eaten)):
        masses[day] = fat + lean + fluid + 3.7 * glycogen
        before = FAT * fat + LEAN * lean + GLYCOGEN * glycogen
        carbohydrate, change = 0.5 * eaten[day], eaten[day] - usual
        moving = people.movement + more[day] / people.mass
        for _ in range(STEPS):
            stored = carbohydrate - used * glycogen**2
            spent = rest + 13 / KJ * fat + 92 / KJ * lean + 0.10 * change + adaptation
            spent = spent + moving * (fat + lean + fluid + 3.7 * glycogen)
            forbes = 10.4 * physiology.forbes * LEAN / FAT
            to_lean = forbes / (forbes + fat)
            building = 1 + (1 - to_lean) * 750 / KJ / FAT + to_lean * 960 / KJ / LEAN
            left = (eaten[day] - stored - spent) / building
            salt = 4_000 * physiology.fluid * change / usual
            fat, lean = fat + (1 - to_lean) * left / FAT / STEPS, lean + to_lean * left / LEAN / STEPS
            fluid = fluid + (salt - 3_000 * (fluid - people.fluid)) / 3_220 / STEPS
            glycogen = glycogen + stored / GLYCOGEN / STEPS
            adaptation = adaptation + (physiology.adaptation * change - adaptation) / 14 / STEPS
        after = FAT * fat + LEAN * lean + GLYCOGEN * glycogen
        spendings[day] = eaten[day] - (after - before)
    return Lives(masses, spendings)
