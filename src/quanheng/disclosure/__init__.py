"""disclosure of Quanheng."""
