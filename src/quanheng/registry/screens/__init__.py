"""Screens of the registry room."""
