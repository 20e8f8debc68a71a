"""Tests of the queries of the establishment room."""
