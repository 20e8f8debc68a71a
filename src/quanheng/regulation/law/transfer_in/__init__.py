"""公务员调任规定: age ceilings and bars for transfers in from outside the civil service."""
