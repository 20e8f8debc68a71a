"""Screens of the establishment room."""
