"""actions of Quanheng."""
