"""Screens of the operations room."""
