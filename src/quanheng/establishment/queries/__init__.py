"""Queries of the establishment room."""
