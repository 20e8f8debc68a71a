"""Tests of the permissions of the establishment room."""
