"""Tests of the screens of the establishment room."""
