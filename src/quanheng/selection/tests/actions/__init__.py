"""Tests of the acts of a case, one file a verb."""
