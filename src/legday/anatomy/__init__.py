"""The leg as lifters and anatomists name it: four parts, their muscles, and the joints the muscles cross."""

from legday.anatomy.body import MUSCLES, Joint, Muscle, MuscleName, Part, muscles_of

__all__ = ["MUSCLES", "Joint", "Muscle", "MuscleName", "Part", "muscles_of"]
