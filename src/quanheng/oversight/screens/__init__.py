"""The screens floor of the oversight room."""
