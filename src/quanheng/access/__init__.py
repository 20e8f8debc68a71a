"""access of Quanheng."""
