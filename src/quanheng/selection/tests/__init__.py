"""Tests of the selection room."""
