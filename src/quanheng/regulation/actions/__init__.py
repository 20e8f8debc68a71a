"""Verbs of the regulation room."""
