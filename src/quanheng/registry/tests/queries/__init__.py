"""Tests of the queries of the registry room."""
