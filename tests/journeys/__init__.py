"""Journeys tests."""
