"""Screens of the site room."""
