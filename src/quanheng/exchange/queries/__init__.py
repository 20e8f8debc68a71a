"""Queries of the exchange room."""
