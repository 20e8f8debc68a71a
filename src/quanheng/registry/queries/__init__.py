"""Queries of the registry room."""
