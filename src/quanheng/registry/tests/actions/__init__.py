"""Tests of the actions of the registry room."""
