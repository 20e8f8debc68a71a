"""Screens of the exchange room."""
