"""The verbs of a meeting, one a file, in the order in which they happen: convene, roll, items, expressions, decision."""
