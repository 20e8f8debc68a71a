"""selection of Quanheng."""
