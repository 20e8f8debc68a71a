"""Tests of the core of the establishment room."""
