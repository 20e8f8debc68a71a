"""regulation of Quanheng."""
