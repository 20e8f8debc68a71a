"""Tests of the screens of the registry room."""
