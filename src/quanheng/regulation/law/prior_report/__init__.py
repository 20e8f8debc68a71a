"""Matters reported to the superior organisation department before the decision. The list of matters is unverified."""
