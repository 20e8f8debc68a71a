"""establishment of Quanheng."""
