"""procedure of Quanheng."""
