"""Notices and objections, as somebody may see them; the public sees what is open and nothing after it."""
