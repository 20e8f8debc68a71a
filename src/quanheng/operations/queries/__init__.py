"""What operations read: the tables as they are copied, and the checks."""
