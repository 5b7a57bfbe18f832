"""The rules of planning, one file each; a file that defines `RULE` is a rule, and nothing else needs an edit."""

import importlib
import pkgutil

from legday.planner.rule import Rule

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (importlib.import_module(f"{__name__}.{module.name}").RULE for module in pkgutil.iter_modules(__path__)),
        key=lambda rule: (rule.order, rule.id),
    )
)
