"""How well the reps of coming sets are foretold, beside simple ways and a boosted tree; and learning from logs."""
