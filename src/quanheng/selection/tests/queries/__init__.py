"""Tests of the queries of the selection room."""
