"""meeting of Quanheng."""
