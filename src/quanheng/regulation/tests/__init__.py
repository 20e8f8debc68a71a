"""Tests of the regulation room."""
