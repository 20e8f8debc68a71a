"""Permissions of the establishment room."""
