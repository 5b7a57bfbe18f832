"""Tables of people's own and of apps that are not known: a date, an exercise and an amount in each row."""

from legday.exchange.guess import guess_columns
from legday.exchange.layout import TableFormat

FORMAT = TableFormat("csv", guess_columns, takes_any=True)
