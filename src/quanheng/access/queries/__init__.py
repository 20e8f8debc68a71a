"""queries of Quanheng."""
