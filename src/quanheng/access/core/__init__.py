"""core of Quanheng."""
