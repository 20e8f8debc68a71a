"""Permissions of the registry room."""
