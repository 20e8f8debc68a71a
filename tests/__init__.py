"""Tests that span rooms: house rules, journeys, browser."""
