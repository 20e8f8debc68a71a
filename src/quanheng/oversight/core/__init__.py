"""The core floor of the oversight room."""
