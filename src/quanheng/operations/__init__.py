"""Keeping the house running: backups, checks, health, logs, what may be cleared away and when."""
