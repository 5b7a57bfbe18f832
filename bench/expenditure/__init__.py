"""How well expenditure is found from the scale and the food log, on simulated people, beside the usual ways."""
