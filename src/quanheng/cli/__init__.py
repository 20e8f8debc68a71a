"""cli of Quanheng."""
