"""registry of Quanheng."""
