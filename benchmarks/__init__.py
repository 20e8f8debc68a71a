"""Measurements: side by side in one run, printed as a table and JSON. Never timed tests."""
