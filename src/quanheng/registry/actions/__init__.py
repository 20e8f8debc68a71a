"""Actions of the registry room."""
