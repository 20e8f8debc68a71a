"""Reads of the regulation room that span tables."""
