"""The core floor of the selection room."""
