"""Tests of the pages of the selection room."""
