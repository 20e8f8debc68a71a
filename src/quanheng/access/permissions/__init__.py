"""permissions of Quanheng."""
