"""The verbs of operations: make and restore a backup, clear away."""
