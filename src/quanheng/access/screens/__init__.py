"""Screens of the access room."""
