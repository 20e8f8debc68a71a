"""Tests of the establishment room."""
