"""Damaged files against every reader."""
