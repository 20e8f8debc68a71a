"""Actions of the establishment room."""
