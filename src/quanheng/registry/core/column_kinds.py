"""Kinds of columns in a text of many rows, and what stands between its columns and lines."""

DAY, WORD, CODE, COUNT, KEY, FIGURE, FLAG = "day", "word", "code", "count", "key", "figure", "flag"
"""A date, a text ("" when there is none), a code (a text known to be in one line), numbers, yes or no."""

APART, LINE = "\x1f", "\n"
