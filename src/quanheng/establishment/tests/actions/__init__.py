"""Tests of the actions of the establishment room."""
