"""exchange of Quanheng."""
