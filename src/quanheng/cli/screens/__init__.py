"""screens of Quanheng."""
